"""Entry -> article -> claims -> credits -> chain, kept in the library."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from reader.model.article import Article
from reader.model.chain import Chain, Credit
from reader.model.claim import Analysis
from reader.model.entry import EntryId, StoredEntry, TextOrigin
from reader.pipeline.asking import ask
from reader.pipeline.jobs import extract_page_job
from reader.pipeline.link import link_entries
from reader.pipeline.origins import was_typed
from reader.pipeline.process import index_again, keep_processed, process_entries, process_entry
from reader.pipeline.progress import Cancelled, Progress, Report, never, silent
from reader.pipeline.services import Services
from reader.pipeline.trace import trace_entry
from reader.pipeline.workers import WorkError
from reader.text.safety import clean_line

_CHUNK = 400
"""Entries that are analysed before they are traced: the newest are finished first."""
_EVERYTHING = 10_000_000


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
    """Analyse and trace every entry that has not been yet; return how many were.

    Entries of feeds that are to be read in full have their pages fetched first.
    """
    library = services.library
    index_again(services, report=report, cancelled=cancelled)
    total = len(library.entries.unprocessed(_EVERYTHING))
    done = 0
    seen: set[EntryId] = set()
    while not cancelled():
        ids = library.entries.unprocessed(_CHUNK)
        if ids:
            if seen.issuperset(ids):
                break  # they cannot be kept as analysed: not again in this run
            seen.update(ids)
            _fetch_pages(services, ids, report, cancelled)
            left = [number for number in ids if library.claims.get(number) is None]
            counted = _counting(report, done, total)
            if process_entries(services, left, report=counted, cancelled=cancelled) < len(left):
                break  # stopped, or an entry that cannot be kept: the next run tries again
            done += len(ids)
        link_entries(services, library.chains.untraced(_EVERYTHING), report=report, cancelled=cancelled)
        if not ids:
            break
    if done:
        library.claims.join_people()
    return done


def open_entry(services: Services, entry_id: EntryId) -> OpenEntry:
    """Return an entry with its article, claims and chain; analyses and traces it first where needed.

    Raises:
        EnrichError: there is no such entry.
    """
    library = services.library
    stored = library.entries.get(entry_id)
    if stored is None:
        raise EnrichError(f"there is no entry {entry_id}")
    article, analysis = library.entries.article(entry_id), library.claims.get(entry_id)
    if article is None or analysis is None:
        try:
            processed = process_entry(services, stored, article)
        except WorkError as error:
            raise EnrichError(f"{name_entry(stored)}: {error}") from None
        article, analysis = processed.article, processed.analysis
    chain = trace_entry(services, entry_id)
    return OpenEntry(stored, article, analysis, library.chains.credits(entry_id), chain)


def name_entry(stored: StoredEntry) -> str:
    """Return how an error calls an entry: by its title, since the number stands on no screen."""
    title = clean_line(stored.entry.title, 60)
    return f"«{title}»" if title else f"entry {stored.id}"


def fetch_full_text(services: Services, entry_id: EntryId, *, cancelled: Cancelled = never) -> OpenEntry:
    """Fetch the entry's page, keep the article extracted from it and return the entry as ``open_entry`` does.

    Raises:
        EnrichError: no such entry, no address, the page cannot be had or holds no text; the text from the feed stays.
    """
    stored = services.library.entries.get(entry_id)
    if stored is None:
        raise EnrichError(f"there is no entry {entry_id}")
    _fetch_page(services, stored, cancelled)
    link_entries(services, [entry_id], report=silent, cancelled=cancelled)
    return open_entry(services, entry_id)


def _fetch_page(services: Services, stored: StoredEntry, cancelled: Cancelled) -> None:
    """Fetch an entry's page and keep what is found in it.

    Raises:
        EnrichError: it cannot be had, or holds no text.
    """
    from reader.web.fetch import FetchError, Request

    url = stored.entry.url
    if not url:
        raise EnrichError(f"{name_entry(stored)} has no address from which its full text could be fetched")
    try:
        request = Request(url, allow_private=_may_be_private(services, stored), kind="page")
        response = ask(services, request, cancelled)
        page = services.workers.run(
            extract_page_job,
            response.body,
            response.charset,
            response.content_type,
            response.url,
            stored,
            services.more_outlets(),
            cancelled=cancelled,
        )
    except (FetchError, WorkError) as error:
        raise EnrichError(f"full text of {name_entry(stored)}: {error}") from None
    keep_processed(services, replace(stored, text_origin=TextOrigin.PAGE), page, made=True)


def _may_be_private(services: Services, stored: StoredEntry) -> bool:
    """Tell whether an entry's page may stand on a private address: only at the very origin that the user typed.

    The address of an entry is foreign: a feed gave it, or the page that was saved said so of itself.
    """
    if stored.feed_id is None:
        return was_typed(services, stored)
    feed = next((feed for feed in services.library.feeds.all() if feed.id == stored.feed_id), None)
    return feed is not None and feed.allow_private and urlsplit(feed.url).netloc == urlsplit(stored.entry.url).netloc


def _fetch_pages(services: Services, ids: Sequence[EntryId], report: Report, cancelled: Cancelled) -> None:
    """Fetch the pages of those entries whose feeds are to be read in full; what cannot be had keeps the feed's text."""
    full = {feed.id for feed in services.library.feeds.all() if feed.full_text}
    if not full:
        return
    found = [stored for number in ids if (stored := services.library.entries.get(number)) is not None]
    wanted = [s for s in found if s.feed_id in full and s.entry.url and s.text_origin is TextOrigin.FEED]

    def fetch(stored: StoredEntry) -> str:
        if cancelled():
            return ""
        try:
            _fetch_page(services, stored, cancelled)
        except EnrichError as error:
            return str(error)
        return ""

    with ThreadPoolExecutor(services.settings.refresh.parallel, thread_name_prefix="page") as pool:
        for done, (stored, problem) in enumerate(zip(wanted, pool.map(fetch, wanted), strict=True), start=1):
            what = "fetching" if problem else f"full text: {stored.entry.title}"  # the problem names the entry
            report(Progress(done, len(wanted), what, problem))


def _counting(report: Report, before: int, total: int) -> Report:
    """Return a report that counts on from what was done before, towards what there was in all."""
    return lambda p: report(Progress(before + p.done, max(total, before + p.total), p.what, p.problem))
