"""Drift of attributions: one speaker who became another, or nameless, is one change; the same one is none."""

from collections.abc import Callable

import pytest

from reader.model.chain import Drift, DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift

Make = Callable[..., TracedDocument]
SPEAKERS = {
    DriftType.ATTRIBUTION_CHANGED,
    DriftType.ATTRIBUTION_DROPPED,
    DriftType.ATTRIBUTION_ADDED,
    DriftType.ANONYMISED,
    DriftType.OUTLET_DROPPED,
}
CLAIM = "the stranded ferry had lost its steering pump ten minutes after it left Saltmarsh."


def _speakers(make: Make, one: str, other: str, **credits: tuple[str, str, str]) -> list[Drift]:
    a = make("a", "Harbour Post", 0, one, *([credits["a"]] if "a" in credits else []))
    b = make("b", "Tide Daily", 2, other, *([credits["b"]] if "b" in credits else []))
    return [d for d in measure_drift(a, b) if d.type in SPEAKERS]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Captain Ilse Varnhagen said", "Harbour master Ada Brinkmann said", DriftType.ATTRIBUTION_CHANGED),
        ("Captain Ilse Varnhagen said", "A spokeswoman for the line said", DriftType.ANONYMISED),
        ("Captain Ilse Varnhagen said", "Observers said", DriftType.ATTRIBUTION_DROPPED),
        ("The police of Hookstone said", "Prosecutors said", DriftType.ATTRIBUTION_CHANGED),
        ("Captain Ilse Varnhagen said", "Captain Varnhagen said", None),
        ("Captain Ilse Varnhagen said", "She said", None),
        ("Norland officials said", "Norland commanders said", None),
        ("Locals said", "Residents said", None),
    ],
)
def test_one_speaker_makes_one_change_at_most(
    make_document: Make, before: str, after: str, kind: DriftType | None
) -> None:
    found = _speakers(make_document, f"{before} {CLAIM}", f"{after} {CLAIM}")
    assert [d.type for d in found] == ([kind] if kind else [])
    assert all(d.a_words == before and d.b_words == after for d in found)


def test_a_speaker_who_is_described_beside_the_name_is_no_other(make_document: Make) -> None:
    one = f"Captain Ilse Varnhagen said {CLAIM}"
    other = f"The master of the ship said {CLAIM} Ilse Varnhagen was on the bridge."
    assert _speakers(make_document, one, other) == []


def test_a_change_of_one_speaker_is_told_once(make_document: Make) -> None:
    more = "the line had put off repairs of the rudder four times since the winter storms."
    one = f"Captain Ilse Varnhagen said {CLAIM}\n\nCaptain Ilse Varnhagen said {more}"
    other = f"Harbour master Ada Brinkmann said {CLAIM}\n\nHarbour master Ada Brinkmann said {more}"
    (change,) = _speakers(make_document, one, other)
    assert change.a_span is not None
    assert change.a_span.start == 0


def test_who_is_told_becomes_nameless(make_document: Make) -> None:
    one = f"Captain Ilse Varnhagen told the Harbour Gazette {CLAIM}"
    other = f"Captain Ilse Varnhagen told a newspaper {CLAIM}"
    credit = ("Harbour Gazette", "cites-report", "told the Harbour Gazette")
    (change,) = _speakers(make_document, one, other, a=credit)
    assert (change.type, change.a_words, change.b_words) == (
        DriftType.ANONYMISED,
        "Captain Ilse Varnhagen told the Harbour Gazette",
        "Captain Ilse Varnhagen told a newspaper",
    )


@pytest.mark.parametrize(
    ("hearer", "lost"),
    [
        ("the Karsk Herald", True),
        ("the Herald", True),
        ("Karsk councillors", False),
        ("Herald Square shopkeepers", False),
    ],
)
def test_a_hearer_who_shares_a_word_with_an_outlet_is_not_it(make_document: Make, hearer: str, lost: bool) -> None:
    one = f"Captain Ilse Varnhagen told {hearer} that {CLAIM}"
    other = f"Captain Ilse Varnhagen told a local newspaper that {CLAIM}"
    a, b = make_document("a", "Karsk Herald", 0, one), make_document("b", "Tide Daily", 2, other)
    assert [d.type for d in measure_drift(a, b) if d.type in SPEAKERS] == [DriftType.ANONYMISED] * lost


def test_the_agency_that_a_text_is_from_is_no_speaker_put_in(make_document: Make) -> None:
    bare = CLAIM[0].upper() + CLAIM[1:]
    other = f"{bare[:-1]}, the agency Norland Wire reported."
    credit = ("Norland Wire", "wire", "Norland Wire reported")
    assert _speakers(make_document, bare, other, b=credit) == []
    assert [d.type for d in _speakers(make_document, bare, other)] == [DriftType.ATTRIBUTION_ADDED]


def test_what_nobody_said_loses_no_speaker(make_document: Make) -> None:
    one = f"The line did not tell passengers that {CLAIM}"
    assert _speakers(make_document, one, CLAIM[0].upper() + CLAIM[1:]) == []


def test_an_outlet_that_is_no_longer_named_is_no_lost_speaker(make_document: Make) -> None:
    one = f"The Harbour Gazette reported that {CLAIM}"
    credit = ("Harbour Gazette", "cites-report", "Harbour Gazette reported")
    (change,) = _speakers(make_document, one, CLAIM[0].upper() + CLAIM[1:], a=credit)
    assert (change.type, change.type.broad) == (DriftType.OUTLET_DROPPED, DriftType.ATTRIBUTION_DROPPED)


def test_a_speaker_lost_from_headline_and_text_is_told_once_by_name(make_document: Make) -> None:
    one = (
        f"Minister says {CLAIM}\n\nWater Minister Ilse Varnhagen said the ferry had lost its steering pump minutes "
        "after it left Saltmarsh harbour."
    )
    other = "The stranded ferry had lost its steering pump minutes after it left Saltmarsh harbour."
    found = _speakers(make_document, one, other)
    assert [d.a_words for d in found] == ["Water Minister Ilse Varnhagen said"]


def test_who_is_called_by_the_office_that_the_text_gives_is_no_other(make_document: Make) -> None:
    start = "Ada Brinkmann, the harbour secretary of Saltmarsh, inspected the wreck on Sunday, in heavy rain.\n\n"
    one = f"{start}Brinkmann said that {CLAIM}"
    assert not _speakers(make_document, one, f"{start}The Saltmarsh harbour secretary said that {CLAIM}")


def test_a_speaker_is_missed_only_where_the_words_are_told(make_document: Make) -> None:
    ferry = "The stranded ferry of the Saltmarsh line lay off Hookstone with 143 people on board"
    one = f"{ferry}, harbour master Ada Brinkmann said, and she called the engineers careless."
    other = f"{ferry} until the tide turned."
    assert [d.type for d in _speakers(make_document, one, other)] == [DriftType.ATTRIBUTION_DROPPED]
    one = f"“They were careless with every pump and valve,” said Ada Brinkmann of {ferry.lower()}."
    assert not _speakers(make_document, one, other)


def test_an_outlet_with_its_kind_before_the_name_is_an_outlet(make_document: Make) -> None:
    one = f"The newspaper Harbour Dawn reported that {CLAIM}"
    credit = ("Harbour Dawn", "cites-report", "newspaper Harbour Dawn reported")
    found = _speakers(make_document, one, CLAIM.capitalize(), a=credit)
    assert [d.type for d in found] == [DriftType.OUTLET_DROPPED]
