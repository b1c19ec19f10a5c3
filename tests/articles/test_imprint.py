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
