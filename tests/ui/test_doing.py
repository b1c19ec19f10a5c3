"""What is done with entries and feeds beside reading them: files, clipboard, browser, feeds, faults of the library."""

import webbrowser
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from reader.config import ReadingSettings
from reader.feeds.opml import parse_opml
from reader.model.chain import Basis, Derivation, DerivationKind
from reader.model.entry import EntryId
from reader.model.feed import FeedFormat, Subscription
from reader.pipeline.enrich import EnrichError, OpenEntry
from reader.pipeline.services import Services
from reader.pipeline.subscribe import SeveralFeeds
from reader.pipeline.workers import WorkError
from reader.store.errors import LibraryBusyError

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]


async def listed(reader: "Reader") -> None:
    await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40, "all ids")
    await reader.wait_for(lambda: reader.screen.top_bar.unread is not None, "the feeds")


async def opened(reader: "Reader") -> None:
    await reader.press("enter")
    await reader.wait_for(lambda: reader.screen.article_view.opened is not None, "an article")


async def test_a_story_is_folded_into_its_newest_entry_and_unfolds(run: Run, world: "World") -> None:
    first, second = sorted(world.opened)
    link = Derivation(str(first), str(second), DerivationKind.COPY, 0.9, Basis.TEXT)
    world.services.library.chains.keep_derivations(EntryId(second), [link])
    async with run(size=(120, 20)) as reader:
        rows = reader.screen.entry_list
        await reader.wait_for(lambda: rows.row_count == 44)
        assert "×2" in reader.text()
        await reader.press("plus")
        assert rows.row_count == 45
        assert "│ Eastmoor Gazette" in reader.text()
        assert "×2" not in reader.text()
        await reader.press("j", "plus")  # folding inside a story leaves the cursor on what is still seen of it
        assert rows.row_count == 44
        assert rows.current_id == second


async def test_export_writes_a_file_and_overwrites_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with run() as reader:
        await listed(reader)
        await opened(reader)
        for choice in range(4):
            await reader.press("e")
            await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
            await reader.press(*["down"] * choice, "enter")
            await reader.wait_for(lambda: "Write to which file" in reader.text())
            await reader.press("enter")
            await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
            await reader.wait_for(lambda: "Written:" in reader.text())
            reader.screen.tell("")
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("island*")}
    assert "Island cut off" in written["island-cut-off-for-ten-days.md"]
    assert "flowchart" in written["island-cut-off-for-ten-days.mmd"]
    assert '"chain"' in written["island-cut-off-for-ten-days.json"]
    assert '"prefix"' in written["island-cut-off-for-ten-days.prov.json"]


