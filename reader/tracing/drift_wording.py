"""Drift of wording: hedges put in or lost, degrees and frequencies changed, days and dates dropped.

Only between sentences that say the same. The words are lists of our own: a hedge makes a statement less than certain,
a frequency tells how often.
"""

import re
from collections.abc import Iterable, Iterator

from reader.model.chain import Drift, DriftType
from reader.text.numbers import find_numbers
from reader.text.spans import Span
from reader.tracing.alignment import Alignment
from reader.tracing.changes import Side, make_drift

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|apparently|seemingly|supposedly|ostensibly|possibly|potentially|perhaps|"
    r"presumably|probably|likely|unlikely|may|might|could(?! not)|appear(?:s|ed)? (?:to|likely|set|close)|"
    r"seem(?:s|ed)?|suggest(?:s|ed)?|indicat(?:es?|ed)|(?:is|are|was|were|been|widely) (?:believed|thought|suspected|"
    r"rumou?red|alleged|said|feared|understood) to|(?:believed|thought|suspected|feared) to|suspected|alleged|"
    r"unconfirmed|estimated|expected to|(?:almost|nearly|virtually) certain(?:ly)?|somewhat|if confirmed|"
    r"preliminary|tentative|according to (?:unconfirmed|initial|early|preliminary) \w+)\b",
    re.IGNORECASE,
)
_MAY_MONTH = re.compile(r"\bMay\b(?=\s+\d)|(?<=\bin )May\b|(?<=\bof )May\b")
_FREQUENCY = re.compile(
    r"\b(?:every (?:day|week|month|year|hour|night|morning)|each (?:day|week|month|year)|daily|weekly|monthly|yearly|"
    r"annually|hourly|nightly|always|constantly|repeatedly|frequently|regularly|often|usually|sometimes|occasionally|"
    r"rarely|seldom|never|once|twice|again and again|time and again|routinely|continually|continuously|"
    r"(?:once|twice|\w+ times) (?:a|per) (?:day|week|month|year))\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:all|almost all|most|many|several|some|a few|few|hardly any|none|no|entirely|completely|fully|totally|"
    r"largely|mostly|mainly|partly|partially|slightly|severely|seriously|significantly|sharply|heavily|extremely|deeply|widely|"
    r"massive|huge|major|minor|slight|severe|serious|significant|small|large|sharp|steep|modest)\b",
    re.IGNORECASE,
)
_SCALES: tuple[tuple[str, ...], ...] = (
    (
        "never",
        "rarely",
        "seldom",
        "occasionally",
        "sometimes",
        "often",
        "frequently",
        "regularly",
        "repeatedly",
        "always",
    ),
    ("none", "few", "some", "several", "many", "most", "all"),
    ("slightly", "partly", "partially", "largely", "mostly", "mainly", "fully", "completely", "entirely", "totally"),
    ("minor", "slight", "small", "modest", "significant", "serious", "major", "severe", "large", "huge", "massive"),
)
_DAY = re.compile(
    r"\b(?:(?:on |last |this |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?|yesterday|today|tomorrow|tonight)\b"
)


def find_wording_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the hedges, degrees, frequencies and dates that changed between counterparts."""
    found: list[Drift] = []
    pairs = alignment.pairs()
    told_by: dict[int, list[int]] = {}
    made_of: dict[int, list[int]] = {}
    for i, j in pairs:
        if i in alignment.a_kept or j in alignment.b_kept:
            continue
        told_by.setdefault(i, []).append(j)
        made_of.setdefault(j, []).append(i)
    for i, others in told_by.items():
        found += _lost(a, b, alignment, i, others)
    for j, others in made_of.items():
        found += _gained(a, b, alignment, j, others)
    return found


def _hedges(text: str, sentence: Span) -> list[Span]:
    months = {m.start() for m in _MAY_MONTH.finditer(text, *sentence)}
    return [Span(*m.span()) for m in _HEDGE.finditer(text, *sentence) if m.start() not in months]


def _spans(pattern: re.Pattern[str], text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    for sentence in sentences:
        for match in pattern.finditer(text, *sentence):
            yield Span(*match.span())


def _lost(a: Side, b: Side, alignment: Alignment, i: int, others: list[int]) -> list[Drift]:
    found = []
    there = alignment.a_spans[i]
    here = [alignment.b_spans[j] for j in others]
    hedges = _hedges(a.text, there)
    if hedges and not any(_hedges(b.text, s) for s in here):
        found.append(make_drift(a, b, DriftType.HEDGE_DROPPED, hedges[0], here[0]))
    found += _frequencies(a, b, there, here)
    days = list(_spans(_DAY, a.text, [there]))
    if days and not any(d.of(a.text).split()[-1] in b.text for d in days) and not any(_dates(b.text, s) for s in here):
        found.append(make_drift(a, b, DriftType.DATE_DROPPED, days[0], None))
    return found


def _dates(text: str, sentence: Span) -> bool:
    return any(n.unit == "date" for n in find_numbers(text, *sentence)) or bool(_DAY.search(text, *sentence))


def _frequencies(a: Side, b: Side, there: Span, here: list[Span]) -> list[Drift]:
    found = []
    ours = list(_spans(_FREQUENCY, b.text, here))
    said = {s.of(b.text).casefold() for s in ours}
    before = {s.of(a.text).casefold() for s in _spans(_FREQUENCY, a.text, [there])}
    new = [s for s in ours if s.of(b.text).casefold() not in before]
    for span in _spans(_FREQUENCY, a.text, [there]):
        word = span.of(a.text).casefold()
        if word in said:
            continue
        other = next((s for s in new if _on_one_scale(word, s.of(b.text).casefold())), None)
        if other is not None:
            found.append(make_drift(a, b, DriftType.DEGREE, span, other))
        elif word not in b.text.casefold():
            found.append(make_drift(a, b, DriftType.FREQUENCY_DROPPED, span, None))
    return found + _degrees(a, b, there, here)


def _degrees(a: Side, b: Side, there: Span, here: list[Span]) -> list[Drift]:
    theirs = {s.of(a.text).casefold(): s for s in _spans(_DEGREE, a.text, [there])}
    ours = {s.of(b.text).casefold(): s for s in _spans(_DEGREE, b.text, here)}
    found = []
    for word, span in theirs.items():
        for other, place in ours.items():
            if word not in ours and other not in theirs and _on_one_scale(word, other):
                found.append(make_drift(a, b, DriftType.DEGREE, span, place))
                break
    return found


def _on_one_scale(one: str, other: str) -> bool:
    return any(one in scale and other in scale for scale in _SCALES)


def _gained(a: Side, b: Side, alignment: Alignment, j: int, others: list[int]) -> list[Drift]:
    here = alignment.b_spans[j]
    hedges = _hedges(b.text, here)
    if not hedges or any(_hedges(a.text, alignment.a_spans[i]) for i in others):
        return []
    return [make_drift(a, b, DriftType.HEDGE_ADDED, alignment.a_spans[others[0]], hedges[0])]
