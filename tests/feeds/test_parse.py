import json
from datetime import UTC, datetime

import pytest

from reader.feeds.parse import FeedError, parse_feed
from reader.model.entry import CreditElement, Enclosure, Entry
from reader.model.feed import Feed, FeedFormat
from reader.text.safety import is_clean

URL = "https://lantern.example/feeds/news.xml"
NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"'
)


def rss(item: str = "", channel: str = "", *, url: str = URL) -> Feed:
    link = "" if "<link>" in channel else "<link>https://lantern.example/</link>"
    inside = f"<title>The Lantern</title>{link}{channel}<item>{item}</item>"
    text = f'<rss version="2.0" {NAMESPACES}><channel>{inside}</channel></rss>'
    return parse_feed(text.encode(), url=url)


def entry(item: str, channel: str = "") -> Entry:
    (only,) = rss(item, channel).entries
    return only


def atom(inside: str, *, url: str = URL, root: str = "") -> Feed:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom" {root}><title>The Lantern</title>{inside}</feed>'
    return parse_feed(text.encode(), url=url)


def refusal(data: bytes, content_type: str = "") -> str:
    with pytest.raises(FeedError) as caught:
        parse_feed(data, content_type=content_type)
    line = str(caught.value)
    assert is_clean(line)
    assert "\n" not in line
    assert len(line) < 200
    return line


def test_rss() -> None:
    feed = rss(
        "<title>Bridge shut</title><link>/a/1?x=1&amp;y=2</link><guid isPermaLink='false'>n1</guid>"
        "<pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate><author>jo@lantern.example (Jo Doe)</author>"
        "<description>Short &lt;b&gt;words&lt;/b&gt;</description>"
        "<content:encoded><![CDATA[<p>Many words & more.</p><p>And more.</p>]]></content:encoded>"
        "<category>Town</category><category>Town</category><category>A &amp;amp; B</category>"
        "<enclosure url='/a.mp3' type='audio/mpeg' length='123'/>",
        "<description>News</description><language>en-GB</language><ttl>45</ttl>",
    )
    assert feed == Feed(
        format=FeedFormat.RSS,
        title="The Lantern",
        site_url="https://lantern.example/",
        description="News",
        language="en-GB",
        ttl_minutes=45,
        entries=(
            Entry(
                guid="n1",
                title="Bridge shut",
                url="https://lantern.example/a/1?x=1&y=2",
                author="Jo Doe",
                published_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
                html="<p>Many words & more.</p><p>And more.</p>",
                summary_html="Short <b>words</b>",
                categories=("Town", "A & B"),
                enclosures=(Enclosure("https://lantern.example/a.mp3", "audio/mpeg", 123),),
            ),
        ),
    )


def test_rdf() -> None:
    feed = parse_feed(
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        b' xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:s="http://purl.org/rss/1.0/modules/syndication/">'
        b'<channel r:about="x"><title>Scroll</title><link>http://scroll.example/</link>'
        b"<s:updatePeriod>daily</s:updatePeriod><s:updateFrequency>4</s:updateFrequency></channel>"
        b'<item r:about="http://scroll.example/1"><title>One</title><link>http://scroll.example/1?a</link>'
        b"<d:date>2026-11-23T10:00Z</d:date><d:creator>Fay Lee</d:creator></item></r:RDF>"
    )
    assert (feed.format, feed.title, feed.ttl_minutes) == (FeedFormat.RDF, "Scroll", 360)
    (only,) = feed.entries
    assert (only.guid, only.url) == ("http://scroll.example/1", "http://scroll.example/1?a")
    assert (only.author, only.published_at) == ("Fay Lee", datetime(2026, 11, 23, 10, tzinfo=UTC))


