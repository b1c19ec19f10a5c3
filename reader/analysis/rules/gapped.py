"""Gapped clauses: «Brill spoke of ten dead, Orlo of twelve»: the second source shares the verb of the first."""

from reader.analysis.draft import Draft
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words

_GAPS = frozenset({"of", "about", "at", "for", "on"})
"""Prepositions that tell which verb is left out."""
_LONGEST_SOURCE = 5
"""Tokens of the second source."""
_DASHES = frozenset({"—", "–", "-", "--"})


def split_gapped(passage: Passage, draft: Draft) -> Draft | None:
    """Return the attribution without a verb of its own behind that of ``draft``, whose content ends before it.

    The preposition of ``draft`` has to come again: «put the loss at nine boats; the port at twelve».
    """
    if draft.rule not in {"said-before-topic", "said-before-noun"} or not draft.content:
        return None
    low, start = passage.low, draft.verb
    link = draft.content[0][0] - 1
    if low[start] in {"put", "puts"}:
        link = next((i for i in range(start + 1, draft.content[0][1]) if low[i] == "at"), link)
    if low[link] not in _GAPS:
        return None
    stop = passage.sentences[passage.sentence_of[start]][1]
    for border in range(link + 2, min(stop - 2, draft.content[-1][1] + 2)):
        if low[border] not in {",", ";"} or passage.quote_of[border] >= 0:
            continue
        begin = border + 1 + (low[border + 1] in {"and", "while", "but"})
        again = next(
            (i for i in range(begin + 1, min(stop - 1, begin + _LONGEST_SOURCE + 1)) if low[i] == low[link]), None
        )
        if again is None:
            continue
        end = again - (low[again - 1] in _DASHES)
        source = (begin, end)
        named = passage.is_capital(begin) or low[begin] in words("determiners") or low[end - 1].endswith("s")
        if end > begin and named and not any(is_finite(passage, i) or not passage.is_word(i) for i in range(*source)):
            draft.content = [(a, min(b, border)) for a, b in draft.content if a < border]
            last = stop - (not passage.is_word(stop - 1))
            return Draft(draft.rule, [], source, [(again + 1, last)], again)
    return None
