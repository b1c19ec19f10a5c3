"""The table of commands: ids, keys, presets, and the check of the user's own keys."""

import re

import pytest

from reader.pipeline.services import Services
from reader.ui.bindings import COMMANDS, PRESETS, bindings_for
from reader.ui.keys import check_keys, keys_in_use, show_keys, split_keys, with_keys
from reader.ui.screens.reading.screen import ReadingScreen


def test_ids_are_pane_dot_verb_and_each_is_documented() -> None:
    for command in COMMANDS.values():
        assert re.fullmatch(r"[a-z]+\.[a-z0-9-]+", command.id)
        assert command.tooltip.endswith(".")
        assert command.label
        assert command.keys


def test_every_reading_command_has_a_handler_and_every_handler_a_command(services: Services) -> None:
    screen = ReadingScreen(services)
    reading = {id_ for id_, command in COMMANDS.items() if "reading" in command.places}
    assert set(screen.crew.commands) == reading


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_a_preset_runs_two_commands(preset: str) -> None:
    keys = keys_in_use(preset)
    for place in ("reading", "overlay", "compare", "why"):
        seen: dict[str, str] = {}
        for command in COMMANDS.values():
            if place not in command.places and not (place in ("compare", "why") and "overlay" in command.places):
                continue
            for key in split_keys(keys[command.id]):
                assert key not in seen, f"{key}: {seen.get(key)} and {command.id}"
                seen[key] = command.id


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_name_real_commands_and_real_keys(preset: str) -> None:
    assert check_keys(PRESETS[preset]) == ()


def test_product_keys_are_the_default() -> None:
    wanted = {
        "entry.bookmark": "b,s", "entry.toggle-read": "m", "entry.full-text": "f", "side.toggle": "x",
        "article.next-claim": "c", "article.previous-claim": "C", "chain.compare": "v", "article.why": "w",
        "entry.tag": "t", "entry.note": "N", "article.zen": "z", "article.furniture": "H", "entry.fold": "plus",
        "entry.export": "e", "article.links": "semicolon", "edit.undo": "u", "edit.redo": "U",
        "app.suspend": "ctrl+z", "app.stop": "ctrl+x", "feeds.refresh": "r", "feeds.refresh-all": "R",
        "entry.copy-link": "y", "entry.all-read": "A", "app.quit": "Q", "chain.outlet-9": "9",
    }  # fmt: skip
    keys = keys_in_use()
    assert {id_: keys[id_] for id_ in wanted} == wanted


def test_newsboat_preset_moves_between_feeds_with_j_and_k() -> None:
    keys = keys_in_use("newsboat")
    assert (keys["feeds.next"], keys["feeds.previous"], keys["entry.toggle-read"]) == ("j", "k", "N")


def test_a_key_given_to_another_command_leaves_its_old_one() -> None:
    keys = keys_in_use("default", {"entry.bookmark": "m"})
    assert keys["entry.bookmark"] == "m"
    assert keys["entry.toggle-read"] == ""


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"article.next-clam": "c"}, "nearest is article.next-claim"),
        ({"entry.bookmark": "ctlr+b"}, "no terminal sends 'ctlr+b'"),
        ({"entry.bookmark": "x", "entry.tag": "x"}, "'x' is given to entry.bookmark and to entry.tag"),
        ({"entry.bookmark": " , "}, "no key is named"),
    ],
)
def test_faults_in_own_keys_are_named(own: dict[str, str], words: str) -> None:
    (problem,) = check_keys(own)
    assert words in problem
    assert "\n" not in problem


def test_signs_and_names_of_keys_mean_the_same() -> None:
    assert split_keys("/, ?,ctrl+x") == ["slash", "question_mark", "ctrl+x"]
    assert show_keys("j,down") == "j ↓"
    assert check_keys({"search.open": "/"}) == ()


def test_words_name_the_keys_that_are_in_use() -> None:
    words = "{article.why} or {screen.close} closes, {entry.note} notes"
    assert with_keys(words, keys_in_use()) == "w or Esc closes, N notes"
    assert with_keys(words, keys_in_use("newsboat", {"article.why": "/"})) == "/ or Esc closes, ^e notes"
    assert with_keys("{entry.tag}", keys_in_use("default", {"entry.note": "t"})) == "(entry.tag)"


def test_bindings_carry_id_and_tooltip() -> None:
    for binding in bindings_for("reading"):
        assert binding.id in COMMANDS
        assert binding.tooltip
