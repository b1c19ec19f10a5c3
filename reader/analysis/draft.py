"""Drafts: attributions as the rules find them, in token ranges of one passage, before nesting and speakers."""

from dataclasses import dataclass, field

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
    borrowed: Range | None = None
    """Set where the source stands elsewhere in the sentence (coordinated or participial cue)."""
    marks: set[int] = field(default_factory=set)
    """Indices of the quotations that belong to the content."""
