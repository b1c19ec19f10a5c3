"""Asides: «as S put it», «as S noted»."""

from reader.analysis.clauses.behind import Opening
from reader.analysis.clauses.contents import LONGEST, clause_end
from reader.analysis.clauses.reading import Reading
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words

_ENDS = frozenset({",", ".", ":", "—"})


def read_aside(reading: Reading, source: Range) -> Draft | None:
    """Read «C, as S noted» and «as S put it, C»."""
    passage, start, end = reading.passage, reading.start, reading.end
    low = passage.low
    at = source[0] - 1
    if at < start or low[at] != "as":
        return None
    start = at if at > start and low[at - 1] in {";", ":"} else start
    if not _is_aside(reading):
        return _fronted(reading, source, at)
    stop = reading.verb + 2 if low[reading.verb + 1 : reading.verb + 2] == ["it"] else reading.behind.cue_end
    while stop < min(end, reading.verb + 12) and low[stop] not in _ENDS and passage.quote_of[stop] < 0:
        stop += 1
    content: list[Range] = []
    if at > start and low[at - 1] in {",", "—"}:
        content.append((max(start, at - _FARTHEST), at - 1))
    elif at > start and passage.quote_of[at - 1] == passage.quote_of[start] >= 0:
        content.append((max(start, at - _FARTHEST), at))
    elif at > start:
        return None
    if stop < end - 1 and low[stop] in {",", ":", "—"}:
        content.append((stop + 1, clause_end(passage, stop + 1, end)))
    return Draft("as-said", [reading.cue_range], source, content, reading.verb) if content else None


def _is_aside(reading: Reading) -> bool:
    """Tell whether nothing is said behind the verb, so that what was said stands around it."""
    if "it" in reading.cue.takes:
        return True
    begin = reading.behind.start
    if "clause" not in reading.cue.takes or reading.behind.opening not in {Opening.NONE, Opening.QUOTE}:
        return False
    passage = reading.passage
    return begin >= reading.end or passage.low[begin] in _ENDS or passage.quote_of[begin] >= 0


def _fronted(reading: Reading, source: Range, at: int) -> Draft | None:
    """Read «As S told the agency on Friday, C»: only whom, where and when stand between verb and comma."""
    passage, start, end, verb = reading.passage, reading.start, reading.end, reading.verb
    low = passage.low
    lead = at == start or (at == start + 1 and low[start] in {"but", "and"})
    if not lead or reading.cue.takes.isdisjoint({"clause"}) or reading.behind.cue_end >= end:
        return None
    told = low[verb + 1] in words("prepositions adverbs days") or "object" in reading.cue.takes
    comma = next((i for i in range(verb + 1, min(end - 2, verb + _REACH)) if low[i] == ","), None)
    if comma is None or not told or any(is_finite(passage, i) or _links(passage, i) for i in range(verb + 1, comma)):
        return None
    if passage.quote_of[comma + 1] < 0 and not any(is_finite(passage, i) for i in range(comma + 1, end)):
        return None
    content = [(comma + 1, clause_end(passage, comma + 1, end))]
    return Draft("as-said", [reading.cue_range], source, content, verb)


def _links(passage: Passage, index: int) -> bool:
    """Tell whether a word ties what follows to the verb («that», «to» before a verb)."""
    word, behind = passage.low[index], passage.low[index + 1]
    noun = passage.is_capital(index + 1) or behind in words("determiners")
    return word in _LINKS and not (word == "to" and noun)


_FARTHEST = 2 * LONGEST
"""Most tokens in front of an aside that are its content: keeps the whole linear."""
_REACH = 20
_LINKS = frozenset({"that", "to", "when", "because", "if", "whether"})
