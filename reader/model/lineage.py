"""Lineage: what follows from the edges of a story alone, for lists and chains alike."""

from collections.abc import Iterable, Mapping, Sequence

from reader.model.chain import Derivation, DerivationKind


def without_related_siblings(derivations: Sequence[Derivation]) -> list[Derivation]:
    """Return the edges without the siblings of which one derives from the other.

    Such a pair is told by the edges between the two; that both come from a common source would say something else.
    """
    below: dict[str, set[str]] = {}
    for edge in derivations:
        if not edge.sibling:
            below.setdefault(edge.src, set()).add(edge.dst)
    reached: dict[str, set[str]] = {}

    def derives(key: str, source: str) -> bool:
        if source not in reached:
            reached[source] = _reach([source], below) if source in below else set()
        return key in reached[source]

    return [e for e in derivations if not e.sibling or not (derives(e.dst, e.src) or derives(e.src, e.dst))]


def _reach(starts: Iterable[str], ways: Mapping[str, Iterable[str]]) -> set[str]:
    """Return what is reached from some nodes, themselves included."""
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += ways.get(key, ())
    return seen


def top_sources(key: str, derivations: Iterable[Derivation]) -> set[str]:
    """Return the nodes to which one goes back, itself where nothing is above it.

    A text goes back to its sources; what took no text goes back to all that it cites.

    Args:
        key: Of the node.
        derivations: At least all edges above it, at any distance.
    """
    above: dict[str, list[Derivation]] = {}
    for edge in derivations:
        if not edge.sibling:
            above.setdefault(edge.dst, []).append(edge)
    ways: dict[str, list[str]] = {}
    for node, edges in above.items():
        texts = [e.src for e in edges if e.kind is not DerivationKind.CITES]
        ways[node] = texts or [e.src for e in edges]
    return {node for node in _reach([key], ways) if node not in ways}


def count_origins(key: str, derivations: Iterable[Derivation], outlets: Mapping[str, str]) -> int:
    """Return how many independent origins of a node are known; 0 where it stands alone.

    Texts of one outlet are one origin, and so are siblings: copies of a source that nobody names. The origin of
    something is its own.

    Args:
        key: Of the node.
        derivations: All edges that touch it or what is above it, at any distance.
        outlets: Name of the outlet by node, in one spelling; a node without a name is an outlet of its own.
    """
    edges = list(derivations)
    if not any(key in (e.src, e.dst) for e in edges):
        return 0
    tops = top_sources(key, edges)
    same: dict[str, set[str]] = {top: set() for top in tops}
    pairs = [(e.src, e.dst) for e in edges if e.sibling and e.src in same and e.dst in same]
    first_of: dict[str, str] = {}
    pairs += [(top, first_of.setdefault(outlets[top], top)) for top in tops if outlets.get(top)]
    for one, other in pairs:
        same[one].add(other)
        same[other].add(one)
    return len({min(_reach([top], same)) for top in tops})
