import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.output import Paper, columns, fit, print_table, safe_json
from reader.text.safety import clean_line, is_clean


def paper(width: int = 40) -> Paper:
    sheet = Paper(io.StringIO())
    sheet.width = width
    return sheet


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("北島", 4), ("e\u0301", 1), ("😀", 2), ("", 0), ("a\u200db", 2)]
)
def test_columns_are_counted_as_terminals_do(text: str, width: int) -> None:
    assert columns(text) == width


@given(st.text(), st.integers(1, 60))
def test_a_fitted_line_has_exactly_the_width(text: str, width: int) -> None:
    line = clean_line(text)
    if width == 1 and columns(line) > 1:
        return  # not even the ellipsis has room beside a wide character
    fitted = fit(line, width)
    assert width <= columns(fitted) <= width + (columns(fit(line[:1], 2)) if width <= 2 else 0)
    assert fitted.rstrip() == line or "…" in fitted


@given(st.text(), st.integers(10, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    line = clean_line(text)
    wrapped = paper(width).wrap(line, "  ")
    assert all(columns(row) <= max(width, 12) for row in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(line.split())


@given(st.recursive(st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)))
def test_json_is_the_same_value_and_harms_no_terminal(value: object) -> None:
    text = safe_json(value)
    assert json.loads(text) == value
    text.encode("utf-8")
    assert not any("\x7f" <= c <= "\x9f" or c in "\u202e\u2028\u200f" or c < " " for c in text)


def test_every_hostile_character_is_escaped() -> None:
    for code in (0x1B, 0x7F, 0x9B, 0x202E, 0x2066, 0xE0041, 0xD800):
        text = safe_json(chr(code))
        assert text.isascii()
        assert is_clean(text)
        assert json.loads(text) == chr(code)


def test_a_table_stretches_one_column_and_keeps_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = paper(30)
    sheet.terminal = True
    print_table(
        sheet, ("no", "title", "x"), [("7", "A title that is much too long for this", "ok"), ("12", "b", "")], stretch=1
    )
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["no", "title", "x"]
    assert lines[1].startswith(" 7  A title that")
    assert lines[1].endswith("…  ok")
    assert all(columns(line) <= 30 for line in lines)


def test_styles_need_someone_who_looks() -> None:
    sheet = paper()
    assert sheet.style("x", "bold") == "x"
    sheet.colour = True
    assert sheet.style("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"
    assert sheet.style("", "bold") == ""
