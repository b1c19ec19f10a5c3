"""All keys by group, made from the table of commands; what is typed narrows it, Enter runs a command."""

from collections.abc import Iterator
from typing import Final

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from reader.model.entry import RECEIVED
from reader.ui.bindings import COMMANDS, Command
from reader.ui.content import joined, line
from reader.ui.keys import show_keys
from reader.ui.screens.dialogs.base import Overlay
from reader.ui.widgets.row_list import RowList, TextRows

SIGNS: Final = (
    ("● ▸ ★", "An entry that is unread, that is open, that is bookmarked."),
    (RECEIVED, "Before a time: when the entry was published is not known, or lies ahead; that is when it came."),
    ("×5", "Five entries tell this story; it is folded into one."),
    ("⟵ +2", "The outlet an article came through, and how many more stand in its chain."),
    ("○ ● ◉", "In the chain: only cited, in the library, open now."),
    ("▌ ⟵", "Left of the text: the current claim; words that credit an outlet."),
    ("= ≈ − +", "In the comparison: the same, changed, only earlier, only later."),
    ("underline", "Quoted words; in italics what is told; officials in bold."),
)
"""What the reader draws, and what it means."""
QUERIES: Final = (
    ("ferry harbour", "Entries with both words, anywhere in headline and text; ferry* also finds ferryman."),
    ("ferry OR boat", "One of the two is enough; ( ) put parts together."),
    ('"slow boat"', "The words one after another."),
    ("-ferry", "Entries without the word; NOT ferry is the same."),
    ("title:ferry", "Only in headlines; also text: author: outlet:"),
    ("feed:lantern", "Entries of a feed; folder:world those of a folder, tag:later those with a tag."),
    ("after:2026-01", "Since a day, month or year; before: until then; after:7d the last seven days (h d w m y)."),
    ("is:unread", "Also is:read is:bookmarked is:original (came through nobody) is:saved"),
    ("has:note", "Also has:tag has:claims has:origin has:text"),
    ('origin:"The Post"', "What came through an outlet or agency."),
    ("said-by:Fenwick", "Articles in which somebody says something."),
    ("origins:1", "How many independent origins are known; also origins:2+"),
)
"""The query language, by examples."""
LEGENDS: Final = (("Searching", QUERIES), ("Signs", SIGNS))
"""What stands below the keys."""
COLUMN: Final = 15
"""Columns that keys, signs and examples take."""


class HelpScreen(Overlay[str]):
    """The keys, the query language and the signs; the result is the id of a command to run."""

    def __init__(self, wanted: str = "") -> None:
        """Begin with what was typed already."""
        super().__init__()
        self._wanted = wanted
        self._shown: list[Command | None] = []

    def compose(self) -> Iterator[Widget]:
        """Lay out the line to type in and the list."""
        with Vertical(classes="dialog -large") as box:
            box.border_title = "Keys"
            box.border_subtitle = self.named("type to search · Enter runs · {screen.close} closes")
            yield Input(self._wanted, placeholder="Search keys, commands and signs", compact=True, id="help-search")
            yield TextRows(id="help-rows")

    def on_mount(self) -> None:
        """Show all commands, or those that are wanted."""
        self._show(self._wanted)

    def show_help(self) -> None:
        """Stay: this is the list of keys."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Run the command under the cursor."""
        event.stop()
        self.query_one(TextRows).choose()

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        """Return the command under the cursor."""
        event.stop()
        command = self._shown[event.index] if event.index < len(self._shown) else None
        if command is not None:
            self.dismiss(command.id)

    def _show(self, wanted: str) -> None:
        """Show the commands whose words or keys hold what was typed."""
        words = wanted.lower().split()
        rows: list[Content] = []
        self._shown = []
        group = ""
        for command in _folded():
            keys = show_keys(self.keys.get(command.id, ""))
            if command.id == "chain.outlet-1" and keys == "1":
                keys = "1 … 9"
            text = f"{keys} {command.label} {command.tooltip} {command.id} {command.group}".lower()
            if not all(word in text for word in words):
                continue
            if command.group != group:
                group = command.group
                rows.append(line(group, "bold $accent"))
                self._shown.append(None)
            key = Content.styled(f"  {keys or '(no key)':<{COLUMN}} ", "bold")
            rows.append(joined(key, command.tooltip, Content.styled(f"  {command.id}", "$muted")))
            self._shown.append(command)
        for name, legend in LEGENDS:
            told = [(sign, said) for sign, said in legend if all(w in f"{sign} {said} {name}".lower() for w in words)]
            if told:
                rows.append(line(name, "bold $accent"))
                rows += [joined(Content.styled(f"  {sign:<{COLUMN}} ", "bold"), said) for sign, said in told]
                self._shown += [None] * (len(told) + 1)
        headings = {i for i, c in enumerate(self._shown) if c is None}
        self.query_one(TextRows).show_rows(rows, headings=headings, hangs=[" " * (COLUMN + 3)] * len(rows))


def _folded() -> Iterator[Command]:
    """Yield all commands, the nine numbered ones as one."""
    for command in COMMANDS.values():
        if command.id.startswith("chain.outlet-"):
            if command.id == "chain.outlet-1":
                yield Command(command.id, command.keys, "outlet", "Jump to that outlet of the chain.", command.group)
        else:
            yield command
