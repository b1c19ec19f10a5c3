from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.schedule import (
    FIRST_FAILURE,
    LONGEST,
    LONGEST_FAILURE,
    LONGEST_WISH,
    SHORTEST,
    USUAL,
    next_due,
)
from reader.model.feed import FetchState

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def wait(state: FetchState = FetchState(), **outcome: object) -> timedelta:  # noqa: B008  # frozen
    return next_due(state, NOW, **outcome) - NOW  # type: ignore[arg-type]  # passed on as given


def after(interval: timedelta) -> FetchState:
    return FetchState(checked_at=NOW - interval, due_at=NOW)


def test_a_lively_feed_is_asked_often_and_a_quiet_one_seldom() -> None:
    assert wait(changed=True) == SHORTEST
    assert wait() == USUAL
    assert wait(after(USUAL)) == 45 * MINUTE
    assert wait(after(timedelta(hours=11))) == LONGEST
    assert wait(after(timedelta(hours=11)), changed=True) == SHORTEST


def test_wishes_only_lengthen() -> None:
    assert wait(changed=True, ttl_minutes=60) == 60 * MINUTE
    assert wait(changed=True, max_age=timedelta(hours=2), ttl_minutes=60) == timedelta(hours=2)
    assert wait(after(timedelta(hours=4)), ttl_minutes=1, max_age=MINUTE) == timedelta(hours=6)
    assert wait(changed=True, ttl_minutes=10_080) == timedelta(days=1)


def test_failures_double_the_wait_up_to_a_day() -> None:
    waits = [wait(FetchState(failures=n), failed=True) for n in (0, 1, 2, 3, 100, 10**9)]
    assert waits == [
        FIRST_FAILURE,
        FIRST_FAILURE,
        2 * FIRST_FAILURE,
        4 * FIRST_FAILURE,
        LONGEST_FAILURE,
        LONGEST_FAILURE,
    ]


def test_retry_after_is_kept_up_to_a_week() -> None:
    assert wait(failed=True, retry_after=timedelta(hours=3)) == timedelta(hours=3)
    assert wait(failed=True, retry_after=MINUTE) == FIRST_FAILURE
    assert wait(failed=True, retry_after=timedelta(days=700)) == LONGEST_WISH


TIMES = st.none() | st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC))


@given(
    TIMES,
    TIMES,
    TIMES.filter(bool),
    st.integers(0, 99),
    st.booleans(),
    st.booleans(),
    st.integers(-1, 10**9) | st.none(),
)
def test_whatever_the_clocks_say_a_feed_comes_back_within_a_week(
    checked_at: datetime | None,
    due_at: datetime | None,
    now: datetime,
    failures: int,
    changed: bool,
    failed: bool,
    ttl: int | None,
) -> None:
    state = FetchState(checked_at=checked_at, due_at=due_at, failures=failures)
    due = next_due(state, now, changed=changed, failed=failed, ttl_minutes=ttl)
    assert FIRST_FAILURE <= due - now <= LONGEST_WISH
