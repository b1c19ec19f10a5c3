"""Opening a library file: made where there is none, brought up to date where it is older, refused where it must be."""

import os
import sqlite3
import struct
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from reader.store.database import BUSY_SECONDS, Database
from reader.store.errors import (
    LibraryBusyError,
    LibraryDamagedError,
    LibraryNewerError,
    LibraryReadOnlyError,
    StoreError,
)
from reader.store.schema import APPLICATION_ID, MIGRATIONS, SCHEMA, VERSION


def open_database(
    path: Path, now: datetime, *, version: int = VERSION, migrations: Mapping[int, str] = MIGRATIONS
) -> Database:
    """Open the library at ``path``; make it, or bring it up to date (after a backup beside it), where needed.

    Args:
        path: the file; its folder is made where it is missing.
        now: names the backup.
        version: number of the schema wanted (tests hand in their own).
        migrations: SQL from each number to the next.

    Raises:
        LibraryNewerError: it is of a later schema (no byte of it has changed).
        LibraryDamagedError: it is no library or cannot be read (no byte of it has changed).
        LibraryReadOnlyError: it would have to be made or changed, and must not be.
        StoreError: any other cause, in one line.
    """
    _refuse_foreign(path, version)
    writable = _is_writable(path)
    if not _has_content(path):
        if not writable:
            raise LibraryReadOnlyError(f"{path}: the library cannot be made here: the folder cannot be written")
        _make_file(path)
    database = _open(path, writable)
    try:
        found = _version(database)
        if found > version:
            raise _newer(path, found, version)
        if writable:
            _set_log(database)  # the first write: the file is known to be ours
        if found < version:
            if not writable:
                raise LibraryReadOnlyError(f"{path}: the library is of an earlier version and cannot be written")
            _advance(database, found, version, migrations, now)
    except BaseException:
        database.close()
        raise
    return database


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _newer(path: Path, found: int, known: int) -> LibraryNewerError:
    return LibraryNewerError(
        f"{path}: written by a later newsreader (schema {found}, this one knows {known}); not touched, please upgrade"
    )


def _refuse_foreign(path: Path, version: int) -> None:
    """Look at the first bytes of the file, without SQLite, which might write to it."""
    try:
        if path.is_dir():
            raise LibraryDamagedError(f"{path}: is a folder, not a library")
        if not _has_content(path):
            return
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror or type(error).__name__})") from error
    if len(head) < 100 or not head.startswith(b"SQLite format 3\x00"):
        raise LibraryDamagedError(f"{path}: this is not a library of newsreader, or it is damaged; not touched")
    found, owner = struct.unpack(">i", head[60:64])[0], struct.unpack(">I", head[68:72])[0]
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size > 0:
        found, owner = _ask(path, found, owner)
    if owner not in (0, APPLICATION_ID) or (owner == 0 and found != 0):
        raise LibraryDamagedError(f"{path}: this is a database of another program; not touched")
    if found > version:
        raise _newer(path, found, version)


def _ask(path: Path, found: int, owner: int) -> tuple[int, int]:
    """Return version and owner as the log has them (a process died before it was written back)."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as reading:
        found = reading.execute("PRAGMA user_version").fetchone()[0]
        owner = reading.execute("PRAGMA application_id").fetchone()[0]
    return found, owner & 0xFFFFFFFF


def _is_writable(path: Path) -> bool:
    folder = path.parent
    if not folder.exists():
        return True  # making it will tell
    return os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _make_file(path: Path) -> None:
    """Make an empty database in WAL mode; what people read is nobody else's business, hence the rights."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise LibraryReadOnlyError(f"{path}: cannot be made ({error.strerror or type(error).__name__})") from error


def _open(path: Path, writable: bool) -> Database:
    """Open the file without changing it."""
    if writable:
        return Database(path)
    try:
        return Database(path, read_only=True)
    except StoreError:
        return Database(path, immutable=True)  # no log can be made beside it: a read-only medium


def _set_log(database: Database) -> None:
    """Switch to a write-ahead log, waiting for another process that does the same (SQLite does not by itself)."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if str((database.row("PRAGMA journal_mode") or ("",))[0]) == "wal":
                return
            database.row("PRAGMA journal_mode = WAL")
            return
        except LibraryBusyError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _version(database: Database) -> int:
    found = int((database.row("PRAGMA user_version") or (0,))[0])
    if found == 0 and database.row("SELECT 1 FROM sqlite_master LIMIT 1"):
        raise LibraryDamagedError(f"{database.path}: this is a database of another program; not touched")
    return found


def _advance(database: Database, found: int, version: int, migrations: Mapping[int, str], now: datetime) -> None:
    """Make the tables, or run the migrations: in one transaction, so that a kill leaves the old or the new."""
    if found:
        _keep_backup(database, found, now)
    with database.foreign_keys_off(), database.transaction():
        found = _version(database)  # another process may have been quicker
        if found > version:
            raise _newer(database.path, found, version)
        steps = [SCHEMA] if found == 0 else [migrations[number] for number in range(found, version)]
        for statement in (s for step in steps for s in split_statements(step)) if found < version else ():
            database.write(statement)
        broken = database.read("PRAGMA foreign_key_check")
        if broken:
            raise LibraryDamagedError(
                f"{database.path}: bringing it up to date was undone: {len(broken)} rows lost their partner in "
                f"{broken[0][0]}"
            )
        database.write(f"PRAGMA application_id = {APPLICATION_ID}")
        database.write(f"PRAGMA user_version = {version}")


def _keep_backup(database: Database, found: int, now: datetime) -> None:
    path = database.path
    target = path.with_name(f"{path.name}.schema-{found}-{now:%Y-%m-%d}.backup")
    if target.exists():
        return  # whole, since it gets its name only when it is complete
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        for left in path.parent.glob(f"{path.name}.*.part"):  # of a start that was killed
            if not _is_running(left.suffixes[-2].lstrip(".")):
                left.unlink(missing_ok=True)
        database.backup(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise StoreError(f"{target}: the backup before the update failed ({error.strerror})") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()


def split_statements(sql: str) -> Iterator[str]:
    """Yield the statements of a script one by one (``executescript`` would end the transaction)."""
    statement = ""
    for piece in sql.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):  # not inside a comment, a string or a trigger
            yield statement
            statement = ""
