"""Own colours: declared once, known to every theme, readable."""

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from reader.paths import styles_dir
from reader.pipeline.services import Services
from reader.ui.app import STYLE_SHEETS, NewsReaderApp
from reader.ui.themes import THEMES, TOKENS, token_defaults

UI = Path(__file__).parents[2] / "reader" / "ui"


@pytest.mark.parametrize("dark", [True, False])
def test_every_token_has_a_default(dark: bool) -> None:
    assert set(token_defaults(dark)) == set(TOKENS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_stand_out_from_what_they_stand_on(theme: Theme) -> None:
    background = Color.parse(theme.background or "")
    for token in ("official", "credit", "chain-origin", "drift", "unread", "muted"):
        assert contrast(Color.parse(theme.variables[token]), background) >= 4.5, token
    for token in ("claim", "claim-current"):
        assert contrast(Color.parse(theme.foreground or ""), Color.parse(theme.variables[token])) >= 4.5, token


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2.1, 1 to 21; 4.5 is asked of text."""

    def luminance(color: Color) -> float:
        parts = [c / 255 for c in color.rgb]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_no_colour_is_written_outside_the_themes() -> None:
    for path in UI.rglob("*.py"):
        if path.name != "themes.py":
            assert not re.search(r'"#[0-9a-fA-F]{3,8}"', path.read_text(encoding="utf-8")), path


def test_every_style_sheet_is_loaded() -> None:
    assert {path.stem for path in styles_dir().glob("*.tcss")} == set(STYLE_SHEETS)


async def test_themes_that_do_not_know_our_colours_work(services: Services) -> None:
    app = NewsReaderApp(services)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert app.screen_stack[0].styles.background == Color.parse(THEMES[0].background or "")
        for name in ["newsreader-light", "newsreader-contrast", *list(app.available_themes)[:4]]:
            app.theme = name
            await pilot.pause()
        assert services.library.settings.get("reader.theme") is None or app.theme
