"""Measure everything and write it down: ``NEWSREADER_SHARED=FOLDER .venv/bin/python -m tests.evaluation.record``.

Rewrites ``figures.json``, ``drift_types.json`` and the table of README, and prints each figure as it was and as it is.
"""

import json
import os
import re
import tempfile
from pathlib import Path

from tests.evaluation import drift_types, measures

RECORD = measures.HERE / "figures.json"
README = measures.HERE.parents[1] / "README.md"


def main() -> None:
    """Measure and write."""
    shared = Path(os.environ["NEWSREADER_SHARED"])
    before: dict[str, measures.Figures] = json.loads(RECORD.read_text(encoding="utf-8"))
    found: dict[str, measures.Figures] = {}
    for data in [*measures.OWN, *measures.SHARED]:
        with tempfile.TemporaryDirectory() as name:
            own = data in measures.OWN
            folder = Path(name)
            found[data] = measures.measure_own(data, folder) if own else measures.measure_shared(data, shared, folder)
        for measure, value in found[data].items():
            was = before.get(data, {}).get(measure, value)
            print(f"{data}: {measure} {was:.3f} -> {value:.3f}")
    RECORD.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        types = {**drift_types.own_types(Path(name)), **drift_types.shared_types(shared, Path(name))}
    drift_types.write(types)
    readme = README.read_text(encoding="utf-8")
    table = measures.readme_table(found)
    README.write_text(re.sub(r"(?<=<!-- figures -->\n)(?:\|.*\n)+", lambda _: table + "\n", readme), encoding="utf-8")


if __name__ == "__main__":
    main()
