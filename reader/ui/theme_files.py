"""Themes from the user's own files: TOML with a name, whether it is dark, and the colours that differ.

A file ``themes/sea.toml`` beside the settings file:

    name = "sea"
    dark = true
    [colours]
    background = "navy"
    claim = "teal"

What it leaves out is that of the reader's own dark or light theme. A file with a fault gives one clear line and is
passed over; the others hold.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from reader.text.safety import clean_line
from reader.ui.themes import THEMES, TOKENS

BASE_COLOURS: Final = (
    *("primary", "secondary", "accent", "foreground", "background", "surface", "panel"),
    *("success", "warning", "error"),
)
"""The colours of a theme that Textual itself knows."""
COLOURS: Final = (*BASE_COLOURS, *TOKENS)
MAX_FILES: Final = 100
MAX_BYTES: Final = 100_000
_NAME = re.compile(r"[\w-]{1,40}")
_FIXED = frozenset({*BUILTIN_THEMES, *(theme.name for theme in THEMES)})
_KEYS: Final = ("name", "dark", "colours")
_IN_FIGURES = re.compile(r"\s*(rgb|hsl)a?\(([^()]*)\)\s*")
_RANGES: Final = {"rgb": (255, 255, 255, 1), "hsl": (360, 100, 100, 1)}
"""The highest figure at each place of a colour; the lowest is 0."""


def load_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    """Return the themes of a folder in the order of their files, and one clear line for each file that is none."""
    found: dict[str, Theme] = {}
    problems: list[str] = []
    files = sorted(folder.glob("*.toml"))
    for path in files[:MAX_FILES]:
        try:
            theme = read_theme(_text(path))
            if theme.name in found:
                raise ValueError(f"another file has the name {theme.name} already")
            found[theme.name] = theme
        except ValueError as error:
            problems.append(f"{clean_line(str(path))}: {error}")
    if len(files) > MAX_FILES:
        problems.append(f"{clean_line(str(folder))}: {len(files)} files; only the first {MAX_FILES} are read")
    return tuple(found.values()), tuple(problems)


def read_theme(text: str) -> Theme:
    """Return the theme in the text of a file.

    Raises:
        ValueError: one clear line on the first fault.
    """
    import tomllib  # most people have no theme of their own

    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"not valid TOML: {_shown(error)}") from None
    for key in values:
        if key not in _KEYS:
            raise ValueError(f"{_shown(key)}: no such key{_near(key, _KEYS)}")
    name, dark, colours = values.get("name"), values.get("dark", True), values.get("colours", {})
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError('name: expected up to 40 letters, figures and hyphens, such as name = "sea"')
    if name in _FIXED:
        raise ValueError(f"name: {name} is a theme that comes with the program")
    if not isinstance(dark, bool):
        raise ValueError(f"dark: expected true or false, found {_shown(dark)}")
    if not isinstance(colours, Mapping):
        raise ValueError("colours: is a table, write [colours] on a line of its own")
    return _theme(name, dark, {key: _colour(key, value) for key, value in colours.items()})


def theme_names(own: Iterable[Theme] = ()) -> tuple[str, ...]:
    """Return the names of all themes: the reader's, Textual's and the user's own."""
    return (*(theme.name for theme in THEMES), *(theme.name for theme in own), *BUILTIN_THEMES)


def wanted_problem(wanted: str, own: Iterable[Theme] = ()) -> str:
    """Return what is wrong with the name of a theme in the settings, or nothing."""
    names = theme_names(own)
    return "" if wanted in names else f"[appearance] theme: there is no theme {_shown(wanted)}{_near(wanted, names)}"


def _theme(name: str, dark: bool, colours: Mapping[str, str]) -> Theme:
    """Return the reader's own dark or light theme with these colours in place of its own."""
    base = next(theme for theme in THEMES if theme.dark is dark)
    variables = base.variables | {key: colours[key] for key in TOKENS if key in colours}
    if "accent" in colours:
        variables["footer-key-foreground"] = colours["accent"]
    plain = {key: colours[key] for key in BASE_COLOURS if key in colours}
    return replace(base, name=name, variables=variables, **plain)  # type: ignore[arg-type]  # all of them are texts


def _colour(key: str, value: object) -> str:
    """Return a colour as the screen takes it.

    Raises:
        ValueError: the key is unknown, or the value is no solid colour.
    """
    from textual.color import Color, ColorParseError

    if key not in COLOURS:
        raise ValueError(f"[colours] {_shown(key)}: no such colour{_near(key, COLOURS)}")
    problem = f'[colours] {key}: expected a colour such as "navy" or #e0b26a in quotes, found {_shown(value)}'
    try:
        colour = Color.parse(value) if isinstance(value, str) and _in_range(value) else None
    except ColorParseError:
        colour = None
    if colour is None or colour.a < 1 or colour.auto or colour.ansi is not None:
        raise ValueError(problem)
    return colour.hex


def _in_range(colour: str) -> bool:
    """Tell whether the figures of an rgb or hsl colour are such as it can have: Textual would move them into range."""
    match = _IN_FIGURES.fullmatch(colour)
    if match is None:
        return True
    try:
        figures = [float(figure.strip().removesuffix("%")) for figure in match[2].split(",")]
    except ValueError:
        return False
    return all(0 <= figure <= most for figure, most in zip(figures, _RANGES[match[1]], strict=False))


def _text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        ValueError: it cannot be read, is too long, or is no UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValueError(f"is longer than {MAX_BYTES // 1000} kB")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ValueError(error.strerror or "cannot be read") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start})") from None


def _near(word: str, known: Iterable[str]) -> str:
    """Return ``, nearest is ...`` for a word that is nearly a known one, else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", nearest is {near[0]}" if near else ""


def _shown(value: object) -> str:
    """Return a value of the file as part of an error: printable characters of one line, at most 80."""
    return "".join(c if c.isprintable() else " " for c in str(value))[:80]
