"""Addresses -> subscriptions: a feed, a page that announces feeds, or a local feed file.

Also the one door for all ways into the library: lists (``importing``) and single articles (``saving``).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.model.feed import Subscription
from reader.pipeline.addresses import SubscribeError, feed_address, is_private
from reader.pipeline.fetching import Document, DocumentError, get_document, keep_feed, parse_document, refresh_feed
from reader.pipeline.importing import ImportReport, import_list
from reader.pipeline.jobs import ParsedFeed, find_feeds_job
from reader.pipeline.progress import Cancelled, never
from reader.pipeline.saving import save_article
from reader.pipeline.services import Services
from reader.pipeline.workers import WorkError
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.feeds.discover import FoundFeed

__all__ = ["ImportReport", "SeveralFeeds", "SubscribeError", "import_list", "save_article", "subscribe"]


class SeveralFeeds(SubscribeError):
    """A page announces several feeds and the user must choose; ``found`` holds them, best first."""

    def __init__(self, page_url: str, found: "tuple[FoundFeed, ...]") -> None:
        super().__init__(f"{page_url} announces {len(found)} feeds")
        self.page_url = page_url
        self.found = found


def _ignore(line: str) -> None:
    """Take a remark that nobody wants to see."""


def subscribe(
    services: Services,
    address: str,
    *,
    title: str = "",
    folder: str = "",
    remark: Callable[[str], None] = _ignore,
    cancelled: Cancelled = never,
) -> Subscription:
    """Follow the feed at an address, the one feed a page announces, or a local feed file, and keep its entries.

    A private address is allowed, since the user typed it; one that a page on another host announces is not. Faults of
    the document that were passed over go to ``remark``, one line each.

    Raises:
        SeveralFeeds: the page announces more than one; subscribe to the address of the chosen one.
        SubscribeError: nothing to follow there.
    """
    url = feed_address(address)
    known = next((feed for feed in services.library.feeds.all() if feed.url == url), None)
    if known is not None:
        fetched = known.state.checked_at is not None
        return known if known.allow_private and fetched else _allow(services, known, cancelled)
    allowed = True
    document = _get(services, url, allow_private=True, cancelled=cancelled)
    try:
        parsed = parse_document(services, document, cancelled)
    except WorkError as error:
        found = _announced(services, document, error, cancelled)
        url = found.url
        allowed = urlsplit(url).netloc == urlsplit(document.url).netloc
        document = _get(services, url, allow_private=allowed, cancelled=cancelled)
        parsed = _parse(services, document, cancelled)
    address = document.moved_to or url
    allowed = allowed and urlsplit(address).netloc == urlsplit(url).netloc  # a server does not type
    feed = _follow(services, address, document, parsed, (title, folder), allowed=allowed)
    for line in parsed.feed.remarks:
        remark(f"{feed.title}: {line}")
    return feed


def _allow(services: Services, feed: Subscription, cancelled: Cancelled) -> Subscription:
    """Return a feed from a list that the user now typed: its address may be private from here on; it is fetched.

    Raises:
        SubscribeError: it cannot be fetched; it stays subscribed.
    """
    library = services.library
    allowed: Subscription = library.feeds.add(feed.url, allow_private=True)
    if feed.state.checked_at is not None and not (is_private(feed.url) or feed.state.error):
        return allowed
    outcome = refresh_feed(services, allowed, cancelled)
    if outcome is not None and outcome.error:
        raise SubscribeError(_about(feed.url, SubscribeError(outcome.error)))
    return library.feeds.get(feed.id) or allowed


def _get(services: Services, url: str, *, allow_private: bool, cancelled: Cancelled) -> Document:
    """Return the document at an address.

    Raises:
        SubscribeError: it cannot be had.
    """
    try:
        return get_document(services, url, allow_private=allow_private, cancelled=cancelled)
    except DocumentError as error:
        raise SubscribeError(_about(url, error)) from None


def _parse(services: Services, document: Document, cancelled: Cancelled) -> ParsedFeed:
    """Return the feed in a document that was announced as one.

    Raises:
        SubscribeError: it is none.
    """
    try:
        return parse_document(services, document, cancelled)
    except WorkError as error:
        raise SubscribeError(_about(document.url, error)) from None


def _announced(services: Services, document: Document, error: WorkError, cancelled: Cancelled) -> "FoundFeed":
    """Return the one feed that a page announces.

    Raises:
        SeveralFeeds: there are more.
        SubscribeError: there is none.
    """
    found: tuple[FoundFeed, ...] = ()
    if error.reason == "refused" and not document.url.startswith("file:"):
        try:
            found = services.workers.run(
                find_feeds_job, document.body, document.url, document.charset, cancelled=cancelled
            )
        except WorkError as problem:
            raise SubscribeError(_about(document.url, problem)) from None
    if not found:
        hint = "" if document.url.startswith("file:") else ", and announces none"
        raise SubscribeError(_about(document.url, error) + hint)
    if len(found) > 1:
        raise SeveralFeeds(document.url, found)
    return found[0]


def _follow(
    services: Services,
    url: str,
    document: Document,
    parsed: ParsedFeed,
    names: tuple[str, str],
    *,
    allowed: bool,
) -> Subscription:
    """Subscribe to a feed that was read already, and keep its entries."""
    library = services.library
    title, folder = (clean_line(name, 200) for name in names)
    with library.transaction():
        feed: Subscription = library.feeds.add(
            url,
            title=title,
            folder=folder,
            full_text=services.settings.refresh.full_text,
            allow_private=allowed,
        )
        keep_feed(services, feed, document, parsed)
    return library.feeds.get(feed.id) or feed


def _about(url: str, error: Exception) -> str:
    """Return an error with the address it is about."""
    text = str(error)
    named = url in text or (url.startswith("file:") and text.startswith("/"))
    return text if named else f"{clean_line(url, 200)}: {text}"
