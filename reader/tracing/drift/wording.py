"""Drift of wording: hedges put in or lost, degrees and frequencies changed, days and dates dropped.

Only between sentences that say the same. The words are lists of our own: a hedge makes a statement less than certain,
a frequency tells how often.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.numbers import find_numbers
from reader.text.quotations import find_quotations
from reader.text.spans import Span, hull, trim
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.drift.dates import find_date_drift
from reader.tracing.reuse.alignment import Alignment, stem
from reader.tracing.reuse.reading import Reading

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|apparently|seemingly|supposedly|ostensibly|possibly|potentially|perhaps|"
    r"presumably|probably|likely|unlikely|may|might|could(?! not)|appear(?:s|ed)? (?:to|likely|set|close|certain)|"
    r"seem(?:s|ed)?|suggest(?:s|ed)?|indicat(?:es?|ed)|(?:is|are|was|were|been|widely) (?:believed|thought|suspected|"
    r"rumou?red|alleged|said|feared|understood) to|(?:believed|thought|suspected|feared) to|suspect(?:s|ed)?|alleged|"
    r"unconfirmed|estimated|expected to|(?:almost|nearly|virtually) certain(?:ly)?|somewhat|if confirmed|"
    r"it is (?:said|believed|thought|feared|rumou?red|understood)|word is|"
    r"preliminary|tentative|according to (?:unconfirmed|initial|early|preliminary) \w+)\b",
    re.IGNORECASE,
)
_BEFORE = 2
_BEHIND = 5
"""Words of meaning before and behind a hedge that say what it makes uncertain."""
_GOVERNED = 2
"""How many of them the other text must have."""
_PAUSE = re.compile(r"[,;:—–](?=\s)")
_NEAR_HEDGE = 30
"""Characters around these in which a hedge of the other text counts."""
_MAY_MONTH = re.compile(r"\bMay\b(?=\s+\d)|(?<=\d )May\b|(?<=\bin )May\b|(?<=\bof )May\b")
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
_ADVERBS = frozenset(
    (
        *(
            "slightly",
            "somewhat",
            "fairly",
            "rather",
            "very",
            "highly",
            "extremely",
            "severely",
            "seriously",
            "sharply",
        ),
        *("heavily", "deeply", "badly", "partly", "partially", "largely", "mostly", "fully", "completely", "totally"),
        *("entirely", "utterly", "hardly", "barely", "scarcely", "steeply", "significantly", "considerably", "mildly"),
        *("sharply",),
    )
)
"""Adverbs that make the word behind them stronger or weaker."""
_CLOSE = 0.35
"""Similarity of sentences from which a day that is left out was left out on the way, not with all the rest."""
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
    """Return the hedges of a sentence in the reporter's own words; what is quoted is told as a quotation."""
    spans = [Span(*m.span()) for m in _HEDGE.finditer(text, *sentence)]
    if not spans:
        return []
    months = [Span(*m.span()) for m in _MAY_MONTH.finditer(text, *sentence)]
    quoted = [q.inner for q in find_quotations(text, *sentence)]
    # «an estimated 40» is told with its number
    numbers = [n.qualifier for n in find_numbers(text, *sentence) if n.qualifier]
    return [span for span in spans if not any(other.contains(span) for other in (*months, *quoted, *numbers))]


def _unhedged(mine: Reading, hedge: Span, sentence: Span, theirs: Reading, near: list[Span]) -> Span | None:
    """Return the words of the other text that say without a hedge what ``hedge`` makes uncertain; None if it does not.

    The words behind a hedge, and those right before it, are looked for in the counterparts; no hedge may stand there,
    nor in any other sentence that has them.
    """
    words, other = mine.words[sentence], theirs.text
    before = [w for w, s in words if s.end <= hedge.start and w not in COMMON_WORDS][-_BEFORE:]
    behind = [w for w, s in words if s.start >= hedge.end and w not in COMMON_WORDS][:_BEHIND]
    governed = frozenset(stem(w) for w in (*before, *behind))
    found = None
    for place in (*near, *theirs.compared):
        same = [s for w, s in theirs.words[place] if stem(w) in governed]
        if len(same) < min(_GOVERNED, len(governed)) or not same:
            continue
        stretch = hull(same)
        around = Span(max(place.start, stretch.start - _NEAR_HEDGE), min(place.end, stretch.end + _NEAR_HEDGE))
        if _hedges(other, around):
            return None
        if found is None and place in near:
            found = _clause(other, stretch, place)
    return found


def _clause(text: str, stretch: Span, sentence: Span) -> Span:
    """Return a stretch up to the marks around it that part a sentence."""
    start = max((m.end() for m in _PAUSE.finditer(text, sentence.start, stretch.start)), default=sentence.start)
    mark = _PAUSE.search(text, stretch.end, sentence.end)
    return trim(text, Span(start, mark.start() if mark else sentence.end))


def _spans(pattern: re.Pattern[str], text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    for sentence in sentences:
        for match in pattern.finditer(text, *sentence):
            yield Span(*match.span())


def _adverbs(a: Side, b: Side, there: Span, here: Iterable[Span]) -> list[Drift]:
    """Return the adverbs of degree that one word lost, got or had exchanged («slightly raised» -> «raised»)."""
    before, after = _graded(a.reading, [there]), _graded(b.reading, here)
    found = []
    for word in before.keys() & after.keys():
        (one, old), (other, new) = before[word], after[word]
        if one != other and (one or other):
            found.append(make_drift(a, b, DriftType.DEGREE, old, new))
    return sorted(found, key=lambda drift: drift.a_span or there)


def _graded(reading: Reading, sentences: Iterable[Span]) -> dict[str, tuple[str, Span]]:
    """Return the words that an adverb of degree can stand before -> that adverb, if any, and both words' place.

    A word that stands in the sentences twice tells nothing.
    """
    found: dict[str, tuple[str, Span]] = {}
    twice: set[str] = set()
    for sentence in sentences:
        first = ("", Span(sentence.start, sentence.start))
        for (adverb, start), (word, end) in pairwise([first, *reading.words[sentence]]):
            graded = adverb in _ADVERBS
            if word in COMMON_WORDS or word in _ADVERBS:
                continue
            twice |= {word} & found.keys()
            found[word] = (adverb, Span(start.start, end.end)) if graded else ("", end)
    return {word: place for word, place in found.items() if word not in twice}


def _lost(a: Side, b: Side, alignment: Alignment, i: int, others: list[int]) -> list[Drift]:
    found = []
    there = alignment.a_spans[i]
    here = [alignment.b_spans[j] for j in others]
    for hedge in _hedges(a.text, there):
        place = _unhedged(a.reading, hedge, there, b.reading, here)
        if place is not None:
            found.append(make_drift(a, b, DriftType.HEDGE_DROPPED, hedge, place))
            break
    close = max(alignment.matrix[i][j] for j in others) >= _CLOSE
    dates = find_date_drift(a, b, there, here, close=close)
    return [*found, *_frequencies(a, b, there, here), *_adverbs(a, b, there, here), *dates]


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
    there = [alignment.a_spans[i] for i in others if alignment.matrix[i][j] >= _CLOSE]
    for hedge in _hedges(b.text, here):
        place = _unhedged(b.reading, hedge, here, a.reading, there)
        if place is not None:
            return [make_drift(a, b, DriftType.HEDGE_ADDED, place, hedge)]
    return []
