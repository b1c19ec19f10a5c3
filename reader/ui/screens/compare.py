"""Two articles side by side, sentence by sentence, with the words that differ marked."""

from collections.abc import Callable, Iterator
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from reader.model.chain import Drift
from reader.model.entry import StoredEntry
from reader.model.labels import stored_words
from reader.model.wording import apart_words, derivation_words
from reader.pipeline.compare import Comparison
from reader.ui.bindings import bindings_for
from reader.ui.content import count, joined, line, time_of
from reader.ui.keys import split_keys
from reader.ui.screens.dialogs.base import Overlay
from reader.ui.widgets.change_rows import change_row
from reader.ui.widgets.compare_view import CompareView

SIGNS: Final = "=  same words   ≈  changed   −  only in the earlier   +  only in the later"
"""What the signs between the columns mean."""
_ARROW: Final = " → "
LEGEND_FROM: Final = 26
"""Lines of the screen from which that is said."""


class CompareScreen(Overlay[None]):
    """A comparison: the earlier article to the left, the later to the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*Overlay.BINDINGS, *bindings_for("compare")]

    def __init__(self, comparison: Comparison, why: str = "", at: Drift | None = None) -> None:
        """Compare two articles.

        Args:
            comparison: what is shown.
            why: why these two, where that is not plain.
            at: the change to begin at; None: at the top.
        """
        super().__init__()
        self._why = why
        self._comparison = comparison
        self._changes = sorted(comparison.drift, key=_place)
        self._at = -1
        self._wanted = at
        self._head = Static("", id="compare-head")
        self._view = CompareView(comparison, id="compare-view")
        self._signs = Static(line(SIGNS, "$muted"), id="compare-signs")
        self._words = Static("", id="compare-words")
        self._change = VerticalScroll(self._words, id="compare-change", can_focus=False)

    def compose(self) -> Iterator[Widget]:
        """Lay out the heads, the sentences and the change that is looked at."""
        with Vertical(classes="dialog -full") as box:
            box.border_title = "Compare"
            box.border_subtitle = self.named(
                "{compare.next}/{compare.previous} changes · {app.help} help · "
                "{compare.more}/{compare.less} scroll a long one · {screen.close} closes"
            )
            yield self._head
            yield self._view
            yield self._signs
            yield self._change

    def on_mount(self) -> None:
        """Begin at the top, or at the change that was asked for."""
        self._view.focus()
        if self._wanted is not None:
            self._begin_at(self._wanted)
            return
        if not self._comparison.is_alike:
            self._say(line(apart_words(self._comparison.apart)))
            return
        number = len(self._comparison.drift)
        words = f"{count(number, 'change')} found; " + self.named("{compare.next} goes to the first")
        self._say(line(words if number else "No changes were found"))

    def on_resize(self) -> None:
        """Fit heads and legend to the size; where there is little height, the text needs it."""
        self._signs.display = self.size.height >= LEGEND_FROM
        self.call_after_refresh(self._show_head)

    def on_key(self, event: Key) -> None:
        """Say so where a key of the reading screen does nothing here."""
        known = {key for keys in self.keys.values() for key in split_keys(keys)}
        if event.key in known and event.key not in self.active_bindings:
            self._say(line(self.named("That is no key of the comparison; {screen.close} closes it")))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands this screen answers to."""
        view = self._view
        return {
            **super().handlers(),
            "move.down": lambda: view.scroll_relative(y=1, animate=False),
            "move.up": lambda: view.scroll_relative(y=-1, animate=False),
            "move.first": lambda: view.scroll_home(animate=False),
            "move.last": lambda: view.scroll_end(animate=False),
            "move.page-down": lambda: view.scroll_page_down(animate=False),
            "move.page-up": lambda: view.scroll_page_up(animate=False),
            "move.open": lambda: self._step(1),
            "compare.more": lambda: self._scroll_words(2),
            "compare.less": lambda: self._scroll_words(-2),
            "compare.next": lambda: self._step(1),
            "compare.previous": lambda: self._step(-1),
        }

    def _begin_at(self, wanted: Drift) -> None:
        """Go to the change that was asked for; one that is not found again is shown by its sentences alone."""
        found = (number for number, drift in enumerate(self._changes) if _is_same(drift, wanted))
        self._at = next(found, -1)
        if self._at >= 0:
            self._step(0)
        else:
            self._view.go_to_change(wanted)
            self._say(change_row(wanted))

    def _step(self, step: int) -> None:
        """Go to the next or previous change."""
        drifts = self._changes
        if drifts:
            self._at = (self._at + step) % len(drifts) if self._at >= 0 or step > 0 else len(drifts) - 1
            self._view.go_to_change(drifts[self._at])
            self._say(joined(f"{self._at + 1} of {len(drifts)}", change_row(drifts[self._at])))

    def _scroll_words(self, by: int) -> None:
        """Scroll the words of a change that is longer than its place."""
        self._change.scroll_relative(y=by, animate=False)

    def _say(self, words: Content) -> None:
        """Show the change that is looked at."""
        self._words.update(words)
        self._change.scroll_home(animate=False)

    def _show_head(self) -> None:
        """Show who is left and who is right, each above its column, and how the right one relates to the left one."""
        first, second = self._comparison.a.stored, self._comparison.b.stored
        words = self._why or _relation(self._comparison)
        room = max(0, self._head.size.width - len(_ARROW))
        column = self._view.column
        left = _side(first, column or room // 2)
        if column:
            left = left.truncate(column, ellipsis=True, pad=True)
        right = _side(second, room - left.cell_length)
        self._head.update(joined(left, _ARROW, right, "\n", line(f"({words})", "italic $muted")))


def _side(stored: StoredEntry, room: int) -> Content:
    """Return who published an article and when; of a name that is too long for ``room`` cells the end is left out."""
    time = line(f"  {time_of(stored)}", "$muted")
    name = line(stored_words(stored), "bold")
    return joined(name.truncate(max(1, room - time.cell_length), ellipsis=True) if room > 0 else name, time)


def _relation(comparison: Comparison) -> str:
    """Return how the right article relates to the left one."""
    link, source = comparison.link, comparison.common_source
    if link is not None and not link.sibling:
        return derivation_words(link)
    if source is not None:
        return f"both came through {source.outlet or 'one source'}"
    if link is None and comparison.apart:
        return apart_words(comparison.apart).lower()
    return derivation_words(link) if link is not None else "no link between them is known"


def _is_same(one: Drift, other: Drift) -> bool:
    """Tell whether two changes are one: a chain and a comparison may name the articles differently."""
    return (one.type, one.a_span, one.b_span) == (other.type, other.a_span, other.b_span)


def _place(drift: Drift) -> tuple[bool, int, int]:
    """Return where a change stands, for the order in which one goes through them; whole statements come last."""
    span = drift.a_span or drift.b_span
    return (drift.type.is_claim, span.start if span else 0, 0 if drift.a_span or not span else 1)
