"""Due feeds -> fetched, parsed, kept; then what is new is analysed and traced."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.feed import FeedId
from reader.pipeline.progress import Cancelled, Report, never, silent
from reader.pipeline.services import Services


@dataclass(frozen=True, slots=True)
class FeedOutcome:
    """What the refresh of one feed brought."""

    feed_id: FeedId
    title: str
    new: int = 0
    changed: int = 0
    not_modified: bool = False
    """The server answered that nothing changed (304)."""
    error: str = ""
    """One clear line; empty when it went well."""
    remarks: tuple[str, ...] = ()
    """Faults of the document that were passed over."""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh brought, feed by feed."""

    feeds: tuple[FeedOutcome, ...] = ()
    """In the order in which they were finished; feeds that a cancelled run did not reach are left out."""
    processed: int = 0
    """Entries that were analysed and traced."""
    cancelled: bool = False

    @property
    def new(self) -> int:
        """Number of new entries over all feeds."""
        return sum(feed.new for feed in self.feeds)

    @property
    def failed(self) -> int:
        """Number of feeds that could not be refreshed."""
        return sum(bool(feed.error) for feed in self.feeds)


def refresh(
    services: Services,
    feeds: Sequence[FeedId] | None = None,
    *,
    everything: bool = False,
    fetch_only: bool = False,
    report: Report = silent,
    cancelled: Cancelled = never,
) -> RefreshReport:
    """Refresh the named feeds; without names those that are due, or with ``everything`` all."""
    raise NotImplementedError
