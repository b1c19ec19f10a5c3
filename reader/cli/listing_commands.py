"""Commands that list over the whole library: list, officials."""

import argparse
import contextlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from reader.cli.output import Paper, columns, fit, print_json, print_line, print_table, say
from reader.cli.session import open_session
from reader.model.entry import RECEIVED, EntryFilter, EntrySummary
from reader.model.labels import office_words
from reader.text.safety import clean_line

PAGE = 50
"""Entries that are listed for people unless told otherwise; programs get all."""
EMPTY = "the library is empty; `newsreader add ADDRESS` follows a feed"
_OUTLET_COLUMNS = 20
MOST_TOLD = 20
"""People whose claims are told one by one, as JSON, where a name is asked for."""


def run_list(arguments: argparse.Namespace) -> int:
    """List the newest entries that a query finds."""
    wanted = EntryFilter(search=" ".join(arguments.query))
    with open_session(arguments) as services:
        entries = services.library.entries
        limit = (0 if arguments.json else PAGE) if arguments.limit is None else arguments.limit
        found = entries.first(wanted, limit or 2**31 - 1)
        feeds = bool(services.library.feeds.all())
        more = entries.count(wanted) - len(found) if len(found) == limit else 0
    if arguments.json:
        from reader.export.records import entry_record

        print_json(entry_record(entry) for entry in found)
        return 0
    paper = Paper()
    for line in _entry_lines(found, paper):
        print_line(line)
    if not found:
        empty = "no entries yet; `newsreader refresh` fetches them" if feeds else EMPTY
        say("nothing found" if arguments.query else empty)
    elif more:
        say(f"{more} more; --limit 0 prints all")
    return 0


def _entry_lines(entries: Sequence[EntrySummary], paper: Paper) -> Iterator[str]:
    """Yield one line for each entry: number, date, marks, outlet, title, and the outlet it came through."""
    digits = max((len(str(entry.id)) for entry in entries), default=1)
    for entry in entries:
        marks = ("●" if not entry.read else " ") + ("★" if entry.bookmarked else " ")
        outlet = clean_line(entry.outlet)
        outlet = fit(outlet, _OUTLET_COLUMNS if paper.terminal else max(_OUTLET_COLUMNS, columns(outlet)))
        via = f"⟵ {clean_line(entry.via, 40)}" + (f" +{entry.more}" if entry.more else "") if entry.via else ""
        about = RECEIVED if entry.is_received else " "
        start = f"{entry.id:>{digits}} {about}{short_date(entry.dated_at)}  {marks}  "
        room = max(20, paper.width - columns(start) - _OUTLET_COLUMNS - 2 - (columns(via) + 2 if via else 0))
        title = clean_line(entry.title) or clean_line(entry.url) or "(no title)"
        title = fit(title, room if paper.terminal else max(room, columns(title)))
        yield (
            paper.style(start, "dim")
            + paper.style(outlet, "cyan")
            + "  "
            + (paper.style(title, "bold") if not entry.read else title)
            + ("  " + paper.style(via, "yellow") if via else "")
        ).rstrip()


def short_date(moment: datetime) -> str:
    """Return a time as lists show it, in the local time zone; near the ends of the calendar in UTC."""
    with contextlib.suppress(OverflowError, ValueError, OSError):
        moment = moment.astimezone()
    return f"{moment:%Y-%m-%d %H:%M}"


def run_officials(arguments: argparse.Namespace) -> int:
    """List the people and collectives that say something, those with most claims first.

    Of the query, words must stand in name, office or organisation; fields (``feed:``, ``is:``) choose the articles.
    """
    with open_session(arguments) as services:
        claims = services.library.claims
        fields = [word for word in arguments.query if ":" in word]
        names = [word for word in arguments.query if ":" not in word]
        among = services.library.entries.ids(EntryFilter(search=" ".join(fields))) if fields else None
        found = claims.officials(" ".join(names), among=among)
        told = arguments.json and arguments.query and len(found) <= MOST_TOLD
        said = {official.full_name: claims.said_by(official.full_name) for official in found} if told else {}
    if arguments.json:
        from reader.export.records import claim_record, officials_record

        print_json(
            {**officials_record(official), "claims_made": [claim_record(claim) for claim in said[official.full_name]]}
            if told
            else officials_record(official)
            for official in found
        )
    elif found:
        rows = [
            (
                official.full_name,
                office_words(official),
                str(official.claims),
                str(official.articles),
                short_date(official.last_seen_at)[:10] if official.last_seen_at else "",
            )
            for official in found
        ]
        print_table(Paper(), ("name", "office", "claims", "articles", "last seen"), rows, stretch=1)
    else:
        say("nobody found")
    return 0
