"""A server on loopback that does exactly what a test tells it, down to the bytes."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest


@dataclass
class Asked:
    """One request as the server saw it."""

    path: str
    headers: dict[str, str]
    send: Callable[[bytes], None]
    """Write bytes to the client; raises OSError once it is gone."""
    gone: threading.Event
    """Set when the test is over: endless answers end then."""


Answer = Callable[[Asked], bytes | None]


@dataclass
class LoopbackServer:
    """Answers by path; ``url("/x")`` is the address of an answer, ``asked`` what was asked for so far."""

    port: int
    answers: dict[str, Answer | bytes] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


def response(status: str = "200 OK", body: bytes = b"", **headers: str) -> bytes:
    """Return a whole HTTP answer; ``content_type`` becomes ``Content-Type``."""
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"{name.replace('_', '-').title()}: {value}" for name, value in headers.items()]
    if "content_length" not in headers and "transfer_encoding" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


@pytest.fixture(name="response")
def _response() -> Callable[..., bytes]:
    return response


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    over = threading.Event()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            lines = []
            while (line := self.rfile.readline().decode("latin-1").strip()) != "":
                lines.append(line)
            if not lines:
                return
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
            asked = Asked(lines[0].split()[1], headers, self.request.sendall, over)
            running.asked.append(asked)
            answer = running.answers.get(asked.path, response("404 Not Found"))
            try:
                reply = answer(asked) if callable(answer) else answer
                if reply:
                    self.request.sendall(reply)
            except OSError:
                pass  # the client has had enough

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        request_queue_size = 64

    with Server(("127.0.0.1", 0), Handler) as listening:
        running = LoopbackServer(listening.server_address[1])
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        over.set()
        listening.shutdown()
        thread.join()
