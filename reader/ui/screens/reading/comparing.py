"""Two articles side by side: those of the link under the cursor, else the open one and the one it came through."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.timer import Timer

from reader.model.chain import Chain, ChainNode, Drift, Independent
from reader.model.entry import EntryId
from reader.model.labels import absence_words, outlet_words, stored_words
from reader.model.wording import INDEPENDENT
from reader.ui.screens.dialogs.base import NoticeDialog
from reader.ui.screens.reading.desk import Desk
from reader.ui.screens.reading.opening import Opening

if TYPE_CHECKING:
    from reader.pipeline.compare import Comparison

SOON: Final = 0.15
"""Seconds before it is said that a comparison takes its time."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a comparison brought, and what it was asked for."""

    comparison: "Comparison | None"
    problem: str
    why: str
    at: Drift | None
    ticket: int


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
        panel = self._desk.side.chain_panel
        apart = panel.current_independent if self._in_chain() else None
        if apart is not None:
            self._compare_apart(apart, opened.stored.id)
            return
        change = self._chosen_change()
        if change is not None:
            self.compare_at(change)
            return
        edge = panel.current_edge() if self._in_chain() else None
        if edge is not None:
            self._compare_pair(chain, edge.src, edge.dst)
            return
        other, why = self._above(chain), ""
        if other is None and (other := self._beside(chain)) is not None:
            why = f"no link above {stored_words(opened.stored)}: compared with {outlet_words(other)}"
        if other is None and (apart := panel.current_independent or next(iter(panel.beside), None)) is not None:
            self._compare_apart(apart, opened.stored.id)
            return
        if other is None or other.entry_id is None:
            self._desk.tell("No article of this chain stands in the library to compare with", alarm=True)
            return
        self._start(other.entry_id, opened.stored.id, why)

    def _compare_apart(self, apart: Independent, opened: EntryId) -> None:
        """Compare the open article with one that has no part in its chain."""
        self._start(EntryId(int(apart.node.key)), opened, f"{INDEPENDENT}: {', '.join(apart.reasons)}")

    def compare_at(self, change: Drift) -> None:
        """Compare the two articles of a link, beginning at one of its changes."""
        if (opened := self._desk.article_view.opened) is not None:
            self._compare_pair(opened.chain, change.a, change.b, change)

    def _compare_pair(self, chain: Chain, src: str, dst: str, at: Drift | None = None) -> None:
        """Compare the articles of two nodes; say so where one of them is not in the library."""
        absent = next((key for key in (src, dst) if not key.isdecimal()), None)
        if absent is None:
            self._start(EntryId(int(src)), EntryId(int(dst)), "", at)
            return
        node = chain.node(absent) or ChainNode(absent, "")
        said = f": {absence_words(node)}" if node.followed else f" is {absence_words(node)}"
        self._desk.tell(f"{outlet_words(node)}{said}: nothing to compare with", alarm=True)

    def _chosen_change(self) -> Drift | None:
        """Return the change the cursor in the side panel is on; None where it is elsewhere."""
        side = self._desk.side
        return side.change_list.current_change if self._desk.pane == "side" and side.tab == "changes" else None

    def _in_chain(self) -> bool:
        """Tell whether the cursor is in the chain."""
        return self._desk.pane == "side" and self._desk.side.tab == "chain"

    def _start(self, a: EntryId, b: EntryId, why: str, at: Drift | None = None) -> None:
        """Compare two entries (in the background) and show the outcome.

        If it takes a moment, a notice lies over the screen: a key meant for the comparison must not open an entry.
        """
        ticket = self._opening.ticket
        notice = NoticeDialog("Compare", [Content("Comparing the two articles …")])
        timer = self._desk.set_timer(SOON, lambda: self._desk.show_over(notice))

        def work() -> None:
            from reader.pipeline.compare import compare_entries
            from reader.pipeline.enrich import EnrichError

            try:
                comparison, problem = compare_entries(self._desk.services, a, b), ""
            except EnrichError as error:
                comparison, problem = None, str(error)
            self._desk.app.call_from_thread(self._end, _Outcome(comparison, problem, why, at, ticket), notice, timer)

        self._desk.in_background("compare", work)

    def _end(self, outcome: "_Outcome", notice: NoticeDialog, timer: Timer) -> None:
        """Show a comparison, unless the notice was closed or another article was opened meanwhile."""
        from reader.ui.screens.compare import CompareScreen

        timer.stop()
        if notice.is_current:
            notice.dismiss(None)
        elif notice.is_mounted or outcome.ticket != self._opening.ticket:
            return
        if outcome.comparison is None:
            self._desk.tell(outcome.problem, alarm=True)
        else:
            self._desk.show_over(CompareScreen(outcome.comparison, outcome.why, outcome.at))

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
