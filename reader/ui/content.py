"""The only door through which foreign text enters a widget, and the guard behind it.

A ``str`` that a Textual widget is given is markup: ``[/`` in a headline ends the program, ``[@click=...]`` makes it
run things. So text from outside becomes ``Content`` here, literally. Text is cleaned on its way into the library;
what is not clean all the same (loose text keeps its characters) is masked one for one, so that spans still hold.

``ControlGuard`` is the second line: it looks at what is about to be drawn, whatever way it came.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.content import Span as StyleSpan
from textual.filter import LineFilter

from reader.model.entry import StoredEntry
from reader.model.moments import is_day
from reader.text.safety import is_clean, mask_text

HELD: Final = "\u00a0"
"""A space at which rows of our own words are not broken; foreign text on one line has none left."""
_BREAKS: Final = str.maketrans(f"\n\r\t\x0b\x0c\x85\u2028\u2029{HELD}", " " * 9)
_RAW: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SAFE_LINK: Final = re.compile(r"https?://[!-~]{1,2000}")

EMPTY: Final = Content("")


def safe_text(text: str) -> str:
    """Return foreign text fit to be drawn: the same length, line breaks kept, hostile characters masked."""
    return text if is_clean(text) else mask_text(text)


def safe_line(text: str) -> str:
    """Return foreign text fit to be drawn on one line: the same length, each line break a blank."""
    return safe_text(text).translate(_BREAKS)


def line(text: str, style: str = "") -> Content:
    """Return foreign text as one line, literally."""
    return Content(safe_line(text), [StyleSpan(0, len(text), style)] if style and text else None, None, False)


def styled(text: str, spans: Iterable[tuple[int, int, str]]) -> Content:
    """Return foreign text as one line with styles over ``[start, end)`` of it; later styles lie over earlier ones."""
    size = len(text)
    kept = [StyleSpan(max(start, 0), min(end, size), style) for start, end, style in spans]
    return Content(safe_line(text), [span for span in kept if span.start < span.end], None, False)


def held(words: str) -> str:
    """Return our own words so that a row which is wrapped does not part them: ``16 Nov`` stays on one line."""
    return words.replace(" ", HELD)


def joined(*parts: Content | str) -> Content:
    """Return the parts one behind the other; a ``str`` is our own wording, taken literally too."""
    return EMPTY.join([Content(part) if isinstance(part, str) else part for part in parts])


def safe_link(url: str) -> str:
    """Return an address that may stand in a terminal's hyperlink sequence or be handed to a browser, else nothing."""
    return url if _SAFE_LINK.fullmatch(url) else ""


class ControlGuard(LineFilter):
    """Takes controls and invisible characters out of every line just before it is drawn.

    Textual draws what it is given, escape sequences included. This filter holds even where the cleaning on the way
    in failed. Segments that Textual itself marks as terminal controls are left alone.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  # the filter's shape
        """Return the segments without raw controls; the list itself where there is nothing to do."""
        if not any(_RAW.search(segment.text) for segment in segments if not segment.control):
            return segments
        return [
            segment if segment.control else Segment(_RAW.sub("", segment.text), segment.style) for segment in segments
        ]


def short_time(moment: datetime, now: datetime) -> str:
    """Return a moment for a narrow column, at most six cells: ``10:42`` today, ``26 Dec``, or the year."""
    local, today = local_time(moment), now.astimezone()
    if local.date() == today.date() and not is_day(moment):
        return f"{local:%H:%M}"
    if timedelta(days=-2) < today - local < timedelta(days=330):
        return f"{local.day:2} {_MONTHS[local.month - 1]}"
    return f"{local.year}"


def long_time(moment: datetime) -> str:
    """Return a moment in full, in the reader's own time zone: ``26 Dec 2026, 10:42``; a day as a day."""
    local = local_time(moment)
    day = f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
    return day if is_day(moment) else f"{day}, {local:%H:%M}"


def local_time(moment: datetime) -> datetime:
    """Return a moment in the reader's own time zone; a day, which is the same everywhere, as it is."""
    return moment if is_day(moment) else moment.astimezone()


def time_of(stored: StoredEntry) -> str:
    """Return when an entry was published; where that is not known, when it was received, and says so."""
    if stored.entry.published_at is None:
        return f"received {long_time(stored.received_at)}"
    return long_time(stored.entry.published_at)


_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: ``1 claim``, ``4 claims``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
