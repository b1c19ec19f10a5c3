"""Office phrases: «deputy head of the service», «head of communications for Y», before or behind a name."""

from typing import NamedTuple

from reader.analysis.draft import Range
from reader.analysis.offices.complements import chain_start, is_ministered, read_chain
from reader.analysis.offices.organisation_names import (
    begins_person,
    department_end,
    names_body,
    organisation_end,
    without_article,
)
from reader.analysis.offices.organisations import organisation_before, organisation_behind, organisation_inside
from reader.analysis.offices.words import (
    ARTICLES,
    STOPS,
    is_field,
    is_head,
    is_modifier,
    is_place,
    office_start,
)
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, bodies, departments, nationalities, office_class, ranks

REACH = 9
_FIELD_PREPOSITIONS = frozenset({"of", "in", "on", "for"})
_BREAKS = frozenset({"who", "which", "that", "in", "to", "of"})
"""Words before which the noun of an office stands."""
_COPULAS = frozenset({"is", "was", "became", "remains", "becomes"})
_LONGEST_VERB = 4
"""Tokens of the longest verb that gives an office."""


class Post(NamedTuple):
    """What a text says a person is."""

    office: Range | None
    organisation: Range | None
    adjacent: bool = False
    """The office stands right before the name, as part of it."""


def office_after(passage: Passage, name: int) -> Post | None:
    """Read the apposition behind a name: «, 45, head of communications for Ukraine's Joint Forces Group,»."""
    low, size = passage.low, passage.size
    name = _behind_degrees(passage, name)
    if name >= size:
        return None
    of = name + 1 if low[name] == "," else name
    if of < size and low[of] in {"of", "from"}:
        end = organisation_end(passage, of + 1)
        if end is not None and (names_body(passage, of + 1, end) or _is_named_with_article(passage, of, end)):
            return Post(None, without_article(passage, of + 1, end))
        return None
    stated = _stated_office(passage, name)
    if stated is not None:
        return read_office(passage, stated)
    if low[name] not in {",", "(", "—", "–"}:
        return None
    bracketed = organisation_after(passage, name) if low[name] == "(" else None
    if bracketed is not None and names_body(passage, *bracketed):
        return Post(None, bracketed)
    at = name + 1
    if at + 1 < size and low[at].isdigit() and low[at + 1] == ",":
        at += 2
    if at + 2 < size and passage.words[at] == "who":
        verb = at + 1 + (low[at + 1] in words("adverbs") or low[at + 1] in office_class("tenures"))
        if verb + 1 < size and low[verb] in office_class("leading"):
            led = _named_body(passage, verb + 1)
            return Post(None, led) if led is not None else None
        stated = _stated_office(passage, at + 1)
        at = at + 2 if stated is None and low[at + 1] in _COPULAS else stated or at
    return read_office(passage, at)


def _stated_office(passage: Passage, verb: int) -> int | None:
    """Return where the office begins that a verb gives: «is |the head of», «has been elected |president of»."""
    low, size = passage.low, passage.size
    index = verb
    while (
        index < size - 1
        and index < verb + _LONGEST_VERB
        and (low[index] in words("auxiliaries") or low[index] in words("adverbs") or low[index] in _COPULAS)
    ):
        index += 1
    if index == verb or index >= size - 1 or not words("negations").isdisjoint(low[verb:index]):
        return None
    if low[index] in office_class("appointing") and "have" not in low[verb:index]:
        index += 1 + (low[index + 1] in {"as", "in"})
        index += low[index - 1 : index + 1] == ["in", "as"]
        begins = index < size and (low[index] in ARTICLES or is_head(low[index]) or is_modifier(passage, index))
        return index if begins else None
    return index if low[index] in {"the", "a", "an"} and low[index - 1] in _COPULAS | {"be", "been"} else None


def _behind_degrees(passage: Passage, end: int) -> int:
    """Return where a name ends with the letters of its degrees («Ana Brill, MD, PhD»)."""
    low, size = passage.low, passage.size
    while (at := end + (low[end : end + 1] == [","])) < size and low[at].replace(".", "") in office_class("degrees"):
        end = at + 1 + ("." in low[at] and low[at + 1 : at + 2] == ["."])
    return end


def _is_named_with_article(passage: Passage, of: int, end: int) -> bool:
    """Tell whether «of the» and a name follow a person: «of the Green Circle», which a town seldom is."""
    named = passage.low[of] == "of" and passage.low[of + 1] == "the" and of + 2 < end and passage.is_capital(of + 2)
    return named and not is_place(passage, of + 1, end) and not begins_person(passage, of + 2)


