"""Reuse: measures, kinds, links and the alignment of sentences."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.plain import article_from_text
from reader.model.chain import DerivationKind
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.identity import find_outlet_name, outlet_key, same_outlet, same_owner
from reader.tracing.links.pairs import find_links, is_strong
from reader.tracing.reuse.alignment import align_sentences
from reader.tracing.reuse.index import MemoryIndex
from reader.tracing.reuse.kinds import judge_kind
from reader.tracing.reuse.overlap import ReuseMeter, weigh_terms
from reader.tracing.reuse.profile import Profile

Make = Callable[..., TracedDocument]


def _meter() -> ReuseMeter:
    return ReuseMeter(weigh_terms(lambda _: 2, 300))


def test_containment_is_measured_from_the_child(make_document: Make, ferry: str) -> None:
    whole, excerpt = make_document("1", "A", 0, ferry), make_document("2", "B", 1, "\n\n".join(ferry.split("\n\n")[:2]))
    meter = _meter()
    assert meter.measure(Profile(excerpt), Profile(whole)).covered == 1.0
    assert meter.measure(Profile(whole), Profile(excerpt)).covered < 0.6


def test_a_repeated_caption_counts_once(make_document: Make, ferry: str) -> None:
    caption = "Rescuers bring passengers of the stranded ferry to the quay in front of the old customs house."
    gallery = make_document("1", "A", 0, "\n\n".join([*[caption] * 12, "A poem about winter follows on page nine."]))
    profile = Profile(gallery)
    assert len(profile.words) < 40


def test_kinds_of_derivation(make_document: Make, ferry: str, reworded: str, independent: str) -> None:
    paragraphs = ferry.split("\n\n")
    source = Profile(make_document("0", "A", 0, ferry))
    sentences = [p.split(". ")[0] + "." for p in paragraphs]
    texts = {
        DerivationKind.COPY: ferry.replace("“", '"').replace("”", '"') + "\n\nThe mayor declined to comment.",
        DerivationKind.PARTIAL: "\n\n".join(paragraphs[:2]),
        DerivationKind.REWRITE: reworded,
        DerivationKind.SUMMARY: f"{sentences[0]} {sentences[2]} {sentences[4]}",
    }
    for kind, text in texts.items():
        child = Profile(make_document("1", "B", 1, text))
        assert judge_kind(child, source, _meter()) is kind


def test_what_a_text_adds_makes_no_copy_of_an_excerpt(make_document: Make, ferry: str, independent: str) -> None:
    paragraphs = ferry.split("\n\n")
    source = Profile(make_document("0", "A", 0, ferry))
    framed = Profile(make_document("1", "B", 1, "\n\n".join([*independent.split("\n\n")[:2], *paragraphs[1:3]])))
    assert judge_kind(framed, source, _meter()) is DerivationKind.PARTIAL
    own = independent.replace("that ship", "the ship").split("\n\n")
    block = "\n\n".join([paragraphs[2], paragraphs[3].split(" “")[0]])
    background = Profile(make_document("2", "B", 1, "\n\n".join([*own[:2], block, *own[3:]])))
    assert judge_kind(background, source, _meter()) is DerivationKind.PARTIAL


def test_an_independent_report_is_not_linked_and_a_rewording_is(
    make_document: Make, ferry: str, reworded: str, independent: str
) -> None:
    documents = [
        make_document("source", "Harbour Post", 0, ferry),
        make_document("reworded", "Tide Daily", 3, reworded),
        make_document("other", "Hookstone Echo", 4, independent),
    ]
    index = MemoryIndex(documents)
    assert {"source", "reworded"} <= set(index.candidates(documents[2])) | {"other", "source", "reworded"}
    profiles = {d.key: Profile(d) for d in documents}
    pairs = [("source", "reworded"), ("source", "other"), ("reworded", "other")]
    links = find_links(profiles, pairs, ReuseMeter(weigh_terms(index.frequency.__getitem__, index.documents)))
    assert set(links.text) == {frozenset(("source", "reworded"))}
    assert sorted(map(sorted, links.components(profiles))) == [["other"], ["reworded", "source"]]


def test_strong_reuse_needs_more_than_a_shared_statement(make_document: Make, ferry: str, independent: str) -> None:
    meter = _meter()
    one, other = Profile(make_document("1", "A", 0, ferry)), Profile(make_document("2", "B", 1, independent))
    assert meter.closest(one, other).longest_quote >= 10
    assert not is_strong(meter.closest(one, other))


def test_the_index_names_the_copy_first(make_document: Make, ferry: str, independent: str) -> None:
    documents = [
        make_document("1", "A", 0, ferry),
        make_document("2", "B", 1, ferry),
        make_document("3", "C", 2, independent),
    ]
    assert MemoryIndex(documents).candidates(documents[0])[0] == "2"


def test_outlets_have_one_key_for_names_hosts_and_addresses() -> None:
    assert same_outlet("The Harbour Post", "harbourpost.com")
    assert same_outlet("https://www.harbour-post.com/news/1", "Harbour Post")
    assert same_outlet("Tide Daily", "tidedaily.co.uk")
    assert not same_outlet("", "")
    assert outlet_key("Harbour Post") != outlet_key("Harbour Times")


def test_sister_papers_have_one_owner_and_strangers_none() -> None:
    assert same_owner("azcentral.com", "USA TODAY")
    assert not same_owner("Harbour Post", "Tide Daily")


def test_the_last_naming_of_an_outlet_is_found_in_any_spelling() -> None:
    text = "The AP has a bureau there. Rowing results of the day. Source: Associated Press."
    span = find_outlet_name(text, "apnews.com")
    assert span is not None
    assert span.of(text) == "Associated Press"
    assert find_outlet_name("he took some time to post it", "Post It") is None
    assert find_outlet_name("according to harbourpost.com", "harbourpost.com") is None


def test_alignment_shows_every_sentence_of_both_once(ferry: str, reworded: str) -> None:
    a, b = article_from_text(ferry), article_from_text(reworded)
    rows = align_sentences(a, b)
    left, right = [x for x, _ in rows if x], [y for _, y in rows if y]
    assert len(left) == len(set(left))
    assert right == sorted(right)
    facing = {x.of(ferry)[:20]: y.of(reworded) for x, y in rows if x and y}
    assert "1987" in facing["The Aurelia Nighting"]


@given(st.text(max_size=300), st.text(max_size=300))
def test_alignment_takes_any_two_texts(one: str, other: str) -> None:
    for left, right in align_sentences(article_from_text(one), article_from_text(other)):
        assert left is None or Span(0, len(one)).contains(left)
        assert right is None or Span(0, len(other)).contains(right)


def _counted(first: int, last: int) -> list[str]:
    return [
        f"Sentence {n} tells of barge {n * 7} and of its {n * 13} crates of tea in harbour {n}."
        for n in range(first, last)
    ]


def test_passages_in_a_row_are_an_excerpt_and_single_sentences_a_digest(make_document: Make) -> None:
    whole = _counted(0, 40)
    source = Profile(make_document("1", "A", 0, "\n\n".join(whole)))
    passages = Profile(make_document("2", "B", 1, "\n\n".join([*whole[2:8], *whole[20:25]])))
    picked = Profile(make_document("3", "C", 1, "\n\n".join(whole[3:36:4])))
    assert judge_kind(passages, source, _meter()) is DerivationKind.PARTIAL
    assert judge_kind(picked, source, _meter()) is DerivationKind.SUMMARY


def test_a_capital_makes_a_name_in_english_but_not_in_german(make_document: Make) -> None:
    german = (
        "Am Abend hat die Trainerin Nele Brokum mit der Mannschaft und dem Vorstand der ORU über das Spiel gesprochen."
    )
    assert Profile(make_document("1", "A", 0, german)).proper == {"trainerin", "nele", "brokum", "oru"}
    english = "In the evening the coach Nele Brokum spoke of the match with the Tarnby board."
    assert Profile(make_document("2", "B", 0, english)).proper == {"nele", "brokum", "tarnby"}
