"""The contract between the rooms, as pyproject.toml states it."""

import subprocess
import sys

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_every_import_goes_downwards() -> None:
    # in a process of its own: import-linter switches off all loggers that exist
    done = subprocess.run([sys.executable, "-c", LINT], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
