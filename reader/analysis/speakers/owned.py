"""Owners of documents: «its leaflet», «the Home Office letter», «a report by Karsk Watch» stand for who wrote them."""

from reader.analysis.bodies import LINKS, head_noun
from reader.analysis.draft import Range
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import documents, media, nationalities, places


def owner_of_document(passage: Passage, source: Range) -> Range | None:
    """Return the tokens that name whose document a source is; None if it is none, or nobody's.

    A pronoun («its») is returned as it stands.
    """
    low = passage.low
    start, end = source
    if end - start < 2:
        return None
    noun = head_noun(passage, source)
    if noun.endswith("ed") and "by" in low[start + 2 : end]:
        noun = low[low.index("by", start + 2) - 2]  # «a letter signed by Ana Brill»
    if noun not in documents() and noun not in words("writings"):
        return None
    if low[start] in words("possessives"):
        return (start, start + 1)
    first = start + 1 if low[start] in words("articles") else start
    head = next((i for i in range(first, end) if low[i] in LINKS or low[i] in {",", "("}), end) - 1
    if head > first and low[head] in media() and passage.is_capital(head) and passage.is_capital(head - 1):
        return None  # «the Karsk Post»
    owner = next((i for i in range(first, head) if low[i].endswith("'s") or low[i] == "'"), None)
    if owner is not None:
        return (first, owner + 1) if any(passage.is_capital(i) for i in range(first, owner + 1)) else None
    by = next((i for i in range(head, end - 1) if low[i] in {"by", "from"}), None)
    if by is not None:
        named = by + 1 + (low[by + 1] in words("articles"))
        return (by + 1, end) if named < end and passage.is_capital(named) else None
    name = first
    while name < head and passage.is_capital(name) and low[name] not in words("no_names days months"):
        name += 1
    if name == first or (first == start and name == start + 1 and low[name - 1] not in words("evidence_nouns")):
        return None
    return (first, name) if not all(low[i] in places() | nationalities() for i in range(first, name)) else None
