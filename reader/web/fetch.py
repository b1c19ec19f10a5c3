"""Conditional GET: an address and the validators of the last fetch -> a Response, or a FetchError of one clear line.

Redirects are followed here, one by one, so that each hop is checked: http and https only, ten at most, never in a
circle, and never to a private address unless the user named exactly that origin (host and port). Nothing is kept
between two fetches but the manners of ``politeness``: no cookies, no cache, no connection. Proxies named by environment
variables are not used: behind one, the address that is connected to could not be checked.

Built on urllib3's connections. httpx and requests resolve the name inside their transports, follow their own redirects
and decompress without a limit; of each we would have replaced everything but the speaking of HTTP itself. urllib3 is
what both of them, and trafilatura (which brings it along), speak HTTP with.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from urllib3.connection import HTTPConnection

from reader.web.exchange import Cancelled, Fetches, Request, Response
from reader.web.failures import FetchCancelled, FetchError
from reader.web.politeness import Politeness
from reader.web.visit import Visit
from reader.web.wire import Resolve, resolve, shut

__all__ = ["FetchCancelled", "FetchError", "Fetcher", "Fetches", "Request", "Response"]

TOTAL_SECONDS: Final = 30.0
"""For a whole fetch with all its redirects; a slow server never holds a place longer."""


class Fetcher:
    """Fetches over the network; may be used from many threads at once."""

    def __init__(
        self,
        *,
        resolver: Resolve = resolve,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        politeness: Politeness | None = None,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        self._resolver = resolver
        self._now = now
        self._politeness = politeness or Politeness()
        self._total_seconds = total_seconds
        self._open: set[HTTPConnection] = set()
        self._lock = threading.Lock()
        self._closed = False

    def fetch(self, request: Request, cancelled: Cancelled | None = None) -> Response:
        """Return the answer to a request, following redirects.

        Raises:
            FetchError: if there is no usable answer; FetchCancelled if it was no longer wanted.
        """

        def unwanted() -> bool:
            return self._closed or (cancelled is not None and cancelled())

        visit = Visit(
            request,
            resolver=self._resolver,
            politeness=self._politeness,
            now=self._now,
            deadline=time.monotonic() + self._total_seconds,
            cancelled=unwanted,
            held=self._held,
        )
        return visit.run()

    def close(self) -> None:
        """Break off what is under way; the threads in it get a FetchCancelled."""
        with self._lock:
            self._closed = True
            open_now = tuple(self._open)
        for connection in open_now:
            shut(connection)

    @contextmanager
    def _held(self, connection: HTTPConnection) -> Iterator[None]:
        """Keep a connection where ``close`` finds it, and close it at the end."""
        with self._lock:
            self._open.add(connection)
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()
