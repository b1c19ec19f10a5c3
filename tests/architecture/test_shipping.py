"""What a user gets: the wheel holds the style sheets and the samples, and every style sheet is loaded."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tracked(pattern: str) -> list[Path]:
    """List the files of this folder that git tracks."""
    done = subprocess.run(["git", "ls-files", pattern], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in done.stdout.splitlines()]


def test_the_wheel_holds_styles_and_samples(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    # a script on PYTHONPATH named as a standard module («grp») would run inside pip, here, with pip's arguments
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(build, capture_output=True, text=True, check=False, timeout=300, env=clean)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("newsreader_tui-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("styles", "sample_feeds"):
        for path in (ROOT / folder).iterdir():
            assert f"reader/{folder}/{path.name}" in names
    assert "reader/py.typed" in names
    assert not [n for n in names if n.startswith(("tests/", "styles/", "sample_feeds/"))]


def test_every_style_sheet_is_loaded() -> None:
    from reader.ui.app import NewsReaderApp

    sheets = NewsReaderApp.CSS_PATH
    assert isinstance(sheets, list)
    loaded = {Path(sheet).name for sheet in sheets}
    assert loaded == {path.name for path in (ROOT / "styles").glob("*.tcss")}


def test_only_the_agreed_things_stand_at_the_top() -> None:
    agreed = {"pyproject.toml", "README.md", "reader", "styles", "tests", "sample_feeds"} | {
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
    }
    top = {path.relative_to(ROOT).parts[0] for path in tracked(".")}
    assert {name for name in top if not name.startswith(".")} <= agreed
