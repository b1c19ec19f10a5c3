"""Documents: an article with all that tracing needs to know of it."""

from dataclasses import dataclass, field
from datetime import datetime

from reader.model.article import Article
from reader.model.chain import Credit, Fingerprint
from reader.model.claim import Analysis
from reader.model.entry import EntryId


@dataclass(frozen=True, slots=True)
class TracedDocument:
    """One stored article as the tracing room sees it; documents are compared by ``key`` only."""

    key: str
    """The entry's number as text; for loose corpora the given id."""
    article: Article = field(compare=False)
    analysis: Analysis = field(compare=False)
    credits: tuple[Credit, ...] = field(compare=False)
    fingerprint: Fingerprint = field(compare=False)
    entry_id: EntryId | None = field(default=None, compare=False)
    """None in loose corpora."""
    received_at: datetime | None = field(default=None, compare=False)
    """When it came into the library; needed only where nobody says when it was published: it cannot have been later."""

    @property
    def latest_at(self) -> datetime | None:
        """The latest moment at which it can have been published; None where nothing is known of that."""
        return self.article.published_at or self.received_at
