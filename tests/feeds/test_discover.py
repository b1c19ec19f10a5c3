from reader.feeds.discover import FoundFeed, discover_feeds
from reader.model.feed import FeedFormat

PAGE = "https://site.example/news/today"


def test_announced_feeds_come_first_and_comments_last() -> None:
    page = b"""<html><head>
        <link rel="alternate" type="application/rss+xml" title="Site &raquo; Comments" href="/comments/feed/">
        <LINK REL='alternate' TYPE='application/atom+xml; x=y' TITLE='News &amp; more' HREF='/atom.xml?a=1&amp;b=2'>
        <link rel=alternate type=application/feed+json href=feed.json>
        <link rel="alternate" type="application/json" href="/wp-json/v2/posts/1">
        <link rel="alternate stylesheet" type="text/css" href="x.css"><link rel="alternate" hreflang="de" href="/de">
        <link rel="stylesheet" type="application/rss+xml" href="odd"><link rel="feed" href="/hidden">
        </head><body><a href="/about">About</a> <a class=x href="/feed/">RSS</a> <a href='https://other.example/index.rdf'>x</a>
        <a href="javascript:feed">x</a><a href="/feeding-the-poor">x</a></body></html>"""
    assert discover_feeds(page, PAGE) == (
        FoundFeed("https://site.example/atom.xml?a=1&b=2", "News & more", FeedFormat.ATOM),
        FoundFeed("https://site.example/news/feed.json", "", FeedFormat.JSON),
        FoundFeed("https://site.example/hidden", "", None),
        FoundFeed("https://site.example/comments/feed/", "Site » Comments", FeedFormat.RSS),
        FoundFeed("https://site.example/feed/"),
        FoundFeed("https://other.example/index.rdf"),
    )


def test_base_counts_and_comments_and_scripts_do_not() -> None:
    page = b"""<base href="https://b.example/x/"><base href="https://c.example/">
        <!-- <link rel=alternate type=application/rss+xml href=no1> -->
        <script>'<link rel=alternate type=application/rss+xml href=no2>'</script>
        <link rel=alternate type=application/rss+xml href=yes><link rel=alternate type=application/rss+xml href=yes>"""
    assert [feed.url for feed in discover_feeds(page, PAGE)] == ["https://b.example/x/yes"]


def test_titles_are_decoded_as_the_page_says() -> None:
    page = '<meta charset="windows-1251"><link rel=alternate type=application/rss+xml title="Новости" href=f>'
    assert discover_feeds(page.encode("cp1251"), PAGE)[0].title == "Новости"


def test_addresses_and_titles_are_safe() -> None:
    page = b"""<link rel=alternate type=application/rss+xml href="file:///etc/passwd">
        <link rel=alternate type=application/rss+xml href="feed://f.example/x" title="a&#27;]0;owned&#7;b&#8238;">"""
    assert discover_feeds(page, PAGE) == (FoundFeed("http://f.example/x", "ab", FeedFormat.RSS),)
