"""Lineage: the origins of a node, and which siblings are none."""

import pytest

from reader.model.chain import Basis, Derivation, DerivationKind
from reader.model.lineage import count_origins, without_related_siblings

CITES = DerivationKind.CITES


def _edge(src: str, dst: str, kind: DerivationKind = DerivationKind.REWRITE, *, sibling: bool = False) -> Derivation:
    return Derivation(src, dst, kind, 0.9, Basis.TEXT, sibling=sibling)


def _twins(one: str, other: str) -> Derivation:
    return _edge(one, other, DerivationKind.COPY, sibling=True)


@pytest.mark.parametrize(
    ("edges", "origins"),
    [
        ([], 0),
        ([_edge("b", "c")], 0),
        ([_edge("me", "b")], 1),
        ([_edge("me", "b", CITES)], 1),
        ([_twins("me", "b")], 1),
        ([_twins("b", "me"), _twins("b", "c"), _twins("me", "c")], 1),
        ([_edge("b", "me")], 1),
        ([_edge("b", "me"), _edge("c", "me")], 2),
        ([_edge("b", "me", CITES), _edge("c", "me", CITES)], 2),
        ([_edge("b", "me"), _edge("c", "me", CITES)], 1),
        ([_edge("b", "me"), _edge("c", "b", CITES), _edge("d", "b", CITES)], 2),
        ([_edge("b", "me"), _edge("c", "me"), _edge("d", "b"), _edge("d", "c")], 1),
        ([_edge("b", "me"), _edge("c", "me"), _twins("b", "c")], 1),
        ([_edge("b", "me"), _edge("me", "d"), _edge("c", "d")], 1),
        ([_edge("b", "me"), _edge("gazette 1", "me"), _edge("gazette 2", "me")], 2),
        ([_edge("b", "me"), _edge("me", "b")], 0),
    ],
)
def test_the_number_of_origins(edges: list[Derivation], origins: int) -> None:
    outlets = {"gazette 1": "gazette", "gazette 2": "gazette", "b": "", "c": ""}
    for order in (edges, edges[::-1]):
        assert count_origins("me", order, outlets) == origins


def test_only_siblings_of_which_none_derives_from_the_other_are_told() -> None:
    way = [_edge("a", "b"), _edge("b", "c"), _edge("a", "d")]
    assert without_related_siblings([*way, _twins("a", "c"), _twins("c", "a"), _twins("b", "d")]) == [
        *way,
        _twins("b", "d"),
    ]


def test_a_circle_ends() -> None:
    circle = [_edge("a", "b"), _edge("b", "a")]
    assert without_related_siblings([*circle, _twins("a", "b")]) == circle
