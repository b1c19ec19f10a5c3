"""Themes from files: what holds, what is told of a broken one, and that the reader takes them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import AppearanceSettings, Settings, render_settings
from reader.pipeline.services import Services
from reader.ui.app import NewsReaderApp
from reader.ui.theme_files import COLOURS, MAX_FILES, load_themes, read_theme, wanted_problem
from reader.ui.themes import THEMES

SEA = 'name = "sea"\ndark = true\n[colours]\nbackground = "navy"\nclaim = "#123040"\naccent = "#FFAA00"\n'


def test_a_theme_has_its_own_colours_and_else_those_of_the_readers() -> None:
    sea = read_theme(SEA)
    assert (sea.name, sea.dark, sea.background, sea.variables["claim"]) == ("sea", True, "#000080", "#123040")
    assert sea.variables["footer-key-foreground"] == sea.accent == "#FFAA00"
    assert (sea.primary, sea.variables["drift"]) == (THEMES[0].primary, THEMES[0].variables["drift"])
    light = read_theme('name = "snow"\ndark = false\n')
    assert (light.dark, light.background) == (False, THEMES[1].background)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "not valid TOML: "),
        ("dark = true", "name: expected up to 40 letters"),
        ('name = "a b\\u001b[2J"', "name: expected up to 40 letters"),
        ('name = "newsreader-dark"', "name: newsreader-dark is a theme that comes with the program"),
        ('name = "nord"', "name: nord is a theme that comes with the program"),
        ('name = "x"\ncolors = {}', "colors: no such key, nearest is colours"),
        ('name = "x"\ndark = "yes"', "dark: expected true or false, found yes"),
        ('name = "x"\ncolours = 3', "colours: is a table"),
        ('name = "x"\n[colours]\nprimray = "red"', "[colours] primray: no such colour, nearest is primary"),
        ('name = "x"\n[colours]\nclaim = "reddish"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "auto"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "#11223344"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "ansi_red"', "[colours] claim: expected a colour such as"),
        (f'name = "x"\n[colours]\nclaim = "rgb({"9" * 400},0,0)"', "[colours] claim: expected a colour such as"),
        (f'name = "x"\n[colours]\nclaim = "hsla({"9" * 400},0%,0%,1)"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "rgb(256,0,0)"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "rgb(0,-1,0)"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "rgba(0,1,0,2)"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "hsl(361,5%,5%)"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = "hsl(60,5%,101%)"', "[colours] claim: expected a colour such as"),
        ('name = "x"\n[colours]\nclaim = 7', "[colours] claim: expected a colour such as"),
    ],
)
def test_a_fault_is_one_clear_line(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        read_theme(text)
    assert str(caught.value).startswith(told)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(("colour", "hexed"), [("rgb(255, 0,10)", "#FF000A"), ("hsl(360,100%,50%)", "#FF0000")])
def test_a_colour_in_figures_is_taken(colour: str, hexed: str) -> None:
    assert read_theme(f'name = "x"\n[colours]\nbackground = "{colour}"').background == hexed


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_any_file_is_a_theme_or_one_line(text: str, key: str, value: str) -> None:
    for whole in (text, f'name = "x"\n[colours]\n{key!r} = {value!r}\n', f"{text}\n{SEA}"):
        told = ""
        try:
            assert read_theme(whole).name
        except ValueError as error:
            told = str(error)
        assert len(told.splitlines()) <= 1


async def test_a_broken_file_is_told_and_the_others_hold(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "themes"
    assert load_themes(folder) == ((), ())
    folder.mkdir()
    (folder / "a.toml").write_text(SEA, encoding="utf-8")
    (folder / "b.toml").write_text(SEA, encoding="utf-8")
    (folder / "c.toml").write_bytes(b"\xff\xfe")
    (folder / "d.toml").mkdir()
    (folder / "notes.txt").write_text("no theme", encoding="utf-8")
    themes, problems = load_themes(folder)
    assert [theme.name for theme in themes] == ["sea"]
    assert [problem.partition(".toml: ")[2] for problem in problems] == [
        "another file has the name sea already",
        "is not UTF-8 (byte 0)",
        "Is a directory",
    ]
    app = NewsReaderApp(services, settings=Settings(appearance=AppearanceSettings("sea")), themes=themes)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert app.theme == "sea"
        assert app.screen_stack[0].styles.background.hex == "#000080"


def test_the_name_of_a_broken_file_is_told_clean(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb.toml").write_text("x = 1", encoding="utf-8")
    ((problem,)) = load_themes(tmp_path)[1]
    assert problem == f"{tmp_path}/a b.toml: x: no such key"


def test_files_that_are_too_many_are_told(tmp_path: Path) -> None:
    for number in range(MAX_FILES):
        (tmp_path / f"{number:03}.toml").write_text(f'name = "t{number}"', encoding="utf-8")
    assert load_themes(tmp_path)[1] == ()
    (tmp_path / "zz.toml").write_text('name = "last"', encoding="utf-8")
    themes, problems = load_themes(tmp_path)
    assert len(themes) == MAX_FILES
    assert problems == (f"{tmp_path}: {MAX_FILES + 1} files; only the first {MAX_FILES} are read",)


def test_a_theme_that_is_not_there_is_told_with_the_nearest() -> None:
    sea = read_theme(SEA)
    assert [wanted_problem(name, [sea]) for name in ("sea", "nord", THEMES[2].name)] == ["", "", ""]
    assert wanted_problem("see", [sea]) == "[appearance] theme: there is no theme see, nearest is sea"


def test_the_settings_file_names_every_colour() -> None:
    text = render_settings(Settings())
    assert all(f"{name}," in text or f"{name}." in text for name in COLOURS)
