"""An opened entry -> the blocks of the article pane: headline, facts and paragraphs with their marks.

What is marked how: direct quotations underlined, indirect claims italic, both on the claim's background; officials
bold; credits bold italic. Margin marks (``▌`` current claim, ``⟵`` credit) are drawn by the pane.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Final

from textual.style import Style

from reader.model.article import FURNITURE, Article, Emphasis, Paragraph, Role
from reader.model.claim import Analysis, Attribution, Kind
from reader.text.bare import bare_words
from reader.text.spans import Span, hull
from reader.ui.content import count, safe_line, safe_link, time_of
from reader.ui.keys import with_keys
from reader.ui.widgets.article_layout import Block, View

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry

Mark = tuple[Span, str | Style]
"""A stretch of the text and how it is drawn."""
WORDS_A_MINUTE: Final = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019, J. Mem. Lang. 109), rounded down."""

_CLAIM_STYLES: Final = {
    Kind.DIRECT: "underline on $claim",
    Kind.INDIRECT: "italic on $claim",
    Kind.MIXED: "underline italic on $claim",
}
_ROLE_STYLES: Final = {
    Role.HEADING: "bold",
    Role.CAPTION: "dim italic",
    Role.RELATED_HEADLINE: "dim",
    Role.PROMOTION: "dim",
    Role.SOURCE_LINE: "$muted",
}
_ROLE_PREFIXES: Final = {Role.CAPTION: "▫ ", Role.RELATED_HEADLINE: "▹ ", Role.PROMOTION: "· "}


def article_blocks(opened: "OpenEntry", view: View, keys: Mapping[str, str]) -> list[Block]:
    """Return the blocks of an opened entry, from the headline to what is hidden; ``keys`` are those in use."""
    article = opened.article
    paragraphs = article.paragraphs or loose_paragraphs(article.text)
    marks = _by_paragraph(_marks(opened, view), paragraphs)
    lines = {bare_words(p.span.of(article.text)) for p in paragraphs if p.role is Role.SOURCE_LINE}
    blocks = _head(opened, lines)
    hidden, headline = 0, bare_words(headline_of(opened))
    for index, paragraph in enumerate(paragraphs):
        if view.hide_furniture and paragraph.role in FURNITURE:
            hidden += 1
            continue
        if paragraph.role is Role.HEADING and bare_words(paragraph.span.of(article.text)) == headline:
            continue  # it stands on top already
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        tight = bool(following and paragraph.listed and following.listed)
        blocks.append(_paragraph(article, paragraph, marks[index], gap=not tight))
    if hidden:
        shows = with_keys("{article.furniture} shows them", keys)
        words = f"{count(hidden, 'caption, link or promotion', 'captions, links and promotions')} hidden ({shows})"
        blocks.append(Block(words, styles=((0, len(words), "dim italic"),)))
    if not article.text.strip():
        words = with_keys(
            "The feed gives no text. Press {entry.full-text} to fetch the article from its page, "
            "{entry.browser} to open it in the browser.",
            keys,
        )
        blocks.append(Block(words, styles=((0, len(words), "italic $muted"),)))
    return blocks


def headline_of(opened: "OpenEntry") -> str:
    """Return the headline of an opened entry: the article's own, else the feed's title."""
    return opened.article.headline or opened.stored.entry.title or "(no title)"


def furniture_in(opened: "OpenEntry") -> int:
    """Return how many captions, related headlines and promotions an article has."""
    return sum(paragraph.role in FURNITURE for paragraph in opened.article.paragraphs)


