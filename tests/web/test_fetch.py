from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from reader import __version__
from reader.text.safety import is_clean
from reader.web import wire
from reader.web.fetch import FetchCancelled, Fetcher, FetchError, Request, Response

if TYPE_CHECKING:
    from tests.web.conftest import Asked, LoopbackServer

Respond = Callable[..., bytes]
CERTIFICATES = Path(__file__).parent / "certificates"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def get(
    url: str,
    *,
    total: float = 5.0,
    cancelled: Callable[[], bool] | None = None,
    etag: str = "",
    last_modified: str = "",
    max_bytes: int | None = None,
    kind: Literal["feed", "page"] = "feed",
) -> Response:
    fetcher = Fetcher(total_seconds=total, now=lambda: NOW)
    request = Request(url, etag, last_modified, allow_private=True, max_bytes=max_bytes, kind=kind)
    return fetcher.fetch(request, cancelled)


def refused(
    url: str, *, total: float = 5.0, max_bytes: int | None = None, kind: Literal["feed", "page"] = "feed"
) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, total=total, max_bytes=max_bytes, kind=kind)
    line = str(caught.value)
    assert is_clean(line)
    assert "\n" not in line
    return caught.value


def test_a_plain_answer(server: LoopbackServer, response: Respond) -> None:
    server.answers["/feed?a=1"] = response(
        body=b"<rss/>",
        content_type='Application/RSS+xml; Charset="ISO-8859-1"',
        etag='W/"1"',
        last_modified="Mon, 23 Nov 2026 10:00:00 GMT",
        cache_control="public, max-age=900",
    )
    answer = get(server.url("/feed?a=1#top"))
    assert answer == Response(
        url=server.url("/feed?a=1"),
        status=200,
        body=b"<rss/>",
        content_type="application/rss+xml",
        charset="iso-8859-1",
        etag='W/"1"',
        last_modified="Mon, 23 Nov 2026 10:00:00 GMT",
        max_age=timedelta(minutes=15),
    )
    headers = server.asked[0].headers
    assert headers["user-agent"] == f"newsreader/{__version__} (+terminal feed reader)"
    assert headers["host"] == f"127.0.0.1:{server.port}"
    assert headers["accept-encoding"] == "gzip, deflate"
    assert not {"cookie", "referer", "if-none-match", "if-modified-since"} & headers.keys()


def test_conditional_get(server: LoopbackServer, response: Respond) -> None:
    server.answers["/feed"] = response("304 Not Modified", etag='"2"')
    answer = get(server.url("/feed"), etag='"1"', last_modified="Mon, 23 Nov 2026 10:00:00 GMT")
    assert (answer.not_modified, answer.body, answer.etag) == (True, b"", '"2"')
    assert answer.last_modified == "Mon, 23 Nov 2026 10:00:00 GMT"
    headers = server.asked[0].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "Mon, 23 Nov 2026 10:00:00 GMT")


def test_a_304_that_nobody_asked_for_is_an_error(server: LoopbackServer, response: Respond) -> None:
    server.answers["/feed"] = response("304 Not Modified")
    assert refused(server.url("/feed")).status == 304


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_redirects_are_followed(server: LoopbackServer, response: Respond, status: str) -> None:
    server.answers["/old"] = response(status, location="new?x=1")
    server.answers["/new?x=1"] = response(body=b"here")
    answer = get(server.url("/old"))
    assert (answer.body, answer.url) == (b"here", server.url("/new?x=1"))
    assert answer.moved_to == (server.url("/new?x=1") if status[:3] in ("301", "308") else "")


def test_a_move_counts_only_if_every_hop_is_permanent(server: LoopbackServer, response: Respond) -> None:
    server.answers |= {
        "/a": response("301 Moved", location="/b"),
        "/b": response("308 Permanent", location="/c"),
        "/c": response(body=b"x"),
        "/d": response("301 Moved", location="/e"),
        "/e": response("302 Found", location="/c"),
        "/f": response("302 Found", location="/b"),
    }
    assert get(server.url("/a")).moved_to == server.url("/c")
    assert get(server.url("/d")).moved_to == ""
    assert get(server.url("/f")).moved_to == ""


def test_a_circle_ends(server: LoopbackServer, response: Respond) -> None:
    server.answers |= {"/a": response("302 Found", location="/b"), "/b": response("302 Found", location="/a")}
    assert "circle" in str(refused(server.url("/a")))
    assert len(server.asked) == 2


def test_a_long_chain_ends(server: LoopbackServer, response: Respond) -> None:
    for i in range(20):
        server.answers[f"/{i}"] = response("302 Found", location=f"/{i + 1}")
    assert "10 times" in str(refused(server.url("/0")))
    assert len(server.asked) == 11


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "", "http://[", "data:text/html,x"]
)
def test_redirects_lead_to_http_only(server: LoopbackServer, response: Respond, location: str) -> None:
    server.answers["/a"] = response("302 Found", location=location)
    assert "no http(s) address" in str(refused(server.url("/a"))) or not location


