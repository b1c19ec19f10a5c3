"""Keys reach their commands from every pane, in both presets, and after the user's own choice."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.store.query import parse_query
from reader.ui.bindings import COMMANDS
from reader.ui.keys import keys_in_use, split_keys
from reader.ui.screens.help import QUERIES

if TYPE_CHECKING:
    from tests.ui.conftest import Reader, World

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]


def record(reader: "Reader") -> list[str]:
    """Let every command only say its name."""
    ran: list[str] = []
    crew = reader.screen.crew
    crew.can_run = lambda _: True
    for id_ in crew.commands:
        crew.commands[id_] = lambda id_=id_: ran.append(id_)
    return ran


@pytest.mark.parametrize("preset", ["default", "newsboat"])
async def test_every_key_of_a_preset_reaches_its_command(run: Run, world: "World", preset: str) -> None:
    world.services = replace(world.services, settings=replace(world.services.settings, key_preset=preset))  # type: ignore[arg-type]
    keys = keys_in_use(preset)
    async with run(size=(120, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        ran = record(reader)
        wanted: list[str] = []
        for command in COMMANDS.values():
            if "reading" in command.places:
                for key in split_keys(keys[command.id]):
                    wanted.append(command.id)
                    reader.app.simulate_key(key)
        await reader.wait_for(lambda: len(ran) >= len(wanted))
        assert ran == wanted


@pytest.mark.parametrize("pane", ["feeds", "entries", "article", "side"])
async def test_no_pane_keeps_a_key_for_itself(run: Run, pane: str) -> None:
    async with run(size=(120, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.wait_for(lambda: reader.screen.side.current.is_attached)
        reader.screen.crew.moving.go_to(pane)
        await reader.wait_for(lambda: reader.screen.focused is reader.screen.pane_widget(pane))
        ran = record(reader)
        for key in ("j", "down", "up", "g", "home", "end", "pagedown", "space", "enter", "tab", "left", "right"):
            reader.app.simulate_key(key)
        await reader.wait_for(lambda: len(ran) >= 12)


async def test_a_key_of_ones_own_replaces_the_old_one_and_faults_are_told(run: Run, world: "World") -> None:
    own = {"entry.bookmark": "K", "article.nxt-claim": "z"}
    world.services = replace(world.services, settings=replace(world.services.settings, keys=own))
    async with run(size=(120, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        assert any("article.next-claim" in str(toast.message) for toast in reader.app._notifications)
        ran = record(reader)
        for key in ("b", "s", "K"):
            reader.app.simulate_key(key)
        await reader.wait_for(lambda: ran)
        assert ran == ["entry.bookmark"]


async def test_mouse_opens_entries_and_chooses_claims(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.pilot.click("#entry-list", offset=(5, 3))  # the second entry
        view = reader.screen.article_view
        await reader.wait_for(lambda: view.opened is not None)
        assert view.opened.stored.outlet == "Eastmoor Gazette"
        row = next(y for y, text in enumerate(reader.rows()) if "“We cannot" in text)
        await reader.pilot.click(view, offset=(6, row - view.region.y))
        await reader.wait_for(lambda: view.view.claim == 1)


async def test_the_palette_runs_commands_and_jumps_to_feeds(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.wait_for(lambda: reader.screen.feed_tree.row_count > 3)
        reading = reader.screen
        await reader.press("ctrl+p", *"eastmoor")
        await reader.wait_for(lambda: "Go to this feed" in reader.text())
        await reader.press("enter")
        await reader.wait_for(lambda: len(reading.entry_list.ids) == 1)


async def test_the_help_names_the_keys_and_signs_that_hold_now(run: Run, world: "World") -> None:
    settings = replace(world.services.settings, key_preset="newsboat", keys={"entry.tag": "ctrl+t"})
    world.services = replace(world.services, settings=settings)
    async with run(size=(120, 60)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("question_mark")
        await reader.wait_for(lambda: "Signs" in reader.text() or reader.screen.query("#help-rows"))
        await reader.press(*"bookmark the")
        await reader.wait_for(lambda: "^b " in reader.text())
        await reader.press(*["backspace"] * 12, *"give the entry")
        await reader.wait_for(lambda: "^t " in reader.text())
        await reader.press(*["backspace"] * 14, *"signs")
        await reader.wait_for(lambda: "lies ahead" in reader.text())


async def test_dialogs_name_the_keys_that_hold_now(run: Run, world: "World") -> None:
    settings = replace(world.services.settings, key_preset="newsboat", keys={"screen.close": "f2"})
    world.services = replace(world.services, settings=settings)
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.press("w")
        await reader.wait_for(lambda: "c/B next/previous claim · w or F2 closes" in reader.text())
        await reader.press("f2")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 1)


async def test_the_last_command_of_the_help_is_reached_and_the_signs_below_it_are_seen(run: Run) -> None:
    async with run(size=(100, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("question_mark")
        await reader.wait_for(lambda: len(reader.app.screen_stack) == 2)
        seen = ""
        for _ in range(16):
            await reader.press("pagedown")
            seen += reader.text()
        await reader.wait_for(lambda: "officials in bold" in reader.text())
        assert "app.suspend" in seen
        assert "origins:1" in seen
        await reader.press(*["pageup"] * 16)
        await reader.wait_for(lambda: "move.down" in reader.text())


@pytest.mark.parametrize(
    ("keys", "offered"),
    [
        ((), "Enter open  b bookmark"),
        (("h",), "r refresh  R refresh all"),
        (("enter",), "c/C claim  w why  x chain"),
        (("enter", "x"), "Enter open  ]/[ tabs  w why  v compare  1…9 outlet"),
        (("slash",), "Enter to the list  Esc close  ^s keep  F1 how to search"),
    ],
    ids=["entries", "feeds", "article", "panel", "search"],
)
async def test_each_pane_offers_its_own_keys(run: Run, keys: tuple[str, ...], offered: str) -> None:
    async with run(size=(60, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        for key in keys:
            await reader.press(key)
            if key == "enter":
                await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
        await reader.wait_for(lambda: reader.rows()[-1].startswith(f" {offered}"))


async def test_who_types_a_search_is_shown_how_to_and_can_scroll_through_it(run: Run) -> None:
    async with run(size=(60, 20)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("slash", *"fe", "f1")
        await reader.wait_for(lambda: "ferry OR boat" in reader.text())
        assert "One line or row down" not in reader.text()
        await reader.press(*["pagedown"] * 4)
        await reader.wait_for(lambda: "origins:2+" in reader.text())
        await reader.press("escape", "r")
        await reader.wait_for(lambda: "/ fer" in reader.text())


def test_every_example_of_the_query_language_is_one() -> None:
    for example, _ in QUERIES:
        assert parse_query(example).parts


async def test_enter_in_an_empty_article_pane_opens_the_entry_of_the_list(run: Run) -> None:
    async with run(size=(120, 30)) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.press("l")
        assert reader.screen.pane == "article"
        await reader.press("enter")
        await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
