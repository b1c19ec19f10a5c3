import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.urls import absolute, clean_url, host, is_http, is_private_host, same_page


@pytest.mark.parametrize(
    ("base", "url", "joined"),
    [
        ("https://news.example/feed/rss.xml", "../story/1", "https://news.example/story/1"),
        ("https://news.example/feed", "/a b?q=ü#x", "https://news.example/a%20b?q=%C3%BC#x"),
        ("https://news.example/feed", "//cdn.example/x", "https://cdn.example/x"),
        ("https://news.example/feed", "?p=2", "https://news.example/feed?p=2"),
        ("", " \n HTTPS://News.Example:443 \t", "https://news.example/"),
        ("", "http://news.example:8080/a%20b", "http://news.example:8080/a%20b"),
        ("", "https://bank.example@evil.example/", "https://evil.example/"),
        ("", "https://good.example\\@evil.example/", "https://good.example/@evil.example/"),
        ("", "http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("", "http://ｎｅｗｓ。example/", "http://news.example/"),
        ("", "http://2130706433/", "http://127.0.0.1/"),
        ("", "http://[::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        ("", "ht\ntps://news.example/\tx", "https://news.example/x"),
        (
            "",
            "https://news.example/a?u=http://x.example/[1]|{2}",
            "https://news.example/a?u=http://x.example/[1]%7C%7B2%7D",
        ),
        ("", "news.example/x", ""),
        ("", "/x", ""),
        ("", "", ""),
        ("https://news.example/", "javascript:alert(1)", ""),
        ("https://news.example/", "  JaVaScRiPt:alert(1)", ""),
        ("https://news.example/", "file:///etc/passwd", ""),
        ("https://news.example/", "data:text/html,x", ""),
        ("https://news.example/", "mailto:a@b.example", ""),
        ("https://news.example/", "|touch x", "https://news.example/%7Ctouch%20x"),
        ("file:///home/a/feed.xml", "x", ""),
        ("", "http://", ""),
        ("", "http://[::1", ""),
        ("", "http://news.example:99999/", ""),
        ("", "http://news.example:x/", ""),
        ("", "http://a b.example/", ""),
        ("", "http://1.2.3.4.5/", ""),
        ("", "http://news.example/" + "a" * 5000, ""),
    ],
)
def test_absolute(base: str, url: str, joined: str) -> None:
    assert absolute(base, url) == joined


def test_userinfo_stays_where_the_user_typed_it() -> None:
    assert absolute("", "https://me:pw@news.example/f", userinfo=True) == "https://me:pw@news.example/f"


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://news.example/a?utm_source=rss&id=3&fbclid=x#top", "https://news.example/a?id=3"),
        ("https://news.example/a?at_medium=RSS&at_campaign=KARANGA", "https://news.example/a"),
        ("https://news.example/a?b=1&a=2", "https://news.example/a?b=1&a=2"),
        ("https://news.example/#!/story/1", "https://news.example/#!/story/1"),
        ("https://news.example/a?id=1&at=5&ns=2", "https://news.example/a?id=1&at=5&ns=2"),
        ("ftp://news.example/", ""),
        ("", ""),
    ],
)
def test_clean_url(url: str, cleaned: str) -> None:
    assert clean_url(url) == cleaned
    assert clean_url(cleaned) == cleaned


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("http://www.news.example/a/", "https://news.example/a?utm_medium=x", True),
        ("https://m.news.example/a", "https://news.example/a/amp", True),
        ("https://news.example/a?b=1&c=2", "https://news.example/a?c=2&b=1#x", True),
        ("https://news.example/%61", "https://news.example/a", True),
        ("https://news.example/a", "https://news.example/b", False),
        ("https://news.example/a?id=1", "https://news.example/a?id=2", False),
        ("https://news.example/", "https://other.example/", False),
        ("https://amp.example/", "https://example.com/", False),
        ("", "", False),
    ],
)
def test_same_page(a: str, b: str, same: bool) -> None:
    assert same_page(a, b) is same


@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "0",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "[::1]",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::127.0.0.1",
        "0:0:0:0:0:ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "fd00::1",
        "fec0::1",
        "ff02::1",
        "localhost",
        "LOCALHOST.",
        "feeds.localhost",
        "printer.local",
        "router",
        "wiki.corp",
        "nas.home.arpa",
        "metadata.google.internal",
        "１２７.０.０.１",
        "127。0。0。1",
        "%31%32%37.0.0.1",
        "①②⑦.0.0.1",
        "",
        "999.1.1.1",
    ],
)
def test_private_hosts(name: str) -> None:
    assert is_private_host(name) is True


@pytest.mark.parametrize(
    "name", ["93.184.215.14", "0x5db8d70e", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_public_addresses(name: str) -> None:
    assert is_private_host(name) is False


@pytest.mark.parametrize("name", ["news.example", "localhost.example.com", "10.example.com", "bücher.example"])
def test_names_that_must_be_looked_up(name: str) -> None:
    assert is_private_host(name) is None


def test_host() -> None:
    assert host("https://me@News.Example:8443/x") == "news.example"
    assert host("http://[::1]:80/") == "::1"
    assert host("mailto:a@b.example") == ""


@given(st.text(), st.text())
def test_never_raises_and_what_comes_out_is_an_address(base: str, url: str) -> None:
    for joined in (absolute(base, url), absolute("https://news.example/" + base, url), absolute("", "http://" + url)):
        assert joined == "" or joined.startswith(("http://", "https://"))
        assert joined.isascii()
        assert not any(c.isspace() for c in joined)
        assert absolute("", joined) == joined
        assert is_http(joined) == bool(joined)
        assert clean_url(clean_url(joined)) == clean_url(joined)
        assert same_page(joined, joined) == bool(joined)
    is_private_host(url)
