"""Threads, second processes and processes that are killed."""

import gc
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.model.entry import Entry, EntryFilter
from reader.store import database as database_module
from reader.store.bookmark_copy import copy_path, read_copy
from reader.store.library import Library, LibraryBusyError, StoreError
from tests.store.kit import Clock, found, keep

ROOT = Path(__file__).parents[2]

BOOKMARKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.store.library import Library
with Library.open(Path(sys.argv[1]), now=lambda: datetime.now(UTC)) as library:
    ids = list(map(int, sys.argv[2].split(",")))
    print("ready", flush=True)
    while True:
        for number in ids:
            library.entries.set_bookmarked([number], True)
            print("+", number, flush=True)
        for number in ids:
            library.entries.set_bookmarked([number], False)
            print("-", number, flush=True)
"""

KEEPER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from reader.model.entry import Entry
from reader.store.library import Library
name = sys.argv[2]
with Library.open(Path(sys.argv[1]), now=lambda: datetime.now(UTC)) as library:
    feed = library.feeds.add("https://courier.example/feed")
    for n in range(40):
        library.entries.keep(feed.id, name, [Entry(f"shared{n}", "Shared"), Entry(f"{name}{n}", "Own")])
        library.settings.put(name, str(n))
"""


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_no_acknowledged_bookmark_is_lost_by_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, now=Clock()) as library:
        ids = [keep(library, f"E{n}", "text") for n in range(20)]
    for round_ in range(6):
        with start(BOOKMARKER, str(path), ",".join(map(str, ids))) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline() == "ready\n"
            told = [process.stdout.readline() for _ in range(7 + 5 * round_)]
            process.send_signal(signal.SIGKILL)
            told += process.stdout.read().splitlines()
            assert process.stderr.read() == ""
        state: dict[int, bool] = {}
        whole = [line.split() for line in told if len(line.split()) == 2]
        for sign, number in whole:
            state[int(number)] = sign == "+"
        with Library.open(path, now=Clock()) as library:
            marked = set(library.entries.ids(EntryFilter(bookmarked=True)))
            # the change after the last one told may have been made too
            differing = [number for number, value in state.items() if (number in marked) != value]
            assert len(differing) <= 1
            assert library.check() == []
            copied = {line["title"] for line in read_copy(copy_path(path))}
            assert len(copied ^ set(found(library, "is:bookmarked"))) <= 1
            library.entries.set_bookmarked(ids, False)


def test_two_processes_keep_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "library.db"  # made by whichever comes first
    processes = [start(KEEPER, str(path), name) for name in ("one", "two")]
    faults = [process.communicate(timeout=60)[1] for process in processes]
    assert faults == ["", ""]
    with Library.open(path, now=Clock()) as library:
        assert len(found(library, "")) == 120, "shared ones are kept once"
        assert library.settings.get("one") == library.settings.get("two") == "39"
        assert library.check() == []


def test_a_library_that_is_held_too_long_is_told_in_one_line(
    library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.05)
    with Library.open(library.path, now=clock) as other, library.transaction():
        library.settings.put("a", "1")
        with pytest.raises(LibraryBusyError) as caught:
            other.settings.put("a", "2")
        assert len(str(caught.value).splitlines()) == 1
        assert other.settings.get("a") is None, "reading goes on"
    assert library.settings.get("a") == "1"


def test_many_threads_share_one_library(library: Library) -> None:
    feed = library.feeds.add("https://courier.example/feed")
    faults: list[BaseException] = []

    def work(name: int) -> None:
        try:
            for n in range(15):
                library.entries.keep(feed.id, "Courier", [Entry(f"{name}-{n}", f"Title {name}")])
                library.entries.count(EntryFilter(search="title"))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert library.entries.count(EntryFilter()) == 90


def test_the_connection_of_a_thread_goes_with_it(library: Library) -> None:
    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    def in_thread() -> None:
        thread = threading.Thread(target=lambda: library.feeds.all())
        thread.start()
        thread.join()

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("no /proc on this system")
    in_thread()
    gc.collect()
    before = open_files()
    for _ in range(10):
        in_thread()
    gc.collect()
    # SQLite keeps a closed connection's descriptor while another holds locks on the file, but uses it again
    assert open_files() <= before + 2


def test_a_closed_library_says_so(library: Library) -> None:
    library.close()
    library.close()
    for act in (library.feeds.all, lambda: library.settings.put("a", "b")):
        with pytest.raises(StoreError, match="closed"):
            act()


def test_closing_waits_for_other_threads(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db", now=Clock())
    inside, go_on = threading.Event(), threading.Event()
    result: list[str | None] = []

    def work() -> None:
        with library.transaction():
            library.settings.put("a", "kept")
            inside.set()
            go_on.wait(10)
        result.append("done")

    worker = threading.Thread(target=work)
    worker.start()
    inside.wait(10)
    closer = threading.Thread(target=library.close)
    closer.start()
    go_on.set()
    worker.join(10)
    closer.join(10)
    assert result == ["done"]
    with Library.open(tmp_path / "library.db", now=Clock()) as again:
        assert again.settings.get("a") == "kept"


def test_a_transaction_is_kept_whole_or_not_at_all(library: Library) -> None:
    def fail(value: str) -> None:
        with library.transaction():
            library.settings.put("a", value)
            keep(library, "Gone", "gone")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail("1")
    assert library.settings.get("a") is None
    assert found(library, "gone") == []
    with library.transaction():
        library.settings.put("a", "outer")
        with pytest.raises(ZeroDivisionError):
            fail("inner")
    assert library.settings.get("a") == "outer"
    assert found(library, "gone") == []
    assert library.check() == []


def test_what_the_user_did_is_synced_and_what_was_fetched_need_not_be(library: Library) -> None:
    levels: list[int] = []

    def level() -> int:
        row = library._db.row("PRAGMA synchronous")
        assert row is not None
        return int(row[0])

    number = keep(library, "A")
    levels.append(level())
    library.entries.set_read([number], True)
    levels.append(level())
    library.settings.put("a", "b")
    levels.append(level())
    library.entries.set_bookmarked([number], True)
    levels.append(level())
    assert levels == [1, 2, 1, 2], "1 is NORMAL, 2 is FULL"
    with pytest.raises(RuntimeError), library._db.transaction(durable=False):
        library.entries.set_read([number], False)
