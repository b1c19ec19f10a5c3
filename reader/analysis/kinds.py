"""Kinds: direct, indirect or mixed, by how much of a content stands in quotation marks."""

from reader.analysis.draft import Draft
from reader.analysis.tokens import Passage
from reader.model.claim import Kind


def kind_of(passage: Passage, draft: Draft) -> Kind:
    """Return how the content of a draft is given; a leading "that" outside the marks does not count."""
    places = [passage.quote_of[start:end] for start, end in draft.content]
    if max(map(max, places)) < 0:
        return Kind.INDIRECT
    if min(map(min, places)) >= 0:
        return Kind.DIRECT
    inside = outside = False
    for start, end in draft.content:
        for index in range(start, end):
            if passage.is_word(index):
                inside |= passage.quote_of[index] >= 0
                outside |= passage.quote_of[index] < 0
    if not inside:
        return Kind.INDIRECT
    return Kind.MIXED if outside else Kind.DIRECT
