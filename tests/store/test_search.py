from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.model.chain import Basis, ChainNode, Credit, Derivation, DerivationKind, Relation
from reader.model.claim import Analysis, Attribution
from reader.model.entry import Entry, EntryFilter, EntryId
from reader.store import listing
from reader.store.library import Library, QueryError
from reader.store.query import FIELDS
from reader.text.spans import Span
from tests.store.kit import START, Clock, found, keep


@pytest.fixture(params=["few hits", "many hits"])
def shelf(library: Library, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Library:
    """Four entries, looked up by either of the two plans."""
    if request.param == "many hits":
        monkeypatch.setattr(listing, "FEW", -1)
    hour = timedelta(hours=1)
    keep(library, "Rail works delay trains", "The works on the line go on.", published_at=START - hour)
    keep(library, "Storm hits coast", "Naïve hopes, says the harbour.", published_at=START - 30 * hour, author="Ann Ek")
    keep(library, "Coast road closed", "No trains either.", feed="https://gazette.example/rss", outlet="Gazette",
         published_at=START - 300 * hour)  # fmt: skip
    keep(library, "Notes on trains", "An essay.", feed=None, outlet="Quarterly", published_at=START - 5000 * hour)
    return library


@pytest.mark.parametrize(
    ("search", "titles"),
    [
        ("", "RSCN"),
        ("trains", "RCN"),
        ("TRAINS coast", "C"),
        ('"the works"', "R"),
        ("naive", "S"),
        ("trai*", "RCN"),
        ("t*", "RSCN"),
        ("-trains", "S"),
        ("trains -works", "CN"),
        ("works OR harbour", "RS"),
        ("NOT (works OR harbour)", "CN"),
        ("title:trains", "RN"),
        ("text:trains", "C"),
        ("author:ek", "S"),
        ("outlet:gazette", "C"),
        ("feed:courier", "RS"),
        ("-feed:courier", "CN"),
        ("feed:quarterly", "N"),
        ("feed:2", "C"),
        ("after:yesterday", "RS"),
        ("after:2d", "RS"),
        ("before:7d", "CN"),
        ("after:2026-11-24", "R"),
        ("before:2026-11", "N"),
        ("after:3m -trains", "S"),
        ("is:unread", "RSCN"),
        ("is:read", ""),
        ("is:saved", "N"),
        ("has:note", ""),
        ("trains is:saved OR works", "RN"),
        ("nothinghere", ""),
    ],
)
def test_a_query_finds_what_it_says(shelf: Library, search: str, titles: str) -> None:
    names = {title[0]: title for title in found(shelf, "")}
    assert found(shelf, search) == [names[initial] for initial in titles]


def test_what_the_user_did_can_be_searched(shelf: Library) -> None:
    rail, storm, *_ = map(EntryId, shelf.entries.ids(EntryFilter()))
    shelf.entries.set_read([rail], True)
    shelf.entries.set_bookmarked([storm], True)
    shelf.entries.set_tags(rail, ["Über land", "x"])
    shelf.entries.set_note(storm, "ask again")
    shelf.feeds.update(shelf.feeds.all()[0].id, folder="Wörld")
    assert len(found(shelf, "is:unread")) == 3
    assert found(shelf, "is:bookmarked") == found(shelf, "has:note") == ["Storm hits coast"]
    assert found(shelf, 'tag:"uber land"') == found(shelf, "tag:ub*") == found(shelf, "has:tag")
    assert found(shelf, "has:tag") == ["Rail works delay trains"]
    assert found(shelf, "tag:uber") == []
    assert len(found(shelf, "folder:world")) == 2


def test_chains_and_speakers_can_be_searched(shelf: Library) -> None:
    rail, storm, coast, _ = map(EntryId, shelf.entries.ids(EntryFilter()))
    shelf.claims.keep(rail, Analysis((Attribution((Span(0, 3),), speaker="Óscar Example"),)))
    shelf.chains.keep_nodes([ChainNode("ext:wire:1", "The Northern Wire")])
    edge = Derivation("ext:wire:1", str(rail), DerivationKind.COPY, 0.9, Basis.CREDIT)
    shelf.chains.keep_derivations(rail, [edge])
    shelf.chains.keep_derivations(storm, [])
    shelf.chains.keep_derivations(coast, [])
    shelf.chains.keep_credits(coast, [Credit("Northern Wire", Relation.WIRE, "text", Span(0, 2))])
    both = ["Rail works delay trains", "Coast road closed"]
    for search in ('origin:"Northern Wire"', 'origin:"the northern wire"', "origin:northern", "origin:north*"):
        assert found(shelf, search) == both
    assert found(shelf, "origin:wire") == found(shelf, "origin:nor") == []
    assert found(shelf, "origins:1") == found(shelf, "has:origin") == both[:1]
    assert found(shelf, "origins:2+") == []
    assert found(shelf, "is:original") == ["Storm hits coast"]
    for search in ("said-by:Example", 'said-by:"oscar example"', "said-by:oscar", "said-by:exa*", "has:claims"):
        assert found(shelf, search) == both[:1]
    assert found(shelf, "said-by:exam") == []
    body = keep(shelf, "Warehouse burns", "It burnt.")
    said = Attribution((Span(0, 2),), (Span(3, 8),), speaker="the Velmora Fire Brigade of Oststrand")
    shelf.claims.keep(body, Analysis((said,)))
    for search in ('said-by:"Fire Brigade"', 'said-by:"velmora fire"', "said-by:brigade", 'said-by:"fire brig"*'):
        assert found(shelf, search) == ["Warehouse burns"]
    assert found(shelf, 'said-by:"ire brigade"') == found(shelf, 'said-by:"fire brig"') == []


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ("said-by:Zorenskyi", True),
        ('said-by:"Mykola Zorenskiy"', True),
        ("said-by:Zorens*", True),
        ("said-by:Zorenko", False),
        ('said-by:"Petro Zorenskiy"', False),
        ('said-by:"foreign ministry"', False),
    ],
)
def test_a_speaker_is_found_by_other_spellings_of_the_name(shelf: Library, search: str, finds: bool) -> None:
    rail = EntryId(shelf.entries.ids(EntryFilter())[0])
    said = [Attribution((Span(0, 3),), speaker=name) for name in ("Mykola Zorensky", "interior ministry")]
    shelf.claims.keep(rail, Analysis(tuple(said)))
    assert found(shelf, search) == (["Rail works delay trains"] if finds else [])


