"""The analysis of one article: attributions, officials and collectives, with every span in ``Article.text``."""

from reader.analysis.attribution import find_drafts
from reader.analysis.draft import Draft
from reader.analysis.headlines import find_headline
from reader.analysis.kinds import kind_of
from reader.analysis.nesting import nest
from reader.analysis.tokens import Passage, read_passage
from reader.model.article import Article, Role
from reader.model.claim import Analysis, Attribution
from reader.text.spans import Span, trim

_CLAIMING = frozenset({Role.BODY, Role.HEADING, Role.CAPTION})


def analyze_article(article: Article) -> Analysis:
    """Return who says what in an article, and who the officials are."""
    passages = [read_passage(article.text, span) for span in _passages(article)]
    found = [find_drafts(passage) for passage in passages]
    speakers = {
        passage.low[index]
        for passage, drafts in zip(passages, found, strict=True)
        for draft in drafts
        if draft.source is not None
        for index in range(*draft.source)
        if passage.is_capital(index)
    }
    drafts: list[tuple[Passage, Draft]] = []
    for passage, said in zip(passages, found, strict=True):
        drafts.extend((passage, draft) for draft in said or find_headline(passage, speakers))
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
