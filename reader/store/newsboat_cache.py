"""newsboat's ``cache.db``, read and never written: feeds, items, what was read, which flags were set."""

import html
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.model.entry import Enclosure, Entry
from reader.store.errors import StoreError, explain
from reader.text.safety import clean_block, clean_line
from reader.text.urls import absolute, is_http

_MAX_CONTENT = 5_000_000
"""Characters of HTML that are taken from one item."""


@dataclass(frozen=True, slots=True)
class CachedFeed:
    """A feed that newsboat has fetched."""

    url: str
    title: str
    site_url: str
    items: int
    """How many items are kept (those the user deleted left out)."""


@dataclass(frozen=True, slots=True)
class CachedEntry:
    """An item in newsboat's cache."""

    entry: Entry
    read: bool
    flags: str
    """Letters that the user set (A-Z, a-z), the nearest thing to bookmarks in newsboat."""


def is_newsboat_cache(path: Path) -> bool:
    """Tell whether a file is a cache of newsboat (or newsbeuter), by its content."""
    try:
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\x00":
                return False
        with closing(_connect(path)) as connection:
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except (OSError, sqlite3.Error):
        return False
    return {"rss_feed", "rss_item"} <= names


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")  # caches with other encodings exist
    return connection


def read_cached_feeds(path: Path) -> tuple[CachedFeed, ...]:
    """Return the feeds of a cache, by title; feeds that come from commands (``exec:``, ``filter:``) are left out.

    Raises:
        StoreError: it cannot be read; one line.
    """
    try:
        with closing(_connect(path)) as connection:
            rows = connection.execute(
                "SELECT f.rssurl, f.url, f.title, count(i.rowid) FROM rss_feed f LEFT JOIN rss_item i "
                f"ON i.feedurl = f.rssurl AND {_not_deleted(connection)} GROUP BY f.rssurl"
            ).fetchall()
    except sqlite3.Error as error:
        raise explain(path, error) from error
    feeds = [
        CachedFeed(str(url), clean_line(_text(title)), absolute(_text(url), _text(site)), count)
        for url, site, title, count in rows
        if is_http(_text(url))
    ]
    return tuple(sorted(feeds, key=lambda feed: (feed.title.casefold(), feed.url)))


def read_cached_entries(path: Path, feed_url: str) -> tuple[CachedEntry, ...]:
    """Return the items of one feed in a cache, in the order in which newsboat got them.

    Raises:
        StoreError: it cannot be read; one line.
    """
    try:
        with closing(_connect(path)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(
                f"SELECT * FROM rss_item i WHERE i.feedurl = ? AND {_not_deleted(connection)} ORDER BY i.rowid",
                (feed_url,),
            ).fetchall()
    except sqlite3.Error as error:
        raise explain(path, error) from error
    if rows and not {"guid", "title", "url", "unread"} <= set(rows[0].keys()):
        raise StoreError(f"{path}: this cache of newsboat has other columns than those we know")
    return tuple(_entry(dict(row)) for row in rows)


def _not_deleted(connection: sqlite3.Connection) -> str:
    """Return the test that leaves out deleted items; very old caches have no such column."""
    columns = {row[1] for row in connection.execute("PRAGMA table_info(rss_item)")}
    return "coalesce(i.deleted, 0) = 0" if "deleted" in columns else "1"


def _entry(row: dict[str, Any]) -> CachedEntry:
    url = absolute("", _text(row["url"]))
    content = clean_block(_text(row.get("content")), _MAX_CONTENT)
    if _text(row.get("content_mime_type")).startswith("text/plain"):
        content = html.escape(content)
    enclosure = absolute("", _text(row.get("enclosure_url")))
    return CachedEntry(
        entry=Entry(
            guid=_guid(_text(row["guid"]), _text(row["url"])) or url or clean_line(_text(row["title"])) or "?",
            title=clean_line(html.unescape(_text(row["title"]))),
            url=url,
            author=clean_line(_text(row.get("author")), 300),
            published_at=_time(row.get("pubDate")),
            html=content,
            enclosures=(Enclosure(enclosure, clean_line(_text(row.get("enclosure_type")))),) if enclosure else (),
        ),
        read=not row["unread"],
        flags="".join(c for c in _text(row.get("flags")) if c.isascii() and c.isalpha()),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _guid(guid: str, url: str) -> str:
    """Return the identity as a feed parser finds it.

    Where a feed gives none newsboat takes the address followed by the date; ours is the address alone.
    """
    rest = guid.removeprefix(url)
    made_up = bool(url) and rest != guid and ":" in rest and any(c.isdigit() for c in rest) and rest[0] not in "#?&/;"
    return clean_line(url if made_up else guid, 2000)


def _time(value: object) -> datetime | None:
    if not isinstance(value, int) or value <= 0:
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError):
        return None
