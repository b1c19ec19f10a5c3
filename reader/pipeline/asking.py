"""One fetch that can be given up at once.

The fetcher asks between two pieces whether it is still wanted, and a server that keeps silent sends no piece for ten
seconds; a user who presses ctrl+X must not wait for that. So the fetch runs in a thread of its own, which is left to
the fetcher's deadlines when nobody waits for it any more.
"""

import queue
import threading
from typing import TYPE_CHECKING

from reader.pipeline.progress import Cancelled, never
from reader.pipeline.services import Services

if TYPE_CHECKING:
    from reader.web.fetch import Request, Response

_TICK_SECONDS = 0.1


def ask(services: Services, request: "Request", cancelled: Cancelled) -> "Response":
    """Return the answer to a request.

    Raises:
        FetchError: there is none; FetchCancelled if the user gave up.
    """
    if cancelled is never:
        return services.fetcher.fetch(request)
    from reader.web.fetch import FetchCancelled

    answers: queue.SimpleQueue[Response | Exception] = queue.SimpleQueue()

    def fetch() -> None:
        try:
            answers.put(services.fetcher.fetch(request, cancelled))
        except Exception as error:  # handed to whoever waits
            answers.put(error)

    threading.Thread(target=fetch, name="fetch", daemon=True).start()
    while True:
        try:
            answer = answers.get(timeout=_TICK_SECONDS)
        except queue.Empty:
            if cancelled():
                raise FetchCancelled("no longer wanted") from None
            continue
        if isinstance(answer, Exception):
            raise answer
        return answer
