"""The offsets of the texts kept elsewhere: well formed by themselves, and fitting the texts where these are here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evaluation.credits import NEGATIVES, RELATIONS
from tests.evaluation.markup import KINDS, Record
from tests.evaluation.offsets import FILES, PAGES, joined_pages, joined_records, read_offsets

Spans = list[list[int]]


def _spans(record: Record) -> Iterator[list[int]]:
    """Yield every span of a record."""
    for attribution in record["attributions"]:
        for part in ("source", "cue", "content"):
            yield from attribution[part] or ()
    for official in record["officials"]:
        yield from (official[part] for part in ("name", "office", "organisation") if official[part])
        yield from official["mentions"]
    yield from record["collectives"]


def _inside(inner: Spans, outer: Spans) -> bool:
    return any(a <= start and end <= b for start, end in inner for a, b in outer)


def test_both_sets_are_whole() -> None:
    assert [len(read_offsets(path)) for path in FILES.values()] == [2, 10]


@pytest.mark.parametrize("data", FILES)
def test_offsets_are_well_formed(data: str) -> None:
    for record in read_offsets(FILES[data]):
        assert "text" not in record
        assert all(0 <= start < end for start, end in _spans(record)), record["id"]
        for number, attribution in enumerate(record["attributions"]):
            assert attribution["kind"] in KINDS
            assert attribution["class"] in {"speech", "other"}
            assert "speaker" in attribution
            if "parent" not in attribution:
                continue
            assert attribution["parent"] != number
            outer = record["attributions"][attribution["parent"]]["content"]
            parts = [attribution["content"], attribution["source"] or [], attribution["cue"]]
            assert any(_inside(part, outer) for part in parts), (record["id"], number)


@pytest.mark.parametrize("data", FILES)
def test_offsets_fit_their_texts(data: str, shared_dir: Path) -> None:
    for record in joined_records(data, shared_dir):
        text = record["text"]
        for start, end in _spans(record):
            assert end <= len(text), record["id"]
            words = text[start:end]
            assert words == words.strip(), (record["id"], words)
            assert not text[max(start - 1, 0) : start + 1].isalnum() or start == 0, (record["id"], words)
            assert not text[end - 1 : end + 1].isalnum() or end == len(text), (record["id"], words)
        for official in record["officials"]:
            assert official["full_name"] == text[slice(*official["name"])], record["id"]


def test_labels_of_pages_are_well_formed() -> None:
    records = read_offsets(PAGES)
    assert len({(record["file"], record["id"]) for record in records}) == len(records) >= 100
    for record in records:
        assert "text" not in record
        required = [credit for credit in record["credits"] if not credit.get("optional")]
        assert (record["negative"] in NEGATIVES) == (not required), record["id"]
        outlets = [credit["outlet"].casefold() for credit in record["credits"]]
        assert len(set(outlets)) == len(outlets), record["id"]
        for credit in record["credits"]:
            assert {credit["relation"], *credit.get("also", ())} <= set(RELATIONS), record["id"]
            assert credit["evidence"], record["id"]


def test_labels_fit_their_pages(shared_dir: Path) -> None:
    for page in joined_pages(shared_dir):
        for place in (place for credit in page["credits"] for place in credit["evidence"]):
            key = place["where"]
            words = page["meta"][key[5:]][place.get("index", 0)] if key.startswith("meta.") else page[key]
            phrase = words[place["start"] : place["end"]]
            assert phrase == phrase.strip() != "", (page["id"], place)
