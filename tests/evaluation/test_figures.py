"""The program's figures, printed as a table (``pytest -s``), and none of them under the one recorded.

``figures.json`` holds what was measured last; ``record.py`` writes it and the table of README.
"""

import json
from pathlib import Path

import pytest

from tests.evaluation import measures

RECORDED: dict[str, dict[str, float]] = json.loads((measures.HERE / "figures.json").read_text(encoding="utf-8"))
SLACK = 0.0005
"""Rounding; the program is deterministic."""
SMALLER_IS_BETTER = {"false per 1000 words"}


def check(data: str, found: measures.Figures) -> None:
    """Print the figures of one set of data and compare them with those recorded."""
    print(f"\n{data}: " + "; ".join(f"{name} {value:.3f}" for name, value in found.items()))
    recorded = RECORDED[data]
    assert set(found) == set(recorded)
    worse = []
    for name, value in recorded.items():
        loss = found[name] - value if name in SMALLER_IS_BETTER else value - found[name]
        if loss > SLACK:
            worse.append(f"{name} was {value}, is {found[name]}")
    assert not worse, f"{data}: " + "; ".join(worse)


def test_readme_gives_the_recorded_figures() -> None:
    readme = (measures.HERE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert measures.readme_table(RECORDED) in readme


@pytest.mark.parametrize("data", measures.OWN)
def test_texts_of_our_own(data: str, tmp_path: Path) -> None:
    check(data, measures.measure_own(data, tmp_path))


@pytest.mark.parametrize("data", measures.SHARED)
def test_shared_data(data: str, shared_dir: Path, tmp_path: Path) -> None:
    check(data, measures.measure_shared(data, shared_dir, tmp_path))
