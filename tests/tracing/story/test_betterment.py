"""Betterment: better forms of the same facts show a common source that is not stored; added facts do not."""

from collections.abc import Callable

import pytest

from reader.model.chain import Basis, Derivation
from reader.model.wording import BETTER_NAME, BETTER_NUMBER, WORSE, better_words
from reader.tracing.corpus import trace_corpus
from reader.tracing.document import TracedDocument

Make = Callable[..., TracedDocument]

SPOILT = (
    "{place}The tanker Corvine Dawn is stuck off Pishenye with a few dozen sailors, captain Ilse Varnhagan said on "
    "Tuesday.\n\nThe hull broke near the harbour of Zabrizhov when a hawser gave way. Mate Aron Halley said that the "
    "help of the tugs would not let the crew hold out for long.\n\nThe shipowner Marlow Lines has sent pumps and two "
    "divers to the wreck, and the harbour office has closed the channel for all vessels until Friday.{credit}"
)
BETTER = (
    "The tanker Corvine Dawn is stuck off Pishchane with 38 sailors, captain Ilse Varnhagen said on Tuesday.\n\n"
    "The hull broke near the harbour of Zabrizhove when a hawser gave way. “The help of the tugs will not let the crew "
    "hold out for long,” mate Aron Hally said. “We count the biscuits every night,” said cook Bodil Trane.\n\n"
    "The shipowner Marlow Lines has sent pumps and two divers to the wreck, and the harbour office has closed the "
    "channel for all vessels until Friday."
)
WIRE = ("Norland News Agency", "wire", "(NNA)")
APP = ("Northgate Herald", "republished-from", "Read on the Northgate Herald app")


def _edges(*documents: TracedDocument) -> dict[tuple[str, str], Derivation]:
    return {(e.src, e.dst): e for e in trace_corpus(documents)[0]}


def test_better_forms_of_the_same_facts_make_siblings_of_an_unknown_source(make_document: Make) -> None:
    spoilt = make_document("a", "Tide Daily", 0, SPOILT.format(place="", credit=""))
    edges = _edges(spoilt, make_document("b", "Echo", 5, BETTER))
    assert [(ends, e.sibling) for ends, e in edges.items()] == [(("a", "b"), True)]


def test_what_is_better_is_named_with_its_place_on_both_sides(make_document: Make) -> None:
    spoilt = make_document("a", "Tide Daily", 0, SPOILT.format(place="", credit=""))
    better = make_document("b", "Echo", 5, BETTER)
    evidence = _edges(spoilt, better)["a", "b"].evidence
    texts = {"a": spoilt.article.text, "b": better.article.text}
    assert all(piece.span.of(texts[piece.node]) == piece.words for piece in evidence)
    named = [(piece.reason, piece.words) for piece in evidence if piece.node == "b"]
    assert (BETTER_NAME, "Pishchane") in named
    assert (BETTER_NUMBER, "38") in named
    assert (WORSE, "Pishenye") in {(piece.reason, piece.words) for piece in evidence if piece.node == "a"}
    words = better_words(evidence)
    assert words.startswith("has the better “Pishchane”")
    assert words.endswith("which the other lacks: both are from a text that is not stored")


def test_an_edge_between_parent_and_child_names_nothing_better(make_document: Make) -> None:
    first = make_document("a", "Echo", 0, BETTER)
    edges = _edges(first, make_document("b", "Tide Daily", 5, SPOILT.format(place="", credit="")))
    assert better_words(edges["a", "b"].evidence) == ""


@pytest.mark.parametrize(
    ("place", "words", "credit"),
    [("PORT CASSEL (NNA) — ", "", WIRE), ("", "\n\nRead on the Northgate Herald app", APP)],
    ids=["wire", "republished"],
)
def test_an_absent_outlet_that_is_credited_for_the_text_is_the_common_source(
    make_document: Make, place: str, words: str, credit: tuple[str, str, str]
) -> None:
    spoilt = make_document("a", "Tide Daily", 0, SPOILT.format(place=place, credit=words), credit)
    edges = _edges(spoilt, make_document("b", "Echo", 5, BETTER))
    above = {(src.split(":")[1], dst) for src, dst in edges if src.startswith("ext:")}
    assert above == {(credit[0], "a"), (credit[0], "b")}
    assert edges["a", "b"].sibling
    told = {dst: better_words(e.evidence) for (src, dst), e in edges.items() if src.startswith("ext:")}
    assert told["a"] == ""
    assert "“Pishchane”" in told["b"]


def test_a_follow_up_that_adds_its_own_reporting_is_no_sibling(make_document: Make, ferry: str) -> None:
    added = (
        f"{ferry}\n\nDivers found 17 tonnes of fuel in the hull, salvage master Orla Tennick said. “We shall pump "
        "it out before the wind turns,” Tennick told the Echo. “I have seen worse keels,” Piet Maas said."
    )
    edges = _edges(make_document("a", "Harbour Post", 0, ferry), make_document("b", "Echo", 5, added))
    assert (edges["a", "b"].sibling, edges["a", "b"].basis) == (False, Basis.TIME)


def test_names_that_were_spoilt_on_the_way_leave_the_edge(make_document: Make) -> None:
    first = make_document("a", "Echo", 0, BETTER)
    edges = _edges(first, make_document("b", "Tide Daily", 5, SPOILT.format(place="", credit="")))
    assert (edges["a", "b"].sibling, edges["a", "b"].basis) == (False, Basis.TIME)
