"""Following feeds: adding, renaming, moving to a folder, whole articles, unfollowing, taking lists over."""

from pathlib import Path

from reader.model.entry import EntryId
from reader.model.feed import Subscription
from reader.ui.content import count, joined, line
from reader.ui.screens.reading.desk import Desk, canceller
from reader.ui.screens.reading.listing import Listing
from reader.ui.screens.reading.marking import Change, Marking
from reader.ui.screens.reading.refreshing import Refreshing


class Following:
    """Commands on subscriptions."""

    def __init__(self, desk: Desk, listing: Listing, marking: Marking, refreshing: Refreshing) -> None:
        self._desk, self._listing, self._marking, self._refreshing = desk, listing, marking, refreshing

    def ask_address(self) -> None:
        """Ask for an address and follow the feed there."""
        from reader.ui.screens.dialogs.base import TextDialog

        note = "A feed, a site that has one, or a feed file on this computer."
        dialog = TextDialog("Follow a feed", placeholder="https://…", note=note)
        self._desk.show_over(dialog, lambda address: self.follow(address) if address else None)

    def follow(self, address: str) -> None:
        """Follow the feed at an address (in the background); of several the user chooses one."""

        def work() -> str:
            from reader.pipeline.subscribe import SeveralFeeds, subscribe

            try:
                feed = subscribe(self._desk.services, address, cancelled=canceller())
            except SeveralFeeds as error:
                self._desk.app.call_from_thread(self._choose_feed, error)
                return ""
            self._process()
            return f"Following {feed.title}"

        self._refreshing.start(f"Looking at {address}", work)

    def _process(self) -> None:
        """Analyse what is new (in the background)."""
        from reader.pipeline.enrich import process_pending

        process_pending(self._desk.services, report=self._desk.report, cancelled=canceller())

    def _choose_feed(self, error: Exception) -> None:
        """Offer the feeds that a page announces."""
        from reader.pipeline.subscribe import SeveralFeeds
        from reader.ui.screens.dialogs.base import ChoiceDialog

        if isinstance(error, SeveralFeeds):
            found = error.found
            rows = [joined(line(f.title or f.url, "bold"), "  ", line(f.url, "$muted")) for f in found]

            def answer(chosen: int | None) -> None:
                if chosen is not None:
                    self.follow(found[chosen].url)

            self._desk.show_over(ChoiceDialog("Which of these feeds?", rows), answer)

    def ask_list(self) -> None:
        """Ask for a list of subscriptions and take it over."""
        from reader.ui.screens.dialogs.base import TextDialog

        note = "An OPML file, newsboat's urls file or its cache.db; which of them is told by its content."
        dialog = TextDialog("Take over subscriptions", placeholder="~/.newsboat/urls", note=note)
        self._desk.show_over(dialog, lambda path: self._import(path) if path else None)

    def _import(self, path: str) -> None:
        """Take over a list and fetch what is in it (in the background)."""

        def work() -> str:
            from reader.pipeline.importing import import_list
            from reader.pipeline.refresh import refresh

            report = import_list(self._desk.services, Path(path).expanduser())
            words = f"{count(len(report.added), 'feed')} taken over, {report.known} known already"
            if report.private:
                words += f", {count(len(report.private), 'private address', 'private addresses')} not fetched"
            if report.remarks:
                words += f"; {report.remarks[0]}" + (
                    f" (+{len(report.remarks) - 1})" if len(report.remarks) > 1 else ""
                )
            ids = [feed.id for feed in report.added]
            if ids:
                refresh(self._desk.services, ids, report=self._desk.report, cancelled=canceller())
            return words

        self._refreshing.start(f"Taking over {path}", work)

    def add_samples(self) -> None:
        """Follow the sample feeds (files, no network)."""

        def work() -> str:
            from reader.pipeline.demo import add_sample_feeds

            number = add_sample_feeds(self._desk.services, report=self._desk.report, cancelled=canceller())
            return f"{count(number, 'entry', 'entries')} from the sample feeds; some are broken on purpose"

        self._refreshing.start("Reading the sample feeds", work)

    def _feed(self) -> Subscription | None:
        """Return the feed under the cursor."""
        row = self._desk.feed_tree.current
        return row.feed if row is not None else None

    def edit(self) -> None:
        """Ask for another title and folder."""
        feed = self._feed()
        if feed is None:
            return
        from reader.ui.screens.dialogs.base import TextDialog

        note = f"Title, then the folder behind a slash: «Title / Folder». Address: {feed.url}"
        shown = f"{feed.title} / {feed.folder}" if feed.folder else feed.title

        def answer(words: str | None) -> None:
            if not words or words == shown:
                return
            title, _, folder = (part.strip() for part in words.rpartition(" / ")) if " / " in words else (words, "", "")
            self._change(feed, f"{feed.title} is now {title}", title=title, folder=folder)

        self._desk.show_over(TextDialog("Rename or move", shown, note=note), answer)

    def toggle_full_text(self) -> None:
        """Fetch the pages of new entries of this feed, or stop doing so."""
        feed = self._feed()
        if feed is not None:
            words = "Whole articles are fetched" if not feed.full_text else "Whole articles are no longer fetched"
            self._change(feed, f"{words} for {feed.title}", full_text=not feed.full_text)

    def _change(
        self,
        feed: Subscription,
        said: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        full_text: bool | None = None,
    ) -> None:
        """Change a subscription; it can be undone."""
        update = self._desk.services.library.feeds.update

        def redo() -> tuple[EntryId, ...]:
            update(feed.id, title=title, folder=folder, full_text=full_text)
            return ()

        def undo() -> tuple[EntryId, ...]:
            update(
                feed.id,
                title=None if title is None else feed.title,
                folder=None if folder is None else feed.folder,
                full_text=None if full_text is None else feed.full_text,
            )
            return ()

        self._marking.do(Change(said, redo, undo))

    def remove(self) -> None:
        """Stop following a feed; its entries stay in the library and undo brings it back."""
        feed = self._feed()
        if feed is None:
            return
        feeds = self._desk.services.library.feeds

        def redo() -> tuple[EntryId, ...]:
            feeds.remove(feed.id)
            return ()

        def undo() -> tuple[EntryId, ...]:
            feeds.restore(feed.id)
            return ()

        said = f"No longer following {feed.title} ({self._desk.named('{edit.undo} brings it back')})"
        self._marking.do(Change(said, redo, undo, f"unfollowing {feed.title}"))
