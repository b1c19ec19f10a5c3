"""From entry to chain: analysed, linked, opened, compared; late arrivals take their place."""

from dataclasses import replace
from itertools import permutations

import pytest

from reader.model.chain import Chain, DerivationKind
from reader.model.entry import EntryFilter, EntryId, TextOrigin
from reader.pipeline import jobs, link
from reader.pipeline.compare import compare_entries
from reader.pipeline.enrich import EnrichError, fetch_full_text, open_entry, process_pending
from reader.pipeline.process import process_entries
from reader.pipeline.progress import never, silent
from reader.pipeline.refresh import refresh
from reader.pipeline.services import Services
from reader.pipeline.trace import trace_entry
from reader.pipeline.workers import WorkError
from reader.web.fetch import FetchError
from tests.pipeline.kit import COPY, FERRY, NOW, FakeWeb, InlineWorkers, rss

GAZETTE = "https://gazette.example/feed.xml"
COURIER = "https://courier.example/feed.xml"
UNRELATED = (
    "<p>The choir of Pellam sings on Sunday in the old granary; tickets are sold at the bakery.</p>"
    "<p>“We have practised since August,” said the choir's leader, Odo Brackwater.</p>"
)


def add(services: Services, web: FakeWeb, url: str, title: str, html: str, *, full_text: bool = False) -> EntryId:
    """Follow a feed of one entry, process it, and return the entry's number."""
    site = url.removesuffix("feed.xml")
    web.put(url, rss(title, [(f"{title}-1", f"{title} on the ferry", html)], site=site))
    feed = services.library.feeds.add(url, full_text=full_text)
    refresh(services, [feed.id])
    (number,) = services.library.entries.ids(EntryFilter(feed_id=feed.id))
    return EntryId(number)


def parents(chain: Chain, key: EntryId) -> list[str]:
    return [edge.src for edge in chain.parents(str(key))]


def test_a_copy_stands_under_the_entry_that_it_credits(services: Services, web: FakeWeb) -> None:
    gazette = add(services, web, GAZETTE, "Eastmoor Gazette", FERRY)
    courier = add(services, web, COURIER, "Coast Courier", COPY)
    chain = open_entry(services, courier).chain
    assert parents(chain, courier) == [str(gazette)]
    node = chain.node(str(gazette))
    assert node is not None
    assert (node.entry_id, node.outlet) == (gazette, "Eastmoor Gazette")
    (row,) = services.library.entries.summaries([courier])
    assert row.via == "Eastmoor Gazette"


def test_an_entry_that_arrives_late_takes_the_place_of_the_cited_outlet(services: Services, web: FakeWeb) -> None:
    courier = add(services, web, COURIER, "Coast Courier", COPY)
    (before,) = parents(open_entry(services, courier).chain, courier)
    assert before.startswith("ext:Eastmoor Gazette:")
    gazette = add(services, web, GAZETTE, "Eastmoor Gazette", FERRY)
    chain = open_entry(services, courier).chain
    assert parents(chain, courier) == [str(gazette)]
    assert [node.key for node in chain.nodes] == [str(gazette), str(courier)]


NESTED = {
    "Kelby Lantern": (
        "<p>The grain barge Tamsin broke in two on the weir at Orrin shortly after midnight and sank with 640 tonnes "
        "of barley in her hold, pilot Jorun Sedge said.</p><p>“She sat down like an old dog and did not get up,” "
        "Sedge said. The crew of five climbed onto the weir and were brought ashore by the ferryman Lucan Maddock.</p>"
        "<p>The river board has closed the lock below Orrin for at least nine days.</p>"
    ),
    "Northern Dispatch": (
        "<p>The Orrin river is closed to all vessels after a grain barge broke in two on the weir, the Kelby Lantern "
        "reported on Tuesday.</p><p>The Tamsin went down shortly after midnight with 640 tonnes of barley in her hold. "
        "“She sat down like an old dog and did not get up,” harbour pilot Jorun Sedge told the Lantern.</p><p>The lock "
        "stays shut for at least nine days; eleven barges wait at Sallow Reach, lock keeper Bettany Crale said.</p>"
    ),
    "Evening Mirror": (
        "<p>A barge with 640 tonnes of barley has broken in two on the weir at Orrin, the Northern Dispatch reports, "
        "citing the Kelby Lantern.</p><p>“She sat down like an old dog and did not get up,” said harbour pilot Jorun "
        "Sedge. The crew of five climbed onto the weir and were brought ashore by ferryman Lucan Maddock.</p><p>The "
        "lock below Orrin is closed for at least nine days, and eleven barges are waiting at Sallow Reach.</p>"
    ),
}


