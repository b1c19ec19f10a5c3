"""Organisations beside an office or a name: «Iran's foreign ministry», «for the Joint Rescue Group», «KRU's»."""

from reader.analysis.draft import Range
from reader.analysis.offices.organisation_names import (
    begins_person,
    is_acronym,
    is_organisation,
    names_body,
    organisation_end,
    without_article,
    without_attribute,
)
from reader.analysis.offices.words import ARTICLES, STOPS, is_head, is_modifier, is_place, names_area
from reader.analysis.phrases import SUBORDINATORS, is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import (
    bodies,
    departments,
    given_names,
    named_bodies,
    nationalities,
    office_class,
    organisation_words,
)

_DEMONYMS = ("ian", "ish", "ese")
"""Endings of the adjectives of countries; those of small and invented ones stand in no list."""
_ORDINALS = ("st", "nd", "rd", "th")
_LONGEST_NAME = 8
"""Tokens of the longest name in front of an office."""
_ORGANISATION_PREPOSITIONS = frozenset({"for", "at", "with", "from", "of"})


def possessor(passage: Passage, last: int) -> Range | None:
    """Read «DAB's Ana Brill», «the Rovers' Ana Brill»: the organisation is the possessor, if no place or person."""
    name = last + 1
    if passage.low[last] == "'":
        last -= 1
        if not passage.low[last].endswith("s"):
            return None  # a closing quotation mark
    start = last
    while start > 0 and passage.is_capital(start - 1) and last - start < 5:
        start -= 1
    if not passage.is_capital(last):
        if passage.low[last].removesuffix("'s") not in organisation_words():
            return None
        start = last
        while start > max(0, last - 2) and _is_attribute(passage, start - 1):
            start -= 1
        return (start, last + 1)
    small = words("adverbs stops prepositions determiners")
    while start <= last and (passage.low[start] in small or _is_no_beginning(passage, start)):
        start += 1
    if start > last or is_place(passage, start, last + 1) or passage.low[last].removesuffix("'s") in given_names():
        return None
    kind = start > 0 and passage.low[start - 1] in bodies()  # «the group Blue Lantern's Ana Brill»
    if not (kind or is_organisation(passage, start, last + 1) or _is_person(passage, name)):
        return None
    return (start, last + 1)


def _is_person(passage: Passage, start: int) -> bool:
    """Tell whether a name begins with a given name, or has one of two syllables behind the surname («Lau Wai-ming»)."""
    if passage.low[start] in given_names():
        return True
    behind = passage.words[start + 1] if start + 1 < passage.size else ""
    syllables = behind.split("-")
    return len(syllables) == 2 and syllables[0].istitle() and syllables[1].isalpha() and syllables[1].islower()


def _is_attribute(passage: Passage, index: int) -> bool:
    """Tell whether a word in small letters can stand in front of «ministry», «camp» as a part of its name."""
    word = passage.low[index]
    if not passage.is_word(index) or passage.is_capital(index) or passage.quote_of[index] >= 0:
        return False
    return word not in words("determiners prepositions stops to_and adverbs") and not is_finite(passage, index)


def organisation_before(passage: Passage, office: int, head: int) -> tuple[Range | None, int]:
    """Return the organisation in front of an office, and where the office begins, whose noun stands at ``head``."""
    low = passage.low
    end = office
    if end > 1 and low[end - 1] == "'" and passage.is_capital(end - 2):
        end -= 1  # «the Rovers' coach»
    if end > 3 and low[end - 1] == ")" and low[end - 3] == "(" and is_acronym(passage, end - 2):
        end -= 3  # «the Karsk Water Board (KWB) director»
    owner = low[end - 1].removesuffix("'s") if end else ""
    if end and owner != low[end - 1] and not passage.is_capital(end - 1) and owner in bodies():
        start = end - 1  # «the smelter workers' union's», «the county council's»
        while start > max(0, end - 4) and _is_attribute(passage, start - 1):
            start -= 1
        return (start, end), office
    small = end > 0 and not passage.is_capital(end - 1) and low[end - 1] in organisation_words()
    if small or names_area(passage, end - 1):
        start, end = _body_in_small_letters(passage, end)
        return (None, start) if end - start == 1 else ((start, end), office)
    start = _run_start(passage, end)
    if end - start == 1 and _is_common_noun(passage, start):
        return None, start  # «Brigade commander»
    body = _body_end(passage, start, office, head)
    if body > office:
        return (start, body), body
    party = end - start > 1 and low[start] in words("no_names")  # «Republican South Carolina Sen.»
    if start >= end or is_place(passage, start, end) or (party and is_place(passage, start + 1, end)):
        return None, office
    bare = not is_organisation(passage, start, end)
    if bare and low[head] == "minister" and "and" in low[start:end]:
        return None, start  # «Water and Irrigation Minister»
    local = low[head] in office_class("candidates trades") or not office_class("local").isdisjoint(
        low[office : office + 3]
    )
    state = low[head] in office_class("bare_owners") and low[end - 1].endswith("'s") and end - start == 1
    if (bare and (local or state)) or is_head(low[start]):
        return None, office
    return (start, end), office


