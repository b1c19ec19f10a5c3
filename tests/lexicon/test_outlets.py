"""The lexicon of outlets: one outlet for all spellings of a name, extensible at run time, clear about bad tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.lexicon.outlets import Row, fold, known_outlets, make_lexicon, name_key, parse_outlets, read_outlets
from reader.model.chain import Outlet

TABLE = (
    "# a remark\n\n"
    "Tidewater Wire\tTW|Tide~\ttidewaterwire.com\tMorning Harbor|The Late Tide\ta\tHarbour Group\n"
    "The Lantern\tLantern\tlantern.example.org\t\tw\n"
)


@pytest.mark.parametrize(
    ("spelling", "outlet"),
    [
        ("The AP", "Associated Press"),
        ("ASSOCIATED PRESS", "Associated Press"),
        ("Agence France-Presse", "AFP"),
        ("www.nytimes.com", "New York Times"),
        ("edition.cnn.com", "CNN"),
        ("El Pais", "El País"),
        ("U.S. News", "U.S. News & World Report"),
        ("Укрінформ", "Ukrinform"),
        ("Kyiv Post", "Kyiv Post"),
    ],
)
def test_spellings_of_a_name_and_its_domains_lead_to_one_outlet(spelling: str, outlet: str) -> None:
    found = known_outlets().find(spelling)
    assert found is not None
    assert found.name == outlet


def test_a_programme_stands_for_its_outlet() -> None:
    found = known_outlets().programme("State of the Union")
    assert found is not None
    assert found.name == "CNN"


def test_agencies_are_marked() -> None:
    lexicon = known_outlets()
    marked = {name: outlet.agency for name in ("Reuters", "dpa", "Kyiv Post") if (outlet := lexicon.find(name))}
    assert marked == {"Reuters": True, "dpa": True, "Kyiv Post": False}


def test_the_table_that_ships_is_large_and_names_no_outlet_twice() -> None:
    names = [outlet.name for outlet in known_outlets().outlets]
    assert len(names) >= 800
    assert len(set(names)) == len(names)


def test_a_table_is_read_by_column() -> None:
    rows = parse_outlets(TABLE)
    assert rows[0].outlet == Outlet(
        "Tidewater Wire",
        ("TW", "Tide"),
        ("tidewaterwire.com",),
        ("Morning Harbor", "The Late Tide"),
        True,
        "Harbour Group",
    )
    assert rows[0].wordlike == {"Tide"}
    assert rows[1].wordlike == {"The Lantern", "Lantern"}


@pytest.mark.parametrize("line", ["\tno name", "a\tb\tc\td\te\tf\tg", "Name,alias"])
def test_a_bad_line_is_named_with_its_number(line: str) -> None:
    with pytest.raises(ValueError, match=r"my\.tsv, line 3"):
        parse_outlets(f"# ok\nName\t\n{line}\n", name="my.tsv")


@pytest.mark.parametrize(("line", "fault"), [("Name\t\t\t\tx", "no flag"), ("—\t", "no name"), ("Name", "no tab")])
def test_a_line_that_is_no_outlet_is_named_with_its_fault(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=rf"my\.tsv, line 1: .*{fault}"):
        parse_outlets(line, name="my.tsv")


def test_the_good_lines_of_a_table_hold_beside_bad_ones() -> None:
    rows, problems = read_outlets("One\tA\n\tnone\nTwo\tB\nThree\n", name="my.tsv")
    assert [row.outlet.name for row in rows] == ["One", "Two"]
    assert [problem.partition(":")[0] for problem in problems] == ["my.tsv, line 2", "my.tsv, line 4"]


def test_outlets_that_go_before_take_the_names_that_were_known() -> None:
    base = make_lexicon(parse_outlets(TABLE))
    more = base.extended([Row(Outlet("Moor Lantern", ("The Lantern", "Lantern")), frozenset())], over=True)
    found = more.find("The Lantern")
    assert found is not None
    assert (found.name, more.is_wordlike("Lantern")) == ("Moor Lantern", False)


def test_added_outlets_are_known_and_never_replace_those_that_are() -> None:
    base = make_lexicon(parse_outlets(TABLE))
    added = (Outlet("Openfield", domains=("openfield.example",)), Outlet("The Lantern", owner="Nobody"))
    more = base.extended([Row(outlet, frozenset()) for outlet in added])
    assert base.find("Openfield") is None
    found = more.by_host("news.openfield.example")
    assert found is not None
    assert found.name == "Openfield"
    lantern = more.find("Lantern")
    assert lantern is not None
    assert lantern.owner == ""


def test_a_host_is_never_found_by_its_ending_alone() -> None:
    assert known_outlets().by_host("com") is None
    assert known_outlets().by_host("notcnn.com") is None


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    lexicon = known_outlets()
    lexicon.find(text)
    lexicon.programme(text)
    lexicon.by_host(text)
    assert fold(fold(text)) == fold(text) or not text.isascii()
    assert " " not in name_key(text)
