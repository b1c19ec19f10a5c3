"""What is asked and what is answered: the shapes on both sides of a fetch."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, Protocol

Cancelled = Callable[[], bool]
"""Tells whether what is under way is no longer wanted."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for."""

    url: str
    etag: str = ""
    last_modified: str = ""
    """Both validators as the last complete answer gave them; empty: unconditional."""
    allow_private: bool = False
    """The user named this private origin: it, and no other private one, may be reached."""
    max_bytes: int | None = None
    """Bytes that may come over the wire; None: the limit of the kind."""
    kind: Literal["feed", "page"] = "feed"


@dataclass(frozen=True, slots=True)
class Response:
    """A complete answer."""

    url: str
    """The address that answered, after all redirects, without user name and fragment."""
    status: int
    body: bytes = b""
    """Decompressed; empty if nothing changed."""
    content_type: str = ""
    """Media type in lower case, without parameters."""
    charset: str = ""
    """The encoding that the server named; empty if it named none."""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False
    """The server said that nothing changed (304)."""
    moved_to: str = ""
    """The new address; empty unless every hop to it was permanent (301, 308)."""
    max_age: timedelta | None = None
    """How long the answer stays fresh, if the server says so."""


class Fetches(Protocol):
    """Whoever can fetch: the Fetcher, or a stand-in of the tests."""

    def fetch(self, request: Request, cancelled: Cancelled | None = None) -> Response:
        """Return the answer to a request.

        Raises:
            FetchError: if there is none that could be used.
        """
