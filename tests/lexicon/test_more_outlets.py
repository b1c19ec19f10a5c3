"""The outlets a library adds: what of its feeds' titles is a name, and who goes before whom."""

import pytest

from reader.lexicon.more_outlets import MoreOutlets, feed_rows, lexicon_with
from reader.lexicon.outlets import known_outlets, parse_outlets


def names(*feeds: tuple[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(row.outlet.name, row.outlet.domains) for row in feed_rows(feeds)]


@pytest.mark.parametrize(
    ("title", "site", "found"),
    [
        ("Tidelow", "https://www.tidelow.org/", [("Tidelow", ("tidelow.org",))]),
        ("Marsh Clarion", "https://marshclarion.example", [("Marsh Clarion", ("marshclarion.example",))]),
        ("The Long Tidelow Letter", "https://letters.example/", [("The Long Tidelow Letter", ("letters.example",))]),
        ("World News", "https://harnsey.example/", []),
        ("Berlin", "https://example.org/", []),
        ("Germany", "https://germany.example/", []),
        ("News", "https://news.example/", []),
        ("all the latest posts", "https://tidelow.org/", []),
        ("Tidelow", "https://tidelow.org/blog/", [("Tidelow", ())]),
        ("Tidelow Talks at Length", "https://www.reddit.com/", [("Tidelow Talks at Length", ())]),
        ("", "https://tidelow.org/", []),
        ("Tidelow", "", []),
        ("Tidelow", "file:///feeds/tidelow.xml", []),
    ],
)
def test_a_feeds_title_is_an_outlets_name_where_its_site_says_so(
    title: str, site: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert names((title, site)) == found


def test_a_host_that_two_outlets_share_is_neithers() -> None:
    two = [
        ("The Long Tidelow Letter", "https://letters.example/"),
        ("The Short Marsh Letter", "https://letters.example"),
    ]
    assert [domains for _, domains in names(*two)] == [(), ()]
    assert len(names(*two, *two)) == 2


def test_the_users_own_go_before_the_programs_and_the_feeds_behind() -> None:
    own = parse_outlets("Moor Reuters\tReuters\n")
    feeds = feed_rows([("Moor Reuters", "https://moorreuters.example/"), ("Tidelow", "https://tidelow.org/")])
    lexicon = lexicon_with(MoreOutlets(own, feeds))
    assert [getattr(lexicon.find(name), "name", None) for name in ("Reuters", "Tidelow", "AFP")] == [
        "Moor Reuters",
        "Tidelow",
        "AFP",
    ]
    assert getattr(lexicon.by_host("moorreuters.example"), "name", None) is None
    assert lexicon_with(MoreOutlets()) is known_outlets()
