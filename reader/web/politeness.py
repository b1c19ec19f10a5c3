"""Manners towards hosts: few requests at a time, and none while one asks to be left alone.

Two at a time to one host, as browsers did for ages (RFC 2616, 8.1.4); newsboat was banned by hosts for five a second
(its #2732). A host that did not answer in time is not asked again for a minute, so that its feeds do not hold the
others up one after the other. Hosts of the user's own (private addresses that were allowed) are not held back: it is
their machine.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

AT_ONCE: Final = 2
"""Requests to one public host at the same time."""
AT_ONCE_OWN: Final = 32
"""Requests to one host of the user's own at the same time."""
QUIET_AFTER_TIMEOUT: Final = timedelta(seconds=60)
_LOOK_SECONDS: Final = 0.1


class LeaveAlone(Exception):
    """A host that may not be asked now; ``wait`` says for how long, ``asked`` whether it said so itself."""

    def __init__(self, wait: timedelta, *, asked: bool) -> None:
        super().__init__()
        self.wait = wait
        self.asked = asked


class Politeness:
    """The memory of what hosts asked for, and their places; thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take a clock that counts seconds and never goes back."""
        self._clock = clock
        self._changed = threading.Condition()
        self._busy: dict[str, int] = {}
        self._quiet: dict[str, tuple[float, bool]] = {}

    @contextmanager
    def visit(self, host: str, *, own: bool, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Hold one of the places at a host, waiting for one to become free.

        Raises:
            LeaveAlone: if the host is not to be asked now.
            InterruptedError: if it was cancelled while waiting.
        """
        with self._changed:
            while True:
                self._check(host)
                if self._busy.get(host, 0) < (AT_ONCE_OWN if own else AT_ONCE):
                    break
                if cancelled():
                    raise InterruptedError
                self._changed.wait(_LOOK_SECONDS)
            self._busy[host] = self._busy.get(host, 0) + 1
        try:
            yield
        finally:
            with self._changed:
                self._busy[host] -= 1
                if not self._busy[host]:
                    del self._busy[host]
                self._changed.notify_all()

    def leave_alone(self, host: str, wait: timedelta, *, asked: bool) -> None:
        """Remember that a host is not to be asked for some time."""
        with self._changed:
            until = self._clock() + wait.total_seconds()
            if until > self._quiet.get(host, (0.0, False))[0]:
                self._quiet[host] = (until, asked)
            self._changed.notify_all()

    def _check(self, host: str) -> None:
        """Raise LeaveAlone while a host is to be left alone; called with the lock held."""
        until, asked = self._quiet.get(host, (0.0, False))
        left = until - self._clock()
        if left > 0:
            raise LeaveAlone(timedelta(seconds=left), asked=asked)
        self._quiet.pop(host, None)
