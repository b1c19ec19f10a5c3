"""Office phrases: «the X Ministry's deputy head», «head of communications for Y», before or behind a name."""

from dataclasses import dataclass

from reader.analysis.draft import Range
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import (
    given_names,
    nationalities,
    office_heads,
    office_modifiers,
    organisation_words,
    places,
    ranks,
)

_REACH = 9
_STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", ".", "-", "--", "|"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "one"})
_LOCAL_OFFICES = frozenset(
    {"police", "mayor", "governor", "senator", "councillor", "councilman", "councilwoman", "prosecutor", "judge",
     "sheriff", "lawmaker", "congressman", "congresswoman", "commissioner", "coroner", "bishop", "fire"}
)  # fmt: skip
"""Offices in front of which a bare name is that of a place («Karsk police chief»)."""
_TENURES = frozenset(
    {"former", "ex", "acting", "interim", "then", "outgoing", "incoming", "longtime", "veteran", "senior"}
)
_ORGANISATION_PREPOSITIONS = frozenset({"for", "at", "with", "from", "of"})


@dataclass(frozen=True, slots=True)
class Post:
    """What a text says a person is."""

    office: Range | None
    organisation: Range | None
    adjacent: bool = False
    """The office stands right before the name, as part of it."""


DEPARTMENTS = frozenset(
    {"state", "defense", "defence", "affairs", "staff", "treasury", "war", "homeland", "intelligence", "parliament",
     "commerce", "agriculture", "operations", "transportation", "veterans", "urban", "housing", "health", "education",
     "justice", "energy", "labor", "labour", "interior", "culture", "finance", "police", "foreign", "trade",
     "transport"}
)  # fmt: skip
"""What a secretary or minister is «of», as part of the office."""
_SUBJECT_OFFICES = frozenset(
    {"instructor", "professor", "lecturer", "expert", "specialist", "teacher", "reader", "fellow"}
)


def is_head(word: str) -> bool:
    """Tell whether a word is the noun of an office («minister», «co-chair»)."""
    return word in office_heads() or ("-" in word and word.rsplit("-", 1)[1] in office_heads())


