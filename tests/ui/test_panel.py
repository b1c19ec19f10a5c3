"""The panel beside the article: its closing, late arrivals, what is independent, any link compared, claims in order."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.model.chain import Basis, Chain, ChainNode, Derivation, DerivationKind, Evidence, Independent
from reader.model.entry import Entry, EntryFilter, EntryId
from reader.pipeline.compare import Comparison
from reader.text.spans import Span
from reader.ui import messages
from reader.ui.widgets.chain_rows import ChainRows
from tests.ui.conftest import NOW

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]


async def opened(reader: "Reader", *keys: str) -> None:
    await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
    await reader.wait_for(lambda: reader.screen.side.current.is_attached)
    await reader.press(*keys, "enter")
    await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
    await reader.wait_for(lambda: reader.screen.focused is reader.screen.article_view)


def seen(reader: "Reader") -> bool:
    return any("chain claims changes" in row for row in reader.rows())


async def focus(reader: "Reader", pane: str) -> None:
    reader.screen.crew.moving.go_to(pane)
    await reader.wait_for(lambda: reader.screen.focused is reader.screen.pane_widget(pane))


async def turn_tab_in(reader: "Reader", pane: str) -> None:
    """Give a pane the focus, and turn the panel to its next tab from there."""
    await focus(reader, pane)
    before = reader.screen.side.tab
    await reader.press("right_square_bracket")
    await reader.wait_for(lambda: reader.screen.side.tab != before)


@pytest.mark.parametrize("size", [(160, 45), (120, 30)])
async def test_no_turn_of_the_tabs_closes_the_panel(run: Run, size: tuple[int, int]) -> None:
    async with run(size=size) as reader:
        await opened(reader)
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
        for pane in ("article", "feeds", "entries", "side"):
            await turn_tab_in(reader, pane)
            await reader.wait_for(lambda: seen(reader))
            assert reader.screen.pane == pane


async def test_the_panels_own_key_closes_it_and_a_turn_of_the_tabs_brings_it_back(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await opened(reader)
        await reader.press("x")
        await reader.wait_for(lambda: not seen(reader))
        await reader.press("right_square_bracket")
        await reader.wait_for(lambda: seen(reader))
        assert reader.screen.side.tab == "chain"  # opening it shows what was there


@pytest.mark.parametrize("size", [(160, 30), (110, 30), (90, 24), (60, 20)])
async def test_the_panels_key_opens_and_closes_it_from_every_pane(run: Run, size: tuple[int, int]) -> None:
    async with run(size=size) as reader:
        await opened(reader)
        for pane in ("feeds", "entries", "article"):
            await focus(reader, pane)
            await turned(reader)
            await turned(reader)


async def turned(reader: "Reader") -> None:
    """Press the panel's key and wait until the panel is seen where it was not, or not where it was."""
    before = seen(reader)
    await reader.press("x")
    await reader.wait_for(lambda: seen(reader) is not before, f"seen: {not before}")


def with_radio_stored(chain: Chain) -> Chain:
    """Return the chain after the only cited outlet's own article was fetched."""
    radio = chain.nodes[0]
    stored = replace(radio, key="3", entry_id=EntryId(3), what="")
    edges = tuple(replace(edge, src="3") if edge.src == radio.key else edge for edge in chain.derivations)
    return replace(chain, nodes=(stored, *chain.nodes[1:]), derivations=edges)


async def test_an_article_that_arrives_late_takes_its_place_on_the_open_screen(run: Run, world: "World") -> None:
    async with run(size=(120, 30)) as reader:
        await opened(reader)
        reading = reader.screen
        assert "1 ○ Island Radio" in reader.text()
        await reader.press("c", "l", "j", "j")
        await reader.wait_for(lambda: reading.focused is reading.side.chain_panel)
        place = reading.side.chain_panel._rows_shown[reading.side.chain_panel.cursor].place
        number = reading.article_view.opened.stored.id
        before = world.opened[number]
        world.opened[number] = replace(before, chain=with_radio_stored(before.chain))
        reading.post_message(messages.RunEnded("Refreshed: 1 new entry"))
        await reader.wait_for(lambda: "1 ● Island Radio" in reader.text())
        assert "○" not in reader.text()
        assert reading.article_view.view.claim == 0  # neither the claim nor the cursor was lost
        assert reading.side.chain_panel._rows_shown[reading.side.chain_panel.cursor].place == place


