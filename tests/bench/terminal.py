"""A program in a pseudo-terminal, timed by what it writes."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence


class TerminalProgram:
    """A child process with a terminal of its own; a context manager that ends it."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str], *, columns: int = 120, rows: int = 40) -> None:
        self._output = b""
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(argv[0], list(argv), dict(env))

    def __enter__(self) -> "TerminalProgram":
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def seconds_until(self, words: str, timeout: float = 30.0) -> float:
        """Return the seconds from the start of the process to the arrival of ``words`` on its terminal.

        Raises:
            TimeoutError: if they do not come, with the end of what came instead.
        """
        wanted = words.encode()
        deadline = self.started + timeout
        while wanted not in self._output:
            ready, _, _ = select.select([self._terminal], [], [], max(0.0, deadline - time.perf_counter()))
            if not ready:
                raise TimeoutError(f"{words!r} did not appear; last output: {self._output[-300:]!r}")
            try:
                chunk = os.read(self._terminal, 1 << 16)
            except OSError:
                chunk = b""
            if not chunk:
                raise TimeoutError(f"the program ended before {words!r}: {self._output[-2000:]!r}")
            self._output += chunk
        return time.perf_counter() - self.started

    def peak_memory(self) -> float:
        """Return the peak resident memory so far, in MiB (Linux)."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:  # noqa: PTH123  # not a path of ours
            line = next(line for line in status if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
