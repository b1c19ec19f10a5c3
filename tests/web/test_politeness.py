import threading
from datetime import timedelta

import pytest

from reader.web.politeness import AT_ONCE, LeaveAlone, Politeness


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def never() -> bool:
    return False


def test_two_at_a_time_for_one_host_and_no_limit_across_hosts() -> None:
    politeness = Politeness()
    inside, most, lock = 0, 0, threading.Lock()
    together = threading.Barrier(AT_ONCE)
    other = threading.Event()

    def visit() -> None:
        nonlocal inside, most
        with politeness.visit("a.example", own=False, cancelled=never):
            with lock:
                inside += 1
                most = max(most, inside)
            together.wait(5)  # passes only if as many as allowed are inside at once
            with lock:
                inside -= 1

    threads = [threading.Thread(target=visit) for _ in range(3 * AT_ONCE)]
    for thread in threads:
        thread.start()
    with politeness.visit("b.example", own=False, cancelled=never):
        other.set()
    for thread in threads:
        thread.join(10)
    assert (most, inside, other.is_set()) == (AT_ONCE, 0, True)


def test_waiting_for_a_place_can_be_cancelled() -> None:
    politeness = Politeness()
    with (
        politeness.visit("a.example", own=False, cancelled=never),
        politeness.visit("a.example", own=False, cancelled=never),
        pytest.raises(InterruptedError),
        politeness.visit("a.example", own=False, cancelled=lambda: True),
    ):
        pass


def test_a_wish_is_remembered_until_its_time() -> None:
    clock = Clock()
    politeness = Politeness(clock)
    politeness.leave_alone("a.example", timedelta(seconds=60), asked=True)
    politeness.leave_alone("a.example", timedelta(seconds=10), asked=False)
    clock.seconds = 59
    with pytest.raises(LeaveAlone) as caught, politeness.visit("a.example", own=False, cancelled=never):
        pass
    assert (caught.value.wait, caught.value.asked) == (timedelta(seconds=1), True)
    with politeness.visit("b.example", own=False, cancelled=never):
        pass
    clock.seconds = 60
    with politeness.visit("a.example", own=False, cancelled=never):
        pass


def test_a_place_is_given_back_after_an_error() -> None:
    politeness = Politeness()
    for _ in range(3 * AT_ONCE):
        with pytest.raises(OSError, match="x"), politeness.visit("a.example", own=False, cancelled=never):
            raise OSError("x")
