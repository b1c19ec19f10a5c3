"""Drift of dates: days, dates and years ago that a text names and its counterpart no more, more vaguely, or otherwise.

The contract has no type of its own for a day that became another: it is ``date-dropped`` with words on both sides, as
is a date that became vaguer. A weekday in the place of a date, and the other way round, is the same day as far as the
texts tell.
"""

import re
from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.text.numbers import find_numbers, fold_date
from reader.text.spans import Span
from reader.tracing.drift.changes import Side, make_drift
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


def find_date_drift(a: Side, b: Side, there: Span, here: list[Span], *, close: bool) -> list[Drift]:
    """Return the dates of one sentence of ``a`` that its counterparts in ``b``, and all of ``b``, no longer have.

    Those that nothing stands for only where the sentences are ``close``; the day in a dateline is none of the report.
    """
    theirs = _moments(a.text, there)
    if all(m.is_vague for m in theirs):
        return []
    found = []
    ours = [m for sentence in here for m in _moments(b.text, sentence)]
    known = b.reading.once(_all_moments)
    before = {m.words for m in theirs}
    new = [m for m in ours if m.words not in before]
    for moment in (m for m in theirs if not m.is_vague):
        if any(moment.is_same(words) for words in known):
            continue
        days = [m for m in new if m.is_day] if moment.is_day else []
        other = _other_day(moment, days, {m.sort for m in theirs}, a.reading.once(_all_moments))
        if days and not (other and close):
            continue  # the same day, as far as the texts tell
        if (a.article.dateline and a.article.dateline.overlaps(moment.span)) or not (close or new):
            continue
        instead = other or (new[0] if new else None)
        found.append(make_drift(a, b, DriftType.DATE_DROPPED, moment.span, instead.span if instead else None))
    return found


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
    return frozenset(m.words for m in _moments(reading.text, Span(0, len(reading.text))))


def _moments(text: str, stretch: Span) -> list[_Moment]:
    dates = [n for n in find_numbers(text, *stretch) if n.unit == "date"]
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
