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
    places = [quote for start, end in draft.content for quote in quotes[start:end]]
    if max(places) < 0:
        return Kind.INDIRECT
    if min(places) >= 0:
        return Kind.DIRECT
    words = [word for start, end in draft.content for word in passage.low[start:end]]
    quoted = {quote >= 0 for quote, word in zip(places, words, strict=True) if word[0].isalnum()}
    if True not in quoted:
        return Kind.INDIRECT
    return Kind.MIXED if False in quoted else Kind.DIRECT


def _inner_quotes(passage: Passage) -> Sequence[int]:
    """Return 0 for the tokens that stand in quotation marks inside quotation marks, else -1."""
    quotes = [-1] * passage.size
    for start, end in passage.inner:
        quotes[start:end] = [0] * (end - start)
    return quotes
