"""Drift of offices: what is another office or another level of one, and what is one office in other words."""

from collections.abc import Callable

import pytest

from reader.model.chain import DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift

CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "another office": (
        "Ilse Varnhagen, head of the harbour board, told reporters that the quay of Saltmarsh was sinking.",
        "Ilse Varnhagen, mayor of Saltmarsh, told reporters that the quay was sinking.",
        [("head of the harbour board", "mayor of Saltmarsh")],
    ),
    "a title before the name": (
        "Councillor Ilse Varnhagen told reporters that the quay of Saltmarsh was sinking.",
        "Ilse Varnhagen, the mayor of the town, told reporters that the quay of Saltmarsh was sinking.",
        [("Councillor", "mayor of the town")],
    ),
    "a lower level, the name respelt": (
        "Ilse Varnhagen, chief engineer of the Saltmarsh Harbour Board, said the quay of Saltmarsh was sinking.",
        "Ilse Vernhagen, an engineer at the Saltmarsh harbour, said the quay of Saltmarsh was sinking.",
        [("chief engineer of the Saltmarsh Harbour Board", "engineer at the Saltmarsh")],
    ),
    "a deputy who became the mayor": (
        "Ilse Varnhagen, deputy mayor of Saltmarsh, said the quay was sinking.",
        "Ilse Varnhagen, mayor of Saltmarsh, said the quay was sinking.",
        [("deputy mayor of Saltmarsh", "mayor of Saltmarsh")],
    ),
    "one level": (
        "Ilse Varnhagen, deputy mayor of Saltmarsh, said the quay was sinking.",
        "The quay of Saltmarsh was sinking, said its deputy mayor, Ilse Varnhagen.",
        [],
    ),
    "a mere form of address": (
        "Mr Orm Lysander told reporters that the quay of Saltmarsh was sinking.",
        "Orm Lysander, an engineer at the harbour, told reporters that the quay of Saltmarsh was sinking.",
        [],
    ),
    "two people": (
        "Ilse Varnhagen, deputy mayor of Saltmarsh, said the quay was sinking.",
        "Ada Varnhagen, mayor of Saltmarsh, said the quay was sinking.",
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "changes"), CASES.values(), ids=CASES)
def test_offices_change_or_not(
    make_document: Callable[..., TracedDocument], before: str, after: str, changes: list[tuple[str, str]]
) -> None:
    a, b = make_document("a", "Harbour Post", 0, before), make_document("b", "Tide Daily", 2, after)
    told = [(d.a_words, d.b_words) for d in measure_drift(a, b) if d.type is DriftType.OFFICE_CHANGED]
    assert told == changes
