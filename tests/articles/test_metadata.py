from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.json_ld import read_json_ld
from reader.articles.metadata import PageMetadata, parse_time, read_metadata
from reader.articles.tree import parse_tree


def read(head: str, url: str = "https://a.example/b") -> PageMetadata:
    tree = parse_tree(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert tree is not None
    return read_metadata(tree, url)


def facts(*blocks: str) -> list[tuple[str, str]]:
    return [(f.key, f.value) for f in read_json_ld(list(blocks))]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            '{"@type": "NewsArticle", "publisher": {"name": "P", "url": "/p"}}',
            [("publisher", "P"), ("publisher.url", "/p")],
        ),
        ('[{"@type": "Thing"}, {"@type": "Report", "headline": "H"}]', [("headline", "H")]),
        ('{"@graph": [{"@type": ["Article", "X"], "creditText": " C "}]}', [("creditText", "C")]),
        ('{"@type": "http://schema.org/NewsArticle", "headline": {"@value": "H"}}', [("headline", "H")]),
        (
            '{"@type":"NewsArticle","author":["A",{"name":["B","C"]}]}',
            [("author", "A"), ("author", "B"), ("author", "C")],
        ),
        ('{"mainEntity": {"@type": "BlogPosting", "headline": "H"}}', [("headline", "H")]),
        ('{"@type": "NewsArticle", "isBasedOn": {"@id": "#x", "name": "N"}}', [("isBasedOn", "N")]),
        ('{"@type": "VideoObject", "publisher": {"name": "P"}}', []),
        ('{"@type": "NewsArticle", "headline": "a\nb",}', [("headline", "a b")]),
        ('<!-- {"@type": "NewsArticle", "headline": "H"} -->', [("headline", "H")]),
        ('{"@type": "NewsArticle", "headline": "H"};', [("headline", "H")]),
        ('{"@type": 1, "headline": 2}', []),
        ("{", []),
        ("null", []),
        ("[" * 100_000, []),
        ('{"a":' * 100_000, []),
        ("1" * 5_000, []),
    ],
)
def test_json_ld(block: str, expected: list[tuple[str, str]]) -> None:
    assert facts(block) == expected


def test_ids_are_followed_between_the_blocks_of_a_page() -> None:
    assert facts(
        '{"@id": "#org", "@type": "Organization", "name": "Harbour Wire"}',
        '{"@type": "NewsArticle", "provider": {"@id": "#org"}}',
    ) == [("provider", "Harbour Wire")]


def test_meta_tags_get_their_keys() -> None:
    page = read(
        '<meta name="DC.Source" content="Wire"><meta name="dcterms:publisher" content="Pub">'
        '<meta property="og:site_name" content="Site"><meta property="article:publisher" content="https://f.example/s">'
        '<meta name="Syndication-Source" content="https://w.example/1"><meta name="byl" content="By Ann Example">'
        '<meta name="creditline" content="W"><meta name="viewport" content="x"><link rel="canonical" href="/c">'
    )
    assert page.values == {
        "DC.source": ("Wire",),
        "DC.publisher": ("Pub",),
        "og.site_name": ("Site",),
        "article.publisher": ("https://f.example/s",),
        "syndication-source": ("https://w.example/1",),
        "byl": ("By Ann Example",),
        "creditline": ("W",),
        "canonical": ("https://a.example/c",),
    }
    assert (page.outlet, page.byline, page.canonical) == ("Site", "By Ann Example", "https://a.example/c")


def test_an_outlet_s_name_behind_the_headline_is_taken_off() -> None:
    site = '<meta property="og:site_name" content="Site">'
    assert read(f"<title>Bridge shut | Site</title>{site}").headline == "Bridge shut"
    assert read(f"<title>Bridge shut - The Site</title>{site}").headline == "Bridge shut"
    assert read(f"<title>Bridge shut - for good</title>{site}").headline == "Bridge shut - for good"
    assert read("<title>Bridge shut | Site</title>").headline == "Bridge shut | Site"


def test_addresses_are_no_names() -> None:
    assert read('<meta name="author" content="https://a.example/ann"><meta name="byl" content="http://x">').byline == ""


def test_values_are_clean_and_bounded() -> None:
    page = read("".join(f'<meta name="author" content="A{i}\x1b[31m&#x202e;">' for i in range(300)))
    assert len(page.values["author"]) == 20
    assert page.values["author"][0] == "A0"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-03-02T09:30:00+01:00", datetime(2026, 3, 2, 8, 30, tzinfo=UTC)),
        ("2026-03-02T09:30:00Z", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("2026-03-02T09:30:00.1234567Z", datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2026-03-02 09:30:00 UTC", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-03-02T25:00", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-02-30", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
    ],
)
def test_times_are_read(value: str, expected: datetime | None) -> None:
    assert parse_time(value) == expected


@given(st.text(alphabet=st.sampled_from('{}[]":,@type NewsArticle\\n0'), max_size=150) | st.text(max_size=100))
def test_no_block_raises(block: str) -> None:
    read_json_ld([block, '{"@type":"NewsArticle","author":' + block + "}"])


@given(st.text(max_size=60))
def test_no_time_raises(value: str) -> None:
    found = parse_time("2026-01-01" + value)
    assert found is None or found.tzinfo is UTC
