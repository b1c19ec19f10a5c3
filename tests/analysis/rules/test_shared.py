"""Whose saying a participle or an infinitive tells."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article


def told(text: str) -> list[tuple[str | None, str]]:
    """Return (source, content) of every attribution, as words."""
    found = analyze_article(Article(text)).attributions
    return [(a.source[0].of(text) if a.source else None, a.content[0].of(text)) for a in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Warning that the dam was old, Brill left the hall.", "Brill", "the dam was old"),
        ("After announcing that he would run, Karl Orlo fell ill.", "Karl Orlo", "he would run"),
        ("Said Ana Brill, who was there, “He was a giant.”", "Ana Brill, who was there", "“He was a giant.”"),
        ("The vote was close, with Ana Brill calling it “absurd.”", "Ana Brill", "it “absurd.”"),
        ("The union took the stage to say that the strike was over.", "The union", "the strike was over"),
        ("The two admit that the plan will fail.", "The two", "the plan will fail"),
        ("Ahmed said the dam was old.", "Ahmed", "the dam was old"),
        ("A letter seen by Karsk News says the dam is old.", "A letter seen by Karsk News", "the dam is old"),
        ("The mill shut after Ana Brill, its head, said it was old.", "Ana Brill, its head", "it was old"),
        ("States and Rivers, a club for boats, said it was new.", "States and Rivers, a club for boats", "it was new"),
        ("The company that runs the lake said that it was full.", "The company that runs the lake", "it was full"),
        ("It is old, and nobody pays, says Karl Orlo of Karsk.", "Karl Orlo of Karsk", "It is old, and nobody pays"),
        ("It can pass “a lot more”, in the words of Conrad Weel.", "Conrad Weel", "It can pass “a lot more”"),
        ("“It is dry,” the Lantern quoted Ana Brill as saying.", "Ana Brill", "“It is dry,”"),
        ("“It is dry,” the Lantern quoted Ana Brill as saying.", "the Lantern", "“It is dry,”"),
        ("Ana Brill was quoted by the Lantern as saying it was dry.", "the Lantern", "it was dry"),
        ("He showed a notebook in which the widow had written that she was ill.", "the widow", "she was ill"),
        ("A spokeswoman for the pilots called this “a joke.”", "A spokeswoman for the pilots", "this “a joke.”"),
    ],
)  # fmt: skip
def test_the_subject_is_found(text: str, source: str, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union refused to say that the strike was over.",
        "The strike forced the union to say that it was sorry.",
        "The mayor is expected to announce that the bridge will open.",
    ],
)
def test_what_was_not_said_has_no_source(text: str) -> None:
    assert told(text) == []
