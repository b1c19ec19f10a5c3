"""What an empty library shows: three ways to begin."""

from collections.abc import Iterator
from typing import Final

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.content import joined, line
from reader.ui.screens.dialogs.base import Overlay
from reader.ui.widgets.row_list import RowList, TextRows

WAYS: Final = (
    ("samples", "Look around with the sample feeds", "invented outlets, read from files; nothing is fetched"),
    ("address", "Follow a feed", "the address of a feed, or of a site that has one"),
    ("list", "Bring your subscriptions", "an OPML file, newsboat's urls file or its cache.db"),
)
KEYS: Final = (
    "{move.open} chooses · {screen.close} closes · later: {feeds.add} adds a feed, {feeds.import} takes a list over, "
    "{app.help} helps"
)


class FirstRun(Overlay[str]):
    """Offers sample feeds, an address, or a list from another reader."""

    def compose(self) -> Iterator[Widget]:
        """Lay out a greeting and the ways."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Welcome"
            yield Static(line("Read the news and see where each sentence came from."), classes="dialog-note")
            yield TextRows(id="choices")
            yield Static(line(self.named(KEYS), "$muted"))

    def on_mount(self) -> None:
        """Show the ways."""
        rows = self.query_one(TextRows)
        rows.show_rows([joined(line(title, "bold"), "\n", line(words, "$muted")) for _, title, words in WAYS])
        rows.focus()

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        """Return the way."""
        event.stop()
        self.dismiss(WAYS[event.index][0])
