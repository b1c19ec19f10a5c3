"""Kinds: direct, indirect or mixed, by how much of a content stands in quotation marks."""

from collections.abc import Sequence

from reader.analysis.draft import Draft
from reader.analysis.tokens import Passage
from reader.model.claim import Kind


def kind_of(passage: Passage, draft: Draft) -> Kind:
    """Return how the content of a draft is given; a leading "that" outside the marks does not count.

    Inside a quotation only the marks inside its own count.
    """
    if not passage.quotations:
        return Kind.INDIRECT
    quotes: Sequence[int] = _inner_quotes(passage) if draft.inner else passage.quote_of
    places = [quotes[start:end] for start, end in draft.content]
    if max(map(max, places)) < 0:
        return Kind.INDIRECT
    if min(map(min, places)) >= 0:
        return Kind.DIRECT
    told = [index for part in draft.content for index in range(*part)]
    if not any(quotes[index] >= 0 and passage.is_word(index) for index in told):
        return Kind.INDIRECT
    return Kind.MIXED if any(quotes[index] < 0 and passage.is_word(index) for index in told) else Kind.DIRECT


def _inner_quotes(passage: Passage) -> Sequence[int]:
    """Return 0 for the tokens that stand in quotation marks inside quotation marks, else -1."""
    quotes = [-1] * len(passage)
    for start, end in passage.inner:
        quotes[start:end] = [0] * (end - start)
    return quotes
