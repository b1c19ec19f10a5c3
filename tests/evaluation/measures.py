"""Figures of the program on annotated data: its own commands write predictions, the scorers compare them.

The scorers in ``scorers/`` are those that the development data came with, unchanged, so that figures can be compared.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reader.lexicon.outlets import name_key
from tests.evaluation.credits import read_page
from tests.evaluation.groups import derived_from, read_group
from tests.evaluation.markup import read_annotated
from tests.evaluation.offsets import FILES, joined_pages, joined_records, shared_pages

HERE = Path(__file__).resolve().parent
ATTRIBUTION = HERE / "scorers" / "attribution"
TRACING = HERE / "scorers" / "tracing"
HALVES = {"": slice(None), ", even half": slice(1, None, 2)}
"""What the name of own data ends in -> which of its files, in the order of their names.

The errors of the odd half (files 1, 3, 5 ...) are read and mended; of the even half only the figures are looked at.
"""
OWN = [f"own {kind}{half}" for kind in ("articles", "groups", "credits") for half in HALVES]
PAGES = "credits of pages labelled here"
UNKNOWN = ", unknown names"
"""What the name of data ends in whose outlets were given invented names in memory."""
DERIVED = "groups derived from pages"
SHARED = [
    "polnear_dev",
    "polnear_train_sample",
    "gum_news_dev",
    "gum_officials_dev",
    *FILES,
    "credit_dev",
    *(PAGES + half for half in HALVES),
    f"credit_dev{UNKNOWN}",
    f"{PAGES}{UNKNOWN}",
    "chains_dev",
    *(DERIVED + half for half in HALVES),
]
"""Names of the data in ``figures.json``: of this project, and of the shared folder."""
Figures = dict[str, float]
"""Name of a measure -> its value, rounded to three digits."""
PEOPLE_ELSEWHERE = {
    "gum_officials_dev": "GUM news",
    "wikinews, own annotation": "Wikinews annotated here",
    "seeds, own annotation": "the two seeds",
}
CLAIMS_ELSEWHERE = {
    "polnear_dev": "PolNeAR",
    "polnear_train_sample": "PolNeAR sample",
    "gum_news_dev": "GUM news",
    **PEOPLE_ELSEWHERE,
}
LINKS_ELSEWHERE = {
    "chains_dev": "",
    DERIVED: "derived here from real pages",
    f"{DERIVED}, even half": "their unread half",
}
CREDITS_ELSEWHERE = {
    "credit_dev": "",
    PAGES: "other real pages labelled here",
    f"{PAGES}, even half": "their unread half",
    f"credit_dev{UNKNOWN}": "with all outlets renamed",
    f"{PAGES}{UNKNOWN}": "labelled here, renamed",
}
"""Data of other people's texts -> how README names it."""


def own_articles(folder: Path, half: str = "") -> Path:
    """Write the gold of this project's annotated articles as one file and return it."""
    return _write(folder / "own_articles.jsonl", map(read_annotated, own_files("articles", half)))


def own_groups(folder: Path, half: str = "", first: int = 1) -> tuple[Path, Path]:
    """Write the gold of this project's groups, and the pairs in them that count neither way; return both files."""
    groups = [read_group(path) for path in own_files("groups", half, first)]
    ignore = folder / "ignore.json"
    ignore.write_text(json.dumps({"ignore_pairs": [pair for g in groups for pair in g.get("ignore", [])]}))
    return _write(folder / "own_groups.jsonl", groups), ignore


def own_credits(folder: Path, half: str = "", first: int = 1) -> Path:
    """Write the gold of this project's pages with marked credits as one file and return it."""
    return _write(folder / "own_credits.jsonl", map(read_page, own_files("credits", half, first)))


def shared_texts_annotated(data: str, shared: Path, folder: Path) -> Path:
    """Write the gold that this project has as offsets only, joined with its texts, and return the file."""
    return _write(folder / f"{data.split(',')[0]}.jsonl", joined_records(data, shared))


def labelled_pages(shared: Path, folder: Path, half: str = "") -> Path:
    """Write the gold of real pages whose credits were labelled here as one file and return it."""
    return _write(folder / "pages.jsonl", joined_pages(shared)[HALVES[half]])


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


