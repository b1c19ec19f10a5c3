"""What stands behind a reporting verb: its particle, the person told, when and where, and how the content opens."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reader.analysis.clauses.adjuncts import behind_adjuncts, behind_ago, is_that_day
from reader.analysis.clauses.told import behind_object
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import Cue, words


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


STRONG = frozenset({Opening.THAT, Opening.QUOTE, Opening.CLAUSE, Opening.COLON, Opening.WH})
MARKED = frozenset({Opening.QUOTE, Opening.COLON})
"""A mark opens the content."""
TOPICAL = frozenset({Opening.NOUN, Opening.PREPOSITION})
"""The content is a phrase: what is spoken about, no clause."""


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
_ASKED_FOR = frozenset({"for"})
_TOPICS = frozenset({"for", "about", "against"})
"""Prepositions behind which stands what is said, not whom it is said to («warned about a flood»)."""
_SURE = frozenset({"say", "tell", "note", "argue", "insist", "warn", "assert", "contend", "allege"})
"""Verbs that hardly ever take a bare noun phrase: a clause is believed even where no finite verb is recognised."""


def read_behind(passage: Passage, verb: int, cue: Cue, high: int) -> Behind:
    """Tell what kind of content, if any, stands behind a verb; nothing at or past ``high`` is looked at."""
    low = passage.low
    index = verb + 1
    if index < high and low[index] in _PARTICLES.get(cue.lemma, ()):
        index += 1
    cue_end = index
    takes = cue.takes
    topics = _TOPICS if cue.lemma != "ask" else _ASKED_FOR
    if "object" in takes and (index >= high or low[index] not in takes & topics):
        index = behind_object(passage, index, high)
    place = behind_adjuncts(passage, index, high)
    return _classify(passage, verb, index, place, cue, cue_end, high)


def _classify(passage: Passage, verb: int, index: int, place: int, cue: Cue, cue_end: int, high: int) -> Behind:
    low, takes = passage.low, cue.takes
    places = (index,) if index == place else (index, place)
    for at in places:
        found = _opening_at(passage, at, cue, cue_end, high) if at < high else None
        if found is not None:
            return found if found.opening is not Opening.NONE else Behind(Opening.NONE, place, cue_end)
    for at in places:
        governed = at + 1 < high and low[at] in takes and low[at] != "to"
        if governed and low[at + 1] not in words("days months time_nouns setting_nouns"):
            return Behind(Opening.PREPOSITION, at + 1, at + 1 if at == index else cue_end)
    if index + 1 < high and low[index] == "to" and "toward" in takes:
        return Behind(Opening.PREPOSITION, index + 1, index + 1)
    return _clause_or_noun(passage, verb, index, place, cue, cue_end, high)


_SPEAKING = frozenset({"clause", "that", "quote", "object", "open"})
_ASSERTING = frozenset({"clause", "evidence"})
_NAMING = frozenset({"noun", "named"})
_GIVING = frozenset({"noun", "object"})
"""What verbs take before which kind of content."""


def _opening_at(passage: Passage, at: int, cue: Cue, cue_end: int, high: int) -> Behind | None:
    """Return the content that a mark or a small word opens at a token; NONE if it tells that nothing follows."""
    low, takes = passage.low, cue.takes
    speaks = not takes.isdisjoint(_SPEAKING)
    quote = _quotation_from(passage, at, high) if passage.quotations else None
    if quote is not None and "open" in takes and _is_short(passage, quote):
        return Behind(Opening.NONE, at, cue_end)  # «considers "smart" to be evasive»
    if quote is not None and (speaks or at == cue_end):
        return Behind(Opening.QUOTE, quote, cue_end)
    if (
        low[at] == "only"
        and at + 2 < high
        and (low[at + 1] in {"that", ":"} or low[at + 1] in words("subject_pronouns"))
    ):
        at += 1
    word = low[at]
    if word == "that" and not takes.isdisjoint({"clause", "that"}) and at + 1 < high and not is_that_day(passage, at):
        if low[at + 1] in words("auxiliaries negations"):
            return Behind(Opening.CLAUSE, at, cue_end)
        return Behind(Opening.THAT, at + 1, cue_end)
    if word == ":" and speaks and at + 1 < high:
        return Behind(Opening.COLON, at + 1, cue_end)
    relative = at > cue_end and word in {"who", "which", "whose", "where", "whom"}
    if word in words("wh") and "wh" in takes and at + 2 < high and not relative:
        return Behind(Opening.WH, at, cue_end)
    if word == "not" and low[at + 1 : at + 2] == ["to"] and cue.lemma == "ask" and at == cue_end:
        return Behind(Opening.NONE, at, cue_end)  # «who asked not to be named»
    if word == "not" and low[at + 1 : at + 2] == ["to"] and "to" in takes and at + 2 < high:
        return Behind(Opening.INFINITIVE, at if cue.lemma == "tell" else cue_end, cue_end)
    if word == "to" and "to" in takes and at + 1 < high and _is_infinitive(passage, at + 1):
        # what somebody is asked to do is told with them, what they are told is not
        return Behind(Opening.INFINITIVE, at if cue.lemma == "tell" else cue_end, cue_end)
    return None


def _clause_or_noun(passage: Passage, verb: int, index: int, place: int, cue: Cue, cue_end: int, high: int) -> Behind:
    """Return the bare clause or the noun phrase that stands behind a verb, if there is one."""
    low, takes = passage.low, cue.takes
    asserts = not takes.isdisjoint(_ASSERTING)
    if (
        asserts
        and place < high
        and _starts_clause(passage, place, high, sure=cue.lemma in _SURE and passage.low[verb] != "warning")
    ):
        return Behind(Opening.CLAUSE, place, cue_end)
    if (
        not takes.isdisjoint(_NAMING)
        and index < high
        and (_starts_noun(passage, index) or (low[index] == "what" and "named" in takes))
    ):
        return Behind(Opening.NOUN, index, cue_end)
    if takes >= _GIVING and cue_end < high and _starts_noun(passage, cue_end):
        return Behind(Opening.NOUN, cue_end, cue_end)  # «promised a new bridge»: nobody was told
    return Behind(Opening.NONE, place, cue_end)


def _is_short(passage: Passage, quote: int) -> bool:
    start, end = passage.quotations[passage.quote_of[quote]]
    return end - start < _SHORTEST_SPEECH


_SHORTEST_SPEECH = 5
"""Tokens of a quotation, marks included, behind a verb that does not always report."""


def _is_infinitive(passage: Passage, index: int) -> bool:
    """Tell whether the word behind «to» can be a verb."""
    word = passage.low[index]
    participle = word.endswith("ing") and word not in words("ing_verbs")
    return not (passage.is_capital(index) or participle or word in words("determiners pronouns"))


def _quotation_from(passage: Passage, index: int, high: int) -> int | None:
    """Return the first token of a quotation that begins here, at most a comma or colon away."""
    at = index
    while at < high and at < index + 2 and passage.low[at] in {",", ":"}:
        at += 1
    if at < high and passage.quote_of[at] >= 0 and passage.quotations[passage.quote_of[at]][0] == at:
        return at
    return None


_CLAUSE_ENDS = frozenset(
    {
        "who",
        "which",
        "that",
        "because",
        "when",
        "after",
        "before",
        "while",
        "as",
        "if",
        "whether",
        "how",
        "why",
        "where",
    }
)
"""Words that end the search for the verb of a bare clause: a verb behind them is that of another clause."""


_RELATIVE_REACH = 8


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
    if word in {"only", "even", "just"} and index + 1 < high:
        return _starts_clause(passage, index + 1, high, sure=sure)
    if word in words("auxiliaries") and _relatives().isdisjoint(low[max(0, index - _RELATIVE_REACH) : index]):
        return False  # «the best thing said was unkind», but «a letter that Brill said was forged»
    if word == "when" and low[index + 1 : index + 2] in (["asked"], ["pressed"], ["questioned"]):
        return False
    if sure and word in {"yes", "no"}:
        return True
    subject, apostrophe, _ = word.partition("'")
    if subject in words("third_persons") or subject in _FIRST or (apostrophe and subject in {"it", "that", "you"}):
        return True
    limit = min(high, index + 40)
    if word == "it" and index + 1 < limit and low[index + 1].endswith("s"):
        return True
    if word in _LITTLE and index + 1 < limit:
        sure = False
        if low[index + 1] != "of" and not any(
            is_finite(passage, at) for at in range(index + 1, _little_end(passage, index, limit))
        ):
            return False
    for at in range(index + 1, limit):
        if _is_verb(passage, at):
            return True
        if not sure and low[at] in _CLAUSE_ENDS:
            return False
        if low[at] in {";", "--", "—"}:
            break
    return sure and limit - index > 4


@cache
def _relatives() -> frozenset[str]:
    return words("wh") | {"that"}


_FIRST = frozenset({"we", "i", "there"})
"""Subjects of a clause, beside those in the third person."""
_LITTLE = frozenset({"something", "anything", "nothing", "little", "much", "enough"})
"""Pronouns that are what is said, not the subject of it («said nothing of the kind»)."""
_LITTLE_REACH = 4
"""Tokens behind such a pronoun among which a verb makes it the subject («little help came»)."""


def _little_end(passage: Passage, index: int, limit: int) -> int:
    """Return where the words end that can belong to «little help», «something strange»."""
    outside = words("stops prepositions pronouns wh determiners to_and")
    reach = range(index + 1, min(limit, index + 1 + _LITTLE_REACH))
    return next((i for i in reach if not passage.is_word(i) or passage.low[i] in outside), reach.stop)


_CONTRACTED = ("n't", "'re", "'ll", "'ve")


def _is_verb(passage: Passage, index: int) -> bool:
    """Guess whether a token is the verb of a clause: no participle in a phrase («into advanced age»), no possessive."""
    word = passage.low[index]
    if word.endswith(_CONTRACTED):
        return True
    if word.endswith("'s"):
        return word[:-2] in words("pronouns wh") or word[:-2] in {"that", "there", "here"}
    if not is_finite(passage, index) or (word == "may" and passage.is_capital(index)):
        return False
    before = passage.low[index - 1]
    return not (
        word.endswith("ed")
        and (before in words("prepositions") or before in words("articles possessives own_possessives"))
    )


def _starts_noun(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if passage.quote_of[index] >= 0:
        return True
    behind = passage.low[index + 1] if index + 1 < passage.size else ""
    if word in {"last", "this", "next", "late", "early"} and behind in words("time_nouns days months"):
        return False
    if word in {"last", "first", "well", "late"} and (
        behind in words("prepositions stops") or behind in {"", ".", ","}
    ):
        return False
    small = word in words("prepositions wh adverbs auxiliaries days")
    if (small and word not in {"having", "being"}) or word in {
        "and",
        "or",
        "but",
        "to",
        "as",
        "than",
    }:
        return False
    return passage.is_word(index) and word != "that" and behind_ago(passage, index) is None
