"""Drift: every kind of change between two sentences that say the same, and none where nothing changed."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.plain import article_from_text
from reader.model.chain import Drift, DriftType
from reader.model.claim import Analysis
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.reuse.spelling import edit_distance

Make = Callable[..., TracedDocument]


def _between(make: Make, one: str, other: str, **credits: tuple[str, str, str]) -> tuple[Drift, ...]:
    a = make("a", "Harbour Post", 0, one, *([credits["a"]] if "a" in credits else []))
    b = make("b", "Tide Daily", 2, other, *([credits["b"]] if "b" in credits else []))
    return measure_drift(a, b)


def _words(found: tuple[Drift, ...], kind: DriftType) -> list[tuple[str, str]]:
    return [(d.a_words, d.b_words) for d in found if d.type is kind]


def test_a_rewording_with_three_changes(make_document: Make, ferry: str, reworded: str) -> None:
    found = _between(make_document, ferry, reworded)
    assert [before for before, _ in _words(found, DriftType.NUMBER)] == ["143"]
    assert _words(found, DriftType.NAME) == [("Lindqvist", "Lindquist")]
    [(before, after)] = _words(found, DriftType.QUOTE)
    assert "the current did the rest" in before
    assert "the tide did the rest" in after
    assert _words(found, DriftType.DEGREE) == [("repeatedly", "sometimes")]
    assert [w for w, _ in _words(found, DriftType.HEDGE_DROPPED)] == ["apparently"]
    assert any("every maintenance record" in w for w, _ in _words(found, DriftType.QUOTE_TO_PARAPHRASE))


def test_changes_come_by_their_weight(make_document: Make, ferry: str, reworded: str) -> None:
    kinds = [drift.type for drift in _between(make_document, ferry, reworded)]
    places = [kinds.index(kind) for kind in (DriftType.QUOTE, DriftType.NUMBER, DriftType.NAME, DriftType.DEGREE)]
    assert places == sorted(places)
    assert kinds.index(DriftType.HEDGE_DROPPED) < kinds.index(DriftType.QUOTE_TO_PARAPHRASE)


def test_the_same_text_has_no_drift(make_document: Make, ferry: str) -> None:
    assert _between(make_document, ferry, ferry) == ()


def test_a_quotation_split_by_its_speaker_is_joined_first(make_document: Make) -> None:
    split = "“The pump is old,” said engineer Ada Brinkmann. “Nobody has looked at it since the spring storms.”"
    whole = "Engineer Ada Brinkmann said: “The pump is old. Nobody has looked at it since the spring storms.”"
    assert _words(_between(make_document, split, whole), DriftType.QUOTE) == []
    changed = whole.replace("spring", "winter")
    [(before, after)] = _words(_between(make_document, split, changed), DriftType.QUOTE)
    assert before.startswith("The pump is old")
    assert "winter" in after


def test_a_quotation_that_is_only_cut_short_is_no_change(make_document: Make) -> None:
    one = "“We are quite careful that everyone cleans the deck before noon,” said bosun Ada Brinkmann of Saltmarsh."
    other = "Bosun Ada Brinkmann of Saltmarsh said “everyone cleans the deck before noon”."
    assert _words(_between(make_document, one, other), DriftType.QUOTE) == []


def test_a_quotation_left_out_is_dropped(make_document: Make) -> None:
    one = (
        "The bridge closed in Hookstone on Monday.\n\n“Nobody told us why the cranes had stopped,” said Ada Brinkmann."
    )
    other = "The bridge closed in Hookstone on Monday."
    assert [w for w, _ in _words(_between(make_document, one, other), DriftType.QUOTE_DROPPED)] == [
        "Nobody told us why the cranes had stopped"
    ]


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("Police counted 46 stolen bicycles in Hookstone.", "In Hookstone 64 stolen bicycles were counted.", True),
        ("Only a few dozen herons stay at Grebe Island.", "At Grebe Island only several dozen herons stay.", True),
        ("Repairs of the pier cost $3.2 million.", "Repairs of the pier cost $2.3 million.", True),
        ("The island lies 1,200 miles off the coast.", "The island lies twelve hundred miles off the coast.", False),
        ("Ten boats left Saltmarsh harbour at dawn.", "At dawn, 10 boats left Saltmarsh harbour.", False),
        ("The pier of Saltmarsh cost $12.93 million.", "The pier of Saltmarsh cost about $13 million.", True),
        ("Ten boats left Saltmarsh harbour at dawn.", "Casimir Thorne has 25 sheep and a farm in Hookstone.", False),
    ],
)
def test_numbers_change_or_stay(make_document: Make, one: str, other: str, changed: bool) -> None:
    assert bool(_words(_between(make_document, one, other), DriftType.NUMBER)) is changed


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("Shelling near Zabrizhove and Pishchane went on.", "Shelling near Zabrizhove and Pischenye went on.", True),
        ("Mayor Fenella Grazióli opened the fair.", "The fair was opened by mayor Fenella Grazioli.", True),
        ("The Saltmarsh Boat Group met at noon.", "At noon the Saltmarsh Boat grouping met.", True),
        ("Guide Tamaz Chorbani left the hut.", "The hut was left by guide Tamaz Tchorbani.", True),
        ("Guide Jovan Teremski left the hut.", "The hut was left by guide Jovan Teremsky.", True),
        ("Judge Ada Keller opened the fair.", "The fair was opened by judge Ada Kellers.", True),
        ("Judge Brandeis opened the old fair.", "The old fair was opened by judge Brandeiss.", True),
        ("Judge Ada Keller opened the fair.", "The fair was opened by the Kellers.", False),
        ("“So be it,” said Ottla Wrenner of Sund.", "“So be it,” said Ottla Wrenners of Sund.", True),
        ("The fair of Ada Keller’s guild was opened.", "The fair of Ada Kellers guild was opened.", False),
        ("The hut at Red Rock was opened.", "The hut at Red Rocks was opened.", False),
        ("Sailors of Norland met at the fair.", "Norlandish sailors met at the fair.", False),
        ("The Norlander fleet left the harbour.", "Fleets of Norlanders left the harbour.", False),
        ("Mayor Fenella Grazioli opened the fair.", "Mayor Fergus Gradwell opened the fair.", False),
    ],
)
def test_names_are_respelt_or_not(make_document: Make, one: str, other: str, changed: bool) -> None:
    assert bool(_words(_between(make_document, one, other), DriftType.NAME)) is changed


def test_a_report_on_what_officials_said_becomes_words_told_to_the_outlet(make_document: Make) -> None:
    one = "The Harbour Gazette reported Thursday that coast guard officials said the stranded ferry had lost its pump."
    other = "Coast guard officials told the Harbour Gazette that the stranded ferry had lost its pump."
    credit = ("Harbour Gazette", "cites-report", "The Harbour Gazette reported")
    found = _between(make_document, one, other, a=credit)
    assert any(d.type is DriftType.ATTRIBUTION_CHANGED and "told the Harbour Gazette" in d.b_words for d in found)


@pytest.mark.parametrize("outlet", ["Harbour Gazette", "Harbour Observer"])
def test_an_outlet_becomes_unnamed_observers(make_document: Make, outlet: str) -> None:
    one = f"The {outlet} reported that the line had put off repairs of the steering pump in March."
    other = "Observers noted that the line had put off repairs of the steering pump in March."
    found = _between(make_document, one, other, a=(outlet, "cites-report", f"The {outlet} reported"))
    assert _words(found, DriftType.OUTLET_DROPPED) == [(f"The {outlet} reported", "Observers noted")]
    assert _words(found, DriftType.CREDIT_DROPPED) == []


def test_a_source_that_a_quoted_speaker_names_is_a_matter_of_the_quotation(make_document: Make) -> None:
    one = "“We know that the grey herons of Grebe Island never leave in winter,” said guide Ada Brinkmann."
    other = "“Old wardens say that the grey herons of Grebe Island never leave in winter,” said guide Ada Brinkmann."
    found = _between(make_document, one, other)
    assert _words(found, DriftType.QUOTE)
    assert _words(found, DriftType.ATTRIBUTION_ADDED) == []
    reported = one.replace("“We know that the", "The").replace(",”", ",")
    retold = "Old wardens told guide Ada Brinkmann that the grey herons of Grebe Island never leave in winter."
    assert _words(_between(make_document, reported, retold), DriftType.ATTRIBUTION_ADDED)


def test_a_claim_gets_a_source_or_loses_it(make_document: Make) -> None:
    bare = "The stranded ferry had lost its steering pump ten minutes after it left Saltmarsh."
    sourced = (
        "Captain Ilse Varnhagen said the stranded ferry had lost its steering pump ten minutes after it left Saltmarsh."
    )
    assert _words(_between(make_document, bare, sourced), DriftType.ATTRIBUTION_ADDED)
    assert _words(_between(make_document, sourced, bare), DriftType.ATTRIBUTION_DROPPED)


def test_hedges_days_and_frequencies(make_document: Make) -> None:
    one = "The line reportedly checks the pumps of its ferries every week, and it did so on Thursday in Saltmarsh."
    other = "The line checks the pumps of its ferries, and it did so in Saltmarsh."
    kinds = {d.type for d in _between(make_document, one, other)}
    assert {DriftType.HEDGE_DROPPED, DriftType.FREQUENCY_DROPPED, DriftType.DATE_DROPPED} <= kinds
    assert DriftType.HEDGE_ADDED in {d.type for d in _between(make_document, other, one)}


def test_a_speaker_for_whom_it_is_said_became_nameless_once(make_document: Make) -> None:
    pump = "the stranded ferry had lost its steering pump ten minutes after it left Saltmarsh"
    found = _between(make_document, f"Captain Ilse Varnhagen said {pump}.", f"It is said {pump}.")
    speakers = [d for d in found if d.type in (DriftType.ATTRIBUTION_DROPPED, DriftType.HEDGE_ADDED)]
    assert _words(found, DriftType.ANONYMISED) == [("Captain Ilse Varnhagen said", "It is said")]
    assert speakers == []


def test_a_dropped_credit_is_told(make_document: Make) -> None:
    one = "The bridge closed in Hookstone on Monday.\n\nThis article originally appeared in the Harbour Gazette."
    other = "The bridge closed in Hookstone on Monday."
    credit = ("Harbour Gazette", "republished-from", "originally appeared in the Harbour Gazette")
    assert DriftType.CREDIT_DROPPED in {d.type for d in _between(make_document, one, other, a=credit)}
    kept = ("Harbour Gazette", "cites-report", "Monday")
    assert DriftType.CREDIT_DROPPED not in {d.type for d in _between(make_document, one, other, a=credit, b=kept)}


def test_claims_that_only_one_text_has(make_document: Make, ferry: str) -> None:
    added = f"{ferry}\n\nGeologists want to drill three wells beside the old quarry of Hookstone next spring."
    found = _between(make_document, ferry, added)
    assert [w for _, w in _words(found, DriftType.CLAIM_ADDED)] == [added.split("\n\n")[-1]]
    assert _words(_between(make_document, added, ferry), DriftType.CLAIM_DROPPED)


@pytest.mark.parametrize(
    ("line", "is_claim"),
    [
        ("Readers can write to the Coast Ledger.", False),
        ("Subscribers of the Coast Ledger get the newsletter before breakfast.", False),
        ("To contact the editors of this story, write to the newsroom.", False),
        ("Subscribers can call Quayside Navigation free from all islands.", True),
        ("To contact US officials, the minister flew to Port Cassel.", True),
    ],
)
def test_what_an_outlet_tells_its_readers_about_itself_is_no_claim(
    make_document: Make, ferry: str, line: str, is_claim: bool
) -> None:
    longer = f"{ferry}\n\n{line}"
    assert bool(_words(_between(make_document, ferry, longer), DriftType.CLAIM_ADDED)) is is_claim
    assert bool(_words(_between(make_document, longer, ferry), DriftType.CLAIM_DROPPED)) is is_claim


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("anna", "anna", 0), ("halley", "hally", 1), ("haley", "haely", 1), ("ab", "cdef", 3)],
)
def test_edit_distance_counts_swaps_once(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other, 2) == distance


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_drift_of_any_two_texts_lies_inside_them(one: str, other: str) -> None:
    a, b = (_loose(key, text) for key, text in (("a", one), ("b", other)))
    for drift in measure_drift(a, b):
        for span, words, text in ((drift.a_span, drift.a_words, one), (drift.b_span, drift.b_words, other)):
            assert span is None or (Span(0, len(text)).contains(span) and span.of(text) == words)


def _loose(key: str, text: str) -> TracedDocument:
    article = article_from_text(text)
    return TracedDocument(key, article, Analysis(), (), make_fingerprint(article))