def test_atom() -> None:
    feed = atom(
        "<id>urn:f</id><link href='/'/><link rel='self' href='news.xml'/><author><name>The Desk</name></author>"
        "<entry xml:lang='fr'><id>urn:1</id>"
        "<title type='html'>AT&amp;amp;T &amp;lt;b&amp;gt; &lt;i&gt;now&lt;/i&gt;</title>"
        "<link rel='enclosure' href='/a.mp3' length='9' type='audio/mpeg'/><link href='/1' type='text/html'/>"
        "<published>2026-11-22T08:00:00Z</published><updated>2026-11-23T08:00:00.25+01:00</updated>"
        "<summary>a &lt; b</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        "<p>One<br/>two &amp; three</p></div></content><category term='t' label='Town'/></entry>",
        root='xml:lang="en"',
    )
    assert (feed.format, feed.site_url, feed.language) == (FeedFormat.ATOM, "https://lantern.example/", "en")
    (only,) = feed.entries
    assert only.title == "AT&T <b> now"
    assert (only.guid, only.url, only.language) == ("urn:1", "https://lantern.example/1", "fr")
    assert only.author == "The Desk"
    assert only.published_at == datetime(2026, 11, 22, 8, tzinfo=UTC)
    assert only.updated_at == datetime(2026, 11, 23, 7, 0, 0, 250_000, tzinfo=UTC)
    assert only.html == "<p>One<br>two &amp; three</p>"
    assert only.summary_html == "a &lt; b"
    assert only.categories == ("Town",)
    assert only.enclosures == (Enclosure("https://lantern.example/a.mp3", "audio/mpeg", 9),)


def test_json_feed() -> None:
    feed = parse_feed(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Lantern",
                "home_page_url": "https://lantern.example/",
                "authors": [{"name": "The Desk"}],
                "language": "en",
                "items": [
                    {
                        "id": 7,
                        "url": "a/7",
                        "title": "Seven",
                        "content_text": "a < b\n\nc",
                        "summary": "short",
                        "date_published": "2026-11-23T10:00:00-05:00",
                        "tags": ["Town", 3, None],
                        "attachments": [{"url": "https://lantern.example/7.mp3", "mime_type": "audio/mpeg"}],
                    },
                    "no item",
                ],
            }
        ).encode(),
        url=URL,
    )
    assert (feed.format, feed.language) == (FeedFormat.JSON, "en")
    assert feed.remarks == ("1 of 2 items are no objects and were left out",)
    (only,) = feed.entries
    assert (only.guid, only.url, only.author) == ("7", "https://lantern.example/a/7", "The Desk")
    assert only.html == "<p>a &lt; b</p>\n<p>c</p>"
    assert only.summary_html == "short"
    assert only.published_at == datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert only.categories == ("Town", "3")
    assert only.enclosures[0].media_type == "audio/mpeg"


def test_rss_as_json() -> None:
    item = {"title": "One", "link": "https://a.example/1", "guid": {"#value": "g"}, "description": "<p>x</p>"}
    feed = parse_feed(
        json.dumps({"rss": {"channel": {"title": "A", "link": "https://a.example/", "item": item}}}).encode()
    )
    assert [(e.guid, e.title, e.html) for e in feed.entries] == [("g", "One", "<p>x</p>")]


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("<![CDATA[AT&amp;T]]>", "AT&T"),
        ("a &lt; b", "a < b"),
        ("a &lt; b &gt; c", "a < b > c"),
        ("<![CDATA[<b>Bold</b> words<br/>next]]>", "Bold words next"),
        ("&lt;em&gt;Soft&lt;/em&gt;", "Soft"),
        ("The &lt;marquee&gt; tag", "The <marquee> tag"),
        ("1 &amp;#8211; 2", "1 – 2"),
        ("x&copy=1", "x&copy=1"),
        ("<i>Naked</i> markup", "Naked markup"),
        ("<![CDATA[<script>alert(1)</script>Quiet]]>", "Quiet"),
        ("\n  Two\n  lines ", "Two lines"),
        ("Se&ntilde;or &nbsp; &bogus;", "Señor \xa0 &bogus;"),
    ],
)
def test_titles_become_plain_text(markup: str, title: str) -> None:
    assert entry(f"<title>{markup}</title>").title == title


def test_plain_text_titles_of_atom_are_left_alone() -> None:
    (only,) = atom("<entry><title>1 &amp;lt; 2 &lt;b&gt;</title></entry>").entries
    assert only.title == "1 &lt; 2 <b>"


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>https://a.example/1</link>", "https://a.example/1"),
        ("<link> /1\n</link>", "https://lantern.example/1"),
        ("<link>//cdn.example/1</link>", "https://cdn.example/1"),
        ("<link/><atom:link href='https://a.example/2'/>", "https://a.example/2"),
        ("<atom:link rel='self' href='https://a.example/3'/><guid>https://a.example/4</guid>", "https://a.example/4"),
        ("<guid isPermaLink='false'>https://a.example/4</guid>", ""),
        ("<guid>tag:a.example,2026:1</guid>", ""),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>https://proxy.example/1</link><fb:origLink>https://a.example/5</fb:origLink>", "https://a.example/5"),
        ("<link href='https://a.example/6'/>", "https://a.example/6"),
        ("<link xml:base='https://b.example/x/'>7</link>", "https://b.example/x/7"),
        ("", ""),
    ],
)
def test_addresses_of_entries(item: str, url: str) -> None:
    assert entry(f"<title>x</title>{item}").url == url


