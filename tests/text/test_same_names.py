"""Which full names are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.same_names import join_names


@pytest.mark.parametrize(
    "names",
    [
        ["Volodymyr Brylskyi", "Volodymyr Brylsky", "Vladimir Brylskiy"],
        ["Oleksandr Orlovskyi", "Aleksandr Orlovsky"],
        ["Ana Brill", "ANA BRILL", "Ána Brill"],
        ["Eva van der Dahl", "Eva Dahl"],
        ["Ana M. Brill", "Ana Brill", "Ana Maria Brill"],
        ["Mohammed bin Orlo", "Mohammad bin Orlo"],
        ["Karl Orlo", "K. Orlo"],
        ["Karl Orlo Jr.", "Karl Orlo"],
    ],
)
def test_spellings_are_one_person(names: list[str]) -> None:
    assert join_names(names) == dict.fromkeys(names, names[0])


@pytest.mark.parametrize(
    "names",
    [
        ["Ana Brill", "Eva Brill"],
        ["Karl A. Orlo", "Karl B. Orlo", "Karl Orlo"],
        ["Karl Orlo Jr.", "Karl Orlo Sr.", "Karl Orlo"],
        ["Karl Orlo", "Klara Orlo", "K. Orlo"],
        ["Olena Brylska", "Volodymyr Brylskyi"],
        ["William Orlo", "Bill Orlo"],
    ],
)
def test_people_of_one_surname_stay_apart(names: list[str]) -> None:
    assert join_names(names) == {name: name for name in names}


@given(st.lists(st.text("aAbB. -’jJr", max_size=12)))
def test_every_name_has_a_leader_that_leads_itself(names: list[str]) -> None:
    leaders = join_names(names)
    assert set(leaders) == set(names)
    assert all(leaders[leader] == leader for leader in leaders.values())
