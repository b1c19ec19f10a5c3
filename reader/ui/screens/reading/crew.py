"""The crew of the reading screen: its collaborators, and which of them answers to which command."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from reader.ui.bindings import COMMANDS, Need
from reader.ui.screens.reading.desk import Desk, make_help
from reader.ui.screens.reading.jumping import Jumping
from reader.ui.screens.reading.listing import Listing
from reader.ui.screens.reading.marking import Marking
from reader.ui.screens.reading.moving import Moving
from reader.ui.screens.reading.opening import Opening
from reader.ui.screens.reading.refreshing import Refreshing
from reader.ui.screens.reading.rereading import Rereading
from reader.ui.screens.reading.searching import Searching

if TYPE_CHECKING:
    from reader.ui.screens.reading.acting import Acting
    from reader.ui.screens.reading.comparing import Comparing
    from reader.ui.screens.reading.exporting import Exporting
    from reader.ui.screens.reading.following import Following

LACKING: Final[Mapping[Need, str]] = {
    "entry": "There is no entry here",
    "article": "No article is open: {move.open} opens the entry under the cursor",
    "feed": "Only with the cursor on a feed, in the list of feeds",
    "run": "Nothing is running",
    "undo": "There is nothing to take back",
    "redo": "Nothing was taken back that could be done again",
}
"""What is said when a command needs something that is not there."""

EVERYBODY: Final = 1_000_000
"""More people than a library names."""


class Crew:
    """All collaborators over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.moving = Moving(desk)
        self.marking = Marking(desk)
        self.listing = Listing(desk)
        self.refreshing = Refreshing(desk, self.listing)
        self.searching = Searching(desk, self.listing, self.moving)
        self.opening = Opening(desk, self.listing, self.marking, self.moving)
        self.jumping = Jumping(desk, self.opening, self.moving)
        self.rereading = Rereading(desk, self.opening)
        self.commands = self._commands()

    @cached_property
    def acting(self) -> "Acting":
        """Browser, tags, reasons; loaded when first used, as the three below."""
        from reader.ui.screens.reading.acting import Acting

        return Acting(self.desk, self.marking, self.opening)

    @cached_property
    def comparing(self) -> "Comparing":
        """Two articles side by side."""
        from reader.ui.screens.reading.comparing import Comparing

        return Comparing(self.desk, self.opening)

    @cached_property
    def exporting(self) -> "Exporting":
        """Export of the open article."""
        from reader.ui.screens.reading.exporting import Exporting

        return Exporting(self.desk)

    @cached_property
    def following(self) -> "Following":
        """Commands on subscriptions."""
        from reader.ui.screens.reading.following import Following

        return Following(self.desk, self.listing, self.marking, self.refreshing)

    def _commands(self) -> dict[str, Callable[[], object]]:
        """Return the handler of every command."""
        return {**self._moving_commands(), **self._reading_commands(), **self._program_commands()}

    def _moving_commands(self) -> dict[str, Callable[[], object]]:
        """Return the handlers for moving about."""
        desk, moving = self.desk, self.moving
        return {
            "move.down": partial(moving.move, 1),
            "move.up": partial(moving.move, -1),
            "move.first": moving.go_first,
            "move.last": moving.go_last,
            "move.page-down": partial(moving.page, 1),
            "move.page-up": partial(moving.page, -1),
            "move.open": self.open_here,
            "pane.left": partial(moving.step_pane, -1),
            "pane.right": partial(moving.step_pane, 1),
            "pane.next": partial(moving.step_pane, 1, around=True),
            "pane.previous": partial(moving.step_pane, -1, around=True),
            "screen.close": self._close,
            "screen.back": self._back,
            "app.quit": lambda: desk.app.exit(),
        }

    def _reading_commands(self) -> dict[str, Callable[[], object]]:
        """Return the handlers for entry, article and chain."""
        moving, opening = self.moving, self.opening
        return {
            "entry.advance": opening.advance,
            "entry.next-unread": partial(opening.step_unread, 1),
            "entry.previous-unread": partial(opening.step_unread, -1),
            "entry.full-text": opening.fetch_full_text,
            "entry.browser": lambda: self.acting.open_browser(),
            "entry.copy-link": lambda: self.acting.copy_link(),
            "entry.tag": lambda: self.acting.edit_tags(),
            "entry.note": lambda: self.acting.edit_note(),
            "entry.export": lambda: self.exporting.ask_format(),
            "entry.pipe": lambda: self.exporting.ask_command(),
            "entry.fold": lambda: self.desk.tell(self.desk.entry_list.toggle_fold()),
            "article.next-claim": partial(self._step_claim, 1),
            "article.previous-claim": partial(self._step_claim, -1),
            "article.why": lambda: self.acting.explain(),
            "article.copy-claim": lambda: self.acting.copy_claim(),
            "article.find": self.searching.open_find,
            "article.furniture": self._toggle_furniture,
            "article.links": self._show_links,
            "article.zen": moving.toggle_zen,
            "side.toggle": moving.toggle_side,
            "side.previous-tab": partial(moving.step_tab, -1),
            "side.next-tab": partial(moving.step_tab, 1),
            "side.group": moving.group_claims,
            "chain.compare": lambda: self.comparing.compare(),
            **{f"chain.outlet-{n}": partial(self.jumping.open_numbered, n) for n in range(1, 10)},
            **self.marking.handlers(),
        }

    def _program_commands(self) -> dict[str, Callable[[], object]]:
        """Return the handlers for feeds, search and the program."""
        desk, moving = self.desk, self.moving
        return {
            "app.officials": self._show_officials,
            "feeds.refresh": self.refreshing.refresh_current,
            "feeds.refresh-all": self.refreshing.refresh_all,
            "app.stop": self.refreshing.stop,
            "feeds.add": lambda: self.following.ask_address(),
            "feeds.edit": lambda: self.following.edit(),
            "feeds.full-text": lambda: self.following.toggle_full_text(),
            "feeds.remove": lambda: self.following.remove(),
            "feeds.import": lambda: self.following.ask_list(),
            "feeds.export": lambda: self.exporting.ask_list(),
            "feeds.next": partial(moving.step_feed, 1),
            "feeds.previous": partial(moving.step_feed, -1),
            "feeds.unread": self.listing.toggle_unread,
            "search.open": self.searching.open_search,
            "search.save": self.searching.save,
            "app.help": self._show_help,
            "app.commands": lambda: desk.app.action_command_palette(),
            "app.suspend": lambda: desk.app.action_suspend_process(),
        }

    def run(self, command_id: str) -> None:
        """Run a command; if what it needs is not there, say so."""
        handler = self.commands.get(command_id)
        self.desk.status.let_go()
        if handler is not None and self.can_run(command_id):
            handler()
        elif handler is not None and COMMANDS[command_id].needs == "article" and self.opening.waiting:
            self.desk.tell("The article is still being read")
        elif handler is not None:
            self.desk.tell(self.desk.named(LACKING[COMMANDS[command_id].needs]))
        else:
            self.desk.tell(self.desk.named("That is a key of the comparison, which {chain.compare} opens"))

    def can_run(self, command_id: str) -> bool:
        """Tell whether what a command needs is there."""
        command = COMMANDS.get(command_id)
        row = self.desk.feed_tree.current
        there = {
            "": True,
            "entry": self.desk.entry_list.current_id is not None or self.desk.article_view.opened is not None,
            "article": self.desk.article_view.opened is not None,
            "feed": self.desk.pane == "feeds" and row is not None and row.feed is not None,
            "run": bool(self.refreshing.running),
            "undo": bool(self.marking.done),
            "redo": bool(self.marking.undone),
        }
        return command is not None and there[command.needs]

    def open_here(self) -> None:
        """Open what the cursor of the present pane is on; in an article pane that is empty, the entry of the list."""
        rows = self.desk.current_rows
        if rows is not None:
            rows.choose()
        elif self.desk.article_view.opened is None:
            self.opening.open_current()

    def _step_claim(self, step: int) -> None:
        """Go to the next or previous claim of the article."""
        self.moving.show_article()
        if self.desk.article_view.step_claim(step) is None:
            self.desk.tell("No attributed claim was found in this article")

    def _toggle_furniture(self) -> None:
        """Hide or show what is not the article's own text, and say how much that is."""
        self.moving.show_article()
        self.desk.tell(self.desk.article_view.toggle_furniture())

    def _show_links(self) -> None:
        """Put letters on the links in view."""
        self.moving.show_article()
        self.desk.call_after_refresh(self.acting.show_links)

    def _close(self) -> None:
        """Esc: close what is open on top, else one step back (but never quit)."""
        if self.desk.article_view.end_hints() or self.searching.close():
            return
        if self.desk.zen:
            self.desk.zen = False
        elif self.desk.pane == "article" and self.desk.article_view.drop_claim():
            return
        elif self.desk.pane != "feeds":
            self._back()

    def _back(self) -> None:
        """One step back; in the list of feeds: quit."""
        if self.desk.zen:
            self.desk.zen = False
        elif self.desk.pane == "side":
            self.moving.go_to("article")
        elif self.desk.pane == "article":
            if not self.opening.back_along_chain():
                self.moving.go_to("entries")
        elif self.desk.pane == "entries":
            self.moving.go_to("feeds")
        else:
            self.desk.app.exit()

    def _show_help(self) -> None:
        """Open the list of keys; a command chosen there is run. Who types a search is shown how to."""
        bar = self.searching.bar
        wanted = "searching" if bar is not None and bar.typing and bar.kind == "search" else ""
        self.desk.show_over(make_help(wanted), lambda id_: self.run(id_) if id_ else None)

    def _show_officials(self) -> None:
        """Open the list of who said what, at the speaker of the current claim; a claim chosen there is opened."""
        from reader.ui.screens.officials import OfficialsScreen

        claims, view = self.desk.services.library.claims, self.desk.article_view
        opened, current = view.opened, view.view.claim
        about = opened.analysis.attributions[current].speaker if opened is not None and current is not None else None
        self.desk.show_over(
            OfficialsScreen(partial(claims.officials, limit=EVERYBODY), claims.said_by, about or ""),
            lambda claim: self.opening.open(claim.entry_id, claim=claim.index) if claim else None,
        )

    def offer_start(self) -> None:
        """Offer ways to begin, for a library that holds nothing."""
        from reader.ui.screens.first_run import FirstRun

        ways: dict[str, Callable[[], None]] = {
            "samples": self.following.add_samples,
            "address": self.following.ask_address,
            "list": self.following.ask_list,
        }
        self.desk.show_over(FirstRun(), lambda way: ways[way]() if way else None)