def _run_start(passage: Passage, end: int) -> int:
    """Return where the name begins that ends at ``end``, ``end`` if there is none."""
    low = passage.low
    start = end
    while start > max(0, end - _LONGEST_NAME) and (_can_name(passage, start - 1) or _is_joint(passage, start - 1)):
        start -= 1
        if start + 1 < end and low[start].endswith("'s"):
            start += 1
            break
    while start < end and _is_no_beginning(passage, start):
        start += 1
    begins = start < end and start == passage.sentences[passage.sentence_of[start]][0]
    if begins and low[start] in words("adverbs stops wh") and not is_acronym(passage, start):
        start += 1
    while start < end and _is_demonym(passage, start, end):
        if end - start == 2 and low[start + 1] in organisation_words():
            break  # «European Commission»
        start += 1
    return without_attribute(passage, start, end)


def _is_joint(passage: Passage, index: int) -> bool:
    """Tell whether «and» stands inside a name: «Centres for Disease Control and Prevention», «Health and Safety»."""
    low = passage.low
    if low[index] != "and" or not index or not (passage.is_capital(index - 1) and passage.is_capital(index + 1)):
        return False
    start = index - 1
    while start > max(1, index - _LONGEST_NAME) and passage.is_capital(start - 1):
        start -= 1
    body = start > 1 and low[start - 1] in {"of", "for"} and low[start - 2].rstrip("s") in organisation_words()
    return body or low[index - 1] in departments()


def _is_no_beginning(passage: Passage, index: int) -> bool:
    """Tell whether a word in front of a name is no part of it («the», «former», «Mr», «When»)."""
    word = passage.low[index]
    small = word in ARTICLES or word in office_class("states_of_office styles") or word == "."
    return (small or word in SUBORDINATORS or word in words("prepositions")) and not is_acronym(passage, index)


def _is_common_noun(passage: Passage, index: int) -> bool:
    """Tell whether the noun of a body has its capital letter only from the sentence that it begins."""
    word = passage.low[index]
    begins = index == passage.sentences[passage.sentence_of[index]][0]
    common = begins and word in organisation_words() and word not in named_bodies()
    return common and not (is_acronym(passage, index) or passage.is_capital(index + 1))


def _is_demonym(passage: Passage, start: int, end: int) -> bool:
    word = passage.low[start].removesuffix("'s")
    return word in nationalities() or (end - start == 1 and word == passage.low[start] and word.endswith(_DEMONYMS))


def _body_end(passage: Passage, start: int, office: int, head: int) -> int:
    """Return where the organisation ends that reaches into the words of an office: «Karsk Security Council | chief»."""
    low = passage.low
    first = start if start < office else office
    if (
        low[first] in office_class("levels")
        or not passage.is_capital(first)
        or (first < office and is_head(low[first]))
    ):
        return office
    named = start < office and not is_place(passage, start, office)
    for index in range(head - 1, office - 1, -1):
        local = low[index] in {"police", "fire"} and low[head] not in office_class("voices") and index == head - 1
        if passage.is_capital(index) and low[index] in organisation_words() and (index > office or start < office):
            return office if local else index + 1
    if not named or not passage.is_capital(office) or any(w in office_class("local") for w in low[office : head + 1]):
        return office
    if low[head] in office_class("firm_officers") and _is_firm_name(passage, office, head):
        return head
    # «Tidewell Energy chief executive»: the name ends where the small letters begin
    small = next((i for i in range(office, head + 1) if not (passage.is_capital(i) or _is_joint(passage, i))), office)
    return office if any(is_head(low[i]) or not passage.is_word(i) for i in range(office, small)) else small