async def test_what_another_program_brings_is_seen_without_a_key(run: Run, world: "World") -> None:
    async with run(size=(120, 30)) as reader:
        await opened(reader)
        reading, library = reader.screen, world.services.library
        refreshing = reading.crew.refreshing
        await reader.wait_for(lambda: not refreshing.running)
        refreshing.look_about()
        await reader.wait_for(lambda: refreshing._stored == 45)
        number = reading.article_view.opened.stored.id
        before = world.opened[number]
        world.opened[number] = replace(before, chain=with_radio_stored(before.chain))
        feed = library.feeds.all()[0]
        library.entries.keep(feed.id, feed.title, [Entry("cron", "Fetched by cron", published_at=NOW)])
        refreshing.look_about()
        await reader.wait_for(lambda: len(reading.entry_list.ids) == 46)
        await reader.wait_for(lambda: "1 ● Island Radio" in reader.text())
        await reader.wait_for(lambda: not refreshing.running)
        refreshing.look_about()
        await reader.wait_for(lambda: refreshing._stored == 46)
        library.entries.keep(None, "Tide Daily", [Entry("saved", "Saved in another window", published_at=NOW)])
        refreshing.look_about()
        await reader.wait_for(lambda: len(reading.entry_list.ids) == 47)


async def test_a_run_that_changes_nothing_leaves_the_panel_alone(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(size=(120, 30)) as reader:
        await opened(reader)
        reading, asked = reader.screen, len(world.asked)
        monkeypatch.setattr(reading.side, "show", lambda *_, **__: pytest.fail("shown anew"))
        reading.post_message(messages.RunEnded(""))
        await reader.wait_for(lambda: len(world.asked) > asked)
        await reader.settle()


async def test_what_is_similar_and_independent_is_told_with_reasons_compared_and_opened(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (world.opened[key] for key in sorted(world.opened))
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: Comparison(first, second, (), ()))
    number = next(iter(world.services.library.entries.ids(EntryFilter())[5:6]))
    node = ChainNode(str(number), "Farshore News", EntryId(number), "Boats stay away")
    world.independent = (Independent(node, ("no shared quotation", "different numbers")),)
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        await reader.wait_for(lambda: "similar, but independent" in reader.text())
        assert "no shared quotation" in reader.text()
        assert "● Farshore News" in reader.text()
        await reader.press("l")
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.side.chain_panel)
        await reader.press("w")
        await reader.wait_for(lambda: "there is no link to explain" in reader.text())
        await reader.press("G", "w")
        await reader.wait_for(lambda: "Why there is no link" in reader.text())
        assert "Why not  no shared quotation" in reader.text()
        assert "Why not  different numbers" in reader.text()
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
        await reader.press("v")
        await reader.wait_for(lambda: "independent: no shared quotation, different numbers)" in reader.text())
        await reader.press("escape")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened.stored.id == number)


async def test_two_articles_that_share_nothing_are_said_to(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (world.opened[key] for key in sorted(world.opened))
    bare = Comparison(first, second, ((first.article.paragraphs[0].span, None),), ())
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: bare)
    async with run(size=(120, 30)) as reader:
        await opened(reader)
        await reader.press("v")
        await reader.wait_for(lambda: "These two have nothing in common" in reader.text())


