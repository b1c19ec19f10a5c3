"""Attributions of one passage: the conductor over the groups of rules."""

from reader.analysis.according_to import find_according_to
from reader.analysis.draft import Draft, Range
from reader.analysis.hedges import find_hedges
from reader.analysis.noun_cues import find_noun_cues
from reader.analysis.passive import find_passive
from reader.analysis.said import find_said
from reader.analysis.tokens import Passage


def units_of(passage: Passage) -> list[Range]:
    """Return the sentences as token ranges, those that end inside a quotation joined with what follows."""
    units: list[Range] = []
    open_start: int | None = None
    for start, end in passage.sentences:
        begin = start if open_start is None else open_start
        quote = passage.quote_of[end - 1] if end > start else -1
        if quote >= 0 and passage.quotations[quote][1] > end:
            open_start = begin
            continue
        open_start = None
        if end > begin:
            units.append((begin, end))
    if open_start is not None and passage.sentences[-1][1] > open_start:
        units.append((open_start, passage.sentences[-1][1]))
    return units


def find_drafts(passage: Passage) -> list[Draft]:
    """Return all attributions of one passage, in the order of their cues."""
    units = units_of(passage)
    drafts: list[Draft] = []
    for number in range(len(units)):
        for find in (find_said, find_according_to, find_passive, find_noun_cues, find_hedges):
            drafts.extend(find(passage, units, number))
    return drafts
