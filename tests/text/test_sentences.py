"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import split_sentences


def sentences(text: str, *, wrapped: bool = False) -> list[str]:
    return [span.of(text) for span in split_sentences(text, wrapped=wrapped)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
        ("Mr. Orlo met Dr. Brill. They spoke.", ["Mr. Orlo met Dr. Brill.", "They spoke."]),
        ("J. K. Orlo left at 5 p.m. The vote passed.", ["J. K. Orlo left at 5 p.m.", "The vote passed."]),
        ("It cost $3.5 million. That was high.", ["It cost $3.5 million.", "That was high."]),
        ("U.S. officials met on Jan. 5 in Karsk.", ["U.S. officials met on Jan. 5 in Karsk."]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ('"Why?" he asked. "Because!" she cried.', ['"Why?" he asked.', '"Because!" she cried.']),
        ("They waited... and left.", ["They waited... and left."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("He said no. Brill agreed.", ["He said no.", "Brill agreed."]),
        ("A headline without a stop\nThe text begins.", ["A headline without a stop", "The text begins."]),
        ("  ", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_wrapped_text_breaks_only_at_blank_lines() -> None:
    text = "The ministry\nsaid nothing. It\nwaited.\n\nA new part"
    assert sentences(text, wrapped=True) == ["The ministry\nsaid nothing.", "It\nwaited.", "A new part"]


def test_only_the_stretch_is_read() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in split_sentences(text, 5, 9)] == ["Two."]


@given(st.text(alphabet=st.sampled_from('aA.!?"”“ \n(1é'), max_size=60), st.integers(0, 30), st.integers(0, 60))
def test_sentences_are_trimmed_ordered_and_inside(text: str, start: int, end: int) -> None:
    last = start
    for span in split_sentences(text, start, end):
        assert last <= span.start < span.end <= min(end, len(text))
        assert span.of(text) == span.of(text).strip()
        last = span.end
