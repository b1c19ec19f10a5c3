"""Sources that a cue shares with another one: coordinated verbs, participles, «went on to say»."""

from reader.analysis.behind import STRONG, Behind
from reader.analysis.draft import Draft, Range
from reader.analysis.sources import main_subject, subject_before
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words

_GOING_ON = frozenset({"went", "goes", "continues", "continued", "began"})


def governed_source(passage: Passage, group: int, low: int, *, sure: bool) -> Range | None:
    """Return the subject of «went on to say», «continues to insist».

    ``sure``: a clause or quotation stands behind; else only verbs of going on count.
    """
    for index in range(group - 2, max(low, group - 7) - 1, -1):
        if passage.low[index] in (words("governors") if sure else _GOING_ON):
            return subject_before(passage, index, low)
        if passage.low[index] in {",", ";", ":"}:
            break
    return None


def participle_source(
    passage: Passage, verb: int, start: int, before: str, behind: Behind, earlier: list[Draft]
) -> Range | None:
    """Return whose saying a participle tells: the subject of the sentence («..., adding that C»)."""
    if before in words("prepositions") and (
        before not in {"by", "after", "before", "while", "in"} or behind.opening not in STRONG
    ):
        return None
    loose = before not in {",", "", "and", "—", "–", "by", "after", "before", "while", "in"}
    if loose and behind.opening not in STRONG:
        return None
    return shared_source(passage, verb, start, earlier)


def shared_source(passage: Passage, verb: int, start: int, earlier: list[Draft]) -> Range | None:
    """Return the subject that a coordinated or participial cue shares with what stands before it."""
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue[0][0] < verb:
            return draft.source
    return main_subject(passage, verb, start)
