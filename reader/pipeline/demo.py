"""A throw-away library made from the sample feeds: what ``newsreader --demo`` and the first run show."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from reader.config import Settings
from reader.model.feed import FeedId
from reader.paths import LibraryPaths, sample_feeds_dir
from reader.pipeline.enrich import process_pending
from reader.pipeline.opening import open_services
from reader.pipeline.progress import Cancelled, Report, never, silent
from reader.pipeline.refresh import refresh
from reader.pipeline.services import Services

MANIFEST = "samples.opml"
"""Names the sample feeds by file, with their titles, folders and the day on which the demo pretends to receive them."""
_SUFFIX = " (sample)"


@dataclass(frozen=True, slots=True)
class _Sample:
    """One sample feed in the manifest."""

    path: Path
    title: str
    folder: str
    received_at: datetime


class _SampleClock:
    """The time at which the demo receives each sample; without it, entries without a date would stand above all."""

    def __init__(self) -> None:
        self.moment = datetime.now(UTC)

    def __call__(self) -> datetime:
        """Return the moment that is pretended."""
        return self.moment


def open_demo(directory: Path, settings: Settings, *, report: Report = silent) -> Services:
    """Return services over a new library in ``directory`` that holds the sample feeds, analysed and traced."""
    clock = _SampleClock()
    services = open_services(LibraryPaths(directory), settings, received=clock)
    _add(services, report, never, clock)
    clock.moment = datetime.now(UTC)
    return services


def add_sample_feeds(services: Services, *, report: Report = silent, cancelled: Cancelled = never) -> int:
    """Subscribe to every sample feed (files, no network), analyse and trace its entries; return how many there are.

    Some of the samples are broken or hostile on purpose; their faults show in the health of the feeds.

    Raises:
        FileNotFoundError: the installation lacks its sample feeds.
    """
    return _add(services, report, cancelled, _SampleClock())


def _add(services: Services, report: Report, cancelled: Cancelled, clock: _SampleClock) -> int:
    """See ``add_sample_feeds``; before each feed is read, the clock is set to the day on which it came."""
    followed: list[tuple[FeedId, datetime]] = []
    with services.library.transaction():
        for sample in _samples(sample_feeds_dir()):
            address = sample.path.absolute().as_uri()
            feed = services.library.feeds.add(address, title=sample.title, folder=sample.folder, allow_private=True)
            followed.append((feed.id, sample.received_at))
    new = 0
    for number, received_at in followed:  # one by one, so that entries have the same numbers every time
        clock.moment = received_at
        new += refresh(services, [number], fetch_only=True, cancelled=cancelled).new
    process_pending(services, report=report, cancelled=cancelled)
    return new


def _samples(folder: Path) -> list[_Sample]:
    """Return the sample feeds that the manifest names."""
    from xml.etree import ElementTree  # our own file, not a foreign one

    found: list[_Sample] = []
    for group in ElementTree.parse(folder / MANIFEST).iterfind("body/outline"):
        for feed in group.iter("outline"):
            name = feed.get("xmlUrl")
            if name is not None:
                # the feeds credit each other by their bare names, as outlets do
                title = feed.get("text", "").removesuffix(_SUFFIX)
                received_at = parsedate_to_datetime(feed.get("created", ""))
                found.append(_Sample(folder / name, title, group.get("text", ""), received_at))
    return found
