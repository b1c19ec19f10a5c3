"""Figures of the texts written last, by people who had not seen the program: ``python -m tests.evaluation.latest``.

Only of their unread half; what the program made of it at first contact stands in README.
"""

import tempfile
from pathlib import Path

from tests.evaluation import measures

FIRST_GROUP, FIRST_PAGE = 41, 81
HALF = ", even half"


def main() -> None:
    """Print the figures of both kinds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        groups = measures.tracing_figures(*measures.own_groups(folder, HALF, FIRST_GROUP), folder)
        pages = measures.credit_figures(measures.own_credits(folder, HALF, FIRST_PAGE), folder)
    for measure, value in {**groups, **pages}.items():
        print(f"{measure} {value:.3f}")


if __name__ == "__main__":
    main()
