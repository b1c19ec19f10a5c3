"""Drift of quotations: what was changed inside the marks, and what was only cut or marked."""

from collections.abc import Callable

import pytest

from reader.model.chain import DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift

CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "ellipsis": (
        (
            "“We asked the council for sandbags on Monday and again on Tuesday, and nobody answered the "
            "phone,” said Ida Kroll."
        ),
        "“We asked the council for sandbags ... and nobody answered the phone,” said Ida Kroll.",
        [],
    ),
    "bracket insertion": (
        "“They never came to look at it,” said Ida Kroll.",
        "“They [the inspectors] never came to look at it,” said Ida Kroll.",
        [],
    ),
    "bracket replace": (
        "“They never came to look at the wall,” said Ida Kroll.",
        "“[The inspectors] never came to look at the wall,” said Ida Kroll.",
        [],
    ),
    "tense": (
        "“The wall is rotten and everybody knows it,” said Ida Kroll.",
        "“The wall was rotten and everybody knew it,” said Ida Kroll.",
        [("The wall is rotten and everybody knows it", "The wall was rotten and everybody knew it")],
    ),
    "hyphen lost": (
        "“The wall is rotten,” said Ida Kroll. She runs the shop. “We will not pay for the repairs.”",
        "“The wall is rotten. We will not pay for the repairs,” said shopkeeper Ida Kroll.",
        [],
    ),
    "split same": (
        "“The wall is rotten and we will not pay for the repairs,” said Ida Kroll.",
        "“The wall is rotten,” Ida Kroll said, “and we will not pay for the repairs.”",
        [],
    ),
    "synonym": (
        "“My brother heard a loud bang before the lights went out,” said Ida Kroll.",
        "“My brother heard a huge bang before the lights went out,” said Ida Kroll.",
        [
            (
                "My brother heard a loud bang before the lights went out",
                "My brother heard a huge bang before the lights went out",
            )
        ],
    ),
    "negation lost": (
        "“We are not going to sell the mill,” said Ida Kroll.",
        "“We are going to sell the mill,” said Ida Kroll.",
        [("We are not going to sell the mill", "We are going to sell the mill")],
    ),
    "trim end": (
        "“We lost the boat, the nets and the house in one night,” said Ida Kroll.",
        "“We lost the boat, the nets and the house,” said Ida Kroll.",
        [],
    ),
    "trim start": (
        "“Frankly, we lost the boat, the nets and the house in one night,” said Ida Kroll.",
        "Ida Kroll said they “lost the boat, the nets and the house in one night”.",
        [],
    ),
    "contraction": (
        "“We do not know who opened the gate,” said Ida Kroll.",
        "“We don’t know who opened the gate,” said Ida Kroll.",
        [("We do not know who opened the gate", "We don’t know who opened the gate")],
    ),
    "paraphrase": (
        "“The pumps failed at the worst possible moment,” said Ida Kroll.",
        "The pumps failed at the worst possible moment, Ida Kroll said.",
        [],
    ),
    "speaker swapped": (
        "“The pumps failed at the worst possible moment,” said Ida Kroll. Ben Arnaud agreed.",
        "“The pumps failed at the worst possible moment,” said Ben Arnaud. Ida Kroll agreed.",
        [],
    ),
    "different quotes": (
        "Ida Kroll called it “a real shame” for Weir. Ben Arnaud spoke of “a real chance” for the town.",
        "Ben Arnaud spoke of “a real chance” for the town.",
        [],
    ),
    "hyphen": (
        "“It is a once-in-a-lifetime chance for the town,” said Ida Kroll.",
        "“It is a once in a lifetime chance for the town,” said Ida Kroll.",
        [],
    ),
    "number words": (
        "“We had 12 boats in the water,” said Ida Kroll.",
        "“We had twelve boats in the water,” said Ida Kroll.",
        [],
    ),
    "added end": (
        "“The bridge is safe for cars,” said Ida Kroll.",
        "“The bridge is safe for cars and lorries,” said Ida Kroll.",
        [("The bridge is safe for cars", "The bridge is safe for cars and lorries")],
    ),
    "added start small": (
        "“The bridge is safe for cars,” said Ida Kroll.",
        "“I promise the bridge is safe for cars,” said Ida Kroll.",
        [("The bridge is safe for cars", "I promise the bridge is safe for cars")],
    ),
    "a fragment given whole": (
        "Ida Kroll said the goal “was to make sure that nobody drowned”.",
        "“The goal of this was to make sure that nobody drowned,” said Ida Kroll.",
        [],
    ),
    "double to two": (
        "“We knew about the crack in the wall since May. The report was never opened,” said Ida Kroll.",
        ("“We knew about the crack in the wall since May,” said Ida Kroll. She added: “The report was never opened.”"),
        [],
    ),
    "both halves changed": (
        "“The pump failed on Monday. I rang her twice, and she hung up,” Ida Kroll told the council.",
        "“The pumps failed on Monday,” Ida Kroll told the council. “I called her twice, and she hung up.”",
        [
            (
                "The pump failed on Monday. I rang her twice, and she hung up",
                "The pumps failed on Monday,” Ida Kroll told the council. “I called her twice, and she hung up",
            )
        ],
    ),
    "one half changed": (
        "“The pump failed on Monday. I rang her twice, and she hung up,” Ida Kroll told the council.",
        "“The pump failed on Monday,” Ida Kroll told the council. “I called her twice, and she hung up.”",
        [("I rang her twice, and she hung up", "I called her twice, and she hung up")],
    ),
    "a word less of an expression": (
        "The council of Weir stated that it had “never been informed” of the crack in the wall.",
        "Weir's council insists that it was “never informed” of the crack in the wall.",
        [("never been informed", "never informed")],
    ),
    "a word more of few common ones": (
        "“They lied to us,” said Ida Kroll of the insurers in Weir.",
        "“They have lied to us,” Ida Kroll said of the insurers in Weir.",
        [("They lied to us", "They have lied to us")],
    ),
    "few common words of another": (
        "“They lied to us,” said Ida Kroll of the insurers in Weir.",
        "Ben Arnaud, who runs the ferry, found the pilots honest. “They never lied to us,” he said.",
        [],
    ),
    "an expression cut": (
        "The council of Weir called the crack in the wall a “very minor matter”.",
        "Weir's council called the crack in the wall a “minor matter”.",
        [],
    ),
    "accent apostrophe": (
        "“It´s the town’s last chance to save the mill,” said Ida Kroll.",
        "“It's the town's last chance to save the mill,” said Ida Kroll.",
        [],
    ),
    "nested": (
        "“He told me ‘the wall is rotten’ and walked off,” said Ida Kroll.",
        '“He told me "the wall is rotten" and walked off,” said Ida Kroll.',
        [],
    ),
}
"""The kind of change -> a sentence, what was made of it, and the words that changed on both sides."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_quotes_change_or_stay(
    make_document: Callable[..., TracedDocument], case: tuple[str, str, list[tuple[str, str]]]
) -> None:
    one, other, changes = case
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    assert [(d.a_words, d.b_words) for d in found if d.type is DriftType.QUOTE] == changes


CUTS: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "last word": (
        "“We saw the crack twice and we painted it twice,” said Ida Kroll.",
        "“We saw the crack twice and we painted it,” said Ida Kroll.",
        [("We saw the crack twice and we painted it twice", "We saw the crack twice and we painted it")],
    ),
    "last clause": (
        "“We will pay for the wall if the council pays half,” said Ida Kroll.",
        "“We will pay for the wall,” said Ida Kroll.",
        [("We will pay for the wall if the council pays half", "We will pay for the wall")],
    ),
    "first clause": (
        "“Unless it rains again, the wall will hold until spring,” said Ida Kroll.",
        "“The wall will hold until spring,” said Ida Kroll.",
        [("Unless it rains again, the wall will hold until spring", "The wall will hold until spring")],
    ),
    "told on behind the speaker": (
        "“We lost the boat, the nets and the house in one night,” said Ida Kroll.",
        "“We lost the boat, the nets and the house,” said Ida Kroll, “in one night.”",
        [],
    ),
    "a fragment that leaves its end open": (
        "“We lost the boat, the nets and the house in one night,” said Ida Kroll.",
        "Ida Kroll said they “lost the boat, the nets and the house”.",
        [],
    ),
    "a marked omission": (
        "“We lost the boat, the nets and the house in one night,” said Ida Kroll.",
        "“We lost the boat, the nets and the house ...,” said Ida Kroll.",
        [],
    ),
    "a first word that says nothing": (
        "“And they never came to look at the wall,” said Ida Kroll.",
        "“They never came to look at the wall,” said Ida Kroll.",
        [],
    ),
    "whole sentences are kept": (
        "“They never came to look at the wall. It fell on Monday night,” said Ida Kroll.",
        "“They never came to look at the wall,” said Ida Kroll.",
        [],
    ),
}
"""The kind of cut -> a sentence, what was made of it, and the whole and the cut sentence where it is told."""


@pytest.mark.parametrize("case", CUTS.values(), ids=CUTS)
def test_a_sentence_that_is_cut_and_closed_is_told(
    make_document: Callable[..., TracedDocument], case: tuple[str, str, list[tuple[str, str]]]
) -> None:
    one, other, cuts = case
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    assert [(d.a_words, d.b_words) for d in found if d.type is DriftType.QUOTE_CUT] == cuts


def test_a_changed_quotation_is_told_with_the_whole_sentence_that_was_printed(
    make_document: Callable[..., TracedDocument],
) -> None:
    one = "“The wall is rotten. We found worms in the beams, and two of them worry me a great deal,” said Ida Kroll."
    other = "“We found worms in the beams, and two of them worry me a lot,” said Ida Kroll."
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    (words,) = [d.a_words for d in found if d.type is DriftType.QUOTE]
    assert words == "We found worms in the beams, and two of them worry me a great deal"


def test_of_a_quotation_kept_in_part_the_sentence_that_is_gone_is_dropped(
    make_document: Callable[..., TracedDocument],
) -> None:
    one = "“They never came to look at the wall. Somebody kept the keys and laughed,” said Ida Kroll."
    other = "“They never came to look at the wall,” said Ida Kroll."
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    dropped = [d.a_words for d in found if d.type is DriftType.QUOTE_DROPPED]
    assert dropped == ["Somebody kept the keys and laughed"]
