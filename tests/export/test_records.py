"""The interchange formats, field by field: other people's scripts rest on these names."""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.export.records import (
    analysis_record,
    article_record,
    chain_record,
    claim_record,
    derivation_record,
    drift_record,
    entry_record,
    feed_record,
    officials_record,
)
from reader.model.chain import Drift, DriftType
from reader.model.claim import Claim, Kind, OfficialRecord
from reader.model.entry import Entry, EntryId, EntryStatus, EntrySummary, StoredEntry
from reader.model.feed import FeedCounts, FeedId, FetchState, Subscription
from reader.text.spans import Span

if TYPE_CHECKING:
    from tests.export.conftest import Sample


NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_an_analysis_line_has_the_promised_fields(sample: "Sample") -> None:
    record = analysis_record("a1", sample.analysis, [sample.credit])
    assert list(record) == ["id", "attributions", "officials", "collectives", "credits"]
    first, second, third = record["attributions"]
    assert set(first) == {"source", "cue", "content", "kind", "parent", "speaker"}
    assert [sample.text[s:e] for s, e in first["source"]] == ["the Tidewater Post"]
    assert [sample.text[s:e] for s, e in first["cue"]] == ["reported"]
    assert (first["kind"], first["parent"], first["speaker"]) == ("indirect", None, "Tidewater Post")
    assert (second["kind"], second["parent"]) == ("direct", 0)
    assert third["source"] is None
    assert third["cue"] == []
    (official,) = record["officials"]
    assert set(official) == {"name", "office", "organisation", "country", "full_name", "mentions"}
    assert official["organisation"] is None
    assert sample.text[slice(*official["office"])] == "head of the port office"
    (credit,) = record["credits"]
    assert credit == {
        "outlet": "Tidewater Post",
        "relation": "cites-report",
        "where": "text",
        "start": sample.credit.span.start,
        "end": sample.credit.span.end,
    }


def test_an_edge_line_has_the_promised_fields(sample: "Sample") -> None:
    record = derivation_record(sample.chain.derivations[0])
    assert list(record) == ["src", "dst", "kind", "confidence", "basis", "sibling", "evidence", "ground"]
    assert record["src"] == "ext:tidewater-post:bridge"
    assert (record["kind"], record["basis"], record["sibling"]) == ("cites", "credit", False)
    assert record["confidence"] == 0.9124
    (evidence,) = record["evidence"]
    assert sample.text[evidence["start"] : evidence["end"]] == evidence["words"]


def test_a_change_line_has_the_promised_fields(sample: "Sample") -> None:
    assert drift_record(sample.chain.drift[0]) == {
        "a": "3",
        "b": "7",
        "type": "number",
        "a_span": [4, 9],
        "b_span": None,
        "detail": None,
    }


def test_a_finer_type_stands_beside_that_of_the_format() -> None:
    record = drift_record(Drift("3", "7", DriftType.DATE_CHANGED, Span(0, 3), Span(4, 9)))
    assert (record["type"], record["detail"]) == ("date-dropped", "date-changed")
    assert {kind.broad for kind in DriftType} == {kind for kind in DriftType if kind.broad is kind}


def test_list_show_and_trace_use_the_same_names(sample: "Sample") -> None:
    summary = entry_record(
        EntrySummary(EntryId(3), "Bridge shut", "Harbour Wire", NOON, False, True, via="X", more=2, published_at=NOON)
    )
    stored = entry_record(
        StoredEntry(
            EntryId(3), Entry("g", "Bridge shut"), "Harbour Wire", NOON, status=EntryStatus(tags=("port",), note="see")
        )
    )
    article = article_record(sample.article)
    node = chain_record(sample.chain)["nodes"][1]
    shared = {"id", "title", "outlet", "date"}
    assert shared <= summary.keys()
    assert shared <= stored.keys()
    assert shared <= node.keys()
    assert {"title", "outlet", "date", "url", "byline", "meta", "text"} <= article.keys()
    assert summary["date"] == "2026-03-02T12:00:00+00:00"
    assert (stored["date"], stored["received"]) == (None, "2026-03-02T12:00:00+00:00"), "receipt is no publication"
    assert summary["claims"] is None
    assert (summary["via"], summary["more"]) == ("X", 2)
    assert (stored["tags"], stored["note"]) == (["port"], "see")
    assert [p["role"] for p in article["paragraphs"]] == ["heading", "body", "body", "promotion"]


def test_a_chain_says_what_is_not_stored(sample: "Sample") -> None:
    record = chain_record(sample.chain)
    assert [n["stored"] for n in record["nodes"]] == [False, True, True]
    assert record["nodes"][0]["entry"] is None
    assert record["nodes"][1]["copies"] == ["4", "5"]
    assert record["edges"][1]["delay_seconds"] == 108_000
    assert record["origins"] == 1
    assert record["drift"][0]["a_words"] == "until June"


def test_people_claims_and_feeds_have_records() -> None:
    person = officials_record(OfficialRecord("Mara Quill", claims=3, articles=2, last_seen_at=NOON))
    assert person["office"] is None
    assert person["claims"] == 3
    claim = claim_record(Claim(EntryId(7), 1, "Mara Quill", "It is not safe", "said", Kind.DIRECT, "C", "T", NOON))
    assert (claim["id"], claim["index"], claim["kind"]) == (7, 1, "direct")
    feed = feed_record(
        Subscription(FeedId(2), "https://f.example/", "F", state=FetchState(failures=2, error="no answer")),
        FeedCounts(4, 9),
    )
    assert (feed["unread"], feed["total"], feed["failures"], feed["error"]) == (4, 9, 2, "no answer")


def test_every_record_is_json(sample: "Sample") -> None:
    for record in (
        analysis_record("a", sample.analysis, [sample.credit]),
        article_record(sample.article),
        chain_record(sample.chain),
    ):
        assert json.loads(json.dumps(record)) == record
