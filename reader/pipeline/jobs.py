"""The jobs that run in child processes: bytes and texts in, model objects out; module-level functions only.

All that parses foreign bytes or reads foreign text at length stands here, so that a hostile document costs one child
its few seconds and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.lexicon.more_outlets import MoreOutlets, lexicon_with
from reader.model.article import Article
from reader.model.chain import Credit, Fingerprint
from reader.model.claim import Analysis
from reader.model.entry import Entry, StoredEntry
from reader.model.feed import Feed
from reader.text.urls import host

if TYPE_CHECKING:
    from reader.feeds.discover import FoundFeed
    from reader.feeds.opml import FeedList

SEARCH_CHARS = 200_000
"""Characters of an entry that the search knows before its article is made."""

_NO_MORE = MoreOutlets()
_MARKDOWN = (".md", ".markdown", ".mkd")


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed with what the library keeps beside it."""

    feed: Feed
    texts: Mapping[str, str]
    """Plain text of each entry by guid, for the search."""


@dataclass(frozen=True, slots=True)
class Processed:
    """All that is found in one article."""

    article: Article
    analysis: Analysis
    credits: tuple[Credit, ...]
    fingerprint: Fingerprint


def load_parsers() -> None:
    """Import what every feed needs, so that the first real job does not wait for it (pages load trafilatura later)."""
    import reader.analysis.article
    import reader.articles.extract
    import reader.feeds.parse
    import reader.tracing.credits.article  # noqa: F401

    process_article(Article("«Nothing to see,» said the mayor."))  # loads the word lists


def parse_feed_job(data: bytes, url: str, content_type: str, charset: str) -> ParsedFeed:
    """Return the feed in a response.

    Raises:
        FeedError: it is none.
    """
    from reader.feeds.parse import parse_feed

    feed = parse_feed(data, url=url, content_type=content_type, charset=charset)
    return ParsedFeed(
        feed, search_texts_job([(entry.guid, entry.html or entry.summary_html) for entry in feed.entries])
    )


