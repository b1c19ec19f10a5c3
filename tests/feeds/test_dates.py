from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.dates import parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 23 Nov 2026 10:11:12 GMT", "2026-11-23T10:11:12"),
        ("Mon, 23 Nov 2026 10:11:12 +0530", "2026-11-23T04:41:12"),
        ("23 Nov 26 10:11 EST", "2026-11-23T15:11:00"),
        ("Monday, 23 November 2026 10:11:12 -0500 (EST)", "2026-11-23T15:11:12"),
        ("Mon, 23 Nov 2026", "2026-11-23T00:00:00"),
        ("Thu, 3 Dec 98 23:59:60 UT", "1998-12-03T23:59:59"),
        ("31 Dec 2025 24:00:00 GMT", "2026-01-01T00:00:00"),
        ("2026-11-23T10:11:12Z", "2026-11-23T10:11:12"),
        ("2026-11-23T10:11:12.5+01:00", "2026-11-23T09:11:12.500000"),
        ("2026-11-23 10:11:12 +0100", "2026-11-23T09:11:12"),
        ("2026-11-23T10:11", "2026-11-23T10:11:00"),
        ("20261123T101112Z", "2026-11-23T10:11:12"),
        ("2026-11", "2026-11-01T00:00:00"),
        ("2026", "2026-01-01T00:00:00"),
        ("Mon Nov 23 10:11:12 2026", "2026-11-23T10:11:12"),
        ("Mon Nov 23 10:11:12 CET 2026", "2026-11-23T09:11:12"),
        ("11/23/2026 10:11 PM", "2026-11-23T22:11:00"),
        ("23/11/2026", "2026-11-23T00:00:00"),
        ("23.11.2026 10:11", "2026-11-23T10:11:00"),
        ("Nov 23, 2026 12:05 AM PST", "2026-11-23T08:05:00"),
        ("1795428672", "2026-11-23T10:11:12"),
        ("1795428672000", "2026-11-23T10:11:12"),
        ("mer, 16 nov 2022 00:38:15 +0100", "2022-11-15T23:38:15"),
        ("23 novembre 2026 10:11", "2026-11-23T10:11:00"),
        ("Пн, 23 ноя 2026 10:11:12 +0300", "2026-11-23T07:11:12"),
        ("23. März 2026", "2026-03-23T00:00:00"),
        ("2026年11月23日 10:11", "2026-11-23T10:11:00"),
        ("2026-11-23 오후 10:11:12", "2026-11-23T22:11:12"),
        (" Mon,\n 23 Nov 2026\t10:11:12 Z ", "2026-11-23T10:11:12"),
        ("Fri, 01 Jan 2199 00:00:00 GMT", "2199-01-01T00:00:00"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    assert parse_date(text) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Mon, 32 Nov 2026 10:00:00 GMT",
        "2026-13-01",
        "2026-02-30",
        "0001-01-01T00:00:00Z",
        "12:00",
        "Nov 2026",
        "9999-12-31T23:59:59-14:00x",
        "99999999999999",
        "1 2 3",
        "2026-11-23T25:00:00Z",
        "0000-00-00 00:00:00",
        "x" * 10_000,
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.text() | st.text("0123456789-:/.,+ TZJanFebPM年", max_size=30))
def test_never_raises_and_is_aware(text: str) -> None:
    found = parse_date(text)
    assert found is None or (found.tzinfo is UTC and found.year >= 1899)


@given(st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1)))
def test_standard_forms_come_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    assert (
        parse_date(moment.strftime("%a, %d %b ") + f"{moment.year:04} " + moment.strftime("%H:%M:%S +0000")) == moment
    )
    assert parse_date(moment.isoformat()) == moment
