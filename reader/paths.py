"""Where things lie: the library, the settings file, the log, and the data files that are shipped."""

import os
from dataclasses import dataclass
from pathlib import Path

APP = "newsreader"
DATA_DIR_VARIABLE = "NEWSREADER_DATA_DIR"
"""Environment variable that names the folder of the library; ``--data-dir`` goes before it."""
CONFIG_VARIABLE = "NEWSREADER_CONFIG"
"""Environment variable that names the settings file."""


@dataclass(frozen=True, slots=True)
class LibraryPaths:
    """The files of one library, all in one folder."""

    directory: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.directory / "library.db"

    @property
    def log(self) -> Path:
        """The log file: what went wrong, with its traceback."""
        return self.directory / "newsreader.log"


def library_paths(data_dir: str | Path | None = None) -> LibraryPaths:
    """Return the files of the library in ``data_dir``, else in $NEWSREADER_DATA_DIR, else in the user's data folder."""
    chosen = data_dir or os.environ.get(DATA_DIR_VARIABLE)
    if chosen:
        return LibraryPaths(Path(chosen).expanduser().absolute())
    from platformdirs import user_data_path

    return LibraryPaths(user_data_path(APP))


def config_file() -> Path:
    """Return where the settings file is, or would be: $NEWSREADER_CONFIG, else in the user's configuration folder."""
    chosen = os.environ.get(CONFIG_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_config_path

    return user_config_path(APP) / "config.toml"


def outlets_file() -> Path:
    """Return where the user's own table of outlets is, or would be: beside the settings file."""
    return config_file().with_name("outlets.tsv")


def themes_dir() -> Path:
    """Return where the user's own colour themes are, or would be: beside the settings file."""
    return config_file().with_name("themes")


def styles_dir() -> Path:
    """Return the folder of the style sheets."""
    return _shipped("styles")


def sample_feeds_dir() -> Path:
    """Return the folder of the sample feeds."""
    return _shipped("sample_feeds")


def _shipped(name: str) -> Path:
    """Return a data folder: beside this file in a wheel, beside the package in a checkout.

    Raises:
        FileNotFoundError: it is in neither place; the installation is damaged.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / name, here.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation lacks its folder {name!r} (looked in {here} and {here.parent})")
