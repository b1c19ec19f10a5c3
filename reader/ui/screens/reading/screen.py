"""The reading screen: takes keys and messages and hands each to the collaborator whose concern it is."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.worker import Worker, WorkerState

from reader.model.entry import EntryId
from reader.pipeline.services import Services
from reader.ui import messages
from reader.ui.bindings import COMMANDS
from reader.ui.content import line
from reader.ui.screens.reading.crew import Crew
from reader.ui.screens.reading.desk import PANES, Desk
from reader.ui.screens.reading.listing import filter_from
from reader.ui.screens.reading.opening import QUIET
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.chain_panel import ChainPanel
from reader.ui.widgets.claim_list import ChangeList, ClaimList
from reader.ui.widgets.entry_list import EntryList
from reader.ui.widgets.feed_tree import FeedTree


class ReadingScreen(Desk, inherit_bindings=True):
    """Feeds, entries, the article, and where it came from."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.crew = Crew(self)
        self._row_of_last_time = ""
        self.pending_checked = False
        """Whether it was seen to that nothing waits to be analysed."""
        self._start_offered = False
        self._feed_error = ""

    # --- commands -------------------------------------------------------------------------------------------------

    def action_run(self, command_id: str) -> None:
        """Run a command by its id."""
        self.crew.run(command_id)

    def can_run(self, command_id: str) -> bool:
        """Tell whether what a command needs is there."""
        return self.crew.can_run(command_id)

    def palette_rows(self) -> list[tuple[Content, Callable[[], object]]]:
        """Return the feeds and searches for the palette, each with what lists its entries."""
        rows = [row for row in self.feed_tree.rows if row.filter is not None]
        return [(line(row.label), partial(self.go_to_row, row.key)) for row in rows]

    def go_to_row(self, key: str) -> None:
        """List what a row of the feeds stands for."""
        if self.feed_tree.go_to_key(key):
            self._forget_feed_error()
            self.on_feed_selected()

    def _update_hints(self) -> None:
        """Show the hints that fit what is there now."""
        bar = self.crew.searching.bar
        self.status.pane = bar.kind if bar is not None and bar.typing else self.pane
        here = self.app.screen is self  # under a dialog no key is offered that would not be taken
        self.status.enabled = frozenset(id_ for id_ in COMMANDS if here and self.can_run(id_))

    def on_screen_suspend(self) -> None:
        """Take the hints away while a dialog lies over this screen."""
        self.status.enabled = frozenset()

    def on_screen_resume(self) -> None:
        """Show the hints again."""
        self._update_hints()

    # --- start and shape ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """List the entries of last time and read the rest in the background."""
        place = self.crew.listing.last_position()
        self.feed_tree.fold(str(key) for key in place.get("folded") or ())
        cursor = place.get("entry")
        self._row_of_last_time = str(place.get("row") or "all")
        self.article_view.say(self.named("{move.open} opens an entry."))
        self.crew.listing.show(
            filter_from(place.get("filter")),
            cursor_id=EntryId(cursor) if isinstance(cursor, int) else None,
            screenful=[i for i in place.get("screen") or () if isinstance(i, int)],
        )
        self._update_hints()
        opened = place.get("open")
        self.call_after_refresh(self._read_rest, EntryId(opened) if isinstance(opened, int) else None)

    def _read_rest(self, opened: EntryId | None) -> None:
        """Read what the first frame did without: feeds, numbers, the article of last time; then what is due."""
        self.crew.listing.read_feeds()
        if opened is not None:
            self.crew.opening.open(opened, focus=False, mark=False)
        self.crew.refreshing.start_clock()
        self.set_timer(QUIET, self.crew.opening.warm_up)

    def on_unmount(self) -> None:
        """Keep the place for the next start."""
        self.crew.listing.keep_at_end()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  # the size is read from the screen
        """Choose the panes for the new width."""
        self._set_classes()

    def watch_pane(self) -> None:
        """Show the pane that has the focus where not all are shown."""
        if self.pane != "feeds":
            self._forget_feed_error()
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
        """Follow the focus wherever the mouse put it; what Textual focuses because a pane was hidden does not count."""
        if self.wanted_pane or self.focused is not event.widget:
            return
        for pane in PANES:
            if event.widget is self.pane_widget(pane):
                self.pane = pane
        self._update_hints()

    # --- what the lists say ---------------------------------------------------------------------------------------

    @on(FeedTree.Highlighted, "#feed-tree")
    def on_feed_highlighted(self) -> None:
        """List what the row stands for, and tell what is wrong with the feed."""
        if (row := self.feed_tree.current) is not None:
            self.crew.listing.show_row(row)
            self._forget_feed_error()
            if row.feed is not None and (state := row.feed.state) and (state.error or state.remarks):
                self._feed_error = state.error or state.remarks[0]
                self.tell(self._feed_error, alarm=bool(state.error))
            self._update_hints()

    def _forget_feed_error(self) -> None:
        """Take what is wrong with a feed off the bottom line: the cursor has left that feed."""
        if self._feed_error and self.status.said == self._feed_error:
            self.tell("")
        self._feed_error = ""

    @on(FeedTree.Selected, "#feed-tree")
    def on_feed_selected(self) -> None:
        """Unfold the searches, or go to the entries of the row."""
        row = self.feed_tree.current
        if row is not None and row.open is not None and row.filter is None:
            self.feed_tree.toggle(row)
        elif row is not None:
            self.crew.listing.show_row(row)
            self.crew.moving.go_to("entries")

    @on(EntryList.Highlighted, "#entry-list")
    def on_entry_highlighted(self) -> None:
        """Remember where the cursor is."""
        self.crew.listing.keep_position()
        self._update_hints()

    @on(EntryList.Selected, "#entry-list")
    def on_entry_selected(self) -> None:
        """Open the entry."""
        self.crew.opening.open_current()

    @on(ChainPanel.NodeChosen)
    def on_node_chosen(self, message: ChainPanel.NodeChosen) -> None:
        """Open an outlet of the chain."""
        self.crew.jumping.open_node(message.node)

    @on(ChainPanel.EvidenceChosen)
    def on_evidence_chosen(self, message: ChainPanel.EvidenceChosen) -> None:
        """Show the words that prove a link."""
        self.crew.jumping.open_evidence(message.evidence)

    @on(ClaimList.ClaimChosen)
    def on_claim_chosen(self, message: ClaimList.ClaimChosen) -> None:
        """Show a claim in the article."""
        self.article_view.go_to_claim(message.index)
        if self.size.width < 100:
            self.crew.moving.go_to("article")

    @on(ChangeList.ChangeChosen)
    def on_change_chosen(self, message: ChangeList.ChangeChosen) -> None:
        """Show the words that were changed; of a step along the chain both articles, side by side."""
        if message.is_step:
            self.crew.comparing.compare_at(message.drift)
        else:
            self.crew.jumping.open_change(message.drift)

    @on(ArticleView.ClaimSelected)
    def on_claim_selected(self, message: ArticleView.ClaimSelected) -> None:
        """Put the cursor of the claims on the current one."""
        self.side.claim_list.go_to_claim(message.index)

    @on(ArticleView.LinkChosen)
    def on_link_chosen(self, message: ArticleView.LinkChosen) -> None:
        """Ask before a link is opened."""
        self.crew.acting.ask_link(message.url)

    def on_prompt_typed(self, message: messages.PromptTyped) -> None:
        """Search for what is typed."""
        self.crew.searching.take_typed(message.kind, message.value)

    def on_prompt_submitted(self, message: messages.PromptSubmitted) -> None:
        """Take the search, or go to the next place."""
        self.crew.searching.take_submitted(message.kind)

    # --- what the background says ---------------------------------------------------------------------------------

    def on_feeds_loaded(self, message: messages.FeedsLoaded) -> None:
        """Show the feeds; offer ways to begin where there are none."""
        self.feed_tree.show_state(message.state)
        self.crew.listing.say_empty()
        if self._row_of_last_time:
            self.feed_tree.go_to_key(self._row_of_last_time)
            self._row_of_last_time = ""
            row = self.feed_tree.current
            self.top_bar.scope = row.label if row else "All"
            if row is not None and row.filter is not None and row.filter.search:
                self.crew.listing.show_row(row)  # a search is run when its row is known again
        self.top_bar.unread = message.state.unread
        if not message.state.subscriptions and not self.entry_list.row_count:
            if not self._start_offered:
                self._start_offered = True
                self.crew.offer_start()
        elif not self.pending_checked:
            self.pending_checked = True
            self.crew.refreshing.process_pending()

    def on_entries_listed(self, message: messages.EntriesListed) -> None:
        """Show a listing, if it is still wanted."""
        if self.crew.listing.take(message):
            self.crew.searching.take_listed(len(message.ids))
            self._update_hints()

    def on_listing_failed(self, message: messages.ListingFailed) -> None:
        """Show what is wrong with a search."""
        self.crew.searching.take_failure(message)

    def on_entry_opened(self, message: messages.EntryOpened) -> None:
        """Show an entry, if it is still wanted."""
        if self.crew.opening.take(message):
            self.crew.rereading.look_beside()
            self._update_hints()

    def on_opening_failed(self, message: messages.OpeningFailed) -> None:
        """Say why an entry could not be opened."""
        self.crew.opening.take_failure(message)

    def on_marks_changed(self, message: messages.MarksChanged) -> None:
        """Show what was marked."""
        self.entry_list.reread()
        self.crew.opening.take_marks(message.ids)
        if message.said:
            self.tell(message.said, alarm=message.failed)
        self.crew.listing.read_feeds()
        self._update_hints()

    def on_entry_reread(self, message: messages.EntryReread) -> None:
        """Show what a run has changed about the open entry."""
        self.crew.rereading.take_again(message)

    def on_independent_found(self, message: messages.IndependentFound) -> None:
        """Show what is similar to the open entry and independent of it."""
        self.crew.rereading.take_independent(message)

    def on_run_progressed(self, message: messages.RunProgressed) -> None:
        """Show how far a run is."""
        self.crew.refreshing.take_progress(message)

    def on_run_ended(self, message: messages.RunEnded) -> None:
        """Show what a run brought, in the lists and in the chain of the open entry."""
        self.crew.refreshing.take_end(message)
        self.crew.rereading.look_again()
        self._update_hints()

    @on(Worker.StateChanged)
    def on_worker_changed(self, event: Worker.StateChanged) -> None:
        """Tell of work that failed."""
        if event.state is WorkerState.ERROR:
            self.tell(f"That did not work: {event.worker.error}", alarm=True)
