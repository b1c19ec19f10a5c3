"""The command line run in this process: a library of its own, children that are none, output to look at."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader import paths
from reader.cli import corpus_commands, main
from reader.pipeline import opening
from tests.pipeline.kit import InlineWorkers

CUE = "The ferry stops on Monday, the island council said."


@dataclass(frozen=True)
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def newsreader(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """Run the command line over a fresh library."""
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(data_dir))
    monkeypatch.setenv(paths.CONFIG_VARIABLE, str(data_dir.parent / "config.toml"))
    monkeypatch.setattr(opening, "Workers", InlineWorkers)
    monkeypatch.setattr(corpus_commands, "Workers", InlineWorkers)
    handlers = logging.getLogger().handlers[:]

    def run(*arguments: str) -> Run:
        capsys.readouterr()
        code = main(arguments)
        return Run(code, *capsys.readouterr())

    yield run
    logging.getLogger().handlers[:] = handlers


@pytest.fixture
def story(newsreader: Command, tmp_path: Path) -> Sequence[int]:
    """Two saved articles of one story; their numbers, the origin first."""
    first = tmp_path / "origin.txt"
    first.write_text(
        "Ferry to Northisle stops for twelve days\n\n"
        "The ferry to Northisle will stop for twelve days in March, the island council said on Monday.\n"
        "“We cannot sail with one engine, and we will not try it in a March gale,” said Ada Fenwick, head of the "
        "harbour office.\nMail and milk will come by the trawler Marlin twice a week until the ferry sails again.\n",
        encoding="utf-8",
    )
    second = tmp_path / "copy.txt"
    second.write_text(
        "No ferry for ten days\n\n"
        "The Northisle ferry stops for ten days in March, the Eastmoor Gazette reported.\n"
        "“We cannot sail with one engine, and we will not try it in a March gale,” said Ada Fenwick, head of the "
        "harbour office.\nMail and milk will come by the trawler Marlin twice a week until the ferry sails again.\n",
        encoding="utf-8",
    )
    numbers = []
    for path, outlet, date in ((first, "Eastmoor Gazette", "2026-03-02"), (second, "Coast Courier", "2026-03-03")):
        run = newsreader("save", str(path), "--outlet", outlet, "--date", date)
        assert run.code == 0, run.err
        numbers.append(int(run.out))
    return numbers