def credit_figures(gold: Path, folder: Path, called: Mapping[str, str] | None = None) -> Figures:
    """Return the figures of ``newsreader analyze`` on credits; ``called`` gives outlets the names of the gold."""
    predicted = _run_reader("analyze", "--jsonl", str(gold), into=folder / f"{gold.stem}_credits.jsonl")
    if called:
        found = [json.loads(line) for line in predicted.read_text(encoding="utf-8").splitlines()]
        for credit in (credit for record in found for credit in record["credits"]):
            credit["outlet"] = called.get(name_key(credit["outlet"]), credit["outlet"])
        _write(predicted, found)
    scores = _score(TRACING / "score.py", "credit", "--gold", str(gold), "--pred", str(predicted))
    return _rounded(
        {"outlet and relation": scores["outlet_and_relation"]["f1"], "clean negatives": scores["negatives_clean"]}
    )


def unknown_figures(data: str, shared: Path, folder: Path) -> Figures:
    """Return the figures on credits of ``credit_dev`` or ``PAGES`` if no list knew any of their outlets."""
    from tests.evaluation.unknown_outlets import renamed_figures

    if data == PAGES:
        return renamed_figures(joined_pages(shared), folder)
    lines = (shared / "tracing_eval" / f"{data}.jsonl").read_text(encoding="utf-8").splitlines()
    return renamed_figures([json.loads(line) for line in lines], folder)


def trace_groups(gold: Path, folder: Path, *more: Path) -> list[dict[str, Any]]:
    """Return what ``newsreader trace-corpus`` writes on groups, ``more`` documents beside them in the library."""
    articles = folder / f"{gold.stem}_articles.jsonl"
    lines = _run([sys.executable, str(TRACING / "score.py"), "articles", str(gold), *map(str, more)])
    seen: dict[str, str] = {json.loads(line)["id"]: line for line in reversed(lines.splitlines())}
    articles.write_text("\n".join(reversed(seen.values())) + "\n", encoding="utf-8")
    return trace_file(articles, folder)


def trace_file(articles: Path, folder: Path) -> list[dict[str, Any]]:
    """Return what ``newsreader trace-corpus`` writes on a file of articles."""
    stream = _run_reader("trace-corpus", str(articles), into=folder / f"{articles.stem}_traced.jsonl")
    return [json.loads(line) for line in stream.read_text(encoding="utf-8").splitlines()]


def score_drift(
    groups: Iterable[Mapping[str, Any]], changes: Iterable[Mapping[str, Any]], folder: Path
) -> dict[str, Any]:
    """Return what the scorer says of changes between the documents of some groups."""
    gold, found = _write(folder / "drift_gold.jsonl", groups), _write(folder / "drift.jsonl", changes)
    return _score(TRACING / "score.py", "drift", "--gold", str(gold), "--pred", str(found))


def tracing_figures(gold: Path, ignore: Path, folder: Path, *more: Path) -> Figures:
    """Return the figures of ``newsreader trace-corpus`` on groups, ``more`` documents beside them in the library."""
    records = trace_groups(gold, folder, *more)
    drift = _write(folder / "drift.jsonl", (r for r in records if "a" in r))
    changes = _score(TRACING / "score.py", "drift", "--gold", str(gold), "--pred", str(drift))
    links = _link_figures(gold, ignore, [r for r in records if "src" in r], folder)
    return links | _rounded({"drift (quote, number, name)": changes["closed"]["f1"]})


def derived_figures(shared: Path, folder: Path, half: str = "") -> Figures:
    """Return the figures of the links in groups derived from real pages, the other pages beside them in the library.

    What the pages themselves were derived from was not labelled throughout: links from an absent source to one count
    neither way.
    """
    files = own_files("derived", half)
    pages = shared_pages(shared, "pool_dev")
    groups = [read_group(path, pages) for path in files]
    unlabelled = {*pages, *(f"{group['group']}:original" for group in groups)}

    def is_labelled(edge: Mapping[str, Any]) -> bool:
        return not (edge["src"].startswith("ext:") and edge["dst"] in unlabelled)

    gold = _write(folder / "derived.jsonl", ({**g, "edges": list(filter(is_labelled, g["edges"]))} for g in groups))
    used = {derived_from(path) for path in files}
    rest = _write(folder / "pool.jsonl", (page for key, page in pages.items() if key not in used))
    edges = [record for record in trace_groups(gold, folder, rest) if "src" in record and is_labelled(record)]
    ignore = folder / "ignore.json"
    ignore.write_text('{"ignore_pairs": []}')
    return _link_figures(gold, ignore, edges, folder)


