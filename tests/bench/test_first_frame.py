"""How soon the reader can be read, against an empty library and against an empty Textual program, in one run."""

import os
import statistics
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.model.entry import Entry
from reader.store.library import Library
from tests.bench.terminal import TerminalProgram

pytestmark = pytest.mark.bench

ENTRIES = 100_000
ROUNDS = 9
EMPTY_PROGRAM = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first words")
Empty().run()
"""


def fill(data_dir: Path) -> None:
    """Keep 100,000 entries of 50 feeds."""
    library = Library.open(data_dir / "library.db", now=lambda: datetime.now(UTC))
    start = datetime(2026, 1, 1, tzinfo=UTC)
    per_feed = ENTRIES // 50
    for number in range(50):
        feed = library.feeds.add(f"https://feed{number}.example/rss", title=f"Feed {number:02}")
        entries = [
            Entry(
                guid=f"{number}-{i}",
                title=f"Entry number {i} of feed {number}",
                url=f"https://feed{number}.example/{i}",
                published_at=start + timedelta(minutes=i * 50 + number),
                html="<p>A short text that stands for an article.</p>",
            )
            for i in range(per_feed)
        ]
        library.entries.keep(feed.id, feed.title, entries)
    library.close()


def seconds_until_read(argv: Sequence[str], words: str) -> float:
    """Start a program and return the seconds until ``words`` stand on the screen."""
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte-code, as Textual has here
    with TerminalProgram(argv, env) as program:
        return program.seconds_until(words)


def test_the_first_frame_does_not_know_the_size_of_the_library(tmp_path: Path) -> None:
    full, empty = tmp_path / "full", tmp_path / "empty"
    full.mkdir()
    empty.mkdir()
    fill(full)
    programs = {
        "100,000 entries": ([sys.executable, "-m", "reader", "--data-dir", str(full)], "Entry number"),
        "empty library": ([sys.executable, "-m", "reader", "--data-dir", str(empty)], "Feeds"),
        "empty Textual program": ([sys.executable, "-c", EMPTY_PROGRAM], "first words"),
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):  # in turns, so that a noisy minute hits all three
        for name, (argv, words) in programs.items():
            times[name].append(seconds_until_read(argv, words))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, seconds in medians.items():
        print(f"{name:24} {seconds * 1000:6.0f} ms  (min {min(times[name]) * 1000:.0f})")
    against_empty = medians["100,000 entries"] / medians["empty library"]
    against_textual = medians["100,000 entries"] / medians["empty Textual program"]
    print(f"100,000 entries / empty library {against_empty:.2f}; / empty Textual program {against_textual:.2f}")
    assert against_empty <= 1.1
    assert against_textual <= 2.0
