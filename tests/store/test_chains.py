import random
from dataclasses import replace
from datetime import timedelta

import pytest

from reader.model.chain import (
    Basis,
    ChainNode,
    Credit,
    Derivation,
    DerivationKind,
    Evidence,
    Fingerprint,
    Relation,
)
from reader.model.claim import Analysis
from reader.model.entry import EntryFilter, EntryId
from reader.store import reuse_index
from reader.store.library import Library
from reader.text.spans import Span
from tests.store.kit import START, keep


def edge(
    src: object, dst: object, kind: DerivationKind = DerivationKind.COPY, main: bool = True, sibling: bool = False
) -> Derivation:
    return Derivation(str(src), str(dst), kind, 0.8, Basis.TEXT, main=main, sibling=sibling)


def via(library: Library, number: EntryId) -> tuple[str, int]:
    (row,) = library.entries.summaries([number])
    return (row.via, row.more)


def test_credits_come_back_as_they_were_kept(library: Library) -> None:
    number = keep(library, "A")
    credits = (
        Credit("The Far Gazette", Relation.CITES_REPORT, "text", Span(3, 9), "told", via=1),
        Credit("state media", Relation.AGGREGATED_SUMMARY, "meta.og.site_name", Span(0, 4), generic=True),
    )
    library.chains.keep_credits(number, credits)
    assert library.chains.credits(number) == credits
    library.chains.keep_credits(number, credits[:1])
    assert library.chains.credits(number) == credits[:1]


def test_edges_come_back_as_they_were_kept(library: Library) -> None:
    number = keep(library, "A")
    edges = (
        Derivation(
            "ext:gazette:1",
            str(number),
            DerivationKind.REWRITE,
            0.75,
            Basis.CREDIT,
            (Evidence("ext:gazette:1", "text", Span(1, 5), "wörd \ud800", "credit"),),
            main=False,
            sibling=False,
            delay=timedelta(hours=-1, microseconds=7),
        ),
        edge("ext:wire:1", "ext:gazette:1", DerivationKind.CITES),
    )
    library.chains.keep_derivations(number, edges)
    assert set(library.chains.derivations([number])) == set(edges), "with what lies above a source not stored"
    library.chains.keep_derivations(number, edges[1:])
    assert library.chains.derivations([number]) == ()


def test_the_row_shows_the_outlets_above(library: Library) -> None:
    copy, last = keep(library, "Copy", outlet="Far Gazette"), keep(library, "Last", outlet="Digest")
    library.chains.keep_derivations(last, [edge(copy, last), edge("ext:other:1", last, main=False)])
    assert via(library, last) == ("Far Gazette", 0)
    library.chains.keep_nodes([ChainNode("ext:wire:1", "Wire & Sons"), ChainNode("ext:tv:1", "state TV", generic=True)])
    library.chains.keep_derivations(copy, [edge("ext:wire:1", copy), edge("ext:tv:1", "ext:wire:1")])
    assert via(library, copy) == ("Wire & Sons", 1)
    assert via(library, last) == ("Far Gazette", 2), "rows below a changed entry follow"
    assert [s.id for s in library.entries.first(EntryFilter(search="origins:1"), 9)] == [copy]
    assert [s.id for s in library.entries.first(EntryFilter(search="origins:2"), 9)] == [last]
    library.chains.keep_derivations(copy, [])
    assert via(library, copy) == ("", 0)
    assert via(library, last) == ("Far Gazette", 0)


def test_the_row_counts_the_origins_as_the_chain_does(library: Library) -> None:
    def origins() -> list[int]:
        return [
            next((n for n in range(9) if key in library.entries.ids(EntryFilter(search=f"origins:{n}"))), -1)
            for key in (a, b, c, d)
        ]

    a, b, c, d = (keep(library, name, outlet=f"Paper {name}") for name in "ABCD")
    library.chains.keep_derivations(d, [])
    assert origins() == [0, 0, 0, 0]
    library.chains.keep_derivations(b, [edge(a, b, sibling=True)])
    assert origins() == [1, 1, 0, 0], "copies of a source that nobody names"
    library.chains.keep_derivations(c, [edge(a, c), edge(b, c), edge("ext:wire:1", c, DerivationKind.CITES)])
    assert origins() == [1, 1, 1, 0]
    library.chains.keep_derivations(b, [])
    assert origins() == [1, 1, 2, 0], "what hangs under them follows"
    originals = library.entries.ids(EntryFilter(search="is:original"))
    assert set(originals) == {b, d}, "a is not traced yet, c is drawn from others"
    library.chains.keep_derivations(c, [edge(d, c), edge("ext:wire:1", c, DerivationKind.CITES)])
    assert origins() == [0, 0, 1, 1], "what is no source any longer"


