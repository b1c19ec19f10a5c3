"""«This was reported by S»: what was said stands before, in the same paragraph or in the one above."""

import pytest

from reader.analysis.article import analyze_article
from reader.model.article import Article

Row = tuple[str, list[str]]


def found(text: str) -> list[Row]:
    """Return speaker and contents of every attribution, as words."""
    return [(a.speaker or "", [s.of(text) for s in a.content]) for a in analyze_article(Article(text)).attributions]


@pytest.mark.parametrize("join", [" ", "\n"])
@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("This was reported by the Karsk Port Authority.", "Karsk Port Authority"),
        ("About this writes the Lantern.", "Lantern"),
        ("The head of the port, Karl Orlo, said this on Monday.", "Karl Orlo"),
    ],
)
def test_this_is_the_sentence_before(join: str, sentence: str, speaker: str) -> None:
    text = f"Nine boats sank in the night, and two are missing.{join}{sentence}"
    assert found(text) == [(speaker, ["Nine boats sank in the night, and two are missing"])]


@pytest.mark.parametrize("join", [" ", "\n"])
def test_what_is_told_already_is_not_told_twice(join: str) -> None:
    text = f"Ana Brill said that nine boats sank.{join}This was reported by the Karsk Port Authority."
    assert ("Ana Brill", ["nine boats sank"]) in found(text)
    assert not [row for row in found(text) if row[1] == ["Ana Brill said that nine boats sank"]]


def test_a_title_in_quotation_marks_belongs_to_the_source() -> None:
    text = "Nine boats sank. About this writes the publication «Red Lantern» with reference to a report of the port."
    rows = [(a.source[0].of(text) if a.source else "", a.speaker) for a in analyze_article(Article(text)).attributions]
    assert ("the publication «Red Lantern»", "Red Lantern") in rows
    assert "a report of the port" in [source for source, _ in rows]
