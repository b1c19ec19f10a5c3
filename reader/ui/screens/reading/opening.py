"""Opening entries: read in the background, shown if still wanted, marked read once they are on the screen."""

from array import array
from contextlib import suppress
from dataclasses import dataclass, field, replace

from reader.model.entry import EntryId, EntrySummary
from reader.text.spans import Span
from reader.ui.messages import EntryOpened, OpeningFailed
from reader.ui.screens.reading.desk import Desk, canceller
from reader.ui.screens.reading.listing import Listing
from reader.ui.screens.reading.marking import Marking
from reader.ui.screens.reading.moving import Moving

QUIET = 0.8
"""Seconds after the start before things are loaded ahead."""
NEAR = 200
"""Rows that are looked at one by one for the next unread entry."""
PATIENCE = 0.25
"""Seconds before the pane says that an article is still being read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry that was asked for, and what to show in it."""

    entry_id: EntryId
    ticket: int
    span: Span | None = None
    """A stretch of the text to scroll to."""
    claim: int | None = None
    focus: bool = True
    keep_place: bool = False
    mark: bool = True
    came_from: tuple[EntryId, ...] = field(default=())
    """Entries one came from along the chain, for the way back."""


class Opening:
    """The entry in the article pane, and the way there."""

    def __init__(self, desk: Desk, listing: Listing, marking: Marking, moving: Moving) -> None:
        self._desk, self._listing, self._marking, self._moving = desk, listing, marking, moving
        self._wanted: Wanted | None = None
        self._ticket = 0
        self.way: tuple[EntryId, ...] = ()
        """Entries one came from along the chain, the last one last."""
        self._read_on_leave: EntryId | None = None

    @property
    def ticket(self) -> int:
        """The number of the last request; it tells whether anything was opened since."""
        return self._ticket

    @property
    def waiting(self) -> bool:
        """Whether an entry was asked for that is not shown yet."""
        return self._wanted is not None

    # --- asking ---------------------------------------------------------------------------------------------------

    def open(
        self,
        entry_id: EntryId,
        *,
        span: Span | None = None,
        claim: int | None = None,
        focus: bool = True,
        keep_place: bool = False,
        mark: bool = True,
        came_from: tuple[EntryId, ...] = (),
    ) -> None:
        """Open an entry; see ``Wanted`` for what can be asked."""
        self._ticket += 1
        wanted = Wanted(entry_id, self._ticket, span, claim, focus, keep_place, mark, came_from)
        self._wanted = wanted
        before = self._desk.article_view.opened
        if before is not None and before.stored.id != entry_id:
            self._desk.tell("")  # what was said was said of the article that is left
        self._desk.in_background("open", lambda: self._read(wanted))
        self._desk.set_timer(PATIENCE, lambda: self._still_waiting(wanted))
        if focus:
            self._moving.go_to("article")

    def _still_waiting(self, wanted: Wanted) -> None:
        """Say that an article takes its time."""
        if self._wanted is wanted and not wanted.keep_place:
            self._desk.article_view.say("Reading the article …")

    def _read(self, wanted: Wanted) -> None:
        """Read an entry with all that is known of it (in the background)."""
        from reader.pipeline.enrich import EnrichError, open_entry

        try:
            opened = open_entry(self._desk.services, wanted.entry_id)
        except EnrichError as error:
            self._desk.post_message(OpeningFailed(wanted.entry_id, wanted.ticket, str(error)))
        else:
            self._desk.post_message(EntryOpened(opened, wanted.ticket))

    def warm_up(self) -> None:
        """Open the entry under the cursor for nobody, so that the first real opening finds all that it needs loaded."""
        entry_id = self._desk.entry_list.current_id
        if self._ticket or entry_id is None:
            return

        def work() -> None:
            from reader.pipeline.enrich import EnrichError, open_entry

            with suppress(EnrichError):
                open_entry(self._desk.services, entry_id)

        self._desk.in_background("warm-up", work)

    def fetch_full_text(self) -> None:
        """Fetch the page of the entry and open the article made from it."""
        if (target := self._desk.target()) is None:
            return
        self._ticket += 1
        wanted = Wanted(target.id, self._ticket, focus=self._desk.pane == "article")
        self._wanted = wanted
        self._desk.tell(f"Fetching the page of «{target.title[:40]}» …")

        def work() -> None:
            from reader.pipeline.enrich import EnrichError, fetch_full_text

            try:
                opened = fetch_full_text(self._desk.services, wanted.entry_id, cancelled=canceller())
            except EnrichError as error:
                self._desk.post_message(OpeningFailed(wanted.entry_id, wanted.ticket, str(error)))
            else:
                self._desk.post_message(EntryOpened(opened, wanted.ticket, said="The whole article was fetched"))

        self._desk.in_background("open", work)

    # --- answers --------------------------------------------------------------------------------------------------

    def take(self, answer: EntryOpened) -> bool:
        """Show an opened entry; tell whether it was still wanted."""
        wanted = self._wanted
        if wanted is None or answer.ticket != wanted.ticket:
            return False
        self._wanted = None
        desk, opened = self._desk, answer.open_entry
        self._leave()
        self.way = wanted.came_from
        desk.article_view.show(opened, keep_place=wanted.keep_place)
        desk.side.show(opened, desk.services.now())
        desk.entry_list.mark_open(opened.stored.id)
        if wanted.claim is not None:
            desk.article_view.go_to_claim(wanted.claim)
        elif wanted.span is not None:
            desk.article_view.scroll_to_span(wanted.span)
        mode = desk.services.settings.reading.mark_read
        if wanted.mark and not opened.stored.status.read:
            if mode == "on-open":
                desk.call_after_refresh(self._marking.mark_opened, opened.stored.id)
            elif mode == "on-leave":
                self._read_on_leave = opened.stored.id
        if answer.said:
            desk.tell(answer.said)
        self._listing.keep_position()
        return True

    def take_marks(self, ids: tuple[EntryId, ...]) -> None:
        """Show tags and note of the open entry as they are now."""
        opened = self._desk.article_view.opened
        if opened is None or opened.stored.id not in ids:
            return
        number = opened.stored.id
        stored = self._desk.ask(lambda: self._desk.services.library.entries.get(number), None)
        before = opened.stored.status
        if stored is not None and (stored.status.tags, stored.status.note) != (before.tags, before.note):
            self._desk.article_view.opened = replace(opened, stored=stored)

    def take_failure(self, answer: OpeningFailed) -> None:
        """Say why an entry could not be opened."""
        if self._wanted is None or answer.ticket != self._wanted.ticket:
            return
        kept = self._wanted.keep_place or self._desk.article_view.opened is not None
        self._wanted = None
        self._desk.tell(answer.problem, alarm=True)
        if not kept:
            self._desk.article_view.say(answer.problem)

    def _leave(self) -> None:
        """Mark the entry that is left read, where the settings say so."""
        if self._read_on_leave is not None:
            self._marking.mark_opened(self._read_on_leave)
            self._read_on_leave = None

    # --- ways -----------------------------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Open the entry under the cursor."""
        if (entry_id := self._desk.entry_list.current_id) is not None:
            self.open(entry_id)

    def step_unread(self, step: int) -> bool:
        """Open the next (1) or previous (-1) unread entry of the listing; tell whether there is one."""
        rows = self._desk.entry_list
        row = self._nearest_unread(step)
        if row is None and step > 0 and (current := rows.current) is not None and _is_unread(current):
            row = rows.cursor if self._opened_id() != current.id else None
        if row is None:
            self._desk.tell("No unread entry below" if step > 0 else "No unread entry above")
            return False
        rows.go_to(row)
        self.open_current()
        return True

    def _nearest_unread(self, step: int) -> int | None:
        """Return the nearest row below (1) or above (-1) the cursor whose entry is unread."""
        rows = self._desk.entry_list
        row, shown = rows.cursor + step, rows.shown_ids
        for _ in range(NEAR):
            if not 0 <= row < len(shown):
                return None
            if (summary := rows.summary(row)) is not None and not summary.read:
                return row
            row += step
        wanted = replace(self._listing.filter, unread=True)  # far away: one question instead of a thousand pages
        nothing: array[int] = array("q")
        unread = set(self._desk.ask(lambda: self._desk.services.library.entries.ids(wanted), nothing))
        while 0 <= row < len(shown) and shown[row] not in unread:
            row += step
        return row if 0 <= row < len(shown) else None

    def advance(self) -> None:
        """One page on; at the end of the article the next unread entry."""
        opened = self._opened_id()
        if opened is None or (self._desk.pane == "entries" and opened != self._desk.entry_list.current_id):
            self.open_current()
        elif not self._moving.show_article() and not self._desk.article_view.page(1):
            self.step_unread(1)

    def back_along_chain(self) -> bool:
        """Go back to the entry one came from along the chain; tell whether one did."""
        if not self.way:
            return False
        *rest, last = self.way
        self.open(last, came_from=tuple(rest), mark=False)
        return True

    def _opened_id(self) -> EntryId | None:
        """Return the entry in the article pane."""
        opened = self._desk.article_view.opened
        return opened.stored.id if opened else None


def _is_unread(summary: EntrySummary) -> bool:
    """Tell whether an entry is unread."""
    return not summary.read
