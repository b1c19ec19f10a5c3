"""A throw-away library made from the sample feeds: what ``newsreader --demo`` and the first run show."""

from dataclasses import dataclass
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
"""Names the sample feeds by file, with their titles and folders."""
_SUFFIX = " (sample)"


@dataclass(frozen=True, slots=True)
class _Sample:
    """One sample feed in the manifest."""

    path: Path
    title: str
    folder: str


def open_demo(directory: Path, settings: Settings, *, report: Report = silent) -> Services:
    """Return services over a new library in ``directory`` that holds the sample feeds, analysed and traced."""
    services = open_services(LibraryPaths(directory), settings)
    add_sample_feeds(services, report=report)
    return services


def add_sample_feeds(services: Services, *, report: Report = silent, cancelled: Cancelled = never) -> int:
    """Subscribe to every sample feed (files, no network), analyse and trace its entries; return how many there are.

    Some of the samples are broken or hostile on purpose; their faults show in the health of the feeds.

    Raises:
        FileNotFoundError: the installation lacks its sample feeds.
    """
    ids: list[FeedId] = []
    with services.library.transaction():
        for sample in _samples(sample_feeds_dir()):
            address = sample.path.absolute().as_uri()
            ids.append(
                services.library.feeds.add(address, title=sample.title, folder=sample.folder, allow_private=True).id
            )
    new = 0
    for number in ids:  # one by one, so that entries have the same numbers every time
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
                found.append(_Sample(folder / name, title, group.get("text", "")))
    return found
