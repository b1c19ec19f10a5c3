"""Subjects and hearers that stand close to their verb, or far from it, in words that are easily taken for others."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article
from tests.analysis.rules.rows import Row, found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("He’s claiming that the vote was “a sham”.", ("He’s", "claiming", "the vote was “a sham”")),
        ("Orlo, who’s called for a ban, left.", ("who’s", "called for", "a ban")),
        ("Karl Orlo has vowed to bring back lost jobs.", ("Karl Orlo", "vowed", "to bring back lost jobs")),
        ("She urges her husband to come out.", ("She", "urges", "her husband to come out")),
        ("She told her brother to leave.", ("She", "told", "to leave")),
        (
            "The port asked candidate Ana Brill to “stop” the boats.",
            ("The port", "asked", "candidate Ana Brill to “stop” the boats"),
        ),
        ("She walks in and says, “Stay here.”", ("She", "says", "“Stay here.”")),
        ("Critics said, among other things, that it was old.", ("Critics", "said", "it was old")),
        ("The mayor said, according to the Lantern, that it was old.", ("The mayor", "said", "it was old")),
        (
            "Karl Orlo, who runs the port, asked whether it was old.",
            ("Karl Orlo, who runs the port", "asked", "whether it was old"),
        ),
        ("It is old, according to critics of the plan.", ("critics of the plan", "according to", "It is old")),
        (
            "“It is old,” said an official who asked not to be named.",
            ("an official who asked not to be named", "said", "“It is old,”"),
        ),
        (
            "The film uses footage of Ana Brill asking, “Why are we not there?”",
            ("Ana Brill", "asking", "“Why are we not there?”"),
        ),
        ("The mill shut, with officials saying “no one” would go.", ("officials", "saying", "“no one” would go")),
        ("When mills shut, Orlo and Brill call it “a loss”.", ("Orlo and Brill", "call", "it “a loss”")),
        ("They call it “a loss” and describe it as theft.", ("They", "describe", "it as theft")),
        ("Data from the Karsk survey show that it is dry.", ("Data from the Karsk survey", "show", "it is dry")),
        ("The ad claims “Orlo is dry.”", ("The ad", "claims", "“Orlo is dry.”")),
        ("In the summary it is said that it is dry.", ("the summary", "is said", "it is dry")),
        ("The row came after the actor left, calling it “a farce”.", ("the actor", "calling", "it “a farce”")),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, row: Row) -> None:
    assert row in found(text)


def test_whom_the_reporter_of_a_report_cites() -> None:
    text = "According to the Lantern, quoting the news agency Karsk Wire, the dam is old."
    assert ("the news agency Karsk Wire", "quoting", "the dam is old") in found(text)
    assert ("the Lantern", "According to", "the dam is old") in found(text)


def test_a_relative_clause_is_all_that_an_aside_in_it_reports() -> None:
    assert found("Boats which, according to the Lantern, the port has banned") == [
        ("the Lantern", "according to", "the port has banned")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether it was old, Orlo laughed.",
        "With laws against claiming asylum in Karsk expected soon, the boats left.",
    ],
)
def test_nobody_is_made_to_say_it(text: str) -> None:
    assert all(source is None for source, _, _ in found(text))


def test_an_aside_does_not_take_the_content_of_the_clause_around_it() -> None:
    text = "The papers indicate, he said, that the dam was old."
    assert ("he", "said", "The papers indicate that the dam was old") in found(text)


def test_a_quotation_goes_on_behind_a_verb_of_any_kind() -> None:
    assert found("“It is a sham,” Orlo shot back. “Let me talk.”") == [
        ("Orlo", "shot", "“It is a sham,” “Let me talk.”")
    ]


def test_a_body_is_not_what_it_owns() -> None:
    text = "Karsk's news agency Post Wire said it was old. Karsk said it would act."
    speakers = [a.speaker for a in analyze_article(Article(text)).attributions]
    assert speakers[-1] == "Karsk"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The team found that urchins eat at night. They said more work was needed.", "team"),
        ("A letter signed by Ana Brill said the bridge was shut.", "Ana Brill"),
        ("He’s a docker. Karl Orlo said it was shut. He’s claiming that it was old.", "Karl Orlo"),
    ],
)
def test_whom_the_last_source_stands_for(text: str, speaker: str) -> None:
    assert analyze_article(Article(text)).attributions[-1].speaker == speaker
