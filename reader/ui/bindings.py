"""Every command of the reader, once: its id, keys, words and place; keys, help, palette and hints are made from it.

A command is run by its id (``run('entry.bookmark')``); the screen that shows it looks up the handler. Ids are
``pane.verb`` and are what the user's ``[keys]`` table names.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from textual.binding import Binding
from textual.keys import Keys

Need = Literal["", "entry", "article", "claim", "chain", "link", "feed", "run", "undo", "redo"]
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
    hint: int = 0
    """Rank in the line of hints at the bottom, 1 first; 0: not shown there."""
    hint_in: Literal["", "feeds"] = ""
    """The pane in which the hint is shown; empty: in all panes but the feeds."""

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
    Command("screen.close", "escape", "close", "Close what is open on top.", "Moving", places=_BOTH),
    Command("screen.back", "q", "back", "One step back; in the list of feeds: quit.", "Moving", places=_BOTH),
    Command("app.quit", "Q", "quit", "Quit at once, from anywhere.", "Moving", places=_BOTH),
)
_READING: Final = (
    Command("entry.advance", "space", "page", "One page on; at the end the next unread entry.", "Reading", hint=4),
    Command("entry.next-unread", "n", "next unread", "Open the next unread entry.", "Reading", hint=10),
    Command("entry.previous-unread", "p", "previous unread", "Open the previous unread entry.", "Reading"),
    Command(
        "entry.bookmark", "b,s", "bookmark", "Bookmark the entry, or take the bookmark off.", "Reading", "entry", hint=1
    ),
    Command("entry.toggle-read", "m", "read", "Mark the entry read or unread.", "Reading", "entry", hint=2),
    Command("entry.all-read", "A", "all read", "Mark everything in view read.", "Reading"),
    Command("entry.full-text", "f", "full text", "Fetch the whole article from its page.", "Reading", "entry", hint=3),
    Command("entry.browser", "o", "browser", "Open the article's page in the browser.", "Reading", "entry", hint=8),
    Command("entry.copy-link", "y", "copy link", "Copy the address of the article.", "Reading", "entry"),
    Command("entry.tag", "t", "tag", "Give the entry tags.", "Reading", "entry"),
    Command("entry.note", "N", "note", "Write a note on the entry.", "Reading", "entry"),
    Command("entry.export", "e", "export", "Write the article with its sources to a file.", "Reading", "article"),
    Command("entry.fold", "plus", "fold", "Fold or unfold the entries of one story.", "Reading", "entry"),
    Command("edit.undo", "u", "undo", "Take back the last change.", "Reading", "undo", hint=9),
    Command("edit.redo", "U", "redo", "Do again what was taken back.", "Reading", "redo"),
)
_ARTICLE: Final = (
    Command(
        "article.next-claim", "c", "claim", "To the next attributed claim.", "Article", "article", places=_WHY, hint=6
    ),
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
        "Why the current claim (in the chain: the link) is marked; again closes.",
        "Article",
        "article",
        places=_WHY,
    ),
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
    Command("side.toggle", "x", "chain", "Show or hide the panel with chain, claims and changes.", "Chain", hint=5),
    Command("side.previous-tab", "left_square_bracket", "previous tab", "The panel's previous tab.", "Chain"),
    Command("side.next-tab", "right_square_bracket", "next tab", "The panel's next tab.", "Chain"),
    Command(
        "chain.compare",
        "v",
        "compare",
        "Compare with the article it came through, side by side.",
        "Chain",
        "article",
        hint=7,
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
    Command(
        "feeds.refresh", "r", "refresh", "Fetch the feed or folder under the cursor.", "Feeds", hint=1, hint_in="feeds"
    ),
    Command("feeds.refresh-all", "R", "refresh all", "Fetch all feeds.", "Feeds", hint=2, hint_in="feeds"),
    Command("app.stop", "ctrl+x", "stop", "Stop what is running.", "Feeds", "run"),
    Command("feeds.add", "a", "add", "Follow a feed, or a site that has one.", "Feeds", hint=3, hint_in="feeds"),
    Command(
        "feeds.edit",
        "E",
        "edit feed",
        "Rename the feed or move it to a folder.",
        "Feeds",
        "feed",
        hint=5,
        hint_in="feeds",
    ),
    Command(
        "feeds.full-text",
        "F",
        "full text always",
        "Fetch whole articles for this feed, or stop doing so.",
        "Feeds",
        "feed",
        hint=6,
        hint_in="feeds",
    ),
    Command(
        "feeds.remove",
        "delete",
        "unfollow",
        "Stop following the feed; undo brings it back.",
        "Feeds",
        "feed",
        hint=7,
        hint_in="feeds",
    ),
    Command(
        "feeds.import",
        "I",
        "import",
        "Take over an OPML file or what newsboat keeps.",
        "Feeds",
        hint=4,
        hint_in="feeds",
    ),
    Command("feeds.next", "J", "next feed", "To the next feed.", "Feeds"),
    Command("feeds.previous", "K", "previous feed", "To the previous feed.", "Feeds"),
    Command("feeds.unread", "L", "only unread", "Show unread entries only, or all again.", "Feeds"),
)
_PROGRAM: Final = (
    Command("search.open", "slash", "search", "Search the whole library as you type.", "Program"),
    Command(
        "search.save", "ctrl+s", "save search", "Keep the search in the list of feeds, or drop it again.", "Program"
    ),
    Command("app.help", "question_mark", "help", "All keys, searchable.", "Program"),
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
        "move.down": "down",
        "move.up": "up",
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
        "article.links": "semicolon,number_sign",
        "feeds.unread": "l",
        "pane.left": "left",
        "pane.right": "right",
        "entry.export": "S",
        "edit.undo": "u,ctrl+u",
        "feeds.edit": "E",
        "search.open": "slash,F",
        "feeds.full-text": "X",
    },
}
"""What each preset changes against the keys in the tables above."""

_NAMED_KEYS: Final = frozenset(key.value for key in Keys)
_SIGNS: Final = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "semicolon": ";",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "number_sign": "#",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "delete": "Del",
}


def keys_in_use(preset: str = "default", own: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return id -> keys for all commands: the preset's, then the user's own; unknown ids are left out.

    A key that the user gives to one command is taken from the command that had it.
    """
    keys = {id_: command.keys for id_, command in COMMANDS.items()} | dict(PRESETS.get(preset, {}))
    for id_, chosen in (own or {}).items():
        if id_ not in COMMANDS or not (wanted := split_keys(chosen)):
            continue
        for other in COMMANDS:
            if other != id_ and other not in (own or {}) and _share_place(id_, other):
                left = [key for key in split_keys(keys[other]) if key not in wanted]
                keys[other] = ",".join(left)
        keys[id_] = ",".join(wanted)
    return keys


