"""Loose texts: kept as given, split at line breaks, their head read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.articles.plain import article_from_text, split_paragraphs
from reader.model.article import Article, Role

BODY = "The council of Samphire Bay voted late on Monday to close the old harbour bridge until May."
MORE = "Engineers had warned for years that salt was eating the cables, according to the minutes."


def words(article: Article) -> list[str]:
    return [p.span.of(article.text) for p in article.paragraphs]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t \n", "\u2028", "\x0b", "\n\n\n\n"])
def test_every_kind_of_break_parts_paragraphs(gap: str) -> None:
    text = gap.join(["Bridge closes", BODY, MORE]) + gap
    article = article_from_text(text)
    assert article.text == text
    assert words(article) == ["Bridge closes", BODY, MORE]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The council of Samphire Bay voted late on Monday to close the old\n"
        "harbour bridge until May, and to run ferries from the fish market\n"
        "every half hour.\n"
        "\n"
        "Engineers had warned for years that salt was eating the cables of\n"
        "the bridge, according to the minutes of the harbour office and to\n"
        "two members of the council.\n"
    )
    assert len(split_paragraphs(text)) == 2


def test_one_line_a_paragraph_is_not_taken_for_wrapping() -> None:
    lines = ["She signed it at noon.", "He did not.", "They left the hall before the vote was read out to them."]
    assert len(split_paragraphs("\n".join(lines))) == 3


def test_bullets_are_list_items() -> None:
    text = f"{BODY}\n- one ferry every hour\n• no lorries\n2. new piers\n{MORE}"
    assert [p.listed for p in split_paragraphs(text)] == [False, True, True, True, False]


def test_the_first_line_is_the_headline() -> None:
    article = article_from_text(f"Bridge closes for repairs\n\n{BODY}\n\n{MORE}")
    assert article.headline == "Bridge closes for repairs"
    assert article.paragraphs[0].role is Role.HEADING
    assert article.paragraphs[0].level == 1


def test_an_abstract_may_stand_before_the_headline() -> None:
    text = f"{BODY} {MORE}\nOld Harbour Bridge In Samphire Bay To Stay Closed Until May\n\n{BODY}\n{MORE}"
    article = article_from_text(text)
    assert article.headline == "Old Harbour Bridge In Samphire Bay To Stay Closed Until May"
    assert article.paragraphs[0].role is Role.BODY


def test_bullets_may_stand_before_the_headline() -> None:
    text = f"- The bridge is closed\n- Ferries run\nOld Harbour Bridge To Stay Closed\nBy Ann Example\n{BODY}\n{MORE}"
    article = article_from_text(text)
    assert article.byline == "By Ann Example"
    assert article.headline


def test_a_text_without_headline_has_none() -> None:
    assert article_from_text(f"{BODY}\n{MORE}").headline == ""
    assert article_from_text(BODY).headline == ""
    assert article_from_text("").paragraphs == ()
    section = article_from_text(f"{BODY}\nWhat happens next\n{MORE}")
    assert section.headline == ""


def test_a_known_headline_marks_its_line_and_no_other() -> None:
    text = f"Samphire news\nBridge closes for repairs.\n{BODY}\n{MORE}"
    article = article_from_text(text, headline="Bridge closes for repairs")
    assert article.headline == "Bridge closes for repairs"
    assert [p.role for p in article.paragraphs][1] is Role.HEADING
    assert article.paragraphs[1].level == 1


def test_head_lines_are_read() -> None:
    head = "Bridge closes for repairs\nBy Ann Example\nMonday, March 2, 2026\n"
    text = f"{head}SAMPHIRE BAY, Freedonia (HW) — {BODY}\n{MORE}"
    article = article_from_text(text)
    assert article.byline == "By Ann Example"
    assert article.dateline is not None
    assert article.dateline.of(text) == "SAMPHIRE BAY, Freedonia (HW) —"
    assert [p.role for p in article.paragraphs[:4]] == [Role.HEADING, Role.SOURCE_LINE, Role.SOURCE_LINE, Role.BODY]


def test_what_is_known_is_kept() -> None:
    article = article_from_text(BODY, byline="Ben Other", outlet="Courier", metadata={"credit": ["Harbour Wire"]})
    assert (article.byline, article.outlet) == ("Ben Other", "Courier")
    assert article.metadata == {"credit": ("Harbour Wire",)}


def test_one_word_above_running_text_is_a_headline() -> None:
    assert article_from_text(f"Titel\n\n{BODY}\n\n{MORE}").headline == "Titel"
    assert article_from_text(f"Titel\n{BODY}\n{MORE}").headline == "Titel"
    assert article_from_text(f"12\n\n{BODY}\n\n{MORE}").headline == ""
    assert article_from_text("Titel\n\nShort.\n\nShorter.").headline == ""


LINES = st.lists(
    st.sampled_from([BODY, MORE, "Share", "By Ann Example", "What next", "Ferry wins after long fight over a pier"])
    | st.text(max_size=40),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n"]), st.text(max_size=20))
@example(["-", "- -", "(", "["], "\n", "(")
def test_any_text_gives_ordered_paragraphs_inside_it(lines: list[str], gap: str, headline: str) -> None:
    text = gap.join(lines)
    article = article_from_text(text, headline=headline)
    assert article.text == text
    position = 0
    for paragraph in article.paragraphs:
        start, end = paragraph.span
        assert position <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position = end
    kept = "".join(words(article)).split()
    assert "".join(kept) == "".join(text.split()), "no word is lost"
    if article.dateline:
        assert article.dateline.end <= len(text)
