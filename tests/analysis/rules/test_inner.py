"""What is reported inside a quotation, and by whom."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article
from reader.model.claim import Attribution


def inside(text: str) -> list[Attribution]:
    """Return the attributions that lie in the content of another one."""
    return [a for a in analyze_article(Article(text)).attributions if a.parent is not None]


@pytest.mark.parametrize(
    ("text", "source", "content", "kind"),
    [
        ("“The mayor says it is safe,” Orlo said.", "The mayor", "it is safe", "indirect"),
        ("“He told them in May that he'd leave,” she said.", "He", "he'd leave", "indirect"),
        ("\"They told us, 'Count people,'\" Brill said.", "They", "'Count people,'", "direct"),
        ("“They have now admitted that the mill is lost,” Orlo said.", "They", "the mill is lost", "indirect"),
        (
            "“A wave of letters came, saying that it was over,” Orlo said.",
            "A wave of letters",
            "it was over",
            "indirect",
        ),
        (
            "“The bloggers switched lines, acknowledging that the port is lost,” Orlo said.",
            "The bloggers",
            "the port is lost",
            "indirect",
        ),
        ("Orlo said that the captain had told the court that it was late.", "the captain", "it was late", "indirect"),
        ("The Lantern reported that officials said it was late.", "officials", "it was late", "indirect"),
        (
            "The bridge was safe, Orlo tweeted that morning, the Lantern reported.",
            "Orlo",
            "The bridge was safe",
            "indirect",
        ),
        ("She is alleged to have said: “Take it.”", "She", "“Take it.”", "direct"),
        ("Karl Orlo wrote that he had “told us that it was late”.", "he", "it was late", "indirect"),
        ("Karl Orlo wrote that he had “asked the port to wait”.", "he", "the port to wait", "indirect"),
        ("Clerk ‘told widow her cats had run away’, jury hears", "Clerk", "her cats had run away", "indirect"),
    ],
)
def test_a_third_person_is_reported(text: str, source: str, content: str, kind: str) -> None:
    (found,) = inside(text)
    assert found.source is not None
    assert [found.source[0].of(text), found.content[0].of(text), str(found.kind)] == [source, content, kind]


@pytest.mark.parametrize(
    "text",
    [
        "“I said it was safe,” Orlo said.",
        "“If the mayor says it is safe, we stay,” Orlo said.",
        "“The mayor would say it is safe,” Orlo said.",
        "“The mayor said nothing of the kind,” Orlo said.",
    ],
)
def test_what_is_supposed_or_said_of_oneself_is_no_report(text: str) -> None:
    assert inside(text) == []


def test_nobody_in_particular_makes_claims_inside_one() -> None:
    text = "Ana Brill dismissed claims that she owned shares in the mill."
    (found,) = inside(text)
    assert (found.source, found.content[0].of(text)) == (None, "she owned shares in the mill")


def test_a_pronoun_before_a_quotation_means_who_speaks() -> None:
    (found,) = inside("Karl Orlo wrote that he had “told us that it was late”.")
    assert found.speaker == "Karl Orlo"


@pytest.mark.parametrize(
    "text",
    [
        "Rescue officials said it was late. “They admitted that it was over,” Karl Orlo said.",
        "Karl Orlo said it was late. “He told us that it was over,” Karl Orlo said.",
    ],
)
def test_a_pronoun_in_a_quotation_is_not_guessed(text: str) -> None:
    (found,) = inside(text)
    assert found.speaker is None


def test_somebody_else_than_the_speaker_can_be_meant() -> None:
    text = "Karl Orlo left. “He told us that it was over,” Ana Brill said."
    assert [a.speaker for a in inside(text)] == ["Karl Orlo"]


def test_a_signed_quotation_keeps_its_signature() -> None:
    text = "“The mayor says it is safe. It is not.” ― Ana Brill"
    found = analyze_article(Article(text)).attributions
    assert "signed-quotation" in [a.rule for a in found]
