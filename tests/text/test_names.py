"""Names of persons as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.names import given_name, is_particle, name_words, person_key, same_person, surname, word_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Vladimir Zelenskyy"),
        ("Zelenskiy", "Zelenskyi"),
        ("Ana M. Brill", "Ana Brill"),
        ("Brill", "Ana Brill"),
        ("A. Brill", "Ana Brill"),
        ("Bill Orlo", "William Orlo"),
        ("Mohammed Karim", "Muhammad Karim"),
        ("Gérald Orlo", "Gerald Orlo"),
        ("Ana Brill's", "Ana Brill"),
        ("Tom Orlo Jr.", "Thomas Orlo"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Brill", "Karl Brill"), ("Ana Brill", "Ana Orlo"), ("B. Brill", "Ana Brill"), ("", "Ana Brill"), ("", "")],
)
def test_two_persons_stay_two(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_parts_of_a_name() -> None:
    assert surname("Ana M. Brill Jr.") == "Brill"
    assert given_name("Ana Brill") == "Ana"
    assert given_name("Brill") == ""
    assert surname("") == ""
    assert name_words("Ana Brill's") == ["Ana", "Brill"]
    assert is_particle("van")
    assert not is_particle("Orlo")


def test_keys_agree_for_spellings() -> None:
    assert word_key("Zelenskyy") == word_key("Zelensky")
    assert person_key("Oleksandr Brill") == person_key("Alexander Brill")
    assert person_key("Ana Brill") != person_key("Eva Brill")


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparison_is_symmetric_and_never_fails(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)
    assert isinstance(person_key(one), str)
