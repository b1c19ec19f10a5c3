"""What stands behind a reporting verb: its particle, the person told, when and where, and how the content opens."""

from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.phrases import REACH, is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import Cue, cue_verbs, words
from reader.lexicon.offices import organisation_words


class Opening(StrEnum):
    """How the content behind a cue begins."""

    NONE = "none"
    THAT = "that"
    CLAUSE = "clause"
    QUOTE = "quote"
    COLON = "colon"
    WH = "wh"
    INFINITIVE = "to"
    NOUN = "noun"
    PREPOSITION = "preposition"


STRONG = {Opening.THAT, Opening.QUOTE, Opening.CLAUSE, Opening.COLON, Opening.WH}


@dataclass(slots=True)
class Behind:
    """What stands behind a cue."""

    opening: Opening
    start: int
    """First token of the content."""
    cue_end: int
    """Token behind the cue with its particle («pointed out», «called for»)."""


_PARTICLES = {
    "point": {"out"},
    "call": {"out"},
    "lash": {"out"},
    "spell": {"out"},
    "speak": {"out"},
    "write": {"back"},
    "shout": {"back", "out"},
    "chime": {"in"},
    "fire": {"back"},
    "cry": {"out"},
    "cite": set(),
}
_SURE = frozenset({"say", "tell", "note", "argue", "insist", "warn", "assert", "contend", "allege"})
"""Verbs that hardly ever take a bare noun phrase: a clause is believed even where no finite verb is recognised."""
_MEDIA = frozenset(
    {"newspaper", "newspapers", "website", "daily", "weekly", "broadcaster", "reporter", "reporters", "host"}
)


def read_behind(passage: Passage, verb: int, cue: Cue, high: int) -> Behind:
    """Tell what kind of content, if any, stands behind a verb; nothing at or past ``high`` is looked at."""
    low = passage.low
    index = verb + 1
    if index < high and low[index] in _PARTICLES.get(cue.lemma, ()):
        index += 1
    cue_end = index
    takes = cue.takes
    if "object" in takes:
        index = _behind_object(passage, index, high)
    place = _behind_adjuncts(passage, index, high)
    return _classify(passage, verb, index, place, cue, cue_end, high)


def _classify(passage: Passage, verb: int, index: int, place: int, cue: Cue, cue_end: int, high: int) -> Behind:
    low, takes = passage.low, cue.takes
    speaks = not takes.isdisjoint({"clause", "that", "quote", "object", "open"})
    for at in (index, place):
        if at >= high:
            continue
        quote = _quotation_from(passage, at, high)
        if quote is not None and "open" in takes and _is_short(passage, quote):
            return Behind(Opening.NONE, place, cue_end)  # «considers "smart" to be evasive»
        if quote is not None and (speaks or at == cue_end):
            return Behind(Opening.QUOTE, quote, cue_end)
        word = low[at]
        if word == "that" and not takes.isdisjoint({"clause", "that"}) and at + 1 < high:
            if low[at + 1] in words("auxiliaries negations"):
                return Behind(Opening.CLAUSE, at, cue_end)
            return Behind(Opening.THAT, at + 1, cue_end)
        if word == ":" and speaks and at + 1 < high:
            return Behind(Opening.COLON, at + 1, cue_end)
        if word in words("wh") and "wh" in takes and at + 2 < high:
            return Behind(Opening.WH, at, cue_end)
        if word == "not" and low[at + 1 : at + 3] == ["to", "be"] and "about" in takes:
            return Behind(Opening.NONE, place, cue_end)  # «who asked not to be named»
        if word == "not" and low[at + 1 : at + 2] == ["to"] and "to" in takes and at + 2 < high:
            return Behind(Opening.INFINITIVE, at, cue_end)
        if word == "to" and "to" in takes and at + 1 < high and _is_infinitive(passage, at + 1):
            return Behind(Opening.INFINITIVE, at, cue_end)
    if index + 1 < high and low[index] in takes and low[index] != "to":
        return Behind(Opening.PREPOSITION, index + 1, index + 1)
    if index + 1 < high and low[index] == "to" and "toward" in takes:
        return Behind(Opening.PREPOSITION, index + 1, index + 1)
    asserts = not takes.isdisjoint({"clause", "evidence"})
    if (
        asserts
        and place < high
        and _starts_clause(passage, place, high, sure=cue.lemma in _SURE and passage.low[verb] != "warning")
    ):
        return Behind(Opening.CLAUSE, place, cue_end)
    if (
        not takes.isdisjoint({"noun", "named"})
        and index < high
        and (_starts_noun(passage, index) or (low[index] == "what" and "named" in takes))
    ):
        return Behind(Opening.NOUN, index, cue_end)
    return Behind(Opening.NONE, place, cue_end)


def _is_short(passage: Passage, quote: int) -> bool:
    start, end = passage.quotations[passage.quote_of[quote]]
    return end - start < _SHORTEST_SPEECH


_SHORTEST_SPEECH = 5
"""Tokens of a quotation, marks included, behind a verb that does not always report."""


def _is_infinitive(passage: Passage, index: int) -> bool:
    """Tell whether the word behind «to» can be a verb."""
    word = passage.low[index]
    return not (passage.is_capital(index) or word.endswith("ing") or word in words("determiners pronouns"))


