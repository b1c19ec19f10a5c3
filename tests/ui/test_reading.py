"""The reading screen by keyboard: opening, marking, undo, panes at three widths, search, stale answers."""

import json
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from reader.model.article import Paragraph, Role
from reader.model.claim import Analysis
from reader.model.entry import Entry, EntryFilter, EntryId, EntryStatus
from reader.model.feed import FetchState
from reader.pipeline.enrich import OpenEntry
from reader.pipeline.progress import Cancelled, Progress, Report
from reader.pipeline.refresh import RefreshReport
from reader.pipeline.services import Services
from reader.text.spans import Span
from reader.ui import messages

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]


async def listed(reader: "Reader") -> None:
    await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40, "all ids")
    await reader.wait_for(lambda: reader.screen.top_bar.unread is not None, "the feeds")


async def opened(reader: "Reader", key: str = "enter") -> None:
    before = reader.screen.article_view.opened
    await reader.press(key)
    await reader.wait_for(lambda: reader.screen.article_view.opened not in (None, before), "an article")


@pytest.mark.parametrize("size", [(160, 45), (120, 30), (100, 30), (80, 24), (60, 20), (20, 5)])
async def test_every_width_shows_an_article_by_keyboard_alone(run: Run, size: tuple[int, int]) -> None:
    async with run(size=size) as reader:
        await listed(reader)
        await opened(reader)
        assert reader.screen.pane == "article"
        if size[0] >= 60:
            await reader.wait_for(lambda: "The Northisle" in reader.text())
        await reader.press("x", "x", "q", "q")
        await reader.wait_for(lambda: reader.screen.pane == "feeds")


