import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.entry import Entry, EntryId
from reader.store import opening
from reader.store.database import Database
from reader.store.library import (
    Library,
    LibraryDamagedError,
    LibraryFullError,
    LibraryNewerError,
    LibraryReadOnlyError,
    StoreError,
)
from reader.store.opening import open_database, split_statements
from reader.store.schema import APPLICATION_ID, SCHEMA, VERSION
from tests.store.kit import START, Clock, found, keep


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def make(path: Path) -> None:
    with Library.open(path, now=Clock()) as library:
        keep(library, "A", "some words")


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def one_line(error: BaseException, path: Path) -> bool:
    return len(str(error).splitlines()) == 1 and str(path) in str(error)


def test_a_library_is_made_with_its_folder_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "library.db"
    make(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
    with Library.open(path, now=Clock()) as library:
        assert found(library, "words") == ["A"]
        assert library.check() == []


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    make(path)
    assert path.stat().st_size > 0


@pytest.mark.parametrize("left_in_log", [False, True])
def test_a_newer_library_is_refused_and_stays_as_it_is(path: Path, left_in_log: bool) -> None:
    make(path)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = files(path.parent)
    if not left_in_log:
        raw.close()
        before = files(path.parent)
    with pytest.raises(LibraryNewerError) as caught:
        Library.open(path, now=Clock())
    assert one_line(caught.value, path)
    after = files(path.parent)
    assert {name: data for name, data in after.items() if not name.endswith("-shm")} == {
        name: data for name, data in before.items() if not name.endswith("-shm")
    }
    raw.close()


@pytest.mark.parametrize("content", [b"x", b"not a database at all " * 99, b"SQLite format 3\x00", b"\x00" * 8192])
def test_what_is_no_database_is_refused_and_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LibraryDamagedError) as caught:
        Library.open(path, now=Clock())
    assert one_line(caught.value, path)
    assert files(path.parent) == {path.name: content}


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE t(x)")
    before = files(path.parent)
    with pytest.raises(LibraryDamagedError, match="another program"):
        Library.open(path, now=Clock())
    assert files(path.parent)[path.name] == before[path.name]
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA application_id = 77")
    with pytest.raises(LibraryDamagedError, match="another program"):
        Library.open(path, now=Clock())


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamagedError, match="is a folder"):
        Library.open(tmp_path, now=Clock())


def test_damage_inside_is_told_and_the_library_can_be_recovered(path: Path) -> None:
    with Library.open(path, now=Clock()) as library:
        for number in range(200):
            marked = keep(library, f"Entry {number:03d}", "word " * 500)
        library.entries.set_bookmarked([marked], True)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size // 3))
    broken = path.read_bytes()
    problems: list[str] = []
    try:
        with Library.open(path, now=Clock()) as library:
            problems = library.check()
    except LibraryDamagedError as error:
        problems = [str(error)]
    assert problems
    assert all(str(path) in line and len(line.splitlines()) == 1 for line in problems)
    done = Library.recover(path, now=Clock())
    assert (path.parent / "library.damaged-2026-11-24.db").read_bytes()[4096:] == broken[4096:]
    assert "library.damaged-2026-11-24.db" in done[0]
    with Library.open(path, now=Clock()) as library:
        assert library.check() == []
        assert found(library, "is:bookmarked") == ["Entry 199"]


def test_what_can_be_read_of_a_damaged_library_moves_over(path: Path) -> None:
    with Library.open(path, now=Clock()) as library:
        a, b = keep(library, "A", "apple"), keep(library, "B", "berry")
        library.entries.set_read([a], True)
        library.entries.set_tags(b, ["tag"])
    done = Library.recover(path, now=Clock())
    assert "2 entries of 1 feeds" in done[1]
    with Library.open(path, now=Clock()) as library:
        assert found(library, "is:read apple") == ["A"]
        assert found(library, "tag:tag berry") == ["B"]
        assert library.check() == []
    assert Library.recover(path, now=Clock())
    assert (path.parent / "library.damaged-2026-11-24-2.db").exists()


def test_repair_mends_the_search_index(path: Path) -> None:
    make(path)
    with Library.open(path, now=Clock()) as library:
        with library.transaction():
            library._db.write("INSERT INTO search(search) VALUES ('delete-all')")
        assert found(library, "words") == []
        assert any("search index" in line for line in library.check())
        assert library.repair()
        assert found(library, "words") == ["A"]
        assert library.check() == []


def test_a_damaged_text_is_told_and_does_not_stop_the_search(path: Path) -> None:
    with Library.open(path, now=Clock()) as library:
        number = keep(library, "A", "some words")
        with library.transaction():
            library._db.write("UPDATE entry_parts SET parts = x'00ff'")
        with pytest.raises(LibraryDamagedError) as caught:
            library.entries.get(number)
        assert len(str(caught.value).splitlines()) == 1
        assert found(library, "title:a") == ["A"]
        library.repair()
        assert found(library, "words") == []
        assert library.check() == []


STEPS = {VERSION: "CREATE TABLE extra (x REFERENCES feeds(id)); -- one\nINSERT INTO extra VALUES (1);"}


