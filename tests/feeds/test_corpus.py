"""Every file of the feed corpus is read, or refused with one clear line; run with ``-s`` for the counts."""

from collections import Counter
from pathlib import Path

import pytest

from reader.feeds.discover import discover_feeds
from reader.feeds.opml import parse_opml
from reader.feeds.parse import FeedError, parse_feed
from reader.text.safety import is_clean

FEED_KINDS = ("rss", "atom", "rdf", "json", "rss-in-json")


def listed(shared_dir: Path) -> list[tuple[str, str, bytes]]:
    """Return kind, name and bytes of the inputs that the corpus names."""
    root = shared_dir / "feed_corpus"
    pairs = [line.split("\t") for line in (root / "feeds.txt").read_text(encoding="utf-8").splitlines()]
    return [(kind, name, (root / name).read_bytes()) for kind, name in pairs]


def check_line(name: str, line: str) -> None:
    assert line, name
    assert is_clean(line), name
    assert "\n" not in line, name


def test_every_feed_is_read_or_refused_with_one_line(shared_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    refused: Counter[str] = Counter()
    for kind, name, data in listed(shared_dir):
        if kind not in FEED_KINDS:
            continue
        try:
            feed = parse_feed(data, url="https://corpus.example/feed")
        except FeedError as error:
            check_line(name, str(error))
            counts[kind, "refused"] += 1
            refused[str(error)] += 1
            assert not name.startswith(("gofeed", "miniflux", "netnewswire", "feed-rs/feed-rs/fixture/rss")), name
            continue
        counts[kind, "read"] += 1
        counts[kind, "entries"] += len(feed.entries)
        counts[kind, "with a remark"] += bool(feed.remarks)
        for remark in feed.remarks:
            check_line(name, remark)
    with capsys.disabled():
        for (kind, what), count in sorted(counts.items()):
            print(f"\n{kind:12} {what:14} {count:5}", end="")  # noqa: T201  # the counts are what is asked for
        print(*(f"\nrefused {count:3}: {line}" for line, count in refused.items()))  # noqa: T201
    assert all(counts[kind, "read"] for kind in FEED_KINDS)


def test_every_list_is_read(shared_dir: Path) -> None:
    for kind, name, data in listed(shared_dir):
        if kind == "opml":
            found = parse_opml(data)
            for feed in found.feeds:
                assert feed.url.startswith(("http://", "https://")), name
            for remark in found.remarks:
                check_line(name, remark)
            if "piped" in name or "filtered" in name:
                assert found.remarks, name


def test_pages_are_no_feeds_and_announce_theirs(shared_dir: Path) -> None:
    announcing = 0
    for kind, _, data in listed(shared_dir):
        if kind == "html":
            with pytest.raises(FeedError, match="web page"):
                parse_feed(data)
            announcing += bool(discover_feeds(data, "https://site.example/"))
    assert announcing >= 6
