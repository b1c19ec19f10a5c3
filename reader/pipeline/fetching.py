"""One feed: fetched (or read from its file), parsed in a child, kept, and its state recorded.

Validators are recorded only together with the entries of a body that was parsed, so that a broken answer is asked for
again; an address moves only after the document at the new one proved to be a feed and every hop said "permanent".
"""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from reader.feeds.schedule import next_due
from reader.lexicon.feed_titles import outlet_of_title
from reader.model.feed import FeedId, FetchState, Subscription
from reader.pipeline.asking import ask
from reader.pipeline.jobs import ParsedFeed, parse_feed_job
from reader.pipeline.progress import Cancelled
from reader.pipeline.services import Services
from reader.pipeline.workers import WorkError
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.store.library import Kept

MAX_FILE_BYTES = 20_000_000
"""Size of a local feed file that is read, the same as of a decoded response."""


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
class Document:
    """What stands at the address of a feed: a response or a file, in one shape."""

    url: str
    body: bytes
    content_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False
    moved_to: str = ""
    """New address if every hop to it was permanent."""
    max_age: timedelta | None = None


class DocumentError(Exception):
    """A document that cannot be had; its text is one clear line."""

    def __init__(
        self, text: str, *, retry_after: timedelta | None = None, gone: bool = False, stopped: bool = False
    ) -> None:
        super().__init__(text)
        self.retry_after = retry_after
        self.gone = gone
        self.stopped = stopped
        """Nobody wanted it any more: no fault of the feed."""


def get_document(
    services: Services, url: str, *, state: FetchState | None = None, allow_private: bool, cancelled: Cancelled
) -> Document:
    """Return what stands at an address, or that it has not changed since ``state``.

    Raises:
        DocumentError: it cannot be had.
    """
    state = state or FetchState()
    if url.startswith("file:"):
        if not allow_private:  # a list from elsewhere must not make us read the user's files
            raise DocumentError("a local file that stood in a list is read only if it is added by hand")
        return _read_file(url, state)
    from reader.web.fetch import FetchCancelled, FetchError, Request

    request = Request(url, etag=state.etag, last_modified=state.last_modified, allow_private=allow_private, kind="feed")
    try:
        answer = ask(services, request, cancelled)
    except FetchCancelled as error:
        raise DocumentError(str(error), stopped=True) from None
    except FetchError as error:
        raise DocumentError(str(error), retry_after=error.retry_after, gone=error.gone) from None
    return Document(
        url=answer.url,
        body=answer.body,
        content_type=answer.content_type,
        charset=answer.charset,
        etag=answer.etag,
        last_modified=answer.last_modified,
        not_modified=answer.not_modified,
        moved_to=answer.moved_to,
        max_age=answer.max_age,
    )


def file_of(url: str) -> Path:
    """Return the path that a ``file:`` address names."""
    return Path(unquote(urlsplit(url).path))


def _read_file(url: str, state: FetchState) -> Document:
    """Return a local feed file; its time and size serve as its validator.

    Raises:
        DocumentError: it cannot be read.
    """
    path = file_of(url)
    try:
        status = path.stat()
        etag = f"{status.st_mtime_ns}-{status.st_size}"
        if etag == state.etag:
            return Document(url, b"", not_modified=True)
        if not path.is_file():
            raise DocumentError(f"{path}: is not a file")
        if status.st_size > MAX_FILE_BYTES:
            raise DocumentError(f"{path}: is larger than {MAX_FILE_BYTES // 1_000_000} MB")
        return Document(url, path.read_bytes(), etag=etag)
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}") from None


