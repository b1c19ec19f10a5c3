"""The contract between the rooms, as pyproject.toml states it."""

from importlinter.cli import lint_imports


def test_every_import_goes_downwards() -> None:
    assert lint_imports(no_cache=True) == 0
