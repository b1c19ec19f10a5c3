"""Whom a source stands for."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


def speakers(text: str) -> list[str | None]:
    return [a.speaker for a in analyze_article(Article(text)).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Brill said it was late. Brill said she was tired.", ["Ana Brill", "Ana Brill"]),
        ("Ana Brill said it was late. “We go,” she said.", ["Ana Brill", "Ana Brill"]),
        ("Ana Brill said it was late. “We go,” he said.", ["Ana Brill", None]),
        ("Defence Minister Karl Orlo said no. “Never,” the minister said.", ["Karl Orlo", "Karl Orlo"]),
        ("Mr Orlo said no. Karl Orlo said it was late.", ["Karl Orlo", "Karl Orlo"]),
        ("The Interior Ministry said two were hurt. The ministry said one died.", ["Interior Ministry"] * 2),
        ("Rescue officials said two were hurt. They said one died.", ["Rescue officials"] * 2),
        ("The Daily Lantern reported that talks failed.", ["Daily Lantern"]),
        ("Eva Orlo, who said she saw the fire, was not hurt.", ["Eva Orlo"]),
        ("A spokesman for Ana Brill said no.", ["spokesman for Ana Brill"]),
        ("The Brill campaign said no.", ["Brill campaign"]),
        ("Two people reportedly drowned.", [None]),
        ("It said nothing was wrong.", [None]),
        ("Orlo said no.", ["Orlo"]),
        ("Orlo said no. “Never,” he said.", ["Orlo", "Orlo"]),
        ("Moscow said no. “Never,” he said.", ["Moscow", None]),
        ("Orlo said no. Ana Brill left. “Never,” he said.", ["Orlo", None]),
    ],
)
def test_sources_are_resolved(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_a_surname_of_two_people_is_not_guessed() -> None:
    text = "Ana Brill and Karl Brill met Eva Orlo.\nOrlo said no. Brill said yes."
    assert speakers(text) == ["Eva Orlo", "Brill"]


def test_an_honorific_tells_two_people_of_one_name_apart() -> None:
    text = "Ana Brill and Karl Brill spoke.\nMrs. Brill said no. Mr. Brill said yes."
    assert speakers(text) == ["Ana Brill", "Karl Brill"]


def test_a_rival_makes_a_pronoun_unclear() -> None:
    text = "Karl Orlo said no. Peter Brill left the room. “It is over,” he said."
    assert speakers(text) == ["Karl Orlo", None]


def test_a_pronoun_that_begins_a_sentence_means_its_neighbour() -> None:
    text = "Eva Dahl said yes. Karl Orlo seemed to agree with Peter Brill. He said that nobody had won."
    assert speakers(text) == ["Eva Dahl", "Karl Orlo"]


def test_a_pronoun_does_not_look_back_for_ever() -> None:
    text = "Karl Orlo said no.\n" + "The rain fell on the town.\n" * 6 + "“It is over,” he said."
    assert speakers(text) == ["Karl Orlo", None]


def test_spellings_of_one_person_are_one_speaker() -> None:
    text = "Volodymyr Brylskyi said no. Later Vladimir Brylsky said yes."
    assert len(set(speakers(text))) == 1
