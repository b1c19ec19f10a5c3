"""The credits of the two seed documents, all that are required and no outlet beside them."""

import json
from pathlib import Path

import pytest

from reader.analysis.article import analyze_article
from reader.articles.plain import article_from_text
from reader.model.chain import Credit
from reader.tracing.credits.article import find_credits


def seed_credits(shared_dir: Path, number: int) -> list[Credit]:
    lines = (shared_dir / "tracing_eval" / "seeds_articles.jsonl").read_text(encoding="utf-8").splitlines()
    article = article_from_text(json.loads(lines[number])["text"])
    return list(find_credits(article, analyze_article(article)))


@pytest.mark.parametrize("number", [0, 1])
def test_the_required_credits_of_the_seeds_are_found(shared_dir: Path, number: int) -> None:
    gold = json.loads((shared_dir / "tracing_eval" / "seeds_gold.json").read_text(encoding="utf-8"))
    asked = [c for c in list(gold["docs"].values())[number]["credits"] if not c.get("optional")]
    found = seed_credits(shared_dir, number)
    assert {c["outlet"] for c in asked} == {c.outlet for c in found}
    for wanted in asked:
        (credit,) = (c for c in found if c.outlet == wanted["outlet"])
        assert str(credit.relation) in [wanted["relation"], *wanted.get("also", [])]
        assert credit.generic == wanted.get("generic", False)
        spans = [(e["start"], e["end"]) for e in wanted["evidence"]]
        assert any(credit.span.start < end and start < credit.span.end for start, end in spans)


def test_the_first_seed_came_through_three_hops(shared_dir: Path) -> None:
    found = seed_credits(shared_dir, 0)
    index = {c.outlet: i for i, c in enumerate(found)}
    assert found[index["Ukrainian state media"]].via == index["Kyiv Post"]
    assert found[index["Kyiv Post"]].via == index["Fox News"]
    assert found[index["Fox News"]].via is None
