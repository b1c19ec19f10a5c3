"""The jobs of tracing that run in child processes: documents in, stories, chains and comparisons out."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model.article import Article
from reader.model.chain import Chain, Derivation, Drift, Fingerprint
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.tracing.document import TracedDocument

AlignedSentences = tuple[tuple[Span | None, Span | None], ...]
"""Rows of a side-by-side view; None where the other side has nothing like it."""


@dataclass(frozen=True, slots=True)
class LinkedStory:
    """Documents that hang together by what they share, and all edges into them."""

    keys: tuple[str, ...]
    edges: tuple[Derivation, ...]


def fingerprints_job(articles: Sequence[Article], searched: bool = True) -> tuple[Fingerprint, ...]:
    """Return the fingerprint of each article; see ``make_fingerprint``."""
    from reader.tracing.reuse.fingerprint import make_fingerprint

    return tuple(make_fingerprint(article, searched=searched) for article in articles)


def link_job(
    documents: "Sequence[TracedDocument]",
    wanted: Set[str],
    pairs: Sequence[tuple[str, str]],
    frequency: Mapping[int, int],
    total: int,
) -> tuple[LinkedStory, ...]:
    """Return the stories among some documents in which some are wanted: they hold one, or an edge from one.

    Every document is in one story, most of them alone.

    Args:
        documents: With their fingerprints.
        wanted: Keys of those whose stories are looked for.
        pairs: Keys of the documents that are measured against each other.
        frequency: In how many documents of the library each term stands, where in more than one.
        total: Number of documents in the library.
    """
    from reader.tracing.links.pairs import find_links
    from reader.tracing.reuse.overlap import ReuseMeter, weigh_terms
    from reader.tracing.reuse.profile import Profile
    from reader.tracing.story.derivation import trace_stories

    profiles = {document.key: Profile(document) for document in documents}
    meter = ReuseMeter(weigh_terms(frequency.get, total))
    links = find_links(profiles, pairs, meter)
    near = {key for keys in links.components(profiles, cited=True) if not wanted.isdisjoint(keys) for key in keys}
    stories = [tuple(keys) for keys in links.components(profiles) if keys[0] in near]
    place = {key: number for number, keys in enumerate(stories) for key in keys}
    edges: list[list[Derivation]] = [[] for _ in stories]
    reached = trace_stories(stories, profiles, links, meter)
    while reached:  # an outlet that is only cited belongs to the story that cites it, and so do those above it
        waiting = [edge for edge in reached if edge.dst not in place]
        reached = [edge for edge in reached if edge.dst in place]
        for edge in reached:
            edges[place[edge.dst]].append(edge)
            place.setdefault(edge.src, place[edge.dst])
        reached = waiting if reached else []
    return tuple(
        LinkedStory(keys, tuple(found))
        for keys, found in zip(stories, edges, strict=True)
        if not wanted.isdisjoint(keys) or any(edge.src in wanted for edge in found)
    )


def chain_job(
    focus: str, documents: "Sequence[TracedDocument]", edges: Sequence[Derivation], origins: int | None = None
) -> Chain:
    """Return the chain around one document, with the drift along its edges; see ``build_chain``."""
    from reader.tracing.story.chain import build_chain

    return build_chain(focus, documents, edges, origins)


def compare_job(a: "TracedDocument", b: "TracedDocument") -> tuple[AlignedSentences, tuple[Drift, ...]]:
    """Return the sentences of two documents side by side, and the drift between them; ``a`` is the earlier."""
    from reader.tracing.drift.edge import measure_drift
    from reader.tracing.reuse.alignment import align_sentences

    return align_sentences(a.article, b.article), measure_drift(a, b)


def apart_job(
    focus: "TracedDocument", others: "Sequence[TracedDocument]", frequency: Mapping[int, int], total: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return which of some documents tell of the same matter as the focus, by key, and why they are independent of it.

    The most similar come first. ``frequency`` and ``total`` as in ``link_job``.
    """
    from reader.tracing.links.independent import reasons_apart
    from reader.tracing.reuse.overlap import ReuseMeter, weigh_terms
    from reader.tracing.reuse.profile import Profile

    meter = ReuseMeter(weigh_terms(frequency.get, total))
    here = Profile(focus)
    profiles = [Profile(document) for document in others]
    found = [(profile, reasons) for profile in profiles if (reasons := reasons_apart(here, profile, meter))]
    found.sort(key=lambda item: -meter.closest(here, item[0]).words)
    return tuple((profile.key, reasons) for profile, reasons in found)
