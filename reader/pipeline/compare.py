"""Two entries side by side: which sentences answer to each other and what changed between them."""

from dataclasses import dataclass

from reader.model.chain import Drift
from reader.model.entry import EntryId
from reader.pipeline.enrich import OpenEntry
from reader.pipeline.services import Services
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
        EnrichError: there is no such entry.
    """
    raise NotImplementedError