def test_the_index_follows_every_change(library: Library) -> None:
    number = keep(library, "First title", "zebra", guid="g")
    assert found(library, "zebra") == ["First title"]
    keep(library, "Second title", "okapi", guid="g")
    assert found(library, "zebra") == found(library, "first") == []
    assert found(library, "okapi second") == ["Second title"]
    saved = keep(library, "Saved", "quagga", feed=None)
    library.entries.remove(saved)
    assert found(library, "quagga") == []
    feed = library.feeds.all()[0]
    library.feeds.update(feed.id, title="Renamed Herald")
    assert found(library, "outlet:herald") == ["Second title"]
    assert library.entries.first(EntryFilter(), 1)[0].outlet == "Renamed Herald"
    assert library.check() == []
    assert library.entries.find(str(number)) == number


def test_a_bad_query_is_refused_everywhere(library: Library) -> None:
    wanted = EntryFilter(search="titel:x")
    for ask in (library.entries.ids, library.entries.count, lambda f: library.entries.first(f, 5)):
        with pytest.raises(QueryError, match=r"did you mean title:\?"):
            ask(wanted)


@pytest.fixture(scope="module")
def one_shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("search")
    with Library.open(folder / "library.db", now=Clock()) as library:
        for title in ("alpha beta", "gamma NEAR delta", 'quo"te'):
            keep(library, title, "some text AND more")
        yield library


PIECES = st.sampled_from(
    [*(f"{field}:" for field in FIELDS), '"', "(", ")", "-", "*", " ", "OR", "NOT", "NEAR(a b)", "^a", "{title}:", "+",
     "title : a", "\x00", "\ud800", "a\x00b", "%", "_", "';--", "7d", "9999-12-31", "0001-01-01", "36500d", "is:read"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=8).map("".join))
@example('title:"a"" OR text:b"')
@example('feed:"' + "9" * 40 + '"')
@example("after:36500d")
@example("origin:\u0301")
@example("\U0001e900 \U0001f600a 𝔘nicode")
def test_no_text_reaches_the_search_engine_raw(one_shelf: Library, text: str) -> None:
    try:
        titles = found(one_shelf, text)
    except QueryError:
        return
    assert set(titles) <= set(found(one_shelf, ""))


def test_twenty_thousand_entries_are_paged(library: Library) -> None:
    feed = library.feeds.add("https://courier.example/feed")
    entries = [
        Entry(f"g{n}", f"Entry {n}", published_at=START - timedelta(minutes=(n * 7919) % 20_000)) for n in range(20_000)
    ]
    kept = library.entries.keep(feed.id, "Example Courier", entries)
    assert len(kept.new) == 20_000
    ids = library.entries.ids(EntryFilter())
    assert ids.typecode == "q"
    assert len(set(ids)) == 20_000
    pages = [s for at in range(0, 20_000, 5_000) for s in library.entries.summaries(ids[at : at + 5_000])]
    assert [p.id for p in pages] == list(ids)
    assert all(a.dated_at >= b.dated_at for a, b in pairwise(pages))
    assert library.entries.first(EntryFilter(), 50) == tuple(pages[:50])
    assert len(library.entries.set_read(ids, True)) == 20_000
    assert library.entries.count(EntryFilter(unread=True)) == 0


def test_a_page_is_read_without_touching_all_entries(library: Library) -> None:
    """The plans walk an index by date: no sorting, whatever the size."""
    for wanted in (EntryFilter(), EntryFilter(feed_id=1), EntryFilter(unread=True), EntryFilter(bookmarked=True)):
        table, condition, parameters = listing._selection(library._db, wanted, START)
        plan = library._db.read(
            f"EXPLAIN QUERY PLAN SELECT title FROM {table} WHERE {condition} "
            "ORDER BY dated_at DESC, entries.id DESC LIMIT 50",
            parameters,
        )
        assert not any("TEMP B-TREE" in row[3] for row in plan), plan
