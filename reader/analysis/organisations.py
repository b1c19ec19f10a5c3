"""Organisations beside an office or a name: «Iran's foreign ministry», «for the Joint Rescue Group», «KRU's»."""

from reader.analysis.draft import Range
from reader.analysis.office_words import ARTICLES, STOPS, is_modifier, is_place
from reader.analysis.phrases import SUBORDINATORS, is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, given_names, nationalities, organisation_words

_LOCAL_OFFICES = frozenset(
    {"police", "mayor", "governor", "senator", "councillor", "councilman", "councilwoman", "prosecutor", "judge",
     "sheriff", "lawmaker", "congressman", "congresswoman", "commissioner", "coroner", "bishop", "fire"}
)  # fmt: skip
"""Offices in front of which a bare name is that of a place («Karsk police chief»)."""

_TENURES = frozenset(
    {"former", "ex", "acting", "interim", "then", "outgoing", "incoming", "longtime", "veteran", "senior"}
)

_ORGANISATION_PREPOSITIONS = frozenset({"for", "at", "with", "from", "of"})


def _is_organisation(passage: Passage, start: int, end: int) -> bool:
    plain = [w.removesuffix("'s") for w in passage.low[start:end]]
    letters = passage.words[end - 1].removesuffix("'s").removesuffix("’s")
    acronym = end - start == 1 and len(letters) > 1 and letters.isupper() and letters.isalpha()
    return acronym or not organisation_words().isdisjoint(plain)


def possessor(passage: Passage, last: int) -> Range | None:
    """Read «DAB's Ana Brill»: the possessor is her organisation, unless it is a place or a person."""
    start = last
    while start > 0 and passage.is_capital(start - 1) and last - start < 5:
        start -= 1
    if not passage.is_capital(last):
        if passage.low[last].removesuffix("'s") not in organisation_words():
            return None
        while start > max(0, last - 2) and _is_attribute(passage, start - 1):
            start -= 1
        return (start, last + 1)
    while start <= last and passage.low[start] in words("adverbs stops prepositions determiners"):
        start += 1
    if start > last or is_place(passage, start, last + 1) or passage.low[last].removesuffix("'s") in given_names():
        return None
    if not _is_organisation(passage, start, last + 1) and passage.low[last + 1] not in given_names():
        return None
    return (start, last + 1)


def _is_attribute(passage: Passage, index: int) -> bool:
    """Tell whether a word in small letters can stand in front of «ministry», «camp» as a part of its name."""
    word = passage.low[index]
    if not passage.is_word(index) or passage.is_capital(index) or passage.quote_of[index] >= 0:
        return False
    return word not in words("determiners prepositions stops to_and adverbs") and not is_finite(passage, index)


def organisation_before(passage: Passage, office: int) -> tuple[Range | None, int]:
    """Return the organisation in front of an office and where the office begins."""
    low = passage.low
    end = office
    if end > 1 and low[end - 1] == "'" and passage.is_capital(end - 2):
        end -= 1  # «the Rovers' coach»
    owner = low[end - 1].removesuffix("'s") if end else ""
    if (
        end
        and owner != low[end - 1]
        and not passage.is_capital(end - 1)
        and owner in organisation_words() | acting_bodies()
    ):
        start = end - 1  # «the smelter workers' union's», «the county council's»
        while start > max(0, end - 4) and _is_attribute(passage, start - 1):
            start -= 1
        return (start, end), office
    start = end
    if end and not passage.is_capital(end - 1) and low[end - 1] in organisation_words():
        return _body_in_small_letters(passage, end), office
    while start > max(0, end - 6) and _can_name(passage, start - 1):
        start -= 1
        if start + 1 < end and low[start].endswith("'s"):
            start += 1
            break
    while start < end and (
        low[start] in ARTICLES or low[start] in _TENURES or low[start] in SUBORDINATORS | words("prepositions") | {"."}
    ):
        start += 1
    if start >= end:
        return None, office
    if passage.sentences and start in {s for s, _ in passage.sentences} and low[start] in words("adverbs stops wh"):
        start += 1
    while start < end and low[start].removesuffix("'s") in nationalities():
        start += 1
    if start >= end or is_place(passage, start, end):
        return None, office
    local = any(word in _LOCAL_OFFICES for word in low[office : office + 3])
    if local and not _is_organisation(passage, start, end):
        return None, office
    return (start, end), office


