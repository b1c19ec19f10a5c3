"""Messages that cross widgets and come from workers: what happened, in the past tense, as frozen dataclasses.

They carry model objects and ids, so that an answer that came too late can be told from the one that was asked for.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.model.entry import EntryFilter, EntryId
from reader.model.feed import FeedCounts, FeedId, Subscription
from reader.pipeline.progress import Progress

if TYPE_CHECKING:  # loads the whole pipeline, which the first frame can do without
    from reader.model.chain import Independent
    from reader.pipeline.enrich import OpenEntry


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search the user keeps in the list of feeds."""

    name: str
    query: str
    found: int | None = None
    """How many entries it finds; None while not counted."""


@dataclass(frozen=True, slots=True)
class FeedsState:
    """All that the list of feeds shows."""

    subscriptions: tuple[Subscription, ...] = ()
    counts: Mapping[FeedId, FeedCounts] | None = None
    bookmarked: int = 0
    unread: int | None = None
    """Unread entries of the whole library; None while not counted."""
    saved: int = 0
    """Articles kept without a feed."""
    searches: tuple[SavedSearch, ...] = ()


@dataclass
class FeedsLoaded(Message):
    """The list of feeds was read."""

    state: FeedsState


@dataclass
class EntriesListed(Message):
    """A listing was read: all ids, newest first, and which of them tell one story."""

    filter: EntryFilter
    ids: "array[int]"
    stories: Mapping[int, int]
    """Entry id -> id of the newest entry of its story, for entries that share one; others are left out."""


@dataclass
class ListingFailed(Message):
    """A listing could not be made: the search text has a fault."""

    filter: EntryFilter
    problem: str


@dataclass
class EntryOpened(Message):
    """An entry was read with its article, claims and chain."""

    open_entry: "OpenEntry"
    ticket: int
    """Number of the request; only the newest is shown."""
    said: str = ""
    """What to tell the user, if anything."""


@dataclass
class EntryReread(Message):
    """The open entry was read once more after a run: an article that arrived late may have joined its chain."""

    open_entry: "OpenEntry"


@dataclass
class IndependentFound(Message):
    """It was looked up what is similar to an opened entry and no part of its chain."""

    entry_id: EntryId
    independent: "tuple[Independent, ...]"


@dataclass
class OpeningFailed(Message):
    """An entry could not be opened."""

    entry_id: EntryId
    ticket: int
    problem: str


@dataclass
class RunProgressed(Message):
    """A run in the background did a step."""

    progress: Progress


@dataclass
class RunEnded(Message):
    """A run in the background is over."""

    summary: str
    failed: bool = False


@dataclass
class MarksChanged(Message):
    """Read marks, bookmarks, tags or notes were written."""

    ids: tuple[EntryId, ...]
    said: str = ""
    """What to tell the user, if anything."""
    failed: bool = False


@dataclass
class PromptTyped(Message):
    """The text in the open line changed."""

    kind: str
    """``search`` or ``find``."""
    value: str


@dataclass
class PromptSubmitted(Message):
    """Enter was pressed in the open line."""

    kind: str
