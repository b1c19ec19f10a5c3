"""Markdown -> Article: paragraphs, links and emphasis with spans in one plain text, through markdown-it-py.

The text is final: it is cleaned before the parser (which would split an escape sequence into pieces) and once more
one for one behind it, since Markdown knows character references (``&#27;``). Paragraphs are joined by an empty line,
hard line breaks are single ones; a table becomes a paragraph a row.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from reader.articles.fragment import visible_text
from reader.articles.masthead import find_masthead
from reader.articles.roles import assign_roles
from reader.articles.tree import ArticleError
from reader.model.article import Article, Emphasis, Link, Paragraph, Role
from reader.text.safety import clean_block, clean_line, mask_text
from reader.text.spans import Span, trim
from reader.text.urls import absolute

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_MARKDOWN = 2_000_000
"""Characters; a novel has about one million."""

_EMPHASIS = {"strong": Emphasis.STRONG, "em": Emphasis.EMPHASIS}
_GAP = "\n\n"
_CELL = " | "
_BRACKETS = 500
"""Opening brackets of one block that are read as marks: the parser's time grows with their square."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the blocks of a Markdown text hold; all spans count in ``text``."""

    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    links: tuple[Link, ...] = ()
    emphasis: tuple[tuple[Span, Emphasis], ...] = ()


def article_from_markdown(
    markdown: str,
    *,
    headline: str = "",
    outlet: str = "",
    url: str = "",
    published_at: datetime | None = None,
    byline: str = "",
    language: str = "",
    metadata: Mapping[str, Sequence[str]] | None = None,
    captions: frozenset[str] = frozenset(),
) -> Article:
    """Return the article that a Markdown text holds.

    Args:
        markdown: CommonMark with tables; HTML in it is kept as its text only.
        headline: One line; else the masthead of the text is asked.
        outlet: Who published it.
        url: Address of the article; link addresses are made absolute against it.
        published_at: Aware time in UTC.
        byline: As given; else the masthead is asked.
        language: As given.
        metadata: See ``Article.metadata``.
        captions: Words of paragraphs that are known to be captions (from ``figcaption``).

    Raises:
        ArticleError: if the text is longer than ``MAX_MARKDOWN``.
    """
    blocks = read_blocks(markdown, base=url)
    paragraphs = tuple(
        Paragraph(p.span, Role.CAPTION) if " ".join(p.span.of(blocks.text).split()) in captions else p
        for p in blocks.paragraphs
    )
    head = find_masthead(blocks.text, paragraphs, headline=headline, byline=byline)
    return Article(
        text=blocks.text,
        paragraphs=assign_roles(blocks.text, head.paragraphs, links=blocks.links),
        headline=clean_line(headline) or head.headline,
        outlet=clean_line(outlet),
        url=url,
        byline=clean_line(byline) or head.byline,
        dateline=head.dateline,
        published_at=published_at,
        language=language,
        links=blocks.links,
        emphasis=blocks.emphasis,
        metadata={key: tuple(values) for key, values in (metadata or {}).items()},
    )


def read_blocks(markdown: str, *, base: str = "") -> Blocks:
    """Return text, paragraphs, links and emphasis of a Markdown text.

    Raises:
        ArticleError: if the text is longer than ``MAX_MARKDOWN``.
    """
    from markdown_it import MarkdownIt

    if len(markdown) > MAX_MARKDOWN:
        raise ArticleError(f"the text has {len(markdown):,} characters, more than {MAX_MARKDOWN:,} are not read")
    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable(["table", "strikethrough"])
    builder = _Builder(base)
    for token in parser.parse(_tame(clean_block(markdown, limit=MAX_MARKDOWN))):
        builder.take(token)
    return builder.blocks()


