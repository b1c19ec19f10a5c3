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
from reader.tracing.reuse.alignment import ALIGNED, Alignment, align
from reader.tracing.reuse.reading import Reading

_WORDED = frozenset({DriftType.QUOTE, DriftType.QUOTE_CUT, DriftType.NUMBER, DriftType.NAME})


def drift_along(edges: Sequence[Derivation], side_of: Callable[[str], Side]) -> tuple[Drift, ...]:
    """Return the changes along some edges, in their order; ``side_of`` gives the text of a key, taken apart."""
    of_child: dict[str, list[int]] = {}
    for index, edge in enumerate(edges):
        of_child.setdefault(edge.dst, []).append(index)
    joined = {frozenset((edge.src, edge.dst)) for edge in edges}
    found: dict[int, list[Drift]] = {}
    for key, indices in of_child.items():
        child = _Child(key, side_of)
        sources = [edges[i].src for i in indices if not edges[i].sibling]
        for index in indices:
            src = edges[index].src
            others = [k for k in sources if k != src and frozenset((k, src)) not in joined]
            changes = drift_of_edge(edges[index], side_of(src), child.side, child.against(src))
            found[index] = [c for c in changes if not any(child.has_from(other, c, src) for other in others)]
    return tuple(change for _, changes in sorted(found.items()) for change in changes)


class _Child:
    """A text and its sources, each aligned with it once, however many of its changes they may account for."""

    def __init__(self, key: str, side_of: Callable[[str], Side]) -> None:
        self.side = side_of(key)
        self._side_of = side_of
        self._alignments: dict[str, Alignment] = {}

    def against(self, source: str) -> Alignment:
        """Return the alignment of a source with the text."""
        if source not in self._alignments:
            self._alignments[source] = align(self._side_of(source).reading, self.side.reading)
        return self._alignments[source]

    def has_from(self, other: str, change: Drift, source: str) -> bool:
        """Tell whether the text has the words of a change from another source than the one it is compared with."""
        if change.type not in _WORDED or change.a_span is None or change.b_span is None:
            return False
        reading, here = self._side_of(other).reading, change.b_span
        words = f" {' '.join(split_words(change.b_words))} "
        sentences = zip(reading.compared, reading.once(_sentences), strict=True)
        places = [place for place, sentence in sentences if words in sentence]
        if not places:
            return False
        likeness = self.against(source).similarity(change.a_span, here)
        return max(self.against(other).similarity(place, here) for place in places) > max(likeness, ALIGNED)


def _sentences(reading: Reading) -> list[str]:
    """Return the folded words of each sentence that is compared, parted and surrounded by spaces."""
    return [f" {' '.join(word for word, _ in reading.words[sentence])} " for sentence in reading.compared]
