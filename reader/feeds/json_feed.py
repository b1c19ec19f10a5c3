"""JSON Feed 1 and 1.1 (jsonfeed.org), and RSS written as JSON -> Feed."""

import json
from typing import Any, Final

from reader.feeds.dates import parse_date
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
from reader.model.entry import Entry
from reader.model.feed import Feed, FeedFormat
from reader.text.safety import clean_line
from reader.text.urls import absolute

_Object = dict[str, Any]
_DIGITS: Final = 30


def parse_json(text: str, url: str = "") -> Feed:
    """Return the feed of a JSON document.

    Raises:
        FeedError: if it is no JSON, or no feed.
    """
    try:
        document = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise FeedError("the JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise FeedError(f"damaged JSON at line {error.lineno}, column {error.colno}") from None
    except ValueError:  # a number of thousands of digits
        raise FeedError("the JSON holds a number that cannot be read") from None
    found = _channel(document)
    if found is None:
        raise FeedError("it is JSON, but no feed (no list of items)")
    channel, nodes = found
    return _read(channel, nodes, url)


def _channel(document: object) -> tuple[_Object, list[Any]] | None:
    """Return the object that describes the feed, and its items; None if it is no feed."""
    if not isinstance(document, dict):
        return None
    rss = document.get("rss", document)
    channel = rss.get("channel") if isinstance(rss, dict) else None
    if isinstance(channel, dict):
        nodes = channel.get("item", channel.get("items", rss.get("item", [])))
        return channel, nodes if isinstance(nodes, list) else [nodes]
    nodes = document.get("items")
    version = _text(document.get("version"))
    if isinstance(nodes, list) and ("jsonfeed" in version or "title" in document or not nodes or _is_item(nodes[0])):
        return document, nodes
    return (document, []) if "jsonfeed.org" in version else None


def _is_item(node: object) -> bool:
    """Tell whether something looks like an item of a feed."""
    return isinstance(node, dict) and bool(
        node.keys() & {"content_html", "content_text", "date_published", "url", "id"}
    )


def _read(channel: _Object, nodes: list[Any], url: str) -> Feed:
    """Return the feed that the objects describe."""
    title = plain_line(_text(channel.get("title")))
    site_url = first_address(url, (_text(channel.get(key)) for key in ("home_page_url", "link")))
    credits = Credits(title, (url, site_url, absolute(url, _text(channel.get("feed_url")))))
    authors = _people(channel) if "items" in channel else ""
    objects = [node for node in nodes if isinstance(node, dict)]
    remarks = []
    if len(objects) < len(nodes):
        remarks.append(f"{len(nodes) - len(objects)} of {len(nodes)} items are no objects and were left out")
    if len(objects) > ENTRY_LIMIT:
        remarks.append(f"only the first {ENTRY_LIMIT} of {len(objects)} entries were read")
    entries = [_entry(node, site_url or url, authors, credits) for node in objects[:ENTRY_LIMIT]]
    return Feed(
        format=FeedFormat.JSON,
        title=title,
        site_url=site_url,
        description=plain_line(_text(channel.get("description"))),
        language=clean_line(_text(channel.get("language")), LABEL_LIMIT),
        entries=distinct(entries),
        remarks=tuple(remarks),
    )


def _entry(node: _Object, base: str, authors: str, credits: Credits) -> Entry:
    """Return one item."""
    title = plain_line(_first(node, "title"))
    url = first_address(
        base,
        (
            _text(node.get(key))
            for key in ("url", "link", "external_url", "id", "guid")
            if key not in ("id", "guid") or _text(node.get(key)).startswith("http")
        ),
    )
    published_at = parse_date(_first(node, "date_published", "pubDate", "published"))
    updated_at = parse_date(_first(node, "date_modified", "updated"))
    full, summary = _bodies(node)
    source = node.get("source")
    found = [
        credits.credit(
            "source", _text(source.get("#value") or source.get("title")), absolute(base, _text(source.get("url")))
        )
        if isinstance(source, dict)
        else None
    ]
    return Entry(
        guid=make_guid(_first(node, "id", "guid"), url, title, published_at, full),
        title=title,
        url=url,
        author=_people(node) or authors,
        published_at=published_at or updated_at,
        updated_at=updated_at,
        html=full,
        summary_html=summary,
        credit_elements=tuple(credit for credit in found if credit is not None),
        categories=labels(_text(tag) for tag in _list(node.get("tags", node.get("category")))),
        enclosures=each_once(
            make_enclosure(
                base, _first(file, "url"), _first(file, "mime_type", "type"), _first(file, "size_in_bytes", "length")
            )
            for file in _list(node.get("attachments", node.get("enclosure")))
            if isinstance(file, dict)
        ),
        language=clean_line(_first(node, "language"), LABEL_LIMIT),
    )


def _bodies(node: _Object) -> tuple[str, str]:
    """Return the fullest text of an item as HTML, and its summary where that is another."""
    texts = [clean_html(_text(node.get("content_html"))), text_as_html(_text(node.get("content_text")))]
    full = texts[0] or texts[1]  # the same text twice, by the standard
    texts = [
        full,
        *(clean_html(_text(node.get(key))) for key in ("content:encoded", "content", "description")),
        text_as_html(_text(node.get("summary"))),
    ]
    full = full or max(texts, key=len)
    return full, next((text for text in texts if text and text != full), "")


def _people(node: _Object) -> str:
    """Return the authors of a feed or an item as one byline."""
    people = _list(node.get("authors")) or _list(node.get("author")) or _list(node.get("dc:creator"))
    return join_names(person(_first(one, "name") if isinstance(one, dict) else _text(one)) for one in people)


def _first(node: _Object, *keys: str) -> str:
    """Return the first text that is not empty under one of these keys."""
    return next((text for key in keys if (text := _text(node.get(key))).strip()), "")


def _text(value: object) -> str:
    """Return a JSON value as text: strings and whole numbers as they are, wrapped texts unwrapped, others empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _text(value.get("#value")) if "#value" in value else ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**_DIGITS:
        return str(value)
    return repr(value) if isinstance(value, float) else ""


def _list(value: object) -> list[Any]:
    """Return a value as a list, as far as it is read; a single value becomes a list of one."""
    if value is None:
        return []
    return value[:LIST_LIMIT] if isinstance(value, list) else [value]
