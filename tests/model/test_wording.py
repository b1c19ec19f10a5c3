"""Kinds and strengths in plain words."""

from datetime import timedelta

import pytest

from reader.model import wording
from reader.model.article import Article
from reader.model.chain import (
    Basis,
    Chain,
    ChainNode,
    Derivation,
    DerivationKind,
    DriftType,
    Evidence,
    Ground,
    Relation,
)
from reader.model.claim import Kind
from reader.model.wording import better_words
from reader.text.spans import Span


def test_every_kind_has_words() -> None:
    assert set(wording.DERIVATION_WORDS) == set(DerivationKind)
    assert set(wording.GROUND_WORDS) == set(Ground)
    assert set(wording.DRIFT_WORDS) == set(DriftType)
    assert set(wording.KIND_WORDS) == set(Kind)
    assert set(wording.RELATION_WORDS) == set(Relation)


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(1.0, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "perhaps"), (0.1, "a guess")],
)
def test_confidence_is_said_in_words(confidence: float, words: str) -> None:
    assert wording.confidence_words(confidence) == words


@pytest.mark.parametrize(
    ("confidence", "percent", "words"),
    [
        (0.9, "90%", "almost certain"),
        (0.8999, "89%", "very likely"),
        (0.796, "79%", "likely"),
        (0.29, "29%", "a guess"),
    ],
)
def test_the_percentage_never_says_more_than_the_word(confidence: float, percent: str, words: str) -> None:
    assert wording.percent_words(confidence) == percent
    assert wording.confidence_words(confidence) == words


def test_a_cited_outlet_is_counted_and_has_no_delay() -> None:
    evidence = tuple(Evidence("1", "text", Span(0, 1), "x", "credit") for _ in range(3))
    edge = Derivation("ext:a:b", "1", DerivationKind.CITES, 0.97, Basis.CREDIT, evidence, delay=timedelta(hours=2))
    assert wording.derivation_words(edge) == "cited ×3, almost certain"


def _edge(src: str, kind: DerivationKind, basis: Basis, reason: str = "", node: str = "2") -> Derivation:
    evidence = (Evidence(node, "text", Span(0, 1), "x", reason),) if reason else ()
    return Derivation(src, "2", kind, 0.9, basis, evidence, delay=timedelta(hours=1))


COPY, CITES = DerivationKind.COPY, DerivationKind.CITES


@pytest.mark.parametrize(
    ("edge", "words"),
    [
        (_edge("1", COPY, Basis.TEXT), "the texts show who had it first"),
        (_edge("ext:a:b", COPY, Basis.TEXT), "another article with the same text names this source"),
        (_edge("ext:a:b", DerivationKind.SUMMARY, Basis.TEXT), "another article with much the same matter names"),
        (_edge("ext:a:b", COPY, Basis.CREDIT, "credit"), "the article names it as its source"),
        (_edge("ext:a:b", CITES, Basis.CREDIT, "credit"), "the article cites it"),
        (_edge("1", COPY, Basis.CREDIT, "name"), "the article names it and tells matter of its report"),
        (_edge("1", COPY, Basis.CREDIT, "credit of both"), "the article names a source whose text this outlet carries"),
        (_edge("ext:a:b", CITES, Basis.CREDIT, "credit within another", "3"), "an article names the one inside what"),
        (_edge("ext:a:b", CITES, Basis.CREDIT, "credit in a copy", "3"), "an article with this text cites it"),
        (_edge("ext:a:b", CITES, Basis.CREDIT, "credit beside another", "3"), "an article cites both; that the one"),
        (_edge("ext:a:b", CITES, Basis.CREDIT, "credit", "3"), "an article cites both; that the one"),
        (_edge("1", COPY, Basis.TEXT, "credit of both"), "both name the same source"),
        (Derivation("1", "2", COPY, 0.9, Basis.TEXT), "the times are not known"),
    ],
)
def test_the_basis_says_no_more_than_the_words_that_prove_it(edge: Derivation, words: str) -> None:
    assert wording.basis_words(edge).startswith(words)


