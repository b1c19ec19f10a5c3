"""A list of rows drawn line by line: the base of every list of the reader.

Textual's own lists build a widget or a cached line for each row (100,000 entries: 3.5 s to the first frame in an
OptionList, measured). This one draws only the lines on the screen, asks for a row when it is drawn, and takes no
markup at all.
"""

from itertools import chain
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from reader.ui.content import HELD
from reader.ui.content import line as foreign_line

_UNBROKEN = "\ue000"
"""Stands for a held space while a row is wrapped: Textual breaks lines at every kind of space."""


def draw_strip(widget: Widget, content: Content, width: int, style: Style) -> Strip:
    """Return one line of content as the strip of a widget, cut and filled to a width."""
    if width <= 0:
        return Strip.blank(0, style.rich_style)
    cut = content.truncate(width, ellipsis=True)
    strips = Visual.to_strips(widget, cut, width, 1, style, apply_selection=False, pad=True)
    return strips[0] if strips else Strip.blank(width, style.rich_style)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or more lines with a cursor; subclasses say how many there are and draw them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor", "row-list--row"}
    ALLOW_SELECT: ClassVar[bool] = False

    cursor: var[int] = var(0, always_update=True)
    """Index of the row the cursor is on."""
    empty_words: str = ""
    """What the list says, in our own words, while it has no rows."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.auto_links = False  # lists have none; Textual would look at every line for them

    class Highlighted(Message):
        """The cursor was moved to a row."""

        def __init__(self, row_list: "RowList", index: int) -> None:
            super().__init__()
            self.row_list = row_list
            self.index = index

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.row_list

    class Selected(Highlighted):
        """A row was chosen with Enter or the mouse."""

    @property
    def row_count(self) -> int:
        """Number of rows."""
        raise NotImplementedError

    def row_top(self, row: int) -> int:
        """Return the first line of a row."""
        return row

    def row_height(self, row: int) -> int:  # noqa: ARG002  # rows of other lists differ
        """Return how many lines a row takes."""
        return 1

    def row_at(self, line: int) -> int:
        """Return the row in which a line lies."""
        return line

    def draw(self, row: int, line: int, width: int) -> Content:
        """Return one line (0: the first) of a row, not wider than ``width`` cells."""
        raise NotImplementedError

    def can_stand_on(self, row: int) -> bool:  # noqa: ARG002
        """Tell whether the cursor can be on a row (headings are passed over)."""
        return True

    def rows_changed(self, cursor: int | None = None) -> None:
        """Draw everything anew after the rows have changed."""
        count = self.row_count
        height = self.row_top(count - 1) + self.row_height(count - 1) if count else 0
        if not count:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.virtual_size = Size(self.scrollable_content_region.width, height)
        self.cursor = max(0, min(self.cursor if cursor is None else cursor, count - 1))
        self.refresh()

    def move(self, by: int) -> bool:
        """Move the cursor by some rows; where it can go no further, scroll to what it cannot stand on.

        Returns:
            Whether the cursor moved.
        """
        step, wanted = (1 if by > 0 else -1), max(0, min(self.cursor + by, self.row_count - 1))
        onward = range(wanted, self.row_count if by > 0 else -1, step)
        backward = range(wanted, self.cursor, -step)
        moved = self.go_to(next((row for row in chain(onward, backward) if self.can_stand_on(row)), -1))
        if not moved:
            self.scroll_relative(y=by, animate=False)
        return moved

    def go_to(self, row: int) -> bool:
        """Put the cursor on a row; tell whether it moved."""
        if not 0 <= row < self.row_count or row == self.cursor:
            return False
        self.cursor = row
        self.post_message(self.Highlighted(self, row))
        return True

    def go_first(self) -> None:
        """Put the cursor on the first row."""
        self.go_to(next((row for row in range(self.row_count) if self.can_stand_on(row)), 0))
        self.scroll_to(y=0, animate=False)

    def go_last(self) -> None:
        """Put the cursor on the last row."""
        self.go_to(next((r for r in range(self.row_count - 1, -1, -1) if self.can_stand_on(r)), 0))

    def page(self, pages: int) -> None:
        """Move the cursor by some screenfuls."""
        height = max(1, self.row_height(self.cursor)) if self.row_count else 1
        self.move(pages * max(1, self.scrollable_content_region.height // height - 1))

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.row_count:
            self.post_message(self.Selected(self, self.cursor))

    def watch_cursor(self, before: int, after: int) -> None:
        """Keep the cursor in view and draw the two rows anew between which it went."""
        if self.row_count:
            self._show_row(after)
        width, scrolled = self.size.width, self.scroll_offset.y
        for row in {before, after}:
            if 0 <= row < self.row_count:
                self.refresh(Region(0, self.row_top(row) - scrolled, width, self.row_height(row)))

    def _show_row(self, row: int) -> None:
        """Scroll as little as is needed to show a row."""
        if not 0 <= row < self.row_count or not self.scrollable_content_region.height:
            return
        if not any(self.can_stand_on(above) for above in range(row)):
            self.scroll_to(y=0, animate=False, immediate=True)  # headings above the first row are seen too
            return
        height = self.scrollable_content_region.height
        is_last = not any(self.can_stand_on(below) for below in range(row + 1, self.row_count))
        if is_last and self.virtual_size.height - self.row_top(row) <= height:
            self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)  # and what stands below the last one
            return
        region = Region(0, self.row_top(row), 1, self.row_height(row))
        self.scroll_to_region(region, animate=False, force=True, immediate=True, x_axis=False)

    def on_resize(self) -> None:
        """Fit the rows to a new width."""
        self.rows_changed()

    def on_click(self, event: Click) -> None:
        """Choose the row under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        if not self.row_count or line >= self.virtual_size.height:
            return
        row = self.row_at(line)
        if self.can_stand_on(row):
            self.go_to(row)
            self.choose()

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not self.row_count and y >= 1 and self.empty_words and width > 8:
            said = foreign_line(self.empty_words, "$muted").wrap(width - 4)
            words = Content("  ") + said[y - 1] if y <= len(said) else Content("")
            return draw_strip(self, words, width, self.visual_style)
        if not self.row_count or line >= self.virtual_size.height or width <= 0:
            return Strip.blank(max(width, 0), self.rich_style)
        row = self.row_at(line)
        style = self.get_visual_style("row-list--cursor" if row == self.cursor else "row-list--row")
        return draw_strip(self, self.draw(row, line - self.row_top(row), width), width, style)


