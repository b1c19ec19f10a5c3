"""Lists of subscriptions as OPML, in and out.

Only http(s) addresses are taken, and paths and ``file:`` addresses of files beside or below the list; whether there is
such a file is for the reader of the list to find out. Some readers write commands into OPML (newsboat's ``|command``,
``exec:`` and ``filter:``; its PR #3400 calls running them on import a remote code execution): here such lines become
remarks and nothing else. Lists come from many programs and are often damaged, so they go through the same repair as
feeds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from reader.feeds.decoding import decode
from reader.feeds.faults import DOCUMENT_LIMIT, FeedError
from reader.feeds.fields import LABEL_LIMIT, TITLE_LIMIT, plain_line, unescape, web_address
from reader.feeds.markup import parse_xml
from reader.model.feed import Subscription
from reader.text.safety import clean_line, is_clean
from reader.text.urls import absolute

if TYPE_CHECKING:
    from lxml.etree import _Element

LISTED_LIMIT: Final = 20_000
"""Feeds taken from one list; nobody follows so many."""
FOLDER_MARK: Final = " / "
"""What joins the names of nested folders into one."""
_COMMAND: Final = re.compile(r"\s*(?:\||exec:|filter:)", re.IGNORECASE)
_PATH: Final = re.compile(r"(?:file:///|(?![/\\~|]))[^:]{1,1000}")
"""A path from the list to a file: neither an address nor absolute, unless it is written ``file:///``."""
_EXCERPT: Final = 60

_SHOWN: Final = 10
"""Remarks that are kept of one list."""


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """One feed in a list of subscriptions."""

    url: str
    """http(s) address; for newsboat's lists also a ``file:`` address."""
    title: str = ""
    folder: str = ""
    """Names of nested folders are joined with `` / ``; empty: at the top."""


@dataclass(frozen=True, slots=True)
class FeedList:
    """A list of subscriptions, read."""

    feeds: tuple[ListedFeed, ...] = ()
    """Each address once, in the order of the list."""
    remarks: tuple[str, ...] = ()
    """One clear line for each thing that could not be taken over."""
    title: str = ""
    beside: tuple[ListedFeed, ...] = ()
    """Feed files beside or below the list; ``url`` is the path from the list or ``file:`` address, as written there."""


def parse_opml(data: bytes) -> FeedList:
    """Return the feeds that an OPML document lists.

    Raises:
        FeedError: if it is no OPML; its text is one clear line.
    """
    if len(data) > DOCUMENT_LIMIT:
        raise FeedError(f"it is larger than {DOCUMENT_LIMIT // 1_000_000} MB")
    text, remark = decode(data)
    if not text.strip("\ufeff \t\r\n\0"):
        raise FeedError("it is empty")
    root, damage = parse_xml(text)
    if _local(root) != "opml":
        raise FeedError(f"it is no list of feeds (OPML): its outermost element is {clean_line(_local(root), 40)}")
    found = ListBuilder([line for line in (remark, damage) if line])
    body = next((child for child in root if _local(child) == "body"), root)
    for node, folder in _outlines(body):
        _take(node, folder, found)
    title = next((node.text or "" for node in root.iter("{*}title")), "")
    return found.finish(plain_line(title))


def write_opml(subscriptions: Iterable[Subscription], title: str = "Subscriptions") -> str:
    """Return subscriptions as an OPML 2.0 document, by folder; local files are left out, and passwords in addresses."""
    folders: dict[str, list[Subscription]] = {}
    for subscription in subscriptions:
        if absolute("", subscription.url):
            folders.setdefault(subscription.folder, []).append(subscription)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head>",
        f"    <title>{_attribute(title)[1:-1]}</title>",
        "  </head>",
        "  <body>",
    ]
    for folder in sorted(folders, key=lambda name: (name != "", name.casefold())):
        lines += [f"    <outline text={_attribute(folder)}>"] if folder else []
        lines += [("      " if folder else "    ") + _outline(subscription) for subscription in folders[folder]]
        lines += ["    </outline>"] if folder else []
    return "\n".join([*lines, "  </body>", "</opml>", ""])


