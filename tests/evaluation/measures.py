"""Figures of the program on annotated data: its own commands write predictions, the scorers compare them.

The scorers in ``scorers/`` are those that the development data came with, unchanged, so that figures can be compared.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.evaluation.credits import read_page
from tests.evaluation.groups import read_group
from tests.evaluation.markup import read_annotated
from tests.evaluation.offsets import joined_records

HERE = Path(__file__).resolve().parent
ATTRIBUTION = HERE / "scorers" / "attribution"
TRACING = HERE / "scorers" / "tracing"
Figures = dict[str, float]
"""Name of a measure -> its value, rounded to three digits."""
PEOPLE_ELSEWHERE = {
    "gum_officials_dev": "GUM news",
    "wikinews, own annotation": "Wikinews annotated here",
    "seeds, own annotation": "the two seeds",
}
CLAIMS_ELSEWHERE = {"polnear_dev": "PolNeAR", "gum_news_dev": "GUM news", **PEOPLE_ELSEWHERE}
"""Data of other people's texts -> how README names it."""


def own_articles(folder: Path) -> Path:
    """Write the gold of this project's annotated articles as one file and return it."""
    return _write(folder / "own_articles.jsonl", map(read_annotated, sorted((HERE / "articles").glob("*.txt"))))


def own_groups(folder: Path) -> tuple[Path, Path]:
    """Write the gold of this project's groups, and the pairs in them that count neither way; return both files."""
    groups = [read_group(path) for path in sorted((HERE / "groups").glob("*.txt"))]
    ignore = folder / "ignore.json"
    ignore.write_text(json.dumps({"ignore_pairs": [pair for g in groups for pair in g.get("ignore", [])]}))
    return _write(folder / "own_groups.jsonl", groups), ignore


def own_credits(folder: Path) -> tuple[Path, Path]:
    """Write the gold of this project's pages with marked credits as one file, and its even half; return both.

    The errors of the odd half (pages 1, 3, 5 ...) may be read and mended, those of the even half are only counted.
    """
    pages = [read_page(path) for path in sorted((HERE / "credits").glob("*.txt"))]
    return _write(folder / "own_credits.jsonl", pages), _write(folder / "own_credits_even.jsonl", pages[1::2])


def shared_texts_annotated(data: str, shared: Path, folder: Path) -> Path:
    """Write the gold that this project has as offsets only, joined with its texts, and return the file."""
    return _write(folder / f"{data.split(',')[0]}.jsonl", joined_records(data, shared))


def attribution_figures(gold: Path, folder: Path) -> Figures:
    """Return the figures of ``newsreader analyze`` on annotated articles (class speech only)."""
    predicted = _run_reader("analyze", "--jsonl", str(gold), into=folder / f"{gold.stem}_found.jsonl")
    scores = _score(ATTRIBUTION / "score.py", str(gold), str(predicted), "--only", "speech", "--json")
    kinds = scores["by_kind"]
    found = {
        "content overlap": scores["content_overlap"]["f1"],
        "source and content": scores["source+content"]["f1"],
        "direct": kinds["direct"]["content_overlap"]["f1"],
        "indirect": kinds["indirect"]["content_overlap"]["f1"],
        "false per 1000 words": (scores["predicted"] - scores["content_overlap"]["tp"]) / scores["words"] * 1000,
    }
    speakers = scores["given_content"]["speaker_accuracy"]
    if speakers is not None:
        found |= {"nested recall": scores["nested"]["recall"], "speakers": speakers}
    return _rounded(found)


def official_figures(gold: Path, folder: Path) -> Figures:
    """Return the figures of ``newsreader analyze`` on people with their offices, and on bodies that speak or act."""
    predicted = _run_reader("analyze", "--jsonl", str(gold), into=folder / f"{gold.stem}_officials.jsonl")
    scores = _score(ATTRIBUTION / "score_officials.py", str(gold), str(predicted), "--json")
    measures = {"officials found": "found", "officials in full": "full", "collectives": "collectives"}
    return _rounded({name: scores[key]["f1"] for name, key in measures.items()})


def credit_figures(gold: Path, folder: Path) -> Figures:
    """Return the figures of ``newsreader analyze`` on credits."""
    predicted = _run_reader("analyze", "--jsonl", str(gold), into=folder / f"{gold.stem}_credits.jsonl")
    scores = _score(TRACING / "score.py", "credit", "--gold", str(gold), "--pred", str(predicted))
    return _rounded(
        {"outlet and relation": scores["outlet_and_relation"]["f1"], "clean negatives": scores["negatives_clean"]}
    )


