"""Text of a page or fragment -> lxml tree, and the error of this room."""

from typing import TYPE_CHECKING

from reader.text.safety import clean_block

if TYPE_CHECKING:
    from lxml.html import HtmlElement


MAX_MARKS = 100_000
"""Opening angle brackets up to which a source is parsed: 1 s and 150 MB of the walk; no article comes near."""


class ArticleError(ValueError):
    """Nothing could be read out of a page; its message is one clear line."""


def parse_tree(html: str) -> "HtmlElement | None":
    """Return the tree of a document or fragment, repaired as browsers do; None where it holds no element.

    The source is cleaned first (escape sequences as a whole; the parser would also end the text at a NUL); character
    references can bring controls back, so that whoever takes text out of the tree cleans it again.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    data = clean_block(html, limit=len(html) + 1).encode("utf-8")
    if not data.strip():
        return None
    try:
        return document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
