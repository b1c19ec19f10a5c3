"""The element tree behind the text of an XML document, repaired where it is damaged.

Well-formed documents are parsed as they are. The others are repaired first, the way their authors meant them: bare
``&`` and ``<`` become text, the named characters of HTML are put in, tags that were never closed are closed, a
document that breaks off ends there. Entities that a document declares itself are put in only where they are short and
plain; the document type is then taken off, so that nothing can grow and no other file is ever asked for.

Measured with lxml 6.1.3 (libxml2 2.14.6) on one core: every hostile shape we could think of (500,000 open tags, 100,000
attributes or namespace declarations, millions of ``<`` or ``&``) takes at most about three seconds and 230 MB, since
libxml2 stops at a depth of 256 and texts of 10 million characters, and what is larger than the limits below is refused;
feedparser 6.0.14 takes over 40 s for several of them.
"""

import re
from collections.abc import Callable
from html.entities import html5
from typing import TYPE_CHECKING, Final

from reader.feeds.faults import FeedError

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

C0_SHIFT: Final = 0x10F700
"""Where controls that XML cannot hold stand while the tree is built (private use), to be removed as a whole later."""

TAG_LIMIT: Final = 1_000_000
"""Tags that are read: a megabyte of the most finely tagged of 700 feeds has 55,000, and 20 megabytes is the limit."""
REPAIR_LIMIT: Final = 600_000
"""Tags and references of a document that is still repaired; it bounds the time to about three seconds."""

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*>")
_OPENING: Final = re.compile(r"<(?:(!DOCTYPE)\b|[A-Za-z])", re.IGNORECASE)
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\b[^\[>]*(?:\[((?:[^\]\"']|\"[^\"]*\"|'[^']*')*)\]\s*)?>", re.IGNORECASE)
_DOCTYPE_WITHIN: Final = 200_000
_ENTITY: Final = re.compile(r"""<!ENTITY\s+([A-Za-z_][\w.\-]{0,40})\s+(?:"([^"&<%]{0,200})"|'([^'&<%]{0,200})')\s*>""")
_FRONT: Final = re.compile(
    r"[\s\ufeff\0]*<(?:(?P<name>[A-Za-z_][\w:.\-]*)|(?P<comment>!--)|!doctype\s+(?P<doctype>[\w:\-]+)|[!?])",
    re.IGNORECASE,
)
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CDATA: Final = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))", re.DOTALL)
_LOOSE: Final = re.compile(
    r"&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?|([A-Za-z][A-Za-z0-9.\-_]{0,40});)?|<(?![A-Za-z_!?/])"
)
_XML_NAMES: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_TAG: Final = re.compile(
    r"<(?:/\s*(?P<end>[A-Za-z_][\w:.\-]*)[^<>]*>"
    r"|(?P<start>[A-Za-z_][\w:.\-]*)(?P<rest>(?:\"[^\"<]*\"|'[^'<]*'|[^<>\"'])*>|[^<>]*>?)"
    r"|(?P<other>[!?][^<>]*>?)|)"
)
_ATTRIBUTE: Final = re.compile(r"""([A-Za-z_][\w:.\-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>=]+))""")
_VOID: Final = frozenset({"br", "hr", "img", "wbr", "input"})
_ENTRY_TAGS: Final = frozenset({"item", "entry"})
_DEPTH: Final = 250
"""Open elements at most; libxml2 stops at 256."""


def parse_xml(text: str) -> tuple["_Element", str]:
    """Return the root element of a document and a remark (empty where it was well-formed).

    Raises:
        FeedError: if there is no element in it.
    """
    from lxml import etree

    text, entities = _without_prolog(text)
    body = text.lstrip()
    start = body.find("<")
    if start < 0:
        raise FeedError("it is neither XML nor JSON")
    remark = "there is text in front of the document" if start else ""
    body = body[start:]
    if body.count("<") > TAG_LIMIT:
        raise FeedError(f"it has more than {TAG_LIMIT:,} tags")
    if not entities:
        try:
            return etree.fromstring(body.encode("utf-8", "replace"), _parser(recover=False)), remark
        except etree.XMLSyntaxError as error:
            remark = f"damaged XML at line {error.lineno or 1}, read as far as it goes"
    if body.count("<") + body.count("&") > REPAIR_LIMIT:
        raise FeedError("it is damaged, and too large to be repaired")
    try:
        root = etree.fromstring(_repair(body, entities).encode(), _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise FeedError("it is neither XML nor JSON")
    return root, remark


def _without_prolog(text: str) -> tuple[str, dict[str, str]]:
    """Return a document without declaration and document type, and the short entities that it declared."""
    text = text.removeprefix("\ufeff")
    if declaration := _DECLARATION.match(text):
        text = text[declaration.end() :]
    opening = _OPENING.search(text)
    doctype = _DOCTYPE.match(text, opening.start(), _DOCTYPE_WITHIN) if opening and opening[1] else None
    if doctype is None:
        return text, {}
    entities = {match[1]: match[2] or match[3] or "" for match in _ENTITY.finditer(doctype[1] or "")}
    return text[: doctype.start()] + text[doctype.end() :], entities


def _repair(body: str, entities: dict[str, str]) -> str:
    """Return a damaged document as one that is (nearly) well-formed; linear in its length."""
    body = _UNFIT.sub(lambda match: _shifted(ord(match[0])), body)
    pieces: list[str] = []
    balance = _Balance(pieces.append)
    for position, piece in enumerate(_CDATA.split(body)):
        if position % 2 == 0:
            balance.feed(_LOOSE.sub(lambda match: _settled(match, entities), piece))
        elif piece.startswith("<!["):
            pieces.append(piece if piece.endswith("]]>") else piece.removesuffix("]") + "]]>")
    balance.finish()
    return "".join(pieces)


def _shifted(code: int) -> str:
    """Return what stands for a character that XML cannot hold."""
    return chr(C0_SHIFT + code) if code < 0x20 else "\ufffd"


def _settled(match: re.Match[str], entities: dict[str, str]) -> str:
    """Return a character reference that holds everywhere, or the sign itself as text."""
    hexadecimal, decimal, name = match.groups()
    if hexadecimal or decimal:
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if 0x80 <= code <= 0x9F:  # meant as Windows-1252, as in HTML
            return bytes([code]).decode("cp1252", "replace")
        if code < 0x20 and code not in (9, 10, 13):
            return _shifted(code)
        return f"&#{code};" if code < 0xD800 or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF else "\ufffd"
    if match[0] == "&":
        return "&amp;"
    if name in _XML_NAMES:
        return match[0]
    value = entities.get(name or "") or html5.get(f"{name};", "")
    return _escaped(value or match[0]) if match[0] != "<" else "&lt;"


def _escaped(text: str) -> str:
    """Return text as it stands in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Balance:
    """The tags of a document on their way through: what was left open is closed, what was never open is dropped."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._open: list[str] = []
        self._counts: dict[str, int] = {}

    def feed(self, piece: str) -> None:
        """Pass on a piece of text with its tags balanced."""
        at = 0
        for match in _TAG.finditer(piece):
            self._write(piece[at : match.start()])
            at = match.end()
            if match["end"]:
                if self._counts.get(match["end"].lower()) and (len(self._open) > 1):
                    self._close(match["end"].lower())
            elif match["start"]:
                self._start(match["start"], match["rest"])
            elif not match["other"]:
                self._write("&lt;")
        self._write(piece[at:])

    def finish(self) -> None:
        """Close what is open."""
        while self._open:
            self._pop()

    def _start(self, name: str, rest: str) -> None:
        """Pass on an opening tag; an entry inside an entry closes the one before."""
        key = name.lower()
        if key in _ENTRY_TAGS and self._counts.get(key):
            self._close(key)
        empty = rest.endswith("/>") or key in _VOID
        if not empty and len(self._open) >= _DEPTH:
            return
        values = {m[1]: m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(rest)}
        attributes = "".join(f' {n}="{v.replace(chr(34), "&quot;")}"' for n, v in values.items())
        self._write(f"<{name}{attributes}{'/' if empty else ''}>")
        if not empty:
            self._open.append(name)
            self._counts[key] = self._counts.get(key, 0) + 1

    def _close(self, key: str) -> None:
        """Close elements up to the innermost of this name; the root stays open, for what may follow it."""
        while len(self._open) > 1:
            if self._pop() == key:
                return

    def _pop(self) -> str:
        """Close the innermost element and return its name in lower case."""
        name = self._open.pop()
        self._counts[name.lower()] -= 1
        self._write(f"</{name}>")
        return name.lower()


def first_tag(text: str) -> str:
    """Return the name of the first element in lower case (``html`` also for HTML's document type), or nothing.

    Blanks, comments, instructions and document types in front of it are passed over one by one: one expression for
    them all could be made to try every way of dividing them.
    """
    at = 0
    while match := _FRONT.match(text, at):
        if match["name"]:
            return match["name"].lower()
        if match["doctype"] and match["doctype"].lower() == "html":
            return "html"
        close = "-->" if match["comment"] else ">"
        if match["doctype"] and "[" in text[match.end() : text.find(">", match.end())]:
            close = "]>"
        end = text.find(close, match.end())
        if end < 0:
            break
        at = end + len(close)
    return ""


def _parser(*, recover: bool) -> "XMLParser":
    """Return a parser that opens nothing and expands nothing."""
    from lxml import etree

    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
