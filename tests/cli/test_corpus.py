"""analyze and trace-corpus: the interchange formats, exactly; checked by the scorers of the evaluation where it is."""

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.cli.conftest import Command, Run

GAZETTE = (
    "The ferry to Northisle will stop for twelve days in March, the island council said on Monday.\n"
    "“We cannot sail with one engine, and we will not try it in a March gale,” said Ada Fenwick, head of the harbour "
    "office.\nMail and milk will come by the trawler Marlin twice a week until the ferry sails again.\n"
)
COURIER = (
    "The Northisle ferry stops for ten days in March, the Eastmoor Gazette reported.\n"
    "“We cannot sail with one engine, and we will not try it in a March gale,” said Ada Fenwick, head of the harbour "
    "office.\nMail and milk will come by the trawler Marlin twice a week until the ferry sails again.\n"
)
KINDS = {"copy", "partial", "rewrite", "summary", "quote", "cites"}


def write(path: Path, *lines: dict[str, Any] | str) -> str:
    rows = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


def records(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.out.splitlines()]


def test_analyze_writes_one_line_for_each_line_with_exactly_the_promised_fields(
    newsreader: Command, tmp_path: Path
) -> None:
    name = write(
        tmp_path / "in.jsonl", {"id": "b", "text": COURIER, "outlet": "Coast Courier"}, {"id": 7, "text": GAZETTE}
    )
    run = newsreader("analyze", "--jsonl", name)
    assert (run.code, run.err) == (0, "")
    first, second = records(run)
    assert (first["id"], second["id"]) == ("b", 7)
    for record, text in ((first, COURIER), (second, GAZETTE)):
        assert list(record) == ["id", "attributions", "officials", "collectives", "credits"]
        assert record["attributions"]
        for attribution in record["attributions"]:
            assert list(attribution) == ["source", "cue", "content", "kind", "parent", "speaker"]
            assert attribution["kind"] in ("direct", "indirect", "mixed")
            for start, end in [*attribution["content"], *attribution["cue"], *(attribution["source"] or [])]:
                assert 0 <= start < end <= len(text)
        for official in record["officials"]:
            assert list(official) == ["name", "office", "organisation", "country", "full_name", "mentions"]
    (credit,) = first["credits"]
    assert list(credit) == ["outlet", "relation", "where", "start", "end"]
    assert (credit["outlet"], credit["where"]) == ("Eastmoor Gazette", "text")
    assert "Eastmoor Gazette" in COURIER[credit["start"] : credit["end"]]
    direct = next(a for a in second["attributions"] if a["kind"] == "direct")
    start, end = direct["content"][0]
    assert GAZETTE[start:end].strip("“”,") == "We cannot sail with one engine, and we will not try it in a March gale"


def test_offsets_are_those_of_the_text_as_given_whatever_is_in_it(newsreader: Command, tmp_path: Path) -> None:
    text = "\x1b[31m😀\u202e\n" + GAZETTE
    run = newsreader("analyze", "--jsonl", write(tmp_path / "in.jsonl", {"id": "a\x9b\u202e", "text": text}))
    assert not {"\x1b", "\x9b", "\u202e"} & set(run.out)
    (record,) = records(run)
    assert record["id"] == "a\x9b\u202e"
    contents = [text[s:e] for a in record["attributions"] for s, e in a["content"]]
    assert any("We cannot sail with one engine" in content for content in contents)


def test_bad_lines_are_reported_with_their_number_and_the_others_go_on(newsreader: Command, tmp_path: Path) -> None:
    name = write(
        tmp_path / "in.jsonl", {"id": "a", "text": GAZETTE}, "{broken", "", {"id": "c"}, {"id": "d", "text": COURIER}
    )
    for command in (("analyze", "--jsonl"), ("trace-corpus",)):
        run = newsreader(*command, name)
        assert run.code == 1
        assert [line.split(": ")[2] for line in run.err.splitlines()] == ["line 2", "line 4"]
        assert run.out
    assert [r["id"] for r in records(newsreader("analyze", "--jsonl", name))] == ["a", "d"]


def test_the_standard_input_is_read(newsreader: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (json.dumps({"id": "a", "text": GAZETTE}) + "\n").encode()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data), isatty=lambda: False))
    assert len(records(newsreader("analyze", "--jsonl"))) == 1


