"""HTML (a feed's content, or the tree trafilatura leaves) -> Markdown, by one walk over lxml's tree.

The walk keeps no Python stack, so that nesting costs nothing, and looks at each node twice: linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.figures import read_figures
from reader.articles.lines import word_set
from reader.articles.markdown_writer import BREAK, Container, MarkdownWriter, Run
from reader.articles.tree import MAX_MARKS, parse_tree
from reader.text.safety import clean_block
from reader.text.urls import absolute

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = word_set(
    "script style noscript template svg math iframe object embed video audio canvas button select textarea title "
    "datalist map frameset applet meta link input"
)
_BLOCKS = word_set(
    "p div section article main header footer aside nav address center form fieldset legend details summary dl dt "
    "dd figure figcaption hr body html table thead tbody tfoot caption row tr ul ol list dir menu blockquote quote "
    "pre li item h1 h2 h3 h4 h5 h6"
)
_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("i", "em", "cite", "dfn", "var"))
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_HI = {"#b": "b", "#i": "i", "#t": "tt"}
_POINTLESS_ALT = re.compile(r"(?i)(?:\s*(?:image|img|photo|picture|logo|icon|avatar|thumbnail|\S+\.\w{3,4})\s*)?")
_TAG = re.compile(r"<[^<>]*>")
_INVISIBLE = re.compile(r"(?is)<(script|style|template|title)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)")
_CELL_SEPARATOR = " | "


class Fragment(NamedTuple):
    """What the walk over an HTML tree found."""

    markdown: str
    captions: frozenset[str]
    """Words of each paragraph that is a caption, white space collapsed."""


@dataclass(slots=True)
class _Style:
    """Open inline elements, counted."""

    strong: int = 0
    emphasis: int = 0
    code: int = 0
    urls: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """State of one walk."""

    base: str
    writer: MarkdownWriter = field(default_factory=MarkdownWriter)
    runs: list[Run] = field(default_factory=list)
    inked: bool = False
    """The present block has words (not only white space)."""
    style: _Style = field(default_factory=_Style)
    containers: list[Container] = field(default_factory=list)
    heading: int = 0
    row: int = 0
    """Depth of open table rows: the cells of a row are one block."""
    pre: int = 0
    captions: set[str] = field(default_factory=set)

    def text(self, words: str | None) -> None:
        """Take the characters between two tags."""
        if not words:
            return
        words = clean_block(words)
        style = self.style
        url = style.urls[-1] if style.urls else ""
        self.inked = self.inked or bool(words.strip())
        self.runs.append(Run(words, style.strong > 0, style.emphasis > 0, style.code > 0, url))

    def flush(self) -> None:
        """End the present block."""
        runs, self.runs, self.inked = self.runs, [], False
        if not runs:
            return
        if self.pre:
            self.writer.add_code("".join(r.text for r in runs), self.containers)
            return
        while runs and (runs[-1] is BREAK or not runs[-1].text.strip()):
            runs.pop()
        if not runs:
            return
        self.writer.add(runs, self.containers, self.heading)

    def line_break(self) -> None:
        """Take a ``<br>``; two in a row end the paragraph."""
        if self.pre or self.row:
            self.runs.append(Run("\n"))
            return
        for run in reversed(self.runs):
            if run is BREAK:
                self.flush()
                return
            if run.text.strip():
                break
        if self.runs:
            self.runs.append(BREAK)


def fragment_to_markdown(html: str, base: str = "") -> Fragment:
    """Return the Markdown of an HTML fragment; addresses are made absolute against ``base``. Never raises on markup.

    The parser gives up at some 250 open elements: of such a fragment, and of one with more than ``MAX_MARKS`` tags,
    the words between the tags are taken, as one paragraph.
    """
    tree = parse_tree(html) if html.count("<") <= MAX_MARKS else None
    captions = read_figures(tree) if tree is not None else frozenset()
    found = tree_to_markdown(tree, base) if tree is not None else Fragment("", captions)
    if not found.markdown:
        words = clean_block(unescape(visible_text(html)))
        writer = MarkdownWriter()
        writer.add([Run(words)], [])
        return Fragment(writer.text(), frozenset())
    return Fragment(found.markdown, found.captions | captions)


def visible_text(html: str) -> str:
    """Return what stands between tags, without scripts, styles and comments; character references stay."""
    return _TAG.sub(" ", _INVISIBLE.sub(" ", html))


def tree_to_markdown(tree: "_Element", base: str = "") -> Fragment:
    """Return the Markdown of a tree in HTML's or in trafilatura's vocabulary (``head``, ``item``, ``ref``, ``hi``)."""
    walk = _Walk(base)
    for step, element in _steps(tree):
        if step == "open":
            _open(walk, element)
        elif step == "close":
            _close(walk, element)
        else:
            walk.text(element.tail)
    walk.flush()
    return Fragment(walk.writer.text(), frozenset(walk.captions))


def _steps(tree: "_Element") -> Iterator[tuple[str, "_Element"]]:
    """Yield ``open``, ``close`` and ``tail`` for each element in reading order; dropped elements only ``tail``."""
    node: _Element | None = tree
    down = True
    while node is not None:
        if down:
            kept = _name(node) not in _DROPPED and isinstance(node.tag, str)
            if kept:
                yield "open", node
                if len(node):
                    node = node[0]
                    continue
                yield "close", node
        else:
            yield "close", node
        if node is tree:
            return
        yield "tail", node
        following = node.getnext()
        down = following is not None
        node = following if following is not None else node.getparent()


def _name(element: "_Element") -> str:
    """Return an element's name in HTML's vocabulary."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    tag = tag.rpartition("}")[2].lower()
    if tag == "hi":
        return _HI.get(element.get("rend", ""), "span")
    if tag == "head":
        rend = element.get("rend", "")
        return rend if re.fullmatch("h[1-6]", rend) else "head"
    return {"ref": "a", "lb": "br", "graphic": "img", "row": "tr", "cell": "td", "quote": "blockquote"}.get(tag, tag)


