"""Feeds (documents at an address) and subscriptions (the user's following of them)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from reader.model.entry import Entry

FeedId = NewType("FeedId", int)
"""The number of a subscription in the library."""


class FeedFormat(StrEnum):
    """The dialect a feed is written in."""

    RSS = "rss"
    RDF = "rdf"
    ATOM = "atom"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed document, read: what one fetch of an address brought."""

    format: FeedFormat
    title: str
    """One clean line; empty where the feed has none."""
    site_url: str = ""
    """The site the feed belongs to (RSS channel link, Atom rel=alternate, JSON home_page_url)."""
    description: str = ""
    language: str = ""
    """As the feed says it, e.g. ``en`` or ``en-GB``; empty where unknown."""
    entries: tuple[Entry, ...] = ()
    """In the order of the document."""
    ttl_minutes: int | None = None
    """How long the feed asks to be left alone (RSS ttl, syndication module), if it says so."""
    remarks: tuple[str, ...] = ()
    """One clear line for each fault that was passed over while reading (damaged XML, entries left out)."""


@dataclass(frozen=True, slots=True)
class FetchState:
    """What is remembered between two fetches of one feed, and its health."""

    etag: str = ""
    last_modified: str = ""
    """Both validators exactly as the server sent them, kept only from a complete body that could be read."""
    checked_at: datetime | None = None
    """When the feed was last asked for, successfully or not."""
    changed_at: datetime | None = None
    """When a fetch last brought new or changed entries."""
    due_at: datetime | None = None
    """When it may be asked for again; None means at once."""
    failures: int = 0
    """Failed fetches in a row."""
    error: str = ""
    """One clear line for the last failure; empty when the last fetch went well."""
    remarks: tuple[str, ...] = ()
    """Faults of the document that was read last, which were passed over (``Feed.remarks``); they are no failure."""
    gone: bool = False
    """The server said 410: not fetched again until the user asks."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """The user's following of a feed."""

    id: FeedId
    url: str
    """Address that is fetched, or ``file:`` address of a local feed."""
    title: str
    """The user's own title, else the feed's, else the address; never empty."""
    site_url: str = ""
    folder: str = ""
    """Name of the folder it stands in; empty: at the top."""
    full_text: bool = False
    """Fetch the article page of each new entry."""
    allow_private: bool = False
    """The user typed this private or loopback address, or allowed it on import: it may be fetched."""
    added_at: datetime | None = None
    state: FetchState = field(default_factory=FetchState)


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """How many entries of a feed are stored, and how many of them are unread."""

    unread: int = 0
    total: int = 0
