"""Accounts: which sentences of a text another one accounts for, and what that makes of the pair."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.plain import article_from_text
from reader.model.claim import Analysis
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.account import Account, order_of
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.reuse.overlap import ReuseMeter, weigh_terms
from reader.tracing.reuse.profile import Profile

Make = Callable[..., TracedDocument]


def _account(child: TracedDocument, parent: TracedDocument) -> Account:
    frequency = Counter(t for d in (child, parent) for t in d.fingerprint.terms)
    meter = ReuseMeter(weigh_terms(frequency.__getitem__, 2))
    return meter.account(Profile(child), Profile(parent))


def test_a_rewording_is_accounted_for_in_order(make_document: Make, ferry: str, reworded: str) -> None:
    account = _account(make_document("2", "B", 1, reworded), make_document("1", "A", 0, ferry))
    assert account.told > 0.8
    assert account.order > 0.7
    assert account.probability > 0.93


def test_an_independent_report_is_not(make_document: Make, ferry: str, independent: str) -> None:
    account = _account(make_document("2", "B", 1, independent), make_document("1", "A", 0, ferry))
    assert account.told < 0.5
    assert account.probability < 0.5


def test_the_same_facts_backwards_prove_less(make_document: Make, ferry: str, reworded: str) -> None:
    turned = "\n\n".join(reversed(reworded.split("\n\n")))
    source = make_document("1", "A", 0, ferry)
    account = _account(make_document("2", "B", 1, turned), source)
    assert account.in_order == 0
    assert account.probability < _account(make_document("3", "B", 1, reworded), source).probability


@pytest.mark.parametrize(("name", "told"), [("Pishchane", True), ("Pischenye", True), ("Drevnik", False)])
def test_names_count_in_every_spelling(make_document: Make, name: str, told: bool) -> None:
    source = make_document("1", "A", 0, "The bridge at Pishchane fell on Monday, engineer Olbrecht Sandvaer said.")
    account = _account(make_document("2", "B", 1, f"Gone, in {name}, engineer Sandvaer laments: a crossing."), source)
    assert account.foreign_names == (0 if told else 1)


def test_a_text_without_facts_is_no_error(make_document: Make, ferry: str) -> None:
    empty = make_document("1", "A", 0, "And so it was.")
    for account in (_account(empty, make_document("2", "B", 1, ferry)), _account(empty, empty)):
        assert account.sentences == 0
        assert account.told == account.kept == account.order == 0


@given(st.lists(st.integers(0, 9), max_size=30))
def test_order_weighs_all_pairs(places: list[int]) -> None:
    pairs = [(one < other) - (one > other) for one, other in combinations(places, 2)]
    assert order_of(places) == (sum(pairs) / len(pairs) if pairs else 0.0)


def test_order_of_a_long_text_compares_no_pair_with_each_other() -> None:
    compared = 0

    class Place(int):
        def __lt__(self, other: int) -> bool:
            nonlocal compared
            compared += 1
            return int(self) < int(other)

    assert order_of([Place(n) for n in range(2000)]) == 1.0
    assert compared < 2000 * 40


@given(st.text(max_size=300), st.text(max_size=300))
def test_shares_are_shares(one: str, other: str) -> None:
    documents = [_plain(key, text) for key, text in (("1", one), ("2", other))]
    account = _account(*documents)
    assert 0 <= account.told <= 1
    assert 0 <= account.kept <= 1
    assert -1 <= account.order <= 1
    assert 0 <= account.probability <= 1
    assert all(-1 <= s < len(Profile(documents[1]).sentences) for s in account.sources)


def _plain(key: str, text: str) -> TracedDocument:
    article = article_from_text(text)
    return TracedDocument(key, article, Analysis(), (), make_fingerprint(article))