def test_xml_base_reaches_links_in_html() -> None:
    feed = atom(
        "<entry xml:base='2026/'><id>1</id><link href='1'/><content type='html'>&lt;a href='x'&gt;x&lt;/a&gt;"
        '&lt;img src="/y.png"&gt;</content></entry>',
        root="xml:base='https://b.example/blog/'",
    )
    assert feed.entries[0].url == "https://b.example/blog/2026/1"
    assert feed.entries[0].html == "<a href='https://b.example/blog/2026/x'>x</a><img src=\"https://b.example/y.png\">"


def test_identity() -> None:
    assert entry("<title>x</title><guid>g</guid><link>/1</link>").guid == "g"
    assert entry("<title>x</title><link>/1</link>").guid == "https://lantern.example/1"
    nameless = entry("<title>x</title><pubDate>2026-11-23</pubDate>").guid
    assert nameless == entry("<title>x</title><pubDate>2026-11-23</pubDate><description>edited</description>").guid
    assert nameless != entry("<title>y</title><pubDate>2026-11-23</pubDate>").guid
    assert len(entry(f"<guid>{'x' * 5000}</guid>").guid) < 100


def test_entries_that_share_an_identity_are_kept_apart_and_doubles_go() -> None:
    one = "<item><guid>g</guid><title>One</title><link>/1</link></item>"
    two = "<item><guid>g</guid><title>Two</title><link>/2</link></item>"
    texts = [f"<rss><channel>{a}{b}{a}</channel></rss>".encode() for a, b in ((one, two), (two, one))]
    first, second = ({e.title: e.guid for e in parse_feed(text, url=URL).entries} for text in texts)
    assert first == second
    assert set(first) == {"One", "Two"}
    assert first["One"] != first["Two"]


@pytest.mark.parametrize(
    ("item", "credit"),
    [
        (
            "<source url='https://wire.example/rss'>Sable Wire</source>",
            CreditElement("source", "Sable Wire", "https://wire.example/rss"),
        ),
        ("<source>Sable Wire</source>", CreditElement("source", "Sable Wire")),
        ("<dc:source>https://wire.example/1</dc:source>", CreditElement("source", "", "https://wire.example/1")),
        ("<dc:source>Sable Wire</dc:source>", CreditElement("source", "Sable Wire")),
        ("<dc:publisher>Sable Wire</dc:publisher>", CreditElement("publisher", "Sable Wire")),
        (
            "<atom:link rel='via' href='https://v.example/1' title='The V'/>",
            CreditElement("via", "The V", "https://v.example/1"),
        ),
        ("<dc:creator>Reuters</dc:creator>", CreditElement("creator", "Reuters")),
    ],
)
def test_credits(item: str, credit: CreditElement) -> None:
    assert entry(f"<title>x</title>{item}").credit_elements == (credit,)


@pytest.mark.parametrize(
    "item",
    [
        f"<source url='{URL}'>Feed of us</source>",
        "<source>the lantern</source>",
        "<dc:publisher>The Lantern</dc:publisher>",
        "<dc:creator>Jo Doe</dc:creator>",
        "<media:credit>Photo Agency</media:credit>",
        "<source/>",
    ],
)
def test_no_credits(item: str) -> None:
    assert entry(f"<title>x</title>{item}").credit_elements == ()


def test_credits_of_atom() -> None:
    feed = atom(
        "<id>urn:f</id><link rel='self' href='news.xml'/>"
        "<entry><id>1</id><link rel='via' href='https://v.example/1'/><source><id>urn:w</id><title>Sable Wire</title>"
        "<link rel='self' href='https://wire.example/atom'/><author><name>Ann Ode</name></author></source></entry>"
        "<entry><id>2</id><source><id>urn:f</id><title>Renamed</title></source></entry>"
    )
    assert feed.entries[0].credit_elements == (
        CreditElement("source", "Sable Wire", "https://wire.example/atom"),
        CreditElement("via", "", "https://v.example/1"),
    )
    assert feed.entries[0].author == "Ann Ode"
    assert feed.entries[1].credit_elements == ()


