"""The one door for feeds of every dialect: bytes -> Feed."""

from dataclasses import replace
from typing import Final

from reader.feeds.atom import parse_atom
from reader.feeds.decoding import decode
from reader.feeds.elements import Document
from reader.feeds.faults import DOCUMENT_LIMIT, REMARK_LIMIT, FeedError
from reader.feeds.json_feed import parse_json
from reader.feeds.markup import first_tag, parse_xml
from reader.feeds.rss import parse_rss
from reader.model.feed import Feed
from reader.text.safety import clean_line

__all__ = ["FeedError", "parse_feed"]

_SNIFFED: Final = 5_000
_PAGE_TAGS: Final = frozenset({"html", "head", "body"})
_NEITHER: Final = "it is neither XML nor JSON, so no feed"
_ROOTS: Final = {
    "html": "it is a web page, not a feed",
    "opml": "it is a list of feeds (OPML), not a feed: import it",
    "urlset": "it is a sitemap, not a feed",
    "sitemapindex": "it is a sitemap, not a feed",
}


def parse_feed(data: bytes, *, url: str = "", content_type: str = "", charset: str = "") -> Feed:
    """Return the feed in a document.

    Args:
        data: the document, decompressed.
        url: where it was fetched; relative links start from there.
        content_type: what the server called it; only used to word the error, since servers err.
        charset: the encoding the server named; empty if it named none.

    Raises:
        FeedError: if it is no feed; its text is one clear line.
    """
    if len(data) > DOCUMENT_LIMIT:
        raise FeedError(f"it is larger than {DOCUMENT_LIMIT // 1_000_000} MB")
    text, remark = decode(data, charset)
    start = text.lstrip("\ufeff \t\r\n\0")
    if not start:
        raise FeedError("it is empty")
    if start[0] in "{[":
        feed = parse_json(start, url)
        return _with_remarks(feed, remark)
    if first_tag(start[:_SNIFFED]) in _PAGE_TAGS:
        raise FeedError(_ROOTS["html"])
    if "<" not in start[:_SNIFFED]:
        raise FeedError(_NEITHER)
    root, damage = parse_xml(text)
    document = Document(root, url, damaged=bool(damage))
    if document.kind in ("rss", "rdf:rdf", "rdf", "channel", "rss:rss"):
        feed = parse_rss(document)
    elif document.kind.removeprefix("atom:") in ("feed", "entry"):
        feed = parse_atom(document)
    else:
        name = document.kind.lstrip("?")
        if start[0] != "<" and name not in _ROOTS:  # a text that has tags in it (Markdown)
            raise FeedError(_NEITHER)
        kind = f" ({clean_line(content_type, 40)})" if content_type and "xml" not in content_type else ""
        raise FeedError(
            _ROOTS.get(name) or f"it is XML, but no feed: its outermost element is {clean_line(name, 40)}{kind}"
        )
    return _with_remarks(feed, remark, damage)


def _with_remarks(feed: Feed, *remarks: str) -> Feed:
    """Return a feed with what was noticed before it was read in front of its own remarks."""
    found = tuple(remark for remark in remarks if remark)
    return replace(feed, remarks=(found + feed.remarks)[:REMARK_LIMIT]) if found else feed