async def test_wide_screens_show_four_panes_and_narrow_ones_one(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        ids = ("feed-tree", "entry-list", "article-view", "side-panel")

        def shown() -> list[str]:
            return [i for i in ids if reader.screen.query_one(f"#{i}").display]

        assert shown() == list(ids)
        await reader.pilot.resize_terminal(100, 30)
        await reader.wait_for(lambda: shown() == ["entry-list", "article-view", "side-panel"])
        await reader.pilot.resize_terminal(90, 30)
        await reader.wait_for(lambda: shown() == ["entry-list", "article-view"])
        await opened(reader)
        await reader.press("x")
        await reader.wait_for(lambda: shown() == ["entry-list", "side-panel"])
        await reader.press("escape")
        await reader.wait_for(lambda: shown() == ["entry-list", "article-view"])
        await reader.pilot.resize_terminal(60, 20)
        await reader.wait_for(lambda: shown() == ["article-view"])
        await reader.press("h")
        await reader.wait_for(lambda: shown() == ["entry-list"])
        await reader.press("h")
        await reader.wait_for(lambda: shown() == ["feed-tree"])


async def test_an_entry_is_read_once_it_is_shown_and_m_and_u_turn_it(run: Run, services: Services) -> None:
    async with run() as reader:
        await listed(reader)
        await opened(reader)
        entry = reader.screen.article_view.opened.stored.id

        def read() -> bool:
            stored = services.library.entries.get(entry)
            return stored is not None and stored.status.read

        await reader.wait_for(read, "the read mark")
        await reader.press("m")
        await reader.wait_for(lambda: not read())
        await reader.press("u")
        await reader.wait_for(read)
        await reader.press("U")
        await reader.wait_for(lambda: not read())


async def test_bookmark_and_mark_all_read_are_undone_in_turn(run: Run, services: Services) -> None:
    entries = services.library.entries
    async with run() as reader:
        await listed(reader)
        await reader.press("b")
        await reader.wait_for(lambda: entries.count(EntryFilter(bookmarked=True)) == 1)
        await reader.wait_for(lambda: "★ Island" in reader.text())
        await reader.press("A")
        await reader.wait_for(lambda: entries.count(EntryFilter(unread=True)) == 0)
        await reader.press("A")
        await reader.wait_for(lambda: "Nothing unread here" in reader.text())
        await reader.press("u")
        await reader.wait_for(lambda: entries.count(EntryFilter(unread=True)) == 45)
        await reader.press("u")
        await reader.wait_for(lambda: "Undone: bookmark" in reader.text())
        await reader.wait_for(lambda: entries.count(EntryFilter(bookmarked=True)) == 0)


async def test_claims_are_walked_and_explained(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await reader.press("j")
        await opened(reader)
        await reader.press("c")
        assert reader.screen.article_view.view.claim == 0
        assert "▌ The ferry" in reader.text()
        await reader.press("c")
        assert reader.screen.article_view.view.claim == 1
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        text = reader.text()
        assert "Ada Fenwick" in text
        assert "head of the harbour office" in text
        assert "a direct quotation" in text
        assert "bookmark" not in reader.rows()[-1]  # no key is offered that the dialog does not take
        await reader.press("C")
        await reader.wait_for(lambda: "the island council" in reader.text())
        assert "a direct quotation" not in reader.text()
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
        assert "bookmark" in reader.rows()[-1]
        assert reader.screen.article_view.view.claim == 0
        await reader.press("escape")
        assert reader.screen.article_view.view.claim is None


async def test_furniture_is_hidden_and_said_to_be(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await reader.press("j")
        await opened(reader)
        assert "▫ The ferry Marlin" in reader.text()
        await reader.press("H")
        assert "The ferry Marlin" not in reader.text()
        assert "2 captions, links" in reader.text()


async def test_the_chain_leads_to_its_articles_and_back(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await opened(reader)
        text = reader.text()
        assert "1 ○ Island Radio" in text
        assert "2 ● Eastmoor Gazette" in text
        assert "3 ◉ Coastline Courier" in text
        assert "▾ reworded" in text
        view = reader.screen.article_view
        await reader.press("2")
        await reader.wait_for(lambda: view.opened.stored.outlet == "Eastmoor Gazette")
        await reader.press("1")  # only cited: the crediting words are marked
        assert [span.of(view.opened.article.text) for span in view.view.found] == ["spoke to Island Radio"]
        await reader.press("q")
        await reader.wait_for(lambda: view.opened.stored.outlet == "Coastline Courier")


async def test_tabs_show_claims_and_changes(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await opened(reader)
        await reader.press("right_square_bracket")
        assert reader.screen.side.tab == "claims"
        await reader.press("right_square_bracket", "l")
        assert reader.screen.side.tab == "changes"
        assert "number changed" in reader.text()
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.side.current)
        await reader.press("enter")
        found = reader.screen.article_view.view.found
        assert [s.of(reader.screen.article_view.opened.article.text) for s in found] == ["ten days"]


async def test_searching_lists_as_one_types_and_escape_brings_all_back(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press("slash", *"rail")
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) == 1)
        await reader.press("enter")
        await opened(reader)
        await reader.press("q", "escape")
        await listed(reader)


async def test_a_fault_in_a_search_is_told_whole_and_header_and_list_stay(run: Run) -> None:
    async with run(size=(60, 20)) as reader:
        await listed(reader)
        await reader.press("slash", *"nonsense:word", "enter")
        await reader.wait_for(lambda: "there is no field nonsense:" in reader.text())
        said = " ".join(" ".join(row.split()) for row in reader.rows())
        assert "the fields are" in said
        assert "(at character 1)" in said  # the end of it too
        assert "nonsense:word" not in reader.rows()[0]
        await reader.press("enter")
        assert reader.screen.crew.searching.bar is not None  # it stays open until it is mended or closed
        await reader.press(*["backspace"] * 13, *"title:rail", "enter")
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) == 1)
        await reader.wait_for(lambda: "Search: title:rail" in reader.rows()[0])
        await reader.wait_for(lambda: reader.screen.crew.searching.bar is None)
        await reader.press("escape")
        await listed(reader)


async def test_a_kept_search_with_a_fault_lists_nothing_and_says_why(run: Run, services: Services) -> None:
    kept = json.dumps([{"name": "Old search", "query": "is:foo"}])
    services.library.settings.put("reader.searches", kept)
    async with run() as reader:
        await listed(reader)
        reader.screen.go_to_row("search:is:foo")
        await reader.wait_for(lambda: "there is no is:foo" in reader.text())
        assert reader.screen.entry_list.row_count == 0


async def test_a_kept_search_stands_among_the_feeds(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press("slash", *"title:harbour")
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) == 40)
        await reader.press("ctrl+s", "escape")
        await reader.wait_for(lambda: any(row.key.startswith("search:") for row in reader.screen.feed_tree.rows))
        row = next(row for row in reader.screen.feed_tree.rows if row.key.startswith("search:"))
        assert row.number == 40