@pytest.mark.parametrize("arrival", list(permutations(NESTED)), ids="-".join)
def test_nested_credits_lead_through_both_outlets_whichever_arrives_last(
    services: Services, web: FakeWeb, arrival: tuple[str, ...]
) -> None:
    feeds = {title: f"https://{title.split()[1].casefold()}.example/feed.xml" for title in NESTED}
    stored = {title: add(services, web, feeds[title], title, NESTED[title]) for title in arrival}
    chain = open_entry(services, stored["Evening Mirror"]).chain
    assert [edge.src for edge in chain.path(chain.focus)] == [
        str(stored["Kelby Lantern"]),
        str(stored["Northern Dispatch"]),
    ]
    further = chain.parents(chain.focus)[1:]
    assert [(edge.src, edge.kind) for edge in further] == [(str(stored["Kelby Lantern"]), DerivationKind.CITES)]


def test_what_shares_nothing_is_not_joined(services: Services, web: FakeWeb) -> None:
    add(services, web, GAZETTE, "Eastmoor Gazette", FERRY)
    choir = add(services, web, COURIER, "Coast Courier", UNRELATED)
    chain = open_entry(services, choir).chain
    assert [node.key for node in chain.nodes] == [str(choir)]
    assert chain.derivations == ()


def test_opening_an_entry_that_nobody_processed_does_it(services: Services, web: FakeWeb) -> None:
    web.put(GAZETTE, rss("Eastmoor Gazette", [("a", "Ferry", FERRY)]))
    feed = services.library.feeds.add(GAZETTE)
    refresh(services, [feed.id], fetch_only=True)
    (number,) = services.library.entries.ids(EntryFilter())
    opened = open_entry(services, EntryId(number))
    assert len(opened.analysis.attributions) >= 2
    assert opened.article.headline == "Ferry"
    assert opened.chain.focus == str(number)
    assert services.library.entries.unprocessed(5) == ()
    assert services.library.chains.untraced(5) == ()


def test_opening_what_is_not_there_is_one_clear_error(services: Services) -> None:
    with pytest.raises(EnrichError, match="there is no entry 7"):
        open_entry(services, EntryId(7))
    with pytest.raises(EnrichError, match="there is no entry 7"):
        fetch_full_text(services, EntryId(7))
    with pytest.raises(LookupError, match="there is no entry 7"):
        trace_entry(services, EntryId(7))


PAGE = f"""<!doctype html><html><head><title>Ferry stops</title></head><body><article><h1>Ferry stops</h1>{FERRY}
<p>The island's doctor, Mirra Holt, asked for a second boat. “Nobody on Northisle should wait twelve days for a
bandage,” Holt said in a letter to the county that was read out at the meeting.</p></article></body></html>"""


def test_full_text_replaces_the_text_of_the_feed(services: Services, web: FakeWeb) -> None:
    number = add(services, web, GAZETTE, "Eastmoor Gazette", "<p>The ferry to Northisle will stop.</p>")
    url = services.library.entries.first(EntryFilter(), 1)[0].url
    web.put(url, PAGE, content_type="text/html")
    opened = fetch_full_text(services, number)
    assert "Mirra Holt" in opened.article.text
    assert opened.stored.text_origin is TextOrigin.PAGE
    assert web.requests[-1].kind == "page"
    assert any(a.speaker and "Holt" in a.speaker for a in opened.analysis.attributions)
    assert [e.id for e in services.library.entries.first(EntryFilter(search="bandage"), 5)] == [number]


def test_a_page_that_cannot_be_had_leaves_the_text_of_the_feed(services: Services, web: FakeWeb) -> None:
    number = add(services, web, GAZETTE, "Eastmoor Gazette", FERRY)
    shown = services.library.entries.first(EntryFilter(), 1)[0]
    url, title = shown.url, shown.title
    web.answers[url] = FetchError("gazette.example answers 500")
    with pytest.raises(EnrichError, match=rf"^full text of «{title}»: gazette\.example answers 500$"):
        fetch_full_text(services, number)
    web.put(url, "<html><body></body></html>")
    with pytest.raises(EnrichError, match="no article text"):
        fetch_full_text(services, number)
    assert "Ada Fenwick" in open_entry(services, number).article.text