def _open(walk: _Walk, element: "_Element") -> None:
    """Take a start tag and the text behind it."""
    name = _name(element)
    if name in _BLOCKS and not (walk.row and name not in ("tr", "table")):
        walk.flush()
    if name == "blockquote":
        walk.containers.append(Container("> ", "> "))
    elif name in ("li", "item", "dd"):
        walk.containers.append(Container("- ", "  "))
    elif name[:1] == "h" and name[1:].isdigit() and not walk.row:
        walk.heading = int(name[1])
    elif name == "tr":
        walk.row += 1
    elif name in ("td", "th") and walk.inked:
        walk.runs.append(Run(_CELL_SEPARATOR))
    elif name == "pre":
        walk.pre += 1
    elif name == "br":
        walk.line_break()
    elif name == "img":
        _image(walk, element)
    else:
        _inline(walk, name, element, 1)
    walk.text(element.text)


def _close(walk: _Walk, element: "_Element") -> None:
    """Take an end tag."""
    name = _name(element)
    if name in _BLOCKS and (not walk.row or name in ("tr", "table")):
        walk.flush()
    elif name in _BLOCKS:
        walk.runs.append(Run(" "))
    if name in ("blockquote", "li", "item", "dd"):
        if walk.containers:
            walk.containers.pop()
    elif name[:1] == "h" and name[1:].isdigit() and not walk.row:
        walk.heading = 0
    elif name == "tr":
        walk.row -= 1
    elif name == "pre":
        walk.pre -= 1
    else:
        _inline(walk, name, element, -1)


def _inline(walk: _Walk, name: str, element: "_Element", by: int) -> None:
    """Open (+1) or close (-1) an inline style."""
    style = walk.style
    if name in _STRONG:
        style.strong += by
    elif name in _EMPHASIS:
        style.emphasis += by
    elif name in _CODE:
        style.code += by
    elif name == "a":
        if by > 0:
            target = element.get("href") or element.get("target") or ""
            style.urls.append(absolute(walk.base, target) if target else "")
        elif style.urls:
            style.urls.pop()


def _image(walk: _Walk, element: "_Element") -> None:
    """Take a picture: its description stands as a caption of its own; a sign that stands for a character stays."""
    alt = clean_block(element.get("alt") or "").strip()
    if alt and len(alt) <= 2:
        walk.text(alt)
        return
    if walk.row or walk.heading or _POINTLESS_ALT.fullmatch(alt) or len(alt.split()) < 3:
        return
    words = " ".join(alt.split())
    if not walk.inked:
        walk.captions.add(words)
        walk.writer.add([Run(words)], walk.containers)
