"""One article without a feed: the page at an address, or a file of HTML, Markdown or plain text, kept."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from reader.model.article import Article
from reader.model.entry import Entry, EntryId, TextOrigin
from reader.pipeline.addresses import SubscribeError, feed_address
from reader.pipeline.asking import ask
from reader.pipeline.fetching import file_of
from reader.pipeline.jobs import Given, read_article_job
from reader.pipeline.link import link_entries
from reader.pipeline.origins import note_typed
from reader.pipeline.process import process_entry
from reader.pipeline.progress import Cancelled, never, silent
from reader.pipeline.services import Services
from reader.pipeline.workers import WorkError
from reader.text.safety import clean_line
from reader.text.urls import clean_url, host

MAX_BYTES = 5_000_000
"""Size of a file that is kept as an article: that of a page."""


def save_article(
    services: Services,
    address: str,
    *,
    outlet: str = "",
    published_at: datetime | None = None,
    title: str = "",
    cancelled: Cancelled = never,
) -> EntryId:
    """Keep one article without a feed: the page at an address, or a file of HTML, Markdown or plain text.

    The text of a plain file is kept character for character. Saving the same text or address again makes no second
    entry and changes what is said of it (outlet, date, title) only where that is given.

    Raises:
        SubscribeError: it cannot be read or holds no text.
    """
    given = Given(clean_line(title), clean_line(outlet, 200), published_at)
    typed = feed_address(address)
    found = _read(file_of(typed)) if typed.startswith("file:") else _fetch(services, typed, cancelled)
    try:
        article = services.workers.run(
            read_article_job,
            found.data,
            found.name,
            found.charset,
            found.url,
            given,
            found.media_type,
            cancelled=cancelled,
        )
    except WorkError as error:
        raise SubscribeError(f"{clean_line(address, 200)}: {error}") from None
    if not article.headline:
        article = replace(article, headline=found.title)
    return _keep(services, article, given, typed)


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands at an address or in a file."""

    data: bytes
    name: str
    """Decides between HTML, Markdown and plain text."""
    title: str
    """What it is called where it has no headline of its own."""
    charset: str = ""
    url: str = ""
    """Empty for a file."""
    media_type: str = ""


def _read(path: Path) -> _Found:
    """Return what a file holds.

    Raises:
        SubscribeError: it cannot be read or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SubscribeError(f"{clean_line(str(path), 200)}: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise SubscribeError(f"{path}: is larger than {MAX_BYTES // 1_000_000} MB")
    return _Found(data, path.name, _spelt(path.name))


def _fetch(services: Services, url: str, cancelled: Cancelled) -> _Found:
    """Return what stands at an address.

    Raises:
        SubscribeError: it cannot be had.
    """
    from reader.web.fetch import FetchError, Request

    try:
        answer = ask(services, Request(url, allow_private=True, kind="page"), cancelled)
    except FetchError as error:
        text = str(error)
        raise SubscribeError(text if url in text else f"{clean_line(url, 200)}: {text}") from None
    plain = answer.content_type.startswith(("text/plain", "text/markdown"))
    suffix = (".md" if "markdown" in answer.content_type else ".txt") if plain else ".html"
    address = clean_url(answer.url)
    title = _spelt(unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]) or host(address)
    return _Found(answer.body, "page" + suffix, title, answer.charset, address, answer.content_type)


def _spelt(name: str) -> str:
    """Return the name of a file, or the last part of an address, as words."""
    return clean_line(PurePath(name).stem.replace("_", " ").replace("-", " "), 200)


def _keep(services: Services, article: Article, given: Given, typed: str) -> EntryId:
    """Keep an article as an entry of its own, analyse and trace it; ``typed`` is the address the user gave."""
    library = services.library
    identity = article.url or hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    with library.transaction():
        article = _as_given(services, identity, article, given)
        entry = Entry(
            guid=identity,
            title=article.headline,
            url=article.url,
            author=article.byline,
            published_at=article.published_at,
            language=article.language,
        )
        kept = library.entries.keep(None, article.outlet, [entry], texts={identity: article.text})
        # the store tells the numbers of new and changed entries only; ours is remembered for the third case
        if kept.new:
            number = kept.new[0]
            library.settings.put(f"saved:{identity}", str(number))
        else:
            number = EntryId(int(library.settings.get(f"saved:{identity}") or 0))
        library.entries.keep_article(number, article, TextOrigin.SAVED)
        note_typed(services, number, typed)
    stored = library.entries.get(number)
    if stored is None:
        raise SubscribeError(f"entry {number} was removed while it was being saved")
    try:
        process_entry(services, stored, article)
    except WorkError as error:
        raise SubscribeError(f"entry {number} was kept, but not analysed: {error}") from None
    link_entries(services, [number], report=silent, cancelled=never)
    return number


def _as_given(services: Services, identity: str, article: Article, given: Given) -> Article:
    """Return an article with what the user says of it now or said when it was saved before, and remember that.

    What was said of an article that is no longer in the library is forgotten.
    """
    library = services.library
    number = library.settings.get(f"saved:{identity}")
    stored = library.entries.get(EntryId(int(number))) if number else None
    said = json.loads(library.settings.get(f"given:{identity}") or "{}") if stored else {}
    said |= {"title": given.headline} if given.headline else {}
    said |= {"outlet": given.outlet} if given.outlet else {}
    said |= {"date": given.published_at.isoformat()} if given.published_at else {}
    library.settings.put(f"given:{identity}", json.dumps(said))
    date = datetime.fromisoformat(said["date"]) if "date" in said else article.published_at
    return replace(
        article,
        headline=said.get("title", article.headline),
        outlet=said.get("outlet", article.outlet),
        published_at=date or (stored.entry.published_at if stored else None),
    )
