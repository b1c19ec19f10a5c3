"""Profiles: an article taken apart once, so that it can be measured against many others."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from reader.model.article import Article
from reader.text.commonwords import COMMON_WORDS, GERMAN_WORDS
from reader.text.numbers import read_number_words
from reader.text.shingles import hash_ngrams, hash_word, part_terms, word_term
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.alignment import stem
from reader.tracing.reuse.fingerprint import SHINGLE_WORDS
from reader.tracing.reuse.reading import Reading, read_article

Weigh = Callable[[int], float]
"""Weight of a term of the fingerprint: the rarer in the library, the heavier; 0 for one that proves nothing."""
_EVERYWHERE = 2
"""The largest number that every text has."""
_GERMAN = 0.25
"""Share of the commonest German words from which a text is German."""
_FIGURE = re.compile(r"\d{1,15}(?:\.\d{1,15})?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the running text."""

    span: Span
    first: int
    """Index of its first word in ``Profile.words``."""
    last: int
    """Index behind its last word."""


@lru_cache(maxsize=1 << 15)
def _value(word: str) -> float | None:
    if word[0].isdecimal():
        plain = word.replace(",", "")
        return float(plain) if _FIGURE.fullmatch(plain) else None
    return read_number_words(word)


@lru_cache(maxsize=1 << 15)
def _fact(word: str) -> tuple[str, int] | None:
    """Return what a word stands for in ``Profile.facts``; None for one that carries no meaning."""
    value = _value(word)
    if value is not None:
        return (f"#{value:g}", 0) if value > _EVERYWHERE else None
    return None if word in COMMON_WORDS else (stem(word), word_term(word))


def _names_among(capitals: Sequence[tuple[str, Span]], text: str) -> Iterator[str]:
    """Yield those of the capitalised words of a German sentence that are a name, or a part of one."""
    for (one, before), (other, behind) in pairwise(capitals):
        if text[before.end : behind.start] == " ":
            yield from (one, other)
    yield from (word for word, span in capitals if len(word) > 1 and span.of(text).isupper())


class Profile:
    """The running text of one document as words, sentences and n-grams; furniture and repetitions are left out.

    Most candidates are dismissed by their fingerprints alone, so the text is taken apart when it is first asked for.
    """

    def __init__(self, document: TracedDocument) -> None:
        self.document = document
        self.key = document.key
        self.article: Article = document.article
        words, pairs = part_terms(document.fingerprint.terms)
        self.singles = frozenset(words)
        """The terms that are single words."""
        self.pairs = frozenset(pairs)

    @cached_property
    def reading(self) -> Reading:
        """The text taken apart into sentences and words."""
        return read_article(self.article)

    @property
    def words(self) -> list[str]:
        """Folded words in order."""
        return self._read[0]

    @property
    def spans(self) -> list[Span]:
        """The place of each word."""
        return self._read[1]

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences, one that says what an earlier one said left out."""
        return self._read[2]

    @cached_property
    def _read(self) -> tuple[list[str], list[Span], list[Sentence]]:
        words: list[str] = []
        spans: list[Span] = []
        sentences: list[Sentence] = []
        seen: set[tuple[str, ...]] = set()
        for sentence, found in self.reading.words.items():
            said = tuple([word for word, _ in found])
            if len(said) >= SHINGLE_WORDS and said in seen:
                continue  # the captions of a picture gallery say the same thing a dozen times
            seen.add(said)
            sentences.append(Sentence(sentence, len(words), len(words) + len(said)))
            words += said
            spans += [span for _, span in found]
        return words, spans, sentences

    @cached_property
    def grams(self) -> frozenset[int]:
        """All word n-grams of shingle length (not winnowed)."""
        return frozenset(self.gram_list)

    @cached_property
    def gram_list(self) -> list[int]:
        """The same in text order: the n-gram at index i starts with word i."""
        return hash_ngrams(list(map(hash_word, self.words)), SHINGLE_WORDS)

    @cached_property
    def gram_places(self) -> dict[int, int]:
        """Each n-gram with the index of the word at which it first begins."""
        return {gram: index for index, gram in reversed(list(enumerate(self.gram_list)))}

    @cached_property
    def quoted(self) -> bytearray:
        """One byte per word: 1 inside quotation marks."""
        flags = bytearray(len(self.words))
        starts, ends = [span.start for span in self.spans], [span.end for span in self.spans]
        for quotation in self.reading.quotations:
            first, behind = bisect_left(starts, quotation.inner.start), bisect_right(ends, quotation.inner.end)
            flags[first:behind] = b"\1" * (behind - first)
        return flags

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the words that carry meaning."""
        return frozenset(stem(w) for w in self.words if w not in COMMON_WORDS)

    @cached_property
    def told_stems(self) -> frozenset[str]:
        """The same of what stands outside quotation marks."""
        told = (w for w, inside in zip(self.words, self.quoted, strict=True) if not inside)
        return frozenset(stem(w) for w in told if w not in COMMON_WORDS)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All its words."""
        return frozenset(self.words)

    @cached_property
    def facts(self) -> list[dict[str, int]]:
        """For each sentence the stems of the words that carry meaning, and the figures («#38000»).

        With a stem goes the term of its word in fingerprints, with a figure 0.
        """
        return [
            {fact[0]: fact[1] for word in self.words[s.first : s.last] if (fact := _fact(word)) is not None}
            for s in self.sentences
        ]

    @cached_property
    def fact_places(self) -> dict[str, list[int]]:
        """Each of them with the indices of the sentences that hold it."""
        places: dict[str, list[int]] = {}
        for index, facts in enumerate(self.facts):
            for fact in facts:
                places.setdefault(fact, []).append(index)
        return places

    @cached_property
    def proper(self) -> frozenset[str]:
        """Folded words that are written with a capital letter inside a sentence: mostly names.

        German writes every noun so: there two capitals in a row, or capitals only, make a name.
        """
        text, found = self.article.text, set[str]()
        words, spans, sentences = self._read
        nouns_too = sum(map(GERMAN_WORDS.__contains__, words)) >= _GERMAN * len(words)
        for sentence in sentences:
            inside = slice(sentence.first + 1, sentence.last)
            capitals = [(w, s) for w, s in zip(words[inside], spans[inside], strict=True) if text[s.start].isupper()]
            found.update(_names_among(capitals, text) if nouns_too else (w for w, _ in capitals))
        return frozenset(found - COMMON_WORDS)

    @cached_property
    def figures(self) -> frozenset[float]:
        """Values of the numbers written as one word, apart from 1 and 2, which every text has."""
        values = map(_value, self.vocabulary)
        return frozenset(v for v in values if v is not None and v > _EVERYWHERE)

    def covered_by(self, other: "Profile") -> bytearray:
        """Return one byte per word: 1 where the word stands in an n-gram that ``other`` has too."""
        found = int.from_bytes(bytes(map(other.grams.__contains__, self.gram_list)), "little")
        for _ in range(SHINGLE_WORDS - 1):  # as one long number: an n-gram covers its first word and those behind it
            found |= found << 8
        return bytearray(found.to_bytes(len(self.words), "little"))

    def verbatim_in(self, other: "Profile") -> float:
        """Return the share of sentences that ``other`` has to the letter, quotation marks and dashes included.

        Outlets set the same words in their own way, and who copies takes over the way too.
        """
        theirs = other.article.text
        found = sum(1 for s in self.sentences if s.span.of(self.article.text) in theirs)
        return found / max(1, len(self.sentences))
