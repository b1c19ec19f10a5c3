"""The rows of the chain panel: each outlet, each link and, where a link is unfolded, the words that prove it.

Apart from the panel, since it is needed only once an article is open.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from textual.content import Content

from reader.model.chain import Chain, ChainNode, Derivation, Evidence, Independent
from reader.model.labels import node_words, outlet_words
from reader.model.wording import (
    INDEPENDENT,
    basis_words,
    better_words,
    copies_words,
    derivation_words,
    origins_words,
    quoted,
)
from reader.ui.content import count, held, joined, line, short_time

EVIDENCE_SHOWN: Final = 12
"""Pieces of evidence shown under one link."""


@dataclass(frozen=True, slots=True)
class ChainRow:
    """One row of the panel."""

    kind: Literal["node", "edge", "evidence", "independent", "text"]
    content: Content
    node: ChainNode | None = None
    edge: Derivation | None = None
    evidence: Evidence | None = None
    hang: str = ""
    """What further lines of the row begin with."""

    @property
    def place(self) -> tuple[object, ...]:
        """What tells the row from all others, also after the chain was read anew."""
        edge = (self.edge.src, self.edge.dst) if self.edge else None
        return (self.kind, self.node.key if self.node else "", edge, self.evidence)


class ChainRows:
    """Makes the rows of a chain: the way down to the open article first, then what branches off it."""

    def __init__(
        self, chain: Chain, unfolded: set[tuple[str, str]], now: datetime, beside: Sequence[Independent] = ()
    ) -> None:
        self._chain, self._unfolded, self._now = chain, unfolded, now
        self._changes = Counter((drift.a, drift.b) for drift in chain.drift)
        self._seen: set[str] = set()
        self._number = 0
        self.made: list[ChainRow] = []
        if origins := origins_words(chain):
            self._text(origins, "$muted")
        path = chain.path(chain.focus)
        for edge in path:
            self._node(edge.src, origin=edge is path[0])
            self._edge(edge)
        self._node(chain.focus)
        self._also(path)
        for remark in chain.remarks:
            self._text(remark, "italic $muted")
        self._independent(beside)

    def _also(self, path: tuple[Derivation, ...]) -> None:
        """Add further parents of the open article and all other outlets of the story."""
        main = {id(edge) for edge in path}
        others = [edge for edge in self._chain.derivations if id(edge) not in main]
        further = [edge for edge in others if edge.dst == self._chain.focus and not edge.sibling]
        if further:
            self._text("also drawn from", "$muted")
            for edge in further:
                self._node(edge.src, indent=" ")
                self._edge(edge, indent=" ")
        rest = [node for node in self._chain.nodes if node.key not in self._seen]
        if rest:
            self._text("also in this story", "$muted")
        for node in rest:
            self._node(node.key, indent=" ")
            into = sorted((e for e in others if e.dst == node.key and not e.sibling), key=lambda e: not e.main)
            beside = [e for e in others if e.sibling and node.key in (e.src, e.dst)]
            for edge in (into or beside)[:1]:
                self._edge(edge, indent=" ", towards=edge.src if edge.dst == node.key else edge.dst)

    def _node(self, key: str, *, origin: bool = False, indent: str = "") -> None:
        """Add an outlet, once."""
        node = self._chain.node(key) or ChainNode(key, key)
        if key in self._seen:
            self.made.append(ChainRow("node", joined(indent, "  ↑ ", line(outlet_words(node))), node))
            return
        self._seen.add(key)
        self._number += 1
        mark = "◉" if key == self._chain.focus else "●" if node.entry_id is not None else "○"
        number = f"{self._number} " if self._number < 10 else "  "
        parts: list[Content | str] = [indent, Content.styled(number, "$muted"), f"{mark} "]
        parts += self._outlet(node, "bold $chain-origin" if origin else "bold")
        if node.entry_id is None:
            missing = "no article found" if node.followed else "cited, unnamed" if node.generic else "cited only"
            parts.append(Content.styled("  " + held(missing), "$muted"))
        if node.copies:
            parts.append(Content.styled(f"  {copies_words(len(node.copies))}", "$muted"))
        if node.what:
            parts += [" · ", line(node.what, "italic")]
        self.made.append(ChainRow("node", joined(*parts), node, hang=indent + "    "))

    def _outlet(self, node: ChainNode, style: str) -> list[Content | str]:
        """Return the name of an outlet and, where it is known, when it published."""
        parts: list[Content | str] = [line(outlet_words(node), style)]
        if node.published_at is not None:
            moment = held(short_time(node.published_at, self._now).strip())
            parts.append(Content.styled(f"  {moment}", "$muted"))
        return parts

    def _edge(self, edge: Derivation, *, indent: str = "", towards: str = "") -> None:
        """Add a link and, where it is unfolded, its evidence."""
        is_open = (edge.src, edge.dst) in self._unfolded
        sign = "▾" if is_open else "▸"
        words = ", ".join(
            held(part) if part[:1].isdecimal() else part for part in derivation_words(edge, self._chain).split(", ")
        )
        parts: list[Content | str] = [f"{indent}  │ {sign} ", Content.styled(words, "$muted")]
        if changes := self._changes[edge.src, edge.dst]:
            parts.append(Content.styled(f", {held(count(changes, 'change'))}", "$drift"))
        if towards:
            sign = " beside " if edge.sibling else " ⟵ "
            parts += [sign, line(node_words(self._chain, towards), "$credit")]
        hang = f"{indent}  │ "
        self.made.append(ChainRow("edge", joined(*parts), edge=edge, hang=hang))
        if not is_open:
            return
        basis = basis_words(edge)
        if not edge.sibling:
            self.made.append(ChainRow("text", joined(hang, Content.styled(basis, "italic $muted")), hang=hang))
        if better := better_words(edge.evidence):
            better = f"{node_words(self._chain, edge.evidence[0].node)} {better}"
            self.made.append(ChainRow("text", joined(hang, line(better, "italic $muted")), hang=hang))
        pieces = _distinct(edge.evidence)
        for piece in pieces[:EVIDENCE_SHOWN]:
            words_shown = joined(hang, Content.styled(f"{piece.reason}: ", "$muted"), line(quoted(piece.words)))
            self.made.append(ChainRow("evidence", words_shown, edge=edge, evidence=piece, hang=hang))
        if (more := len(pieces) - EVIDENCE_SHOWN) > 0:
            self.made.append(ChainRow("text", Content(f"{hang}and {more} more")))

    def _independent(self, beside: Sequence[Independent]) -> None:
        """Add what tells of the same matter and has no part in the chain, and why not."""
        if beside:
            self._text(INDEPENDENT, "$muted")
        for other in beside:
            parts: list[Content | str] = [" ● ", *self._outlet(other.node, "bold"), "\n"]
            parts.append(Content.styled(", ".join(map(held, other.reasons)), "italic $muted"))
            self.made.append(ChainRow("independent", joined(*parts), other.node, hang="   "))

    def _text(self, words: str, style: str) -> None:
        """Add a row the cursor passes over."""
        self.made.append(ChainRow("text", line(words, style)))


def _distinct(pieces: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence without words that were given once already: shared words stand in both articles."""
    seen: dict[tuple[str, str], Evidence] = {}
    for piece in pieces:
        seen.setdefault((piece.reason, piece.words.casefold()), piece)
    return list(seen.values())
