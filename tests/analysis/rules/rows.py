"""Attributions of a text as rows of words, which the tests of the rules compare."""

from reader.analysis.article import analyze_article
from reader.model.article import Article

Row = tuple[str | None, str, str]
"""Source (None without one), cue and content."""


def found(text: str) -> list[Row]:
    """Return source, cue and content of every attribution, as words."""
    return [
        (
            a.source[0].of(text) if a.source else None,
            " ".join(span.of(text) for span in a.cue),
            " ".join(span.of(text) for span in a.content),
        )
        for a in analyze_article(Article(text)).attributions
    ]
