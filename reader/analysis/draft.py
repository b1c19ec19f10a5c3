"""Drafts: attributions as the rules find them, in token ranges of one passage, before nesting and speakers."""

from dataclasses import dataclass

from reader.analysis.tokens import Passage

Range = tuple[int, int]
"""Half-open token range of a passage; never empty."""


@dataclass(slots=True)
class Draft:
    """One attribution in the making."""

    rule: str
    cue: list[Range]
    source: Range | None
    content: list[Range]
    """In reading order; empty while it is still to be found."""
    verb: int = -1
    """Token of the reporting verb (or of the first word of the cue)."""
    elsewhere: Passage | None = None
    """The passage in which the source stands, if it is not that of the content."""
