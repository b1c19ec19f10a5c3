"""Entries -> articles, claims, credits and fingerprints, kept; the work is done in all children at once.

Texts go to a child in batches. A batch that fails is tried again one by one, so that a text that overruns its limits
costs no other; such a text is kept as plain words without claims, and the log says why.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from html import unescape

from reader.lexicon.more_outlets import MoreOutlets
from reader.model.article import Article
from reader.model.chain import Fingerprint
from reader.model.claim import Analysis
from reader.model.entry import EntryId, StoredEntry
from reader.pipeline.jobs import Processed, process_job
from reader.pipeline.progress import Cancelled, Progress, Report
from reader.pipeline.services import Services
from reader.pipeline.tracing_jobs import fingerprints_job
from reader.pipeline.workers import CPU_SECONDS, WorkError
from reader.text.safety import clean_block

BATCH = 16
"""Texts of one job: large enough that the pipe costs nothing beside the work, small enough to show progress."""
_INDEXED = 100
_INDEX_SECONDS = 30.0
_EVERYTHING = 10_000_000
_Item = tuple[StoredEntry, Article | None]
_TAG = re.compile(r"<[^<>]{0,5000}>")
_log = logging.getLogger(__name__)


def process_entries(services: Services, ids: Sequence[EntryId], *, report: Report, cancelled: Cancelled) -> int:
    """Analyse entries and keep what is found; return how many were. Entries that are gone are passed over."""
    done = 0
    outlets = services.more_outlets()
    with ThreadPoolExecutor(services.workers.count, thread_name_prefix="process") as pool:
        running = [pool.submit(_process_batch, services, batch, outlets, cancelled) for batch in _batches(ids)]
        for future in _finished(running, cancelled):
            done += future.result()
            report(Progress(done, len(ids), "analysing"))
    return done


def index_again(services: Services, *, report: Report, cancelled: Cancelled) -> None:
    """Put the entries that the reuse index has lost (it was made anew) into it, newest first."""
    reuse, entries = services.library.reuse, services.library.entries
    total, done = len(reuse.missing(_EVERYTHING)), 0
    while not cancelled() and (ids := reuse.missing(_INDEXED)):
        articles = [entries.article(number) or Article("") for number in ids]
        try:
            prints = services.workers.run(fingerprints_job, articles, timeout=_INDEX_SECONDS, cancelled=cancelled)
        except WorkError as error:
            if error.reason == "stopped":
                return
            _log.warning("entries %s to %s: indexing them again %s", ids[-1], ids[0], error)
            prints = tuple(Fingerprint() for _ in ids)
        reuse.add_missing(list(zip(ids, prints, strict=True)))
        done += len(ids)
        report(Progress(done, total, "indexing"))


def process_entry(services: Services, stored: StoredEntry, article: Article | None = None) -> Processed:
    """Analyse one entry (from an article that is at hand, or the one kept, or its feed's text) and keep what is found.

    Raises:
        WorkError: the work was stopped.
    """
    item = (stored, article or services.library.entries.article(stored.id))
    (processed,) = _process_items(services, [item], services.more_outlets(), lambda: False)
    keep_processed(services, stored, processed, made=item[1] is None)
    return processed


def keep_processed(services: Services, stored: StoredEntry, processed: Processed, *, made: bool) -> None:
    """Keep what was found in an entry; ``made``: its article is new and is kept too."""
    library = services.library
    with library.transaction():
        if made:
            library.entries.keep_article(stored.id, processed.article, stored.text_origin)
        library.claims.keep(stored.id, processed.analysis)
        library.chains.keep_credits(stored.id, processed.credits)
        library.reuse.add(stored.id, processed.fingerprint)


def _process_batch(services: Services, ids: Sequence[EntryId], outlets: MoreOutlets, cancelled: Cancelled) -> int:
    """Analyse some entries and keep what is found; return how many were."""
    if cancelled():
        return 0
    entries = services.library.entries
    items = [(stored, entries.article(number)) for number in ids if (stored := entries.get(number)) is not None]
    try:
        results = _process_items(services, items, outlets, cancelled)
    except WorkError:  # stopped
        return 0
    with services.library.transaction():
        for (stored, article), processed in zip(items, results, strict=True):
            keep_processed(services, stored, processed, made=article is None)
    return len(items)


def _process_items(
    services: Services, items: Sequence[_Item], outlets: MoreOutlets, cancelled: Cancelled
) -> tuple[Processed, ...]:
    """Return what is found in each item; one that cannot be read has its plain words and no claims.

    Raises:
        WorkError: the work was stopped.
    """
    if not items:
        return ()
    seconds = CPU_SECONDS if len(items) == 1 else 2 * CPU_SECONDS
    try:
        return services.workers.run(process_job, tuple(items), outlets, timeout=seconds, cancelled=cancelled)
    except WorkError as error:
        if error.reason == "stopped":
            raise
        if len(items) == 1:
            stored, article = items[0]
            _log.warning("entry %s (%s): analysing it %s", stored.id, stored.entry.url or stored.entry.guid, error)
            return (_unread(stored, article),)
    return tuple(processed for item in items for processed in _process_items(services, [item], outlets, cancelled))


def _unread(stored: StoredEntry, article: Article | None) -> Processed:
    """Return what is kept of an entry whose text overran the limits: its words, so that it can be read."""
    if article is None:
        words = clean_block(unescape(_TAG.sub(" ", stored.entry.html or stored.entry.summary_html)), 200_000)
        article = Article(
            text=words.strip(),
            headline=stored.entry.title,
            outlet=stored.outlet,
            url=stored.entry.url,
            byline=stored.entry.author,
            published_at=stored.entry.published_at,
        )
    return Processed(article, Analysis(), (), Fingerprint())


def _batches(ids: Sequence[EntryId]) -> Iterator[Sequence[EntryId]]:
    """Yield the ids in batches; few of them are spread so that no child stands idle."""
    size = max(1, min(BATCH, (len(ids) + 1) // 2))
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _finished(running: "Sequence[Future[int]]", cancelled: Cancelled) -> "Iterator[Future[int]]":
    """Yield the batches as they are finished; those not begun are dropped when the run is cancelled."""
    for future in as_completed(running):
        if cancelled():
            for other in running:
                other.cancel()
        if not future.cancelled():
            yield future
