"""Hedges: adverbs that attribute a clause to nobody in particular («reportedly», «allegedly»)."""

from reader.analysis.clauses.contents import clause_end
from reader.analysis.clauses.sources import subject_before
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import clause_limit, is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs, words


def read_hedge(passage: Passage, start: int, end: int, index: int) -> Draft | None:
    """Return the attribution without a source that the hedge at ``index`` makes in the unit ``start`` to ``end``."""
    if passage.low[index] in words("rumours"):
        return _rumour(passage, end, index)
    content = _content(passage, start, end, index)
    return Draft("hedge", [(index, index + 1)], None, content, index) if content else None


def _rumour(passage: Passage, end: int, index: int) -> Draft | None:
    """Read «rumour has it that C»."""
    low = passage.low
    if index + 4 >= end or low[index + 1] not in {"has", "had"} or low[index + 2] != "it":
        return None
    begin = index + 4 if low[index + 3] == "that" else index + 3
    return Draft("hedge", [(index, index + 3)], None, [(begin, clause_end(passage, begin, end))], index)


def _verb_follows(passage: Passage, index: int, end: int) -> bool:
    """Tell whether a hedge stands in a verb group, not before an adjective or a noun."""
    if index + 1 >= end:
        return False
    follows = passage.low[index + 1]
    before = passage.low[index - 1]
    return (
        is_finite(passage, index + 1)
        or follows.endswith(("ed", "ing", "en"))
        or before in words("auxiliaries negations subject_pronouns")
        or (follows in cue_verbs() and before not in words("determiners"))
        or (
            index > 1
            and not follows.endswith("s")
            and before.endswith("s")
            and passage.is_word(index + 1)
            and before not in words("prepositions")
        )
    ) and before not in words("determiners")


def _content(passage: Passage, start: int, end: int, index: int) -> list[Range]:
    """Return the clause around a hedge: its subject and auxiliaries in front, its predicate behind."""
    if index > start and not _verb_follows(passage, index, end):
        return []
    if index + 1 >= end:
        return []
    subject = subject_before(passage, index, start) if index > start else None
    limit = clause_limit(passage, subject, index + 1, start, end) if subject is not None else end
    stop = clause_end(passage, index + 1, limit)
    behind = [(index + 1, stop)] if stop > index + 1 else []
    if not behind:
        return []
    if subject is None or passage.low[subject[1] - 1] in {"who", "which", "that"}:
        return behind
    return [(subject[0], index), *behind]
