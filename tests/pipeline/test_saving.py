from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model.entry import EntryFilter, EntryId, TextOrigin
from reader.pipeline.enrich import EnrichError, fetch_full_text, open_entry
from reader.pipeline.jobs import Given, is_html, read_article_job
from reader.pipeline.services import Services
from reader.pipeline.subscribe import SubscribeError, save_article
from tests.pipeline.kit import FERRY, FakeWeb

TEXT = (
    "Ferry stops for twelve days\n\n"
    "The ferry to Northisle will stop, the island  council said.\r\n"
    "“We cannot sail,” said Ada Fenwick, head of the harbour office. \x1b]0;x\x07\n"
)


def test_a_plain_text_is_kept_character_for_character(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(TEXT.encode())
    day = datetime(2026, 3, 2, tzinfo=UTC)
    number = save_article(services, str(path), outlet="Eastmoor Gazette", published_at=day)
    opened = open_entry(services, number)
    assert len(opened.article.text) == len(TEXT)
    assert "\x1b" not in opened.article.text
    assert opened.article.text == TEXT.replace("\x1b]0;x\x07", " " * 6).replace("\r", " ")
    assert (opened.stored.outlet, opened.stored.entry.published_at) == ("Eastmoor Gazette", day)
    assert opened.stored.entry.title == "Ferry stops for twelve days"
    assert opened.stored.text_origin is TextOrigin.SAVED
    assert any(a.speaker == "Ada Fenwick" for a in opened.analysis.attributions)


@pytest.mark.parametrize(
    ("line", "outlet"), [("Low Water Notes Quarter", "eastmoor.example"), ("Harbour Gazette", "Harbour Gazette")]
)
def test_the_host_stands_above_a_name_that_is_perhaps_an_outlet(line: str, outlet: str) -> None:
    text = f"Ferry stops for good\n{line} | 2 March 2026\n\nThe ferry will stop.\n".encode()
    article = read_article_job(text, "ferry.txt", "utf-8", "https://eastmoor.example/ferry", Given())
    assert (article.outlet, article.published_at) == (outlet, datetime(2026, 3, 2, tzinfo=UTC))


def test_outlet_and_date_at_the_head_of_a_text_are_kept(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text("Ferry stops for good\nEastmoor Gazette, 2 March 2026\n\nThe ferry will stop.\n", encoding="utf-8")
    opened = open_entry(services, save_article(services, str(path)))
    assert (opened.stored.outlet, opened.stored.entry.published_at) == (
        "Eastmoor Gazette",
        datetime(2026, 3, 2, tzinfo=UTC),
    )
    given = open_entry(services, save_article(services, str(path), outlet="Tidewater Post"))
    assert given.stored.outlet == "Tidewater Post", "what the user says goes before"


def test_saving_again_changes_what_is_said_of_it_and_makes_no_second_entry(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    first = save_article(services, str(path))
    second = save_article(services, str(path), outlet="Eastmoor Gazette", title="Own title")
    third = save_article(services, str(path), outlet="Eastmoor Gazette", title="Own title")
    assert first == second == third
    assert services.library.entries.count(EntryFilter()) == 1
    opened = open_entry(services, first)
    assert (opened.stored.outlet, opened.stored.entry.title) == ("Eastmoor Gazette", "Own title")
    services.library.entries.remove(first)
    assert save_article(services, str(path)) != first


def test_markdown_and_html_files_are_told_apart(services: Services, tmp_path: Path) -> None:
    markdown = tmp_path / "a.md"
    markdown.write_text(
        "# Ferry stops\n\nThe ferry *will* stop, [the council](https://c.example) said.\n", encoding="utf-8"
    )
    opened = open_entry(services, save_article(services, str(markdown)))
    assert "*" not in opened.article.text
    assert opened.article.links[0].url == "https://c.example/"
    page = tmp_path / "page"
    page.write_text(
        f"<!doctype html><html><title>x</title><body><article>{FERRY}</article></body></html>", encoding="utf-8"
    )
    opened = open_entry(services, save_article(services, str(page)))
    assert "<p>" not in opened.article.text
    assert "Ada Fenwick" in opened.article.text


def test_a_page_is_kept_under_its_address(services: Services, web: FakeWeb) -> None:
    url = "https://gazette.example/ferry?utm_source=x"
    web.put(url, f"<html><body><article><h1>Ferry stops</h1>{FERRY}</article></body></html>", content_type="text/html")
    number = save_article(services, url)
    assert services.library.entries.find("https://gazette.example/ferry") == number
    assert save_article(services, url) == number
    assert open_entry(services, number).stored.outlet == "gazette.example"


def test_a_text_on_the_web_is_kept_as_text(services: Services, web: FakeWeb) -> None:
    url = "https://gazette.example/ferry"
    web.put(url, "<b> is not a tag here\n\nThe council said so.\n", content_type="text/plain")
    assert open_entry(services, save_article(services, url)).article.text.startswith("<b> is not")


def test_what_cannot_be_kept_is_one_clear_line(services: Services, web: FakeWeb, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\0\0\0")
    (tmp_path / "big.txt").write_bytes(b"a" * 5_000_001)
    for name, words in (
        ("empty.txt", "holds no text"),
        ("picture.png", "holds binary data"),
        ("big.txt", "larger than 5 MB"),
        ("none.txt", "no such file"),
    ):
        with pytest.raises(SubscribeError, match=f"{name}: .*{words}"):
            save_article(services, str(tmp_path / name))
    with pytest.raises(SubscribeError, match="no such host"):
        save_article(services, "https://nowhere.example/a")
    assert services.library.entries.count(EntryFilter()) == 0


def test_the_kind_of_a_file_is_told_by_its_name_then_by_its_tags() -> None:
    assert is_html(b"anything", "a.HTM")
    assert not is_html(b"<html>", "a.txt")
    assert is_html(b"\xef\xbb\xbf \n<!DOCTYPE HTML>", "a")
    assert not is_html(b"x < y", "a")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
def test_any_bytes_give_an_article_or_a_clear_error(data: bytes, name: str) -> None:
    from reader.articles.extract import ArticleError

    try:
        article = read_article_job(data, name, "", "", Given())
    except ArticleError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either outcome is right
        return
    assert all(0 <= p.span.start <= p.span.end <= len(article.text) for p in article.paragraphs)


def test_an_entry_number_is_a_number(services: Services, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council said so.", encoding="utf-8")
    assert services.library.entries.find(str(save_article(services, str(tmp_path / "a.txt")))) == EntryId(1)


def test_a_private_address_is_fetched_again_only_if_the_user_typed_its_origin(
    services: Services, web: FakeWeb, tmp_path: Path
) -> None:
    private = "http://127.0.0.1:8000/art"
    body = f"<html><head><link rel=canonical href='{private}'></head><body><article>{FERRY}</article></body></html>"
    (tmp_path / "a.html").write_text(body, encoding="utf-8")
    from_file = save_article(services, str(tmp_path / "a.html"))
    assert open_entry(services, from_file).stored.entry.url == private
    with pytest.raises(EnrichError):
        fetch_full_text(services, from_file)
    assert [request.allow_private for request in web.requests] == [False]
    web.put(private, body, content_type="text/html")
    assert save_article(services, private) == from_file
    save_article(services, str(tmp_path / "a.html"))
    fetch_full_text(services, from_file)
    assert (web.requests[-1].url, web.requests[-1].allow_private) == (private, True)


@pytest.mark.parametrize(
    ("media_type", "body", "words"),
    [
        ("application/pdf", b"<html>", "application/pdf, neither HTML nor text"),
        ("text/html", b"%PDF-1.7 (The council said so.)", "PDF"),
        ("application/octet-stream", b"PK\x03\x04 The council said so.", "ZIP"),
        ("text/html", b"<p>The council\0 said so.</p>", "binary data"),
    ],
)
def test_what_is_no_text_is_kept_by_no_way(
    services: Services, web: FakeWeb, tmp_path: Path, media_type: str, body: bytes, words: str
) -> None:
    url = "https://gazette.example/report"
    web.put(url, f"<article>{FERRY}</article>", content_type="text/html")
    number = save_article(services, url)
    web.put(url, body, content_type=media_type)
    with pytest.raises(EnrichError, match=words):
        fetch_full_text(services, number)
    with pytest.raises(SubscribeError, match=words):
        save_article(services, url)
    assert "Ada Fenwick" in open_entry(services, number).article.text
    if not body.startswith(b"<html"):
        (tmp_path / "report.html").write_bytes(body)
        with pytest.raises(SubscribeError, match=rf"report.html: .*{words}"):
            save_article(services, str(tmp_path / "report.html"))


@pytest.mark.parametrize(
    ("path", "title"), [("news/ferry_stops-again.html", "ferry stops again"), ("", "gazette.example")]
)
def test_an_untitled_page_is_called_by_its_address(services: Services, web: FakeWeb, path: str, title: str) -> None:
    url = f"https://gazette.example/{path}"
    web.put(url, f"<body><article>{FERRY}</article></body>", content_type="text/html")
    assert open_entry(services, save_article(services, url)).stored.entry.title == title


def test_saving_again_keeps_what_was_said_before(services: Services, web: FakeWeb, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    web.put("https://gazette.example/a", f"<title>Ferry</title><article>{FERRY}</article>", content_type="text/html")
    day, later = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 9, tzinfo=UTC)
    for address in (str(tmp_path / "a.txt"), "https://gazette.example/a"):
        number = save_article(services, address, outlet="Eastmoor Gazette", title="Own title", published_at=day)
        assert save_article(services, address) == number
        assert save_article(services, address, outlet="Coast Courier") == number
        opened = open_entry(services, number)
        assert (opened.stored.entry.title, opened.stored.outlet) == ("Own title", "Coast Courier")
        assert opened.stored.entry.published_at == opened.article.published_at == day
        save_article(services, address, published_at=later)
        (row,) = services.library.entries.summaries([number])
        assert row.dated_at == later
        services.library.entries.remove(number)
        again = open_entry(services, save_article(services, address)).stored
        assert (again.entry.published_at, again.entry.title != "Own title") == (None, True)