def refresh_feed(
    services: Services, feed: Subscription, cancelled: Cancelled, gate: AbstractContextManager[object] | None = None
) -> FeedOutcome | None:
    """Fetch, parse and keep one feed; what is wrong with it is in the outcome. None: cancelled, or removed meanwhile.

    Args:
        services: The outer world.
        feed: The subscription.
        cancelled: Tells whether the run should stop.
        gate: Held while the document is parsed and kept, to bound how many are in memory in all their forms.

    Raises:
        StoreError: nothing can be kept (disk full).
    """
    from reader.store.library import StoreError

    try:
        document = get_document(
            services, feed.url, state=feed.state, allow_private=feed.allow_private, cancelled=cancelled
        )
        if document.not_modified:
            return _note_unchanged(services, feed, document)
        with gate or nullcontext():
            return keep_feed(services, feed, document, parse_document(services, document, cancelled))
    except (DocumentError, WorkError) as error:
        if getattr(error, "stopped", False) or getattr(error, "reason", "") == "stopped":
            return None
        return _note_failure(services, feed, error)
    except StoreError:
        if services.library.feeds.get(feed.id) is None:  # removed while it was fetched
            return None
        raise


def parse_document(services: Services, document: Document, cancelled: Cancelled) -> ParsedFeed:
    """Return the feed in a document.

    Raises:
        WorkError: it is none, or could not be read within the limits.
    """
    return services.workers.run(
        parse_feed_job, document.body, document.url, document.content_type, document.charset, cancelled=cancelled
    )


def keep_feed(services: Services, feed: Subscription, document: Document, parsed: ParsedFeed) -> FeedOutcome:
    """Keep the entries and the state of a feed that was read, in one step."""
    library, now = services.library, services.now()
    remarks = list(parsed.feed.remarks)
    with library.transaction():
        if document.moved_to and document.moved_to != feed.url:
            feed = _move(services, feed, document.moved_to, remarks)
        library.feeds.keep_state(feed.id, feed.state, feed_title=parsed.feed.title, site_url=parsed.feed.site_url)
        feed = library.feeds.get(feed.id) or feed
        kept: Kept = library.entries.keep(feed.id, outlet_of_title(feed.title), parsed.feed.entries, texts=parsed.texts)
        changed = bool(kept.new or kept.changed)
        due = next_due(feed.state, now, changed=changed, ttl_minutes=parsed.feed.ttl_minutes, max_age=document.max_age)
        state = FetchState(
            etag=document.etag,
            last_modified=document.last_modified,
            checked_at=now,
            changed_at=now if changed else feed.state.changed_at,
            due_at=_due(services, due),
            remarks=parsed.feed.remarks,
        )
        library.feeds.keep_state(feed.id, state)
    return FeedOutcome(feed.id, feed.title, len(kept.new), len(kept.changed), remarks=tuple(remarks))


def _move(services: Services, feed: Subscription, url: str, remarks: list[str]) -> Subscription:
    """Return the subscription with its new address; where another one has it already nothing changes."""
    from reader.store.library import StoreError

    try:
        moved = services.library.feeds.update(feed.id, url=url)
    except StoreError:
        remarks.append(f"has moved to {clean_line(url, 200)}, which is subscribed already")
        return feed
    remarks.append(f"has moved to {clean_line(url, 200)}")
    return moved


def _note_unchanged(services: Services, feed: Subscription, document: Document) -> FeedOutcome:
    """Record that nothing has changed."""
    now = services.now()
    due = _due(services, next_due(feed.state, now, max_age=document.max_age))
    state = replace(feed.state, checked_at=now, failures=0, error="", gone=False, due_at=due)
    services.library.feeds.keep_state(feed.id, state)
    return FeedOutcome(feed.id, feed.title, not_modified=True)


def _note_failure(services: Services, feed: Subscription, error: DocumentError | WorkError) -> FeedOutcome:
    """Record a failure; the validators stay, so that the next good answer may be short."""
    now = services.now()
    line = clean_line(str(error), 300)
    gone = isinstance(error, DocumentError) and error.gone
    state = replace(feed.state, checked_at=now, failures=feed.state.failures + 1, error=line, gone=gone)
    wait = error.retry_after if isinstance(error, DocumentError) else None
    due = _due(services, next_due(state, now, failed=True, retry_after=wait))
    services.library.feeds.keep_state(feed.id, replace(state, due_at=due))
    return FeedOutcome(feed.id, feed.title, error=line)


def _due(services: Services, due_at: datetime) -> datetime:
    """Return when a feed is due again, as rarely as the user wants it at least."""
    return max(due_at, services.now() + timedelta(minutes=services.settings.refresh.shortest_minutes))
