"""schema.org facts in a page's JSON-LD: graphs, lists, nested objects, and blocks that are not quite JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.articles.lines import word_list, word_set

_ARTICLE_TYPES = word_set(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "ReviewNewsArticle AskPublicNewsArticle AdvertiserContentArticle BlogPosting LiveBlogPosting Report Posting "
    "SocialMediaPosting SatiricalArticle ScholarlyArticle TechArticle"
)
_PLAIN = word_list("headline datePublished dateCreated dateModified inLanguage creditText copyrightNotice")
_NAMED = word_list(
    "publisher sourceOrganization provider copyrightHolder author creator isBasedOn isBasedOnUrl contributor "
    "translator isPartOf syndicationSource citation mainEntityOfPage"
)
_MOST_NODES = 2_000
_MOST_CHARACTERS = 1_000_000
_MOST_VALUES = 50
_TRAILING_COMMA = re.compile(r",\s{0,200}(?=[}\]])")
_CONTROLS = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class LinkedFact:
    """One value of an article's JSON-LD."""

    key: str
    """Property name of schema.org (``publisher``); ``.url`` behind it for the address of a named thing."""
    value: str


def read_json_ld(blocks: list[str]) -> tuple[LinkedFact, ...]:
    """Return the facts about articles in the ``application/ld+json`` blocks of a page; broken blocks are passed over.

    Only objects of an article type count, so that the publisher of a video or advertisement beside it does not.
    """
    objects: list[dict[str, object]] = []
    for block in blocks:
        objects.extend(_objects(_load(block)))
    named = {i: o for o in objects if isinstance(i := o.get("@id"), str) and len(o) > 1}
    facts: list[LinkedFact] = []
    for item in objects:
        if not _types(item) & _ARTICLE_TYPES:
            continue
        for key in _PLAIN:
            facts.extend(LinkedFact(key, v) for v in _strings(item.get(key)))
        for key in _NAMED:
            facts.extend(_named(key, item.get(key), named))
    return tuple(dict.fromkeys(facts))


def _load(block: str) -> object:
    """Return the JSON of a block; comment wrappers, raw line breaks in strings and trailing commas are forgiven."""
    if len(block) > _MOST_CHARACTERS:
        return None
    text = block.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removeprefix("<![CDATA[").removesuffix("]]>").removesuffix("//").strip()
    for attempt in (text, _TRAILING_COMMA.sub("", _CONTROLS.sub(" ", text)).rstrip("; ")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects inside a JSON value, outer ones first, at most ``_MOST_NODES`` values being looked at."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        item = waiting.pop(0) if len(waiting) < 50 else waiting.pop()
        if isinstance(item, list):
            waiting.extend(item[:_MOST_NODES])
        elif isinstance(item, dict):
            yield item
            waiting.extend(v for v in item.values() if isinstance(v, (dict, list)))


def _types(item: dict[str, object]) -> set[str]:
    """Return the types of an object without their namespace."""
    return {t.rpartition("/")[2] for t in _strings(item.get("@type"))}


def _strings(value: object) -> list[str]:
    """Return the texts of a value that is a text, a number, a language-tagged value or a list of these."""
    items = value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in items[:_MOST_VALUES]:
        if isinstance(item, dict):
            item = item.get("@value")
        if isinstance(item, str) and item.strip():
            found.append(item.strip())
    return found


def _named(key: str, value: object, named: dict[str, dict[str, object]]) -> Iterator[LinkedFact]:
    """Yield names and addresses of things that a property points to, following ``@id`` inside the page."""
    items = value if isinstance(value, list) else [value]
    for item in items[:_MOST_VALUES]:
        if isinstance(item, str):
            yield from (LinkedFact(key, v) for v in _strings(item))
            continue
        if not isinstance(item, dict):
            continue
        reference = item.get("@id")
        if "name" not in item and isinstance(reference, str):
            item = named.get(reference, item)
        yield from (LinkedFact(key, v) for v in _strings(item.get("name")))
        yield from (LinkedFact(f"{key}.url", v) for v in _strings(item.get("url"))[:1])
