"""Fingerprints: what the reuse index keeps of one article.

Three kinds of hash, each for one kind of reuse (recall measured in the design notes on 100,000 documents): rare words
and word pairs find rewrites and summaries, winnowed 5-grams find copies and excerpts, 4-grams inside quotation marks
find articles that share a quotation only. Captions, related headlines, promotions and source lines never enter: they
recur in unrelated articles of one outlet.
"""

from collections.abc import Iterator

from reader.model.article import FURNITURE, Article, Role
from reader.model.chain import Fingerprint
from reader.text.commonwords import COMMON_WORDS
from reader.text.quotations import find_quotations
from reader.text.shingles import digest_words, hash_ngrams, hash_terms, hash_word, winnow
from reader.text.spans import Span

SHINGLE_WORDS = 5
"""Words per shingle."""
SHINGLE_WINDOW = 8
"""Winnowing window: a run of 12 words in common is certain to share a kept shingle."""
QUOTE_WORDS = 4
"""Words per n-gram inside quotation marks."""
COMMON_DIGESTS = frozenset(map(hash_word, COMMON_WORDS))
_LEFT_OUT = FURNITURE | {Role.SOURCE_LINE}


def body_spans(article: Article) -> Iterator[Span]:
    """Yield the paragraphs that are the article's own running text; the whole text where it has no paragraphs."""
    if not article.paragraphs:
        yield Span(0, len(article.text))
    for paragraph in article.paragraphs:
        if paragraph.role not in _LEFT_OUT:
            yield paragraph.span


def make_fingerprint(article: Article, *, searched: bool = True) -> Fingerprint:
    """Return the fingerprint of an article's own text (not of its headline, which outlets rewrite).

    One that is only compared with others, not ``searched`` for in the index, goes without shingles: they are a quarter
    of the work.
    """
    words: list[int] = []
    quotes: dict[int, None] = {}
    for span in body_spans(article):
        words += digest_words(span.of(article.text))
        for quotation in find_quotations(article.text, span.start, span.end):
            inner = digest_words(quotation.inner.of(article.text))
            quotes.update(dict.fromkeys(hash_ngrams(inner, QUOTE_WORDS)))
    return Fingerprint(
        terms=tuple(hash_terms(words, COMMON_DIGESTS)),
        shingles=tuple(winnow(hash_ngrams(words, SHINGLE_WORDS), SHINGLE_WINDOW)) if searched else (),
        quotes=tuple(quotes),
    )