async def test_the_subscriptions_are_written_as_opml(
    run: Run, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    services.library.feeds.add("file:///home/me/local.xml", title="Local")
    async with run() as reader:
        await listed(reader)
        await reader.press("W")
        await reader.wait_for(lambda: "2 feeds as OPML" in reader.text())
        assert "1 local feed left out" in reader.text()
        await reader.press("enter")
        await reader.wait_for(lambda: "Written:" in reader.text())
    feeds = parse_opml((tmp_path / "subscriptions.opml").read_bytes()).feeds
    assert {(feed.title, feed.folder) for feed in feeds} == {("Eastmoor Gazette", "Coast"), ("Coastline Courier", "")}


async def test_the_link_is_copied(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press("y")
        await reader.wait_for(lambda: "Copied" in reader.text())
        assert reader.app.clipboard == "https://news.example/2"


async def test_a_claim_is_copied_with_its_source(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press("j")
        await opened(reader)
        await reader.press("Y")
        await reader.wait_for(lambda: "No claim is chosen: c goes to one" in reader.text())
        await reader.press("c", "c", "Y")
        await reader.wait_for(lambda: reader.app.clipboard)
        words, place = reader.app.clipboard.splitlines()
        assert words == "“We cannot sail with one engine,” said Ada Fenwick"
        assert place.endswith("2026-03-13, https://news.example/1")
        await reader.press("right_square_bracket", "l", "k", "Y")  # in the list of claims: that under the cursor
        await reader.wait_for(lambda: "the island council said" in reader.app.clipboard)


async def test_the_article_is_handed_to_a_command_and_its_answer_shown(run: Run) -> None:
    async with run(size=(80, 30)) as reader:
        await listed(reader)
        await opened(reader)
        await reader.press("vertical_line", *"wc", "space", *"-l", "enter")
        await reader.wait_for(lambda: "wc -l: " in reader.rows()[-1])
        await reader.press("vertical_line")
        await reader.wait_for(lambda: "wc -l" in reader.text().partition("which command")[2])
        await reader.press(*["backspace"] * 5, *"cat", "enter")
        await reader.wait_for(lambda: "# Island cut off for ten days" in reader.text())
        await reader.press("escape", "vertical_line", *["backspace"] * 5, *"false", "enter")
        await reader.wait_for(lambda: "false: ended with code 1" in reader.text())


async def test_without_a_browser_the_address_is_copied(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr("webbrowser.get", none)
    async with run() as reader:
        await listed(reader)
        await reader.press("o")
        await reader.wait_for(lambda: reader.app.clipboard == "https://news.example/2")


async def test_only_http_addresses_are_opened(run: Run, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    browser = SimpleNamespace(open=went.append)
    monkeypatch.setattr("webbrowser.get", lambda: browser)
    async with run(size=(120, 20)) as reader:
        await listed(reader)
        summary = replace(reader.screen.entry_list.current, url="file:///etc/passwd")
        monkeypatch.setattr(reader.screen, "target", lambda: summary)
        await reader.press("o")
        await reader.wait_for(lambda: "Only http(s)" in reader.text())
        await reader.press("y")
        assert reader.app.clipboard == ""
    assert went == []


async def test_full_text_replaces_the_article_or_says_why_not(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(services: Services, entry_id: EntryId, *, cancelled: object) -> OpenEntry:
        asked.append(entry_id)
        if len(asked) == 1:
            raise EnrichError("full text: the page cannot be had")
        made = world.open_entry(services, entry_id)
        return replace(made, article=replace(made.article, headline="The whole article"))

    asked: list[int] = []
    monkeypatch.setattr("reader.pipeline.enrich.fetch_full_text", fetch)
    async with run(size=(120, 20)) as reader:
        await listed(reader)
        await opened(reader)
        await reader.press("f")
        await reader.wait_for(lambda: "the page cannot be had" in reader.text())
        assert reader.screen.article_view.opened is not None
        await reader.press("f")
        await reader.wait_for(lambda: "The whole article" in reader.text())


@pytest.mark.parametrize(("mode", "after_open", "after_next"), [("never", False, False), ("on-leave", False, True)])
async def test_when_an_entry_becomes_read_is_a_setting(
    run: Run, world: "World", mode: str, after_open: bool, after_next: bool
) -> None:
    reading = ReadingSettings(mark_read=mode)  # type: ignore[arg-type]
    world.services = replace(world.services, settings=replace(world.services.settings, reading=reading))
    entries = world.services.library.entries

    def is_read(entry_id: EntryId) -> bool:
        stored = entries.get(entry_id)
        return stored is not None and stored.status.read

    async with run() as reader:
        await listed(reader)
        await opened(reader)
        first = reader.screen.article_view.opened.stored.id
        await reader.settle()
        assert is_read(first) is after_open
        await reader.press("q", "j", "enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened.stored.id != first)
        await reader.wait_for(lambda: is_read(first) is after_next)


async def test_a_busy_library_is_told_in_one_line_and_the_reader_lives(
    run: Run, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise LibraryBusyError("library.db: another program holds the library; try again when it is done")

    monkeypatch.setattr("reader.ui.screens.reading.desk.AGAIN", 0.01)
    async with run(size=(120, 20)) as reader:
        await listed(reader)
        monkeypatch.setattr(services.library.entries, "summaries", busy)
        monkeypatch.setattr(services.library.entries, "set_bookmarked", busy)
        reader.screen.entry_list.reread()
        await reader.wait_for(lambda: "another program holds" in reader.text())
        monkeypatch.undo()
        await reader.press("j")
        await reader.wait_for(lambda: "Ferry to Northisle" in reader.text())


async def test_of_several_feeds_one_is_chosen(run: Run, services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.feeds.discover import FoundFeed

    asked: list[str] = []

    def subscribe(services: Services, address: str, *, cancelled: object) -> Subscription:
        asked.append(address)
        if len(asked) == 1:
            found = tuple(FoundFeed(f"https://site.example/{n}", f"Feed {n}", FeedFormat.RSS) for n in (1, 2))
            raise SeveralFeeds(address, found)
        return services.library.feeds.add(address, title="Feed 2")

    monkeypatch.setattr("reader.pipeline.subscribe.subscribe", subscribe)
    async with run() as reader:
        await listed(reader)
        reading = reader.screen
        await reader.press("a")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.press(*"site", "enter")
        await reader.wait_for(lambda: "Which of these feeds?" in reader.text())
        await reader.wait_for(lambda: not reading.crew.refreshing.running)
        await reader.press("down", "enter")
        await reader.wait_for(lambda: asked == ["site", "https://site.example/2"])
        await reader.wait_for(lambda: any(row.label == "Feed 2" for row in reader.screen.feed_tree.rows))


async def test_a_command_chosen_in_the_help_is_run(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await reader.press("question_mark", *"bookmark the entry", "enter")
        await reader.wait_for(lambda: "★ Island" in reader.text())
        await reader.press("question_mark", *"next change", "enter")
        await reader.wait_for(lambda: "a key of the comparison, which v opens" in reader.text())


async def test_feeds_are_renamed_and_moved_and_that_is_undone(run: Run, services: Services) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press("h", "G")
        await reader.wait_for(lambda: reader.screen.feed_tree.current.feed is not None)
        await reader.press("E")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.press(*" / Sea", "enter")
        await reader.wait_for(lambda: {f.folder for f in services.library.feeds.all()} == {"Coast", "Sea"})
        await reader.press("u")
        await reader.wait_for(lambda: {f.folder for f in services.library.feeds.all()} == {"Coast", ""})


async def test_leaving_ends_the_children_that_threads_wait_for(run: Run, services: Services) -> None:
    async with run() as reader:
        await listed(reader)
    with pytest.raises(WorkError, match="stopped"):
        services.workers.run(abs, 1)
