"""Marks in the article, and the comparison: what is told apart without colour."""

import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.style import Style
from textual.color import Color
from textual.content import Content

from reader.articles.plain import article_from_text
from reader.model.article import Role
from reader.pipeline.compare import Comparison
from reader.text.spans import Span
from reader.ui.content import time_of
from reader.ui.widgets.article_layout import View
from reader.ui.widgets.article_text import article_blocks
from reader.ui.widgets.row_list import draw_strip

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

BYLINE = "By Jane Doe, Tidewater Post"
Run = Callable[..., "AbstractAsyncContextManager[Reader]"]


def style_of(reader: "Reader", words: str) -> Style:
    """Return the style in which some words are drawn in the article."""
    view = reader.screen.article_view
    for y in range(view.size.height):
        for segment in view.render_line(y):
            if words in segment.text and isinstance(segment.style, Style):
                return segment.style
    raise AssertionError(f"not drawn as one piece: {words}\n{reader.text()}")


@pytest.mark.parametrize("no_color", [False, True])
async def test_marks_are_told_apart_without_colour(run: Run, monkeypatch: pytest.MonkeyPatch, no_color: bool) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with run(size=(160, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("j", "enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        assert style_of(reader, "We cannot sail").underline
        assert style_of(reader, "The ferry to Northisle").italic
        assert not style_of(reader, "The ferry to Northisle").underline
        assert style_of(reader, "Ada").bold
        assert not style_of(reader, "who spoke").bold
        assert "▌" not in reader.text()
        await reader.press("c")
        assert "▌ The ferry" in reader.text()


async def test_hidden_panes_are_drawn_without_colour_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with run(size=(60, 12)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        strip = draw_strip(reader.screen.article_view, Content("x"), 0, reader.screen.article_view.visual_style)
        for line_filter in reader.app.get_line_filters():
            line_filter.apply(list(strip), Color(0, 0, 0))
        await reader.press("h", "l", "l", "x", "q", "q")


async def test_a_link_carries_its_address_for_the_terminal(run: Run) -> None:
    async with run(size=(160, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        assert style_of(reader, "operator").link == "https://operator.example/boats"


async def test_selected_text_is_copied_without_the_screens_line_breaks(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        view = reader.screen.article_view
        await reader.wait_for(lambda: view.opened is not None)
        reader.screen.set_focus(view)
        view.text_select_all()
        await reader.settle()
        assert "The Northisle ferry is out of service for ten days, the" in (reader.screen.get_selected_text() or "")


async def test_an_origin_is_compared_with_the_article_one_came_from_and_says_so(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = sorted(world.opened.values(), key=lambda opened: opened.stored.dated_at)
    words = "a long change " * 80
    drift = replace(b.chain.drift[0], a_words=words + "THE END")
    comparison = Comparison(a, b, ((a.article.paragraphs[0].span, None),), (drift,))
    asked: list[tuple[int, int]] = []

    def compare(_: object, one: int, other: int) -> Comparison:
        asked.append((one, other))
        return comparison

    def said() -> str:
        return " ".join(word for row in reader.rows() for word in row.strip(" │").split())

    monkeypatch.setattr("reader.pipeline.compare.compare_entries", compare)
    async with run(size=(60, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("j", "enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("v")
        await reader.wait_for(lambda: asked == [(b.stored.id, a.stored.id)])
        await reader.wait_for(lambda: "no link above Eastmoor Gazette: compared with Coastline Courier" in said())
        await reader.press("n")
        await reader.wait_for(lambda: "1 of 1" in reader.text())
        assert "THE END" not in reader.text()
        await reader.press(*"d" * 20)
        await reader.wait_for(lambda: "THE END" in reader.text())


@pytest.mark.parametrize("size", [(120, 30), (60, 20)])
async def test_two_articles_side_by_side(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    a, b = sorted(world.opened.values(), key=lambda opened: opened.stored.dated_at)
    pair = (a.article.paragraphs[0].span, b.article.paragraphs[0].span)
    aligned: tuple[tuple[Span | None, Span | None], ...] = (pair, (a.article.paragraphs[1].span, None))
    comparison = Comparison(a, b, aligned, b.chain.drift)
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: comparison)
    async with run(size=size) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("v")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.wait_for(lambda: "1 change found" in reader.text())
        assert "▌" not in reader.text()
        await reader.press("n")
        await reader.wait_for(lambda: "1 of 1" in reader.text())
        assert "number changed" in reader.text()
        marked = [row for row in reader.rows() if "▌" in row]  # told without colour too
        assert a.article.text[:12] in marked[0]
        assert a.article.paragraphs[1].span.of(a.article.text)[:12] not in "".join(marked)
        for key in ("w", "1"):
            await reader.press("p", key)
            await reader.wait_for(lambda: "That is no key of the comparison; Esc closes it" in reader.text())
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1


async def test_an_outlet_that_is_not_known_has_a_name_above_its_column(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = sorted(world.opened.values(), key=lambda opened: opened.stored.dated_at)
    a = replace(a, stored=replace(a.stored, outlet=""))
    comparison = Comparison(a, b, ((a.article.paragraphs[0].span, None),), b.chain.drift)
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: comparison)
    async with run(size=(140, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("v")
        await reader.wait_for(lambda: f"unknown outlet (entry {a.stored.id})" in reader.text())


@pytest.mark.parametrize("width", [100, 140])
async def test_long_names_of_outlets_leave_the_times_on_one_line(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    a, b = sorted(world.opened.values(), key=lambda opened: opened.stored.dated_at)
    name = "Greater Eastmoor and Tidewater Valleys Evening Advertiser and Weekly Intelligencer"
    a, b = (replace(side, stored=replace(side.stored, outlet=name)) for side in (a, b))
    comparison = Comparison(a, b, ((a.article.paragraphs[0].span, None),), b.chain.drift)
    monkeypatch.setattr("reader.pipeline.compare.compare_entries", lambda *_: comparison)
    async with run(size=(width, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("v")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        await reader.wait_for(lambda: " → " in reader.text())
        (row,) = (row for row in reader.rows() if " → " in row)
        for side in (a, b):
            assert time_of(side.stored) in row


async def test_a_key_meant_for_a_slow_comparison_opens_no_entry_and_escape_gives_it_up(
    run: Run, world: "World", monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = sorted(world.opened.values(), key=lambda opened: opened.stored.dated_at)
    gate, asked = threading.Event(), []

    def compare(*_: object) -> Comparison:
        asked.append(1)
        gate.wait(5)
        return Comparison(a, b, ((a.article.paragraphs[0].span, None),), b.chain.drift)

    monkeypatch.setattr("reader.pipeline.compare.compare_entries", compare)
    monkeypatch.setattr("reader.ui.screens.reading.comparing.SOON", 0.001)
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        reading, number = reader.screen, reader.screen.article_view.opened.stored.id
        await reader.press("v")
        await reader.wait_for(lambda: "Comparing the two articles" in reader.text())
        await reader.press("n", "n")
        gate.set()
        await reader.wait_for(lambda: "1 change found" in reader.text())
        assert reading.article_view.opened.stored.id == number
        gate.clear()
        await reader.press("escape", "v")
        await reader.wait_for(lambda: "Comparing the two articles" in reader.text())
        await reader.press("escape")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)
        gate.set()
        await reader.wait_for(lambda: len(asked) == 2)
        await reader.settle()
        assert len(reader.app.screen_stack) == 1


@pytest.mark.parametrize(("line", "role"), [(BYLINE, Role.SOURCE_LINE), ("Jane Doe reports:", None)])
def test_a_byline_that_the_text_has_itself_stands_once(world: "World", line: str, role: Role | None) -> None:
    opened = next(iter(world.opened.values()))
    article = replace(article_from_text(f"A headline here\n{line}\n\nThe ferry will stop.\n"), byline=BYLINE)
    blocks = article_blocks(replace(opened, article=article), View(), {})
    assert [block.role for block in blocks if block.text == BYLINE] == [role]
