"""What all dialogs share: the keys of the overlay place, Esc closes, foreign text only as Content."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Final, Generic, TypeVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.bindings import bindings_for
from reader.ui.content import line
from reader.ui.keys import keys_in_use, with_keys
from reader.ui.widgets.hung_rows import HungRows
from reader.ui.widgets.row_list import RowList, TextRows

Result = TypeVar("Result")

PART: Final = " · "
"""What stands between the keys at the foot."""
FRAME: Final = 6
"""Columns of a foot that the frame takes."""


class Overlay(ModalScreen[Result], Generic[Result], inherit_bindings=False):
    """A screen that lies over another; Esc and ``q`` close it without a result."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for("overlay"),
        ("tab", "app.focus_next", "Next"),
        ("shift+tab", "app.focus_previous", "Previous"),
        ("ctrl+c", "screen.copy_text", "Copy selected text"),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-short"), (25, "-tall")]  # noqa: RUF012  # an instance variable in Textual

    keys: Mapping[str, str] = keys_in_use()
    """The keys in use; whoever opens the screen says which."""
    make_help: "Callable[[], Overlay[str]] | None" = None
    """Makes the list of keys; from whoever opens the screen too."""
    _foot: str = ""
    """All keys that the foot would name."""

    def named(self, words: str, *, typing: bool = False) -> str:
        """Return our own words with the keys in them that are in use (``{screen.close} closes``).

        Args:
            words: our own words.
            typing: they stand where one types: only keys that write nothing are named.
        """
        return with_keys(words, self.keys, typing=typing)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands this screen answers to, by id."""
        return {
            "move.down": lambda: self.move(1),
            "move.up": lambda: self.move(-1),
            "move.first": lambda: self._on_rows(RowList.go_first),
            "move.last": lambda: self._on_rows(RowList.go_last),
            "move.page-down": lambda: self._on_rows(lambda rows: rows.page(1)),
            "move.page-up": lambda: self._on_rows(lambda rows: rows.page(-1)),
            "move.open": lambda: self._on_rows(lambda rows: rows.choose()),
            "screen.close": self.close_overlay,
            "screen.back": self.close_overlay,
            "app.quit": self.app.exit,
            "app.help": self.show_help,
            "app.commands": self.app.action_command_palette,
            "app.suspend": self.app.action_suspend_process,
        }

    def action_run(self, command_id: str) -> None:
        """Run a command by its id."""
        handler = self.handlers().get(command_id)
        if handler is not None:
            handler()

    def show_help(self) -> None:
        """Open the list of keys over this screen; a command chosen there is run if this screen knows it."""
        if self.make_help is not None:
            help_screen = self.make_help()
            help_screen.keys = self.keys
            self.app.push_screen(help_screen, self._run_chosen)

    def _run_chosen(self, command_id: str | None) -> None:
        """Run a command that was chosen in the list of keys, or say that it belongs elsewhere."""
        if command_id in self.handlers():
            self.action_run(command_id)
        elif command_id is not None:
            self.notify(self.named("That is no key of this window; {screen.close} closes it"), markup=False)

    @on(Resize)
    def _resized(self) -> None:
        """Fit the foot to the new size."""
        self.call_after_refresh(self._fit_foot)

    def _fit_foot(self) -> None:
        """Show as many keys at the foot as there is room for: the last always, of the others the first ones."""
        for box in self.query(".dialog").results(Vertical):
            self._foot = self._foot or str(box.border_subtitle or "")
            *others, last = self._foot.split(PART)
            while others and cell_len(PART.join((*others, last))) > box.outer_size.width - FRAME:
                others.pop()
            box.border_subtitle = PART.join((*others, last))

    def close_overlay(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def move(self, by: int) -> None:
        """Move the cursor of the list, or scroll what there is to scroll."""
        if not self._on_rows(lambda rows: rows.move(by)):
            for scrolled in self.query(".scrolled"):
                scrolled.scroll_relative(y=by, animate=False)

    def _on_rows(self, act: Callable[[RowList], object]) -> bool:
        """Do something with the list of this screen: the focused one, else the first; tell whether there is one."""
        rows = self.focused if isinstance(self.focused, RowList) else None
        if rows is None:
            rows = next(iter(self.query(RowList)), None)
        if rows is None:
            return False
        act(rows)
        return True


class TextDialog(Overlay[str]):
    """Asks for one line of text; the result is the text, None if it was closed."""

    def __init__(self, title: str, value: str = "", placeholder: str = "", note: str = "") -> None:
        super().__init__()
        self._title, self._value, self._placeholder, self._note = title, value, placeholder, note

    def compose(self) -> Iterator[Widget]:
        """Lay out title, line and note."""
        with Vertical(classes="dialog") as box:
            box.border_title = line(self._title)
            box.border_subtitle = self.named("Enter takes it · {screen.close} closes")
            yield Input(self._value, placeholder=self._placeholder, select_on_focus=False, compact=True)
            if self._note:
                yield Static(line(self._note, "$muted"), classes="dialog-note")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Return the text."""
        event.stop()
        self.dismiss(event.value.strip())


class ChoiceDialog(Overlay[int]):
    """Offers some rows; the result is the number of the chosen one, None if it was closed."""

    def __init__(self, title: str, choices: list[Content], note: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._note = title, choices, note

    def compose(self) -> Iterator[Widget]:
        """Lay out title and rows."""
        with Vertical(classes="dialog") as box:
            box.border_title = line(self._title)
            box.border_subtitle = self.named("{move.open} chooses · {screen.close} closes")
            if self._note:
                yield Static(line(self._note, "$muted"), classes="dialog-note")
            yield TextRows(id="choices")

    def on_mount(self) -> None:
        """Show the choices."""
        self.query_one(TextRows).show_rows(self._choices)

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        """Return the choice."""
        event.stop()
        self.dismiss(event.index)


class NoticeDialog(Overlay[str]):
    """Shows lines of text that do not fit the bottom line; some keys return a word."""

    def __init__(
        self,
        title: str,
        lines: list[Content],
        answers: dict[str, str] | None = None,
        told: str = "{screen.close} closes",
        hang: str = "",
    ) -> None:
        """Show lines under a title; what does not fit in one line goes on behind ``hang``."""
        super().__init__()
        self._title, self._lines, self._answers, self._told, self._hang = title, lines, answers or {}, told, hang

    def compose(self) -> Iterator[Widget]:
        """Lay out the lines."""
        with Vertical(classes="dialog scrolled") as box:
            box.border_title = line(self._title)
            box.border_subtitle = self.named(self._told)
            yield HungRows(self._lines, hang=self._hang)

    def key_pressed(self, key: str) -> bool:
        """Return the answer that belongs to a key; tell whether there is one."""
        if key not in self._answers:
            return False
        self.dismiss(self._answers[key])
        return True

    def on_key(self, event: object) -> None:
        """Take the keys that answer."""
        if isinstance(event, Key) and self.key_pressed(event.key):
            event.stop()
            event.prevent_default()
