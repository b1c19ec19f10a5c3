"""The database file: one connection for each thread, transactions, and errors in plain words.

Durability. In WAL mode SQLite syncs the log at every commit only with ``synchronous=FULL``; with ``NORMAL`` a
committed transaction survives a killed process but may be lost with the power (sqlite.org/pragma.html). What a
user did (read marks, bookmarks, notes, subscriptions) is therefore committed with FULL; what can be fetched or
computed again with NORMAL. The level is switched on the one connection of the thread, outside transactions (it
costs no input or output), rather than kept on two connections: two could wait for each other inside one thread.
"""

import sqlite3
import threading
import unicodedata
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reader.store.errors import LibraryReadOnlyError, StoreError, explain
from reader.store.packing import plain_text
from reader.text.names import spelling_key

BUSY_SECONDS = 30.0
"""How long a write waits for another process; transactions are kept far shorter."""

Row = tuple[Any, ...]
"""One row of a result; SQLite gives no static types."""


def fold(text: str | None) -> str:
    """Return the text in the form in which names are compared: case and accents away, white space single."""
    text = (text or "").casefold()
    if text.isascii():
        return " ".join(text.split())
    decomposed = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


class _Handle:
    """The connection of one thread and the state of its transaction; closes itself when the thread is gone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.lock = threading.RLock()
        """Held while a statement runs, so that ``close`` from another thread waits for its end."""
        self.depth = 0
        self.durable = True

    def close(self) -> None:
        self.connection.close()

    def __del__(self) -> None:
        self.connection.close()


class Database:
    """A database file in WAL mode that any thread may use."""

    def __init__(self, path: Path, *, read_only: bool = False, immutable: bool = False) -> None:
        """Open an existing file.

        Args:
            path: the file.
            read_only: refuse every write with LibraryReadOnlyError.
            immutable: read without locks and log (a read-only medium); implies ``read_only``.
        """
        self.path = path
        self.read_only = read_only or immutable
        self._immutable = immutable
        self._local = threading.local()
        self._handles: weakref.WeakSet[_Handle] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._closed = False
        self.read("SELECT count(*) FROM sqlite_master")  # finds out at once whether it is a database

    def _connect(self) -> sqlite3.Connection:
        mode = "mode=ro&immutable=1" if self._immutable else "mode=ro" if self.read_only else "mode=rw"
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # only ``close`` comes from another thread, under the handle's lock
            cached_statements=256,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA cache_size = -8000")
            connection.execute("PRAGMA journal_size_limit = 33554432")
            connection.execute("PRAGMA trusted_schema = ON")  # a view of ours uses plain_text()
            connection.create_function("fold", 1, fold, deterministic=True)
            connection.create_function("spelling", 1, spelling_key, deterministic=True)
            connection.create_function("plain_text", 1, plain_text, deterministic=True)
        except BaseException:
            connection.close()
            raise
        return connection

    def _handle(self) -> _Handle:
        if self._closed:
            raise StoreError(f"{self.path}: the library is closed")
        handle: _Handle | None = getattr(self._local, "handle", None)
        if handle is None:
            try:
                handle = _Handle(self._connect())
            except sqlite3.Error as error:
                raise explain(self.path, error) from error
            self._local.handle = handle
            with self._guard:
                self._handles.add(handle)
        return handle

    def read(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query (or of an INSERT/UPDATE with RETURNING inside a transaction)."""
        handle = self._handle()
        with handle.lock:
            try:
                return handle.connection.execute(sql, parameters).fetchall()
            except (sqlite3.Error, UnicodeError) as error:
                raise explain(self.path, error) from error

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, None where there is none."""
        rows = self.read(sql, parameters)
        return rows[0] if rows else None

    def read_each(self, sql: str, rows: Iterable[Sequence[object]]) -> list[list[Row]]:
        """Return the results of one query for each row of parameters, in one go."""
        handle = self._handle()
        with handle.lock:
            try:
                return [handle.connection.execute(sql, row).fetchall() for row in rows]
            except (sqlite3.Error, UnicodeError) as error:
                raise explain(self.path, error) from error

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement and return the number of the row it inserted last; belongs inside a transaction."""
        handle = self._handle()
        with handle.lock:
            try:
                return handle.connection.execute(sql, parameters).lastrowid or 0
            except (sqlite3.Error, UnicodeError) as error:
                raise explain(self.path, error) from error

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of parameters; belongs inside a transaction."""
        handle = self._handle()
        with handle.lock:
            try:
                handle.connection.executemany(sql, rows)
            except (sqlite3.Error, UnicodeError) as error:
                raise explain(self.path, error) from error

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Keep everything done inside, or nothing of it.

        A transaction inside another one is a savepoint: its failure undoes its own part only, and it becomes
        lasting with the outer one.

        Args:
            durable: synced to the disk before this returns (see the module's first lines).
        """
        if self.read_only:
            raise LibraryReadOnlyError(f"{self.path}: the library can only be read")
        handle = self._handle()
        with handle.lock:
            if handle.depth == 0:
                self._begin(handle, durable)
                end, undo = "COMMIT", ["ROLLBACK"]
            else:
                if durable and not handle.durable:
                    raise RuntimeError("a user's action inside a transaction that is not durable would not be synced")
                name = f"inner{handle.depth}"
                self._run(handle, f"SAVEPOINT {name}")
                end, undo = f"RELEASE {name}", [f"ROLLBACK TO {name}", f"RELEASE {name}"]
            handle.depth += 1
            try:
                yield
                self._run(handle, end)
            except BaseException:
                with suppress(sqlite3.Error):  # the first error is the one to tell; SQLite may have rolled back
                    for sql in undo:
                        if handle.connection.in_transaction:
                            handle.connection.execute(sql)
                raise
            finally:
                handle.depth -= 1

    @contextmanager
    def foreign_keys_off(self) -> Iterator[None]:
        """Let a migration rebuild tables; whoever uses it checks the keys before committing."""
        handle = self._handle()
        with handle.lock:
            self._run(handle, "PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
            try:
                yield
            finally:
                self._run(handle, "PRAGMA foreign_keys = ON")

    def _begin(self, handle: _Handle, durable: bool) -> None:
        if handle.durable != durable:
            self._run(handle, f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            handle.durable = durable
        self._run(handle, "BEGIN IMMEDIATE")  # takes the write lock now: no failure half-way for want of it

    def _run(self, handle: _Handle, sql: str) -> None:
        try:
            handle.connection.execute(sql)
        except sqlite3.Error as error:
            raise explain(self.path, error) from error

    def backup(self, target: Path) -> None:
        """Write a whole copy of the database, as it is now, to a new file (SQLite's backup interface)."""
        handle = self._handle()
        with handle.lock:
            copy = sqlite3.connect(target)
            try:
                handle.connection.backup(copy)
            except sqlite3.Error as error:
                raise explain(target, error) from error
            finally:
                copy.close()

    def close(self) -> None:
        """Close the connections of all threads, each when its running statement or transaction has ended."""
        self._closed = True
        with self._guard:
            handles = list(self._handles)
        for handle in handles:
            if handle.lock.acquire(timeout=BUSY_SECONDS):
                try:
                    handle.close()
                finally:
                    handle.lock.release()
