"""Drift along several edges: each compared, and what a text has from another of its sources told along none.

A text merged from two others has 318 where one of them has «more than 300», for the other says so: nothing changed on
the way. So a changed quotation, number or name counts only where no other source of the text has it in just these
words, in a sentence that is more like that of the text. Where one source was made of the other, each is compared by
itself.
"""

from collections.abc import Callable, Sequence

from reader.model.chain import Derivation, Drift, DriftType
from reader.text.shingles import split_words
from reader.tracing.drift.changes import Side
from reader.tracing.drift.edge import drift_of_edge
from reader.tracing.reuse.alignment import ALIGNED, Alignment
from reader.tracing.reuse.reading import Reading

_WORDED = frozenset({DriftType.QUOTE, DriftType.QUOTE_CUT, DriftType.NUMBER, DriftType.NAME})


def drift_along(edges: Sequence[Derivation], side_of: Callable[[str], Side]) -> tuple[Drift, ...]:
    """Return the changes along some edges, in their order; ``side_of`` gives the text of a key, taken apart."""
    sources: dict[str, list[str]] = {}
    for edge in edges:
        if not edge.sibling:
            sources.setdefault(edge.dst, []).append(edge.src)
    joined = {frozenset((edge.src, edge.dst)) for edge in edges}
    found: list[Drift] = []
    for edge in edges:
        child = side_of(edge.dst)
        keys = [k for k in sources.get(edge.dst, ()) if k != edge.src and frozenset((k, edge.src)) not in joined]
        others = [side_of(key) for key in keys]
        changes = drift_of_edge(edge, parent := side_of(edge.src), child)
        found += [c for c in changes if not any(_is_from(other, c, parent, child) for other in others)]
    return tuple(found)


def _is_from(other: Side, change: Drift, parent: Side, child: Side) -> bool:
    """Tell whether the child has the words of a change from another source than the one that it is compared with."""
    if change.type not in _WORDED or change.a_span is None or change.b_span is None:
        return False
    words = f" {' '.join(split_words(change.b_words))} "
    sentences = zip(other.reading.compared, other.reading.once(_sentences), strict=True)
    places = [place for place, sentence in sentences if words in sentence]
    if not places:
        return False
    here = change.b_span
    likeness = Alignment(parent.reading, child.reading).similarity(change.a_span, here)
    alignment = Alignment(other.reading, child.reading)
    return max(alignment.similarity(place, here) for place in places) > max(likeness, ALIGNED)


def _sentences(reading: Reading) -> list[str]:
    """Return the folded words of each sentence that is compared, parted and surrounded by spaces."""
    return [f" {' '.join(word for word, _ in reading.words[sentence])} " for sentence in reading.compared]
