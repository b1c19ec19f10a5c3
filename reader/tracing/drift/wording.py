"""Drift of wording: hedges, degrees, frequencies and dates that changed between sentences that say the same."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from reader.lexicon.scales import same_phrases
from reader.model.chain import Drift, DriftType
from reader.text.spans import Span
from reader.tracing.drift.changes import Side, make_drift, quoted_spans
from reader.tracing.drift.dates import find_date_drift
from reader.tracing.drift.degrees import find_degree_drift
from reader.tracing.drift.hedges import gained_hedges, lost_hedges
from reader.tracing.reuse.alignment import Alignment

_FREQUENCY = re.compile(
    r"\b(?:every (?:day|week|month|year|hour|night|morning)|each (?:day|week|month|year)|daily|weekly|monthly|yearly|"
    r"annually|hourly|nightly|always|constantly|repeatedly|frequently|regularly|often|usually|sometimes|occasionally|"
    r"rarely|seldom|twice|again and again|time and again|routinely|continually|continuously|"
    r"(?:once|twice|\w+ times) (?:a|per) (?:day|week|month|year))\b",
    re.IGNORECASE,
)
_ONCE = frozenset({DriftType.DATE_DROPPED, DriftType.DATE_CHANGED, DriftType.FREQUENCY_DROPPED})
"""What is lost or changed in the whole text, wherever it stood."""
_FAINT = 0.15
"""Similarity from which a sentence may tell what has no counterpart."""
_CLOSE = 0.35
"""Similarity of sentences from which what is put in was put in on the way, not with all the rest."""


def find_wording_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the hedges, degrees, frequencies and dates that changed between counterparts."""
    found: list[Drift] = []
    told_by: dict[int, list[int]] = {}
    made_of: dict[int, list[int]] = {}
    for i, j in alignment.pairs:
        if i in alignment.a_kept or j in alignment.b_kept:
            continue
        told_by.setdefault(i, []).append(j)
        made_of.setdefault(j, []).append(i)
    for i, others in told_by.items():
        there, here = alignment.a_spans[i], [alignment.b_spans[j] for j in others]
        strength = _strength(a, b, there, here)
        found += strength
        if max(alignment.matrix[i][j] for j in others) >= _CLOSE:
            found += _lost_frequencies(a, b, there, strength)
        found += find_date_drift(a, b, alignment, i, others)
    for i, j in _faint_pairs(alignment, told_by):
        found += _strength(a, b, alignment.a_spans[i], [alignment.b_spans[j]])
    for j, others in made_of.items():
        close = [alignment.a_spans[i] for i in others if alignment.matrix[i][j] >= _CLOSE]
        found += gained_hedges(a, b, close, alignment.b_spans[j])
    return _each_once(found)


def _each_once(found: Iterable[Drift]) -> list[Drift]:
    """Return changes without those told before: a day in every caption, a word for how often in two sentences."""
    once: dict[object, Drift] = {}
    for d in found:
        once.setdefault((d.type, d.a_words.casefold(), d.b_words.casefold()) if d.type in _ONCE else d, d)
    return list(once.values())


def _strength(a: Side, b: Side, there: Span, here: Sequence[Span]) -> list[Drift]:
    """Return what is said more surely, more strongly or more weakly in the counterparts of a sentence."""
    return [*lost_hedges(a, b, there, here), *find_degree_drift(a, b, there, here)]


def _faint_pairs(alignment: Alignment, told_by: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of ``a`` without a counterpart, each with the one of ``b`` that is most like it.

    The words around a hedge and a degree are compared besides, so that less will do than for a counterpart.
    """
    for i, row in enumerate(alignment.matrix):
        if i in told_by or i in alignment.a_kept or not row:
            continue
        best = max(range(len(row)), key=row.__getitem__)
        if row[best] >= _FAINT and best not in alignment.b_kept:
            yield i, best


def _lost_frequencies(a: Side, b: Side, there: Span, strength: Sequence[Drift]) -> list[Drift]:
    """Return the words for how often that ``b`` has nowhere, unless a stronger or weaker one takes their place."""
    spans = [Span(*m.span()) for m in _FREQUENCY.finditer(a.text, *there)]
    quoted = a.reading.once(quoted_spans) if spans else ()
    told = b.text.casefold() if spans else ""
    gone = [s for s in spans if not any(same in told for same in same_phrases(s.of(a.text).casefold()))]
    taken = [d.a_span for d in strength if d.a_span] + list(quoted)
    return [
        make_drift(a, b, DriftType.FREQUENCY_DROPPED, span, None)
        for span in gone
        if not any(span.overlaps(other) for other in taken)
    ]
