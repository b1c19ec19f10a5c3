"""Adjuncts of a saying: when, where and how it was said («on Thursday», «in a statement», «ten days ago»)."""

from reader.analysis.phrases import REACH
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs, words


def behind_adjuncts(passage: Passage, index: int, high: int) -> int:
    """Return the token behind what tells when and where something was said («Thursday», «in a statement»)."""
    low = passage.low
    limit = min(high, index + REACH)
    if index + 2 < limit and low[index] == "only" and _names_time(passage, index, limit):
        index += 1  # «said only last week»
    while index < limit:
        word = low[index]
        if passage.quote_of[index] >= 0:
            break
        if _is_adverb(passage, index):
            index += (
                2
                if low[index] in words("days") and low[index + 1 : index + 2] and low[index + 1] in words("time_nouns")
                else 1
            )
        elif word in {"last", "this", "earlier", "next", "late", "early"} and _names_time(passage, index, limit):
            index += 2
            if index < limit and low[index] in words("time_nouns"):
                index += 1
        elif word == "that" and is_that_day(passage, index):
            index += 2
        elif (ago := behind_ago(passage, index)) is not None:
            index = ago
        elif word in words("months") and index + 1 < limit and passage.is_capital(index):
            index += 1
            while index < limit and (low[index].isdigit() or low[index] == "."):
                index += 1
        elif word in words("prepositions"):
            behind = _behind_phrase(passage, index, limit)
            if behind is None:
                break
            index = behind
        elif word == "," and (aside := _behind_aside(passage, index, limit)) is not None:
            index = aside
        elif word == "," and low[index + 2 : index + 3] == [","] and low[index + 1] in {"however", "too", "meanwhile"}:
            index += 3
        elif word == "," and low[index + 1 : index + 4] in (
            ["for", "example", ","],
            ["for", "instance", ","],
            ["in", "part", ","],
        ):
            index += 4
        else:
            break
    return min(index, high)


def _behind_aside(passage: Passage, comma: int, limit: int) -> int | None:
    """Return the "that" behind «, citing the Daily Lantern,» or «, among other things,», None without one."""
    low = passage.low
    for at in range(comma + 2, min(limit, comma + _LONGEST_ASIDE) - 1):
        if passage.quote_of[at] >= 0 or low[at] in _CUTTING:
            return None
        if low[at] == ",":
            return at + 1 if low[at + 1] == "that" else None
    return None


_LONGEST_ASIDE = 16
_CUTTING = frozenset({"that", "and", "but", ":", ";"})
"""Words that no aside behind a verb of saying holds."""


def _is_adverb(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if word in words("days adverbs"):
        return word not in {"all", "both", "one", "only", "even", "just"}
    return word.endswith("ly") and len(word) > 4 and not passage.is_capital(index)


def _names_time(passage: Passage, index: int, limit: int) -> bool:
    return any(passage.low[i] in words("time_nouns days months") for i in range(index + 1, min(limit, index + 3)))


def is_that_day(passage: Passage, index: int) -> bool:
    """Tell whether «that» only names a time: «tweeted that morning», not «said that weekend trains would run»."""
    at = index + 2
    if passage.low[index] != "that" or at > passage.size or passage.low[index + 1] not in words("time_nouns"):
        return False
    if at == passage.size or not passage.low[at].isalpha() or passage.is_capital(at):
        return True
    return (
        passage.low[at] in words("stops prepositions determiners pronouns wh days") or passage.low[at] in _BEHIND_TIME
    )


_BEHIND_TIME = frozenset({"and", "there"})


def behind_ago(passage: Passage, index: int) -> int | None:
    """Return the token behind «ten days ago», «a year earlier», None if no such time stands here."""
    behind = passage.low[index + 1 : index + 4]
    if _AGO.isdisjoint(behind):
        return None
    at = next(at for at, word in enumerate(behind, start=index + 1) if word in _AGO)
    return at + 1 if passage.low[at - 1] in words("time_nouns") else None


_AGO = frozenset({"ago", "earlier", "later"})


def _behind_phrase(passage: Passage, index: int, limit: int) -> int | None:
    """Return the token behind a prepositional phrase after a verb of saying, None if it is no setting."""
    low = passage.low
    that = None
    for at in range(index + 1, limit):
        word = low[at]
        if passage.quote_of[at] >= 0:
            return at if at > index + 1 and low[at - 1] in {",", ":"} else None
        if word == "that" and (low[at - 1] in {"before", "after"} or low[at - 1] not in words("prepositions")):
            that = at
            break
        if word == ":":
            return at
        if word == "," and _is_inner_comma(passage, at, limit):
            continue
        if word in {";", ".", ","}:
            break
        if word in cue_verbs() and word not in words("setting_nouns") and low[at - 1] not in words("determiners"):
            break
        if word in words("auxiliaries subject_pronouns") and word != "'s":
            break
    if that is not None:
        return that
    for at in range(index + 1, min(limit, index + 8)):
        word = low[at]
        if low[at - 1] == "to" and word in cue_verbs():
            return None  # «has written to say that C»
        if word in words("setting_nouns days time_nouns months") or (word.isdigit() and at == index + 2):
            at += 1
            while at < limit and (low[at] in words("setting_nouns time_nouns") or low[at].isdigit()):
                at += 1
            return at
        if word in {",", "and"} or word in words("subject_pronouns"):
            return None
    return None


def _is_inner_comma(passage: Passage, comma: int, limit: int) -> bool:
    """Tell whether a comma stands before a quotation or amid a place («said in Karsk, Ohio, that C»)."""
    if comma + 2 >= limit:
        return False
    if passage.quote_of[comma + 1] >= 0:
        return True
    return passage.is_capital(comma + 1) and passage.low[comma + 2] in {",", "that"}
