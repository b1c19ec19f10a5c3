"""Drift of dates: days that went missing, and days that became others."""

from collections.abc import Callable

import pytest

from reader.model.chain import DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift

Make = Callable[..., TracedDocument]


def _dates(make: Make, one: str, other: str, kind: DriftType = DriftType.DATE_CHANGED) -> list[tuple[str, str]]:
    found = measure_drift(make("a", "Harbour Post", 0, one), make("b", "Tide Daily", 2, other))
    dates = (DriftType.DATE_CHANGED, DriftType.DATE_DROPPED)
    assert all(d.type is kind for d in found if d.type in dates)
    return [(d.a_words, d.b_words) for d in found if d.type is kind]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("on Monday", "on Thursday"),
        ("on September 3", "on September 13"),
        ("on March 3", "on April 13"),
        ("on March 3, 2019", "on March 3, 2016"),
        ("on 3 March", "on 13 March"),
    ],
)
def test_a_day_that_became_another_is_told_with_both(make_document: Make, before: str, after: str) -> None:
    one = f"The old pier of Hookstone burnt down {before} and was never rebuilt."
    [(old, new)] = _dates(make_document, one, one.replace(before, after))
    assert (old.removeprefix("on "), new.removeprefix("on ")) == (before[3:], after[3:])


def test_a_weekday_and_its_date_change_each_for_itself(make_document: Make) -> None:
    one = "The bridge of Hookstone was closed on Monday, March 3, after a crack was found."
    other = "The bridge of Hookstone was closed on Thursday, April 13, after a crack was found."
    assert _dates(make_document, one, other) == [("on Monday", "on Thursday"), ("March 3", "April 13")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("on Monday", "on March 3"),
        ("on March 3", "on Monday"),
        ("on March 3", "on 3 March"),
        ("on 3 March 2019", "on March 3"),
        ("on Monday", "yesterday"),
        ("on Monday", "on Monday, March 3"),
    ],
)
def test_what_may_be_the_same_day_is_no_change(make_document: Make, before: str, after: str) -> None:
    one = f"The old pier of Hookstone burnt down {before} and was never rebuilt."
    assert _dates(make_document, one, one.replace(before, after)) == []


def test_a_day_that_the_earlier_text_has_elsewhere_is_no_other_one(make_document: Make) -> None:
    one = (
        "The old pier of Hookstone burnt down on Monday night in a storm.\n\n"
        "Divers searched the harbour for the pier’s lamp on Thursday."
    )
    other = "Divers searched on Thursday where the old pier of Hookstone burnt down in a storm at night."
    assert _dates(make_document, one, other) == []


def test_a_corrected_date_is_a_change_though_the_notice_repeats_the_old_one(make_document: Make) -> None:
    one = "The old pier of Hookstone burnt down on 3 March and was never rebuilt."
    other = one.replace("3 March", "13 March")
    notice = "\n\nAn earlier version of this report gave 3 March."
    assert _dates(make_document, one, other + notice) == [("3 March", "13 March")]


def test_a_date_that_is_kept_by_its_day_alone_is_not_dropped(make_document: Make) -> None:
    one = "The last delivery of eels to the kitchen of Holt was on 27 March, a porter said."
    other = "The kitchen of Holt had its last delivery of eels late in March, a porter said. It came on the 27th."
    assert _dates(make_document, one, other) == []
    gone = other.replace("27th", "spot")
    assert _dates(make_document, one, gone, DriftType.DATE_DROPPED) == [("27 March", "March")]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("in the night to Sunday", "on Saturday night", False),
        ("in the night to Sunday", "on Thursday night", True),
        ("on Sunday afternoon", "on Saturday afternoon", True),
    ],
)
def test_one_night_has_two_days(make_document: Make, before: str, after: str, changed: bool) -> None:
    one = f"The old pier of Hookstone burnt down {before} and was never rebuilt."
    assert bool(_dates(make_document, one, one.replace(before, after))) is changed
