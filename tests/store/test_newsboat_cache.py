import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.model.entry import Enclosure
from reader.store.errors import StoreError
from reader.store.newsboat_cache import is_newsboat_cache, read_cached_entries, read_cached_feeds

TABLES = """
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
    title VARCHAR(1024) NOT NULL, lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0,
    etag VARCHAR(128) NOT NULL DEFAULT "");
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
    title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
    feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
    unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
    enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
    base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT "");
"""
FEED = "https://courier.example/feed"

FEEDS = [
    (FEED, "https://courier.example/", "The \x1b[31mCourier"),
    ("exec:cmd", "", "Evil"),
    ("https://b.example/f", "", ""),
]
PODCAST = ("Ann", "https://courier.example/a.mp3", "audio/mpeg", "ab1")
NOTHING = ("", None, None, None)
DATED = "https://courier.example/2Tue, 14 Nov 2023 22:13:20 +0000"
ITEMS = [
    ("g1", "One &amp; only", "https://courier.example/1", 1_700_000_000, "<p>Text</p>", 0, 0, "", *PODCAST),
    (DATED, "Two", "https://courier.example/2", 0, "a < b", 1, 0, "text/plain", *NOTHING),
    ("g3", "Deleted", "", 5, "", 1, 1, "", *NOTHING),
    ("g4", "", "javascript:alert(1)", -5, "", 1, 0, "", *NOTHING),
]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    path = tmp_path / "cache.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(TABLES)
        raw.executemany("INSERT INTO rss_feed(rssurl, url, title) VALUES (?, ?, ?)", FEEDS)
        raw.executemany(
            "INSERT INTO rss_item(guid, title, url, pubDate, content, unread, deleted, content_mime_type, author, "
            f"enclosure_url, enclosure_type, flags, feedurl) VALUES ({'?, ' * 12}'{FEED}')",
            ITEMS,
        )
        raw.execute("UPDATE rss_item SET title = CAST(x'436166e9' AS TEXT) WHERE guid = 'g4'")
        raw.commit()
    return path


def test_feeds_and_items_are_read_and_nothing_is_written(cache: Path) -> None:
    before = cache.read_bytes()
    feeds = read_cached_feeds(cache)
    assert [(f.url, f.title, f.site_url, f.items) for f in feeds] == [
        ("https://b.example/f", "", "", 0),
        (FEED, "The Courier", "https://courier.example/", 3),
    ]
    one, two, four = read_cached_entries(cache, FEED)
    assert (one.entry.guid, one.entry.title, one.entry.author, one.read, one.flags) == (
        "g1",
        "One & only",
        "Ann",
        True,
        "ab",
    )
    assert one.entry.published_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert one.entry.enclosures == (Enclosure("https://courier.example/a.mp3", "audio/mpeg"),)
    assert (two.entry.guid, two.entry.published_at, two.read) == ("https://courier.example/2", None, False)
    assert two.entry.html == "a &lt; b"
    assert (four.entry.title, four.entry.url, four.entry.published_at) == ("Caf\ufffd", "", None)
    assert cache.read_bytes() == before
    assert [p.name for p in cache.parent.iterdir()] == ["cache.db"]


def test_an_old_cache_without_later_columns_is_read(cache: Path) -> None:
    with closing(sqlite3.connect(cache)) as raw:
        raw.executescript("ALTER TABLE rss_item DROP COLUMN deleted; ALTER TABLE rss_item DROP COLUMN flags;")
    assert read_cached_feeds(cache)[1].items == 4
    assert len(read_cached_entries(cache, FEED)) == 4


def test_caches_are_told_by_their_content(cache: Path, tmp_path: Path) -> None:
    assert is_newsboat_cache(cache)
    other = tmp_path / "other"
    other.write_bytes(b"https://courier.example/feed\n")
    assert not is_newsboat_cache(other)
    assert not is_newsboat_cache(tmp_path)
    assert not is_newsboat_cache(tmp_path / "none")
    with closing(sqlite3.connect(tmp_path / "sqlite")) as raw:
        raw.execute("CREATE TABLE rss_item(x)")
    assert not is_newsboat_cache(tmp_path / "sqlite")


def test_a_cache_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    for read in (read_cached_feeds, lambda p: read_cached_entries(p, FEED)):
        with pytest.raises(StoreError) as caught:
            read(path)
        assert str(path) in str(caught.value)
        assert len(str(caught.value).splitlines()) == 1
    with closing(sqlite3.connect(tmp_path / "odd")) as raw:
        raw.executescript("CREATE TABLE rss_feed(a); CREATE TABLE rss_item(feedurl); INSERT INTO rss_item VALUES ('f')")
    with pytest.raises(StoreError, match="no such column"):
        read_cached_feeds(tmp_path / "odd")
    with pytest.raises(StoreError, match="other columns"):
        read_cached_entries(tmp_path / "odd", "f")
