"""Library: the one face of the store."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.store.arrivals import Kept
from reader.store.bookmark_copy import BookmarkCopy
from reader.store.database import Database
from reader.store.entries import EntryStore
from reader.store.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryFullError,
    LibraryNewerError,
    LibraryReadOnlyError,
    QueryError,
    StoreError,
)
from reader.store.feeds import FeedStore
from reader.store.opening import open_database
from reader.store.settings import SettingStore

if TYPE_CHECKING:  # with their model classes a tenth of all that is loaded for the first frame, which shows neither
    from reader.store.chains import ChainStore
    from reader.store.claims import ClaimStore
    from reader.store.reuse_index import ReuseIndex

__all__ = [
    "Kept",
    "Library",
    "LibraryBusyError",
    "LibraryDamagedError",
    "LibraryFullError",
    "LibraryNewerError",
    "LibraryReadOnlyError",
    "QueryError",
    "StoreError",
]


class Library:
    """Everything the program keeps, in one SQLite file; usable from any thread, and beside other processes."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._db = database
        self._now = now
        self.feeds = FeedStore(database, now)
        self._copy = BookmarkCopy(database, now)
        self.entries = EntryStore(database, now, self._copy.record)
        self.settings = SettingStore(database)

    @cached_property
    def claims(self) -> "ClaimStore":
        """Attributions and officials; loaded when first used."""
        from reader.store.claims import ClaimStore

        return ClaimStore(self._db)

    @cached_property
    def chains(self) -> "ChainStore":
        """Credits and derivations; loaded when first used."""
        from reader.store.chains import ChainStore

        return ChainStore(self._db)

    @cached_property
    def reuse(self) -> "ReuseIndex":
        """Which entries may share text; loaded when first used."""
        from reader.store.reuse_index import ReuseIndex

        return ReuseIndex(self._db)

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime]) -> "Library":
        """Open a library; make it where there is none, bring it up to date where it is older.

        Args:
            path: the file.
            now: the clock (aware times).

        Raises:
            StoreError: one clear line; see its subclasses in ``errors``.
        """
        return cls(open_database(path, now()), now)

    @staticmethod
    def recover(path: Path, *, now: Callable[[], datetime]) -> list[str]:
        """Replace a library that ``open`` calls damaged: it is set aside, what can be read moves to a new one.

        Bookmarks that the file has lost come back from the side copy. Returns what was done, one line each.

        Raises:
            StoreError: the file cannot be set aside, or no new one be made.
        """
        from reader.store.salvage import recover_library

        return recover_library(path, now())

    @property
    def path(self) -> Path:
        """The file."""
        return self._db.path

    @property
    def read_only(self) -> bool:
        """The file or its folder cannot be written: reading works, everything else raises LibraryReadOnlyError."""
        return self._db.read_only

    def transaction(self, *, durable: bool = True) -> AbstractContextManager[None]:
        """Keep everything that is done inside on this thread, or nothing of it.

        Synced to the disk at its end, unless it is not ``durable``: what can be computed again.
        """
        return self._db.transaction(durable=durable)

    def check(self) -> list[str]:
        """Return what is wrong with the file, one line each; empty if all is well."""
        from reader.store.upkeep import check_database

        return check_database(self._db) or self._copy.check()

    def repair(self) -> list[str]:
        """Mend what can be mended in place and return what was done, one line each."""
        from reader.store.upkeep import repair_database

        return repair_database(self._db) + self._copy.mend()

    def close(self) -> None:
        """Close all connections; waits for what other threads are doing at this moment."""
        self._db.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
