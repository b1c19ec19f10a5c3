"""Every command of the reader, once: its id, keys, words and place; keys, help, palette and hints are made from it.

A command is run by its id (``run('entry.bookmark')``); the screen that shows it looks up the handler. Ids are
``pane.verb`` and are what the user's ``[keys]`` table names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from textual.binding import Binding

Need = Literal["", "entry", "article", "feed", "run", "undo", "redo"]
"""What must be there for a command to make sense: nothing, an entry under the cursor, an open article, ..."""
Place = Literal["reading", "overlay", "compare", "why"]
"""On which screens a command works: the reading screen, any that lies over it, the comparison, the reasons."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can be told to do."""

    id: str
    keys: str
    """Keys of the default preset, several with commas."""
    label: str
    """One or two words for the line of hints."""
    tooltip: str
    """One sentence for the help screen and the palette."""
    group: str
    needs: Need = ""
    places: tuple[Place, ...] = ("reading",)

    @property
    def action(self) -> str:
        """The Textual action that runs it."""
        return f"run('{self.id}')"


_BOTH: Final = ("reading", "overlay")
_WHY: Final = ("reading", "why")

_MOVING: Final = (
    Command("move.down", "j,down", "down", "One line or row down.", "Moving", places=_BOTH),
    Command("move.up", "k,up", "up", "One line or row up.", "Moving", places=_BOTH),
    Command("move.first", "g,home", "top", "To the first row or line.", "Moving", places=_BOTH),
    Command("move.last", "G,end", "end", "To the last row or line.", "Moving", places=_BOTH),
    Command("move.page-down", "pagedown", "page", "One page down.", "Moving", places=_BOTH),
    Command("move.page-up", "pageup", "page up", "One page up.", "Moving", places=_BOTH),
    Command("move.open", "enter", "open", "Open what the cursor is on.", "Moving", places=_BOTH),
    Command("pane.left", "h,left", "left", "To the pane on the left.", "Moving"),
    Command("pane.right", "l,right", "right", "To the pane on the right.", "Moving"),
    Command("pane.next", "tab", "next pane", "To the next pane, round and round.", "Moving"),
    Command("pane.previous", "shift+tab", "previous pane", "To the previous pane, round and round.", "Moving"),
    Command(
        "screen.close",
        "escape",
        "close",
        "Close what is open on top; where nothing is, one step back, but it never quits.",
        "Moving",
        places=_BOTH,
    ),
    Command("screen.back", "q", "back", "One step back; in the list of feeds: quit.", "Moving", places=_BOTH),
    Command("app.quit", "Q", "quit", "Quit at once, from anywhere.", "Moving", places=_BOTH),
)
_READING: Final = (
    Command("entry.advance", "space", "page", "One page on; at the end the next unread entry.", "Reading"),
    Command("entry.next-unread", "n", "next unread", "Open the next unread entry.", "Reading"),
    Command("entry.previous-unread", "p", "previous unread", "Open the previous unread entry.", "Reading"),
    Command("entry.bookmark", "b,s", "bookmark", "Bookmark the entry, or take the bookmark off.", "Reading", "entry"),
    Command("entry.toggle-read", "m", "read", "Mark the entry read or unread.", "Reading", "entry"),
    Command("entry.all-read", "A", "all read", "Mark everything in view read.", "Reading"),
    Command("entry.full-text", "f", "full text", "Fetch the whole article from its page.", "Reading", "entry"),
    Command("entry.browser", "o", "browser", "Open the article's page in the browser.", "Reading", "entry"),
    Command("entry.copy-link", "y", "copy link", "Copy the address of the article.", "Reading", "entry"),
    Command("entry.tag", "t", "tag", "Give the entry tags.", "Reading", "entry"),
    Command("entry.note", "N", "note", "Write a note on the entry.", "Reading", "entry"),
    Command("entry.export", "e", "export", "Write the article with its sources to a file.", "Reading", "article"),
    Command("entry.pipe", "vertical_line", "pipe", "Hand the article to a command.", "Reading", "article"),
    Command("entry.fold", "plus", "fold", "Fold or unfold the entries of one story.", "Reading", "entry"),
    Command("edit.undo", "u", "undo", "Take back the last change.", "Reading", "undo"),
    Command("edit.redo", "U", "redo", "Do again what was taken back.", "Reading", "redo"),
)
_ARTICLE: Final = (
    Command("article.next-claim", "c", "claim", "To the next attributed claim.", "Article", "article", places=_WHY),
    Command(
        "article.previous-claim",
        "C",
        "previous claim",
        "To the previous attributed claim.",
        "Article",
        "article",
        places=_WHY,
    ),
    Command(
        "article.why",
        "w",
        "why",
        "Why the current claim (in the chain: the link) is marked, or why there is no link; again closes.",
        "Article",
        "article",
        places=_WHY,
    ),
    Command("article.copy-claim", "Y", "copy claim", "Copy the current claim with its source.", "Article", "article"),
    Command("article.find", "ctrl+f", "find", "Find words in the article.", "Article", "article"),
    Command(
        "article.furniture",
        "H",
        "furniture",
        "Show or hide captions, promotions and related headlines.",
        "Article",
        "article",
    ),
    Command(
        "article.links",
        "semicolon",
        "links",
        "Show a letter on each link; type it to open the link.",
        "Article",
        "article",
    ),
    Command("article.zen", "z", "zen", "Nothing but the article.", "Article", "article"),
)
_CHAIN: Final = (
    Command("side.toggle", "x", "chain", "Show or hide the panel with chain, claims and changes.", "Chain"),
    Command("side.previous-tab", "left_square_bracket", "previous tab", "The panel's previous tab.", "Chain"),
    Command("side.next-tab", "right_square_bracket", "next tab", "The panel's next tab.", "Chain"),
    Command("side.group", "S", "speakers", "Claims by speaker, or in the order of the article.", "Chain", "article"),
    Command(
        "chain.compare",
        "v",
        "compare",
        "Compare the article with the one it came through; in the panel: the two of the link or change there, or "
        "with one that is similar but independent.",
        "Chain",
        "article",
    ),
    *(
        Command(f"chain.outlet-{n}", str(n), f"outlet {n}", f"Jump to outlet {n} of the chain.", "Chain", "article")
        for n in range(1, 10)
    ),
    Command("compare.next", "n,c", "next change", "In the comparison: the next change.", "Chain", places=("compare",)),
    Command(
        "compare.previous",
        "p,C",
        "previous change",
        "In the comparison: the previous change.",
        "Chain",
        places=("compare",),
    ),
    Command("compare.more", "d", "more", "In the comparison: more of a long change.", "Chain", places=("compare",)),
    Command("compare.less", "u", "less", "In the comparison: back in a long change.", "Chain", places=("compare",)),
    Command("app.officials", "O", "officials", "Who said what, over the whole library.", "Chain"),
)
_FEEDS: Final = (
    Command("feeds.refresh", "r", "refresh", "Fetch the feed or folder under the cursor.", "Feeds"),
    Command("feeds.refresh-all", "R", "refresh all", "Fetch all feeds.", "Feeds"),
    Command("app.stop", "ctrl+x", "stop", "Stop what is running.", "Feeds", "run"),
    Command("feeds.add", "a", "add", "Follow a feed, or a site that has one.", "Feeds"),
    Command(
        "feeds.edit",
        "E",
        "edit feed",
        "Rename the feed or move it to a folder.",
        "Feeds",
        "feed",
    ),
    Command(
        "feeds.full-text",
        "F",
        "full text always",
        "Fetch whole articles for this feed, or stop doing so.",
        "Feeds",
        "feed",
    ),
    Command(
        "feeds.remove",
        "delete",
        "unfollow",
        "Stop following the feed; undo brings it back.",
        "Feeds",
        "feed",
    ),
    Command(
        "feeds.import",
        "I",
        "import",
        "Take over an OPML file or what newsboat keeps.",
        "Feeds",
    ),
    Command("feeds.export", "W", "write list", "Write the subscriptions to an OPML file.", "Feeds"),
    Command("feeds.next", "J", "next feed", "To the next feed.", "Feeds"),
    Command("feeds.previous", "K", "previous feed", "To the previous feed.", "Feeds"),
    Command("feeds.unread", "L", "only unread", "Show unread entries only, or all again.", "Feeds"),
)
_PROGRAM: Final = (
    Command("search.open", "slash", "search", "Search the whole library as you type.", "Program"),
    Command(
        "search.save", "ctrl+s", "save search", "Keep the search in the list of feeds, or drop it again.", "Program"
    ),
    Command("app.help", "question_mark,f1", "help", "All keys, searchable.", "Program", places=_BOTH),
    Command(
        "app.commands", "ctrl+p", "commands", "The palette of commands, feeds and themes.", "Program", places=_BOTH
    ),
    Command(
        "app.suspend",
        "ctrl+z",
        "suspend",
        "Put the reader in the background (fg brings it back).",
        "Program",
        places=_BOTH,
    ),
)

