"""The list of entries: two lines each, read from the library a page at a time.

It holds a snapshot of ids (eight bytes each) and asks a page source for what is on the screen, so 100,000 entries
cost no more than a hundred. Entries of one story can be folded into the newest of them.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.content import Content

from reader.model.entry import RECEIVED, EntryId, EntrySummary
from reader.ui.content import EMPTY, joined, line, short_time
from reader.ui.widgets.entry_rows import PageSource, StoryFolds, SummaryPages
from reader.ui.widgets.row_list import RowList

LINES: Final = 2
"""Lines of one entry: title, then outlet and where it came through."""
VIA: Final = " ⟵ "
"""Stands between an outlet and the one its article came through."""


class EntryList(RowList):
    """Entries, newest first, with the cursor on one of them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry-list--unread", "entry-list--quiet"}
    BORDER_TITLE = "Entries"

    def __init__(self, source: PageSource, now: Callable[[], datetime], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._now = now
        self._pages = SummaryPages(source)
        self._folds = StoryFolds()
        self._ids: array[int] = array("q")
        self._shown: array[int] = array("q")
        self._open: EntryId | None = None

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self._shown)

    @property
    def ids(self) -> "array[int]":
        """All entries of the listing, folded ones too, newest first."""
        return self._ids

    @property
    def current_id(self) -> EntryId | None:
        """The entry under the cursor."""
        return EntryId(self._shown[self.cursor]) if 0 <= self.cursor < len(self._shown) else None

    @property
    def current(self) -> EntrySummary | None:
        """What is shown of the entry under the cursor."""
        return self.summary(self.cursor) if self.row_count else None

    def show_first(self, summaries: Sequence[EntrySummary], cursor_id: EntryId | None = None) -> None:
        """Show one screenful of a listing whose ids are still being read."""
        self._pages.fill(summaries)
        self._folds = StoryFolds()
        self._ids = self._shown = array("q", (s.id for s in summaries))
        self.rows_changed(self._row_of(cursor_id) or 0)

    def show_ids(
        self,
        ids: "array[int]",
        stories: Mapping[int, int],
        *,
        fold: bool = True,
        empty: str = "",
        cursor_id: EntryId | None = None,
    ) -> None:
        """Show a listing; the cursor stays on its entry, or goes to ``cursor_id``.

        Args:
            ids: all entries, newest first.
            stories: entry -> newest entry of its story, in the order of the listing.
            fold: whether stories start folded.
            empty: what to say if there is no entry.
            cursor_id: the entry to put the cursor on.
        """
        keep = cursor_id or self.current_id
        row, offset = self.cursor, self.cursor * LINES - self.scroll_offset.y
        self._ids, self.empty_words = ids, empty
        self._folds = self._folds.renew(stories, fold=fold)
        self._lay_rows()
        found = self._row_of(keep)
        self.rows_changed(found if found is not None else min(row, max(len(self._shown) - 1, 0)))
        if found is not None and found != row:
            self.scroll_to(y=max(0, found * LINES - offset), animate=False, immediate=True)

    def mark_open(self, entry_id: EntryId | None) -> None:
        """Remember which entry is open in the article pane."""
        self._open = entry_id
        self.refresh()

    def reread(self) -> None:
        """Read the rows anew after something about them was written."""
        self._pages.clear()
        self.refresh()

    def toggle_fold(self) -> str:
        """Fold or unfold the story under the cursor; return what was done, in words."""
        keep = self.current_id
        if keep is None or not self._folds.turn(keep):
            return "This entry is the only one of its story here"
        self._lay_rows()
        row = self._row_of(keep)
        self.rows_changed(row if row is not None else self._row_of(EntryId(self._folds.members(keep)[0])))
        return "Story folded" if self._folds.is_folded(keep) else "Story unfolded"

    def summary(self, row: int) -> EntrySummary | None:
        """Return what is shown in a row; None if the entry has gone."""
        return self._pages.get(self._shown, row)

    @property
    def shown_ids(self) -> "array[int]":
        """The entries as they stand in the rows: folded ones are left out."""
        return self._shown

    def row_top(self, row: int) -> int:
        """Return the first line of a row."""
        return row * LINES

    def row_height(self, row: int) -> int:  # noqa: ARG002
        """Return how many lines a row takes."""
        return LINES

    def row_at(self, line: int) -> int:
        """Return the row in which a line lies."""
        return line // LINES

    def draw(self, row: int, line: int, width: int) -> Content:
        """Return one of the two lines of an entry."""
        summary = self.summary(row)
        if summary is None:
            return EMPTY if line else Content("  (this entry has gone)")
        if line == 0:
            mark = "▸" if summary.id == self._open else " " if summary.read else "●"
            return _title_line(summary, mark, self._now())
        return _outlet_line(summary, self._folds, width)

    def _lay_rows(self) -> None:
        """Make the rows from the ids and from what is folded."""
        self._pages.clear()
        self._shown = self._folds.visible(self._ids)

    def _row_of(self, entry_id: EntryId | None) -> int | None:
        """Return the row of an entry."""
        if entry_id is None:
            return None
        try:
            return self._shown.index(entry_id)
        except ValueError:
            return None


def _title_line(summary: EntrySummary, mark: str, now: datetime) -> Content:
    """Return mark, time and title; ``~`` before the time: nobody says when it was published, that is when it came."""
    style = "bold" if not summary.read else ""
    title = line(summary.title or summary.url or "(no title)", style)
    star = Content.styled("★ ", "$accent") if summary.bookmarked else EMPTY
    time = Content.styled(f"{short_time(summary.dated_at, now):<6} ", "$muted")
    about = Content.styled(RECEIVED, "$muted") if summary.is_received else " "
    return joined(Content.styled(mark, "$unread"), about, time, star, title)


def _outlet_line(summary: EntrySummary, folds: StoryFolds, width: int) -> Content:
    """Return outlet, the outlet it came through, and at the right end how many tellings are folded into the row."""
    lead = "  │ " if folds.is_inside(summary.id) else "  "
    hidden = folds.hidden_under(summary.id)
    folded = Content.styled(f"×{hidden + 1}", "bold $accent") if hidden else EMPTY
    room = max(1, width - cell_len(lead) - (folded.cell_length + 1 if hidden else 0))
    names = _names(summary, room)
    return joined(lead, names, " " * max(0, room - names.cell_length + bool(hidden)), folded)


def _names(summary: EntrySummary, room: int) -> Content:
    """Return ``Outlet ⟵ Outlet it came through +2`` in at most ``room`` cells."""
    outlet = line(summary.outlet or "unknown outlet", "$muted")
    if not summary.via:
        return outlet.truncate(room, ellipsis=True)
    more = Content.styled(f" +{summary.more}", "$credit") if summary.more else EMPTY
    via = line(summary.via, "$credit")
    for_names = room - len(VIA) - more.cell_length
    for_outlet = max(for_names - via.cell_length, min(outlet.cell_length, for_names // 2))
    outlet = outlet.truncate(max(1, for_outlet), ellipsis=True)
    via = via.truncate(max(1, for_names - outlet.cell_length), ellipsis=True)
    return joined(outlet, Content.styled(VIA, "$credit"), via, more)
