"""A chain as a tree of lines: origins at the left, every article under the one it came from."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.cli.output import Paper
from reader.model.chain import Chain, ChainNode, Derivation, Drift, Independent
from reader.model.journey import follow_changes
from reader.model.labels import absence_words, node_words, outlet_words
from reader.model.moments import moment_words
from reader.model.wording import (
    ALONG_CHAIN,
    COMMON_SOURCE,
    DRIFT_WORDS,
    INDEPENDENT,
    LEFT_OUT,
    basis_words,
    better_words,
    carriers_words,
    derivation_words,
    origins_words,
    percent_words,
    quoted,
)
from reader.text.safety import clean_line

_MOST_CLAIMS = 3
"""Statements added, and dropped, that are shown of one link: a summary leaves out most of what it sums up."""


def chain_lines(chain: Chain, paper: Paper, beside: Sequence[Independent] = ()) -> Iterator[str]:
    """Yield the lines of a chain: the tree, the words that prove its links, what changed, what to know.

    Last comes what is ``beside`` it: articles that are similar and independent, and why that is held.
    """
    if not chain.derivations:
        node = chain.node(chain.focus)
        yield _node_words(node, paper, chain=chain) if node else "◉ this article"
        for remark in chain.remarks:
            yield from (paper.style(row, "dim") for row in paper.wrap(clean_line(remark), "  "))
    else:
        yield from _tree(chain, paper)
        yield from _proofs(chain, paper)
    yield from _changes(chain, paper)
    yield from _journeys(chain, paper)
    if origins := origins_words(chain):
        yield from ("", *paper.wrap(clean_line(origins)))
    for remark in chain.remarks if chain.derivations else ():
        yield from ("", *paper.wrap(clean_line(remark)))
    if beside:
        yield from ("", paper.style(INDEPENDENT.capitalize(), "bold"))
    for other in beside:
        yield f"  {_node_words(other.node, paper)}"
        yield from paper.wrap(clean_line(", ".join(other.reasons)), "    ")


def _tree(chain: Chain, paper: Paper) -> Iterator[str]:
    """Yield the nodes, each under its main parent."""
    main: dict[str, Derivation] = {}
    for node in chain.nodes:
        parents = chain.parents(node.key)
        if parents:
            main[node.key] = parents[0]
    children: dict[str, list[str]] = {}
    for key, edge in main.items():
        children.setdefault(edge.src, []).append(key)
    seen: set[str] = set()
    for node in chain.nodes:
        if node.key not in main:
            yield from _branch(chain, node, main, children, paper, seen)
    for node in chain.nodes:  # a circle of edges has no top
        if node.key not in seen:
            yield from _branch(chain, node, main, children, paper, seen)


def _branch(
    chain: Chain,
    top: ChainNode,
    main: dict[str, Derivation],
    children: dict[str, list[str]],
    paper: Paper,
    seen: set[str],
) -> Iterator[str]:
    """Yield one node and all below it; deep chains need no deep stack."""
    stack: list[tuple[ChainNode, str, str]] = [(top, "", "")]
    while stack:
        node, lead, below = stack.pop()
        if node.key in seen:
            continue
        seen.add(node.key)
        yield f"{paper.style(lead, 'dim')}{_node_words(node, paper, main.get(node.key), chain)}"
        beside = tuple(edge for edge in chain.derivations if edge.sibling and edge.dst == node.key)
        for edge in (*chain.parents(node.key)[1:], *beside):
            other = chain.node(edge.src)
            if other is not None:
                name = clean_line(outlet_words(other), 60)
                word = "beside" if edge.sibling else "also from"
                yield paper.style(f"{below}     {word} {name}: {derivation_words(edge, chain)}", "dim")
        keys = [key for key in children.get(node.key, ()) if key not in seen]
        for place, key in reversed(list(enumerate(keys))):
            child = chain.node(key)
            if child is not None:
                last = place == len(keys) - 1
                stack.append((child, below + ("  └─ " if last else "  ├─ "), below + ("     " if last else "  │  ")))


def _node_words(node: ChainNode, paper: Paper, edge: Derivation | None = None, chain: Chain | None = None) -> str:
    """Return a node as the tree shows it: sign, outlet, what is known of it."""
    sign = "◉" if chain is not None and node.key == chain.focus else "●" if node.entry_id is not None else "○"
    outlet = paper.style(clean_line(outlet_words(node), 60), "bold")
    facts = []
    if node.what:
        facts.append(quoted(clean_line(node.what, 60)))
    if edge is not None:
        facts.append(derivation_words(edge, chain))
    if node.entry_id is None:
        facts.append(absence_words(node))
    else:
        if node.outlet:
            facts.append(f"entry {node.entry_id}")
        if node.published_at is not None:
            facts.append(moment_words(node.published_at))
        if node.copies:
            facts.append(clean_line(carriers_words(node), 200))
    return f"{sign} {outlet}  {paper.style('; '.join(facts), 'dim')}"


def _proofs(chain: Chain, paper: Paper) -> Iterator[str]:
    """Yield the words that prove the main edges."""
    edges = [edge for node in chain.nodes for edge in chain.parents(node.key) if edge.evidence]
    edges += [edge for edge in chain.derivations if edge.sibling and better_words(edge.evidence)]
    if edges:
        yield from ("", paper.style("Why", "bold"))
    for edge in edges:
        sure = f"{percent_words(edge.confidence)} sure: {COMMON_SOURCE if edge.sibling else basis_words(edge)}"
        yield f"  {paper.style(_names(chain, edge.src, edge.dst), 'cyan')}  {paper.style(sure, 'dim')}"
        shown = [evidence for evidence in edge.evidence if evidence.node == edge.dst] or edge.evidence
        if better := better_words(edge.evidence):
            yield from paper.wrap(clean_line(f"{_outlet(chain, edge.evidence[0].node)} {better}", 600), "    ")
        for evidence in shown[:3]:
            words = clean_line(evidence.words, 200)
            place = "" if evidence.where == "text" else f" in {clean_line(evidence.where, 40)}"
            yield from paper.wrap(f"{clean_line(evidence.reason, 40)}{place}: {quoted(words)}", "    ")


def _changes(chain: Chain, paper: Paper) -> Iterator[str]:
    """Yield what changed, link by link in the order of the chain."""
    if chain.drift:
        yield from ("", paper.style("What changed", "bold"))
    for (a, b), drifts in groupby(chain.drift, key=lambda drift: (drift.a, drift.b)):
        yield f"  {paper.style(_names(chain, a, b), 'cyan')}"
        yield from changes_lines(drifts, paper, "    ")


def _journeys(chain: Chain, paper: Paper) -> Iterator[str]:
    """Yield what changed more than once on the way to the open article, from its first wording to the last."""
    journeys = [journey for journey in follow_changes(chain) if journey.is_long]
    if journeys:
        yield from ("", paper.style(ALONG_CHAIN, "bold"))
    for journey in journeys:
        yield f"  {paper.style(DRIFT_WORDS[journey.type], 'yellow')}"
        for wording in journey.wordings:
            yield from paper.wrap(
                f"{_outlet(chain, wording.node)}: {clean_line(wording.words, 300) or LEFT_OUT}", "    "
            )


def changes_lines(changes: Iterable[Drift], paper: Paper, indent: str = "  ") -> Iterator[str]:
    """Yield the words of changes under what they are; of statements that only one text has, the first of each kind."""
    for kind, group in groupby(changes, key=lambda drift: drift.type):
        same = list(group)
        shown = same[:_MOST_CLAIMS] if kind.is_claim else same
        for number, drift in enumerate(shown):
            if not (number and kind.is_claim):
                yield f"{indent}{paper.style(DRIFT_WORDS[kind], 'yellow')}"
            for sign, words in (("−", drift.a_words), ("+", drift.b_words)):
                if words:
                    yield from paper.wrap(f"{sign} {clean_line(words, 300)}", f"{indent}  ")
        if left := len(same) - len(shown):
            yield f"{indent}  {paper.style(f'and {left} more', 'dim')}"


def _names(chain: Chain, src: str, dst: str) -> str:
    """Return the two outlets of a link."""
    return " → ".join(_outlet(chain, key) for key in (src, dst))


def _outlet(chain: Chain, key: str) -> str:
    """Return the outlet of a node."""
    return clean_line(node_words(chain, key), 60)
