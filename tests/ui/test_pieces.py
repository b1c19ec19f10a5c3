"""The screen's parts that need no screen: folds, stories, rows of feeds, hints, names of files, pages."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Link
from reader.model.chain import Basis, Derivation, DerivationKind
from reader.model.claim import Claim, Kind
from reader.model.entry import EntryFilter, EntryId, EntrySummary
from reader.model.feed import FeedCounts, FeedId, FetchState, Subscription
from reader.text.spans import Span
from reader.ui.messages import FeedsState, SavedSearch
from reader.ui.screens.dialogs.why import distinct_claims
from reader.ui.screens.reading.exporting import free_path
from reader.ui.screens.reading.listing import filter_from, group_stories
from reader.ui.screens.reading.searching import as_typed
from reader.ui.widgets.entry_rows import PAGE, PAGES_KEPT, StoryFolds, SummaryPages
from reader.ui.widgets.feed_tree import tree_rows
from reader.ui.widgets.link_hints import LETTERS, LinkHints, find_spans


def edge(src: str, dst: str, kind: DerivationKind = DerivationKind.COPY) -> Derivation:
    return Derivation(src, dst, kind, 0.9, Basis.TEXT)


def test_text_that_went_from_one_to_the_other_makes_a_story_a_mention_does_not() -> None:
    edges = [edge("1", "5"), edge("ext:agency:x", "5"), edge("ext:agency:x", "7"), edge("8", "9", DerivationKind.CITES)]
    assert group_stories([9, 8, 7, 5, 1], edges) == {7: 7, 5: 7, 1: 7}


def test_an_entry_whose_relatives_are_not_listed_is_no_story() -> None:
    assert group_stories([5], [edge("1", "5")]) == {}


def test_folds_hide_all_but_the_newest_and_unfold_in_place() -> None:
    ids = array("q", [9, 8, 7, 6, 5])
    folds = StoryFolds({8: 8, 6: 8, 5: 8})
    assert list(folds.visible(ids)) == [9, 8, 7]
    assert folds.hidden_under(8) == 2
    assert folds.turn(6)
    assert list(folds.visible(ids)) == [9, 8, 6, 5, 7]
    assert folds.is_inside(6)
    assert not folds.is_inside(8)
    assert not folds.turn(9)


def test_what_was_unfolded_stays_so_in_the_next_listing() -> None:
    folds = StoryFolds({8: 8, 6: 8})
    folds.turn(8)
    assert list(folds.renew({8: 8, 6: 8}, fold=True).visible(array("q", [8, 7, 6]))) == [8, 6, 7]


@given(st.lists(st.integers(0, 50), unique=True), st.data())
def test_folding_neither_loses_nor_doubles_entries(ids: list[int], data: st.DataObject) -> None:
    stories: dict[int, int] = {}
    for number, entry_id in enumerate(ids):
        if data.draw(st.booleans()):
            stories[entry_id] = next((i for i in ids[:number] if stories.get(i) == i), entry_id)
    folds = StoryFolds(stories, fold=False)
    assert sorted(folds.visible(array("q", ids))) == sorted(ids)


def test_pages_are_read_once_and_the_oldest_is_dropped() -> None:
    asked: list[int] = []

    def source(ids: Sequence[int]) -> tuple[EntrySummary, ...]:
        asked.append(ids[0])
        now = datetime.now(UTC)
        return tuple(EntrySummary(EntryId(i), "t", "o", now, False, False) for i in ids if i != 3)

    pages, ids = SummaryPages(source), array("q", range(PAGE * (PAGES_KEPT + 1)))
    assert pages.get(ids, 3) is None  # gone meanwhile
    for row in (0, 1, PAGE, len(ids) - 1, -1, len(ids)):
        pages.get(ids, row)
    assert asked == [0, PAGE, PAGE * PAGES_KEPT]
    for page in range(PAGES_KEPT + 1):
        pages.get(ids, page * PAGE)
    pages.get(ids, 0)
    assert asked.count(0) == 2


def test_a_time_of_publication_that_lies_ahead_is_marked_as_that_of_coming() -> None:
    came = datetime(2026, 3, 2, 14, 57, tzinfo=UTC)
    summary = EntrySummary(EntryId(1), "t", "o", came, False, False, received_at=came)
    for published, marked in ((came.replace(year=2199), True), (came.replace(hour=9), False), (None, True)):
        assert replace(summary, published_at=published).is_received is marked


def test_rows_of_feeds_stand_in_folders_with_their_numbers() -> None:
    feeds = (
        Subscription(FeedId(1), "https://a.example/", "Zebra", folder="World"),
        Subscription(FeedId(2), "https://b.example/", "alpha", folder="World", state=FetchState(error="gone")),
        Subscription(FeedId(3), "https://c.example/", "Top"),
    )
    counts = {FeedId(1): FeedCounts(2, 5), FeedId(2): FeedCounts(1, 1)}
    state = FeedsState(feeds, counts, 4, 3, 2, (SavedSearch("one origin", "origins:1", 7),))
    rows = tree_rows(state)
    assert [row.label for row in rows] == [
        "All",
        "★ Bookmarks",
        "▪ Saved",
        "World",
        "alpha",
        "Zebra",
        "Top",
        "Searches",
        "one origin",
    ]
    assert [row.number for row in rows] == [3, 4, 2, 3, 1, 2, 0, None, 7]
    assert rows[-1].filter == EntryFilter(search="origins:1")
    closed = tree_rows(state, {"folder:World", "searches"})
    assert [row.label for row in closed] == ["All", "★ Bookmarks", "▪ Saved", "World", "Top", "Searches"]


def test_a_kept_place_that_does_not_fit_is_forgotten() -> None:
    assert filter_from({"feed_id": 3}) == EntryFilter(feed_id=3)
    assert filter_from({"colour": "red"}) == EntryFilter()
    assert filter_from("nonsense") == EntryFilter()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("fer", "fer*"),
        ("ferry ", "ferry"),
        ('"ferry str', '"ferry str'),
        ("is:unread", "is:unread"),
        ("ferry OR", "ferry OR"),
        ("f", "f"),
        ("-ferr", "-ferr*"),
        ("雪", "雪"),
    ],
)
def test_the_word_one_is_typing_may_go_on(typed: str, asked: str) -> None:
    assert as_typed(typed) == asked


def test_files_get_tame_names_and_overwrite_nothing(tmp_path: Path) -> None:
    first = free_path(tmp_path, "../../etc/passwd; rm -rf $(x)\x1b", "md")
    assert first == tmp_path / "etc-passwd-rm-rf-x.md"
    first.touch()
    assert free_path(tmp_path, "etc passwd rm rf x", "md").name == "etc-passwd-rm-rf-x-2.md"
    assert free_path(tmp_path, "///", "md").name == "article.md"


def test_hints_take_letters_until_a_link_is_named() -> None:
    links = [Link(Span(n, n + 1), f"https://example.org/{n}") for n in range(len(LETTERS) + 1)]
    hints = LinkHints()
    assert hints.begin([Link(Span(0, 1), "javascript:x")]) == 0
    assert hints.begin(links[:3]) == 3
    assert hints.type("s") == "https://example.org/1"
    assert not hints.active
    assert hints.begin(links) == len(links)  # too many for one letter each
    assert hints.type("a") == ""
    assert hints.type("s") == "https://example.org/1"
    hints.begin(links[:3])
    assert hints.type("q") == ""
    assert not hints.active


def test_what_an_outlet_says_again_in_the_same_words_is_listed_once() -> None:
    def claim(index: int, content: str, outlet: str) -> Claim:
        return Claim(
            EntryId(1), index, "A. Writer", content, "said", Kind.DIRECT, outlet, "", datetime(2026, 3, 14, tzinfo=UTC)
        )

    claims = [
        claim(0, "“We cannot sail,”", "One"),
        claim(1, "We cannot sail", "One"),
        claim(2, "We cannot sail", "Two"),
    ]
    assert [c.index for c in distinct_claims(claims, ("One", "Other words"))] == [0, 2]
    assert [c.index for c in distinct_claims(claims, ("One", "We cannot sail."))] == [2]


def test_words_are_found_whatever_their_case() -> None:
    assert find_spans("The ferry. the Ferry", "FERRY") == (Span(4, 9), Span(15, 20))
    assert find_spans("İstanbul", "stan") == (Span(1, 5),)
    assert find_spans("text", " ") == ()