def test_pages_of_a_feed_that_is_read_in_full_are_fetched_by_themselves(services: Services, web: FakeWeb) -> None:
    web.put("https://gazette.example/Eastmoor Gazette-1", PAGE)
    web.put("https://gazette.example/Eastmoor%20Gazette-1", PAGE)
    number = add(services, web, GAZETTE, "Eastmoor Gazette", "<p>The ferry will stop.</p>", full_text=True)
    assert "Mirra Holt" in open_entry(services, number).article.text


def test_a_page_on_a_private_host_is_only_reached_from_the_very_host_the_user_typed(
    services: Services, web: FakeWeb
) -> None:
    feed = services.library.feeds.add("http://127.0.0.1:8000/feed", allow_private=True)
    items = [("a", "One", "<p>1</p>"), ("b", "Two", "<p>2</p>")]
    body = rss("Local", items, site="http://127.0.0.1:8000/").replace("8000/b<", "9000/b<")
    web.put("http://127.0.0.1:8000/feed", body)
    refresh(services, [feed.id])
    for number in services.library.entries.ids(EntryFilter()):
        with pytest.raises(EnrichError):
            fetch_full_text(services, EntryId(number))
    pages = {request.url: request.allow_private for request in web.requests if request.kind == "page"}
    assert pages == {"http://127.0.0.1:8000/a": True, "http://127.0.0.1:9000/b": False}


def test_two_entries_are_compared_in_the_order_of_the_chain(services: Services, web: FakeWeb) -> None:
    gazette = add(services, web, GAZETTE, "Eastmoor Gazette", FERRY)
    courier = add(services, web, COURIER, "Coast Courier", COPY)
    comparison = compare_entries(services, courier, gazette)
    assert (comparison.a.stored.id, comparison.b.stored.id) == (gazette, courier)
    texts = (comparison.a.article.text, comparison.b.article.text)
    pairs = [(a.of(texts[0]), b.of(texts[1])) for a, b in comparison.aligned if a and b]
    assert any("Fenwick" in a and "Fenwick" in b for a, b in pairs)
    assert any(drift.a_words == "twelve" or "twelve" in drift.a_words for drift in comparison.drift)


class _Poisoned(InlineWorkers):
    """Children that fail on one text, as a hostile one makes them."""

    def run(self, function: object, *args: object, timeout: float = 5, cancelled: object = None) -> object:  # type: ignore[override]  # any job
        if function is jobs.process_job and "poison" in repr(args):
            raise WorkError("took longer than 5 s and was stopped", "time")
        return super().run(function, *args, timeout=timeout, cancelled=cancelled)


def test_a_text_that_overruns_its_limits_costs_no_other(services: Services, web: FakeWeb) -> None:
    services = replace(services, workers=_Poisoned())
    items = [(f"g{n}", f"Entry {n}", "<p>some poison &amp; more</p>" if n == 3 else FERRY) for n in range(8)]
    web.put(GAZETTE, rss("Eastmoor Gazette", items))
    feed = services.library.feeds.add(GAZETTE)
    assert refresh(services, [feed.id]).processed == 8
    rows = {row.title: row.claims for row in services.library.entries.first(EntryFilter(), 20)}
    assert rows.pop("Entry 3") == 0
    assert min(claims or 0 for claims in rows.values()) >= 2
    (bad,) = services.library.entries.ids(EntryFilter(search="poison"))
    assert open_entry(services, EntryId(bad)).article.text.split() == ["some", "poison", "&", "more"]


class _Counting(InlineWorkers):
    """Children that count what they have done."""

    jobs = 0

    def run(self, function: object, *args: object, timeout: float = 5, cancelled: object = None) -> object:  # type: ignore[override]  # any job
        answer = super().run(function, *args, timeout=timeout)
        self.jobs += 1
        return answer


