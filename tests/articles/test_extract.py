"""Pages -> articles: golden files beside the pages, and no error but the room's own."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import extract
from reader.articles.extract import MAX_BYTES, ArticleError, extract_article
from reader.model.article import Article, Role
from reader.text.safety import is_clean

PAGES = Path(__file__).parent.parent / "pages"
ADDRESS = "https://courier.example/news/x"


def read(name: str) -> Article:
    return extract_article((PAGES / name).read_bytes(), url=ADDRESS)


def attempt(data: bytes) -> tuple[Article | None, str]:
    """Return the article, or None and the error's line."""
    try:
        return extract_article(data, url=ADDRESS), ""
    except ArticleError as error:
        return None, str(error)


def outline(article: Article) -> list[str]:
    """Return role and words of each paragraph, one a line."""
    return [
        f"{p.role.value}{p.level or ''}{'>' * p.quoted}{'-' * p.listed} {p.span.of(article.text)}"
        for p in article.paragraphs
    ]


@pytest.mark.parametrize("name", ["courier", "no_article", "broken", "latin1", "syndicated"])
def test_golden_pages(name: str) -> None:
    golden = (PAGES / f"{name}.golden.json").read_text("utf-8")
    article = read(f"{name}.html")
    found = {
        "headline": article.headline,
        "outlet": article.outlet,
        "byline": article.byline,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "language": article.language,
        "paragraphs": outline(article),
        "links": [[n.span.of(article.text), n.url] for n in article.links],
        "emphasis": [[s.of(article.text), kind.value] for s, kind in article.emphasis],
        "metadata": {key: list(values) for key, values in article.metadata.items()},
    }
    assert found == json.loads(golden)


def test_what_the_feed_knows_comes_before_what_the_page_says() -> None:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    article = extract_article(
        (PAGES / "courier.html").read_bytes(),
        url=ADDRESS,
        headline="Bridge shut",
        outlet="The Courier",
        byline="Cy Third",
        published_at=time,
        metadata={"feed.source": ("X",)},
    )
    assert (article.headline, article.outlet, article.byline) == ("Bridge shut", "The Courier", "Cy Third")
    assert article.published_at == time
    assert article.metadata["feed.source"] == ("X",)
    assert "canonical" in article.metadata


@pytest.mark.parametrize(
    "html",
    [b"", b"   ", b"<html></html>", b"\x00\x1b", "<p></p>", "<script>x</script>", b"<!--"],
)
def test_a_page_without_text_is_one_clear_line(html: bytes | str) -> None:
    with pytest.raises(
        ArticleError, match=r"^[^\n]{10,200}courier\.example[^\n]*$|^https://courier\.example"
    ) as caught:
        extract_article(html, url=ADDRESS)
    assert "\n" not in str(caught.value)


def test_too_large_a_page_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than 5,000,000"):
        extract_article(b"a" * (MAX_BYTES + 1), url=ADDRESS)


def test_too_many_tags_are_refused() -> None:
    with pytest.raises(ArticleError, match="100,001 tags, more than 100,000"):
        extract_article("a<br>" * 100_001, url=ADDRESS)


def test_the_address_in_an_error_is_clean() -> None:
    with pytest.raises(ArticleError) as caught:
        extract_article(b"", url="https://a.example/\x1b[31m\n" + "x" * 500)
    assert is_clean(str(caught.value))
    assert len(str(caught.value)) < 300


def test_pages_that_trafilatura_cannot_bear_are_read_by_their_largest_block(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(extract, "_by_trafilatura", fail)
    body = "<p>The ferry left at noon.</p>" * (extract.MAX_CHILDREN + 1)
    article = extract_article(f"<html><body><nav><p>Menu</p></nav><div>{body}</div></body></html>")
    assert len(article.paragraphs) == extract.MAX_CHILDREN + 1
    assert "Menu" not in article.text


def test_trafilatura_s_own_failure_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*args: object, **kwargs: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    assert any(p.role is Role.BODY for p in read("courier.html").paragraphs)


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda t: f"<article><p>{t}</p></article>".encode("utf-8", "replace"))
)
def test_any_bytes_give_an_article_or_one_clear_line(data: bytes) -> None:
    article, problem = attempt(data)
    if article is None:
        assert len(problem.splitlines()) == 1
        return
    assert article.text
    position = 0
    for paragraph in article.paragraphs:
        assert position <= paragraph.span.start < paragraph.span.end <= len(article.text)
        position = paragraph.span.end
    assert is_clean(article.text)
    assert is_clean(article.headline)


PAGE = (PAGES / "courier.html").read_bytes()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(PAGE) - 1), st.binary(max_size=6), st.integers(0, 400))
def test_a_damaged_page_gives_an_article_or_one_clear_line(at: int, junk: bytes, cut: int) -> None:
    article, problem = attempt(PAGE[:at] + junk + PAGE[at + cut :])
    assert is_clean(article.text) if article else len(problem.splitlines()) == 1
