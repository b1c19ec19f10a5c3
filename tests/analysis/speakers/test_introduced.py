"""Bodies that an article only brings in: whom short forms, initials and «a report» stand for."""

import pytest

from reader.analysis.article import analyze_article
from reader.analysis.speakers.introduced import find_introduced, is_masthead
from reader.analysis.tokens import read_passage
from reader.model.article import Article
from reader.text.spans import Span


def speakers(text: str) -> list[str | None]:
    return [a.speaker for a in analyze_article(Article(text)).attributions]


def test_bodies_traders_and_papers_are_told_apart() -> None:
    text = (
        "Phone maker Orbis, the newspaper Red Lantern, the Karsk Post and the Karsk Ministry of Health met. "
        "Operator Tarn Lines came too, and so did the publication «Second Bank»."
    )
    found = find_introduced([read_passage(text, Span(0, len(text)))])
    assert list(found.traders) == ["Orbis", "Tarn Lines"]
    assert list(found.papers) == ["Red Lantern", "Karsk Post", "Second Bank"]
    assert "Karsk Ministry of Health" in found.bodies


@pytest.mark.parametrize(
    ("word", "expected"), [("ledger", True), ("droidledger", True), ("edger", False), ("orbis", False)]
)
def test_a_masthead_is_known_by_its_last_word(word: str, expected: bool) -> None:
    assert is_masthead(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The deal was struck at the Karsk Ministry of Health.\nKarsk ministry: 114 people came home",
            ["Karsk Ministry of Health"],
        ),
        ("Phone maker Orbis is late. The company said it was sorry.", ["Orbis"]),
        ("It stood in the Tarn Evening Mail. The newspaper says it was so.", ["Tarn Evening Mail"]),
        (
            "Karsk Foods said it would close. It had sold flour to retailer Bo Shops. The company said it was sorry.",
            ["Karsk Foods", "company"],
        ),
        (
            "Karsk Foods said it would close. It had sold flour to retailer Bo Shops. The retailer said it was sorry.",
            ["Karsk Foods", "Bo Shops"],
        ),
        ("In May startup Orbis said it was late. The firm said it was sorry.", ["Orbis", "Orbis"]),
        ("Startup Orbis said it was late. The firm said it was sorry.", ["Orbis", "Orbis"]),
        ("Sometimes the river floods. The paper said it was late.", ["paper"]),
        ("Earlier Times had been good. The paper said it was late.", ["paper"]),
        ("Good News came. The paper said it was late.", ["paper"]),
        ("Many read the Karsk News. The paper said it was late.", ["Karsk News"]),
        ("Karsk News has reported that it rained. The paper said it was late.", ["Karsk News", "Karsk News"]),
        (
            "The list came from the Karsk Central Works Union (KCWU). “It is late,” said KCWU.",
            ["Karsk Central Works Union"],
        ),
        (
            "The bridge is shut, according to a report.\nThe Karsk Post said it had seen a letter.",
            ["Karsk Post", "Karsk Post"],
        ),
        (
            "The bridge is shut, according to a report.\nKarl Orlo said it was not.",
            ["report", "Karl Orlo"],
        ),
        ("The bridge is shut, according to a report on Monday by Karsk Watch.", ["Karsk Watch"]),
    ],
)
def test_short_forms_stand_for_what_the_text_brings_in(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Mum says it is late,” Ana Brill said.", ["Ana Brill", None]),
        ("Jean Acker said no. “Never,” she said.", ["Jean Acker", "Jean Acker"]),
        ("A federal official who was briefed on it but not allowed to speak said it was late.", [None]),
        ("‘The mill is lost’, councillors told", [None]),
        ("In the Karsk Council it is said that nine left.", ["Karsk Council"]),
        ("Nine ships left the port, it was stated on Friday at the Karsk Council.", ["Karsk Council"]),
        ("The Speaker, Ana Brill, twice called for order.", ["Ana Brill"]),
    ],
)
def test_who_speaks(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
