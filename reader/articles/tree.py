"""Text of a page or fragment -> lxml tree, and the error of this room."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class ArticleError(ValueError):
    """Nothing could be read out of a page; its message is one clear line."""


_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_tree(html: str) -> "HtmlElement | None":
    """Return the tree of a document or fragment, repaired as browsers do; None where it holds no element.

    Characters that XML cannot hold become U+FFFD (the parser would end the text at a NUL).
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    data = _FORBIDDEN.sub("\ufffd", html).encode("utf-8")
    if not data.strip():
        return None
    try:
        return document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