def test_pending_work_can_be_stopped_and_goes_on_later(services: Services, web: FakeWeb) -> None:
    web.put(GAZETTE, rss("Eastmoor Gazette", [(f"g{n}", f"Entry {n}", FERRY) for n in range(40)]))
    feed = services.library.feeds.add(GAZETTE)
    refresh(services, [feed.id], fetch_only=True)
    workers = _Counting()
    process_pending(replace(services, workers=workers), cancelled=lambda: workers.jobs > 0)
    left = len(services.library.entries.unprocessed(100))
    assert 0 < left < 40
    process_pending(services)
    assert services.library.entries.unprocessed(100) == ()
    assert services.library.chains.untraced(100) == ()


def test_opening_one_entry_does_not_pass_for_the_tracing_of_others(services: Services, web: FakeWeb) -> None:
    web.put(GAZETTE, rss("Eastmoor Gazette", [("a", "Ferry", FERRY)]))
    web.put(COURIER, rss("Coast Courier", [("b", "No ferry", COPY)], site="https://courier.example/"))
    for url in (GAZETTE, COURIER):
        services.library.feeds.add(url)
    refresh(services, fetch_only=True)
    ids = [EntryId(number) for number in services.library.entries.ids(EntryFilter())]
    process_entries(services, ids, report=silent, cancelled=never)
    assert set(services.library.chains.untraced(5)) == set(ids)
    open_entry(services, ids[0])
    assert set(services.library.chains.untraced(5)) == {ids[1]}
    process_pending(services)
    (courier,) = services.library.entries.first(EntryFilter(search="feed:courier"), 2)
    assert courier.via == "Eastmoor Gazette"


def test_an_entry_that_cannot_be_kept_does_not_hold_a_run_for_ever(
    services: Services, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.put(GAZETTE, rss("Eastmoor Gazette", [("a", "Ferry", FERRY)]))
    services.library.feeds.add(GAZETTE)
    monkeypatch.setattr(services.library.claims, "keep", lambda *_: None)
    assert refresh(services).new == 1


def test_a_large_story_is_left_as_it_is_when_one_more_copy_comes(
    services: Services, web: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "NEAR", 2)
    chains = services.library.chains
    for number in range(5):
        before = {e: chains.derivations([e]) for e in map(EntryId, services.library.entries.ids(EntryFilter()))}
        address = f"https://paper{number}.example/feed.xml"
        web.put(address, rss(f"Paper {number}", [(f"p{number}", "Ferry", FERRY + f"<p>Edition {number}.</p>")]))
        services.library.feeds.add(address)
        refresh(services, [services.library.feeds.add(address).id])
    newest = max(services.library.entries.ids(EntryFilter()))
    assert set(chains.component(EntryId(newest))) == {*before, newest}
    for entry, edges in before.items():
        old = [e for e in chains.derivations([entry]) if str(newest) not in (e.src, e.dst)]
        assert set(old) == set(edges), "only edges from and to the newest are added"
    assert any(node.key == str(newest) for node in trace_entry(services, EntryId(newest)).nodes)


def test_an_index_that_was_lost_is_made_anew_before_new_entries_are_traced(services: Services, web: FakeWeb) -> None:
    web.put(GAZETTE, rss("Eastmoor Gazette", [("a", "Ferry", FERRY)]))
    services.library.feeds.add(GAZETTE)
    refresh(services)
    services.library.repair()
    web.put(COURIER, rss("Coast Courier", [("b", "No ferry", COPY)], site="https://courier.example/"))
    services.library.feeds.add(COURIER)
    steps: list[str] = []
    refresh(services, report=lambda progress: steps.append(progress.what))
    assert "indexing" in steps
    (courier,) = services.library.entries.first(EntryFilter(search="feed:courier"), 2)
    assert courier.via == "Eastmoor Gazette"


def test_entries_that_are_gone_are_passed_over(services: Services) -> None:
    assert process_entries(services, [EntryId(1), EntryId(2)], report=silent, cancelled=never) == 0


def test_times_are_those_of_the_feed(services: Services, web: FakeWeb) -> None:
    number = add(services, web, GAZETTE, "Eastmoor Gazette", FERRY)
    opened = open_entry(services, number)
    assert opened.article.published_at == opened.stored.entry.published_at
    assert opened.article.published_at is not None
    assert opened.article.published_at < NOW
