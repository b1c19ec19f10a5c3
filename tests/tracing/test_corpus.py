"""Corpora: who derives from whom, by credit, text and time, with absent sources as placeholders."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.plain import article_from_text
from reader.model.chain import Basis, Derivation, DerivationKind
from reader.model.claim import Analysis
from reader.tracing.corpus import trace_corpus
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.story.chain import build_chain

Make = Callable[..., TracedDocument]


def _edges(*documents: TracedDocument) -> dict[tuple[str, str], Derivation]:
    return {(e.src, e.dst): e for e in trace_corpus(documents)[0]}


def _parents(edges: dict[tuple[str, str], Derivation], key: str) -> list[str]:
    return [
        src for (src, dst), e in edges.items() if dst == key and not e.sibling and e.kind is not DerivationKind.CITES
    ]


def test_without_a_credit_time_directs_and_says_so(make_document: Make, ferry: str, reworded: str) -> None:
    edges = _edges(make_document("1", "Harbour Post", 0, ferry), make_document("2", "Tide Daily", 3, reworded))
    edge = edges["1", "2"]
    assert (edge.kind, edge.basis) == (DerivationKind.REWRITE, Basis.TIME)
    assert edge.delay is not None
    assert edge.delay.total_seconds() == 3 * 3600
    assert {e.node for e in edge.evidence} == {"1", "2"}


def test_a_credit_beats_the_time(make_document: Make, ferry: str) -> None:
    copy = f"{ferry}\n\nThis article originally appeared in the Harbour Post."
    credit = ("Harbour Post", "republished-from", "originally appeared in the Harbour Post")
    late_source = make_document("source", "Harbour Post", 1, ferry)
    edges = _edges(late_source, make_document("copy", "Tide Daily", 1, copy, credit))
    assert edges["source", "copy"].basis is Basis.CREDIT
    assert "originally appeared" in edges["source", "copy"].evidence[0].words


def test_agency_copies_hang_side_by_side_under_one_absent_agency(make_document: Make, ferry: str) -> None:
    text = f"SALTMARSH (NNA) — {ferry}"
    credit = ("Norland News Agency", "wire", "(NNA)")
    copies = [make_document(str(i), f"Paper {i}", i / 10, text, credit) for i in range(5)]
    bare = make_document("bare", "Paper 9", 0.3, ferry)
    edges = _edges(*copies, bare)
    parents = {tuple(_parents(edges, d.key)) for d in (*copies, bare)}
    [(placeholder,)] = parents
    assert placeholder.startswith("ext:Norland News Agency:")
    assert all(edges[placeholder, d.key].kind is DerivationKind.COPY for d in copies)
    siblings = [e for e in edges.values() if e.sibling]
    assert len(siblings) == 15


def test_an_agency_credit_alone_is_only_a_citation(make_document: Make, ferry: str) -> None:
    credit = ("Norland News Agency", "wire", "(NNA)")
    edges = _edges(make_document("1", "Paper 1", 0, f"SALTMARSH (NNA) — {ferry}", credit))
    [edge] = edges.values()
    assert edge.kind is DerivationKind.CITES


def test_independent_reports_are_not_chained(make_document: Make, ferry: str, independent: str) -> None:
    edges = _edges(make_document("1", "Harbour Post", 0, ferry), make_document("2", "Hookstone Echo", 4, independent))
    assert edges == {}


def test_a_summary_hangs_on_what_it_credits(make_document: Make, ferry: str, reworded: str) -> None:
    summary = (
        "A ferry with 134 people aboard got stuck off Pelican Point after its steering pump gave out; lifeboats "
        "rescued everyone. Repairs had been put off twice, Tide Daily writes."
    )
    edges = _edges(
        make_document("1", "Harbour Post", 0, ferry),
        make_document("2", "Tide Daily", 3, reworded),
        make_document("3", "Brief Nine", 5, summary, ("Tide Daily", "cites-report", "Tide Daily writes")),
    )
    assert _parents(edges, "3") == ["2"]
    assert edges["2", "3"].kind is DerivationKind.SUMMARY
    assert edges["1", "3"].sibling


def test_a_text_with_better_names_and_quotations_is_a_sibling(make_document: Make) -> None:
    reworked = (
        "The tanker Corvine Dawn is stuck off Pishenye with only a few dozen sailors, captain Ilse Varnhagen said.\n\n"
        "Read on the Northgate Herald app\n\n"
        "“A whole wave of oil came over the deck and was gone,” Varnhagen said near the harbour of Zabrizhov.\n\n"
        "“The only help from the tugs is not something that lets us stop for long,” said mate Aron Halley."
    )
    better = (
        "Only several dozen sailors are left on the tanker Corvine Dawn, which is stuck off Pishchane.\n\n"
        "“An entire wave of oil came over the deck and is gone,” captain Ilse Varnhagen said near the harbour of "
        "Zabrizhove. “Help from the tugs alone is not something that lets us hold out for long,” mate Aron Hally said."
    )
    credit = ("Northgate Herald", "republished-from", "Read on the Northgate Herald app")
    edges = _edges(make_document("a", "", None, reworked, credit), make_document("b", "", None, better))
    [source] = _parents(edges, "a")
    assert source.startswith("ext:Northgate Herald:")
    assert _parents(edges, "b") == [source]
    assert edges["a", "b"].sibling


def test_nested_credits_give_several_hops(make_document: Make, ferry: str) -> None:
    text = (
        f"{ferry}\n\nThe Harbour Gazette reported it from a briefing on Norland television.\n\nRead on the Herald app"
    )
    document = make_document(
        "1",
        "Paper 1",
        0,
        text,
        ("Harbour Gazette", "cites-report", "The Harbour Gazette reported"),
        ("Norland television", "cites-report", "on Norland television"),
        via={1: 0},
    )
    edges = _edges(document)
    hops = {(src.split(":")[1], dst.split(":")[1] if dst.startswith("ext:") else dst) for src, dst in edges}
    assert hops == {("Harbour Gazette", "1"), ("Norland television", "Harbour Gazette")}


def test_an_essay_round_a_quotation(make_document: Make, ferry: str) -> None:
    essay = (
        "Nobody plans for the hour in which a lever does nothing.\n\n“We had no rudder and no time, and the current "
        "did the rest,” a captain said last week. I have read it every morning since, and I know of no better "
        "account of growing old."
    )
    edges = _edges(make_document("1", "Harbour Post", 0, ferry), make_document("2", "Slow Letters", 80, essay))
    assert edges["1", "2"].kind is DerivationKind.QUOTE


def test_a_number_that_changes_on_every_hop(make_document: Make, ferry: str) -> None:
    hops = [
        make_document(
            str(i),
            f"Paper {i}",
            i,
            f"{ferry}\n\nThis first appeared in Paper {i - 1}.".replace("143", str(143 + 9 * i)),
        )
        if i == 0
        else make_document(
            str(i),
            f"Paper {i}",
            i,
            f"{ferry}\n\nThis first appeared in Paper {i - 1}.".replace("143", str(143 + 9 * i)),
            (f"Paper {i - 1}", "republished-from", f"appeared in Paper {i - 1}"),
        )
        for i in range(4)
    ]
    edges, drift = trace_corpus(hops)
    main = {(e.src, e.dst) for e in edges if not e.sibling and e.kind is not DerivationKind.CITES}
    assert {("0", "1"), ("1", "2"), ("2", "3")} <= main
    numbers = {(d.a, d.b): (d.a_words, d.b_words) for d in drift if d.type.value == "number"}
    assert numbers == {("0", "1"): ("143", "152"), ("1", "2"): ("152", "161"), ("2", "3"): ("161", "170")}


def test_circular_credits_do_not_make_a_circle(make_document: Make, ferry: str) -> None:
    one = f"{ferry}\n\nThis article originally appeared in Tide Daily."
    other = f"{ferry}\n\nThis article originally appeared in the Harbour Post."
    edges = _edges(
        make_document("1", "Harbour Post", 0, one, ("Tide Daily", "republished-from", "appeared in Tide Daily")),
        make_document(
            "2", "Tide Daily", 0, other, ("Harbour Post", "republished-from", "appeared in the Harbour Post")
        ),
    )
    assert len([e for e in edges.values() if not e.sibling and e.kind is not DerivationKind.CITES]) == 1


def test_a_key_given_twice_counts_once(make_document: Make, ferry: str) -> None:
    document = make_document("1", "Harbour Post", 0, ferry)
    assert trace_corpus([document, document])[0] == ()
    assert trace_corpus([]) == ((), ())


def test_a_late_source_takes_its_copies(make_document: Make, ferry: str, independent: str) -> None:
    copy = f"{ferry}\n\nThis article originally appeared in the Harbour Post."
    credit = ("Harbour Post", "republished-from", "originally appeared in the Harbour Post")
    stored = [make_document("7", "Tide Daily", 2, copy, credit), make_document("8", "Echo", 1, independent)]
    late = make_document("9", "Harbour Post", 0, ferry)
    edges = _edges(*stored, late)
    assert [(e.src, e.dst, e.kind) for e in edges.values()] == [("9", "7", DerivationKind.COPY)]


def test_copies_of_the_same_minute_are_siblings_of_an_unknown_source(make_document: Make, ferry: str) -> None:
    edges = _edges(make_document("1", "Tide Daily", 0, ferry), make_document("2", "Hookstone Echo", 0.05, ferry))
    assert [(e.src, e.dst, e.sibling) for e in edges.values()] == [("1", "2", True)]


def test_an_outlet_that_is_named_in_passing_is_the_source_of_what_is_made_of_it(
    make_document: Make, ferry: str
) -> None:
    digest = (
        "Eleven people were treated for cold after the ferry Aurelia Nightingale ran aground off Pelican Point; four "
        "lifeboats took 143 passengers off. Quayside Navigation had postponed repairs. Harbour Post on ferries."
    )
    other = "The ferry Aurelia Nightingale lies on a bank. " + ferry.split("\n\n")[2]
    edges = _edges(
        make_document("1", "Tide Daily", 0, other),
        make_document("2", "Harbour Post", 1, ferry),
        make_document("3", "Brief Nine", 5, digest),
    )
    assert _parents(edges, "3") == ["2"]
    assert edges["2", "3"].basis is Basis.CREDIT


def test_text_from_two_unrelated_articles_has_two_parents(make_document: Make, ferry: str, independent: str) -> None:
    both = f"{ferry}\n\n{independent}"
    edges = _edges(
        make_document("1", "Harbour Post", 0, ferry),
        make_document("2", "Hookstone Echo", 4, independent),
        make_document("3", "Tide Daily", 9, both),
    )
    assert sorted(_parents(edges, "3")) == ["1", "2"]
    assert ("1", "2") not in edges
    assert sum(e.main for e in edges.values() if e.dst == "3") == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(max_size=300), max_size=5),
    st.lists(st.sampled_from(["", "Harbour Post", "x:y", "a.b"]), min_size=5),
)
def test_any_texts_are_traced_without_error(texts: list[str], outlets: list[str]) -> None:
    documents = []
    for index, (text, outlet) in enumerate(zip(texts, outlets, strict=False)):
        article = article_from_text(text, outlet=outlet)
        documents.append(TracedDocument(str(index), article, Analysis(), (), make_fingerprint(article)))
    edges, _ = trace_corpus([*documents, *documents])
    keys = {d.key for d in documents}
    assert all(e.src in keys and e.dst in keys and 0 <= e.confidence <= 1 for e in edges)
    for document in documents:
        build_chain(document.key, documents, edges)
