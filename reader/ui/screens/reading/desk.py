"""The desk: the reading screen's panes, what they are given and how work is sent to the background.

The collaborators of the reading screen (listing, opening, marking, refreshing ...) know the desk, and the desk knows
none of them.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import get_current_worker

from reader.model.entry import EntrySummary
from reader.pipeline.progress import Cancelled, Progress
from reader.pipeline.services import Services
from reader.ui.bindings import bindings_for
from reader.ui.keys import keys_in_use, with_keys
from reader.ui.messages import RunProgressed
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.bars import StatusBar, TopBar
from reader.ui.widgets.entry_list import EntryList
from reader.ui.widgets.feed_tree import FeedTree
from reader.ui.widgets.row_list import TextRows
from reader.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:  # no dialog is open at the start
    from reader.ui.screens.dialogs.base import Overlay

T = TypeVar("T")

PANES: Final = ("feeds", "entries", "article", "side")
"""The panes from left to right."""
AGAIN: Final = 2.0
"""Seconds after which the library is asked again once it could not answer."""


class Desk(Screen[None], inherit_bindings=False):
    """The panes of the reading screen and what they share."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("reading"),
        ("ctrl+c", "screen.copy_text", "Copy selected text"),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual declares it as an instance variable in Screen
        (0, "-narrow"),
        (80, "-slim"),
        (100, "-normal"),
        (120, "-wide"),
        (150, "-roomy"),
    ]
    AUTO_FOCUS = "#entry-list"

    pane: var[str] = var("entries")
    """The pane that has the focus."""
    side_hidden: var[bool] = var(False)
    """Whether the user closed the side panel (it stands open where there is room)."""
    zen: var[bool] = var(False)
    """Whether only the article is seen."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.wanted_pane = ""
        """The pane that is about to get the focus: what is focused on the way there does not count."""
        self.keys = keys_in_use(services.settings.key_preset, services.settings.keys)
        self.set_reactive(Desk.side_hidden, not services.settings.reading.chain_panel)
        self.set_classes("-pane-entries" if services.settings.reading.chain_panel else "-pane-entries -no-side")
        self.feed_tree = FeedTree(id="feed-tree")
        self.entry_list = EntryList(self._summaries, services.now, id="entry-list")
        furniture = services.settings.reading.hide_furniture
        self.article_view = ArticleView(self.keys, hide_furniture=furniture, id="article-view")
        self.side = SidePanel(id="side-panel")
        self.top_bar = TopBar(self.keys, id="top-bar")
        self.status = StatusBar(self.keys, id="status-bar")

    def compose(self) -> Iterator[Widget]:
        """Lay out the panes."""
        yield self.top_bar
        with Horizontal(id="panes"):
            yield self.feed_tree
            yield self.entry_list
            yield self.article_view
            yield self.side
        yield self.status

    def pane_widget(self, pane: str) -> Widget:
        """Return the widget of a pane that takes the focus."""
        widgets: dict[str, Widget] = {
            "feeds": self.feed_tree,
            "entries": self.entry_list,
            "article": self.article_view,
            "side": self.side.current,
        }
        return widgets[pane]

    @property
    def current_rows(self) -> FeedTree | EntryList | TextRows | None:
        """The list in the pane that has the focus; None in the article."""
        if self.pane == "feeds":
            return self.feed_tree
        if self.pane == "entries":
            return self.entry_list
        return self.side.current if self.pane == "side" else None

    def target(self) -> EntrySummary | None:
        """Return the entry that commands are about: the open one in article and panel, else that under the cursor."""
        opened = self.article_view.opened
        if self.pane in ("article", "side") and opened is not None:
            return next(iter(self._summaries([opened.stored.id])), None)
        return self.entry_list.current

    def _summaries(self, ids: Sequence[int]) -> tuple[EntrySummary, ...]:
        """Read what the list shows of some entries; after a fault of the library the list asks again a little later."""
        nothing: tuple[EntrySummary, ...] | None = None
        found = self.ask(lambda: self.services.library.entries.summaries(ids), nothing)
        if found is None:
            self.set_timer(AGAIN, self.entry_list.reread)
        return found or ()

    def ask(self, read: Callable[[], T], default: T) -> T:
        """Return what a quick question to the library brings; a fault of the library is told, and ``default`` comes."""
        from reader.store.errors import StoreError

        try:
            return read()
        except StoreError as error:
            self.call_later(self.tell, str(error), alarm=True)
            return default

    def tell(self, words: str, *, alarm: bool = False) -> None:
        """Say something in the line at the bottom."""
        self.status.tell(words, alarm=alarm)

    def named(self, words: str) -> str:
        """Return our own words with the keys in them that are in use (``{app.stop} stops it``)."""
        return with_keys(words, self.keys)

    def show_over(self, overlay: "Overlay[T]", answer: Callable[[T | None], None] | None = None) -> None:
        """Open a screen over this one; ``answer`` takes its result, None if it was closed without."""
        overlay.keys = self.keys
        overlay.make_help = make_help
        self.app.push_screen(overlay, answer)

    def in_background(self, group: str, work: Callable[[], Any], *, exclusive: bool = True) -> None:
        """Do some work in a thread; in an exclusive group a newer work lets the older one's answer be dropped."""
        self.run_worker(work, thread=True, exclusive=exclusive, group=group, exit_on_error=False)

    def report(self, progress: Progress) -> None:
        """Show how far a run is; may be called from a thread."""
        self.post_message(RunProgressed(progress))


def make_help(wanted: str = "") -> "Overlay[str]":
    """Return the list of keys, narrowed to what is wanted; its module is loaded when it is first asked for."""
    from reader.ui.screens.help import HelpScreen

    return HelpScreen(wanted)


def canceller() -> Cancelled:
    """Return what tells, from any thread, whether the present background work should stop; called in its thread."""
    worker = get_current_worker()
    return lambda: worker.is_cancelled
