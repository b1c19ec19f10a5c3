"""Aligned sentences in two columns, drawn line by line; words that differ are marked on both sides."""

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.content import Content
from textual.content import Span as StyleSpan
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.model.chain import Drift
from reader.pipeline.compare import Comparison
from reader.pipeline.word_marks import differing_words
from reader.text.spans import Span
from reader.ui.content import safe_line
from reader.ui.widgets.article_layout import wrap_offsets
from reader.ui.widgets.row_list import draw_strip

STACKED_BELOW: Final = 76
"""Under this width the two sentences stand one above the other."""
MARGIN: Final = 2
"""Cells to the left in which the sentences that are looked at are marked, without colour too."""
DROPPED: Final = "strike $drift"
ADDED: Final = "bold underline $drift"


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of one side: its words, where they stand, and which of them differ."""

    text: str
    span: Span
    marks: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One line of the screen: a stretch of the left and of the right sentence of a pair."""

    pair: int
    left: tuple[int, int] | None
    right: tuple[int, int] | None


class CompareView(ScrollView, can_focus=True, inherit_bindings=False):
    """Pairs of sentences: ``=`` same words, ``≈`` changed, ``−`` only left, ``+`` only right; ``▌`` at the current."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"compare-view--current"}

    def __init__(self, comparison: Comparison, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pairs = [make_pair(comparison, a, b) for a, b in comparison.aligned]
        self._lines: list[DrawnLine] = []
        self._width = 0
        self._current = -1

    def go_to_change(self, drift: Drift) -> None:
        """Bring the sentences of a change into view."""
        for number, (left, right) in enumerate(self._pairs):
            if _holds(left, drift.a_span) or (drift.a_span is None and _holds(right, drift.b_span)):
                self._current = number
                self._show_current()
                break
        self.refresh()

    def _show_current(self) -> None:
        """Scroll to the sentences that are looked at, and a little above them."""
        top = next((y for y, drawn in enumerate(self._lines) if drawn.pair == self._current), 0)
        self.scroll_to(y=max(0, top - 3), animate=False, immediate=True)

    def on_resize(self) -> None:
        """Wrap anew at the present width."""
        self._width = self.scrollable_content_region.width
        column = self._column
        self._lines = []
        for number, (left, right) in enumerate(self._pairs):
            lefts = wrap_offsets(left.text, column) if left else []
            rights = wrap_offsets(right.text, column) if right else []
            if self._stacked:
                self._lines += [DrawnLine(number, piece, None) for piece in lefts]
                self._lines += [DrawnLine(number, None, piece) for piece in rights]
            else:
                for y in range(max(len(lefts), len(rights))):
                    one = lefts[y] if y < len(lefts) else None
                    other = rights[y] if y < len(rights) else None
                    self._lines.append(DrawnLine(number, one, other))
            self._lines.append(DrawnLine(-1, None, None))
        self.virtual_size = Size(self._width, len(self._lines))
        if self._current >= 0:
            self._show_current()
        self.refresh()

    @property
    def column(self) -> int:
        """Cells of the left column with its margin; 0 where the sides stand one above the other."""
        return 0 if self._stacked else self._column + MARGIN

    @property
    def _stacked(self) -> bool:
        """Whether the sides stand one above the other."""
        return self._width < STACKED_BELOW

    @property
    def _column(self) -> int:
        """Cells of one column."""
        room = self._width - MARGIN
        return max(8, room - 3 if self._stacked else (room - 5) // 2)

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        number = y + self.scroll_offset.y
        style = self.visual_style
        if number >= len(self._lines) or self._lines[number].pair < 0:
            return Strip.blank(self._width, style.rich_style)
        drawn = self._lines[number]
        left, right = self._pairs[drawn.pair]
        mark = Content(" " * MARGIN)
        if drawn.pair == self._current:
            style = self.get_visual_style("compare-view--current")
            mark = Content.styled("▌".ljust(MARGIN), "bold $accent")
        first = number == 0 or self._lines[number - 1].pair != drawn.pair
        if self._stacked:
            sign = _sign(left, right) if first else " "
            if drawn.left is None and not first and self._lines[number - 1].left is not None:
                sign = "→"
            content = Content(f"{sign} ") + (_piece(left, drawn.left) if drawn.left else _piece(right, drawn.right))
        else:
            one = _piece(left, drawn.left).truncate(self._column, pad=True)
            content = one + Content(f" {_sign(left, right) if first else ' '} ") + _piece(right, drawn.right)
        return draw_strip(self, mark + content, self._width, style)


def make_pair(comparison: Comparison, a: Span | None, b: Span | None) -> tuple[Side | None, Side | None]:
    """Return the two sides of a pair with the words marked that the other side lacks."""
    one = a.of(comparison.a.article.text) if a else ""
    other = b.of(comparison.b.article.text) if b else ""
    gone, new = differing_words(one, other) if a and b else ([], [])
    left = [(start, end, DROPPED) for start, end in gone]
    right = [(start, end, ADDED) for start, end in new]
    return (
        Side(safe_line(one), a, tuple(left)) if a else None,
        Side(safe_line(other), b, tuple(right)) if b else None,
    )


def _piece(side: Side | None, stretch: tuple[int, int] | None) -> Content:
    """Return one line of one sentence with its marks."""
    if side is None or stretch is None:
        return Content("")
    start, end = stretch
    spans = [
        StyleSpan(max(a, start) - start, min(b, end) - start, style)
        for a, b, style in side.marks
        if a < end and b > start
    ]
    return Content(side.text[start:end], spans, None, strip_control_codes=False)


def _sign(left: Side | None, right: Side | None) -> str:
    """Return how the two sides of a pair answer to each other."""
    if left is None:
        return "+"
    if right is None:
        return "−"
    return "≈" if left.marks or right.marks else "="


def _holds(side: Side | None, span: Span | None) -> bool:
    """Tell whether a change lies in a sentence."""
    return side is not None and span is not None and side.span.overlaps(span)