class TextRows(RowList):
    """Rows of wrapped text, each given as ``Content``; for chains, claims, changes and dialogs."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: list[Content] = []
        self._headings: set[int] = set()
        self._hangs: list[str] = []
        self._wrapped: list[list[Content]] = []
        self._tops: list[int] = []
        self._line_rows: list[int] = []
        self._width = 0

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self._rows)

    def show_rows(
        self,
        rows: list[Content],
        *,
        headings: set[int] | None = None,
        hangs: list[str] | None = None,
        cursor: int = 0,
    ) -> None:
        """Show other rows.

        Args:
            rows: what stands in each.
            headings: rows the cursor cannot stand on.
            hangs: for each row what its second and further lines begin with.
            cursor: the row to put the cursor on.
        """
        self._rows, self._headings, self._width = rows, headings or set(), 0
        self._hangs = hangs or [""] * len(rows)
        self._wrap()
        while cursor in self._headings and cursor + 1 < len(rows):
            cursor += 1
        self.rows_changed(cursor)

    def can_stand_on(self, row: int) -> bool:
        """Tell whether the row is no heading."""
        return row not in self._headings

    def row_top(self, row: int) -> int:
        """Return the first line of a row."""
        return self._tops[row] if row < len(self._tops) else 0

    def row_height(self, row: int) -> int:
        """Return how many lines a row takes."""
        return len(self._wrapped[row]) if row < len(self._wrapped) else 1

    def row_at(self, line: int) -> int:
        """Return the row in which a line lies."""
        return self._line_rows[line] if line < len(self._line_rows) else 0

    def draw(self, row: int, line: int, width: int) -> Content:  # noqa: ARG002  # wrapped to the width already
        """Return one line of a row."""
        return self._wrapped[row][line]

    def on_resize(self) -> None:
        """Wrap anew at another width."""
        self._wrap()
        self.rows_changed()

    def _wrap(self) -> None:
        """Wrap all rows to the present width."""
        width = self.scrollable_content_region.width
        if width == self._width and len(self._wrapped) == len(self._rows):
            return
        self._width = width
        self._wrapped = [wrap_row(row, hang, width) for row, hang in zip(self._rows, self._hangs, strict=True)]
        self._tops, self._line_rows = [], []
        for index, lines in enumerate(self._wrapped):
            self._tops.append(len(self._line_rows))
            self._line_rows.extend([index] * len(lines))


def wrap_row(row: Content, hang: str, width: int) -> list[Content]:
    """Return the lines of a row; all but the first begin with ``hang``, and words that are held are not parted."""
    room = width - cell_len(hang)
    if room < 6 or not row.plain:
        return [row]
    if HELD in row.plain:
        row = _respaced(row, HELD, _UNBROKEN)
    first, *_ = row.wrap(width) or [row]
    if len(first.plain) >= len(row.plain.rstrip()):
        return [_respaced(first, _UNBROKEN, " ")]
    rest = row[len(first.plain) :]
    skip = len(rest.plain) - len(rest.plain.lstrip())
    lines = [first, *(Content(hang) + piece for piece in rest[skip:].wrap(room))]
    return [_respaced(made, _UNBROKEN, " ") for made in lines]


def _respaced(content: Content, space: str, other: str) -> Content:
    """Return content with one kind of space in place of another."""
    return Content(content.plain.replace(space, other), list(content.spans), None, strip_control_codes=False)
