"""Subscriptions and the state of their fetching."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reader.model.feed import FeedCounts, FeedId, FetchState, Subscription
from reader.store.database import Database, Row, fold
from reader.store.errors import StoreError
from reader.store.packing import from_stamp, optional_stamp, optional_time, storable, to_stamp
from reader.store.word_index import reindex_outlet

_COLUMNS = (
    "id, url, own_title, feed_title, site_url, folder, full_text, allow_private, added_at, "
    "etag, last_modified, checked_at, changed_at, due_at, failures, error, gone, remarks"
)


def _subscription(row: Row) -> Subscription:
    return Subscription(
        id=FeedId(row[0]),
        url=row[1],
        title=row[2] or row[3] or row[1],
        site_url=row[4],
        folder=row[5],
        full_text=bool(row[6]),
        allow_private=bool(row[7]),
        added_at=from_stamp(row[8]),
        state=FetchState(
            etag=row[9],
            last_modified=row[10],
            checked_at=optional_time(row[11]),
            changed_at=optional_time(row[12]),
            due_at=optional_time(row[13]),
            failures=row[14],
            error=row[15],
            gone=bool(row[16]),
            remarks=tuple(row[17].splitlines()),
        ),
    )


class FeedStore:
    """The subscriptions of a library."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now

    def add(
        self, url: str, *, title: str = "", folder: str = "", full_text: bool = False, allow_private: bool = False
    ) -> Subscription:
        """Subscribe to an address; an existing subscription is returned as it is, a removed one comes back.

        A title, folder or permission that is given here also goes to the one that exists.
        """
        with self._db.transaction():
            known = self._db.row("SELECT id, removed_at FROM feeds WHERE url = ?", (storable(url),))
            if known is None:
                self._db.write(
                    "INSERT INTO feeds(url, own_title, folder, full_text, allow_private, added_at) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (storable(url), storable(title), storable(folder), full_text, allow_private, to_stamp(self._now())),
                )
            else:
                if known[1] is not None:
                    self.restore(FeedId(known[0]))
                if allow_private:
                    self._db.write("UPDATE feeds SET allow_private = 1 WHERE id = ?", (known[0],))
                if title or folder or full_text:
                    self.update(
                        FeedId(known[0]), title=title or None, folder=folder or None, full_text=full_text or None
                    )
            row = self._db.row(f"SELECT {_COLUMNS} FROM feeds WHERE url = ?", (storable(url),))
        assert row is not None  # written a moment ago, in the same transaction
        return _subscription(row)

    def get(self, feed_id: FeedId) -> Subscription | None:
        """Return a subscription; None where there is none of this number, or it is removed."""
        row = self._db.row(f"SELECT {_COLUMNS} FROM feeds WHERE id = ? AND removed_at IS NULL", (feed_id,))
        return None if row is None else _subscription(row)

    def find(self, text: str) -> Subscription | None:
        """Return the subscription that a user names: by number, address, title, or a part of only one title."""
        wanted = text.strip()
        everything = self.all()
        if wanted.isascii() and wanted.isdigit():
            return next((s for s in everything if str(s.id) == wanted.lstrip("0")), None)
        key = fold(wanted)
        if not key:
            return None
        exact = [s for s in everything if wanted in (s.url, s.site_url)] or [
            s for s in everything if fold(s.title) == key
        ]
        if exact:
            return exact[0]
        near = [s for s in everything if key in fold(s.title)]
        return near[0] if len(near) == 1 else None

    def all(self) -> tuple[Subscription, ...]:
        """Return all subscriptions by folder and title (removed ones left out)."""
        rows = self._db.read(f"SELECT {_COLUMNS} FROM feeds WHERE removed_at IS NULL")
        return tuple(sorted(map(_subscription, rows), key=lambda s: (fold(s.folder), fold(s.title), s.id)))

    def remove(self, feed_id: FeedId) -> None:
        """Unsubscribe; the entries stay, hidden unless bookmarked, until the subscription comes back."""
        with self._db.transaction():
            self._db.write(
                "UPDATE feeds SET removed_at = ? WHERE id = ? AND removed_at IS NULL", (to_stamp(self._now()), feed_id)
            )
            self._db.write("UPDATE entries SET hidden = 1 WHERE feed_id = ? AND bookmarked = 0", (feed_id,))

    def restore(self, feed_id: FeedId) -> None:
        """Undo ``remove``."""
        with self._db.transaction():
            self._db.write("UPDATE feeds SET removed_at = NULL WHERE id = ?", (feed_id,))
            self._db.write("UPDATE entries SET hidden = 0 WHERE feed_id = ? AND hidden = 1", (feed_id,))

    def update(
        self,
        feed_id: FeedId,
        *,
        title: str | None = None,
        folder: str | None = None,
        full_text: bool | None = None,
        url: str | None = None,
    ) -> Subscription:
        """Change a subscription; None leaves a part as it is, an empty title goes back to the feed's own.

        A new address makes the validators of the old one void.

        Raises:
            StoreError: there is no such subscription, or another one has this address.
        """
        with self._db.transaction():
            old = self.get(feed_id)
            if old is None:
                raise StoreError(f"{self._db.path}: there is no subscription {feed_id}")
            if title is not None:
                self._db.write("UPDATE feeds SET own_title = ? WHERE id = ?", (storable(title), feed_id))
            if folder is not None:
                self._db.write("UPDATE feeds SET folder = ? WHERE id = ?", (storable(folder), feed_id))
            if full_text is not None:
                self._db.write("UPDATE feeds SET full_text = ? WHERE id = ?", (full_text, feed_id))
            if url is not None and url != old.url:
                if self._db.row("SELECT 1 FROM feeds WHERE url = ?", (storable(url),)):
                    raise StoreError(f"{self._db.path}: there is already a subscription to {url[:200]}")
                self._db.write(
                    "UPDATE feeds SET url = ?, etag = '', last_modified = '', gone = 0 WHERE id = ?",
                    (storable(url), feed_id),
                )
            return self._renamed(old)

    def _renamed(self, old: Subscription) -> Subscription:
        """Return the subscription as it is now; its entries get its title as outlet where that has changed."""
        new = self.get(old.id)
        if new is None:
            return replace(old)
        if new.title != old.title:
            reindex_outlet(self._db, old.id, new.title)
        return new

    def keep_state(self, feed_id: FeedId, state: FetchState, *, feed_title: str = "", site_url: str = "") -> None:
        """Keep what a fetch left behind, and the feed's own title and site where they are given.

        Nothing happens to a subscription that was removed while it was being fetched.
        """
        with self._db.transaction(durable=False):
            old = self.get(feed_id)
            if old is None:
                return
            self._db.write(
                "UPDATE feeds SET etag = ?, last_modified = ?, checked_at = ?, changed_at = ?, due_at = ?, "
                "failures = ?, error = ?, gone = ?, remarks = ? WHERE id = ?",
                (
                    storable(state.etag),
                    storable(state.last_modified),
                    optional_stamp(state.checked_at),
                    optional_stamp(state.changed_at),
                    optional_stamp(state.due_at),
                    state.failures,
                    storable(state.error),
                    state.gone,
                    storable("\n".join(state.remarks)),
                    feed_id,
                ),
            )
            if site_url:
                self._db.write("UPDATE feeds SET site_url = ? WHERE id = ?", (storable(site_url), feed_id))
            if feed_title:
                self._db.write("UPDATE feeds SET feed_title = ? WHERE id = ?", (storable(feed_title), feed_id))
                self._renamed(old)

    def due(self, now: datetime) -> tuple[Subscription, ...]:
        """Return the subscriptions that may be fetched now, those that waited longest first; gone ones are left out.

        One that was last asked for "in the future" is due: the clock has been set back, and its times mean nothing.
        """
        ready = [
            s
            for s in self.all()
            if not s.state.gone
            and (
                s.state.due_at is None
                or s.state.due_at <= now
                or (s.state.checked_at is not None and s.state.checked_at > now)
            )
        ]
        return tuple(sorted(ready, key=lambda s: (s.state.checked_at is not None, s.state.checked_at or now, s.id)))

    def counts(self) -> dict[FeedId, FeedCounts]:
        """Return the numbers of unread and of all entries for each subscription, zeros included."""
        totals = {
            FeedId(row[0]): FeedCounts() for row in self._db.read("SELECT id FROM feeds WHERE removed_at IS NULL")
        }
        for feed_id, total, read in self._db.read(
            "SELECT feed_id, count(*), sum(read) FROM entries INDEXED BY entries_of_feed "
            "WHERE feed_id IS NOT NULL AND hidden = 0 GROUP BY feed_id"
        ):
            if feed_id in totals:
                totals[FeedId(feed_id)] = FeedCounts(unread=total - read, total=total)
        return totals
