"""Annotations of texts that this repository does not hold: the offsets lie here, the texts in the shared data.

A line of an offsets file is a gold record of the scorers without its ``text``; spans are half-open, in characters of
the text as the shared data has it.
"""

import json
from pathlib import Path

from tests.evaluation.markup import Record

HERE = Path(__file__).resolve().parent
FILES = {
    "seeds, own annotation": HERE / "seeds_attributions.jsonl",
    "wikinews, own annotation": HERE / "wikinews_attributions.jsonl",
}
"""Name of the data, as in ``figures.json`` -> its offsets."""
_SEEDS = {"seed:A": "reworded_fox_copy.txt", "seed:B": "summary.txt"}


def read_offsets(path: Path) -> list[Record]:
    """Return the records of an offsets file, without texts."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def joined_records(data: str, shared: Path) -> list[Record]:
    """Return the gold of one set of data with the texts that its offsets count in.

    Raises:
        KeyError: the shared data has no text of a record's id.
    """
    texts = shared_texts(shared)
    return [{**record, "text": texts[record["id"]]} for record in read_offsets(FILES[data])]


def shared_texts(shared: Path) -> dict[str, str]:
    """Return the texts of the two seeds and of the ten Wikinews articles by their ids."""
    texts = {name: (shared / "seeds" / file).read_bytes().decode("utf-8") for name, file in _SEEDS.items()}
    news = (shared / "attribution_data" / "gum_news_dev.jsonl").read_text(encoding="utf-8")
    return texts | {record["id"]: record["text"] for record in map(json.loads, news.splitlines())}
