"""The command line: arguments -> pipeline or screen. Data on stdout, messages on stderr; exit 0, 1 failed, 2 usage.

argparse and not click or typer: nothing to install, and ``newsreader --version`` is a matter of imports (measured with
``python -X importtime``: argparse 11 ms, click 38 ms, and typer stands on click). For the same reason everything
but argparse is imported inside the function that needs it.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

INTERRUPTED = 130
"""Exit code after ctrl+C, as shells have it: 128 and the number of the signal."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never raises, never prints a traceback."""
    from reader.cli.arguments import parse_arguments

    _open_closed_streams()
    arguments = Namespace()
    try:
        arguments = parse_arguments(argv)
        return _quietly_flushed(arguments.run(arguments))
    except SystemExit as stop:  # argparse has printed what there is to say
        return _quietly_flushed(stop.code if isinstance(stop.code, int) else 2)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _quietly_flushed(0)
    except Exception as error:  # the last resort: what nobody foresaw
        from reader.cli.failures import explain_failure

        return explain_failure(error, arguments)


def _open_closed_streams() -> None:
    """Give the process standard streams where it was started without (``newsreader list >&-``, some cron daemons).

    Otherwise the next file that is opened, perhaps the library, would get the number of the standard output.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: PTH123, SIM115  # stays open


def _quietly_flushed(code: int) -> int:
    """Return the exit code after all output has left; a reader of ours who had enough (``| head``) is no failure."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at its end
    except (OSError, ValueError) as error:
        sys.stderr.write(f"newsreader: output could not be written: {error}\n")
        return 1
    return code
