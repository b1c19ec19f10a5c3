"""Office titles: what stands right before a name and reads on into it («White House spokesman Ana Brill»)."""

from reader.analysis.offices.complements import CHAIN, PREPOSITIONS, chain_start, read_chain
from reader.analysis.offices.organisation_names import is_acronym
from reader.analysis.offices.organisations import organisation_before, possessor
from reader.analysis.offices.phrases import Post
from reader.analysis.offices.words import is_head, is_rank, office_start
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import office_class, ranks

_PART_OF_OFFICES = frozenset({"officer", "chief"})
"""Ranks that as often end another office («police chief», «press officer»)."""
_POSTS_AND_RANKS = frozenset({"chief", "commander"})
"""Words that are a post if a rank follows."""


def office_before(passage: Passage, name: int) -> Post | None:
    """Read the office right before a name: «Deputy Foreign Minister», «White House spokesman», «DAB's»."""
    low = passage.low
    name = before_styles(passage, name)
    head = name - 1
    if head >= 0 and low[head] == "." and head and low[head - 1] in ranks():
        head -= 1
    if head < 0:
        return None
    if low[head].endswith("'s") or (low[head] == "'" and head):
        owner = possessor(passage, head)
        return Post(None, owner) if owner is not None else None
    post = _with_complement(passage, name)
    if post is not None:
        return post
    if not (is_head(low[head]) or is_rank(passage, head)) or low[head] in office_class("tenures"):
        return None
    if low[head] == "major" and not passage.is_capital(head):
        return None
    start = office_start(passage, head)
    if low[head] in office_class("honours") and start == head > 0 and is_acronym(passage, head - 1):
        return None  # «MV Lady Skerry»
    verb = start and not passage.is_capital(head) and low[start - 1] in words("subject_pronouns auxiliaries")
    if verb and not passage.words[start - 1][1:].isupper():
        return None  # «they host Karsk Rovers»
    end = _rank_start(passage, start, name)
    organisation, start = organisation_before(passage, start, max(start, min(head, end - 1)))
    return Post((start, end), organisation, adjacent=True)


def before_styles(passage: Passage, name: int) -> int:
    """Return where a name begins with the styles before it («Dr. Ana Brill», «the Rt Hon Ana Brill»)."""
    low = passage.low
    while name > 1 and low[name - 1 - (low[name - 1] == ".")] in office_class("styles"):
        name -= 1
    return name


def _rank_start(passage: Passage, start: int, name: int) -> int:
    """Return where the office ends if a rank stands between it and the name: «spokesman Colonel Karl Orlo»."""
    low = passage.low
    end = name
    while end > start and (low[end - 1] == "." or low[end - 1] in office_class("full_ranks ranks")):
        if low[end - 1] in _POSTS_AND_RANKS and low[end] in office_class("forces"):
            return end  # «Army chief | General Ana Brill», «brigade commander | Col. Ana Brill»
        end -= 1
    if end in {start, name} or not is_head(low[end - 1]):
        return name
    general = low[end] == "general" and low[end - 1] in office_class("generals")
    return name if general or low[end] in _PART_OF_OFFICES else end


def _with_complement(passage: Passage, name: int) -> Post | None:
    """Read «the press officer of the district department» and «Secretary of State» before a name or its rank."""
    low, end = passage.low, name
    if PREPOSITIONS.isdisjoint(low[max(0, name - CHAIN) : name]):
        return None
    ranked = office_class("ranks full_ranks")
    while end > 1 and (word := low[end - 1 - (low[end - 1] == ".")]) in ranked and word not in _PART_OF_OFFICES:
        end -= 1
    noun = chain_start(passage, end)
    found = read_chain(passage, noun, end) if noun is not None else None
    if found is None:
        return None
    office, organisation = found
    if noun is not None and office is not None and organisation is None:
        organisation, _ = organisation_before(passage, office[0], noun)  # «UN High Commissioner for Refugees»
    return Post(office, organisation, adjacent=True)
