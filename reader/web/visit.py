"""One fetch with all its hops: ask, follow, check, read."""

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Final
from urllib.parse import SplitResult, unquote, urldefrag, urlsplit

from urllib3.connection import HTTPConnection
from urllib3.response import BaseHTTPResponse

from reader import __version__
from reader.text.urls import absolute
from reader.web.body import WIRE_LIMITS, read_body
from reader.web.exchange import Cancelled, Request, Response
from reader.web.failures import NETWORK_ERRORS, FetchCancelled, FetchError, explain
from reader.web.headers import charset, content_length, max_age, media_type, retry_after, status_words, validator
from reader.web.politeness import QUIET_AFTER_TIMEOUT, LeaveAlone, Politeness
from reader.web.wire import Resolve, checked_addresses, connect, end_of_headers

MAX_REDIRECTS: Final = 10
USER_AGENT: Final = f"newsreader/{__version__} (+terminal feed reader)"

_ACCEPT: Final = {
    "feed": "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.3",
    "page": "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.3",
}
_PERMANENT: Final = frozenset({301, 308})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PIECE: Final = 65_536


class _Redirect(Exception):
    """The server sent us elsewhere."""

    def __init__(self, status: int, location: str) -> None:
        super().__init__()
        self.status = status
        self.location = location


