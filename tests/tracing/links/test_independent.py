"""Why-not: reports of one matter that took nothing from each other, and why that is held."""

import pytest

from reader.model.article import Article
from reader.model.claim import Analysis
from reader.tracing.document import TracedDocument
from reader.tracing.links.independent import reasons_apart
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.reuse.overlap import ReuseMeter, weigh_terms
from reader.tracing.reuse.profile import Profile
from tests.tracing.conftest import MakeDocument as Make


def reasons(one: TracedDocument, other: TracedDocument) -> tuple[str, ...]:
    return reasons_apart(Profile(one), Profile(other), ReuseMeter(weigh_terms(lambda _: 2, 500)))


ROW = (
    "The council of Brantmouth voted on Monday to close the swimming baths in Quarry Lane for good. “Nobody wanted "
    "this,” said councillor Wenna Tregear. Repairs would have cost 310,000 crowns, and 45 people swim there on a "
    "good day. The baths were opened in 1934 and have leaked since a frost eleven winters ago."
)
STREET = (
    "Swimmers stood in the rain outside the baths in Quarry Lane, Brantmouth, on Monday night, singing. “My mother "
    "learned to swim here,” said Jory Pascoe, who is 71 and had brought a towel. A petition has 2,800 names. "
    "Inside, the council was voting to close the place; the count was nine to six."
)


def test_two_reports_of_one_evening_are_told_apart_by_quotations_wording_and_numbers(make_document: Make) -> None:
    one, other = make_document("1", "Brantmouth Post", 0, ROW), make_document("2", "Quarry Echo", 2, STREET)
    found = reasons(one, other)
    assert found == reasons(other, one)
    assert found[:3] == ("no shared quotation", "no shared wording", "different numbers")


def test_other_matters_and_short_texts_get_no_reasons(make_document: Make, ferry: str) -> None:
    one = make_document("1", "Brantmouth Post", 0, ROW)
    assert reasons(one, make_document("2", "Harbour Post", 2, ferry)) == ()
    assert reasons(one, make_document("3", "Quarry Echo", 2, "The council of Brantmouth closed the baths.")) == ()
    assert reasons(one, make_document("4", "Quarry Echo", 24 * 400, STREET)) == ()  # another year, another vote


@pytest.mark.parametrize("words", ["Nobody wanted this and nobody will ever forgive it", "Water will always win"])
def test_a_shared_quotation_is_not_denied(make_document: Make, words: str) -> None:
    said = f"“{words},” said councillor Wenna Tregear."
    one = make_document("1", "Brantmouth Post", 0, ROW + " " + said)
    other = make_document("2", "Quarry Echo", 2, STREET + " " + said)
    assert "no shared quotation" not in reasons(one, other)


def test_no_text_is_too_odd() -> None:
    empty = Article("")
    document = TracedDocument("1", empty, Analysis(), (), make_fingerprint(empty))
    assert reasons(document, document) == ()
