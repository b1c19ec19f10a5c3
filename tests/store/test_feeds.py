from datetime import UTC, datetime, timedelta

import pytest

from reader.model.entry import Entry, EntryFilter
from reader.model.feed import FeedCounts, FeedId, FetchState
from reader.store.library import Library, StoreError
from tests.store.kit import COURIER, START, Clock, found, keep


def test_adding_twice_gives_the_same_subscription(library: Library) -> None:
    first = library.feeds.add(COURIER, title="Mine", folder="World", full_text=True, allow_private=True)
    assert (first.title, first.folder, first.full_text, first.allow_private, first.added_at) == (
        "Mine",
        "World",
        True,
        True,
        START,
    )
    assert library.feeds.add(COURIER) == first
    assert library.feeds.get(first.id) == first
    assert library.feeds.get(FeedId(99)) is None


def test_the_title_is_the_users_else_the_feeds_else_the_address(library: Library) -> None:
    feed = library.feeds.add(COURIER)
    assert feed.title == COURIER
    library.feeds.keep_state(feed.id, FetchState(), feed_title="The Courier", site_url="https://courier.example/")
    assert [(s.title, s.site_url) for s in library.feeds.all()] == [("The Courier", "https://courier.example/")]
    assert library.feeds.update(feed.id, title="Mine").title == "Mine"
    assert library.feeds.update(feed.id, title="").title == "The Courier"


def test_removing_hides_entries_but_bookmarked_ones_and_adding_brings_them_back(library: Library) -> None:
    plain, marked = keep(library, "Plain"), keep(library, "Marked")
    library.entries.set_bookmarked([marked], True)
    library.entries.set_read([plain], True)
    feed = library.feeds.all()[0]
    library.feeds.remove(feed.id)
    assert library.feeds.all() == ()
    assert library.feeds.counts() == {}
    assert found(library, "") == ["Marked"]
    assert library.entries.set_bookmarked([marked], False) == (marked,)
    assert found(library, "") == []
    library.entries.set_bookmarked([marked], True)
    back = library.feeds.add(COURIER)
    assert back.id == feed.id
    assert set(found(library, "")) == {"Plain", "Marked"}
    assert found(library, "is:read") == ["Plain"]


def test_what_arrives_for_a_removed_feed_stays_hidden(library: Library) -> None:
    feed = library.feeds.add(COURIER)
    library.feeds.remove(feed.id)
    library.entries.keep(feed.id, "Courier", [Entry("late", "Late")])
    library.feeds.keep_state(feed.id, FetchState(etag="x"))
    assert found(library, "") == []
    library.feeds.restore(feed.id)
    assert found(library, "") == ["Late"]


def test_finding_by_number_address_and_title(library: Library) -> None:
    a = library.feeds.add("https://a.example/f", title="Évening Courier")
    b = library.feeds.add("https://b.example/f", title="Morning Courier")
    for text in (str(a.id), f" 0{a.id}", "https://a.example/f", "evening courier", "EVENING"):
        assert library.feeds.find(text) == a
    assert library.feeds.find("courier") is None, "two have it in their titles"
    assert library.feeds.find("") is None
    assert library.feeds.find("99") is None
    library.feeds.remove(b.id)
    assert library.feeds.find("courier") == a


def test_updating_the_address_makes_the_validators_void(library: Library) -> None:
    feed = library.feeds.add(COURIER)
    library.feeds.add("https://taken.example/f")
    library.feeds.keep_state(feed.id, FetchState(etag='"x"', last_modified="y", gone=True))
    moved = library.feeds.update(feed.id, url="https://new.example/f", folder="F", full_text=True)
    assert (moved.url, moved.state.etag, moved.state.last_modified, moved.state.gone) == (
        "https://new.example/f",
        "",
        "",
        False,
    )
    with pytest.raises(StoreError, match="already a subscription to https://taken"):
        library.feeds.update(feed.id, url="https://taken.example/f")
    with pytest.raises(StoreError, match="no subscription 99"):
        library.feeds.update(FeedId(99), title="x")


def test_the_state_of_a_fetch_comes_back(library: Library) -> None:
    feed = library.feeds.add(COURIER)
    state = FetchState(
        etag='W/"é"',
        last_modified="Tue, 24 Nov 2026 07:00:00 GMT",
        checked_at=START,
        changed_at=START - timedelta(days=1),
        due_at=START + timedelta(hours=1),
        failures=3,
        error="https://courier.example/feed: the server says 500",
        remarks=("damaged XML at line 13", "2 of 9 items were left out"),
        gone=False,
    )
    library.feeds.keep_state(feed.id, state)
    stored = library.feeds.get(feed.id)
    assert stored is not None
    assert stored.state == state


def test_due_feeds_are_those_whose_time_has_come(library: Library) -> None:
    def state(checked: datetime | None, due: datetime | None, gone: bool = False) -> FetchState:
        return FetchState(checked_at=checked, due_at=due, gone=gone)

    hour = timedelta(hours=1)
    states = {
        "never": state(None, None),
        "past": state(START - 3 * hour, START - hour),
        "longer": state(START - 9 * hour, START),
        "future": state(START - hour, START + hour),
        "gone": state(START - 3 * hour, START - hour, gone=True),
        "clock was ahead": state(datetime(2199, 1, 1, tzinfo=UTC), datetime(2199, 1, 1, 1, tzinfo=UTC)),
    }
    for name, value in states.items():
        library.feeds.keep_state(library.feeds.add(f"https://{name[0]}{len(name)}.example", title=name).id, value)
    assert [s.title for s in library.feeds.due(START)] == ["never", "longer", "past", "clock was ahead"]


def test_counts(library: Library) -> None:
    a = keep(library, "A")
    keep(library, "B")
    keep(library, "Saved", feed=None)
    empty = library.feeds.add("https://empty.example/f")
    library.entries.set_read([a], True)
    feed = library.feeds.find(COURIER)
    assert feed is not None
    assert library.feeds.counts() == {feed.id: FeedCounts(1, 2), empty.id: FeedCounts(0, 0)}


def test_filters_by_feed_and_folder(library: Library, clock: Clock) -> None:
    keep(library, "A")
    clock.go(hours=1)
    keep(library, "B", feed="https://gazette.example/rss")
    a, b = (library.feeds.find(url) for url in (COURIER, "https://gazette.example/rss"))
    assert a is not None
    assert b is not None
    library.feeds.update(b.id, folder="World")

    def titles(wanted: EntryFilter) -> list[str]:
        return [s.title for s in library.entries.first(wanted, 9)]

    assert titles(EntryFilter(feed_id=a.id)) == ["A"]
    assert titles(EntryFilter(folder="World")) == ["B"]
    assert titles(EntryFilter(folder="")) == ["A"]
    assert titles(EntryFilter(folder="World", search="-b")) == []
