"""What a fetch brings: new entries are added, known ones brought up to date, and nothing is doubled."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.model.entry import Entry, EntryId, TextOrigin
from reader.store.database import Database
from reader.store.packing import optional_stamp, pack_entry, storable, to_json, to_stamp
from reader.store.word_index import enter_index, leave_index

AHEAD = timedelta(days=1)
"""An entry that was received so far in the future bears witness of a wrong clock."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the entries of one fetch."""

    new: tuple[EntryId, ...] = ()
    changed: tuple[EntryId, ...] = ()
    """Title, text or credit elements are others than before: to be analysed again."""
    unchanged: int = 0


class Arrivals:
    """Keeps the entries of fetches in the library; its ``keep`` is that of ``EntryStore``."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def keep(self, feed_id: int | None, outlet: str, entries: Sequence[Entry], texts: Mapping[str, str]) -> Kept:
        """Keep what a feed announces, in one transaction; see ``EntryStore.keep``."""
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

    def _known(self, feed_id: int | None, guids: list[str]) -> dict[str, tuple[int, bytes, bytes]]:
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
        """Take over what the feed now says; a later date never moves an entry of a feed up, marks stay.

        An article kept without a feed stands where the user now dates it.

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
            "UPDATE entries SET title = ?1, url = ?2, author = ?3, outlet = ?4, published_at = ?5, updated_at = ?6, "
            "dated_at = CASE WHEN feed_id IS NULL THEN min(received_at, coalesce(?7, received_at)) "
            "ELSE min(dated_at, coalesce(?7, dated_at)) END, whole_digest = ?8, text_digest = ?9 WHERE id = ?10",
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
            forget_analysis(self._db, number)
        enter_index(self._db, [number])

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


def forget_analysis(database: Database, number: int) -> None:
    """Drop what was found in a text that is no longer there; the entry waits for analysis and tracing again."""
    for table in ("attributions", "officials", "credits"):
        database.write(f"DELETE FROM {table} WHERE entry_id = ?", (number,))
    database.write("UPDATE entries SET claims = NULL, traced = 0 WHERE id = ?", (number,))


def _digests(entry: Entry, outlet: str, text: str) -> tuple[bytes, bytes]:
    """Return two digests: of all that the feed says, and of what analysis and tracing read."""
    import hashlib  # loads OpenSSL, which a start without new entries can do without

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
