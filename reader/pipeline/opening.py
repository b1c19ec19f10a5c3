"""Paths and settings -> services: opens the library at once, and the network and the children when first needed."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.config import Settings
from reader.paths import LibraryPaths
from reader.pipeline.services import Services
from reader.pipeline.workers import Workers

if TYPE_CHECKING:
    from reader.lexicon.outlets import Row
    from reader.web.fetch import Fetcher, Request, Response


def utc_now() -> datetime:
    """Return the present time, aware and in UTC."""
    return datetime.now(UTC)


class LazyFetcher:
    """A fetcher that loads the HTTP library on its first fetch: ``list`` and the first screen need none."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._fetcher: Fetcher | None = None
        self._closed = False

    def fetch(self, request: "Request", cancelled: Callable[[], bool] | None = None) -> "Response":
        """Fetch as ``web.fetch.Fetcher`` does.

        Raises:
            FetchError: as there.
        """
        with self._lock:
            if self._fetcher is None:
                from reader.web.fetch import Fetcher

                self._fetcher = Fetcher()
                if self._closed:
                    self._fetcher.close()
            fetcher = self._fetcher
        return fetcher.fetch(request, cancelled)

    def close(self) -> None:
        """Close the connections, if there are any."""
        with self._lock:
            self._closed = True
            if self._fetcher is not None:
                self._fetcher.close()


def open_services(
    paths: LibraryPaths,
    settings: Settings,
    *,
    outlets: "tuple[Row, ...]" = (),
    received: Callable[[], datetime] = utc_now,
) -> Services:
    """Return the services over the library in a folder, which is made where there is none.

    Args:
        paths: where the library lies.
        settings: what the user set.
        outlets: the user's own table of outlets.
        received: the time that entries are kept under; another than the present one only in the demo.

    Raises:
        StoreError: the library cannot be opened; one clear line.
        OSError: the folder cannot be made.
    """
    from reader.store.library import Library

    paths.directory.mkdir(parents=True, exist_ok=True)
    return Services(
        library=Library.open(paths.database, now=received),
        fetcher=LazyFetcher(),
        workers=Workers(),
        now=utc_now,
        settings=settings,
        outlets=outlets,
    )
