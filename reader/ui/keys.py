"""The keys in use: a preset with the user's own keys over it, the check of those, and keys as they are shown."""

import difflib
import re
from collections.abc import Mapping
from typing import Final

from textual.keys import Keys

from reader.ui.bindings import COMMANDS, PRESETS

_NAMED_KEYS: Final = frozenset(key.value for key in Keys)
_SIGNS: Final = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "semicolon": ";",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "number_sign": "#",
    "vertical_line": "|",
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


_FUNCTION: Final = re.compile(r"f\d{1,2}")
_NAMED: Final = re.compile(r"\{([a-z]+\.[a-z0-9-]+)\}")


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


def split_keys(keys: str) -> list[str]:
    """Return the keys of a comma-separated list by their Textual names (``/`` becomes ``slash``)."""
    named = {sign: name for name, sign in _SIGNS.items() if len(sign) == 1}
    return [named.get(key, key) for part in keys.split(",") if (key := part.strip())]


def show_keys(keys: str) -> str:
    """Return keys as a reader knows them: ``j ↓`` for ``j,down``."""
    return " ".join(_show(key) for key in split_keys(keys))


def _show(key: str) -> str:
    """Return one key as a reader knows it."""
    return _SIGNS.get(key) or (key.upper() if _FUNCTION.fullmatch(key) else key.replace("ctrl+", "^"))


def key_of(keys: Mapping[str, str], command_id: str, *, typing: bool = False) -> str:
    """Return the first key of a command as a reader knows it; empty where it has none.

    Args:
        keys: id -> keys for all commands.
        command_id: the command.
        typing: only keys that write nothing count, for where one types.
    """
    shown = show_keys(keys.get(command_id, "")).split()
    return next((key for key in shown if not typing or len(key) > 1), "")


def with_keys(words: str, keys: Mapping[str, str], *, typing: bool = False) -> str:
    """Return our own words with each ``{pane.verb}`` in them replaced by the key that runs the command now."""
    return _NAMED.sub(lambda match: key_of(keys, match[1], typing=typing) or f"({match[1]})", words)


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
