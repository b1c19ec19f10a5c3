"""A small library of invented outlets, the application over it, and a way to wait for what the screen shows."""

import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from reader.config import RefreshSettings, Settings
from reader.model.article import Article, Link, Paragraph, Role
from reader.model.chain import (
    Basis,
    Chain,
    ChainNode,
    Credit,
    Derivation,
    DerivationKind,
    Drift,
    DriftType,
    Evidence,
    Independent,
    Relation,
)
from reader.model.claim import Analysis, Attribution, Kind, Official
from reader.model.entry import Entry, EntryId, TextOrigin
from reader.pipeline.enrich import EnrichError, OpenEntry
from reader.pipeline.services import Services
from reader.pipeline.workers import Workers
from reader.store.library import Library
from reader.text.spans import Span
from reader.ui.app import NewsReaderApp

NAMES = {" ": "space", "/": "slash", ",": "comma", ":": "colon", "*": "asterisk", "?": "question_mark"}
"""Names of keys that are no letters or figures."""
QUIET = Settings(refresh=RefreshSettings(while_open=False))
"""Settings under which nothing is fetched by itself."""
NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)

GAZETTE = (
    "The ferry to Northisle will stop for twelve days in March, the island council said on Monday.",
    "“We cannot sail with one engine,” said Ada Fenwick, head of the harbour office, who spoke to Island Radio.",
    "The ferry Marlin at the quay.",
    "Read more: the winter timetable",
    "The repair costs 40,000 crowns, according to the harbour office.",
)
COURIER = (
    "The Northisle ferry is out of service for ten days, the Eastmoor Gazette reported.",
    "“We can not sail with a single engine,” Fenwick told the paper.",
    "The repair may cost 40,000 crowns. A replacement is listed on the operator's page.",
)


def spans_of(text: str, *words: str) -> tuple[Span, ...]:
    """Return where each of some words first stands."""
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


def article_of(paragraphs: tuple[str, ...], headline: str, roles: dict[int, Role] | None = None) -> Article:
    """Return an article with one paragraph for each text."""
    text = "\n".join(paragraphs)
    made: list[Paragraph] = []
    for number, words in enumerate(paragraphs):
        start = text.index(words)
        made.append(Paragraph(Span(start, start + len(words)), (roles or {}).get(number, Role.BODY)))
    return Article(text, tuple(made), headline)


class World:
    """What the pipeline would know: opened entries by id; tests may change it."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.opened: dict[int, OpenEntry] = {}
        self.asked: list[int] = []
        self.keep_stored = False
        self.independent: tuple[Independent, ...] = ()

    def open_entry(self, services: Services, entry_id: EntryId) -> OpenEntry:
        self.asked.append(entry_id)
        stored = services.library.entries.get(entry_id)
        if stored is None:
            raise EnrichError(f"there is no entry {entry_id}")
        known = self.opened.get(entry_id)
        if known is not None:
            return known if self.keep_stored else replace(known, stored=stored)
        article = article_of((stored.entry.title + ".", "A line of text. " * 12), stored.entry.title)
        key = str(entry_id)
        chain = Chain(key, (ChainNode(key, stored.outlet, entry_id),), origins=0)
        return OpenEntry(stored, article, Analysis(), (), chain)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let lists and searches be read without waiting for the cursor or the keys to rest."""
    monkeypatch.setattr("reader.ui.screens.reading.listing.PAUSE", 0.001)
    monkeypatch.setattr("reader.ui.screens.reading.searching.PAUSE", 0.001)


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show all times in UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    library = Library.open(tmp_path / "library.db", now=lambda: NOW)
    made = Services(library, None, Workers(), lambda: NOW, QUIET)  # type: ignore[arg-type]  # nothing is fetched
    yield made
    made.workers.close()
    library.close()


def fill(services: Services) -> None:
    """Put two feeds and some entries into a library."""
    library = services.library
    gazette = library.feeds.add("https://gazette.example/feed", title="Eastmoor Gazette", folder="Coast")
    courier = library.feeds.add("https://courier.example/feed", title="Coastline Courier")

    def entry(number: int, title: str, hours: float) -> Entry:
        url = f"https://news.example/{number}"
        return Entry(f"guid-{number}", title, url, published_at=NOW - timedelta(hours=hours), html=f"<p>{title}</p>")

    library.entries.keep(gazette.id, gazette.title, [entry(1, "Ferry to Northisle stops for twelve days", 30)])
    library.entries.keep(courier.id, courier.title, [entry(2, "Island cut off for ten days", 2)])
    others = [
        "Rail works delay the spring timetable",
        "雪のため港が閉鎖され、島への船は出ない見込み",
        "🚢 Ships 👩‍👩‍👧 and emoji",
    ]
    others += [f"Report number {number} from the harbour" for number in range(40)]
    rows = [entry(100 + n, title, 40 + n) for n, title in enumerate(others)]
    library.entries.keep(courier.id, courier.title, rows)


