"""What stands on the screen, row by row, in a few states; the files read well in a diff.

``NEWSREADER_UPDATE_SNAPSHOTS=1`` writes them anew.
"""

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.conftest import Reader

Run = Callable[..., "AbstractAsyncContextManager[Reader]"]
FOLDER = Path(__file__).parent / "snapshots"

STATES: dict[str, tuple[tuple[int, int], tuple[str, ...], str]] = {
    "wide_article": ((120, 30), ("enter",), "operator's page"),
    "wide_claim": ((120, 30), ("j", "enter", "c", "c", "right_square_bracket"), "▌ “We cannot"),
    "middle_changes": ((100, 24), ("enter", "right_square_bracket", "right_square_bracket"), "number changed"),
    "narrow_entries": ((60, 20), (), "Northisle"),
    "narrow_article": ((60, 20), ("enter",), "operator's page"),
    "narrow_chain": ((60, 20), ("enter", "x"), "Island Radio"),
    "zen": ((120, 20), ("enter", "z"), "⟵ The Northisle"),
    "help": ((100, 30), ("question_mark", *"claim"), "article.next-claim"),
    "why": ((100, 30), ("j", "enter", "c", "c", "w"), "told the"),
    "officials": ((100, 30), ("O",), "with a single engine"),
}


def check_snapshot(name: str, drawn: str) -> None:
    """Compare what is drawn with the file of a state, or write the file."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("NEWSREADER_UPDATE_SNAPSHOTS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STATES)
async def test_screen(run: Run, name: str) -> None:
    size, keys, words = STATES[name]
    async with run(size=size) as reader:
        await reader.wait_for(lambda: len(reader.screen.entry_list.ids) > 40)
        await reader.wait_for(lambda: reader.screen.top_bar.unread is not None)
        await reader.wait_for(lambda: reader.screen.side.current.is_attached)
        reading = reader.screen
        await reader.wait_for(lambda: reading.pending_checked and not reading.crew.refreshing.running)
        for key in keys:
            await reader.press(key)
            if key == "enter":
                await reader.wait_for(lambda: reader.screen.article_view.opened is not None)
                await reader.wait_for(lambda: reader.screen.top_bar.unread == 44)
        await reader.wait_for(lambda: words in reader.text(), words)
        for _ in range(3):
            await reader.settle()
        drawn = reader.text().rstrip() + "\n"
    check_snapshot(name, drawn)