def trace_groups(gold: Path, folder: Path, *more: Path) -> list[dict[str, Any]]:
    """Return what ``newsreader trace-corpus`` writes on groups, ``more`` documents beside them in the library."""
    articles = folder / f"{gold.stem}_articles.jsonl"
    lines = _run([sys.executable, str(TRACING / "score.py"), "articles", str(gold), *map(str, more)])
    seen: dict[str, str] = {json.loads(line)["id"]: line for line in reversed(lines.splitlines())}
    articles.write_text("\n".join(reversed(seen.values())) + "\n", encoding="utf-8")
    stream = _run_reader("trace-corpus", str(articles), into=folder / f"{gold.stem}_traced.jsonl")
    return [json.loads(line) for line in stream.read_text(encoding="utf-8").splitlines()]


def tracing_figures(gold: Path, ignore: Path, folder: Path, *more: Path) -> Figures:
    """Return the figures of ``newsreader trace-corpus`` on groups, ``more`` documents beside them in the library."""
    records = trace_groups(gold, folder, *more)
    edges = _write(folder / "edges.jsonl", (r for r in records if "src" in r))
    drift = _write(folder / "drift.jsonl", (r for r in records if "a" in r))
    chain = _score(TRACING / "score.py", "chain", "--gold", str(gold), "--pred", str(edges), "--ignore", str(ignore))
    changes = _score(TRACING / "score.py", "drift", "--gold", str(gold), "--pred", str(drift))
    return _rounded(
        {
            "related pairs": chain["related_pairs"]["f1"],
            "story pairs": chain["story_pairs"]["f1"],
            "edges directed": chain["edges_directed"]["f1"],
            "edges with kind": chain["edges_directed_kind"]["f1"],
            "drift (quote, number, name)": changes["closed"]["f1"],
        }
    )


def readme_table(recorded: dict[str, Figures]) -> str:
    """Return the table of README that the recorded figures make; a row needs a figure, a cell names its data."""
    own, groups, chains = (recorded[data] for data in ("own articles", "own groups", "chains_dev"))

    def row(title: str, name: str, elsewhere: dict[str, str]) -> tuple[str, str, str]:
        cells = [f"{recorded[d][name]:.3f} {label}" for d, label in elsewhere.items() if name in recorded.get(d, ())]
        return title, f"{own[name]:.3f}" if name in own else "-", ", ".join(cells) or "-"

    def both(title: str, name: str) -> tuple[str, str, str]:
        pages, found = recorded.get("own credits", {}), recorded["credit_dev"]
        return title, f"{pages[name]:.3f}" if name in pages else "-", f"{found[name]:.3f}"

    rows = [
        row("attributed claims, content found (overlap)", "content overlap", CLAIMS_ELSEWHERE),
        row("claims, source and content", "source and content", CLAIMS_ELSEWHERE),
        row("claims in direct speech", "direct", CLAIMS_ELSEWHERE),
        row("claims in indirect speech", "indirect", CLAIMS_ELSEWHERE),
        row("false claims per 1,000 words", "false per 1000 words", CLAIMS_ELSEWHERE),
        row("claims within claims (recall)", "nested recall", CLAIMS_ELSEWHERE),
        row("speakers of the claims found (share)", "speakers", CLAIMS_ELSEWHERE),
        row("officials found", "officials found", PEOPLE_ELSEWHERE),
        row("officials with office and organisation", "officials in full", PEOPLE_ELSEWHERE),
        row("collectives", "collectives", PEOPLE_ELSEWHERE),
        both("credits, outlet with relation", "outlet and relation"),
        both("articles without a credit left clean (share)", "clean negatives"),
        *((name, f"{groups[name]:.3f}", f"{chains[name]:.3f}") for name in groups),
    ]
    lines = ["| what | own texts | development data |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(cells)} |" for cells in rows if cells[1:] != ("-", "-"))])


def _run_reader(*arguments: str, into: Path) -> Path:
    """Run a command of the program, its output into a file, and return the file."""
    into.write_text(_run([sys.executable, "-m", "reader", *arguments]), encoding="utf-8")
    return into


def _run(command: list[str]) -> str:
    """Run a command and return what it prints."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=600)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
    return done.stdout


def _score(*command: Path | str) -> dict[str, Any]:
    """Run a scorer and return the object it prints."""
    scores: dict[str, Any] = json.loads(_run([sys.executable, *map(str, command)]))
    return scores


def _write(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """Write records as lines and return the file."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def _rounded(figures: Figures) -> Figures:
    return {name: round(value, 3) for name, value in figures.items()}
