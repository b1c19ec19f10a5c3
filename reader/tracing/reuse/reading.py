"""Readings: an article's running text taken apart once, for all comparisons it is part of."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from reader.model.article import Article, Paragraph
from reader.text.quotations import Quotation, find_quotations
from reader.text.sentences import split_sentences
from reader.text.shingles import find_words
from reader.text.spans import Span
from reader.tracing.reuse.fingerprint import body_spans

MOST_SENTENCES = 400
"""Sentences of one text that are compared: the work grows with the product of both."""

_KEPT = 32
"""Readings that are kept: those of a story are compared again when its chain is drawn, a moment after it was linked.
For an article of 550 words that saves a quarter of 60 ms."""
_KEPT_CHARS = 8_000
"""Characters of the longest text whose reading is kept; with all that is made of it, it takes 130 bytes for each."""
_KEPT_WITH = 8
"""Other readings of which what was made together with them is kept."""

_Made = TypeVar("_Made")


class Reading:
    """The sentences and words of one article, and whatever else the modules of tracing have made of it so far.

    An article of a chain is compared along several edges; most of the work is to take both texts apart.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._made: dict[Callable[[Reading], Any], Any] = {}
        self._made_with: dict[tuple[Callable[[Reading, Reading], Any], Reading], Any] = {}

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def words(self) -> dict[Span, list[tuple[str, Span]]]:
        """The folded words of each sentence with their places, in order; what has no word is no sentence."""
        text = self.text
        spans = (s for p in body_spans(self.article) for s in split_sentences(text, p.start, p.end))
        return {span: words for span in spans if (words := find_words(text, *span))}

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the running text in order; furniture is left out."""
        return list(self.words)

    @cached_property
    def compared(self) -> list[Span]:
        """The first ``MOST_SENTENCES`` of them."""
        return self.sentences[:MOST_SENTENCES]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """All quotations of the running text, paragraph by paragraph."""
        return [q for p in body_spans(self.article) for q in find_quotations(self.text, p.start, p.end)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the sentences that are compared."""
        return frozenset(word for sentence in self.compared for word, _ in self.words[sentence])

    def once(self, make: Callable[["Reading"], _Made]) -> _Made:
        """Return what a function makes of this reading; it is made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    def once_with(self, other: "Reading", make: "Callable[[Reading, Reading], _Made]") -> _Made:
        """Return what a function makes of this reading and another one; it is made when it is first asked for."""
        if (make, other) not in self._made_with:
            while len(self._made_with) >= _KEPT_WITH:
                self._made_with.pop(next(iter(self._made_with)))
            self._made_with[make, other] = make(self, other)
        made: _Made = self._made_with[make, other]
        return made


def read_article(article: Article) -> Reading:
    """Return the reading of an article; the one of an article with the same text, if that was asked for lately."""
    if len(article.text) > _KEPT_CHARS:
        return Reading(article)
    return _read_text(article.text, article.paragraphs)


@lru_cache(maxsize=_KEPT)
def _read_text(text: str, paragraphs: tuple[Paragraph, ...]) -> Reading:
    return Reading(Article(text, paragraphs))
