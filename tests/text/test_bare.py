"""Words without case, marks and breaks."""

import pytest

from reader.text.bare import bare_words


@pytest.mark.parametrize("text", ["“We CANNOT sail,”", "we cannot\nsail", " We — cannot: sail!"])
def test_case_marks_and_breaks_make_no_difference(text: str) -> None:
    assert bare_words(text) == "we cannot sail"


def test_other_words_and_figures_do() -> None:
    assert bare_words("12 days") != bare_words("11 days")
    assert bare_words("…") == ""
