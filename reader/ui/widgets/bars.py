"""The line on top (where one is) and the line at the bottom (what one can do, what is going on)."""

from typing import ClassVar, Final

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from reader.pipeline.progress import Progress
from reader.ui.bindings import COMMANDS, PAIRS, hints
from reader.ui.content import EMPTY, joined, line
from reader.ui.keys import key_of, show_keys

TYPING: Final = ("search", "find")
"""What one may be typing for."""
SAID_FOR: Final = 7.0
"""Seconds that something said stays in the bottom line."""

SCOPE: Final = 24
"""Columns that what is listed takes at least; where only the key for help is beside it, a third of them."""
_BUTTONS: Final = (("search.open", "app.help", "app.commands"), ("search.open", "app.help"), ("app.help",), ())
"""Commands of the line on top, the most first: as the window narrows, the key for help is the last to go."""


class TopBar(Widget, inherit_bindings=False):
    """Name of the program, what is listed, and the keys for search, help and commands."""

    ALLOW_SELECT: ClassVar[bool] = False

    scope: reactive[str] = reactive("All")
    """What is listed."""
    unread: reactive[int | None] = reactive(None)
    """Unread entries in the library."""

    def __init__(self, keys: dict[str, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._keys = keys

    def render(self) -> Content:
        """Return the line."""
        width = self.size.width
        # beside a feed or a search the number would be read as theirs
        everything = self.scope.partition(" · ")[0] == "All"
        unread = f" · {self.unread:,} unread" if everything and self.unread is not None else ""
        left = Content.styled(" newsreader ", "bold $primary")
        right = EMPTY
        for ids in _BUTTONS:
            right = joined(*map(self._button, ids))
            if width >= left.cell_length + right.cell_length + (SCOPE if len(ids) > 1 else SCOPE // 3):
                break
        room = max(0, width - left.cell_length - right.cell_length - len(unread) - 1)
        middle = joined(line(self.scope).truncate(room, ellipsis=True), unread)
        gap = max(0, width - left.cell_length - middle.cell_length - right.cell_length)
        before = gap // 2 if right else 0
        return joined(left, " " * before, middle, " " * (gap - before), right)

    def _button(self, id_: str) -> Content:
        """Return a command as it can be clicked."""
        key = show_keys(self._keys[id_]).split(" ")[0]
        button = joined(Content.styled(key, "$accent"), f" {COMMANDS[id_].label}   ")
        return button.stylize(f"@click=screen.run('{id_}')")


class StatusBar(Widget, inherit_bindings=False):
    """Hints for the keys that matter now; while something runs, how far it is; else the last thing said."""

    ALLOW_SELECT: ClassVar[bool] = False

    progress: reactive[Progress | None] = reactive(None)
    """The run that is going on."""
    said: reactive[str] = reactive("")
    """The last thing said, one line."""
    alarm: reactive[bool] = reactive(False)
    """Whether what is said is a fault."""
    enabled: reactive[frozenset[str]] = reactive(frozenset())
    """Ids of the commands that make sense now."""

    pane: reactive[str] = reactive("entries")
    """The pane that has the focus; while one types, what for: one of ``TYPING``."""

    def __init__(self, keys: dict[str, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._keys = keys
        self._timer: Timer | None = None

    def tell(self, words: str, *, alarm: bool = False) -> None:
        """Say something; faults stay until something else is said, all else for some seconds."""
        self.said, self.alarm = words, alarm
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if alarm or not words else self.set_timer(SAID_FOR, self._forget)

    def let_go(self) -> None:
        """Forget what was said, as a key is pressed that may have something to say of its own; a fault stays."""
        if not self.alarm:
            self.tell("")

    def _forget(self) -> None:
        """Make room for the hints again."""
        self.said = ""

    def render(self) -> Content:
        """Return the line."""
        width = self.size.width
        right = self._right(max(16, width * 6 // 10 if self.progress is not None else width - 1))
        room = width - right.cell_length - 1
        left = EMPTY
        for command, label in hints(self.pane):
            key = key_of(self._keys, command.id, typing=self.pane in TYPING)
            if command.id not in self.enabled or not key:
                continue
            between, id_ = PAIRS.get(command.id, ("", ""))
            other = key_of(self._keys, id_)
            hint = joined(Content.styled(f" {key}{between}{other}" if other else f" {key}", "$accent"), f" {label} ")
            if left.cell_length + hint.cell_length > room:
                break
            left += hint.stylize(f"@click=screen.run('{command.id}')")
        return joined(left, " " * max(1, width - left.cell_length - right.cell_length), right)

    def _right(self, room: int) -> Content:
        """Return the progress, or what was said last."""
        if (progress := self.progress) is not None:
            total = max(progress.total, progress.done, 1)
            filled = progress.done * 10 // total
            bar = "━" * filled + "─" * (10 - filled)
            numbers = f" {progress.done:,}/{progress.total:,} "
            stop = f" ({show_keys(self._keys['app.stop'])} stops) "
            words = line(progress.problem or progress.what, "$error" if progress.problem else "")
            words = words.truncate(max(4, room - 10 - len(numbers) - cell_len(stop)), ellipsis=True)
            return joined(Content.styled(bar, "$success"), numbers, words, Content.styled(stop, "$muted"))
        said = line(self.said, "$error" if self.alarm else "$muted").truncate(room, ellipsis=True)
        return joined(said, " ") if self.said else EMPTY
