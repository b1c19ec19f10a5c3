"""Atom 1.0 (RFC 4287) and 0.3 -> Feed."""

import base64
import binascii
from typing import TYPE_CHECKING, Final

from reader.feeds.dates import parse_date
from reader.feeds.elements import Children, Document
from reader.feeds.faults import ENTRY_LIMIT, LIST_LIMIT
from reader.feeds.fields import (
    LABEL_LIMIT,
    TITLE_LIMIT,
    Credits,
    clean_html,
    distinct,
    each_once,
    first_address,
    join_names,
    labels,
    make_enclosure,
    make_guid,
    person,
    plain_line,
    text_as_html,
)
from reader.model.entry import CreditElement, Enclosure, Entry
from reader.model.feed import Feed, FeedFormat
from reader.text.safety import clean_line
from reader.text.urls import absolute, same_page

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT_TYPES: Final = frozenset({"", "text", "text/plain", "plain"})
_HTML_TYPES: Final = frozenset({"html", "text/html", "text/x-html"})
_XHTML_TYPES: Final = frozenset({"xhtml", "application/xhtml+xml"})


def parse_atom(document: Document) -> Feed:
    """Return the feed of an Atom document; a document that is one entry gives a feed of one."""
    root = document.root
    if document.kind == "entry":
        nodes = [root]
    else:
        nodes = [node for node in root.iter("{*}entry", "{*}Entry") if document.name(node) == "entry"]
    reader = _Reader(document)
    remarks = [f"only the first {ENTRY_LIMIT} of {len(nodes)} entries were read"] if len(nodes) > ENTRY_LIMIT else []
    return Feed(
        format=FeedFormat.ATOM,
        title=reader.title,
        site_url=reader.site_url,
        description=reader.line("subtitle", "tagline", "info"),
        language=reader.language,
        entries=distinct([reader.entry(node) for node in nodes[:ENTRY_LIMIT]]),
        remarks=tuple(remarks),
    )