def check_keys(own: Mapping[str, str], preset: str = "default") -> tuple[str, ...]:
    """Return one clear line for each fault in the user's own keys: unknown ids, impossible keys, keys given twice."""
    problems: list[str] = []
    given: dict[str, list[str]] = {}
    if preset not in PRESETS:
        problems.append(f"there is no key preset {preset!r} (there are {', '.join(PRESETS)})")
    for id_, chosen in own.items():
        if id_ not in COMMANDS:
            near = difflib.get_close_matches(id_, COMMANDS, n=1, cutoff=0.4)
            problems.append(f"keys: there is no command {_shown(id_)}" + (f", nearest is {near[0]}" if near else ""))
            continue
        for key in split_keys(chosen):
            if not _is_key(key):
                near = difflib.get_close_matches(key, [*_NAMED_KEYS, *_SIGNS], n=1, cutoff=0.6)
                problems.append(
                    f"keys: {id_}: no terminal sends {_shown(key)}" + (f", nearest is {near[0]}" if near else "")
                )
            if any(_share_place(id_, other) for other in given.get(key, [])):
                problems.append(f"keys: {_shown(key)} is given to {given[key][0]} and to {id_}")
            given.setdefault(key, []).append(id_)
        if not split_keys(chosen):
            problems.append(f"keys: {id_}: no key is named")
    return tuple(problems)


def bindings_for(place: Place) -> list[Binding]:
    """Return the Textual bindings of all commands that work in a place; the keymap lays the user's keys over them."""
    return [
        Binding(command.keys, command.action, command.label, show=False, tooltip=command.tooltip, id=command.id)
        for command in COMMANDS.values()
        if place in command.places
    ]


def split_keys(keys: str) -> list[str]:
    """Return the keys of a comma-separated list by their Textual names (``/`` becomes ``slash``)."""
    named = {sign: name for name, sign in _SIGNS.items() if len(sign) == 1}
    return [named.get(key, key) for part in keys.split(",") if (key := part.strip())]


def show_keys(keys: str) -> str:
    """Return keys as a reader knows them: ``j ↓`` for ``j,down``."""
    return " ".join(_SIGNS.get(key, key.replace("ctrl+", "^")) for key in split_keys(keys))


def _share_place(first: str, second: str) -> bool:
    """Tell whether two commands can be reached on the same screen."""
    return bool(set(COMMANDS[first].places) & set(COMMANDS[second].places))


def _is_key(key: str) -> bool:
    """Tell whether a terminal can send this key."""
    *modifiers, bare = key.split("+")
    if not set(modifiers) <= {"ctrl", "shift", "alt", "super"}:
        return False
    return bare in _NAMED_KEYS or bare in _SIGNS or key in _NAMED_KEYS or (len(bare) == 1 and bare.isprintable())


def _shown(words: str) -> str:
    """Return foreign words as an error shows them."""
    return repr(words[:60])


def hints(commands: Iterable[Command], pane: str) -> list[Command]:
    """Return the commands of the line of hints in a pane, in their order."""
    wanted = "feeds" if pane == "feeds" else ""
    return sorted((c for c in commands if c.hint and c.hint_in == wanted), key=lambda command: command.hint)
