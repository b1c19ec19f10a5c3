from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reader.model.article import Article, Emphasis, Link, Paragraph, Role
from reader.model.claim import Analysis
from reader.model.entry import CreditElement, Enclosure, Entry, EntryFilter, EntryId, EntryStatus, TextOrigin
from reader.model.feed import FeedId
from reader.store.library import Library, StoreError
from reader.text.spans import Span
from tests.store.kit import START, Clock, found, keep

FULL = Entry(
    guid="g1",
    title="Ein Titel",
    url="https://courier.example/1",
    author="By A. Writer, Example Agency",
    published_at=datetime(2026, 11, 23, 12, 30, 1, 5, tzinfo=UTC),
    updated_at=datetime(2026, 11, 23, 13, tzinfo=UTC),
    html="<p>Text — with <b>marks</b> 😀</p>",
    summary_html="<p>Text</p>",
    credit_elements=(CreditElement("source", "Example Agency", "https://agency.example/"),),
    categories=("World", "Rail"),
    enclosures=(Enclosure("https://courier.example/a.mp3", "audio/mpeg", 12), Enclosure("https://courier.example/b")),
    language="de",
)
ARTICLE = Article(
    text="Head\nText with marks",
    paragraphs=(Paragraph(Span(0, 4), Role.HEADING, 2), Paragraph(Span(5, 20), quoted=True, listed=True)),
    headline="Ein Titel",
    outlet="Courier",
    url="https://courier.example/1",
    byline="By A. Writer",
    dateline=Span(5, 9),
    published_at=START,
    language="de",
    links=(Link(Span(5, 9), "https://courier.example/2"),),
    emphasis=((Span(15, 20), Emphasis.STRONG),),
    metadata={"ld.publisher": ("Courier", "Example Agency")},
)


def test_an_entry_comes_back_as_it_was_kept(library: Library) -> None:
    feed = library.feeds.add("https://courier.example/feed")
    kept = library.entries.keep(feed.id, "Courier", [FULL])
    stored = library.entries.get(kept.new[0])
    assert stored is not None
    assert stored.entry == FULL
    assert (stored.outlet, stored.feed_id, stored.received_at) == ("Courier", feed.id, START)
    assert (stored.status, stored.text_origin) == (EntryStatus(), TextOrigin.FEED)


def test_an_article_comes_back_as_it_was_kept(library: Library) -> None:
    number = keep(library, "Title", "old words")
    assert library.entries.article(number) is None
    library.entries.keep_article(number, ARTICLE, TextOrigin.PAGE)
    assert library.entries.article(number) == ARTICLE
    stored = library.entries.get(number)
    assert stored is not None
    assert stored.text_origin is TextOrigin.PAGE
    assert found(library, "marks") == ["Title"]
    assert found(library, "words") == []
    with pytest.raises(StoreError, match="no entry 99"):
        library.entries.keep_article(EntryId(99), ARTICLE, TextOrigin.PAGE)


def test_fetching_again_adds_nothing(library: Library) -> None:
    feed = library.feeds.add("https://courier.example/feed")
    entries = [FULL, replace(FULL, guid="g2"), replace(FULL, guid="g2", title="the later one counts")]
    first = library.entries.keep(feed.id, "Courier", entries)
    assert len(first.new) == 2
    for _ in range(3):
        again = library.entries.keep(feed.id, "Courier", entries)
        assert (again.new, again.changed, again.unchanged) == ((), (), 2)
    assert found(library, "") == ["the later one counts", "Ein Titel"]


def test_one_guid_in_two_feeds_is_two_entries(library: Library) -> None:
    a = keep(library, "Title", guid="same")
    b = keep(library, "Title", guid="same", feed="https://gazette.example/rss")
    c = keep(library, "Title", guid="same", feed=None)
    assert len({a, b, c}) == 3
    assert keep(library, "Title", "other text", guid="same", feed=None) == c


def test_a_changed_text_keeps_marks_and_place_and_is_analysed_again(library: Library, clock: Clock) -> None:
    number = keep(library, "Title", "old", guid="g", published_at=START - timedelta(hours=2))
    newer = keep(library, "Newer", published_at=START - timedelta(hours=1))
    library.entries.keep_article(number, Article("old"), TextOrigin.FEED)
    library.claims.keep(number, Analysis())
    library.entries.set_read([number], True)
    library.entries.set_note(number, "mine")
    clock.go(hours=5)
    assert keep(library, "Title", "new", guid="g", published_at=clock.time) == number
    stored = library.entries.get(number)
    assert stored is not None
    assert (stored.status.read, stored.status.note, stored.entry.html) == (True, "mine", "new")
    assert library.entries.article(number) is None
    assert library.claims.get(number) is None
    assert number in library.entries.unprocessed(10)
    assert list(library.entries.ids(EntryFilter())) == [newer, number], "a new date must not move it up"


@pytest.mark.parametrize("why", ["bookmarked", "from the page"])
def test_a_text_that_claims_rest_on_is_kept(library: Library, why: str) -> None:
    number = keep(library, "Title", "old", guid="g")
    library.entries.keep_article(number, Article("old"), TextOrigin.PAGE if why == "from the page" else TextOrigin.FEED)
    library.claims.keep(number, Analysis())
    if why == "bookmarked":
        library.entries.set_bookmarked([number], True)
    feed = library.feeds.all()[0]
    kept = library.entries.keep(feed.id, "Courier", [Entry("g", "New title", html="new")], texts={"g": "new"})
    assert (kept.new, kept.changed) == ((), ())
    assert library.entries.article(number) == Article("old")
    assert library.claims.get(number) == Analysis()
    assert found(library, "old") == ["New title"]
    assert library.check() == []


