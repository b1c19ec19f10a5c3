"""Forms of claims that news uses often: source, cue and content of each, and forms that claim nothing."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article
from tests.analysis.rules.rows import Row, found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Although the mayor said the bridge was safe, engineers warned it could fall.",
            ("the mayor", "said", "the bridge was safe"),
        ),
        ("The engineer who said the bridge was safe has resigned.", ("who", "said", "the bridge was safe")),
        (
            "Karl Orlo denied that his party had been informed and accused the mayor of hiding the figures.",
            ("Karl Orlo", "denied", "his party had been informed"),
        ),
        ("A statement from Corvex said the mill was safe.", ("A statement from Corvex", "said", "the mill was safe")),
        ("Brill said on Friday morning the dam would hold.", ("Brill", "said", "the dam would hold")),
        ("Writing in the Lantern, Brill argued the dam would hold.", ("Brill", "argued", "the dam would hold")),
        (
            "The deal is dead, per two people familiar with the talks.",
            ("two people familiar with the talks", "per", "The deal is dead"),
        ),
        ("Per a court filing, the deal was signed in May.", ("a court filing", "Per", "the deal was signed in May")),
        ("As the coach, Karl Orlo, put it, “We were poor.”", ("the coach, Karl Orlo", "put it", "“We were poor.”")),
        (
            "In the words of the trade unionist Ana Brill: “We were poor.”",
            ("the trade unionist Ana Brill", "In the words of", "“We were poor.”"),
        ),
        ("Nobody hurt in mill fire, says minister", ("minister", "says", "Nobody hurt in mill fire")),
        ("Mill to Close, Warns Union", ("Union", "Warns", "Mill to Close")),
        ("“We are broke”, admit the bosses.", ("the bosses", "admit", "“We are broke”")),
        (
            "Prices will rise, warned the central bank; the ministry disagreed.",
            ("the central bank", "warned", "Prices will rise"),
        ),
        (
            "Said Karl Orlo, a deputy sheriff: “We found nothing.”",
            ("Karl Orlo, a deputy sheriff", "Said", "“We found nothing.”"),
        ),
        ("It is claimed the mill will close.", (None, "is claimed", "the mill will close")),
        ("The prisoners were promised: you will go home.", (None, "were promised", "you will go home")),
        ("The owners were warned about a cracked dam.", (None, "were warned about", "a cracked dam")),
        ("The head of the port warned against a rush.", ("The head of the port", "warned against", "a rush")),
        (
            "A wave of letters came, prompting some bloggers to concede that it was over.",
            ("some bloggers", "concede", "it was over"),
        ),
        ("The port is shut and has been told to wait.", (None, "has been told", "to wait")),
        ("The staff were told to keep quiet.", (None, "were told", "to keep quiet")),
        ("Drivers were urged not to stop.", (None, "were urged", "Drivers not to stop")),
        (
            "Orlo asked the governments of Upper Karsk not to turn away boats.",
            ("Orlo", "asked", "the governments of Upper Karsk not to turn away boats"),
        ),
        ("Nine boats sank, a figure the port later confirmed.", ("the port", "confirmed", "a figure")),
        ("The mill is lost, a claim the owner denied.", ("the owner", "denied", "The mill is lost a claim")),
        (
            "She was told by an officer that the road was shut.",
            ("an officer", "was told", "the road was shut"),
        ),
    ],
)  # fmt: skip
def test_what_is_claimed(text: str, row: Row) -> None:
    assert row in found(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A statement from Corvex said that the mill was safe.", "A statement from Corvex"),
        ("Brill's claim that the bank was sound was rejected by the regulator.", "Brill's"),
        ("Asked whether she would resign, Brill answered with a curt no.", None),
    ],
)
def test_it_is_claimed_once(text: str, source: str | None) -> None:
    assert [row[0] for row in found(text)] == [source]


@pytest.mark.parametrize("who", ["Not all of them", "Few of the clerks"])
def test_what_most_did_not_say_is_no_claim(who: str) -> None:
    assert found(f"{who} said where they had it from.") == []
    assert len(found("All of them said where they had it from.")) == 1


def test_litres_per_two_households_are_no_source() -> None:
    assert found("The port uses nine litres per two households.") == []


@pytest.mark.parametrize("noun", ["president", "driver", "nurse"])
def test_a_noun_is_nobody_of_whom_it_was_not_said(noun: str) -> None:
    text = f"Karl Orlo, a miller, said the road was shut.\n\nThe {noun} said that talks had failed."
    assert [a.speaker for a in analyze_article(Article(text)).attributions] == ["Karl Orlo", None]
    called = text.replace("a miller", f"a {noun}")
    assert [a.speaker for a in analyze_article(Article(called)).attributions] == ["Karl Orlo", "Karl Orlo"]


def test_short_paragraphs_go_on_with_an_open_quotation() -> None:
    text = '"It closed in May," Brill said. "For good.\n"Then the school.\n"Now the post office."'
    rows = [(a.speaker, a.content[0].of(text)) for a in analyze_article(Article(text)).attributions]
    assert rows[1:] == [("Brill", '"Then the school.'), ("Brill", '"Now the post office."')]


def test_an_open_quotation_is_his_who_ends_it() -> None:
    text = 'Karl Orlo said no.\n"We lost the mill.\n"We lost the port.\n"Then we lost the school," Eva Dahl said.'
    assert [a.speaker for a in analyze_article(Article(text)).attributions] == ["Karl Orlo", *["Eva Dahl"] * 3]


def test_what_is_denied_and_what_is_said_behind_the_colon_are_two_claims() -> None:
    text = 'Deputy mayor Karel Binns denied that the town had been warned: "Nobody called us."'
    source = "Deputy mayor Karel Binns"
    assert sorted(found(text)) == [
        (source, "denied", '"Nobody called us."'),
        (source, "denied", "the town had been warned"),
    ]
    assert len(found(text.replace("denied", "said"))) == 1


def test_a_claim_that_is_rejected_ends_before_the_colon() -> None:
    text = 'Karl Orlo said it was late, but Karel Binns rejected claims that it had rained: "Nobody got wet."'
    rows = found(text)
    assert ("Karel Binns", "rejected", '"Nobody got wet."') in rows
    assert ("Karel Binns", "rejected", "claims that it had rained") in rows
    assert (None, "claims", "it had rained") in rows
