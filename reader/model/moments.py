"""Moments: times as people read them, and days of which the time is not known."""

from datetime import UTC, datetime, timedelta
from typing import Final

_LONG: Final = "%d %b %Y"
_PLAIN: Final = "%Y-%m-%d"


def is_day(moment: datetime) -> bool:
    """Tell whether of a moment only the day is known: feeds and pages give such ones as midnight, exactly."""
    return moment.astimezone(UTC).time() == datetime.min.time()


def moment_words(moment: datetime, *, plain: bool = False) -> str:
    """Return a moment in UTC, ``20 Nov 2026 06:00 UTC`` or ``plain`` ``2026-11-20 06:00 UTC``; a day as a day."""
    day = _PLAIN if plain else _LONG
    return f"{moment.astimezone(UTC):{day}}" if is_day(moment) else f"{moment.astimezone(UTC):{day} %H:%M} UTC"


def delay_words(delay: timedelta) -> str:
    """Return a time between two articles: ``2 h later``, ``3 days earlier``, ``at the same time``."""
    minutes = abs(int(delay.total_seconds())) // 60
    if minutes < 1:
        return "at the same time"
    if minutes < 60:
        amount = f"{minutes} min"
    elif minutes < 48 * 60:
        amount = f"{minutes // 60} h"
    else:
        amount = f"{minutes // 1440} days"
    return f"{amount} {'later' if delay > timedelta() else 'earlier'}"
