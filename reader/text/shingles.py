"""Words of a text, and fingerprints of runs of words.

A *word* is a run of letters or digits, folded in case; a possessive «'s» is cut off, decimal and thousands marks stay
inside a figure, hyphens part words («pro-Kremlin» is two), and each CJK character is a word of its own. Hashes are
64 bits wide, signed (SQLite's INTEGER), the same on every machine and in every run.

Why not one BLAKE2 per n-gram: an article has about 2,500 of them, and a digest costs 1 µs. So each *word* is digested
once (BLAKE2b, kept in a cache) and n-grams are polynomials over the words' digests modulo 2**64, as in Rabin-Karp:
about a third of the time, as well spread, and as stable.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import blake2b

from reader.text.spans import Span

_RANGE = 1 << 64
_MASK = _RANGE - 1
_BASE = 0x9E3779B97F4A7C15
"""Odd multiplier of the polynomial (2**64 divided by the golden ratio)."""
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W\d_{_CJK}]+"
_WORD = re.compile(
    r"[A-Za-z]++(?=[ .,])"  # most words, found in two thirds of the time that the next rule takes
    rf"|{_LETTERS}(?:['’]{_LETTERS})*|\d+(?:[.,]\d+)*|[{_CJK}]|[^\W_]"
)
_POSSESSIVE = re.compile(r"(?:'s|')$")
_OWNED = ("'s", "’s", "'S", "’S")


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, Span]]:
    """Return the folded words of ``text[start:end]`` with their spans (the possessive «'s» is not in the span)."""
    found = []
    make = tuple.__new__  # a third of the time of Span(...), and articles have thousands of words
    at = start
    for word in _WORD.findall(text, start, len(text) if end is None else end):
        folded, length, own = _measure(word)
        first = text.find(word, at)  # between two words is nothing with which one can begin
        at = first + length
        found.append((folded, make(Span, (first, first + own))))
    return found


@lru_cache(maxsize=1 << 16)
def _measure(word: str) -> tuple[str, int, int]:
    """Return a word folded, its length, and its length without the possessive «'s»."""
    return fold_word(word), len(word), len(word) - 2 * word.endswith(_OWNED)


def split_words(text: str) -> list[str]:
    """Return the folded words of ``text`` without their places: what fingerprints are made of."""
    return list(map(fold_word, _WORD.findall(text)))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return the form in which two spellings of one word are equal: case, curly apostrophe and «'s» go."""
    return _POSSESSIVE.sub("", word.casefold().replace("’", "'"))


@lru_cache(maxsize=1 << 16)
def hash_word(word: str) -> int:
    """Return the unsigned 64-bit BLAKE2b digest of one word."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def hash_ngrams(words: Sequence[str], n: int) -> list[int]:
    """Return the signed hashes of all runs of ``n`` words, in order; empty where there are fewer words."""
    if n < 1 or len(words) < n:
        return []
    digests = list(map(hash_word, words))
    out_weight = pow(_BASE, n, 1 << 64)
    value = 0
    for digest in digests[:n]:
        value = (value * _BASE + digest) & _MASK
    hashes = [value]
    keep = hashes.append
    for old, new in zip(digests, digests[n:], strict=False):
        value = (value * _BASE + new - old * out_weight) & _MASK
        keep(value)
    return [value - _RANGE if value >> 63 else value for value in hashes]


def winnow(hashes: Sequence[int], window: int) -> list[int]:
    """Return the distinct winnowed hashes, in order: the least of every ``window`` in a row.

    Two texts that share a run of at least ``window`` hashes share one of the kept ones; about 2 / (window + 1) of the
    hashes are kept (Schleimer, Wilkerson and Aiken, SIGMOD 2003). Fewer hashes than ``window`` count as one window.
    """
    if len(hashes) <= window:
        return [min(hashes)] if hashes else []
    least = min(hashes[:window])
    at = hashes.index(least)
    kept = [least]
    for index, value in enumerate(hashes[window:], start=window):
        if value < least:
            least, at = value, index
        elif at == index - window:  # it has left the window: one of those behind it is the least now
            stretch = hashes[at + 1 : index + 1]
            least = min(stretch)
            at += 1 + stretch.index(least)
        else:
            continue
        kept.append(least)
    return list(dict.fromkeys(kept))


def hash_terms(words: Sequence[str], common: AbstractSet[str]) -> Iterable[int]:
    """Return the distinct signed hashes of single words and of word pairs, apart from the common words.

    A single word that is common, and a pair of two common words, is left out. The lowest bit tells the two apart:
    0 for a word, 1 for a pair, so that one table can hold both (see ``is_pair``).
    """
    digests = list(map(hash_word, words))
    is_common = list(map(common.__contains__, words))
    terms = [digest & ~1 for digest, left_out in zip(digests, is_common, strict=True) if not left_out]
    terms += [
        (one * _BASE + other) & _MASK | 1
        for one, other, left_out, too in zip(digests, digests[1:], is_common, is_common[1:], strict=False)
        if not (left_out and too)
    ]
    return dict.fromkeys([term - _RANGE if term >> 63 else term for term in terms])


def word_term(word: str) -> int:
    """Return the hash of a single folded word among those of ``hash_terms``."""
    term = hash_word(word) & ~1
    return term - _RANGE if term >> 63 else term


def is_pair(term: int) -> bool:
    """Tell whether a hash of ``hash_terms`` stands for a pair of words."""
    return bool(term & 1)


def part_terms(terms: Iterable[int]) -> tuple[list[int], list[int]]:
    """Return the words and the pairs among hashes of ``hash_terms``, each in their order."""
    words: list[int] = []
    pairs: list[int] = []
    for term in terms:  # as ``is_pair`` has it; of a thousand calls a millisecond would go into calling
        (pairs if term & 1 else words).append(term)
    return words, pairs
