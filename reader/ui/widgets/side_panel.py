"""The panel beside the article: chain, claims and changes, one of them at a time."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Container
from textual.content import Content
from textual.reactive import var

from reader.ui.content import EMPTY, joined
from reader.ui.widgets.chain_panel import ChainPanel
from reader.ui.widgets.claim_list import ChangeList, ClaimList
from reader.ui.widgets.row_list import TextRows

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry

TABS: Final = ("chain", "claims", "changes")


class SidePanel(Container, inherit_bindings=False):
    """Three lists about the open article; the tab decides which is seen."""

    ALLOW_MAXIMIZE: ClassVar[bool] = False

    tab: var[str] = var("chain")
    """Which list is seen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chain_panel = ChainPanel(id="chain-panel")
        """The list of outlets."""
        self.claim_list = ClaimList(id="claim-list")
        """The list of claims."""
        self.change_list = ChangeList(id="change-list")
        """The list of changes."""

    @property
    def lists(self) -> dict[str, TextRows]:
        """The lists by the name of their tab."""
        return dict(zip(TABS, (self.chain_panel, self.claim_list, self.change_list), strict=True))

    @property
    def current(self) -> TextRows:
        """The list that is seen."""
        return self.lists[self.tab]

    def show(self, opened: "OpenEntry | None", now: datetime, *, keep_place: bool = False) -> None:
        """Show what is known about another entry, or about the same one now."""
        self.chain_panel.show_chain(opened.chain if opened else None, now, keep_place=keep_place)
        self.claim_list.show_claims(opened)
        self.change_list.show_changes(opened.chain if opened else None)

    def step_tab(self, step: int) -> None:
        """Go to the next or previous tab, round and round."""
        self.tab = TABS[(TABS.index(self.tab) + step) % len(TABS)]

    def on_mount(self) -> None:
        """Show the first tab; the lists themselves come once the first frame stands."""
        self.watch_tab()
        self.call_after_refresh(self.mount_all, self.lists.values())

    def watch_tab(self) -> None:
        """Show one list and name all three in the border."""
        if not self.is_attached:
            return
        for name, rows in self.lists.items():
            rows.display = name == self.tab
        self.border_title = self.tab.capitalize()
        names = [Content.styled(name, "bold reverse" if name == self.tab else "$muted") for name in TABS]
        self.border_subtitle = joined(EMPTY, *[part for name in names for part in (" ", name)], " ")
