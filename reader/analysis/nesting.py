"""Nesting: which attribution lies in the content of which («The Post reported that officials said X»)."""

from dataclasses import replace

from reader.model.claim import Attribution


def nest(attributions: list[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in reading order with ``parent`` set; a parent stands before its children.

    A is the parent of B if cue, source and content of B lie in one content span of A, and no smaller such A exists.
    """
    extents = [_extent(attribution) for attribution in attributions]
    nested: list[Attribution] = []
    open_indices: list[int] = []
    for start, end, index in sorted([(start, -end, index) for index, (start, end) in enumerate(extents)]):
        attribution = attributions[index]
        while open_indices and nested[open_indices[-1]].content[-1].end <= start:
            open_indices.pop()
        parent = _parent(nested, open_indices, start, -end)
        nested.append(attribution if parent == attribution.parent else replace(attribution, parent=parent))
        open_indices.append(len(nested) - 1)
    return tuple(nested)


def _parent(nested: list[Attribution], open_indices: list[int], start: int, end: int) -> int | None:
    """Return the innermost of the open attributions in whose content a stretch lies."""
    for index in reversed(open_indices[-_DEEPEST:]):
        for low, high in nested[index].content:
            if low <= start and end <= high:
                return index
    return None


_DEEPEST = 12
"""Open attributions that are looked at for one: nesting in news is never deeper, and it keeps the whole linear."""


def _extent(attribution: Attribution) -> tuple[int, int]:
    """Return where an attribution begins and ends, its source included if it tells the place of it."""
    content, cue = attribution.content, attribution.cue
    parts = content + cue
    # a source that is shared with, or stands in, another sentence says nothing about the place of this attribution
    if attribution.source is not None and cue and attribution.rule != "shared-subject":
        parts += attribution.source
    return min(parts)[0], max([end for _, end in parts])
