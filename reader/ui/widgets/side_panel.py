"""The panel beside the article: chain, claims and changes, one of them at a time."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar, Final

from textual.containers import Container
from textual.content import Content
from textual.reactive import var

from reader.pipeline.enrich import OpenEntry
from reader.ui.content import EMPTY, joined
from reader.ui.widgets.chain_panel import ChainPanel
from reader.ui.widgets.claim_list import ChangeList, ClaimList
from reader.ui.widgets.row_list import TextRows

TABS: Final = ("chain", "claims", "changes")


class SidePanel(Container, inherit_bindings=False):
    """Three lists about the open article; the tab decides which is seen."""

    ALLOW_MAXIMIZE: ClassVar[bool] = False

    tab: var[str] = var("chain")
    """Which list is seen."""

    def compose(self) -> Iterator[TextRows]:
        """Make the three lists."""
        yield ChainPanel(id="chain-panel")
        yield ClaimList(id="claim-list")
        yield ChangeList(id="change-list")

    @property
    def lists(self) -> dict[str, TextRows]:
        """The lists by the name of their tab."""
        return dict(zip(TABS, self.query_children(TextRows), strict=True))

    @property
    def current(self) -> TextRows:
        """The list that is seen."""
        return self.lists[self.tab]

    @property
    def chain_panel(self) -> ChainPanel:
        """The list of outlets."""
        return self.query_one(ChainPanel)

    @property
    def claim_list(self) -> ClaimList:
        """The list of claims."""
        return self.query_one(ClaimList)

    def show(self, opened: OpenEntry | None, now: datetime) -> None:
        """Show what is known about another entry."""
        self.chain_panel.show_chain(opened.chain if opened else None, now)
        self.claim_list.show_claims(opened)
        self.query_one(ChangeList).show_changes(opened.chain if opened else None)

    def step_tab(self, step: int) -> None:
        """Go to the next or previous tab, round and round."""
        self.tab = TABS[(TABS.index(self.tab) + step) % len(TABS)]

    def on_mount(self) -> None:
        """Show the first tab."""
        self.watch_tab()

    def watch_tab(self) -> None:
        """Show one list and name all three in the border."""
        if not self.is_attached:
            return
        for name, rows in self.lists.items():
            rows.display = name == self.tab
        self.border_title = self.tab.capitalize()
        names = [Content.styled(name, "bold reverse" if name == self.tab else "$muted") for name in TABS]
        self.border_subtitle = joined(EMPTY, *[part for name in names for part in (" ", name)], " ")
