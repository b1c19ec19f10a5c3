"""Runs in the background: fetching feeds, analysing what is new; with progress in the line at the bottom."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.timer import Timer

from reader.model.entry import EntryFilter
from reader.model.feed import FeedId, Subscription
from reader.pipeline.progress import Progress
from reader.ui.content import count
from reader.ui.messages import RunEnded, RunProgressed
from reader.ui.screens.reading.desk import Desk, canceller
from reader.ui.screens.reading.listing import Listing

RUN: Final = "run"
"""Group of the workers that ``ctrl+x`` stops."""
SOON: Final = 2.0
"""Seconds after the start before the first look: what is there already is shown first."""
EVERY: Final = 60.0
"""Seconds between two looks at which feeds are due."""
CATCH_UP: Final = 3.0
"""Seconds after which a run's new entries are listed while it still goes on."""


class Refreshing:
    """At most one run at a time; the screen stays alive meanwhile."""

    def __init__(self, desk: Desk, listing: Listing) -> None:
        self._desk, self._listing = desk, listing
        self.running = ""
        """What is running, in words; empty if nothing is."""
        self._catch_up: Timer | None = None
        self._stored: int | None = None
        """Entries in the library when it was last looked at; None: not since the last run."""

    def start_clock(self) -> None:
        """Now and then, see what others have brought, and fetch what is due where the settings say so."""
        self._desk.set_timer(SOON, self.look_about)
        self._desk.set_interval(EVERY, self.look_about)
        if self._desk.services.settings.refresh.while_open:
            self._desk.set_timer(SOON, self._refresh_due)
            self._desk.set_interval(EVERY, self._refresh_due)

    def refresh_current(self) -> None:
        """Fetch the feed or folder under the cursor in the feeds; elsewhere that of the listing."""
        row = self._desk.feed_tree.current
        nothing: tuple[Subscription, ...] = ()
        feeds = self._desk.ask(self._desk.services.library.feeds.all, nothing)
        if row is not None and row.feed is not None:
            chosen = [row.feed]
        elif row is not None and row.key.startswith("folder:"):
            chosen = [feed for feed in feeds if feed.folder == row.key.removeprefix("folder:")]
        else:
            chosen = list(feeds)
        self._refresh([feed.id for feed in chosen], count(len(chosen), "feed"))

    def refresh_all(self) -> None:
        """Fetch all feeds."""
        self._refresh(None, "all feeds", everything=True)

    def look_about(self) -> None:
        """See (in the background) whether another program has brought entries, as cron or `newsreader save` do."""

        def work() -> None:
            stored = self._desk.services.library.entries.count(EntryFilter())  # those kept without a feed too
            self._desk.app.call_from_thread(self._compare, stored)

        if not self.running:
            self._desk.in_background("look", work)

    def _compare(self, stored: int) -> None:
        """Analyse and show what has come since the library was last looked at, if it was not a run of ours."""
        before, self._stored = self._stored, stored
        if before is not None and stored != before and not self.running:
            self.process_pending()

    def _refresh_due(self) -> None:
        """Fetch what is due, unless something runs."""
        services = self._desk.services
        nothing: tuple[Subscription, ...] = ()
        if not self.running and self._desk.ask(lambda: services.library.feeds.due(services.now()), nothing):
            self._refresh(None, "feeds that are due", quiet=True)

    def _refresh(
        self, feeds: Sequence[FeedId] | None, what: str, *, everything: bool = False, quiet: bool = False
    ) -> None:
        """Start a refresh; a quiet one says nothing unless it brings something."""

        def work() -> str:
            from reader.pipeline.refresh import refresh

            services, report = self._desk.services, self._desk.report
            done = refresh(services, feeds, everything=everything, report=report, cancelled=canceller())
            if quiet and not done.new:
                return ""
            words = count(done.new, "new entry", "new entries")
            if done.failed:
                words += f", {count(done.failed, 'feed')} failed (! in the list)"
            return ("Stopped: " if done.cancelled else "Refreshed: ") + words

        self.start(f"Refreshing {what}", work)

    def process_pending(self) -> None:
        """Analyse and trace what has not been yet."""

        def work() -> str:
            from reader.pipeline.enrich import process_pending

            done = process_pending(self._desk.services, report=self._desk.report, cancelled=canceller())
            return f"{count(done, 'entry', 'entries')} analysed" if done else ""

        self.start("Analysing", work)

    def start(self, what: str, work: Callable[[], str]) -> bool:
        """Start a run; ``work`` returns what to say at its end. Tell whether it was started."""
        if self.running:
            self._desk.tell(f"{self.running} still runs; " + self._desk.named("{app.stop} stops it"), alarm=True)
            return False
        self.running = what
        self._desk.status.progress = Progress(0, 0, what)
        self._desk.refresh_bindings()

        def run() -> None:
            try:
                self._desk.post_message(RunEnded(work()))
            except Exception as error:  # the run's own thread: whatever failed is told in one line
                known = type(error).__module__.startswith("reader.")
                words = str(error) if known else f"{what} failed: {type(error).__name__}: {error}"
                self._desk.post_message(RunEnded(words, failed=True))

        self._desk.in_background(RUN, run)
        return True

    def stop(self) -> None:
        """Ask what runs to stop; it does so after its present step."""
        if self.running:
            self._desk.workers.cancel_group(self._desk, RUN)
            self._desk.status.progress = Progress(0, 0, "Stopping …")

    def take_progress(self, message: RunProgressed) -> None:
        """Show how far the run is."""
        if not self.running:
            return
        self._desk.status.progress = message.progress
        if self._catch_up is None:
            self._catch_up = self._desk.set_timer(CATCH_UP, self._show_new)

    def _show_new(self) -> None:
        """List what a run has brought so far; the cursor stays on its entry."""
        self._catch_up = None
        if self.running:
            self._listing.read_feeds()
            self._listing.reload()

    def take_end(self, message: RunEnded) -> None:
        """Show what the run brought."""
        self.running, self._stored = "", None
        self._desk.status.progress = None
        if message.summary:
            self._desk.tell(message.summary, alarm=message.failed)
        self._listing.read_feeds()
        self._listing.reload()
