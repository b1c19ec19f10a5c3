"""The feeds that a web page announces, and whether bytes look like a feed; no network.

Announced feeds come first, in the order of the page (the first is the main one by convention), feeds of comments
last; then links in the page that look like feeds. The page is searched for tags only: no tree is built.
"""

import re
from dataclasses import dataclass
from typing import Final

from reader.feeds.decoding import decode
from reader.feeds.fields import TITLE_LIMIT, plain_line, unescape, web_address
from reader.model.feed import FeedFormat
from reader.text.urls import absolute, same_page

FOUND_LIMIT: Final = 50
"""Feeds told of one page."""
_SEARCHED: Final = 5_000_000
_TYPES: Final = {
    "application/rss+xml": FeedFormat.RSS,
    "application/atom+xml": FeedFormat.ATOM,
    "application/rdf+xml": FeedFormat.RDF,
    "application/feed+json": FeedFormat.JSON,
    "application/json": FeedFormat.JSON,
    "text/xml": FeedFormat.RSS,
    "application/xml": FeedFormat.RSS,
    "application/x.atom+xml": FeedFormat.ATOM,
    "application/x-atom+xml": FeedFormat.ATOM,
    "text/rss+xml": FeedFormat.RSS,
    "text/atom+xml": FeedFormat.ATOM,
    "text/rss": FeedFormat.RSS,
}
_IGNORED: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|textarea|xmp)\b[^>]*>.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(r"<(link|a|base)\b((?:\"[^\"]{0,8000}\"|'[^']{0,8000}'|[^<>\"'])*)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([a-zA-Z\-:]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))""")
_FEED_PATH: Final = re.compile(
    r"(?:\A|[/.=_\-])(?:feeds?|rss2?|atom|rdf|index)(?:\.(?:xml|rss|rdf|atom|json))/?\Z|/(?:feed|rss|atom|rss2)/?\Z|"
    r"\.(?:rss|rdf|atom)\Z|[?&]feed=(?:rss2?|atom|rdf)\b",
    re.IGNORECASE,
)
_COMMENTS: Final = re.compile(r"comment|kommentar|comentario|commentaire", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?([A-Za-z0-9_\-]{1,40})""", re.IGNORECASE)
_CHARSET_WITHIN: Final = 5_000


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page leads to."""

    url: str
    title: str = ""
    format: FeedFormat | None = None
    """As announced; None for a link that only looks like one."""


def discover_feeds(data: bytes, url: str, charset: str = "") -> tuple[FoundFeed, ...]:
    """Return the feeds that the page at ``url`` leads to, best first, each once."""
    named = _CHARSET.search(data[:_CHARSET_WITHIN])
    text = decode(data[:_SEARCHED], charset or (named[1].decode("ascii") if named else ""))[0]
    text = _IGNORED.sub(" ", text)
    base = url
    announced: list[FoundFeed] = []
    linked: list[FoundFeed] = []
    for match in _TAG.finditer(text):
        values = _values(match[2])
        name, address = match[1].lower(), unescape(values.get("href", "")).strip()
        if not address:
            continue
        if name == "base":
            base = absolute(url, address) if base == url and absolute(url, address) else base
        elif name == "link":
            announced += _announced(values, absolute(base, web_address(address)))
        elif _FEED_PATH.search(address.partition("#")[0]) and (link := absolute(base, web_address(address))):
            linked.append(FoundFeed(link))
    announced.sort(key=lambda feed: bool(_COMMENTS.search(feed.title) or _COMMENTS.search(feed.url)))
    found: dict[str, FoundFeed] = {}
    for feed in (*announced[:FOUND_LIMIT], *linked[: FOUND_LIMIT * 2]):
        if not any(same_page(feed.url, url) for url in found):
            found[feed.url] = feed
    return tuple(found.values())[:FOUND_LIMIT]


def _announced(values: dict[str, str], address: str) -> list[FoundFeed]:
    """Return the feed of a link element, or nothing."""
    relations = values.get("rel", "").lower().split()
    kind = values.get("type", "").partition(";")[0].strip().lower()
    if not address or not {"alternate", "feed"} & set(relations) or "stylesheet" in relations:
        return []
    if kind not in _TYPES and "feed" not in relations:
        return []
    vague = kind == "application/json" or "oembed" in address  # interfaces of the site, unless the path says feed
    if vague and not _FEED_PATH.search(address):
        return []
    return [FoundFeed(address, plain_line(values.get("title", ""), TITLE_LIMIT), _TYPES.get(kind))]


def _values(text: str) -> dict[str, str]:
    """Return the attributes of a tag by lower-case names, the first of each."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
    return found
