"""Read marks, bookmarks, tags and notes: written at once, in order, and taken back with undo."""

from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from reader.model.entry import EntryFilter, EntryId
from reader.ui.content import count
from reader.ui.messages import MarksChanged
from reader.ui.screens.reading.desk import Desk


@dataclass(frozen=True, slots=True)
class Change:
    """One change that can be taken back."""

    said: str
    """What was done, in words."""
    redo: Callable[[], Sequence[EntryId]]
    undo: Callable[[], Sequence[EntryId]]
    what: str = ""
    """What it is that was done, as a noun: ``bookmark``; empty where ``said`` will do."""


class Marking:
    """What the user does to entries. Writes go through one queue, so that their order holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._library = desk.services.library
        self._queue: deque[Callable[[], MarksChanged | None]] = deque()
        self._busy = False
        self._lock = Lock()
        self.done: list[Change] = []
        self.undone: list[Change] = []

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the commands this part answers to."""
        return {
            "entry.bookmark": self.toggle_bookmark,
            "entry.toggle-read": self.toggle_read,
            "entry.all-read": self.mark_all_read,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
        }

    def submit(self, write: Callable[[], MarksChanged | None]) -> None:
        """Queue one write; what it returns is told to the screen."""
        with self._lock:
            self._queue.append(write)
            start, self._busy = not self._busy, True
        if start:
            self._desk.in_background("writes", self._drain, exclusive=False)

    def _drain(self) -> None:
        """Do all queued writes (in the background)."""
        while True:
            with self._lock:
                if not self._queue:
                    self._busy = False
                    return
                write = self._queue.popleft()
            try:
                answer = write()
            except Exception as error:  # one failed write must not stop those behind it
                self._desk.post_message(MarksChanged((), f"Not kept: {error}", failed=True))
            else:
                if answer is not None:
                    self._desk.post_message(answer)

    def mark_opened(self, entry_id: EntryId) -> None:
        """Mark an entry read because it is on the screen; this is not undone by ``u``."""

        def write() -> MarksChanged | None:
            changed = self._library.entries.set_read([entry_id], True)
            return MarksChanged(changed) if changed else None

        self.submit(write)

    def toggle_read(self) -> None:
        """Turn the read mark of the entry under the cursor."""
        if (summary := self._desk.target()) is None:
            return
        read = not summary.read
        words = "read" if read else "unread"
        self._do_flag([summary.id], words, self._library.entries.set_read, read, f"marked {words}")

    def toggle_bookmark(self) -> None:
        """Turn the bookmark of the entry under the cursor."""
        if (summary := self._desk.target()) is None:
            return
        marked = not summary.bookmarked
        words = "bookmarked" if marked else "bookmark taken off"
        what = "bookmark" if marked else words
        self._do_flag([summary.id], words, self._library.entries.set_bookmarked, marked, what)

    def mark_all_read(self) -> None:
        """Mark everything in the listing read."""
        listed, nothing = self._desk.entry_list.ids, array("q")
        everything = EntryFilter(unread=True)
        unread = set(self._desk.ask(lambda: self._library.entries.ids(everything), nothing)) if listed else set()
        if ids := [EntryId(i) for i in listed if i in unread]:
            self._do_flag(ids, "read", self._library.entries.set_read, True)
        else:
            self._desk.tell("Nothing unread here")

    def _do_flag(
        self,
        ids: list[EntryId],
        words: str,
        set_flag: Callable[[Sequence[EntryId], bool], Sequence[EntryId]],
        on: bool,
        noun: str = "",
    ) -> None:
        """Set a flag and remember which entries it really changed."""
        touched: list[EntryId] = list(ids)

        def redo() -> Sequence[EntryId]:
            touched[:] = set_flag(list(touched), on)
            return tuple(touched)

        def undo() -> Sequence[EntryId]:
            return set_flag(list(touched), not on)

        what = words if len(ids) == 1 else f"{count(len(ids), 'entry', 'entries')} marked {words}"
        self.do(Change(what[:1].upper() + what[1:], redo, undo, noun))

    def do(self, change: Change) -> None:
        """Do a change and make it the one that undo takes back."""
        self.done.append(change)
        self.undone.clear()
        self._run(change.redo, change.said)

    def undo(self) -> None:
        """Take back the last change."""
        if self.done:
            change = self.done.pop()
            self.undone.append(change)
            self._run(change.undo, f"Undone: {change.what or change.said}")

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.undone:
            change = self.undone.pop()
            self.done.append(change)
            self._run(change.redo, f"Done again: {change.what or change.said}")

    def _run(self, step: Callable[[], Sequence[EntryId]], said: str) -> None:
        """Queue one direction of a change."""
        self.submit(lambda: MarksChanged(tuple(step()), said))
