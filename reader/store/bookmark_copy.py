"""The side copy of all bookmarks: a file of JSON lines beside the library, from which they outlive its loss.

Every change of a bookmark is appended and synced; on the first change of a day the file is written anew, so that it
does not grow for ever. The last line about an entry counts. A line that was cut off (a killed process) is passed over.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.model.entry import Entry
from reader.store.database import Database
from reader.store.errors import StoreError
from reader.store.packing import optional_time, plain_text, to_json, unpack_entry

FILE_NAME = "bookmarks.jsonl"
_DAY = "bookmarks.copied"
_LOG = logging.getLogger(__name__)


def copy_path(library: Path) -> Path:
    """Return where the side copy of a library stands."""
    return library.with_name(FILE_NAME)


class BookmarkCopy:
    """Writes the side copy of one library."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def record(self, ids: Sequence[int]) -> None:
        """Write down the present state of entries whose bookmark has changed.

        The bookmarks themselves are safe in the library by now: if the copy cannot be written this is logged (and
        found by ``check``), but the user's action has not failed.
        """
        try:
            target, today = copy_path(self._db.path), f"{self._now():%Y-%m-%d}"
            last = self._db.row("SELECT value FROM settings WHERE key = ?", (_DAY,))
            if last is None or last[0] != today or not target.exists():
                self._write_anew(target, today)
            else:
                _append(target, "".join(self._lines(ids)))
        except (OSError, StoreError) as error:
            _LOG.warning("the side copy of the bookmarks was not written: %s", error)

    def check(self) -> list[str]:
        """Return a line if the copy lacks bookmarks that the library has."""
        row = self._db.row("SELECT count(*) FROM entries WHERE bookmarked = 1")
        target = copy_path(self._db.path)
        missing = (0 if row is None else int(row[0])) - len(read_copy(target))
        return [f"{target}: this side copy lacks {missing} bookmarks"] if missing > 0 else []

    def mend(self) -> list[str]:
        """Write the copy anew where it lacks bookmarks; return what was done.

        Raises:
            StoreError: it cannot be written.
        """
        if not self.check():
            return []
        target = copy_path(self._db.path)
        try:
            self._write_anew(target, f"{self._now():%Y-%m-%d}")
        except OSError as error:
            raise StoreError(f"{target}: cannot be written ({error.strerror or type(error).__name__})") from error
        return [f"{target.name} was written anew"]

    def _write_anew(self, target: Path, today: str) -> None:
        # under the write lock: no other process commits a bookmark between reading and putting the file in place
        with self._db.transaction():
            ids = [row[0] for row in self._db.read("SELECT id FROM entries WHERE bookmarked = 1 ORDER BY id")]
            fresh = target.with_name(f"{target.name}.{os.getpid()}.part")
            fresh.unlink(missing_ok=True)
            _append(fresh, "".join(self._lines(ids)))
            fresh.replace(target)
            _sync_folder(target.parent)
            self._db.write(
                "INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                (_DAY, today),
            )

    def _lines(self, ids: Sequence[int]) -> Iterator[str]:
        rows = self._db.read(
            "SELECT entries.id, guid, entries.title, entries.url, author, published_at, updated_at, outlet, "
            "bookmarked, note, entry_parts.parts, articles.parts, feeds.url, feeds.own_title, feeds.feed_title "
            "FROM entries JOIN entry_parts USING (id) LEFT JOIN articles USING (id) "
            "LEFT JOIN feeds ON feeds.id = feed_id "
            "WHERE entries.id IN (SELECT value FROM json_each(?))",
            (to_json(list(ids)),),
        )
        for row in rows:
            tags = self._db.read("SELECT tag FROM tags WHERE entry_id = ? ORDER BY place", (row[0],))
            entry = unpack_entry(row[10], guid=row[1], title=row[2], url=row[3], author=row[4], times=row[5:7])
            line = {
                "at": self._now().isoformat(),
                "bookmarked": bool(row[8]),
                "feed": row[12],
                "feed_title": row[13] or row[14] or "",
                "outlet": row[7],
                "guid": row[1],
                "title": row[2],
                "url": row[3],
                "author": row[4],
                "published_at": row[5],
                "note": row[9],
                "tags": [tag for (tag,) in tags],
                "html": entry.html,
                "text": plain_text(row[11] or row[10]),
            }
            yield json.dumps(line) + "\n"


def read_copy(path: Path) -> list[dict[str, Any]]:
    """Return the bookmarks of a side copy, each as its last line has it; empty where there is no file."""
    last: dict[tuple[Any, Any], dict[str, Any]] = {}
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            for text in file:
                try:
                    line = json.loads(text)
                except ValueError:
                    continue
                if isinstance(line, dict) and isinstance(line.get("guid"), str) and line["guid"]:
                    last[(line.get("feed"), line["guid"])] = line
    except OSError:
        return []
    return [line for line in last.values() if line.get("bookmarked") is True]


def entry_of(line: dict[str, Any]) -> Entry:
    """Return the entry in a line of the side copy."""
    published = line.get("published_at")
    return Entry(
        guid=str(line["guid"]),
        title=str(line.get("title", "")),
        url=str(line.get("url", "")),
        author=str(line.get("author", "")),
        published_at=optional_time(published if isinstance(published, int) else None),
        html=str(line.get("html", "")),
    )


def _append(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        data = memoryview(text.encode())
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make a renaming in a folder last."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
