from datetime import timedelta

import pytest

from reader.model.article import Article
from reader.model.claim import Analysis, Attribution, Kind, Official
from reader.model.entry import EntryFilter, EntryId, TextOrigin
from reader.model.labels import office_words
from reader.store.library import Library
from reader.text.spans import Span
from tests.store.kit import START, keep


def spoken(
    library: Library, title: str, speaker: str, *, official: str = "", office: str = "", days: int = 0
) -> EntryId:
    """Keep an entry in which somebody speaks, and who the text says they are."""
    text = f"“Trains are late,” {speaker} said. {office}"
    number = keep(library, title, text, published_at=START - timedelta(days=days))
    library.entries.keep_article(number, Article(text), TextOrigin.FEED)
    place = text.index(speaker)
    span = Span(len(text) - len(office), len(text))
    library.claims.keep(
        number,
        Analysis(
            (Attribution((Span(1, 17),), (Span(text.index("said"), text.index("said") + 4),), speaker=speaker),),
            (Official(Span(place, place + len(speaker)), official, span if office else None),) if official else (),
        ),
    )
    return number


def test_an_analysis_comes_back_as_it_was_kept(library: Library) -> None:
    number = keep(library, "A", "x" * 100)
    analysis = Analysis(
        attributions=(
            Attribution(
                content=(Span(0, 4), Span(10, 14)),
                cue=(Span(5, 7),),
                source=(Span(7, 9),),
                kind=Kind.DIRECT,
                speaker="Ann Ek",
                rule="said-after-content",
            ),
            Attribution(content=(Span(0, 2),), parent=0),
            Attribution(content=(), source=(), speaker=""),
        ),
        officials=(
            Official(Span(7, 9), "Ann Ek", Span(20, 25), Span(26, 30), (Span(40, 42), Span(50, 52)), Span(20, 22)),
            Official(Span(60, 64), "Bo Ek"),
        ),
        collectives=(Span(70, 75), Span(80, 84)),
    )
    assert library.claims.get(number) is None
    library.claims.keep(number, analysis)
    assert library.claims.get(number) == analysis
    assert library.entries.summaries([number])[0].claims == 3
    library.claims.keep(number, Analysis())
    assert library.claims.get(number) == Analysis()
    assert library.claims.get(EntryId(99)) is None


def test_offices_that_are_one_in_other_words_are_no_other_office(library: Library) -> None:
    told = ["the head", "committee head", "head of the committee", "Mayor of Harnsey", "mayor"]
    for days, office in enumerate(told):
        spoken(library, office, "Ann Ek", official="Ann Ek", office=office, days=days)
    (record,) = library.claims.officials()
    assert record.office == "Mayor of Harnsey", "the fullest of those that agree with the earliest"
    assert record.other_offices == ("the head",)
    again = library.claims.officials(among=library.entries.ids(EntryFilter()))
    assert again == (record,), "what is kept is what joining anew gives"


def test_officials_are_merged_over_the_library(library: Library) -> None:
    spoken(library, "A", "Ann EK", official="Ann EK", office="head of stations", days=9)
    newest = spoken(library, "B", "Ann Ek", official="Ann Ek", office="minister of rails", days=1)
    spoken(library, "C", "Bo Berg", official="Bo Berg", days=2)
    records = library.claims.officials()
    assert [(r.full_name, r.claims, r.articles) for r in records] == [("Ann Ek", 2, 2), ("Bo Berg", 1, 1)]
    assert records[0].office == "minister of rails"
    stored = library.entries.get(newest)
    assert stored is not None
    assert records[0].last_seen_at == stored.dated_at
    assert [r.full_name for r in library.claims.officials("MINISTER rails")] == ["Ann Ek"]
    assert library.claims.officials("nobody") == ()
    assert records[0].other_offices == ("head of stations",)
    assert [r.full_name for r in library.claims.officials("head of stations")] == ["Ann Ek"]
    assert len(library.claims.officials(limit=1)) == 1


def test_a_bare_surname_is_counted_to_the_only_full_name(library: Library) -> None:
    spoken(library, "A", "Ann Ek", official="Ann Ek", days=3)
    spoken(library, "B", "Ek", days=1)
    assert [(r.full_name, r.claims) for r in library.claims.officials()] == [("Ann Ek", 2)]
    assert len(library.claims.said_by("ann ek")) == len(library.claims.said_by("Ek")) == 2
    spoken(library, "C", "Bo Ek", official="Bo Ek", days=2)
    assert {r.full_name: r.claims for r in library.claims.officials()} == {"Ann Ek": 1, "Bo Ek": 1, "Ek": 1}
    assert len(library.claims.said_by("Ann Ek")) == len(library.claims.said_by("Ek")) == 1


def test_a_collective_is_no_surname(library: Library) -> None:
    spoken(library, "A", "Harbour police", days=1)
    spoken(library, "B", "police", days=2)
    assert {r.full_name: r.claims for r in library.claims.officials()} == {"Harbour police": 1, "police": 1}
    assert [c.speaker for c in library.claims.said_by("police")] == ["police"]


