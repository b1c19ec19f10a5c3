"""What the head of a page says about its article: JSON-LD, meta tags, canonical address -> values by key, and facts.

Keys of ``PageMetadata.values`` (they become ``Article.metadata``; a credit's ``where`` is ``meta.<key>``):
``canonical``; ``ld.<property>`` of schema.org (``ld.publisher``, ``ld.isBasedOn``, ``ld.sourceOrganization`` ...);
``og.<name>`` and ``article.<name>`` of Open Graph; ``DC.<name>`` of Dublin Core, whatever its spelling; every other
meta tag under its own lower-case name (``syndication-source``, ``original-source``, ``author``, ``byl`` ...).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.articles.json_ld import read_json_ld
from reader.articles.lines import word_list, word_set
from reader.text.safety import clean_line
from reader.text.urls import absolute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KEPT = word_set(
    "author byl byline dcsext.byline creditline credit source news_source article_source original-source "
    "syndication-source syndication-partner copyright rights publisher application-name sailthru.author "
    "parsely-author parsely-pub-date parsely-title title date pubdate publish-date publication_date date.issued "
    "twitter.title twitter.creator citation_author wire agency distributor provider owner contributor "
    "cxenseparse.author news_keywords.source republished original_source sourceorganization article.origin "
    "language"
)
_MOST_TAGS = 500
_MOST_VALUES = 20
_VALUE_LENGTH = 1_000
_YEARS = range(1800, 2200)
"""Years in which an article can have been published."""
_DATE_KEYS = word_list(
    "ld.datePublished article.published_time og.article.published_time DC.date.issued DC.date DC.created "
    "parsely-pub-date pubdate publish-date publication_date date.issued date ld.dateCreated"
)
_HEADLINE_KEYS = word_list("ld.headline og.title twitter.title DC.title parsely-title title")
_OUTLET_KEYS = word_list("og.site_name ld.publisher application-name DC.publisher publisher")
_BYLINE_KEYS = word_list("byl byline ld.author author parsely-author sailthru.author DC.creator ld.creator")
_TITLE_TAIL = re.compile(r"\s+(?:[|–—»·]|-)\s+([^|–—»·]{2,60})$")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says about its article."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    headline: str = ""
    outlet: str = ""
    byline: str = ""
    published_at: datetime | None = None
    language: str = ""
    canonical: str = ""
    """Absolute http(s) address; empty where none is given."""


def read_metadata(tree: "HtmlElement", url: str = "") -> PageMetadata:
    """Return the metadata of a page; addresses are made absolute against ``url``. Never raises on foreign values."""
    collected: dict[str, list[str]] = {}
    for key, value in _pairs(tree, url):
        value = clean_line(value, limit=_VALUE_LENGTH)
        held = collected.setdefault(key, [])
        if value and value not in held and len(held) < _MOST_VALUES:
            held.append(value)
    values = {key: tuple(held) for key, held in collected.items() if held}
    outlet = _first(values, _OUTLET_KEYS)
    headline = _first(values, _HEADLINE_KEYS) or _main_heading(tree) or _title(tree)
    return PageMetadata(
        values=values,
        headline=_without_outlet(headline, outlet),
        outlet=outlet,
        byline=_byline(values),
        published_at=next((t for k in _DATE_KEYS for v in values.get(k, ()) if (t := parse_time(v))), None),
        language=_language(tree, values),
        canonical=next(iter(values.get("canonical", ())), ""),
    )


def parse_time(value: str) -> datetime | None:
    """Return an ISO 8601 time in UTC (a time without zone is taken for UTC), or None."""
    value = value.strip()
    if not re.match(r"\d{4}-\d\d-\d\d", value) or len(value) > 40:
        return None
    value = re.sub(r"(\.\d{6})\d+", r"\1", value)
    value = re.sub(r"\s?(?:UTC|GMT|Z)$", "+00:00", value, flags=re.IGNORECASE)
    for attempt in (value, value[:19], value[:10]):
        try:
            time = datetime.fromisoformat(attempt)
            time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
        return time if time.year in _YEARS else None
    return None


def _pairs(tree: "HtmlElement", url: str) -> Iterator[tuple[str, str]]:
    """Yield key and raw value of everything that is kept of a page's head."""
    for number, element in enumerate(tree.iter("link", "meta")):
        if number >= _MOST_TAGS:
            break
        if element.tag == "link":
            if "canonical" in (element.get("rel") or "").lower().split():
                yield "canonical", absolute(url, element.get("href") or "")
            continue
        key = _key(element.get("name") or element.get("property") or element.get("itemprop") or "")
        if key:
            yield key, element.get("content") or ""
    for fact in read_json_ld(_json_blocks(tree)):
        key = f"ld.{fact.key}"
        yield key, absolute(url, fact.value) if key.endswith(".url") else fact.value


def _json_blocks(tree: "HtmlElement") -> list[str]:
    """Return the JSON-LD blocks of a page."""
    blocks = []
    for element in tree.iter("script"):
        if (element.get("type") or "").lower().split(";")[0].strip() == "application/ld+json" and element.text:
            blocks.append(element.text)
    return blocks[:_MOST_VALUES]


def _key(name: str) -> str:
    """Return the key of a meta tag; empty for those that say nothing about origin, author, title or date."""
    name = name.strip()
    lower = name.lower().replace(":", ".")
    if lower.startswith(("dc.", "dcterms.")):
        return "DC." + lower.partition(".")[2]
    if lower.startswith(("og.title", "og.site_name", "og.url", "og.article", "article.")) or lower in ("og.type",):
        return lower
    return lower if lower in _KEPT else ""


def _first(values: dict[str, tuple[str, ...]], keys: tuple[str, ...]) -> str:
    """Return the first value of the first key that has one; addresses are no names."""
    found = (v for key in keys for v in values.get(key, ()))
    return next((v for v in found if not v.startswith(("http://", "https://", "//"))), "")


def _main_heading(tree: "HtmlElement") -> str:
    """Return the words of the only first-level heading; empty where there are several, or only a name."""
    headings = [" ".join("".join(e.itertext()).split()) for _, e in zip(range(3), tree.iter("h1"), strict=False)]
    words = [h for h in headings if h]
    return clean_line(words[0]) if len(words) == 1 and len(words[0].split()) >= 3 else ""


def _title(tree: "HtmlElement") -> str:
    """Return the words of the first ``title`` element."""
    element = next(tree.iter("title"), None)
    return clean_line(element.text or "") if element is not None else ""


def _without_outlet(headline: str, outlet: str) -> str:
    """Return a headline without « | Outlet» behind it, where the page says that this is its outlet's name."""
    tail = _TITLE_TAIL.search(headline)
    if tail and outlet and tail[1].strip().casefold() in (outlet.casefold(), f"the {outlet}".casefold()):
        return headline[: tail.start()].strip()
    return headline


def _byline(values: dict[str, tuple[str, ...]]) -> str:
    """Return the byline: one tag's wording, or the authors of the JSON-LD in their order."""
    for key in _BYLINE_KEYS:
        names = [v for v in values.get(key, ()) if not v.startswith(("http", "@")) and len(v) <= 200]
        if names:
            return ", ".join(names[:6]) if key.startswith("ld.") else names[0]
    return ""


def _language(tree: "HtmlElement", values: dict[str, tuple[str, ...]]) -> str:
    """Return the language that the page declares («en-GB»); empty where it declares none."""
    declared = (tree.get("lang") or "").strip() or next(iter(values.get("ld.inLanguage", ())), "")
    return declared if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}", declared) else ""
