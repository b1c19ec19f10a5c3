"""An article as lines: head, text, claims, officials, credits, chain."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli.chain_page import chain_lines
from reader.cli.output import Paper
from reader.model.article import Article, Role
from reader.model.chain import Credit, Independent
from reader.model.claim import Analysis, Attribution
from reader.model.moments import moment_words
from reader.model.wording import KIND_WORDS, RELATION_WORDS
from reader.text.bare import bare_words
from reader.text.safety import clean_line
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry

_MARK = {Role.CAPTION: "[caption] ", Role.RELATED_HEADLINE: "[related] ", Role.PROMOTION: "[promotion] "}
READING_WIDTH = 84
"""Columns of running text; longer lines are hard to read."""


def article_lines(opened: "OpenEntry", paper: Paper, beside: Sequence[Independent] = ()) -> Iterator[str]:
    """Yield the lines of an opened entry; last what is ``beside`` its chain: similar articles, independent of it."""
    yield from _head(opened, paper)
    yield from _text(
        opened.article, opened.stored.entry.title, opened.article.byline or opened.stored.entry.author, paper
    )
    yield from finding_lines(opened.article, opened.analysis, opened.credits, paper)
    yield from ("", paper.style("Where it comes from", "bold"))
    yield from (f"  {line}".rstrip() for line in chain_lines(opened.chain, paper, beside))


def finding_lines(article: Article, analysis: Analysis, credits: Sequence[Credit], paper: Paper) -> Iterator[str]:
    """Yield what was found in an article: claims, officials, credits; each under a head if there is any."""
    if analysis.attributions:
        yield from ("", paper.style(f"Claims ({len(analysis.attributions)})", "bold"))
        for number, attribution in enumerate(analysis.attributions, start=1):
            yield from _item(f"{number:>3}. ", _claim_words(article, attribution), paper)
    if analysis.officials or analysis.collectives:
        yield from ("", paper.style("Officials", "bold"))
        for official in analysis.officials:
            about = ", ".join(_words(article, part) for part in official.told)
            yield from _item("  • ", clean_line(official.full_name) + (f" — {about}" if about else ""), paper)
        for span in analysis.collectives:
            yield from _item("  • ", _words(article, span), paper)
    if credits:
        yield from ("", paper.style("Credits", "bold"))
        for credit in credits:
            words = f": “{_words(article, credit.span)}”" if credit.where == "text" else f" ({credit.where})"
            yield from _item("  • ", f"{RELATION_WORDS[credit.relation]} {clean_line(credit.outlet)}{words}", paper)


def _item(mark: str, text: str, paper: Paper) -> list[str]:
    """Return an item of a list, its further lines set under its first word."""
    lines = paper.wrap(text, " " * len(mark))
    return [mark + lines[0][len(mark) :], *lines[1:]]


def _head(opened: "OpenEntry", paper: Paper) -> Iterator[str]:
    """Yield headline, outlet, date, byline, address and what the user noted."""
    stored = opened.stored
    for line in paper.wrap(clean_line(stored.entry.title) or "(no title)"):
        yield paper.style(line, "bold")
    facts = [
        clean_line(stored.outlet),
        _date(opened),
        clean_line(opened.article.byline or stored.entry.author),
        f"entry {stored.id}",
        "★" if stored.status.bookmarked else "",
    ]
    yield paper.style(" · ".join(fact for fact in facts if fact), "dim")
    if stored.entry.url:
        yield paper.style(clean_line(stored.entry.url), "dim")
    for label, words in (("tags", ", ".join(stored.status.tags)), ("note", stored.status.note)):
        if words:
            yield from paper.wrap(f"{label}: {clean_line(words)}")


def _date(opened: "OpenEntry") -> str:
    """Return when an article was published, else when it came into the library, saying so."""
    stored = opened.stored
    published = stored.entry.published_at or opened.article.published_at
    came = "" if published else "saved " if stored.feed_id is None else "received "
    return came + (moment_words(published) if published else f"{stored.received_at:%d %b %Y %H:%M} UTC")


def _text(article: Article, title: str, byline: str, paper: Paper) -> Iterator[str]:
    """Yield the paragraphs; a heading or line that repeats title or byline, which stand on top, is left out."""
    width = min(paper.width, READING_WIDTH)
    for paragraph in article.paragraphs:
        words = _words(article, paragraph.span)
        above = {Role.HEADING: title, Role.SOURCE_LINE: byline}.get(paragraph.role, "")
        repeats = above and bare_words(words) == bare_words(above)
        if not words or repeats:
            continue
        yield ""
        mark = "  • " if paragraph.listed else ""
        indent = "  > " if paragraph.quoted else " " * len(mark)
        lines = paper.wrap(_MARK.get(paragraph.role, "") + words, indent, width)
        lines[0] = (mark or indent) + lines[0][len(indent) :]
        heading = paragraph.role is Role.HEADING
        dim = paragraph.role in _MARK or paragraph.role is Role.SOURCE_LINE
        yield from (
            paper.style(line, "bold") if heading else paper.style(line, "dim") if dim else line for line in lines
        )


def _claim_words(article: Article, attribution: Attribution) -> str:
    """Return an attribution as speaker, cue and content."""
    source = " … ".join(_words(article, span) for span in attribution.source or ())
    cue = " … ".join(_words(article, span) for span in attribution.cue)
    content = " … ".join(_words(article, span) for span in attribution.content)
    speaker = clean_line(attribution.speaker or "") or source or "(no source named)"
    return f"{speaker} — {cue or '(goes on)'}: {content} [{KIND_WORDS[attribution.kind]}]"


def _words(article: Article, span: Span) -> str:
    """Return the words of a span as one clean line."""
    return clean_line(span.of(article.text), 20_000)
