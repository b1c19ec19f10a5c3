"""Moments as people read them; a day is not told as a midnight."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.model.moments import delay_words, moment_words


@pytest.mark.parametrize(
    ("delay", "words"),
    [
        (timedelta(seconds=20), "at the same time"),
        (timedelta(minutes=5), "5 min later"),
        (timedelta(hours=-3), "3 h earlier"),
        (timedelta(days=9), "9 days later"),
    ],
)
def test_delays(delay: timedelta, words: str) -> None:
    assert delay_words(delay) == words


def test_a_day_has_no_time() -> None:
    day = datetime(2026, 11, 20, tzinfo=UTC)
    assert (moment_words(day), moment_words(day, plain=True)) == ("20 Nov 2026", "2026-11-20")
    assert moment_words(day.replace(hour=6)) == "20 Nov 2026 06:00 UTC"
    assert moment_words(day.replace(second=1), plain=True) == "2026-11-20 00:00 UTC"
