"""Annotations of texts that this repository does not hold: the offsets lie here, the texts in the shared data.

A line of an offsets file is a gold record of the scorers without its ``text``; spans are half-open, in characters of
the text as the shared data has it.
"""

import hashlib
import json
from pathlib import Path

from tests.evaluation.markup import Record

HERE = Path(__file__).resolve().parent
FILES = {
    "seeds, own annotation": HERE / "seeds_attributions.jsonl",
    "wikinews, own annotation": HERE / "wikinews_attributions.jsonl",
}
"""Name of the data, as in ``figures.json`` -> its offsets."""
PAGES = HERE / "pages_credits.jsonl"
"""Credits of real pages, in the form of the credit scorer; ``file`` names the shared file that has the page."""
_FOLDERS = {"pool_dev": "tracing_eval", "polnear_train_sample": "attribution_data"}
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


def joined_pages(shared: Path) -> list[Record]:
    """Return the gold of the real pages whose credits were labelled here, in the order of their files and ids.

    Raises:
        KeyError: the shared data has no page of a record's id.
        ValueError: a page is not the one that was labelled.
    """
    pages = {name: shared_pages(shared, name) for name in _FOLDERS}
    joined = []
    for record in sorted(read_offsets(PAGES), key=lambda record: (record["file"], record["id"])):
        page = pages[record["file"]][record["id"]]
        if text_digest(page["text"]) != record["sha"]:
            raise ValueError(f"{record['id']}: its text is not the one that was labelled")
        joined.append({**page, **record})
    return joined


def shared_pages(shared: Path, name: str) -> dict[str, Record]:
    """Return the pages of one shared file by their ids."""
    lines = (shared / _FOLDERS[name] / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return {page["id"]: page for page in map(json.loads, lines)}


def text_digest(text: str) -> str:
    """Return what a record of ``PAGES`` knows its text by: the first 16 digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
