"""Alignment: which sentence of one article says what which sentence of another says, in whatever order.

Sentences are compared by their word stems, weighted by how few sentences of the two texts have them; several may stand
against one, since a summary joins them and a rewrite parts them.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from reader.model.article import Article
from reader.text.commonwords import COMMON_WORDS
from reader.text.quotations import find_quotations
from reader.text.shingles import split_words
from reader.text.spans import Span
from reader.tracing.reuse.reading import Reading, read_article

ALIGNED = 0.25
"""Similarity from which two sentences count as counterparts."""
_STEM = 5
"""Letters that are compared of longer words: «surrender» and «surrendering», «vapor» and «vapour»."""

_FEW_STEMS = 3
_QUOTES = frozenset('"“”„«»')
_SAME_STATEMENT = 0.6
"""Share of a quotation's words that stand in the other sentence in the same order, from which it is reworded there."""
_STATEMENT = 4
"""Words from which a quotation is a statement."""


def stem(word: str) -> str:
    """Return the part of a folded word by which its forms are equal."""
    return word[:_STEM] if len(word) > _STEM else word.rstrip("s") or word


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of ``text`` that carry meaning; all words where none does."""
    return _stems(split_words(text))


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(w) for w in words if w not in COMMON_WORDS) or frozenset(words)


class Alignment:
    """The sentences of two articles and how alike they are; indices are those of ``a_spans`` and ``b_spans``."""

    def __init__(self, a: Reading, b: Reading) -> None:
        self._a, self._b = a, b
        self.a_spans, self.b_spans = a.compared, b.compared

    # each of these is made when it is first asked for: many questions are answered without the matrix

    @cached_property
    def a_kept(self) -> frozenset[int]:
        """Sentences of ``a`` that ``b`` has word for word."""
        return _found(self._a.once(_sentence_words), self._b.once(_sentence_words))

    @cached_property
    def b_kept(self) -> frozenset[int]:
        """Sentences of ``b`` that ``a`` has word for word."""
        return _found(self._b.once(_sentence_words), self._a.once(_sentence_words))

    @property
    def a_stems(self) -> list[frozenset[str]]:
        """Stems of each sentence of ``a``."""
        return self._a.once(_sentence_stems)

    @property
    def b_stems(self) -> list[frozenset[str]]:
        """Stems of each sentence of ``b``."""
        return self._b.once(_sentence_stems)

    @cached_property
    def _weights(self) -> dict[str, float]:
        frequency = Counter(s for stems in (*self.a_stems, *self.b_stems) for s in stems)
        total = len(self.a_stems) + len(self.b_stems)
        return {s: math.log(1 + total / n) for s, n in frequency.items()}

    @cached_property
    def matrix(self) -> list[list[float]]:
        """How alike each sentence of ``a`` (a row) is to each of ``b``."""
        theirs = [(y, self.weight(y)) for y in self.b_stems]
        ours = [(x, self.weight(x)) for x in self.a_stems]
        return [[self._similarity(x, first, y, second) for y, second in theirs] for x, first in ours]

    def weight(self, stems: frozenset[str]) -> float:
        """Return the summed weight of some stems."""
        known = self._weights
        return sum([known.get(s, 1.0) for s in stems])

    def _similarity(self, one: frozenset[str], first: float, other: frozenset[str], second: float) -> float:
        """Return how alike two sentences are, given their stems and the weight of each."""
        shared = one & other
        if not shared:
            return 0.0
        similarity = self.weight(shared) / (0.65 * min(first, second) + 0.35 * max(first, second))
        # a heading of two words is found again in many sentences
        short = min(len(one), len(other)) < _FEW_STEMS and one != other
        return similarity * 0.6 if short else similarity

    @property
    def told(self) -> float:
        """Share of the sentences of ``b`` that have a counterpart in ``a``."""
        return sum(best >= ALIGNED for best in self._best_of_b()) / max(1, len(self.b_spans))

    @property
    def columns(self) -> list[tuple[float, ...]]:
        """How alike each sentence of ``b`` is to each of ``a``."""
        return list(zip(*self.matrix, strict=True)) if self.matrix else [() for _ in self.b_spans]

    def _best_of_b(self) -> list[float]:
        """Return for each sentence of ``b`` how alike its best counterpart is."""
        return [max(column) for column in zip(*self.matrix, strict=True)]

    def similarity(self, there: Span, here: Span) -> float:
        """Return how alike the sentences are in which some words of ``a`` and of ``b`` begin; 0 where there is none."""
        i, j = _sentence_at(self.a_spans, there.start), _sentence_at(self.b_spans, here.start)
        return self.matrix[i][j] if i >= 0 and j >= 0 else 0.0

    def contained(self, stems: frozenset[str], other: frozenset[str]) -> float:
        """Return the share of some stems, by weight, that others have too; 0 for a single shared one."""
        shared = stems & other
        return self.weight(shared) / self.weight(stems) if len(shared) > 1 else 0.0

    def counterparts_of_a(self, index: int, least: float = ALIGNED) -> list[int]:
        """Return the sentences of ``b`` that say what sentence ``index`` of ``a`` says, the most alike first."""
        row = self.matrix[index]
        return sorted((j for j, s in enumerate(row) if s >= least), key=lambda j: -row[j])

    def counterparts_of_b(self, index: int, least: float = ALIGNED) -> list[int]:
        """Return the sentences of ``a`` that say what sentence ``index`` of ``b`` says, the most alike first."""
        column = [row[index] for row in self.matrix]
        return sorted((i for i, s in enumerate(column) if s >= least), key=lambda i: -column[i])

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The (a, b) of sentences each of which is the other's best counterpart or close to it."""
        best_of_b = self._best_of_b()
        found = []
        for i, row in enumerate(self.matrix):
            best_of_a = max(row, default=0.0)
            for j, similarity in enumerate(row):
                if similarity >= ALIGNED and similarity >= 0.85 * min(best_of_a, best_of_b[j]):
                    found.append((i, j))
        return found


