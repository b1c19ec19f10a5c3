"""Foreign text inside Markdown: escaped so that it can be nothing but text."""

import re

_ESCAPED = re.compile(r"([\\`*_\[\]<>&|~!#])")
_URL_CHARS = {ord(c): f"%{ord(c):02X}" for c in ' <>\\"`\t\n\r'}
_LINE_START = re.compile(r"^(\s*)([+\-=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """Return text with every character escaped that means something inside a line of Markdown."""
    return _ESCAPED.sub(r"\\\1", text)


def escape_line(line: str) -> str:
    """Return an escaped line that cannot be taken for a list item, rule or underline."""
    match = _LINE_START.match(line)
    if not match:
        return line
    if match[2].isdigit():
        return f"{match[2]}\\{line[match.end() :]}"
    return f"\\{line[match.start(2) :]}"


def link(words: str, url: str) -> str:
    """Return a link; only the words where the address is not http(s)."""
    words = escape(" ".join(words.split()))
    if not url.startswith(("http://", "https://")):
        return words
    return f"[{words}](<{url.translate(_URL_CHARS)}>)"
