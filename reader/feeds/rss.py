"""RSS 0.9x and 2.0, and RSS 0.9 and 1.0 in RDF -> Feed."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final

from reader.feeds.dates import parse_date
from reader.feeds.elements import Children, Document
from reader.feeds.faults import ENTRY_LIMIT, LIST_LIMIT, FeedError
from reader.feeds.fields import (
    LABEL_LIMIT,
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
from reader.text.urls import absolute

if TYPE_CHECKING:
    from lxml.etree import _Element

_MINUTES: Final = {"hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_TTL_LIMIT: Final = 10_080
"""Minutes that a feed may ask to be left alone: a week."""
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def parse_rss(document: Document) -> Feed:
    """Return the feed of an RSS or RDF document.

    Raises:
        FeedError: if it holds neither a channel nor an item.
    """
    root = document.root
    channel = next((child for child in root if document.name(child) == "channel"), None)
    items = [item for item in root.iter("{*}item", "{*}Item", "{*}ITEM") if document.name(item) == "item"]
    if channel is None and not items and not (document.kind == "rss" and not len(root)) and not document.speaks_rss():
        raise FeedError("it has no feed in it (no channel and no items)")
    reader = _Reader(document, channel if channel is not None else root)
    entries = [reader.entry(item) for item in items[:ENTRY_LIMIT]]
    remarks = [f"only the first {ENTRY_LIMIT} of {len(items)} entries were read"] if len(items) > ENTRY_LIMIT else []
    return Feed(
        format=FeedFormat.RDF if document.kind in ("rdf:rdf", "rdf") else FeedFormat.RSS,
        title=reader.title,
        site_url=reader.site_url,
        description=plain_line(reader.first("description", "subtitle", "dc:description", "itunes:summary")),
        language=reader.language,
        entries=distinct(entries),
        ttl_minutes=reader.ttl(),
        remarks=tuple(remarks),
    )


class _Reader:
    """One RSS document on its way into the model."""

    def __init__(self, document: Document, channel: "_Element") -> None:
        self._document = document
        self._channel = document.children(channel)
        self.title = plain_line(self.first("title", "dc:title", "media:title"))
        own = document.base(channel) or document.url
        self.site_url = first_address(own, self._links(self._channel))
        self.language = clean_line(self.first("language", "dc:language") or document.language(channel), LABEL_LIMIT)
        self._credits = Credits(self.title, (document.url, self.site_url))

    def first(self, *names: str) -> str:
        """Return the first text of the channel under one of these names."""
        return self._first(self._channel, *names)

    def ttl(self) -> int | None:
        """Return how many minutes the channel asks to be left alone."""
        given = self.first("ttl").strip()
        if given.isascii() and given.isdigit() and len(given) < 9 and int(given) > 0:
            return min(int(given), _TTL_LIMIT)
        period = _MINUTES.get(self.first("sy:updateperiod").strip().lower())
        times = self.first("sy:updatefrequency").strip()
        if period is None:
            return None
        often = int(times) if times.isascii() and times.isdigit() and 0 < len(times) < 5 else 1
        return max(1, min(period // max(often, 1), _TTL_LIMIT))

    def entry(self, item: "_Element") -> Entry:
        """Return one item."""
        document, fields = self._document, self._document.children(item)
        base = document.base(item) or self.site_url or document.url
        title = plain_line(self._first(fields, "title", "dc:title", "itunes:title") or document.media(item, "title")[0])
        guid = fields.get("guid", [])
        given = document.text(guid[0]) if guid else item.get(f"{_RDF}about") or ""
        permalink = [given] if not guid or guid[0].get("isPermaLink", "true").strip().lower() != "false" else []
        links = chain(
            (document.text(node) for node in fields.get("feedburner:origlink", ())),
            self._links(fields),
            (link for link in permalink if link.strip().lower().startswith(("http://", "https://"))),
        )
        url = first_address(base, links)
        dated = self._first(
            fields, "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "published", "atom:published"
        )
        changed = self._first(fields, "dcterms:modified", "atom:updated", "updated", "lastbuilddate")
        published_at, updated_at = parse_date(dated), parse_date(changed)
        full, summary = self._bodies(item, fields)
        return Entry(
            guid=make_guid(given, url, title, published_at, full),
            title=title,
            url=url,
            author=self._author(fields),
            published_at=published_at or updated_at,
            updated_at=updated_at,
            html=full,
            summary_html=summary,
            credit_elements=self._credit_elements(fields, base),
            categories=labels(
                self._texts(fields, "category", "dc:subject")
                + [node.get("label") or node.get("term") or "" for node in fields.get("atom:category", ())]
            ),
            enclosures=each_once(self._enclosures(fields, base)),
            language=clean_line(self._first(fields, "dc:language", "language") or document.language(item), LABEL_LIMIT),
        )

    def _first(self, fields: Children, *names: str) -> str:
        """Return the first text that is not empty under one of these names, in the order of the names."""
        for name in names:
            for node in fields.get(name, ()):
                if (text := self._document.markup(node)).strip():
                    return text
        return ""

    def _texts(self, fields: Children, *names: str) -> list[str]:
        """Return all texts under these names."""
        return [self._document.markup(node) for name in names for node in fields.get(name, ())[: LIST_LIMIT * 4]]

    def _links(self, fields: Children) -> Iterator[str]:
        """Yield what may be the address of the page: RSS links, then Atom links that are no other relation."""
        document = self._document
        for node in fields.get("link", ()):
            address = document.text(node) or node.get("href") or ""
            yield absolute(own, address) if (own := document.base(node)) else address
        for node in fields.get("atom:link", ()):
            if node.get("rel", "alternate").strip().lower() == "alternate":
                yield node.get("href", "")

    def _bodies(self, item: "_Element", fields: Children) -> tuple[str, str]:
        """Return the fullest text of an item as HTML, and its summary where that is another."""
        document = self._document
        texts = [
            clean_html(document.resolved(document.markup(node), node))
            for name in (
                "content:encoded",
                "xhtml:body",
                "xhtml:div",
                "fulltext",
                "body",
                "atom:content",
                "description",
                "atom:summary",
                "itunes:summary",
                "dc:description",
                "dcterms:abstract",
            )
            for node in fields.get(name, ())[:LIST_LIMIT]
        ]
        texts = [text for text in texts if text]
        if not texts:
            text, is_html = document.media(item, "description")
            texts = [clean_html(text) if is_html else text_as_html(text)]
        full = max(texts, key=len, default="")
        summary = next((text for text in texts if text != full), "")
        return full, summary

    def _author(self, fields: Children) -> str:
        """Return the byline of an item."""
        for names in (
            ("dc:creator",),
            ("author", "dc:author"),
            ("atom:author",),
            ("itunes:author",),
            ("dc:contributor",),
        ):
            people = [self._person(node) for name in names for node in fields.get(name, ())[:LIST_LIMIT]]
            if any(people):
                return join_names(people)
        return ""

    def _person(self, node: "_Element") -> str:
        """Return the name of an author element: its text, or the name in it (Atom)."""
        inner = self._document.children(node)
        for name in ("name", "atom:name", "email", "atom:email"):
            if name in inner:
                return person(self._document.text(inner[name][0]))
        return person(self._document.text(node))

    def _credit_elements(self, fields: Children, base: str) -> tuple[CreditElement, ...]:
        """Return the outlets that an item names as its origin."""
        credits, document = self._credits, self._document
        found = [
            credits.credit("source", document.text(node), absolute(base, node.get("url", "")))
            for node in fields.get("source", ())[:LIST_LIMIT]
        ]
        for node in fields.get("dc:source", ())[:LIST_LIMIT]:
            text = document.text(node).strip()
            address = absolute("", text)
            found.append(credits.credit("source", "" if address else text, address))
        found += [
            credits.credit("via", node.get("title", ""), absolute(base, node.get("href", "")))
            for node in fields.get("atom:link", ())[:LIST_LIMIT]
            if node.get("rel", "").strip().lower() == "via"
        ]
        found += [
            credits.credit("publisher", document.text(node)) for node in fields.get("dc:publisher", ())[:LIST_LIMIT]
        ]
        found += [credits.creator(document.text(node)) for node in fields.get("dc:creator", ())[:LIST_LIMIT]]
        return tuple(dict.fromkeys(credit for credit in found if credit is not None))[:LIST_LIMIT]

    def _enclosures(self, fields: Children, base: str) -> list[Enclosure | None]:
        """Return the files an item carries."""
        nodes = [*fields.get("enclosure", ())[:LIST_LIMIT], *fields.get("media:content", ())[:LIST_LIMIT]]
        for group in fields.get("media:group", ())[:LIST_LIMIT]:
            nodes += self._document.children(group).get("media:content", [])[:LIST_LIMIT]
        found = [
            make_enclosure(
                base, node.get("url", ""), node.get("type", ""), node.get("length") or node.get("fileSize") or ""
            )
            for node in nodes
        ]
        found += [
            make_enclosure(base, node.get("href", ""), node.get("type", ""), node.get("length", ""))
            for node in fields.get("atom:link", ())[:LIST_LIMIT]
            if node.get("rel", "").strip().lower() == "enclosure"
        ]
        return found
