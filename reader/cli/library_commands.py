"""Commands on the set of feeds: add, feeds, remove, import, refresh."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import Paper, counted, print_json, print_table, say
from reader.cli.session import Interrupt, ProgressLines, find_feed, open_session
from reader.model.feed import FeedCounts, FeedId, Subscription
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.pipeline.refresh import RefreshReport
    from reader.pipeline.services import Services

SHOWN = 200
"""Characters of an argument that a message repeats."""
MOST_NAMED = 10
"""Private addresses of one list that are named."""


def run_add(arguments: argparse.Namespace) -> int:
    """Follow each address; one that cannot be followed is reported and the others go on."""
    from reader.pipeline.subscribe import SubscribeError

    failed = 0
    with open_session(arguments) as services, Interrupt() as interrupt:
        for address in arguments.address:
            known = {feed.id for feed in services.library.feeds.all()}
            if interrupt():
                return 130
            try:
                feed = _follow(services, address, interrupt)
            except SubscribeError as error:
                if interrupt():
                    return 130
                say(str(error))
                failed += 1
                continue
            counts = services.library.feeds.counts().get(feed.id, FeedCounts())
            following = "already following" if feed.id in known else "following"
            say(f"{following} {feed.title} ({feed.url}) as feed {feed.id}, {counted(counts.total, 'entry')}")
        if failed < len(arguments.address):
            _process(services, interrupt)
    return 1 if failed else 0


def _follow(services: "Services", address: str, interrupt: Interrupt) -> Subscription:
    """Follow an address; of the feeds that a page announces the best, naming the others.

    Raises:
        SubscribeError: there is nothing to follow.
    """
    from reader.pipeline.subscribe import SeveralFeeds, subscribe

    try:
        return subscribe(services, address, remark=say, cancelled=interrupt)
    except SeveralFeeds as several:
        say(f"{several.page_url} announces {len(several.found)} feeds; the first is taken")
        for feed in several.found[1:]:
            say(f"  also there: {feed.url} {feed.title}")
        return subscribe(services, several.found[0].url, remark=say, cancelled=interrupt)


def _process(services: "Services", interrupt: Interrupt) -> None:
    """Analyse and trace what is new."""
    from reader.pipeline.enrich import process_pending

    process_pending(services, cancelled=interrupt)


def run_feeds(arguments: argparse.Namespace) -> int:
    """List the subscriptions with their health."""
    with open_session(arguments) as services:
        feeds = services.library.feeds.all()
        counts = services.library.feeds.counts()
    if arguments.json:
        from reader.export.records import feed_record

        print_json(feed_record(feed, counts.get(feed.id)) for feed in feeds)
    elif feeds:
        rows = [_feed_row(feed, counts.get(feed.id, FeedCounts())) for feed in feeds]
        print_table(Paper(), ("no", "unread", "all", "folder", "title", "health"), rows, stretch=4)
    else:
        say("no feeds yet; `newsreader add ADDRESS` follows one")
    return 0


def _feed_row(feed: Subscription, counts: FeedCounts) -> tuple[str, ...]:
    """Return one row of the table of feeds."""
    return (str(feed.id), str(counts.unread), str(counts.total), feed.folder, feed.title, describe_health(feed))


def describe_health(feed: Subscription, now: datetime | None = None) -> str:
    """Return how a feed fares, in a few words."""
    state = feed.state
    if state.gone:
        return "gone: the server says that it will not come back (410)"
    if state.error:
        return f"{state.error} ({state.failures} times)" if state.failures > 1 else state.error
    if state.checked_at is None:
        return "not fetched yet"
    hours = ((now or datetime.now(UTC)) - state.checked_at).total_seconds() / 3600
    ago = f"{hours:.0f} h" if hours >= 1 else f"{max(0, hours * 60):.0f} min"
    ago = f"{ago} ago" if hours < 48 else f"{hours / 24:.0f} days ago"
    if not state.remarks:
        return f"ok, {ago}"
    more = f" (+{len(state.remarks) - 1})" if len(state.remarks) > 1 else ""
    return f"read {ago}, but {state.remarks[0]}{more}"


def run_remove(arguments: argparse.Namespace) -> int:
    """Stop following a feed."""
    with open_session(arguments) as services:
        feed = find_feed(services, arguments.feed)
        services.library.feeds.remove(feed.id)
    say(f"no longer following {feed.title}; `newsreader add {feed.url}` brings it back with its entries")
    return 0


def run_import(arguments: argparse.Namespace) -> int:
    """Take over a list of subscriptions."""
    from reader.pipeline.importing import import_list

    with open_session(arguments) as services:
        report = import_list(services, Path(arguments.file).expanduser(), allow_private=arguments.allow_private)
    name = clean_line(arguments.file, SHOWN)
    for remark in report.remarks:
        say(f"{name}: {remark}")
    if not report.added and not report.known:
        say(f"{name}: holds no address of a feed that could be followed")
        return 1
    for url in report.private[:MOST_NAMED]:
        say(f"{url}: a private address; kept, but not fetched (import with --allow-private to allow it)")
    if len(report.private) > MOST_NAMED:
        say(f"… and {len(report.private) - MOST_NAMED} more private addresses")
    known = f", {report.known} were there already" if report.known else ""
    entries = f", {counted(report.entries, 'entry')}" if report.entries else ""
    advice = "; `newsreader refresh` fetches them" if report.added else ""
    say(f"imported {counted(len(report.added), 'feed')}{entries}{known}{advice}")
    return 0


def run_refresh(arguments: argparse.Namespace) -> int:
    """Fetch feeds, then analyse and trace what is new; exit code 1 if a feed failed."""
    from reader.pipeline.refresh import refresh

    with open_session(arguments) as services, Interrupt() as interrupt:
        chosen: list[FeedId] | None = [find_feed(services, name).id for name in arguments.feed] or None
        report = refresh(
            services,
            chosen,
            everything=arguments.all,
            fetch_only=arguments.fetch_only,
            report=ProgressLines(),
            cancelled=interrupt,
        )
    for outcome in report.feeds:
        for remark in outcome.remarks:
            say(f"{outcome.title}: {remark}")
    if arguments.json:
        print_json(_refresh_record(report))
    _sum_up(report)
    if report.cancelled:
        return 130
    return 1 if report.failed else 0


def _refresh_record(report: "RefreshReport") -> dict[str, object]:
    """Return what a refresh brought as JSON holds it."""
    return {
        "feeds": [
            {
                "feed": int(feed.feed_id),
                "title": feed.title,
                "new": feed.new,
                "changed": feed.changed,
                "not_modified": feed.not_modified,
                "error": feed.error or None,
                "remarks": list(feed.remarks),
            }
            for feed in report.feeds
        ],
        "new": report.new,
        "failed": report.failed,
        "processed": report.processed,
        "cancelled": report.cancelled,
    }


def _sum_up(report: "RefreshReport") -> None:
    """Tell in one line what a refresh brought."""
    if not report.feeds and not report.processed:
        say("nothing is due; --all fetches every feed")
        return
    failed = f", {report.failed} failed" if report.failed else ""
    processed = f"; {report.processed} analysed and traced" if report.processed else ""
    new = counted(report.new, "entry").replace(" ", " new ")
    say(f"{counted(len(report.feeds), 'feed')}: {new}{failed}{processed}")
