"""What is done when a library file is damaged: it is set aside, and all that can still be read moves to a new one."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from reader.model.feed import FeedId
from reader.store.bookmark_copy import copy_path, entry_of, read_copy
from reader.store.database import Database
from reader.store.entries import EntryStore
from reader.store.errors import StoreError
from reader.store.feeds import FeedStore
from reader.store.opening import open_database
from reader.store.reuse_index import empty_reuse_index

_TABLES = (
    "feeds",
    "entries",
    "entry_parts",
    "articles",
    "tags",
    "attributions",
    "officials",
    "credits",
    "derivations",
    "nodes",
    "upstream",
    "settings",
)
"""Tables that are copied, each after those it refers to. The reuse index is left out: it fills again by itself."""


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a library file (with its log) so that its name says when it was found damaged; return the new place."""
    number, target = 1, path.with_name(f"{path.stem}.damaged-{now:%Y-%m-%d}{path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.damaged-{now:%Y-%m-%d}-{number}{path.suffix}")
    try:
        for end in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + end).rename(target.with_name(target.name + end))
        path.rename(target)
    except OSError as error:
        raise StoreError(f"{path}: cannot be set aside ({error.strerror or type(error).__name__})") from error
    return target


def recover_library(path: Path, now: datetime) -> list[str]:
    """Set a damaged library aside, make a new one from what can be read, and return what was done, one line each.

    Bookmarks that the file has lost come back from the side copy.
    """
    kept = set_aside(path, now)
    done = [f"{path}: damaged, kept as {kept.name}"]
    with closing(open_database(path, now)) as database:
        counts = _copy_tables(kept, database)
        done.append(f"{counts.get('entries', 0)} entries of {counts.get('feeds', 0)} feeds were read from it")
        with database.transaction():
            database.write("INSERT INTO search(search) VALUES ('rebuild')")
            empty_reuse_index(database)
        back = _bookmarks_back(database, copy_path(path), now)
        done.append(f"{back} bookmarks were taken from {copy_path(path).name}")
    return done


def _copy_tables(source: Path, database: Database) -> dict[str, int]:
    """Copy all rows that can be read; return how many of each table."""
    counts: dict[str, int] = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old:
        old.text_factory = lambda data: data.decode("utf-8", "replace")
        with database.foreign_keys_off(), database.transaction():
            for table in _TABLES:
                for direction in ("ASC", "DESC"):  # from both ends up to the damage
                    if _copy_rows(old, database, table, direction):
                        break
                row = database.row(f"SELECT count(*) FROM {table}")
                counts[table] = int(row[0]) if row else 0
            _drop_orphans(database)
    return counts


def _copy_rows(old: sqlite3.Connection, database: Database, table: str, direction: str) -> bool:
    """Copy the rows of one table until the damage; return whether that was the whole table."""
    wanted = [str(row[1]) for row in database.read(f"PRAGMA table_info({table})")]
    try:
        there = {str(row[1]) for row in old.execute(f"PRAGMA table_info({table})")}
        columns = ", ".join(f'"{name}"' for name in wanted if name in there)
        marks = ", ".join("?" for name in wanted if name in there)
        if not columns:
            return True
        insert = f"INSERT OR IGNORE INTO {table}({columns}) VALUES ({marks})"
        for row in old.execute(f"SELECT {columns} FROM {table} ORDER BY 1 {direction}"):
            with suppress(StoreError):  # a row that is damaged itself
                database.write(insert, row)
    except sqlite3.Error:
        return False
    return True


def _drop_orphans(database: Database) -> None:
    """Take out rows whose partner was lost, and give entries that lost their parts empty ones to live with."""
    database.write("UPDATE entries SET feed_id = NULL WHERE feed_id NOT IN (SELECT id FROM feeds)")
    for table, rowid, *_ in database.read("PRAGMA foreign_key_check"):
        if rowid is not None:
            database.write(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    for table, column in (
        ("tags", "entry_id"),
        ("attributions", "entry_id"),
        ("officials", "entry_id"),
        ("credits", "entry_id"),
        ("derivations", "owner"),
        ("upstream", "entry_id"),
    ):
        database.write(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM entries)")
    database.write("DELETE FROM entries WHERE id NOT IN (SELECT id FROM entry_parts)")


def _bookmarks_back(database: Database, copy: Path, now: datetime) -> int:
    """Set the bookmarks of the side copy that the library lacks; return how many."""
    feeds = FeedStore(database, lambda: now)
    entries = EntryStore(database, lambda: now, lambda _: None)
    back = 0
    for line in read_copy(copy):
        feed_id: FeedId | None = None
        if isinstance(line.get("feed"), str) and line["feed"]:
            feed_id = feeds.add(line["feed"], title=str(line.get("feed_title", ""))).id
        entry = entry_of(line)
        find = ("SELECT id, bookmarked FROM entries WHERE feed_id IS ? AND guid = ?", (feed_id, entry.guid))
        row = database.row(*find)
        if row is None:
            text = str(line.get("text", ""))
            new = entries.keep(feed_id, str(line.get("outlet", "")), [entry], texts={entry.guid: text}).new[0]
            entries.set_note(new, str(line.get("note", "")))
            entries.set_tags(new, [str(tag) for tag in line.get("tags") or ()])
            row = (new, 0)
        back += len(entries.set_bookmarked([row[0]], True))
    return back
