"""Lists of people behind one office in the plural: «Senators Ana Brill and Karl Orlo», «the judges, A, B and C»."""

from collections.abc import Container, Mapping, Sequence

from reader.analysis.draft import Range
from reader.analysis.offices.organisation_names import is_body_word, organisation_end, without_article
from reader.analysis.offices.organisations import organisation_before
from reader.analysis.offices.people import Mention
from reader.analysis.offices.phrases import Post, read_office
from reader.analysis.offices.words import is_head, is_place, office_start, plural_heads, singular
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import nationalities, office_class, places
from reader.text.commonwords import COMMON_WORDS

_REACH = 8
"""Tokens from a list to the office behind it."""
_LONGEST = 20
"""People of the longest list."""


def share_offices(passage: Passage, number: int, mentions: list[Mention]) -> list[Mention]:
    """Return mentions, each person of a list with the office in the plural before it, and with bare surnames added.

    Where each has a body of their own, from the first on, they keep those alone, as GUM annotates it.
    """
    if plural_heads().isdisjoint(passage.low):
        return mentions
    at = {mention.tokens[0]: mention for mention in mentions}
    for head in passage.places_of(plural_heads()):
        first = head + 1
        while first < passage.size and passage.low[first] in {".", ","} and first < head + 3:
            first += 1
        surnamed = singular(passage.low[head]) in office_class("surnamed")
        members = _members(passage, number, first, at, surnames=surnamed and first == head + 1)
        if len(members) < 2 and _share_behind(passage, head, mentions):
            continue
        if len(members) < 2 or not (surnamed or any(member.sure for member in members)):
            continue  # «Leaders Karsk Rovers and Tarn United»
        start = office_start(passage, head)
        organisation, start = organisation_before(passage, start, head)
        apart = members[0].post is not None
        bodies = [_own_body(passage, member, at, place=not apart) for member in members]
        shared = organisation or (None if any(bodies[:-1]) else bodies[-1])
        for member, own in zip(members, bodies, strict=True):
            if member.post is None or not apart:
                office = None if apart and own is not None else (start, head + 1)
                member.post, member.sure = Post(office, own or shared, adjacent=True), True
            at[member.tokens[0]] = member
    return sorted(at.values(), key=_begin)


def _share_behind(passage: Passage, head: int, mentions: Sequence[Mention]) -> bool:
    """Give the people of «Ana Brill and Karl Orlo, doctors at Tarn Hospital,» their office; tell whether there are."""
    comma = next((i for i in range(head - 1, max(0, head - _REACH), -1) if passage.low[i] == ","), None)
    last = next((m for m in mentions if m.tokens[1] == comma), None)
    if comma is None or last is None or passage.low[last.tokens[0] - 1] not in {"and", "&"}:
        return False
    members = [last]
    ends = {m.tokens[1]: m for m in mentions}
    place = last.tokens[0] - 1
    while place in ends and len(members) < _LONGEST:
        members.append(ends[place])
        place = members[-1].tokens[0] - 1
        if passage.low[place] != ",":
            break
    if len(members) < 2 or not any(member.sure for member in members):
        return False
    post = read_office(passage, comma + 1, head)
    for member in members:
        if post is not None and member.post is None:
            member.post, member.sure = post, True
    return post is not None


def _begin(mention: Mention) -> int:
    return mention.tokens[0]


def _members(passage: Passage, number: int, first: int, at: Mapping[int, Mention], *, surnames: bool) -> list[Mention]:
    """Return the people of the list that begins at a token; bare surnames only right behind the office."""
    members: list[Mention] = []
    place = first
    while len(members) < _LONGEST and place < passage.size:
        mention = at.get(place)
        if mention is None and surnames and _is_surname(passage, place):
            mention = Mention(number, (place, place + 1), passage.words[place].removesuffix("'s"), 1)
        if mention is None:
            break
        members.append(mention)
        behind = _behind(passage, mention.tokens[1], at)
        place = behind + (passage.low[behind : behind + 1] == [","])
        place += passage.low[place : place + 1] in (["and"], ["&"])
        if place == behind:
            break
    return members


def _own_body(passage: Passage, member: Mention, at: Container[int], *, place: bool) -> Range | None:
    """Return what stands behind a member of a list with «of»; a mere place only if ``place`` says so."""
    end = member.tokens[1]
    stop = _behind(passage, end, at)
    if stop <= end + 1 or passage.low[end] == "(" or (is_place(passage, end + 1, stop) and not place):
        return None
    return without_article(passage, end + 1, stop)


def _behind(passage: Passage, end: int, at: Container[int]) -> int:
    """Return where the words end that tell where a member of a list is from («of Ohio», «(Centre)»)."""
    low = passage.low
    if low[end : end + 1] == ["("]:
        return next((i + 1 for i in range(end + 1, min(len(low), end + 5)) if low[i] == ")"), end)
    if low[end : end + 1] not in (["of"], ["from"]):
        return end
    stop = organisation_end(passage, end + 1) or end
    name = next((i for i in range(end + 2, stop) if i in at), stop + 1)  # «of Ohio and | Karl Orlo»
    return name - 1


def _is_surname(passage: Passage, index: int) -> bool:
    """Tell whether a capitalised word that stands alone can be a surname."""
    word = passage.low[index].removesuffix("'s")
    if not passage.is_capital(index) or (index + 1 < passage.size and passage.is_capital(index + 1)):
        return False
    named = word in COMMON_WORDS or word in places() or word in nationalities() or word in words("days months no_names")
    return word.isalpha() and not (named or is_body_word(word) or is_head(word) or word in plural_heads())