def test_no_redirect_to_a_private_address_the_user_did_not_name(server: LoopbackServer, response: Respond) -> None:
    for other in (
        f"http://localhost:{server.port}/x",
        "http://127.0.0.1:1/x",
        f"http://2130706433:{server.port}/x",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://0/x",
        "http://router/",
    ):
        server.answers["/a"] = response("302 Found", location=other)
        error = str(refused(server.url("/a")))
        assert ("private" in error) or f"2130706433:{server.port}" in other, other
    assert "/latest" not in server.paths()


def test_private_addresses_need_the_user(server: LoopbackServer, response: Respond) -> None:
    server.answers["/a"] = response(body=b"secret")
    for name in ("127.0.0.1", "localhost", "2130706433", "0x7f.1"):
        with pytest.raises(FetchError, match="private"):
            Fetcher().fetch(Request(f"http://{name}:{server.port}/a"))
    assert not server.asked


def test_a_public_name_with_a_private_address_behind_it_is_refused(server: LoopbackServer) -> None:
    asked = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1", "::1", "::ffff:10.0.0.1"]

    with pytest.raises(FetchError, match=r"rebind\.example leads to a private address"):
        Fetcher(resolver=resolver).fetch(Request(f"http://rebind.example:{server.port}/a"))
    assert (asked, server.asked) == (["rebind.example"], [])


def test_the_connection_goes_to_the_address_that_was_checked(server: LoopbackServer, response: Respond) -> None:
    lookups = []

    def resolver(host: str, port: int) -> list[str]:
        lookups.append(host)
        return ["127.0.0.1"]

    server.answers["/a"] = response(body=b"x")
    request = Request(f"http://box.example:{server.port}/a", allow_private=True)
    assert Fetcher(resolver=resolver).fetch(request).body == b"x"
    assert lookups == ["box.example"]
    assert server.asked[0].headers["host"] == f"box.example:{server.port}"


def test_a_name_server_that_does_not_answer(server: LoopbackServer) -> None:
    over = threading.Event()

    def resolver(host: str, port: int) -> list[str]:
        over.wait(10)
        return []

    started = time.monotonic()
    with pytest.raises(FetchError, match="in time"):
        Fetcher(resolver=resolver, total_seconds=0.2).fetch(Request("http://slow.example/"))
    over.set()
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("status", "gone"), [("404 Not Found", False), ("410 Gone", True), ("500 \x1b[31mOops", False), ("999 X", False)]
)
def test_refusals(server: LoopbackServer, response: Respond, status: str, gone: bool) -> None:
    server.answers["/a"] = response(status)
    error = refused(server.url("/a"))
    assert (error.status, error.gone) == (int(status[:3]), gone)
    assert "31m" not in str(error)


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(seconds=120)),
        ("Tue, 24 Nov 2026 12:10:00 GMT", timedelta(minutes=10)),
        ("Tue, 24 Nov 2020 12:10:00 GMT", timedelta(0)),
        ("99999999999999", timedelta(days=7)),
        ("soon", None),
        ("-5", None),
    ],
)
def test_retry_after(server: LoopbackServer, response: Respond, value: str, wait: timedelta | None) -> None:
    server.answers["/a"] = response("429 Too Many Requests", retry_after=value)
    assert refused(server.url("/a")).retry_after == wait


def test_a_public_host_that_asked_for_quiet_is_not_asked_again(
    server: LoopbackServer, response: Respond, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "is_private_address", lambda _address: False)  # loopback stands in for the world
    server.answers |= {"/a": response("503 Busy", retry_after="3600"), "/b": response(body=b"x")}
    fetcher = Fetcher(resolver=lambda _host, _port: ["127.0.0.1"])
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(Request(f"http://news.example:{server.port}/a"))
    assert caught.value.retry_after == timedelta(hours=1)
    with pytest.raises(FetchError, match="left alone") as caught:
        fetcher.fetch(Request(f"http://news.example:{server.port}/b"))
    assert caught.value.retry_after is not None
    assert timedelta(minutes=59) < caught.value.retry_after <= timedelta(hours=1)
    assert server.paths() == ["/a"]


def test_feeds_on_a_host_of_the_users_own_do_not_silence_each_other(server: LoopbackServer, response: Respond) -> None:
    server.answers |= {"/a": response("429 Busy", retry_after="3600"), "/b": response(body=b"x")}
    fetcher = Fetcher()
    with pytest.raises(FetchError):
        fetcher.fetch(Request(server.url("/a"), allow_private=True))
    assert fetcher.fetch(Request(server.url("/b"), allow_private=True)).body == b"x"