def test_a_row_that_counts_otherwise_is_mended_when_it_is_asked_for(library: Library) -> None:
    report, citing = keep(library, "Report", outlet="Far Gazette"), keep(library, "Citing", outlet="Digest")
    library.chains.keep_derivations(citing, [edge(report, citing, DerivationKind.CITES)])
    library.chains.keep_derivations(report, [edge("ext:wire:1", report), edge("ext:tv:1", report, main=False)])
    assert library.chains.origins(citing) == library.chains.origins(report) == 2
    with library.transaction():
        library.chains._db.write("UPDATE entries SET origins = 7 WHERE id = ?", (citing,))
    assert set(library.entries.ids(EntryFilter(search="origins:7"))) == {citing}
    assert library.chains.origins(citing) == 2
    assert set(library.entries.ids(EntryFilter(search="origins:2"))) == {report, citing}
    assert library.chains.origins(keep(library, "Alone")) == 0


def test_an_edge_that_two_entries_brought_stays_with_either(library: Library) -> None:
    a, b = keep(library, "A"), keep(library, "B")
    top = edge("ext:tv:1", "ext:wire:1", DerivationKind.CITES)
    for number in (a, b):
        library.chains.keep_derivations(number, [edge("ext:wire:1", number), top])
    assert library.chains.derivations([a, b]).count(top) == 1
    library.chains.keep_derivations(b, [])
    assert top in library.chains.derivations([a])
    library.chains.keep_derivations(a, [])
    assert library.chains.derivations([a, b]) == ()


def test_circles_do_not_hang(library: Library) -> None:
    a, b = keep(library, "A", outlet="One"), keep(library, "B", outlet="Two")
    library.chains.keep_derivations(a, [edge(b, a)])
    library.chains.keep_derivations(b, [edge(a, b), edge(b, b)])
    assert via(library, a)[0] == "Two"
    assert set(library.chains.component(a)) == {a, b}


def test_nodes_are_known_by_entry_by_what_was_kept_or_by_their_key(library: Library) -> None:
    number = keep(library, "Head", published_at=START)
    kept = ChainNode("ext:wire:1", "The Wire", None, "Title", START, True, "televised briefing")
    library.chains.keep_nodes([kept])
    nodes = library.chains.nodes([str(number), "ext:wire:1", "ext:far gazette:a:b", "999", "nonsense"])
    assert nodes["ext:wire:1"] == kept
    assert nodes[str(number)] == ChainNode(str(number), "Example Courier", number, "Head", START)
    assert nodes["ext:far gazette:a:b"].outlet == "far gazette:a"
    assert nodes.keys() == {str(number), "ext:wire:1", "ext:far gazette:a:b"}


def test_a_component_is_joined_by_shared_text_only(library: Library) -> None:
    a, b, c, d, e = (keep(library, name) for name in "ABCDE")
    library.chains.keep_derivations(b, [edge(a, b), edge("ext:wire:1", b)])
    library.chains.keep_derivations(c, [edge("ext:wire:1", c)])
    library.chains.keep_derivations(d, [edge(c, d, sibling=True)])
    library.chains.keep_derivations(e, [edge(a, e, DerivationKind.CITES)])
    assert library.chains.component(a)[0] == a
    assert set(library.chains.component(a)) == {a, b, c, d}
    assert library.chains.component(e) == (e,)


def test_untraced_are_analysed_and_not_yet_traced(library: Library) -> None:
    old, new, raw = keep(library, "Old", published_at=START - timedelta(1)), keep(library, "New"), keep(library, "Raw")
    for number in (old, new):
        library.claims.keep(number, Analysis())
    assert library.chains.untraced(9) == (new, old)
    library.chains.keep_derivations(new, [])
    assert library.chains.untraced(9) == (old,)
    assert library.chains.untraced_among([old, new, raw]) == {old}
    assert raw not in library.chains.untraced(9)


def test_removing_a_saved_article_takes_its_edges_along(library: Library) -> None:
    saved, other = keep(library, "S", feed=None), keep(library, "O")
    library.chains.keep_derivations(other, [edge(saved, other)])
    library.reuse.add(saved, Fingerprint((1,), (2,), (3,)))
    library.entries.remove(saved)
    assert library.chains.derivations([other]) == ()
    assert library.reuse.candidates(Fingerprint((1,), (2,), (3,)), exclude=other) == ()


def numbers(rng: random.Random, count: int) -> tuple[int, ...]:
    return tuple(rng.getrandbits(64) - 2**63 for _ in range(count))


