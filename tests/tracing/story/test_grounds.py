"""What an edge rests on is told as exactly as the words that prove it."""

from reader.model.chain import Basis, Ground
from reader.tracing.corpus import trace_corpus
from tests.tracing.conftest import MakeDocument as Make

TOLD = """Coastal Bulletin reported on Tuesday, citing the Morrow Times, that the dam above Hask had been drained.

The Morrow Times had reported that engineers found cracks in March. Edo Farrant, a spokesman for the water board, \
described the work in a televised briefing carried by Lorvan state media."""


def test_a_nested_credit_is_told_from_one_that_only_stands_beside(make_document: Make) -> None:
    document = make_document(
        "1",
        "Valley Digest",
        0,
        TOLD,
        ("Coastal Bulletin", "cites-report", "Coastal Bulletin reported"),
        ("Morrow Times", "cites-report", "citing the Morrow Times"),
        ("Lorvan state media", "cites-report", "carried by Lorvan state media"),
        via={1: 0, 2: 1},
    )
    edges = {(e.src.split(":")[1], e.dst.split(":")[-2:][0]): e for e in trace_corpus([document])[0]}
    grounds = {src: edge.ground for (src, _), edge in edges.items()}
    assert grounds == {
        "Coastal Bulletin": Ground.CITED,
        "Morrow Times": Ground.REPORTED_THROUGH,
        "Lorvan state media": Ground.INFERRED,
    }
    sure = {src: edge.confidence for (src, _), edge in edges.items()}
    assert sure["Lorvan state media"] < sure["Morrow Times"]


def test_a_credit_for_the_text_that_another_outlet_printed_names_not_that_outlet(
    make_document: Make, ferry: str, reworded: str
) -> None:
    printed = make_document(
        "1", "Meridian Dispatch", 0, f"{ferry}\n\n(Sable Wire)", ("Sable Wire", "wire", "Sable Wire")
    )
    told = make_document(
        "2", "", 2, f"{reworded}\n\nSable Wire reported it.", ("Sable Wire", "cites-report", "Sable Wire")
    )
    own = make_document("0", "Sable Wire", -1, ferry)
    (edge,) = [e for e in trace_corpus([printed, told])[0] if (e.src, e.dst) == ("1", "2")]
    assert (edge.basis, edge.ground) == (Basis.CREDIT, Ground.COMMON_CREDIT)
    (named,) = [e for e in trace_corpus([own, told])[0] if (e.src, e.dst) == ("0", "2")]
    assert (named.basis, named.ground) == (Basis.CREDIT, Ground.NAMED_SOURCE)
    assert edge.confidence < named.confidence
