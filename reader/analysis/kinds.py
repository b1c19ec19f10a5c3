"""Kinds: direct, indirect or mixed, by how much of a content stands in quotation marks."""

from reader.analysis.draft import Draft
from reader.analysis.tokens import Passage
from reader.model.claim import Kind


def kind_of(passage: Passage, draft: Draft) -> Kind:
    """Return how the content of a draft is given; a leading "that" outside the marks does not count."""
    inside = outside = 0
    for start, end in draft.content:
        for index in range(start, end):
            if passage.is_word(index):
                if passage.quote_of[index] >= 0:
                    inside += 1
                else:
                    outside += 1
    if not inside:
        return Kind.INDIRECT
    return Kind.MIXED if outside else Kind.DIRECT