def test_compressed_bodies(server: LoopbackServer, response: Respond) -> None:
    text = b"<rss>words</rss>" * 50
    bare = zlib.compressobj(wbits=-15)
    server.answers |= {
        "/gzip": response(body=gzip.compress(text), content_encoding="gzip"),
        "/x-gzip": response(body=gzip.compress(text), content_encoding="X-GZIP"),
        "/two": response(body=gzip.compress(text[:99]) + gzip.compress(text[99:]), content_encoding="gzip"),
        "/tail": response(body=gzip.compress(text) + b"\0\0\0", content_encoding="gzip"),
        "/deflate": response(body=zlib.compress(text), content_encoding="deflate"),
        "/bare": response(body=bare.compress(text) + bare.flush(), content_encoding="deflate"),
        "/file": response(body=gzip.compress(text), content_type="application/gzip"),
        "/not": response(body=text, content_encoding="gzip"),
        "/identity": response(body=text, content_encoding="identity"),
    }
    for path in server.answers:
        assert get(server.url(path)).body == text, path


@pytest.mark.parametrize(
    ("body", "coding", "words"),
    [
        (gzip.compress(b"\0" * 30_000_000), "gzip", "grows more than 100 times"),
        (gzip.compress(gzip.compress(b"x")), "gzip, gzip", "2 times over"),
        (b"x", "br", "not asked for"),
        (gzip.compress(b"words" * 100)[:-9], "gzip", "end too early"),
        (gzip.compress(b"words" * 100)[:-8] + b"\0" * 8, "gzip", "damaged"),
    ],
    ids=["bomb", "twice", "unasked", "cut", "damaged"],
)
def test_bad_compression(server: LoopbackServer, response: Respond, body: bytes, coding: str, words: str) -> None:
    server.answers["/a"] = response(body=body, content_encoding=coding)
    assert words in str(refused(server.url("/a")))


def test_a_body_that_is_announced_too_large_is_not_read(server: LoopbackServer, response: Respond) -> None:
    server.answers["/a"] = response(body=b"x", content_length="99999999999")
    assert "announces" in str(refused(server.url("/a")))


def test_an_endless_body_is_cut(server: LoopbackServer) -> None:
    def endless(asked: Asked) -> None:
        asked.send(b"HTTP/1.1 200 OK\r\n\r\n")
        while not asked.gone.is_set():
            asked.send(b"x" * 100_000)

    server.answers["/a"] = endless
    assert "larger than" in str(refused(server.url("/a"), max_bytes=1_000_000))
    assert "larger than 5,000,000" in str(refused(server.url("/a"), kind="page", total=20))


def test_a_body_shorter_than_announced_is_an_error(server: LoopbackServer, response: Respond) -> None:
    server.answers["/a"] = response(body=b"half", content_length="8", etag='"1"')
    refused(server.url("/a"))


