"""Connections to addresses that were checked, with a deadline that holds for every byte.

Whoever resolves a name twice can be sent elsewhere the second time (DNS rebinding). So a name is resolved once, every
address is checked, and the socket is opened to one of exactly these; the name still goes into the ``Host`` header, the
TLS handshake and the check of the certificate, since urllib3's connection is built for the name and only told which
socket to use.

A time limit per read is no limit on the whole: a server that sends one byte every nine seconds holds a connection for
ever. The sockets here shorten their time limit before each read to what is left of the whole.
"""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from urllib3.connection import HTTPConnection, HTTPSConnection

from reader.text.urls import is_private_address, is_private_host, parse_address

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CONNECT_SECONDS: Final = 5.0
"""To connect to one address, and for the TLS handshake."""
IDLE_SECONDS: Final = 10.0
"""Between two pieces of an answer."""
HEADER_BYTES: Final = 64_000
"""Of status line and headers together; common servers send under 8,000."""
_TRIED_ADDRESSES: Final = 4

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port -> the IP addresses behind them, in the order to be tried; OSError if there are none."""


class RefusedAddress(Exception):
    """A host that may not be reached because it is private; its text is one clear line."""


class HeadersTooLarge(Exception):
    """An answer whose headers do not end in time."""


class _Limits:
    """The limits of one connection, checked before and after each read (mixed into both kinds of socket)."""

    deadline: float = float("inf")
    """Monotonic time at which the whole fetch ends."""
    header_bytes: int | None = None
    """Bytes that may still come before the headers end; None once they have."""

    def before_read(self) -> float:
        """Return how many seconds this read may take.

        Raises:
            TimeoutError: if there is no time left.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("the whole fetch took too long")
        return min(IDLE_SECONDS, left)

    def after_read(self, count: int) -> int:
        """Return ``count``.

        Raises:
            HeadersTooLarge: if these bytes belong to headers that are too long.
        """
        if self.header_bytes is not None:
            self.header_bytes -= count
            if self.header_bytes < 0:
                raise HeadersTooLarge
        return count


class _PlainSocket(_Limits, socket.socket):
    """A socket with limits."""

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0) -> int:
        """Read into a buffer, within the limits."""
        self.settimeout(self.before_read())
        return self.after_read(super().recv_into(buffer, nbytes or 0, flags))


class _SecureSocket(_Limits, ssl.SSLSocket):
    """A TLS socket with limits."""

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0) -> int:
        """Read into a buffer, within the limits."""
        self.settimeout(self.before_read())
        return self.after_read(super().recv_into(buffer, nbytes or 0, flags))


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of a host as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(info[4][0]) for info in found))


def checked_addresses(
    host: str, port: int, resolver: Resolve, *, allow_private: bool, seconds: float
) -> tuple[str, ...]:
    """Return the addresses of a host to which a connection may be opened.

    Raises:
        RefusedAddress: if only private ones are behind it and those are not allowed.
        OSError: if the name cannot be resolved within these seconds.
    """
    if not allow_private and is_private_host(host):
        raise RefusedAddress(f"{host} is a private address, which only the user may name")
    literal = parse_address(host)
    found = [str(literal)] if literal else in_time(lambda: resolver(host, port), seconds)
    if allow_private:
        return tuple(found)
    public = tuple(address for address in found if not is_private_address(ip_address(address.partition("%")[0])))
    if found and not public:
        raise RefusedAddress(f"{host} leads to a private address, which only the user may name")
    return public


def connect(scheme: str, host: str, port: int, addresses: Sequence[str], deadline: float) -> HTTPConnection:
    """Return an open connection to the first of the addresses that answers.

    Raises:
        OSError: if none answers in time, or TLS fails (``ssl.SSLError``).
        urllib3.exceptions.HTTPError: if TLS fails in urllib3's words.
    """
    if scheme == "https":
        connection: HTTPConnection = _SecureConnection(
            host, port, timeout=CONNECT_SECONDS, ssl_context=make_tls_context()
        )
    else:
        connection = _PlainConnection(host, port, timeout=CONNECT_SECONDS)
    assert isinstance(connection, _ToAddress)
    connection.addresses, connection.deadline = addresses, deadline
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    limited = connection.sock
    assert isinstance(limited, _PlainSocket | _SecureSocket)
    limited.deadline, limited.header_bytes = deadline, HEADER_BYTES
    connection.limited = limited
    connection.timeout = IDLE_SECONDS
    return connection


def end_of_headers(connection: HTTPConnection) -> None:
    """Lift the limit on headers; what follows is the body, which is counted elsewhere."""
    if isinstance(connection, _ToAddress) and connection.limited is not None:
        connection.limited.header_bytes = None


def shut(connection: HTTPConnection) -> None:
    """Break a connection off, whichever thread is reading from it."""
    if isinstance(connection, _ToAddress) and connection.limited is not None:
        with suppress(OSError):
            connection.limited.shutdown(socket.SHUT_RDWR)


def in_time(lookup: Callable[[], Sequence[str]], seconds: float) -> Sequence[str]:
    """Return what a lookup gives; a name server that does not answer must not hold the fetch.

    Raises:
        TimeoutError: if it takes longer. The thread it runs in ends when the system gives up, or with the program.
        OSError: as the lookup does.
    """
    answers: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(lookup())
        except OSError as error:
            answers.put(error)
        except Exception:  # a host that cannot even be written as a query
            answers.put(OSError("the name cannot be looked up"))

    threading.Thread(target=look_up, name="lookup", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise TimeoutError("the name server did not answer in time") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


class _ToAddress:
    """How a connection gets its socket: to the addresses it was given, not to what the name means now."""

    addresses: Sequence[str] = ()
    deadline: float = float("inf")
    port: int
    limited: "_PlainSocket | _SecureSocket | None" = None
    """The socket, which the connection itself forgets once the answer has begun."""

    def _new_conn(self) -> socket.socket:
        """Return a socket to the first address that answers."""
        error: OSError = OSError("there is no address behind the name")
        for address in self.addresses[:_TRIED_ADDRESSES]:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError("the whole fetch took too long")
            try:
                plain = socket.create_connection((address, self.port), min(CONNECT_SECONDS, left))
            except OSError as failure:
                error = failure
                continue
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            limited = _PlainSocket(plain.family, plain.type, plain.proto, fileno=plain.detach())
            limited.settimeout(min(CONNECT_SECONDS, left))
            return limited
        raise error


class _PlainConnection(_ToAddress, HTTPConnection):
    """A connection without TLS to a checked address."""


class _SecureConnection(_ToAddress, HTTPSConnection):
    """A connection with TLS to a checked address; name and certificate are those of the host."""


@lru_cache(maxsize=1)
def make_tls_context() -> ssl.SSLContext:
    """Return the one TLS context, made once: certificates of the system, and those of certifi where it is installed."""
    context = ssl.create_default_context()
    try:
        import certifi
    except ImportError:
        pass
    else:
        context.load_verify_locations(certifi.where())
    context.sslsocket_class = _SecureSocket
    return context
