"""The plain data files beside the loaders: their lines, and word lists in sections («[heads]», then words)."""

from collections.abc import Mapping
from functools import cache

_FOLDER = __file__.removesuffix("sections.py")


def read_lines(name: str) -> list[str]:
    """Return the lines of a data file of this folder, without empty ones and remarks (``#``)."""
    # pathlib alone takes 3 ms to load, of the 50 that the analysis has for its load and first use
    with open(_FOLDER + name, encoding="utf-8") as file:  # noqa: PTH123
        return [line for line in file.read().splitlines() if line and not line.startswith("#")]


@cache
def read_sections(name: str) -> Mapping[str, frozenset[str]]:
    """Return the sections of a data file of this folder as sets of words.

    A line with ``|`` holds names of several words.
    """
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in read_lines(name):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), set())
        else:
            section.update(line.split("|") if "|" in line else line.split())
    return {key: frozenset(words) for key, words in sections.items()}