def test_an_older_library_is_brought_up_to_date_after_a_backup(path: Path) -> None:
    make(path)
    left = path.with_name("library.db.999999999.part")
    left.touch()
    with closing(open_database(path, START, version=VERSION + 1, migrations=STEPS)) as database:
        assert not left.exists(), "a backup that was cut off is cleared away"
        assert database.read("SELECT x FROM extra") == [(1,)]
        assert database.row("PRAGMA user_version") == (VERSION + 1,)
    backup = path.with_name(f"library.db.schema-{VERSION}-2026-11-24.backup")
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert raw.execute("SELECT title FROM entries").fetchall() == [("A",)]
    with pytest.raises(LibraryNewerError):
        Library.open(path, now=Clock())


def test_a_library_of_the_schema_before_gets_what_it_lacks(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript("ALTER TABLE officials DROP COLUMN country; ALTER TABLE people DROP COLUMN country;")
        raw.execute(f"PRAGMA user_version = {VERSION - 1}")
    with Library.open(path, now=Clock()) as library:
        library._db.row("SELECT country FROM officials")
        assert library.claims.officials() == ()
        assert found(library, "words") == ["A"]


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("CREATE TABLE extra (x); INSERT INTO nowhere VALUES (1);", "no such table: nowhere"),
        ("UPDATE entries SET feed_id = 99;", "1 rows lost their partner"),
    ],
    ids=["fails half-way", "breaks a foreign key"],
)
def test_a_migration_that_fails_leaves_the_old_library_whole(path: Path, sql: str, why: str) -> None:
    make(path)
    with pytest.raises(StoreError, match=why):
        open_database(path, START, version=VERSION + 1, migrations={VERSION: sql})
    with Library.open(path, now=Clock()) as library:
        assert found(library, "words") == ["A"]
        assert library._db.row("SELECT count(*) FROM sqlite_master WHERE name = 'extra'") == (0,)


def test_a_start_that_was_killed_half_way_is_finished_by_the_next(path: Path) -> None:
    opening._make_file(path)
    with closing(opening._open(path, True)) as database:
        opening._set_log(database)  # but no tables yet
    make(path)
    with Library.open(path, now=Clock()) as library:
        assert found(library, "") == ["A"]


def test_a_script_is_split_into_its_statements() -> None:
    script = "CREATE TABLE a(x); INSERT INTO a VALUES ('; --'); -- not; here\nCREATE TRIGGER t AFTER INSERT ON a\n"
    script += "BEGIN DELETE FROM a; DELETE FROM a; END;\nDELETE FROM a;\n"
    with closing(sqlite3.connect(":memory:")) as raw:
        statements = list(split_statements(script))
        for statement in statements:
            raw.execute(statement)  # refuses two at once
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (2,)
    assert len(statements) == 4 + 1, "the last is the empty end"
    assert all(sqlite3.complete_statement(s) for s in split_statements(SCHEMA))


@pytest.fixture(params=["read_only", "immutable"])
def locked_away(path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library on a medium that cannot be written (root may write anything, so the opening is told)."""
    make(path)
    monkeypatch.setattr(opening, "_is_writable", lambda _: False)
    if request.param == "immutable":
        original = Database.__init__

        def refuse(self: Database, path: Path, *, read_only: bool = False, immutable: bool = False) -> None:
            if not immutable:
                raise StoreError("no log can be made")
            original(self, path, immutable=True)

        monkeypatch.setattr(Database, "__init__", refuse)
    with Library.open(path, now=Clock()) as library:
        yield library


def test_a_library_that_cannot_be_written_can_be_read(locked_away: Library) -> None:
    assert locked_away.read_only
    assert found(locked_away, "words") == ["A"]
    assert locked_away.check() == []
    for act in (
        lambda: locked_away.entries.set_read([EntryId(1)], True),
        lambda: locked_away.feeds.add("https://x.example"),
        lambda: locked_away.settings.put("a", "b"),
    ):
        with pytest.raises(LibraryReadOnlyError) as caught:
            act()
        assert one_line(caught.value, locked_away.path)


def test_no_library_is_made_where_nothing_can_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_is_writable", lambda _: False)
    with pytest.raises(LibraryReadOnlyError):
        Library.open(path, now=Clock())
    (path.parent / "file").touch()
    with pytest.raises(StoreError) as caught:
        Library.open(path.parent / "file" / "library.db", now=Clock())
    assert len(str(caught.value).splitlines()) == 1


def test_a_full_disk_keeps_the_old_and_recovers(path: Path) -> None:
    with Library.open(path, now=Clock()) as library:
        number = keep(library, "A", "some words")
        pages = library._db.row("PRAGMA page_count")
        assert pages is not None
        library._db.row(f"PRAGMA max_page_count = {pages[0]}")
        entries = [Entry(f"big{n}", "Big", html=os.urandom(20_000).hex()) for n in range(50)]
        with pytest.raises(LibraryFullError) as caught:
            library.entries.keep(library.feeds.all()[0].id, "Courier", entries)
        assert one_line(caught.value, path)
        assert found(library, "") == ["A"]
        library._db.row("PRAGMA max_page_count = 1000000")
        keep(library, "After", "more")
        assert library.entries.set_read([number], True) == (number,)
        assert library.check() == []
