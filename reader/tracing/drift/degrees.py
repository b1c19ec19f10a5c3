"""Drift of degree: how many, how far, how often and how bad, in words that became stronger or weaker.

Two phrases of one scale of the lexicon are compared where they stand among the same words. An adverb of degree that one
word lost, got or had exchanged is told with that word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.lexicon.scales import Step, scale_phrases
from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.spans import Span
from reader.tracing.drift.changes import Side, make_drift, quoted_spans
from reader.tracing.reuse.alignment import stem
from reader.tracing.reuse.reading import Reading

_AROUND = 4
"""Words of meaning before and behind a phrase that tell what it is said of."""
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
        *("marginally", "critically", "gravely", "little", "bit"),
    )
)
"""Adverbs that make the word behind them stronger or weaker («a little», «a bit» too)."""
_WHOLE = {"little": ("a", "little"), "bit": ("a", "bit")}


@dataclass(frozen=True, slots=True)
class _Graded:
    """A phrase of a scale in its place."""

    span: Span
    steps: tuple[Step, ...]
    around: frozenset[str]
    next: str
    """Stem of the word right behind it, if it is one of meaning: what there is some or more of; else empty."""
    others: frozenset[str]
    """All stems of its sentence."""
    quoted: bool


_ByDegree = dict[Span, list[_Graded]]
"""Sentence -> its phrases of any scale."""


def find_degree_drift(a: Side, b: Side, there: Span, here: Sequence[Span]) -> list[Drift]:
    """Return the phrases of one sentence of ``a`` that are stronger or weaker in its counterparts in ``b``."""
    known, told = a.reading.once(_graded_phrases), b.reading.once(_graded_phrases)
    theirs, ours = known.get(there, []), [p for sentence in here for p in told.get(sentence, ())]
    before, now = ({step for p in some for step in p.steps} for some in (theirs, ours))
    found, taken = list[Drift](), set[Span]()
    for old in theirs:
        for new in ours:
            gone = _moved(old, new)
            if gone is None or gone[0] in now or gone[1] in before or new.span in taken:
                continue
            if _is_of_one_thing(old, new) and not (old.quoted and new.quoted):
                found.append(make_drift(a, b, DriftType.DEGREE, old.span, new.span))
                taken.add(new.span)
                break
    adverbs = _adverbs(a, b, there, here)
    return found + [d for d in adverbs if not any(_overlap(d, other) for other in found)]


def _moved(old: _Graded, new: _Graded) -> tuple[Step, Step] | None:
    """Return the steps of two phrases on a scale that both are on, None where there is none or they are the same."""
    for one in old.steps:
        for other in new.steps:
            if one.scale == other.scale:
                return (one, other) if one != other else None
    return None


def _is_of_one_thing(old: _Graded, new: _Graded) -> bool:
    """Tell whether two phrases stand among the same words, and before none that the other text has elsewhere."""
    elsewhere = old.next != new.next and (old.next in new.others or new.next in old.others)
    return bool(old.around & new.around) and not elsewhere


def _overlap(one: Drift, other: Drift) -> bool:
    return bool(one.a_span and other.a_span and one.a_span.overlaps(other.a_span))


def _graded_phrases(reading: Reading) -> _ByDegree:
    phrases = scale_phrases()
    found: _ByDegree = {}
    for sentence in reading.compared:
        words = reading.words[sentence]
        at = 0
        while at < len(words):
            length, steps = 1, list[Step]()
            for phrase, places in phrases.get(words[at][0], ()):
                if tuple(w for w, _ in words[at : at + len(phrase)]) == phrase:
                    length = max(length, len(phrase))
                    steps += places
            if steps:
                found.setdefault(sentence, []).append(_place(reading, words, at, length, tuple(steps)))
            at += length
    return found


def _place(
    reading: Reading, words: Sequence[tuple[str, Span]], at: int, length: int, steps: tuple[Step, ...]
) -> _Graded:
    before = [w for w, _ in words[:at] if w not in COMMON_WORDS][-_AROUND:]
    behind = [w for w, _ in words[at + length :] if w not in COMMON_WORDS][:_AROUND]
    span = Span(words[at][1].start, words[at + length - 1][1].end)
    quoted = any(q.contains(span) for q in reading.once(quoted_spans))
    around = frozenset(stem(w) for w in (*before, *behind))
    follows = words[at + length][0] if at + length < len(words) else ""
    following = "" if follows in COMMON_WORDS else stem(follows)
    return _Graded(span, steps, around, following, frozenset(stem(w) for w, _ in words), quoted)


def _adverbs(a: Side, b: Side, there: Span, here: Iterable[Span]) -> list[Drift]:
    """Return the adverbs of degree that one word lost, got or had exchanged («slightly raised» -> «raised»)."""
    before, after = _words_with_adverbs(a.reading, [there]), _words_with_adverbs(b.reading, here)
    found = []
    for word in before.keys() & after.keys():
        (one, old), (other, new) = before[word], after[word]
        if one != other and not (one and other and _steps(one) & _steps(other)):
            found.append(make_drift(a, b, DriftType.DEGREE, old, new))
    return sorted(found, key=lambda drift: drift.a_span or there)


def _steps(adverb: str) -> frozenset[Step]:
    words = _WHOLE.get(adverb, (adverb,))
    return frozenset(s for phrase, steps in scale_phrases().get(words[0], ()) if phrase == words for s in steps)


def _words_with_adverbs(reading: Reading, sentences: Iterable[Span]) -> dict[str, tuple[str, Span]]:
    """Return the words that an adverb of degree can stand before -> that adverb, if any, and both words' place.

    A word that stands in the sentences twice tells nothing; what is quoted is told as a quotation.
    """
    found: dict[str, tuple[str, Span]] = {}
    twice: set[str] = set()
    quoted = reading.once(quoted_spans)
    for sentence in sentences:
        first = ("", Span(sentence.start, sentence.start))
        for (adverb, start), (word, end) in pairwise([first, *reading.words[sentence]]):
            if word in COMMON_WORDS or word in _ADVERBS or any(q.contains(end) for q in quoted):
                continue
            twice |= {word} & found.keys()
            found[word] = (adverb, Span(start.start, end.end)) if adverb in _ADVERBS else ("", end)
    return {word: place for word, place in found.items() if word not in twice}