COMMANDS: Final[Mapping[str, Command]] = {
    command.id: command for table in (_MOVING, _READING, _ARTICLE, _CHAIN, _FEEDS, _PROGRAM) for command in table
}
"""All commands by id, in the order of the help screen."""

PRESETS: Final[Mapping[str, Mapping[str, str]]] = {
    "default": {},
    "newsboat": {
        "move.down": "down,J",
        "move.up": "up,K",
        "move.first": "home",
        "move.last": "end",
        "feeds.next": "j",
        "feeds.previous": "k",
        "entry.next-unread": "n",
        "entry.previous-unread": "p",
        "entry.toggle-read": "N",
        "entry.note": "ctrl+e",
        "entry.bookmark": "ctrl+b",
        "entry.all-read": "A,C",
        "article.previous-claim": "B",
        "article.links": "semicolon,number_sign,u",
        "feeds.unread": "l",
        "pane.left": "left",
        "pane.right": "right",
        "entry.export": "S",
        "side.group": "T",
        "edit.undo": "ctrl+u",
        "feeds.edit": "E",
        "search.open": "slash,F",
        "feeds.full-text": "X",
    },
}
"""What each preset changes against the keys in the tables above."""


def bindings_for(place: Place) -> list[Binding]:
    """Return the Textual bindings of all commands that work in a place; the keymap lays the user's keys over them."""
    return [
        Binding(command.keys, command.action, command.label, show=False, tooltip=command.tooltip, id=command.id)
        for command in COMMANDS.values()
        if place in command.places
    ]


