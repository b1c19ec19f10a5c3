import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from reader.model.entry import EntryFilter
from reader.pipeline.progress import Progress
from reader.pipeline.refresh import refresh
from reader.pipeline.services import Services
from reader.pipeline.subscribe import subscribe
from reader.store.library import LibraryFullError
from reader.web.fetch import FetchCancelled, FetchError, Request, Response
from tests.pipeline.kit import FERRY, NOW, Clock, FakeWeb, rss

URL = "https://gazette.example/feed.xml"
OTHER = "https://courier.example/rss"


def titles(services: Services) -> list[str]:
    return [entry.title for entry in services.library.entries.first(EntryFilter(), 100)]


def test_a_feed_is_fetched_kept_and_analysed(services: Services, web: FakeWeb) -> None:
    services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY), ("b", "Fair weather", "<p>Sun.</p>")]))
    report = refresh(services)
    (outcome,) = report.feeds
    assert (outcome.title, outcome.new, outcome.changed, outcome.error) == ("Eastmoor Gazette", 2, 0, "")
    assert (report.new, report.failed, report.processed) == (2, 0, 2)
    assert titles(services) == ["Ferry stops", "Fair weather"]
    (ferry,) = services.library.entries.first(EntryFilter(search="trawler"), 5)
    assert ferry.outlet == "Eastmoor Gazette"
    assert (ferry.claims or 0) >= 2


def test_fetch_only_leaves_the_analysis_to_the_next_run(services: Services, web: FakeWeb) -> None:
    services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))
    assert refresh(services, fetch_only=True).processed == 0
    assert len(services.library.entries.unprocessed(10)) == 1
    assert refresh(services).processed == 1
    assert services.library.entries.unprocessed(10) == ()


def test_validators_are_sent_back_and_304_changes_nothing(services: Services, web: FakeWeb, clock: Clock) -> None:
    feed = services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]), etag='"v1"', last_modified="then")
    refresh(services)
    web.answers[URL] = Response(URL, 304, not_modified=True)
    clock.advance(hours=1)
    (outcome,) = refresh(services).feeds
    assert outcome.not_modified
    assert (web.requests[-1].etag, web.requests[-1].last_modified) == ('"v1"', "then")
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert (kept.state.etag, kept.state.checked_at, kept.state.changed_at) == ('"v1"', clock.now, NOW)


def test_validators_of_a_body_that_is_no_feed_are_not_kept(services: Services, web: FakeWeb) -> None:
    feed = services.library.feeds.add(URL)
    web.put(URL, "<!doctype html><html><body>Maintenance</body></html>", etag='"bad"')
    (outcome,) = refresh(services).feeds
    assert "web page, not a feed" in outcome.error
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert (kept.state.etag, kept.state.failures) == ("", 1)
    assert "web page" in kept.state.error


def test_one_bad_feed_costs_the_others_nothing(services: Services, web: FakeWeb) -> None:
    services.library.feeds.add(OTHER)
    services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))
    seen: list[Progress] = []
    report = refresh(services, report=seen.append)
    assert (report.new, report.failed) == (1, 1)
    assert {outcome.error for outcome in report.feeds} == {"", "there is no such host"}
    assert [(p.done, p.total) for p in seen if p.total == 2][:2] == [(1, 2), (2, 2)]
    assert any(p.problem == "there is no such host" for p in seen)


def test_a_failure_keeps_the_entries_and_the_next_success_clears_it(
    services: Services, web: FakeWeb, clock: Clock
) -> None:
    feed = services.library.feeds.add(URL)
    body = rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)])
    web.put(URL, body, etag='"v1"')
    refresh(services)
    web.answers[URL] = FetchError("gazette.example did not answer in time")
    for _ in range(2):
        clock.advance(days=1)
        refresh(services)
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert (kept.state.failures, kept.state.etag) == (2, '"v1"')
    assert titles(services) == ["Ferry stops"]
    web.put(URL, body)
    clock.advance(days=1)
    refresh(services)
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert (kept.state.failures, kept.state.error) == (0, "")


def test_what_is_not_due_is_left_alone(services: Services, web: FakeWeb, clock: Clock) -> None:
    services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))
    assert len(refresh(services).feeds) == 1
    clock.advance(minutes=5)
    assert refresh(services).feeds == ()
    assert len(refresh(services, everything=True).feeds) == 1
    clock.advance(hours=13)
    assert len(refresh(services).feeds) == 1


def test_the_user_can_ask_for_longer_pauses(services: Services, web: FakeWeb, clock: Clock) -> None:
    patient = replace(services.settings, refresh=replace(services.settings.refresh, shortest_minutes=24 * 60))
    services = replace(services, settings=patient)
    feed = services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))
    refresh(services)
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert kept.state.due_at == NOW + timedelta(days=1)


def test_a_server_that_wants_to_be_left_alone_is(services: Services, web: FakeWeb, clock: Clock) -> None:
    feed = services.library.feeds.add(URL)
    web.answers[URL] = FetchError("too many requests", status=429, retry_after=timedelta(hours=30))
    refresh(services)
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert kept.state.due_at == NOW + timedelta(hours=30)
    clock.advance(hours=29)
    assert refresh(services).feeds == ()


