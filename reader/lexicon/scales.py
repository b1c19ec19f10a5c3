"""Scales: phrases that say more or less of one thing («some», «several», «many»), ordered from weak to strong.

They stand in ``scales.txt`` beside this file; the choice and the order are our own.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reader.lexicon.sections import read_lines


class Step(NamedTuple):
    """The place of a phrase on a scale."""

    scale: int
    """Number of the scale."""
    height: int
    """0 is the weakest; phrases of one height say the same."""


@cache
def same_phrases(phrase: str) -> frozenset[str]:
    """Return the phrases that say the same as a folded one on some scale, itself included."""
    places = {words: steps for phrases in scale_phrases().values() for words, steps in phrases}
    mine = set(places.get(tuple(phrase.split()), ()))
    return frozenset((phrase, *(" ".join(words) for words, steps in places.items() if mine & set(steps))))


@cache
def scale_phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[Step, ...]], ...]]:
    """Return first word -> the phrases that begin with it, as folded words with their steps, the longest first."""
    steps: dict[tuple[str, ...], list[Step]] = {}
    for scale, line in enumerate(read_lines("scales.txt")):
        for height, phrases in enumerate(line.split("<")):
            for phrase in phrases.split(","):
                steps.setdefault(tuple(phrase.split()), []).append(Step(scale, height))
    found: dict[str, list[tuple[tuple[str, ...], tuple[Step, ...]]]] = {}
    for words in sorted(steps, key=len, reverse=True):
        found.setdefault(words[0], []).append((words, tuple(steps[words])))
    return {first: tuple(phrases) for first, phrases in found.items()}
