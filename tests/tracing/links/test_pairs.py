"""Links: what ties two documents with hardly a word in common: an outlet's name, a quotation, a digest's items."""

from collections.abc import Callable

import pytest

from reader.model.chain import Basis, Derivation, DerivationKind
from reader.tracing.corpus import trace_corpus
from reader.tracing.document import TracedDocument
from reader.tracing.identity import find_short_name, is_short_form
from reader.tracing.reuse.overlap import ReuseMeter
from reader.tracing.story.chain import build_chain

Make = Callable[..., TracedDocument]
RETOLD = (
    "Remember the ferry that got stuck off Pelican Point? {credit} The Aurelia Nightingale had lost its steering "
    "pump, and lifeboats from Grebe Island had to fetch the people.\n\n"
    "I have crossed on worse. My grandfather rowed to the mainland with a piano, and the piano never played in tune "
    "again, which he blamed on the salt, on the neighbours and on my grandmother, in that order."
)
QUOTING = (
    "There is a sentence I want above my desk. {credit} “We had no rudder and no time, and the river did the rest.” "
    "It was said of a boat, but it fits every office I ever worked in.\n\n"
    "We make plans as if somebody steered. Then a meeting begins, a chair squeaks, and an hour later a budget has "
    "passed that nobody in the room remembers having wanted."
)
SCHOOL = (
    "Councillors in Westerholt voted eleven to ten for a second school bus to Upper Scarth. It will cost 61,000 a "
    "year and start on 2 November. Bessie Grootveld had asked for the bus since 2021. The contract goes to Lyall "
    "Coaches, the only bidder, which has to find two drivers."
)
CHEESE = (
    "Sunniva Leaskov did not own a cow three years ago. At the weekend her washed-rind cheese Skarfjell took the gold "
    "medal at the Borderland show ahead of 112 others. She milks nine cows in a converted net loft at Sandgard and "
    "makes 60 kilos a week. The first forty wheels went to the pigs."
)
DIGEST = (
    "Good evening. The kettle is on, and here is what you missed while you were out.\n\n"
    "Upper Scarth gets its second school bus. One vote in it: eleven to ten. It costs 61,000 a year and starts on 2 "
    "November; Lyall Coaches have the contract and want two drivers.\n\n"
    "Sunniva Leaskov of Sandgard has the gold. Her Skarfjell beat 112 at the Borderland show, from nine cows, and the "
    "pigs had the first forty wheels.\n\n"
    "Lost on the pier: one grey mitten. Found: another. They are no pair."
)


def _edges(*documents: TracedDocument) -> dict[tuple[str, str], Derivation]:
    return {(e.src, e.dst): e for e in trace_corpus(documents)[0]}


@pytest.mark.parametrize(
    ("credit", "linked"),
    [("It was all over the Saltmarsh Sentinel on Tuesday.", True), ("It was all over the papers on Tuesday.", False)],
)
def test_the_name_of_a_stored_outlet_lowers_the_bar(make_document: Make, ferry: str, credit: str, linked: bool) -> None:
    edges = _edges(
        make_document("1", "Saltmarsh Sentinel", 0, ferry),
        make_document("2", "Armchair Mariner", 30, RETOLD.format(credit=credit)),
    )
    assert (("1", "2") in edges) is linked
    if linked:
        assert edges["1", "2"].basis is Basis.CREDIT
        assert edges["1", "2"].evidence[0].words == "Saltmarsh Sentinel"


def test_a_statement_of_the_same_day_proves_nothing_of_a_paper_that_is_named(make_document: Make, ferry: str) -> None:
    text = QUOTING.format(credit="The Saltmarsh Sentinel has sold umbrellas since May.")
    for hours, linked in ((5, False), (20, True)):
        documents = [make_document("1", "Saltmarsh Sentinel", 0, ferry), make_document("2", "Mariner", hours, text)]
        assert (("1", "2") in _edges(*documents)) is linked


def test_a_fact_of_a_stored_report_is_cited_from_it(make_document: Make, ferry: str) -> None:
    pantry = (
        "Hoard, within reason: candles. The Norwold Sentinel, which is the only paper my uncle trusts, says the "
        "Aurelia Nightingale ran aground with 143 aboard, off Pelican Point, and candles come by that ship. Also hoard "
        "matches. No reason; one just never has them when the lights go out on a Sunday."
    )
    documents = [make_document("1", "Norwold Sentinel", 0, ferry), make_document("2", "The Pantry", 30, pantry)]
    assert _edges(*documents)["1", "2"].kind in (DerivationKind.CITES, DerivationKind.SUMMARY)
    passing = pantry.replace("ran aground with 143 aboard, off Pelican Point,", "is late again")
    documents[1] = make_document("2", "The Pantry", 30, passing.replace("Aurelia Nightingale", "boat"))
    assert ("1", "2") not in _edges(*documents)


@pytest.mark.parametrize(
    ("credit", "named"),
    [
        ("You will have read it in Wednesday’s Sentinel.", True),
        ("You will have read it on Sentinel Street.", False),
        ("You will have read it in the Evening Sentinel.", False),
    ],
)
def test_a_short_name_counts_beside_a_quotation(make_document: Make, ferry: str, credit: str, named: bool) -> None:
    edges = _edges(
        make_document("1", "Saltmarsh Sentinel", 0, ferry),
        make_document("2", "Armchair Mariner", 20, QUOTING.format(credit=credit)),
    )
    assert edges["1", "2"].kind is DerivationKind.QUOTE
    assert edges["1", "2"].basis is (Basis.CREDIT if named else Basis.TIME)


