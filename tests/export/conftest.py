"""One invented story in three outlets, as all tests of this room see it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from reader.model.article import Article, Link, Paragraph, Role
from reader.model.chain import (
    Basis,
    Chain,
    ChainNode,
    Credit,
    Derivation,
    DerivationKind,
    Drift,
    DriftType,
    Evidence,
    Relation,
)
from reader.model.claim import Analysis, Attribution, Kind, Official
from reader.model.entry import EntryId
from reader.text.spans import Span

TEXT = (
    "Harbour bridge closes for repairs\n\n"
    "The bridge will stay shut until May, the Tidewater Post reported on Tuesday.\n\n"
    "“It is not safe,” said Mara Quill, head of the port office of Samphire Bay.\n\n"
    "Get the Tidewater app"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(
    text=TEXT,
    paragraphs=(
        Paragraph(span("Harbour bridge closes for repairs"), Role.HEADING, 1),
        Paragraph(span("The bridge will stay shut until May, the Tidewater Post reported on Tuesday.")),
        Paragraph(span("“It is not safe,” said Mara Quill, head of the port office of Samphire Bay.")),
        Paragraph(span("Get the Tidewater app"), Role.PROMOTION),
    ),
    headline="Harbour bridge closes for repairs",
    outlet="Samphire Courier",
    url="https://courier.example/bridge",
    byline="By Ann Example",
    published_at=datetime(2026, 3, 2, 8, 30, tzinfo=UTC),
    links=(Link(span("Tidewater Post"), "https://tidewater.example/a?b=1"),),
    metadata={"ld.publisher": ("Samphire Courier",)},
)

ANALYSIS = Analysis(
    attributions=(
        Attribution(
            content=(span("The bridge will stay shut until May"),),
            cue=(span("reported"),),
            source=(span("the Tidewater Post"),),
            speaker="Tidewater Post",
        ),
        Attribution(
            content=(span("It is not safe"),),
            cue=(span("said"),),
            source=(span("Mara Quill, head of the port office of Samphire Bay"),),
            kind=Kind.DIRECT,
            parent=0,
            speaker="Mara Quill",
        ),
        Attribution(content=(span("until May"),)),
    ),
    officials=(
        Official(
            name=span("Mara Quill"),
            full_name="Mara Quill",
            office=span("head of the port office"),
            organisation=None,
            mentions=(span("Quill"),),
        ),
    ),
    collectives=(span("port office"),),
)

CREDIT = Credit(
    "Tidewater Post", Relation.CITES_REPORT, "text", span("the Tidewater Post reported on Tuesday"), rule="x"
)

CHAIN = Chain(
    focus="7",
    nodes=(
        ChainNode("ext:tidewater-post:bridge", "Tidewater Post", what="a report"),
        ChainNode("3", "Harbour Wire", EntryId(3), "Bridge shut", datetime(2026, 3, 1, tzinfo=UTC), copies=("4", "5")),
        ChainNode("7", "Samphire Courier", EntryId(7), "Harbour bridge closes for repairs"),
    ),
    derivations=(
        Derivation(
            "ext:tidewater-post:bridge",
            "7",
            DerivationKind.CITES,
            0.91239,
            Basis.CREDIT,
            (Evidence("7", "text", CREDIT.span, "the Tidewater Post reported on Tuesday", "credit"),),
        ),
        Derivation("3", "7", DerivationKind.REWRITE, 0.8, Basis.TIME, main=False, delay=timedelta(hours=30)),
        Derivation("3", "7", DerivationKind.COPY, 0.5, Basis.TEXT, sibling=True),
    ),
    drift=(Drift("3", "7", DriftType.NUMBER, Span(4, 9), None, "until June", ""),),
    origins=1,
    remarks=("direction of one edge by time only",),
)


@dataclass(frozen=True)
class Sample:
    """The story, by parts."""

    text: str = TEXT
    article: Article = ARTICLE
    analysis: Analysis = ANALYSIS
    credit: Credit = CREDIT
    chain: Chain = CHAIN


@pytest.fixture
def sample() -> Sample:
    return Sample()
