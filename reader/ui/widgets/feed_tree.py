"""The list of feeds: everything, bookmarks, folders with their feeds, and kept searches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual.content import Content

from reader.model.entry import EntryFilter
from reader.model.feed import FeedCounts, FeedId, Subscription
from reader.ui.content import EMPTY, joined, line
from reader.ui.messages import FeedsState
from reader.ui.widgets.row_list import RowList

SAVED: Final = EntryFilter(search="is:saved")
"""Articles that were kept without a feed."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row: what it is called and which entries it stands for."""

    key: str
    """Stays the same over a reload: ``all``, ``bookmarks``, ``folder:World``, ``feed:3``, ``search:one origin``."""
    label: str
    filter: EntryFilter | None
    """None: a heading."""
    depth: int = 0
    number: int | None = None
    """Unread entries, or entries found."""
    feed: Subscription | None = None
    open: bool | None = None
    """Whether a folder is unfolded; None: nothing to unfold."""


def tree_rows(state: FeedsState, folded: Iterable[str] = ()) -> list[TreeRow]:
    """Return the rows for a state of the library; ``folded`` holds the keys of folders that are closed."""
    closed = set(folded)
    counts = state.counts or {}

    def unread(feeds: Iterable[Subscription]) -> int | None:
        return None if state.counts is None else sum(counts.get(f.id, FeedCounts()).unread for f in feeds)

    rows = [TreeRow("all", "All", EntryFilter(), number=state.unread)]
    rows.append(TreeRow("bookmarks", "★ Bookmarks", EntryFilter(bookmarked=True), 1, state.bookmarked))
    if state.saved:
        rows.append(TreeRow("saved", "▪ Saved", SAVED, 1, state.saved))
    folders: dict[str, list[Subscription]] = {}
    for feed in sorted(state.subscriptions, key=lambda f: f.title.casefold()):
        folders.setdefault(feed.folder, []).append(feed)
    for folder in sorted(folders, key=lambda name: (name == "", name.casefold())):
        depth, key = 0, f"folder:{folder}"
        if folder:
            is_open = key not in closed
            rows.append(TreeRow(key, folder, EntryFilter(folder=folder), 0, unread(folders[folder]), open=is_open))
            depth = 1
            if not is_open:
                continue
        for feed in folders[folder]:
            rows.append(
                TreeRow(f"feed:{feed.id}", feed.title, EntryFilter(feed_id=feed.id), depth, unread([feed]), feed)
            )
    if state.searches:
        is_open = "searches" not in closed
        rows.append(TreeRow("searches", "Searches", None, open=is_open))
        for kept in state.searches if is_open else ():
            rows.append(TreeRow(f"search:{kept.query}", kept.name, EntryFilter(search=kept.query), 1, kept.found))
    return rows


class FeedTree(RowList):
    """Feeds and searches with their numbers; a feed that failed is marked with ``!``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set()
    BORDER_TITLE = "Feeds"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = FeedsState()
        self._folded: set[str] = set()
        self._rows: list[TreeRow] = tree_rows(self._state)
        self._busy: set[FeedId] = set()

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self._rows)

    @property
    def rows(self) -> list[TreeRow]:
        """The rows as they are shown."""
        return self._rows

    @property
    def current(self) -> TreeRow | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def feeds_of(self, chosen: EntryFilter) -> list[Subscription]:
        """Return the feeds whose entries a filter lets through, those of closed folders too."""
        return [
            feed
            for feed in self._state.subscriptions
            if chosen.feed_id in (None, feed.id) and chosen.folder in (None, feed.folder)
        ]

    @property
    def folded(self) -> set[str]:
        """Keys of the folders that are closed."""
        return self._folded

    def show_state(self, state: FeedsState) -> None:
        """Show the feeds as they are now; the cursor stays on its row."""
        self._state = state
        self._lay_rows()

    def fold(self, keys: Iterable[str]) -> None:
        """Close these folders and open all others."""
        self._folded = set(keys)
        self._lay_rows()

    def toggle(self, row: TreeRow) -> bool:
        """Open or close a folder; tell whether the row is one."""
        if row.open is None:
            return False
        self._folded.symmetric_difference_update({row.key})
        self._lay_rows()
        return True

    def go_to_key(self, key: str) -> bool:
        """Put the cursor on the row with this key; tell whether it is there."""
        found = next((i for i, row in enumerate(self._rows) if row.key == key), None)
        if found is None:
            return False
        self.rows_changed(found)
        return True

    def draw(self, row: int, line: int, width: int) -> Content:  # noqa: ARG002  # one line a row
        """Return the line of a feed: name to the left, number to the right."""
        shown = self._rows[row]
        sign = {True: "▾ ", False: "▸ ", None: ""}[shown.open]
        number = f"{shown.number:,}" if shown.number else ""
        failed = shown.feed is not None and bool(shown.feed.state.error)
        indent = "  " * shown.depth + sign
        room = max(2, width - cell_len(indent) - len(number) - (2 if failed else 0) - 1)
        bold = shown.number and (shown.feed is not None or shown.open is not None or shown.key == "all")
        name = _label(shown, "bold" if bold else "").truncate(room, ellipsis=True)
        pad = " " * max(1, width - cell_len(indent) - name.cell_length - len(number) - (2 if failed else 0))
        alarm = Content.styled("! ", "bold $error") if failed else EMPTY
        return joined(indent, alarm, name, pad, Content.styled(number, "$muted"))

    def can_stand_on(self, row: int) -> bool:
        """Tell whether the cursor can be on a row: on all of them, headings fold."""
        return 0 <= row < len(self._rows)

    def _lay_rows(self) -> None:
        """Make the rows anew and keep the cursor where it was."""
        key = self.current.key if self.current else "all"
        self._rows = tree_rows(self._state, self._folded)
        found = next((i for i, row in enumerate(self._rows) if row.key == key), None)
        self.rows_changed(found if found is not None else min(self.cursor, len(self._rows) - 1))


def _label(row: TreeRow, style: str) -> Content:
    """Return the name of a row."""
    return line(row.label, style)
