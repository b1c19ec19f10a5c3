"""The elements of a feed document by plain names, whatever namespaces and prefixes it writes them with."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from reader.feeds.markup import C0_SHIFT
from reader.text.urls import absolute

if TYPE_CHECKING:
    from lxml.etree import _Element

Children = dict[str, list["_Element"]]
"""Child elements by name (``title``, ``dc:creator``), in the order of the document."""

_NAMESPACES: Final = {  # in lower case, https as http, without the last "/" or "#"
    "http://www.w3.org/2005/atom": "atom:",
    "http://purl.org/atom/ns": "atom:",
    "http://purl.org/dc/elements/1.0": "dc:",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://purl.org/dc/terms": "dcterms:",
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://purl.org/rss/1.0/modules/syndication": "sy:",
    "http://search.yahoo.com/mrss": "media:",
    "http://search.yahoo.com/rss": "media:",
    "http://video.search.yahoo.com/mrss": "media:",
    "http://www.rssboard.org/media-rss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/xml/1998/namespace": "xml:",
    "http://purl.org/rss/1.0": "",
    "http://purl.org/net/rss1.1": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss091": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://cyber.law.harvard.edu/rss": "",
}
_PREFIXES: Final = frozenset(_NAMESPACES.values()) - {""}
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SHIFTED: Final = re.compile(f"[{chr(C0_SHIFT)}-{chr(C0_SHIFT + 31)}]")
_OPENING: Final = re.compile(r"<([^\s<>/]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_LINKS: Final = re.compile(r"""(<[^<>]*?\s(?:href|src)\s*=\s*)(["'])([^"'<>]*)\2""", re.IGNORECASE)


class Document:
    """A parsed document: its elements by plain names, their texts, and the address that relative links start from."""

    def __init__(self, root: "_Element", url: str = "", *, damaged: bool = False) -> None:
        self.root = root
        self.url = url
        """Where the document was fetched; empty if unknown."""
        self._damaged = damaged
        self._names: dict[str, str] = {}
        home = _namespace(str(root.tag))
        self._home = home if _NAMESPACES.get(home or "") != "rdf:" else "-"
        self._has_base = next(root.iterfind(f".//*[@{_BASE}]"), None) is not None or _BASE in root.attrib
        self.kind = self.name(root)
        """Name of the root: ``rss``, ``rdf:rdf``, ``feed``, ``html``, ..."""

    def name(self, element: "_Element") -> str:
        """Return the plain name of an element, in lower case; of an unknown namespace it begins with ``?``."""
        tag = str(element.tag)
        known = self._names.get(tag)
        if known is None:
            known = self._names[tag] = self._plain(tag)
        return known

    def speaks_rss(self) -> bool:
        """Tell whether the root declares RSS as the language of what stands in it (an empty feed in RDF)."""
        return _NAMESPACES.get(_namespace(f"{{{self.root.nsmap.get(None) or '-'}}}") or "") == ""

    def children(self, element: "_Element") -> Children:
        """Return the child elements by name."""
        found: Children = {}
        for child in element:
            found.setdefault(self.name(child), []).append(child)
        return found

    def text(self, element: "_Element") -> str:
        """Return the text inside an element, without the tags in it."""
        return self._restored("".join(element.itertext()) if len(element) else element.text or "")

    def markup(self, element: "_Element") -> str:
        """Return what stands inside an element as HTML, whether it was escaped or stands there as elements."""
        return self._restored(_inner_html(element) if len(element) else element.text or "")

    def media(self, entry: "_Element", what: str) -> tuple[str, bool]:
        """Return the first Media RSS ``title`` or ``description`` inside an entry, and whether it is HTML."""
        for node in entry.iter(f"{{*}}{what}"):
            if self.name(node) == f"media:{what}" and (text := self.markup(node)).strip():
                return text, node.get("type", "").strip().lower() == "html"
        return "", False

    def base(self, element: "_Element") -> str:
        """Return the address that ``xml:base`` sets for an element; empty where nothing sets one."""
        if not self._has_base:
            return ""
        bases = [value for node in (element, *element.iterancestors()) if (value := node.get(_BASE))]
        base = self.url
        for value in reversed(bases):
            try:
                base = urljoin(base, value.strip())
            except ValueError:
                continue
        return base if bases else ""

    def language(self, element: "_Element") -> str:
        """Return the language that ``xml:lang`` gives the element itself; empty where it gives none."""
        return element.get(_LANG, "")

    def resolved(self, html: str, element: "_Element") -> str:
        """Return HTML of an element with the links in it made absolute, where ``xml:base`` says against what."""
        base = self.base(element)
        if not base:
            return html
        return _LINKS.sub(lambda m: f"{m[1]}{m[2]}{absolute(base, m[3]) or m[3]}{m[2]}", html)

    def _plain(self, tag: str) -> str:
        """Return the plain name of a tag in lxml's notation."""
        local = tag.rpartition("}")[2].lower()
        namespace = _namespace(tag)
        if namespace == self._home or namespace is None:  # the document's own language, however it is called
            prefix, _, rest = local.partition(":")
            return rest if rest and f"{prefix}:" not in _PREFIXES else local
        prefix = _NAMESPACES.get(namespace, "atom:" if namespace.startswith("http://purl.org/atom/ns") else "?")
        return prefix + local

    def _restored(self, text: str) -> str:
        """Return text with the controls back that XML cannot hold, for them to be cleaned as what they are."""
        return _SHIFTED.sub(lambda m: chr(ord(m[0]) - C0_SHIFT), text) if self._damaged else text


def _namespace(tag: str) -> str | None:
    """Return the namespace of a tag in one spelling; None if it has none."""
    if not tag.startswith("{"):
        return None
    return tag[1:].partition("}")[0].lower().strip().replace("https://", "http://").rstrip("/#")


def _inner_html(element: "_Element") -> str:
    """Return the content of an element with elements in it, as HTML without namespaces."""
    from lxml import etree

    for node in element.iterdescendants():
        tag = str(node.tag)
        if tag[0] == "{" or ":" in tag:
            with suppress(ValueError):  # a name that the parser let through and the tree would not take back
                node.tag = tag.rpartition("}")[2].rpartition(":")[2]
        if node.attrib:
            for name in [name for name in node.attrib if str(name)[0] == "{"]:
                del node.attrib[name]
    etree.cleanup_namespaces(element)
    whole = etree.tostring(element, method="html", encoding="unicode", with_tail=False)
    opening = _OPENING.match(whole)
    if opening and whole.endswith(f"</{opening[1]}>"):
        return whole[opening.end() : -len(opening[1]) - 3]
    return "".join(element.itertext())  # an element that HTML never closes, such as link: no place for markup
