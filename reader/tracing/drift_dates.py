"""Drift of dates: days, dates and years ago that one text names and its counterpart no more, or only more vaguely.

A weekday in the place of a date, and the other way round, is the same day as far as the texts tell.
"""

import re
from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.text.numbers import find_numbers, fold_date
from reader.text.spans import Span
from reader.tracing.changes import Side, make_drift
from reader.tracing.reading import Reading

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
        if moment.words in known or (moment.is_day and any(m.is_day for m in new)):
            continue
        if (a.article.dateline and a.article.dateline.overlaps(moment.span)) or not (close or new):
            continue
        found.append(make_drift(a, b, DriftType.DATE_DROPPED, moment.span, new[0].span if new else None))
    return found


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
