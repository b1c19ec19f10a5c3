"""Addresses and files -> subscriptions and saved articles."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.entry import EntryId
from reader.model.feed import Subscription
from reader.pipeline.services import Services

if TYPE_CHECKING:
    from reader.feeds.discover import FoundFeed


class SubscribeError(Exception):
    """An address or file that cannot be followed or kept; its text is one clear line."""


class SeveralFeeds(SubscribeError):
    """A page announces several feeds and the user must choose; ``found`` holds them, best first."""

    def __init__(self, page_url: str, found: "tuple[FoundFeed, ...]") -> None:
        super().__init__(f"{page_url} announces {len(found)} feeds")
        self.page_url = page_url
        self.found = found


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought."""

    added: tuple[Subscription, ...] = ()
    known: int = 0
    """Feeds that were subscribed already."""
    private: tuple[str, ...] = ()
    """Private and loopback addresses that were kept but are not fetched."""
    entries: int = 0
    """Entries taken over (newsboat's cache.db only)."""
    remarks: tuple[str, ...] = ()
    """One line for each thing that could not be taken over."""


def subscribe(services: Services, address: str, *, title: str = "", folder: str = "") -> Subscription:
    """Follow the feed at an address, the one feed a page announces, or a local feed file, and keep its entries.

    Raises:
        SeveralFeeds: the page announces more than one; subscribe to the address of the chosen one.
        SubscribeError: nothing to follow there.
    """
    raise NotImplementedError


def import_list(services: Services, path: Path, *, allow_private: bool = False) -> ImportReport:
    """Take over an OPML file, a newsboat urls file or newsboat's cache.db, told apart by content.

    Raises:
        SubscribeError: the file cannot be read or is none of the three.
    """
    raise NotImplementedError


def save_article(
    services: Services,
    address: str,
    *,
    outlet: str = "",
    published_at: datetime | None = None,
    title: str = "",
) -> EntryId:
    """Keep one article without a feed: the page at an address, or a file of HTML, Markdown or plain text.

    Raises:
        SubscribeError: it cannot be read or holds no text.
    """
    raise NotImplementedError
