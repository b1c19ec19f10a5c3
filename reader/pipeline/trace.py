"""Entry -> candidates from the library -> chain, kept; late arrivals are linked in."""

from reader.model.chain import Chain
from reader.model.entry import EntryId
from reader.pipeline.services import Services


def trace_entry(services: Services, entry_id: EntryId) -> Chain:
    """Return the chain of an entry, from the edges that are kept; links the entry first where that was not done.

    Raises:
        LookupError: there is no such entry.
    """
    raise NotImplementedError
