"""Speakers: which nouns for somebody who speaks stand for one kind of people («residents», «locals»).

They stand in ``speakers.txt`` beside this file.
"""

from collections.abc import Mapping
from functools import cache

from reader.lexicon.sections import read_lines


@cache
def speaker_kinds() -> Mapping[str, int]:
    """Return noun in the singular -> number of its kind."""
    return {word: kind for kind, line in enumerate(read_lines("speakers.txt")) for word in line.split()}


def are_other_people(one: str, other: str) -> bool:
    """Tell whether two folded nouns are known to stand for different kinds of speakers."""
    kinds = [speaker_kinds().get(_singular(word)) for word in (one, other)]
    return None not in kinds and kinds[0] != kinds[1]


def _singular(noun: str) -> str:
    if noun in speaker_kinds():
        return noun
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
