"""The figures on the development texts do not fall (targets: attribution study; scorers beside the data)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.article import analyze_article
from reader.articles.plain import article_from_text

FLOORS = {
    "polnear_dev": {"overlap": 0.795, "source": 0.765, "direct": 0.94, "indirect": 0.71, "false": 3.6},
    "polnear_train_sample": {"overlap": 0.78, "source": 0.75, "direct": 0.93, "indirect": 0.69, "false": 3.4},
    "gum_news_dev": {"overlap": 0.74, "source": 0.67, "direct": 0.75, "indirect": 0.70, "false": 5.0},
}


def _score(scorer: Path, gold: Path, predicted: Path, *options: str) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predicted), *options, "--json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    figures: dict[str, Any] = json.loads(run.stdout)
    return figures


@pytest.mark.parametrize("corpus", FLOORS)
def test_attributions(corpus: str, shared_dir: Path, tmp_path: Path) -> None:
    gold = shared_dir / "attribution_data" / f"{corpus}.jsonl"
    predicted = tmp_path / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            analysis = analyze_article(article_from_text(document["text"]))
            rows = [
                {"source": a.source, "cue": a.cue, "content": a.content, "kind": str(a.kind), "speaker": a.speaker}
                for a in analysis.attributions
            ]
            out.write(json.dumps({"id": document["id"], "attributions": rows}) + "\n")
    figures = _score(shared_dir / "attribution_eval" / "score.py", gold, predicted, "--only", "speech")
    floors, kinds = FLOORS[corpus], figures["by_kind"]
    assert figures["content_overlap"]["f1"] >= floors["overlap"]
    assert figures["source+content"]["f1"] >= floors["source"]
    assert kinds["direct"]["content_overlap"]["f1"] >= floors["direct"]
    assert kinds["indirect"]["content_overlap"]["f1"] >= floors["indirect"]
    assert figures["per_1000_words"]["false"] <= floors["false"]


def test_officials(shared_dir: Path, tmp_path: Path) -> None:
    gold = shared_dir / "attribution_data" / "gum_officials_dev.jsonl"
    predicted = tmp_path / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            analysis = analyze_article(article_from_text(document["text"]))
            rows = [{"name": o.name, "office": o.office, "organisation": o.organisation} for o in analysis.officials]
            row = {"id": document["id"], "officials": rows, "collectives": analysis.collectives}
            out.write(json.dumps(row) + "\n")
    figures = _score(shared_dir / "attribution_eval" / "score_officials.py", gold, predicted)
    assert figures["full"]["f1"] >= 0.63
    assert figures["found"]["f1"] >= 0.69
