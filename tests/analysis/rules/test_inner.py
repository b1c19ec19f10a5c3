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


def test_a_signed_quotation_keeps_its_signature() -> None:
    text = "“The mayor says it is safe. It is not.” ― Ana Brill"
    found = analyze_article(Article(text)).attributions
    assert "signed-quotation" in [a.rule for a in found]
