"""Corpora: tracing many documents at once without a library."""

import math
from collections.abc import Sequence
from functools import lru_cache

from reader.model.chain import Derivation, Drift
from reader.tracing.document import TracedDocument
from reader.tracing.drift.along import drift_along
from reader.tracing.drift.edge import compared_edges, take_side
from reader.tracing.links.pairs import find_links
from reader.tracing.reuse.index import MemoryIndex
from reader.tracing.reuse.overlap import ReuseMeter, weigh_terms
from reader.tracing.reuse.profile import Profile
from reader.tracing.story.derivation import trace_stories

_AT_HAND = 64
"""Documents that are kept taken apart: about a story's."""


def trace_corpus(documents: Sequence[TracedDocument]) -> tuple[tuple[Derivation, ...], tuple[Drift, ...]]:
    """Return the edges among documents that are treated as one library, and the drift along them.

    A key that is given twice counts once, with its earlier publication.
    """
    documents = list({d.key: d for d in sorted(documents, key=_by_age, reverse=True)}.values())
    index = MemoryIndex(documents)
    profiles = {d.key: Profile(d) for d in documents}
    pairs = {
        (min(d.key, other), max(d.key, other)) for d in documents for other in index.candidates(d) if other != d.key
    }
    meter = ReuseMeter(weigh_terms(index.frequency.__getitem__, index.documents))
    links = find_links(profiles, sorted(pairs), meter)
    edges = trace_stories(links.components(profiles), profiles, links, meter)
    by_key = {d.key: d for d in documents}
    side_of = lru_cache(maxsize=_AT_HAND)(lambda key: take_side(by_key[key]))
    return tuple(edges), drift_along(compared_edges(edges, by_key), side_of)


def _by_age(document: TracedDocument) -> float:
    published = document.article.published_at
    return published.timestamp() if published else math.inf
