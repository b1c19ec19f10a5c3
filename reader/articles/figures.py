"""Captions that the markup tells: ``figcaption``, a paragraph in a figure, a class of that name."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAPTION_CLASS = re.compile(
    r"(?i)(?:^|[\s_-])(?:caption|wp-caption-text|photo-?credit|image-?credit|credit-line)(?:$|[\s_-])"
)
_LONGEST = 1_000
_LOOSE = 2
"""Paragraphs of a figure without ``figcaption`` that are its caption; with more, the figure holds the article."""
_TEXT_TAGS = ("figcaption", "p", "span", "small", "div", "cite", "dd")
_PICTURES = frozenset(("img", "picture", "video"))


def read_figures(tree: "HtmlElement") -> frozenset[str]:
    """Return the words of all captions of a tree, white space collapsed, and make its figures easy to read.

    ``figcaption`` becomes ``p``, since trafilatura drops it; a picture whose figure has a caption loses its ``alt``,
    which says the same once more. A figure without picture (a quotation, a listing) holds no captions.
    """
    captions: set[str] = set()
    for figure in tree.iter("figure"):
        pictures = [e for e in figure.iter() if e.tag in _PICTURES]
        texts = list(figure.iter("figcaption"))
        loose = list(figure.iter("p"))
        if not texts and pictures and len(loose) <= _LOOSE:
            texts = loose
        captions.update(_words(e) for e in texts)
        if texts:
            for picture in pictures:
                picture.attrib.pop("alt", None)
    for element in tree.iter(*_TEXT_TAGS):
        if element.tag == "figcaption":
            captions.add(_words(element))
            element.tag = "p"
        elif _CAPTION_CLASS.search(element.get("class") or ""):
            captions.add(_words(element))
    return frozenset(captions - {""})


def _words(element: "HtmlElement") -> str:
    """Return the text of an element in one line; empty where it is longer than a caption."""
    length = 0
    parts: list[str] = []
    for part in element.itertext():
        length += len(part)
        if length > 2 * _LONGEST:
            return ""
        parts.append(part)
    words = " ".join("".join(parts).split())
    return words if len(words) <= _LONGEST else ""