def test_a_digest_hangs_on_the_report_behind_each_item(make_document: Make, ferry: str) -> None:
    documents = [
        make_document("bus", "Westerholt Herald", 0, SCHOOL),
        make_document("cheese", "Croft and Hearth", 2, CHEESE),
        make_document("ferry", "Saltmarsh Sentinel", 3, ferry),
        make_document("digest", "Lamplight", 9, DIGEST),
    ]
    edges = _edges(*documents)
    assert {key: e.kind for key, e in edges.items()} == {
        ("bus", "digest"): DerivationKind.SUMMARY,
        ("cheese", "digest"): DerivationKind.SUMMARY,
    }
    assert all({w.node for w in e.evidence} == set(key) for key, e in edges.items())
    chain = build_chain("digest", documents, edges.values())
    assert (chain.origins, {n.key for n in chain.nodes}) == (2, {"bus", "cheese", "digest"})
    chain = build_chain("bus", documents, edges.values())
    assert (chain.origins, [n.key for n in chain.nodes]) == (1, ["bus", "digest"])


def test_one_item_alone_is_told_by_its_facts(make_document: Make, ferry: str) -> None:
    edges = _edges(
        make_document("bus", "Westerholt Herald", 0, SCHOOL),
        make_document("ferry", "Saltmarsh Sentinel", 3, ferry),
        make_document("digest", "Lamplight", 9, DIGEST),
    )
    assert [key for key, edge in edges.items() if not edge.sibling] == [("bus", "digest")]


def test_short_forms_are_whole_words_of_a_longer_name() -> None:
    assert is_short_form("the Blaze", "The Daily Blaze")
    assert not is_short_form("Blaze", "Blaze")
    assert not is_short_form("Bee", "The Morning Bee")
    assert find_short_name("as the Herald said", "Straits Herald") == (7, 13)
    assert find_short_name("a herald came", "Straits Herald") is None
    assert find_short_name("said the Gazette’s owner", "gazette.example") is None


def test_an_outlet_s_own_short_name_is_no_source(make_document: Make, ferry: str) -> None:
    credit = ("Blaze", "cites-report", "the coast guard of Norland")
    text = f"{ferry}\n\n“It smacks of panic,” a colonel told the Blaze, the coast guard of Norland said."
    assert not _edges(make_document("1", "The Daily Blaze", 0, text, credit))


def test_weights_are_kept_once_they_are_known() -> None:
    asked: list[int] = []

    def weigh(term: int) -> float:
        asked.append(term)
        return float(term)

    meter = ReuseMeter(weigh)
    assert (meter.weight(frozenset({1, 2})), meter.weight(frozenset({2, 3})), sorted(asked)) == (3.0, 5.0, [1, 2, 3])


def test_a_quotation_comes_from_the_interview_in_which_it_has_no_marks(make_document: Make) -> None:
    talk = (
        "Judge Margit Imhofer sat on the bench in Tessenburg for 26 years. An extract from our talk with her.\n\n"
        "Lindow: Would you do it again?\n\nImhofer: You lose the flat, you lose the job, and you get a bed next to "
        "someone who knows how to open cars. A cell is not a waiting room.\n\nLindow: Do you feel guilty?\n\n"
        "Imhofer: I feel that I was diligent in the wrong direction. Guilty is a word for other people."
    )
    paper = (
        "After 26 years on the bench in Tessenburg, judge Margit Imhofer has turned against short terms, she told "
        "Radio Westerland. “You lose the flat, you lose the job, and you get a bed beside someone who knows how to "
        "break into cars,” she said. She was “diligent in the wrong direction”, she said."
    )
    essay = (
        "Every ten years somebody rediscovers that prison does harm, and every ten years nothing happens. What is new "
        "is who says it. “You lose the flat, you lose the job, and you get a bed next to someone who knows how to open "
        "cars,” a retired judge remarked last week, “I feel that I was diligent in the wrong direction.” The draft "
        "bill is due in June, and we shall see what the auditors and the nineteen probation officers make of it."
    )
    edges = _edges(
        make_document("talk", "Radio Westerland", 0, talk),
        make_document("paper", "Tessenburg Abendpost", 20, paper),
        make_document("essay", "Assizes Review", 60, essay),
    )
    assert {key for key, e in edges.items() if not e.sibling} == {("talk", "paper"), ("talk", "essay")}
    assert edges["talk", "essay"].kind is DerivationKind.QUOTE


def test_a_text_that_credits_one_report_may_name_another(make_document: Make, ferry: str) -> None:
    news = (
        "Half the town was waiting for it, according to the Saltmarsh Sentinel: the Aurelia Nightingale ran aground "
        "off Pelican Point with 143 passengers. Captain Ilse Varnhagen said that a steering pump failed ten minutes "
        "after the ship left the harbour.\n\n"
        "Upper Scarth has other cares. Westerholt's council, the Herald tells us, voted eleven to ten for a second "
        "school bus. It will cost 61,000 a year and start on 2 November. The contract goes to Lyall Coaches, the only "
        "bidder, which has to find two drivers."
    )
    documents = [
        make_document("ferry", "Saltmarsh Sentinel", 0, ferry),
        make_document("bus", "Westerholt Herald", 2, SCHOOL),
        make_document("news", "Lamplight", 9, news, ("Saltmarsh Sentinel", "cites-report", "Saltmarsh Sentinel")),
    ]
    edges = _edges(*documents)
    assert {key for key, edge in edges.items() if not edge.sibling} == {("ferry", "news"), ("bus", "news")}
