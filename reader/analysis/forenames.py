"""Forenames that look like small words («Per Aho», «Will Orlo»), which no rule may read as a preposition or a verb."""

from functools import cache

from reader.analysis.phrases import is_finite, is_reporting
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import given_names

_LONGEST_APPOSITION = 12
"""Tokens between a name and its verb among which a second comma is looked for («Per Aho, a clerk, said»)."""


@cache
def _ambiguous() -> frozenset[str]:
    """Return the forenames that are prepositions or auxiliaries in small letters, as names are written."""
    return frozenset(name.capitalize() for name in given_names() & words("prepositions auxiliaries"))


def mark_forenames(passage: Passage) -> None:
    """Keep, in place, the capital of such a forename in ``low`` too, so that it is no word of the lexicon."""
    if passage.titled or _ambiguous().isdisjoint(passage.words):
        return
    for index in passage.capitals:
        if passage.words[index] in _ambiguous() and _is_forename(passage, index):
            passage.low[index] = passage.words[index]


def _is_forename(passage: Passage, index: int) -> bool:
    """Tell whether a surname follows: amid a sentence, or with a verb or an apposition behind it."""
    start, end = passage.sentences[passage.sentence_of[index]]
    if index + 1 >= end or not passage.is_capital(index + 1):
        return False
    if index > start and (passage.is_word(index - 1) or passage.low[index - 1] == ","):
        return True
    at = next((i for i in range(index + 1, end) if not passage.is_capital(i)), end)
    if at < end and passage.low[at] == ",":
        inserted = range(at + 1, min(end - 1, at + _LONGEST_APPOSITION))
        at = next((i + 1 for i in inserted if passage.low[i] == "," or is_finite(passage, i)), end)
        return at < end and passage.low[at - 1] == "," and is_reporting(passage, at)  # not «Per Karsk TV, it is shut»
    return at < end and is_finite(passage, at)
