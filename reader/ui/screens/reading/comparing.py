"""Two articles side by side: those of the link under the cursor, else the open one and the one it came through."""

from collections.abc import Iterable

from reader.model.chain import Chain, ChainNode
from reader.model.entry import EntryId
from reader.ui.screens.reading.desk import Desk
from reader.ui.screens.reading.opening import Opening


class Comparing:
    """The choice of what is compared, and the comparison."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk, self._opening = desk, opening

    def compare(self) -> None:
        """Compare the articles of the chosen link; where none is chosen, the open article with the one above it."""
        opened = self._desk.article_view.opened
        if opened is None:
            return
        chain = opened.chain
        apart = self._desk.side.chain_panel.current_independent if self._in_chain() else None
        if apart is not None:
            why = f"similar, but independent: {', '.join(apart.reasons)}"
            self._start(EntryId(int(apart.node.key)), opened.stored.id, why)
            return
        chosen = self._chosen_pair()
        if chosen is not None:
            absent = next((key for key in chosen if not key.isdecimal()), None)
            if absent is None:
                self._start(EntryId(int(chosen[0])), EntryId(int(chosen[1])), "")
            else:
                node = chain.node(absent)
                name = node.outlet if node is not None else absent
                self._desk.tell(f"{name} is not in the library: nothing to compare with", alarm=True)
            return
        other, why = self._above(chain), ""
        if other is None and (other := self._beside(chain)) is not None:
            why = f"no link above {opened.stored.outlet}: compared with {other.outlet}"
        if other is None or other.entry_id is None:
            self._desk.tell("No article of this chain stands in the library to compare with", alarm=True)
            return
        self._start(other.entry_id, opened.stored.id, why)

    def _chosen_pair(self) -> tuple[str, str] | None:
        """Return the keys of the two articles the cursor in the side panel is on; None where it chooses none."""
        side = self._desk.side
        if self._desk.pane == "side" and side.tab == "changes":
            drift = side.change_list.current_change
            return (drift.a, drift.b) if drift is not None else None
        edge = side.chain_panel.current_edge() if self._in_chain() else None
        return (edge.src, edge.dst) if edge is not None else None

    def _in_chain(self) -> bool:
        """Tell whether the cursor is in the chain."""
        return self._desk.pane == "side" and self._desk.side.tab == "chain"

    def _start(self, a: EntryId, b: EntryId, why: str) -> None:
        """Compare two entries (in the background) and show the outcome."""
        ticket = self._opening.ticket
        self._desk.tell("Comparing …")

        def work() -> None:
            from reader.pipeline.compare import compare_entries

            comparison = compare_entries(self._desk.services, a, b)
            self._desk.app.call_from_thread(self._show, comparison, why, ticket)

        self._desk.in_background("compare", work)

    def _show(self, comparison: object, why: str, ticket: int) -> None:
        """Open the comparison, unless another article was opened meanwhile."""
        from reader.pipeline.compare import Comparison
        from reader.ui.screens.compare import CompareScreen

        if isinstance(comparison, Comparison) and ticket == self._opening.ticket:
            self._desk.tell("")
            self._desk.show_over(CompareScreen(comparison, why))

    def _above(self, chain: Chain) -> ChainNode | None:
        """Return the nearest stored article above the open one."""
        keys = [edge.src for edge in reversed(chain.path(chain.focus))]
        keys += [edge.src for edge in chain.parents(chain.focus)]
        return _stored(chain, keys)

    def _beside(self, chain: Chain) -> ChainNode | None:
        """Return what to compare an origin with: the article one came from along the chain, else its nearest child."""
        keys = [str(entry_id) for entry_id in reversed(self._opening.way)]
        children = [d for d in chain.derivations if d.src == chain.focus and not d.sibling]
        keys += [d.dst for d in sorted(children, key=lambda d: (not d.main, -d.confidence))]
        keys += [key for d in chain.derivations if chain.focus in (d.src, d.dst) for key in (d.src, d.dst)]
        return _stored(chain, keys)


def _stored(chain: Chain, keys: Iterable[str]) -> ChainNode | None:
    """Return the first of some nodes that stands in the library and is not the open article."""
    for key in keys:
        node = chain.node(key)
        if node is not None and node.entry_id is not None and key != chain.focus:
            return node
    return None
