"""Offices in the plural before a list of people."""

import pytest

from reader.analysis.article import analyze_article
from reader.analysis.offices.words import plural_heads, singular
from reader.model.article import Article


def officials(text: str) -> list[str]:
    return [
        " | ".join((o.full_name, *(span.of(text) if span else "-" for span in (o.office, o.organisation))))
        for o in analyze_article(Article(text)).officials
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senators Ana Brill and Bram Holle left.", ["Ana Brill | Senators | -", "Bram Holle | Senators | -"]),
        (
            "Sens. Ana Brill, Karl Orlo and Bram Holle left.",
            ["Ana Brill | Sens | -", "Karl Orlo | Sens | -", "Bram Holle | Sens | -"],
        ),
        (
            "Presidents Ana Brill of Varnia and Bram Holle of Karsk met.",
            ["Ana Brill | Presidents | Varnia", "Bram Holle | Presidents | Karsk"],
        ),
        (
            "Senators Ana Brill of Ohio and Bram Holle of Texas met.",
            ["Ana Brill | Senators | Ohio", "Bram Holle | Senators | Texas"],
        ),
        ("Presidents Brill and Holle met.", ["Brill | Presidents | -", "Holle | Presidents | -"]),
        (
            "It was up to deputy ministers Ana Brill and Bram Holle.",
            ["Ana Brill | deputy ministers | -", "Bram Holle | deputy ministers | -"],
        ),
        ("The judges, Ana Brill and Bram Holle, ruled.", ["Ana Brill | judges | -", "Bram Holle | judges | -"]),
        (
            "Officers Ana Brill and Bram Holle of the Karsk Police Department left.",
            ["Ana Brill | Officers | Karsk Police Department", "Bram Holle | Officers | Karsk Police Department"],
        ),
        ("Karsk Council chairmen Ana Brill and Karl Orlo met.",
         ["Ana Brill | chairmen | Karsk Council", "Karl Orlo | chairmen | Karsk Council"]),
    ],
)  # fmt: skip
def test_the_office_in_the_plural_is_that_of_each(text: str, expected: list[str]) -> None:
    assert officials(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Leaders Karsk Rovers and Tarn United drew.",
        "Queens Park Rangers and Karsk Rovers met.",
        "The kings of Karsk and Tarn met.",
        "The photographers Ana Brill and Bram Holle left.",
        "Fears for Holle and Brill grew.",
    ],
)
def test_other_plurals_and_trades_tell_no_office(text: str) -> None:
    assert officials(text) == []


@pytest.mark.parametrize("people", ["Ana Brill and Karl Orlo", "Ana Brill, Lau Holt and Karl Orlo"])
def test_an_office_behind_a_list_is_that_of_each(people: str) -> None:
    found = officials(f"{people}, sociologists at the University of Karsk, wrote the study.")
    assert [row.split(" | ", 1)[1] for row in found] == ["sociologists | University of Karsk"] * (people.count(",") + 2)


def test_an_office_behind_one_name_is_not_that_of_others() -> None:
    text = "Ana Brill left Karsk and, with Karl Orlo, experts at Tarn Hospital left too."
    assert officials(text) == []


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("attorneys", "attorney"),
        ("deputies", "deputy"),
        ("coaches", "coach"),
        ("bosses", "boss"),
        ("monarchs", "monarch"),
        ("chairmen", "chairman"),
        ("senators", "senator"),
    ],
)
def test_the_plural_of_an_office(plural: str, noun: str) -> None:
    assert plural in plural_heads()
    assert singular(plural) == noun


@pytest.mark.parametrize("wrong", ["attornies", "coachs", "bosss", "monarches"])
def test_no_such_plural(wrong: str) -> None:
    assert wrong not in plural_heads()
    assert singular(wrong) == wrong