def align(a: Reading, b: Reading) -> Alignment:
    """Return the alignment of two readings, made when it is first asked for."""
    return a.once_with(b, Alignment)


def _sentence_at(sentences: Sequence[Span], offset: int) -> int:
    """Return the index of the last sentence that begins at an offset or before it, -1 if none does."""
    return bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1


def _sentence_words(reading: Reading) -> list[tuple[str, ...]]:
    """Return the words of each sentence that is compared."""
    return [tuple([word for word, _ in reading.words[sentence]]) for sentence in reading.compared]


def _sentence_stems(reading: Reading) -> list[frozenset[str]]:
    return [_stems(words) for words in reading.once(_sentence_words)]


def _found(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> frozenset[int]:
    known = frozenset(theirs)
    return frozenset(i for i, words in enumerate(ours) if words in known)


def _same_statements(a: Article, b: Article, alignment: Alignment) -> Iterator[tuple[float, int, int]]:
    """Yield (share, a, b) of sentences that quote one statement, be it reworded: their other words count for nothing.

    A name that stands in the speaker's tag is often rarer than all the words that he said.
    """
    theirs = _statements(a, alignment.a_spans)
    ours = _statements(b, alignment.b_spans)
    for i, one in theirs:
        for j, other in ours:
            if 2 * len(frozenset(one) & frozenset(other)) < _SAME_STATEMENT * min(len(one), len(other)):
                continue
            blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
            kept = sum(block.size for block in blocks) / max(len(one), len(other))
            if kept >= _SAME_STATEMENT:
                yield kept, i, j


def _statements(article: Article, sentences: Sequence[Span]) -> list[tuple[int, list[str]]]:
    """Return the index of each sentence that quotes a statement, with the statement's words."""
    found = []
    for index, sentence in enumerate(sentences):
        if not _QUOTES & frozenset(sentence.of(article.text)):
            continue
        quotations = find_quotations(article.text, *sentence)
        words = [w for q in quotations if not q.depth for w in split_words(q.inner.of(article.text))]
        if len(words) >= _STATEMENT:
            found.append((index, words))
    return found


def align_sentences(a: Article, b: Article) -> tuple[tuple[Span | None, Span | None], ...]:
    """Return the rows of a side-by-side view: every sentence of both articles once.

    Rows follow the order of ``b``; each sentence of ``a`` stands against its best counterpart, or in a row of its own
    (None on the other side) behind the sentence of ``a`` that precedes it. Furniture paragraphs are left out; what lies
    beyond ``MOST_SENTENCES`` stands unaligned at the end.
    """
    one, other = read_article(a), read_article(b)
    alignment = align(one, other)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    same = [((s + 1), i, j) for s, i, j in _same_statements(a, b, alignment)]
    told = ((s, i, j) for i, row in enumerate(alignment.matrix) for j, s in enumerate(row) if s >= ALIGNED)
    for _, i, j in sorted((*same, *told), key=lambda x: (-x[0], x[1], x[2])):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    behind: dict[int, list[int]] = {}
    at = -1
    for i in range(len(alignment.a_spans)):
        if i in partner:
            at = partner[i]
        else:
            behind.setdefault(at, []).append(i)
    by_b = {j: i for i, j in partner.items()}
    rows: list[tuple[Span | None, Span | None]] = [(alignment.a_spans[i], None) for i in behind.get(-1, ())]
    for j, span in enumerate(alignment.b_spans):
        rows.append((alignment.a_spans[by_b[j]] if j in by_b else None, span))
        rows += [(alignment.a_spans[i], None) for i in behind.get(j, ())]
    rows += [(span, None) for span in one.sentences[len(alignment.a_spans) :]]
    rows += [(None, span) for span in other.sentences[len(alignment.b_spans) :]]
    return tuple(rows)
