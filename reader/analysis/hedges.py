"""Hedges: adverbs that attribute a clause to nobody in particular («reportedly», «allegedly»)."""

from reader.analysis.contents import clause_end
from reader.analysis.draft import Draft, Range
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words


def find_hedges(passage: Passage, units: list[Range], number: int) -> list[Draft]:
    """Return the attributions without a source that a hedge makes in one unit."""
    start, end = units[number]
    drafts = []
    for index in range(start, end):
        if passage.low[index] in words("hedges") and passage.quote_of[index] < 0:
            content = _content(passage, start, end, index)
            if content:
                drafts.append(Draft("hedge", [(index, index + 1)], None, content, index))
    return drafts


def _content(passage: Passage, start: int, end: int, index: int) -> list[Range]:
    """Return the clause around a hedge: its subject and auxiliaries in front, its predicate behind."""
    stop = clause_end(passage, index + 1, end) if index + 1 < end else index + 1
    behind = [(index + 1, stop)] if stop > index + 1 else []
    if not behind:
        return []
    if index == start:
        return behind
    subject = subject_before(passage, index, start)
    if subject is None or passage.low[subject[1] - 1] in {"who", "which", "that"}:
        return behind
    return [(subject[0], index), *behind]
