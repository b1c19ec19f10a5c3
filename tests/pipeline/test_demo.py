"""The sample feeds end to end, through real children: as the demo shows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.config import Settings
from reader.lexicon.outlets import known_outlets
from reader.model.entry import EntryFilter, EntryId, EntrySummary
from reader.model.journey import follow_changes
from reader.pipeline.compare import compare_entries
from reader.pipeline.demo import open_demo
from reader.pipeline.enrich import open_entry
from reader.pipeline.independent import find_independent
from reader.pipeline.services import Services
from reader.text.safety import is_clean


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = open_demo(tmp_path_factory.mktemp("demo"), Settings())
    yield services
    services.close()


def entries(demo: Services, search: str) -> list[EntrySummary]:
    return list(demo.library.entries.first(EntryFilter(search=search), 50))


def test_every_sample_is_followed_under_the_name_by_which_others_credit_it(demo: Services) -> None:
    titles = {feed.title for feed in demo.library.feeds.all()}
    assert {"Harnsey Lantern", "Coastline Courier", "Meridian Dispatch", "Newsbrief Now"} <= titles
    assert not any("(sample)" in title for title in titles)
    assert {feed.folder for feed in demo.library.feeds.all()} == {"Sample papers", "Sample digests", "Sample oddities"}


def test_entries_without_a_usable_date_do_not_stand_above_the_news(demo: Services) -> None:
    assert demo.library.entries.first(EntryFilter(), 1)[0].title.startswith("Blaze guts Pellam grain warehouse")


def test_everything_is_analysed_and_traced(demo: Services) -> None:
    assert demo.library.entries.count(EntryFilter()) > 20
    assert demo.library.entries.unprocessed(5) == ()
    assert demo.library.chains.untraced(5) == ()


def test_broken_samples_show_one_clear_line_and_cost_nothing_else(demo: Services) -> None:
    errors = {feed.title: feed.state.error for feed in demo.library.feeds.all() if feed.state.error}
    assert errors == {
        "A page, not a feed": "it is a web page, not a feed",
        "Half a JSON Feed": "damaged JSON at line 1, column 125",
    }


def way_of(demo: Services, search: str) -> list[str]:
    (entry,) = entries(demo, search)
    chain = open_entry(demo, entry.id).chain
    outlets = {node.key: node.outlet for node in chain.nodes}
    return [outlets[edge.src] for edge in chain.path(str(entry.id))]


def test_the_bridge_story_leads_over_four_hops_back_to_its_origin(demo: Services) -> None:
    way = ["Harnsey Lantern", "Coastline Courier", "Meridian Dispatch", "Newsbrief Now"]
    assert way_of(demo, 'feed:"Evening Scroll" bridge') == way


def test_what_the_bridge_story_lost_and_changed_on_its_way_is_told(demo: Services) -> None:
    (entry,) = entries(demo, 'feed:"Evening Scroll" bridge')
    chain = open_entry(demo, entry.id).chain
    told = {(d.type.value, d.a_words, d.b_words) for d in chain.drift}
    assert {
        ("name", "Marrick", "Merrick"),
        ("number", "14", "more than a dozen"),
        ("number", "more than a dozen", "dozens"),
        ("number", "320,000", "350,000"),
        ("number", "350,000", "at least 350,000"),
        ("hedge-dropped", "about 320,000", "320,000"),
        ("office-changed", "head of the town's transport committee", "mayor of the town"),
        ("credit-dropped", "Harnsey Lantern reported", ""),
    } <= told
    assert ("anonymised", "engineer Odile Merrick told", "it is said") in told
    assert "it is said" not in {words for kind, _, words in told if kind == "hedge-added"}
    ways = [[wording.words for wording in journey.wordings] for journey in follow_changes(chain)]
    assert ["14", "more than a dozen", "dozens"] in ways
    assert ["320,000", "350,000", "at least 350,000"] in ways


def test_cited_outlets_stand_above_each_other_as_the_digest_tells_it(demo: Services) -> None:
    assert way_of(demo, "title:Karsk") == ["Veldan state media", "Ravik Post", "Tideline News"]


def test_no_claim_is_seen_where_the_digest_says_that_nothing_was_said(demo: Services) -> None:
    (entry,) = entries(demo, "title:Karsk")
    opened = open_entry(demo, entry.id)
    at = opened.article.text.index("Not all of them said where they had it from")
    spans = [span for claim in opened.analysis.attributions for span in (*claim.content, *claim.cue)]
    assert len(spans) >= 8
    assert not any(span.end > at for span in spans)
    assert not any(credit.where == "text" and credit.span.end > at for credit in opened.credits)


def test_all_outlets_of_the_samples_are_invented(demo: Services) -> None:
    opened = [open_entry(demo, EntryId(number)) for number in demo.library.entries.ids(EntryFilter())]
    named = {node.outlet for one in opened for node in one.chain.nodes}
    named |= {credit.outlet for one in opened for credit in one.credits}
    assert {"Harnsey Lantern", "Ravik Post", "Sable Wire"} <= named
    assert {name for name in named if known_outlets().find(name) is not None} == set()


def test_every_link_has_its_evidence(demo: Services) -> None:
    for number in demo.library.entries.ids(EntryFilter()):
        chain = open_entry(demo, EntryId(number)).chain
        assert [edge for edge in chain.derivations if not edge.evidence] == []


def test_two_independent_reports_of_one_fire_are_not_joined(demo: Services) -> None:
    fire = [entry for entry in entries(demo, "Pellam barley OR Pellam grain") if "bridge" not in entry.title.lower()]
    assert {entry.outlet for entry in fire} >= {"Harnsey Lantern", "Coastline Courier"}
    ids = {str(entry.id) for entry in fire}
    for entry in fire:
        edges = open_entry(demo, EntryId(entry.id)).chain.derivations
        assert not any({edge.src, edge.dst} <= ids for edge in edges)


def test_nothing_hostile_is_kept(demo: Services) -> None:
    for number in demo.library.entries.ids(EntryFilter()):
        opened = open_entry(demo, EntryId(number))
        for text in (opened.stored.entry.title, opened.article.text, opened.article.byline, opened.stored.outlet):
            assert is_clean(text)


def test_two_demos_number_their_entries_alike(demo: Services, tmp_path: Path) -> None:
    other = open_demo(tmp_path, Settings())
    try:
        rows = [
            [(e.id, e.title) for e in library.entries.first(EntryFilter(search="bridge"), 50)]
            for library in (demo.library, other.library)
        ]
    finally:
        other.close()
    assert rows[0] == rows[1]


def test_two_reports_of_one_fire_are_told_to_be_independent_and_why(demo: Services) -> None:
    (fire,) = entries(demo, 'title:"Pellam Quay"')
    opened = open_entry(demo, fire.id)
    (other,) = find_independent(demo, opened)
    assert (other.node.outlet, other.node.headline[:17]) == ("Coastline Courier", "Blaze guts Pellam")
    assert "no shared quotation" in other.reasons
    assert "different numbers" in other.reasons


def test_what_stands_in_the_chain_or_tells_of_something_else_is_not_called_independent(demo: Services) -> None:
    for summary in entries(demo, "title:bridge OR title:frost OR title:carriage"):
        opened = open_entry(demo, summary.id)
        found = {other.node.key for other in find_independent(demo, opened)}
        assert not found, summary.title


def test_a_comparison_of_independent_reports_says_why_they_are_independent(demo: Services) -> None:
    (report,), (other,) = entries(demo, "title:blaze"), entries(demo, 'title:"fire destroys"')
    assert "no shared quotation" in compare_entries(demo, report.id, other.id).apart
    (far,) = entries(demo, 'title:"library to open"')
    assert compare_entries(demo, report.id, far.id).apart == ()