def test_authors() -> None:
    assert entry("<author>jo@a.example (Jo Doe)</author>").author == "Jo Doe"
    assert entry("<author>Jo Doe &lt;jo@a.example&gt;</author>").author == "Jo Doe"
    assert entry("<dc:creator>Jo Doe</dc:creator><dc:creator>Al Roe</dc:creator>").author == "Jo Doe, Al Roe"
    assert entry("<author>By Sable Wire</author>").author == "By Sable Wire"
    assert entry("<atom:author><atom:name>Jo</atom:name></atom:author>").author == "Jo"


def test_plain_descriptions_are_escaped_and_markup_is_kept() -> None:
    assert entry("<description>Fish &amp; chips, 5 &lt; 6</description>").html == "Fish &amp; chips, 5 &lt; 6"
    assert entry("<description>&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;</description>").html == "<p>Fish &amp; chips</p>"
    assert entry("<description><p>Naked <b>markup</b></p></description>").html == "<p>Naked <b>markup</b></p>"


def test_markup_in_elements_with_undeclared_prefixes() -> None:
    text = "<rss><channel><item><dc:title>A <b c:d='1'>bold</b> x</dc:title><x:y><q:r>z</q:r></x:y>"
    assert parse_feed(text.encode()).entries[0].title == "A bold x"


def test_media_descriptions_stand_in_for_a_text() -> None:
    feed = parse_feed(
        b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><id>1</id>'
        b"<media:group><media:title>T</media:title><media:description>a &lt; b</media:description></media:group>"
        b"</entry></feed>"
    )
    assert (feed.entries[0].title, feed.entries[0].html) == ("T", "a &lt; b")


def test_prefixes_and_case_do_not_matter() -> None:
    feed = parse_feed(
        b"<RSS><Channel><Title>A</Title><Item><TITLE>x</TITLE><dc:creator>Jo</dc:creator></Item></Channel></RSS>"
    )
    assert (feed.title, feed.entries[0].title, feed.entries[0].author) == ("A", "x", "Jo")
    feed = parse_feed(
        b'<a:feed xmlns:a="http://purl.org/atom/ns#"><a:title>A</a:title><a:entry><a:title>x</a:title>'
        b"<a:issued>2026-11-23</a:issued></a:entry></a:feed>"
    )
    assert (feed.format, feed.title, feed.entries[0].title) == (FeedFormat.ATOM, "A", "x")
    assert feed.entries[0].published_at == datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\xef\xbb\xbf", "empty"),
        (b"just words", "neither XML nor JSON"),
        (b"a < b", "neither XML nor JSON"),
        (b"<!DOCTYPE html><html><head></head></html>", "web page"),
        (b"\n<HTML lang=en>", "web page"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "web page"),
        (b"<opml/>", "OPML"),
        (b"<urlset/>", "sitemap"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "outermost element is svg"),
        (b'{"a": 1}', "no feed"),
        (b"[1, 2]", "no feed"),
        (b'{"a": ', "damaged JSON at line 1"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"items": [{"id": ' + b"9" * 5000 + b"}]}", "number"),
        (b"\0" * 100, "empty"),
        (b"\x1b]0;owned\x07", "neither XML nor JSON"),
        (b"<x" + b"y" * 500 + b"\x1b[31m/>", "outermost element"),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></rdf:RDF>', "no feed in it"),
    ],
)
def test_what_is_no_feed(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_document_past_the_limit_is_refused() -> None:
    assert "larger than 20 MB" in refusal(b"<rss>" + b" " * 20_000_001)


def test_damaged_xml_is_read_as_far_as_it_goes() -> None:
    feed = parse_feed(
        b"<rss><channel><title>Fish & Chips</title><item><title>One < two</title><description>a<br>b<p>c</description>"
        b"<link>https://a.example/1</link><item><title>Two</title><link>https://a.example/2</link></item>"
        b"<item><title>Three, cut o"
    )
    assert feed.title == "Fish & Chips"
    assert [e.title for e in feed.entries] == ["One < two", "Two", "Three, cut o"]
    assert feed.entries[0].url == "https://a.example/1"
    assert feed.entries[0].html == "a<br>b<p>c</p>"
    assert feed.remarks == ("damaged XML at line 1, read as far as it goes",)


def test_entities_of_the_document_are_put_in_only_if_they_are_plain() -> None:
    text = (
        '<!DOCTYPE rss [<!ENTITY own "Our &#65;"><!ENTITY me "Me"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<rss><channel><title>&me; &own; &x; &eacute;</title></channel></rss>"
    )
    assert parse_feed(text.encode()).title == "Me &own; &x; é"


def test_a_billion_laughs_stay_small() -> None:
    lines = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))
    text = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{lines}]><rss><channel><title>&l9;</title></channel></rss>'
    assert parse_feed(text.encode()).title == "&l9;"


