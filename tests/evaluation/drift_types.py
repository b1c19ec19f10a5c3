"""Drift type by type: of each kind of change, how many are asked for, found, and rightly found.

``drift_types.json`` holds what was measured last; ``record.py`` writes it. Of quotations, numbers and names the gold is
complete. Of all other types it has the clear cases only, so that what it lacks may yet be true: their precision is the
least that it can be.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.evaluation import measures
from tests.evaluation.groups import read_group

RECORD = measures.HERE / "drift_types.json"
COLUMNS = ("own groups, odd half", "own groups, even half", "chains_dev", "seeds")


class Counts(NamedTuple):
    """Changes of one type."""

    right: int
    asked: int
    found: int

    @property
    def recall(self) -> float | None:
        """Share of those asked for that is found."""
        return self.right / self.asked if self.asked else None

    @property
    def precision(self) -> float | None:
        """Share of those found that is asked for."""
        return self.right / self.found if self.found else None


Types = dict[str, Counts]
"""Type -> its counts."""


def own_types(folder: Path) -> dict[str, Types]:
    """Return the first two of ``COLUMNS``: the own groups are traced as one library and judged by halves."""
    groups = [read_group(path) for path in measures.own_files("groups")]
    changes = [line for line in measures.trace_groups(measures.own_groups(folder)[0], folder) if "a" in line]
    halves = (groups[::2], groups[1::2])
    return {name: count_types(half, changes, folder) for name, half in zip(COLUMNS, halves, strict=False)}


def shared_types(shared: Path, folder: Path) -> dict[str, Types]:
    """Return the last two of ``COLUMNS``."""
    tracing = shared / "tracing_eval"
    chains = tracing / "chains_dev.jsonl"
    changes = [line for line in measures.trace_groups(chains, folder, tracing / "pool_dev.jsonl") if "a" in line]
    groups = [json.loads(line) for line in chains.read_text(encoding="utf-8").splitlines()]
    gold = json.loads((tracing / "seeds_gold.json").read_text(encoding="utf-8"))
    seeds = measures.trace_file(tracing / "seeds_articles.jsonl", folder)
    story = {**gold["chain"], "drift": gold["drift"]}
    return {
        "chains_dev": count_types(groups, changes, folder),
        "seeds": count_types([story], (line for line in seeds if "a" in line), folder),
    }


def count_types(groups: Iterable[Mapping[str, Any]], changes: Iterable[Mapping[str, Any]], folder: Path) -> Types:
    """Return the counts of each type in some groups; changes between documents of others are left out."""
    scores = measures.score_drift(groups, changes, folder)["by_type"]
    return {name: Counts(one["tp"], one["gold"], one["pred"]) for name, one in scores.items()}


def write(columns: Mapping[str, Types]) -> None:
    """Record the counts, a line for each type."""
    parts = []
    for name, types in columns.items():
        lines = [f"    {json.dumps(kind)}: {json.dumps(list(counts))}" for kind, counts in types.items()]
        parts.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n  }")
    RECORD.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def table(columns: Mapping[str, Types]) -> str:
    """Return the counts as lines, a type each: right/asked/found, recall and precision."""
    lines = [f"{'':21}" + "".join(f"{name:>30}" for name in columns)]
    for name in sorted({name for types in columns.values() for name in types}):
        cells = [_cell(types.get(name)) for types in columns.values()]
        lines.append(f"{name:21}" + "".join(f"{cell:>30}" for cell in cells))
    return "\n".join(lines)


def _cell(counts: Counts | None) -> str:
    if counts is None:
        return "-"
    shares = "".join(
        f"  {letter} {'-' if share is None else f'{share:.2f}'}"
        for letter, share in (("R", counts.recall), ("P", counts.precision))
    )
    return f"{counts.right}/{counts.asked}/{counts.found}{shares}"
