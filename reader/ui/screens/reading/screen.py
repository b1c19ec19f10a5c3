"""The reading screen: takes keys and messages and hands each to the collaborator whose concern it is."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.events import DescendantFocus, Resize
from textual.worker import Worker, WorkerState

from reader.model.entry import EntryId
from reader.pipeline.services import Services
from reader.ui import messages
from reader.ui.bindings import COMMANDS
from reader.ui.screens.reading.acting import Acting
from reader.ui.screens.reading.desk import PANES, Desk
from reader.ui.screens.reading.exporting import Exporting
from reader.ui.screens.reading.following import Following
from reader.ui.screens.reading.listing import Listing, filter_from
from reader.ui.screens.reading.marking import Marking
from reader.ui.screens.reading.moving import Moving
from reader.ui.screens.reading.opening import Opening
from reader.ui.screens.reading.refreshing import Refreshing
from reader.ui.screens.reading.searching import Searching
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.chain_panel import ChainPanel
from reader.ui.widgets.claim_list import ChangeList, ClaimList
from reader.ui.widgets.entry_list import EntryList
from reader.ui.widgets.feed_tree import FeedTree
from reader.ui.widgets.prompt_bar import PromptBar


class ReadingScreen(Desk, inherit_bindings=True):
    """Feeds, entries, the article, and where it came from."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.moving = Moving(self)
        self.marking = Marking(self)
        self.listing = Listing(self)
        self.refreshing = Refreshing(self, self.listing)
        self.searching = Searching(self, self.listing, self.moving)
        self.opening = Opening(self, self.listing, self.marking, self.moving)
        self.acting = Acting(self, self.marking, self.opening)
        self.exporting = Exporting(self)
        self.following = Following(self, self.listing, self.marking, self.refreshing)
        self.commands = self._commands()

    # --- commands -------------------------------------------------------------------------------------------------

    def _commands(self) -> dict[str, Callable[[], object]]:
        """Return the handler of every command."""
        moving, opening, acting, following = self.moving, self.opening, self.acting, self.following
        return {
            "move.down": partial(moving.move, 1),
            "move.up": partial(moving.move, -1),
            "move.first": moving.go_first,
            "move.last": moving.go_last,
            "move.page-down": partial(moving.page, 1),
            "move.page-up": partial(moving.page, -1),
            "move.open": self._open_here,
            "pane.left": partial(moving.step_pane, -1),
            "pane.right": partial(moving.step_pane, 1),
            "pane.next": partial(moving.step_pane, 1, around=True),
            "pane.previous": partial(moving.step_pane, -1, around=True),
            "screen.close": self._close,
            "screen.back": self._back,
            "app.quit": self.app.exit,
            "entry.advance": opening.advance,
            "entry.next-unread": partial(opening.step_unread, 1),
            "entry.previous-unread": partial(opening.step_unread, -1),
            "entry.full-text": opening.fetch_full_text,
            "entry.browser": acting.open_browser,
            "entry.copy-link": acting.copy_link,
            "entry.tag": acting.edit_tags,
            "entry.note": acting.edit_note,
            "entry.export": self.exporting.ask_format,
            "entry.fold": lambda: self.tell(self.entry_list.toggle_fold()),
            "article.next-claim": partial(self.article_view.step_claim, 1),
            "article.previous-claim": partial(self.article_view.step_claim, -1),
            "article.why": acting.explain,
            "article.find": self.searching.open_find,
            "article.furniture": self.article_view.toggle_furniture,
            "article.links": acting.show_links,
            "article.zen": moving.toggle_zen,
            "side.toggle": moving.toggle_side,
            "side.previous-tab": partial(moving.step_tab, -1),
            "side.next-tab": partial(moving.step_tab, 1),
            "chain.compare": acting.compare,
            **{f"chain.outlet-{n}": partial(opening.open_numbered, n) for n in range(1, 10)},
            "app.officials": self._show_officials,
            "feeds.refresh": self.refreshing.refresh_current,
            "feeds.refresh-all": self.refreshing.refresh_all,
            "app.stop": self.refreshing.stop,
            "feeds.add": following.ask_address,
            "feeds.edit": following.edit,
            "feeds.full-text": following.toggle_full_text,
            "feeds.remove": following.remove,
            "feeds.import": following.ask_list,
            "feeds.next": partial(moving.step_feed, 1),
            "feeds.previous": partial(moving.step_feed, -1),
            "feeds.unread": self.listing.toggle_unread,
            "search.open": self.searching.open_search,
            "search.save": self.searching.save,
            "app.help": self._show_help,
            "app.commands": self.app.action_command_palette,
            "app.suspend": self.app.action_suspend_process,
            **self.marking.handlers(),
        }

    def action_run(self, command_id: str) -> None:
        """Run a command by its id."""
        handler = self.commands.get(command_id)
        if handler is not None and self.can_run(command_id):
            handler()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command makes sense now."""
        if action == "run" and parameters:
            return self.can_run(str(parameters[0]))
        return True

    def can_run(self, command_id: str) -> bool:
        """Tell whether what a command needs is there."""
        command = COMMANDS.get(command_id)
        row = self.feed_tree.current
        there = {
            "": True,
            "entry": self.entry_list.current_id is not None or self.article_view.opened is not None,
            "article": self.article_view.opened is not None,
            "feed": self.pane == "feeds" and row is not None and row.feed is not None,
            "run": bool(self.refreshing.running),
            "undo": bool(self.marking.done),
            "redo": bool(self.marking.undone),
        }
        return command is not None and there[command.needs]

    def go_to_row(self, key: str) -> None:
        """List what a row of the feeds stands for; the palette jumps this way."""
        if self.feed_tree.go_to_key(key):
            self._feed_selected()

    def _update_hints(self) -> None:
        """Show the hints that fit what is there now."""
        self.status.enabled = frozenset(id_ for id_ in COMMANDS if self.can_run(id_))

    # --- start and shape ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """List the entries of last time and read the rest in the background."""
        place = self.listing.last_position()
        self.feed_tree.fold(str(key) for key in place.get("folded") or ())
        cursor = place.get("entry")
        self._row_of_last_time = str(place.get("row") or "all")
        self.article_view.say("Enter opens an entry.")
        self.listing.show(
            filter_from(place.get("filter")), cursor_id=EntryId(cursor) if isinstance(cursor, int) else None
        )
        self.listing.read_feeds()
        if isinstance(opened := place.get("open"), int):
            self.opening.open(EntryId(opened), focus=False, mark=False)
        self.refreshing.start_clock()
        self._pending_checked = False
        self._update_hints()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  # the size is read from the screen
        """Choose the panes for the new width."""
        self._set_classes()

    def watch_pane(self) -> None:
        """Show the pane that has the focus where not all are shown."""
        self._set_classes()
        self._update_hints()

    def watch_side_hidden(self) -> None:
        """Show or hide the side panel."""
        self._set_classes()

    def watch_zen(self) -> None:
        """Show only the article, or everything."""
        self._set_classes()

    def _set_classes(self) -> None:
        """Tell the style sheet what is to be seen."""
        for pane in PANES:
            self.set_class(self.pane == pane, f"-pane-{pane}")
        self.set_class(self.side_hidden, "-no-side")
        self.set_class(self.zen, "-zen")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus wherever the mouse put it."""
        for pane in PANES:
            if event.widget is self.pane_widget(pane):
                self.pane = pane
                self._update_hints()

    # --- what the lists say ---------------------------------------------------------------------------------------

    def _open_here(self) -> None:
        """Open what the cursor of the present pane is on."""
        rows = self.current_rows
        if rows is not None:
            rows.choose()

    @on(FeedTree.Highlighted, "#feed-tree")
    def _feed_highlighted(self) -> None:
        if (row := self.feed_tree.current) is not None:
            self.listing.show_row(row)
            self._update_hints()

    @on(FeedTree.Selected, "#feed-tree")
    def _feed_selected(self) -> None:
        row = self.feed_tree.current
        if row is not None and row.open is not None and row.filter is None:
            self.feed_tree.toggle(row)
        elif row is not None:
            self.listing.show_row(row)
            self.moving.go_to("entries")

    @on(EntryList.Highlighted, "#entry-list")
    def _entry_highlighted(self) -> None:
        self.listing.keep_position()
        self._update_hints()

    @on(EntryList.Selected, "#entry-list")
    def _entry_selected(self) -> None:
        self.opening.open_current()

    @on(ChainPanel.NodeChosen)
    def _node_chosen(self, message: ChainPanel.NodeChosen) -> None:
        self.opening.open_node(message.node)

    @on(ChainPanel.EvidenceChosen)
    def _evidence_chosen(self, message: ChainPanel.EvidenceChosen) -> None:
        self.opening.open_evidence(message.evidence)

    @on(ClaimList.ClaimChosen)
    def _claim_chosen(self, message: ClaimList.ClaimChosen) -> None:
        self.article_view.go_to_claim(message.index)
        if self.size.width < 100:
            self.moving.go_to("article")

    @on(ChangeList.ChangeChosen)
    def _change_chosen(self, message: ChangeList.ChangeChosen) -> None:
        self.opening.open_change(message.drift)

    @on(ArticleView.ClaimSelected)
    def _claim_selected(self, message: ArticleView.ClaimSelected) -> None:
        self.side.claim_list.go_to_claim(message.index)

    @on(ArticleView.LinkChosen)
    def _link_chosen(self, message: ArticleView.LinkChosen) -> None:
        self.acting.ask_link(message.url)

    @on(PromptBar.Typed)
    def _typed(self, message: PromptBar.Typed) -> None:
        self.searching.take_typed(message.kind, message.value)

    @on(PromptBar.Submitted)
    def _submitted(self, message: PromptBar.Submitted) -> None:
        self.searching.take_submitted(message.kind)

    # --- what the background says ---------------------------------------------------------------------------------

    @on(messages.FeedsLoaded)
    def _feeds_loaded(self, message: messages.FeedsLoaded) -> None:
        self.feed_tree.show_state(message.state)
        if self._row_of_last_time:
            self.feed_tree.go_to_key(self._row_of_last_time)
            self._row_of_last_time = ""
            row = self.feed_tree.current
            self.top_bar.scope = row.label if row else "All"
        counts = message.state.counts or {}
        self.top_bar.unread = sum(number.unread for number in counts.values())
        if not message.state.subscriptions and not self.entry_list.row_count:
            self._offer_start()
        elif not self._pending_checked:
            self._pending_checked = True
            self.refreshing.process_pending()

    @on(messages.EntriesListed)
    def _entries_listed(self, message: messages.EntriesListed) -> None:
        if self.listing.take(message):
            self.searching.take_listed(len(message.ids))
            self._update_hints()

    @on(messages.ListingFailed)
    def _listing_failed(self, message: messages.ListingFailed) -> None:
        self.searching.take_failure(message)

    @on(messages.EntryOpened)
    def _entry_opened(self, message: messages.EntryOpened) -> None:
        if self.opening.take(message):
            self._update_hints()

    @on(messages.OpeningFailed)
    def _opening_failed(self, message: messages.OpeningFailed) -> None:
        self.opening.take_failure(message)

    @on(messages.MarksChanged)
    def _marks_changed(self, message: messages.MarksChanged) -> None:
        self.entry_list.reread()
        self.opening.take_marks(message.ids)
        if message.said:
            self.tell(message.said, alarm=message.failed)
        self.listing.read_feeds()
        self._update_hints()

    @on(messages.RunProgressed)
    def _run_progressed(self, message: messages.RunProgressed) -> None:
        self.refreshing.take_progress(message)

    @on(messages.RunEnded)
    def _run_ended(self, message: messages.RunEnded) -> None:
        self.refreshing.take_end(message)
        self._update_hints()

    @on(Worker.StateChanged)
    def _worker_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self.tell(f"That did not work: {event.worker.error}", alarm=True)

    # --- ways out and other screens -------------------------------------------------------------------------------

    def _close(self) -> None:
        """Esc: close what is open on top, else one step back (but never quit)."""
        if self.article_view.end_hints() or self.searching.close():
            return
        if self.zen:
            self.zen = False
        elif self.pane == "article" and self.article_view.drop_claim():
            return
        elif self.pane != "feeds":
            self._back()

    def _back(self) -> None:
        """One step back; in the list of feeds: quit."""
        if self.zen:
            self.zen = False
        elif self.pane == "side":
            self.moving.go_to("article")
        elif self.pane == "article":
            if not self.opening.back_along_chain():
                self.moving.go_to("entries")
        elif self.pane == "entries":
            self.moving.go_to("feeds")
        else:
            self.app.exit()

    def _show_help(self) -> None:
        """Open the list of keys; a command chosen there is run."""
        from reader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keys), lambda id_: self.action_run(id_) if id_ else None)

    def _show_officials(self) -> None:
        """Open the list of who said what; a claim chosen there is opened."""
        from reader.ui.screens.officials import OfficialsScreen

        claims = self.services.library.claims
        self.app.push_screen(
            OfficialsScreen(claims.officials, claims.said_by),
            lambda claim: self.opening.open(claim.entry_id, claim=claim.index) if claim else None,
        )

    def _offer_start(self) -> None:
        """Offer ways to begin, for a library that holds nothing."""
        from reader.ui.screens.first_run import FirstRun

        ways: dict[str, Callable[[], None]] = {
            "samples": self.following.add_samples,
            "address": self.following.ask_address,
            "list": self.following.ask_list,
        }
        self.app.push_screen(FirstRun(), lambda way: ways[way]() if way else None)
