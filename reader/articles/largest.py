"""The largest block of text of a page: the fallback where trafilatura finds nothing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTAINERS = frozenset(("div", "section", "article", "main", "td", "body", "center", "form", "html"))
_IGNORED = frozenset(
    ("script", "style", "noscript", "nav", "header", "footer", "aside", "template", "svg", "select", "button")
)


def largest_block(tree: "HtmlElement") -> "HtmlElement | None":
    """Return the innermost container that holds most of the page's text outside links; None where there is none.

    A container's score is the text of its own and of its children that are no containers; half of a child
    container's score counts for its parent, so that an article cut into sections is found as a whole. Linear time.
    """
    scores: dict[HtmlElement, float] = {}
    best: HtmlElement | None = None
    hidden = _hidden(tree)
    for element in reversed(list(tree.iter())):
        if not isinstance(element.tag, str) or element in hidden or element.tag == "a":
            continue
        own = len((element.text or "").strip()) + sum(len((c.tail or "").strip()) for c in element)
        score = scores.pop(element, 0.0) + own
        parent = element.getparent()
        if element.tag in _CONTAINERS:
            scores[element] = score
            if best is None or score > scores[best]:
                best = element
            share = 0.5
        else:
            share = 1.0
        if parent is not None:
            scores[parent] = scores.get(parent, 0.0) + share * score
    return best if best is not None and scores[best] > 0 else None


def _hidden(tree: "HtmlElement") -> set["HtmlElement"]:
    """Return all elements inside navigation, scripts and the like."""
    hidden: set[HtmlElement] = set()
    for element in tree.iter():
        if element.getparent() in hidden or element.tag in _IGNORED:
            hidden.add(element)
    return hidden
