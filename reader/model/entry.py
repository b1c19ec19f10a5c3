"""Entries: what a feed announces, and what the user did with it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

EntryId = NewType("EntryId", int)
"""The number of an entry in the library, as ``newsreader list`` prints it."""


@dataclass(frozen=True, slots=True)
class CreditElement:
    """An element of a feed entry that names another outlet as origin (never the feed itself)."""

    element: str
    """``source`` (RSS source, Atom source), ``via`` (Atom rel=via), ``creator`` or ``publisher`` (Dublin Core)."""
    name: str
    """The outlet's name as given; empty where only an address is given."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an entry carries (podcast audio, picture)."""

    url: str
    media_type: str = ""
    length: int | None = None
    """Bytes, where the feed says so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed announces; already cleaned (``text.safety``)."""

    guid: str
    """Identity inside its feed, never empty: the feed's id, else the address, else a hash of title and date."""
    title: str
    """One clean line; may be empty."""
    url: str = ""
    """http(s) address of the article page, absolute; empty where there is none."""
    author: str = ""
    """Byline as the feed gives it, e.g. ``By A. Writer, Example Agency``."""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    html: str = ""
    """The fullest of content and summary, as HTML (plain text is escaped); not sanitised, never shown as it is."""
    summary_html: str = ""
    """The summary where it is another text than ``html``."""
    credit_elements: tuple[CreditElement, ...] = ()
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class EntryStatus:
    """What the user did with an entry; kept apart from what the feed says, and never overwritten by it."""

    read: bool = False
    bookmarked: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""


class TextOrigin(StrEnum):
    """Where the text of an article was taken from."""

    FEED = "feed"
    PAGE = "page"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry in the library with all that is kept of it."""

    id: EntryId
    entry: Entry
    outlet: str
    """Who published it: the subscription's title, or the name given to ``save``."""
    received_at: datetime
    feed_id: int | None = None
    """Number of its subscription; None for an article kept without a feed."""
    status: EntryStatus = field(default_factory=EntryStatus)
    text_origin: TextOrigin = TextOrigin.FEED

    @property
    def dated_at(self) -> datetime:
        """When it was published, else when it was received: never None, for order and display."""
        return self.entry.published_at or self.received_at


RECEIVED: Final = "~"
"""Stands in lists before a time at which an entry was received, where nobody says when it was published."""


@dataclass(frozen=True, slots=True)
class EntrySummary:
    """What one row of the entry list shows; cheap to read by the thousand."""

    id: EntryId
    title: str
    outlet: str
    dated_at: datetime
    read: bool
    bookmarked: bool
    url: str = ""
    feed_id: int | None = None
    via: str = ""
    """The outlet this entry came through (its main parent in the chain), empty where unknown."""
    more: int = 0
    """How many further outlets stand in its chain beside ``via`` (the list shows ``⟵ Kyiv Post +2``)."""
    claims: int | None = None
    """Number of attributed claims; None while not yet analysed."""
    published_at: datetime | None = None
    """None where nobody says when it was published: ``dated_at`` is then when it was received."""
    received_at: datetime | None = None

    @property
    def is_received(self) -> bool:
        """Whether ``dated_at`` is when the entry came: no time of publication is known, or only one still to come."""
        return self.published_at is None or self.published_at > (self.received_at or self.published_at)


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries a listing holds. All conditions must hold; the defaults let everything through."""

    feed_id: int | None = None
    folder: str | None = None
    bookmarked: bool = False
    unread: bool = False
    search: str = ""
    """Text in the query language (``word "phrase" -word pre* title: feed: tag: after: before: is: origin: ...``)."""
