"""The values of a feed's elements, cleaned: lines, HTML, names, identities, credits."""

import hashlib
import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from html.entities import html5
from typing import Final

from reader.feeds.faults import LIST_LIMIT
from reader.lexicon.outlets import known_outlets
from reader.model.entry import CreditElement, Enclosure, Entry
from reader.text.safety import clean_block, clean_line, is_clean
from reader.text.urls import absolute, same_page

TITLE_LIMIT: Final = 1_000
AUTHOR_LIMIT: Final = 300
GUID_LIMIT: Final = 2_000
"""Characters of an identity; a longer one is kept as its hash."""
LABEL_LIMIT: Final = 200
"""Characters of a category, a language, a media type."""

_ENTITY: Final = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}))|([A-Za-z][A-Za-z0-9]{1,30}));")
_NUMBERED: Final = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
_HIDDEN: Final = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_INLINE: Final = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|"
    "sup|tt|u|var|wbr"
)
_BLOCK: Final = (
    "address|article|blockquote|br|center|dd|div|dl|dt|figure|figcaption|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|"
    "tr|ul"
)
_INLINE_TAG: Final = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG: Final = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKED_UP: Final = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_MAIL_NAME: Final = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\s*\(\s*(.+?)\s*\)\Z")
_NAME_MAIL: Final = re.compile(r"\"?(.+?)\"?\s*[<(]\s*(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+\s*[>)]\Z")


def unescape(text: str) -> str:
    """Return text with complete character references read once (``&copy=2`` without a semicolon stays as it is)."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def plain_line(markup: str, limit: int = TITLE_LIMIT) -> str:
    """Return a title that may hold HTML as one clean line: its tags out, references read, ``a < b`` kept."""
    if "<" in markup:
        markup = _BLOCK_TAG.sub(" ", _INLINE_TAG.sub("", _HIDDEN.sub("", markup[: 50 * limit])))
    return clean_line(unescape(markup), limit)


def clean_html(markup: str) -> str:
    """Return HTML without hostile characters, also those written as references; text without any markup is escaped."""
    markup = clean_block(markup).strip()
    if not _MARKED_UP.search(markup):
        return text_as_html(markup)
    return _NUMBERED.sub(_harmless, markup) if "&#" in markup else markup


def text_as_html(text: str) -> str:
    """Return plain text as HTML, its paragraphs kept apart."""
    text = clean_block(text).strip()
    paragraphs = [html.escape(p.strip(), quote=False).replace("\n", "<br>\n") for p in re.split(r"\n[ \t]*\n", text)]
    return paragraphs[0] if len(paragraphs) == 1 else "\n".join(f"<p>{p}</p>" for p in paragraphs if p)


def person(text: str) -> str:
    """Return the name of an author: ``Jo Doe`` for ``jo@a.example (Jo Doe)`` and ``Jo Doe <jo@a.example>``."""
    line = plain_line(text, AUTHOR_LIMIT)
    match = _MAIL_NAME.match(line) or _NAME_MAIL.match(line)
    return match[1].strip() if match else line


def join_names(names: Iterable[str]) -> str:
    """Return several authors as one byline, each once."""
    return clean_line(", ".join(dict.fromkeys(name for name in names if name)), AUTHOR_LIMIT)


def labels(texts: Iterable[str]) -> tuple[str, ...]:
    """Return categories, each once, in their order."""
    found = dict.fromkeys(plain_line(text, LABEL_LIMIT) for text in texts)
    return tuple([label for label in found if label][:LIST_LIMIT])


def first_address(base: str, candidates: Iterable[str]) -> str:
    """Return the first candidate that is an http(s) address, absolute; empty if none is."""
    return next((url for candidate in candidates if candidate and (url := absolute(base, candidate))), "")


def web_address(address: str) -> str:
    """Return an address without the ``feed:`` that some pages and lists put in front of it."""
    address = address.strip()
    if address[:5].lower() != "feed:":
        return address
    return "http:" + address[5:] if address[5:7] == "//" else address[5:]


def make_guid(given: str, url: str, title: str, dated_at: datetime | None, body: str) -> str:
    """Return the identity of an entry in its feed: what the feed gives, else the address, else a hash.

    The hash is of title and date; the body, which is edited more often, only stands in for a title.
    """
    guid = clean_line(given, GUID_LIMIT + 1) or url
    if guid and len(guid) <= GUID_LIMIT:
        return guid
    return _hash(given if guid else f"{title or body}\n{dated_at.isoformat() if dated_at else ''}")


def distinct(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries of which no two have one identity: those that share it get it lengthened, true doubles go once.

    The lengthening depends on address, title and date only, so that it is the same after the next fetch.
    """
    shared: dict[str, set[tuple[str, str, datetime | None]]] = {}
    for entry in entries:
        shared.setdefault(entry.guid, set()).add((entry.url, entry.title, entry.published_at))
    if len(shared) == len(entries):
        return tuple(entries)
    kept: dict[str, Entry] = {}
    for entry in entries:
        if len(shared[entry.guid]) > 1:
            mark = f"{entry.url}\n{entry.title}\n{entry.published_at or ''}"
            entry = replace(entry, guid=f"{entry.guid[: GUID_LIMIT - 40]} {_hash(mark)[-24:]}")
        kept.setdefault(entry.guid, entry)
    return tuple(kept.values())


