"""Asides: «as S put it», «as S noted»."""

from reader.analysis.behind import Behind, Opening
from reader.analysis.contents import clause_end
from reader.analysis.draft import Draft, Range
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs


def read_aside(passage: Passage, start: int, end: int, verb: int, behind: Behind, source: Range) -> Draft | None:
    """Read «C, as S noted» and «as S put it, C»."""
    low = passage.low
    at = source[0] - 1
    if at < start or low[at] != "as":
        return None
    cue = cue_verbs()[low[verb]]
    told = behind.start >= end or low[behind.start] in {",", ".", "—", ":"} or passage.quote_of[behind.start] >= 0
    if "it" not in cue.takes and (
        "clause" not in cue.takes or behind.opening not in {Opening.NONE, Opening.QUOTE} or not told
    ):
        return None
    stop = verb + 2 if low[verb + 1 : verb + 2] == ["it"] else behind.cue_end
    while stop < end and low[stop] not in {",", ".", ":", "—"} and passage.quote_of[stop] < 0 and stop < verb + 12:
        stop += 1
    content: list[Range] = []
    if at > start and low[at - 1] in {",", "—"}:
        content.append((start, at - 1))
    elif at > start:
        return None
    if stop < end - 1 and low[stop] in {",", ":", "—"}:
        rest = clause_end(passage, stop + 1, end)
        if rest > stop + 1:
            content.append((stop + 1, rest))
    return Draft("as-said", [(verb, behind.cue_end)], source, content, verb) if content else None
