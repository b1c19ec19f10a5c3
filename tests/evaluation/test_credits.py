from pathlib import Path

import pytest

from tests.evaluation.credits import read_page
from tests.evaluation.measures import own_files

SAMPLE = """outlet: Harnsey Lantern
title: Bridge to close
byline: ⟦c1|Sable Wire⟧
meta.dc.source: ⟦c1|Sable Wire⟧
===
The bridge will close, ⟦c2|the Tamar Mail and Kestrel FM reported⟧.
===
c1 wire Sable Wire
c2 cites-report/first-reported-by Tamar Mail
c2 cites-report Kestrel FM optional
"""


def test_a_page_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    record = read_page(path)
    assert (record["byline"], record["meta"]) == ("Sable Wire", {"dc.source": ["Sable Wire"]})
    wire, mail, station = record["credits"]
    assert [place["where"] for place in wire["evidence"]] == ["byline", "meta.dc.source"]
    assert (mail["outlet"], mail["relation"], mail["also"]) == ("Tamar Mail", "cites-report", ["first-reported-by"])
    (place,) = station["evidence"]
    assert record["text"][place["start"] : place["end"]] == "the Tamar Mail and Kestrel FM reported"
    assert station["optional"]
    assert record["negative"] is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("c1 wire Sable Wire\n", "", "have no line"),
        ("c1 wire", "c9 wire", "no mark"),
        ("c1 wire", "c1 theft", "no relation"),
        ("c1 wire", "negative: photo\nc1 wire", "either a required credit"),
        ("===\nThe", "The", "three parts"),
    ],
)
def test_a_faulty_page_is_named(old: str, new: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(SAMPLE.replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=f"bridge.txt: .*{fault}"):
        read_page(path)


def test_every_page_can_be_read_and_about_two_in_five_have_no_credit() -> None:
    pages = [read_page(path) for path in own_files("credits")]
    assert [int(page["id"].partition("_")[0]) for page in pages] == list(range(1, len(pages) + 1))
    for half in (pages[::2], pages[1::2]):
        without = sum(page["negative"] is not None for page in half)
        assert 0.3 <= without / len(half) <= 0.45
