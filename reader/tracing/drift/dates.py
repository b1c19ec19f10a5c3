"""Drift of dates: days, dates and years ago that a text names and its counterpart no more, more vaguely, or otherwise.

A day that became another is a change of its own type; a date that became vaguer is dropped, with words on both sides.
A weekday in the place of a date, and the other way round, is the same day as far as the texts tell.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.text.numbers import Number, find_numbers, fold_date
from reader.text.spans import Span
from reader.tracing.drift.changes import Side, make_drift, sentence_numbers
from reader.tracing.reuse.alignment import Alignment
from reader.tracing.reuse.reading import Reading

_WEEKDAY = re.compile(
    r"\b(?:on |last |this |next )?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|tonight)"
    r"(?: (?:morning|afternoon|evening|night))?\b"
)
_RELATIVE = re.compile(
    r"\b(?:(?:last|next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)|"
    r"(?:\w+ (?:days?|weeks?|months?|years?)) ago)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December|(?<=in )May)\b"
    r"|\b(?:that|this|the same) month\b"
)
_CLOSE = 0.35
"""Similarity of sentences from which a day that is left out was left out on the way, not with all the rest."""
_PLAINLY_SAME = 0.6
"""Similarity of two sentences that are one, but for the day: what else is said of the old day is a notice."""
_LIKE = 0.4
"""Similarity of sentences from which one is no mere notice about the other."""
_ORDINAL = re.compile(r"^[a-z]{3} (\d{1,2})\b")
_NIGHT = re.compile(r"\b(?:night|overnight|evening|midnight|dawn|small hours|early hours|early)\b", re.IGNORECASE)
_NIGHT_NEAR = 25
"""Characters before and behind a weekday in which the word for the night stands."""
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DATE = re.compile(r"[a-z]{3} \d{1,2}(?: \d{4})?")
"""A date as ``fold_date`` returns it."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, a date or a span of time before today, as a text words it."""

    span: Span
    words: str
    """Folded, so that two wordings of one date are equal."""
    is_day: bool
    """Names one day: what a weekday and a date can stand for each other in."""
    is_vague: bool = False
    """Names a month at the nearest: it can take the place of a date, but is too little to be missed."""

    @property
    def sort(self) -> str:
        """What it can be set against: ``weekday`` or ``date`` (with its day and month); empty for all others."""
        if self.is_day and self.words.endswith("day") and self.words[0].isupper():
            return "weekday"
        return "date" if _DATE.fullmatch(self.words) else ""

    def is_same(self, words: str) -> bool:
        """Tell whether folded words name the same moment; a date without its year is the one with it."""
        return self.words == words or (
            self.sort == "date" and (words.startswith(f"{self.words} ") or self.words.startswith(f"{words} "))
        )


def find_date_drift(a: Side, b: Side, alignment: Alignment, index: int, others: Sequence[int]) -> list[Drift]:
    """Return the dates of one sentence of ``a`` that its counterparts in ``b``, and all of ``b``, no longer have.

    Those that nothing stands for only where the sentences are close; the day in a dateline is none of the report.

    Args:
        a: The earlier side.
        b: The later side.
        alignment: Of both.
        index: Of the sentence of ``a``.
        others: Those of its counterparts.
    """
    theirs = a.reading.once(_sentence_moments)[alignment.a_spans[index]]
    if all(m.is_vague for m in theirs):
        return []
    found = []
    similarity = max(alignment.matrix[index][j] for j in others)
    told = b.reading.once(_sentence_moments)
    ours = [m for j in others for m in told[alignment.b_spans[j]]]
    before = {m.words for m in theirs}
    new = [m for m in ours if m.words not in before]
    for moment in (m for m in theirs if not m.is_vague):
        days = [m for m in new if m.is_day] if moment.is_day else []
        other = _other_day(moment, days, {m.sort for m in theirs}, a.reading.once(_all_moments))
        corrected = other is not None and similarity >= _PLAINLY_SAME
        if _is_kept(moment, b, alignment, corrected=corrected) or (days and not (other and similarity >= _CLOSE)):
            continue  # the same day, as far as the texts tell
        if (a.article.dateline and a.article.dateline.overlaps(moment.span)) or not (similarity >= _CLOSE or new):
            continue
        if other is None:
            there = new[0].span if new else None
            found.append(make_drift(a, b, DriftType.DATE_DROPPED, moment.span, there))
        elif not _is_one_night(a.text, moment, b.text, other):
            found.append(make_drift(a, b, DriftType.DATE_CHANGED, moment.span, other.span))
    return found


