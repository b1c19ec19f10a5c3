import pytest

from reader.feeds.newsboat_urls import parse_newsboat_urls
from reader.feeds.opml import ListedFeed, parse_opml, write_opml
from reader.feeds.parse import FeedError
from reader.model.feed import FeedId, Subscription


def opml(body: str) -> bytes:
    return f'<opml version="2.0"><head><title>My feeds</title></head><body>{body}</body></opml>'.encode()


def test_opml_with_folders() -> None:
    found = parse_opml(
        opml(
            "<outline text='News'><outline text='World &amp; more'>"
            "<outline type='rss' text='A' title='The A' xmlUrl='https://a.example/f?x=1&amp;y=2' htmlUrl='https://a.example'/>"
            "</outline><outline text='B' xmlUrl='http://b.example/'/></outline>"
            "<outline text='C' XMLURL='https://c.example/f' category='/Tech/Web,/Other'/>"
            "<outline text='again' xmlUrl='https://c.example/f'/><outline text='no feed'/>"
            "<outline text='D' xmlUrl='feed://d.example/f'/><outline text='E' xmlUrl='feed:https://e.example/f'/>"
        )
    )
    assert found.title == "My feeds"
    assert found.remarks == ()
    assert found.feeds == (
        ListedFeed("https://a.example/f?x=1&y=2", "The A", "News / World & more"),
        ListedFeed("http://b.example/", "B", "News"),
        ListedFeed("https://c.example/f", "C", "Tech / Web"),
        ListedFeed("http://d.example/f", "D", ""),
        ListedFeed("https://e.example/f", "E", ""),
    )


@pytest.mark.parametrize(
    "address",
    [
        "|touch /x",
        "  |id",
        "exec:~/script.sh",
        "EXEC:x",
        "filter:~/f:https://a.example/",
        "file://host/etc/passwd",
        "javascript:x",
    ],
)
def test_commands_and_other_schemes_become_remarks(address: str) -> None:
    found = parse_opml(opml(f"<outline text='Evil' xmlUrl='{address}'/><outline xmlUrl='https://a.example/'/>"))
    assert [feed.url for feed in found.feeds] == ["https://a.example/"]
    (remark,) = found.remarks
    assert address.strip() in remark
    assert "Evil" in remark
    assert ("command, which is never run" in remark) == (address.strip()[:4].lower() not in ("file", "java"))


def test_filter_commands_are_told_and_left() -> None:
    found = parse_opml(opml("<outline title='A' xmlUrl='https://a.example/' filtercmd='~/bin/x \x7f'/>"))
    assert found.feeds == (ListedFeed("https://a.example/", "A"),)
    assert found.remarks == ("the filter command of A was not taken over: «~/bin/x»",)


def test_damaged_lists_are_read_as_far_as_they_go() -> None:
    found = parse_opml(
        b"<opml><body><outline text='Q & A' xmlUrl='https://a.example/?a=1&b=2'><outline xmlUrl='https://b.example/'"
    )
    assert [feed.url for feed in found.feeds] == ["https://a.example/?a=1&b=2", "https://b.example/"]
    assert found.remarks[0].startswith("damaged XML")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b"<rss/>", "outermost element is rss"), (b"words", "neither"), (b"\0" * 9, "empty")],
)
def test_what_is_no_list(data: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words):
        parse_opml(data)


def test_paths_from_the_list_are_kept_apart_and_only_such_that_lead_to_files_beside_it() -> None:
    found = parse_opml(
        opml(
            "<outline text='A' xmlUrl='a.xml'/>"
            "<outline text='News'><outline title='B' xmlUrl=' sub/b%20c.xml '/></outline>"
            "<outline xmlUrl='/etc/passwd'/><outline xmlUrl='~/x'/><outline xmlUrl='file:///x'/><outline xmlUrl='C:x'/>"
            "<outline xmlUrl='filter:a:b'/><outline xmlUrl='a.xml'/>"
        )
    )
    assert found.beside == (
        ListedFeed("a.xml", "A"),
        ListedFeed("sub/b%20c.xml", "B", "News"),
        ListedFeed("file:///x"),
    )
    assert (found.feeds, len(found.remarks)) == ((), 4)


def test_remarks_stay_within_bounds() -> None:
    found = parse_opml(opml("<outline xmlUrl='|x'/>" * 500))
    assert len(found.remarks) == 11
    assert found.remarks[-1] == "… and 490 more"


def test_written_lists_come_back_the_same() -> None:
    subscriptions = [
        Subscription(FeedId(1), "https://a.example/f?x=1&y=2", 'The "A" & <B>', "https://a.example/", "World / 'Far'"),
        Subscription(FeedId(2), "https://me:pw@b.example/f", "B\x1b[31m", folder=""),
        Subscription(FeedId(3), "file:///home/me/local.xml", "local"),
        Subscription(FeedId(4), "https://c.example/", "C ü 日本", folder="World / 'Far'"),
    ]
    text = write_opml(subscriptions, "Mine & yours")
    found = parse_opml(text.encode())
    assert found.title == "Mine & yours"
    assert found.remarks == ()
    assert found.feeds == (
        ListedFeed("https://b.example/f", "B", ""),
        ListedFeed("https://a.example/f?x=1&y=2", 'The "A" & <B>', "World / 'Far'"),
        ListedFeed("https://c.example/", "C ü 日本", "World / 'Far'"),
    )
    assert "pw" not in text


def test_newsboat_urls() -> None:
    found = parse_newsboat_urls(
        "# comment\n\n"
        'https://a.example/f "~The A" news "far away"\n'
        'http://b.example/f "two words" !  # comment\n'
        "https://me:pw@c.example/f\n"
        "file:///home/me/ü.xml local\n"
        'https://d.example/f#x "~Say \\"hi\\""\n'
        "https://a.example/f twice\r\n".encode()
    )
    assert found.remarks == ("line 4: newsboat hides this feed; it is shown here",)
    assert found.feeds == (
        ListedFeed("https://a.example/f", "The A", "news"),
        ListedFeed("http://b.example/f", "", "two words"),
        ListedFeed("https://me:pw@c.example/f"),
        ListedFeed("file:///home/me/ü.xml", "", "local"),
        ListedFeed("https://d.example/f#x", 'Say "hi"'),
    )


def test_a_feed_that_newsboat_hides_is_taken_and_told() -> None:
    found = parse_newsboat_urls(b'https://a.example/f "!hidden" news "~The A"\n')
    assert found.feeds == (ListedFeed("https://a.example/f", "The A", "news"),)
    assert found.remarks == ("line 1: newsboat hides this feed; it is shown here",)


def test_newsboat_searches_and_commands_become_remarks() -> None:
    found = parse_newsboat_urls(
        b'"query:Unread:unread = \\"yes\\"" tag\nexec:~/bin/x.sh tag\n"filter:~/f:https://a.example/"\n|id\nnonsense\n'
    )
    assert found.feeds == ()
    assert len(found.remarks) == 5
    assert "query feed «Unread:unread" in found.remarks[0]
    assert found.remarks[0].endswith("was not taken over: its query language is another")
    assert "command, which is never run" in found.remarks[1]
    assert "command, which is never run" in found.remarks[2]
    assert "nonsense" in found.remarks[4]


def test_a_database_is_no_urls_file() -> None:
    with pytest.raises(FeedError, match="no text"):
        parse_newsboat_urls(b"SQLite format 3\0" + b"\0" * 100)
