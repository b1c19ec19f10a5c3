"""save, list, show, trace, compare, officials, bookmark, export: over two saved articles of one story."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import CUE, Command


def test_saved_articles_are_listed_with_the_outlet_they_came_through(newsreader: Command, story: Sequence[int]) -> None:
    run = newsreader("list")
    first, second = run.out.splitlines()
    assert run.code == 0
    assert first.split()[0] == str(story[1])
    assert "Coast Courier" in first
    assert first.endswith("⟵ Eastmoor Gazette")
    assert "2026-03-02" in second
    assert "\x1b" not in run.out


def test_list_takes_a_query_and_a_limit(newsreader: Command, story: Sequence[int]) -> None:
    assert len(newsreader("list", "twelve").out.splitlines()) == 1
    limited = newsreader("list", "--limit", "1")
    assert len(limited.out.splitlines()) == 1
    assert "1 more" in limited.err
    assert newsreader("list", "nowhere").out == ""
    assert len(newsreader("list", "ferry", "--", "-twelve").out.splitlines()) == 1
    assert len(newsreader("list", "ferry", "NOT", "twelve").out.splitlines()) == 1


def test_list_as_json(newsreader: Command, story: Sequence[int]) -> None:
    records = json.loads(newsreader("list", "--json").out)
    assert [record["id"] for record in records] == [story[1], story[0]]
    assert records[0]["via"] == "Eastmoor Gazette"
    assert records[0]["date"] == "2026-03-03T00:00:00+00:00"
    assert json.loads(newsreader("list", "nowhere", "--json").out) == []


def test_an_address_names_an_entry_whatever_tracking_hangs_on_it(newsreader: Command, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    item = "<item><link>https://gazette.example/ferry</link><title>Ferry stops</title></item>"
    feed.write_text(f"<rss version='2.0'><channel><title>Gazette</title>{item}</channel></rss>", encoding="utf-8")
    newsreader("add", str(feed))
    for address in ("https://gazette.example/ferry", "https://gazette.example/ferry?utm_source=mail#top"):
        assert json.loads(newsreader("show", address, "--json").out)["title"] == "Ferry stops"


def test_a_bad_query_is_wrong_usage(newsreader: Command) -> None:
    run = newsreader("list", '"open')
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1


def test_show_prints_the_article_with_claims_and_chain(newsreader: Command, story: Sequence[int]) -> None:
    run = newsreader("show", str(story[1]))
    assert run.code == 0
    for words in (
        "No ferry for ten days",
        "Coast Courier",
        "Ada Fenwick — said:",
        "[a direct quotation]",
        "◉ Coast Courier",
    ):
        assert words in run.out
    assert max(len(line) for line in run.out.splitlines()) <= 110


def test_show_as_json_holds_what_analyze_writes(newsreader: Command, story: Sequence[int]) -> None:
    record = json.loads(newsreader("show", str(story[1]), "--json").out)
    assert record["id"] == story[1]
    assert record["outlet"] == "Coast Courier"
    for attribution in record["attributions"]:
        assert set(attribution) == {"source", "cue", "content", "kind", "parent", "speaker"}
        for start, end in attribution["content"]:
            assert record["text"][start:end]
    assert {credit["outlet"] for credit in record["credits"]} == {"Eastmoor Gazette"}
    assert record["chain"]["focus"] == str(story[1])


def test_show_as_markdown(newsreader: Command, story: Sequence[int]) -> None:
    assert newsreader("show", str(story[0]), "--markdown").out.startswith(
        "# Ferry to Northisle stops for twelve days\n"
    )


def test_trace_prints_the_tree_from_the_origin_down(newsreader: Command, story: Sequence[int]) -> None:
    lines = newsreader("trace", str(story[1])).out.splitlines()
    assert lines[0].startswith("● Eastmoor Gazette")
    assert lines[1].startswith("  └─ ◉ Coast Courier")
    assert any("“Eastmoor Gazette reported” " in line + " " or "Gazette reported" in line for line in lines)
    assert any(line.strip() == "− twelve days" or "twelve" in line for line in lines)


def test_trace_in_every_form(newsreader: Command, story: Sequence[int]) -> None:
    record = json.loads(newsreader("trace", str(story[1]), "--json").out)
    (edge,) = [edge for edge in record["edges"] if not edge["sibling"]]
    assert (edge["src"], edge["dst"], edge["basis"]) == (str(story[0]), str(story[1]), "credit")
    assert [node["id"] for node in record["nodes"]] == [str(story[0]), str(story[1])]
    assert newsreader("trace", str(story[1]), "--mermaid").out.startswith("flowchart")
    assert "Eastmoor Gazette" in newsreader("trace", str(story[1]), "--markdown").out
    assert "wasDerivedFrom" in json.loads(newsreader("trace", str(story[1]), "--prov").out)
    assert newsreader("trace", str(story[1]), "--json", "--prov").code == 2


@pytest.fixture
def fires(newsreader: Command, tmp_path: Path) -> Sequence[str]:
    """The numbers of two reports of one fire that took nothing from each other."""
    texts = (
        "A fire in a warehouse at Pellam Quay burnt for nine hours on Monday. The fire service sent 60 crew members. "
        "“We let the roof fall in before anyone went near it,” said fire officer Ada Brinkmann. The warehouse held "
        "paint and 400 tonnes of rope, and the quay stays shut until Thursday.",
        "Flames took the old warehouse on Pellam Quay on Monday night. Eleven engines came from three towns. “My "
        "father stacked rope in there for thirty years,” said docker Bram Oakhurst, who watched from the lighthouse "
        "wall. The harbour office wants to clear the quay by the weekend, and paint drifts in the basin.",
    )
    numbers = []
    for place, text in enumerate(texts):
        path = tmp_path / f"{place}.txt"
        path.write_text(text, encoding="utf-8")
        when = f"2026-11-0{2 + place}T20:00:00Z"
        options = ("--outlet", ("Harbour Post", "Tide Daily")[place], "--date", when, "--title", "Pellam Quay fire")
        numbers.append(newsreader("save", str(path), *options).out.strip())
    return numbers


def test_trace_tells_what_is_similar_but_independent_and_why(newsreader: Command, fires: Sequence[str]) -> None:
    lines = newsreader("trace", fires[1]).out.splitlines()
    at = lines.index("Similar, but independent")
    assert lines[at + 1].startswith("  ● Harbour Post")
    assert "no shared quotation" in lines[at + 2]
    shown = [line.strip() for line in newsreader("show", fires[1]).out.splitlines()]
    assert shown[shown.index("Similar, but independent") + 1].startswith("● Harbour Post")
    (other,) = json.loads(newsreader("trace", fires[1], "--json").out)["independent"]
    assert (other["entry"], other["outlet"]) == (int(fires[0]), "Harbour Post")
    assert "no shared quotation" in other["reasons"]
    markdown = newsreader("trace", fires[1], "--markdown").out
    assert "### Similar, but independent\n\n- **Harbour Post** — Pellam Quay fire, entry" in markdown
    assert json.loads(newsreader("show", fires[1], "--json").out)["chain"]["independent"] is None


def test_an_article_of_unknown_origin_says_so(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The choir of Pellam sings on Sunday in the old granary.", encoding="utf-8")
    number = newsreader("save", str(path)).out.strip()
    told = " ".join(newsreader("trace", number).out.split())
    assert "no source named, and no other article here has its text: origin unknown" in told


def test_compare_in_both_forms(newsreader: Command, story: Sequence[int]) -> None:
    run = newsreader("compare", str(story[1]), str(story[0]))
    assert run.out.splitlines()[0].startswith(f"Eastmoor Gazette ({story[0]})")
    record = json.loads(newsreader("compare", str(story[1]), str(story[0]), "--json").out)
    assert (record["a"]["id"], record["b"]["id"]) == tuple(story)
    assert all(set(row) == {"a_span", "b_span"} for row in record["aligned"])
    assert record["drift"]
    assert newsreader("compare", str(story[0]), str(story[0])).code == 1
    assert run.out.splitlines()[1] == "The earlier is on the left: the other came through it."


def test_two_articles_that_share_nothing_are_not_laid_side_by_side(newsreader: Command, tmp_path: Path) -> None:
    numbers = []
    for name, text in (("a", "The choir of Pellam sings on Sunday."), ("b", "Turnip prices doubled at Orlo market.")):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        numbers.append(newsreader("save", str(path)).out.strip())
    lines = newsreader("compare", *numbers).out.splitlines()
    assert lines[1:] == [
        "The earlier is on the left: by the times alone, since no chain joins them.",
        "These two have nothing in common.",
    ]


@pytest.mark.parametrize("wire", [True, False])
def test_copies_of_one_text_are_not_ordered_by_the_times_alone(newsreader: Command, tmp_path: Path, wire: bool) -> None:
    head = "SALTMARSH (NNA) — " if wire else ""
    text = (
        "Dockers in Saltmarsh will walk out on Friday for the first time since 1996, their union said.\n\n“The cranes "
        "are older than the men who climb them,” said Ilse Varnhagen, who leads the union. Three of the port's eleven "
        "cranes were shut in March after cracks had been found in their arms.\n\nThe port company, Quayside "
        "Navigation, called the strike needless. It had ordered two new cranes for 14 million crowns."
    )
    numbers = []
    for minute in (0, 4):
        path = tmp_path / f"{minute}.txt"
        path.write_text(f"{head}{text}\n\nThis is page {minute + 1}.", encoding="utf-8")
        options = ("--outlet", f"Paper {minute}", "--date", f"2026-11-02T20:0{minute}:00Z")
        numbers.append(newsreader("save", str(path), *options).out.strip())
    for number in numbers:
        newsreader("trace", number)
    head_line = newsreader("compare", *numbers).out.splitlines()[1]
    reason = "both came through NNA" if wire else "both are from a common source"
    assert head_line == f"The earlier is on the left: by the times, since {reason}."


def test_officials(newsreader: Command, story: Sequence[int]) -> None:
    run = newsreader("officials")
    assert "Ada Fenwick" in run.out
    records = json.loads(newsreader("officials", "Fenwick", "--json").out)
    assert [(r["full_name"], r["articles"]) for r in records] == [("Ada Fenwick", 2)]
    assert newsreader("officials", "Nobody").out == ""


def test_bookmark_and_back(newsreader: Command, story: Sequence[int]) -> None:
    assert newsreader("bookmark", str(story[0])).code == 0
    assert "★" in newsreader("list", "is:bookmarked").out
    assert "it was so already" in newsreader("bookmark", str(story[0])).err
    newsreader("bookmark", str(story[0]), "--remove")
    assert newsreader("list", "is:bookmarked").out == ""


@pytest.mark.parametrize("command", ["show", "trace", "bookmark"])
def test_an_unknown_entry_is_one_clear_line(newsreader: Command, command: str) -> None:
    run = newsreader(command, "4711")
    assert (run.code, run.out) == (1, "")
    assert run.err == "newsreader: there is no entry '4711'; `newsreader list` prints the numbers\n"


def test_export_to_the_standard_output_and_to_a_file(newsreader: Command, story: Sequence[int], tmp_path: Path) -> None:
    records = json.loads(newsreader("export", "--format", "json").out)
    assert [record["id"] for record in records] == [story[1], story[0]]
    assert json.loads(newsreader("export", "nowhere", "--format", "json").out) == []
    target = tmp_path / "out.md"
    run = newsreader("export", "twelve", "--format", "markdown", "--output", str(target))
    assert (run.code, run.out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith("# Ferry to Northisle")
    assert [path.name for path in tmp_path.glob(".out*")] == []


def test_an_export_that_cannot_be_written(newsreader: Command, story: Sequence[int], tmp_path: Path) -> None:
    run = newsreader("export", "--format", "json", "--output", str(tmp_path / "no" / "folder" / "x.json"))
    assert run.code == 1
    assert "No such file" in run.err


def test_save_bad_input(newsreader: Command, tmp_path: Path) -> None:
    assert newsreader("save", str(tmp_path / "none.txt")).code == 1
    assert newsreader("save", "x.txt", "--date", "soon").code == 2
    assert newsreader("save").code == 2


def test_a_headline_that_the_text_repeats_stands_once(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "told.txt"
    path.write_text(
        "Ferry firm to cut its sailings\n\nThe firm will cut sailings from March, it said.\n", encoding="utf-8"
    )
    shown = newsreader("show", newsreader("save", str(path)).out.strip()).out
    assert shown.count("Ferry firm to cut its sailings") == 1


def test_the_time_of_receipt_is_not_shown_as_the_date(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(CUE, encoding="utf-8")
    number = newsreader("save", str(path)).out.strip()
    record = json.loads(newsreader("show", number, "--json").out)
    assert next(iter(record)) == "id"
    assert (record["date"], bool(record["received"])) == (None, True)
    assert [entry["date"] for entry in json.loads(newsreader("list", "--json").out)] == [None]
    assert "\nsaved " in newsreader("show", number).out
    assert "saved " in newsreader("show", number, "--markdown").out
    newsreader("save", str(path), "--date", "2026-03-02")
    assert "\n02 Mar 2026 · entry" in newsreader("show", number).out
    assert json.loads(newsreader("list", "--json").out)[0]["date"] == "2026-03-02T00:00:00+00:00"


def test_the_claims_of_few_people_are_told_one_by_one(newsreader: Command, story: Sequence[int]) -> None:
    (person,) = json.loads(newsreader("officials", "fenwick", "--json").out)
    assert person["claims"] == len(person["claims_made"]) > 0
    assert {claim["id"] for claim in person["claims_made"]} == set(story)
    assert all("claims_made" not in record for record in json.loads(newsreader("officials", "--json").out))


FIRE = """A warehouse fire on Quay Road was put out after {n} hours

