"""Vague quantities in a text, found without its other numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.numbers import find_numbers
from reader.text.vague import has_vague_number


@pytest.mark.parametrize("text", ["A few dozen came.", "They came in dozens.", "Some thousands left", "many times"])
def test_vague_numbers_are_told_without_finding_all(text: str) -> None:
    assert has_vague_number(text)


@given(st.text("dozens few a some 4"))
def test_what_has_no_vague_number_has_none(text: str) -> None:
    assert has_vague_number(text) or not any(number.vague for number in find_numbers(text))
