"""Whatever bytes come: a feed, or one clear line."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.feeds.discover import discover_feeds
from reader.feeds.newsboat_urls import parse_newsboat_urls
from reader.feeds.opml import parse_opml
from reader.feeds.parse import FeedError, parse_feed
from reader.text.safety import clean_block, clean_line, is_clean
from reader.text.urls import is_http

SAMPLES = [path.read_bytes() for path in sorted(Path("sample_feeds").resolve().glob("*.*")) if path.suffix != ".md"]
WORDS = (
    b"< > & \" ' <![CDATA[ ]]> <!-- --> <?x <!DOCTYPE [ ]> <item> </item> <entry> </channel> <rss> <feed> <a:b> </ /> "
    b'&#27; &#99999999999999999999; &nbsp; &#xD800; \x1b]0;x \0 \xff\xfe \xc2\x9b \xed\xa0\x80 {"items":[ [ { \\ud800 '
    b'<title> query: exec:" words <outline> <opml> xmlns:x=""'
)
PHRASES = (
    b"<body><outline xmlUrl='|id'/>",
    b' xml:base="http://["',
    b'<?xml version="1.0" encoding="utf-7"?>',
    b"<base href='http://['>",
    b"<link rel=alternate type=application/rss+xml href=x>",
    b" ",
)
PIECES = st.sampled_from((*WORDS.split(), *PHRASES))
SOUP = st.lists(PIECES | st.binary(max_size=8), max_size=40).map(b"".join)


@st.composite
def damaged_samples(draw: st.DrawFn) -> bytes:
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.integers(0, 300))
        data[at : at + cut] = draw(PIECES | st.binary(max_size=4))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def check_line(line: str) -> None:
    assert line
    assert is_clean(line)
    assert "\n" not in line
    assert len(line) < 400


@settings(max_examples=120)
@given(st.one_of(st.binary(), SOUP, damaged_samples()), st.sampled_from(["", "https://a.example/f", "http://["]))
def test_a_feed_or_one_clear_line(data: bytes, url: str) -> None:
    try:
        feed = parse_feed(data, url=url, charset="")
    except FeedError as error:
        check_line(str(error))
        return
    for remark in feed.remarks:
        check_line(remark)
    assert len({entry.guid for entry in feed.entries}) == len(feed.entries)
    for line in (feed.title, feed.description, feed.language):
        assert clean_line(line) == line
    for entry in feed.entries:
        assert entry.guid
        for line in (entry.guid, entry.title, entry.author, entry.language, *entry.categories):
            assert clean_line(line, 2_000) == line
        for block in (entry.html, entry.summary_html):
            assert clean_block(block) == block
        for address in (entry.url, *(e.url for e in entry.enclosures), *(c.url for c in entry.credit_elements)):
            assert not address or is_http(address)


@settings(max_examples=80)
@given(st.one_of(st.binary(), SOUP, damaged_samples()))
def test_lists_and_pages_never_raise_anything_else(data: bytes) -> None:
    for parse in (parse_opml, parse_newsboat_urls):
        try:
            found = parse(data)
        except FeedError as error:
            check_line(str(error))
        else:
            for feed in found.feeds:
                assert feed.url.startswith(("http://", "https://", "file:///"))
                assert is_clean(feed.url + feed.title + feed.folder)
            for remark in found.remarks:
                check_line(remark)
    for page in discover_feeds(data, "https://a.example/"):
        assert is_http(page.url)
        assert is_clean(page.title)


def inside(text: bytes) -> bytes:
    return b"<rss><channel>" + text + b"</channel></rss>"


SHAPES = {
    "attributes": inside(b"<item " + b" ".join(b'a%d="1"' % i for i in range(30_000)) + b"/>"),
    "categories": inside(b"<item>" + b"".join(b"<category>%d</category>" % i for i in range(20_000)) + b"</item>"),
    "open tags": b"<rss>" + b"<a>" * 60_000,
    "deep": inside(b"<a>" * 40_000 + b"</a>" * 40_000),
    "open items": inside(b"<item><title>x</title>" * 8_000),
    "same items": inside(b"<item><guid>g</guid></item>" * 20_000),
    "signs": inside(b"<" * 60_000 + b"& " * 60_000),
    "comments": b"<!--x-->" * 60_000 + b"<rss/>",
    "instructions": b"<?x?>" * 60_000 + b"<rss/>",
    "document types": b"<!DOCTYPE a " * 60_000,
    "quotes": b"<rss><a " + b"'\" " * 60_000,
    "stray bytes": inside(b"\xff" * 100_000),
    "escapes": inside(b"<item><title>" + b"\x1b]" * 60_000 + b"</title></item>"),
    "marks": inside(b"<item><title>" + "\u0301".encode() * 100_000 + b"</title></item>"),
    "references": inside(b"&#99999999999999999999;" * 10_000),
    "digits": inside(b"<item><pubDate>" + b"1" * 100_000 + b"</pubDate></item>"),
    "bases": b'<rss xml:base="http://a.example/"><channel>' + b'<item xml:base="b/"><link>d</link></item>' * 2_000,
    "links": b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>' + b'<link href="http://a.example/"/>' * 20_000,
    "json": json.dumps({"items": [{"id": i, "content_html": "&#27;"} for i in range(5_000)]}).encode(),
    "outlines": b"<opml><body>" + b"<outline text='x'>" * 20_000,
    "anchors": b"<html>" + b"<a href='/feed" * 20_000,
    "scripts": b"<html>" + b"<script>" * 60_000,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_shapes_cost_little(shape: str) -> None:
    data = SHAPES[shape]
    start = time.process_time()
    for read in (parse_feed, parse_opml, parse_newsboat_urls):
        try:
            read(data)
        except FeedError as error:
            check_line(str(error))
    discover_feeds(data, "https://a.example/")
    assert time.process_time() - start < 5, "what grows with the square takes minutes; these take under half a second"
