"""The picture in the README: the demo's screen as text, or as SVG with its colours.

``python -m tests.ui.picture`` prints the text; ``python -m tests.ui.picture FILE.svg`` writes the SVG.
"""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from reader.config import RefreshSettings, Settings
from reader.pipeline.demo import open_demo
from reader.ui.app import NewsReaderApp
from reader.ui.screens.reading.screen import ReadingScreen

SIZE = (104, 26)
SHOWN = slice(1, 22)
"""Rows that the README shows: without the bars."""
THEN = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""The day of the picture: dates are drawn as seen from it."""
HEADLINE = "Crumbling bridge"
"""The article that is open."""


async def draw() -> tuple[list[str], str]:
    """Return the rows of the demo's screen with one article open, and the screen as SVG."""
    settings = Settings(refresh=RefreshSettings(while_open=False))
    with TemporaryDirectory() as folder:
        services = replace(open_demo(Path(folder), settings), now=lambda: THEN)
        app = NewsReaderApp(services)
        try:
            async with app.run_test(size=SIZE) as pilot:
                await _open(pilot, app)
                rows = ["".join(part.text for part in strip) for strip in app.screen._compositor.render_strips()]
                return [row.rstrip() for row in rows], app.export_screenshot(title="newsreader --demo")
        finally:
            services.close()


async def _open(pilot: Pilot[None], app: NewsReaderApp) -> None:
    """Put the cursor on the article, open it, and go to its second claim."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    await _until(pilot, lambda: screen.entry_list.row_count > 10 and screen.top_bar.unread is not None)
    while not (current := screen.entry_list.current) or not current.title.startswith(HEADLINE):
        await pilot.press("j")
    await pilot.press("enter")
    await _until(pilot, lambda: screen.article_view.opened is not None)
    await pilot.press("c", "c")
    await _until(pilot, lambda: screen.article_view.view.claim == 1)
    await _until(pilot, lambda: not screen.status.said)


async def _until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait until a condition holds."""
    for _ in range(1000):
        if condition():
            return
        await pilot.pause(0.02)
    raise SystemExit("the screen never came to what the picture shows")


def main() -> None:
    """Print the text, or write the SVG."""
    rows, picture = asyncio.run(draw())
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(picture, encoding="utf-8")
    else:
        sys.stdout.write("\n".join(rows[SHOWN]) + "\n")


if __name__ == "__main__":
    main()
