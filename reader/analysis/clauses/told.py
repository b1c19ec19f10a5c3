"""The person told: «told | reporters | that C», «told | the Lantern's Ana Brill | C»."""

from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import organisation_words

_MEDIA = frozenset(
    {"newspaper", "newspapers", "website", "daily", "weekly", "broadcaster", "reporter", "reporters", "host"}
)


def behind_object(passage: Passage, index: int, high: int) -> int:
    """Return the token behind the person told («reporters», «The Daily Globe», «CNN's Ana Brill»)."""
    low = passage.low
    if index >= high or low[index] in {"that", "not", "on", "in", "at", "during"} or passage.quote_of[index] >= 0:
        return index
    if low[index] == "her" and (owned := _to_behind(passage, index + 1, high)) is not None:
        return owned  # «urged her neighbours to leave»
    if low[index] in words("object_pronouns"):
        subject = low[index] in {"it", "you"} and index + 1 < high and is_finite(passage, index + 1)
        return index if subject else index + 1
    clause = _that_behind(passage, index, high)
    if clause is not None:
        return clause
    at = index
    if low[at] in words("determiners") and low[at] not in {"this", "that", "these", "those"}:
        at += 1
    begin = at
    limit = min(high, at + 20)
    while at < limit:
        word = low[at]
        if passage.quote_of[at] >= 0 and low[at - 1].endswith("'s"):
            # «told KXL's "Morning Hour" that C»: the title of a broadcast
            at = passage.quotations[passage.quote_of[at]][1]
            continue
        if passage.quote_of[at] >= 0 or word in {",", ":", ";", "that", "to", "—", "–"} or word in words("wh"):
            break
        if at > begin and _leaves_object(passage, begin, at):
            break
        if at > begin and word == "not" and low[at + 1 : at + 2] == ["to"]:
            break
        if at > begin and is_finite(passage, at):
            return index
        at += 1
    return at


def _that_behind(passage: Passage, index: int, high: int) -> int | None:
    """Return the «that» behind a person told of any form («told rival site Lantern that C»), None if there is none."""
    for at in range(index + 1, min(high, index + 10)):
        word = passage.low[at]
        if word == "that" and at + 1 < high and not is_finite(passage, at + 1):
            return at
        if passage.quote_of[at] >= 0 or word in {",", ";", ":", "to", "about", "for"} or is_finite(passage, at):
            return None
    return None


def _to_behind(passage: Passage, start: int, high: int) -> int | None:
    """Return the «to» behind a phrase of nouns that begins at ``start``, None if another word ends the phrase."""
    for at in range(start, min(high - 1, start + _LONGEST_NAMED)):
        word = passage.low[at]
        if word == "to":
            plain = not passage.is_capital(at + 1) and passage.low[at + 1] not in words("determiners pronouns")
            return at if at > start and plain else None
        if not passage.is_word(at) or word in words("stops prepositions pronouns wh days adverbs determiners"):
            return None
        if is_finite(passage, at):
            return None
    return None


_LONGEST_NAMED = 7
"""Tokens of a phrase such as «candidate Ana Brill»."""


def _leaves_object(passage: Passage, begin: int, at: int) -> bool:
    """Tell whether a token no longer belongs to the person told, whose name or noun begins at ``begin``."""
    word, before = passage.low[at], passage.low[at - 1]
    if word in words("days prepositions subject_pronouns"):
        return word != "of" and not (word == "for" and passage.is_capital(at - 1))
    if word in words("determiners") and before not in {"of", "'s"}:
        return True
    named = passage.is_capital(begin)
    if named and not passage.is_capital(at) and word not in {"of", "'s", "and", "for", "the"}:
        return not (before.endswith("'s") or at == begin + 1 or word in organisation_words() or word in _MEDIA)
    if named or not passage.is_capital(at) or before == "of" or passage.is_capital(at - 1):
        return False
    return _to_behind(passage, at, len(passage)) is None  # «asked candidate Ana Brill to leave»
