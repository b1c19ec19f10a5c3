"""Wrapping by cells, and the way from an offset to a line and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.widgets.article_layout import Block, lay_out, wrap_offsets


def lines_of(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap_offsets(text, width)]


def test_words_go_to_the_next_line_whole() -> None:
    assert lines_of("one two three four", 9) == ["one two", "three", "four"]


def test_wide_characters_count_two_cells() -> None:
    lines = lines_of("雪のため港が閉鎖され", 8)
    assert lines == ["雪のため", "港が閉鎖", "され"]


def test_a_long_word_starts_where_the_line_has_room() -> None:
    assert lines_of("ab " + "x" * 12, 6) == ["ab xxx", "xxxxxx", "xxx"]


@given(st.text(max_size=200), st.integers(4, 40))
def test_no_line_is_too_wide_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    text = text.replace("\n", " ").replace("\r", " ")
    pieces = wrap_offsets(text, width)
    assert all(0 <= a <= b <= len(text) for a, b in pieces)
    assert all(cell_len(text[a:b]) <= max(width, 2) for a, b in pieces)
    assert "".join(text[a:b] for a, b in pieces).split() or not text.split()
    assert "".join("".join(text[a:b] for a, b in pieces).split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(pieces))


def test_an_offset_leads_to_its_line_and_back() -> None:
    blocks = [Block("Headline"), Block("one two three four", start=10), Block("five six", start=29, prefix="• ")]
    layout = lay_out(blocks, 9)
    assert [layout.line_of(n) for n in (10, 14, 18, 24, 29, 35)] == [2, 2, 3, 4, 6, 7]
    assert layout.offset_at(3, 0) == 18
    assert layout.offset_at(6, 2) == 29
    assert layout.offset_at(0, 0) is None
    assert layout.offset_at(99, 0) is None
    assert layout.line_of(500) is None


def test_copied_text_has_the_articles_breaks_not_the_screens() -> None:
    layout = lay_out([Block("one two three four", start=0), Block("five", start=19)], 9)
    assert layout.text_between((0, 0), (99, -1)) == "one two three four\n\nfive"
    assert layout.text_between((0, 4), (1, 3)) == "two thr"


@pytest.mark.parametrize("width", [0, 1, 3])
def test_tiny_widths_do_not_hang(width: int) -> None:
    assert lay_out([Block("some words", start=0)], width).lines
