import threading
import time
from dataclasses import replace

import pytest

from reader.pipeline.asking import ask
from reader.pipeline.progress import never
from reader.pipeline.services import Services
from reader.web.fetch import FetchCancelled, FetchError, Request, Response
from tests.pipeline.kit import FakeWeb

URL = "https://gazette.example/"


@pytest.mark.parametrize("cancelled", [never, lambda: False], ids=["never", "watched"])
def test_answers_and_errors_pass_as_they_are(services: Services, web: FakeWeb, cancelled: object) -> None:
    web.put(URL, "hello")
    assert ask(services, Request(URL), cancelled).body == b"hello"  # type: ignore[arg-type]  # callables, as ids show
    web.answers[URL] = FetchError("no")
    with pytest.raises(FetchError, match="no"):
        ask(services, Request(URL), cancelled)  # type: ignore[arg-type]


def test_a_silent_server_is_left_at_once(services: Services, web: FakeWeb) -> None:
    silent = threading.Event()

    def answer(request: Request) -> Response:
        silent.wait(30)
        return Response(URL, 200)

    web.answers[URL] = answer
    asked = time.monotonic()
    with pytest.raises(FetchCancelled):
        ask(replace(services), Request(URL), lambda: time.monotonic() - asked > 0.15)
    assert time.monotonic() - asked < 5
    silent.set()
