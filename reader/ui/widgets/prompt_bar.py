"""One line in which one types, above the bottom line: the search, and finding in the article."""

from collections.abc import Iterator

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.content import line
from reader.ui.messages import PromptSubmitted, PromptTyped


class PromptBar(Vertical, inherit_bindings=False):
    """A label, what is typed, and what came of it; what is wrong with it stands whole on lines of its own."""

    def __init__(self, kind: str, label: str, value: str = "", placeholder: str = "") -> None:
        super().__init__(id="prompt-bar")
        self.kind = kind
        """``search`` or ``find``."""
        self._label = label
        self._input = Input(value, placeholder=placeholder, select_on_focus=False, compact=True, id="prompt-input")
        self._answer = Static("", id="prompt-answer", markup=False)
        self._problem = Static("", id="prompt-problem", markup=False)

    @property
    def value(self) -> str:
        """What is typed."""
        return self._input.value

    @property
    def typing(self) -> bool:
        """Whether keys go into the line now."""
        return self._input.has_focus

    def compose(self) -> Iterator[Widget]:
        """Lay out the line."""
        with Horizontal(id="prompt-line"):
            yield Static(line(f" {self._label} "), id="prompt-label")
            yield self._input
            yield self._answer
        yield self._problem

    def on_mount(self) -> None:
        """Take the keys."""
        self._problem.display = False
        self._input.focus()

    def say(self, words: str, *, alarm: bool = False) -> None:
        """Show what came of the text."""
        self._answer.update(line("" if alarm else f" {words} ", "$muted"))
        self._problem.update(line(f" {words} ", "$error"))
        self._problem.display = alarm

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(PromptTyped(self.kind, event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Pass on Enter."""
        event.stop()
        self.post_message(PromptSubmitted(self.kind))
