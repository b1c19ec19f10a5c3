"""Entries, their articles, and what the user did with them."""

import hashlib
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.article import Article
from reader.model.entry import Entry, EntryFilter, EntryId, EntryStatus, EntrySummary, StoredEntry, TextOrigin
from reader.model.feed import FeedId
from reader.store import listing
from reader.store.database import Database
from reader.store.errors import StoreError
from reader.store.packing import (
    from_stamp,
    optional_stamp,
    pack_article,
    pack_entry,
    storable,
    to_json,
    to_stamp,
    unpack_article,
    unpack_entry,
)
from reader.store.search import enter_index, leave_index

AHEAD = timedelta(days=1)
"""An entry that was received so far in the future bears witness of a wrong clock."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the entries of one fetch."""

    new: tuple[EntryId, ...] = ()
    changed: tuple[EntryId, ...] = ()
    """Title, text or credit elements are others than before: to be analysed again."""
    unchanged: int = 0


class EntryStore:
    """The entries of a library."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], on_bookmark: Callable[[Sequence[int]], None]
    ) -> None:
        self._db = database
        self._now = now
        self._on_bookmark = on_bookmark

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
        texts = texts or {}
        unique = {storable(entry.guid): entry for entry in entries}
        new: list[EntryId] = []
        changed: list[EntryId] = []
        with self._db.transaction(durable=False):
            self._mend_dates()
            known = self._known(feed_id, list(unique))
            for guid, entry in unique.items():
                text = storable(texts.get(entry.guid, ""))
                whole, part = _digests(entry, outlet, text)
                if guid not in known:
                    new.append(self._insert(feed_id, storable(outlet), guid, entry, text, (whole, part)))
                elif known[guid][1] != whole:
                    number = EntryId(known[guid][0])
                    anew = known[guid][2] != part and not self._text_is_kept(number)
                    self._update(number, storable(outlet), entry, text, (whole, part), anew)
                    changed += [number] * anew
            enter_index(self._db, new)
        return Kept(tuple(new), tuple(changed), len(unique) - len(new) - len(changed))

    def _known(self, feed_id: FeedId | None, guids: list[str]) -> dict[str, tuple[int, bytes, bytes]]:
        test = "feed_id = ?1" if feed_id is not None else "feed_id IS ?1"
        rows = self._db.read(
            f"SELECT guid, id, whole_digest, text_digest FROM entries WHERE {test} "
            "AND guid IN (SELECT value FROM json_each(?2))",
            (feed_id, to_json(guids)),
        )
        return {row[0]: (row[1], row[2], row[3]) for row in rows}

    def _insert(
        self, feed_id: int | None, outlet: str, guid: str, entry: Entry, text: str, digests: tuple[bytes, bytes]
    ) -> EntryId:
        received = to_stamp(self._now())
        published = optional_stamp(entry.published_at)
        number = self._db.write(
            "INSERT INTO entries(feed_id, guid, title, url, author, outlet, published_at, updated_at, received_at, "
            "dated_at, hidden, text_origin, whole_digest, text_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "coalesce((SELECT removed_at IS NOT NULL FROM feeds WHERE id = ?), 0), ?, ?, ?)",
            (
                feed_id,
                guid,
                storable(entry.title),
                storable(entry.url),
                storable(entry.author),
                outlet,
                published,
                optional_stamp(entry.updated_at),
                received,
                received if published is None else min(published, received),
                feed_id,
                (TextOrigin.SAVED if feed_id is None else TextOrigin.FEED).value,
                *digests,
            ),
        )
        self._db.write("INSERT INTO entry_parts(id, parts) VALUES (?, ?)", (number, pack_entry(entry, text)))
        return EntryId(number)

    def _text_is_kept(self, number: EntryId) -> bool:
        """Tell whether the article stays as it is though the feed has another text now."""
        row = self._db.row(
            "SELECT bookmarked, text_origin FROM entries JOIN articles USING (id) WHERE id = ?", (number,)
        )
        return row is not None and (bool(row[0]) or row[1] == TextOrigin.PAGE)

    def _update(
        self, number: EntryId, outlet: str, entry: Entry, text: str, digests: tuple[bytes, bytes], anew: bool
    ) -> None:
        """Take over what the feed now says; a later date never moves an entry up, marks stay.

        Args:
            number: the entry.
            outlet: as in ``keep``.
            entry: as it is now.
            text: its plain text.
            digests: of both.
            anew: article and analysis are void.
        """
        published = optional_stamp(entry.published_at)
        leave_index(self._db, [number])
        self._db.write(
            "UPDATE entries SET title = ?, url = ?, author = ?, outlet = ?, published_at = ?, updated_at = ?, "
            "dated_at = min(dated_at, coalesce(?, dated_at)), whole_digest = ?, text_digest = ? WHERE id = ?",
            (
                storable(entry.title),
                storable(entry.url),
                storable(entry.author),
                outlet,
                published,
                optional_stamp(entry.updated_at),
                published,
                *digests,
                number,
            ),
        )
        self._db.write("UPDATE entry_parts SET parts = ? WHERE id = ?", (pack_entry(entry, text), number))
        if anew:
            self._db.write("DELETE FROM articles WHERE id = ?", (number,))
            self._forget_analysis(number)
        enter_index(self._db, [number])

    def _forget_analysis(self, number: int) -> None:
        for table in ("attributions", "officials", "credits"):
            self._db.write(f"DELETE FROM {table} WHERE entry_id = ?", (number,))
        self._db.write("UPDATE entries SET claims = NULL, traced = 0 WHERE id = ?", (number,))

    def _mend_dates(self) -> None:
        """Bring entries back to now that were received under a clock far ahead, so that they stop leading the list.

        If most entries lie ahead it is the present clock that is wrong, and nothing is done.
        """
        now = to_stamp(self._now())
        late = to_stamp(self._now() + AHEAD)
        ahead = self._db.row("SELECT count(*) FROM entries WHERE hidden IN (0, 1) AND dated_at > ?", (late,))
        if ahead is None or not ahead[0]:
            return
        total = self._db.row("SELECT count(*) FROM entries")
        if total is not None and ahead[0] * 2 < total[0]:
            self._db.write("UPDATE entries SET dated_at = ? WHERE hidden IN (0, 1) AND dated_at > ?", (now, late))

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
        if changed:
            self._on_bookmark(changed)  # the side copy
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
                self._forget_analysis(entry_id)

    def unprocessed(self, limit: int) -> tuple[EntryId, ...]:
        """Return entries that are not yet analysed, newest first; hidden ones are left out."""
        rows = self._db.read(
            "SELECT id FROM entries INDEXED BY entries_unprocessed WHERE claims IS NULL AND hidden = 0 "
            "ORDER BY dated_at DESC, id DESC LIMIT ?",
            (limit,),
        )
        return tuple(EntryId(row[0]) for row in rows)


def _digests(entry: Entry, outlet: str, text: str) -> tuple[bytes, bytes]:
    """Return two digests: of all that the feed says, and of what analysis and tracing read."""
    read = (entry.title, text or entry.html, tuple((c.element, c.name, c.url) for c in entry.credit_elements))
    part = hashlib.blake2b(repr(read).encode(), digest_size=8)
    rest = (
        entry.url,
        entry.author,
        outlet,
        entry.published_at,
        entry.updated_at,
        entry.html,
        entry.summary_html,
        entry.categories,
        tuple((e.url, e.media_type, e.length) for e in entry.enclosures),
        entry.language,
    )
    whole = hashlib.blake2b(part.digest() + repr(rest).encode(), digest_size=8)
    return whole.digest(), part.digest()
