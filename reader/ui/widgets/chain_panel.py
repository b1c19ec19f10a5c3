"""The chain: the outlets a story came through, origin on top, each link with the words that prove it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message

from reader.ui.widgets.row_list import RowList, TextRows

if TYPE_CHECKING:
    from reader.model.chain import Chain, ChainNode, Derivation, Evidence, Independent
    from reader.ui.widgets.chain_rows import ChainRow


class ChainPanel(TextRows):
    """Nodes and links of one chain; links open in place."""

    @dataclass
    class NodeChosen(Message):
        """An outlet was chosen."""

        node: "ChainNode"

    @dataclass
    class EvidenceChosen(Message):
        """Words that prove a link were chosen."""

        evidence: "Evidence"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._chain: Chain | None = None
        self._now: datetime | None = None
        self._rows_shown: list[ChainRow] = []
        self._unfolded: set[tuple[str, str]] = set()
        self._beside: tuple[Independent, ...] = ()

    @property
    def numbered(self) -> "list[ChainNode]":
        """The nodes in the order of their numbers, 1 first."""
        return [row.node for row in self._rows_shown if row.kind == "node" and row.node is not None]

    def show_chain(self, chain: "Chain | None", now: datetime, *, keep_place: bool = False) -> None:
        """Show the chain of another entry, or the same one as it is now; the link above the open article is unfolded.

        Args:
            chain: the chain; None: nothing is open.
            now: the present, for dates.
            keep_place: leave the cursor on its row, and unfolded what is.
        """
        place = self._rows_shown[self.cursor].place if keep_place and self._rows_shown else None
        self._chain, self._now = chain, now
        path = chain.path(chain.focus) if chain else ()
        if not keep_place:
            self._unfolded, self._beside = set(), ()
        self._unfolded |= {(edge.src, edge.dst) for edge in path[-1:]}
        self._lay_rows(0)
        found = (number for number, row in enumerate(self._rows_shown) if row.place == place)
        self.rows_changed(next(found, self.cursor))

    def show_independent(self, beside: "tuple[Independent, ...]") -> None:
        """Show below the chain what is similar and has no part in it; the cursor stays where it is."""
        self._beside = beside
        self._lay_rows(self.cursor)

    @property
    def beside(self) -> "tuple[Independent, ...]":
        """What is similar to the open article and independent of it, the most similar first."""
        return self._beside

    def current_edge(self) -> "Derivation | None":
        """Return the link under the cursor; on an outlet the link that leads into it."""
        if self._chain is None or not self._rows_shown:
            return None
        row = self._rows_shown[self.cursor]
        if row.edge is not None:
            return row.edge
        parents = self._chain.parents(row.node.key) if row.node else ()
        return parents[0] if parents else None

    @property
    def current_independent(self) -> "Independent | None":
        """What is under the cursor, if it is similar to the open article and independent of it."""
        row = self._rows_shown[self.cursor] if self._rows_shown else None
        if row is None or row.kind != "independent":
            return None
        return next((other for other in self._beside if other.node == row.node), None)

    def choose(self) -> None:
        """Open what the cursor is on: an outlet's article, a link's evidence, the crediting words."""
        if not self._rows_shown:
            return
        row = self._rows_shown[self.cursor]
        if row.kind == "edge" and row.edge is not None:
            self._unfolded.symmetric_difference_update({(row.edge.src, row.edge.dst)})
            self._lay_rows(self.cursor)
        elif row.kind == "evidence" and row.evidence is not None:
            self.post_message(self.EvidenceChosen(row.evidence))
        elif row.node is not None:
            self.post_message(self.NodeChosen(row.node))
        self.post_message(RowList.Selected(self, self.cursor))

    def _lay_rows(self, cursor: int) -> None:
        """Make the rows of the chain."""
        if self._chain is None or self._now is None:
            self._rows_shown = []
            self.show_rows([])
            return
        from reader.ui.widgets.chain_rows import ChainRows

        rows = ChainRows(self._chain, self._unfolded, self._now, self._beside)
        self._rows_shown = rows.made
        headings = {i for i, row in enumerate(rows.made) if row.kind == "text"}
        hangs = [row.hang for row in rows.made]
        self.show_rows([row.content for row in rows.made], headings=headings, hangs=hangs, cursor=cursor)
