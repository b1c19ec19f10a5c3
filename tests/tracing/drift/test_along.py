"""Drift along the edges of a story: a merged text, and a text of its own that took one passage."""

from collections.abc import Callable

import pytest

from reader.model.chain import Basis, Derivation, DerivationKind, DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.along import drift_along
from reader.tracing.drift.edge import drift_of_edge, take_side
from reader.tracing.reuse.alignment import Alignment
from reader.tracing.reuse.reading import Reading

POST = "More than 300 geckos were on their way when police came to Ludden airport, said Superintendent Ada Brinkmann."
TIDE = "Inside the boxes were 318 live geckos of nine species, each in a cotton sock, police said on Tuesday."
MERGED = (
    "A cleaner heard them. According to the Tide Daily, 318 geckos of nine species, each in a sock, were in the boxes."
)
STRIKE = (
    "More than 130 drivers of school buses in Orlow began a strike on Monday. The company has offered them $2.10.\n\n"
    "Talks go on in the town hall."
)
LATER = (
    "The council of Orlow meets on Friday about its contract. A memo says that the company meant to house 85 new "
    "drivers in a motel.\n\nThe mayor called the session. Parents had filled his hallway.\n\n"
    "The company has now offered them $2.40."
)
PLOTS = ["Amber", "Birch", "Cedar", "Dogwood", "Elder", "Fennel", "Gorse", "Hazel"]


def _edge(src: str, dst: str, kind: DerivationKind = DerivationKind.SUMMARY) -> Derivation:
    return Derivation(src, dst, kind, 1.0, Basis.TEXT)


def test_what_a_merged_text_has_from_its_other_source_is_no_change(
    make_document: Callable[..., TracedDocument],
) -> None:
    texts = {"post": POST, "tide": TIDE, "merged": MERGED}
    sides = {key: take_side(make_document(key, key, hour, text)) for hour, (key, text) in enumerate(texts.items())}
    edges = [_edge("post", "merged"), _edge("tide", "merged")]
    numbers = [c.b_words for c in drift_along(edges[:1], sides.__getitem__) if c.type is DriftType.NUMBER]
    assert numbers == ["318"]
    assert [c for c in drift_along(edges, sides.__getitem__) if c.type is DriftType.NUMBER] == []
    # where the one was made of the other, the change is one of its own
    joined = [*edges, _edge("post", "tide", DerivationKind.REWRITE)]
    assert {c.a for c in drift_along(joined, sides.__getitem__) if c.b_words == "318"} >= {"post"}


def test_each_source_is_aligned_once_whatever_the_number_of_changes(
    make_document: Callable[..., TracedDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    def tell(first: int) -> str:
        return "\n\n".join(f"Plot {name} of the Karsk orchard bore {first + i} crates." for i, name in enumerate(PLOTS))

    texts = {"one": tell(30), "two": tell(50), "merged": tell(50).replace("bore", "yielded")}
    sides = {key: take_side(make_document(key, key, hour, text)) for hour, (key, text) in enumerate(texts.items())}
    edges = [_edge("one", "merged"), _edge("two", "merged")]
    assert len(drift_along(edges[:1], sides.__getitem__)) >= len(PLOTS)
    made: list[int] = []

    def align(a: Reading, b: Reading) -> Alignment:
        made.append(1)
        return Alignment(a, b)

    monkeypatch.setattr("reader.tracing.drift.along.align", align)
    assert [c for c in drift_along(edges, sides.__getitem__) if c.type is DriftType.NUMBER] == []
    assert len(made) == len(edges)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (DerivationKind.PARTIAL, [("$2.10", "$2.40")]),
        (DerivationKind.SUMMARY, [("More than 130", "85"), ("$2.10", "$2.40")]),
    ],
)
def test_numbers_beside_a_passage_that_was_taken_are_the_text_s_own(
    make_document: Callable[..., TracedDocument], kind: DerivationKind, found: list[tuple[str, str]]
) -> None:
    a, b = (take_side(make_document(key, key, 0, text)) for key, text in (("first", STRIKE), ("later", LATER)))
    changes = drift_of_edge(_edge("first", "later", kind), a, b, Alignment(a.reading, b.reading))
    assert [(c.a_words, c.b_words) for c in changes if c.type is DriftType.NUMBER] == found
