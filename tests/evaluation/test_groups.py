from pathlib import Path

import pytest

from tests.evaluation.groups import derived_from, read_group
from tests.evaluation.measures import own_files
from tests.evaluation.offsets import shared_pages

PAGE = {"id": "p:1", "outlet": "p.example", "date": "", "title": "Ferry", "byline": "", "text": "The ferry sank. Why?"}
DERIVED = """about: a copy in part
== original
of: p:1
date: 2026-01-05T10:00:00Z
== scroll
outlet: Evening Scroll
date: 2026-01-05T12:00:00Z

It is said: ⟪0-15⟫
== edges
original -> scroll partial
"""


def test_a_group_takes_its_page_and_passages_of_it_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "01_ferry.txt"
    path.write_text(DERIVED, encoding="utf-8")
    original, scroll = read_group(path, {"p:1": PAGE})["nodes"]
    assert (original["id"], original["outlet"], original["text"]) == ("01_ferry:original", "p.example", PAGE["text"])
    assert original["date"] == "2026-01-05T10:00:00Z"
    assert scroll["text"] == "It is said: The ferry sank."
    assert derived_from(path) == "p:1"


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "01_ferry.txt"
    path.write_text(DERIVED, encoding="utf-8")
    with pytest.raises(KeyError, match="p:1"):
        read_group(path)


def test_every_derived_group_fits_its_page(shared_dir: Path) -> None:
    pages = shared_pages(shared_dir, "pool_dev")
    for path in own_files("derived"):
        group = read_group(path, pages)
        assert group["nodes"][0]["text"], path.name
        assert not any("⟪" in node.get("text", "") for node in group["nodes"]), path.name