@pytest.mark.parametrize(
    ("edges", "origins", "words"),
    [
        ((_edge("ext:Eastmoor Radio:1", CITES, Basis.CREDIT),), 1, "cites Eastmoor Radio"),
        ((_edge("ext:Eastmoor Radio:1", COPY, Basis.CREDIT),), 1, "one origin known"),
        ((_edge("ext:A:1", COPY, Basis.CREDIT), _edge("ext:B:1", CITES, Basis.CREDIT)), 1, "one origin known"),
        ((_edge("ext:A:1", COPY, Basis.CREDIT),), 2, "2 independent origins known"),
        ((_edge("ext:A:1", CITES, Basis.CREDIT), _edge("ext:B:1", CITES, Basis.CREDIT)), 2, "cites A, B"),
        ((Derivation("2", "3", COPY, 0.9, Basis.TIME),), 1, "one origin known: this article, which names no source"),
        ((Derivation("2", "3", COPY, 0.9, Basis.TEXT, sibling=True),), 1, wording.COMMON_SOURCE_UNNAMED),
        ((), 0, "origin unknown"),
    ],
)
def test_what_is_only_cited_is_no_origin(edges: tuple[Derivation, ...], origins: int, words: str) -> None:
    nodes = [ChainNode(key, key.split(":")[1] if ":" in key else key) for edge in edges for key in (edge.src, edge.dst)]
    assert wording.origins_words(Chain("2", tuple(nodes), edges, origins=origins)) == words


def test_folded_copies_are_named() -> None:
    node = ChainNode("1", "A", copies=("2", "3", "4"), copied_by=("Tide Daily", "", "Harbour Post"))
    assert wording.carriers_words(node) == "3 more carry the same text: Tide Daily, Harbour Post"
    assert wording.carriers_words(ChainNode("1", "A", copies=("2",))) == "1 more carries the same text"
    many = ChainNode("1", "A", copies=tuple("23456789"), copied_by=tuple("bcdefghi"))
    assert wording.carriers_words(many) == "8 more carry the same text: b, c, d, e, f, g and 2 more"


def test_every_ground_has_its_own_words() -> None:
    assert len(set(wording.GROUND_WORDS.values())) == len(Ground)


def test_rules_of_the_analysis_are_explained() -> None:
    from reader.analysis.article import analyze_article

    text = 'The bridge is safe, said Ada Fenwick. "It will stay open," she said. According to the council, costs rose.'
    rules = {claim.rule for claim in analyze_article(Article(text)).attributions}
    assert rules
    assert rules <= set(wording.RULE_WORDS)
    assert wording.rule_words("not-yet-known") == "not yet known"


def test_words_that_bring_their_own_marks_get_no_second_pair() -> None:
    assert wording.quoted("“a”") == "“a”"
    assert wording.quoted("a") == "“a”"


def test_what_is_better_is_named_in_short() -> None:
    def piece(words: str, reason: str) -> Evidence:
        return Evidence("b", "text", Span(0, len(words)), words, reason)

    some = [
        piece("Pishchane", "better name"),
        piece("Pishenye", "in its place"),
        piece("word " * 40, "better quotation"),
    ]
    words = better_words(some)
    assert words.startswith("has the better “Pishchane”, “word word")
    assert " …”, which the other lacks" in words
    assert "Pishenye" not in words
    many = [piece(f"Name {letter}", "better name") for letter in "ABCDEFG"]
    assert "“Name E” and 2 more, which" in better_words(many)
    assert better_words([piece("shared", "shared words")]) == ""


def test_two_articles_of_one_matter_have_not_nothing_in_common() -> None:
    assert wording.apart_words(()) == "These two have nothing in common"
    assert wording.apart_words(("no shared quotation", "different numbers")) == (
        "Similar, but independent: no shared quotation, different numbers"
    )
