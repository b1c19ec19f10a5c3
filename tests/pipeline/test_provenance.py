"""What is promised of a chain, from feeds to the answer: one origin behind many outlets, hops that are only cited."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from prov.model import ProvDocument

from reader.export.markdown import chain_markdown
from reader.export.mermaid import chain_mermaid
from reader.export.prov import chain_prov
from reader.export.records import chain_record
from reader.model.chain import Basis, Chain, Derivation, DerivationKind
from reader.model.entry import EntryFilter, EntryId
from reader.model.wording import basis_words, derivation_words
from reader.pipeline.enrich import open_entry
from reader.pipeline.refresh import refresh
from reader.pipeline.services import Services
from reader.pipeline.subscribe import save_article
from tests.pipeline.kit import NOW, FakeWeb, rss
from tests.tracing.links.test_pairs import CHEESE, DIGEST, SCHOOL

STRIKE = (
    "<p>SALTMARSH (NNA) — Dockers in Saltmarsh will walk out on Friday for the first time since 1996, their union said."
    "</p><p>“The cranes are older than the men who climb them,” said Ilse Varnhagen, who leads the union. Three of the "
    "port's eleven cranes were shut in March after cracks had been found in their arms.</p><p>The port company, "
    "Quayside Navigation, called the strike needless. It had ordered two new cranes for 14 million crowns, its "
    "director Tobias Lindqvist said, and they would come by barge in September.</p>"
)
PASSING = "<p>The Harbour Gazette reported in May that one of the cracks was a metre long.</p>"
NESTED = (
    "<p>The garrison of Fort Odrin has begun to surrender, the Marrow Post reported on Tuesday.</p><p>“They are coming "
    "out in threes and fours,” said Aron Halley, head of communications for Norland's Eastern Command, in a televised "
    "briefing carried by Norlandic state media, according to the Marrow Post.</p><p>Only several dozen soldiers are "
    "left in the fort, Halley said.</p>"
)
PLACES = (
    *("Ashby", "Brill", "Calder", "Dunmow", "Ebury", "Frome"),
    *("Grays", "Holt", "Ivel", "Jarrow", "Kelso", "Louth"),
)
REPORT = (
    "<p>The garrison of Fort Odrin has begun to lay down its arms, Norland's Eastern Command said on Tuesday.</p>"
    "<p>“They are coming out in threes and fours. There have even been cooks among them,” said Aron Halley, head of "
    "communications for the command, in a televised briefing carried by Norlandic state media. Only several dozen "
    "soldiers are left in the fort, he said.</p><p>The walls on the river side were taken on Sunday after eleven days "
    "of shelling. A supply boat with flour and batteries was found adrift below the weir.</p>"
)
RETOLD = (
    "<p>Fort Odrin is about to fall. Its garrison comes out in threes and fours, cooks among them; several dozen "
    "soldiers are left. After eleven days of shelling the walls on the river side had been taken on Sunday, and below "
    "the weir a supply boat drifts with flour and batteries.</p><p>Aron Halley speaks for communications of the "
    "Eastern Command of Norland.</p>"
)
Follow = Callable[..., EntryId]


@pytest.fixture
def follow(services: Services, web: FakeWeb) -> Follow:
    """A function (outlet, html, headline, hours ago) -> the number of the only entry of its feed, traced."""

    def add(outlet: str, html: str, headline: str = "Dockers walk out", hours: int = 1) -> EntryId:
        site = f"https://{outlet.lower().replace(' ', '')}.example/"
        feed_text = rss(outlet, [(f"{outlet}-1", headline, html)], site=site)
        hour, published = (f"{NOW - timedelta(hours=ago):%d %b %Y %H:%M}" for ago in (1, hours))
        web.put(f"{site}feed.xml", feed_text.replace(hour, published))
        feed = services.library.feeds.add(f"{site}feed.xml")
        refresh(services, [feed.id])
        (number,) = services.library.entries.ids(EntryFilter(feed_id=feed.id))
        return EntryId(number)

    return add


def _chain(services: Services, number: EntryId) -> Chain:
    return open_entry(services, number).chain


def test_twelve_outlets_and_one_origin(services: Services, follow: Follow) -> None:
    numbers = [follow(f"{place} Courier", STRIKE + (PASSING if place in PLACES[2:4] else "")) for place in PLACES]
    for number in (numbers[0], numbers[2], numbers[11]):
        chain = _chain(services, number)
        copies = [node for node in chain.nodes if node.entry_id is not None]
        assert sum(1 + len(node.copies) for node in copies) == 12
        assert [edge.src for edge in chain.path(chain.focus)] == ["ext:NNA:1"]
        assert chain.origins == 1
    assert set(services.library.entries.ids(EntryFilter(search="origins:1"))) == set(numbers)
    assert not services.library.entries.ids(EntryFilter(search="origins:2+"))


def _origins_stored(services: Services, number: EntryId) -> int:
    queries = (EntryFilter(search=f"origins:{n}") for n in range(9))
    return next(n for n, query in enumerate(queries) if number in services.library.entries.ids(query))


def test_texts_of_one_minute_have_one_origin_in_lists_and_in_the_chain(services: Services, follow: Follow) -> None:
    text = STRIKE.replace("(NNA)", "")
    numbers = [follow(f"{place} Courier", text) for place in PLACES[:3]]
    chains = [_chain(services, number) for number in numbers]
    assert [chain.origins for chain in chains] == [1, 1, 1]
    assert [_origins_stored(services, number) for number in numbers] == [1, 1, 1]


def test_an_origin_is_its_own_in_lists_and_in_the_chain(services: Services, follow: Follow) -> None:
    post = follow("Marrow Post", REPORT, "Eastern Command says fort gives up", hours=6)
    assert _chain(services, post).origins == _origins_stored(services, post)
    courant = follow("The Courant", NESTED, "Garrison surrenders")
    for number in (post, courant):
        assert _chain(services, number).origins == _origins_stored(services, number) == 1


def test_a_cited_report_with_sources_of_its_own_counts_alike_in_lists_and_in_the_chain(
    services: Services, follow: Follow
) -> None:
    report = follow("Marrow Post", REPORT, "Eastern Command says fort gives up", hours=6)
    citing = follow("The Courant", STRIKE, "Dockers walk out")
    chains = services.library.chains
    sources = [
        Derivation(src, str(report), DerivationKind.REWRITE, 0.8, Basis.CREDIT, main=src == "ext:Fort Radio:1")
        for src in ("ext:Fort Radio:1", "ext:River News:1")
    ]
    cited = Derivation(str(report), str(citing), DerivationKind.CITES, 0.8, Basis.CREDIT)
    chains.keep_derivations(report, sources)
    chains.keep_derivations(citing, [cited])
    assert _chain(services, citing).origins == _origins_stored(services, citing) == 2
    assert _chain(services, report).origins == _origins_stored(services, report) == 2


def test_what_one_copy_cites_is_not_the_agency_s_source(services: Services, follow: Follow) -> None:
    numbers = [follow(f"{place} Courier", STRIKE + (PASSING if place == "Calder" else "")) for place in PLACES[:4]]
    shown = [{node.outlet for node in _chain(services, number).nodes} for number in numbers]
    assert shown[2] == {"NNA", "Harbour Gazette", "Calder Courier"}
    assert shown[0] == {"NNA", "Ashby Courier"}


def test_what_is_only_cited_stands_in_the_chain_several_hops_deep(services: Services, follow: Follow) -> None:
    chain = _chain(services, follow("The Courant", NESTED, "Garrison surrenders"))
    assert [node.outlet for node in chain.nodes] == ["Norlandic state media", "Marrow Post", "The Courant"]
    assert [node.entry_id is None for node in chain.nodes] == [True, True, False]
    assert (chain.nodes[0].what, chain.nodes[0].generic) == ("televised briefing", True)
    assert [edge.kind for edge in chain.path(chain.focus)] == [DerivationKind.CITES] * 2
    assert chain.origins == 1


def test_an_outlet_that_was_only_cited_is_opened_once_its_story_is_there(services: Services, follow: Follow) -> None:
    courant = follow("The Courant", NESTED, "Garrison surrenders")
    before = _chain(services, courant)
    assert before.nodes[1].entry_id is None
    post = follow("Marrow Post", REPORT, "Eastern Command says fort gives up")
    after = _chain(services, courant)
    assert [(node.outlet, node.entry_id) for node in after.nodes] == [
        ("Norlandic state media", None),
        ("Marrow Post", post),
        ("The Courant", courant),
    ]
    assert not [edge for edge in services.library.chains.derivations([courant]) if "Marrow" in edge.src]
    (row,) = services.library.entries.summaries([courant])
    assert (row.via, row.more) == ("Marrow Post", 1)


def test_the_source_of_an_undated_text_is_found_however_late_the_text_was_kept(
    services: Services, follow: Follow, tmp_path: Path
) -> None:
    path = tmp_path / "copy.txt"
    path.write_text(re.sub("</?p>", "\n", STRIKE.replace("(NNA)", "")) + "\nRead on the Dock Sentinel app\n", "utf-8")
    copied = save_article(services, str(path))
    assert [(n.outlet, n.entry_id) for n in _chain(services, copied).nodes] == [("Dock Sentinel", None), ("", copied)]
    sentinel = follow("Dock Sentinel", STRIKE.replace("(NNA)", ""), hours=24 * 300)
    after = _chain(services, copied)
    assert [node.entry_id for node in after.nodes] == [sentinel, copied]
    (edge,) = after.derivations
    assert (edge.basis, edge.delay) == (Basis.CREDIT, None), "when it was kept is not when it was published"


@pytest.mark.parametrize(("hours", "basis"), [(2, Basis.TEXT), (-2, Basis.TIME)])
def test_an_undated_text_was_published_before_it_was_received(
    services: Services, follow: Follow, tmp_path: Path, hours: int, basis: Basis
) -> None:
    path = tmp_path / "copy.txt"
    path.write_text(re.sub("</?p>", "\n", STRIKE.replace("(NNA)", "")), "utf-8")
    kept = save_article(services, str(path))
    dated = follow("Dock Sentinel", STRIKE.replace("(NNA)", ""), hours=hours)
    (edge,) = _chain(services, kept).derivations
    assert (edge.basis, edge.delay) == (basis, None)
    assert "by time only" not in derivation_words(edge)
    if basis is Basis.TIME:
        assert (edge.src, edge.dst) == (str(kept), str(dated))
        assert derivation_words(edge).endswith("received first")
        assert basis_words(edge) == "it was received before the other was published"


def test_every_edge_says_what_it_rests_on(services: Services, follow: Follow) -> None:
    post = follow("Marrow Post", REPORT, "Eastern Command says fort gives up", hours=6)
    courant = follow("The Courant", NESTED, "Garrison surrenders", hours=4)
    echo = follow("Echo of Ebury", RETOLD, "Fort Odrin falls")
    chain = _chain(services, echo)
    stored = {str(post), str(courant), str(echo)}
    assert {edge.dst for edge in chain.derivations if edge.src in stored} == {str(courant), str(echo)}
    for edge in chain.derivations:
        assert 0 < edge.confidence <= 1
        assert edge.evidence
        for found in edge.evidence:
            article = services.library.entries.article(EntryId(int(found.node)))
            assert article is not None
            assert found.span.of(article.text) == found.words
        if edge.src in stored and edge.dst in stored and edge.kind is not DerivationKind.CITES:
            assert {found.node for found in edge.evidence} == {edge.src, edge.dst}
            assert edge.delay is not None
    (by_time,) = [edge for edge in chain.parents(str(echo)) if edge.main]
    assert by_time.basis is Basis.TIME
    assert derivation_words(by_time).endswith("by time only")


def test_the_chain_leaves_in_every_form(services: Services, follow: Follow) -> None:
    post = follow("Marrow Post", REPORT, "Eastern Command says fort gives up")
    chain = _chain(services, follow("The Courant", NESTED, "Garrison surrenders"))
    document = ProvDocument.deserialize(content=chain_prov(chain), format="json")
    kinds = {type(record).__name__ for record in document.get_records()}
    assert {"ProvEntity", "ProvAgent", "ProvDerivation"} <= kinds
    assert ProvDocument.deserialize(content=document.serialize(format="json"), format="json") == document
    for text in (chain_markdown(chain), chain_mermaid(chain)):
        assert all(name in text for name in ("Norlandic state media", "Marrow Post", "The Courant"))
    record = chain_record(chain)
    assert [edge["src"] for edge in record["edges"] if edge["dst"] == chain.focus and edge["main"]] == [str(post)]


def test_a_digest_stands_under_the_reports_of_its_items(services: Services, follow: Follow) -> None:
    texts = {"Westerholt Herald": SCHOOL, "Croft and Hearth": CHEESE, "Lamplight": DIGEST}
    hours = {"Westerholt Herald": 9, "Croft and Hearth": 7, "Lamplight": 2}
    bus, cheese, digest = (
        follow(outlet, "".join(f"<p>{p}</p>" for p in text.split("\n\n")), f"From {outlet}", hours[outlet])
        for outlet, text in texts.items()
    )
    chain = _chain(services, digest)
    assert {edge.src for edge in chain.parents(str(digest))} == {str(bus), str(cheese)}
    assert sum(edge.main for edge in chain.parents(str(digest))) == 1
    assert chain.origins == 2
    assert services.library.entries.ids(EntryFilter(search="origins:2"))[0] == digest
    assert {node.key for node in _chain(services, bus).nodes} == {str(bus), str(digest)}
