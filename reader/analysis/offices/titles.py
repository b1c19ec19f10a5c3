"""Office titles: what stands right before a name and reads on into it («White House spokesman Ana Brill»)."""

from reader.analysis.offices.organisation_names import without_article
from reader.analysis.offices.organisations import organisation_before, possessor
from reader.analysis.offices.phrases import REACH, Post
from reader.analysis.offices.words import ARTICLES, DEPARTMENTS, STOPS, is_head, is_modifier, is_place, office_start
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import bodies, office_class, organisation_words, ranks

_FIELD_WORDS = frozenset({"of", "for"})
_SMALL = frozenset({"and", "of", "for", "the"})
"""Words in small letters inside «Minister of Trade and Industry», «Secretary of the Treasury»."""


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
    if (not is_head(low[head]) and low[head] not in ranks()) or low[head] in office_class("tenures"):
        return None
    if low[head] == "major" and not passage.is_capital(head):
        return None
    start = office_start(passage, head)
    verb = start and not passage.is_capital(head) and low[start - 1] in words("subject_pronouns auxiliaries")
    if verb and not passage.words[start - 1][1:].isupper():
        return None  # «they host Karsk Rovers»
    end = _rank_start(passage, start, name)
    organisation, start = organisation_before(passage, start, max(start, min(head, end - 1)))
    return Post((start, end), organisation, adjacent=True)


def _rank_start(passage: Passage, start: int, name: int) -> int:
    """Return where the office ends if a rank stands between it and the name: «spokesman Colonel Karl Orlo»."""
    low = passage.low
    end = name
    while end > start and (low[end - 1] == "." or low[end - 1] in office_class("full_ranks ranks")):
        end -= 1
    if end in {start, name} or not is_head(low[end - 1]):
        return name
    general = low[end] == "general" and low[end - 1] not in office_class("voices")
    return name if general or low[end] in {"officer", "chief"} else end


def _of_office(passage: Passage, name: int) -> Post | None:
    """Read «Secretary of State» and «Minister of Health» before a name."""
    low = passage.low
    if _FIELD_WORDS.isdisjoint(low[max(0, name - 6) : name - 1]):
        return None
    for of in range(name - 2, max(0, name - 6), -1):
        titled = low[of] in _FIELD_WORDS and is_head(low[of - 1]) and passage.is_capital(of - 1)
        fields = of + 1 < name and all(passage.is_capital(i) or low[i] in _SMALL for i in range(of + 1, name))
        bare = low[of] == "for" and DEPARTMENTS.isdisjoint(low[of + 1 : name])
        body = bare or low[name - 1] in _SMALL or not organisation_words().isdisjoint(low[of + 1 : name])
        if titled and fields and not body:
            country = next((i for i in range(of + 2, name) if low[i] == "of"), name)
            return Post((office_start(passage, of - 1), country), None, adjacent=True)
        if not (passage.is_capital(of) or low[of] in _SMALL):
            break
    return None


def _of_body(passage: Passage, name: int) -> Post | None:
    """Read «the press officer of the district department Ana Brill»: no comma stands between body and name."""
    low = passage.low
    if "of" not in low[max(0, name - REACH) : name - 1]:
        return None
    body = low[name - 1] in bodies() or low[name - 1] in DEPARTMENTS
    if (passage.is_capital(name - 1) and not body) or not low[name - 1].isalpha() or is_head(low[name - 1]):
        return None
    if low[name - 1] in ARTICLES or low[name - 1] in _SMALL:
        return None
    for of in range(name - 2, max(0, name - REACH), -1):
        word = low[of]
        if word == "of" and is_head(low[of - 1]):
            start = office_start(passage, of - 1)
            begins = start == passage.sentences[passage.sentence_of[start]][0]
            framed = begins or low[start - 1] in ARTICLES or (body and passage.is_capital(start))
            return Post((start, of), without_article(passage, of + 1, name), adjacent=True) if framed else None
        if word in STOPS or word in QUOTE_MARKS or is_finite(passage, of) or word in words("prepositions stops"):
            return None
    return None


def title_end(passage: Passage, start: int, end: int) -> int:
    """Return where the name begins in a capitalised run behind «of»: «(commander) of the Air Force | Ana Brill»."""
    low = passage.low
    of = start - 1
    if of > 0 and low[of] == "the":
        of -= 1
    if of < 1 or low[of] not in {"of", "for"}:
        return start
    name = start
    # «(Minister of Foreign Affairs) of Varnia | Ana Brill»
    if name < end - 3 and is_place(passage, name, name + 2):
        name += 2
    elif name < end - 2 and (is_place(passage, name, name + 1) or low[of - 1] in DEPARTMENTS):
        name += 1
    if not is_head(low[of - 1]):
        return name
    for index in range(start, end):
        field = low[index] in DEPARTMENTS or is_modifier(passage, index)
        if low[index] in organisation_words() or (field and index == name):
            name = index + 1
    return name
