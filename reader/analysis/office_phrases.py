"""Office phrases: «deputy head of the service», «head of communications for Y», before or behind a name."""

from dataclasses import dataclass

from reader.analysis.draft import Range
from reader.analysis.office_words import ARTICLES, STOPS, is_field, is_head, is_modifier, is_place
from reader.analysis.organisations import (
    names_body,
    organisation_before,
    organisation_behind,
    organisation_end,
    organisation_inside,
    possessor,
    without_article,
)
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, organisation_words, ranks

REACH = 9
_LEADING = frozenset({"chairs", "chaired", "heads", "headed", "leads", "led", "runs", "directs"})
"""Verbs that tell an office without naming it («who chairs the board»)."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a text says a person is."""

    office: Range | None
    organisation: Range | None
    adjacent: bool = False
    """The office stands right before the name, as part of it."""


def office_before(passage: Passage, name: int) -> Post | None:
    """Read the office right before a name: «Deputy Foreign Minister», «White House spokesman», «DAB's»."""
    low = passage.low
    head = name - 1
    if head >= 0 and low[head] == "." and head and low[head - 1] in ranks():
        head -= 1
    if head < 0:
        return None
    if low[head].endswith("'s") or (low[head] == "'" and head):
        owner = possessor(passage, head)
        return Post(None, owner) if owner is not None else None
    post = _of_office(passage, name) or _of_body(passage, name)
    if post is not None:
        return post
    if not is_head(low[head]) and low[head] not in ranks():
        return None
    start = head
    while start > max(0, head - REACH):
        word = low[start - 1]
        joins = word in {"and", "&", "-"} and start > 1 and (is_modifier(passage, start - 2) or is_head(low[start - 2]))
        if not (is_modifier(passage, start - 1) or (is_head(word) and word not in ranks()) or joins):
            break
        start -= 1
    organisation, start = organisation_before(passage, start)
    return Post((start, name), organisation, adjacent=True)


def _of_office(passage: Passage, name: int) -> Post | None:
    """Read «Secretary of State» and «Minister of Health» before a name."""
    low = passage.low
    for of in range(name - 2, max(0, name - 6), -1):
        titled = low[of] == "of" and is_head(low[of - 1]) and passage.is_capital(of - 1)
        if titled and of + 1 < name and all(passage.is_capital(i) for i in range(of + 1, name)):
            start = of - 1
            while start > 0 and is_modifier(passage, start - 1):
                start -= 1
            return Post((start, name), None, adjacent=True)
        if not passage.is_capital(of):
            break
    return None


def _of_body(passage: Passage, name: int) -> Post | None:
    """Read «the press officer of the district department Ana Brill»: no comma stands between body and name."""
    low = passage.low
    if passage.is_capital(name - 1) or not low[name - 1].isalpha() or is_head(low[name - 1]):
        return None
    for of in range(name - 2, max(0, name - REACH), -1):
        word = low[of]
        if word == "of" and is_head(low[of - 1]):
            start = of - 1
            while start > 0 and is_modifier(passage, start - 1):
                start -= 1
            framed = start > 0 and low[start - 1] in ARTICLES
            return Post((start, of), without_article(passage, of + 1, name), adjacent=True) if framed else None
        if word in STOPS or word in QUOTE_MARKS or is_finite(passage, of) or word in words("prepositions stops"):
            return None
    return None


def office_after(passage: Passage, name: int) -> Post | None:
    """Read the apposition behind a name: «, 45, head of communications for Ukraine's Joint Forces Group,»."""
    low, size = passage.low, len(passage)
    if name >= size:
        return None
    of = name + 1 if low[name] == "," else name
    if of < size and low[of] in {"of", "from"}:
        end = organisation_end(passage, of + 1)
        if end is not None and names_body(passage, of + 1, end):
            return Post(None, without_article(passage, of + 1, end))
        return None
    if low[name] not in {",", "(", "—", "–"}:
        return None
    at = name + 1
    if at + 1 < size and low[at].isdigit() and low[at + 1] == ",":
        at += 2
    if at + 2 < size and low[at] == "who":
        if low[at + 1] in _LEADING:
            end = organisation_end(passage, at + 2)
            named = end is not None and (
                any(passage.is_capital(i) for i in range(at + 2, end)) or low[end - 1] in organisation_words()
            )
            return Post(None, without_article(passage, at + 2, end)) if named and end is not None else None
        at += 2 if low[at + 1] in {"is", "was"} else 0
    return _read_office(passage, at)


def _read_office(passage: Passage, at: int) -> Post | None:
    """Read an office phrase that begins at ``at``."""
    low, size = passage.low, len(passage)
    begin = at
    while begin < size and low[begin] in ARTICLES:
        begin += 1
    head = None
    for index in range(begin, min(size, begin + REACH)):
        word = low[index]
        if (
            word in STOPS
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
    organisation, start = organisation_inside(passage, begin, head)
    end = _office_end(passage, head + 1)
    if organisation is None:
        organisation, end = organisation_behind(passage, end)
    return Post((start, end), organisation)


def _last_head(passage: Passage, head: int) -> int:
    """Return the last noun of «chief financial officer», «deputy director general»."""
    index = head + 1
    while index < len(passage) and index < head + 4:
        if is_head(passage.low[index]):
            head = index
        elif not is_modifier(passage, index):
            break
        index += 1
    return head


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
            if any(passage.is_capital(i) for i in range(end + 1, stop)) and not is_place(passage, end + 1, stop):
                return end
            if word == "of" and low[end + 1] == "the" and low[stop - 1] in acting_bodies():
                return end
            if stop == end + 1:
                return end
            end = stop
        elif end + 1 < size and is_field(word, low[end - 1], low[end + 1]):
            end += 2
        elif word == "of" and end + 1 < size:
            stop = _phrase_stop(passage, end + 1)
            if not is_place(passage, end + 1, stop):
                return end
            end = stop
        elif word == "at" and low[end + 1 : end + 2] == ["large"]:
            end += 2
        else:
            return end
    return end


def _phrase_stop(passage: Passage, start: int) -> int:
    low = passage.low
    index = start
    while index < len(passage) and index < start + REACH:
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
    for index in range(comma - 1, max(-1, comma - 12), -1):
        word = low[index]
        if word in STOPS or word in QUOTE_MARKS or is_finite(passage, index) or word in {"who", "which", "that"}:
            return None
        if is_head(word):
            start = index
            while start > 0 and (is_modifier(passage, start - 1) or low[start - 1] == "and"):
                start -= 1
            framed = start > 0 and (
                low[start - 1] in ARTICLES or low[start - 1].endswith(("'s", "'")) or passage.is_capital(start - 1)
            )
            if not framed and not passage.is_capital(start):
                return None
            organisation, start = organisation_before(passage, start)
            end = _office_end(passage, index + 1)
            if organisation is None:
                organisation, end = organisation_behind(passage, end)
            if end > comma or (organisation is not None and organisation[1] > comma):
                return None
            return Post((start, end), organisation)
    return None


def organisation_after(passage: Passage, name: int) -> Range | None:
    """Read what stands behind a name whose office is known: «of Tull County», «(Centre)»."""
    low, size = passage.low, len(passage)
    if name + 1 >= size or not passage.is_capital(name + 1):
        return None
    if low[name] == "of":
        end = organisation_end(passage, name + 1)
        return (name + 1, end) if end is not None else None
    closing = next((i for i in range(name + 2, min(size, name + 5)) if low[i] == ")"), None)
    if low[name] != "(" or closing is None:
        return None
    return (name + 1, closing) if all(passage.is_capital(i) for i in range(name + 1, closing)) else None
