"""Turns of a conversation: lines that begin with the speaker's name and a colon, each name more than once."""

from collections import Counter
from collections.abc import Sequence

from reader.analysis.draft import Draft
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words

_LONGEST_NAME = 5
"""Tokens of a name in front of the colon."""
_FEWEST = 2
"""Lines of one name that make a conversation."""


def find_turns(passages: Sequence[Passage]) -> dict[int, Draft]:
    """Return the attribution of each line of a conversation, by the number of its passage.

    «Brill: You left.» is a turn if other lines of the article begin with «Brill:» too; once, it may be a heading.
    """
    colons = [_name_end(passage) for passage in passages]
    if colons.count(0) > len(colons) - _FEWEST:
        return {}
    names = [tuple(p.low[:colon]) if colon else () for p, colon in zip(passages, colons, strict=True)]
    lines = Counter(name for name in names if name)
    return {
        number: Draft("transcript", [(colon, colon + 1)], (0, colon), [(colon + 1, passage.size)], colon)
        for number, (passage, colon, name) in enumerate(zip(passages, colons, names, strict=True))
        if colon and lines[name] >= _FEWEST
    }


def _name_end(passage: Passage) -> int:
    """Return the colon behind the name with which a passage begins, 0 if there is none."""
    if ":" not in passage.low[: _LONGEST_NAME + 1]:
        return 0
    for index in range(min(passage.size - 2, _LONGEST_NAME)):
        word = passage.low[index]
        if word == ":":
            return index
        name = passage.is_capital(index) or word in {"-", "."}
        if not name or word in words("labels") or passage.quote_of[index] >= 0:
            return 0
    return 0
