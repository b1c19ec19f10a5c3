"""Colons: whose words a quotation behind a colon gives («Her answer was short: "C"», «There is a notice: "C"»)."""

from reader.analysis.clauses.sources import main_subject
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_finite, is_verb_group
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import documents

_CONTRACTED = frozenset({"he's", "she's", "they're"})
_DOCUMENT_REACH = 8
_LONGEST_NAME = 5


def read_colon(passage: Passage, start: int, end: int) -> Draft | None:
    """Return the attribution of the quotation ``start`` to ``end`` behind a colon, to nobody if no speaker is named."""
    colon = start - 1
    if colon < 1 or passage.low[colon] != ":":
        return None
    begin = passage.sentences[passage.sentence_of[colon]][0]
    verb = next((i for i in range(begin + 1, colon) if is_finite(passage, i) and not is_verb_group(passage, i)), None)
    if any(passage.quote_of[i] >= 0 for i in range(begin, colon)):
        return None
    if verb is None and all(passage.is_capital(i) or not passage.is_word(i) for i in range(begin, colon)):
        return None  # a line with a name before the colon
    document = _document(passage, begin, colon) if verb is None else None
    if document is not None:
        return Draft("said-before-quotation", [], document, [(start, end)], colon)
    source = _owner(passage, begin, colon)
    if source is None:
        source = main_subject(passage, colon, begin) or _name(passage, begin, colon)
        if source is not None and not can_speak(passage, source):
            source = None
    if source is None:
        source = next(((i, i + 1) for i in range(begin, colon) if passage.low[i] in _CONTRACTED), None)
        return Draft("quotation-beside", [], source, [(start, end)])
    if verb is None:
        return Draft("quotation-beside", [], source, [(start, end)])
    return Draft("said-before-quotation", [(verb, verb + 1)], source, [(start, end)], verb)


def is_person(passage: Passage, source: Range) -> bool:
    """Tell whether a subject may be somebody: a name, «he», «she» or «they»."""
    head = source[1] - 1
    word = passage.low[head]
    return passage.is_capital(head) or (word in words("subject_pronouns") and word not in _NO_PERSONS)


_NO_PERSONS = frozenset({"it", "we", "you", "i", "who"})
"""Subjects that no one person of the text is meant by."""


def can_speak(passage: Passage, source: Range) -> bool:
    """Tell whether a subject can be whose words follow: a name, «the board», «she»."""
    begin = passage.low[source[0]]
    return begin == "the" or begin in words("possessives own_possessives") or is_person(passage, source)


def owner_of_words(passage: Passage, noun: int, low: int) -> Range | None:
    """Return whose answer, verdict or message the noun at ``noun`` is: «her answer», «Orlo's message»."""
    for index in range(noun - 1, max(low, noun - 4) - 1, -1):
        if passage.low[index] in words("possessives own_possessives"):
            return (index, index + 1)
        if passage.low[index].endswith(("'s", "s'")):
            first = index
            while first > low and passage.is_capital(first - 1):
                first -= 1
            return (first, index + 1) if passage.is_capital(index) else None
    return None


def _owner(passage: Passage, begin: int, colon: int) -> Range | None:
    """Return whose words are named in front of a colon: «Orlo's message was short», «for Orlo the answer is simple»."""
    noun = next((i for i in range(colon - 1, begin - 1, -1) if passage.low[i] in words("replies")), None)
    if noun is None:
        return None
    owner = owner_of_words(passage, noun, begin)
    if owner is None and passage.low[begin] == "for":
        return _name(passage, begin + 1, colon)
    return owner


def _name(passage: Passage, begin: int, end: int) -> Range | None:
    """Return the name that begins at a token, up to a comma or a small word («Orlo, on the delay», «Orlo on tax»)."""
    stop = begin
    while stop < min(end, begin + _LONGEST_NAME) and passage.is_capital(stop):
        stop += 1
    follows = stop < end and (passage.low[stop] == "," or passage.low[stop] in words("prepositions"))
    return (begin, stop) if stop > begin and follows and passage.low[begin] not in words("prepositions") else None


def _document(passage: Passage, begin: int, colon: int) -> Range | None:
    """Return the phrase before a colon that names what is read out: «There is a notice on the door: "C"»."""
    low = max(begin, colon - _DOCUMENT_REACH)
    nouns = documents() | words("notices")
    noun = next((i for i in range(colon - 1, low, -1) if passage.low[i] in nouns), None)
    if noun is None or any(is_finite(passage, i) for i in range(noun + 1, colon)):
        return None
    start = next((i for i in range(noun - 1, low - 1, -1) if passage.low[i] in words("determiners")), None)
    return (start, noun + 1) if start is not None else None
