"""Commands that keep things sound: config, doctor."""

import argparse
from collections.abc import Iterator
from contextlib import closing

from reader.cli.output import print_block, print_line, say
from reader.cli.session import paths_of
from reader.config import ConfigError, Settings, load_outlets, load_settings, render_settings
from reader.paths import config_file, outlets_file, themes_dir


def run_config(arguments: argparse.Namespace) -> int:
    """Print where the settings file is and what holds; write it (--init) or check it and the outlets' (--check)."""
    path = config_file()
    if arguments.init:
        return _init()
    try:
        settings = load_settings(path)
        problems = (*_key_problems(settings), *_theme_problems(settings))
    except ConfigError as error:
        problems = error.problems
    problems = (*problems, *load_outlets(outlets_file())[1])
    for problem in problems:
        say(problem)
    if arguments.check:
        if not problems:
            say(f"{path}: no faults" if path.exists() else f"{path}: there is no such file; the defaults hold")
    elif not problems:
        say(f"settings file: {path}" + ("" if path.exists() else " (not there; --init writes it)"))
        table = outlets_file()
        say(f"own outlets: {table}" + (f" ({len(load_outlets(table)[0])})" if table.exists() else " (not there)"))
        say(f"own themes: {themes_dir()}" + (f" ({_count_themes()})" if themes_dir().exists() else " (not there)"))
        print_block(render_settings(settings))
    return 1 if problems else 0


def _init() -> int:
    """Write the settings file with every option explained; one that is there is not touched."""
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(render_settings(Settings()))
    except FileExistsError:
        say(f"{path}: is there already and was not touched")
        return 1
    say(f"written: {path}")
    return 0


def _key_problems(settings: Settings) -> tuple[str, ...]:
    """Return what is wrong with the user's own keys, which only the screen knows."""
    if not settings.keys:
        return ()
    from reader.ui.keys import check_keys

    return tuple(f"{config_file()}: {problem}" for problem in check_keys(settings.keys, settings.key_preset))


def _theme_problems(settings: Settings) -> tuple[str, ...]:
    """Return what is wrong with the user's own themes and with the name of the one that is wanted."""
    if not themes_dir().exists() and settings.appearance.theme == Settings().appearance.theme:
        return ()
    from reader.ui.theme_files import load_themes, wanted_problem

    themes, problems = load_themes(themes_dir())
    unknown = wanted_problem(settings.appearance.theme, themes)
    return (*problems, f"{config_file()}: {unknown}") if unknown else problems


def _count_themes() -> int:
    """Return how many themes of the user's own can be used."""
    from reader.ui.theme_files import load_themes

    return len(load_themes(themes_dir())[0])


def run_doctor(arguments: argparse.Namespace) -> int:
    """Tell whether library and installation are sound; with --repair mend the library. Exit code 1 if not."""
    say(_versions())
    problems = [*_installation_problems(), *_worker_problems(), *_settings_problems(), *_library_problems(arguments)]
    for problem in problems:
        print_line(f"✗ {problem}")
    if not problems:
        print_line("✓ the library and the installation are sound")
    return 1 if problems else 0


def _installation_problems() -> Iterator[str]:
    """Yield what is wrong with the installation."""
    from importlib.metadata import PackageNotFoundError, distribution

    from reader.paths import sample_feeds_dir, styles_dir

    for name, find in (("style sheets", styles_dir), ("sample feeds", sample_feeds_dir)):
        try:
            folder = find()
        except FileNotFoundError as error:
            yield str(error)
        else:
            if not any(folder.iterdir()):
                yield f"{folder}: the {name} are missing"
    try:
        other = distribution("reader")
    except PackageNotFoundError:
        pass
    else:
        yield (
            f"the distribution 'reader' {other.version} (a feed library) is installed beside newsreader and has the "
            "same import package; install newsreader into an environment of its own (pipx, uv tool)"
        )


def _worker_problems() -> Iterator[str]:
    """Yield why feeds cannot be read in child processes: one sample feed is, from its bytes to its entries."""
    from reader.paths import sample_feeds_dir
    from reader.pipeline.jobs import parse_feed_job
    from reader.pipeline.workers import WorkError, Workers

    try:
        path = min(sample_feeds_dir().glob("[!b]*.rss.xml"))  # those that begin with "broken" are broken on purpose
        data = path.read_bytes()
    except (OSError, ValueError):  # told of above
        return
    with closing(Workers(count=1)) as workers:
        try:
            parsed = workers.run(parse_feed_job, data, path.as_uri(), "", "")
        except WorkError as error:
            yield f"a child process could not read the sample feed {path.name}: {error}"
            return
    if not parsed.feed.entries:
        yield f"a child process found no entry in the sample feed {path.name}"


def _versions() -> str:
    """Return the versions of what the program stands on, for reports of faults."""
    import platform
    import pyexpat

    from lxml.etree import LIBXML_VERSION

    from reader import __version__

    libxml = ".".join(map(str, LIBXML_VERSION))
    expat = pyexpat.EXPAT_VERSION.replace("expat_", "expat ")
    return f"version {__version__}, Python {platform.python_version()}, libxml2 {libxml}, {expat}"


def _settings_problems() -> tuple[str, ...]:
    """Return what is wrong with the settings file and the table of outlets."""
    try:
        settings = load_settings(config_file())
        problems = (*_key_problems(settings), *_theme_problems(settings))
    except ConfigError as error:
        problems = error.problems
    return *problems, *load_outlets(outlets_file())[1]


def _library_problems(arguments: argparse.Namespace) -> list[str]:
    """Return what is wrong with the library, after mending it where that was asked for."""
    from reader.pipeline.opening import utc_now
    from reader.store.library import Library, LibraryDamagedError, StoreError

    path = paths_of(arguments).database
    if not path.exists():
        say(f"{path}: there is no library yet")
        return []
    try:
        try:
            library = Library.open(path, now=utc_now)
        except LibraryDamagedError as error:
            if not arguments.repair:
                return [str(error)]
            for line in Library.recover(path, now=utc_now):
                say(line)
            library = Library.open(path, now=utc_now)
        with library:
            say(f"{path}: {'opened, can only be read' if library.read_only else 'opened'}")
            if arguments.repair:
                for line in library.repair():
                    say(line)
            return library.check()
    except StoreError as error:
        return [str(error)]
