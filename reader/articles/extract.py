"""HTML of a page or of a feed entry -> Article; the conductor over trafilatura.

A page goes through trafilatura, whose tree (not its Markdown: that loses block quotations and the marks of code) is
written as Markdown by the same walk as a feed's HTML. trafilatura is not bounded in time, so that pages with more than
``MAX_TAGS`` tags, and pages in which it finds nothing, are read by the largest block of text instead.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reader.articles.blocks import article_from_markdown
from reader.articles.encoding import decode_page
from reader.articles.figures import read_figures
from reader.articles.fragment import Fragment, fragment_to_markdown, tree_to_markdown
from reader.articles.largest import largest_block
from reader.articles.metadata import read_metadata
from reader.articles.tree import MAX_MARKS, ArticleError, parse_tree
from reader.model.article import Article
from reader.text.safety import clean_line
from reader.text.urls import host

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MAX_BYTES", "MAX_TAGS", "ArticleError", "article_from_feed_html", "extract_article"]

MAX_BYTES = 5_000_000
"""A page or feed entry that is longer is refused."""
MAX_TAGS = 12_000
"""Elements up to which trafilatura is asked (15,000 paragraphs: 3 s, 100 MB); articles have 1,000 to 6,000."""
MAX_CHILDREN = 3_000
"""Children of an element up to which it is asked: time and memory grow with their square (15,000: 4 s, 500 MB)."""


def extract_article(
    html: bytes | str,
    *,
    url: str = "",
    charset: str = "",
    headline: str = "",
    outlet: str = "",
    byline: str = "",
    published_at: datetime | None = None,
    metadata: Mapping[str, Sequence[str]] | None = None,
) -> Article:
    """Return the article of a page.

    Args:
        html: The page; bytes are decoded by ``charset``, what the page declares, or by trial.
        url: Its address; links are made absolute against it.
        charset: Encoding that the transport named.
        headline: Where known (from the feed); else the page's own.
        outlet: Where known; else the page's ``og:site_name`` or publisher, else the host of ``url``.
        byline: Where known; else the page's own.
        published_at: Where known; else the page's own.
        metadata: Kept beside the page's own values.

    Raises:
        ArticleError: if the page is too large or holds no text.
    """
    where = clean_line(url, limit=200) or "the page"
    tree = _tree(html, charset, where)
    page = read_metadata(tree, url)
    fragment = _main_text(tree, url)
    if not fragment.markdown.strip():
        raise ArticleError(f"no article text was found in {where}")
    article = article_from_markdown(
        fragment.markdown,
        headline=headline or page.headline,
        outlet=outlet or page.outlet or host(url),
        url=url or page.canonical,
        published_at=published_at or page.published_at,
        byline=byline or page.byline,
        language=page.language,
        metadata={**(metadata or {}), **page.values},
        captions=fragment.captions,
    )
    if not article.text:
        raise ArticleError(f"no article text was found in {where}")
    return article


def article_from_feed_html(
    html: str,
    *,
    headline: str = "",
    outlet: str = "",
    url: str = "",
    byline: str = "",
    published_at: datetime | None = None,
    language: str = "",
    metadata: Mapping[str, Sequence[str]] | None = None,
) -> Article:
    """Return the article that a feed entry carries; its text is empty where the entry has none.

    Args:
        html: Content or summary of the entry.
        headline: The entry's title.
        outlet: The subscription's title.
        url: Address of the entry's page; links are made absolute against it.
        byline: The entry's author.
        published_at: Aware time in UTC.
        language: As the feed says it.
        metadata: See ``Article.metadata`` (``feed.source`` ...).

    Raises:
        ArticleError: if the HTML is too large.
    """
    if len(html) > MAX_BYTES:
        raise ArticleError(f"the entry has {len(html):,} characters, more than {MAX_BYTES:,} are not read")
    fragment = fragment_to_markdown(html, url)
    return article_from_markdown(
        fragment.markdown,
        headline=headline,
        outlet=outlet,
        url=url,
        published_at=published_at,
        byline=byline,
        language=language,
        metadata=metadata,
        captions=fragment.captions,
    )


def _tree(html: bytes | str, charset: str, where: str) -> "HtmlElement":
    """Return the tree of a page.

    Raises:
        ArticleError: if it is too large or holds nothing.
    """
    if len(html) > MAX_BYTES:
        raise ArticleError(f"{where} has {len(html):,} bytes, more than {MAX_BYTES:,} are not read")
    source = decode_page(html, charset) if isinstance(html, bytes) else html
    if source.count("<") > MAX_MARKS:
        raise ArticleError(f"{where} has {source.count('<'):,} tags, more than {MAX_MARKS:,} are not read")
    tree = parse_tree(source)
    if tree is None:
        raise ArticleError(f"{where} holds no HTML")
    return tree


def _main_text(tree: "HtmlElement", url: str) -> Fragment:
    """Return the Markdown of the article's text, by trafilatura or else by the largest block.

    A single paragraph is trafilatura's last resort, all words of the page in one: the largest block is better then,
    if it has paragraphs.
    """
    captions = read_figures(tree)
    found = _by_trafilatura(tree, url) if _is_bearable(tree) else Fragment("", frozenset())
    if "\n\n" not in found.markdown:
        block = largest_block(tree)
        largest = tree_to_markdown(block, url) if block is not None else found
        if not found.markdown or "\n\n" in largest.markdown:
            found = largest
    return Fragment(found.markdown, found.captions | captions)


def _is_bearable(tree: "HtmlElement") -> bool:
    """Tell whether trafilatura reads a tree in bounded time."""
    return all(number < MAX_TAGS and len(element) <= MAX_CHILDREN for number, element in enumerate(tree.iter()))


def _by_trafilatura(tree: "HtmlElement", url: str) -> Fragment:
    """Return what trafilatura takes for the article; empty where it finds nothing."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            tree,
            url=url or None,
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_images=True,
        )
    except Exception:  # a third party's parser over hostile input: the fallback reads the page
        return Fragment("", frozenset())
    if document is None or isinstance(document, dict):
        return Fragment("", frozenset())
    return tree_to_markdown(document.body, url)
