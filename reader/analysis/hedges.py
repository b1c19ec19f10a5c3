"""Hedges: adverbs that attribute a clause to nobody in particular («reportedly», «allegedly»)."""

from reader.analysis.contents import clause_end
from reader.analysis.draft import Draft, Range
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage


def read_hedge(passage: Passage, start: int, end: int, index: int) -> Draft | None:
    """Return the attribution without a source that the hedge at ``index`` makes in the unit ``start`` to ``end``."""
    content = _content(passage, start, end, index)
    return Draft("hedge", [(index, index + 1)], None, content, index) if content else None


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
