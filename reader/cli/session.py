"""What the commands over a library share: opening it, naming entries and feeds, stopping on ctrl+C."""

import argparse
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from reader.cli.failures import Failure, log_to
from reader.cli.output import say
from reader.config import load_outlets, load_settings
from reader.model.entry import EntryId
from reader.model.feed import Subscription
from reader.paths import LibraryPaths, config_file, library_paths, outlets_file
from reader.pipeline.progress import Progress

if TYPE_CHECKING:
    from reader.lexicon.outlets import Row
    from reader.pipeline.services import Services


_PAUSE_SECONDS = 2.0


def paths_of(arguments: argparse.Namespace) -> LibraryPaths:
    """Return the files of the library that was asked for."""
    return library_paths(getattr(arguments, "data_dir", None))


def own_outlets() -> "tuple[Row, ...]":
    """Return the user's own outlets; what is wrong with the table is told, and its good lines hold."""
    found, problems = load_outlets(outlets_file())
    for problem in problems:
        say(problem)
    return found


@contextmanager
def open_session(arguments: argparse.Namespace) -> "Iterator[Services]":
    """Open the library that was asked for, and close everything afterwards.

    Raises:
        StoreError, ConfigError, OSError: it cannot be opened.
    """
    from reader.pipeline.opening import open_services

    paths = paths_of(arguments)
    if paths.directory.exists() and not paths.directory.is_dir():
        raise Failure(f"{paths.directory}: is not a folder")
    settings, outlets = load_settings(config_file()), own_outlets()
    log_to(paths.log)
    services = open_services(paths, settings, outlets=outlets)
    try:
        yield services
    finally:
        services.close()


def find_entry(services: "Services", text: str) -> EntryId:
    """Return the entry that a number or an address names.

    Raises:
        Failure: there is none.
    """
    from reader.text.urls import clean_url

    found: EntryId | None = services.library.entries.find(text) or services.library.entries.find(clean_url(text))
    if found is None:
        raise Failure(f"there is no entry {text[:200]!r}; `newsreader list` prints the numbers")
    return found


def find_feed(services: "Services", text: str) -> Subscription:
    """Return the subscription that a number, an address or a title names, or a file as ``add`` takes it.

    Raises:
        Failure: there is none.
    """
    from reader.pipeline.addresses import SubscribeError, feed_address

    feeds = services.library.feeds
    found: Subscription | None = feeds.find(text)
    if found is None:
        with suppress(SubscribeError):
            found = feeds.find(feed_address(text))
    if found is None:
        with suppress(ValueError, RuntimeError, OSError):  # the file may have gone
            found = feeds.find(Path(text).expanduser().absolute().as_uri())
    if found is None:
        raise Failure(f"there is no feed {text[:200]!r}; `newsreader feeds` lists them")
    return found


class Interrupt:
    """Ctrl+C that lets a run end by itself: what is done stays done. A second one ends it at once.

    With ``at_once`` the first one does (a read of the standard input would not notice it otherwise); what runs in other
    threads still sees that it was asked for.
    """

    def __init__(self, *, at_once: bool = False) -> None:
        self.asked = False
        self._at_once = at_once

    def __call__(self) -> bool:
        """Tell whether ctrl+C was pressed."""
        return self.asked

    def __enter__(self) -> "Interrupt":
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)
        if self.asked and kind is not None:  # what broke off because of it is no failure of its own
            raise KeyboardInterrupt

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        """Remember the first, obey the second."""
        first, self.asked = not self.asked, True
        if self._at_once or not first:
            raise KeyboardInterrupt


class ProgressLines:
    """Prints the steps of a run on the standard error; steps that only count on are told at most every two seconds."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        """Print one step."""
        counting = progress.what.isalpha() and not progress.problem
        moment = time.monotonic()
        if counting and progress.done < progress.total and moment - self._last < _PAUSE_SECONDS:
            return
        if counting:
            self._last = moment
        place = f"[{progress.done}/{progress.total}] " if progress.total > 1 else ""
        say(f"{place}{progress.what}: {progress.problem}" if progress.problem else f"{place}{progress.what}")
