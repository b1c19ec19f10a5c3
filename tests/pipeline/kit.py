"""Stand-ins for the outer world: a clock that stands still, a web of answers, children that are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.pipeline.workers import CPU_SECONDS, WorkError, Workers
from reader.web.fetch import FetchError, Request, Response

NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
Item = tuple[str, str, str]
"""An entry of a feed: guid (also the path of its page), title, HTML."""


@dataclass
class Clock:
    """A clock that only moves when it is told to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: float) -> None:
        self.now += timedelta(**parts)


@dataclass
class FakeWeb:
    """Answers by address; what is not there is an error. Every request is noted."""

    answers: dict[str, Response | FetchError | Callable[[Request], Response]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)

    def fetch(self, request: Request, cancelled: Callable[[], bool] | None = None) -> Response:
        self.requests.append(request)
        answer = self.answers.get(request.url, FetchError("there is no such host"))
        if isinstance(answer, FetchError):
            raise answer
        return answer if isinstance(answer, Response) else answer(request)

    def put(self, url: str, body: str | bytes, **parts: Any) -> None:  # noqa: ANN401  # parts of a Response
        data = body.encode() if isinstance(body, str) else body
        self.answers[url] = Response(url=parts.pop("final", url), status=200, body=data, **parts)


class InlineWorkers(Workers):
    """Runs jobs at once in this process, with the errors that children give."""

    def run(  # type: ignore[override]  # the base class says which function gives what
        self,
        function: Any,  # noqa: ANN401  # any job
        *args: Any,  # noqa: ANN401
        timeout: float = CPU_SECONDS,
        cancelled: Any = None,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        if cancelled is not None and cancelled():
            raise WorkError("stopped", "stopped")
        try:
            return function(*args)
        except Exception as error:
            own = type(error).__module__.startswith("reader.")
            raise WorkError(str(error), "refused" if own else "failed") from error


def rss(title: str, items: Sequence[Item], *, site: str = "https://gazette.example/", extra: str = "") -> str:
    """Return an RSS feed of an invented outlet; entries are an hour apart, the first the newest."""
    entries = "".join(
        f"<item><guid isPermaLink='false'>{guid}</guid><link>{site}{guid}</link><title>{name}</title>"
        f"<pubDate>{NOW - timedelta(hours=place + 1):%a, %d %b %Y %H:%M:%S} +0000</pubDate>"
        f"<description><![CDATA[{html}]]></description></item>"
        for place, (guid, name, html) in enumerate(items)
    )
    return f"<rss version='2.0'><channel><title>{title}</title><link>{site}</link>{extra}{entries}</channel></rss>"


FERRY = (
    "<p>The ferry to Northisle will stop for twelve days in March, the island council said on Monday.</p>"
    "<p>“We cannot sail with one engine, and we will not try it in a March gale,” said Ada Fenwick, head of the "
    "harbour office.</p><p>The repair of the gearbox costs 40,000 crowns and is paid by the county, Fenwick told the "
    "council. Mail and milk will come by the trawler Marlin twice a week until the ferry sails again.</p>"
)
COPY = (
    "<p>The Northisle ferry stops for ten days in March, the Eastmoor Gazette reported.</p>"
    "<p>“We cannot sail with one engine, and we will not try it in a March gale,” said Ada Fenwick, head of the "
    "harbour office. Mail and milk will come by the trawler Marlin twice a week until the ferry sails again.</p>"
)
