from pathlib import Path

import pytest

from reader.model.entry import EntryFilter
from reader.pipeline.addresses import feed_address
from reader.pipeline.refresh import refresh
from reader.pipeline.services import Services
from reader.pipeline.subscribe import SeveralFeeds, SubscribeError, import_list, save_article, subscribe
from tests.pipeline.kit import FERRY, FakeWeb, rss

FEED = rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)])
URL = "https://gazette.example/feed.xml"
PAGE = "https://gazette.example/"


def page(*feeds: str) -> str:
    links = "".join(f"<link rel='alternate' type='application/rss+xml' title='T{f}' href='{f}'>" for f in feeds)
    return f"<!doctype html><html><head><title>x</title>{links}</head><body><p>Hello</p></body></html>"


def test_a_feed_is_followed_and_its_entries_are_there_at_once(services: Services, web: FakeWeb) -> None:
    web.put(URL, FEED, etag='"1"')
    feed = subscribe(services, URL, folder="Papers")
    assert (feed.title, feed.url, feed.folder, feed.state.etag) == ("Eastmoor Gazette", URL, "Papers", '"1"')
    assert services.library.entries.count(EntryFilter(feed_id=feed.id)) == 1
    assert len(web.requests) == 1


def test_following_twice_asks_nobody_and_changes_nothing(services: Services, web: FakeWeb) -> None:
    web.put(URL, FEED)
    first = subscribe(services, URL)
    assert subscribe(services, f"  {URL} ").id == first.id
    assert len(web.requests) == 1


def test_a_page_that_announces_one_feed_leads_to_it(services: Services, web: FakeWeb) -> None:
    web.put(PAGE, page("feed.xml"))
    web.put(URL, FEED)
    assert subscribe(services, PAGE).url == URL


def test_a_page_that_announces_several_lets_the_user_choose(services: Services, web: FakeWeb) -> None:
    web.put(PAGE, page("feed.xml", "sport.xml"))
    with pytest.raises(SeveralFeeds) as caught:
        subscribe(services, PAGE)
    assert {found.url for found in caught.value.found} == {URL, "https://gazette.example/sport.xml"}
    assert services.library.feeds.all() == ()


def test_a_page_without_feeds_is_told_so_in_one_line(services: Services, web: FakeWeb) -> None:
    web.put(PAGE, page())
    with pytest.raises(
        SubscribeError, match=r"https://gazette.example/: it is a web page, not a feed, and announces none"
    ):
        subscribe(services, PAGE)


def test_what_a_page_announces_but_is_no_feed(services: Services, web: FakeWeb) -> None:
    web.put(PAGE, page("feed.xml"))
    web.put(URL, page())
    with pytest.raises(SubscribeError, match=r"feed.xml: it is a web page"):
        subscribe(services, PAGE)


def test_an_address_that_cannot_be_had(services: Services, web: FakeWeb) -> None:
    with pytest.raises(SubscribeError, match=r"https://nowhere.example/: there is no such host"):
        subscribe(services, "nowhere.example")


def test_a_typed_private_address_is_allowed_and_one_announced_elsewhere_is_not(
    services: Services, web: FakeWeb
) -> None:
    web.put("http://127.0.0.1:8000/feed", FEED)
    assert subscribe(services, "http://127.0.0.1:8000/feed").allow_private
    web.put(PAGE, page("http://127.0.0.1:9000/feed"))
    web.put("http://127.0.0.1:9000/feed", FEED)
    found = subscribe(services, PAGE)
    assert [request.allow_private for request in web.requests] == [True, True, False]
    assert not found.allow_private  # the fetcher refuses it; here the web has no manners


