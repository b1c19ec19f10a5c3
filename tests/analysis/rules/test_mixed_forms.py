"""Forms in which source, verb and content are easily confounded: names amid commas, headlines, colons, «asked»."""

import pytest

from tests.analysis.rules.rows import Row, found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Boats drift past the pier, Karl Orlo, a lawyer, told reporters.",
            ("Karl Orlo, a lawyer", "told", "Boats drift past the pier"),
        ),
        (
            "The head of the big union, Karl Orlo, a lawyer, said the strike was over.",
            ("The head of the big union, Karl Orlo, a lawyer", "said", "the strike was over"),
        ),
        ("Dravik Hale: We will not leave the port", ("Dravik Hale", ":", "We will not leave the port")),
        ("Lysak on Telegram: forty boats are lost.", ("Lysak", ":", "forty boats are lost")),
        ("Grain Deal Is Dead, Says Lysak", ("Lysak", "Says", "Grain Deal Is Dead")),
        ("Nobody sleeps; as one nurse put it: “We count boats.”", ("one nurse", "put it", "“We count boats.”")),
        ("The engineer who said the bridge was safe resigned.", ("who", "said", "the bridge was safe")),
        ("- The bridge is shut, said Orlo.", ("Orlo", "said", "The bridge is shut")),
        (
            "- The bridge is shut, - said Orlo. - It will stay shut.",
            ("Orlo", "said", "- The bridge is shut, - It will stay shut."),
        ),
    ],
)
def test_each_has_its_place(text: str, row: Row) -> None:
    assert found(text) == [row]


@pytest.mark.parametrize("lead", ["", "when "])
def test_what_somebody_is_asked_is_not_what_they_say(lead: str) -> None:
    assert found(f"Orlo, {lead}asked whether the bridge was shut, said it was not.") == [
        ("Orlo", "said", "it was not"),
        (None, "asked", "whether the bridge was shut"),
    ]


def test_who_asks_behind_a_name_in_commas_still_asks() -> None:
    assert found("The mayor, Ana Brill, asked drivers to turn back.") == [
        ("The mayor, Ana Brill", "asked", "drivers to turn back")
    ]


def test_a_report_of_a_report_is_two_claims() -> None:
    text = "Orlo tweeted that the bridge was safe, the Lantern reported."
    assert found(text) == [
        ("the Lantern", "reported", "Orlo tweeted that the bridge was safe"),
        ("Orlo", "tweeted", "the bridge was safe"),
    ]


def test_an_agency_that_quotes_is_one_source_and_the_quoted_another() -> None:
    text = "The bridge was shut, the agency quoted the minister as saying."
    assert [(source, content) for source, _, content in found(text)] == [
        ("the minister", "The bridge was shut"),
        ("the agency", "The bridge was shut"),
    ]


@pytest.mark.parametrize("text", ["Storm Orlo: what we know so far", "- Nine boats, two of them lost - and more"])
def test_a_label_or_a_list_is_no_speaker(text: str) -> None:
    assert found(text) == []


def test_police_who_believe_say_nothing() -> None:
    assert found("Police believe the fire was started by hand.") == []
