"""How things are printed: safe, as wide as the terminal, coloured only where somebody looks at it.

Foreign text was cleaned on its way into the library; it is cleaned once more here, since this is the one place where
the command line writes to a terminal.
"""

import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from reader.text.safety import clean_block, clean_line

_WIDE = frozenset("WF")
_STYLES = {"bold": "1", "dim": "2", "underline": "4", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_UNSAFE = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]")
PLAIN_WIDTH = 100
"""Columns where no terminal says how many there are."""


def print_json(records: Iterable[Mapping[str, Any]] | Mapping[str, Any]) -> None:
    """Print one record as indented JSON, or several as a list of them."""
    value = records if isinstance(records, Mapping) else list(records)
    _write_data(safe_json(value, indent=2) + "\n")


def print_json_line(record: Mapping[str, Any]) -> None:
    """Print one record as one line of JSON Lines."""
    _write_data(safe_json(record) + "\n")


def safe_json(value: object, indent: int | None = None) -> str:
    """Return a value as JSON in which every character that could harm a terminal is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: _escaped(match[0]), text)


def _escaped(char: str) -> str:
    """Return a character as JSON escapes it; above U+FFFF as two halves."""
    return re.sub("....", r"\\u\g<0>", char.encode("utf-16-be", "surrogatepass").hex())


def print_block(text: str) -> None:
    """Print a text of many lines (Markdown, Mermaid, PROV) as it is, but safe."""
    _write_data(clean_block(text).rstrip("\n") + "\n")


def print_line(text: str = "") -> None:
    """Print one line of a listing; the caller has cleaned what is foreign in it and may have coloured it."""
    _write(sys.stdout, text)


def say(text: str) -> None:
    """Tell the user something on the standard error: progress and messages never mix with data."""
    _write(sys.stderr, f"newsreader: {clean_line(text)}")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 feed``, ``2 feeds``, ``3 entries``."""
    many = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else many}"


def use_utf8() -> None:
    """Write data in UTF-8 whatever the locale: that is what the formats promise."""
    if (reconfigure := getattr(sys.stdout, "reconfigure", None)) is not None and sys.stdout.encoding != "utf-8":
        reconfigure(encoding="utf-8")


def _write_data(text: str) -> None:
    """Write data to the standard output."""
    use_utf8()
    sys.stdout.write(text)


def _write(stream: TextIO, line: str) -> None:
    """Write a line for people, in what the locale can show."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")


class Paper:
    """The sheet a listing is printed on: its width, and whether it takes colour."""

    def __init__(self, stream: TextIO | None = None) -> None:
        stream = stream or sys.stdout
        self.terminal = terminal = stream.isatty()
        self.width = max(40, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns) if terminal else PLAIN_WIDTH
        self.colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def style(self, text: str, *styles: str) -> str:
        """Return text in bold, dim, underline or a colour, where colour is wanted."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_STYLES[name] for name in styles)}m{text}\x1b[0m"

    def wrap(self, text: str, indent: str = "", width: int | None = None) -> list[str]:
        """Return a clean line broken at blanks into lines that fit, each behind ``indent``; never empty."""
        room = max(10, min(width or self.width, self.width) - columns(indent))
        lines: list[str] = []
        line, used = "", 0
        for word in text.split():
            size = columns(word)
            if line and used + 1 + size > room:
                lines.append(line)
                line, used = "", 0
            while size > room:  # a word longer than a line: an address, or Chinese
                head = fit_start(word, room)
                lines.append(head)
                word = word[len(head) :]
                size = columns(word)
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
        if line or not lines:
            lines.append(line)
        return [(indent + line).rstrip() for line in lines]


def columns(text: str) -> int:
    """Return how many columns of a terminal a clean line takes (Unicode annex 11; combining marks take none)."""
    return sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    """Return the columns of one character."""
    if char < "\u0300":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def fit_start(text: str, width: int) -> str:
    """Return as much of the start of a line as fits ``width`` columns, at least one character."""
    used = 0
    for place, char in enumerate(text):
        used += _columns_of(char)
        if used > width and place:
            return text[:place]
    return text


def fit(text: str, width: int) -> str:
    """Return a clean line cut with an ellipsis, or padded, to exactly ``width`` columns."""
    if columns(text) > width:
        text = fit_start(text, max(1, width - 1)) + "…"
    return text + " " * (width - columns(text))


def print_table(paper: Paper, heads: Sequence[str], rows: Sequence[Sequence[str]], *, stretch: int) -> None:
    """Print rows under heads; the column ``stretch`` takes what width the others leave.

    Cells are cleaned here. Numbers stand to the right.
    """
    cells = [[clean_line(cell) for cell in row] for row in rows]
    widths = [max(columns(head), *(columns(row[i]) for row in cells)) for i, head in enumerate(heads)]
    others = sum(width for i, width in enumerate(widths) if i != stretch) + 2 * (len(heads) - 1)
    if paper.terminal:  # a program that reads on wants the whole words
        widths[stretch] = max(10, min(widths[stretch], paper.width - others))
    print_line(paper.style("  ".join(map(fit, heads, widths)).rstrip(), "dim"))
    for row in cells:
        shown = [
            cell.rjust(width) if cell.isdecimal() else fit(cell, width) for cell, width in zip(row, widths, strict=True)
        ]
        print_line("  ".join(shown).rstrip())