def open_ferry(services: Services) -> dict[int, OpenEntry]:
    """Return the two ferry articles, opened: a chain of an only cited source, the Gazette and the Courier."""
    library = services.library
    first, second = library.entries.find("https://news.example/1"), library.entries.find("https://news.example/2")
    assert first is not None
    assert second is not None
    a, b = str(first), str(second)
    roles = {2: Role.CAPTION, 3: Role.PROMOTION}
    gazette = article_of(GAZETTE, "Ferry to Northisle stops for twelve days", roles)
    courier = article_of(COURIER, "Island cut off for ten days")
    (link,) = spans_of(courier.text, "operator's page")
    courier = replace(courier, links=(Link(link, "https://operator.example/boats"),))
    quote, said, fenwick = spans_of(gazette.text, GAZETTE[1].split(" said")[0], "said Ada", "Ada Fenwick")
    office, council = spans_of(gazette.text, "head of the harbour office", "the island council")
    stop, council_said = spans_of(gazette.text, GAZETTE[0].split(", the island")[0], "said on Monday")
    analysis = Analysis(
        (
            Attribution(
                (stop,),
                (council_said,),
                (council,),
                Kind.INDIRECT,
                speaker="the island council",
                rule="content-source-cue",
            ),
            Attribution(
                (quote,),
                (Span(said.start, said.start + 4),),
                (fenwick,),
                Kind.DIRECT,
                speaker="Ada Fenwick",
                rule="quote-cue-source",
            ),
        ),
        (Official(fenwick, "Ada Fenwick", office),),
    )
    (credit_span,) = spans_of(courier.text, "the Eastmoor Gazette reported")
    credits = (Credit("Eastmoor Gazette", Relation.CITES_REPORT, "text", credit_span),)
    quote_b, told = spans_of(courier.text, COURIER[1].split(" Fenwick")[0], "told the paper")
    analysis_b = Analysis(
        (Attribution((quote_b,), (told,), None, Kind.DIRECT, speaker="Ada Fenwick", rule="quote-source-cue"),)
    )
    (ten,) = spans_of(courier.text, "ten days")
    (twelve,) = spans_of(gazette.text, "twelve days")
    (radio,) = spans_of(gazette.text, "spoke to Island Radio")
    nodes = (
        ChainNode("ext:Island Radio:ferry", "Island Radio", what="interview"),
        ChainNode(a, "Eastmoor Gazette", first, gazette.headline, NOW - timedelta(hours=30)),
        ChainNode(b, "Coastline Courier", second, courier.headline, NOW - timedelta(hours=2)),
    )
    edges = (
        Derivation(
            nodes[0].key,
            a,
            DerivationKind.CITES,
            0.97,
            Basis.CREDIT,
            (Evidence(a, "text", radio, radio.of(gazette.text), "credit"),),
        ),
        Derivation(
            a,
            b,
            DerivationKind.REWRITE,
            0.86,
            Basis.CREDIT,
            (Evidence(b, "text", credit_span, credit_span.of(courier.text), "credit"),),
            delay=timedelta(hours=28),
        ),
    )
    drift = (Drift(a, b, DriftType.NUMBER, twelve, ten, "twelve days", "ten days"),)
    stored_a, stored_b = library.entries.get(first), library.entries.get(second)
    assert stored_a is not None
    assert stored_b is not None
    chain = Chain(b, nodes, edges, drift, 1)
    return {
        first: OpenEntry(stored_a, gazette, analysis, (), replace(chain, focus=a)),
        second: OpenEntry(stored_b, courier, analysis_b, credits, chain),
    }


@pytest.fixture
def world(services: Services, monkeypatch: pytest.MonkeyPatch) -> World:
    """The filled library, with the pipeline's answers made by hand; nothing runs in child processes."""
    fill(services)
    made = World(services)
    made.opened = open_ferry(services)
    for entry_id, opened in made.opened.items():
        services.library.entries.keep_article(EntryId(entry_id), opened.article, TextOrigin.FEED)
        services.library.claims.keep(EntryId(entry_id), opened.analysis)
    monkeypatch.setattr("reader.pipeline.enrich.open_entry", made.open_entry)
    monkeypatch.setattr("reader.pipeline.enrich.process_pending", lambda *_, **__: 0)
    monkeypatch.setattr("reader.pipeline.independent.find_independent", lambda *_, **__: made.independent)
    return made


class Reader:
    """The running application: press keys, wait for a condition, read the screen's rows."""

    def __init__(self, app: NewsReaderApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> Any:  # noqa: ANN401  # whichever screen is on top
        return self.app.screen

    async def press(self, *keys: str) -> None:
        """Press keys; returns once all messages they caused are handled (``Pilot.press`` waits for an idle machine)."""
        for key in keys:
            name = NAMES.get(key, key)
            self.app.post_message(Key(name, key if len(key) == 1 else {"space": " "}.get(key)))
            for _ in range(3):
                await self.pilot.pause(0)

    async def settle(self) -> None:
        """Let all messages be handled, and what they caused."""
        for _ in range(3):
            await self.pilot.pause(0)

    async def wait_for(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait until a condition holds; fails after some hundred rounds of the message loop."""
        for _ in range(400):
            if condition():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"never came: {what or condition}\n{self.text()}")

    def rows(self) -> list[str]:
        """Return what stands on the screen, row by row."""
        _, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips][:height]

    def text(self) -> str:
        return "\n".join(self.rows())


@asynccontextmanager
async def running(services: Services, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
    """Run the application at a size."""
    app = NewsReaderApp(services)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.wait_for(lambda: app.screen.is_mounted, "the reading screen")
        yield reader


@pytest.fixture
def run(world: World) -> Callable[..., object]:
    """Start the application over the filled library: ``async with run(size=(100, 30)) as reader``."""
    return lambda **options: running(world.services, **options)


@pytest.fixture
def run_empty(services: Services) -> Callable[..., object]:
    """Start the application over a library that holds nothing."""
    return lambda **options: running(services, **options)
