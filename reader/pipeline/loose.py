"""Loose texts, without a library: lines of JSON -> articles; all of them analysed in the children, in order.

Every string of a line is masked one character for one, so that all offsets are those of the text as it was given.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from reader.lexicon.more_outlets import MoreOutlets
from reader.model.article import Article
from reader.pipeline.jobs import Processed, process_article
from reader.pipeline.progress import Cancelled
from reader.pipeline.workers import CPU_SECONDS, WorkError, Workers
from reader.text.safety import clean_line, mask_text

BATCH = 16
MAX_LINE_BYTES = 20_000_000
"""A longer line is refused: it is no article."""


class LooseError(Exception):
    """A line that cannot be used; its text is one clear line."""


@dataclass(frozen=True, slots=True)
class LooseText:
    """One line, read: an article that stands in no library."""

    id: str | int
    """As it was given."""
    article: Article
    remarks: tuple[str, ...] = ()
    """Parts of the line that were left out, one line each."""


@dataclass(frozen=True, slots=True)
class LooseResult:
    """What became of one line."""

    number: int
    """Of the line in its file, from 1."""
    text: LooseText | None = None
    processed: Processed | None = None
    error: str = ""


def read_loose_text(line: bytes) -> LooseText:
    """Return the article in one line of JSON.

    Raises:
        LooseError: it is no JSON object with ``id`` and ``text``, or a part of it has a wrong type.
    """
    if len(line) > MAX_LINE_BYTES:
        raise LooseError(f"longer than {MAX_LINE_BYTES // 1_000_000} MB")
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LooseError(f"not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise LooseError(f"not JSON: {error.msg} (character {error.pos + 1})") from None
    except (RecursionError, ValueError):
        raise LooseError("not JSON that can be read (nested too deeply, or a number without end)") from None
    if not isinstance(record, dict):
        raise LooseError('not an object such as {"id": "1", "text": "..."}')
    identifier = record.get("id")
    if isinstance(identifier, bool) or not isinstance(identifier, str | int):
        raise LooseError('"id" is missing, or neither a text nor a whole number')
    text = record.get("text")
    if not isinstance(text, str):
        raise LooseError('"text" is missing or no text')
    remarks: list[str] = []
    return LooseText(identifier, _article(record, text, remarks), tuple(remarks))


def _article(record: Mapping[str, Any], text: str, remarks: list[str]) -> Article:
    """Return the article of a record; title, byline and metadata keep every character in its place."""
    from reader.articles.plain import article_from_text

    parts = {key: _string(record, key) for key in ("title", "outlet", "url", "byline", "html")}
    metadata = _metadata(record.get("meta"))
    if parts["html"]:
        metadata = {**_page_metadata(parts["html"], parts["url"]), **metadata}
    article = article_from_text(
        mask_text(text),
        headline=parts["title"],
        outlet=parts["outlet"],
        url=parts["url"],
        published_at=_moment(_string(record, "date"), remarks),
        byline=parts["byline"],
        metadata=metadata,
    )
    return replace(article, headline=parts["title"] or article.headline, byline=parts["byline"] or article.byline)


def _string(record: Mapping[str, Any], key: str) -> str:
    """Return a part of a record, masked; empty where it is missing or null.

    Raises:
        LooseError: it is no text.
    """
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LooseError(f'"{key}" is no text')
    return mask_text(value)


def _metadata(value: object) -> dict[str, tuple[str, ...]]:
    """Return metadata as the model holds it; a value may be a text or a list of texts.

    Raises:
        LooseError: it is neither.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise LooseError('"meta" is no object')
    found: dict[str, tuple[str, ...]] = {}
    for key, item in value.items():
        values = item if isinstance(item, list) else [item]
        found[mask_text(key)] = tuple(mask_text(one) for one in values if isinstance(one, str))
    return found


def _page_metadata(html: str, url: str) -> dict[str, tuple[str, ...]]:
    """Return the metadata of the page around the text."""
    from reader.articles.metadata import read_metadata
    from reader.articles.tree import parse_tree

    tree = parse_tree(html)
    return {} if tree is None else dict(read_metadata(tree, url).values)


def _moment(text: str, remarks: list[str]) -> datetime | None:
    """Return a date as an aware time in UTC; one that cannot be read is left out with a remark."""
    if not text:
        return None
    from reader.feeds.dates import parse_date

    found = parse_date(text)
    if found is None:
        remarks.append(f"the date {clean_line(text, 40)!r} cannot be read and is left out")
        return None
    return found.astimezone(UTC)


def process_lines_job(lines: tuple[tuple[int, bytes], ...], outlets: MoreOutlets) -> tuple[LooseResult, ...]:
    """Return what is found in each line (runs in a child); ``outlets`` are known besides the program's."""
    results: list[LooseResult] = []
    for number, line in lines:
        try:
            text = read_loose_text(line)
        except LooseError as error:
            results.append(LooseResult(number, error=str(error)))
        else:
            results.append(LooseResult(number, text, process_article(text.article, outlets)))
    return tuple(results)


def process_lines(
    workers: Workers, lines: Iterable[bytes], outlets: MoreOutlets, cancelled: Cancelled
) -> Iterator[LooseResult]:
    """Yield what is found in each line that is not empty, in order; all children work ahead of what is asked for."""
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    waiting: deque[Future[tuple[LooseResult, ...]]] = deque()
    with ThreadPoolExecutor(workers.count, thread_name_prefix="loose") as pool:
        while True:
            while len(waiting) < 2 * workers.count and (batch := tuple(islice(numbered, BATCH))):
                waiting.append(pool.submit(_process_batch, workers, batch, outlets, cancelled))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _process_batch(
    workers: Workers, batch: tuple[tuple[int, bytes], ...], outlets: MoreOutlets, cancelled: Cancelled
) -> tuple[LooseResult, ...]:
    """Return what is found in some lines; one that overruns its limits costs no other.

    Raises:
        WorkError: the work was stopped.
    """
    seconds = CPU_SECONDS if len(batch) == 1 else 2 * CPU_SECONDS
    try:
        return workers.run(process_lines_job, batch, outlets, timeout=seconds, cancelled=cancelled)
    except WorkError as error:
        if error.reason == "stopped":
            raise
        if len(batch) == 1:
            return (LooseResult(batch[0][0], error=str(error)),)
    return tuple(result for line in batch for result in _process_batch(workers, (line,), outlets, cancelled))