class Visit:
    """The state of one fetch: where it stands, and how much time is left."""

    def __init__(
        self,
        request: Request,
        *,
        resolver: Resolve,
        politeness: Politeness,
        now: Callable[[], datetime],
        deadline: float,
        cancelled: Cancelled,
        held: Callable[[HTTPConnection], AbstractContextManager[None]],
    ) -> None:
        """Take what a fetch needs; ``deadline`` is in monotonic time, ``held`` closes a connection at the end."""
        self._request = request
        self._resolver = resolver
        self._politeness = politeness
        self._now = now
        self._deadline = deadline
        self._cancelled = cancelled
        self._held = held
        self._start = urlsplit(urldefrag(absolute("", request.url, userinfo=True)).url)

    def run(self) -> Response:
        """Return the answer, after all redirects.

        Raises:
            FetchError: if there is none that could be used.
        """
        if not self._start.netloc:
            raise FetchError("it is no http(s) address")
        url = urldefrag(absolute("", self._request.url)).url
        moved, permanent, seen = "", True, {url}
        for _ in range(MAX_REDIRECTS + 1):
            try:
                return self._visit(url, moved if permanent else "")
            except _Redirect as redirect:
                target = urldefrag(absolute(url, redirect.location)).url
                if not target:
                    raise FetchError("it redirects to something that is no http(s) address") from None
                if target in seen:
                    raise FetchError("it redirects in a circle") from None
                seen.add(target)
                permanent = permanent and redirect.status in _PERMANENT
                url = moved = target
        raise FetchError(f"it redirects more than {MAX_REDIRECTS} times")

    def _visit(self, url: str, moved_to: str) -> Response:
        """Return the answer of one hop; raise _Redirect for a redirect, FetchError for a failure."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        own = self._is_own(parts)
        waiting_since = time.monotonic()
        try:
            with self._politeness.visit(host, own=own, cancelled=self._cancelled):
                self._deadline += time.monotonic() - waiting_since  # waiting for a place is not the server's fault
                return self._ask(url, parts, host, own, moved_to)
        except LeaveAlone as alone:
            if not alone.asked:
                raise FetchError(f"{host} did not answer in time a moment ago") from None
            raise FetchError(f"{host} asked to be left alone", status=429, retry_after=alone.wait) from None
        except _Redirect:
            raise
        except NETWORK_ERRORS as error:
            if self._cancelled() or isinstance(error, InterruptedError):
                raise FetchCancelled("cancelled") from None
            if isinstance(error, TimeoutError) and not own:
                self._politeness.leave_alone(host, QUIET_AFTER_TIMEOUT, asked=False)
            raise explain(error, host) from None

    def _ask(self, url: str, parts: SplitResult, host: str, own: bool, moved_to: str) -> Response:
        """Return the answer of one hop, over a connection of its own."""
        _, _, port = _origin(parts)
        left = self._deadline - time.monotonic()
        addresses = checked_addresses(host, port, self._resolver, allow_private=own, seconds=left)
        connection = connect(parts.scheme, host, port, addresses, self._deadline)
        with self._held(connection):
            target = (parts.path or "/") + ("?" + parts.query if parts.query else "")
            connection.request("GET", target, headers=self._headers(parts), preload_content=False, decode_content=False)
            answer = connection.getresponse()
            try:
                end_of_headers(connection)
                return self._read(url, parts, answer, moved_to)
            finally:
                answer.close()

    def _is_own(self, parts: SplitResult) -> bool:
        """Tell whether an address lies at the private origin that the user named."""
        return self._request.allow_private and _origin(parts) == _origin(self._start)

    def _headers(self, parts: SplitResult) -> dict[str, str]:
        """Return the headers of the request; name and password go to the origin only that the user named."""
        request = self._request
        headers = {
            "User-Agent": USER_AGENT,
            "Accept": _ACCEPT[request.kind],
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        if self._start.username is not None and _origin(parts) == _origin(self._start):
            login = f"{unquote(self._start.username)}:{unquote(self._start.password or '')}"
            headers["Authorization"] = "Basic " + base64.b64encode(login.encode()).decode("ascii")
        return headers

    def _read(self, url: str, parts: SplitResult, answer: BaseHTTPResponse, moved_to: str) -> Response:
        """Return the answer with its body, or raise what its status says."""
        request, headers, status = self._request, answer.headers, answer.status
        if status in _REDIRECTS:
            raise _Redirect(status, headers.get("Location") or "")
        etag, last_modified = validator(headers.get("ETag", "")), validator(headers.get("Last-Modified", ""))
        if status == 304 and (request.etag or request.last_modified):
            return Response(
                url=url,
                status=304,
                etag=etag or request.etag,
                last_modified=last_modified or request.last_modified,
                not_modified=True,
                moved_to=moved_to,
                max_age=max_age(headers),
            )
        if not 200 <= status < 300:
            raise self._refusal(parts, status, headers.get("Retry-After", ""))
        if status in (204, 205):
            raise FetchError(f"{parts.hostname} answered {status_words(status)}: nothing to read", status=status)
        body = read_body(
            _pieces(answer),
            headers.get("Content-Encoding", ""),
            limit=request.max_bytes or WIRE_LIMITS[request.kind],
            length=content_length(headers),
            cancelled=self._cancelled,
        )
        content_type = headers.get("Content-Type", "")
        return Response(
            url=url,
            status=status,
            body=body,
            content_type=media_type(content_type),
            charset=charset(content_type),
            etag=etag,
            last_modified=last_modified,
            moved_to=moved_to,
            max_age=max_age(headers),
        )

    def _refusal(self, parts: SplitResult, status: int, asked: str) -> FetchError:
        """Return the error for an answer that is a refusal, and remember a public host's wish to be left alone."""
        host = parts.hostname or ""
        wait = retry_after(asked, self._now()) if asked else None
        if wait and status in (429, 503) and not self._is_own(parts):
            self._politeness.leave_alone(host, wait, asked=True)
        return FetchError(
            f"{host} answered {status_words(status)}", status=status, retry_after=wait, gone=status == 410
        )


def _origin(parts: SplitResult) -> tuple[str, str, int]:
    """Return scheme, host and port of an address."""
    return parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def _pieces(answer: BaseHTTPResponse) -> Iterator[bytes]:
    """Yield the body as it arrives, each piece at most one read from the network."""
    while piece := answer.read1(_PIECE, decode_content=False):
        yield piece
