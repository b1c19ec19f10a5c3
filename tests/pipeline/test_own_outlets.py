"""Outlets that the library adds reach the credits, through real children: a user's own table, and its feeds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.config import Settings
from reader.lexicon.more_outlets import MoreOutlets
from reader.lexicon.outlets import parse_outlets
from reader.model.entry import EntryFilter, EntryId
from reader.pipeline.enrich import fetch_full_text, open_entry, process_pending
from reader.pipeline.loose import process_lines
from reader.pipeline.progress import never
from reader.pipeline.refresh import refresh
from reader.pipeline.services import Services
from reader.pipeline.workers import Workers
from reader.store.library import Library
from tests.pipeline.kit import Clock, FakeWeb, rss

OWN = parse_outlets("Fox River Almanack Co\tFRAC Letter|FRAC\tfrac.example\n")
TEXT = "The bridge is unsafe, according to Tidelow. A new one would cost nine million, FRAC said at the weekend."
HERALD = "https://herald.example/feed.xml"
TIDELOW = "https://tidelow.example/feed.xml"


@pytest.fixture
def services(tmp_path: Path, clock: Clock, web: FakeWeb) -> Iterator[Services]:
    with Library.open(tmp_path / "library.db", now=clock) as library:
        made = Services(library, web, Workers(), clock, Settings())
        yield made
        made.workers.close()


def follow(services: Services, web: FakeWeb, url: str, title: str, text: str) -> EntryId:
    web.put(url, rss(title, [(f"{title}-1", "A bridge", f"<p>{text}</p>")], site=url.removesuffix("feed.xml")))
    feed = services.library.feeds.add(url)
    refresh(services, [feed.id])
    (number,) = services.library.entries.ids(EntryFilter(feed_id=feed.id))
    return EntryId(number)


def credited(services: Services, entry: EntryId) -> set[str]:
    return {credit.outlet for credit in open_entry(services, entry).credits}


def test_without_more_neither_is_sure_enough(services: Services, web: FakeWeb) -> None:
    assert credited(services, follow(services, web, HERALD, "Moor Herald", TEXT)) == set()


def test_the_users_table_and_a_followed_feed_give_credits(services: Services, web: FakeWeb) -> None:
    services = replace(services, outlets=OWN)
    follow(services, web, TIDELOW, "Tidelow", "Nothing today.")
    herald = follow(services, web, HERALD, "Moor Herald", TEXT)
    process_pending(services)
    assert credited(services, herald) == {"Tidelow", "Fox River Almanack Co"}


def test_a_page_that_is_fetched_knows_them_too(services: Services, web: FakeWeb) -> None:
    services = replace(services, outlets=OWN)
    herald = follow(services, web, HERALD, "Moor Herald", "Short.")
    body = f"<html><body><article><h1>A bridge</h1><p>{TEXT}</p><p>{TEXT} It rained.</p></article></body></html>"
    stored = services.library.entries.get(herald)
    assert stored is not None
    web.put(stored.entry.url, body, content_type="text/html")
    fetch_full_text(services, herald)
    assert credited(services, herald) == {"Fox River Almanack Co"}


def test_loose_texts_know_the_users_table(services: Services) -> None:
    line = b'{"id": 1, "text": "The bridge is unsafe, FRAC reported on Monday."}'
    (result,) = process_lines(services.workers, [line], MoreOutlets(OWN), never)
    assert result.processed is not None
    assert [credit.outlet for credit in result.processed.credits] == ["Fox River Almanack Co"]
