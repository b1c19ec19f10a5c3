"""Lists -> subscriptions: OPML, a newsboat urls file, or newsboat's cache.db, told apart by content."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reader.lexicon.feed_titles import outlet_of_title
from reader.model.feed import FeedId, FetchState, Subscription
from reader.pipeline.addresses import SubscribeError, is_private
from reader.pipeline.fetching import MAX_FILE_BYTES
from reader.pipeline.jobs import parse_list_job, search_texts_job
from reader.pipeline.services import Services
from reader.pipeline.workers import WorkError
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.feeds.opml import FeedList, ListedFeed
    from reader.store.newsboat_cache import CachedEntry

PRIVATE = "private address from a list: not fetched unless it is added by hand or imported with --allow-private"
"""The health of a feed that was kept but is not fetched."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import brought."""

    added: tuple[Subscription, ...] = ()
    known: int = 0
    """Feeds that were subscribed already."""
    private: tuple[str, ...] = ()
    """Private and loopback addresses that were kept but are not fetched."""
    entries: int = 0
    """Entries taken over (newsboat's cache.db only)."""
    remarks: tuple[str, ...] = ()
    """One line for each thing that could not be taken over."""


def import_list(services: Services, path: Path, *, allow_private: bool = False) -> ImportReport:
    """Take over an OPML file, a newsboat urls file or newsboat's cache.db, told apart by content.

    Raises:
        SubscribeError: the file cannot be read or is none of the three.
    """
    from reader.store.newsboat_cache import is_newsboat_cache

    name = clean_line(str(path), 200)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise SubscribeError(f"{name}: {error.strerror}") from None
    if is_newsboat_cache(path):
        return _import_cache(services, path, allow_private=allow_private)
    if data.startswith(b"SQLite format 3\0"):
        raise SubscribeError(f"{name}: is an SQLite file, but not newsboat's cache.db")
    if len(data) > MAX_FILE_BYTES:
        raise SubscribeError(f"{name}: is larger than {MAX_FILE_BYTES // 1_000_000} MB")
    try:
        listed = services.workers.run(parse_list_job, data)
    except WorkError as error:
        raise SubscribeError(f"{name}: {error}") from None
    return _add_feeds(services, _with_files(listed, path.absolute().parent), allow_private=allow_private)


@dataclass(frozen=True, slots=True)
class _Files:
    """A list whose feed files have been looked for."""

    listed: "FeedList"
    found: frozenset[str] = frozenset()
    """Addresses of files beside or below the list: whoever hands in the list hands in them, so they may be read."""


def _with_files(listed: "FeedList", folder: Path) -> _Files:
    """Return a list with the ``file:`` addresses of its feed files; those that are not there become remarks."""
    from reader.feeds.opml import first_remarks

    found: list[ListedFeed] = []
    missing: list[str] = []
    for feed in listed.beside:
        url = _file_beside(feed.url, folder)
        if url:
            found.append(replace(feed, url=url))
        else:
            missing.append(f"left out: «{clean_line(feed.url, 60)}» is no http(s) address and no file beside the list")
    remarks = (*listed.remarks, *first_remarks(missing))
    return _Files(
        replace(listed, feeds=(*listed.feeds, *found), beside=(), remarks=remarks), frozenset(f.url for f in found)
    )


def _file_beside(name: str, folder: Path) -> str:
    """Return the ``file:`` address of a file in a folder or below it; empty where there is none."""
    name = name.removeprefix("file://")
    for written in (name, unquote(name)):  # OPML gives addresses, where a space is %20
        try:
            path = (folder / written).resolve()
            if path.is_file() and path.is_relative_to(folder.resolve()):
                return path.as_uri()
        except (OSError, ValueError):
            continue
    return ""


def _add_feeds(services: Services, files: _Files, *, allow_private: bool) -> ImportReport:
    """Subscribe to the feeds of a list, in one step."""
    library, listed = services.library, files.listed
    known = {feed.url: feed for feed in library.feeds.all()}
    added: list[Subscription] = []
    private: list[str] = []
    doubles = 0
    with library.transaction():
        for feed in listed.feeds:
            allowed = allow_private or feed.url in files.found
            if feed.url in known:
                doubles += 1
                if allowed and is_private(feed.url):
                    _unlock(services, known[feed.url])
                if feed.folder and not known[feed.url].folder:
                    library.feeds.update(known[feed.url].id, folder=clean_line(feed.folder, 200))
                continue
            new = known[feed.url] = library.feeds.add(
                feed.url,
                title=clean_line(feed.title, 200),
                folder=clean_line(feed.folder, 200),
                full_text=services.settings.refresh.full_text,
                allow_private=allowed,
            )
            if is_private(feed.url) and not allowed:
                private.append(feed.url)
                library.feeds.keep_state(new.id, FetchState(error=PRIVATE))
            added.append(new)
    return ImportReport(tuple(added), doubles, tuple(private), 0, listed.remarks)


def _unlock(services: Services, feed: Subscription) -> None:
    """Let a private feed that is subscribed already be fetched; it is due at once."""
    if not feed.allow_private:
        services.library.feeds.add(feed.url, allow_private=True)
        services.library.feeds.keep_state(feed.id, replace(feed.state, error="", failures=0, due_at=None))


def _import_cache(services: Services, path: Path, *, allow_private: bool) -> ImportReport:
    """Take over the feeds and entries of a cache: what was read stays read, what had a flag is bookmarked.

    Raises:
        SubscribeError: the cache cannot be read.
    """
    from reader.feeds.opml import FeedList, ListedFeed
    from reader.store.library import StoreError
    from reader.store.newsboat_cache import read_cached_entries, read_cached_feeds

    try:
        cached = read_cached_feeds(path)
        listed = FeedList(tuple(ListedFeed(feed.url) for feed in cached))
        report = _add_feeds(services, _Files(listed), allow_private=allow_private)
        by_url = {feed.url: feed for feed in services.library.feeds.all()}
        total = 0
        for feed in cached:
            subscription = by_url[feed.url]
            state = subscription.state
            services.library.feeds.keep_state(subscription.id, state, feed_title=feed.title, site_url=feed.site_url)
            outlet = outlet_of_title((services.library.feeds.get(subscription.id) or subscription).title)
            total += _keep_cached(services, subscription.id, outlet, read_cached_entries(path, feed.url))
    except StoreError as error:
        raise SubscribeError(str(error)) from None
    return ImportReport(report.added, report.known, report.private, total, report.remarks)


def _keep_cached(services: Services, feed_id: FeedId, outlet: str, cached: "Iterable[CachedEntry]") -> int:
    """Keep the entries of one feed with what the user did with them; return how many are new."""
    items = {item.entry.guid: item for item in cached}
    entries = [item.entry for item in items.values()]
    try:
        texts = services.workers.run(search_texts_job, tuple((entry.guid, entry.html) for entry in entries))
    except WorkError:  # the search knows them by title until they are analysed
        texts = {}
    library = services.library
    with library.transaction():
        kept = library.entries.keep(feed_id, outlet, entries, texts=texts)
        new = {number: stored for number in kept.new if (stored := library.entries.get(number)) is not None}
        marks = {number: items.get(stored.entry.guid) for number, stored in new.items()}
        library.entries.set_read([number for number, item in marks.items() if item and item.read], True)
        library.entries.set_bookmarked([number for number, item in marks.items() if item and item.flags], True)
    return len(kept.new)
