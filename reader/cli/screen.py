"""The door to the screen: opens the library, or the demo's, for the reader. Textual is imported only here."""

import argparse
import gc
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reader.cli.failures import Usage, log_to
from reader.cli.output import say
from reader.cli.session import open_session
from reader.config import load_outlets, load_settings
from reader.paths import config_file, outlets_file, themes_dir

if TYPE_CHECKING:
    from reader.pipeline.services import Services

GARBAGE_THRESHOLD = 100_000
"""Objects made before Python looks for circles. Its own number, 700, has it look 200 times through what is loaded for
the first frame, all of which stays: 34 of 307 ms (the longest look 13 ms)."""


def open_reader(arguments: argparse.Namespace) -> int:
    """Open the reader over the library, or over a throw-away one for ``--demo``.

    Raises:
        Usage: there is no terminal to show it in.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Usage("the reader needs a terminal; `newsreader --help` lists the commands that do without")
    if os.environ.get("TERM") in ("", "dumb", None):
        raise Usage("this terminal (TERM=dumb) cannot show the reader; `newsreader list` works everywhere")
    gc.set_threshold(GARBAGE_THRESHOLD)
    if arguments.demo:
        return _open_demo()
    with open_session(arguments) as services:
        return _run(services, load_outlets(outlets_file())[1])


def _open_demo() -> int:
    """Open the reader over the sample feeds, in a folder that goes away afterwards."""
    from reader.pipeline.demo import open_demo

    settings = load_settings(config_file())
    with TemporaryDirectory(prefix="newsreader-demo-") as directory:
        log_to(Path(directory) / "newsreader.log")
        say("reading the sample feeds")
        services = open_demo(Path(directory), settings)
        try:
            return _run(services)
        finally:
            services.close()


def _run(services: "Services", problems: tuple[str, ...] = ()) -> int:
    """Run the reader, which tells what is wrong with the user's files, and return its exit code."""
    from reader.ui.app import NewsReaderApp
    from reader.ui.theme_files import load_themes, wanted_problem

    themes, broken = load_themes(themes_dir())
    unknown = wanted_problem(services.settings.appearance.theme, themes)
    problems = (*problems, *broken, *((unknown,) if unknown else ()))
    app = NewsReaderApp(services, settings=services.settings, problems=problems, themes=themes)
    app.run()
    gc.freeze()  # what is left goes with the process; nobody need look through it first
    return app.return_code or 0
