"""Rows of text that are only read: wrapped, with further lines hung under the words of the first."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from reader.ui.widgets.row_list import wrap_row


class HungRows(Widget, inherit_bindings=False):
    """As high as its rows need at its width."""

    def __init__(self, rows: Sequence[Content] = (), *, hang: str = "", id: str | None = None) -> None:
        """Show rows; the second and further lines of each begin with ``hang``."""
        super().__init__(id=id)
        self.auto_links = False
        self._rows, self._hang = list(rows), hang

    def show(self, rows: Sequence[Content]) -> None:
        """Show other rows."""
        self._rows = list(rows)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's
        """Return the number of lines at a width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        """Return the rows as lines of a width."""
        return [line for row in self._rows for line in wrap_row(row, self._hang, width)]
