"""Figures: «Brill put the toll at nine»."""

from reader.analysis.clauses.sources import subject_before
from reader.analysis.draft import Draft
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words

_REACH = 10


def read_put(passage: Passage, verb: int, low: int, end: int) -> Draft | None:
    """Return the attribution of a figure by «put ... at» in a clause that begins at ``low`` and ends before ``end``."""
    at = next((i for i in range(verb + 2, min(end - 1, verb + _REACH)) if passage.low[i] == "at"), None)
    if at is None or not any(_is_figure(passage.low[i]) for i in range(at + 1, min(end, at + 5))):
        return None
    if any(passage.low[i] in {",", ";", ":"} or passage.quote_of[i] >= 0 for i in range(verb, at)):
        return None
    source = subject_before(passage, verb, low)
    if source is None:
        return None
    stop = next((i for i in range(at + 1, end) if passage.low[i] in {",", ";", ".", "and", "but", "—", "–"}), end)
    return Draft("said-before-noun", [(verb, verb + 1)], source, [(verb + 1, stop)], verb)


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word in words("figures")