HOSTILE = "\x1b]0;owned\x07\x9b31m\u202e\u2066\ufeff\U000e0041\x00\u2028"


def test_nothing_hostile_comes_through() -> None:
    refs = "".join(f"&#{ord(c)};" for c in HOSTILE)
    twice = refs.replace("&", "&amp;")
    fields = [
        f"<{tag}>x{text}y</{tag}>"
        for tag in ("title", "guid", "author", "description", "category", "pubDate", "link", "source", "dc:language")
        for text in (refs, twice, HOSTILE, f"<![CDATA[{HOSTILE}{refs}]]>")
    ]
    enclosure = f"<enclosure url='/a' type='{refs}' length='{refs}'/><source url='/{refs}'>{refs}</source>"
    channel = f"<description>{refs}</description><language>{refs}</language><ttl>{refs}</ttl>"
    documents = [
        f"<rss><channel><title>{f}</title>{channel}<item>{f}{enclosure}</item></channel></rss>" for f in fields
    ]
    item = dict.fromkeys(("id", "title", "url", "content_html", "content_text", "summary", "language"), HOSTILE)
    documents.append(json.dumps({"title": HOSTILE, "items": [item | {"tags": [HOSTILE], "author": {"name": HOSTILE}}]}))
    documents += [
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title type='{kind}'>x{refs}</title><entry><id>{refs}</id>"
        f"<title type='{kind}'>{twice}</title><content type='{kind}'>{refs}{twice}</content></entry></feed>"
        for kind in ("text", "html", "xhtml", "x/y")
    ]
    for text in documents:
        feed = parse_feed(text.encode("utf-8"), url=URL)
        shown = repr(feed)  # every field, with what is hostile escaped: a backslash betrays it
        assert "\\x" not in shown
        assert "\\u" not in shown
        assert "owned" not in feed.title
        for only in feed.entries:
            assert "owned" not in only.title
            for reference in ("&#27;", "&#155;", "&#8238;"):
                assert reference not in only.html


@pytest.mark.parametrize(
    ("data", "charset", "title"),
    [
        ("<rss><channel><title>Señor €</title></channel></rss>".encode(), "", "Señor €"),
        ("<rss><channel><title>Señor</title></channel></rss>".encode("utf-8-sig"), "iso-8859-1", "Señor"),
        ("<rss><channel><title>Señor</title></channel></rss>".encode("utf-16"), "", "Señor"),
        ("<rss><channel><title>Señor</title></channel></rss>".encode("utf-16-le"), "", "Señor"),
        ("<rss><channel><title>Señor</title></channel></rss>".encode("utf-16-be"), "utf-8", "Señor"),
        ("<rss><channel><title>Новости</title></channel></rss>".encode("koi8-r"), "koi8-r", "Новости"),
        (
            '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Новости</title></channel></rss>'.encode(
                "cp1251"
            ),
            "",
            "Новости",
        ),
        (
            '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>“Señor” €</title></channel></rss>'.encode(
                "cp1252"
            ),
            "",
            "“Señor” €",
        ),
        (
            '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Señor</title></channel></rss>'.encode(),
            "latin1",
            "Señor",
        ),
        (
            '<?xml version="1.0" encoding="gb2312"?><rss><channel><title>新闻</title></channel></rss>'.encode("gbk"),
            "",
            "新闻",
        ),
        (
            '<?xml version="1.0" encoding="shift_jis"?><rss><channel><title>新聞</title></channel></rss>'.encode(
                "cp932"
            ),
            "",
            "新聞",
        ),
        (
            '<?xml version="1.0" encoding="utf-16"?><rss><channel><title>Señor</title></channel></rss>'.encode(),
            "",
            "Señor",
        ),
        ("<rss><channel><title>Señor".encode() + b" \x93x\x94</title></channel></rss>", "", "Señor “x”"),
        (
            b'<?xml version="1.0" encoding="unicode_escape"?><rss><channel><title>\\x1b]0;x</title></channel></rss>',
            "",
            "\\x1b]0;x",
        ),
        (b'<?xml version="1.0" encoding="no-such"?><rss><channel><title>x</title></channel></rss>', "idna", "x"),
    ],
)
def test_encodings(data: bytes, charset: str, title: str) -> None:
    assert parse_feed(data, charset=charset).title == title
