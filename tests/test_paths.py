from pathlib import Path

import pytest

from reader import paths


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (paths.DATA_DIR_VARIABLE, paths.CONFIG_VARIABLE):
        monkeypatch.delenv(name, raising=False)


def test_all_files_of_a_library_stand_in_the_folder_that_is_named(tmp_path: Path) -> None:
    found = paths.library_paths(tmp_path)
    assert (found.database, found.log) == (tmp_path / "library.db", tmp_path / "newsreader.log")


def test_the_option_goes_before_the_environment_and_that_before_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = paths.library_paths().directory
    assert default.name == "newsreader"
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(tmp_path / "b"))
    assert paths.library_paths().directory == tmp_path / "b"
    assert paths.library_paths(tmp_path / "a").directory == tmp_path / "a"


def test_relative_folders_and_the_home_sign_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert paths.library_paths("here").directory == tmp_path / "here"
    assert paths.library_paths("~/news").directory == tmp_path / "home" / "news"


def test_the_settings_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.config_file().name == "config.toml"
    monkeypatch.setenv(paths.CONFIG_VARIABLE, str(tmp_path / "own.toml"))
    assert paths.config_file() == tmp_path / "own.toml"


def test_shipped_folders_are_found() -> None:
    assert (paths.sample_feeds_dir() / "samples.opml").is_file()
    assert list(paths.styles_dir().glob("*.tcss"))


def test_a_folder_beside_the_module_goes_before_one_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader" / "styles").mkdir(parents=True)
    (tmp_path / "styles").mkdir()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "reader" / "paths.py"))
    assert paths.styles_dir() == tmp_path / "reader" / "styles"
    (tmp_path / "reader" / "styles").rmdir()
    assert paths.styles_dir() == tmp_path / "styles"
    (tmp_path / "styles").rmdir()
    with pytest.raises(FileNotFoundError, match="lacks its folder 'styles'"):
        paths.styles_dir()
