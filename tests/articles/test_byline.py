import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.byline import is_byline, parse_byline


@pytest.mark.parametrize(
    ("line", "people", "outlets"),
    [
        ("By A. Writer and B. Other, Example Agency", ["A. Writer", "B. Other"], ["Example Agency"]),
        ("By Ann Writer", ["Ann Writer"], []),
        ("Ann Writer", ["Ann Writer"], []),
        ("By ANN WRITER, Associated Press", ["ANN WRITER"], ["Associated Press"]),
        ("By ANN WRITER Associated Press", ["ANN WRITER"], ["Associated Press"]),
        ("By Ann Writer | Deadline Daily", ["Ann Writer"], ["Deadline Daily"]),
        ("By Ann Writer, Ben Other and Cy Third", ["Ann Writer", "Ben Other", "Cy Third"], []),
        ("By The Associated Press", [], ["The Associated Press"]),
        ("AFP", [], ["AFP"]),
        ("Ann Writer for Samphire Courier", ["Ann Writer"], ["Samphire Courier"]),
        ("Special to The Courier", [], ["The Courier"]),
        ("Von Anna Beispiel und Bernd Muster, dpa", ["Anna Beispiel", "Bernd Muster"], ["dpa"]),
        ("By Ann Writer, staff writer", ["Ann Writer"], []),
        ("By Ann Writer (Harbour News)", ["Ann Writer"], ["Harbour News"]),
        ("Ann Writer / harbour.example.com", ["Ann Writer"], ["harbour.example.com"]),
        ("By Emil Example CBS News July 15, 2018, 12:46 PM", ["Emil Example"], ["CBS News"]),
        ("By Maria de la Cruz, Jean-Luc d'Exemple", ["Maria de la Cruz", "Jean-Luc d'Exemple"], []),
        ("By Ann Example, Senior Editor", ["Ann Example"], []),
        ("Staff", [], []),
        ("admin", [], []),
        ("", [], []),
    ],
)
def test_people_and_outlets_are_told_apart(line: str, people: list[str], outlets: list[str]) -> None:
    found = parse_byline(line)
    assert [s.of(line) for s in found.people] == people
    assert [s.of(line) for s in found.outlets] == outlets


@pytest.mark.parametrize("line", ["By Ann Writer", "By A. Writer and B. Other, Example Agency", "Associated Press"])
def test_byline_lines_are_known(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge was closed.",
        "By the sea",
        "By all accounts it was late",
        "Ann Writer said so.",
        "by hand",
        "By closing the bridge, the council has cut the town in two",
    ],
)
def test_sentences_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


@given(st.text(max_size=200) | st.text(alphabet=st.sampled_from("By AnWr,|/()and \n."), max_size=80))
def test_spans_lie_inside_the_byline(line: str) -> None:
    found = parse_byline(line)
    for span in (*found.people, *found.outlets):
        assert 0 <= span.start < span.end <= len(line)
        assert span.of(line) == span.of(line).strip()
