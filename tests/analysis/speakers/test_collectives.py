"""Which bodies speak or act, and where each is first named."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


def collectives(text: str) -> list[str]:
    return [span.of(text) for span in analyze_article(Article(text)).collectives]


def test_collectives_stand_at_their_first_mention() -> None:
    text = "Police said two were hurt. The Karsk Council said one died. Police said no."
    assert collectives(text) == ["Police", "The Karsk Council"]
    text = "Ana Brill told police that she was tired. Rain fell. Police said no."
    (span,) = analyze_article(Article(text)).collectives
    assert span.start == text.index("police")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Red Lantern, an aid group, said that 61 were missing.", ["The Red Lantern"]),
        ("Operator Karsk Lines said that the ship was late.", ["Karsk Lines"]),
        ("The operator, Karsk Lines, said that the ship was late.", ["Karsk Lines"]),
        ("Orbilo's spokesman Karl Orlo left. Orbilo said that the data was safe.", ["Orbilo"]),
        ("The Karsk Council in its weekly letter said that it was late.", ["The Karsk Council"]),
        ("The Karsk Ministry of Health said no. The ministry said yes.", ["The Karsk Ministry of Health"]),
    ],
)
def test_bodies_that_speak(text: str, expected: list[str]) -> None:
    assert collectives(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The county council will decide in May.", ["The county council"]),
        ("The Karsk Weather Service of Tarn had issued a warning.", ["The Karsk Weather Service of Tarn"]),
        ("The Northern Hall Trust has written to him.", ["The Northern Hall Trust"]),
        ("Fishermen came, and the Karsk Navy reportedly saved ten.", ["the Karsk Navy"]),
        ("The police opened a case.", ["The police"]),
    ],
)
def test_bodies_that_act(text: str, expected: list[str]) -> None:
    assert collectives(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Residents said that the road was shut.",
        "The Karsk Herald said that the ship was late.",
        "The hospital was shut in May.",
        "The council is in Karsk.",
        "A friend of the army left.",
        "People I trust moved away.",
        "The widow, who left in April, came back.",
        "The company said no.",
        "Ana Brill, head of the Karsk Council, left.",
        "The council did not decide.",
    ],
)
def test_what_is_no_body_or_does_nothing(text: str) -> None:
    assert collectives(text) == []
