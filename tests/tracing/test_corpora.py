"""Small corpora, one for each way a story travels: a correction, a circle, an agency, a press conference, nesting.

The texts were written before the program saw them; what it does not find in them is marked ``optional``.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.article import analyze_article
from reader.articles.plain import article_from_text
from reader.model.chain import Derivation, DriftType
from reader.tracing.corpus import trace_corpus
from reader.tracing.credits.article import find_credits
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import compared_edges, drift_of_edge, take_side
from reader.tracing.identity import outlet_key
from reader.tracing.reuse.alignment import Alignment
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.story.chain import build_chain
from tests.evaluation.groups import read_group

CORPORA = Path(__file__).with_name("corpora")
NAMES = sorted(path.stem for path in CORPORA.glob("*.txt"))


def _document(node: dict[str, Any]) -> TracedDocument:
    published = datetime.fromisoformat(node["date"].replace("Z", "+00:00"))
    article = article_from_text(
        node["text"],
        outlet=node["outlet"],
        headline=node["title"],
        byline=node.get("byline", ""),
        published_at=published,
    )
    analysis = analyze_article(article)
    return TracedDocument(node["id"], article, analysis, find_credits(article, analysis), make_fingerprint(article))


def _documents(name: str) -> list[TracedDocument]:
    nodes = read_group(CORPORA / f"{name}.txt")["nodes"]
    return [_document(node) for node in nodes if not node.get("placeholder")]


def _ends(src: str, dst: str) -> tuple[str, str]:
    first, second = (f"ext:{outlet_key(n.split(':')[1])}" if n.startswith("ext:") else n for n in (src, dst))
    return first, second


def _edges(name: str) -> dict[tuple[str, str], Derivation]:
    return {_ends(e.src, e.dst): e for e in trace_corpus(_documents(name))[0] if not e.sibling}


@pytest.mark.parametrize("name", NAMES)
def test_the_edges_are_those_that_were_meant(name: str) -> None:
    gold = {_ends(e["src"], e["dst"]): e for e in read_group(CORPORA / f"{name}.txt")["edges"]}
    found = _edges(name)
    asked = {ends for ends, e in gold.items() if not e.get("optional") and not e.get("any_of")}
    assert asked <= found.keys()
    assert found.keys() <= gold.keys()
    for way in {e["any_of"] for e in gold.values() if e.get("any_of")}:
        assert any(ends in found for ends, e in gold.items() if e.get("any_of") == way)


def test_a_report_that_copies_nothing_is_another_origin() -> None:
    documents = _documents("independent")
    edges = trace_corpus(documents)[0]
    chain = build_chain("independent:mirror", documents, edges)
    assert (chain.origins, [node.outlet for node in chain.nodes]) == (1, ["Brackwell Post", "Westshire Mirror"])
    assert not [edge for edge in edges if "independent:radio" in (edge.src, edge.dst)]


def test_a_paper_that_has_it_from_a_blog_is_no_confirmation() -> None:
    documents = _documents("circular")
    chain = build_chain("circular:agg", documents, trace_corpus(documents)[0])
    assert chain.origins == 1
    assert chain.nodes[0].key == "circular:blog"


def test_a_correction_names_the_version_that_it_corrects() -> None:
    edges = _edges("correction")
    parents = {dst: src for (src, dst), e in edges.items() if e.main}
    assert parents["correction:anzeiger2"] == "correction:anzeiger"
    assert parents["correction:wire2"] == "correction:wire"


@pytest.mark.parametrize("copy", ["anzeiger", "wire"])
def test_a_correction_shows_the_number_that_it_corrects(copy: str) -> None:
    documents = _documents("correction")
    pairs = compared_edges(trace_corpus(documents)[0], {d.key for d in documents})
    [edge] = [e for e in pairs if (e.src, e.dst) == (f"correction:{copy}", f"correction:{copy}2")]
    a, b = (next(take_side(d) for d in documents if d.key == key) for key in (edge.src, edge.dst))
    changes = drift_of_edge(edge, a, b, Alignment(a.reading, b.reading))
    numbers = [(d.a_words, d.b_words) for d in changes if d.type is DriftType.NUMBER]
    assert numbers == [("140", "104")]