async def test_any_link_is_compared_not_only_those_of_the_open_article(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def compare(_: object, one: int, other: int) -> Comparison:
        asked.append((one, other))
        earlier, later = sorted(world.opened.values(), key=lambda o: o.stored.dated_at)
        return Comparison(earlier, later, (), ())

    monkeypatch.setattr("reader.pipeline.compare.compare_entries", compare)
    gazette, courier = sorted(world.opened)
    far = 5
    for key, entry in list(world.opened.items()):
        chain = entry.chain
        nodes = (*chain.nodes, ChainNode(str(far), "Farshore News", EntryId(far)))
        link = replace(chain.derivations[-1], src=str(gazette), dst=str(far))
        world.opened[key] = replace(entry, chain=replace(chain, nodes=nodes, derivations=(*chain.derivations, link)))
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        assert reader.screen.article_view.opened.stored.id == courier
        await reader.press("l")
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.side.chain_panel)
        await reader.press("G", "v")  # the last row: the link between two articles that are not open
        await reader.wait_for(lambda: asked == [(gazette, far)])
        await reader.wait_for(lambda: "reworded, very likely, 28 h later" in reader.text())
        await reader.press("escape")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
        await reader.press("g", "v")  # the first outlet is only cited
        await reader.wait_for(lambda: len(asked) == 2)  # no link leads into it: the nearest above is taken


async def test_a_link_from_an_outlet_that_is_only_cited_cannot_be_compared(run: Run) -> None:
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        await reader.press("l")
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.side.chain_panel)
        await reader.press("g", "j", "v")
        await reader.wait_for(lambda: "Island Radio is not in the library" in reader.text())


async def test_claims_stand_by_speaker_or_in_the_order_of_the_article(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await opened(reader, "j")
        side = reader.screen.side
        await reader.press("S")
        await reader.wait_for(lambda: side.tab == "claims")
        assert "Ada Fenwick, head of the" in reader.text()
        await reader.press("S")
        await reader.wait_for(lambda: "Ada Fenwick: “We cannot" in reader.text())
        assert "Ada Fenwick, head of the harbour office" not in side.claim_list._rows[0].plain
        await reader.press("S")
        await reader.wait_for(lambda: "Ada Fenwick: “We" not in reader.text())


async def test_why_explains_the_claim_under_the_cursor_of_the_list(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await opened(reader, "j")
        await reader.press("right_square_bracket", "l", "G")
        await reader.wait_for(lambda: reader.screen.side.claim_list.current_claim == 1)
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        assert "a direct quotation" in reader.text()


async def test_why_a_link_is_held_gives_each_proof_once_with_its_places(run: Run, world: "World") -> None:
    number = max(world.opened)
    before = world.opened[number]
    link = before.chain.derivations[-1]
    shared = [Evidence(key, "text", Span(0, 9), "one engine", "shared words") for key in (link.src, link.dst, link.dst)]
    chain = replace(before.chain, derivations=(before.chain.derivations[0], replace(link, evidence=tuple(shared))))
    world.opened[number] = replace(before, chain=chain)
    async with run(size=(120, 30)) as reader:
        await opened(reader)
        await reader.press("l")
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.side.chain_panel)
        await reader.press("G", "w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        box = reader.screen.query_one(".dialog").region
        said = " ".join(word for row in reader.rows() for word in row[box.x + 1 : box.right - 1].split())
        assert said.count("shared words: “one engine”") == 1
        assert "(Eastmoor Gazette and Coastline Courier)" in said
        await reader.press("w")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)


async def test_what_is_independent_is_compared_from_the_article_where_the_chain_has_nothing_else(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (world.opened[key] for key in sorted(world.opened))
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: Comparison(first, second, (), ()))
    number = next(iter(world.services.library.entries.ids(EntryFilter())[5:6]))
    world.independent = (Independent(ChainNode(str(number), "Farshore News", EntryId(number)), ("other numbers",)),)
    for key, entry in list(world.opened.items()):
        alone = ChainNode(str(key), entry.stored.outlet, EntryId(key))
        world.opened[key] = replace(entry, chain=Chain(str(key), (alone,), origins=0))
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        await reader.wait_for(lambda: "similar, but independent" in reader.text())
        await reader.press("v")
        await reader.wait_for(lambda: "independent: other numbers)" in reader.text())
        await reader.press("question_mark")
        await reader.wait_for(lambda: "Search keys, commands and signs" in reader.text())
        await reader.press(*"independent")
        await reader.wait_for(lambda: "chain.compare" in reader.text())
        await reader.press("escape", "escape")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)


