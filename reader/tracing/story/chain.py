"""Chains: the way of one story through the outlets, put in order around the article that is open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.lexicon.outlets import name_key
from reader.model.chain import Basis, Chain, ChainNode, Derivation, DerivationKind, Drift
from reader.model.lineage import count_origins, without_related_siblings
from reader.tracing.credits.cited import cited_work
from reader.tracing.document import TracedDocument
from reader.tracing.drift.along import drift_along
from reader.tracing.drift.edge import compared_edges, take_side
from reader.tracing.identity import outlet_key

NO_ORIGIN = "no other article here has its text: origin unknown"
NO_SOURCE = f"no source named, and {NO_ORIGIN}"
"""What is said of an article that stands alone, the second where it credits nobody."""
MOST_BESIDE = 4
"""Edges beside the way to the open article along which drift is measured, those that touch it first; every hop of the
way is. It takes 15 ms of processor time for two articles of 550 words; of any others the comparison tells."""


def placeholder_outlet(key: str) -> str:
    """Return the outlet named by the key of a node that is not stored; empty for the key of a stored one."""
    return key.split(":", 2)[1] if key.startswith("ext:") and key.count(":") >= 1 else ""


def build_chain(
    focus: str, documents: Iterable[TracedDocument], derivations: Iterable[Derivation], origins: int | None = None
) -> Chain:
    """Return the chain of one document.

    Args:
        focus: Key of the document that is open.
        documents: The stored documents of its component, itself included; others are not shown. Along the edges of
            those that come without their text no drift is measured.
        derivations: All edges that touch them.
        origins: How many independent origins the library counts, which knows edges that are not shown; None: as many as
            the given edges tell.
    """
    stored = {d.key: d for d in documents}
    known = [e for e in derivations if _is_known(e.src, stored) and _is_known(e.dst, stored)]
    edges = without_related_siblings(known)
    keys = _around(focus, edges)
    edges = _with_one_main([e for e in edges if e.src in keys and e.dst in keys])
    copies = _fold(focus, edges, stored)
    folded = {key for some in copies.values() for key in some}
    kept = tuple(e for e in edges if e.src not in folded and e.dst not in folded)
    shown = {focus, *(end for e in kept for end in (e.src, e.dst))}  # not what only a folded copy cites
    order = _order([k for k in keys if k in shown], kept, stored)
    nodes = tuple(_node(key, stored, edges, copies.get(key, ())) for key in order)
    place = {key: number for number, key in enumerate(order)}
    kept = tuple(sorted(kept, key=lambda e: (place[e.dst], e.sibling, not e.main, place[e.src])))
    counted = count_origins(focus, known, _outlets(known, stored)) if origins is None else origins
    chain = Chain(focus, nodes, kept, origins=counted)
    drift, left_out = _drift(chain, stored)
    named = focus not in stored or bool(stored[focus].credits)
    return replace(chain, drift=drift, remarks=_remarks(chain, left_out, named=named))


def _is_known(key: str, stored: Mapping[str, TracedDocument]) -> bool:
    return key in stored or key.startswith("ext:")


def _around(focus: str, edges: Sequence[Derivation]) -> list[str]:
    """Return the nodes of the focus's derivation group, then what any of them cites and who cites them.

    What was made of the focus leads to no other source of it: of a digest the other items are no part of this story.
    """
    touching: dict[str, list[Derivation]] = {}
    for edge in edges:
        for end in {edge.src, edge.dst}:
            touching.setdefault(end, []).append(edge)
    found = {focus: True}  # whether what the node was made of belongs to the picture
    queue = [focus]
    while queue:
        key = queue.pop()
        for edge in touching.get(key, ()):
            other = edge.dst if edge.src == key else edge.src
            up = edge.dst == key
            cites = edge.kind is DerivationKind.CITES
            rises = found[key] and (up or edge.sibling or key.startswith("ext:"))
            # what another article merely cites is not this story; what an absent source cites is
            if other in found and (found[other] or not rises):
                continue
            if up and not cites and not found[key]:
                continue
            if not cites or up or not key.startswith("ext:"):
                found[other] = rises
                if not cites or up:
                    queue.append(other)
    return list(found)


def _with_one_main(edges: Sequence[Derivation]) -> list[Derivation]:
    best: dict[str, Derivation] = {}
    for edge in edges:
        if not edge.sibling and (edge.dst not in best or _rank(edge) < _rank(best[edge.dst])):
            best[edge.dst] = edge
    return [replace(e, main=best.get(e.dst) is e) for e in edges]


def _rank(edge: Derivation) -> tuple[bool, bool, int, float]:
    return edge.kind is DerivationKind.CITES, not edge.main, list(Basis).index(edge.basis), -edge.confidence


def _fold(focus: str, edges: Sequence[Derivation], stored: Mapping[str, TracedDocument]) -> dict[str, tuple[str, ...]]:
    """Return for one copy of each absent text the further copies that need no node of their own."""
    with_children = {e.src for e in edges if not e.sibling}
    copied: dict[str, list[str]] = {}
    for edge in edges:
        if edge.main and edge.kind is DerivationKind.COPY and edge.src not in stored and edge.dst in stored:
            copied.setdefault(edge.src, []).append(edge.dst)
    folded = {}
    for keys in copied.values():
        keys = sorted(keys, key=lambda k: (k != focus, k not in with_children, _age(stored[k]), k))
        further = tuple(k for k in keys[1:] if k not in with_children)
        if further:
            folded[keys[0]] = further
    return folded


def _age(document: TracedDocument) -> float:
    published = document.article.published_at
    return published.timestamp() if published else float("inf")


def _order(keys: Sequence[str], edges: Sequence[Derivation], stored: Mapping[str, TracedDocument]) -> list[str]:
    """Return the nodes, every one behind those it derives from, earlier ones first."""
    parents: dict[str, set[str]] = {key: set() for key in keys}
    for edge in edges:
        if not edge.sibling:
            parents[edge.dst].add(edge.src)
    ordered: list[str] = []
    waiting = sorted(keys, key=lambda k: (k in stored, _age(stored[k]) if k in stored else 0.0, k))
    while waiting:
        # a circle cannot come from tracing; one in old data is cut at its first node
        ready = next((k for k in waiting if not parents[k] & set(waiting)), waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _node(
    key: str, stored: Mapping[str, TracedDocument], edges: Sequence[Derivation], copies: tuple[str, ...]
) -> ChainNode:
    document = stored.get(key)
    if document is not None:
        article = document.article
        carriers = tuple(stored[copy].article.outlet for copy in copies)
        return ChainNode(
            key,
            article.outlet,
            document.entry_id,
            article.headline,
            article.published_at,
            copies=copies,
            copied_by=carriers,
        )
    outlet = placeholder_outlet(key)
    generic, what = False, ""
    for edge in edges:
        for evidence in edge.evidence if edge.src == key else ():
            witness = stored.get(evidence.node)
            if witness is None:
                continue
            generic = generic or any(c.generic and outlet_key(c.outlet) == outlet_key(outlet) for c in witness.credits)
            what = what or (cited_work(witness.article.text, evidence.span) if evidence.where == "text" else "")
    return ChainNode(key, outlet, generic=generic, what=what)


def _outlets(edges: Iterable[Derivation], stored: Mapping[str, TracedDocument]) -> dict[str, str]:
    """Return the outlet of each node in one spelling; the same that the library counts origins by."""
    keys = {key for edge in edges for key in (edge.src, edge.dst)}
    return {k: name_key(stored[k].article.outlet if k in stored else placeholder_outlet(k)) for k in keys}


def _drift(chain: Chain, stored: Mapping[str, TracedDocument]) -> tuple[tuple[Drift, ...], int]:
    """Return the drift on the way to the open article and along the nearest other edges, and how many are left out."""
    with_text = {key for key, document in stored.items() if document.article.text}
    compared = {(e.src, e.dst): e for e in compared_edges(chain.derivations, with_text)}
    way = [pair for e in chain.path(chain.focus) if (pair := (e.src, e.dst)) in compared]
    beside = sorted((p for p in compared if p not in way), key=lambda pair: chain.focus not in pair)  # a stable sort
    measured = [*way, *beside[:MOST_BESIDE]]
    sides = {key: take_side(stored[key]) for pair in measured for key in pair}
    found = drift_along([edge for pair, edge in compared.items() if pair in measured], sides.__getitem__)
    comparable = {(e.src, e.dst) for e in compared_edges(chain.derivations, stored)}
    return found, len(comparable - set(measured))


def _remarks(chain: Chain, left_out: int, *, named: bool) -> tuple[str, ...]:
    if not chain.origins:
        return (NO_ORIGIN if named else NO_SOURCE,)
    links = f"{left_out} further link" + ("s" if left_out > 1 else "")
    return (f"what changed along {links} beside the way to this article was not looked for",) if left_out else ()