def test_candidates_are_found_by_any_of_three_traces(library: Library) -> None:
    rng = random.Random(3)
    common = numbers(rng, 20)
    prints = {keep(library, f"E{n}"): Fingerprint(common + numbers(rng, 80), numbers(rng, 30), numbers(rng, 9))
              for n in range(40)}  # fmt: skip
    for number, fingerprint in prints.items():
        library.reuse.add(number, fingerprint)
    by_term, by_shingle, by_quote, *_ = prints
    mine = keep(library, "Mine")
    wanted = Fingerprint(
        common + prints[by_term].terms[20:60] + numbers(rng, 40),
        prints[by_shingle].shingles[:9] + numbers(rng, 20),
        prints[by_quote].quotes[:3],
    )
    assert set(library.reuse.candidates(wanted, exclude=mine, limit=3)) == {by_term, by_shingle, by_quote}
    assert by_term not in library.reuse.candidates(wanted, exclude=by_term, limit=40)
    assert library.reuse.candidates(Fingerprint(numbers(rng, 9)), exclude=mine) == ()
    assert library.reuse.counted() == 40


def test_candidates_lie_in_the_time_window(library: Library) -> None:
    print_ = Fingerprint((1, 2, 3), (4, 5), (6,))
    far = keep(library, "Far", published_at=START - timedelta(days=70))
    near = keep(library, "Near", published_at=START - timedelta(days=20))
    for number in (far, near):
        library.reuse.add(number, print_)
    ask = library.reuse.candidates
    assert ask(print_, exclude=EntryId(99), around=START) == (near,)
    assert ask(print_, exclude=EntryId(99), around=START - timedelta(days=60)) == (far,)
    assert set(ask(print_, exclude=EntryId(99))) == {far, near}


def test_without_a_date_a_candidate_may_be_older_than_the_day_it_was_received_never_younger(library: Library) -> None:
    print_ = Fingerprint((1, 2, 3), (4, 5), (6,))
    undated = keep(library, "Undated")
    library.reuse.add(undated, print_)
    received = library.entries.received(undated)
    assert received is not None
    ask = library.reuse.candidates
    assert ask(print_, exclude=EntryId(99), around=received - timedelta(days=300)) == (undated,)
    assert ask(print_, exclude=EntryId(99), around=received + timedelta(days=20)) == (undated,)
    assert ask(print_, exclude=EntryId(99), around=received + timedelta(days=40)) == ()
    assert library.entries.received(EntryId(99)) is None


def test_frequencies_are_counted_once_for_each_entry(library: Library) -> None:
    for n in range(64):
        number = keep(library, f"E{n}")
        library.reuse.add(number, Fingerprint((7, 7, n + 1000), (), ()))
        library.reuse.add(number, Fingerprint((7,), (), ()))
    assert 64 - 64 // 16 <= library.reuse.counted() <= 64
    seven = library.reuse.document_frequency([7, 5])
    assert seven.keys() == {7}
    assert 64 - 64 // 16 <= seven[7] <= 64


def test_terms_seen_once_are_forgotten(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reuse_index, "FORGET", 4)
    rng = random.Random(1)
    for n in range(64):
        library.reuse.add(keep(library, f"E{n}"), Fingerprint((7, *numbers(rng, 20)), (), ()))
    rows = library._db.row("SELECT count(*) FROM df")
    assert rows is not None
    assert rows[0] < 400, "of 1,280 terms"
    assert library.reuse.document_frequency([7])[7] >= 56


@pytest.mark.parametrize("year", [1, 9999])
def test_candidates_near_the_ends_of_the_calendar(library: Library, year: int) -> None:
    around = START.replace(year=year, month=1 if year == 1 else 12, day=2 if year == 1 else 30)
    one, other = (keep(library, title, published_at=around) for title in "AB")
    for number in (one, other):
        library.reuse.add(number, Fingerprint((1,), (2,), (3,)))
    candidates = library.reuse.candidates(Fingerprint((1,), (2,), (3,)), exclude=one, around=around)
    assert candidates == ((other,) if year == 1 else ())  # none can be published after it is received


def test_of_other_siblings_the_proof_is_not_read(library: Library) -> None:
    a, b, c = (keep(library, name) for name in "ABC")
    lines = [replace(edge(one, other), sibling=True) for one, other in ((a, b), (a, c), (b, c))]
    proof = Evidence(str(c), "text", Span(0, 4), "said", "shared words")
    lines = [replace(line, evidence=(proof,), delay=timedelta(hours=1)) for line in lines]
    library.chains.keep_derivations(b, lines[:1])
    library.chains.keep_derivations(c, lines[1:])
    assert set(library.chains.derivations([a, b, c])) == set(lines)
    found = library.chains.derivations([a, b, c], siblings_of=a)
    assert set(found) == {*lines[:2], replace(lines[2], evidence=())}


def test_outlets_with_entries_are_known_whatever_the_case_and_the_article(library: Library) -> None:
    number = keep(library, "A")
    stored = library.entries.get(number)
    assert stored is not None
    name = stored.outlet
    assert library.chains.followed({name, name.upper(), f"the {name}", "Tide Daily", ""}) == {
        name,
        name.upper(),
        f"the {name}",
    }
