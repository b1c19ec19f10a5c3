"""Who holds which office where."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article

Row = tuple[str, str, str | None, str | None]


def officials(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (o.full_name, o.office.of(text) if o.office else None, o.organisation.of(text) if o.organisation else None)
        for o in analyze_article(Article(text)).officials
    ]


@pytest.mark.parametrize(
    "row",
    [
        (
            "Eva Orlo, head of communications for Karsk’s Joint Rescue Group, said no.",
            "Eva Orlo", "head of communications", "Karsk’s Joint Rescue Group",
        ),
        ("Prime Minister Ana Brill left.", "Ana Brill", "Prime Minister", None),
        ("France's interior minister Ana Brill left.", "Ana Brill", "interior minister", None),
        ("Karl Orlo, the Health Department spokesman, left.", "Karl Orlo", "spokesman", "Health Department"),
        ("Karl Orlo, a USK instructor in English, left.", "Karl Orlo", "instructor in English", "USK"),
        ("Secretary of Health Ana Brill left.", "Ana Brill", "Secretary of Health", None),
        ("Karl Orlo, 52, chief executive of Karsk Airways, left.", "Karl Orlo", "chief executive", "Karsk Airways"),
        ("Ana Brill of the Green Party won.", "Ana Brill", None, "Green Party"),
        ("KRU's Ana Brill won.", "Ana Brill", None, "KRU"),
        ("Former White House adviser Ana Brill left.", "Ana Brill", "adviser", "White House"),
        ("Sen. Ana Brill left.", "Ana Brill", "Sen.", None),
        ("Malta's prime minister, Ana Brill, left.", "Ana Brill", "prime minister", None),
        (
            "Gen. Karl Orlo, commander of the Northern Army, left.",
            "Karl Orlo", "commander", "Northern Army",
        ),
        (
            "Ana Brill, curator and director of exhibits at the University of Karsk, left.",
            "Ana Brill", "curator and director of exhibits", "University of Karsk",
        ),
        ("Ana Brill, director of the gallery, left.", "Ana Brill", "director of the gallery", None),
        (
            "The spokesman of the Joint Group of Troops, Lieutenant Colonel Karl Orlo, left.",
            "Karl Orlo", "spokesman", "Joint Group of Troops",
        ),
        ("Finance Minister Karl Orlo (Centre) resigned.", "Karl Orlo", "Finance Minister", "Centre"),
        ("Sheriff Karl Orlo of Tull County left.", "Karl Orlo", "Sheriff", "Tull County"),
        ("The union's general secretary Ana Brill left.", "Ana Brill", "general secretary", "union"),
        ("Ana Brill, who runs the harbour office, left.", "Ana Brill", None, "harbour office"),
        ("The Rovers' head coach, Karl Orlo, left.", "Karl Orlo", "head coach", "Rovers"),
        ("Prof Ana Brill of Karsk University left.", "Ana Brill", "Prof", "Karsk University"),
        (
            "The press officer of the district department Ana Brill left.",
            "Ana Brill", "press officer", "district department",
        ),
        ("Ana Brill, who chairs the Hill Residents' Trust, left.", "Ana Brill", None, "Hill Residents' Trust"),
        ("Karl Orlo-Brill KC left.", "Karl Orlo-Brill", "KC", None),
        ("Karl Orlo, a geriatrician at Karsk Hospital, left.", "Karl Orlo", "geriatrician", "Karsk Hospital"),
        (
            "Karsk Town Council met. Its chairwoman, Ana Brill, left.",
            "Ana Brill", "chairwoman", "Karsk Town Council",
        ),
    ],
    ids=lambda row: row[0][:40],
)  # fmt: skip
def test_office_and_organisation(row: Row) -> None:
    text, *expected = row
    assert [list(o) for o in officials(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brill bought bread.",
        "The minister left the Grand Mosque of Mecca.",
        "In the Daily Lantern, the mayor wrote that she would go.",
        "Heavy rain fell on Monday.",
        "",
    ],
)
def test_people_without_an_office_are_no_officials(text: str) -> None:
    assert officials(text) == []


def test_all_mentions_belong_to_one_official() -> None:
    text = "Eva Orlo, head of the Rescue Service, said no. Orlo left. Later Eva Orlo’s team and Ms. Orlo came back."
    (official,) = analyze_article(Article(text)).officials
    assert official.name.of(text) == "Eva Orlo"
    assert [m.of(text) for m in official.mentions] == ["Orlo", "Eva Orlo", "Orlo"]


@pytest.mark.parametrize("lead", ["Finance Minister {}", "Lt. Gov. {}", "KRU Secretary General {}"])
@pytest.mark.parametrize(
    "name",
    [
        "Jan Holt", "May Ott", "June Marsh", "April Stone", "August Weber",
        "Howard Dean", "Stephen King", "Ann Bishop", "Ian Constable", "Mark Prince", "Liz Major", "Tom Mayor",
        "Tedra Judge", "Ana Court", "Rob Bank", "Luke Church", "Emily Post", "Nora Times", "Don Chad", "Sam Hall",
    ],
)  # fmt: skip
def test_a_month_an_office_or_a_body_in_a_name_behind_an_office(lead: str, name: str) -> None:
    text = f"{lead.format(name)} said the deal was off. Anna Holt-Karsk listened."
    found = analyze_article(Article(text=text))
    assert [o.name.of(text) for o in found.officials] == [name]
    assert found.collectives == ()
    assert found.attributions[0].speaker in {name, lead.format(name)}


@pytest.mark.parametrize("name", ["Jan Holt", "Howard Dean", "Liz Major", "Ana Court", "Sam Hall"])
def test_a_month_an_office_or_a_body_in_a_name_before_an_office(name: str) -> None:
    text = f"{name}, the finance minister, said the deal was off."
    assert [o.name.of(text) for o in analyze_article(Article(text=text)).officials] == [name]


@pytest.mark.parametrize("text", ["In June Marsh left Karsk.", "The Karsk Court ruled.", "Karsk Mayor Ana Brill left."])
def test_words_that_are_no_part_of_a_name(text: str) -> None:
    assert [o.full_name for o in analyze_article(Article(text=text)).officials if o.full_name != "Ana Brill"] == []


def test_the_noun_of_a_body_with_its_article_is_nobody_s_surname() -> None:
    text = "Finance Minister Ana Court left. The Court said the deal was off."
    assert [len(o.mentions) for o in analyze_article(Article(text=text)).officials] == [0]


def test_an_office_is_not_that_of_the_next_one_in_a_list() -> None:
    text = "Lord Justice Tinsley, Lady Hume and others met Governor Ed Farr, Kim Ball and Ana Brill."
    found = {
        o.full_name: o.office.of(text) if o.office else None for o in analyze_article(Article(text=text)).officials
    }
    assert found.get("Hume") != "Lord Justice"
    assert "Kim Ball" not in found


def test_an_office_behind_the_surname_alone() -> None:
    text = "Ana Brill was calm. Brill, head of the Tarn Water Board, waited. Brill, mayor of Karsk, left."
    assert officials(text) == [("Ana Brill", "head", "Tarn Water Board")]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on KRU's Morning Jack show.",
        "The Harbour Investment Partnership (HIP) rose.",
        "Ana Brill, chairman of the House Ways and Means Committee, left.",
        "Better To Be President Than To Run",
    ],
)
def test_what_looks_like_a_name_beside_an_office_or_a_body(text: str) -> None:
    assert [name for name, *_ in officials(text) if name != "Ana Brill"] == []


def test_a_body_that_is_called_after_the_one_who_has_it() -> None:
    text = "Ana Brill, chairwoman of President Karl Orlo's Council of Elders, left."
    assert ("Ana Brill", "chairwoman", "Council of Elders") in officials(text)
