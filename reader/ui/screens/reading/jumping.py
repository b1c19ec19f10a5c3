"""Going along the chain: to an outlet's article, to the words that prove a link, to what was changed."""

from typing import TYPE_CHECKING

from reader.model.entry import EntryId
from reader.text.spans import Span
from reader.ui.screens.reading.desk import Desk
from reader.ui.screens.reading.moving import Moving
from reader.ui.screens.reading.opening import Opening

if TYPE_CHECKING:
    from reader.model.chain import ChainNode, Drift, Evidence


class Jumping:
    """Jumps from the panel beside the article; what is not in the library is shown by the words that cite it."""

    def __init__(self, desk: Desk, opening: Opening, moving: Moving) -> None:
        self._desk, self._opening, self._moving = desk, opening, moving

    def open_node(self, node: "ChainNode") -> None:
        """Open an outlet of the chain; where it is only cited, show the crediting words."""
        from reader.model.labels import absence_words, node_words, outlet_words

        opened = self._desk.article_view.opened
        if opened is None:
            return
        if node.entry_id is not None and node.entry_id != opened.stored.id:
            self._opening.open(node.entry_id, came_from=(*self._opening.way, opened.stored.id))
        elif node.entry_id is not None:
            self._desk.tell(f"{outlet_words(node)}: this is the article that is open")
            self._moving.go_to("article")
        else:
            pieces = [e for d in opened.chain.derivations if d.src == node.key for e in d.evidence]
            here = next((e for e in pieces if e.node == opened.chain.focus and e.where == "text"), None)
            shown = here or next(iter(pieces), None)
            by = (
                f"; {node_words(opened.chain, shown.node)} cites it"
                if shown and shown.node != opened.chain.focus
                else ""
            )
            if shown is not None:
                self.open_evidence(shown)
            self._desk.tell(f"{outlet_words(node)} is only cited: {absence_words(node)}{by}")

    def open_numbered(self, number: int) -> None:
        """Open the outlet that stands in the chain under a number."""
        nodes = self._desk.side.chain_panel.numbered
        if number <= len(nodes):
            self.open_node(nodes[number - 1])
        else:
            self._desk.tell(f"The chain has no outlet {number}")

    def open_evidence(self, evidence: "Evidence") -> None:
        """Show the words that prove a link, where they stand."""
        self._show_words(evidence.node, evidence.span if evidence.where == "text" else None, evidence.words)

    def open_change(self, drift: "Drift") -> None:
        """Show the words that were changed, in the open article if they stand there."""
        opened = self._desk.article_view.opened
        if opened is not None and drift.a == opened.chain.focus and drift.a_span is not None:
            self._show_words(drift.a, drift.a_span, drift.a_words)
        else:
            self._show_words(drift.b if drift.b_span else drift.a, drift.b_span or drift.a_span, drift.b_words)

    def _show_words(self, key: str, span: Span | None, words: str) -> None:
        """Show a stretch of the article of a node, opening it where it is another one."""
        opened = self._desk.article_view.opened
        if opened is None:
            return
        if key == opened.chain.focus:
            if span is None:
                self._desk.tell(f"Not in the text: «{words[:80]}»")
            elif self._desk.article_view.scroll_to_span(span):
                self._desk.article_view.mark_span(span)
                self._moving.go_to("article")
        elif key.isdecimal():
            self._opening.open(EntryId(int(key)), span=span, came_from=(*self._opening.way, opened.stored.id))
        else:
            self._desk.tell(f"Not in the library: «{words[:80]}»")
