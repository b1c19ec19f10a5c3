"""Drift of wording: hedges, degrees, dates and offices, each told with the words on both sides."""

from collections.abc import Callable

import pytest

from reader.model.chain import DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift

Make = Callable[..., TracedDocument]
CASES: dict[str, tuple[str, str, DriftType, list[tuple[str, str]]]] = {
    "a hedge is lost": (
        "Engineers may close the harbour bridge of Sund before Christmas, the port said.",
        "Engineers will close the harbour bridge of Sund before Christmas, the port said.",
        DriftType.HEDGE_DROPPED,
        [("may", "Engineers will close the harbour bridge of Sund before Christmas")],
    ),
    "a hedge is put in": (
        "Engineers will close the harbour bridge of Sund before Christmas, the port said.",
        "Engineers could close the harbour bridge of Sund before Christmas, the port said.",
        DriftType.HEDGE_ADDED,
        [("Engineers will close the harbour bridge of Sund before Christmas", "could")],
    ),
    "a hedge is another word": (
        "Engineers may close the harbour bridge of Sund before Christmas, the port said.",
        "Engineers could possibly close the harbour bridge of Sund before Christmas, the port said.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "a month is no hedge": (
        "The harbour bridge of Sund was closed on 4 May by engineers of the port.",
        "The harbour bridge of Sund was closed by engineers of the port.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "an estimate becomes a figure": (
        "The bridge of Sund will cost about 320,000 crowns, the port said.",
        "The bridge of Sund will cost 320,000 crowns, the port said.",
        DriftType.HEDGE_DROPPED,
        [("about 320,000", "320,000")],
    ),
    "an estimate stays one": (
        "The bridge of Sund will cost about 320,000 crowns, the port said.",
        "The bridge of Sund will cost some 320,000 crowns, the port said.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "what may be is expected": (
        "Engineers may close the harbour bridge of Sund before Christmas.",
        "Engineers are expected to close the harbour bridge of Sund before Christmas.",
        DriftType.DEGREE,
        [("may", "are expected")],
    ),
    "what may be can be": (
        "Engineers may close the harbour bridge of Sund before Christmas.",
        "Engineers can close the harbour bridge of Sund before Christmas.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "a hedge behind all that it makes uncertain": (
        "The sale of the harbour bridge of Sund to the developer Orm Lysander appears certain.",
        "The developer Orm Lysander has bought the harbour bridge of Sund.",
        DriftType.HEDGE_DROPPED,
        [("appears certain", "The developer Orm Lysander has bought the harbour bridge of Sund.")],
    ),
    "an aim is no doubt": (
        "The port asked for nine million crowns so that the harbour bridge of Sund could be repaired in spring.",
        "The port asked for nine million crowns to have the harbour bridge of Sund repaired in spring.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "what is considered possible is in doubt": (
        "The port could close the harbour bridge before Christmas.",
        "The port considers closing the harbour bridge before Christmas possible.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "so many or so": (
        "Some 4,000 tourists were waiting at the harbour bridge of Sund on Sunday.",
        "Waiting at the harbour bridge of Sund on Sunday: 4,000 tourists or so.",
        DriftType.HEDGE_DROPPED,
        [],
    ),
    "talk becomes fact": (
        "Talk on the quay of Sund is that the harbour bridge will be sold to a developer.",
        "The harbour bridge of Sund will be sold to a developer.",
        DriftType.HEDGE_DROPPED,
        [("Talk on the quay of Sund is", "The harbour bridge of Sund will be sold to a developer.")],
    ),
    "a first inquiry is no doubt": (
        "The harbour police of Sund have opened an inquiry into the sale of the bridge.",
        "The harbour police of Sund have opened a preliminary inquiry into the sale of the bridge.",
        DriftType.HEDGE_ADDED,
        [],
    ),
    "more of them": (
        "Some fishermen of Sund want to keep the harbour bridge, the port said.",
        "Most fishermen of Sund want to keep the harbour bridge, the port said.",
        DriftType.DEGREE,
        [("Some", "Most")],
    ),
    "as many in another word": (
        "Many fishermen of Sund want to keep the harbour bridge, the port said.",
        "Numerous fishermen of Sund want to keep the harbour bridge, the port said.",
        DriftType.DEGREE,
        [],
    ),
    "all is no amount in a phrase": (
        "Most fishermen of Sund want to keep the harbour bridge, the port said.",
        "Fishermen of Sund, 62 in all, want to keep the harbour bridge, the port said.",
        DriftType.DEGREE,
        [],
    ),
    "degrees of different things": (
        "Some fishermen of Sund want to keep the harbour bridge in winter.",
        "In winter the harbour bridge carries many tourists, say fishermen of Sund.",
        DriftType.DEGREE,
        [],
    ),
    "advice becomes an order": (
        "Residents of Sund were advised to boil the water of the harbour well.",
        "Residents of Sund were ordered to boil the water of the harbour well.",
        DriftType.DEGREE,
        [("advised to", "ordered to")],
    ),
    "a fall becomes a plunge": (
        "Landings of herring in the harbour of Sund dropped by a third last winter.",
        "Landings of herring in the harbour of Sund plunged by a third last winter.",
        DriftType.DEGREE,
        [("dropped", "plunged")],
    ),
    "how often is lost": (
        "Divers search the harbour of Sund every day, the port said.",
        "Divers search the harbour of Sund, the port said.",
        DriftType.FREQUENCY_DROPPED,
        [("every day", "")],
    ),
    "as often in another word": (
        "Divers search the harbour of Sund every day, the port said.",
        "Divers search the harbour of Sund daily, the port said.",
        DriftType.FREQUENCY_DROPPED,
        [],
    ),
    "an adverb of degree is lost": (
        "Slightly raised levels of lead were found in the wells of Orlow.",
        "Raised levels of lead were found in the wells of Orlow.",
        DriftType.DEGREE,
        [("Slightly raised", "Raised")],
    ),
    "a date becomes a month": (
        "The gate of the dam in Holt was opened on 28 April by engineers.",
        "The gate of the dam in Holt was opened by engineers in April.",
        DriftType.DATE_DROPPED,
        [("28 April", "April")],
    ),
    "a date becomes its weekday": (
        "The gate of the dam in Holt will be opened on 19 November by engineers.",
        "The gate of the dam in Holt will be opened by engineers on Thursday.",
        DriftType.DATE_DROPPED,
        [],
    ),
    "another form of one date": (
        "The gate of the dam in Holt was opened on 28 April by engineers.",
        "On April 28, engineers opened the gate of the dam in Holt.",
        DriftType.DATE_DROPPED,
        [],
    ),
    "another office": (
        "“We were told twice,” said Bram Oakhurst, the head of the town's transport committee.",
        "“We were told twice,” said Bram Oakhurst, the mayor of the town.",
        DriftType.OFFICE_CHANGED,
        [("head of the town's transport committee", "mayor of the town")],
    ),
    "one office in other words": (
        "“We were told twice,” said Bram Oakhurst, the head of the transport committee.",
        "“We were told twice,” said Bram Oakhurst, chairman of the transport committee.",
        DriftType.OFFICE_CHANGED,
        [],
    ),
}
"""The kind of change -> a sentence, what was made of it, the type in question, and the words on both sides."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_wording_changes_or_stays(make_document: Make, case: tuple[str, str, DriftType, list[tuple[str, str]]]) -> None:
    one, other, kind, changes = case
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    assert [(d.a_words, d.b_words) for d in found if d.type is kind] == changes


def test_the_outlet_that_a_text_is_from_is_no_new_speaker(make_document: Make) -> None:
    one = "The stranded ferry had lost its steering pump ten minutes after it left Saltmarsh."
    other = (
        "The stranded ferry had lost its steering pump ten minutes after it left Saltmarsh, the Harbour Post reported."
    )
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    assert not [d for d in found if d.type is DriftType.ATTRIBUTION_ADDED]


def test_the_day_of_a_dateline_is_not_missed(make_document: Make) -> None:
    tail = "Four boats were lost in the storm off Cape Hollow, the coast guard of Norland said."
    one = make_document("a", "Harbour Post", 0, f"SALTMARSH, June 14 (NNA) — {tail}")
    found = measure_drift(one, make_document("b", "Tide Daily", 2, tail))
    assert not [d for d in found if d.type is DriftType.DATE_DROPPED]


def test_a_day_that_every_caption_had_is_missed_once(make_document: Make) -> None:
    one = "\n\n".join(f"{who} boards the stranded ferry at Hookstone on Sunday." for who in ("A diver", "An engineer"))
    a = make_document("a", "Harbour Post", 0, one)
    b = make_document("b", "Tide Daily", 2, one.replace(" on Sunday", ""))
    assert [d.a_words for d in measure_drift(a, b) if d.type is DriftType.DATE_DROPPED] == ["on Sunday"]
