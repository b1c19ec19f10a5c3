"""The kept list of people is that of joining all names anew, whatever came or went since it was made."""

import random
from collections.abc import Iterable
from datetime import timedelta

import pytest

from reader.model.claim import Analysis, Attribution, Official, OfficialRecord
from reader.model.entry import Entry, EntryFilter, EntryId
from reader.store import people_list
from reader.store.library import Library
from reader.store.people_list import PeopleList
from reader.text.spans import Span
from tests.store.kit import COURIER, START, keep

NAMES = (
    *("Volodymyr Brylsky", "Vladimir Brylskyi", "Olena Brylska", "Brylskiy", "V. Brylsky", "Ann Ek", "Ek", "Bo A. Ek"),
    *("Bo Ek Jr.", "Bo Ek", "the Harbour Board", "Harbour Board", "Board", "growers’ association", "police", "Traders"),
    *("The growers' association", "Example Courier", "Élodie Ek", "J. Ek", ".", "Jr.", "the Jr."),
)


def say(library: Library, title: str, names: Iterable[str], *, days: int = 0, bodies: Iterable[str] = ()) -> EntryId:
    """Keep an entry in which some speak (every second one as an official), and bodies that only stand there."""
    spoken, silent = list(names), list(bodies)
    text = " ".join((*spoken, *silent, "."))
    number = keep(library, title, text, published_at=START - timedelta(days=days))
    place, spans = 0, []
    for name in (*spoken, *silent):
        spans.append(Span(place, place + len(name)))
        place += len(name) + 1
    library.claims.keep(
        number,
        Analysis(
            tuple(Attribution((Span(0, 1),), speaker=name) for name in spoken),
            tuple(Official(span, name) for span, name in zip(spans, spoken[::2], strict=False)),
            tuple(spans[len(spoken) :]),
        ),
    )
    return number


def joined_anew(library: Library) -> tuple[OfficialRecord, ...]:
    """Return the list without anything that is kept of it."""
    return library.claims.officials(among=library.entries.ids(EntryFilter()))


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_is_what_joining_all_anew_gives(
    library: Library, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_list, "TOGETHER", 2)
    rng = random.Random(seed)
    saved: list[EntryId] = []
    for step in range(25):
        title = f"T{rng.randrange(12)}"  # some are kept again, with other names and another date
        number = say(
            library, title, rng.choices(NAMES, k=3), days=rng.randrange(40), bodies=rng.choices(NAMES[10:], k=1)
        )
        if rng.random() < 0.3:
            saved.append(keep(library, f"S{step}", "Ann Ek spoke.", feed=None))
            library.claims.keep(saved[-1], Analysis(officials=(Official(Span(0, 6), "Ann Ek"),)))
        if saved and rng.random() < 0.3:
            library.entries.remove(saved.pop())
        if rng.random() < 0.2:
            library.claims.keep(number, Analysis())
        if rng.random() < 0.7:
            assert library.claims.officials() == joined_anew(library)
    assert library.claims.officials() == joined_anew(library) != ()


def test_only_names_of_a_changed_surname_are_read_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        say(library, f"E{number}", [f"Ann Brill{'aeiou'[number % 5]}m{number}"])
    say(library, "A", ["Ann Ek", "Bo Ek"])
    library.claims.officials()
    read: list[set[str]] = []
    gather = PeopleList._gather

    def counted(people: PeopleList, *chosen: str) -> object:
        found = gather(people, *chosen)
        read.append(set(found))
        return found

    monkeypatch.setattr(PeopleList, "_gather", counted)
    library.claims.officials()
    assert read == []
    say(library, "B", ["Cy Ek"])
    library.claims.officials()
    assert read == [{"ann ek", "bo ek", "cy ek"}]


def test_what_came_since_is_told_of_a_library_that_cannot_be_written(library: Library) -> None:
    say(library, "A", ["Ann Ek"])
    library.claims.officials()
    say(library, "B", ["Ek", "Bo Berg"])
    library._db.read_only = True
    assert [(r.full_name, r.claims) for r in library.claims.officials()] == [("Ann Ek", 2), ("Bo Berg", 1)]
    assert len(library.claims.said_by("Ann Ek")) == 2


def test_a_name_with_junior_is_found_by_its_surname(library: Library) -> None:
    say(library, "A", ["Bo Ek Jr.", "Bo Ek", "Ek"])
    assert [(r.full_name, r.claims) for r in library.claims.officials()] == [("Bo Ek", 3)]
    for name in ("Bo Ek Jr.", "Bo Ek", "Ek"):
        assert len(library.claims.said_by(name)) == 3


def test_somebody_was_last_seen_when_the_article_is_dated_now(library: Library) -> None:
    say(library, "A", ["Ann Ek"], days=1)
    library.claims.officials()
    earlier = Entry("A", "A", html="Ann Ek .", published_at=START - timedelta(days=9))
    library.entries.keep(library.feeds.add(COURIER).id, "Example Courier", [earlier], texts={"A": "Ann Ek ."})
    assert [r.last_seen_at for r in library.claims.officials()] == [START - timedelta(days=9)]


def test_an_outlet_that_comes_later_leaves_the_list(library: Library) -> None:
    say(library, "A", ["Ann Ek", "Morning Lantern"])
    assert [r.full_name for r in library.claims.officials()] == ["Ann Ek", "Morning Lantern"]
    say(library, "B", ["Cy Dal", "The Morning Lantern"])
    keep(library, "C", "x", outlet="The Morning Lantern")
    assert [r.full_name for r in library.claims.officials()] == ["Ann Ek", "Cy Dal"]


def test_rules_of_another_version_join_all_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    say(library, "A", ["Ann Ek"])
    library.claims.officials()
    with library.transaction():
        library._db.write("UPDATE people SET full_name = 'by older rules'")
    assert [r.full_name for r in library.claims.officials()] == ["by older rules"]
    monkeypatch.setattr(people_list, "__version__", "999")
    assert [r.full_name for r in library.claims.officials()] == ["Ann Ek"]


def test_repair_makes_the_list_anew(library: Library) -> None:
    say(library, "A", ["Ann Ek"])
    library.claims.officials()
    with library.transaction():
        library._db.write("DELETE FROM people")
    assert library.claims.officials() == ()
    assert any("people" in line for line in library.repair())
    assert [r.full_name for r in library.claims.officials()] == ["Ann Ek"]


def test_the_list_of_an_older_library_is_made_when_it_is_asked_for(library: Library) -> None:
    say(library, "A", ["Ann Ek"])
    with library.transaction():
        for name in ("attribution_came", "attribution_went", "official_came", "official_went", "entry_dated"):
            library._db.write(f"DROP TRIGGER {name}")
        library._db.write("DROP TABLE people")
        library._db.write("DROP TABLE changed_names")
        library._db.write("ALTER TABLE feeds DROP COLUMN remarks")
        library._db.write("ALTER TABLE officials DROP COLUMN country")
        library._db.write("PRAGMA user_version = 2")
    library.close()
    again = Library.open(library.path, now=lambda: START)
    try:
        assert [(r.full_name, r.claims) for r in again.claims.officials()] == [("Ann Ek", 1)]
    finally:
        again.close()
