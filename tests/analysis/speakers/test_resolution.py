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
        ("Karl Orlo KC said no.", ["Karl Orlo"]),
        ("The head of the Tarn district Ana Brill said no.", ["Ana Brill"]),
        ("Ana Brillhart said no. Brilhart said yes.", ["Ana Brillhart", "Ana Brillhart"]),
        ("Ana Brill said no. Ana said yes.", ["Ana Brill", "Ana Brill"]),
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


@pytest.mark.parametrize(
    "source",
    [
        "A spokesman for Ana Brill",
        "One former minister",
        "Another insider",
        "A federal official briefed on the case",
        "Her daughter",
        "A clerk there",
        "A mother-of-three from Tarn",
        "A police captain at the scene",
    ],
)
def test_one_person_without_a_name_is_nobody(source: str) -> None:
    assert speakers(f"{source} said no.") == [None]


@pytest.mark.parametrize("source", ["Rescue officials", "A charity", "Karl Orlo's mother", "A sign on the door"])
def test_groups_bodies_and_documents_stand_for_their_own_words(source: str) -> None:
    assert speakers(f"{source} said no.") == [source.removeprefix("A ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The operator, Karsk Lines, said no.", ["Karsk Lines"]),
        ("The Karsk Ministry of Health said no. Later the ministry said yes.", ["Karsk Ministry of Health"] * 2),
        ("Eva Orlo, head of the Karsk Water Board, left. The board said no.", ["Karsk Water Board"]),
        ("Kestrel's head of design, Eva Orlo, left. The company said no.", ["Kestrel"]),
        ("Karsk Lines said no. It said the ship was late.", ["Karsk Lines", "Karsk Lines"]),
        ("The Karsk Weather Service issued a warning. It said rain would fall.", ["Karsk Weather Service"]),
        ("The Karsk Council said no. Its leaflet says the road is shut.", ["Karsk Council", "Karsk Council"]),
        ("The Karsk Council's annual report said no.", ["Karsk Council"]),
        ("A report by the Karsk Council said no.", ["Karsk Council"]),
        ("Karl Orlo left. His letter said that nothing was wrong.", ["Karl Orlo"]),
        ("Two companies met. The company said no.", ["company"]),
    ],
)
def test_short_forms_and_documents_stand_for_a_body(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Eva Dahl said yes.\nThe chairwoman, Ana Brill, called for order. “Sit down,” she said.",
        "Eva Dahl said yes.\nAna Brill stood by it on the radio.\n“It is so,” she said.",
        "Eva Dahl said yes.\nAna Brill read from a letter which she said had come by post.",
        "Eva Dahl said yes.\nAna Brill looked up. The bridge was shut, she said.",
    ],
)
def test_a_pronoun_means_the_subject_just_before(text: str) -> None:
    assert speakers(text)[1] == "Ana Brill"


def test_a_rival_makes_a_pronoun_unclear() -> None:
    text = "Karl Orlo said no. Rain fell on Peter Brill and Hans Dahl. Late in the evening he said it was over."
    assert speakers(text) == ["Karl Orlo", None]


def test_who_is_named_in_a_quotation_is_not_meant_by_a_pronoun_outside() -> None:
    text = "“Karl Orlo told me it was late,” Peter Brill said.\n“It was not,” he added."
    assert speakers(text)[-1] == "Peter Brill"


@pytest.mark.parametrize("source", ["A user known as Third Battery", "The blogger who signs himself «Third Battery»"])
def test_a_pen_name_is_a_name(source: str) -> None:
    assert speakers(f"{source} said no.") == ["Third Battery"]


def test_a_noun_means_who_has_just_spoken() -> None:
    assert speakers("“We go,” Colonel Karl Orlo said. “Now,” the officer said.") == ["Karl Orlo", "Karl Orlo"]
    assert speakers("The widow said no.") == [None]


def test_a_quoted_headline_is_his_who_says_it_below() -> None:
    text = "«The bridge will not hold»: a town waits\n\n“The bridge will not hold,” Ana Brill said on Monday."
    assert speakers(text) == ["Ana Brill", "Ana Brill"]


def test_a_pronoun_that_begins_a_sentence_means_its_neighbour() -> None:
    text = "Eva Dahl said yes. Karl Orlo seemed to agree with Peter Brill. He said that nobody had won."
    assert speakers(text) == ["Eva Dahl", "Karl Orlo"]


def test_a_pronoun_does_not_look_back_for_ever() -> None:
    text = "Karl Orlo said no.\n" + "The rain fell on the town.\n" * 6 + "“It is over,” he said."
    assert speakers(text) == ["Karl Orlo", None]


def test_spellings_of_one_person_are_one_speaker() -> None:
    text = "Volodymyr Brylskyi said no. Later Vladimir Brylsky said yes."
    assert len(set(speakers(text))) == 1