def _is_firm_name(passage: Passage, start: int, head: int) -> bool:
    """Tell whether all words before the office of a firm can be its name: «Tidewell | Energy | CEO»."""
    others = office_class("levels states_of_office")
    words_ = passage.low[start:head]
    return all(map(passage.is_capital, range(start, head))) and not any(is_head(w) or w in others for w in words_)


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
    if word == "'" and index and passage.low[index + 1].removesuffix("'s") in organisation_words():
        return passage.low[index - 1].endswith("s") and passage.is_capital(index - 1)  # «Dockers' Union»
    if word in QUOTE_MARKS or word in STOPS or passage.quote_of[index] >= 0:
        return False
    if word[0].isdigit() and word.endswith(_ORDINALS):
        return passage.is_capital(index + 1)  # «14th Mountain Brigade»
    if passage.titled and (word in ARTICLES or is_finite(passage, index)):
        return False
    if passage.is_capital(index):
        small = word in words("subject_pronouns days months stops") or word in {"but", "and", "in", "on", "the"}
        return not small or is_acronym(passage, index)
    if word == "the":
        return passage.low[index - 1] in {"for", "of"} and passage.is_capital(index + 1) if index else False
    return word == "ministry" or (
        word in {"of", "for"} and (passage.is_capital(index + 1) or passage.low[index + 1] == "the")
    )


def organisation_inside(passage: Passage, begin: int, head: int) -> tuple[Range | None, int]:
    """Split «State Department spokesperson» and «USI associate professor» into organisation and office."""
    begin = index = without_attribute(passage, begin, head)
    low = passage.low
    owner = next((i for i in range(begin, head) if low[i].endswith("'s") and not passage.is_capital(i)), None)
    if owner is not None and low[owner].removesuffix("'s") in bodies():
        return (begin, owner + 1), owner + 1
    if owner is not None and owner + 1 < head:
        begin = index = owner + 1  # «the province's health minister»
    body = next(
        (i for i in range(head - 1, begin, -1) if low[i] in organisation_words() and passage.is_capital(i)), None
    )
    if body is not None and passage.is_capital(begin):
        return (begin, body + 1), body + 1
    while index < head and passage.is_capital(index) and not (is_modifier(passage, index) and index > begin):
        index += 1
    if index > begin and index < head and _is_joint(passage, index):
        # «Customs and Border Protection | commissioner»
        index = next((i for i in range(index + 1, head) if not passage.is_capital(i)), head)
    if index > begin and low[head] in office_class("firm_officers") and _is_firm_name(passage, begin, head):
        index = head
    if index == begin or (is_modifier(passage, begin) and not low[index - 1].endswith("'s")):
        return None, begin
    single = low[head] in office_class("bare_owners candidates trades") and index - begin == 1
    if is_place(passage, begin, index) or (single and not is_organisation(passage, begin, index)):
        return None, index
    return (begin, index), index + (low[index] == "'")  # «the Rovers' | coach»


def _body_of_person(passage: Passage, start: int, stop: int) -> Range | None:
    """Return the named body that a name says is a person's: «Orlo's Council of Elders»."""
    owner = next((i for i in range(start, stop) if passage.low[i].endswith("'s")), stop)
    if owner + 1 >= stop or not is_organisation(passage, owner + 1, stop):
        return None
    return (owner + 1, stop)


def organisation_behind(passage: Passage, end: int) -> tuple[Range | None, int]:
    """Return the organisation behind an office («for the Joint Rescue Group»), and where the office ends."""
    low = passage.low
    if end + 1 >= passage.size:
        return None, end
    opposite = low[end - 1] == "counterpart" and low[end] == "in"
    stop = organisation_end(passage, end + 1)
    # «an official in the Ministry of Finance»
    inside = low[end] == "in" and stop is not None and names_body(passage, end + 1, stop)
    inside = inside and stop is not None and passage.is_capital(stop - 1)
    if not (low[end] in _ORGANISATION_PREPOSITIONS or opposite or inside):
        return None, end
    first = end + 2 if low[end + 1] in ARTICLES and end + 2 < passage.size else end + 1
    if begins_person(passage, first):
        body = _body_of_person(passage, first, stop or first)
        return body, end  # «of President Orlo's | Council of Elders», «for Mr. Orlo»
    if low[first] in words("time_nouns"):
        return None, end  # «at the time»
    if opposite and stop is not None:
        return (end + 1, stop), end
    if stop is None or (low[end] != "of" and is_place(passage, end + 1, stop)):
        return None, end
    if low[end] == "from" and not is_organisation(passage, end + 1, stop):
        return None, end  # «a lawyer from Karsk»
    small = not any(passage.is_capital(i) for i in range(end + 1, stop))
    if small and low[end] == "for" and low[stop - 1] not in bodies():
        return None, end
    return without_article(passage, end + 1, stop), end