def test_analyze_prints_a_text_for_people(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(GAZETTE, encoding="utf-8")
    run = newsreader("analyze", str(path), str(tmp_path / "none.txt"))
    assert run.code == 1
    assert "Ada Fenwick — said:" in run.out
    assert "Officials" in run.out
    assert "none.txt: No such file" in run.err
    assert newsreader("analyze", "--jsonl", str(tmp_path / "none.jsonl")).code == 1


def test_analyze_as_json_writes_the_record_of_each_text_with_the_text(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(GAZETTE, encoding="utf-8")
    run = newsreader("analyze", "--json", str(path), str(tmp_path / "none.txt"))
    (record,) = json.loads(run.out)
    start, end = record["officials"][0]["name"]
    assert (run.code, record["id"], record["text"][start:end]) == (1, str(path), "Ada Fenwick")
    assert newsreader("analyze", "--json", "--jsonl", str(path)).code == 2


def test_no_option_is_taken_for_the_abbreviation_of_another(newsreader: Command, tmp_path: Path) -> None:
    for command in (("analyze", "--jsonli"), ("refresh", "--fetch"), ("--dem",), ("doctor", "--rep")):
        assert newsreader(*command).code == 2


def test_trace_corpus_writes_edges_then_drift_with_exactly_the_promised_fields(
    newsreader: Command, tmp_path: Path
) -> None:
    name = write(
        tmp_path / "in.jsonl",
        {"id": 1, "text": GAZETTE, "outlet": "Eastmoor Gazette", "date": "2026-03-02"},
        {"id": "two", "text": COURIER, "outlet": "Coast Courier", "date": "2026-03-03"},
    )
    run = newsreader("trace-corpus", name)
    assert (run.code, run.err) == (0, "")
    found = records(run)
    (edge,) = [record for record in found if "src" in record]
    assert list(edge) == ["src", "dst", "kind", "confidence", "basis", "sibling", "evidence", "ground"]
    assert (edge["src"], edge["dst"], edge["basis"], edge["sibling"]) == (1, "two", "credit", False)
    assert edge["kind"] in KINDS
    assert 0 <= edge["confidence"] <= 1
    assert {item["node"] for item in edge["evidence"]} <= {1, "two"}
    drift = [record for record in found if "a" in record]
    assert drift
    assert found.index(drift[0]) > found.index(edge)
    for change in drift:
        assert list(change) == ["a", "b", "type", "a_span", "b_span", "detail"]
        assert (change["a"], change["b"]) == (1, "two")
        if change["type"] == "number":
            assert GAZETTE[slice(*change["a_span"])] == "twelve"
            assert COURIER[slice(*change["b_span"])] == "ten"
    assert "number" in {change["type"] for change in drift}


def test_ids_that_stand_twice(newsreader: Command, tmp_path: Path) -> None:
    same = {"id": "a", "text": GAZETTE}
    run = newsreader("trace-corpus", write(tmp_path / "in.jsonl", same, same))
    assert (run.code, "earlier line" in run.err) == (0, True)
    run = newsreader("trace-corpus", write(tmp_path / "in.jsonl", same, {"id": "a", "text": COURIER}))
    assert (run.code, "another text" in run.err) == (1, True)
    run = newsreader("trace-corpus", write(tmp_path / "in.jsonl", {"id": "ext:x:y", "text": COURIER}))
    assert run.code == 1


def score(script: Path, *arguments: str | Path) -> dict[str, Any]:
    done = subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_scorer_of_tracing_reads_both_streams(newsreader: Command, tmp_path: Path, shared_dir: Path) -> None:
    folder = shared_dir / "tracing_eval"
    articles = str(folder / "seeds_articles.jsonl")
    found = {"analyze": tmp_path / "a", "trace": tmp_path / "t"}
    found["analyze"].write_text(newsreader("analyze", "--jsonl", articles).out, encoding="utf-8")
    found["trace"].write_text(newsreader("trace-corpus", articles).out, encoding="utf-8")
    result = score(
        folder / "score.py", "seeds", "--gold", folder / "seeds_gold.json",
        "--analyze", found["analyze"], "--trace", found["trace"],
    )  # fmt: skip
    assert result["credit"]["outlet"]["f1"] >= 0.9
    assert result["chain"]["edges_directed"]["f1"] >= 0.9
    assert result["drift"]["closed"]["f1"] >= 0.9


def test_the_scorer_of_attributions_reads_the_stream(newsreader: Command, tmp_path: Path, shared_dir: Path) -> None:
    lines = (shared_dir / "attribution_data" / "gum_news_dev.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    texts = [{"id": record["id"], "text": record["text"]} for record in map(json.loads, lines)]
    predicted = tmp_path / "predicted.jsonl"
    run = newsreader("analyze", "--jsonl", write(tmp_path / "in.jsonl", *texts))
    predicted.write_text(run.out, encoding="utf-8")
    assert run.code == 0
    result = score(shared_dir / "attribution_eval" / "score.py", gold, predicted, "--only", "speech", "--json")
    assert result


def test_the_users_table_of_outlets_is_known_and_its_faults_are_one_line(newsreader: Command, tmp_path: Path) -> None:
    table = tmp_path / "outlets.tsv"
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": 1, "text": "The bridge is unsafe, FRAC reported on Monday."}), encoding="utf-8")
    table.write_text("# my own\nFox River Almanack Co\tFRAC\n", encoding="utf-8")
    (credit,) = json.loads(newsreader("analyze", "--jsonl", str(texts)).out)["credits"]
    assert credit["outlet"] == "Fox River Almanack Co"
    assert newsreader("config", "--check").code == 0
    assert f"{table} (1)" in newsreader("config").err
    table.write_text("Fox\tFRAC\n\tno name\n", encoding="utf-8")
    fault = f"{table}, line 2: expected a name and up to 5 columns after it"
    for command in (("analyze", "--jsonl", str(texts)), ("trace-corpus", str(texts)), ("list",)):
        run = newsreader(*command)
        assert run.code == 0
        assert run.err.count(fault) == 1
    (credit,) = json.loads(newsreader("analyze", "--jsonl", str(texts)).out)["credits"]
    assert credit["outlet"] == "Fox"
    checked = newsreader("config", "--check")
    assert (checked.code, checked.err.count(fault)) == (1, 1)
    doctor = newsreader("doctor")
    assert (doctor.code, doctor.out.count(fault)) == (1, 1)
    table.write_bytes(b"\xff\xfe")
    assert "is not UTF-8 (byte 0)" in newsreader("list").err
