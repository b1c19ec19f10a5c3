"""The origins that the user typed: only they may be private, since what documents say of themselves is foreign.

An origin is scheme, host and port. That of an article kept without a feed is remembered beside its number; that of a
feed is its own address.
"""

from urllib.parse import urlsplit

from reader.model.entry import EntryId, StoredEntry
from reader.pipeline.services import Services
from reader.text.urls import absolute


def origin_of(url: str) -> str:
    """Return the origin of an http(s) address, in lower case; empty if it is none."""
    parts = urlsplit(absolute("", url))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def note_typed(services: Services, entry_id: EntryId, url: str) -> None:
    """Remember the address that the user typed to save an article; a file has none."""
    if origin := origin_of(url):
        services.library.settings.put(_key(entry_id), origin)


def was_typed(services: Services, stored: StoredEntry) -> bool:
    """Tell whether the user typed the origin of a saved article's present address."""
    typed = services.library.settings.get(_key(stored.id))
    return bool(typed) and typed == origin_of(stored.entry.url)


def _key(entry_id: EntryId) -> str:
    return f"typed:{entry_id}"
