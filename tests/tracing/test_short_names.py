"""Short names of outlets, lengths of retelling, bounds of numbers and reworded quotations side by side."""

from collections.abc import Callable

import pytest

from reader.articles.plain import article_from_text
from reader.model.chain import DriftType
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift
from reader.tracing.identity import find_outlet_name, full_name, is_short_form, outlet_key
from reader.tracing.reuse.alignment import align_sentences

Make = Callable[..., TracedDocument]


def test_a_short_name_is_the_one_longer_name_that_begins_or_ends_so() -> None:
    assert full_name("Lantern", ["Harnsey Lantern", "Tide Daily"]) == "Harnsey Lantern"
    assert full_name("Lantern", ["Harnsey Lantern", "Ostby Lantern"]) == "Lantern"
    assert full_name("Lantern", ["Harnsey Lanterns"]) == "Lantern"


def test_a_leading_article_of_another_language_is_no_part_of_a_name() -> None:
    assert outlet_key("Il Postale dei Colli") == outlet_key("Postale dei Colli")


@pytest.mark.parametrize(
    ("short", "outlet", "same"),
    [
        ("NFA", "North Fjord Agency", True),
        ("SHM", "Society for Hill and Moor", True),
        ("AL", "Agence Lupine", True),
        ("NFB", "North Fjord Agency", False),
        ("Fjord", "The North Fjord (English pages)", True),
    ],
)
def test_initials_stand_for_a_name(short: str, outlet: str, same: bool) -> None:
    assert is_short_form(short, outlet) is same
    assert full_name(short, [outlet, "Harnsey Lantern"]) == (outlet if same else short)


def test_a_remark_behind_a_name_is_no_part_of_it() -> None:
    assert outlet_key("Harnsey Lantern (blog)") == outlet_key("Harnsey Lantern")
    assert find_outlet_name("So says the Harnsey Lantern.", "Harnsey Lantern (English pages)") == Span(12, 27)


def _numbers(make: Make, one: str, other: str) -> list[tuple[str, str]]:
    found = measure_drift(make("a", "Harbour Post", 0, one), make("b", "Tide Daily", 2, other))
    return [(d.a_words, d.b_words) for d in found if d.type is DriftType.NUMBER]


def test_another_bound_of_a_number_is_a_change(make_document: Make) -> None:
    one = "The council of Ostby closed ten swimming pools in the spring."
    assert _numbers(make_document, one, one.replace("ten", "more than ten")) == [("ten", "more than ten")]
    assert _numbers(make_document, one, one.replace("ten", "about ten")) == []


def test_a_length_of_years_is_a_number(make_document: Make) -> None:
    one = "Ilse Varnhagen kept the lighthouse of Ostby for 26 years."
    assert _numbers(make_document, one, one.replace("26", "40")) == [("26", "40")]


def test_a_quotation_stands_against_its_rewording_and_not_beside_its_speaker() -> None:
    said = "“We were told twice and we put it off twice,” said Mara Quill of the works department."
    one = f"Mara Quill, who runs the works department, went to the bridge.\n\n{said}"
    other = (
        "Mara Quill, head of the works department, spoke on Tuesday.\n\nShe said: “We were told twice and put it off.”"
    )
    a, b = (article_from_text(text, headline="x") for text in (one, other))
    rows = [(x.of(one), y.of(other)) for x, y in align_sentences(a, b) if x and y]
    assert any("told twice and we" in x and "told twice and put" in y for x, y in rows)