def _is_kept(moment: _Moment, b: Side, alignment: Alignment, *, corrected: bool) -> bool:
    """Tell whether ``b`` has a moment of ``a`` too.

    Where a sentence that is plainly the same has another day in its place (``corrected``), only sentences count that
    ``a`` has something like: a notice of a correction repeats the old day.
    """
    everywhere = b.reading.once(_all_moments)
    if not any(moment.is_same(words) for words in everywhere):
        ordinal = _ORDINAL.search(moment.words)
        return ordinal is not None and bool(re.search(rf"\bthe {ordinal[1]}(?:st|nd|rd|th)\b", b.text))
    if not corrected:
        return True
    return any(
        any(moment.is_same(m.words) for m in b.reading.once(_sentence_moments)[span])
        for span, column in zip(alignment.b_spans, zip(*alignment.matrix, strict=True), strict=True)
        if max(column) >= _LIKE
    )


def _is_one_night(text: str, moment: _Moment, other_text: str, other: _Moment) -> bool:
    """Tell whether two weekdays may name one night: «in the night to Sunday», «on Saturday night»."""
    if moment.sort != "weekday":
        return False
    apart = abs(_DAYS.index(moment.words[:3]) - _DAYS.index(other.words[:3]))
    around = (
        some[max(0, m.span.start - _NIGHT_NEAR) : m.span.end + _NIGHT_NEAR]
        for some, m in ((text, moment), (other_text, other))
    )
    return apart in (1, 6) and any(_NIGHT.search(words) for words in around)


def _other_day(moment: _Moment, days: list[_Moment], sorts: set[str], known: frozenset[str]) -> _Moment | None:
    """Return the one of the new ``days`` that cannot be the same: another weekday, or another date.

    None where one of them may well be: a day of a sort that is not among the ``sorts`` of the earlier sentence, or one
    that the earlier text has elsewhere, its ``known`` moments.
    """
    others = [m for m in days if m.sort and m.sort == moment.sort and not any(m.is_same(words) for words in known)]
    may_be_same = any(m not in others and (m.sort == moment.sort or m.sort not in sorts) for m in days)
    return others[0] if others and not may_be_same else None


def _all_moments(reading: Reading) -> frozenset[str]:
    """Return the words of all moments in a text, furniture included."""
    everything = Span(0, len(reading.text))
    return frozenset(m.words for m in _read_moments(reading.text, everything, find_numbers(reading.text, *everything)))


def _sentence_moments(reading: Reading) -> dict[Span, list[_Moment]]:
    """Return the moments of each sentence that is compared."""
    return {
        sentence: _read_moments(reading.text, sentence, numbers)
        for sentence, numbers in reading.once(sentence_numbers).items()
    }


def _read_moments(text: str, stretch: Span, numbers: Iterable[Number]) -> list[_Moment]:
    dates = [n for n in numbers if n.unit == "date"]
    found = [_Moment(n.span, fold_date(n.span.of(text)), True) for n in dates]
    taken = [n.span for n in dates]
    for pattern in (_WEEKDAY, _RELATIVE, _MONTH):
        for match in pattern.finditer(text, *stretch):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                day = match["day"] if pattern is _WEEKDAY else match.group().casefold()
                found.append(_Moment(span, day, pattern is _WEEKDAY, pattern is _MONTH))
    return sorted(found, key=lambda moment: moment.span.start)
