"""Lists of entries: which ones, in which order, and what a row shows.

The order is newest first by ``dated_at``, then by number. Words go to the search index; two plans cover all
queries: few hits are looked up one by one and sorted, many are filtered while walking the index by date, which
ends as soon as a page is full. Counting hits first costs about a millisecond for 50,000 of them.
"""

from array import array
from collections.abc import Sequence
from datetime import datetime

from reader.model.entry import EntryFilter, EntryId, EntrySummary
from reader.store.database import Database, Row
from reader.store.packing import from_stamp, optional_time, to_json

FEW = 2000
"""Up to so many hits of the search index are looked up one by one."""

_SUMMARY = (
    "entries.id, title, outlet, dated_at, read, bookmarked, url, feed_id, via, more, claims, published_at, received_at"
)


def _summary(row: Row) -> EntrySummary:
    return EntrySummary(
        id=EntryId(row[0]),
        title=row[1],
        outlet=row[2],
        dated_at=from_stamp(row[3]),
        read=bool(row[4]),
        bookmarked=bool(row[5]),
        url=row[6],
        feed_id=row[7],
        via=row[8],
        more=row[9],
        claims=row[10],
        published_at=optional_time(row[11]),
        received_at=from_stamp(row[12]),
    )


def _selection(database: Database, wanted: EntryFilter, now: datetime) -> tuple[str, str, tuple[object, ...]]:
    """Return table (with the index to walk), condition and the condition's parameters for a filter."""
    conditions = ["hidden = 0"]
    parameters: tuple[object, ...] = ()
    table = "entries INDEXED BY entries_newest"
    if wanted.unread:
        conditions.append("read = 0")
        table = "entries INDEXED BY entries_unread"
    if wanted.feed_id is not None:
        conditions.append("feed_id = ?")
        parameters += (wanted.feed_id,)
        table = "entries INDEXED BY entries_of_feed"
    if wanted.folder is not None:
        conditions.append("feed_id IN (SELECT feeds.id FROM feeds WHERE folder = ?)")
        parameters += (wanted.folder,)
    if wanted.bookmarked:
        conditions.append("bookmarked = 1")
        table = "entries INDEXED BY entries_bookmarked"
    if wanted.search:
        sql, values, few = _search(database, wanted.search, now)
        conditions.append(sql)
        parameters += values
        if few:
            table = "entries NOT INDEXED"  # by number, from the hits
    return table, " AND ".join(conditions), parameters


def _search(database: Database, text: str, now: datetime) -> tuple[str, tuple[object, ...], bool]:
    """Return the condition of a search text with its parameters, and whether its words have few hits."""
    from reader.store.query import Words, parse_query  # the first frame searches for nothing
    from reader.store.search import compile_query, word_matches

    query = parse_query(text)
    condition = compile_query(query, now)
    words = word_matches(query)
    # one or two letters with a star have many hits, and finding out how many takes as long as finding them
    short = any(isinstance(part, Words) and part.prefix and len(part.text) <= 2 for part in query.parts)
    return condition.sql, condition.parameters, bool(words) and not short and _few_hits(database, words)


def _few_hits(database: Database, words: str) -> bool:
    row = database.row("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", (words, FEW + 1))
    return row is not None and int(row[0]) <= FEW


def list_first(database: Database, wanted: EntryFilter, limit: int, now: datetime) -> tuple[EntrySummary, ...]:
    """Return the newest entries that pass a filter, at most ``limit``.

    Raises:
        QueryError: the search text cannot be understood.
    """
    table, condition, parameters = _selection(database, wanted, now)
    rows = database.read(
        f"SELECT {_SUMMARY} FROM {table} WHERE {condition} ORDER BY dated_at DESC, entries.id DESC LIMIT ?",
        (*parameters, max(0, limit)),
    )
    return tuple(map(_summary, rows))


def list_ids(database: Database, wanted: EntryFilter, now: datetime) -> "array[int]":
    """Return the numbers of all entries that pass a filter, newest first (8 bytes each).

    Raises:
        QueryError: the search text cannot be understood.
    """
    table, condition, parameters = _selection(database, wanted, now)
    rows = database.read(
        f"SELECT entries.id FROM {table} WHERE {condition} ORDER BY dated_at DESC, entries.id DESC",
        parameters,
    )
    return array("q", [row[0] for row in rows])


def count_entries(database: Database, wanted: EntryFilter, now: datetime) -> int:
    """Return how many entries pass a filter.

    Raises:
        QueryError: the search text cannot be understood.
    """
    table, condition, parameters = _selection(database, wanted, now)
    row = database.row(f"SELECT count(*) FROM {table} WHERE {condition}", parameters)
    return 0 if row is None else int(row[0])


def read_summaries(database: Database, ids: Sequence[int]) -> tuple[EntrySummary, ...]:
    """Return the rows of the given entries, in the order asked; those that are gone are left out."""
    rows = database.read(
        f"SELECT {_SUMMARY} FROM entries WHERE entries.id IN (SELECT value FROM json_each(?))", (to_json(list(ids)),)
    )
    found = {row[0]: row for row in rows}
    return tuple(_summary(found[number]) for number in ids if number in found)
