"""Errors in one clear line; what nobody foresaw goes to the log with its traceback."""

import argparse
import contextlib
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from reader.paths import library_paths
from reader.text.safety import clean_block, clean_line

LOG_BYTES = 1_000_000
"""A log that has grown beyond this is put aside as ``.1`` when the next run begins to write."""
_LINE = 1000
"""Characters of one message."""
_OWN = ("reader.store.", "reader.pipeline.", "reader.feeds.", "reader.web.", "reader.config", "reader.cli.")


class Failure(Exception):
    """What a command reports as its one line before it ends with exit code 1."""


class Usage(Exception):
    """Wrong usage that only shows while a command runs; one line, exit code 2."""


def explain_failure(error: Exception, arguments: argparse.Namespace) -> int:
    """Print one line on what ended a command and return the exit code."""
    code = 2 if isinstance(error, Usage) or type(error).__name__ == "QueryError" else 1
    if isinstance(error, Failure | Usage) or type(error).__module__.startswith(_OWN):
        line = str(error)
    elif isinstance(error, OSError) and error.strerror:
        name = clean_line(str(error.filename), 200) if error.filename else "reading or writing failed"
        line = f"{name}: {error.strerror}"
    else:
        line = _unforeseen(error, arguments)
    for part in getattr(error, "problems", (line,)):  # a settings file may have several faults
        sys.stderr.write(f"newsreader: {clean_line(str(part), _LINE)}\n")
    return code


def _unforeseen(error: Exception, arguments: argparse.Namespace) -> str:
    """Keep the traceback in the log and return the line that names it."""
    what = f"this is a fault of the program ({type(error).__name__}: {error})"
    try:
        log = library_paths(getattr(arguments, "data_dir", None)).log
        _append(log, "".join(traceback.format_exception(error)))
    except Exception as problem:  # a damaged installation lacks anything
        return f"{what}; the log could not be written ({problem})"
    return f"{what}; the details are in {log}"


class _LogHandler(logging.Handler):
    """Adds each record to the log file; a log that cannot be written must not stop the reader."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        with contextlib.suppress(OSError):
            _append(self._path, f"{record.levelname} {record.name}: {self.format(record)}")


def log_to(path: Path) -> None:
    """Send the warnings of all rooms and libraries to the log file; it is made when the first one comes."""
    logging.basicConfig(handlers=[_LogHandler(path)], level=logging.WARNING, force=True)


def _append(path: Path, text: str) -> None:
    """Add to the log, putting an overgrown one aside first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_BYTES:
        path.replace(path.with_name(path.name + ".1"))
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {clean_block(text)}\n")
