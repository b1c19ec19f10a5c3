"""Drift of hedges: words that make a statement less than certain, lost, put in, or set against surer ones.

Words of the reporter only: what is quoted is told as a quotation, «an estimated 40» with its number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.numbers import find_numbers
from reader.text.spans import Span, hull, trim
from reader.tracing.drift.changes import Side, make_drift, quoted_spans
from reader.tracing.reuse.alignment import stem
from reader.tracing.reuse.reading import Reading

_BE = "(?:is|are|was|were|been|being)"
_THOUGHT = "(?:believed|thought|suspected|feared|assumed|understood)"
_HEDGE = re.compile(
    rf"""\b(?:
    (?P<possible>may|might|could(?!\snot)|possibly|{_BE}\spossible|consider(?:s|ed)?\s(?:[\w’'-]+\s){{1,6}}?possible|it\s(?:is|was)\spossible|potentially|perhaps|maybe|conceivably)
    |(?P<sure>(?:almost|nearly|virtually|all\sbut)\scertain(?:ly)?)
    |(?P<likely>likely|probably|probable|presumably|apparently|seemingly|supposedly|ostensibly|expected\sto
        |{_BE}\s(?:expected|predicted|forecast)|unlikely
        |appear(?:s|ed)?\s(?:to|likely|set|close|certain)|seem(?:s|ed)?|suspect(?:s|ed)?)
    |(?P<told>reportedly|allegedly|purportedly|(?:(?<=\ban\s)|(?<=\bthe\s)|(?<=\bof\s))alleged|unconfirmed|if\sconfirmed
        |(?:{_BE}|widely)\s(?:{_THOUGHT[3:-1]}|rumou?red|alleged|said)\sto|{_THOUGHT}\sto
        |it\sis\s(?:said|believed|thought|feared|rumou?red|understood)
        |(?:word|talk|rumou?rs?)\s(?:[\w’']+\s){{0,5}}?(?:is|has\sit)\b
        |according\sto\s(?:unconfirmed|initial|early|preliminary)\s\w+)
    |(?P<weak>(?:suggest|indicat)(?:s|ed|es)?|estimated|somewhat
        |(?:preliminary|tentative|provisional)(?=\s(?:figures?|results?|counts?|estimates?|data|findings?|reports?|tests?)))
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_STEPS = {"possible": 1, "likely": 2, "sure": 3}
"""How sure what is hedged is; of other hedges that cannot be said."""
_NO_STEP = frozenset(["unlikely"])
_MODAL = re.compile(r"\b(?:(?P<possible>can)|(?P<likely>should))\b(?! not)", re.IGNORECASE)
"""As unsure as «may» and «is expected to», yet no doubt in itself: who writes it for these has dropped none."""
_MAY_MONTH = re.compile(r"\bMay\b(?=\s+\d)|(?<=\d )May\b|(?<=\bin )May\b|(?<=\bof )May\b")
_AIM = re.compile(r"\b(?:so|in order) that(?:\s[^\s.;]+){1,7}?\s(?:could|may|might)\b", re.IGNORECASE)
"""What something is done for, which is no doubt («so that the flaps could be changed»)."""
_BEFORE = 2
_BEHIND = 5
"""Words of meaning before and behind a hedge that say what it makes uncertain."""
_GOVERNED = 2
"""How many of them the other text must have."""
_NEAR_HEDGE = 30
"""Characters around these in which a hedge of the other text counts."""
_PAUSE = re.compile(r"[,;:—–](?=\s)")


@dataclass(frozen=True, slots=True)
class _Hedge:
    """One hedge in its place."""

    span: Span
    step: int
    """See ``_STEPS``; 0: not known."""


def lost_hedges(a: Side, b: Side, there: Span, here: Sequence[Span]) -> list[Drift]:
    """Return the first hedge of a sentence that its counterparts lack, or have stronger or weaker."""
    for hedge in _own_hedges(a.reading, there):
        place, others = _governed(a.reading, hedge.span, there, b.reading, here)
        if place is None or any(q.contains(place) for q in b.reading.once(quoted_spans)):
            continue
        if not others:
            return [make_drift(a, b, DriftType.HEDGE_DROPPED, hedge.span, place)]
        steps = {other.step for other in others}
        if hedge.step and len(steps) == 1 and not steps & {0, hedge.step}:
            return [make_drift(a, b, DriftType.DEGREE, hedge.span, others[0].span)]
    return []


def gained_hedges(a: Side, b: Side, there: Sequence[Span], here: Span) -> list[Drift]:
    """Return the first hedge of a sentence of ``b`` that the sentences of ``a`` it was made of lack."""
    for hedge in _own_hedges(b.reading, here):
        place, others = _governed(b.reading, hedge.span, here, a.reading, there, strictly=True)
        if place is not None and not others:
            return [make_drift(a, b, DriftType.HEDGE_ADDED, place, hedge.span)]
    return []


def _own_hedges(reading: Reading, sentence: Span) -> list[_Hedge]:
    """Return the hedges of a sentence in the reporter's own words."""
    found = _hedges(reading.text, sentence)
    quoted = reading.once(quoted_spans) if found else ()
    return [hedge for hedge in found if not any(q.contains(hedge.span) for q in quoted)]


def _hedges(text: str, stretch: Span) -> list[_Hedge]:
    """Return the hedges of a stretch, quoted ones too."""
    found = [
        _Hedge(Span(*m.span()), 0 if m.group().casefold() in _NO_STEP else _STEPS.get(m.lastgroup or "", 0))
        for m in _HEDGE.finditer(text, *stretch)
    ]
    if not found:
        return []
    months = [Span(*m.span()) for m in _MAY_MONTH.finditer(text, *stretch)]
    numbers = [n.qualifier for n in find_numbers(text, *stretch) if n.qualifier]
    aims = [Span(*m.span()) for m in _AIM.finditer(text, *stretch)]
    return [hedge for hedge in found if not any(o.contains(hedge.span) for o in (*months, *numbers, *aims))]


def _governed(
    mine: Reading, hedge: Span, sentence: Span, theirs: Reading, near: Sequence[Span], *, strictly: bool = False
) -> tuple[Span | None, list[_Hedge]]:
    """Return the words of the other text that say what ``hedge`` makes uncertain, and the hedges that stand there.

    The words behind a hedge, and those right before it, are looked for in the counterparts. Hedges in any other
    sentence that has them count too. ``strictly``: at least one of the words behind must be there.
    """
    words, other = mine.words[sentence], theirs.text
    behind = [w for w, s in words if s.start >= hedge.end and w not in COMMON_WORDS][:_BEHIND]
    before = [w for w, s in words if s.end <= hedge.start and w not in COMMON_WORDS]
    # what stands last in its sentence says it of all that stands before it («the sale appears certain»)
    before = before[-_BEFORE:] if behind else before[-_BEFORE - _BEHIND :]
    uncertain = frozenset(stem(w) for w in behind)
    governed = uncertain | {stem(w) for w in before}
    found: Span | None = None
    hedges: list[_Hedge] = []
    least = max(1, min(_GOVERNED, len(governed)))
    for place in dict.fromkeys((*near, *theirs.compared)):
        same = [s for w, s in theirs.words[place] if stem(w) in governed]
        shared = {stem(s.of(other).casefold()) for s in same}
        if len(shared) < least or (strictly and uncertain and not shared & uncertain):
            continue
        stretch = hull(same)
        around = Span(max(place.start, stretch.start - _NEAR_HEDGE), min(place.end, stretch.end + _NEAR_HEDGE))
        hedges += _hedges(other, around)
        hedges += [_Hedge(Span(*m.span()), _STEPS[m.lastgroup or ""]) for m in _MODAL.finditer(other, *around)]
        if place in near:
            found = found or _clause(other, stretch, place)
            least = max(least, len(shared))  # of other sentences only those that say as much of it
    return found, hedges


def _clause(text: str, stretch: Span, sentence: Span) -> Span:
    """Return a stretch up to the marks around it that part a sentence."""
    start = max((m.end() for m in _PAUSE.finditer(text, sentence.start, stretch.start)), default=sentence.start)
    mark = _PAUSE.search(text, stretch.end, sentence.end)
    return trim(text, Span(start, mark.start() if mark else sentence.end))
