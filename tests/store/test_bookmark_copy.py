import logging
from pathlib import Path

import pytest

from reader.model.article import Article
from reader.model.entry import EntryFilter, TextOrigin
from reader.store.bookmark_copy import copy_path, read_copy
from reader.store.library import Library
from tests.store.kit import COURIER, START, Clock, found, keep


def test_bookmarks_are_written_beside_the_library(library: Library) -> None:
    a, b, c = (keep(library, name, f"<p>{name}</p>", published_at=START) for name in "ABC")
    library.entries.keep_article(a, Article("full \ud800 text"), TextOrigin.PAGE)
    library.entries.set_note(a, "note")
    library.entries.set_tags(a, ["t"])
    library.entries.set_bookmarked([a, b], True)
    library.entries.set_bookmarked([b], False)
    library.entries.set_bookmarked([c], True)
    lines = read_copy(copy_path(library.path))
    assert [line["title"] for line in lines] == ["A", "C"]
    assert lines[0] | {"at": ""} == {
        "at": "",
        "bookmarked": True,
        "feed": COURIER,
        "feed_title": "",
        "outlet": "Example Courier",
        "guid": "A",
        "title": "A",
        "url": "",
        "author": "",
        "published_at": 1795503600000000,
        "note": "note",
        "tags": ["t"],
        "html": "<p>A</p>",
        "text": "full \ufffd text",
    }


def test_the_copy_is_written_anew_each_day(library: Library, clock: Clock) -> None:
    number = keep(library, "A")
    for _ in range(5):
        library.entries.set_bookmarked([number], True)
        library.entries.set_bookmarked([number], False)
    lines = copy_path(library.path).read_text().splitlines()
    assert len(lines) == 10
    clock.go(days=1)
    library.entries.set_bookmarked([number], True)
    assert len(copy_path(library.path).read_text().splitlines()) == 1
    assert not list(library.path.parent.glob("*.part"))


def test_a_copy_that_was_lost_is_noticed_and_written_anew(library: Library) -> None:
    library.entries.set_bookmarked([keep(library, "A"), keep(library, "B")], True)
    assert library.check() == []
    copy_path(library.path).unlink()
    assert library.check() == [f"{copy_path(library.path)}: this side copy lacks 2 bookmarks"]
    assert "bookmarks.jsonl was written anew" in library.repair()
    assert library.check() == []
    assert [line["title"] for line in read_copy(copy_path(library.path))] == ["A", "B"]


def test_a_line_that_was_cut_off_is_passed_over(library: Library) -> None:
    number = keep(library, "A")
    library.entries.set_bookmarked([number], True)
    path = copy_path(library.path)
    with path.open("ab") as file:
        file.write(b'\xff\n[]\n{"guid": 7}\n{"bookmarked": true, "guid": "B"')
    assert [line["guid"] for line in read_copy(path)] == ["A"]
    assert read_copy(path.with_name("none")) == []


def test_the_users_action_does_not_fail_with_the_copy(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    copy_path(library.path).mkdir()
    number = keep(library, "A")
    with caplog.at_level(logging.WARNING):
        assert library.entries.set_bookmarked([number], True) == (number,)
    assert "side copy" in caplog.text
    assert found(library, "is:bookmarked") == ["A"]


def test_bookmarks_come_back_when_the_library_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path, now=Clock()) as library:
        a, saved = keep(library, "A", "apple"), keep(library, "S", "berry", feed=None, outlet="Quarterly")
        keep(library, "Plain")
        library.entries.set_note(a, "note")
        library.entries.set_bookmarked([a, saved], True)
    path.write_bytes(b"rubbish" * 999)
    done = Library.recover(path, now=Clock())
    assert "2 bookmarks" in done[-1]
    with Library.open(path, now=Clock()) as library:
        assert set(found(library, "")) == set(found(library, "is:bookmarked")) == {"A", "S"}
        assert found(library, "apple has:note feed:courier") == ["A"]
        assert found(library, "berry outlet:quarterly is:saved") == ["S"]
        again = keep(library, "A", "new text of the feed")
        assert again in library.entries.ids(EntryFilter(bookmarked=True))
        assert library.check() == []