By Mara Lindqvist

A warehouse fire on Quay Road in Oststrand was put out on Friday after {n} hours, the Velmora Fire Brigade said.

"Nobody was hurt and no house was touched," the brigade said.{more}
"""


def test_the_columns_of_a_comparison_have_the_marks_of_the_screen(newsreader: Command, tmp_path: Path) -> None:
    numbers = []
    for hours, more in (("six", ""), ("seven", "\n\nPermits for a larger hall on Hemmet Lane were refused in March.")):
        path = tmp_path / f"{hours}.txt"
        path.write_text(FIRE.format(n=hours, more=more), encoding="utf-8")
        numbers.append(newsreader("save", str(path)).out.strip())
    lines = newsreader("compare", *numbers).out.splitlines()
    marks = {line.split("│")[1].strip()[:14]: line[:-1].split("│")[0][-1] for line in lines[4:] if "│  " in line}
    assert marks["A warehouse fi"] == "≈"
    assert marks['"Nobody was hu'] == "="
    only = next(line for line in lines if "Permits for a " in line)  # further down it is a change
    assert ("−│" if only.startswith("Permits") else "+│  Permits") in only
    assert sum("Quay Road was put out after" in line for line in lines) == 1, "the headlines, once"


def test_what_a_saved_text_lacks_is_said_and_its_by_line_stands_once(newsreader: Command, tmp_path: Path) -> None:
    path = tmp_path / "fire.txt"
    path.write_text(FIRE.format(n="six", more=""), encoding="utf-8")
    run = newsreader("save", str(path))
    assert "no outlet and no date found; give --outlet and --date" in run.err
    number = run.out.strip()
    run = newsreader("save", str(path), "--outlet", "Oststrand Tidings")
    assert f"already kept as entry {number}" in run.err
    assert "no date found; give --date" in run.err
    for form in ((), ("--markdown",)):
        assert newsreader("show", number, *form).out.count("Mara Lindqvist") == 1
    assert "found; give" not in newsreader("save", str(path), "--date", "2026-11-20").err
