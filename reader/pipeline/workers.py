"""The pool of limited child processes in which bytes are parsed and texts analysed.

Why processes: libxml2, trafilatura and regular expressions take long over hostile documents and hold the interpreter
lock while they do, so a thread would freeze the screen and could not be stopped; two processes also use both cores. Why
our own small pool on ``subprocess`` and not ``multiprocessing`` or ``concurrent.futures``: those import the caller's
``__main__`` again, share one queue that a killed child can leave locked, declare the whole pool broken when one child
dies, and cannot end a single job; here a kill costs one job and one child. Children have a session of their own, so
neither ctrl+C nor a hang-up of the terminal reaches them twice, and their standard streams are pipes, so the terminal
stays the screen's.
"""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, TypeVarTuple

from reader.pipeline.channel import ChannelClosed, ChannelTimeout, dump_value, exchange, load_answer
from reader.pipeline.progress import Cancelled, never
from reader.text.safety import clean_line

R = TypeVar("R")
Ts = TypeVarTuple("Ts")

MEMORY_BYTES = 420 * 1024 * 1024
"""Address space of a child. One that has done nothing maps 125 MB; measured peaks: a feed of 19 MB 270 MB, the analysis
of a text of 1 MB the same, of 4.5 MB (no article has that) 400 MB. So no document takes more than 300 MB."""
RECYCLE_BYTES = 256 * 1024 * 1024
"""A child that holds more resident memory than this is replaced after its job: Python rarely gives memory back."""
CPU_SECONDS = 5.0
"""CPU time of one job unless told otherwise."""
_WALL_FACTOR = 4
"""A job may take this many times its CPU time by the clock, since the machine may have other work."""
_log = logging.getLogger(__name__)


class WorkError(Exception):
    """A job that brought no result; its text is one clear line.

    ``reason`` is ``refused`` (the job's own error: the input is no feed ...), ``failed`` (an error nobody foresaw),
    ``time``, ``memory``, ``crash`` or ``stopped``.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text)
        self.reason = reason


class _Child:
    """One child process and the pipes to it."""

    def __init__(self, memory_bytes: int) -> None:
        root = str(Path(__file__).resolve().parents[2])
        code = f"import sys; sys.path.append({root!r}); from reader.pipeline.child import serve; serve({memory_bytes})"
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", code],  # -P: a file in the current folder must not pass for a module
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in_fd = self._process.stdin.fileno()
        self._out_fd = self._process.stdout.fileno()
        os.set_blocking(self._in_fd, False)
        os.set_blocking(self._out_fd, False)

    def ask(self, job: bytes, seconds: float, stopped: Cancelled) -> bytes | None:
        """Send a job and return its answer; see ``channel.exchange``."""
        return exchange(self._in_fd, self._out_fd, job, seconds, stopped)

    def terminate(self) -> None:
        """End the process at once and leave the rest to ``kill``."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def kill(self) -> int:
        """End the process at once and return its exit code (negative: the signal that had ended it)."""
        self.terminate()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        return self._process.wait()


class Workers:
    """A pool of limited child processes; thread-safe, started when the first job comes."""

    def __init__(self, count: int = 2, memory_bytes: int = MEMORY_BYTES) -> None:
        self.count = count
        self._memory_bytes = memory_bytes
        self._changed = threading.Condition()
        self._idle: list[_Child] = []
        self._children: set[_Child] = set()
        self._closed = False

    def run(
        self,
        function: Callable[[*Ts], R],
        *args: *Ts,
        timeout: float = CPU_SECONDS,
        cancelled: Cancelled = never,
    ) -> R:
        """Run ``function(*args)`` in a child and return what it returns; waits for a child that is free.

        ``function`` is a module-level function of the package; ``timeout`` is CPU time in seconds, and four times as
        much by the clock. A job that overruns its time or memory is ended, and the next gets a fresh child.

        Raises:
            WorkError: it brought no result; other jobs are not touched.
        """
        job = dump_value((function.__module__, function.__qualname__, args, timeout))
        child = self._take(cancelled)
        keep = False
        try:
            answer = child.ask(job, timeout * _WALL_FACTOR, lambda: self._closed or cancelled())
            if answer is None:
                raise _stopped()
            value, resident = _result(load_answer(answer), function.__qualname__)
            keep = resident < RECYCLE_BYTES
        except WorkError as error:
            keep = error.reason in ("refused", "failed")
            raise
        except ChannelTimeout:
            raise WorkError(f"took longer than {timeout:g} s and was stopped", "time") from None
        except ChannelClosed as error:
            raise self._post_mortem(child, timeout, error) from None
        finally:
            self._give_back(child, keep)
        result: R = value
        return result

    def warm_up(self) -> None:
        """Start all children and let them load the parsers meanwhile; returns at once."""
        from reader.pipeline.jobs import load_parsers

        def warm() -> None:
            with contextlib.suppress(WorkError):
                self.run(load_parsers, timeout=20)

        for number in range(self.count):
            threading.Thread(target=warm, name=f"warm-up-{number}", daemon=True).start()

    def close(self) -> None:
        """End all children at once; jobs that are running raise ``WorkError`` in their callers."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._children.difference_update(idle)
            busy = tuple(self._children)
            self._changed.notify_all()
        for child in idle:
            child.kill()
        for child in busy:  # its caller sees the end and buries it
            child.terminate()

    def _take(self, cancelled: Cancelled) -> _Child:
        """Return a child for one job, starting one if there are fewer than allowed."""
        with self._changed:
            while True:
                if self._closed or cancelled():
                    raise _stopped()
                if self._idle:
                    return self._idle.pop()
                if len(self._children) < self.count:
                    break
                self._changed.wait(0.1)
            try:
                child = _Child(self._memory_bytes)
            except OSError as error:
                raise WorkError(f"no child process could be started: {error.strerror}", "failed") from None
            self._children.add(child)
            return child

    def _give_back(self, child: _Child, keep: bool) -> None:
        """Make a child free for the next job, or bury it."""
        with self._changed:
            if keep and not self._closed:
                self._idle.append(child)
            else:
                self._children.discard(child)
                keep = False
            self._changed.notify()
        if not keep:
            child.kill()

    def _post_mortem(self, child: _Child, timeout: float, error: ChannelClosed) -> WorkError:
        """Return what to say of a child that ended by itself."""
        if self._closed:
            return _stopped()
        code = child.kill()
        if code == -signal.SIGXCPU:
            return WorkError(f"took longer than {timeout:g} s and was stopped", "time")
        _log.warning("a child process was lost: %s (exit code %s)", error, code)
        return WorkError("made the parser crash", "crash")


def _stopped() -> WorkError:
    """Return the error of a job that was stopped by the user or at the end of the program."""
    return WorkError("stopped", "stopped")


def _result(answer: object, job: str) -> tuple[Any, int]:
    """Return the value and the resident memory out of an answer of ``child.serve``.

    Raises:
        WorkError: the answer tells of an error.
        ChannelClosed: it is no answer.
    """
    match answer:
        case ("ok", value, int(resident)):
            return value, resident
        case ("refused", str(text)):
            raise WorkError(text, "refused")
        case ("memory",):
            raise WorkError("needed too much memory and was stopped", "memory")
        case ("failed", str(text), str(trace)):
            _log.warning("%s failed: %s\n%s", job, text, trace)
            raise WorkError(f"could not be processed ({clean_line(text, 200)})", "failed")
    raise ChannelClosed("not an answer")
