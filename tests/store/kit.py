"""What the tests of the store share: a clock that stands still, and a short way to keep entries."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.model.entry import Entry, EntryFilter, EntryId
from reader.store.library import Library

START = datetime(2026, 11, 24, 7, tzinfo=UTC)
COURIER = "https://courier.example/feed"


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    time: datetime = field(default=START)

    def __call__(self) -> datetime:
        return self.time

    def go(self, **by: float) -> None:
        self.time += timedelta(**by)


def keep(  # parts: fields of Entry by name, and the outlet
    library: Library,
    title: str,
    text: str = "",
    *,
    feed: str | None = COURIER,
    **parts: Any,  # noqa: ANN401
) -> EntryId:
    """Keep one entry of a feed (None: a saved article) and return its number."""
    outlet = str(parts.pop("outlet", "Example Courier"))
    entry = Entry(guid=str(parts.pop("guid", title)), title=title, html=text, **parts)
    feed_id = None if feed is None else library.feeds.add(feed).id
    kept = library.entries.keep(feed_id, outlet, [entry], texts={entry.guid: text})
    return (kept.new or kept.changed)[0]


def found(library: Library, search: str) -> list[str]:
    """Return the titles that a query finds, newest first, and see that all four ways agree."""
    wanted = EntryFilter(search=search)
    first = library.entries.first(wanted, 1000)
    ids = library.entries.ids(wanted)
    assert [s.id for s in first] == list(ids)
    assert library.entries.count(wanted) == len(ids)
    assert library.entries.summaries(ids) == first
    return [s.title for s in first]
