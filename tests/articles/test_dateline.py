import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.dateline import find_dateline

TAIL = " The council voted late on Monday to close the bridge."


@pytest.mark.parametrize(
    ("line", "places", "agency", "date"),
    [
        ("NEW YORK (AP) —", ["NEW YORK"], "AP", None),
        ("KYIV, Ukraine —", ["KYIV, Ukraine"], None, None),
        ("KYIV, Ukraine (AP) —", ["KYIV, Ukraine"], "AP", None),
        ("WASHINGTON, Jan 5 (Reuters) -", ["WASHINGTON"], "Reuters", "Jan 5"),
        ("WASHINGTON, Jan. 5, 2026 (Reuters) -", ["WASHINGTON"], "Reuters", "Jan. 5, 2026"),
        ("Berlin (dpa) –", ["Berlin"], "dpa", None),
        ("New York (AFP) –", ["New York"], "AFP", None),
        ("PARIS/LONDON, 5 March (AFP) -", ["PARIS", "LONDON"], "AFP", "5 March"),
        ("ST. JOHN'S, N.L. —", ["ST. JOHN'S, N.L."], None, None),
        ("MEXICO CITY --", ["MEXICO CITY"], None, None),
        ("Berlin/Paris (dpa) -", ["Berlin", "Paris"], "dpa", None),
        ("(Reuters) -", [], "Reuters", None),
        ("Washington (CNN)", ["Washington"], "CNN", None),
        ("ISLAMABAD:", ["ISLAMABAD"], None, None),
        ("SAMPHIRE BAY, Freedonia —", ["SAMPHIRE BAY, Freedonia"], None, None),
        ("Frankfurt am Main (dpa) -", ["Frankfurt am Main"], "dpa", None),
    ],
)
def test_datelines_are_read(line: str, places: list[str], agency: str | None, date: str | None) -> None:
    text = "x\n" + line + TAIL
    found = find_dateline(text, 2)
    assert found is not None
    assert found.span.of(text) == line
    assert [p.of(text) for p in found.places] == places
    assert (found.agency.of(text) if found.agency else None) == agency
    assert (found.date.of(text) if found.date else None) == date


@pytest.mark.parametrize(
    "line",
    [
        "The council voted — late — to close it.",
        "BREAKING: Bridge closes.",
        "EXCLUSIVE — The bridge closes.",
        "MARA QUILL: I did not say that.",
        "Former minister Mara Quill (Freedom Party) said so.",
        "Mara Quill (D-N.Y.) said so.",
        "NATO said on Monday that it would wait.",
        "AFL-CIO leaders met on Monday.",
        "(L-R) Mara Quill, Ben Other and Ann Example",
        "WHAT WE KNOW — The bridge closes.",
        "DEAR ABBY: I have a bridge.",
        "I — who else — saw it.",
        "“NEW YORK (AP) — that is how it began,” she said.",
        "",
        "—",
    ],
)
def test_what_only_looks_like_one_is_none(line: str) -> None:
    assert find_dateline(line) is None


@given(st.text(alphabet=st.sampled_from("AB Caé,./()-—:1 Jan\n"), max_size=80), st.integers(0, 5))
def test_spans_lie_inside_the_text(text: str, start: int) -> None:
    found = find_dateline(text, start)
    if found:
        parts = [*found.places, *(p for p in (found.agency, found.date) if p)]
        assert start <= found.span.start < found.span.end <= len(text)
        assert all(found.span.contains(part) and part.length for part in parts)