class _Reader:
    """One Atom document on its way into the model."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._feed: Children = {} if document.kind == "entry" else document.children(document.root)
        self.title = self.line("title")
        self.site_url = self._page(self._feed)
        self.language = clean_line(document.language(document.root), LABEL_LIMIT)
        self._own = [document.url, self.site_url, *self._links(self._feed, "self")]
        self._id = self._text(self._feed, "id").strip()
        self._credits = Credits(self.title, self._own)
        self._authors = self._people(self._feed)

    def line(self, *names: str) -> str:
        """Return the first text of the feed under one of these names, as one line."""
        return self._line(self._feed, *names)

    def entry(self, node: "_Element") -> Entry:
        """Return one entry."""
        fields = self._document.children(node)
        title = self._line(fields, "title", "dc:title") or plain_line(self._document.media(node, "title")[0])
        given = self._text(fields, "id", "guid").strip()
        url = first_address("", (self._text(fields, "feedburner:origlink"), self._page(fields), given))
        published_at = parse_date(self._text(fields, "published", "issued", "created", "dc:date", "pubdate"))
        updated_at = parse_date(self._text(fields, "updated", "modified", "dcterms:modified"))
        full, summary = self._bodies(node, fields)
        return Entry(
            guid=make_guid(self._identity(given, node), url, title, published_at or updated_at, full),
            title=title,
            url=url,
            author=self._people(fields) or self._source_people(fields) or self._authors,
            published_at=published_at or updated_at,
            updated_at=updated_at,
            html=full,
            summary_html=summary,
            credit_elements=self._credit_elements(fields),
            categories=labels(
                [n.get("label") or n.get("term") or self._document.text(n) for n in fields.get("category", ())]
                + [self._document.text(n) for n in fields.get("dc:subject", ())]
            ),
            enclosures=each_once(self._enclosures(fields)),
            language=clean_line(self._language(node, fields), LABEL_LIMIT),
        )

    def _identity(self, given: str, node: "_Element") -> str:
        """Return an id as it is compared; a relative one (no id at all, by the standard) is made absolute."""
        base = self._document.base(node)
        return absolute(base, given) or given if base and given and ":" not in given else given

    def _language(self, node: "_Element", fields: Children) -> str:
        """Return the language of an entry, where it or its content names one."""
        own = self._document.language(node)
        return own or next((self._document.language(n) for n in fields.get("content", ())), "")

    def _text(self, fields: Children, *names: str) -> str:
        """Return the first text that is not empty under one of these names."""
        for name in names:
            for node in fields.get(name, ()):
                if (text := self._document.text(node)).strip():
                    return text
        return ""

    def _line(self, fields: Children, *names: str) -> str:
        """Return the first text construct that is not empty under one of these names, as one line."""
        for name in names:
            for node in fields.get(name, ()):
                kind, text = self._construct(node)
                text = text or self._document.text(node)  # of a kind that is no text, by its name
                if line := clean_line(text, TITLE_LIMIT) if kind != "html" else plain_line(text):
                    return line
        return ""

    def _construct(self, node: "_Element") -> tuple[str, str]:
        """Return the kind (``text``, ``html`` or ``other``) and the content of a text construct or content element."""
        document = self._document
        given, mode = node.get("type", "").strip().lower(), node.get("mode", "").strip().lower()
        given = given.partition(";")[0].strip()
        if mode == "base64" or (given and not given.startswith(("text", "html", "xhtml")) and "xml" not in given):
            return _decoded(document.text(node), "html" if mode == "base64" else given)
        if given in _XHTML_TYPES or (len(node) and given not in _HTML_TYPES):
            return "html", _unwrapped(document.markup(node))
        if given in _HTML_TYPES or (mode == "escaped" and given in ("", "html")):  # Atom 0.3
            return "html", document.markup(node)
        return ("text", document.text(node)) if given in _TEXT_TYPES or given.startswith("text/") else ("other", "")

    def _bodies(self, entry: "_Element", fields: Children) -> tuple[str, str]:
        """Return the fullest text of an entry as HTML, and its summary where that is another."""
        texts = []
        for name in ("content", "content:encoded", "xhtml:body", "xhtml:div", "summary"):
            for node in fields.get(name, ())[:LIST_LIMIT]:
                kind, text = self._construct(node)
                text = clean_html(self._document.resolved(text, node)) if kind == "html" else text_as_html(text)
                texts.append(text)
        texts = [text for text in texts if text]
        if not texts:
            text, is_html = self._document.media(entry, "description")
            texts = [clean_html(text) if is_html else text_as_html(text)]
        full = max(texts, key=len, default="")
        return full, next((text for text in texts if text != full), "")

    def _links(self, fields: Children, relation: str, *types: str) -> list[str]:
        """Return the addresses of one relation; with types only those, or those that name none."""
        found = []
        for node in fields.get("link", ())[: LIST_LIMIT * 2]:
            given = (node.get("rel") or "alternate").strip().lower().rpartition("/")[2]
            kind = node.get("type", "").strip().lower()
            if given == relation and (not types or not kind or kind in types):
                base = self._document.base(node) or self._document.url or getattr(self, "site_url", "")
                found.append(absolute(base, node.get("href") or self._document.text(node)))
        return [url for url in found if url]

    def _page(self, fields: Children) -> str:
        """Return the address of the page that a feed or an entry stands for."""
        pages = self._links(fields, "alternate", "text/html", "application/xhtml+xml")
        return first_address("", pages or self._links(fields, "alternate"))

    def _people(self, fields: Children) -> str:
        """Return the authors named at a feed or an entry as one byline."""
        names = []
        for node in fields.get("author", ())[:LIST_LIMIT]:
            inner = self._document.children(node)
            name = self._text(inner, "name", "email")
            names.append(person(name if inner else self._document.text(node)))
        names = [name for name in names if name] or [
            person(self._document.text(n)) for n in fields.get("dc:creator", ())
        ]
        return join_names(names)

    def _source_people(self, fields: Children) -> str:
        """Return the authors of the feed that an entry was taken from."""
        return next((self._people(self._document.children(n)) for n in fields.get("source", ())), "")

    def _credit_elements(self, fields: Children) -> tuple[CreditElement, ...]:
        """Return the outlets that an entry names as its origin."""
        found: list[CreditElement | None] = []
        for node in fields.get("source", ())[:LIST_LIMIT]:
            inner = self._document.children(node)
            own = self._links(inner, "self")
            identity = self._text(inner, "id").strip()
            if (identity and identity == self._id) or any(same_page(a, b) for a in own for b in self._own):
                continue
            found.append(
                self._credits.credit("source", self._line(inner, "title"), self._page(inner) or next(iter(own), ""))
            )
        for node in fields.get("link", ())[: LIST_LIMIT * 2]:
            if node.get("rel", "").strip().lower().rpartition("/")[2] == "via":
                base = self._document.base(node) or self._document.url
                found.append(self._credits.credit("via", node.get("title", ""), absolute(base, node.get("href", ""))))
        for node in fields.get("dc:source", ())[:LIST_LIMIT]:
            text = self._document.text(node).strip()
            address = absolute("", text)
            found.append(self._credits.credit("source", "" if address else text, address))
        found += [self._credits.credit("publisher", self._document.text(n)) for n in fields.get("dc:publisher", ())]
        found += [self._credits.creator(self._document.text(n)) for n in fields.get("dc:creator", ())]
        return tuple(dict.fromkeys(credit for credit in found if credit is not None))[:LIST_LIMIT]

    def _enclosures(self, fields: Children) -> list[Enclosure | None]:
        """Return the files an entry carries."""
        document = self._document
        found = [
            make_enclosure(
                document.base(n) or document.url or self.site_url,
                n.get("href", ""),
                n.get("type", ""),
                n.get("length", ""),
            )
            for n in fields.get("link", ())[: LIST_LIMIT * 2]
            if n.get("rel", "").strip().lower().rpartition("/")[2] == "enclosure"
        ]
        media = list(fields.get("media:content", ())[:LIST_LIMIT])
        for group in fields.get("media:group", ())[:LIST_LIMIT]:
            media += document.children(group).get("media:content", [])[:LIST_LIMIT]
        return found + [make_enclosure("", n.get("url", ""), n.get("type", ""), n.get("fileSize", "")) for n in media]


def _decoded(text: str, kind: str) -> tuple[str, str]:
    """Return the kind and text of base64 content; content that is no text is empty."""
    if kind not in ("html", "application/octet-stream"):
        return "other", ""
    try:
        return "html", base64.b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (ValueError, binascii.Error):
        return "text", text


def _unwrapped(markup: str) -> str:
    """Return XHTML content without the ``div`` that the standard puts around it."""
    bare = markup.strip()
    if bare.startswith("<div>") and bare.endswith("</div>") and bare.count("<div") == 1:
        return bare[5:-6]
    return markup
