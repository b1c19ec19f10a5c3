"""The reuse index: entries that wait are found too, the index is made anew after a migration or a repair."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.chain import Fingerprint
from reader.model.claim import Analysis
from reader.model.entry import EntryId
from reader.store import reuse_index
from reader.store.library import Library
from tests.store.kit import Clock, found, keep

FIRST_INDEX = """
DROP TABLE indexed; DROP TABLE unmerged; DROP TABLE reuse; DROP TABLE df; DROP TABLE uncounted; DROP TABLE reuse_state;
CREATE TABLE indexed (doc INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE);
CREATE TABLE rare (term INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (term, doc)) WITHOUT ROWID;
CREATE TABLE shingle (term INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (term, doc)) WITHOUT ROWID;
CREATE TABLE quote (term INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (term, doc)) WITHOUT ROWID;
CREATE TABLE df (term INTEGER PRIMARY KEY, n INTEGER NOT NULL);
CREATE TABLE uncounted (doc INTEGER PRIMARY KEY, terms BLOB NOT NULL);
INSERT INTO indexed VALUES (1); INSERT INTO rare VALUES (7, 1); INSERT INTO df VALUES (7, 1);
DROP TRIGGER attribution_came; DROP TRIGGER attribution_went; DROP TRIGGER official_came; DROP TRIGGER official_went;
DROP TRIGGER entry_dated; DROP TABLE people; DROP TABLE changed_names;
ALTER TABLE feeds DROP COLUMN remarks;
ALTER TABLE officials DROP COLUMN country;
PRAGMA user_version = 1;
"""
"""Takes the present tables back to those of the first schema."""


def some(rng: random.Random) -> Fingerprint:
    def numbers(count: int) -> tuple[int, ...]:
        return tuple(rng.getrandbits(64) - 2**63 for _ in range(count))

    return Fingerprint(numbers(90), numbers(20), numbers(9))


def test_every_entry_is_found_while_it_waits_and_afterwards(library: Library) -> None:
    rng = random.Random(1)
    prints = {keep(library, f"E{n}"): some(rng) for n in range(2 * reuse_index.TOGETHER + 3)}
    for number, fingerprint in prints.items():
        library.reuse.add(number, fingerprint)
        assert library.reuse.candidates(fingerprint, exclude=EntryId(0)) == (number,)
    for number, fingerprint in prints.items():
        for part in (Fingerprint(fingerprint.terms), Fingerprint((), fingerprint.shingles, ())):
            assert library.reuse.candidates(part, exclude=EntryId(0)) == (number,)
    assert library._db.row("SELECT count(*) FROM unmerged") == (3,)


def test_a_new_text_of_an_entry_is_found_with_the_old(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(2)
    monkeypatch.setattr(reuse_index, "TOGETHER", 2)
    number, other = keep(library, "A"), keep(library, "B")
    old, new = some(rng), some(rng)
    for fingerprint in (old, new):
        library.reuse.add(number, fingerprint)
        library.reuse.add(other, some(rng))
        library.reuse.add(number, fingerprint)
    for fingerprint in (old, new):
        assert library.reuse.candidates(fingerprint, exclude=EntryId(0)) == (number,)
    assert library.check() == []


def test_a_grown_library_counts_a_sample(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reuse_index, "YOUNG", 32)
    monkeypatch.setattr(reuse_index, "BATCH", 1)
    for n in range(32 + 10 * reuse_index.SAMPLE):
        library.reuse.add(keep(library, f"E{n}"), Fingerprint((8, 2 * n + 100), (), ()))
    assert library.reuse.counted() == 32 + 10
    assert library.reuse.document_frequency([8]) == {8: 42}


def _lost(library: Library) -> set[EntryId]:
    return set(library.reuse.missing(99))


def test_a_library_of_the_first_schema_keeps_everything_and_is_indexed_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    rng = random.Random(3)
    with Library.open(path, now=Clock()) as library:
        numbers = [keep(library, f"E{n}", "some words") for n in range(3)]
        for number in numbers[:2]:
            library.claims.keep(number, Analysis())
        library.entries.set_bookmarked(numbers[:1], True)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(FIRST_INDEX)
    with Library.open(path, now=Clock()) as library:
        assert len(found(library, "words")) == 3
        assert found(library, "is:bookmarked") == ["E0"]
        assert _lost(library) == set(numbers[:2]), "what is not analysed yet is indexed in its turn"
        prints = {number: some(rng) for number in numbers}
        library.reuse.add_missing([(numbers[1], prints[numbers[1]])])
        assert _lost(library) == {numbers[0]}
        library.reuse.add_missing([(numbers[0], prints[numbers[0]])])
        assert _lost(library) == set()
        for number in numbers[:2]:
            assert library.reuse.candidates(prints[number], exclude=EntryId(0)) == (number,)
        assert library.check() == []


def test_a_repair_empties_the_index_to_have_it_made_anew(library: Library) -> None:
    number, later = keep(library, "A"), keep(library, "B")
    print_ = some(random.Random(4))
    library.claims.keep(number, Analysis())
    library.reuse.add(number, print_)
    assert _lost(library) == set()
    library.repair()
    assert library.reuse.candidates(print_, exclude=EntryId(0)) == ()
    assert _lost(library) == {number}
    library.reuse.add_missing([(number, print_)])
    library.reuse.add(later, print_)
    assert set(library.reuse.candidates(print_, exclude=EntryId(0))) == {number, later}
