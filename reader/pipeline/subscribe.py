"""Addresses -> subscriptions: a feed, a page that announces feeds, or a local feed file."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.model.feed import Subscription
from reader.pipeline.fetching import Document, DocumentError, get_document, keep_feed, parse_document
from reader.pipeline.jobs import ParsedFeed, find_feeds_job
from reader.pipeline.progress import Cancelled, never
from reader.pipeline.services import Services
from reader.pipeline.workers import WorkError
from reader.text.safety import clean_line
from reader.text.urls import absolute, host, is_private_host

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


def subscribe(
    services: Services, address: str, *, title: str = "", folder: str = "", cancelled: Cancelled = never
) -> Subscription:
    """Follow the feed at an address, the one feed a page announces, or a local feed file, and keep its entries.

    A private address is allowed, since the user typed it; one that a public page announces is not.

    Raises:
        SeveralFeeds: the page announces more than one; subscribe to the address of the chosen one.
        SubscribeError: nothing to follow there.
    """
    url = feed_address(address)
    known = next((feed for feed in services.library.feeds.all() if feed.url == url), None)
    if known is not None:
        return known
    private = is_private(url)
    document = _get(services, url, allow_private=private, cancelled=cancelled)
    try:
        parsed = parse_document(services, document, cancelled)
    except WorkError as error:
        found = _announced(services, document, error, cancelled)
        url = found.url
        private = private and urlsplit(found.url).netloc == urlsplit(document.url).netloc
        document = _get(services, url, allow_private=private, cancelled=cancelled)
        parsed = _parse(services, document, cancelled)
    return _follow(services, document.moved_to or url, document, parsed, (title, folder), private=private)


def feed_address(address: str) -> str:
    """Return what the user typed as an absolute address: a path becomes ``file:``, a bare host gets ``https://``.

    Raises:
        SubscribeError: it is neither an address nor a file.
    """
    typed = address.strip()
    scheme = urlsplit(typed).scheme if "://" in typed or typed.startswith(("file:", "feed:")) else ""
    if scheme == "file":
        return typed
    if not scheme:
        path = Path(typed).expanduser()
        if path.is_file():
            return path.absolute().as_uri()
        if typed.startswith(("/", "./", "../", "~")):
            raise SubscribeError(f"{typed}: there is no such file")
        # a machine of one's own seldom has a certificate
        typed = f"{'http' if is_private_host(_bare_host(typed)) else 'https'}://{typed}"
    elif scheme == "feed":  # feed://host/path and feed:https://host/path
        rest = typed.removeprefix("feed:")
        typed = "https:" + rest if rest.startswith("//") else rest
    url = absolute("", typed, userinfo=True)
    if not url:
        raise SubscribeError(f"{clean_line(address, 200)}: is neither an http(s) address nor a file")
    return url


def is_private(url: str) -> bool:
    """Tell whether an address is on this machine or the local network, as far as its name shows."""
    return url.startswith("file:") or bool(is_private_host(host(url)))


def _bare_host(typed: str) -> str:
    """Return the host in an address without a scheme."""
    return urlsplit(f"//{typed}").hostname or ""


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
            found = services.workers.run(find_feeds_job, document.body, document.url, cancelled=cancelled)
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
    private: bool,
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
            allow_private=private,
        )
        keep_feed(services, feed, document, parsed)
    return library.feeds.get(feed.id) or feed


def _about(url: str, error: Exception) -> str:
    """Return an error with the address it is about."""
    text = str(error)
    named = url in text or (url.startswith("file:") and text.startswith("/"))
    return text if named else f"{clean_line(url, 200)}: {text}"
