"""What tracing costs as the library grows, and whether it still finds what was reused.

Run with ``pytest -m bench -s tests/bench/test_tracing_scale.py``; ``NEWSREADER_BENCH_SIZES=10000,100000,1000000`` sets
the sizes. Times are of the processor, so that a busy machine changes them little; they are printed, and what fails is a
share of reuse that is no longer found, an index that grows too large, and times that grow nearly as the library does.
"""

import os
import statistics
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from reader.model.entry import EntryId
from tests.bench.made_texts import KINDS, Reused, TextMaker, written_reuse
from tests.bench.tracing_library import START, WITHIN, TracingLibrary

pytestmark = pytest.mark.bench

SIZES = [int(size) for size in os.environ.get("NEWSREADER_BENCH_SIZES", "10000,100000").split(",")]
MADE = 16
"""Pairs made of each kind; the written ones of the annotated groups come besides."""
NEAR_COPIES = 60
TIMED = 40
"""Articles that are traced at each size."""
SHOWN = 50
"""Candidates among which a source must be."""
FOUND = {"copy": 1.0, "partial": 1.0, "rewrite": 0.95, "summary": 0.9, "quote": 0.8}
"""Least share of each kind that is found among so many candidates, at any size."""
MOST_BYTES = 4000
"""Of the index for one article."""
HEAD = (
    "| articles | fingerprint | index | kB | candidates | p95 | trace | p95 | 61st copy linked | its chain | "
    + " | ".join(KINDS)
    + " |"
)


def plant(shelf: TracingLibrary, maker: TextMaker) -> list[tuple[str, EntryId, EntryId]]:
    """Add sources, rivals on the same event, and what was made of the sources; return (kind, source, made)."""
    made = []
    for _ in range(MADE):
        source = maker.text()
        made += [Reused(kind, source, maker.reuse(kind, source)) for kind in KINDS]
    planted = []
    known: dict[str, EntryId] = {}
    for place, reused in enumerate([*made, *written_reuse()]):
        moment = START + timedelta(days=1 + place % 20)
        if reused.source not in known:
            known[reused.source] = shelf.add(reused.source, f"Source {place}", moment)
            for number in range(3):
                shelf.add(maker.rival(reused.source), f"Rival {place}.{number}", moment + timedelta(hours=1 + number))
        number = shelf.add(reused.made, f"Taker {place}", moment + timedelta(hours=6 + place % 7))
        planted.append((reused.kind, known[reused.source], number))
    return planted


def trace_near_copies(shelf: TracingLibrary, maker: TextMaker) -> list[tuple[float, float]]:
    """Add copies of one text one after the other, each traced when it comes; return the times of the last ten."""
    moment: datetime = START + WITHIN / 2
    times = []
    source = maker.text()
    for place, text in enumerate([source, *maker.near_copies(source, NEAR_COPIES)]):
        number = shelf.add(text, f"Paper {place}", moment + timedelta(minutes=7 * place))
        times.append(shelf.trace(number))
    return times[-10:]


def test_tracing_in_libraries_of_many_sizes(tmp_path: Path) -> None:
    maker = TextMaker(seed=11)
    shelf = TracingLibrary(tmp_path, maker)
    medians: list[float] = []
    try:
        print(f"\n{HEAD}")
        for size in SIZES:
            shelf.fill(size)
            medians.append(measure(shelf, maker, size))
    finally:
        shelf.close()
    assert shelf.costs.bytes <= MOST_BYTES * shelf.costs.documents or SIZES[-1] < 10_000
    for (smaller, before), (larger, after) in pairwise(zip(SIZES, medians, strict=True)):
        assert after / before < larger / smaller, "candidates must not take as many times as long"


def measure(shelf: TracingLibrary, maker: TextMaker, size: int) -> float:
    """Print the line of a library and return the median time of finding candidates, in ms."""
    costs = shelf.costs
    planted = plant(shelf, maker)
    recall: dict[str, list[bool]] = defaultdict(list)
    times = []
    for kind, source, number in planted:
        found, milliseconds = shelf.candidates(number, SHOWN)
        recall[kind].append(source in found)
        times.append(milliseconds)
    traced = [sum(shelf.trace(number)) for _, _, number in planted[: 2 * TIMED : 2]]
    hard = trace_near_copies(shelf, maker)
    shares = {kind: sum(recall[kind]) / len(recall[kind]) for kind in KINDS}
    columns = [
        f"{size:,}",
        f"{1000 * costs.fingerprint_seconds / costs.fingerprints:.2f}",
        f"{1000 * costs.index_seconds / costs.documents:.2f}",
        f"{costs.bytes / costs.documents / 1000:.2f}",
        *_spread(times),
        *_spread(traced),
        f"{statistics.median(linked for linked, _ in hard):.0f}",
        f"{statistics.median(built for _, built in hard):.0f}",
        *(f"{share:.3f}" for share in shares.values()),
    ]
    print("| " + " | ".join(columns) + " |")
    assert all(shares[kind] >= FOUND[kind] for kind in KINDS), shares
    return statistics.median(times)


def _spread(values: Sequence[float]) -> tuple[str, str]:
    """Return the median and the 95th percentile of some times."""
    return f"{statistics.median(values):.1f}", f"{sorted(values)[int(0.95 * (len(values) - 1))]:.1f}"
