"""Entries, their articles, and what the user did with them."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from reader.model.article import Article
from reader.model.entry import Entry, EntryFilter, EntryId, EntryStatus, EntrySummary, StoredEntry, TextOrigin
from reader.model.feed import FeedId
from reader.store import listing
from reader.store.arrivals import Arrivals, Kept, forget_analysis
from reader.store.database import Database
from reader.store.errors import StoreError
from reader.store.packing import (
    from_stamp,
    pack_article,
    storable,
    to_json,
    unpack_article,
    unpack_entry,
)
from reader.store.word_index import enter_index, leave_index


class EntryStore:
    """The entries of a library."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], on_bookmark: Callable[[Sequence[int]], None]
    ) -> None:
        self._db = database
        self._now = now
        self._on_bookmark = on_bookmark
        self._arrivals = Arrivals(database, now)

    def keep(
        self,
        feed_id: FeedId | None,
        outlet: str,
        entries: Sequence[Entry],
        *,
        texts: Mapping[str, str] | None = None,
    ) -> Kept:
        """Keep what a feed announces (``feed_id`` None: articles without a feed).

        An entry is the same one if feed and guid are the same. It keeps the user's marks, its number and its place
        in time, whatever the feed changes; where its title or text changed, analysis and chain are made anew,
        unless it is bookmarked (a bookmark keeps the text its claims belong to) or its text came from the page.

        Args:
            feed_id: the subscription.
            outlet: who published them.
            entries: as parsed; of two with one guid the last counts.
            texts: plain text for the search by guid.

        Raises:
            StoreError: the subscription is gone, or the disk is full.
        """
        return self._arrivals.keep(feed_id, outlet, entries, texts or {})

    def get(self, entry_id: EntryId) -> StoredEntry | None:
        """Return an entry with all that is kept of it; None where it does not exist."""
        row = self._db.row(
            "SELECT guid, title, url, author, published_at, updated_at, outlet, received_at, feed_id, read, "
            "bookmarked, note, text_origin, parts FROM entries JOIN entry_parts USING (id) WHERE id = ?",
            (entry_id,),
        )
        if row is None:
            return None
        tags = self._db.read("SELECT tag FROM tags WHERE entry_id = ? ORDER BY place", (entry_id,))
        return StoredEntry(
            id=EntryId(entry_id),
            entry=unpack_entry(row[13], guid=row[0], title=row[1], url=row[2], author=row[3], times=row[4:6]),
            outlet=row[6],
            received_at=from_stamp(row[7]),
            feed_id=row[8],
            status=EntryStatus(bool(row[9]), bool(row[10]), tuple(tag for (tag,) in tags), row[11]),
            text_origin=TextOrigin(row[12]),
        )

    def received(self, entry_id: EntryId) -> datetime | None:
        """Return when an entry came into the library; None where it does not exist."""
        row = self._db.row("SELECT received_at FROM entries WHERE id = ?", (entry_id,))
        return None if row is None else from_stamp(row[0])

    def find(self, text: str) -> EntryId | None:
        """Return the entry that a user names by number or address (of several with one address the newest)."""
        wanted = text.strip()
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 19:
            row = self._db.row("SELECT id FROM entries WHERE id = ?", (int(wanted),))
        else:
            row = self._db.row(
                "SELECT id FROM entries WHERE url = ? AND url <> '' ORDER BY hidden, id DESC", (storable(wanted),)
            )
        return None if row is None else EntryId(row[0])

    def remove(self, entry_id: EntryId) -> None:
        """Delete an article that was kept without a feed, with everything known about it.

        Raises:
            StoreError: the entry belongs to a feed (it would only come back).
        """
        with self._db.transaction():
            row = self._db.row("SELECT feed_id FROM entries WHERE id = ?", (entry_id,))
            if row is None:
                return
            if row[0] is not None:
                raise StoreError(f"{self._db.path}: entry {entry_id} belongs to a feed; only saved articles can go")
            leave_index(self._db, [entry_id])
            key = str(entry_id)
            self._db.write("DELETE FROM derivations WHERE dst = ? OR src = ?", (key, key))
            self._db.write("DELETE FROM entries WHERE id = ?", (entry_id,))

    def first(self, filter: EntryFilter, limit: int) -> tuple[EntrySummary, ...]:
        """Return the newest entries that pass a filter, at most ``limit`` (raises QueryError)."""
        return listing.list_first(self._db, filter, limit, self._now())

    def ids(self, filter: EntryFilter) -> "array[int]":
        """Return the numbers of all entries that pass a filter, newest first (raises QueryError)."""
        return listing.list_ids(self._db, filter, self._now())

    def summaries(self, ids: Sequence[int]) -> tuple[EntrySummary, ...]:
        """Return the list rows of entries, in the order asked; those that are gone are left out."""
        return listing.read_summaries(self._db, ids)

    def count(self, filter: EntryFilter) -> int:
        """Return how many entries pass a filter (raises QueryError)."""
        return listing.count_entries(self._db, filter, self._now())

    def set_read(self, ids: Sequence[int], read: bool) -> tuple[EntryId, ...]:
        """Mark entries read or unread; return those that changed: the record for undo."""
        with self._db.transaction():
            rows = self._db.read(
                "UPDATE entries SET read = ?1 WHERE read <> ?1 AND id IN (SELECT value FROM json_each(?2)) "
                "RETURNING id",
                (int(read), to_json(list(ids))),
            )
        return tuple(EntryId(row[0]) for row in rows)

    def set_bookmarked(self, ids: Sequence[int], bookmarked: bool) -> tuple[EntryId, ...]:
        """Bookmark entries or take bookmarks away; return those that changed: the record for undo.

        An entry of a removed subscription stays in sight as long as it is bookmarked.
        """
        with self._db.transaction():
            rows = self._db.read(
                "UPDATE entries SET bookmarked = ?1, hidden = (NOT ?1 AND feed_id IS NOT NULL AND feed_id IN "
                "(SELECT feeds.id FROM feeds WHERE removed_at IS NOT NULL)) "
                "WHERE bookmarked <> ?1 AND id IN (SELECT value FROM json_each(?2)) RETURNING id",
                (int(bookmarked), to_json(list(ids))),
            )
            changed = tuple(EntryId(row[0]) for row in rows)
            if changed and bookmarked:
                self._on_bookmark(changed)  # a process killed here leaves the side copy a bookmark too many
        if changed and not bookmarked:
            self._on_bookmark(changed)  # and here too: never one too few
        return changed

    def set_tags(self, entry_id: EntryId, tags: Sequence[str]) -> None:
        """Replace the tags of an entry; white space is made single, empty and double ones are dropped."""
        clean = dict.fromkeys(" ".join(storable(tag).split()) for tag in tags)
        with self._db.transaction():
            self._db.write("DELETE FROM tags WHERE entry_id = ?", (entry_id,))
            self._db.write_many(
                "INSERT INTO tags(tag, entry_id, place) VALUES (?, ?, ?)",
                [(tag, entry_id, place) for place, tag in enumerate(tag for tag in clean if tag)],
            )

    def set_note(self, entry_id: EntryId, note: str) -> None:
        """Replace the note of an entry; an empty one takes it away."""
        with self._db.transaction():
            self._db.write("UPDATE entries SET note = ? WHERE id = ?", (storable(note), entry_id))

    def article(self, entry_id: EntryId) -> Article | None:
        """Return the article behind an entry; None where none has been made yet."""
        row = self._db.row("SELECT parts FROM articles WHERE id = ?", (entry_id,))
        return None if row is None else unpack_article(row[0])

    def keep_article(self, entry_id: EntryId, article: Article, origin: TextOrigin) -> None:
        """Keep the article behind an entry; where its text is another one, the analysis of the old text goes.

        Raises:
            StoreError: there is no such entry.
        """
        with self._db.transaction(durable=False):
            old = self._db.row(
                "SELECT entries.id IN (SELECT articles.id FROM articles), text FROM entries "
                "JOIN search_source USING (id) WHERE entries.id = ?",
                (entry_id,),
            )
            if old is None:
                raise StoreError(f"{self._db.path}: there is no entry {entry_id}")
            other = old[1] != storable(article.text)
            if other:
                leave_index(self._db, [entry_id])
            self._db.write(
                "INSERT INTO articles(id, parts) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET parts = excluded.parts",
                (entry_id, pack_article(article)),
            )
            if other:
                enter_index(self._db, [entry_id])
            self._db.write("UPDATE entries SET text_origin = ? WHERE id = ?", (origin.value, entry_id))
            if other or not old[0]:
                forget_analysis(self._db, entry_id)

    def unprocessed(self, limit: int) -> tuple[EntryId, ...]:
        """Return entries that are not yet analysed, newest first; hidden ones are left out."""
        rows = self._db.read(
            "SELECT id FROM entries INDEXED BY entries_unprocessed WHERE claims IS NULL AND hidden = 0 "
            "ORDER BY dated_at DESC, id DESC LIMIT ?",
            (limit,),
        )
        return tuple(EntryId(row[0]) for row in rows)
