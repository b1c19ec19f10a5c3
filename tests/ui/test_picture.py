"""The README's picture can be drawn: the demo, an article open, its claim, its story and its chain."""

from tests.ui.picture import draw


async def test_the_demo_shows_what_the_readme_praises() -> None:
    rows, picture = await draw()
    screen = "\n".join(rows)
    for words in ("▸ 18 Nov Crumbling bridge", "⟵ Newsb", "×", "▌ ", "1 ● Harnsey Lantern", "reworded, "):
        assert words in screen, words
    assert picture.startswith("<svg")
