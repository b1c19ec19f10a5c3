"""Lines in capitals («MAYOR ANA BRILL QUITS»), where capital letters tell no names: the names are known otherwise."""

from collections.abc import Sequence

from reader.analysis.offices.people import Mention, is_shouted, read_mention
from reader.analysis.offices.runs import Run, is_given
from reader.analysis.offices.words import is_head, is_rank
from reader.analysis.tokens import Passage

_LONGEST = 4
"""Words of the longest name that is looked for."""


def find_shouted(passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names on lines in capitals: those that other lines have, and given names with the word behind them.

    A surname alone, and a name that no other line has, count only beside an office.

    Args:
        passages: the article.
        mentions: the names on its other lines.
    """
    lines = [(number, passage) for number, passage in enumerate(passages) if is_shouted(passage)]
    if not lines:
        return []
    names = {tuple(m.name.lower().replace("’", "'").split()) for m in mentions}
    known = names | {name[-1:] for name in names}
    return [mention for number, passage in lines for mention in _read_line(passage, number, known)]


def _read_line(passage: Passage, number: int, known: set[tuple[str, ...]]) -> list[Mention]:
    low = passage.low
    plain = [word.removesuffix("'s") for word in low]
    found: list[Mention] = []
    for index in range(len(low)):
        if found and index < found[-1].tokens[1]:
            continue
        ends = range(min(len(low), index + _LONGEST), index, -1)
        end = next((end for end in ends if tuple(plain[index:end]) in known), index)
        if end == index and is_given(low[index]):
            end = min(len(low), index + 2)
        mention = read_mention(passage, number, Run((index, end))) if end > index else None
        if mention is None:
            continue
        titled = index > 0 and (is_head(low[index - 1]) or is_rank(passage, index - 1))
        told = mention.post is not None and mention.post.office is not None
        if titled and mention.post is not None:  # the words before the office need be no body's name
            mention.post = mention.post._replace(organisation=None)
        if told or (mention.length > 1 and tuple(plain[index:end]) in known):
            found.append(mention)
    return found
