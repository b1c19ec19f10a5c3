"""Offices with a complement right before a name: «Head of the Office of the President Ana Brill»."""

from reader.analysis.draft import Range
from reader.analysis.offices.organisation_names import begins_person, is_acronym, is_body_word
from reader.analysis.offices.words import ARTICLES, is_head, is_place, office_start
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import bodies, departments, given_names, office_class, organisation_words, ranks

PREPOSITIONS = frozenset({"of", "for", "to", "at"})
_JOINTS = frozenset({"and", "&"})
_BEFORE = PREPOSITIONS | _JOINTS | {"the"}
"""What stands right before a run that ends a complement."""
CHAIN = 16
"""Tokens of the longest title that is read."""


def chain_start(passage: Passage, end: int) -> int | None:
    """Return the noun that governs the complements before ``end``: «head» of «head of the Office of the President».

    It is that of an office, or of a body if no office governs it; None if there is no complement.
    """
    low = passage.low
    if end < 3 or not (passage.is_capital(end - 1) or _joins(passage, end - 1)):
        return None
    floor = max(passage.sentences[passage.sentence_of[end - 1]][0], end - CHAIN)
    found = None
    for index in range(end - 1, floor, -1):
        word = low[index]
        if word in PREPOSITIONS:
            noun = index - 1
            if is_head(low[noun]) or (passage.is_capital(noun) and low[noun] in organisation_words()):
                found = noun
            elif not (passage.is_capital(noun) or is_body_word(low[noun])):
                break
        elif not (passage.is_capital(index) or word == "the" or _joins(passage, index)):
            break
    return found


def _joins(passage: Passage, index: int) -> bool:
    """Tell whether a token in small letters can stand inside a complement («the Sund military administration»)."""
    word = passage.low[index]
    if word in _JOINTS:
        return passage.is_capital(index - 1) and index + 1 < passage.size and passage.is_capital(index + 1)
    if not passage.is_word(index) or passage.quote_of[index] >= 0:
        return False
    return word not in words("determiners prepositions stops to_and adverbs") and not is_finite(passage, index)


def read_chain(passage: Passage, noun: int, end: int) -> tuple[Range | None, Range | None] | None:
    """Split a title into office and organisation, whose first noun is given; None if its last office is the name's own.

    «Adviser to the Head | Office of the President», «Minister of Health | Varnia», «President | Varnia».
    """
    low = passage.low
    if not is_head(low[noun]):
        if not is_head(low[end - 1]) or low[end - 2] not in ARTICLES:
            return None  # «Office of President Ana Brill»
        start = noun
        while start and passage.is_capital(start - 1) and low[start - 1] not in ARTICLES:
            start -= 1
        return None, (start, end)
    start = office_start(passage, noun)
    index = noun + 1
    while index < end:
        first = index + 1 + (low[index + 1] in ARTICLES)
        stop = next((i for i in range(first + 1, end) if low[i] in PREPOSITIONS), end)
        if first >= stop or low[stop - 1] in ARTICLES:
            return None
        if _is_office(passage, first, stop):
            bare = not start or low[start - 1] not in ARTICLES
            if stop == end and not (first > index + 1 and bare):
                return None  # «a spokesman for the President Ana Brill», «adviser to President Ana Brill»
        elif not _is_field(passage, index, noun, first, stop):
            end = next((i for i in range(stop, end) if low[i] == "to"), end)  # «of Varnia to the United Nations»
            return ((start, index), (first, end)) if _is_closed(passage, start, first, end) else None
        index = stop
    return (start, end), None


def _is_closed(passage: Passage, start: int, first: int, end: int) -> bool:
    """Tell whether an organisation can end where a name begins, if it ends in small letters.

    «The head of the hill community | Ana Brill»; in «at the charity Open Door» the noun tells what is named behind it.
    """
    if passage.is_capital(end - 1):
        return True
    kind = end - first == 1 or passage.low[end - 1] in words("traders") | {"group", "charity"}
    if kind and passage.low[end] not in given_names():
        return False
    begins = start == passage.sentences[passage.sentence_of[start]][0]
    return begins or passage.low[start - 1] in ARTICLES or is_body_word(passage.low[end - 1])


def _is_office(passage: Passage, first: int, stop: int) -> bool:
    """Tell whether a complement is an office («the Head»), not a body."""
    return is_head(passage.low[stop - 1]) and bodies().isdisjoint(passage.low[first:stop])


def _is_field(passage: Passage, preposition: int, noun: int, first: int, stop: int) -> bool:
    """Tell whether a complement says what an office is for («of Health»), not where it is held («of Tarn»)."""
    low = passage.low
    body = not bodies().isdisjoint(low[first:stop])
    if first > preposition + 1:  # with an article: «of the Treasury»
        return not body and low[preposition] == "of" and not departments().isdisjoint(low[first:stop])
    match low[preposition]:
        case "of" if not departments().isdisjoint(low[first:stop]):
            return stop - first == 1 or organisation_words().isdisjoint(low[first:stop])
        case "of" if preposition == noun + 1:
            reigns = low[noun] in office_class("rulers") or low[noun - 1] in departments() | {"prime", "first"}
            return not (reigns or body or is_place(passage, first, stop) or is_acronym(passage, stop - 1))
        case "for":
            if low[noun] in office_class("ministering") and is_ministered(passage, first):
                return True
            return not body and (low[preposition - 1] in departments() or not departments().isdisjoint(low[first:stop]))
        case "to":
            return not body and not is_acronym(passage, stop - 1)
    return False


def is_ministered(passage: Passage, start: int) -> bool:
    """Tell whether what follows a minister's «for» is a field («Railways»), not a body or a place."""
    if passage.low[start] in departments():
        return True
    if not passage.is_capital(start) or is_body_word(passage.low[start]) or is_acronym(passage, start):
        return False
    return not (is_place(passage, start, start + 1) or begins_person(passage, start))


def begin_of_name(passage: Passage, start: int, end: int) -> int:
    """Return where the name begins in a capitalised run behind «of»: «(commander) of the Air Force | Ana Brill»."""
    low = passage.low
    if end - start < 2 or start < 2 or low[start - 1] not in _BEFORE:
        return start
    last = start - 1 - (low[start - 1] == "the")
    if low[last] == "the" or low[last] not in _BEFORE:
        return start
    noun = chain_start(passage, start + 1)
    if noun is None:
        known = end - start > 2 and low[last] in {"of", "for"} and is_place(passage, start, start + 1)
        return start + 1 if known else start
    if is_body_word(low[end - 1]):
        return start  # «(Minister) of Foreign Affairs»
    fields = [i for i in range(start, end - 1) if is_body_word(low[i]) and low[i] not in given_names()]
    if fields:
        return fields[-1] + 1
    if end - start > 2 and is_acronym(passage, start) and not is_acronym(passage, start + 1):
        return start + 1  # «head of MB6 | Ana Brill»
    for length in (2, 1):
        if end - start > length + 1 and is_place(passage, start, start + length):
            return start + length
    if low[start] in given_names() or "." in low[start:end]:
        return start
    given = next((i for i in range(start + 1, end - 1) if low[i] in given_names()), None)
    office = office_start(passage, noun)
    titled = last == start - 1 and passage.is_capital(noun) and not (office and low[office - 1] in ARTICLES)
    if given is not None or end - start < 3 or not titled or _has_office(passage, start, end):
        return given or start
    return end - 2  # «Mayor of Tarn | Ilse Holle»


def _has_office(passage: Passage, start: int, end: int) -> bool:
    return any(is_head(passage.low[i]) or passage.low[i] in ranks() for i in range(start, end))
