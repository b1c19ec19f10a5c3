"""Words of office phrases: which tokens name an office, modify one, or are a place."""

from functools import cache, lru_cache

from reader.analysis.phrases import WORDS_KEPT, is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs, words
from reader.lexicon.offices import (
    departments,
    nationalities,
    office_class,
    office_heads,
    office_modifiers,
    organisation_words,
    places,
    ranks,
    territories,
)

STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", ".", "-", "--", "|"})

_REACH = 9

ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "one", "another"})


_TRADES = ("ologist", "iatrist", "iatrician", "ographer")
"""Endings of learned trades («geologist», «paediatrician»)."""


@lru_cache(maxsize=WORDS_KEPT)
def is_head(word: str) -> bool:
    """Tell whether a word is the noun of an office («minister», «co-chair», «governor-elect»)."""
    if word in office_heads():
        return True
    if "-" in word:
        first, _, word = word.rpartition("-")
        if word in office_class("office_tails"):
            word = first.rsplit("-", 1)[-1]
        if word in office_heads():
            return True
    return len(word) > 8 and word.endswith(_TRADES)


@cache
def plural_heads() -> frozenset[str]:
    """Return the nouns of offices in the plural («senators», «secretaries», «chairmen»)."""
    return frozenset(_plural(word) for word in office_heads()) - office_heads()


def singular(word: str) -> str:
    """Return the noun of an office in the singular, if it is one in the plural; any other word as it is."""
    if word not in plural_heads():
        return word
    nouns = (word[:-1], word[:-2], word[:-3] + "y", word[:-2] + "an")
    return next(noun for noun in nouns if noun in office_heads() and _plural(noun) == word)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(_HISSING) and not word.endswith("arch"):
        return word + "es"
    return word[:-2] + "en" if word.endswith("man") else word + "s"


_VOWELS = frozenset("aeiou")
_HISSING = ("ss", "sh", "ch", "x", "s", "z")


def is_rank(passage: Passage, index: int) -> bool:
    """Tell whether a token is a shortened title («Sen», «Lt», «DCI»)."""
    word = passage.low[index]
    return word in ranks() or (passage.words[index].isupper() and word in office_class("capital_ranks"))


def is_modifier(passage: Passage, index: int) -> bool:
    """Tell whether a token can stand before the noun of an office («deputy», «foreign»)."""
    word = passage.low[index]
    if word == "in":
        return passage.low[index + 1 : index + 2] == ["chief"]  # «editor in chief»
    if word == "house" and index and passage.low[index - 1] == "white":
        return False
    return word in office_modifiers() or word.split("-")[0] in office_modifiers()


def office_start(passage: Passage, head: int) -> int:
    """Return where the office begins whose noun stands at ``head``: «Deputy Foreign Minister», «Lt. Col.»."""
    low = passage.low
    start = head
    while start > max(0, head - _REACH):
        word = low[start - 1]
        if word in office_class("tenures") or (word in office_class("candidates trades") and low[start] != "general"):
            break  # «(candidate) | Senator Ana Brill»
        if word in territories() and names_area(passage, start - 1):
            break  # «Sund region | governor»
        if word == "." and start > 1 and _is_shortened(passage, start - 2):
            start -= 2
            continue
        joins = word in {"and", "&", "-"} and start > 1 and (is_modifier(passage, start - 2) or is_head(low[start - 2]))
        noun = is_head(word) and (word not in ranks() or low[start] in ranks())  # «Lt Gen»
        if noun and start > 3 and low[start - 2] == "the" and low[start - 4] in organisation_words():
            break  # «Office of the President | adviser»
        if not (is_modifier(passage, start - 1) or noun or joins or (start == head and _is_desk(passage, head))):
            break
        start -= 1
    return start


def _is_shortened(passage: Passage, index: int) -> bool:
    """Tell whether a token before a full stop is a part of an office: «Lt. Gov.», «Assistant U.S. Attorney»."""
    word = passage.low[index]
    return word in ranks() or word == "ch" or (word in {"u.s", "u.k"} and index > 0 and is_modifier(passage, index - 1))


def _is_desk(passage: Passage, head: int) -> bool:
    """Tell whether the noun in small letters before an office says what it is for: «duty officer», «stage manager»."""
    low = passage.low
    word = low[head - 1]
    if passage.is_capital(head) or passage.is_capital(head - 1):
        return False
    if not word.isalpha() or len(word) < 3 or word.endswith(("ly", "ing")) or passage.quote_of[head - 1] >= 0:
        return False
    if is_finite(passage, head - 1) or word in cue_verbs() or word in organisation_words():
        return False
    if word in words(
        "determiners prepositions stops wh adverbs pronouns days months auxiliaries time_nouns figures to_and"
    ):
        return False
    return head < 2 or not (low[head - 2] == "to" or low[head - 2] in words("auxiliaries"))


def is_place(passage: Passage, start: int, end: int) -> bool:
    """Tell whether tokens are only a place or a nationality."""
    plain = [w.removesuffix("'s") for w in passage.low[start:end] if w not in {"the", "'", "."}]
    return " ".join(plain) in places() or all(_is_place_word(w) for w in plain)


def _is_place_word(word: str) -> bool:
    if "-" in word and word not in nationalities():
        return all(part in places() or part in nationalities() for part in word.split("-"))
    return word in places() or word in nationalities()


def names_area(passage: Passage, index: int) -> bool:
    """Tell whether the noun of an area in small letters stands behind the area's name («Sund region»)."""
    if index < 1 or passage.low[index] not in territories() or passage.is_capital(index):
        return False
    name = passage.low[index - 1]
    named = passage.is_capital(index - 1) and not is_modifier(passage, index - 1)
    return named and name not in organisation_words() and not name.endswith("'s")


def is_field(preposition: str, office: str, field: str) -> bool:
    """Tell whether «of State», «in English» says what an office is for."""
    if preposition == "in":
        return office in office_class("subject_offices") and field in nationalities()
    return preposition == "of" and field in departments()
