"""Where each character of an article stands on the screen: pure arithmetic between offsets and lines.

The article pane wraps its text itself, by cells, so that a claim's offset leads to a line at once and a click on a
line leads back to an offset. 300 paragraphs are laid out in a few milliseconds; only visible lines are ever styled.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from reader.text.spans import Span

if TYPE_CHECKING:
    from textual.style import Style

    from reader.model.article import Role

_CHUNKS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class View:
    """How an article is to be shown."""

    hide_furniture: bool = False
    claim: int | None = None
    """Index of the current attribution."""
    found: tuple[Span, ...] = field(default=())
    """Stretches found by the search in the article."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that is wrapped as one: a headline, a line of facts, a paragraph."""

    text: str
    start: int | None = None
    """Offset of ``text[0]`` in ``Article.text``; None for what is not part of it."""
    styles: "tuple[tuple[int, int, str | Style], ...]" = ()
    """(start, end, style) in ``text``; later ones lie over earlier ones."""
    prefix: str = ""
    """Stands before the first line, e.g. a bullet; further lines are indented by its width."""
    role: "Role | None" = None
    gap: bool = True
    """An empty line follows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the screen: ``blocks[block].text[start:end]``; ``block`` -1 is an empty line."""

    block: int
    start: int = 0
    end: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks wrapped to a width."""

    width: int
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    _tops: tuple[int, ...] = field(default=(), repr=False)
    """First line of each block."""

    def height_of(self, block: int) -> int:
        """Return how many lines of the screen a block takes."""
        return sum(line.block == block for line in self.lines)

    def line_of(self, offset: int) -> int | None:
        """Return the line in which a character of ``Article.text`` stands; None if it is not shown."""
        for index, block in enumerate(self.blocks):
            if block.start is not None and block.start <= offset < block.start + max(1, len(block.text)):
                inside = offset - block.start
                line = self._tops[index]
                while line + 1 < len(self.lines) and self.lines[line + 1].block == index:
                    if inside < self.lines[line + 1].start:
                        break
                    line += 1
                return line
        return None

    def offset_at(self, line: int, column: int) -> int | None:
        """Return the offset in ``Article.text`` of the character at a cell of a line; None where there is none."""
        if not 0 <= line < len(self.lines):
            return None
        shown = self.lines[line]
        block = self.blocks[shown.block] if shown.block >= 0 else None
        if block is None or block.start is None:
            return None
        column -= cell_len(block.prefix)
        cells = 0
        for index in range(shown.start, shown.end):
            cells += cell_len(block.text[index])
            if 0 <= column < cells:
                return block.start + index
        return None

    def text_between(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """Return the text from (line, character) to (line, character), with the paragraphs' own breaks only."""
        parts: list[str] = []
        for number in range(max(0, start[0]), min(end[0] + 1, len(self.lines))):
            line = self.lines[number]
            if line.block < 0:
                parts.append("\n")
                continue
            text = self.blocks[line.block].text[line.start : line.end]
            skipped = len(self.blocks[line.block].prefix)
            first = max(0, start[1] - skipped) if number == start[0] else 0
            last = max(0, end[1] - skipped) if number == end[0] and end[1] >= 0 else None
            parts.append(text[first:last])
            following = self.lines[number + 1] if number + 1 < len(self.lines) else None
            parts.append(" " if following and following.block == line.block and not text.endswith(" ") else "")
            if following and following.block != line.block:
                parts.append("\n")
        return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip("\n ")


def lay_out(blocks: Sequence[Block], width: int) -> Layout:
    """Return the blocks wrapped to a width in cells."""
    lines: list[Line] = []
    tops: list[int] = []
    for index, block in enumerate(blocks):
        tops.append(len(lines))
        room = max(4, width - cell_len(block.prefix))
        for number, (start, end) in enumerate(wrap_offsets(block.text, room)):
            lines.append(Line(index, start, end, number == 0))
        if block.gap and index + 1 < len(blocks):
            lines.append(Line(-1))
    return Layout(width, tuple(blocks), tuple(lines), tuple(tops))


def wrap_offsets(text: str, width: int) -> list[tuple[int, int]]:
    """Return (start, end) of each line of ``text`` at a width in cells; blanks at a line's end belong to no line.

    Words wider than a line are cut between characters (graphemes); Chinese and Japanese text flows that way.
    """
    lines: list[tuple[int, int]] = []
    start = position = used = 0
    for match in _CHUNKS.finditer(text):
        word = match[0].rstrip()
        cells = cell_len(word)
        if cells > width:
            start, used = _cut(text[start : match.start() + len(word)], start, width, lines)
        elif used and used + cells > width:
            lines.append((start, position))
            start, used = match.start(), cells
        else:
            used += cells
        used += len(match[0]) - len(word)
        position = match.end()
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return [(a, a + len(text[a:b].rstrip())) for a, b in lines]


def _cut(rest: str, at: int, width: int, lines: list[tuple[int, int]]) -> tuple[int, int]:
    """Cut a line that ends in a word wider than a line; add all but its last piece, return that one's start, cells."""
    pieces = chop_cells(rest, width) or [rest]
    for piece in pieces[:-1]:
        lines.append((at, at + len(piece)))
        at += len(piece)
    return at, cell_len(pieces[-1])
