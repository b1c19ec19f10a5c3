"""The open entry once more: what a run has changed about it, and what is similar and yet independent of it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.ui.messages import EntryReread, IndependentFound
from reader.ui.screens.reading.desk import Desk, canceller
from reader.ui.screens.reading.opening import Opening

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry


class Rereading:
    """Keeps what is shown of the open entry up to date."""

    def __init__(self, desk: Desk, opening: Opening) -> None:
        self._desk, self._opening = desk, opening

    def look_beside(self) -> None:
        """Look up what is similar to the open entry and yet independent of it (in the background)."""
        opened = self._desk.article_view.opened
        if opened is None:
            return

        def work() -> None:
            from reader.pipeline.independent import find_independent

            found = find_independent(self._desk.services, opened, cancelled=canceller())
            self._desk.post_message(IndependentFound(opened.stored.id, found))

        self._desk.in_background("independent", work)

    def take_independent(self, answer: IndependentFound) -> None:
        """Show what is independent of the open entry below its chain."""
        opened = self._desk.article_view.opened
        if opened is not None and answer.entry_id == opened.stored.id:
            self._desk.side.chain_panel.show_independent(answer.independent)

    def look_again(self) -> None:
        """Read the open entry once more (in the background): a run may have brought what belongs to its chain."""
        opened = self._desk.article_view.opened
        if opened is None or self._opening.waiting:
            return
        entry_id = opened.stored.id

        def work() -> None:
            from reader.pipeline.enrich import EnrichError, open_entry

            with suppress(EnrichError):
                self._desk.post_message(EntryReread(open_entry(self._desk.services, entry_id)))

        self._desk.in_background("again", work)

    def take_again(self, answer: EntryReread) -> None:
        """Show the open entry as it is now, if anything about it changed; the eye loses neither place nor claim."""
        before, now = self._desk.article_view.opened, answer.open_entry
        if before is None or before.stored.id != now.stored.id or self._opening.waiting:
            return
        if _text_of(before) != _text_of(now):
            self._desk.article_view.show(now, keep_place=True)
        elif before.chain != now.chain:
            self._desk.article_view.opened = now
        else:
            return
        self._desk.side.show(now, self._desk.services.now(), keep_place=True)
        self.look_beside()


def _text_of(opened: "OpenEntry") -> tuple[object, ...]:
    """Return what the article pane shows of an entry."""
    return (opened.article, opened.analysis, opened.credits)
