"""The claims of the open article, speaker by speaker, and what changed in them along the chain."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.ui.widgets.row_list import TextRows

if TYPE_CHECKING:
    from reader.model.chain import Chain, Drift
    from reader.pipeline.enrich import OpenEntry
    from reader.ui.widgets.change_rows import ChangeRow


class ClaimList(TextRows):
    """Claims under their speakers, in reading order of the first claim of each; or all in reading order."""

    @dataclass
    class ClaimChosen(Message):
        """A claim was chosen."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._indices: list[int | None] = []
        self._opened: OpenEntry | None = None
        self._grouped = True

    def show_claims(self, opened: "OpenEntry | None") -> None:
        """Show the claims of another entry."""
        self._opened = opened
        self._lay_rows()

    def toggle_groups(self) -> bool:
        """Show the claims by speaker or in the order of the article; tell whether they are by speaker now."""
        index, self._grouped = self.current_claim, not self._grouped
        self._lay_rows()
        if index is not None:
            self.go_to_claim(index)
        return self._grouped

    def _lay_rows(self) -> None:
        """Make the rows."""
        from reader.ui.widgets.claim_rows import claim_rows

        rows, self._indices = ([], []) if self._opened is None else claim_rows(self._opened, grouped=self._grouped)
        headings = {i for i, index in enumerate(self._indices) if index is None}
        self.show_rows(rows, headings=headings, hangs=["  "] * len(rows))

    def go_to_claim(self, index: int) -> None:
        """Put the cursor on a claim."""
        if index in self._indices:
            self.rows_changed(self._indices.index(index))

    @property
    def current_claim(self) -> int | None:
        """The claim under the cursor."""
        return self._indices[self.cursor] if self.cursor < len(self._indices) else None

    def choose(self) -> None:
        """Choose the claim under the cursor."""
        if (index := self.current_claim) is not None:
            self.post_message(self.ClaimChosen(index))


class ChangeList(TextRows):
    """What changed along the whole way to the open article, then from link to link, also beside the way."""

    @dataclass
    class ChangeChosen(Message):
        """A change was chosen."""

        drift: "Drift"
        is_step: bool
        """Whether it was chosen as a step of a thing that is followed along the chain."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows_shown: list[ChangeRow] = []

    def show_changes(self, chain: "Chain | None") -> None:
        """Show the changes along another chain."""
        from reader.ui.widgets.change_rows import change_rows

        rows = self._rows_shown = change_rows(chain)
        headings = {i for i, row in enumerate(rows) if row.change is None}
        self.show_rows([row.content for row in rows], headings=headings, hangs=["    "] * len(rows))

    @property
    def current_change(self) -> "Drift | None":
        """The change under the cursor."""
        return self._rows_shown[self.cursor].change if self.cursor < len(self._rows_shown) else None

    def choose(self) -> None:
        """Choose the change under the cursor."""
        if (drift := self.current_change) is not None:
            self.post_message(self.ChangeChosen(drift, self._rows_shown[self.cursor].is_step))