HINTS: Final[Mapping[str, tuple[str, ...]]] = {
    "feeds": (
        *("feeds.refresh", "feeds.refresh-all", "feeds.add", "feeds.import", "feeds.edit", "feeds.full-text"),
        *("feeds.remove", "feeds.unread", "edit.undo", "app.officials", "feeds.export"),
    ),
    "entries": (
        *("move.open", "entry.bookmark", "entry.toggle-read", "entry.all-read", "entry.fold", "edit.undo"),
        *("entry.full-text", "entry.browser", "entry.next-unread", "app.officials"),
    ),
    "article": (
        *("article.next-claim", "article.why", "side.toggle", "chain.compare", "entry.advance", "entry.bookmark"),
        *("edit.undo", "entry.full-text", "entry.browser", "entry.next-unread", "article.find"),
    ),
    "side": (
        *("move.open", "side.next-tab tabs", "article.why", "chain.compare", "chain.outlet-1 outlet", "side.group"),
        *("side.toggle close", "entry.bookmark", "edit.undo"),
    ),
    "search": ("move.open to the list", "screen.close close", "search.save keep", "app.help how to search"),
    "find": ("move.open next place", "screen.close close"),
}
"""What the line at the bottom offers in each pane and while one types, the most useful first, as many as there is room
for: ids of commands, with other words than their labels where those would not do."""
PAIRS: Final[Mapping[str, tuple[str, str]]] = {
    "article.next-claim": ("/", "article.previous-claim"),
    "side.next-tab": ("/", "side.previous-tab"),
    "chain.outlet-1": ("…", "chain.outlet-9"),
}
"""Commands whose hint names the key of another beside their own, and what stands between the two."""


def hints(pane: str) -> Iterator[tuple[Command, str]]:
    """Yield the commands of the line of hints in a pane, in their order, each with the words it is offered in."""
    for hint in HINTS[pane]:
        id_, _, words = hint.partition(" ")
        yield COMMANDS[id_], words or COMMANDS[id_].label
