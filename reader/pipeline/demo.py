"""A throw-away library made from the sample feeds: what ``newsreader --demo`` and the first run show."""

from pathlib import Path

from reader.pipeline.progress import Cancelled, Report, never, silent
from reader.pipeline.services import Services


def add_sample_feeds(services: Services, *, report: Report = silent, cancelled: Cancelled = never) -> int:
    """Subscribe to every sample feed (read from files, no network), analyse and trace it; return how many entries."""
    raise NotImplementedError


def open_demo(directory: Path) -> Services:
    """Return services over a new library in ``directory`` that holds the sample feeds, not yet analysed."""
    raise NotImplementedError
