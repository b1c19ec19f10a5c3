"""Passages: words and marks of a paragraph with their offsets, and the quotations between them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.tokens import read_passage
from reader.text.quotations import find_quotations
from reader.text.spans import Span, trim

PARAGRAPHS = st.text(alphabet="aB1.,?!:'’‘“”„\"«»‹›″＂❝❞〝〞`-—–―()… \t\n", max_size=40)


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_tokens_cover_all_but_white_space_and_stand_where_their_offsets_say(
    before: str, text: str, behind: str
) -> None:
    passage = read_passage(before + text + behind, Span(len(before), len(before) + len(text)))
    assert [passage.text[a:b] for a, b in zip(passage.starts, passage.ends, strict=True)] == passage.words
    assert "".join(passage.words) == "".join(text.split())


@given(PARAGRAPHS)
def test_the_look_at_the_tokens_misses_no_quotation(text: str) -> None:
    span = trim(text, Span(0, len(text)))
    quotations = find_quotations(text, span.start, span.end, wrapped=True)
    assert read_passage(text, span).marks == [q for q in quotations if q.depth == 0]
