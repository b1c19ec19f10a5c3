"""The figures that credits must hold on the development data (231 real articles, outlets with their relation)."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reader.articles.plain import article_from_text
from reader.tracing.credits import find_credits


def load_scorer(path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # the data lies in a folder that cannot be written to
    spec = importlib.util.spec_from_file_location("credit_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_outlets_and_relations_of_the_development_data(shared_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shared_dir / "tracing_eval"
    gold = [json.loads(line) for line in (folder / "credit_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    predicted = []
    for item in gold:
        article = article_from_text(
            item["text"],
            headline=item["title"],
            outlet=item["outlet"],
            url=item["url"],
            byline=item["byline"] or "",
            metadata=item["meta"],
        )
        found = [{"outlet": c.outlet, "relation": str(c.relation)} for c in find_credits(article)]
        predicted.append({"id": item["id"], "credits": found})
    figures = load_scorer(folder / "score.py", monkeypatch).score_credit(gold, predicted)
    assert figures["outlet_and_relation"]["f1"] >= 0.95
    assert figures["negatives_clean"] >= 0.97
