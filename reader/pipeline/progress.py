"""What a run reports while it runs: plain values that the screen turns into messages, the command line into lines."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    done: int
    """Steps that are finished."""
    total: int
    """Steps in all, as far as known; may grow while the run goes on."""
    what: str
    """The step that was just finished («Example Gazette: 3 new»); one clean line."""
    problem: str = ""
    """One clear line if that step failed; the run goes on."""


Report = Callable[[Progress], None]
"""Takes each progress; called from any thread, one call at a time."""

Cancelled = Callable[[], bool]
"""Tells whether the run should stop; asked between the steps and while waiting, from any thread."""


def silent(progress: Progress) -> None:
    """Report to nobody."""


def never() -> bool:
    """Answer that the run goes on: for runs that cannot be stopped."""
    return False