def make_enclosure(base: str, url: str, media_type: str, length: str) -> Enclosure | None:
    """Return an enclosure; None if it has no http(s) address."""
    address = absolute(base, url)
    digits = length.strip()
    size = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None
    return Enclosure(address, clean_line(media_type, LABEL_LIMIT), size) if address else None


def each_once(enclosures: Iterable[Enclosure | None]) -> tuple[Enclosure, ...]:
    """Return enclosures, each address once, in their order."""
    found: dict[str, Enclosure] = {}
    for enclosure in enclosures:
        if enclosure is not None:
            found.setdefault(enclosure.url, enclosure)
    return tuple(found.values())[:LIST_LIMIT]


class Credits:
    """The outlets that the elements of one feed name as origins; the feed itself is never among them."""

    def __init__(self, feed_title: str, addresses: Iterable[str]) -> None:
        self._own_title = feed_title.casefold()
        self._own_addresses = [address for address in addresses if address]

    def credit(self, element: str, name: str, url: str = "") -> CreditElement | None:
        """Return the credit that an element gives; None if it is empty or names the feed itself."""
        name = plain_line(name, AUTHOR_LIMIT)
        if not name and not url:
            return None
        if name and name.casefold() == self._own_title:
            return None
        if url and any(same_page(url, own) for own in self._own_addresses):
            return None
        return CreditElement(element, name, url)

    def creator(self, name: str) -> CreditElement | None:
        """Return the credit of a ``dc:creator`` that is an outlet known by name; a person gives none."""
        return self.credit("creator", name) if known_outlets().find(plain_line(name, AUTHOR_LIMIT)) else None


def _character(match: re.Match[str]) -> str:
    """Return the character of a reference, or the reference where there is none."""
    hexadecimal, decimal, name = match.groups()
    if name:
        return html5.get(f"{name};", match[0])
    return html.unescape(match[0]) if _number(hexadecimal, decimal) > 0x1F else _control(_number(hexadecimal, decimal))


def _control(code: int) -> str:
    """Return a control character, which `html.unescape` leaves out: the escape sequence it opens must go as a whole."""
    return chr(code) if code else "\ufffd"


def _number(hexadecimal: str | None, decimal: str | None) -> int:
    """Return the code of a numbered character reference."""
    return int(hexadecimal, 16) if hexadecimal else int(decimal or "0")


def _harmless(match: re.Match[str]) -> str:
    """Return a numbered reference, or nothing if it stands for a hostile character."""
    code = _number(match[1], match[2])
    if 0x80 <= code <= 0x9F:
        return html.unescape(f"&#{code};") if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else ""
    return match[0] if code <= 0x10FFFF and (is_clean(chr(code)) or 0xFE00 <= code <= 0xFE0F) else ""


def _hash(text: str) -> str:
    """Return a short stable name for a text."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]