def search_texts_job(entries: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the plain text of entries by guid; each is given as guid and HTML."""
    return {guid: _search_text(html) for guid, html in entries}


def parse_list_job(data: bytes) -> "FeedList":
    """Return the feeds in an OPML document or in a newsboat urls file, told apart by the first character.

    Raises:
        FeedError: it is neither.
    """
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        from reader.feeds.opml import parse_opml

        return parse_opml(data)
    from reader.feeds.newsboat_urls import parse_newsboat_urls

    return parse_newsboat_urls(data)


def find_feeds_job(data: bytes, url: str, charset: str) -> "tuple[FoundFeed, ...]":
    """Return the feeds that a page announces, best first."""
    from reader.feeds.discover import discover_feeds

    return discover_feeds(data, url, charset)


def process_job(
    entries: Sequence[tuple[StoredEntry, Article | None]], outlets: MoreOutlets = _NO_MORE
) -> tuple[Processed, ...]:
    """Return what is found in each entry; the article is made from what the feed said where none is given."""
    return tuple(process_article(article or article_of_entry(stored), outlets) for stored, article in entries)


def process_article(article: Article, outlets: MoreOutlets = _NO_MORE) -> Processed:
    """Return what analysis and tracing find in one article by itself; ``outlets`` are known besides the program's."""
    from reader.analysis.article import analyze_article
    from reader.tracing.credits.article import find_credits
    from reader.tracing.reuse.fingerprint import make_fingerprint

    analysis = analyze_article(article)
    credits = find_credits(article, analysis, lexicon_with(outlets))
    return Processed(article, analysis, credits, make_fingerprint(article))


def article_of_entry(stored: StoredEntry) -> Article:
    """Return the article that an entry's feed carries; an entry that is too long or unreadable has an empty one."""
    from reader.articles.extract import ArticleError, article_from_feed_html

    entry = stored.entry
    about = Article(
        "",
        headline=entry.title,
        outlet=stored.outlet,
        url=entry.url,
        byline=entry.author,
        published_at=entry.published_at,
        language=entry.language,
        metadata=feed_metadata(entry),
    )
    try:
        return article_from_feed_html(
            entry.html or entry.summary_html,
            headline=about.headline,
            outlet=about.outlet,
            url=about.url,
            byline=about.byline,
            published_at=about.published_at,
            language=about.language,
            metadata=about.metadata,
        )
    except ArticleError:
        return about


def extract_page_job(
    data: bytes, charset: str, media_type: str, url: str, stored: StoredEntry, outlets: MoreOutlets = _NO_MORE
) -> Processed:
    """Return what is found in the page of an entry.

    Raises:
        ArticleError: it is no page, or holds no article.
    """
    from reader.articles.extract import extract_article
    from reader.articles.media import check_text

    check_text(data, charset, media_type)
    entry = stored.entry
    return process_article(
        extract_article(
            data,
            url=url,
            charset=charset,
            headline=entry.title,
            outlet=stored.outlet,
            byline=entry.author,
            published_at=entry.published_at,
            metadata=feed_metadata(entry),
        ),
        outlets,
    )


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of an article that is saved; empty parts are looked for in it."""

    headline: str = ""
    outlet: str = ""
    published_at: datetime | None = None


def read_article_job(data: bytes, name: str, charset: str, url: str, given: Given, media_type: str = "") -> Article:
    """Return the article in a file or page that is saved: HTML, Markdown or plain text, by name and content.

    Of plain text every character is kept in its place.

    Args:
        data: What the file holds.
        name: Its name; decides between Markdown and plain text.
        charset: Encoding that the transport named.
        url: Its address; empty for a file.
        given: What is known already.
        media_type: As the transport named it, in lower case without parameters.

    Raises:
        ArticleError: it is neither HTML nor text, or holds no article.
    """
    from reader.articles.blocks import article_from_markdown
    from reader.articles.encoding import decode_page
    from reader.articles.extract import ArticleError, extract_article
    from reader.articles.media import check_text
    from reader.articles.plain import article_from_text
    from reader.text.safety import mask_text

    check_text(data, charset, media_type)
    headline, outlet, moment = given.headline, given.outlet, given.published_at
    if is_html(data, name):
        return extract_article(data, url=url, charset=charset, headline=headline, outlet=outlet, published_at=moment)
    text = decode_page(data, charset)
    if not text.strip():
        raise ArticleError("holds no text")
    if PurePath(name).suffix.lower() in _MARKDOWN:
        article = article_from_markdown(text, url=url, headline=headline, outlet=outlet, published_at=moment)
    else:
        article = article_from_text(mask_text(text), url=url, headline=headline, outlet=outlet, published_at=moment)
    return _with_imprint(article)


def _with_imprint(article: Article) -> Article:
    """Return a loose text with the outlet and the date that its head names, where they are not given.

    The host of its address stands above a name that is an outlet's only perhaps.
    """
    from reader.articles.imprint import find_imprint
    from reader.feeds.dates import parse_date

    imprint = find_imprint(article, sure=bool(host(article.url)))
    return replace(
        article,
        outlet=article.outlet or imprint.outlet or host(article.url),
        published_at=article.published_at or parse_date(imprint.date),
    )


def is_html(data: bytes, name: str) -> bool:
    """Tell whether a file is HTML: by its name, else by the tags it begins with."""
    suffix = PurePath(name).suffix.lower()
    if suffix in (".html", ".htm", ".xhtml", ".xht"):
        return True
    if suffix in (".txt", ".text") or suffix in _MARKDOWN:
        return False
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<?xml", b"<!--"))


def feed_metadata(entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return what the feed says on other outlets as article metadata: ``feed.source``, ``feed.via`` ..."""
    values: dict[str, tuple[str, ...]] = {}
    for credit in entry.credit_elements:
        key = f"feed.{credit.element}"
        values[key] = (*values.get(key, ()), credit.name or credit.url)
    return values


def _search_text(html: str) -> str:
    """Return the words of an entry's HTML as one line; a thirtieth of the cost of making its article."""
    from reader.articles.tree import parse_tree
    from reader.text.safety import clean_line

    tree = parse_tree(html[: 4 * SEARCH_CHARS])
    if tree is None:
        return ""
    for element in list(tree.iter("script", "style", "template", "noscript")):
        element.drop_tree()
    return clean_line(" ".join(tree.itertext()), SEARCH_CHARS)
