"""Names of organisations as stretches of tokens: where one ends, and what is none."""

from reader.analysis.draft import Range
from reader.analysis.offices.words import ARTICLES, STOPS, is_head, is_place
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import (
    acting_bodies,
    bodies,
    departments,
    endings,
    given_names,
    nationalities,
    office_class,
    organisation_words,
    ranks,
    territories,
)

_ATTRIBUTES = ("-based", "-born", "-led", "-backed", "-run", "-owned", "-era")
"""Endings of words before a name that are no part of it («the Geneva-based Water Fund»)."""
_LONGEST_LIST = 10
"""Tokens of the longest list of what a department is for."""
_LONGEST_TAIL = 4
"""Words in small letters that can go on with a name («Tarn Road fire station»)."""


def organisation_end(passage: Passage, start: int) -> int | None:
    """Return the end of the organisation that begins at ``start``, None if none does."""
    low, size = passage.low, passage.size
    index = start
    while index < size and low[index] in ARTICLES:
        index += 1
    begin = index
    # «the Indonesian military»: the adjective of a country begins no name
    named = index < size and passage.is_capital(index) and low[index] not in nationalities()
    while index < size and index < begin + 10:
        word = low[index]
        if word in QUOTE_MARKS and passage.quote_of[index] < 0:
            break
        if named:
            inner = word in {"of", "and", "for", "the", "&", "'", "on"} and index + 1 < size
            if inner and (passage.is_capital(index + 1) or (low[index + 1] in {"the", "for"} and word != "'")):
                if word == "and" and (is_organisation(passage, index - 1, index) or is_head(low[index + 1])):
                    break
                if word == "and" and begins_person(passage, index + 1):
                    break  # «(Ana Brill) of Tarn | and Karl Orlo»
                index += 1
                continue
            if word == "," and (behind := listed_end(passage, index)) > index:
                index = behind
                continue
            if not passage.is_capital(index):
                if _is_number_in_name(passage, index):
                    index += 1
                    break
                body = _tail_end(passage, index) if index > begin else index
                if body == index:
                    break
                index = body
                continue
        elif word != "of" and (
            word in STOPS or word in words("prepositions stops to_and") or is_finite(passage, index)
        ):
            break
        index += 1
    return index if index > begin and (named or start < begin) else None


def listed_end(passage: Passage, comma: int) -> int:
    """Return where fields end that a comma goes on to list («Digital|, Culture, Media and Sport»), else ``comma``."""
    low, index = passage.low, comma
    while low[index] == "," and passage.is_capital(index - 1) and index + 2 < passage.size:
        if not passage.is_capital(index + 1) or index - comma > _LONGEST_LIST:
            return comma
        index += 2
    fields = not departments().isdisjoint(low[comma - 1 : index])
    closed = index > comma and low[index] in {"and", "&"} and index + 1 < passage.size and passage.is_capital(index + 1)
    return index + 2 if fields and closed else comma


def department_end(passage: Passage, start: int) -> int:
    """Return where the words end that say what a minister is for: «Foreign Affairs», «Work and Pensions»."""
    low, size, index = passage.low, passage.size, start + 1
    while index < size:
        if passage.is_capital(start) and passage.is_capital(index) and low[index] in departments():
            index += 1
        elif low[index] in {"and", "&"} and index + 1 < size and _is_field(passage, index + 1):
            index += 2
        elif low[index] == "," and (behind := listed_end(passage, index)) > index:
            index = behind
        else:
            break
    return index


def _is_field(passage: Passage, index: int) -> bool:
    """Tell whether a word behind «and» is a field too, not the name of another person («Health and Karl Orlo»)."""
    alone = passage.is_capital(index) and not (index + 1 < passage.size and passage.is_capital(index + 1))
    return passage.low[index] in departments() or (alone and passage.is_capital(index - 2))


def _is_number_in_name(passage: Passage, index: int) -> bool:
    """Tell whether a number ends a name: «Studio 54», «Channel 4»."""
    number = passage.low[index].isdigit() and len(passage.low[index]) < 4 and passage.is_capital(index - 1)
    return number and (index + 1 == passage.size or not passage.is_word(index + 1) or is_finite(passage, index + 1))


def _tail_end(passage: Passage, start: int) -> int:
    """Return the end of the words in small letters that go on with a name up to the noun of a body, else ``start``."""
    end = start
    for index in range(start, min(passage.size, start + _LONGEST_TAIL)):
        word = passage.low[index]
        owner = word.removesuffix("'s")  # «Karsk regional prosecutor's office»
        if not owner.isalpha() or passage.is_capital(index) or is_finite(passage, index) or is_head(word):
            break
        if word in words("prepositions stops determiners adverbs wh") or word == "and" or passage.quote_of[index] >= 0:
            break
        if word in organisation_words() or word in acting_bodies() or word in territories():
            end = index + 1
    return end


def is_organisation(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the words of a name say that it is an organisation («Karsk Water Board», «KRU»)."""
    plain = [w.removesuffix("'s") for w in passage.low[start:end]]
    acronym = end - start == 1 and is_acronym(passage, start) and passage.words[start][:2].isalpha()
    ending = end - start > 1 and plain[-1] in endings()
    return acronym or ending or not organisation_words().isdisjoint(plain)


def is_body_word(word: str) -> bool:
    """Tell whether a word is the noun of a body, of what a minister is for, or of an administered area."""
    return word in bodies() or word in departments() or word in territories()


def names_body(passage: Passage, start: int, end: int) -> bool:
    """Tell whether tokens name an organisation, with or without an article, not only a place."""
    start += passage.low[start] in ARTICLES and start + 1 < end
    return not is_place(passage, start, end) and is_organisation(passage, start, end)


def is_acronym(passage: Passage, index: int) -> bool:
    """Tell whether a token is set in capitals («WHO», not «Who»)."""
    letters = passage.words[index].removesuffix("'s").removesuffix("’s")
    return len(letters) > 1 and letters.isupper()


def begins_person(passage: Passage, start: int) -> bool:
    """Tell whether the name of a person begins at ``start``, not that of a body («the Brill Foundation»)."""
    word = passage.low[start]
    if not passage.is_capital(start) or is_acronym(passage, start):
        return False
    if word in office_class("styles") or word in ranks() or (is_head(word) and passage.is_capital(start + 1)):
        return True
    end = start + 1
    while end < passage.size and passage.is_capital(end):
        end += 1
    return word in given_names() and end - start > 1 and organisation_words().isdisjoint(passage.low[start:end])


def without_attribute(passage: Passage, start: int, end: int) -> int:
    """Return where the name begins behind «Geneva-based», «New York-based»."""
    return next((i + 1 for i in range(start, min(end, start + 3)) if passage.low[i].endswith(_ATTRIBUTES)), start)


def without_article(passage: Passage, start: int, end: int) -> Range:
    """Return a token range without a leading article and without «Geneva-based»."""
    first = start + 1 if passage.low[start] in ARTICLES and start + 1 < end else start
    bare = without_attribute(passage, first, end)
    return (bare if bare < end else first, end)
