"""The two texts the program was born from: their furniture is told from their running text."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.articles.plain import article_from_text
from reader.model.article import Article, Role

ROLES = {
    "related-headline": Role.RELATED_HEADLINE,
    "caption": Role.CAPTION,
    "app-prompt": Role.PROMOTION,
}


def _read(shared_dir: Path, name: str) -> Article:
    return article_from_text((shared_dir / "seeds" / name).read_bytes().decode("utf-8"))


@pytest.fixture(scope="module")
def gold(shared_dir: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((shared_dir / "tracing_eval" / "seeds_gold.json").read_text("utf-8"))["docs"]
    return value


def test_the_copy_s_furniture_is_found_and_nothing_else(shared_dir: Path, gold: dict[str, Any]) -> None:
    article = _read(shared_dir, "reworded_fox_copy.txt")
    wanted = {(*noise["span"], ROLES[noise["kind"]]) for noise in gold["seed:A"]["noise"]}
    furniture = {Role.CAPTION, Role.RELATED_HEADLINE, Role.PROMOTION, Role.HEADING}
    found = {(*p.span, p.role) for p in article.paragraphs if p.role in furniture}
    assert found == wanted
    assert article.paragraphs[-1].role is Role.SOURCE_LINE


def test_the_summary_s_headline_stands_behind_its_abstract(shared_dir: Path, gold: dict[str, Any]) -> None:
    article = _read(shared_dir, "summary.txt")
    assert article.headline == gold["seed:B"]["headline"]
    roles = [p.role for p in article.paragraphs]
    assert roles.count(Role.HEADING) == 5, "the headline and four section headings"
    assert roles[0] is Role.BODY
    assert roles[1] is Role.HEADING
    assert article.paragraphs[1].level == 1
    assert roles[-1] is Role.SOURCE_LINE
    assert Role.RELATED_HEADLINE not in roles
    assert Role.CAPTION not in roles


@pytest.mark.parametrize("name", ["reworded_fox_copy.txt", "summary.txt"])
def test_the_text_is_kept_as_it_was_given(shared_dir: Path, name: str) -> None:
    text = (shared_dir / "seeds" / name).read_bytes().decode("utf-8")
    assert _read(shared_dir, name).text == text
