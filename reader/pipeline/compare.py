"""Two entries side by side: which sentences answer to each other and what changed between them."""

from dataclasses import dataclass

from reader.model.chain import Drift
from reader.model.entry import EntryId
from reader.pipeline.enrich import EnrichError, OpenEntry, open_entry
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
        raise EnrichError(f"comparing entries {a} and {b}: {error}") from None
    return Comparison(first, second, aligned, drift)


def _is_before(one: OpenEntry, other: OpenEntry) -> bool:
    """Tell whether ``one`` stands above ``other`` in the chain; where they are not joined, whether it is older."""
    here, there = str(one.stored.id), str(other.stored.id)
    above = {edge.src for edge in other.chain.path(there)}
    if here in above:
        return True
    if there in {edge.src for edge in one.chain.path(here)}:
        return False
    return one.stored.dated_at <= other.stored.dated_at
