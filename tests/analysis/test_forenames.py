"""Forenames that look like small words."""

import pytest

from tests.analysis.rules.rows import found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Per Aho said he would sue.", "Per Aho"),
        ("Per Aho, 61, told the Lantern he would sue.", "Per Aho, 61"),
        ("Per Aho, a former banker, said he would sue.", "Per Aho, a former banker"),
        ("Last week Per Aho said he would sue.", "Per Aho"),
        ("On Monday Will Orlo said he would sue.", "Will Orlo"),
        ("Its chairman, Per Aho, 61, told the Lantern he would sue.", "Its chairman, Per Aho, 61"),
    ],
)
def test_a_name_is_no_preposition(text: str, source: str) -> None:
    assert [(who, content) for who, _, content in found(text)] == [(source, "he would sue")]


def test_such_a_name_speaks_behind_its_verb_too() -> None:
    assert found("“It is shut,” said Per Aho.") == [("Per Aho", "said", "“It is shut,”")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Per Karsk TV, the dam is shut.", "Karsk TV", "the dam is shut"),
        ("Per the ministry, the dam is shut.", "the ministry", "the dam is shut"),
        ("The dam is shut, per Karsk TV.", "Karsk TV", "The dam is shut"),
    ],
)
def test_the_preposition_still_names_who_says_it(text: str, source: str, content: str) -> None:
    assert [(who, said) for who, _, said in found(text)] == [(source, content)]
