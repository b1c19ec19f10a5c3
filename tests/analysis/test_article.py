"""The analysis of a whole article: roles, spans, speed."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.article import analyze_article
from reader.model.article import Article, Paragraph, Role
from reader.model.claim import Analysis, Kind
from reader.text.spans import Span

WORDS = """
    said says told asked according to that the a minister Ana Brill Orlo he she they who which and but to was as per
    quoted saying reportedly claim Ministry of for head spokesman in on Monday Sen. Mr. put it has call him not U.S.
    1,000 " “ ” '' ‘ ’ ' , . ? ! : ; — – - ( ) « » < > İ ß 中"""
PIECES = (*WORDS.split(), "\n")


def check(text: str, analysis: Analysis) -> None:
    """Fail unless every span is trimmed and inside, contents are in order, and parents stand before children."""
    for index, a in enumerate(analysis.attributions):
        assert a.content
        for span in (*a.content, *a.cue, *(a.source or ())):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip()
        assert all(one.end <= two.start for one, two in zip(a.content, a.content[1:], strict=False))
        assert not any(cue.overlaps(span) for cue in a.cue for span in a.content)
        assert a.parent is None or 0 <= a.parent < index
    for official in analysis.officials:
        for other in (official.name, *official.mentions, *(s for s in (official.office, official.organisation) if s)):
            assert 0 <= other.start < other.end <= len(text)
        assert official.office or official.organisation
    assert list(analysis.collectives) == sorted(analysis.collectives)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", ""])), max_size=50))
def test_spans_hold_for_any_row_of_newsy_words(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    check(text, analyze_article(Article(text)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_it_never_raises(text: str) -> None:
    check(text, analyze_article(Article(text)))


def test_claims_are_found_by_role() -> None:
    lines = {
        Role.HEADING: "Police: Bridge closed",
        Role.BODY: "Brill said the dam was safe.",
        Role.CAPTION: "The dam is safe, officials said.",
        Role.RELATED_HEADLINE: "Orlo says he will resign.",
        Role.PROMOTION: "Our editor said you should subscribe.",
        Role.SOURCE_LINE: "Source: the ministry said so.",
    }
    text = "\n".join(lines.values())
    paragraphs = []
    for role, line in lines.items():
        start = text.index(line)
        paragraphs.append(Paragraph(Span(start, start + len(line)), role))
    analysis = analyze_article(Article(text, tuple(paragraphs)))
    assert [a.source[0].of(text) for a in analysis.attributions if a.source] == ["Police", "Brill", "officials"]


def test_a_dateline_is_not_part_of_a_source() -> None:
    text = "KARSK (LNA) — Brill said the dam was safe."
    article = Article(text, dateline=Span(0, text.index("Brill") - 1))
    (attribution,) = analyze_article(article).attributions
    assert attribution.source is not None
    assert attribution.source[0].of(text) == "Brill"


def test_the_kind_follows_the_marks() -> None:
    text = "“All of it,” Orlo said. Brill said that it was “half” of it. Police said no."
    assert [a.kind for a in analyze_article(Article(text)).attributions] == [Kind.DIRECT, Kind.MIXED, Kind.INDIRECT]


ROWS = (
    '" ', "“ ", "' ", "( ", "said ", "he said ", "he said that ", "Orlo said, ", '"X," he said. ',
    "according to Orlo, ", '"Go," said Ana Brill, head of the office, ', "Ana Brill and ", "his claim that ", "told ",
    "reportedly was ", "A. ", "Bob Orlo, president of ", "— ", "x", ", ", "the minister's ",
    "The Lantern said it rained, citing two officials, and ", "rain, said Brill in the hall, ", "it was stated, ",
    "\"They said: 'It is so'.\" He laughed. ", "as the man told the bureau, ",
)  # fmt: skip


def seconds(row: str, size: int) -> float:
    """Return the processor time that the analysis of a row of the same words takes."""
    text = (row * (size // len(row) + 1))[:size]
    begin = time.process_time()
    analyze_article(Article(text))
    return time.process_time() - begin


@pytest.mark.parametrize("row", ROWS, ids=[row.strip() for row in ROWS])
def test_time_doubles_when_the_text_doubles(row: str) -> None:
    seconds(row, 500)
    small, large = (min(seconds(row, size) for _ in range(2)) for size in (4_000, 16_000))
    # four times the text: 4 if linear, 16 if quadratic; the allowance is for the clock of a busy machine
    assert large < 9 * small + 0.15


LONG_ROWS = (
    '"', "(", "said ", "he said that ", "as he put it, ", "as Bo put it, we go ", "Ana Brill said he ", '" said ',
    "Senators Brill, Orlo, ", "Senators Ana Brill and Karl Orlo of Tarn. ", "Orlo's Council of Elders's ",
)  # fmt: skip


@pytest.mark.parametrize("row", LONG_ROWS, ids=[row.strip() for row in LONG_ROWS])
def test_a_small_quadratic_share_shows_in_a_long_text(row: str) -> None:
    small, large = (seconds(row, size) for size in (50_000, 200_000))
    assert large < 6 * small + 0.15


def test_a_megabyte_in_one_paragraph() -> None:
    text = "Ana Brill, mayor of Karsk, said that the dam was safe and “strong.” " * 15_000
    begin = time.process_time()
    analysis = analyze_article(Article(text))
    assert len(analysis.attributions) == 15_000
    assert time.process_time() - begin < 20


def test_the_seeds(shared_dir: Path) -> None:
    text = (shared_dir / "seeds" / "reworded_fox_copy.txt").read_text(encoding="utf-8")
    analysis = analyze_article(Article(text))
    outer = next(a for a in analysis.attributions if a.source and a.source[0].of(text) == "The Kyiv Post")
    inner = next(a for a in analysis.attributions if a.parent is not None)
    assert analysis.attributions[inner.parent or 0] == outer
    assert inner.speaker == "Ukrainian military officials"
    (official,) = analysis.officials
    assert official.full_name == "Viktor Trehubov"
    assert official.office is not None
    assert official.office.of(text) == "head of communications"
    assert official.organisation is not None
    assert official.organisation.of(text) == "Ukraine’s Joint Forces Group"
    assert len(official.mentions) == text.count("Trehubov") - 1
    said = [a for a in analysis.attributions if a.speaker == "Viktor Trehubov"]
    assert any(len(a.content) == 2 for a in said)
    assert any(a.source and a.source[0].of(text) == "he" for a in said)
