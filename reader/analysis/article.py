"""The analysis of one article: attributions, officials and collectives, with every span in ``Article.text``."""

from reader.analysis.attribution import find_drafts
from reader.analysis.draft import Draft
from reader.analysis.kinds import kind_of
from reader.analysis.nesting import nest
from reader.analysis.tokens import Passage, read_passage
from reader.model.article import Article, Role
from reader.model.claim import Analysis, Attribution
from reader.text.spans import Span, trim

_CLAIMING = frozenset({Role.BODY, Role.HEADING, Role.CAPTION})


def analyze_article(article: Article) -> Analysis:
    """Return who says what in an article, and who the officials are."""
    drafts: list[tuple[Passage, Draft]] = []
    for span in _passages(article):
        passage = read_passage(article.text, span)
        drafts.extend((passage, draft) for draft in find_drafts(passage))
    return Analysis(attributions=nest([_attribution(p, d) for p, d in drafts]))


def _passages(article: Article) -> list[Span]:
    if article.paragraphs:
        return [p.span for p in article.paragraphs if p.role in _CLAIMING]
    spans, start = [], 0
    for line in article.text.split("\n"):
        span = trim(article.text, Span(start, start + len(line)))
        if span.length:
            spans.append(span)
        start += len(line) + 1
    return spans


def _attribution(passage: Passage, draft: Draft) -> Attribution:
    return Attribution(
        content=tuple(passage.span_of(a, b) for a, b in draft.content),
        cue=tuple(passage.span_of(a, b) for a, b in draft.cue),
        source=(passage.span_of(*draft.source),) if draft.source else None,
        kind=kind_of(passage, draft),
        rule=draft.rule,
    )
