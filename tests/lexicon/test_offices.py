"""Offices, bodies, places and given names."""

import pytest

from reader.lexicon.offices import (
    acting_bodies,
    documents,
    gender_of,
    given_names,
    nationalities,
    office_heads,
    office_modifiers,
    organisation_words,
    places,
    ranks,
)


@pytest.mark.parametrize(
    "word",
    ["minister", "spokeswoman", "general", "judge", "professor", "ceo", "coach", "secretary-general", "sheriff", "mep"],
)
def test_offices_of_every_field(word: str) -> None:
    assert word in office_heads()


def test_classes_do_not_mix() -> None:
    assert "deputy" in office_modifiers()
    assert "ministry" in organisation_words()
    assert "ministry" not in office_heads()
    assert "police" in acting_bodies()
    assert "report" in documents()
    assert "report" not in acting_bodies()
    assert "france" in places()
    assert "french" in nationalities()
    assert "sen" in ranks()


@pytest.mark.parametrize(
    ("given", "office", "gender"),
    [
        ("Ana", "", "feminine"),
        ("Karl", "", "masculine"),
        ("Xyzzy", "", ""),
        ("", "deputy spokeswoman", "feminine"),
        ("", "chairman", "masculine"),
        ("", "minister", ""),
    ],
)
def test_gender_is_told_by_name_or_office(given: str, office: str, gender: str) -> None:
    assert gender_of(given, office) == gender


def test_no_given_name_has_two_genders_unnoticed() -> None:
    both = given_names("masculine") & given_names("feminine")
    assert all(gender_of(name) == "" for name in both)
