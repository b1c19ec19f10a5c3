"""The panel's changes: what changed on more than one link in all its wordings, and each step compared."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.model.chain import Chain, ChainNode, Drift, DriftType
from reader.model.entry import EntryId
from reader.pipeline.compare import Comparison
from reader.pipeline.word_marks import differing_words
from reader.text.spans import Span
from reader.ui.content import held
from reader.ui.widgets.change_rows import change_rows
from tests.ui.test_snapshots import check_snapshot

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]
FAR = "5"
"""Key of the article between the two that can be opened."""


def three_articles(world: "World", after: str = "ten days") -> Chain:
    """Put an article between the two of the world, so that one number changes on both links, and return the chain."""
    gazette, courier = sorted(world.opened)
    before = world.opened[courier]
    radio, first, last = before.chain.nodes
    nodes = (radio, first, ChainNode(FAR, "Farshore News", EntryId(int(FAR))), last)
    cited, link = before.chain.derivations
    edges = (cited, replace(link, dst=FAR), replace(link, src=FAR))
    change = before.chain.drift[0]
    between = Span(40, 51)
    drift = (
        replace(change, b=FAR, b_span=between, b_words="eleven days"),
        Drift(change.a, FAR, DriftType.CLAIM_DROPPED, Span(200, 220), None, "a claim that is lost"),
        replace(change, a=FAR, a_span=between, a_words="eleven days", b_words=after),
    )
    chain = replace(before.chain, nodes=nodes, derivations=edges, drift=drift)
    world.opened[courier] = replace(before, chain=chain)
    assert str(gazette) == change.a
    return chain


async def changes_shown(reader: "Reader") -> None:
    """Open the first entry and turn to its changes."""
    await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
    await reader.wait_for(lambda: reader.screen.top_bar.unread is not None)
    await reader.wait_for(lambda: reader.screen.side.current.is_attached)
    await reader.press("enter")
    await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
    await reader.wait_for(lambda: reader.screen.top_bar.unread == 44)
    reader.screen.side.tab = "changes"
    reader.screen.crew.moving.go_to("side")
    await reader.wait_for(lambda: reader.screen.focused is reader.screen.side.change_list)
    await reader.wait_for(lambda: not reader.screen.crew.refreshing.running)
    await reader.settle()


@pytest.mark.parametrize("size", [(60, 20), (160, 45)], ids=["narrow", "wide"])
async def test_a_thing_that_changed_twice_stands_above_the_links(
    run: Run, world: "World", size: tuple[int, int]
) -> None:
    three_articles(world)
    async with run(size=size) as reader:
        await changes_shown(reader)
        await reader.wait_for(lambda: "Along the whole chain" in reader.text())
        check_snapshot(f"{'narrow' if size[0] == 60 else 'wide'}_journeys", reader.text().rstrip() + "\n")


@pytest.mark.parametrize("size", [(60, 20), (90, 24), (160, 45)])
async def test_enter_on_a_step_compares_its_link_at_its_change(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    chain = three_articles(world)
    one, other = (world.opened[number] for number in sorted(world.opened))
    asked: list[tuple[str, str]] = []
    early = Drift("", "", DriftType.NAME, Span(0, 3), Span(0, 3), "Ann", "Anne")

    def compare(_: object, a: int, b: int) -> Comparison:
        asked.append((str(a), str(b)))
        pairs = ((one.article.paragraphs[0].span, other.article.paragraphs[0].span),)
        return Comparison(one, other, pairs, (*(d for d in chain.drift if (d.a, d.b) == asked[-1]), early))

    monkeypatch.setattr("reader.pipeline.compare.compare_entries", compare)
    async with run(size=size) as reader:
        await changes_shown(reader)
        changes = reader.screen.side.change_list
        assert changes.current_change is chain.drift[0]  # the first wording belongs to the change that follows it
        for step, (key, drift) in enumerate((("enter", chain.drift[0]), ("enter", chain.drift[2]), ("v", None))):
            await reader.press("j", key)
            await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
            wanted = drift or chain.drift[2]  # below the steps stand the links, the one into the open article first
            assert asked[step:] == [(wanted.a, wanted.b)]
            await reader.wait_for(lambda words=wanted.b_words: f"→ “{words}”" in reader.text())  # type: ignore[misc]  # mypy cannot infer a lambda with a default
            assert f"2 of {len([d for d in chain.drift if d.a == wanted.a]) + 1}  number changed" in reader.text()
            await reader.press("escape")
            await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
            assert reader.screen.focused is changes


async def test_enter_on_a_change_of_a_link_shows_its_words_in_the_article(run: Run, world: "World") -> None:
    three_articles(world)
    async with run(size=(120, 30)) as reader:
        await changes_shown(reader)
        await reader.press("j", "j", "j", "enter")
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.article_view)
        assert len(reader.app.screen_stack) == 1


async def test_a_comparison_begins_at_a_change_it_does_not_find_by_its_sentences(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = three_articles(world)
    one, other = (world.opened[number] for number in sorted(world.opened))
    pairs = ((one.article.paragraphs[0].span, other.article.paragraphs[0].span),)
    found = Drift("", "", DriftType.NAME, Span(0, 3), Span(0, 3), "Ann", "Anne")
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: Comparison(one, other, pairs, (found,)))
    async with run(size=(120, 30)) as reader:
        await changes_shown(reader)
        await reader.press("enter")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.wait_for(lambda: "number changed: “twelve days” → “eleven days”" in reader.text())
        assert chain.drift[0].a_span is not None
        assert reader.screen._view._current == 0
        await reader.press("n")
        await reader.wait_for(lambda: "1 of 1  name changed" in reader.text())


async def test_a_comparison_keeps_its_change_in_view_from_the_first_frame_on_and_at_another_size(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = three_articles(world)
    one, other = (world.opened[number] for number in sorted(world.opened))
    above = ((one.article.paragraphs[4].span, None),) * 40
    pairs = (*above, (one.article.paragraphs[0].span, other.article.paragraphs[0].span), *above)
    comparison = Comparison(one, other, pairs, chain.drift[:1])
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: comparison)
    async with run(size=(120, 30)) as reader:
        await changes_shown(reader)
        await reader.press("enter")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.wait_for(lambda: "The ferry to Northisle" in reader.text())
        await reader.pilot.resize_terminal(60, 20)
        await reader.wait_for(lambda: reader.app.size.width == 60 and len(reader.rows()) == 20)
        await reader.wait_for(lambda: "The ferry to Northisle" in reader.text())


def rows_of(chain: Chain | None) -> list[str]:
    return [row.content.plain for row in change_rows(chain)]


def test_what_is_lost_is_said_and_only_words_that_changed_are_marked(world: "World") -> None:
    chain = three_articles(world, after="")
    rows = change_rows(chain)
    assert [row.content.plain for row in rows[:6]] == [
        "Along the whole chain",
        " number changed",
        "  Eastmoor Gazette: “twelve days”",
        "  → Farshore News: “eleven days”",
        f"  → Coastline Courier: {held('left out')}",
        "",
    ]
    marked = [
        [row.content.plain[s.start : s.end] for s in row.content.spans if "drift" in str(s.style)] for row in rows
    ]
    assert marked[2:5] == [[], ["eleven"], []]
    assert [row.change for row in rows[2:5]] == [chain.drift[0], chain.drift[0], chain.drift[2]]


def test_a_wording_too_long_to_compare_is_marked_whole() -> None:
    assert differing_words("a b c", "a x c", most=9) == ([(2, 3)], [(2, 3)])
    assert differing_words("a b c", "a x c", most=8) == ([(0, 5)], [(0, 5)])


def test_few_words_come_before_many(world: "World") -> None:
    chain = three_articles(world)
    far = [Span(300, 400), Span(300, 410), Span(300, 420)]
    keys = (chain.drift[0].a, FAR, chain.focus)
    quotes = [
        Drift(
            keys[i],
            keys[i + 1],
            DriftType.QUOTE,
            far[i],
            far[i + 1],
            f"{'long words ' * 9}{i}",
            f"{'long words ' * 9}{i + 1}",
        )
        for i in range(2)
    ]
    rows = rows_of(replace(chain, drift=(quotes[0], *chain.drift, quotes[1])))
    assert rows.index(" number changed") < rows.index(" quotation reworded") < rows.index("Link by link")


def test_no_changes_and_no_thing_that_changed_twice_are_said_in_words(world: "World") -> None:
    nothing = ["No changes are known along this chain."]
    assert rows_of(None) == nothing
    before = world.opened[max(world.opened)].chain
    assert rows_of(replace(before, drift=())) == nothing
    assert "Along the whole chain" not in rows_of(before)  # one link alone: the way is that link
    chain = three_articles(world)
    once = rows_of(replace(chain, drift=chain.drift[:2]))
    assert once[:4] == ["Along the whole chain", "  Nothing changed on more than one link.", "", "Link by link"]


def test_foreign_words_are_taken_literally(world: "World") -> None:
    trap = "[bold]\x1b[2J\u202ex[/] $drift\nline"
    chain = three_articles(world, after=trap)
    nodes = tuple(replace(node, outlet=trap) for node in chain.nodes)
    rows = rows_of(replace(chain, nodes=nodes))
    assert not {"\x1b", "\u202e", "\n"} & set("".join(rows))
    assert sum("[bold]" in row and "[/] $drift line" in row for row in rows[2:5]) == 3
