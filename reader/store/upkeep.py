"""Finding and mending what is wrong inside a library file."""

from reader.store.database import Database
from reader.store.errors import StoreError
from reader.store.reuse_index import empty_reuse_index
from reader.store.schema import ALL_NAMES


def check_database(database: Database) -> list[str]:
    """Return what is wrong with a library, one line each: pages, keys, search index."""
    problems: list[str] = []
    try:
        rows = [str(row[0]) for row in database.read("PRAGMA integrity_check(20)")]
        problems += [f"{database.path}: {' '.join(line.split())}" for line in rows if line != "ok"]
        for table, count in database.read('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table"'):
            problems.append(f"{database.path}: {count} rows of {table} lost their partner")
    except StoreError as error:
        problems.append(str(error))
    if not database.read_only and not problems:
        problems += _check_search(database)
    return problems


def _check_search(database: Database) -> list[str]:
    try:
        with database.transaction(durable=False):
            database.write("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
    except StoreError:
        return [f"{database.path}: the search index does not fit the entries; `newsreader doctor --repair` rebuilds it"]
    return []


def repair_database(database: Database) -> list[str]:
    """Rebuild what can be computed from the rest (indexes, search, list marks) and return what was done."""
    done: list[str] = []
    with database.transaction():
        database.write("INSERT INTO search(search) VALUES ('rebuild')")
        done.append("the search index was rebuilt")
        database.write("REINDEX")
        done.append("the other indexes were rebuilt")
        empty_reuse_index(database)
        done.append("the index of reused text was emptied; it fills again while the reader runs or refreshes")
        database.write("DELETE FROM people")
        database.write(ALL_NAMES)
        done.append("the list of people was emptied; it fills again when it is asked for")
        database.write(
            "UPDATE entries SET hidden = (bookmarked = 0 AND feed_id IS NOT NULL AND feed_id IN "
            "(SELECT feeds.id FROM feeds WHERE removed_at IS NOT NULL))"
        )
    return done
