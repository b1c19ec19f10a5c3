"""The jobs of tracing: what is left out when only the stories of some documents are wanted."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from reader.articles.plain import article_from_text
from reader.model.claim import Analysis
from reader.pipeline.tracing_jobs import LinkedStory, link_job
from reader.tracing.credits.article import find_credits
from reader.tracing.document import TracedDocument
from reader.tracing.links.pairs import Links
from reader.tracing.reuse.fingerprint import make_fingerprint
from reader.tracing.reuse.overlap import ReuseMeter
from reader.tracing.reuse.profile import Profile
from reader.tracing.story.graph import StoryGraph
from tests.evaluation.groups import read_group

CORPORA = Path(__file__).parents[1] / "tracing" / "corpora"
CITING = (
    "The island council of Grebe argued until midnight about its school roof, and adjourned without a vote.\n\n"
    "Treasurer Pim Hallgarth wants slate, while the parents prefer tin because a tin roof can be had before winter. "
    "“Slate outlives all of us,” he told the meeting.\n\n"
    "Builder Ottoline Fray of Marram Street offered both, and Councillor Zdenek Purvis asked for a third offer from "
    "Skerry Roofing. School starts again on Monday under the tarpaulin that Warden Elke Sorrel put up.\n\n"
    "Slates may be late in any case: a barge with 640 tonnes of barley broke in two on the weir at Orrin, where the "
    "lock is closed for at least nine days and eleven barges are waiting at Sallow Reach, the Kelby "
    "Lantern reported."
)


def _document(key: str, text: str, outlet: str, moment: datetime) -> TracedDocument:
    article = article_from_text(text, outlet=outlet, published_at=moment)
    return TracedDocument(key, article, Analysis(), find_credits(article, Analysis()), make_fingerprint(article))


@pytest.fixture(scope="module")
def documents() -> list[TracedDocument]:
    """The texts of all small corpora: a dozen stories, one of which only cites another."""
    found = []
    for path in sorted(CORPORA.glob("*.txt")):
        for node in read_group(path)["nodes"]:
            if not node.get("placeholder"):
                moment = datetime.fromisoformat(node["date"].replace("Z", "+00:00"))
                found.append(_document(node["id"], node["text"], node["outlet"], moment))
    moment = datetime(2026, 2, 4, tzinfo=UTC)
    return [*found, _document("citing", CITING, "Grebe Island Times", moment)]


def _link(documents: list[TracedDocument], wanted: set[str]) -> tuple[LinkedStory, ...]:
    frequency = Counter(term for document in documents for term in document.fingerprint.terms)
    pairs = list(combinations([document.key for document in documents], 2))
    return link_job(documents, wanted, pairs, frequency, len(documents))


def test_a_story_is_the_same_whether_it_alone_is_wanted_or_all_are(documents: list[TracedDocument]) -> None:
    keys = {document.key for document in documents}
    whole = _link(documents, keys)
    assert sorted(key for story in whole for key in story.keys) == sorted(keys)
    only_cite = 0
    for key in sorted(keys):
        expected = [s for s in whole if key in s.keys or any(edge.src == key for edge in s.edges)]
        only_cite += len(expected) - 1
        assert list(_link(documents, {key})) == expected
    assert only_cite  # else nothing was asked about them


def test_stories_that_nobody_wants_are_not_traced(
    documents: list[TracedDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    traced: list[str] = []

    class Noted(StoryGraph):
        def __init__(self, profiles: Sequence[Profile], links: Links, meter: ReuseMeter) -> None:
            super().__init__(profiles, links, meter)
            traced.extend(self.order)

    monkeypatch.setattr("reader.tracing.story.derivation.StoryGraph", Noted)
    [story] = _link(documents, {documents[0].key})
    assert sorted(traced) == sorted(story.keys)
