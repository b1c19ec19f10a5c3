"""How model objects become columns: times, spans, and the parts of entries and articles that nobody searches.

Times are integers, microseconds since 1970 in UTC: they compare and index as they are.

Spans are kept as JSON text of character offsets. Measured on 2,000 made-up attributions (content, cue, source; one
in five with a split content): 44 bytes a row as JSON, 28 as packed 32-bit integers; decoding ten of them takes 20 and
15 µs. JSON can be read by a person and by SQLite's own functions, and costs 16 bytes of some 96 a row.

Parts that are only ever read whole (HTML and its plain text, an article) are JSON compressed with zlib at level 1:
100,000 entries of 3 kB make a library of 427 MiB instead of 815 (both without a prefix index in the search).
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.model.article import Article, Emphasis, Link, Paragraph, Role
from reader.model.entry import CreditElement, Enclosure, Entry
from reader.store.errors import LibraryDamagedError
from reader.text.spans import Span

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_stamp(moment: datetime) -> int:
    """Return a time as microseconds since 1970; a time without zone counts as UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // _MICROSECOND


def from_stamp(stamp: int) -> datetime:
    """Return the time of a stamp, in UTC."""
    return _EPOCH + timedelta(microseconds=stamp)


def optional_stamp(moment: datetime | None) -> int | None:
    """Return the stamp of a time that may be unknown."""
    return None if moment is None else to_stamp(moment)


def optional_time(stamp: int | None) -> datetime | None:
    """Return the time of a stamp that may be unknown."""
    return None if stamp is None else from_stamp(stamp)


def storable(text: str) -> str:
    """Return the text with lone surrogates, which UTF-8 cannot hold, replaced one for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def to_json(value: object) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:  # noqa: ANN401 - JSON has no static type
    """Return the value of a JSON text."""
    return json.loads(text)


def squeeze(value: object) -> bytes:
    """Return a value as compressed JSON."""
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), 1)


def unsqueeze(blob: bytes) -> Any:  # noqa: ANN401 - JSON has no static type
    """Return the value of compressed JSON.

    Raises:
        LibraryDamagedError: it is none.
    """
    try:
        return json.loads(zlib.decompress(blob))
    except (zlib.error, ValueError, TypeError) as error:
        raise LibraryDamagedError(
            f"the library is damaged: a kept text cannot be read ({type(error).__name__}); see `newsreader doctor`"
        ) from error


def to_spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Return spans from pairs of numbers."""
    return tuple(Span(start, end) for start, end in pairs)


def optional_span(pair: Sequence[int] | None) -> Span | None:
    """Return a span from a pair of numbers that may be missing."""
    return None if pair is None else Span(pair[0], pair[1])


def plain_text(parts: bytes | None) -> str:
    """Return the plain text in the packed parts of an entry or an article; empty if they are damaged."""
    try:
        return "" if parts is None else storable(unsqueeze(parts)["text"])
    except LibraryDamagedError:
        return ""  # the search index must be able to live with it


def pack_entry(entry: Entry, text: str) -> bytes:
    """Return the parts of an entry that have no column of their own, and its plain text.

    Side by side, HTML and its text compress to little more than one of them.
    """
    return squeeze(
        {
            "html": entry.html,
            "text": text,
            "summary": entry.summary_html,
            "credits": [[c.element, c.name, c.url] for c in entry.credit_elements],
            "categories": entry.categories,
            "enclosures": [[e.url, e.media_type, e.length] for e in entry.enclosures],
            "language": entry.language,
        }
    )


def unpack_entry(blob: bytes, *, guid: str, title: str, url: str, author: str, times: Sequence[int | None]) -> Entry:
    """Return an entry from its packed parts and its columns (``times``: published, updated)."""
    parts = unsqueeze(blob)
    return Entry(
        guid=guid,
        title=title,
        url=url,
        author=author,
        published_at=optional_time(times[0]),
        updated_at=optional_time(times[1]),
        html=parts["html"],
        summary_html=parts["summary"],
        credit_elements=tuple(CreditElement(*c) for c in parts["credits"]),
        categories=tuple(parts["categories"]),
        enclosures=tuple(Enclosure(*e) for e in parts["enclosures"]),
        language=parts["language"],
    )


def pack_article(article: Article) -> bytes:
    """Return an article as its packed parts."""
    return squeeze(
        {
            "text": article.text,
            "paragraphs": [[*p.span, p.role.value, p.level, p.quoted, p.listed] for p in article.paragraphs],
            "headline": article.headline,
            "outlet": article.outlet,
            "url": article.url,
            "byline": article.byline,
            "dateline": article.dateline,
            "published_at": optional_stamp(article.published_at),
            "language": article.language,
            "links": [[*link.span, link.url] for link in article.links],
            "emphasis": [[*span, kind.value] for span, kind in article.emphasis],
            "metadata": {key: list(values) for key, values in article.metadata.items()},
        }
    )


def unpack_article(blob: bytes) -> Article:
    """Return an article from its packed parts."""
    parts = unsqueeze(blob)
    return Article(
        text=parts["text"],
        paragraphs=tuple(
            Paragraph(Span(start, end), Role(role), level, quoted, listed)
            for start, end, role, level, quoted, listed in parts["paragraphs"]
        ),
        headline=parts["headline"],
        outlet=parts["outlet"],
        url=parts["url"],
        byline=parts["byline"],
        dateline=optional_span(parts["dateline"]),
        published_at=optional_time(parts["published_at"]),
        language=parts["language"],
        links=tuple(Link(Span(start, end), url) for start, end, url in parts["links"]),
        emphasis=tuple((Span(start, end), Emphasis(kind)) for start, end, kind in parts["emphasis"]),
        metadata={key: tuple(values) for key, values in parts["metadata"].items()},
    )