async def test_finding_in_the_article_goes_from_place_to_place(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await opened(reader)
        await reader.press("ctrl+f", *"the")
        await reader.wait_for(lambda: len(reader.screen.article_view.view.found) > 2)
        await reader.wait_for(lambda: "1 of" in reader.text())
        await reader.press("enter")
        await reader.wait_for(lambda: "2 of" in reader.text())
        await reader.press("escape")
        assert reader.screen.article_view.view.found == ()


async def test_a_link_is_shown_before_it_is_opened(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    browser = SimpleNamespace(open=went.append)
    monkeypatch.setattr("webbrowser.get", lambda: browser)
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await opened(reader)
        await reader.press("semicolon", "a")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        assert "https://operator.example/boats" in reader.text()
        assert went == []
        await reader.press("enter")
        await reader.wait_for(lambda: went == ["https://operator.example/boats"])


async def test_an_answer_that_comes_too_late_is_dropped(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    first = next(iter(sorted(world.opened)))
    plain = world.open_entry

    def slow(services: Services, entry_id: EntryId) -> OpenEntry:
        if entry_id != first:
            gate.wait(5)
        return plain(services, entry_id)

    monkeypatch.setattr("reader.pipeline.enrich.open_entry", slow)
    async with run() as reader:
        await listed(reader)
        view = reader.screen.article_view
        await reader.press("enter", "q", "j")  # the Courier is asked for, then given up for the Gazette
        await reader.press("enter")
        await reader.wait_for(lambda: view.opened is not None)
        assert view.opened.stored.id == first
        gate.set()
        await reader.wait_for(lambda: len(world.asked) >= 2)
        await reader.settle()
        assert view.opened.stored.id == first


async def test_a_listing_that_comes_too_late_is_dropped(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        late = messages.EntriesListed(EntryFilter(search="old"), reader.screen.entry_list.ids[:1], {})
        reader.screen.post_message(late)
        await reader.settle()
        assert len(reader.screen.entry_list.ids) > 40


async def test_a_run_shows_progress_and_stops_on_ctrl_x(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    started = threading.Event()

    def slow_refresh(
        services: Services, feeds: object, *, everything: bool, report: Report, cancelled: Cancelled
    ) -> RefreshReport:
        report(Progress(3, 7, "Eastmoor Gazette: 2 new"))
        started.set()
        while not cancelled():
            threading.Event().wait(0.005)
        return RefreshReport(cancelled=True)

    monkeypatch.setattr("reader.pipeline.refresh.refresh", slow_refresh)
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await reader.wait_for(lambda: not reader.screen.crew.refreshing.running)
        await reader.press("R")
        await reader.wait_for(started.is_set)
        await reader.wait_for(lambda: "3/7" in reader.text())
        before = reader.screen.entry_list.cursor
        await reader.press("j")  # the screen stays alive
        assert reader.screen.entry_list.cursor == before + 1
        await reader.press("ctrl+x")
        await reader.wait_for(lambda: "Stopped" in reader.text())


async def test_the_cursor_stays_on_its_entry_when_new_ones_come(run: Run, services: Services) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press(*"jjj")
        entry = reader.screen.entry_list.current_id
        feed = services.library.feeds.all()[0]
        services.library.entries.keep(feed.id, feed.title, [Entry("new", "Just in", published_at=services.now())])
        reader.screen.crew.listing.reload()
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) == 46)
        assert reader.screen.entry_list.current_id == entry


async def test_the_place_is_found_again_at_the_next_start(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press(*"jj")
        await opened(reader)
        entry = reader.screen.article_view.opened.stored.id
    async with run() as reader:
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        assert reader.screen.article_view.opened.stored.id == entry
        await reader.wait_for(lambda: reader.screen.entry_list.current_id == entry)


async def test_space_pages_and_goes_on_to_the_next_unread(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await opened(reader, "space")
        first = reader.screen.article_view.opened.stored.id
        await opened(reader, "space")
        assert reader.screen.article_view.opened.stored.id != first


async def test_tags_and_notes_are_asked_for_kept_and_undone(run: Run, services: Services) -> None:
    async with run() as reader:
        await listed(reader)
        entry = reader.screen.entry_list.current_id

        def status() -> EntryStatus:
            stored = services.library.entries.get(entry)
            assert stored is not None
            return stored.status

        await reader.press("t")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.press(*"sea, north", "enter")
        await reader.wait_for(lambda: set(status().tags) == {"sea", "north"})
        await reader.press("N")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.press(*"check", "enter")
        await reader.wait_for(lambda: status().note == "check")
        await reader.press("u", "u")
        await reader.wait_for(lambda: status().note == "" and not status().tags)


async def test_unfollowing_is_undone_too(run: Run, services: Services) -> None:
    async with run() as reader:
        await listed(reader)
        await reader.press("h", "G")
        await reader.wait_for(lambda: reader.screen.feed_tree.current.feed is not None)
        await reader.press("delete")
        await reader.wait_for(lambda: len(services.library.feeds.all()) == 1)
        await reader.press("u")
        await reader.wait_for(lambda: len(services.library.feeds.all()) == 2)


async def test_a_feeds_error_goes_when_the_cursor_leaves_it_and_an_empty_list_names_it(
    run: Run, services: Services
) -> None:
    feed = services.library.feeds.add("https://broken.example/", title="Zz Broken")
    services.library.feeds.keep_state(feed.id, FetchState(error="it is a web page, not a feed", failures=1))
    async with run() as reader:
        await listed(reader)
        await reader.press("h", "G")
        await reader.wait_for(lambda: reader.screen.feed_tree.current.feed is not None)
        await reader.wait_for(lambda: "it is a web page" in reader.rows()[-1])
        await reader.wait_for(lambda: "Nothing here yet: this" in reader.text())
        await reader.press("l")
        await reader.wait_for(lambda: "it is a web page" not in reader.rows()[-1])


async def test_what_was_passed_over_in_a_feed_is_told_where_the_cursor_is_on_it(run: Run, services: Services) -> None:
    feed = services.library.feeds.add("https://torn.example/", title="Zz Torn")
    services.library.feeds.keep_state(feed.id, FetchState(remarks=("damaged XML at line 13",)))
    async with run() as reader:
        await listed(reader)
        await reader.press("h", "G")
        await reader.wait_for(lambda: "damaged XML at line 13" in reader.rows()[-1])


async def test_an_empty_listing_says_how_many_feeds_failed(run_empty: Run, services: Services) -> None:
    for number in range(3):
        feed = services.library.feeds.add(f"https://broken.example/{number}", title=f"Broken {number}")
        if number:
            services.library.feeds.keep_state(feed.id, FetchState(error="no answer", failures=1))
    async with run_empty() as reader:
        await reader.wait_for(lambda: "Nothing here yet: 2 of 3" in reader.text())
        assert "!" in reader.text()


async def test_an_empty_library_offers_ways_to_begin(run_empty: Run) -> None:
    async with run_empty() as reader:
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.wait_for(lambda: "sample feeds" in reader.text() and "newsboat" in reader.text())
        await reader.press("j", "enter")
        await reader.wait_for(lambda: "Follow a feed" in reader.text())


async def test_the_ways_to_begin_are_all_seen_on_a_small_screen(run_empty: Run) -> None:
    async with run_empty(size=(60, 20)) as reader:
        await reader.wait_for(lambda: "Look around with the sample feeds" in reader.text())
        rows = ("nothing is fetched", "or of a site that has one", "newsboat's urls file or its cache.db", "? helps")
        await reader.wait_for(lambda: all(words in " ".join(reader.text().replace("│", "").split()) for words in rows))


async def test_q_goes_back_step_by_step_and_quits_in_the_feeds(run: Run) -> None:
    async with run() as reader:
        await listed(reader)
        await opened(reader)
        await reader.press("q")
        assert reader.screen.pane == "entries"
        await reader.press("q")
        assert reader.screen.pane == "feeds"
        await reader.press("q")
        assert reader.app._exit


async def test_what_cannot_be_done_is_said(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await listed(reader)
        await reader.wait_for(lambda: not reader.screen.crew.refreshing.running)
        await reader.press("c")
        await reader.wait_for(lambda: "No article is open: Enter opens" in reader.text())
        await reader.press("ctrl+x")
        await reader.wait_for(lambda: "Nothing is running" in reader.text())
        await reader.press("E")
        await reader.wait_for(lambda: "Only with the cursor on a feed" in reader.text())
        await opened(reader)
        await reader.press("H")
        await reader.wait_for(lambda: "Nothing to hide here" in reader.text())
        await reader.press("3")
        await reader.wait_for(lambda: "this is the article that is open" in reader.text())


async def test_what_is_said_takes_the_whole_line_where_it_needs_it(run: Run) -> None:
    async with run(size=(60, 20)) as reader:
        await listed(reader)
        await reader.press("E")
        await reader.wait_for(lambda: "Only with the cursor on a feed, in the list of feeds" in reader.rows()[-1])


async def test_what_is_done_with_the_article_shows_it_where_one_pane_is_seen(run: Run) -> None:
    async with run(size=(60, 20)) as reader:
        await listed(reader)
        await reader.press("j")
        await opened(reader)
        for keys in (("q", "c"), ("x", "c"), ("q", "space"), ("q", "H")):
            await reader.press(*keys)
            await reader.wait_for(lambda: reader.screen.focused is reader.screen.article_view, str(keys))
            assert reader.screen.article_view.opened.stored.outlet == "Eastmoor Gazette"


async def test_the_headline_stands_once_and_in_the_border_only_when_it_is_scrolled_away(
    run: Run, world: "World"
) -> None:
    first = min(world.opened)
    before = world.opened[first]
    headline = before.article.headline
    text = headline.upper() + "!\n" + "\n".join(["A line of text that goes on. " * 9] * 9)
    starts = [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    roles = [Role.HEADING] + [Role.BODY] * 9
    paragraphs = tuple(Paragraph(Span(a, b), role) for a, b, role in zip(starts, ends, roles, strict=True))
    article = replace(before.article, text=text, paragraphs=paragraphs)
    world.opened[first] = replace(before, article=article, analysis=Analysis(), credits=())
    async with run(size=(160, 20)) as reader:
        await listed(reader)
        await reader.press("j")
        await opened(reader)
        view = reader.screen.article_view

        def drawn() -> list[str]:
            return [row[view.region.x : view.region.right] for row in reader.rows()]

        assert sum(headline in row for row in drawn()) == 1
        assert not any(headline.upper() in row for row in drawn())
        assert headline not in drawn()[1]
        await reader.press("pagedown")
        await reader.wait_for(lambda: headline in drawn()[1])
        await reader.press("g")
        await reader.wait_for(lambda: headline not in drawn()[1])


async def test_an_entry_without_a_date_shows_when_it_came_and_says_so(run: Run, services: Services) -> None:
    feed = services.library.feeds.all()[0]
    services.library.entries.keep(feed.id, feed.title, [Entry("bare", "Nobody dated this")])
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: "●~12:00  Nobody dated this" in reader.text())
        assert "● 10:00  Island" in reader.text()
