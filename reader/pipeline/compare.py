"""Two entries side by side: which sentences answer to each other and what changed between them."""

from dataclasses import dataclass, replace

from reader.model.chain import Chain, ChainNode, Derivation, Drift
from reader.model.entry import EntryId
from reader.pipeline.enrich import EnrichError, OpenEntry, name_entry, open_entry
from reader.pipeline.independent import why_apart
from reader.pipeline.services import Services
from reader.pipeline.trace import read_document
from reader.pipeline.tracing_jobs import compare_job
from reader.pipeline.workers import WorkError
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two opened entries, ``a`` the earlier, aligned sentence by sentence."""

    a: OpenEntry
    b: OpenEntry
    aligned: tuple[tuple[Span | None, Span | None], ...]
    """In reading order of ``b``: (sentence in a, sentence in b); None where the other side has nothing like it."""
    drift: tuple[Drift, ...]
    apart: tuple[str, ...] = ()
    """Why the two, which tell of the same matter, are held to be independent; empty if they do not, or are linked."""

    @property
    def is_alike(self) -> bool:
        """Whether a sentence or some words of one answer to those of the other."""
        return any(a and b for a, b in self.aligned) or any(d.a_span and d.b_span for d in self.drift)

    @property
    def link(self) -> Derivation | None:
        """The link between the two, as the chain of either knows it; None where there is none."""
        ends = {str(side.stored.id) for side in (self.a, self.b)}
        edges = (*self.b.chain.derivations, *self.a.chain.derivations)
        return next((edge for edge in edges if {edge.src, edge.dst} == ends), None)

    @property
    def common_source(self) -> ChainNode | None:
        """The nearest node that both came through, where neither came through the other; None if none is known."""
        for chain in (self.b.chain, self.a.chain):
            keys = [_shown_key(chain, str(side.stored.id)) for side in (self.a, self.b)]
            ways = [[edge.src for edge in reversed(chain.path(key))] for key in keys]
            if keys[0] in ways[1] or keys[1] in ways[0]:
                return None
            shared = next((key for key in ways[1] if key in ways[0]), None)
            if shared is not None:
                return chain.node(shared)
        return None


def _shown_key(chain: Chain, key: str) -> str:
    """Return the key of the node under which an article stands: a further copy of a text is folded into another."""
    return next((node.key for node in chain.nodes if key in node.copies), key)


def compare_entries(services: Services, a: EntryId, b: EntryId) -> Comparison:
    """Return two entries side by side; they are put in the order of the chain, else of time.

    Raises:
        EnrichError: there is no such entry, or the comparison overran its limits.
    """
    first, second = open_entry(services, a), open_entry(services, b)
    if not _is_before(first, second):
        first, second = second, first
    documents = [read_document(services, opened.stored.id) for opened in (first, second)]
    if documents[0] is None or documents[1] is None:
        raise EnrichError("one of the entries was removed meanwhile")
    try:
        aligned, drift = services.workers.run(compare_job, documents[0], documents[1])
    except WorkError as error:
        names = " and ".join(name_entry(opened.stored) for opened in (first, second))
        raise EnrichError(f"comparing {names}: {error}") from None
    found = Comparison(first, second, aligned, drift)
    if found.link is not None or found.common_source is not None:
        return found
    return replace(found, apart=why_apart(services, first.stored.id, second.stored.id))


def _is_before(one: OpenEntry, other: OpenEntry) -> bool:
    """Tell whether ``one`` stands above ``other`` in the chain; where they are not joined, whether it is older."""
    here, there = str(one.stored.id), str(other.stored.id)
    above = {edge.src for edge in other.chain.path(there)}
    if here in above:
        return True
    if there in {edge.src for edge in one.chain.path(here)}:
        return False
    return one.stored.dated_at <= other.stored.dated_at
