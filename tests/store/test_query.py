from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store.errors import QueryError
from reader.store.query import (
    FIELDS,
    MAX_TERMS,
    All,
    Any,
    Count,
    Name,
    Not,
    When,
    Words,
    parse_query,
)


def parts(text: str) -> tuple[object, ...]:
    return parse_query(text).parts


def test_words_side_by_side_must_all_hold() -> None:
    assert parts("rail  works") == (Words("rail"), Words("works"))


def test_phrases_prefixes_and_fields() -> None:
    assert parts('"rail works" del* title:"no trains"*') == (
        Words("rail works"),
        Words("del", prefix=True),
        Words("no trains", "title", prefix=True),
    )


def test_minus_and_not_negate_the_next_element_only() -> None:
    assert parts("-a NOT b c") == (Not(Words("a")), Not(Words("b")), Words("c"))
    assert parts("well-known") == (Words("well-known"),)


def test_or_binds_tighter_than_standing_side_by_side() -> None:
    assert parts("a b OR c") == (Words("a"), Any((Words("b"), Words("c"))))
    assert parts("(a b) OR c") == (Any((All((Words("a"), Words("b"))), Words("c"))),)


def test_named_conditions() -> None:
    assert parts('feed:"The Courier" tag:wa* said-by:Example origin:Gazette') == (
        Name("feed", "The Courier"),
        Name("tag", "wa", prefix=True),
        Name("said-by", "Example"),
        Name("origin", "Gazette"),
    )
    assert parts("is:starred has:notes by:ann") == (
        Name("is", "bookmarked"),
        Name("has", "note"),
        Words("ann", "author"),
    )


def test_dates() -> None:
    assert parts("after:2026-03 before:2026-3-9") == (
        When("after", datetime(2026, 3, 1, tzinfo=UTC)),
        When("before", datetime(2026, 3, 9, tzinfo=UTC)),
    )
    assert parts("after:7d after:yesterday before:12h") == (
        When("after", ago=timedelta(days=7)),
        When("after", ago=timedelta(days=1), whole_day=True),
        When("before", ago=timedelta(hours=12)),
    )


@pytest.mark.parametrize(
    ("text", "count"), [("1", Count(1, 1)), ("2+", Count(2, None)), (">1", Count(2, None)), ("<=3", Count(0, 3))]
)
def test_numbers_of_origins(text: str, count: Count) -> None:
    assert parts(f"origins:{text}") == (count,)


@pytest.mark.parametrize(
    "text", ["10:42", "don't", "U.S.", "Kyiv: war", "a--b", "C++", "и", "新闻", "https://a.example/b"]
)
def test_what_is_no_field_is_a_word(text: str) -> None:
    assert all(isinstance(part, Words) for part in parts(text))


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("rail titel:x", 5, "did you mean title:?"),
        ("said_by:x", 0, ""),
        ("sadi-by:x", 0, "did you mean said-by:?"),
        ("is:unraed", 0, "did you mean is:unread?"),
        ("xyzzy:x", 0, "the fields are title:"),
        ("title:", 0, "title: needs a value"),
        ('a "open', 2, "not closed"),
        ("a (b", 2, "not closed"),
        ("a) b", 1, "closes nothing"),
        ("()", 0, "nothing between"),
        ("OR a", 0, "OR needs something before it"),
        ("a OR", 4, "something is missing"),
        ("NOT", 3, "something is missing"),
        ("after:soon", 0, "needs a date"),
        ("after:2026-02-30", 0, "no such date"),
        ("before:99999y", 0, "100 years"),
        ("origins:many", 0, "needs a number"),
        ("!!!", 0, "no word"),
        ("a *", 2, "no word"),
    ],
)
def test_faults_are_told_in_one_line_with_their_place(text: str, position: int, words: str) -> None:
    if not words:  # an underscore makes it a plain word
        assert parts(text)
        return
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert caught.value.position == position
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_sizes_are_bounded() -> None:
    assert len(parts("a " * MAX_TERMS)) == MAX_TERMS
    for text in ("a " * (MAX_TERMS + 1), "a" * 3000, "(" * 100 + "a" + ")" * 100, "-" * 1000 + "a"):
        with pytest.raises(QueryError):
            parse_query(text)


PIECES = st.sampled_from(
    [*(f"{field}:" for field in FIELDS), '"', "(", ")", "-", "*", " ", "OR", "NOT", "AND", "NEAR(", "^", "{", "}", ":"]
)
QUERIES = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map("".join)


@given(QUERIES)
def test_any_text_is_understood_or_refused_with_a_place(text: str) -> None:
    fault: QueryError | None = None
    try:
        parse_query(text)
    except QueryError as error:
        fault = error
    if fault is not None:
        assert 0 <= fault.position <= len(text)
        assert len(str(fault).splitlines()) == 1
