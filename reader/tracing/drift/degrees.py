"""Drift of degree: how many, how far, how often and how bad, in words that became stronger or weaker.

Two phrases of one scale of the lexicon are compared where they stand among the same words. An adverb of degree that one
word lost, got or had exchanged is told with that word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
        words, behind = reading.words[sentence], 0
        for at, (word, _) in enumerate(words):
            if at < behind or word not in phrases:
                continue
            length, steps = 1, list[Step]()
            for phrase, places in phrases[word]:
                if tuple([w for w, _ in words[at : at + len(phrase)]]) == phrase:
                    length = max(length, len(phrase))
                    steps += places
            if steps:
                found.setdefault(sentence, []).append(_place(reading, words, at, length, tuple(steps)))
                behind = at + length
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

    A word that stands in the sentences twice tells nothing.
    """
    known = reading.once(_adverbs_by_sentence)
    found: dict[str, tuple[str, Span]] = {}
    twice: set[str] = set()
    for sentence in sentences:
        for word, adverb, place in known[sentence]:
            if word in found:
                twice.add(word)
            found[word] = (adverb, place)
    return {word: place for word, place in found.items() if word not in twice} if twice else found


def _adverbs_by_sentence(reading: Reading) -> dict[Span, list[tuple[str, str, Span]]]:
    """Return (word, adverb before it, place of both) of each sentence; what is quoted is told as a quotation."""
    quoted = reading.once(quoted_spans)
    found: dict[Span, list[tuple[str, str, Span]]] = {}
    for sentence in reading.compared:
        inside = [q for q in quoted if q.overlaps(sentence)]
        here = found[sentence] = []
        adverb, start = "", sentence.start
        for word, span in reading.words[sentence]:
            if word not in COMMON_WORDS and word not in _ADVERBS and not (inside and _is_in(span, inside)):
                here.append((word, adverb, Span(start, span.end)) if adverb in _ADVERBS else (word, "", span))
            adverb, start = word, span.start
    return found


def _is_in(span: Span, others: Iterable[Span]) -> bool:
    return any(other.contains(span) for other in others)
