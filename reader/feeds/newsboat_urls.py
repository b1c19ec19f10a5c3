"""newsboat's ``urls`` file -> the same list of subscriptions as from OPML.

A line is an address and tags, separated by blanks, with quotes around what holds blanks; ``"~Title"`` names the feed,
a tag with ``!`` before it hides it there, ``#`` begins a comment. The first plain tag becomes the folder; a hidden
feed is shown. ``query:`` lines are searches,
``exec:`` and ``filter:`` lines run programs: both become remarks, nothing is ever run.
"""

import re
from typing import Final

from reader.feeds.decoding import decode
from reader.feeds.faults import DOCUMENT_LIMIT, FeedError
from reader.feeds.fields import LABEL_LIMIT, TITLE_LIMIT
from reader.feeds.opml import FeedList, ListBuilder, ListedFeed
from reader.text.safety import clean_line, is_clean
from reader.text.urls import absolute

_WORD: Final = re.compile(r'"((?:[^"\\]|\\.)*)"?|(\S+)')
_EXCERPT: Final = 80


def parse_newsboat_urls(data: bytes) -> FeedList:
    """Return the feeds of a ``urls`` file.

    Raises:
        FeedError: if it is too large, or no text.
    """
    if len(data) > DOCUMENT_LIMIT:
        raise FeedError(f"it is larger than {DOCUMENT_LIMIT // 1_000_000} MB")
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FeedError("it is no text")
    text, remark = decode(data)
    found = ListBuilder([remark] if remark else [])
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            _take(line, number, found)
    return found.finish()


def _take(line: str, number: int, found: ListBuilder) -> None:
    """Take the feed of one line, if it names one."""
    address, *tags = _words(line)
    low = address.lower()
    if low.startswith("query:"):
        name = clean_line(address[6:], _EXCERPT)
        found.remark(f"line {number}: the query feed «{name}» was not taken over: its query language is another")
        return
    if low.startswith(("http://", "https://")):
        url = absolute("", address, userinfo=True)
    else:
        url = address if low.startswith("file:///") and is_clean(address) and len(address) < 4_000 else ""
    if not url:
        found.refuse(f"line {number}: {address}" if not low.startswith(("exec:", "filter:")) else address)
        return
    if any(tag.startswith("!") for tag in tags):
        found.remark(f"line {number}: newsboat hides this feed; it is shown here")
    title = next((tag[1:] for tag in tags if tag.startswith("~")), "")
    folder = next((tag for tag in tags if tag and not tag.startswith(("~", "!"))), "")
    found.add(ListedFeed(url, clean_line(title, TITLE_LIMIT), clean_line(folder, LABEL_LIMIT)))


def _words(line: str) -> list[str]:
    """Return the words of a line; a ``#`` that begins a word ends the line."""
    words = []
    for match in _WORD.finditer(line):
        if match[2] and match[2].startswith("#"):
            break
        words.append(re.sub(r"\\(.)", r"\1", match[1]) if match[1] is not None else match[2])
    return words or [""]