@dataclass(slots=True)
class _Builder:
    """Collects plain text and spans while the tokens of a document pass."""

    base: str
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    emphasis: list[tuple[Span, Emphasis]] = field(default_factory=list)
    quotes: int = 0
    lists: int = 0
    heading: int = 0
    row: list["Token"] | None = None
    """Inline tokens of the open table row."""

    def take(self, token: "Token") -> None:
        """Take one block token."""
        kind = token.type
        if kind in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif kind in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self.lists += token.nesting
        elif kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "heading_close":
            self.heading = 0
        elif kind == "tr_open":
            self.row = []
        elif kind == "tr_close":
            self._end_row()
        elif kind == "inline":
            if self.row is not None:
                self.row.append(token)
            else:
                self._paragraph(token.children or [])
        elif kind in ("fence", "code_block"):
            self._code(token.content.rstrip("\n"))
        elif kind == "html_block":
            self._plain(" ".join(visible_text(token.content).split()))

    def blocks(self) -> Blocks:
        """Return what was collected."""
        return Blocks("".join(self.pieces), tuple(self.paragraphs), tuple(self.links), tuple(self.emphasis))

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _start(self) -> int:
        """Begin a paragraph; return its offset."""
        if self.paragraphs:
            self._write(_GAP)
        return self.length

    def _end(self, start: int, words: list[str], links: list[Link], emphasis: list[tuple[Span, Emphasis]]) -> None:
        """Keep a paragraph that has words; white space at its ends stays outside of every span."""
        text = mask_text("".join(words))
        span = trim(text, Span(0, len(text)))
        if not span.length:
            if self.paragraphs:
                self.pieces.pop()
                self.length -= len(_GAP)
            return
        by = start - span.start
        self._write(span.of(text))
        inside = Span(start, start + span.length)
        role = Role.HEADING if self.heading else Role.BODY
        level = self.heading or min(self.lists, 6)
        self.paragraphs.append(Paragraph(inside, role, level, self.quotes > 0, self.lists > 0 and not self.heading))
        for link in links:
            kept = _clip(text, link.span, by, inside)
            if kept.length:
                self.links.append(Link(kept, link.url))
        for stretch, kind in emphasis:
            kept = _clip(text, stretch, by, inside)
            if kept.length:
                self.emphasis.append((kept, kind))

    def _paragraph(self, children: list["Token"]) -> None:
        inline = _Inline(self.base)
        inline.take_all(children)
        start = self._start()
        before = len(self.paragraphs)
        self._end(start, inline.words, inline.links, inline.emphasis)
        if inline.only_pictures and len(self.paragraphs) > before:
            self.paragraphs[-1] = Paragraph(self.paragraphs[-1].span, Role.CAPTION)

    def _end_row(self) -> None:
        cells, self.row = self.row or [], None
        inline = _Inline(self.base)
        for cell in cells:
            if inline.words and cell.content.strip():
                inline.add(_CELL)
            inline.take_all(cell.children or [])
        self._end(self._start(), inline.words, inline.links, inline.emphasis)

    def _code(self, code: str) -> None:
        self._end(self._start(), [code], [], [(Span(0, len(code)), Emphasis.CODE)])

    def _plain(self, words: str) -> None:
        if words:
            self._end(self._start(), [words], [], [])


@dataclass(slots=True)
class _Inline:
    """Words, links and emphasis of one paragraph, counted from its own start."""

    base: str
    words: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    emphasis: list[tuple[Span, Emphasis]] = field(default_factory=list)
    only_pictures: bool = False
    open_links: list[tuple[int, str]] = field(default_factory=list)
    open_emphasis: list[tuple[int, Emphasis]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Append words."""
        self.words.append(words)
        self.length += len(words)

    def take_all(self, tokens: list["Token"]) -> None:
        """Take the inline tokens of a paragraph or table cell."""
        shown = [t for t in tokens if t.type in ("text", "code_inline", "html_inline") and t.content.strip()]
        self.only_pictures = not shown and any(t.type == "image" for t in tokens)
        for token in tokens:
            self._take(token)

    def _take(self, token: "Token") -> None:
        kind = token.type
        if kind in ("text", "text_special"):
            self.add(token.content)
        elif kind == "softbreak":
            self.add(" ")
        elif kind == "hardbreak":
            self.add("\n")
        elif kind == "code_inline":
            self.emphasis.append((Span(self.length, self.length + len(token.content)), Emphasis.CODE))
            self.add(token.content)
        elif kind == "image":
            if self.only_pictures:
                self.add((" " if self.words else "") + " ".join(token.content.split()))
        elif kind == "link_open":
            self.open_links.append((self.length, str(token.attrGet("href") or "")))
        elif kind == "link_close" and self.open_links:
            start, target = self.open_links.pop()
            address = absolute(self.base, target)
            if address:
                self.links.append(Link(Span(start, self.length), address))
        elif kind in ("strong_open", "em_open"):
            self.open_emphasis.append((self.length, _EMPHASIS[kind.removesuffix("_open")]))
        elif kind in ("strong_close", "em_close") and self.open_emphasis:
            start, emphasis = self.open_emphasis.pop()
            self.emphasis.append((Span(start, self.length), emphasis))


def _tame(markdown: str) -> str:
    """Return the Markdown with the brackets escaped in blocks that hold nothing but trouble for the parser."""
    if markdown.count("[") <= _BRACKETS:
        return markdown
    blocks = re.split(r"(\n[ \t>]*\n)", markdown)
    return "".join(re.sub(r"(?<!\\)\[", r"\\[", b) if b.count("[") - b.count("\\[") > _BRACKETS else b for b in blocks)


def _clip(text: str, span: Span, by: int, inside: Span) -> Span:
    """Return an inline span moved into the article's text, without white space at its ends."""
    kept = trim(text, span).shift(by)
    start = max(kept.start, inside.start)
    return Span(start, max(start, min(kept.end, inside.end)))
