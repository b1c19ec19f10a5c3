"""Moving: between the panes, inside the pane that has the focus, and back out again."""

from typing import Final

from reader.ui.screens.reading.desk import PANES, Desk

ARTICLE_AND_LIST: Final = 80
"""Columns from which the article stands beside a list (``styles/reading.tcss`` says the same)."""
SIDE_AND_ARTICLE: Final = 100
"""Columns from which the side panel stands beside the article."""
SIDE_AND_FEEDS: Final = 120
"""Columns from which it stands there while the feeds are seen too."""


class Moving:
    """The focus and the cursor."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- panes ----------------------------------------------------------------------------------------------------

    def go_to(self, pane: str) -> None:
        """Give a pane the focus, and show it where only some are shown."""
        self._desk.pane = self._desk.wanted_pane = pane
        self._desk.call_after_refresh(self._focus)

    def focus_now(self, pane: str) -> None:
        """Give a pane the focus before what has it now goes away."""
        self._desk.pane, self._desk.wanted_pane = pane, ""
        self._desk.set_focus(self._desk.pane_widget(pane), scroll_visible=False)

    def _focus(self) -> None:
        """Focus the widget of the present pane, once it is displayed."""
        if self._desk.wanted_pane:
            self._desk.pane = self._desk.wanted_pane
        widget = self._desk.pane_widget(self._desk.pane)
        if self._desk.focused is not widget:
            # at once: ``widget.focus()`` waits its turn, and what Textual focused meanwhile would pass for the choice
            self._desk.set_focus(widget, scroll_visible=False)
        self._desk.wanted_pane = ""

    def panes(self) -> list[str]:
        """Return the panes that ``h`` and ``l`` go through: the side panel only while it is seen."""
        return [pane for pane in PANES if pane != "side" or self.side_is_seen()]

    def side_is_seen(self) -> bool:
        """Tell whether the side panel is on the screen."""
        desk = self._desk
        if desk.pane == "side":
            return True
        room = desk.size.width >= (SIDE_AND_FEEDS if desk.pane == "feeds" else SIDE_AND_ARTICLE)
        return room and not desk.zen and not desk.side_hidden

    def step_pane(self, step: int, *, around: bool = False) -> None:
        """Go one pane to the right (1) or left (-1)."""
        panes = self.panes()
        at = panes.index(self._desk.pane) + step if self._desk.pane in panes else 0
        if around:
            at %= len(panes)
        if 0 <= at < len(panes):
            self._desk.zen = self._desk.zen and panes[at] == "article"
            self.go_to(panes[at])

    def show_article(self) -> bool:
        """Go to the article where another pane covers it: what is done with it is to be seen; tell whether one did."""
        desk = self._desk
        needed = SIDE_AND_ARTICLE if desk.pane == "side" else ARTICLE_AND_LIST
        covered = desk.pane != "article" and desk.size.width < needed
        if covered:
            self.go_to("article")
        return covered

    def toggle_side(self) -> None:
        """Close the side panel, or open it."""
        desk = self._desk
        if not self.side_is_seen():
            self._open_side()
            return
        desk.side_hidden = desk.size.width >= SIDE_AND_ARTICLE  # where it lies over the article, leaving it is enough
        if desk.pane == "side":
            self.go_to("article")

    def _open_side(self) -> None:
        """Open the side panel beside what has the focus; where there is no room for both, it takes the focus."""
        desk = self._desk
        desk.zen = desk.side_hidden = False
        self.go_to(desk.pane if self.side_is_seen() else "side")

    def step_tab(self, step: int) -> None:
        """Go to the side panel's next or previous tab; a panel that is not seen is opened first."""
        if not self.side_is_seen():
            self._open_side()
            return
        self._desk.side.step_tab(step)
        if self._desk.pane == "side":
            self.go_to("side")

    def group_claims(self) -> None:
        """Show the claims by speaker, or in the order of the article; if others are seen, the claims first."""
        side = self._desk.side
        if side.tab == "claims" and self.side_is_seen():
            grouped = side.claim_list.toggle_groups()
            self._desk.tell("Claims by speaker" if grouped else "Claims in the order of the article")
            return
        side.tab = "claims"
        if not self.side_is_seen():
            self._open_side()
        elif self._desk.pane == "side":
            self.go_to("side")

    def toggle_zen(self) -> None:
        """Show nothing but the article, or everything again."""
        self._desk.zen = not self._desk.zen
        self.go_to("article")

    # --- in the pane ----------------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Move by rows or lines."""
        rows = self._desk.current_rows
        if rows is not None:
            rows.move(by)
        else:
            self._desk.article_view.move(by)

    def page(self, pages: int) -> None:
        """Move by screenfuls."""
        rows = self._desk.current_rows
        if rows is not None:
            rows.page(pages)
        else:
            self._desk.article_view.page(pages)

    def go_first(self) -> None:
        """Go to the first row or line."""
        rows = self._desk.current_rows
        if rows is not None:
            rows.go_first()
        else:
            self._desk.article_view.scroll_home(animate=False)

    def go_last(self) -> None:
        """Go to the last row or line."""
        rows = self._desk.current_rows
        if rows is not None:
            rows.go_last()
        else:
            self._desk.article_view.scroll_end(animate=False)

    def step_feed(self, step: int) -> None:
        """Go to the next or previous feed, wherever the focus is."""
        self._desk.feed_tree.move(step)
