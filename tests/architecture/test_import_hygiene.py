"""What an import must not drag in: the only proof that a deferral defers is to look at a fresh process."""

import pkgutil
import subprocess
import sys

import pytest

import reader

FREE_OF_IO = ["analysis", "tracing", "export", "lexicon", "model", "text"]
HEADLESS = [*FREE_OF_IO, "config", "paths", "web", "feeds", "articles", "store", "pipeline"]


def modules_of(room: str) -> list[str]:
    """Name the room and every module in it."""
    name = f"reader.{room}"
    module = __import__(name, fromlist=["_"])
    inner = pkgutil.walk_packages(getattr(module, "__path__", []), name + ".")
    return [name, *(info.name for info in inner)]


def all_loaded_by(modules: list[str]) -> set[str]:
    """Import modules in a fresh interpreter and name all that came with them."""
    code = f"import sys\nfor name in {modules!r}:\n    __import__(name)\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def loaded_by(modules: list[str]) -> set[str]:
    """Name the top-level packages that come with modules."""
    return {name.partition(".")[0] for name in all_loaded_by(modules)}


@pytest.mark.parametrize("room", HEADLESS)
def test_headless_rooms_leave_the_screen_out(room: str) -> None:
    assert not loaded_by(modules_of(room)) & {"textual", "rich"}


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = {"textual", "rich", "trafilatura", "lxml", "urllib3", "markdown_it"}
    assert not loaded_by(["reader.cli"]) & heavy


def test_the_first_frame_is_drawn_without_what_it_does_not_show() -> None:
    """Whoever opens the reader waits for each of these modules: about a millisecond for two classes."""
    start = ["reader.cli.screen", "reader.pipeline.opening", "reader.store.library", "reader.ui.app"]
    later = ["model.chain", "model.claim", "ui.widgets.article_text", "model.wording"]
    later += [f"store.{name}" for name in ("chains", "claims", "query", "search", "salvage")]
    later += [f"pipeline.{name}" for name in ("enrich", "refresh", "jobs")]
    rooms = ("analysis", "articles", "export", "feeds", "lexicon", "tracing", "web")
    outside = {"tomllib", "hashlib", "urllib3"}
    unwanted = {f"reader.{name}" for name in (*later, *rooms)} | outside
    assert not all_loaded_by(start) & unwanted


@pytest.mark.parametrize("room", FREE_OF_IO)
def test_pure_rooms_know_neither_database_nor_network(room: str) -> None:
    assert not loaded_by(modules_of(room)) & {"sqlite3", "http", "urllib3"}


def test_the_package_root_imports_nothing() -> None:
    before = loaded_by(["sys"])
    assert loaded_by(["reader"]) - before <= {"reader"}
    assert reader.__version__
