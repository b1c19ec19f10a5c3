"""Statements that one text has and the other has not: never the same matter told in other words."""

import pytest

from reader.model.chain import DriftType
from reader.tracing.drift.edge import measure_drift
from tests.tracing.conftest import MakeDocument

REPORT = (
    "The ferry Aurelia ran aground off Pelican Point on Tuesday with 143 passengers aboard.\n\n"
    "A steering pump failed ten minutes after the ship left Saltmarsh harbour.\n\n"
    "Bitter wind held up the rescue by an hour and almost stopped it.\n\n"
    "Quayside Navigation bought the vessel from a bankrupt Norland competitor."
)
WIND = "It blew so cold that the lifeboats set out an hour late, their crews recalled."
PUMP = "What broke down was a pump, which engineers had examined several times during spring."


def _claims(make_document: MakeDocument, before: str, after: str) -> list[tuple[str, str]]:
    a, b = make_document("a", "Harbour Post", 1, before), make_document("b", "Grebe Mail", 2, after)
    kinds = (DriftType.CLAIM_DROPPED, DriftType.CLAIM_ADDED)
    return [(d.a_words, d.b_words) for d in measure_drift(a, b) if d.type in kinds]


@pytest.mark.parametrize("reworded", [WIND, PUMP], ids=["wind", "pump"])
def test_what_is_told_in_other_words_is_neither_dropped_nor_added(make_document: MakeDocument, reworded: str) -> None:
    first, pump, wind, bought = REPORT.split("\n\n")
    after = "\n\n".join((first, reworded, bought, "The island school stays closed until the mayor returns from leave."))
    found = _claims(make_document, REPORT, after)
    kept, gone = (wind, pump) if reworded == WIND else (pump, wind)
    assert ("", reworded) not in found
    assert (kept, "") not in found
    assert (gone, "") in found
    assert ("", "The island school stays closed until the mayor returns from leave.") in found


def test_a_first_sentence_that_sums_up_the_other_text_is_not_added(make_document: MakeDocument) -> None:
    summed_up = (
        "Frightened passengers, murderous wind, a failed pump aboard: everybody asks how Quayside let this happen."
    )
    found = _claims(make_document, REPORT, f"{summed_up}\n\n{REPORT}")
    assert found == []
    other = "Bakers across the island have been charging double for their rye loaves since midsummer."
    assert _claims(make_document, REPORT, f"{other}\n\n{REPORT}") == [("", other)]