async def test_a_notice_goes_when_another_article_opens(run: Run) -> None:
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        reading = reader.screen
        reading.tell("This stays until something else is said", alarm=True)
        before = reading.article_view.opened.stored.id
        reading.crew.opening.open(EntryId(5))
        await reader.wait_for(lambda: reading.article_view.opened.stored.id != before)
        assert "This stays" not in reading.status.said


async def test_what_was_said_goes_with_the_next_key_and_a_fault_stays(run: Run) -> None:
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        for alarm in (False, True):
            reader.screen.tell("Only for a while", alarm=alarm)
            await reader.press("x")
            await reader.wait_for(lambda alarm=alarm: (reader.screen.status.said == "Only for a while") is alarm)  # type: ignore[misc]  # mypy cannot infer a lambda with a default


async def test_the_number_of_an_outlet_that_is_only_cited_says_so(run: Run) -> None:
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        await reader.press("1")
        await reader.wait_for(lambda: "Island Radio is only cited: not in the library" in reader.screen.status.said)


async def test_the_key_for_help_is_the_last_to_go_from_the_line_on_top(run: Run) -> None:
    for width, shown, gone in ((60, ("? help", "/ search"), ("^p",)), (40, ("? help",), ("/ search", "^p"))):
        async with run(size=(width, 20)) as reader:
            await reader.wait_for(lambda: "? help" in reader.text())
            top = reader.text().splitlines()[0]
            assert all(words in top for words in shown)
            assert not any(words in top for words in gone)


def test_a_link_that_is_unfolded_says_what_is_better_on_one_side() -> None:
    nodes = (ChainNode("1", "Tide Daily", EntryId(1)), ChainNode("2", "Echo", EntryId(2)))
    better = Evidence("2", "text", Span(0, 9), "Pishchane", "better name")
    edge = Derivation("1", "2", DerivationKind.REWRITE, 0.9, Basis.TEXT, (better,), main=False, sibling=True)
    chain = Chain("2", nodes, (edge,))
    folded, unfolded = (ChainRows(chain, some, NOW).made for some in (set(), {("1", "2")}))
    said = [row.content.plain for row in unfolded if "has the better" in row.content.plain]
    assert len(said) == 1
    assert "Echo has the better “Pishchane”, which the other lacks: both are from a text that is not" in said[0]
    assert not any("has the better" in row.content.plain for row in folded)


def test_an_outlet_that_is_followed_is_not_said_to_be_only_cited() -> None:
    nodes = (ChainNode("ext:Tide Daily:x", "Tide Daily", followed=True), ChainNode("2", "Echo", EntryId(2)))
    edge = Derivation(nodes[0].key, "2", DerivationKind.CITES, 0.9, Basis.CREDIT, ())
    for followed, words in ((True, "no article found"), (False, "cited only")):
        known = (replace(nodes[0], followed=followed), nodes[1])
        first = next(row.content.plain for row in ChainRows(Chain("2", known, (edge,)), set(), NOW).made if row.node)
        assert first.replace("\xa0", " ").endswith(f"Tide Daily  {words}")


async def test_an_outlet_that_another_article_cites_is_shown_there_and_said_to_be(run: Run, world: "World") -> None:
    async with run(size=(120, 40)) as reader:
        await opened(reader)
        first = reader.screen.article_view.opened
        await reader.press("1")
        await reader.wait_for(lambda: "not in the library; Eastmoor Gazette cites it" in reader.screen.status.said)
        await reader.wait_for(lambda: reader.screen.article_view.opened is not first)
