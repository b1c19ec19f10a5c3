"""Sources that a cue shares with another one: coordinated verbs, participles, «went on to say»."""

from reader.analysis.behind import STRONG
from reader.analysis.draft import Range
from reader.analysis.reading import Reading
from reader.analysis.sources import main_subject, subject_before
from reader.lexicon.cues import words

_GOING_ON = frozenset({"went", "goes", "continues", "continued", "began"})
_CIRCUMSTANCES = frozenset({"by", "after", "before", "while", "in"})
"""Prepositions whose participle tells a saying of the sentence's subject («by saying that C»)."""


def governed_source(reading: Reading) -> Range | None:
    """Return the subject of «went on to say», «continues to insist».

    Without a clause or quotation behind, only verbs of going on count.
    """
    low = reading.passage.low
    governors = words("governors") if reading.behind.opening in STRONG else _GOING_ON
    for index in range(reading.group - 2, max(reading.low, reading.group - 7) - 1, -1):
        if low[index] in governors:
            return subject_before(reading.passage, index, reading.low)
        if low[index] in {",", ";", ":"}:
            break
    return None


def participle_source(reading: Reading) -> Range | None:
    """Return whose saying a participle tells: the subject of the sentence («..., adding that C»)."""
    before = reading.before
    if before not in _CIRCUMSTANCES:
        if before in words("prepositions"):
            return None
        if before in {",", "", "and", "—", "–"}:
            return shared_source(reading)
    return shared_source(reading) if reading.behind.opening in STRONG else None


def shared_source(reading: Reading) -> Range | None:
    """Return the subject that a coordinated or participial cue shares with what stands before it."""
    for draft in reversed(reading.earlier):
        if draft.source is not None and draft.cue[0][0] < reading.verb:
            return draft.source
    return main_subject(reading.passage, reading.verb, reading.start)
