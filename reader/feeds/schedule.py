"""When a feed is due again: pure, the present time is handed in.

A feed that changes often is asked often, one that does not seldom: the interval grows by half with every fetch that
brought nothing and goes back down when something came. A server's own wishes (``ttl``, ``Cache-Control``) can only
lengthen it, since feeds promise freshness they do not have; ``Retry-After`` is kept to the letter, a week at most.
Failures double the wait. Clocks that were set wrong must never silence a feed: intervals are only learnt from times
that can be true, and no due time lies more than a week ahead of the present one.
"""

from datetime import datetime, timedelta
from typing import Final

from reader.model.feed import FetchState

SHORTEST: Final = timedelta(minutes=15)
"""Between two fetches of one feed; many publishers ask for no more than that."""
USUAL: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=12)
"""Between two fetches of a feed that works: a quiet feed is still seen twice a day."""
FIRST_FAILURE: Final = timedelta(minutes=10)
LONGEST_FAILURE: Final = timedelta(days=1)
LONGEST_WISH: Final = timedelta(days=7)
"""How long a server can keep us away: no due time lies further ahead."""
_GROWTH: Final = 1.5
_TRUSTED_WISH: Final = timedelta(days=1)


def next_due(
    state: FetchState,
    now: datetime,
    *,
    changed: bool = False,
    failed: bool = False,
    ttl_minutes: int | None = None,
    max_age: timedelta | None = None,
    retry_after: timedelta | None = None,
) -> datetime:
    """Return when a feed may be asked for again, after a fetch that ended now.

    Args:
        state: what was remembered before this fetch; after a failure ``failures`` counts this one too.
        now: the present time, aware.
        changed: the fetch brought new or changed entries.
        failed: there was no usable answer.
        ttl_minutes: what the feed asks for.
        max_age: what the server asks for with ``Cache-Control``.
        retry_after: what the server asks for with ``Retry-After``.
    """
    if failed:
        wait = _after_failure(state.failures)
    else:
        wait = SHORTEST if changed else _after_quiet(state, now)
        wishes = [timedelta(minutes=ttl_minutes) if ttl_minutes else timedelta(0), max_age or timedelta(0)]
        wait = max(wait, min(max(wishes), _TRUSTED_WISH))
    if retry_after is not None:
        wait = max(wait, min(retry_after, LONGEST_WISH))
    return now + wait


def _after_failure(failures: int) -> timedelta:
    """Return the wait after so many failures in a row: 10 minutes, 20, 40, ... up to a day."""
    return min(FIRST_FAILURE * (1 << min(max(failures - 1, 0), 10)), LONGEST_FAILURE)


def _after_quiet(state: FetchState, now: datetime) -> timedelta:
    """Return the wait after a fetch that brought nothing new: half as long again as the last, within bounds."""
    if state.due_at is None or state.checked_at is None:
        return USUAL
    last = state.due_at - state.checked_at
    if state.failures or not timedelta(0) < last <= LONGEST_WISH or state.checked_at > now:
        return USUAL
    return min(max(last * _GROWTH, SHORTEST), LONGEST)
