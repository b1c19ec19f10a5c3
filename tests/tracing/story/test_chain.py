"""Chains: order, folding, origins, remarks; and the seeds, where the evaluation data is at hand."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.analysis.article import analyze_article
from reader.articles.plain import article_from_text
from reader.model.chain import Basis, Derivation, DerivationKind, DriftType, Evidence
from reader.text.spans import Span
from reader.tracing.corpus import trace_corpus
from reader.tracing.credits.article import find_credits
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.story.chain import MOST_BESIDE, NO_SOURCE, build_chain, placeholder_outlet

Make = Callable[..., TracedDocument]


def test_copies_of_one_agency_text_fold_around_the_open_one(make_document: Make, ferry: str) -> None:
    text = f"SALTMARSH (NNA) — {ferry}"
    credit = ("Norland News Agency", "wire", "(NNA)")
    documents = [make_document(str(i), f"Paper {i}", i, text, credit) for i in range(6)]
    chain = build_chain("3", documents, trace_corpus(documents)[0])
    assert [n.outlet for n in chain.nodes] == ["Norland News Agency", "Paper 3"]
    assert set(chain.nodes[1].copies) == {"0", "1", "2", "4", "5"}
    assert len(chain.nodes[1].copied_by) == 5
    assert all(chain.nodes[1].copied_by)
    assert chain.origins == 1
    assert all(chain.node(e.src) and chain.node(e.dst) for e in chain.derivations)


def test_a_path_by_time_says_so_and_carries_its_drift(make_document: Make, ferry: str, reworded: str) -> None:
    documents = [make_document("2", "Tide Daily", 3, reworded), make_document("1", "Harbour Post", 0, ferry)]
    chain = build_chain("2", documents, trace_corpus(documents)[0])
    assert [n.key for n in chain.nodes] == ["1", "2"]
    assert chain.remarks == ()  # a link that rests on the times says so itself
    assert (chain.origins, DriftType.NUMBER in {d.type for d in chain.drift}) == (1, True)


def test_an_article_that_nobody_shares_has_no_known_origin(make_document: Make, ferry: str) -> None:
    chain = build_chain("1", [make_document("1", "Harbour Post", 0, ferry)], ())
    assert (len(chain.nodes), chain.origins, chain.remarks) == (1, 0, (NO_SOURCE,))


def test_two_cited_outlets_are_two_origins(make_document: Make, ferry: str) -> None:
    document = make_document("1", "Paper", 0, ferry)
    edges = [_edge(f"ext:{name}:1", "1", DerivationKind.CITES) for name in ("Harbour Post", "Tide Daily")]
    assert build_chain("1", [document], edges).origins == 2


def test_copies_of_an_unknown_source_are_one_origin_and_two_reports_are_two(
    make_document: Make, ferry: str, independent: str
) -> None:
    documents = [make_document("1", "Tide Daily", 0, ferry), make_document("2", "Hookstone Echo", 0.05, ferry)]
    assert build_chain("1", documents, trace_corpus(documents)[0]).origins == 1
    documents = [
        make_document("1", "Harbour Post", 0, ferry),
        make_document("2", "Hookstone Echo", 4, independent),
        make_document("3", "Tide Daily", 9, f"{ferry}\n\n{independent}"),
    ]
    chain = build_chain("3", documents, trace_corpus(documents)[0])
    assert len(chain.parents("3")) == 2
    assert chain.parents("3")[0].main


def test_there_is_one_main_parent_and_text_beats_citation(make_document: Make, ferry: str) -> None:
    documents = [make_document(key, f"Paper {key}", int(key), ferry) for key in "123"]
    edges = [
        _edge("ext:Gazette:1", "3", DerivationKind.CITES),
        _edge("1", "3", DerivationKind.COPY, 0.6),
        _edge("2", "3", DerivationKind.COPY, 0.9),
    ]
    chain = build_chain("3", documents, edges)
    assert next((e.src, e.main) for e in chain.parents("3")) == ("2", True)
    assert sum(e.main for e in chain.parents("3")) == 1


def test_what_was_cited_is_told_in_the_article_s_words(make_document: Make) -> None:
    text = "The minister said so in a televised briefing carried by Norland state media."
    document = make_document(
        "1", "Paper", 0, text, ("Norland state media", "cites-report", "carried by Norland state media")
    )
    start = text.index("carried")
    evidence = Evidence("1", "text", Span(start, len(text) - 1), text[start:-1], "credit")
    edge = Derivation("ext:Norland state media:1", "1", DerivationKind.CITES, 0.9, Basis.CREDIT, (evidence,))
    assert build_chain("1", [document], [edge]).nodes[0].what == "televised briefing"


def test_every_hop_of_a_long_way_is_compared_and_the_rest_is_limited(make_document: Make) -> None:
    def tells(count: int) -> str:
        return f"The wardens of Marl Moor counted {count} hives on Sunday. Keeper Ada Brinkmann owned all {count}."

    documents = [make_document(str(i), f"Paper {i}", i, tells(40 + i)) for i in range(16)]
    way = [(str(i), str(i + 1)) for i in range(7)]
    beside = [("0", "8"), *(("7", str(i)) for i in range(9, 16))]
    chain = build_chain("7", documents, [_edge(src, dst, DerivationKind.REWRITE) for src, dst in (*beside, *way)])
    assert [(e.src, e.dst) for e in chain.path("7")] == way
    compared = list(dict.fromkeys((d.a, d.b) for d in chain.drift))
    assert compared[:7] == way
    assert compared[7:] == beside[1 : 1 + MOST_BESIDE], "those that touch the open article come first"
    assert chain.remarks == ("what changed along 4 further links beside the way to this article was not looked for",)
    alone = build_chain("7", documents, [_edge(src, dst, DerivationKind.REWRITE) for src, dst in way])
    assert (list(dict.fromkeys((d.a, d.b) for d in alone.drift)), alone.remarks) == (way, ())


def test_what_derives_from_another_is_not_shown_as_its_sibling(make_document: Make, ferry: str) -> None:
    documents = [make_document(key, f"Paper {key}", int(key), ferry) for key in "1234"]
    way = [_edge("1", "2", DerivationKind.COPY), _edge("2", "3", DerivationKind.COPY)]
    siblings = [replace(_edge(src, dst, DerivationKind.COPY), sibling=True) for src, dst in ("13", "31", "34")]
    chain = build_chain("3", documents, [*siblings, *way])
    assert [(e.src, e.dst) for e in chain.derivations if e.sibling] == [("3", "4")]
    assert [(e.src, e.dst) for e in chain.path("3")] == [("1", "2"), ("2", "3")]


def test_copies_of_an_unnamed_source_are_not_said_to_have_no_origin(make_document: Make, ferry: str) -> None:
    documents = [make_document(str(i), f"Paper {i}", i / 40, ferry) for i in range(3)]
    edges = trace_corpus(documents)[0]
    for document in documents:
        chain = build_chain(document.key, documents, edges)
        assert (len(chain.nodes), chain.origins, chain.remarks) == (3, 1, ())


def test_a_circle_in_old_data_is_cut(make_document: Make, ferry: str) -> None:
    documents = [make_document(key, f"Paper {key}", 0, ferry) for key in "12"]
    edges = [_edge("1", "2", DerivationKind.COPY), _edge("2", "1", DerivationKind.COPY)]
    assert len(build_chain("1", documents, edges).nodes) == 2


def test_edges_to_documents_that_are_gone_are_left_out(make_document: Make, ferry: str) -> None:
    chain = build_chain("1", [make_document("1", "Paper", 0, ferry)], [_edge("99", "1", DerivationKind.COPY)])
    assert chain.derivations == ()


def test_placeholder_outlets_are_read_from_the_key() -> None:
    assert placeholder_outlet("ext:Harbour Post:story-1") == "Harbour Post"
    assert placeholder_outlet("17") == ""


def _edge(src: str, dst: str, kind: DerivationKind, confidence: float = 0.9) -> Derivation:
    return Derivation(src, dst, kind, confidence, Basis.CREDIT)


def _seeds(shared: Path) -> list[TracedDocument]:
    lines = (shared / "tracing_eval" / "seeds_articles.jsonl").read_text(encoding="utf-8").splitlines()
    documents = []
    for line in map(json.loads, filter(None, lines)):
        article = article_from_text(line["text"])
        analysis = analyze_article(article)
        credits = find_credits(article, analysis)
        documents.append(TracedDocument(line["id"], article, analysis, credits, make_fingerprint(article)))
    return documents


def test_the_seeds_chain(shared_dir: Path) -> None:
    documents = _seeds(shared_dir)
    chain = build_chain("seed:A", documents, trace_corpus(documents)[0])
    assert [n.outlet for n in chain.nodes][:3] == ["Ukrainian state media", "Kyiv Post", "Fox News"]
    assert [e.src.split(":")[1] for e in chain.path("seed:A")] == ["Ukrainian state media", "Kyiv Post", "Fox News"]
    assert chain.path("seed:B")[-1].src == chain.path("seed:A")[-1].src
    assert [chain.path(key)[-1].kind for key in ("seed:A", "seed:B")] == [
        DerivationKind.REWRITE,
        DerivationKind.SUMMARY,
    ]
    assert chain.origins == 1


def test_the_seeds_drift(shared_dir: Path) -> None:
    gold = json.loads((shared_dir / "tracing_eval" / "seeds_gold.json").read_text(encoding="utf-8"))["drift"]
    drift = trace_corpus(_seeds(shared_dir))[1]
    for kind in ("quote", "number", "name"):
        wanted = [d for d in gold if d["type"] == kind]
        found = [d for d in drift if d.type == kind]
        assert len(found) == len(wanted)
        for item in wanted:
            assert any(
                d.a_span
                and d.b_span
                and d.a_span.overlaps(Span(*item["a_span"]))
                and d.b_span.overlaps(Span(*item["b_span"]))
                for d in found
            )
