"""Spans: the one currency for "a stretch of this text"."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``text[start:end]``, counted in characters (not bytes, not UTF-16 units)."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of ``text`` that this span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> "Span":
        """Return the span moved by ``by`` characters (negative: to the left)."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span (equal counts)."""
        return self.start <= other.start and other.end <= self.end


def trim(text: str, span: Span, chars: str | None = None) -> Span:
    """Return ``span`` without leading and trailing whitespace (or ``chars``); empty spans keep their start."""
    start, end = span
    words = text[start:end]
    bare = words.strip(chars)
    if len(bare) == end - start:
        return span
    start += len(words) - len(words.lstrip(chars))
    return Span(start, start + len(bare))


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all ``spans``.

    Raises:
        ValueError: if there is no span.
    """
    items = list(spans)
    if not items:
        raise ValueError("the hull of no spans is undefined")
    starts, ends = zip(*items, strict=True)
    return Span(min(starts), max(ends))
