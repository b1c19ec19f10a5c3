"""Which of the wordings of an office is shown, and which are another office."""

import pytest

from reader.store.office_wordings import RETOLD_WITHIN, Wording, is_same_office, other_offices, shown_office

HOUR = 3_600_000_000
CHIEF = ("chief engineer", "Harnsey Port Authority")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("mayor", ""), ("Mayor of Harnsey", "")),
        (("mayor of Harnsey", ""), ("mayor", "Harnsey")),
        (("minister", ""), ("the minister for rails", "Ministry of Rails")),
        (("minister of rails", ""), ("rails minister", "")),
        (("now mayor", ""), ("mayor", "")),
        (("vice president", ""), ("Vice-President", "")),
        (("president", "Growers' Association"), ("president", "Growers’ Association")),
    ],
)
def test_wordings_of_one_office(one: Wording, other: Wording) -> None:
    assert is_same_office(one, other)
    assert is_same_office(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("vice president", ""), ("president", "")),
        (("vice-president", ""), ("president", "")),
        (("deputy mayor", ""), ("mayor", "")),
        (("former minister", ""), ("minister", "")),
        (("ex-minister", ""), ("minister", "")),
        (("spokesman of the Army", ""), ("spokesman of the Navy", "")),
        (("spokesman", "Army"), ("spokesman", "Navy")),
        (("spokesman of the Army", ""), ("spokesman", "Navy")),
        (("mayor of Harnsey", ""), ("mayor", "Pellam")),
        (("mayor", ""), ("councillor", "")),
        (("minister", "Army"), ("", "Army")),
        (("the", ""), ("of", "")),
    ],
)
def test_other_offices(one: Wording, other: Wording) -> None:
    assert not is_same_office(one, other)
    assert not is_same_office(other, one)


def test_the_earliest_of_the_last_days_is_shown() -> None:
    stamps = {CHIEF: (0, HOUR), ("engineer", "Harnsey"): (9 * HOUR, 9 * HOUR)}
    assert shown_office(stamps) == CHIEF
    assert other_offices(stamps) == (("engineer", "Harnsey"),)


def test_a_new_office_is_shown_once_the_old_one_is_no_longer_written() -> None:
    old, new = ("minister", ""), ("president", "")
    assert shown_office({old: (0, 5 * HOUR), new: (6 * HOUR, 6 * HOUR)}) == old
    assert shown_office({old: (0, 5 * HOUR), new: (6 * HOUR, 6 * HOUR + RETOLD_WITHIN)}) == new
    assert other_offices({old: (0, 5 * HOUR), new: (6 * HOUR, 6 * HOUR + RETOLD_WITHIN)}) == (old,)


def test_an_office_of_long_standing_stands_above_one_of_today() -> None:
    long = 9 * RETOLD_WITHIN
    assert shown_office({("mayor", ""): (0, long), ("councillor", ""): (long - HOUR, long)}) == ("mayor", "")


def test_the_fullest_of_those_that_agree_is_shown() -> None:
    stamps = {("mayor", ""): (0, 0), ("deputy mayor of Pellam", ""): (1, 1), ("mayor of Harnsey", ""): (2, 2)}
    assert shown_office(stamps) == ("mayor of Harnsey", "")


def test_an_organisation_alone_takes_no_office_away() -> None:
    stamps = {("minister", "Army"): (0, 0), ("", "Navy"): (HOUR, HOUR)}
    assert shown_office(stamps) == ("minister", "Army")
    assert other_offices(stamps) == ()
    assert shown_office({("", "Navy"): (HOUR, HOUR)}) == ("", "Navy")
    assert shown_office({}) == ("", "")
