"""Nodes without an outlet, outlets without an article, and the time between days."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.model.chain import Basis, Chain, ChainNode, Derivation, DerivationKind
from reader.model.entry import EntryId
from reader.model.labels import absence_words, between_words, node_words, outlet_words

DAY = datetime(2026, 11, 20, tzinfo=UTC)


def test_an_unknown_outlet_is_told_from_others_by_its_entry() -> None:
    assert outlet_words(ChainNode("7", "", EntryId(7))) == "unknown outlet (entry 7)"
    assert outlet_words(ChainNode("7", "Harbour Post", EntryId(7))) == "Harbour Post"
    assert node_words(Chain("7", (ChainNode("7", "", EntryId(7)),)), "7") == "unknown outlet (entry 7)"
    assert node_words(Chain("7"), "note-3") == "unknown outlet (note-3)"


def test_of_an_outlet_that_the_library_knows_only_the_article_is_missing() -> None:
    assert absence_words(ChainNode("ext:Tide Daily:1", "Tide Daily")) == "not in the library"
    assert absence_words(ChainNode("ext:Tide Daily:1", "Tide Daily", followed=True)) == "no article of it found"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (DAY, DAY, "the same day"),
        (DAY, DAY.replace(hour=13), "the same day"),
        (DAY, DAY + timedelta(days=1), "1 day later"),
        (DAY, DAY - timedelta(days=3), "3 days earlier"),
        (DAY.replace(hour=9), DAY.replace(hour=13), "4 h later"),
    ],
)
def test_between_days_no_hours_are_told(first: datetime, second: datetime, words: str) -> None:
    edge = Derivation("1", "2", DerivationKind.COPY, 0.9, Basis.TIME, delay=second - first)
    nodes = (ChainNode("1", "A", EntryId(1), published_at=first), ChainNode("2", "B", EntryId(2), published_at=second))
    assert between_words(Chain("2", nodes, (edge,)), edge) == words


def test_without_times_nothing_is_told() -> None:
    assert between_words(None, Derivation("1", "2", DerivationKind.COPY, 0.9, Basis.TEXT)) == ""
