import re
from pathlib import Path

import pytest

from tests.evaluation.groups import derived_from, read_group
from tests.evaluation.measures import own_files
from tests.evaluation.offsets import shared_pages, text_digest

PAGE = {"id": "p:1", "outlet": "p.example", "date": "", "title": "Ferry", "byline": "", "text": "The ferry sank. Why?"}
DERIVED = f"""about: a copy in part
== original
of: p:1
sha: {text_digest(PAGE["text"])}
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


def test_a_page_that_has_changed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "01_ferry.txt"
    changed = PAGE | {"text": PAGE["text"].replace("sank", "sunk")}
    for text in (DERIVED, DERIVED.replace("sha: ", "sha: 0"), re.sub("sha: .*\n", "", DERIVED)):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"01_ferry.txt: the text of 01_ferry:original is not the one"):
            read_group(path, {"p:1": changed if text is DERIVED else PAGE})


@pytest.mark.parametrize("insert", ["⟪4-4⟫", "⟪15-4⟫", "⟪0-99⟫", "⟪0-2⟫", "⟪5-9⟫"])
def test_a_passage_has_whole_words_of_the_page(tmp_path: Path, insert: str) -> None:
    path = tmp_path / "01_ferry.txt"
    path.write_text(DERIVED.replace("⟪0-15⟫", insert), encoding="utf-8")
    with pytest.raises(ValueError, match=f"{insert} is no passage of whole words"):
        read_group(path, {"p:1": PAGE})


def test_every_derived_group_fits_its_page(shared_dir: Path) -> None:
    pages = shared_pages(shared_dir, "pool_dev")
    for path in own_files("derived"):
        group = read_group(path, pages)
        assert group["nodes"][0]["text"], path.name
        assert not any("⟪" in node.get("text", "") for node in group["nodes"]), path.name
