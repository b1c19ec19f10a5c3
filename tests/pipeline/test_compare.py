"""Comparisons: the link between two articles, or the one that both came through, and whether they share anything."""

from dataclasses import replace

import pytest

from reader.model.article import Article
from reader.model.chain import Basis, Chain, ChainNode, Derivation, DerivationKind
from reader.model.claim import Analysis
from reader.model.entry import Entry, EntryId, StoredEntry
from reader.pipeline.compare import Comparison
from reader.pipeline.enrich import OpenEntry
from reader.text.spans import Span
from tests.pipeline.kit import NOW

WIRE = ChainNode("ext:Norland Wire:1", "Norland Wire")


def _edge(src: str, dst: str, *, sibling: bool = False) -> Derivation:
    return Derivation(src, dst, DerivationKind.COPY, 0.9, Basis.CREDIT, main=not sibling, sibling=sibling)


def _opened(number: int, nodes: tuple[ChainNode, ...], edges: tuple[Derivation, ...]) -> OpenEntry:
    stored = StoredEntry(EntryId(number), Entry("g", "Storm"), f"Paper {number}", NOW)
    return OpenEntry(stored, Article("The storm came."), Analysis(), (), Chain(str(number), nodes, edges))


def _node(number: int, *copies: str) -> ChainNode:
    return ChainNode(str(number), f"Paper {number}", EntryId(number), copies=copies)


@pytest.mark.parametrize(
    ("edges", "source", "linked"),
    [
        ((_edge(WIRE.key, "1"), _edge(WIRE.key, "2"), _edge("1", "2", sibling=True)), WIRE, True),
        ((_edge(WIRE.key, "1"), _edge(WIRE.key, "2")), WIRE, False),
        ((_edge(WIRE.key, "1"), _edge("1", "2")), None, True),
        ((_edge("1", "2", sibling=True),), None, True),
        ((), None, False),
    ],
    ids=["siblings", "one parent", "parent and child", "no parent known", "apart"],
)
def test_what_joins_two_articles(edges: tuple[Derivation, ...], source: ChainNode | None, linked: bool) -> None:
    nodes = (WIRE, _node(1), _node(2))
    found = Comparison(_opened(1, nodes, edges), _opened(2, nodes, edges), (), ())
    assert found.common_source == source
    assert (found.link is not None) is linked


def test_a_further_copy_came_through_what_the_shown_one_came_through() -> None:
    edges = (_edge(WIRE.key, "1"),)
    found = Comparison(_opened(2, (WIRE, _node(2)), ()), _opened(1, (WIRE, _node(1, "2")), edges), (), ())
    assert found.common_source == WIRE


def test_two_articles_are_alike_by_one_pair_of_sentences() -> None:
    span = Span(0, 5)
    bare = Comparison(_opened(1, (), ()), _opened(2, (), ()), ((span, None), (None, span)), ())
    assert not bare.is_alike
    assert replace(bare, aligned=((span, span),)).is_alike
