"""Due feeds -> fetched, parsed, kept; then what is new is analysed and traced.

Feeds are fetched by threads that wait for the network (how many at once on one host is the fetcher's business), and
parsed in the children. A feed that fails is a line in the report; one that is slow holds one thread.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import chain, zip_longest
from threading import Semaphore
from urllib.parse import urlsplit

from reader.model.feed import FeedId, Subscription
from reader.pipeline.addresses import is_private
from reader.pipeline.enrich import process_pending
from reader.pipeline.fetching import FeedOutcome, refresh_feed
from reader.pipeline.progress import Cancelled, Progress, Report, never, silent
from reader.pipeline.services import Services

__all__ = ["FeedOutcome", "RefreshReport", "refresh"]


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
    chosen = _chosen(services, feeds, everything=everything)
    outcomes = _fetch(services, _mixed(chosen), report, cancelled) if chosen else []
    processed = 0 if fetch_only else process_pending(services, report=report, cancelled=cancelled)
    return RefreshReport(tuple(outcomes), processed, cancelled())


def _fetch(
    services: Services, feeds: Sequence[Subscription], report: Report, cancelled: Cancelled
) -> list[FeedOutcome]:
    """Refresh feeds side by side; return what each brought, in the order in which they were finished.

    Raises:
        StoreError: nothing can be kept; feeds that were not begun are left.
    """
    outcomes: list[FeedOutcome] = []
    threads = min(len(feeds), services.settings.refresh.parallel)
    gate = Semaphore(services.workers.count + 1)  # one is kept while the others are parsed
    with ThreadPoolExecutor(threads, thread_name_prefix="feed") as pool:
        running = [pool.submit(_unless_cancelled, services, feed, cancelled, gate) for feed in feeds]
        try:
            for future in as_completed(running):
                outcome = future.result()
                if outcome is not None:
                    outcomes.append(outcome)
                    report(Progress(len(outcomes), len(feeds), describe_outcome(outcome), outcome.error))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return outcomes


def describe_outcome(outcome: FeedOutcome) -> str:
    """Return what the refresh of one feed brought, in one line."""
    if outcome.error:
        return outcome.title
    if outcome.not_modified:
        return f"{outcome.title}: unchanged"
    changed = f", {outcome.changed} changed" if outcome.changed else ""
    return f"{outcome.title}: {outcome.new} new{changed}"


def _unless_cancelled(
    services: Services, feed: Subscription, cancelled: Cancelled, gate: Semaphore
) -> FeedOutcome | None:
    """Refresh a feed if the run still goes on."""
    return None if cancelled() else refresh_feed(services, feed, cancelled, gate)


def _chosen(services: Services, feeds: Sequence[FeedId] | None, *, everything: bool) -> tuple[Subscription, ...]:
    """Return the feeds to fetch; one that is gone (410) or may not be fetched (private) only where it is named."""
    library = services.library
    if feeds is not None:
        return tuple(feed for number in feeds if (feed := library.feeds.get(number)) is not None)
    wanted = library.feeds.all() if everything else library.feeds.due(services.now())
    return tuple(feed for feed in wanted if not feed.state.gone and (feed.allow_private or not is_private(feed.url)))


def _mixed(feeds: Iterable[Subscription]) -> list[Subscription]:
    """Return feeds so that neighbours are on different hosts, and those that failed last time come last."""
    by_host: dict[str, deque[Subscription]] = defaultdict(deque)
    for feed in feeds:
        by_host[urlsplit(feed.url).netloc].append(feed)
    turns = zip_longest(*by_host.values())
    mixed = [feed for feed in chain.from_iterable(turns) if feed is not None]
    return sorted(mixed, key=lambda feed: feed.state.failures > 0)
