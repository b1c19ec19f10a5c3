"""A writer of Markdown: blocks of inline runs -> CommonMark in which foreign characters can only be text.

Used by ``fragment`` so that HTML, trafilatura's tree and saved Markdown all pass one door (``blocks``). Time is
linear in the length of what is written.
"""

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

MAX_CONTAINERS = 6
"""Quotations and list items around a block that are kept; markdown-it stops at 20 levels, a list takes two."""

_ESCAPED = re.compile(r"([\\`*_\[\]<>&|~!])")
_LINE_START = re.compile(r"^(?:(?=[#+\-=])|(\d{1,9})(?=[.)](?:\s|$)))")


class Run(NamedTuple):
    """A stretch of inline text with one style."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    url: str = ""
    """Absolute http(s) address; empty: no link."""


BREAK = Run("\n")
"""A line break inside a block."""


@dataclass(slots=True)
class Container:
    """What stands around blocks: a quotation or a list item."""

    first: str
    """Prefix of its first line."""
    rest: str
    """Prefix of its further lines."""
    used: bool = False


@dataclass(slots=True)
class MarkdownWriter:
    """Collects blocks and joins them to one Markdown text."""

    parts: list[str] = field(default_factory=list)

    def add(self, runs: list[Run], containers: list[Container], heading: int = 0) -> None:
        """Write one block; nothing is written where it has no words."""
        lines = _render(runs)
        if heading:
            lines = ["#" * heading + " " + " ".join(lines)] if any(lines) else []
        else:
            lines = [_escape_start(line) for line in lines if line]
        if not lines:
            return
        shown = containers[:MAX_CONTAINERS]
        prefix = "".join(c.rest if c.used else c.first for c in shown)
        for container in shown:
            container.used = True
        rest = "".join(c.rest for c in shown)
        body = ("\\\n" + rest).join(lines)
        self.parts.append(prefix + body)

    def add_code(self, text: str, containers: list[Container]) -> None:
        """Write a block of preformatted text."""
        lines = text.strip("\n").split("\n")
        if not any(line.strip() for line in lines):
            return
        longest = max((len(m) for m in re.findall(r"`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        shown = containers[:MAX_CONTAINERS]
        prefix = "".join(c.rest if c.used else c.first for c in shown)
        for container in shown:
            container.used = True
        rest = "".join(c.rest for c in shown)
        self.parts.append(prefix + ("\n" + rest).join([fence, *lines, fence]))

    def text(self) -> str:
        """Return the Markdown written so far."""
        return "\n\n".join(self.parts)


def escape(text: str) -> str:
    """Return ``text`` with every character escaped that means something inside a Markdown line."""
    return _ESCAPED.sub(r"\\\1", text)


def _escape_start(line: str) -> str:
    """Return a line that cannot be taken for a heading, list item or rule."""
    match = _LINE_START.match(line)
    if not match:
        return line
    return f"{match.group(1) or ''}\\{line[match.end() :]}"


def _render(runs: list[Run]) -> list[str]:
    """Return the Markdown lines of a block, white space collapsed; neighbours of one style become one run."""
    lines: list[list[Run]] = [[]]
    for broken, line in groupby(runs, key=lambda run: run is BREAK):
        if broken:
            lines.append([])
            continue
        for style, same in groupby(line, key=lambda run: run[1:]):
            lines[-1].append(Run("".join(run.text for run in same), *style))
    return [_render_line(line) for line in lines]


def _render_line(runs: list[Run]) -> str:
    """Return one line of Markdown; a style whose marks Markdown would not read there is left out."""
    pieces: list[str] = []
    url = ""
    last = " "
    for index, run in enumerate(_collapse(runs)):
        if run.url != url:
            pieces.append(_end_link(url))
            pieces.append("[" if run.url else "")
            last = "[" if run.url else (")" if url else last)
            url = run.url
        following = runs[index + 1].text[:1] if index + 1 < len(runs) else ""
        piece = _styled(run, last, following)
        pieces.append(piece)
        last = piece[-1:] or last
    pieces.append(_end_link(url))
    return "".join(pieces).strip()


def _end_link(url: str) -> str:
    """Return the end of a link to ``url``."""
    return f"](<{url.translate(_URL_CHARS)}>)" if url else ""


_URL_CHARS = {ord(c): f"%{ord(c):02X}" for c in ' <>\\"`\t\n\r'}


def _collapse(runs: list[Run]) -> list[Run]:
    """Return the runs of a line with single spaces, none at its ends."""
    result: list[Run] = []
    space = True
    for run in runs:
        text = re.sub(r"[ \t\r\n\f\v]+", " ", run.text)
        if space:
            text = text.removeprefix(" ")
        if text:
            space = text.endswith(" ")
        result.append(run._replace(text=text))
    return result


def _styled(run: Run, before: str, after: str) -> str:
    """Return the Markdown of one run, marks placed inside its outer spaces."""
    text = run.text
    core = text.strip()
    if not core:
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if run.code and "`" not in core:
        return f"{lead}`{core}`{tail}" if before != "`" else escape(text)
    marks = "*" * (2 * run.strong + run.emphasis)
    opens = core[0].isalnum() or bool(lead) or (not before.isalnum() and before != "*")
    closes = core[-1].isalnum() or bool(tail) or not after.isalnum()
    if not marks or not opens or not closes or (before == "*" and not lead):
        return escape(text)
    return f"{lead}{marks}{escape(core)}{marks}{tail}"
