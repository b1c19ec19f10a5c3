"""The door for foreign text and the guard behind it."""

from datetime import UTC, datetime, timedelta

import pytest
from rich.segment import ControlType, Segment
from textual.color import Color
from textual.content import Content

from reader.model.entry import Entry, EntryId, StoredEntry
from reader.ui.content import ControlGuard, joined, line, long_time, safe_line, safe_link, short_time, styled, time_of

HOSTILE = [
    "\x1b[2J\x1b[H", "\x1b]52;c;cHduZWQ=\x07", "\x9b31m", "\x90q\x9c", "a\x00b", "\u202eevil\u202c", "\u2066x\u2069",
    "\U000e0041\U000e0042", "\x07\x08\x0b\x0c\r", "\ufff9a\ufffb", "\x7f",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_keeps_its_length_and_loses_its_teeth(text: str) -> None:
    safe = safe_line("ab" + text + "cd")
    assert len(safe) == len(text) + 4
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or c in "\u202e\u2066" for c in safe)
    assert safe.startswith("ab")
    assert safe.endswith("cd")


@pytest.mark.parametrize(
    "markup", ["[/", "[/bold]", "[bold]x", "[@click=app.bell]y[/]", "[link=http://x]", "[b +", "[0]"]
)
def test_markup_is_text(markup: str) -> None:
    assert line(markup).plain == markup
    assert not line(markup).spans
    assert joined("own ", line(markup)).plain == f"own {markup}"


def test_styles_lie_on_the_words_even_behind_hostile_characters() -> None:
    content = styled("a\x07\x1bbc", [(3, 5, "bold"), (2, 99, "italic"), (4, 4, "dim")])
    assert [(s.start, s.end, s.style) for s in content.spans] == [(3, 5, "bold"), (2, 5, "italic")]
    assert content.plain[3:5] == "bc"


@pytest.mark.parametrize("text", HOSTILE)
def test_the_guard_alone_stops_what_content_would_let_through(text: str) -> None:
    raw = Content("x" + text + "y", strip_control_codes=False)
    segments = [Segment(raw.plain)]
    drawn = "".join(s.text for s in ControlGuard().apply(segments, Color(0, 0, 0)))
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in drawn)
    assert not set(drawn) & set("\u202e\u202c\u2066\u2069\U000e0041\ufff9\ufffb")
    assert drawn.startswith("x")
    assert drawn.endswith("y")


def test_the_guard_leaves_terminal_controls_and_clean_lines_alone() -> None:
    control = Segment("\x1b[?25l", None, [(ControlType.HOME,)])
    assert ControlGuard().apply([control, Segment("\x1b[2J")], Color(0, 0, 0))[0] is control
    clean = [Segment("plain"), Segment("雪 🚢 متن\u200c")]
    assert ControlGuard().apply(clean, Color(0, 0, 0)) is clean


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "http://a/\x1b]8;;", "https://a b", "ftp://a/", "", "http://ü/"],
)
def test_only_plain_http_addresses_are_links(url: str) -> None:
    assert safe_link(url) == ""


def test_short_times() -> None:
    now = datetime(2026, 3, 14, 12, tzinfo=UTC)
    assert len(short_time(now - timedelta(minutes=3), now)) == 5
    assert short_time(now - timedelta(days=20), now).endswith("Feb")
    assert short_time(now - timedelta(days=900), now) == "2023"


def test_a_time_of_receipt_is_not_given_as_the_date_of_an_article() -> None:
    known = datetime(2026, 3, 14, 8, 30, tzinfo=UTC)
    received = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)

    def words(published_at: datetime | None) -> str:
        return time_of(StoredEntry(EntryId(1), Entry("1", "A", published_at=published_at), "Outlet", received))

    assert words(known) == long_time(known)
    assert words(None) == f"received {long_time(received)}"
