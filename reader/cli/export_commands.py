"""The command export: entries with all that is known of them, or subscriptions, for other programs."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reader.cli.failures import Failure
from reader.cli.output import counted, safe_json, say, use_utf8
from reader.cli.session import Interrupt, open_session
from reader.model.entry import EntryFilter, EntryId
from reader.text.safety import clean_block, clean_line

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry
    from reader.pipeline.services import Services


def run_export(arguments: argparse.Namespace) -> int:
    """Write entries (Markdown, JSON) or subscriptions (OPML); a file is there in full or not at all."""
    with open_session(arguments) as services, Interrupt() as interrupt:
        if arguments.format == "opml":
            if arguments.query:
                say("the query is left out: OPML holds subscriptions, not entries")
            pieces = _subscriptions(services)
        else:
            ids = services.library.entries.ids(EntryFilter(search=" ".join(arguments.query)))
            if not ids:
                say("nothing found")
            pieces = _entries(services, [EntryId(number) for number in ids], arguments.format)
        with _open_output(arguments.output) as file:
            for piece in pieces:
                if interrupt():
                    raise KeyboardInterrupt
                file.write(piece)
    if arguments.output not in ("", "-"):
        say(f"written: {arguments.output}")
    return 0


def open_record(opened: "OpenEntry") -> dict[str, object]:
    """Return an opened entry as ``show --json`` writes it: the entry, its text, what was found, its chain."""
    from reader.export.records import analysis_record, article_record, chain_record, entry_record

    found = analysis_record(str(opened.stored.id), opened.analysis, opened.credits)
    del found["id"]
    entry, article = entry_record(opened.stored), article_record(opened.article)
    date = entry["date"] or article["date"]
    return {"id": entry["id"], **article, **entry, "date": date, **found, "chain": chain_record(opened.chain)}


def _subscriptions(services: "Services") -> Iterator[str]:
    """Yield the subscriptions as OPML."""
    from reader.feeds.opml import write_opml

    feeds = services.library.feeds.all()
    local = sum(feed.url.startswith("file:") for feed in feeds)
    if local:
        say(f"{counted(local, 'local feed')} left out: other machines could not read the files")
    yield write_opml(feeds)


def _entries(services: "Services", ids: Sequence[EntryId], form: str) -> Iterator[str]:
    """Yield entries one by one, so that a large export needs little memory."""
    from reader.export.markdown import citation_markdown
    from reader.pipeline.enrich import open_entry

    if form == "json":
        yield "["
    for place, number in enumerate(ids):
        opened = open_entry(services, number)
        if form == "json":
            yield (",\n" if place else "\n") + safe_json(open_record(opened), indent=2)
        else:
            text = citation_markdown(opened.article, stored=opened.stored, analysis=opened.analysis, chain=opened.chain)
            yield ("\n---\n\n" if place else "") + clean_block(text).rstrip("\n") + "\n"
    if form == "json":
        yield "\n]\n"


@contextmanager
def _open_output(name: str) -> Iterator[TextIO]:
    """Open the standard output, or a file that takes its name only when it is whole."""
    if name in ("", "-"):
        use_utf8()
        yield sys.stdout
        return
    path = Path(name).expanduser()
    if path.is_dir():
        raise Failure(f"{clean_line(name, 200)}: is a folder")
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}")
    try:
        file = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise Failure(f"{clean_line(name, 200)}: {error.strerror}") from None
    try:
        with file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
