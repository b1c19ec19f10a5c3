"""Documents for the tests of tracing: short texts of invented outlets about an invented ferry."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reader.analysis.article import analyze_article
from reader.articles.plain import article_from_text
from reader.model.chain import Credit, Relation
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.fingerprint import make_fingerprint

MakeDocument = Callable[..., TracedDocument]


@pytest.fixture
def make_document() -> MakeDocument:
    """A function (key, outlet, hour, text, *credits) -> document; a credit is (outlet, relation, words of the text)."""

    def make(
        key: str,
        outlet: str,
        hour: float | None,
        text: str,
        *credits: tuple[str, str, str],
        via: dict[int, int] | None = None,
    ) -> TracedDocument:
        moment = None if hour is None else datetime.fromtimestamp(1_770_000_000 + hour * 3600, UTC)
        article = article_from_text(text, outlet=outlet, published_at=moment)
        found = []
        for index, (name, relation, words) in enumerate(credits):
            start = text.index(words)
            span = Span(start, start + len(words))
            found.append(Credit(name, Relation(relation), "text", span, via=(via or {}).get(index)))
        return TracedDocument(key, article, analyze_article(article), tuple(found), make_fingerprint(article))

    return make


@pytest.fixture
def ferry() -> str:
    """The report from which the others are made."""
    return (
        "The ferry Aurelia Nightingale ran aground off Pelican Point on Tuesday with 143 passengers aboard, "
        "the Norland coast guard said.\n\n"
        "Captain Ilse Varnhagen told investigators that a steering pump failed at 6:40 a.m., ten minutes "
        "after the ship left Saltmarsh harbour. “We had no rudder and no time, and the current did the rest,” "
        "she said.\n\n"
        "Four lifeboats from Saltmarsh and Grebe Island took everyone off within two hours. Eleven people "
        "were treated for cold, and one crew member broke an arm, according to hospital director Tobias "
        "Lindqvist-Okoro.\n\n"
        "The ferry line, Quayside Navigation, has apparently postponed repairs of the pump twice since March. "
        "“We are going to look at every maintenance record before that ship sails again,” said transport "
        "minister Odalys Brennecke.\n\n"
        "The Aurelia Nightingale was built in 1987 and carries about 210,000 travellers a year between the "
        "mainland and the islands. Islanders have repeatedly complained about delays and worn equipment."
    )


@pytest.fixture
def reworded() -> str:
    """The same in other words, with three changes: a name, a number, a quotation."""
    return (
        "More than a hundred passengers had to be rescued on Tuesday when the ferry Aurelia Nightingale got "
        "stuck near Pelican Point. The coast guard of Norland counted 134 people on the ship.\n\n"
        "A pump of the steering gear gave out ten minutes after departure from Saltmarsh harbour, captain "
        "Ilse Varnhagen told the investigators. “We had no rudder and no time, and the tide did the rest,” "
        "she said.\n\n"
        "Lifeboats from Saltmarsh and from Grebe Island, four in all, brought the passengers ashore in under "
        "two hours. Hospital director Tobias Lindquist-Okoro spoke of eleven patients with hypothermia and a "
        "broken arm in the crew.\n\n"
        "Repairs of the pump were put off twice since March by Quayside Navigation, which runs the line. "
        "Transport minister Odalys Brennecke announced a look at all maintenance records.\n\n"
        "The ship dates from 1987; some 210,000 travellers a year use it between the islands and the "
        "mainland. Islanders have sometimes complained about delays and worn equipment."
    )


@pytest.fixture
def independent() -> str:
    """Another reporter's own account of the event: the same facts, names of its own, the same public statement."""
    return (
        "Walter Achterberg was drinking his first coffee on the car deck when the floor tilted. “I thought we "
        "had hit a whale,” the cattle dealer from Hookstone said on the quay of Saltmarsh, wrapped in a "
        "blanket.\n\n"
        "He was among the people whom volunteers fetched from the stranded ferry Aurelia Nightingale on "
        "Tuesday. Marit Solheim-Dupre, who steered the first lifeboat, described waves of three metres and a "
        "smell of diesel.\n\n"
        "“We are going to look at every maintenance record before that ship sails again,” minister Odalys "
        "Brennecke told reporters. Her opponent Casimir Thorne demanded a second pier and a new tender for "
        "the route by June 30.\n\n"
        "For Hookstone, whose cattle market opens on Friday with 2,600 animals, the accident comes at the "
        "worst time. The mayor, Fenella Grazioli, is looking for barges; the nearest lie idle in Port Cassel, "
        "85 miles to the south."
    )
