"""Nesting: which attribution lies in the content of which («The Post reported that officials said X»)."""

from dataclasses import replace

from reader.model.claim import Attribution
from reader.text.spans import Span, hull


def nest(attributions: list[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in reading order with ``parent`` set; a parent stands before its children.

    A is the parent of B if cue, source and content of B lie in one content span of A, and no smaller such A exists.
    """
    extents = [_extent(attribution) for attribution in attributions]
    nested: list[Attribution] = []
    open_indices: list[int] = []
    for index in sorted(range(len(extents)), key=lambda i: (extents[i].start, -extents[i].end)):
        attribution, extent = attributions[index], extents[index]
        while open_indices and _reach(nested[open_indices[-1]]) <= extent.start:
            open_indices.pop()
        parent = next((i for i in reversed(open_indices[-_DEEPEST:]) if _holds(nested[i], extent)), None)
        nested.append(attribution if parent == attribution.parent else replace(attribution, parent=parent))
        open_indices.append(len(nested) - 1)
    return tuple(nested)


_DEEPEST = 12
"""Open attributions that are looked at for one: nesting in news is never deeper, and it keeps the whole linear."""


def _extent(attribution: Attribution) -> Span:
    # a source that is shared with, or stands in, another sentence says nothing about the place of this attribution
    source = attribution.source if attribution.cue and attribution.rule != "shared-subject" else ()
    return hull((*attribution.content, *attribution.cue, *(source or ())))


def _reach(attribution: Attribution) -> int:
    return max(span.end for span in attribution.content)


def _holds(outer: Attribution, inner: Span) -> bool:
    return any(span.contains(inner) for span in outer.content)