def test_an_article_of_another_text_makes_the_analysis_void(library: Library) -> None:
    number = keep(library, "Title", "same")
    library.entries.keep_article(number, Article("same"), TextOrigin.FEED)
    library.claims.keep(number, Analysis())
    library.entries.keep_article(number, Article("same", headline="better"), TextOrigin.FEED)
    assert library.claims.get(number) == Analysis()
    library.entries.keep_article(number, Article("other"), TextOrigin.PAGE)
    assert library.claims.get(number) is None


def test_a_date_in_the_future_does_not_stay_on_top(library: Library, clock: Clock) -> None:
    keep(library, "From the future", published_at=datetime(2199, 1, 1, tzinfo=UTC))
    clock.go(hours=1)
    keep(library, "Undated later one")
    assert found(library, "") == ["Undated later one", "From the future"]
    keep(library, "From the future", "changed text", published_at=datetime(2199, 1, 1, tzinfo=UTC))
    assert found(library, "") == ["Undated later one", "From the future"]


def test_entries_of_a_clock_that_ran_ahead_come_back_down(library: Library, clock: Clock) -> None:
    for number in range(3):
        keep(library, f"Honest {number}")
    clock.time = datetime(2199, 1, 1, tzinfo=UTC)
    keep(library, "Received in 2199")
    clock.time = START + timedelta(hours=1)
    keep(library, "Trigger")
    clock.go(hours=1)
    keep(library, "Fresh")
    assert found(library, "")[0] == "Fresh"


def test_a_clock_that_lags_behind_changes_no_order(library: Library, clock: Clock) -> None:
    for number in range(3):
        clock.go(hours=1)
        keep(library, f"Honest {number}")
    clock.time = datetime(2001, 1, 1, tzinfo=UTC)
    keep(library, "Received in 2001")
    assert found(library, "") == ["Honest 2", "Honest 1", "Honest 0", "Received in 2001"]


def test_marks_return_what_changed(library: Library) -> None:
    a, b = keep(library, "A"), keep(library, "B")
    assert library.entries.set_read([a], True) == (a,)
    assert library.entries.set_read([a, b, 999], True) == (b,)
    assert set(library.entries.set_read([a, b], False)) == {a, b}
    assert library.entries.set_bookmarked([b, b], True) == (b,)
    assert library.entries.set_bookmarked([b], True) == ()
    assert [s.id for s in library.entries.first(EntryFilter(bookmarked=True), 9)] == [b]


def test_tags_and_notes(library: Library) -> None:
    number = keep(library, "A")
    library.entries.set_tags(number, ["b", " two  words ", "a", "", "b"])
    library.entries.set_note(number, "line\nline")
    stored = library.entries.get(number)
    assert stored is not None
    assert (stored.status.tags, stored.status.note) == (("b", "two words", "a"), "line\nline")
    library.entries.set_tags(number, [])
    assert library.entries.get(number) == replace(stored, status=EntryStatus(note="line\nline"))


def test_finding_by_number_and_address(library: Library) -> None:
    number = keep(library, "A", url="https://courier.example/a")
    assert library.entries.find(f" {number} ") == number
    assert library.entries.find("https://courier.example/a") == number
    for text in ("", "0", "999", "9" * 30, "https://courier.example/b", "-1", "\ud800"):
        assert library.entries.find(text) is None


def test_only_saved_articles_can_be_removed(library: Library) -> None:
    feed, saved = keep(library, "A"), keep(library, "B", feed=None)
    library.entries.keep_article(saved, ARTICLE, TextOrigin.SAVED)
    library.entries.set_tags(saved, ["t"])
    with pytest.raises(StoreError, match="belongs to a feed"):
        library.entries.remove(feed)
    library.entries.remove(saved)
    library.entries.remove(saved)
    assert found(library, "") == ["A"]
    assert library.check() == []
    assert keep(library, "C", feed=None) > saved, "a number is never used again"


def test_unprocessed_are_the_newest_first_without_hidden_ones(library: Library) -> None:
    old = keep(library, "Old", published_at=START - timedelta(days=9))
    new = keep(library, "New")
    done = keep(library, "Done")
    gone = keep(library, "Hidden", feed="https://gazette.example/rss")
    library.claims.keep(done, Analysis())
    gazette = library.feeds.find("https://gazette.example/rss")
    assert gazette is not None
    library.feeds.remove(gazette.id)
    assert library.entries.unprocessed(10) == (new, old)
    assert gone not in library.entries.unprocessed(10)


def test_characters_that_cannot_be_kept_are_replaced(library: Library) -> None:
    number = keep(library, "lone \ud800 half", "text \udfff and", url="https://courier.example/\ud800")
    library.entries.keep_article(number, Article("a\ud800b", headline="\udc00"), TextOrigin.FEED)
    assert found(library, "lone") == ["lone \ufffd half"]
    article = library.entries.article(number)
    assert article is not None
    assert len(article.text) == 3
    assert library.check() == []


def test_entries_of_a_feed_that_is_not_there_are_refused(library: Library) -> None:
    with pytest.raises(StoreError, match="not in the library"):
        library.entries.keep(FeedId(42), "Nobody", [FULL])
    assert found(library, "") == []
