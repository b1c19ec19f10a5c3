from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.escaping import escape, escape_line, link
from reader.export.markdown import chain_markdown, citation_markdown
from reader.model.article import Article, Paragraph
from reader.model.entry import Entry, EntryId, EntryStatus, StoredEntry
from reader.text.spans import Span

if TYPE_CHECKING:
    from tests.export.conftest import Sample


NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STORED = StoredEntry(
    EntryId(7),
    Entry("g", "Bridge", url="https://courier.example/bridge"),
    "Samphire Courier",
    NOON,
    status=EntryStatus(bookmarked=True, tags=("port",), note="# ask\n- again"),
)


def _words(markdown: str) -> str:
    """Return the text that a Markdown reader shows."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    lines = [t.children or [] for t in tokens if t.type == "inline"]
    return "\n".join("".join("\n" if c.type.endswith("break") else c.content for c in line) for line in lines)


def test_a_citation_holds_text_claims_and_proof(sample: "Sample") -> None:
    text = citation_markdown(sample.article, stored=STORED, analysis=sample.analysis, chain=sample.chain)
    assert text.startswith(
        "# Harbour bridge closes for repairs\n\nSamphire Courier · 2026-03-02 08:30 UTC · By Ann Example"
    )
    assert text.count("Harbour bridge closes for repairs\n") == 1, "the headline is not repeated in the text"
    assert "Get the Tidewater app" not in text, "furniture is left out"
    assert "the [Tidewater Post](<https://tidewater.example/a?b=1>) reported" in text
    assert "Bookmarked: port" in text
    assert "2. **Mara Quill** (said, inside claim 1), a direct quotation: It is not safe" in text
    assert "3. **no source named**, told in the article's own words: until May" in text
    assert "1. **Tidewater Post** — cited: a report, not in the library" in text
    assert "**Tidewater Post → Samphire Courier**: cited, almost certain (91%); the article cites it" in text
    assert "- credit: “the Tidewater Post reported on Tuesday” — Samphire Courier, text, characters " in text
    assert "- number changed: “until June” (Harbour Wire) → — (Samphire Courier)" in text


def test_an_article_without_a_date_says_when_it_came() -> None:
    article = Article("The bridge is shut.", headline="Bridge", outlet="Samphire Courier")
    assert "Samphire Courier · saved 2026-03-02 12:00 UTC" in citation_markdown(article, stored=STORED)
    assert "received 2026-03-02 12:00 UTC" in citation_markdown(article, stored=replace(STORED, feed_id=3))


def test_a_chain_names_siblings_and_remarks(sample: "Sample") -> None:
    text = chain_markdown(sample.chain)
    assert "**Harbour Wire — Samphire Courier**: from a common source" in text
    assert "Note: direction of one edge by time only" in text
    assert "One origin known." in text


@given(st.text(alphabet=st.sampled_from("#->*_`[](){}<>&|~!+=1.) \\ab\n"), max_size=60))
def test_foreign_text_can_be_nothing_but_text(words: str) -> None:
    words = "\n".join(" ".join(line.split()) for line in words.split("\n") if line.split()) or "x"
    article = Article(text=words, paragraphs=(Paragraph(Span(0, len(words))),), headline="Head")
    shown = _words(citation_markdown(article))
    assert shown == "Head\n" + words


@given(st.text(max_size=80))
def test_escaped_words_read_as_they_were(words: str) -> None:
    words = " ".join(words.split())
    if words and "\x00" not in words:
        assert _words(escape_line(escape(words))) == words


def test_only_web_addresses_become_links() -> None:
    assert link("a]b", "https://x.example/>(") == "[a\\]b](<https://x.example/%3E(>)"
    assert link("a", "file:///etc/passwd") == "a"


def test_an_article_without_anything_is_still_a_document() -> None:
    assert citation_markdown(Article(text="")) == "# Untitled\n"
    assert citation_markdown(replace(Article(text=""), outlet="O")) == "# Untitled\n\nO\n"
