"""Speed, load and memory of the analysis, against taking the same text apart into tokens, in one run."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from reader.analysis.article import analyze_article
from reader.analysis.tokens import read_passage
from reader.articles.plain import article_from_text
from reader.model.article import Article
from reader.text.spans import Span
from tests.evaluation.markup import read_annotated

pytestmark = pytest.mark.bench

ROUNDS = 7
FEWEST_WORDS = 200_000
"""Target: words a second of processor time."""
LONGEST_START = 50
"""Target: milliseconds of processor time to load the analysis and use it once, beside those of the interpreter."""
MOST_MEMORY = 25
"""Target: MiB beside those of the interpreter."""
ARTICLES = Path(__file__).parents[1] / "evaluation" / "articles"
PROCESSES = {
    "interpreter": "",
    "analysis loaded": "import reader.analysis.article",
    "first analysis": """
from reader.analysis.article import analyze_article
from reader.model.article import Article
analyze_article(Article("The mayor said that it rained."))
""",
    "1,000 paragraphs": """
from reader.analysis.article import analyze_article
from reader.model.article import Article
analyze_article(Article("The mayor of Karsk, Ana Brill, said that it rained in the hills.\\n" * 1000))
""",
}
"""Name of a process -> what it runs."""


def processor_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least processor time of some runs."""
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def peak_and_time(code: str) -> tuple[float, float]:
    """Run code in a process of its own; return its peak memory in MiB (Linux) and its processor time in ms."""
    program = f"""{code}
import time
used = time.process_time()
status = open("/proc/self/status").read()
print(int(status.split("VmHWM:")[1].split()[0]) / 1024, used * 1000)
"""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env)
    peak, milliseconds = printed.stdout.split()
    return float(peak), float(milliseconds)


def sets_of_articles() -> dict[str, list[Article]]:
    """Return the annotated articles, and those of PolNeAR where the shared data is there, by the name of their set."""
    own = [Article(read_annotated(path)["text"]) for path in sorted(ARTICLES.glob("*.txt"))]
    if not (shared := os.environ.get("NEWSREADER_SHARED")):
        return {"own articles": own}
    lines = (Path(shared) / "attribution_data" / "polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {"own articles": own, "PolNeAR dev": [article_from_text(json.loads(line)["text"]) for line in lines]}


def analyze_all(articles: Sequence[Article]) -> None:
    """Analyse some articles."""
    for article in articles:
        analyze_article(article)


def read_all(texts: Sequence[str]) -> None:
    """Take some texts apart into tokens."""
    for text in texts:
        read_passage(text, Span(0, len(text)))


def test_analysis_costs_a_few_times_what_its_tokens_cost() -> None:
    print(f"\nload of the machine {os.getloadavg()[0]:.1f}; target {FEWEST_WORDS:,} words/s")
    for name, articles in sets_of_articles().items():
        texts = [article.text for article in articles]
        words = sum(len(text.split()) for text in texts)
        whole = tokens = float("inf")
        for _ in range(2 * ROUNDS):  # in turns, so that a noisy minute hits both
            whole = min(whole, processor_seconds(partial(analyze_all, articles), rounds=1))
            tokens = min(tokens, processor_seconds(partial(read_all, texts), rounds=1))
        rates = f"{words / whole:,.0f} words/s; tokens alone {words / tokens:,.0f}; their ratio {whole / tokens:.1f}"
        print(f"{name}: {words} words, {rates}")
        assert whole / tokens < 8


@pytest.mark.parametrize("row", ['"', "(", "said ", "he said that ", "as he put it, "])
def test_a_megabyte_of_one_row_takes_twice_what_half_takes(row: str) -> None:
    texts = [Article((row * size)[:size]) for size in (500_000, 1_000_000)]
    half, whole = (processor_seconds(partial(analyze_article, text), rounds=1) for text in texts)
    print(f"\n1 MB of {row!r}: {whole:.1f} s, half of it {half:.1f} s")
    assert whole < 2.6 * half


def test_load_and_memory_are_those_of_a_small_program() -> None:
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in PROCESSES}
    for _ in range(ROUNDS):  # in turns, so that a noisy minute hits all
        for name, code in PROCESSES.items():
            measured[name].append(peak_and_time(code))
    medians = {
        name: [statistics.median(column) for column in zip(*runs, strict=True)] for name, runs in measured.items()
    }
    print()
    for name, (peak, milliseconds) in medians.items():
        print(f"{name:18} {milliseconds:6.1f} ms  {peak:6.1f} MiB")
    bare = medians["interpreter"]
    start = medians["first analysis"][1] - bare[1]
    memory = medians["1,000 paragraphs"][0] - bare[0]
    print(f"load and first use {start:.1f} ms (target {LONGEST_START}), memory {memory:.1f} MiB (target {MOST_MEMORY})")
    assert medians["first analysis"][1] < 8 * bare[1]
    assert memory < MOST_MEMORY