class ListBuilder:
    """A list of subscriptions on its way: each address once, remarks within bounds."""

    def __init__(self, remarks: Iterable[str] = ()) -> None:
        self._feeds: dict[str, ListedFeed] = {}
        self._beside: dict[str, ListedFeed] = {}
        self._remarks = list(remarks)
        self._left_out = 0

    def add(self, feed: ListedFeed) -> None:
        """Take a feed, unless its address was listed before."""
        self._take(feed, self._feeds)

    def add_beside(self, feed: ListedFeed) -> None:
        """Take a feed file by its path from the list."""
        self._take(feed, self._beside)

    def _take(self, feed: ListedFeed, taken: dict[str, ListedFeed]) -> None:
        """Take a feed once, as long as the list is within bounds."""
        if len(self._feeds) + len(self._beside) < LISTED_LIMIT:
            taken.setdefault(feed.url, feed)
        else:
            self._left_out += 1

    def remark(self, line: str) -> None:
        """Note what could not be taken over."""
        self._remarks.append(line)

    def refuse(self, address: str, title: str = "") -> None:
        """Note an address that is not followed."""
        what = "a command, which is never run" if _COMMAND.match(address) else "no http(s) address"
        name = f" ({clean_line(title, _EXCERPT)})" if title else ""
        self.remark(f"left out: «{clean_line(address, _EXCERPT)}»{name} is {what}")

    def finish(self, title: str = "") -> FeedList:
        """Return the list."""
        remarks = first_remarks(self._remarks)
        if self._left_out:
            remarks.append(f"only the first {LISTED_LIMIT} feeds were taken, {self._left_out} left out")
        return FeedList(tuple(self._feeds.values()), tuple(remarks), title, tuple(self._beside.values()))


def first_remarks(remarks: Sequence[str]) -> list[str]:
    """Return the first remarks and, where there are more, how many."""
    more = len(remarks) - _SHOWN
    return [*remarks[:_SHOWN], *([f"… and {more} more"] if more > 0 else [])]


def _outlines(body: "_Element") -> Iterator[tuple["_Element", str]]:
    """Yield every outline with the folder it stands in, in the order of the document."""
    waiting = [(node, "") for node in reversed(body)]
    while waiting:
        node, folder = waiting.pop()
        if _local(node) != "outline":
            waiting += [(child, folder) for child in reversed(node)]
            continue
        yield node, folder
        if len(node):
            values = _values(node)
            name = (
                "" if values.get("xmlurl") else plain_line(values.get("text") or values.get("title") or "", LABEL_LIMIT)
            )
            inner = FOLDER_MARK.join(part for part in (folder, name) if part)[:LABEL_LIMIT]
            waiting += [(child, inner) for child in reversed(node)]


def _take(node: "_Element", folder: str, found: ListBuilder) -> None:
    """Take the feed of one outline, if it is one."""
    values = _values(node)
    kind = values.get("type", "").strip().lower()
    address = values.get("xmlurl", "") or (values.get("url", "") if kind in ("rss", "atom", "rdf", "pie") else "")
    if kind in ("include", "source") or not address.strip():
        listed = clean_line(values.get("url", "") or address, _EXCERPT)
        if kind in ("include", "source") and listed:
            found.remark(f"left out: another list at «{listed}»")
        return
    title = clean_line(unescape(values.get("title") or values.get("text") or ""), TITLE_LIMIT)
    url = absolute("", web_address(address))
    is_path = _PATH.fullmatch(address.strip()) is not None and is_clean(address)
    if _COMMAND.match(address) or not (url or is_path):
        found.refuse(address, title)
        return
    if command := values.get("filtercmd", "").strip():
        found.remark(
            f"the filter command of {clean_line(title or url, _EXCERPT)} was not taken over: "
            f"«{clean_line(command, _EXCERPT)}»"
        )
    feed = ListedFeed(url or address.strip(), title, folder or _category(values.get("category", "")))
    (found.add if url else found.add_beside)(feed)


def _category(text: str) -> str:
    """Return the folder that the first category of a feed names (``/News/World,/Other``)."""
    first = text.split(",")[0]
    return FOLDER_MARK.join(plain_line(part, LABEL_LIMIT) for part in first.split("/") if part.strip())[:LABEL_LIMIT]


def _values(node: "_Element") -> dict[str, str]:
    """Return the attributes of an outline by lower-case names."""
    return {str(name).rpartition("}")[2].lower(): str(value) for name, value in node.attrib.items()}


def _local(node: "_Element") -> str:
    """Return the name of an element without namespace and prefix, in lower case."""
    return str(node.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _outline(subscription: Subscription) -> str:
    """Return one subscription as an outline element."""
    title = _attribute(subscription.title)
    site = f" htmlUrl={_attribute(subscription.site_url)}" if subscription.site_url else ""
    return f'<outline type="rss" text={title} title={title} xmlUrl={_attribute(absolute("", subscription.url))}{site}/>'


def _attribute(text: str) -> str:
    """Return a text as a quoted attribute of XML."""
    return quoteattr(clean_line(text), {'"': "&quot;"})
