"""The program's figures, printed as a table (``pytest -s``), and none of them under the one recorded.

``figures.json`` holds what was measured last; whoever makes one better writes it there and into README.
"""

import json
from pathlib import Path

import pytest

from tests.evaluation import measures, offsets

RECORDED: dict[str, dict[str, float]] = json.loads((measures.HERE / "figures.json").read_text(encoding="utf-8"))
SLACK = 0.0005
"""Rounding; the program is deterministic."""
SMALLER_IS_BETTER = {"false per 1000 words"}


def check(data: str, found: measures.Figures) -> None:
    """Print the figures of one set of data and compare them with those recorded, which may be fewer."""
    print(f"\n{data}: " + "; ".join(f"{name} {value:.3f}" for name, value in found.items()))
    worse = []
    recorded = RECORDED.get(data, {})
    for name, value in recorded.items():
        loss = found[name] - value if name in SMALLER_IS_BETTER else value - found[name]
        if loss > SLACK:
            worse.append(f"{name} was {value}, is {found[name]}")
    assert not worse, f"{data}: " + "; ".join(worse)
    unrecorded = sorted(set(found) - set(recorded))
    if unrecorded:
        print(f"{data}: not recorded yet: {', '.join(unrecorded)}")


def test_readme_gives_the_recorded_figures() -> None:
    readme = (measures.HERE.parents[1] / "README.md").read_text(encoding="utf-8")
    assert measures.readme_table(RECORDED) in readme


def test_own_articles(tmp_path: Path) -> None:
    gold = measures.own_articles(tmp_path)
    check("own articles", {**measures.attribution_figures(gold, tmp_path), **measures.official_figures(gold, tmp_path)})


def test_own_groups(tmp_path: Path) -> None:
    gold, ignore = measures.own_groups(tmp_path)
    check("own groups", measures.tracing_figures(gold, ignore, tmp_path))


def test_own_credits(tmp_path: Path) -> None:
    pages, even = measures.own_credits(tmp_path)
    unread = {f"{name}, even half": value for name, value in measures.credit_figures(even, tmp_path).items()}
    check("own credits", {**measures.credit_figures(pages, tmp_path), **unread})


@pytest.mark.parametrize("name", ["polnear_dev", "gum_news_dev"])
def test_development_articles(name: str, shared_dir: Path, tmp_path: Path) -> None:
    check(name, measures.attribution_figures(shared_dir / "attribution_data" / f"{name}.jsonl", tmp_path))


@pytest.mark.parametrize("data", offsets.FILES)
def test_shared_texts_annotated_here(data: str, shared_dir: Path, tmp_path: Path) -> None:
    gold = measures.shared_texts_annotated(data, shared_dir, tmp_path)
    check(data, {**measures.attribution_figures(gold, tmp_path), **measures.official_figures(gold, tmp_path)})


def test_development_officials(shared_dir: Path, tmp_path: Path) -> None:
    gold = shared_dir / "attribution_data" / "gum_officials_dev.jsonl"
    check("gum_officials_dev", measures.official_figures(gold, tmp_path))


def test_development_credits(shared_dir: Path, tmp_path: Path) -> None:
    check("credit_dev", measures.credit_figures(shared_dir / "tracing_eval" / "credit_dev.jsonl", tmp_path))


def test_development_groups(shared_dir: Path, tmp_path: Path) -> None:
    folder = shared_dir / "tracing_eval"
    found = measures.tracing_figures(
        folder / "chains_dev.jsonl", folder / "chains_dev_ignore.json", tmp_path, folder / "pool_dev.jsonl"
    )
    check("chains_dev", found)