def _link_figures(gold: Path, ignore: Path, edges: Iterable[Mapping[str, Any]], folder: Path) -> Figures:
    """Return the figures of links."""
    found = _write(folder / "edges.jsonl", edges)
    scores = _score(TRACING / "score.py", "chain", "--gold", str(gold), "--pred", str(found), "--ignore", str(ignore))
    measures = {
        "related pairs": "related_pairs",
        "story pairs": "story_pairs",
        "edges directed": "edges_directed",
        "edges with kind": "edges_directed_kind",
    }
    return _rounded({name: scores[key]["f1"] for name, key in measures.items()})


def measure_own(data: str, folder: Path) -> Figures:
    """Return the figures of one of ``OWN``; ``folder`` takes the files between the steps."""
    kind = data.removeprefix("own ").split(",")[0]
    half = data.removeprefix(f"own {kind}")
    if kind == "groups":
        return tracing_figures(*own_groups(folder, half), folder)
    if kind == "credits":
        return credit_figures(own_credits(folder, half), folder)
    gold = own_articles(folder, half)
    return {**attribution_figures(gold, folder), **official_figures(gold, folder)}


def measure_shared(data: str, shared: Path, folder: Path) -> Figures:
    """Return the figures of one of ``SHARED``, which lies in the folder ``shared``."""
    attributions, tracing = shared / "attribution_data" / f"{data}.jsonl", shared / "tracing_eval"
    match data:
        case "polnear_dev" | "polnear_train_sample" | "gum_news_dev":
            return attribution_figures(attributions, folder)
        case "gum_officials_dev":
            return official_figures(attributions, folder)
        case "credit_dev":
            return credit_figures(tracing / "credit_dev.jsonl", folder)
        case "chains_dev":
            gold, ignore = tracing / "chains_dev.jsonl", tracing / "chains_dev_ignore.json"
            return tracing_figures(gold, ignore, folder, tracing / "pool_dev.jsonl")
    if data.endswith(UNKNOWN):
        return unknown_figures(data.removesuffix(UNKNOWN), shared, folder)
    if data.startswith(DERIVED):
        return derived_figures(shared, folder, data.removeprefix(DERIVED))
    if data.startswith(PAGES):
        return credit_figures(labelled_pages(shared, folder, data.removeprefix(PAGES)), folder)
    gold = shared_texts_annotated(data, shared, folder)
    return {**attribution_figures(gold, folder), **official_figures(gold, folder)}


def readme_table(recorded: dict[str, Figures]) -> str:
    """Return the table of README that the recorded figures make; a cell of other people's texts names its data."""

    def row(title: str, name: str, own: str, elsewhere: dict[str, str]) -> str:
        ours = [f"{recorded[own + half][name]:.3f}" for half in HALVES]
        cells = [f"{recorded[d][name]:.3f} {label}".strip() for d, label in elsewhere.items() if name in recorded[d]]
        return f"| {' | '.join([title, *ours, ', '.join(cells)])} |"

    claims = {
        "attributed claims, content found (overlap)": "content overlap",
        "claims, source and content": "source and content",
        "claims in direct speech": "direct",
        "claims in indirect speech": "indirect",
        "false claims per 1,000 words": "false per 1000 words",
        "claims within claims (recall)": "nested recall",
        "speakers of the claims found (share)": "speakers",
    }
    people = {
        "officials found": "officials found",
        "officials with office and organisation": "officials in full",
        "collectives": "collectives",
    }
    credits = {
        "credits, outlet with relation": "outlet and relation",
        "articles without a credit left clean (share)": "clean negatives",
    }
    return "\n".join(
        [
            "| what | own texts | their unread half | development data |",
            "|---|---|---|---|",
            *(row(title, name, "own articles", CLAIMS_ELSEWHERE) for title, name in claims.items()),
            *(row(title, name, "own articles", PEOPLE_ELSEWHERE) for title, name in people.items()),
            *(row(title, name, "own credits", CREDITS_ELSEWHERE) for title, name in credits.items()),
            *(row(name, name, "own groups", LINKS_ELSEWHERE) for name in recorded["own groups"]),
        ]
    )


def own_files(kind: str, half: str = "", first: int = 1) -> list[Path]:
    """Return the annotated files of one kind from number ``first`` on, all or those of a half."""
    numbered = sorted((int(path.stem.split("_")[0]), path) for path in (HERE / kind).glob("*.txt"))
    return [path for number, path in numbered[HALVES[half]] if number >= first]


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


def _write(path: Path, records: Iterable[Mapping[str, Any]]) -> Path:
    """Write records as lines and return the file."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def _rounded(figures: Figures) -> Figures:
    return {name: round(value, 3) for name, value in figures.items()}
