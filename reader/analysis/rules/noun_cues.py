"""Nouns that attribute: «the ministry's claim that C», «a statement from S that C»."""

from reader.analysis.clauses.contents import clause_end
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import subject_before
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import REACH, is_finite, is_reporting, is_verb_group
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words

_NO_OWNER = frozenset({",", ";", "the", "a", "an", "and", "of"})
_GIVING = frozenset({"gave", "gives", "made", "makes", "issued", "issues", "repeated", "received", "published"})
"""Verbs whose subject owns the statement: «gave evidence that C»."""


def read_noun_cue(passage: Passage, start: int, end: int, noun: int) -> Draft | None:
    """Return the attribution by the noun at ``noun`` with a "that" clause in the unit ``start`` to ``end``."""
    if noun + 2 >= end:
        return None
    low = passage.low
    that = noun + 1
    source = _possessor(passage, start, noun) if low[noun] != "evidence" else None
    if source is None and low[that] in {"by", "from", "of"}:
        source = subject_after(passage, that, end)
        if source is not None and any(is_reporting(passage, i) for i in range(*source)):
            return None  # «a statement from Karsk Port said that C»: the verb tells it
        that = source[1] if source is not None else that
    if source is None and low[that] == "that" and noun > start + 1:
        verb = noun - 1 if low[noun - 1] in _GIVING else noun - 2
        source = subject_before(passage, verb, start) if verb > start and low[verb] in _GIVING else None
    nobody = (
        source is None and low[noun] in words("hearsay_nouns") and noun > start and low[noun - 1] in words("handling")
    )
    if (source is None and not nobody) or that + 2 >= end or low[that] != "that":
        return None
    begin = that + 1
    stop = clause_end(passage, begin, end)
    stop = next(
        (i for i in range(begin + 2, stop) if low[i] in {",", ";", ":", "-", "—"} and passage.quote_of[i] < 0), stop
    )
    return Draft("noun-cue", [(noun, noun + 1)], source, [(begin, before_main_verb(passage, begin, stop))], noun)


def before_main_verb(passage: Passage, begin: int, stop: int) -> int:
    """Return where the clause ends if the noun is the subject: «his claim that X was Y | could not be proved»."""
    seen = whole = False
    for index in range(begin + 1, stop):
        if passage.quote_of[index] >= 0:
            continue
        if passage.low[index] in {"and", "or", "but", "which", "who", "that", "because", "when", "while", "if"}:
            return stop
        if passage.low[index] in words("auxiliaries") and not is_verb_group(passage, index - 1):
            if seen and passage.low[index - 1] not in words("subject_pronouns"):
                return index
            seen = whole = True
        elif is_finite(passage, index) and not is_verb_group(passage, index - 1):
            if whole and _is_second(passage, index):
                return index
            seen = True
    return stop


def _is_second(passage: Passage, index: int) -> bool:
    """Tell whether a verb begins a second predicate («the bridge was safe | resigned»): no participle in a phrase."""
    before, behind = passage.low[index - 1], passage.low[index + 1 : index + 2]
    return before not in words("prepositions determiners to_and") and behind != ["by"]


def _possessor(passage: Passage, start: int, noun: int) -> Range | None:
    """Return whose claim it is: «his», «the mayor's», at most three adjectives before the noun."""
    low = passage.low
    for index in range(noun - 1, max(start, noun - 5) - 1, -1):
        if low[index] in words("possessives own_possessives"):
            return (index, index + 1)
        if low[index].endswith(("'s", "s'")) or (low[index] == "'" and index > start):
            first = index
            while first > max(start, index - REACH // 4) and (
                passage.is_capital(first - 1) or low[first - 1] in {"of", "the", "a", "."}
            ):
                first -= 1
            return (first, index + 1)
        if low[index] in QUOTE_MARKS or low[index] in _NO_OWNER or low[index] in words("prepositions"):
            return None
    return None
