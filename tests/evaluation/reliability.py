"""Reliability of the confidences: of the edges shown with so much confidence, how many are right.

An edge is right if the gold has it with the same ends and direction; whether its kind is right too is counted beside.
Left out are lines between siblings, and pairs that the gold says count neither way.
"""

import importlib.util
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tests.evaluation import measures

BINS = (0.9, 0.8, 0.7, 0.0)
"""Least confidence of each bin, the surest first."""


class Judged(NamedTuple):
    """One edge that was shown, and whether it is right."""

    confidence: float
    right: bool
    kind: bool
    """Right, and of the kind that was shown."""


class Bin(NamedTuple):
    """The edges between two confidences."""

    least: float
    edges: int
    mean: float
    """Confidence that was shown."""
    right: float
    """Share of them that is right."""
    kind: float
    """Share of them that is right with its kind."""


def judge_edges(
    groups: Sequence[dict[str, Any]], ignore: Iterable[Sequence[str]], traced: Iterable[Any], *, cited: bool
) -> list[Judged]:
    """Return the edges into the documents of some groups.

    Args:
        groups: Gold of the chains.
        ignore: Pairs of documents that count neither way.
        traced: The lines that ``trace-corpus`` wrote.
        cited: Whether the gold lists every outlet that is cited in passing; else those it does not list are left out.
    """
    scorer = _scorer()
    outlets = {n["id"]: n.get("outlet", "") for g in groups for n in g["nodes"]}

    def key(node: str) -> str:
        return "ext:" + scorer.norm(outlets[node]) if node.startswith("ext:") else node

    gold = {(key(e["src"]), key(e["dst"])): e["kind"] for g in groups for e in g["edges"]}
    stored = {node for node in outlets if not node.startswith("ext:")}
    neither = {frozenset(pair) for pair in ignore}
    found = []
    for line in traced:
        if "src" not in line or line["sibling"] or line["dst"] not in stored:
            continue
        ends = (scorer.ekey(line["src"]), scorer.ekey(line["dst"]))
        passing = line["kind"] == "cites" and ends[0].startswith("ext:") and ends not in gold
        if frozenset(ends) not in neither and (cited or not passing):
            found.append(Judged(line["confidence"], ends in gold, gold.get(ends) == line["kind"]))
    return found


def fill_bins(edges: Sequence[Judged]) -> list[Bin]:
    """Return the reliability table; a bin without edges is left out."""
    table = []
    for least, above in zip(BINS, (1.01, *BINS), strict=False):
        some = [e for e in edges if least <= e.confidence < above]
        if some:
            mean, right, kind = (round(sum(values) / len(some), 2) for values in zip(*some, strict=True))
            table.append(Bin(least, len(some), mean, right, kind))
    return table


def _scorer() -> ModuleType:
    """Return the scorer of chains as a module: it knows which names stand for one outlet."""
    path: Path = measures.TRACING / "score.py"
    spec = importlib.util.spec_from_file_location("tracing_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