def loose_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return one paragraph for each line of a text that came without structure."""
    paragraphs: list[Paragraph] = []
    start = 0
    for piece in text.split("\n"):
        if piece.strip():
            paragraphs.append(Paragraph(Span(start, start + len(piece))))
        start += len(piece) + 1
    return tuple(paragraphs)


def reading_minutes(text: str) -> int:
    """Return how many minutes a text takes to read, at least one."""
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))


def claim_order(analysis: Analysis) -> list[int]:
    """Return the indices of all attributions in reading order of their content."""
    indices = [i for i, a in enumerate(analysis.attributions) if a.content]
    return sorted(indices, key=lambda i: hull(analysis.attributions[i].content).start)


def attribution_hull(attribution: Attribution) -> Span:
    """Return the stretch from the first to the last word of an attribution."""
    return hull((*attribution.content, *attribution.cue, *(attribution.source or ())))


def _head(opened: "OpenEntry", lines: Set[str]) -> list[Block]:
    """Return headline, facts, byline, tags and note; a byline that is one of the text's own ``lines`` stands there."""
    stored, article = opened.stored, opened.article
    headline = safe_line(headline_of(opened))
    facts = [safe_line(stored.outlet or article.outlet or "unknown outlet"), time_of(stored)]
    facts.append(f"{reading_minutes(article.text)} min")
    facts.append(count(len(opened.analysis.attributions), "claim"))
    if opened.analysis.officials:
        facts.append(count(len(opened.analysis.officials), "official"))
    line = " · ".join(facts)
    blocks = [Block(headline, styles=((0, len(headline), "bold"),), gap=False)]
    blocks.append(Block(line, styles=((0, len(line), "$muted"),), gap=False))
    byline = article.byline or stored.entry.author
    more = [safe_line(byline)] if byline and bare_words(byline) not in lines else []
    if stored.status.tags:
        more.append("# " + safe_line(", ".join(stored.status.tags)))
    if stored.status.note:
        more.append("✎ " + safe_line(stored.status.note))
    blocks += [Block(text, styles=((0, len(text), "$muted"),), gap=False) for text in more]
    last = blocks[-1]
    blocks[-1] = Block(last.text, last.start, last.styles, last.prefix, last.role, gap=True)
    return blocks


def _paragraph(article: Article, paragraph: Paragraph, marks: Sequence[Mark], *, gap: bool) -> Block:
    """Return the block of one paragraph with the marks that lie in it."""
    span = paragraph.span
    text = safe_line(span.of(article.text))
    styles: list[tuple[int, int, str | Style]] = []
    if plain := _ROLE_STYLES.get(paragraph.role):
        styles.append((0, len(text), plain))
    for mark, style in marks:
        styles.append((max(mark.start, span.start) - span.start, min(mark.end, span.end) - span.start, style))
    prefix = _ROLE_PREFIXES.get(paragraph.role, "")
    if paragraph.listed:
        prefix += "  " * max(0, paragraph.level - 1) + "• "
    if paragraph.quoted:
        prefix += "┃ "
    return Block(text, span.start, tuple(styles), prefix, paragraph.role, gap)


def _by_paragraph(marks: Sequence[Mark], paragraphs: Sequence[Paragraph]) -> list[list[Mark]]:
    """Return for each paragraph the marks that touch it, in their order."""
    found: list[list[Mark]] = [[] for _ in paragraphs]
    starts = [paragraph.span.start for paragraph in paragraphs]
    for mark in marks:
        index = max(0, bisect_right(starts, mark[0].start) - 1)
        while index < len(paragraphs) and starts[index] < mark[0].end:
            if mark[0].overlaps(paragraphs[index].span):
                found[index].append(mark)
            index += 1
    return found


def _marks(opened: "OpenEntry", view: View) -> list[Mark]:
    """Return all marks of an article, those that lie on top last."""
    article, analysis = opened.article, opened.analysis
    kinds = {Emphasis.STRONG: "bold", Emphasis.EMPHASIS: "italic", Emphasis.CODE: "on $panel"}
    marks: list[Mark] = [(span, kinds[kind]) for span, kind in article.emphasis]
    for link in article.links:
        if url := safe_link(link.url):
            marks += [(link.span, "$text-accent"), (link.span, Style(link=url))]  # OSC 8: terminals can open it too
    for attribution in analysis.attributions:
        marks += [(span, _CLAIM_STYLES[attribution.kind]) for span in attribution.content]
        marks += [(span, "$text-success") for span in attribution.cue]
    marks += [(credit.span, "bold italic $credit") for credit in opened.credits if credit.where == "text"]
    marks += [(span, "bold $official") for span in _official_spans(analysis)]
    if view.claim is not None and view.claim < len(analysis.attributions):
        marks += _current(analysis.attributions[view.claim])
    marks += [(span, "reverse") for span in view.found]
    return marks


def _official_spans(analysis: Analysis) -> Iterable[Span]:
    """Yield every mention of an official and every collective."""
    for official in analysis.officials:
        yield official.name
        yield from official.mentions
    yield from analysis.collectives


def _current(attribution: Attribution) -> list[Mark]:
    """Return the marks of the claim that is looked at: content, cue and source are told apart."""
    marks: list[Mark] = [(span, "on $claim-current") for span in attribution.content]
    marks += [(span, "bold underline on $claim-current") for span in attribution.cue]
    return marks + [(span, "bold on $claim-current") for span in attribution.source or ()]
