"""A text handed to a command of the user's own, and what the command answers."""

import contextlib
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Final

from reader.pipeline.progress import Cancelled, never

SECONDS: Final = 30.0
"""How long a command may take."""
ANSWER_BYTES: Final = 200_000
"""Most that is kept of an answer; a command that says more is ended."""
_LOOK: Final = 0.05


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said."""

    text: str
    """Its output, that to stderr too."""
    code: int | None
    """Its exit code; None: it was ended because it took too long, said too much or was no longer wanted."""


def pipe_text(text: str, command: str, *, seconds: float = SECONDS, cancelled: Cancelled = never) -> Answer:
    """Run a command line of the user's in their shell, the text on its standard input; nothing of it in its arguments.

    Raises:
        OSError: there is no shell.
    """
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        with subprocess.Popen(
            command, shell=True, stdin=given, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        ) as process:
            ended = False
            end = time.monotonic() + seconds
            while process.poll() is None and not ended:
                ended = cancelled() or time.monotonic() > end or os.fstat(said.fileno()).st_size > ANSWER_BYTES
                if ended:
                    _end(process)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK)
        said.seek(0)
        return Answer(said.read(ANSWER_BYTES).decode("utf-8", "replace"), None if ended else process.returncode)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a command and what it has begun."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