def test_a_feed_that_is_gone_is_asked_for_only_by_name(services: Services, web: FakeWeb, clock: Clock) -> None:
    feed = services.library.feeds.add(URL)
    web.answers[URL] = FetchError("it will not come back (410)", status=410, gone=True)
    refresh(services)
    clock.advance(days=30)
    assert refresh(services).feeds == ()
    assert refresh(services, everything=True).feeds == ()
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))
    assert refresh(services, [feed.id]).new == 1
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert not kept.state.gone


def test_an_address_moves_only_after_the_new_one_proved_to_be_a_feed(services: Services, web: FakeWeb) -> None:
    feed = services.library.feeds.add(URL)
    new = "https://gazette.example/new.xml"
    web.put(URL, "<html><body>parked</body></html>", final=new, moved_to=new)
    refresh(services)
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert kept.url == URL
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]), final=new, moved_to=new, etag='"n"')
    (outcome,) = refresh(services, [feed.id]).feeds
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert (kept.url, kept.state.etag) == (new, '"n"')
    assert outcome.remarks == (f"has moved to {new}",)


def test_an_address_does_not_move_onto_another_subscription(services: Services, web: FakeWeb) -> None:
    feed = services.library.feeds.add(URL)
    services.library.feeds.add(OTHER)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]), final=OTHER, moved_to=OTHER)
    (outcome,) = refresh(services, [feed.id]).feeds
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert kept.url == URL
    assert (outcome.new, outcome.remarks) == (1, (f"has moved to {OTHER}, which is subscribed already",))


def test_a_changed_entry_is_analysed_again(services: Services, web: FakeWeb) -> None:
    feed = services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", "<p>Nothing is known yet.</p>")]))
    refresh(services)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))
    report = refresh(services, [feed.id])
    assert (report.feeds[0].changed, report.processed) == (1, 1)
    (ferry,) = services.library.entries.first(EntryFilter(search="trawler"), 5)
    assert (ferry.claims or 0) >= 2


def test_a_run_can_be_stopped_and_what_is_done_stays(services: Services, web: FakeWeb) -> None:
    for number in range(40):
        url = f"https://paper{number}.example/feed"
        services.library.feeds.add(url)
        web.put(url, rss(f"Paper {number}", [(f"a{number}", f"Entry {number}", FERRY)]))
    stop = threading.Event()
    services = replace(
        services, settings=replace(services.settings, refresh=replace(services.settings.refresh, parallel=1))
    )

    def watch(progress: Progress) -> None:
        if progress.done == 3:
            stop.set()

    report = refresh(services, report=watch, cancelled=stop.is_set)
    assert report.cancelled
    assert 3 <= len(report.feeds) < 40
    assert len(titles(services)) == len(report.feeds)


def test_a_fetch_that_was_broken_off_is_no_fault_of_the_feed(services: Services, web: FakeWeb) -> None:
    feed = services.library.feeds.add(URL)
    web.answers[URL] = FetchCancelled("no longer wanted")
    assert refresh(services).feeds == ()
    kept = services.library.feeds.get(feed.id)
    assert kept is not None
    assert (kept.state.failures, kept.state.error) == (0, "")


def test_a_feed_that_is_removed_while_it_is_fetched_leaves_no_trace(services: Services, web: FakeWeb) -> None:
    feed = services.library.feeds.add(URL)

    def answer(request: Request) -> Response:
        services.library.feeds.remove(feed.id)
        return Response(URL, 200, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]).encode())

    web.answers[URL] = answer
    report = refresh(services)
    assert report.failed == 0
    assert titles(services) == []


def test_a_full_disk_ends_the_run_with_its_own_error(
    services: Services, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.library.feeds.add(URL)
    web.put(URL, rss("Eastmoor Gazette", [("a", "Ferry stops", FERRY)]))

    def full(*_: object, **__: object) -> None:
        raise LibraryFullError("library.db: the disk is full")

    monkeypatch.setattr(services.library.entries, "keep", full)
    with pytest.raises(LibraryFullError):
        refresh(services)


def test_a_local_feed_is_read_again_only_when_its_file_changed(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss("Island Notes", [("a", "One", "<p>1</p>")]), encoding="utf-8")
    feed = subscribe(services, str(path))
    assert feed.url == path.as_uri()
    assert refresh(services, [feed.id]).feeds[0].not_modified
    path.write_text(rss("Island Notes", [("b", "Two", "<p>2</p>"), ("a", "One", "<p>1</p>")]), encoding="utf-8")
    assert refresh(services, [feed.id]).feeds[0].new == 1
    path.unlink()
    assert "No such file" in refresh(services, [feed.id]).feeds[0].error


def test_a_local_file_that_a_list_names_is_not_read(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss("Island Notes", [("a", "One", "<p>1</p>")]), encoding="utf-8")
    feed = services.library.feeds.add(path.as_uri())
    assert refresh(services, everything=True).feeds == ()
    assert "only if it is added by hand" in refresh(services, [feed.id]).feeds[0].error
