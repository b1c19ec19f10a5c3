"""A reading: all that is known of one reporting verb while the rules look for its source and content."""

from dataclasses import dataclass

from reader.analysis.clauses.behind import Behind
from reader.analysis.draft import Draft, Range
from reader.analysis.tokens import Passage
from reader.lexicon.cues import Cue


@dataclass(slots=True)
class Unit:
    """One sentence of a passage, with those around it."""

    passage: Passage
    units: list[Range]
    """All sentences of the passage; those that end inside a quotation are joined with the next."""
    number: int
    """Index of this one."""
    start: int
    """First token."""
    end: int
    """Token behind the last one."""


@dataclass(slots=True)
class Reading:
    """One reporting verb."""

    unit: Unit
    passage: Passage
    start: int
    """First token of the unit."""
    end: int
    """Token behind the unit."""
    verb: int
    cue: Cue
    low: int
    """First token in which a subject may stand: behind the last quotation before the verb."""
    group: int
    """First token of the verb group («has also» said)."""
    behind: Behind
    earlier: list[Draft]
    """Attributions by verbs in front of this one in the unit."""
    before: str
    """The word right before the verb group, ``""`` at the start."""

    @property
    def cue_range(self) -> Range:
        """The verb with its particle."""
        return (self.verb, self.behind.cue_end)
