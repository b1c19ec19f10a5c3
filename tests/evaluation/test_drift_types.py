"""Every type of drift: printed with recall and precision (``pytest -s``), and none worse than it was recorded."""

import json
from pathlib import Path

from tests.evaluation import drift_types
from tests.evaluation.drift_types import Counts, Types

RECORDED: dict[str, dict[str, list[int]]] = json.loads(drift_types.RECORD.read_text(encoding="utf-8"))
SLACK = 0.03
"""How much of its precision a type may lose before it counts as worse: one item of thirty."""


def check(columns: dict[str, Types]) -> None:
    """Print the types and compare them with those recorded."""
    print("\n" + drift_types.table(columns))
    worse = []
    for name, types in columns.items():
        asked = sum(counts.asked for counts in types.values())
        if asked != sum(recorded[1] for recorded in RECORDED[name].values()):
            print(f"{name}: recorded with other gold, not compared")
            continue
        for kind, recorded in RECORDED[name].items():
            before, now = Counts(*recorded), types.get(kind, Counts(0, 0, 0))
            if now.right < before.right or (now.precision or 0) < (before.precision or 0) - SLACK:
                worse.append(f"{name}: {kind} was {before}, is {now}")
    assert not worse, "; ".join(worse)


def test_own_groups(tmp_path: Path) -> None:
    check(drift_types.own_types(tmp_path))


def test_shared_data(shared_dir: Path, tmp_path: Path) -> None:
    check(drift_types.shared_types(shared_dir, tmp_path))


def test_types_are_counted_apart_and_by_group(tmp_path: Path) -> None:
    change = {"a": "g:a", "b": "g:b", "a_span": [0, 9], "b_span": [0, 9]}
    group = {"nodes": [{"id": "g:a"}, {"id": "g:b"}], "drift": [{**change, "type": "number"}]}
    found = [
        {**change, "type": "number"},
        {**change, "type": "degree", "a_span": [20, 29], "b_span": [20, 29]},
        {**change, "type": "number", "a": "other:a", "b": "other:b"},
    ]
    counted = drift_types.count_types([group], found, tmp_path)
    assert counted == {"number": Counts(1, 1, 1), "degree": Counts(0, 0, 1)}
    assert "1/1/1  R 1.00  P 1.00" in drift_types.table({"g": counted})
