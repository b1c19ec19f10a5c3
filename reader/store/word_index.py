"""The search index (FTS5): the words of the entries go in and out here.

The index follows the entries inside the same transaction: whoever changes a title, text, author or outlet calls
``leave_index`` before and ``enter_index`` after. It keeps no copy of the words ("external content"; the leaner
contentless-delete tables need SQLite 3.43, Debian 12 has 3.40). How it is searched stands in ``search``, apart, since
a start without a search needs none of that.
"""

from collections.abc import Sequence

from reader.store.database import Database
from reader.store.packing import storable, to_json

_COLUMNS = "title, text, author, outlet"


def leave_index(database: Database, ids: Sequence[int]) -> None:
    """Take entries out of the search index; must be called before their words change."""
    database.write(
        f"INSERT INTO search(search, rowid, {_COLUMNS}) SELECT 'delete', id, {_COLUMNS} FROM search_source "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (to_json(list(ids)),),
    )


def enter_index(database: Database, ids: Sequence[int]) -> None:
    """Put entries into the search index with the words they have now."""
    database.write(
        f"INSERT INTO search(rowid, {_COLUMNS}) SELECT id, {_COLUMNS} FROM search_source "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (to_json(list(ids)),),
    )


def reindex_outlet(database: Database, feed_id: int, outlet: str) -> None:
    """Give all entries of a feed another outlet, in rows and search index."""
    ids = [row[0] for row in database.read("SELECT id FROM entries WHERE feed_id = ?", (feed_id,))]
    leave_index(database, ids)
    database.write("UPDATE entries SET outlet = ? WHERE feed_id = ?", (storable(outlet), feed_id))
    enter_index(database, ids)
