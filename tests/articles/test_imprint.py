"""Imprints: outlet and date at the head of a loose text; names that are no outlet's are not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.blocks import article_from_markdown
from reader.articles.imprint import Imprint, find_imprint, is_imprint
from reader.articles.plain import article_from_text
from reader.model.article import Role

HEADLINE = "Council closes the old bridge"
BODY = (
    "The council of Samphire Bay voted late on Monday to close the old harbour bridge until May.\n\n"
    "Engineers had warned for years that salt was eating the cables, according to the minutes.\n"
)


@pytest.mark.parametrize(
    ("lines", "outlet", "date"),
    [
        ("Harnsey Lantern, 20 November 2026", "Harnsey Lantern", "20 November 2026"),
        ("Harnsey Lantern | 20 Nov 2026", "Harnsey Lantern", "20 Nov 2026"),
        ("(Harnsey Lantern, Friday, November 20, 2026)", "Harnsey Lantern", "November 20, 2026"),
        ("20 November 2026 — Harnsey Lantern", "Harnsey Lantern", "20 November 2026"),
        ("Tidewater | 2026-11-20", "", ""),
        ("Low Water Quarterly Notes · 2026-11-20", "Low Water Quarterly Notes", "2026-11-20"),
        ("tidewater.example, 20 November 2026", "tidewater.example", "20 November 2026"),
        ("Published: 20 November 2026 at 14:05", "", "20 November 2026 at 14:05"),
        ("Published: Harnsey Lantern, 20 November 2026", "Harnsey Lantern", "20 November 2026"),
        ("Published by Tidewater Post\nDate: 20 November 2026", "Tidewater Post", "20 November 2026"),
        ("Tidewater Post\n20 November 2026", "Tidewater Post", "20 November 2026"),
        ("By Jane Doe, Tidewater Herald", "Tidewater Herald", ""),
        ("By Jane Doe | Harnsey Lantern | Nov 20, 2026", "Harnsey Lantern", "Nov 20, 2026"),
        ("By Jane Doe, Reuters\n20 November 2026", "", "20 November 2026"),
        ("By Jane Doe\n20 November 2026", "", "20 November 2026"),
        ("Jane Doe, 20 November 2026", "", "20 November 2026"),
        ("Pellam, 20 November 2026", "", "20 November 2026"),
        ("New York, 20 November 2026", "", "20 November 2026"),
        ("Samphire Bay, 20 November 2026", "", "20 November 2026"),
        ("Harbour Gazette, 20. November 2026", "Harbour Gazette", "20. November 2026"),
        ("Published: 20 November 2026 by Harbour Gazette", "Harbour Gazette", "20 November 2026"),
        ("Last Updated | 20 November 2026", "", "20 November 2026"),
        ("Read Time 5 | 20 November 2026", "", "20 November 2026"),
        ("Breaking News - 20 November 2026", "", "20 November 2026"),
        ("Local Sport | 20 November 2026", "", "20 November 2026"),
        ("Ukraine War Update | 20 November 2026", "", "20 November 2026"),
        ("World News, 20 November 2026", "", "20 November 2026"),
    ],
)
def test_outlet_and_date_are_read_and_are_no_heading(lines: str, outlet: str, date: str) -> None:
    for text in (f"{HEADLINE}\n{lines}\n\n{BODY}", f"{lines}\n\n{HEADLINE}\n\n{BODY}"):
        article = article_from_text(text)
        if date or outlet:
            assert find_imprint(article) == Imprint(outlet, date)
            assert article.headline == HEADLINE
        roles = [p.role for p in article.paragraphs]
        assert roles.count(Role.HEADING) == 1
        assert roles[-2:] == [Role.BODY, Role.BODY]


def test_a_name_in_no_list_needs_the_form_of_an_outlets_where_a_host_is_known() -> None:
    loose = article_from_text(f"{HEADLINE}\nLow Water Notes Quarter | 20 November 2026\n\n{BODY}")
    assert find_imprint(loose) == Imprint("Low Water Notes Quarter", "20 November 2026")
    assert find_imprint(loose, sure=True) == Imprint("", "20 November 2026")
    sure = article_from_text(f"{HEADLINE}\nHarnsey Herald | 20 November 2026\n\n{BODY}")
    assert find_imprint(sure, sure=True).outlet == "Harnsey Herald"


def test_a_list_of_titles_with_dates_is_no_imprint() -> None:
    lines = ["Old News | 3 May 1901", "Harbour Fires | 4 June 1902", "Salt Works | 5 July 1903"]
    article = article_from_text("\n\n".join([*lines, BODY]))
    assert find_imprint(article) == Imprint()


@pytest.mark.parametrize(
    ("dateline", "date"), [("VARN, 20 November 2026 -", "20 November 2026"), ("VARN, Nov 20 -", "")]
)
def test_a_dateline_with_the_year_gives_the_date(dateline: str, date: str) -> None:
    article = article_from_text(f"{HEADLINE}\n\n{dateline} {BODY}")
    assert find_imprint(article) == Imprint("", date)


def test_a_headline_may_end_with_a_date() -> None:
    headline = "Harbour Campaign Assessment, November 20, 2026"
    article = article_from_text(f"{headline}\n\n{BODY}")
    assert article.headline == headline
    assert find_imprint(article) == Imprint()


def test_markdown_has_an_imprint_too() -> None:
    article = article_from_markdown(f"# {HEADLINE}\n\n*Harnsey Lantern, 20 November 2026*\n\n{BODY}")
    assert find_imprint(article) == Imprint("Harnsey Lantern", "20 November 2026")


@pytest.mark.parametrize(
    "line",
    [
        "The Harnsey Lantern reported on 20 November 2026",
        "Repairs were to end by then, 20 November 2026",
        "Facebook Twitter Email Print",
        "Harnsey Lantern",
        "What next? | 20 November 2026",
        "",
    ],
)
def test_other_lines_are_no_imprint(line: str) -> None:
    assert not is_imprint(line)


@given(st.text(max_size=60), st.sampled_from(["", ", 20 November 2026", " | 2026-11-20", "20 Nov 2026 - "]))
def test_any_line_is_read(words: str, date: str) -> None:
    article = article_from_text(f"{HEADLINE}\n{words}{date}\n{date}{words}\n{BODY}")
    imprint = find_imprint(article)
    assert imprint.date in article.text
    assert "\n" not in imprint.outlet
