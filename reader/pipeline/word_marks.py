"""Which words of two wordings differ: in a comparison, and from step to step along a chain."""

import difflib
import re
from typing import Final

_WORDS: Final = re.compile(r"\d[\d.,]*\d|\w+(?:[’'-]\w+)*|[^\w\s]")
_SAME_MARKS: Final = str.maketrans("“”„«»‘’–—\u2011", '"""""\'\'---')
"""Kinds of quotation mark and dash are the type's affair, not the text's."""
MOST_PAIRS: Final = 1_000_000
"""Words of one side times words of the other that are compared one by one; 1,000 by 1,000 take at most 0.2 s."""

Stretch = tuple[int, int]
"""Start and end in the characters of one wording, half-open."""


def differing_words(one: str, other: str, most: int = MOST_PAIRS) -> tuple[list[Stretch], list[Stretch]]:
    """Return the stretches of each of two wordings that the other lacks.

    Args:
        one: a wording.
        other: another one.
        most: pairs of words from which on they are not compared: then all of both is returned.
    """
    ones, others = list(_WORDS.finditer(one)), list(_WORDS.finditer(other))
    if len(ones) * len(others) > most:  # no sentence: comparing would take seconds
        return [(0, len(one))], [(0, len(other))]
    words = [[match[0].translate(_SAME_MARKS) for match in side] for side in (ones, others)]
    left: list[Stretch] = []
    right: list[Stretch] = []
    for tag, i, j, k, n in difflib.SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes():
        if tag != "equal" and j > i:
            left.append((ones[i].start(), ones[j - 1].end()))
        if tag != "equal" and n > k:
            right.append((others[k].start(), others[n - 1].end()))
    return left, right


def pair_sign(left: str, right: str) -> str:
    """Return how the two sentences of a pair answer to each other; an empty one is not there.

    ``=``: the same words, ``≈``: changed, ``−``: only left, ``+``: only right.
    """
    if not left or not right:
        return "−" if left else "+"
    return "≈" if any(differing_words(left, right)) else "="