def _is_modifier(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if word == "house" and index and passage.low[index - 1] == "white":
        return False
    return word in office_modifiers() or word.split("-")[0] in office_modifiers()


def _is_place(passage: Passage, start: int, end: int) -> bool:
    """Tell whether tokens are only a place or a nationality."""
    plain = [w.removesuffix("'s") for w in passage.low[start:end] if w not in {"the", "'", "."}]
    return " ".join(plain) in places() or all(w in places() or w in nationalities() for w in plain)


def office_before(passage: Passage, name: int) -> Post | None:
    """Read the office right before a name: «Deputy Foreign Minister», «White House spokesman», «DAB's»."""
    low = passage.low
    head = name - 1
    if head >= 0 and low[head] == "." and head and low[head - 1] in ranks():
        head -= 1
    if head < 0:
        return None
    if low[head].endswith("'s") or (low[head] == "'" and head):
        return _possessor(passage, head)
    secretary = _of_office(passage, name)
    if secretary is not None:
        return secretary
    if not is_head(low[head]) and low[head] not in ranks():
        return None
    start = head
    while start > max(0, head - _REACH):
        word = low[start - 1]
        joins = (
            word in {"and", "&", "-"} and start > 1 and (_is_modifier(passage, start - 2) or is_head(low[start - 2]))
        )
        if not (_is_modifier(passage, start - 1) or (is_head(word) and word not in ranks()) or joins):
            break
        start -= 1
    organisation, start = _organisation_before(passage, start)
    return Post((start, name), organisation, adjacent=True)


def _of_office(passage: Passage, name: int) -> Post | None:
    """Read «Secretary of State» and «Minister of Health» before a name."""
    low = passage.low
    for of in range(name - 2, max(0, name - 6), -1):
        titled = low[of] == "of" and is_head(low[of - 1]) and passage.is_capital(of - 1)
        if titled and of + 1 < name and all(passage.is_capital(i) for i in range(of + 1, name)):
            start = of - 1
            while start > 0 and _is_modifier(passage, start - 1):
                start -= 1
            return Post((start, name), None, adjacent=True)
        if not passage.is_capital(of):
            break
    return None


def _possessor(passage: Passage, last: int) -> Post | None:
    """Read «DAB's Ana Brill»: the possessor is her organisation, unless it is a place or a person."""
    start = last
    while start > 0 and passage.is_capital(start - 1) and last - start < 5:
        start -= 1
    if not passage.is_capital(last):
        if passage.low[last].removesuffix("'s") not in organisation_words():
            return None
        while start > max(0, last - 2) and _is_attribute(passage, start - 1):
            start -= 1
        return Post(None, (start, last + 1))
    while start <= last and passage.low[start] in words("adverbs stops prepositions determiners"):
        start += 1
    if start > last or _is_place(passage, start, last + 1) or passage.low[last].removesuffix("'s") in given_names():
        return None
    if not _is_organisation(passage, start, last + 1) and passage.low[last + 1] not in given_names():
        return None
    return Post(None, (start, last + 1))


def _is_attribute(passage: Passage, index: int) -> bool:
    """Tell whether a word in small letters can stand in front of «ministry», «camp» as a part of its name."""
    word = passage.low[index]
    if not passage.is_word(index) or passage.is_capital(index) or passage.quote_of[index] >= 0:
        return False
    return word not in words("determiners prepositions stops to_and adverbs") and not is_finite(passage, index)


def _is_organisation(passage: Passage, start: int, end: int) -> bool:
    plain = [w.removesuffix("'s") for w in passage.low[start:end]]
    letters = passage.words[end - 1].removesuffix("'s").removesuffix("’s")
    acronym = end - start == 1 and len(letters) > 1 and letters.isupper() and letters.isalpha()
    return acronym or not organisation_words().isdisjoint(plain)


def _organisation_before(passage: Passage, office: int) -> tuple[Range | None, int]:
    """Return the organisation in front of an office and where the office begins."""
    low = passage.low
    end = office
    start = end
    if end and not passage.is_capital(end - 1) and low[end - 1] in organisation_words():
        return _body_in_small_letters(passage, end), office
    while start > max(0, end - 6) and _can_name(passage, start - 1):
        start -= 1
        if start + 1 < end and low[start].endswith("'s"):
            start += 1
            break
    while start < end and (
        low[start] in _ARTICLES or low[start] in _TENURES or low[start] in words("prepositions") or low[start] == "."
    ):
        start += 1
    if start >= end:
        return None, office
    if passage.sentences and start in {s for s, _ in passage.sentences} and low[start] in words("adverbs stops wh"):
        start += 1
    while start < end and low[start].removesuffix("'s") in nationalities():
        start += 1
    if start >= end or _is_place(passage, start, end):
        return None, office
    local = any(word in _LOCAL_OFFICES for word in low[office : office + 3])
    if local and not _is_organisation(passage, start, end):
        return None, office
    return (start, end), office


def _body_in_small_letters(passage: Passage, end: int) -> Range:
    """Return the body that ends before an office: «Iran's foreign ministry» (spokesman)."""
    start = end - 1
    while start > max(0, end - 4) and _is_modifier(passage, start - 1) and not passage.is_capital(start - 1):
        start -= 1
    while start > max(0, end - 6) and passage.is_capital(start - 1) and passage.low[start - 1] not in _ARTICLES:
        start -= 1
    return (start, end)


def _can_name(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if word in QUOTE_MARKS or word in _STOPS or passage.quote_of[index] >= 0:
        return False
    if passage.is_capital(index):
        return word not in words("subject_pronouns days months stops") and word not in {"but", "and", "in", "on", "the"}
    if word == "the":
        return passage.low[index - 1] in {"for", "of"} and passage.is_capital(index + 1) if index else False
    return word == "ministry" or (
        word in {"of", "for"} and (passage.is_capital(index + 1) or passage.low[index + 1] == "the")
    )


def office_after(passage: Passage, name: int) -> Post | None:
    """Read the apposition behind a name: «, 45, head of communications for Ukraine's Joint Forces Group,»."""
    low, size = passage.low, len(passage)
    if name >= size:
        return None
    if low[name] in {"of", "from"}:
        end = _organisation_end(passage, name + 1)
        if end is not None and _names_body(passage, name + 1, end):
            return Post(None, _without_article(passage, name + 1, end))
        return None
    if low[name] not in {",", "(", "—", "–"}:
        return None
    at = name + 1
    if at + 1 < size and low[at].isdigit() and low[at + 1] == ",":
        at += 2
    if at < size and low[at] == "who" and at + 2 < size and low[at + 1] in {"is", "was"}:
        at += 2
    return _read_office(passage, at)


def _names_body(passage: Passage, start: int, end: int) -> bool:
    return not _is_place(passage, start, end) and _is_organisation(passage, start, end)


def _without_article(passage: Passage, start: int, end: int) -> Range:
    return (start + 1, end) if passage.low[start] in _ARTICLES and start + 1 < end else (start, end)


def _read_office(passage: Passage, at: int) -> Post | None:
    """Read an office phrase that begins at ``at``."""
    low, size = passage.low, len(passage)
    begin = at
    while begin < size and low[begin] in _ARTICLES:
        begin += 1
    head = None
    for index in range(begin, min(size, begin + _REACH)):
        word = low[index]
        if (
            word in _STOPS
            or word in QUOTE_MARKS
            or is_finite(passage, index)
            or word in {"who", "which", "that", "in", "to"}
        ):
            break
        if word == "major" and not passage.is_capital(index):
            break
        if is_head(word):
            head = _last_head(passage, index)
            break
        if word == "of":
            break
    if head is None:
        return None
    organisation, start = _organisation_inside(passage, begin, head)
    end = _office_end(passage, head + 1)
    if organisation is None:
        organisation, end = _organisation_behind(passage, end)
    return Post((start, end), organisation)


def _last_head(passage: Passage, head: int) -> int:
    """Return the last noun of «chief financial officer», «deputy director general»."""
    index = head + 1
    while index < len(passage) and index < head + 4:
        if is_head(passage.low[index]):
            head = index
        elif not _is_modifier(passage, index):
            break
        index += 1
    return head


def _organisation_inside(passage: Passage, begin: int, head: int) -> tuple[Range | None, int]:
    """Split «State Department spokesperson» and «USI associate professor» into organisation and office."""
    index = begin
    low = passage.low
    body = next(
        (i for i in range(head - 1, begin, -1) if low[i] in organisation_words() and passage.is_capital(i)), None
    )
    if body is not None and passage.is_capital(begin):
        return (begin, body + 1), body + 1
    while index < head and passage.is_capital(index) and not (_is_modifier(passage, index) and index > begin):
        index += 1
    if index == begin or (_is_modifier(passage, begin) and not low[index - 1].endswith("'s")):
        return None, begin
    if _is_place(passage, begin, index):
        return None, index if low[index - 1].endswith("'s") else begin
    return (begin, index), index


def _office_end(passage: Passage, end: int) -> int:
    """Extend an office over «and treasurer», «of exhibits», «in charge of ...», as long as no name begins."""
    low, size = passage.low, len(passage)
    while end < size:
        word = low[end]
        if word == "and" and end + 1 < size:
            joined = next((i for i in range(end + 1, min(size, end + 5)) if is_head(low[i])), None)
            between = joined is not None and all(passage.is_word(i) for i in range(end, joined))
            if joined is None or not between or any(is_finite(passage, i) for i in range(end, joined)):
                return end
            end = joined + 1
        elif word in {"of", "in", "on"} and end + 1 < size and not passage.is_capital(end + 1):
            stop = _phrase_stop(passage, end + 1)
            if any(passage.is_capital(i) for i in range(end + 1, stop)) and not _is_place(passage, end + 1, stop):
                return end
            if stop == end + 1:
                return end
            end = stop
        elif end + 1 < size and _is_field(word, low[end - 1], low[end + 1]):
            end += 2
        elif word == "of" and end + 1 < size:
            stop = _phrase_stop(passage, end + 1)
            if not _is_place(passage, end + 1, stop):
                return end
            end = stop
        elif word == "at" and low[end + 1 : end + 2] == ["large"]:
            end += 2
        else:
            return end
    return end


def _is_field(preposition: str, office: str, field: str) -> bool:
    """Tell whether «of State», «in English» says what an office is for."""
    if preposition == "in":
        return office in _SUBJECT_OFFICES and field in nationalities()
    return preposition == "of" and field in DEPARTMENTS


def _phrase_stop(passage: Passage, start: int) -> int:
    low = passage.low
    index = start
    while index < len(passage) and index < start + _REACH:
        word = low[index]
        if word in _STOPS or word in QUOTE_MARKS or is_finite(passage, index):
            break
        if (
            index > start
            and (word in words("prepositions") or word in {"who", "which", "that", "and", "to"})
            and word != "of"
        ):
            break
        index += 1
    return index


def _organisation_behind(passage: Passage, end: int) -> tuple[Range | None, int]:
    low = passage.low
    if end + 1 >= len(passage) or low[end] not in _ORGANISATION_PREPOSITIONS:
        return None, end
    stop = _organisation_end(passage, end + 1)
    if stop is None or _is_place(passage, end + 1, stop):
        return None, end
    return _without_article(passage, end + 1, stop), end


def _organisation_end(passage: Passage, start: int) -> int | None:
    """Return the end of the organisation that begins at ``start``, None if none does."""
    low, size = passage.low, len(passage)
    index = start
    while index < size and low[index] in _ARTICLES:
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
            if inner and (passage.is_capital(index + 1) or low[index + 1] in {"the", "for"}) and word != "'":
                if word == "and" and _is_organisation(passage, index - 1, index):
                    break
                index += 1
                continue
            if not passage.is_capital(index) and not (word in organisation_words() and index > begin):
                break
        elif word != "of" and (word in _STOPS | words("prepositions stops to_and") or is_finite(passage, index)):
            break
        index += 1
    return index if index > begin and (named or start < begin) else None


def office_in_front(passage: Passage, name: int) -> Post | None:
    """Read «Malaysia's prime minister, Ana Brill» and «the chairman of the panel, Ana Brill»."""
    low = passage.low
    if name < 2 or low[name - 1] != ",":
        return None
    comma = name - 1
    for index in range(comma - 1, max(-1, comma - 12), -1):
        word = low[index]
        if word in _STOPS or word in QUOTE_MARKS or is_finite(passage, index) or word in {"who", "which", "that"}:
            return None
        if is_head(word):
            start = index
            while start > 0 and (_is_modifier(passage, start - 1) or low[start - 1] == "and"):
                start -= 1
            framed = start > 0 and (
                low[start - 1] in _ARTICLES or low[start - 1].endswith("'s") or passage.is_capital(start - 1)
            )
            if not framed and not passage.is_capital(start):
                return None
            organisation, start = _organisation_before(passage, start)
            end = _office_end(passage, index + 1)
            if organisation is None:
                organisation, end = _organisation_behind(passage, end)
            if end > comma or (organisation is not None and organisation[1] > comma):
                return None
            return Post((start, end), organisation)
    return None
