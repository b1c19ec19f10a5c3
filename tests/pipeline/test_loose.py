import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.lexicon.more_outlets import MoreOutlets
from reader.pipeline.loose import LooseError, process_lines, process_lines_job, read_loose_text
from reader.pipeline.progress import never
from reader.pipeline.workers import WorkError, Workers
from tests.pipeline.kit import InlineWorkers


def line(**parts: object) -> bytes:
    return json.dumps({"id": "a", "text": "The council said so.", **parts}).encode()


def test_all_parts_of_a_line_are_read() -> None:
    read = read_loose_text(
        line(
            title="Ferry  stops",
            outlet="Eastmoor Gazette",
            url="https://gazette.example/a",
            date="2026-03-02T10:00:00+02:00",
            byline="By  Ivo Marsh",
            meta={"canonical": "https://g.example/", "DC.source": ["one", "two", 3]},
        )
    )
    article = read.article
    assert (read.id, article.text, article.headline, article.byline) == (
        "a",
        "The council said so.",
        "Ferry  stops",
        "By  Ivo Marsh",
    )
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-03-02T08:00:00+00:00"
    assert article.metadata["canonical"] == ("https://g.example/",)
    assert article.metadata["DC.source"] == ("one", "two")


def test_hostile_characters_are_masked_in_their_place() -> None:
    text = "The\x1b[31m coun\u202ecil \U000e0041said \x00so."
    article = read_loose_text(line(text=text, title="A\x9btitle")).article
    assert len(article.text) == len(text)
    assert not {"\x1b", "\u202e", "\x00", "\U000e0041"} & set(article.text)
    assert len(article.headline) == len("A\x9btitle")
    assert "\x9b" not in article.headline


def test_the_page_around_the_text_gives_its_metadata() -> None:
    page = '<html><head><link rel="canonical" href="https://gazette.example/ferry"></head><body>x</body></html>'
    assert read_loose_text(line(html=page)).article.metadata["canonical"] == ("https://gazette.example/ferry",)


def test_a_date_that_cannot_be_read_is_left_out_with_a_remark() -> None:
    read = read_loose_text(line(date="soonish"))
    assert read.article.published_at is None
    assert read.remarks == ("the date 'soonish' cannot be read and is left out",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff", "not UTF-8"),
        (b"{", "not JSON"),
        (b"[]", "not an object"),
        (b'{"text": "x"}', '"id" is missing'),
        (b'{"id": true, "text": "x"}', '"id" is missing'),
        (b'{"id": "a"}', '"text" is missing'),
        (b'{"id": "a", "text": "x", "title": 3}', '"title" is no text'),
        (b'{"id": "a", "text": "x", "meta": []}', '"meta" is no object'),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"id": 1' + b"1" * 5000 + b', "text": "x"}', "a number without end"),
    ],
)
def test_a_bad_line_is_one_clear_error(data: bytes, words: str) -> None:
    with pytest.raises(LooseError, match=words):
        read_loose_text(data)


@given(
    st.one_of(
        st.binary(),
        st.recursive(st.none() | st.booleans() | st.text() | st.integers(), st.lists).map(
            lambda v: json.dumps({"id": "a", "text": v, "meta": {"k": v}}).encode()
        ),
    )
)
def test_no_line_makes_it_raise_anything_else(data: bytes) -> None:
    try:
        read_loose_text(data)
    except LooseError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either outcome is right


def test_results_come_in_the_order_of_the_lines_with_their_numbers() -> None:
    lines = [line(id=str(n)) if n % 7 else b"broken" for n in range(1, 60)]
    lines.insert(3, b"  \n")
    results = list(process_lines(InlineWorkers(), lines, MoreOutlets(), never))
    assert [r.number for r in results] == [n for n in range(1, 61) if n != 4]
    assert [r.number for r in results if r.error] == [n + (n > 3) for n in range(7, 60, 7)]
    assert all(r.processed is not None for r in results if not r.error)


class _Poisoned(InlineWorkers):
    def run(self, function: object, *args: object, timeout: float = 5, cancelled: object = None) -> object:  # type: ignore[override]  # any job
        if "poison" in repr(args):
            raise WorkError("took longer than 5 s and was stopped", "time")
        return super().run(function, *args, timeout=timeout, cancelled=cancelled)


def test_a_text_that_overruns_its_limits_costs_no_other_line() -> None:
    lines = [line(id=str(n), text="poison" if n == 5 else "The council said so.") for n in range(20)]
    results = list(process_lines(_Poisoned(), lines, MoreOutlets(), never))
    assert [(r.number, r.error) for r in results if r.error] == [(6, "took longer than 5 s and was stopped")]


@pytest.fixture
def children() -> Iterator[Workers]:
    workers = Workers(1)
    yield workers
    workers.close()


def test_results_pass_through_a_real_child(children: Workers) -> None:
    (good, bad) = children.run(
        process_lines_job,
        ((1, line(id=7, text="The bridge is shut, the council said.")), (2, b"{")),
        MoreOutlets(),
        timeout=20,
    )
    assert good.text is not None
    assert good.processed is not None
    assert good.text.id == 7
    assert len(good.processed.analysis.attributions) == 1
    assert bad.error.startswith("not JSON")
