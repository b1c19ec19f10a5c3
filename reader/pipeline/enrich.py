"""Entry -> article -> claims -> credits -> chain, kept in the library."""

from dataclasses import dataclass

from reader.model.article import Article
from reader.model.chain import Chain, Credit
from reader.model.claim import Analysis
from reader.model.entry import EntryId, StoredEntry
from reader.pipeline.progress import Cancelled, Report, never, silent
from reader.pipeline.services import Services


class EnrichError(Exception):
    """An entry that cannot be opened or whose page cannot be had; its text is one clear line."""


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry with all that is known of it: what the article pane and the chain panel show."""

    stored: StoredEntry
    article: Article
    analysis: Analysis
    credits: tuple[Credit, ...]
    chain: Chain


def process_pending(services: Services, *, report: Report = silent, cancelled: Cancelled = never) -> int:
    """Analyse and trace every entry that has not been yet; return how many were."""
    raise NotImplementedError


def open_entry(services: Services, entry_id: EntryId) -> OpenEntry:
    """Return an entry with its article, claims and chain; analyses and traces it first where needed.

    Raises:
        EnrichError: there is no such entry.
    """
    raise NotImplementedError


def fetch_full_text(services: Services, entry_id: EntryId, *, cancelled: Cancelled = never) -> OpenEntry:
    """Fetch the entry's page, keep the article extracted from it and return the entry as ``open_entry`` does.

    Raises:
        EnrichError: no such entry, no address, the page cannot be had or holds no text; the text from the feed stays.
    """
    raise NotImplementedError
