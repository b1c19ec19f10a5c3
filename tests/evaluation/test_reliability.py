"""Confidence means what it says: of the edges shown at 0.9 or more, nine in ten are right, and so down the table."""

import json
from pathlib import Path

import pytest

from tests.evaluation import measures
from tests.evaluation.groups import read_group
from tests.evaluation.reliability import Bin, Judged, fill_bins, judge_edges

SLACK = 0.1
"""How much less may be right than is shown, in a bin of at least ``ENOUGH`` edges."""
ENOUGH = 8


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Bin]]:
    """The reliability of the edges among the own groups: all of them, and each half."""
    folder = tmp_path_factory.mktemp("reliability")
    groups = [read_group(path) for path in sorted((measures.HERE / "groups").glob("*.txt"))]
    lines = measures.trace_groups(measures.own_groups(folder)[0], folder)
    halves = {"all": groups, "odd": groups[::2], "even": groups[1::2]}
    return {
        name: fill_bins(judge_edges(some, [pair for g in some for pair in g["ignore"]], lines, cited=True))
        for name, some in halves.items()
    }


@pytest.mark.parametrize("half", ["all", "odd", "even"])
def test_bins_hold(tables: dict[str, list[Bin]], half: str) -> None:
    print(
        f"\n{half}: " + "; ".join(f"from {b.least}: {b.edges}, {b.mean} shown, {b.right} right" for b in tables[half])
    )
    surest = tables[half][0]
    assert surest.least == 0.9
    assert surest.edges >= 20
    assert surest.right >= 0.9
    assert surest.kind >= 0.8
    assert all(b.right >= b.mean - SLACK for b in tables[half] if b.edges >= ENOUGH and half == "all")


def test_what_is_surer_is_oftener_right(tables: dict[str, list[Bin]]) -> None:
    shares = [b.right for b in tables["all"] if b.edges >= ENOUGH]
    assert shares[0] == max(shares)
    assert shares[-1] == min(shares)


def test_the_table_counts_what_it_is_given() -> None:
    edges = [Judged(0.94, True, False), Judged(0.9, True, True), Judged(0.75, False, False)]
    assert fill_bins(edges) == [Bin(0.9, 2, 0.92, 1.0, 0.5), Bin(0.7, 1, 0.75, 0.0, 0.0)]


def test_a_wrong_edge_counts_against_its_confidence(tmp_path: Path) -> None:
    nodes = [{"id": "a"}, {"id": "b"}, {"id": "ext:Sable Wire:1", "outlet": "Sable Wire"}]
    group = {"nodes": nodes, "edges": [{"src": "ext:Sable Wire:1", "dst": "a", "kind": "copy"}], "ignore": []}
    lines = [
        {"src": "ext:The Sable Wire:x", "dst": "a", "kind": "partial", "confidence": 0.9, "sibling": False},
        {"src": "a", "dst": "b", "kind": "copy", "confidence": 0.8, "sibling": False},
        {"src": "ext:Atlas:x", "dst": "b", "kind": "cites", "confidence": 0.7, "sibling": False},
        {"src": "a", "dst": "b", "kind": "copy", "confidence": 0.6, "sibling": True},
    ]
    lines = json.loads(json.dumps(lines))
    listed = judge_edges([group], [], lines, cited=True)
    assert listed == [Judged(0.9, True, False), Judged(0.8, False, False), Judged(0.7, False, False)]
    assert judge_edges([group], [["b", "a"]], lines, cited=False) == listed[:1]
