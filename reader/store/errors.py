"""What can go wrong with the library's file, or with a query: one clear line each, naming place and cause."""

import sqlite3
from pathlib import Path


class StoreError(Exception):
    """A fault of the library that a user can understand; its text is one line and names the file."""


class LibraryNewerError(StoreError):
    """The library was written by a later version of the program; the file has not been touched."""


class LibraryDamagedError(StoreError):
    """The file is no library or is damaged; it has not been overwritten."""


class LibraryBusyError(StoreError):
    """Another process held the library for longer than we wait."""


class LibraryReadOnlyError(StoreError):
    """The library can be read but not written."""


class LibraryFullError(StoreError):
    """The disk (or a size limit) takes no more; what was kept before stays readable."""


class QueryError(Exception):
    """A query that cannot be understood: one line that says what is wrong and where."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} (at character {position + 1})")
        self.position = position
        """Offset in the query of what is wrong, from 0."""


_CAUSES: tuple[tuple[str, type[StoreError], str], ...] = (
    ("SQLITE_FULL", LibraryFullError, "the disk is full; nothing of this step was kept"),
    ("SQLITE_IOERR_WRITE", LibraryFullError, "the disk takes no more (full, or a size limit); nothing was kept"),
    ("SQLITE_IOERR_SHMSIZE", LibraryFullError, "the disk takes no more (full, or a size limit); nothing was kept"),
    ("SQLITE_READONLY", LibraryReadOnlyError, "the library can only be read (see the rights of file and folder)"),
    ("SQLITE_NOTADB", LibraryDamagedError, "this is not a library of newsreader; it has not been touched"),
    ("SQLITE_CORRUPT", LibraryDamagedError, "the library is damaged; run `newsreader doctor --repair`"),
    ("SQLITE_BUSY", LibraryBusyError, "another program holds the library; try again when it is done"),
    ("SQLITE_LOCKED", LibraryBusyError, "another program holds the library; try again when it is done"),
    ("SQLITE_CANTOPEN", StoreError, "the library cannot be opened (does its folder exist, may it be written?)"),
    ("SQLITE_IOERR", StoreError, "the disk reports an error"),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", StoreError, "this entry or feed is not in the library"),
    ("SQLITE_TOOBIG", StoreError, "a text is too long to be kept"),
)
"""SQLite's result codes (sqlite.org/rescode.html) by prefix, the most special first."""


def explain(path: Path, error: sqlite3.Error | UnicodeError) -> StoreError:
    """Return the StoreError that puts an error of SQLite into plain words."""
    if isinstance(error, UnicodeError):
        return StoreError(f"{path}: a text has characters that cannot be kept (lone surrogates)")
    code = getattr(error, "sqlite_errorname", None) or ""
    for prefix, kind, words in _CAUSES:
        if code.startswith(prefix):
            return kind(f"{path}: {words}")
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return StoreError(f"{path}: the library is closed")
    detail = " ".join(str(error).split())[:200]
    return StoreError(f"{path}: {detail or type(error).__name__}")
