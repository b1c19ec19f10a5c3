"""Articles: the extracted text behind an entry, with its structure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.text.spans import Span

if TYPE_CHECKING:
    from datetime import datetime


class Role(StrEnum):
    """What a paragraph is for. Only BODY and HEADING (and an attributing CAPTION) can hold claims."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    RELATED_HEADLINE = "related-headline"
    PROMOTION = "promotion"
    SOURCE_LINE = "source-line"


FURNITURE = frozenset({Role.CAPTION, Role.RELATED_HEADLINE, Role.PROMOTION})
"""Roles that are not the article's own running text; ``H`` hides them, the reuse index leaves them out."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article: a stretch of ``Article.text`` between line breaks, and its role."""

    span: Span
    role: Role = Role.BODY
    level: int = 0
    """Heading level 1 to 6; list nesting depth for list items; else 0."""
    quoted: bool = False
    """Stands in a block quotation."""
    listed: bool = False
    """Is a list item."""


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink in the running text."""

    span: Span
    url: str
    """Absolute http(s) address."""


class Emphasis(StrEnum):
    """Inline emphasis that is kept for display."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one article. Every span of every claim, credit and drift counts in ``text``."""

    text: str
    """Plain text of all paragraphs; for loose text exactly the text that was given."""
    paragraphs: tuple[Paragraph, ...] = ()
    """In reading order, without overlap; white space between them belongs to none."""
    headline: str = ""
    """One line; not necessarily part of ``text``."""
    outlet: str = ""
    """Name (or host) of who published it; empty where unknown."""
    url: str = ""
    byline: str = ""
    dateline: Span | None = None
    """The dateline in ``text`` («NEW YORK (AP) —»), if there is one."""
    published_at: "datetime | None" = None
    language: str = ""
    links: tuple[Link, ...] = ()
    emphasis: tuple[tuple[Span, Emphasis], ...] = ()
    metadata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values that may credit an outlet, by key: ``canonical``, ``ld.publisher``, ``og.site_name``, ``DC.source``,
    and the feed's ``feed.source``, ``feed.via`` ...; a credit's ``where`` is ``meta.<key>`` or ``feed.<element>``."""
