"""Word lists in sections: the plain data files beside the loaders («[heads]», then words)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def read_sections(name: str) -> Mapping[str, frozenset[str]]:
    """Return the sections of a data file of this folder as sets of words.

    Lines that begin with ``#`` are remarks; a line with ``|`` holds names of several words.
    """
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            section.update(line.split("|") if "|" in line else line.split())
    return {key: frozenset(words) for key, words in sections.items()}