def _body_in_small_letters(passage: Passage, end: int) -> Range:
    """Return the body that ends before an office: «Iran's foreign ministry» (spokesman)."""
    start = end - 1
    while start > max(0, end - 4) and is_modifier(passage, start - 1) and not passage.is_capital(start - 1):
        start -= 1
    while start > max(0, end - 6) and passage.is_capital(start - 1) and passage.low[start - 1] not in ARTICLES:
        start -= 1
    return (start, end)


def _can_name(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if word in QUOTE_MARKS or word in STOPS or passage.quote_of[index] >= 0:
        return False
    if passage.is_capital(index):
        return word not in words("subject_pronouns days months stops") and word not in {"but", "and", "in", "on", "the"}
    if word == "the":
        return passage.low[index - 1] in {"for", "of"} and passage.is_capital(index + 1) if index else False
    return word == "ministry" or (
        word in {"of", "for"} and (passage.is_capital(index + 1) or passage.low[index + 1] == "the")
    )


def names_body(passage: Passage, start: int, end: int) -> bool:
    """Tell whether tokens name an organisation, not only a place."""
    return not is_place(passage, start, end) and _is_organisation(passage, start, end)


def without_article(passage: Passage, start: int, end: int) -> Range:
    """Return a token range without a leading article."""
    return (start + 1, end) if passage.low[start] in ARTICLES and start + 1 < end else (start, end)


def organisation_inside(passage: Passage, begin: int, head: int) -> tuple[Range | None, int]:
    """Split «State Department spokesperson» and «USI associate professor» into organisation and office."""
    index = begin
    low = passage.low
    owner = next((i for i in range(begin, head) if low[i].endswith("'s") and not passage.is_capital(i)), None)
    if owner is not None and low[owner].removesuffix("'s") in organisation_words() | acting_bodies():
        return (begin, owner + 1), owner + 1
    body = next(
        (i for i in range(head - 1, begin, -1) if low[i] in organisation_words() and passage.is_capital(i)), None
    )
    if body is not None and passage.is_capital(begin):
        return (begin, body + 1), body + 1
    while index < head and passage.is_capital(index) and not (is_modifier(passage, index) and index > begin):
        index += 1
    if index == begin or (is_modifier(passage, begin) and not low[index - 1].endswith("'s")):
        return None, begin
    if is_place(passage, begin, index):
        return None, index if low[index - 1].endswith("'s") else begin
    return (begin, index), index


def organisation_behind(passage: Passage, end: int) -> tuple[Range | None, int]:
    """Return the organisation behind an office («for the Joint Rescue Group»), and where the office ends."""
    low = passage.low
    if end + 1 >= len(passage):
        return None, end
    opposite = low[end - 1] == "counterpart" and low[end] == "in"
    if low[end] not in _ORGANISATION_PREPOSITIONS and not opposite:
        return None, end
    stop = organisation_end(passage, end + 1)
    if opposite and stop is not None:
        return (end + 1, stop), end
    if stop is None or is_place(passage, end + 1, stop):
        return None, end
    return without_article(passage, end + 1, stop), end


def organisation_end(passage: Passage, start: int) -> int | None:
    """Return the end of the organisation that begins at ``start``, None if none does."""
    low, size = passage.low, len(passage)
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
                if word == "and" and _is_organisation(passage, index - 1, index):
                    break
                index += 1
                continue
            body = any(w in organisation_words() for w in low[index : index + 2])
            if not passage.is_capital(index) and not (body and index > begin and word.isalpha()):
                break
        elif word != "of" and (word in STOPS | words("prepositions stops to_and") or is_finite(passage, index)):
            break
        index += 1
    return index if index > begin and (named or start < begin) else None