def test_a_permanent_move_is_followed_at_once(services: Services, web: FakeWeb) -> None:
    new = "https://gazette.example/new.xml"
    web.put(URL, FEED, final=new, moved_to=new)
    assert subscribe(services, URL).url == new


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("gazette.example", "https://gazette.example/"),
        ("gazette.example:8080/feed?x=1", "https://gazette.example:8080/feed?x=1"),
        ("localhost:8000/feed", "http://localhost:8000/feed"),
        ("192.168.1.5/feed", "http://192.168.1.5/feed"),
        ("feed://gazette.example/rss", "https://gazette.example/rss"),
        ("feed:https://gazette.example/rss", "https://gazette.example/rss"),
        ("https://user:word@gazette.example/rss", "https://user:word@gazette.example/rss"),
        ("HTTP://Gazette.Example/Feed", "http://gazette.example/Feed"),
    ],
)
def test_what_is_typed_becomes_an_address(typed: str, address: str) -> None:
    assert feed_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "   ", "exec:rm -rf ~", "|touch pwned", "javascript://x", "/no/such/file", "ht tp://x y"]
)
def test_what_is_no_address_is_refused_in_one_line(typed: str) -> None:
    with pytest.raises(SubscribeError) as caught:
        feed_address(typed)
    assert "\n" not in str(caught.value)


def test_a_file_is_followed_by_its_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a feed.xml").write_text(FEED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert feed_address("a feed.xml") == (tmp_path / "a feed.xml").as_uri()


# -- lists --------------------------------------------------------------------------------------------------------

OPML = """<opml version="2.0"><body><outline text="Papers">
<outline type="rss" text="Gazette" xmlUrl="https://gazette.example/feed.xml"/>
<outline type="rss" text="Router" xmlUrl="http://192.168.1.1/log.xml"/>
<outline type="rss" text="Evil" xmlUrl="|touch pwned"/></outline></body></opml>"""


