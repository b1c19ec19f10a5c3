"""The settings: frozen dataclasses, one sentence per option; the settings file and its errors are made from them.

The file is TOML. Every fault names the line, the key and the nearest known key, and is reported together with the
others rather than one by one. An option stands here only if something acts on it.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from reader.text.safety import clean_block

if TYPE_CHECKING:
    from reader.lexicon.outlets import Row


class ConfigError(Exception):
    """A settings file that cannot be used; ``problems`` holds one clear line for each fault."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _option(default: Any, text: str, *, least: int | None = None, most: int | None = None) -> Any:  # noqa: ANN401  # as dataclasses.field
    """Declare an option: its default, its sentence, and the bounds of a number."""
    return field(default=default, metadata={"text": text, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class RefreshSettings:
    """When and how feeds are fetched."""

    shortest_minutes: int = _option(
        15,
        "Minutes between two fetches of a feed at least; a quiet feed is asked less often, down to twice a day.",
        least=15,
        most=10080,
    )
    while_open: bool = _option(True, "Fetch feeds that are due while the reader is open.")
    parallel: int = _option(32, "Number of feeds that are fetched at the same time.", least=1, most=64)
    full_text: bool = _option(False, "Fetch the article page of each new entry, for feeds added from now on.")


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How the reader behaves."""

    mark_read: Literal["on-open", "on-leave", "never"] = _option(
        "on-open", "When an entry becomes read by itself: as it is opened, as it is left, or never."
    )
    hide_furniture: bool = _option(False, "Hide captions, related headlines and promotions inside articles (key H).")
    fold_stories: bool = _option(True, "Show the entries of one story as one line (key +).")
    chain_panel: bool = _option(True, "Show the chain beside the article where the window is wide enough.")


@dataclass(frozen=True, slots=True)
class AppearanceSettings:
    """How the reader looks."""

    theme: str = _option(
        "newsreader-dark",
        "Name of the colour theme; `ctrl+p` lists and previews them. Own ones are files such as themes/sea.toml beside "
        'this file: `name = "sea"`, `dark = true`, and under `[colours]` those that differ: primary, secondary, '
        "accent, foreground, background, surface, panel, success, warning, error, claim, claim-current, official, "
        "credit, chain-origin, drift, unread, muted, frame.",
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; the defaults are those of a file that is not there."""

    refresh: RefreshSettings = field(default_factory=RefreshSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    appearance: AppearanceSettings = field(default_factory=AppearanceSettings)
    key_preset: Literal["default", "newsboat"] = _option(
        "default", "The table of keys to start from: the reader's own, or newsboat's."
    )
    keys: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"text": 'Own keys, by binding id, several with commas: `"article.next-claim" = "c,right"`.'},
    )
    """Binding id -> keys; the ids are checked by the reader, which knows them (``newsreader config --check`` too)."""


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; the defaults where there is no file.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or has an unknown key or a value that does not fit.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"is not UTF-8 (byte {error.start})"
        raise ConfigError((f"{path}: {reason}",)) from None
    try:
        return parse_settings(text)
    except ConfigError as error:
        raise ConfigError(tuple(f"{path}: {problem}" for problem in error.problems)) from None


def load_outlets(path: Path) -> "tuple[tuple[Row, ...], tuple[str, ...]]":
    """Return the outlets of a user's own table (the form of ``lexicon/outlets.tsv``), and what is wrong with it.

    Each fault is one clear line; the good lines hold all the same. Where there is no file there is neither.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"is not UTF-8 (byte {error.start})"
        return (), (f"{path}: {reason}",)
    from reader.lexicon.outlets import read_outlets  # most people have no such file

    return read_outlets(clean_block(text, len(text)), name=str(path))


def parse_settings(text: str) -> Settings:
    """Return the settings in the text of a settings file.

    Raises:
        ConfigError: with one problem for each fault, ``line 3: [refresh] intervall: no such key, nearest is ...``.
    """
    import tomllib  # most people have no settings file

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError((f"not valid TOML: {_one_line(str(error))}",)) from None
    problems: list[str] = []
    settings: Settings = _fill(Settings, values, "", text, problems)
    if problems:
        raise ConfigError(tuple(problems))
    return settings


def render_settings(settings: Settings) -> str:
    """Return the text of a settings file that says the same, each option with its sentence and bounds above it."""
    top: list[str] = ["# newsreader settings; every option stands here with its present value."]
    tables: list[str] = []
    for option in fields(settings):
        value = getattr(settings, option.name)
        if is_dataclass(value):
            tables += ["", f"[{option.name}]"]
            for inner in fields(value):
                tables += ["", *_comment(type(value), inner), f"{inner.name} = {_toml(getattr(value, inner.name))}"]
        elif isinstance(value, Mapping):
            tables += ["", *_comment(Settings, option), f"[{option.name}]"]
            tables += [f"{_toml(key)} = {_toml(keys)}" for key, keys in value.items()]
        else:
            top += ["", *_comment(Settings, option), f"{option.name} = {_toml(value)}"]
    return "\n".join(top + tables) + "\n"


def _comment(owner: type, option: Field[Any]) -> list[str]:
    """Return the comment lines above an option."""
    kind = get_type_hints(owner)[option.name]
    import textwrap  # only for this

    lines = [f"# {line}" for line in textwrap.wrap(option.metadata["text"], 108, break_on_hyphens=False)]
    if get_origin(kind) is Literal:
        lines.append("# One of " + ", ".join(_toml(value) for value in get_args(kind)) + ".")
    elif option.metadata.get("least") is not None:
        lines.append(f"# From {option.metadata['least']} to {option.metadata['most']}.")
    return lines


def _toml(value: object) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    import json

    return json.dumps(str(value), ensure_ascii=False)  # a JSON string is a TOML basic string


def _fill(kind: type[Any], values: Mapping[str, Any], table: str, text: str, problems: list[str]) -> Any:  # noqa: ANN401  # an instance of kind
    """Return the dataclass ``kind`` made from one table of the file; faults are added to ``problems``."""
    options = {option.name: option for option in fields(kind)}
    kinds = get_type_hints(kind)
    chosen: dict[str, Any] = {}
    for key, value in values.items():
        place = f"line {_line_of(text, table, key)}: {f'[{table}] ' if table else ''}{_one_line(key)}"
        if key not in options:
            problems.append(f"{place}: no such option{_nearest(key, options)}")
        elif is_dataclass(kinds[key]):
            if isinstance(value, Mapping):
                chosen[key] = _fill(kinds[key], value, key, text, problems)
            else:
                problems.append(f"{place}: is a table, write [{key}] on a line of its own")
        elif get_origin(kinds[key]) is Mapping:
            chosen[key] = _key_table(value, place, problems)
        elif problem := _misfit(value, kinds[key], options[key]):
            problems.append(f"{place}: {problem}")
        else:
            chosen[key] = value
    return kind(**chosen)


def _key_table(value: object, place: str, problems: list[str]) -> dict[str, str]:
    """Return the table of keys as binding id -> keys; ``a.b = "x"`` without quotes means the id ``a.b`` too."""
    if not isinstance(value, Mapping):
        problems.append(f"{place}: is a table, write [keys] on a line of its own")
        return {}
    flat: dict[str, str] = {}
    for key, keys in value.items():
        if isinstance(keys, str):
            flat[key] = keys
        elif isinstance(keys, Mapping):
            flat.update({f"{key}.{rest}": inner for rest, inner in _key_table(keys, place, problems).items()})
        else:
            problems.append(f'{place}: {_one_line(key)}: expected a text such as "c,right", found {_shown(keys)}')
    return flat


def _misfit(value: object, kind: Any, option: Field[Any]) -> str:  # noqa: ANN401  # a type hint
    """Return what is wrong with a value, or nothing."""
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        if value in choices:
            return ""
        near = _near(value, choices) if isinstance(value, str) else ""
        return f"expected one of {', '.join(_toml(choice) for choice in choices)}, found {_shown(value)}{near}"
    if type(value) is not kind:  # not isinstance: True is an int
        names = {bool: "true or false", int: "a whole number", str: "a text in quotes"}
        return f"expected {names[kind]}, found {_shown(value)}"
    least, most = option.metadata["least"], option.metadata["most"]
    if least is not None and not least <= value <= most:
        return f"expected {least} to {most}, found {value}"
    return ""


def _nearest(key: str, known: Iterable[str]) -> str:
    """Return ``, nearest is ...`` for a key that is nearly a known one, else the list of known ones."""
    names = list(known)
    return _near(key, names) or f" (there are {', '.join(names)})"


def _near(word: str, known: Iterable[str]) -> str:
    """Return ``, nearest is ...`` for a word that is nearly a known one, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", nearest is {near[0]}" if near else ""


def _shown(value: object) -> str:
    """Return a value from the file as an error shows it: one short clean line."""
    return _one_line(_toml(value) if isinstance(value, str | bool | int) else str(value))


def _one_line(text: str) -> str:
    """Return foreign text as part of an error: printable characters of one line, at most 80."""
    return "".join(c if c.isprintable() else " " for c in text)[:80]


def _line_of(text: str, table: str, key: str) -> int:
    """Return the number of the line in which a key, or a table of that name, is written; 1 where it cannot be told."""
    bare = re.escape(key)
    header = re.compile(r"""\s*\[\s*["']?(.*?)["']?\s*\]""")
    wanted = re.compile(
        rf"""\s*(?:{re.escape(table)}\s*\.\s*)?["']?{bare}["']?\s*[=.]"""
        if table
        else rf"""\s*["']?{bare}["']?\s*[=.]"""
    )
    current = ""
    for number, line in enumerate(text.splitlines(), start=1):
        found = header.match(line)
        if found:
            current = found[1]
            if not table and current.split(".")[0] == key:
                return number
        elif wanted.match(line) and current in (table, ""):
            return number
    return 1
