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
    inner: bool = False
    """The cue stands inside a quotation, so that somebody else tells all of it."""

    def tidy(self) -> bool:
        """Order the content, cut the cue and what is empty or doubled out of it; tell whether anything is left."""
        ranges: list[Range] = []
        taken = 0
        for start, end in sorted(self.content):
            for part in _without(start if start > taken else taken, end, self.cue):
                ranges.append(part)
                taken = part[1]
        self.content = ranges
        return bool(ranges)


def _without(start: int, end: int, cuts: list[Range]) -> list[Range]:
    """Return what is left of a token range without the ranges ``cuts``."""
    parts = [(start, end)] if start < end else []
    for low, high in cuts:
        if low < end and start < high:
            parts = [p for a, b in parts for p in ((a, min(b, low)), (max(a, high), b)) if p[0] < p[1]]
    return parts