def _named_body(passage: Passage, start: int) -> Range | None:
    """Return the organisation that begins at ``start``, if it has a name or the noun of one («the harbour office»)."""
    end = organisation_end(passage, start)
    if end is None:
        return None
    named = any(passage.is_capital(i) for i in range(start, end))
    body = passage.low[end - 1] in bodies()
    return without_article(passage, start, end) if named or body else None


def read_office(passage: Passage, at: int, head: int | None = None) -> Post | None:
    """Read an office phrase that begins at ``at``; its noun may be given, as one in the plural must be."""
    low, size = passage.low, passage.size
    begin = at
    while begin < size and (low[begin] in ARTICLES or low[begin] in office_class("tenures") or low[begin][0].isdigit()):
        begin += 1
    head = head or _head_behind(passage, begin)
    if head is None:
        return None
    left = office_class("states_of_office") & office_class("tenures")
    # «his combative former | campaign manager»
    begin = next((i + 1 for i in range(head - 1, begin - 1, -1) if low[i] in left), begin)
    organisation, start = organisation_inside(passage, begin, head)
    start += start < head and low[start][0].isdigit()  # «the club's 78-year-old president»
    end = _office_end(passage, head + 1)
    behind = end + 1 if end < size and low[end] == "." and low[head] in ranks() else end
    if begin == at and behind < size and passage.is_capital(behind):
        return None  # «Ana Brill, Gov. Karl Orlo and others»: the office of the next one
    if organisation is None:
        organisation, end = organisation_behind(passage, end)
    return Post((start, end), organisation)


def _head_behind(passage: Passage, begin: int) -> int | None:
    """Return the noun of the office whose phrase begins at a token, None if there is none."""
    for index in range(begin, min(passage.size, begin + REACH)):
        word = passage.low[index]
        if word in STOPS or word in QUOTE_MARKS or is_finite(passage, index):
            return None
        if word in _BREAKS and passage.words[index] != "WHO":
            return None
        if word == "major" and not passage.is_capital(index):
            return None
        if is_head(word):
            return _last_head(passage, index)
    return None


def _last_head(passage: Passage, head: int) -> int:
    """Return the last noun of «chief financial officer», «deputy director general»."""
    index = head + 1
    while index < passage.size and index < head + 4:
        if is_head(passage.low[index]):
            head = index
        elif not is_modifier(passage, index):
            break
        index += 1
    return head


def _office_end(passage: Passage, end: int) -> int:
    """Extend an office over «and treasurer», «of exhibits», «in charge of ...», as long as no name begins."""
    low, size = passage.low, passage.size
    while end < size:
        word = low[end]
        if word == "and" and end + 1 < size:
            joined = next((i for i in range(end + 1, min(size, end + 5)) if is_head(low[i])), None)
            between = joined is not None and all(passage.is_word(i) for i in range(end, joined))
            if joined is None or not between or any(is_finite(passage, i) for i in range(end, joined)):
                return end
            end = _last_head(passage, joined) + 1
        elif word in _FIELD_PREPOSITIONS and end + 1 < size and not passage.is_capital(end + 1):
            stop = _field_stop(passage, end, word)
            if stop is None:
                return end
            end = stop
        elif end + 1 < size and _has_field(passage, end):
            end = department_end(passage, end + 1)
        elif word in {"of", "in"} and end + 1 < size:
            stop = _phrase_stop(passage, end + 1)
            language = stop == end + 2 and low[end + 1] in nationalities()  # «professor of French»
            if not language and (word == "of" or not is_place(passage, end + 1, stop)):
                return end
            end = stop
        elif word == "to" and end + 1 < size and (stop := _served_stop(passage, end)) is not None:
            end = stop
        elif word == "at" and low[end + 1 : end + 2] == ["large"]:
            end += 2
        else:
            return end
    return end


def _has_field(passage: Passage, preposition: int) -> bool:
    """Tell whether «of State», «in English», «for Railways» says what the office before it is for."""
    low, field = passage.low, preposition + 1
    ministering = low[preposition] == "for" and low[preposition - 1] in office_class("ministering")
    ministering = ministering or (low[preposition] == "of" and low[preposition - 1] == "minister")
    return (ministering and is_ministered(passage, field)) or is_field(
        low[preposition], low[preposition - 1], low[field]
    )


