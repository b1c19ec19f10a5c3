"""Searching: the whole library as one types, and words in the open article."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.model.entry import EntryFilter
from reader.ui.content import count
from reader.ui.messages import ListingFailed
from reader.ui.screens.reading.desk import Desk
from reader.ui.screens.reading.listing import Listing
from reader.ui.screens.reading.moving import Moving

if TYPE_CHECKING:  # loaded when one first types
    from reader.ui.widgets.prompt_bar import PromptBar

_OPEN_WORD = re.compile(r"(?:^|[\s(-])(?!(?:OR|NOT)$)\w{2,}$")
PAUSE = 0.08
"""Seconds without a key before the library is asked."""


class Searching:
    """The two lines in which one types."""

    def __init__(self, desk: Desk, listing: Listing, moving: Moving) -> None:
        self._desk, self._listing, self._moving = desk, listing, moving
        self._before: EntryFilter | None = None
        self._timer: Timer | None = None
        self._at = -1
        self._asked: EntryFilter | None = None
        self._scope = "All"
        self._bar: PromptBar | None = None

    @property
    def bar(self) -> "PromptBar | None":
        """The line that is open."""
        return self._bar if self._bar is not None and self._bar.is_attached else None

    @property
    def active(self) -> bool:
        """Whether a search was typed and not closed since."""
        return self._before is not None

    def open_search(self) -> None:
        """Open the line for searching the library."""
        self._open(
            "search", "/", self._listing.filter.search, 'words "a phrase" -without title: is:unread after:2026-01 …'
        )
        if self._before is None:
            self._before = replace(self._listing.filter, search="")
        self._desk.pane = "entries"

    def open_find(self) -> None:
        """Open the line for finding words in the article."""
        if self._desk.article_view.opened is not None:
            self._at = -1
            self._moving.show_article()
            self._open("find", "find", "", "words in this article; Enter goes from place to place")

    def _open(self, kind: str, label: str, value: str, placeholder: str) -> None:
        """Open a line above the bottom one; another open line is replaced."""
        bar = self.bar
        if bar is not None:
            bar.remove()
        from reader.ui.widgets.prompt_bar import PromptBar

        self._bar = PromptBar(kind, label, value, placeholder)
        self._desk.mount(self._bar, before=self._desk.status)

    def take_typed(self, kind: str, value: str) -> None:
        """Search for what stands in the line now."""
        if kind == "find":
            self._at = -1
            found = self._desk.article_view.find(value)
            self._say(count(found, "place") if value else "")
            if found:
                self._step(1)
            return
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._desk.set_timer(PAUSE, lambda: self._search(value))

    def _search(self, value: str) -> None:
        """List what a search text finds."""
        base = self._before or EntryFilter()
        wanted = EntryFilter(search=as_typed(value)) if value.strip() else base
        self._timer = None
        self._scope = f"Search: {value.strip()}" if value.strip() else self._row_label()
        self._listing.filter = self._asked = wanted
        if not self._fault():
            self._listing.reload()

    def take_submitted(self, kind: str) -> None:
        """Enter: keep the search and go to what was found; in the article, go to the next place."""
        if kind == "find":
            self._step(1)
            return
        bar = self.bar
        if bar is not None and self._timer is not None:  # Enter came before the library was asked
            self._timer.stop()
            self._search(bar.value)
        if not self._fault():
            self._moving.focus_now("entries")
            self._close_bar()

    def _fault(self) -> bool:
        """Tell whether the search text has a fault; it is shown under the line, and header and listing stay."""
        from reader.store.errors import QueryError
        from reader.store.query import parse_query

        try:
            parse_query(self._listing.filter.search)
        except QueryError as error:
            if self.bar is not None:
                self.bar.say(str(error), alarm=True)
            return True
        return False

    def _row_label(self) -> str:
        """Return the name of what is listed without a search."""
        row = self._desk.feed_tree.current
        return row.label if row else "All"

    def _step(self, step: int) -> None:
        """Go to the next place found in the article."""
        found = self._desk.article_view.view.found
        if found:
            self._at = (self._at + step) % len(found)
            self._desk.article_view.scroll_to_span(found[self._at])
            self._say(f"{self._at + 1} of {len(found)}")

    def take_failure(self, message: ListingFailed) -> None:
        """Show what is wrong with the search text: under the line, else (a kept search) in place of the entries."""
        if message.filter == self._listing.filter:
            if self.bar is not None:
                self.bar.say(message.problem, alarm=True)
            else:
                self._listing.show_nothing(message.problem)

    def take_listed(self, number: int) -> None:
        """Show how many entries were found, and on top what is listed now: not before it is."""
        if self._asked == self._listing.filter:
            self._desk.top_bar.scope = self._scope
        if self.bar is not None and self.bar.kind == "search":
            self._say(count(number, "entry", "entries") if self._listing.filter.search else "")

    def _say(self, words: str) -> None:
        """Say something at the end of the open line."""
        if self.bar is not None:
            self.bar.say(words)

    def _close_bar(self) -> bool:
        """Close the open line; tell whether there was one."""
        bar = self.bar
        if bar is None:
            return False
        bar.remove()
        self._bar = None
        return True

    def close(self) -> bool:
        """Esc: close the line that is open, and a search with it; tell whether there was anything to close."""
        bar = self.bar
        if bar is not None and bar.kind == "find":
            self._moving.focus_now("article")
            self._close_bar()
            self._desk.article_view.find("")
            return True
        if bar is not None or self.active:
            self._moving.focus_now("entries")
            self._close_bar()
            self._listing.show(self._before or EntryFilter())
            self._desk.top_bar.scope = self._row_label()
            self._before = None
            return True
        return False

    def save(self) -> None:
        """Keep the present search in the list of feeds, or drop it again."""
        query = self._listing.filter.search
        if not query:
            self._desk.tell(self._desk.named("There is no search to keep: {search.open} opens one"))
        elif self._fault():
            self._desk.tell("A search with a fault is not kept", alarm=True)
        elif self._listing.toggle_search(query):
            self._desk.tell(f"Kept in the list of feeds: {query}")
        else:
            self._desk.tell(f"No longer in the list of feeds: {query}")


def as_typed(value: str) -> str:
    """Return a search text whose last word may go on, since it is still being typed: ``ferr`` finds ``ferry``."""
    words = value.strip()
    return f"{words}*" if value == value.rstrip() and _OPEN_WORD.search(words) and words.count('"') % 2 == 0 else words
