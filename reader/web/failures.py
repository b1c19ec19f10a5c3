"""What went wrong while fetching, in our own words: a server's words are foreign text and may carry anything."""

import socket
import ssl
from datetime import timedelta
from http.client import HTTPException
from typing import Final

from urllib3.exceptions import HTTPError

from reader.text.safety import clean_line
from reader.web.body import BadBody
from reader.web.wire import HeadersTooLarge, RefusedAddress

_EXCERPT: Final = 80
NETWORK_ERRORS: Final = (OSError, HTTPException, HTTPError, ValueError, RefusedAddress, HeadersTooLarge, BadBody)
"""All that resolving, connecting, asking and reading may raise; ValueError comes of malformed chunks and lengths."""


class FetchError(Exception):
    """A fetch that brought nothing; its text is one clear line."""

    def __init__(
        self, line: str, *, status: int | None = None, retry_after: timedelta | None = None, gone: bool = False
    ) -> None:
        super().__init__(clean_line(line, 300))
        self.status = status
        """The HTTP status, where there was an answer."""
        self.retry_after = retry_after
        """For how long the server wants to be left alone, a week at most."""
        self.gone = gone
        """The server said that this address will not come back (410)."""


class FetchCancelled(FetchError):
    """A fetch that was broken off because it was no longer wanted."""


def explain(error: Exception, host: str) -> FetchError:
    """Return the error that a user is told for one that was raised on the way."""
    cause: BaseException = error
    for _ in range(5):
        if isinstance(cause, HTTPError) and (inner := cause.__cause__ or cause.__context__):
            cause = inner
    if isinstance(error, FetchError):
        return error
    if isinstance(cause, RefusedAddress | BadBody):
        return FetchError(str(cause))
    if isinstance(cause, HeadersTooLarge):
        return FetchError(f"{host} sends headers without end")
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(f"the certificate of {host} is not valid: {_excerpt(cause.verify_message)}")
    if isinstance(cause, ssl.SSLError):
        return FetchError(f"no secure connection to {host} ({_excerpt(cause.reason or 'TLS error')})")
    if isinstance(cause, socket.gaierror):
        return FetchError(f"there is no host named {host}, or no network")
    if isinstance(cause, TimeoutError):
        return FetchError(f"{host} did not answer in time")
    if isinstance(cause, ConnectionRefusedError):
        return FetchError(f"{host} refuses the connection")
    if isinstance(cause, ConnectionError):
        return FetchError(f"{host} broke the connection off")
    if isinstance(cause, OSError):
        return FetchError(f"no connection to {host} ({_excerpt(cause.strerror or 'network error')})")
    return FetchError(f"{host} does not speak HTTP properly ({type(cause).__name__})")


def _excerpt(text: object) -> str:
    """Return the beginning of a foreign text as it may be shown."""
    return clean_line(str(text), _EXCERPT)
