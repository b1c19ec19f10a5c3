"""The inside of a child process: takes jobs from its standard input, runs them under limits, answers on its output.

It ends when its input ends, so it never outlives the reader; the reading of jobs has a thread of its own for that.
"""

import contextlib
import gc
import importlib
import math
import os
import pickle
import queue
import resource
import signal
import sys
import threading
import traceback
from typing import BinaryIO

from reader.pipeline.channel import dump_value, read_frame, write_frame

GARBAGE_THRESHOLD = 50_000
"""Objects made before Python looks for circles. Its own number, 700, has it look some dozen times in a job, over all
that is kept besides: a thirtieth of the time of tracing."""
_NICENESS = 5
"""Children give way to the screen, which must answer keys while both cores parse."""


def serve(memory_bytes: int) -> None:
    """Run jobs until the standard input ends; the address space never grows beyond ``memory_bytes``."""
    jobs_in, answers_fd = _own_pipes()
    gc.set_threshold(GARBAGE_THRESHOLD)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    with contextlib.suppress(OSError, ValueError):  # a limit lower than ours stands already
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_jobs, args=(jobs_in, jobs), daemon=True).start()
    while True:
        answer, exhausted = _answer(jobs.get())
        write_frame(answers_fd, answer)
        if exhausted:
            os._exit(0)  # after a MemoryError nothing in here is to be relied on


def _own_pipes() -> tuple[BinaryIO, int]:
    """Return private copies of standard input and output, and point the public ones at nothing.

    A library that prints must not garble the answers, and one that reads must not eat the jobs.
    """
    jobs_in = os.fdopen(os.dup(0), "rb")
    answers_fd = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nothing, fd)
    return jobs_in, answers_fd


def _read_jobs(jobs_in: BinaryIO, jobs: "queue.SimpleQueue[bytes]") -> None:
    """Hand on each job; end the process when there will be no more, whatever it is doing."""
    while (job := read_frame(jobs_in)) is not None:
        jobs.put(job)
    os._exit(0)


def _answer(job: bytes) -> tuple[bytes, bool]:
    """Run one job; return the pickled answer, and whether memory ran out.

    An answer is ``("ok", value, resident bytes)``, ``("refused", text)`` for an error of the rooms' own,
    ``("failed", text, traceback)`` for any other, or ``("memory",)``.
    """
    try:
        module, name, args, seconds = pickle.loads(job)
        _limit_cpu(seconds)
        value = getattr(importlib.import_module(module), name)(*args)
        return dump_value(("ok", value, _resident_bytes())), False
    except MemoryError:
        return dump_value(("memory",)), True
    except Exception as error:  # a hostile document makes parsers raise anything
        if type(error).__module__.startswith("reader."):
            return dump_value(("refused", str(error))), False
        return dump_value(("failed", f"{type(error).__name__}: {error}", traceback.format_exc())), False


def _limit_cpu(seconds: float) -> None:
    """Let the kernel end this process when the coming job has used more than so many seconds of CPU time."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime + seconds)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _resident_bytes() -> int:
    """Return how much memory this process holds.

    Not ``ru_maxrss`` where it can be helped: on Linux that starts with the peak of the parent (it survives exec).
    """
    try:
        with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123  # asked for after every job
            return int(statm.read().split()[1]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