def test_collectives_are_listed_by_their_words(library: Library) -> None:
    number = keep(library, "A", "The Harbour\n Board met.")
    library.claims.keep(number, Analysis(collectives=(Span(4, 18),)))
    assert [(r.full_name, r.claims, r.articles) for r in library.claims.officials()] == [("Harbour Board", 0, 1)]


def test_bodies_without_a_name_are_listed_for_what_they_said_and_behind_those_that_have_one(library: Library) -> None:
    number = keep(library, "A", "Inspectors and the port authority met the Harbour Board.")
    library.claims.keep(number, Analysis(collectives=(Span(0, 10), Span(19, 33), Span(42, 55))))
    spoken(library, "B", "the port authority")
    spoken(library, "C", "The port authority")
    spoken(library, "D", "Ann Ek")
    names = [(r.full_name, r.claims) for r in library.claims.officials()]
    assert names == [("Ann Ek", 1), ("Harbour Board", 0), ("port authority", 2)]
    assert [r.full_name for r in library.claims.officials("authority")] == ["port authority"]


def test_spellings_of_one_person_are_one_row(library: Library) -> None:
    spoken(library, "A", "Volodymyr Brylsky", official="Volodymyr Brylsky", office="minister", days=4)
    spoken(library, "B", "Volodymyr Brylskyi", official="Volodymyr Brylskyi", days=3)
    spoken(library, "C", "Brylskiy", days=2)
    spoken(library, "D", "Olena Brylska", days=1)
    assert [(r.office, r.claims) for r in library.claims.officials()] == [("minister", 3), ("", 1)]
    for name in ("Volodymyr Brylsky", "volodymyr brylskyi", "Brylskiy", "Brylsky"):
        assert len(library.claims.said_by(name)) == 3
    assert len(library.claims.said_by("Olena Brylska")) == 1


def test_a_body_is_one_row_with_and_without_its_article(library: Library) -> None:
    number = keep(library, "A", "The growers' association met.")
    library.claims.keep(number, Analysis(collectives=(Span(0, 24),)))
    spoken(library, "B", "growers’ association")
    spoken(library, "C", "The growers’ association")
    assert [(r.full_name, r.claims, r.articles) for r in library.claims.officials()] == [("growers' association", 2, 3)]
    for name in ("growers' association", "growers’ association", "the Growers’ Association"):
        assert len(library.claims.said_by(name)) == 2


@pytest.mark.parametrize(
    "speaker", ["notice", "observers", "Traders", "Example Courier", "New York Times", "a new study"]
)
def test_outlets_documents_and_common_nouns_are_not_listed(library: Library, speaker: str) -> None:
    spoken(library, "A", speaker)
    assert library.claims.officials() == ()
    assert len(library.claims.said_by(speaker)) == 1


@pytest.mark.parametrize("speaker", ["Ann Ek", "Rescue officials", "Karl van Orlo", "Harbour police"])
def test_people_and_bodies_without_an_office_are_listed(library: Library, speaker: str) -> None:
    spoken(library, "A", speaker)
    assert [r.full_name for r in library.claims.officials()] == [speaker]


def test_what_somebody_said_comes_in_the_order_of_time(library: Library) -> None:
    late = spoken(library, "Late", "Ann Ek", days=1)
    early = spoken(library, "Early", "Ann Ek", days=5)
    claims = library.claims.said_by("Ann Ek")
    assert [c.entry_id for c in claims] == [early, late]
    assert (claims[0].content, claims[0].cue, claims[0].headline, claims[0].outlet, claims[0].index) == (
        "Trains are late,",
        "said",
        "Early",
        "Example Courier",
        0,
    )
    assert library.claims.said_by("") == library.claims.said_by("Nobody") == ()


def test_only_some_articles_count(library: Library) -> None:
    assert library.claims.officials(among=[]) == ()


def test_one_article_that_writes_a_body_with_and_without_its_article_is_one(library: Library) -> None:
    text = "“Late,” the Velmora Fire Brigade said. The Velmora Fire Brigade left."
    number = keep(library, "A", text)
    library.entries.keep_article(number, Article(text), TextOrigin.FEED)
    said = Attribution((Span(1, 6),), (Span(33, 37),), speaker="Velmora Fire Brigade")
    library.claims.keep(number, Analysis((said,), (), (Span(8, 32), Span(39, 63))))
    assert [(r.full_name, r.claims, r.articles) for r in library.claims.officials()] == [("Velmora Fire Brigade", 1, 1)]


def test_the_latest_country_that_is_stated_is_listed_and_found(library: Library) -> None:
    text = "France's minister Ann Ek"
    official = Official(Span(18, 24), "Ann Ek", Span(9, 17), country=Span(0, 6))
    library.claims.keep(keep(library, "A", text), Analysis((), (official,)))
    (record,) = library.claims.officials("france")
    assert (record.country, office_words(record)) == ("France", "minister, France")
    assert official.told == (Span(9, 17), Span(0, 6))
