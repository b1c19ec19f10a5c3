"""Quotation marks of every style, closed or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.quotations import find_quotations


def inner(text: str, depth: int = 0) -> list[str]:
    return [q.inner.of(text) for q in find_quotations(text) if q.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we stay” and left.", ["we stay"]),
        ('She said "we stay" and left.', ["we stay"]),
        ("She said ‘we stay’ and left.", ["we stay"]),
        ("She said 'we stay' and left.", ["we stay"]),
        ("''We stay,'' she said, ''for now.''", ["We stay,", "for now."]),
        ("``We stay,'' she said.", ["We stay,"]),
        ("«We stay», she said.", ["We stay"]),
        ("»We stay«, she said.", ["We stay"]),
        ("„We stay“, she said.", ["We stay"]),
        ("″We stay,″ she said.", ["We stay,"]),
        ("— We stay, — said Orlo. — We must.", ["We stay,", "We must."]),
        ("‘The farmers’ land is gone’, he said.", ["The farmers’ land is gone"]),
        ("It's the '90s: rock 'n' roll isn't dead.", []),
        ("The dogs' owners don't mind.", []),
        ('A 5" pipe and a "small" one', ["small"]),
        ("No marks at all.", []),
        ('"It is “fair play” and no more," she said.', ["It is “fair play” and no more,"]),
        ("”We stay,” she said.", ["We stay,"]),
        ("”No marks before it.", []),
    ],
)
def test_marks_of_every_style(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_quotation_inside_a_quotation() -> None:
    text = "“He told me ‘go away’ twice,” she said."
    assert inner(text) == ["He told me ‘go away’ twice,"]
    assert inner(text, depth=1) == ["go away"]


@pytest.mark.parametrize("text", ["“We stay, she said", '"We stay, she said'])
def test_an_unclosed_quotation_reaches_to_the_end_of_its_paragraph(text: str) -> None:
    found = find_quotations(text + "\nNext paragraph.")
    assert [(q.span.of(text), q.closed) for q in found] == [(text, False)]


@pytest.mark.parametrize("text", ["“They left, she said. “They came back.”", '"They left, she said. "They came back."'])
def test_a_new_opening_mark_ends_a_quotation_that_was_never_closed(text: str) -> None:
    assert [(q.inner.of(text), q.closed) for q in find_quotations(text)] == [
        ("They left, she said.", False),
        ("They came back.", True),
    ]


def test_the_span_holds_the_marks() -> None:
    text = "Then: «Yes!»"
    (quotation,) = find_quotations(text)
    assert quotation.span.of(text) == "«Yes!»"
    assert quotation.mark == "«"


@given(st.text(alphabet=st.sampled_from("ab s.,\n\"“”‘’'«»„—`"), max_size=80), st.booleans())
def test_quotations_never_cross(text: str, wrapped: bool) -> None:
    ends = {0: 0, 1: 0}
    for q in find_quotations(text, wrapped=wrapped):
        assert 0 <= q.span.start < q.span.end <= len(text)
        assert q.span.contains(q.inner) or q.inner.length == 0
        assert ends[q.depth] <= q.span.start
        ends[q.depth] = q.span.end
        if q.depth:
            assert q.span.end <= ends[0]


def test_hyphens_that_take_turns_are_a_dialogue() -> None:
    text = "- We stay, - said the mayor. - We have no choice."
    assert [q.span.of(text) for q in find_quotations(text)] == ["- We stay,", "- We have no choice."]
    assert find_quotations("- Nine boats - two of them lost") == []