def _quotation_from(passage: Passage, index: int, high: int) -> int | None:
    """Return the first token of a quotation that begins here, at most a comma or colon away."""
    at = index
    while at < high and at < index + 2 and passage.low[at] in {",", ":"}:
        at += 1
    if at < high and passage.quote_of[at] >= 0 and passage.quotations[passage.quote_of[at]][0] == at:
        return at
    return None


def _behind_object(passage: Passage, index: int, high: int) -> int:
    """Return the token behind the person told («reporters», «The Daily Globe», «CNN's Ana Brill»)."""
    low = passage.low
    if index >= high or low[index] in {"that", "not"} or passage.quote_of[index] >= 0:
        return index
    if low[index] in words("object_pronouns"):
        subject = low[index] in {"it", "you"} and index + 1 < high and is_finite(passage, index + 1)
        return index if subject else index + 1
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
    return not named and passage.is_capital(at) and before != "of"


def _behind_adjuncts(passage: Passage, index: int, high: int) -> int:
    """Return the token behind what tells when and where something was said («Thursday», «in a statement»)."""
    low = passage.low
    limit = min(high, index + REACH)
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
        elif word in words("months") and index + 1 < limit and passage.is_capital(index):
            index += 1
            while index < limit and (low[index].isdigit() or low[index] == "."):
                index += 1
        elif word in words("prepositions"):
            behind = _behind_phrase(passage, index, limit)
            if behind is None:
                break
            index = behind
        elif word == "," and (aside := _behind_citing(passage, index, limit)) is not None:
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


_CITING = frozenset({"citing", "quoting", "referring", "attributing", "crediting"})


def _behind_citing(passage: Passage, comma: int, limit: int) -> int | None:
    """Return the "that" behind «, citing the Daily Lantern,», None if no such aside stands here."""
    low = passage.low
    if comma + 3 >= limit or low[comma + 1] not in _CITING:
        return None
    for at in range(comma + 2, min(limit, comma + 16) - 1):
        if passage.quote_of[at] >= 0 or low[at] == "that":
            return None
        if low[at] == ",":
            return at + 1 if low[at + 1] == "that" else None
    return None


def _is_adverb(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if word in words("days adverbs"):
        return word not in {"all", "both", "one", "only", "even", "just"}
    return word.endswith("ly") and len(word) > 4 and not passage.is_capital(index)


def _names_time(passage: Passage, index: int, limit: int) -> bool:
    return any(passage.low[i] in words("time_nouns days months") for i in range(index + 1, min(limit, index + 3)))


def _behind_phrase(passage: Passage, index: int, limit: int) -> int | None:
    """Return the token behind a prepositional phrase after a verb of saying, None if it is no setting."""
    low = passage.low
    that = None
    for at in range(index + 1, limit):
        word = low[at]
        if passage.quote_of[at] >= 0:
            return at if at > index + 1 and low[at - 1] in {",", ":"} else None
        if word == "that":
            that = at
            break
        if word == ":":
            return at
        if word == "," and _is_inner_comma(passage, at, limit):
            continue
        noun = word in words("setting_nouns") or low[at - 1] in words("determiners")
        if word in {";", ".", ","} or (word in cue_verbs() and not noun):
            break
        if word in words("auxiliaries subject_pronouns") and word != "'s":
            break
    if that is not None:
        return that
    for at in range(index + 1, min(limit, index + 8)):
        word = low[at]
        if word in words("setting_nouns days time_nouns months") or (word.isdigit() and at == index + 2):
            at += 1
            while at < limit and (low[at] in words("setting_nouns") or low[at].isdigit()):
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


_CLAUSE_ENDS = frozenset({"who", "which", "that", "because", "when", "after", "before", "while", "as", "if"})
"""Words that end the search for the verb of a bare clause: a verb behind them is that of another clause."""


def _starts_clause(passage: Passage, index: int, high: int, *, sure: bool) -> bool:
    """Tell whether a bare clause begins here: a noun-like start and a finite verb behind it."""
    low = passage.low
    word = low[index]
    if not passage.is_word(index) and passage.quote_of[index] < 0 and word not in {"$", "#", "@"}:
        return False
    if word in words("prepositions") and word not in {"under", "despite", "in", "at", "after", "with", "for", "about"}:
        return False
    if word in {"and", "or", "but", "to", "as", "than"}:
        return False
    if sure and word in {"yes", "no"}:
        return True
    if word.split("'")[0] in {"he", "she", "they", "we", "i", "there"} or (
        "'" in word and word.split("'")[0] in {"it", "that", "you"}
    ):
        return True
    limit = min(high, index + 40)
    if word == "it" and index + 1 < limit and low[index + 1].endswith("s"):
        return True
    for at in range(index + 1, limit):
        if is_finite(passage, at) or low[at].endswith(("n't", "'s", "'re", "'ll")):
            return True
        if not sure and low[at] in _CLAUSE_ENDS:
            return False
        if low[at] == ";":
            break
    return sure and limit - index > 4


def _starts_noun(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if passage.quote_of[index] >= 0:
        return True
    if word in words("prepositions wh adverbs") or word in {"and", "or", "but", "to", "as", "than", "that"}:
        return False
    return passage.is_word(index)
