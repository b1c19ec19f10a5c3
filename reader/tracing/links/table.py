"""The table of links among some documents, and the bar that common text alone must pass."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.tracing.links.sources import CreditedOutlet
from reader.tracing.reuse.overlap import Reuse

STRONG_PAIRS = 0.3
"""Word pair containment that no two independent reports of the development data reach (highest: .25)."""
STRONG_COVER = 0.3
LESSER = 0.75
"""A link is kept if the text has at least this share of what it has from its best source."""


@dataclass(slots=True)
class Links:
    """The links among some documents; keys are document keys."""

    text: dict[frozenset[str], Reuse] = field(default_factory=dict)
    """Derivations by common text, undirected, measured from the side that is contained more."""
    credited: dict[tuple[str, str], CreditedOutlet] = field(default_factory=dict)
    """(parent, child) -> the child's credit for the parent's outlet, backed by common matter."""
    cited: dict[tuple[str, str], CreditedOutlet] = field(default_factory=dict)
    """(parent, child) likewise, where nothing but the fact was taken."""

    digests: dict[tuple[str, str], Reuse] = field(default_factory=dict)
    """(parent, child) of a child that tells the reports of several parents one after the other."""

    def components(self, keys: Iterable[str], *, cited: bool = False) -> list[list[str]]:
        """Return the documents that hang together, in the order of ``keys``; a document without links stands alone.

        With ``cited`` those hang together too of which one only cites the other: what one derives from, and how, may
        then rest on all documents of its component, and on no others.
        """
        parent = {key: key for key in keys}

        def find(key: str) -> str:
            while parent[key] != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for pair in (*self.text, *self.credited, *self.digests, *(self.cited if cited else ())):
            one, other = tuple(pair)
            parent[find(one)] = find(other)
        groups: dict[str, list[str]] = defaultdict(list)
        for key in parent:
            groups[find(key)].append(key)
        return list(groups.values())


def is_strong(reuse: Reuse) -> bool:
    """Tell whether the common text alone proves a derivation."""
    unquoted = reuse.covered * (1 - reuse.quoted)
    return (reuse.pairs >= STRONG_PAIRS and reuse.probability >= 0.5) or unquoted >= STRONG_COVER