def test_chunked_bodies(server: LoopbackServer, response: Respond) -> None:
    server.answers["/a"] = response(body=b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", transfer_encoding="chunked")
    server.answers["/b"] = response(body=b"zz\r\nabc\r\n", transfer_encoding="chunked")
    server.answers["/c"] = response(body=b"5\r\nabc", transfer_encoding="chunked")
    assert get(server.url("/a")).body == b"abcde"
    refused(server.url("/b"))
    refused(server.url("/c"))


@pytest.mark.parametrize(
    "garbage",
    [b"\x1b]0;owned\x07\r\n\r\n", b"", b"HTTP/9.9 abc\r\n\r\n", b"\xff" * 1000, b"200 OK\n\n", b"HTTP/1.1 20\r\n\r\n"],
)
def test_what_is_no_http(server: LoopbackServer, garbage: bytes) -> None:
    server.answers["/a"] = garbage
    refused(server.url("/a"))


@pytest.mark.parametrize(
    "line", [b"X: y\r\n", b"X: " + b"y" * 60_000 + b"\r\n", b"y" * 10_000, b"HTTP/1.1 100 Continue\r\n\r\n"]
)
def test_headers_without_end(server: LoopbackServer, line: bytes) -> None:
    def endless(asked: Asked) -> None:
        asked.send(b"HTTP/1.1 200 OK\r\n")
        while not asked.gone.is_set():
            asked.send(line)

    server.answers["/a"] = endless
    refused(server.url("/a"))


def drip(asked: Asked, start: bytes) -> None:
    asked.send(start)
    while not asked.gone.wait(0.02):
        asked.send(b"x")


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: ", b"HT", b""])
def test_a_slow_server_does_not_hold_longer_than_the_whole_fetch_may_take(server: LoopbackServer, start: bytes) -> None:
    server.answers["/a"] = lambda asked: drip(asked, start)
    began = time.monotonic()
    assert "in time" in str(refused(server.url("/a"), total=0.4))
    assert time.monotonic() - began < 3


def test_the_deadline_spans_redirects(server: LoopbackServer, response: Respond) -> None:
    def hop(asked: Asked) -> bytes:
        asked.gone.wait(0.15)
        return response("302 Found", location=f"/{int(asked.path[1:]) + 1}")

    server.answers |= {f"/{i}": hop for i in range(20)}
    assert "in time" in str(refused(server.url("/0"), total=0.5))
    assert len(server.asked) <= 5


def test_cancelling_between_pieces(server: LoopbackServer) -> None:
    server.answers["/a"] = lambda asked: drip(asked, b"HTTP/1.1 200 OK\r\n\r\n")
    with pytest.raises(FetchCancelled):
        get(server.url("/a"), cancelled=lambda: bool(server.asked))


def test_closing_breaks_off_what_is_under_way(server: LoopbackServer) -> None:
    waiting = threading.Event()

    def silent(asked: Asked) -> None:
        waiting.set()
        asked.gone.wait(10)

    server.answers["/a"] = silent
    fetcher = Fetcher()
    errors = []

    def fetch() -> None:
        try:
            fetcher.fetch(Request(server.url("/a"), allow_private=True))
        except FetchError as error:
            errors.append(error)

    thread = threading.Thread(target=fetch)
    thread.start()
    assert waiting.wait(5)
    fetcher.close()
    thread.join(5)
    assert not thread.is_alive()
    assert isinstance(errors[0], FetchCancelled)


def test_name_and_password_go_to_their_origin_only(server: LoopbackServer, response: Respond) -> None:
    server.answers |= {"/a": response("302 Found", location="/b"), "/b": response(body=b"x")}
    answer = get(server.url("/a").replace("//", "//me:p%40w@"))
    assert [asked.headers["authorization"] for asked in server.asked] == ["Basic bWU6cEB3"] * 2
    assert "me" not in answer.url


def test_cookies_are_never_sent_back(server: LoopbackServer, response: Respond) -> None:
    server.answers |= {"/a": response("302 Found", location="/b", set_cookie="id=1"), "/b": response(body=b"x")}
    get(server.url("/a"))
    assert all("cookie" not in asked.headers for asked in server.asked)


def test_proxies_of_the_environment_are_not_used(
    server: LoopbackServer, response: Respond, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.answers["/a"] = response(body=b"x")
    assert get(server.url("/a")).body == b"x"


@pytest.mark.parametrize(
    "url", ["", "news.example", "file:///etc/passwd", "ftp://a.example/", "http://", "http://a b/", "|id"]
)
def test_what_is_no_address(url: str) -> None:
    assert "no http(s) address" in str(refused(url))


def test_nobody_listens() -> None:
    assert "refuses the connection" in str(refused("http://127.0.0.1:9/"))


def test_a_handshake_that_does_not_end(server: LoopbackServer) -> None:
    assert "in time" in str(refused(server.url("/a").replace("http:", "https:"), total=0.3))


@pytest.fixture
def secure_port() -> Iterator[int]:
    """A TLS server for news.example, with a certificate that only its own tests trust."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "news.example.pem", CERTIFICATES / "news.example.key.pem")
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)

        def serve() -> None:
            while not over.is_set():
                with contextlib.suppress(OSError):
                    plain, _ = listening.accept()
                    with plain, context.wrap_socket(plain, server_side=True) as secure:
                        secure.recv(65536)
                        secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        over.set()
        thread.join()


def secure(name: str, port: int) -> Response:
    fetcher = Fetcher(resolver=lambda _host, _port: ["127.0.0.1"])
    return fetcher.fetch(Request(f"https://{name}:{port}/", allow_private=True))


def test_tls_checks_the_name_though_it_connects_to_an_address(
    secure_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FetchError, match=r"certificate of news\.example is not valid"):
        secure("news.example", secure_port)
    trusting = wire.make_tls_context()
    trusting.load_verify_locations(CERTIFICATES / "news.example.pem")
    monkeypatch.setattr(wire, "make_tls_context", lambda: trusting)
    assert secure("news.example", secure_port).body == b"secret"
    with pytest.raises(FetchError, match=r"certificate of other\.example is not valid"):
        secure("other.example", secure_port)


def test_hostile_validators_are_not_kept(server: LoopbackServer, response: Respond) -> None:
    server.answers["/a"] = response(body=b"x", etag='"\x9b31m"', last_modified="y" * 5000)
    answer = get(server.url("/a"))
    assert (answer.etag, answer.last_modified) == ("", "")
