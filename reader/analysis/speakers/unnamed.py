"""Unnamed tellers: «a neighbour», «one former minister», «another insider» stand for nobody with a name."""

from reader.analysis.bodies import head_noun, is_plural
from reader.analysis.draft import Range
from reader.analysis.offices.words import is_head
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import bodies, documents, media, office_class

_HUMAN = ("ist", "ian", "man", "woman", "person", "goer", "holder")
"""Endings of nouns for persons."""


def is_person_noun(passage: Passage, source: Range) -> bool:
    """Tell whether the head noun of a source is that of one person («officer», «widow», «mother-of-three»)."""
    head = head_noun(passage, source)
    if head.endswith(("ed", "ing")) and head in passage.low[source[0] + 1 : source[1]]:
        head = passage.low[passage.low.index(head, source[0] + 1) - 1]  # «an official briefed on the case»
    plain = head.split("-")[0] if "-of-" in head else head.rsplit("-", 1)[-1]
    if plain in words("persons"):
        return True
    if source[1] - source[0] > 1 and all(passage.is_capital(i) for i in range(*source)):
        return False  # «Karsk Coach»
    if is_plural(passage, source) or head in bodies() or head in documents() or head in media():
        return False
    return is_head(plain) or plain in words("tellers") or plain.endswith(_HUMAN)


_KIN = frozenset({"mum", "mom", "dad", "mother", "father", "grandma", "grandpa"})
"""Kinship nouns that stand without an article («"Mum says it is late"»)."""


def is_unnamed(passage: Passage, source: Range) -> bool:
    """Tell whether a source is one person without a name; «one», «another» alone are too."""
    low = passage.low
    start, end = source
    owners = [i for i in range(start, end - 1) if low[i].endswith("'s")]
    if owners and any(map(passage.is_capital, owners)):
        return False  # «Orlo's mother» is named well enough
    if end - start == 1 or low[start + 1] in {",", "of", "in", "who"}:
        return low[start] in {"one", "another", "someone", "somebody"} or (end - start == 1 and low[start] in _KIN)
    return is_person_noun(passage, source)


def gender_of_noun(passage: Passage, source: Range) -> str:
    """Return ``masculine`` or ``feminine`` if the head noun tells it («widow», «spokesman»), else ``""``."""
    head = head_noun(passage, source).split("-")[0]
    for gender in ("masculine", "feminine"):
        if head in office_class(gender):
            return gender
    return ""


_NAMING = frozenset({"named", "called", "nicknamed", "dubbed", "as", "by", "himself", "herself", "themselves"})
"""Words before the name under which somebody goes («a user known as Third Battery»)."""


def alias_of(passage: Passage, source: Range) -> str | None:
    """Return the name under which an unnamed person is said to go («who goes by Moth»)."""
    for index in range(source[0], source[1] - 1):
        if passage.low[index] in _NAMING:
            start = index + 1 if passage.is_word(index + 1) else index + 2
            end = start
            while end < source[1] and passage.is_capital(end):
                end += 1
            if end > start:
                return passage.text_of(start, end)
    return None
