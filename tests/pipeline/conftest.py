"""Services over a fresh library, a web of prepared answers and a clock that stands still."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.config import Settings
from reader.pipeline.services import Services
from reader.store.library import Library
from tests.pipeline.kit import Clock, FakeWeb, InlineWorkers


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb()


@pytest.fixture
def services(tmp_path: Path, clock: Clock, web: FakeWeb) -> Iterator[Services]:
    with Library.open(tmp_path / "library.db", now=clock) as library:
        yield Services(library, web, InlineWorkers(), clock, Settings())


@pytest.fixture
def newsboat_cache(tmp_path: Path) -> Path:
    """A cache.db as newsboat makes it, with one feed and three items."""
    path = tmp_path / "cache.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(
            """
            CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
              title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL
              DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT "");
            CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
              title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
              feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
              unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
              enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
              base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT "");
            INSERT INTO rss_feed VALUES ('https://gazette.example/feed.xml', 'https://gazette.example/',
              'Eastmoor Gazette', 0, 0, '');
            """
        )
        for number, (title, unread, flags) in enumerate((("Read", 0, ""), ("Unread", 1, ""), ("Flagged", 1, "b"))):
            connection.execute(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags) "
                "VALUES (?, ?, '', ?, 'https://gazette.example/feed.xml', ?, ?, ?, ?)",
                (
                    f"g{number}",
                    title,
                    f"https://gazette.example/{number}",
                    1_770_000_000 + number,
                    "<p>The lighthouse is lit.</p>" if title == "Unread" else "<p>x</p>",
                    unread,
                    flags,
                ),
            )
    return path