def test_opml_is_taken_over_with_its_folders(services: Services, web: FakeWeb, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text(OPML, encoding="utf-8")
    report = import_list(services, path)
    feeds = {feed.url: feed for feed in services.library.feeds.all()}
    assert {feed.folder for feed in feeds.values()} == {"Papers"}
    assert set(feeds) == {URL, "http://192.168.1.1/log.xml"}
    assert report.private == ("http://192.168.1.1/log.xml",)
    assert "--allow-private" in feeds["http://192.168.1.1/log.xml"].state.error
    assert len(report.remarks) == 1
    assert web.requests == []
    again = import_list(services, path)
    assert (again.added, again.known) == ((), 2)


def test_private_addresses_of_a_list_can_be_allowed(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_text(OPML, encoding="utf-8")
    report = import_list(services, path, allow_private=True)
    assert report.private == ()
    assert all(feed.allow_private for feed in report.added)


def test_feed_files_beside_a_list_are_followed_and_no_others(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a feed.xml").write_text(FEED, encoding="utf-8")
    (tmp_path / "outside.xml").write_text(FEED, encoding="utf-8")
    (folder / "link.xml").symlink_to(tmp_path / "outside.xml")
    names = ("sub/a%20feed.xml", "../outside.xml", "link.xml", "none.xml", "sub")
    outlines = "".join(f"<outline text='{name}' xmlUrl='{name}'/>" for name in names)
    (folder / "list.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    report = import_list(services, folder / "list.opml")
    assert [feed.url for feed in report.added] == [(folder / "sub" / "a feed.xml").as_uri()]
    assert (report.private, len(report.remarks)) == ((), 4)
    assert all("no file beside the list" in remark for remark in report.remarks)
    assert refresh(services).new == 1


def test_file_addresses_of_a_list_are_followed_where_they_lie_beside_it(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for path in (folder / "a feed.xml", tmp_path / "outside.xml"):
        path.write_text(FEED, encoding="utf-8")
    urls = [(folder / "a feed.xml").as_uri(), (tmp_path / "outside.xml").as_uri()]
    outlines = "".join(f"<outline text='x' xmlUrl='{url}'/>" for url in urls)
    (folder / "list.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    report = import_list(services, folder / "list.opml")
    assert [feed.url for feed in report.added] == urls[:1]
    assert ["no file beside the list" in remark for remark in report.remarks] == [True]


def test_a_tag_of_a_list_goes_to_a_known_feed_without_folder(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "urls"
    for tag, folder in (("", ""), (" papers", "papers"), (" other", "papers")):
        path.write_text(f"https://gazette.example/feed.xml{tag}\n", encoding="utf-8")
        import_list(services, path)
        assert [feed.folder for feed in services.library.feeds.all()] == [folder]


@pytest.mark.parametrize(
    ("typed", "is_file"),
    [
        ("nothere.xml", True),
        ("lists/nothere.OPML", True),
        ("news.txt", True),
        ("lists\\feed", True),
        ("gazette.example/feed.xml", False),
        ("localhost:80/feed.xml", False),
        ("gazette.example", False),
        ("https://gazette.example/feed.xml", False),
    ],
)
def test_a_mistyped_file_is_no_host(typed: str, is_file: bool) -> None:
    if is_file:
        with pytest.raises(SubscribeError, match="there is no file"):
            feed_address(typed)
    else:
        assert feed_address(typed).startswith("http")


def test_a_newsboat_urls_file_is_told_by_its_content(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "x.opml"
    path.write_text('https://gazette.example/feed.xml "~Gazette" papers\nexec:~/bin/feed\n', encoding="utf-8")
    report = import_list(services, path)
    assert [feed.title for feed in report.added] == ["Gazette"]
    assert len(report.remarks) == 1


def test_a_newsboat_cache_is_told_by_its_content_and_keeps_marks(
    services: Services, tmp_path: Path, newsboat_cache: Path
) -> None:
    report = import_list(services, newsboat_cache)
    assert (len(report.added), report.entries) == (1, 3)
    (feed,) = services.library.feeds.all()
    assert feed.title == "Eastmoor Gazette"
    found = {entry.title: entry for entry in services.library.entries.first(EntryFilter(), 10)}
    assert (found["Read"].read, found["Unread"].read, found["Flagged"].bookmarked) == (True, False, True)
    assert [entry.title for entry in services.library.entries.first(EntryFilter(search="lighthouse"), 5)] == ["Unread"]


def test_what_is_no_list(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(SubscribeError, match="No such file"):
        import_list(services, path)
    path.write_bytes(b"SQLite format 3\0" + b"x" * 100)
    with pytest.raises(SubscribeError, match=r"not newsboat's cache\.db"):
        import_list(services, path)
    path.write_text(FEED, encoding="utf-8")
    with pytest.raises(SubscribeError, match="file: it is no list of feeds"):
        import_list(services, path)
    with pytest.raises(SubscribeError, match="Is a directory"):
        import_list(services, tmp_path)


def test_a_private_feed_of_a_list_is_fetched_once_it_is_typed_or_allowed(
    services: Services, web: FakeWeb, tmp_path: Path
) -> None:
    urls = tmp_path / "urls"
    first, second = "http://127.0.0.1:8000/feed", "http://127.0.0.1:8000/other"
    for url in (first, second):
        web.put(url, FEED)
    urls.write_text(f"{first}\n{second}\n", encoding="utf-8")
    assert import_list(services, urls).private == (first, second)
    feed = subscribe(services, first)
    assert (feed.allow_private, feed.state.error) == (True, "")
    assert services.library.entries.count(EntryFilter(feed_id=feed.id)) == 1
    again = import_list(services, urls, allow_private=True)
    assert (again.known, again.added) == (2, ())
    assert refresh(services).new == 1
    assert all(feed.allow_private and not feed.state.error for feed in services.library.feeds.all())


def test_a_private_feed_that_is_typed_but_silent_says_so(services: Services, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("http://127.0.0.1:8000/feed\n", encoding="utf-8")
    import_list(services, tmp_path / "urls")
    with pytest.raises(SubscribeError, match=r"http://127\.0\.0\.1:8000/feed: there is no such host"):
        subscribe(services, "http://127.0.0.1:8000/feed")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://[bad", "is neither"),
        ("[bad", "is neither"),
        ("file://[x/y", "is neither"),
        ("", "the address is empty"),
        ("~nobody-of-this-name/feed", "is neither"),
        ("x" * 5000, "is neither"),
        (".", "is a folder"),
    ],
)
def test_what_is_no_address_is_one_short_line(services: Services, address: str, words: str) -> None:
    for follow in (subscribe, save_article):
        with pytest.raises(SubscribeError, match=words) as caught:
            follow(services, address)
        assert len(str(caught.value)) < 300