def _served_stop(passage: Passage, preposition: int) -> int | None:
    """Return where the office ends that an office serves, if a body follows: «adviser to the head (of the Service)»."""
    low = passage.low
    first = preposition + 1 + (low[preposition + 1] in ARTICLES)
    head = next((i for i in range(first, min(len(low) - 2, first + 4)) if is_head(low[i])), None)
    if head is None or low[head + 1] != "of" or not all(is_modifier(passage, i) for i in range(first, head)):
        return None
    return head + 1


def _field_stop(passage: Passage, preposition: int, word: str) -> int | None:
    """Return where the field of an office ends («of exhibits», «for health»); None if a body or a time follows."""
    low, start = passage.low, preposition + 1
    stop = _phrase_stop(passage, start)
    if low[stop - 1] in words("prepositions"):
        return None
    if stop == start + (low[start] in ARTICLES) or low[start][0].isdigit() or low[start] in words("figures time_nouns"):
        return None
    if low[start] in ARTICLES and word == "for":
        return None
    if any(passage.is_capital(i) for i in range(start, stop)) and (word == "of" or not is_place(passage, start, stop)):
        # «head of the press service of the Northern Army»: the service is a part of the office
        inner = next((i for i in range(start + 1, stop - 1) if low[i] == "of"), None)
        if inner is None or any(passage.is_capital(i) for i in range(start, inner)):
            return None
        return inner if low[start] in departments() or inner - start > 1 + (low[start] in ARTICLES) else None
    return None if word == "of" and low[start] in ARTICLES and low[stop - 1] in acting_bodies() else stop


def _phrase_stop(passage: Passage, start: int) -> int:
    low = passage.low
    index = start
    while index < passage.size and index < start + REACH:
        word = low[index]
        if word in STOPS or word in QUOTE_MARKS or is_finite(passage, index):
            break
        if (
            index > start
            and (word in words("prepositions") or word in {"who", "which", "that", "and", "to"})
            and word != "of"
        ):
            break
        index += 1
    return index


def office_in_front(passage: Passage, name: int) -> Post | None:
    """Read «Malaysia's prime minister, Ana Brill» and «the chairman of the panel, Ana Brill»."""
    low = passage.low
    if name < 2 or low[name - 1] != ",":
        return None
    comma = name - 1
    if low[comma - 2] in ARTICLES and is_head(low[comma - 1]):
        noun = chain_start(passage, comma)
        chain = read_chain(passage, noun, comma) if noun is not None else None
        if chain is not None and chain[1] is not None:
            return Post(*chain)  # «the head of the Office of the President, Ana Brill»
    for index in range(comma - 1, max(-1, comma - 12), -1):
        word = low[index]
        if word in STOPS or word in QUOTE_MARKS or is_finite(passage, index) or word in {"who", "which", "that"}:
            return None
        if is_head(word):
            if passage.is_capital(index) and passage.is_capital(index + 1):
                return None  # «Governor Ed Farr, Lady Hume»: the office of the one before
            start = office_start(passage, index)
            front = start - (start > 0 and low[start - 1] in bodies())  # «a ministry spokeswoman»
            framed = front > 0 and (
                low[front - 1] in ARTICLES or low[front - 1].endswith(("'s", "'")) or passage.is_capital(front - 1)
            )
            if not framed and not passage.is_capital(start):
                return None
            organisation, start = organisation_before(passage, start, index)
            end = _office_end(passage, index + 1)
            if organisation is None:
                organisation, end = organisation_behind(passage, end)
            if end > comma or (organisation is not None and organisation[1] > comma):
                return None
            return Post((start, end), organisation)
    return None


def organisation_after(passage: Passage, name: int) -> Range | None:
    """Read what stands behind a name whose office is known: «of Tull County», «, of St Bride's,», «(Centre, Tarn)»."""
    low, size = passage.low, passage.size
    if low[name : name + 2] == [",", "of"] and name + 2 < size and passage.is_capital(name + 2):
        end = organisation_end(passage, name + 2)
        closed = end is not None and low[end : end + 1] in ([","], ["."], [])
        return (name + 2, end) if closed and end is not None and not is_place(passage, name + 2, end) else None
    if name + 1 >= size or not passage.is_capital(name + 1):
        return None
    if low[name] == "of":
        end = organisation_end(passage, name + 1)
        return (name + 1, end) if end is not None else None
    if low[name] == "(" and len(passage.words[name + 1].split("-")[0]) == 1:
        return None  # «(D)», «(R-Texas)»
    closing = next((i for i in range(name + 2, min(size, name + 5)) if low[i] in {")", ","}), None)
    if low[name] != "(" or closing is None or low[name + 1] == "independent":
        return None
    return (name + 1, closing) if all(passage.is_capital(i) for i in range(name + 1, closing)) else None
