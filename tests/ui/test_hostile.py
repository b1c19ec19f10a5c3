"""Hostile feed text in every pane and dialog: shown literally, nothing runs, no control reaches the screen."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from reader.model.article import Article, Paragraph
from reader.model.chain import Basis, Chain, ChainNode, Derivation, DerivationKind, Drift, DriftType, Evidence
from reader.model.claim import Analysis, Attribution, Official
from reader.model.entry import Entry, EntryId
from reader.model.feed import FetchState
from reader.pipeline.enrich import OpenEntry
from reader.pipeline.progress import Progress
from reader.pipeline.services import Services
from reader.text.spans import Span

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]

TRAPS = [
    "[/", "[/bold]", "[bold", "[@click=app.exit]click[/]", "[link=http://x.example]y", "[b +", "[0]", "[red on blue]c",
    "{x} $claim \\[b]", "\x1b[2Jwiped", "\x1b]0;title\x07", "\x1b]52;c;aGk=\x07", "\x9b2J", "a\x00b", "\u202egnp.exe",
    "\u2066iso\u2069", "\U000e0041tag", "x" * 3000, "e" + "\u0301" * 60, "雪🚢👩\u200d👩\u200d👧", "שלום עולם", "",
]  # fmt: skip
RAW = {chr(c) for c in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def hostile_entry(services: Services, trap: str, entry_id: EntryId) -> OpenEntry:
    """Return an entry that has a trap wherever foreign words go, past the cleaning on the way in."""
    stored = services.library.entries.get(entry_id)
    assert stored is not None
    text = f"{trap} one\n{trap} two {trap}"
    stored = replace(stored, outlet=trap, entry=replace(stored.entry, title=trap, author=trap))
    middle = text.index("\n")
    whole, first, second = Span(0, len(text)), Span(0, middle), Span(middle + 1, len(text))
    article = Article(text, (Paragraph(first), Paragraph(second)), trap, trap, byline=trap)
    claim = Attribution((first,), (second,), (first,), speaker=trap, rule=trap)
    analysis = Analysis((claim,), (Official(first, trap, second, first),))
    key = str(entry_id)
    evidence = (Evidence(key, "text", first, trap, trap), Evidence(key, "title", whole, trap, "credit"))
    edge = Derivation("ext:x:y", key, DerivationKind.CITES, 0.9, Basis.CREDIT, evidence, delay=timedelta(hours=1))
    nodes = (ChainNode("ext:x:y", trap, what=trap), ChainNode(key, trap, entry_id, trap))
    drift = (Drift("ext:x:y", key, DriftType.QUOTE, None, first, trap, trap),)
    return OpenEntry(stored, article, analysis, (), Chain(key, nodes, (edge,), drift, 1, (trap,)))


def assert_calm(reader: "Reader") -> None:
    """Nothing raw is on the screen and the program runs."""
    assert not RAW & set(reader.text().replace("\n", ""))
    assert not reader.app._exit


async def test_traps_are_shown_literally_everywhere(run: Run, world: "World", services: Services) -> None:
    first = EntryId(next(i for i, o in world.opened.items() if o.stored.outlet == "Coastline Courier"))
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        view = reader.screen.article_view
        world.keep_stored = True
        for number in range(0, len(TRAPS), 4):
            world.opened[first] = hostile_entry(services, " ".join(TRAPS[number : number + 4]), first)
            reader.screen.crew.opening.open(first)
            await reader.wait_for(lambda: view.opened is world.opened[first])
            for tab in ("chain", "claims", "changes"):
                reader.screen.side.tab = tab
                await reader.settle()
                assert_calm(reader)
            if number == 0:
                assert "[/ [/bold] [bold" in reader.text()
            await reader.press("c", "w")
            await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
            assert_calm(reader)
            await reader.press("escape")


async def test_traps_in_feeds_titles_tags_notes_and_errors(run: Run, services: Services) -> None:
    library = services.library
    for number, trap in enumerate(TRAPS):
        feed = library.feeds.add(f"https://trap{number}.example/", title=trap or "none", folder=trap[:50])
        library.feeds.keep_state(feed.id, FetchState(error=trap, failures=1))
        entry = Entry(f"trap{number}", trap, f"https://trap.example/{number}", published_at=services.now())
        (entry_id,) = library.entries.keep(feed.id, trap, [entry]).new
        library.entries.set_tags(entry_id, [trap] if trap.strip() else [])
        library.entries.set_note(entry_id, trap)
    async with run(size=(120, 60)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 60)
        await reader.wait_for(lambda: reader.screen.feed_tree.row_count > 20)
        assert_calm(reader)
        await reader.press("h")
        while reader.screen.feed_tree.move(3):
            await reader.settle()
            assert_calm(reader)
        await reader.press("ctrl+p", *"trap")
        await reader.settle()
        assert_calm(reader)


async def test_traps_in_progress_and_what_is_said(run: Run) -> None:
    async with run(size=(100, 12)) as reader:
        for trap in TRAPS:
            reader.screen.status.progress = Progress(1, 2, trap, trap)
            await reader.settle()
            assert_calm(reader)
            reader.screen.status.progress = None
            reader.screen.tell(trap, alarm=True)
            reader.screen.top_bar.scope = trap
            await reader.settle()
            assert_calm(reader)


async def test_the_guard_stands_last_among_the_filters(run: Run) -> None:
    async with run() as reader:
        filters: Any = reader.app.get_line_filters()
        assert type(filters[-1]).__name__ == "ControlGuard"
        assert reader.screen.article_view.get_line_filters()[-1] is filters[-1]
