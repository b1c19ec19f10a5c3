"""Words of a text, and fingerprints of runs of words.

A *word* is a run of letters or digits, folded in case; a possessive «'s» is cut off, decimal and thousands marks stay
inside a figure, hyphens part words («pro-Kremlin» is two), and each CJK character is a word of its own. Hashes are
64 bits wide, signed (SQLite's INTEGER), the same on every machine and in every run.

Why not one BLAKE2 per n-gram: an article has about 2,500 of them, and a digest costs 1 µs. So each *word* is digested
once (BLAKE2b, kept in a cache) and n-grams are polynomials over the words' digests modulo 2**64, as in Rabin-Karp: as
well spread, and as stable. All n-grams of a text are worked out at once, as lanes of 128 bits in one long number: a
fingerprint of 550 words takes 0.4 ms, half of what it takes n-gram by n-gram.
"""

import re
import sys
from array import array
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, compress
from operator import or_

from reader.text.spans import Span

_RANGE = 1 << 64
_LANE = 128
"""Bits of a lane: a digest times ``_BASE`` and another digest, without a carry into the next."""
_LOW_HALF = b"\xff" * 8 + bytes(8)
_LOWEST_BIT = b"\1" + bytes(15)
_BASE = 0x9E3779B97F4A7C15
"""Odd multiplier of the polynomial (2**64 divided by the golden ratio)."""
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTERS = rf"[^\W\d_{_CJK}]+"
_WORD = re.compile(
    r"[A-Za-z]++(?=[ .,])"  # most words, found in two thirds of the time that the next rule takes
    rf"|{_LETTERS}(?:['’]{_LETTERS})*|\d+(?:[.,]\d+)*|[{_CJK}]|[^\W_]"
)
_POSSESSIVE = re.compile(r"(?:'s|')$")
_MOST_KNOWN = 1 << 16
"""Words that each cache remembers."""
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


@lru_cache(maxsize=_MOST_KNOWN)
def _measure(word: str) -> tuple[str, int, int]:
    """Return a word folded, its length, and its length without the possessive «'s»."""
    return fold_word(word), len(word), len(word) - 2 * word.endswith(_OWNED)


def split_words(text: str) -> list[str]:
    """Return the folded words of ``text`` without their places."""
    return list(map(fold_word, _WORD.findall(text)))


@lru_cache(maxsize=_MOST_KNOWN)
def fold_word(word: str) -> str:
    """Return the form in which two spellings of one word are equal: case, curly apostrophe and «'s» go."""
    return _POSSESSIVE.sub("", word.casefold().replace("’", "'"))


@lru_cache(maxsize=_MOST_KNOWN)
def hash_word(word: str) -> int:
    """Return the unsigned 64-bit BLAKE2b digest of one word."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class _Digests(dict[str, int]):
    """The digests of words by the words as they are written: looked up in a third of the time of ``lru_cache``."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        digest = self[word] = hash_word(fold_word(word))
        return digest


_known_digests = _Digests()


def digest_words(text: str) -> list[int]:
    """Return the digests of the words of ``text`` in order, see ``hash_word``: what fingerprints are made of."""
    return list(map(_known_digests.__getitem__, _WORD.findall(text)))


def hash_ngrams(digests: Sequence[int], n: int) -> list[int]:
    """Return the signed hashes of all runs of ``n`` words, in order; empty where there are fewer words.

    Args:
        digests: Of the words, unsigned; see ``hash_word``.
        n: Words of a run.
    """
    count = len(digests)
    if n < 1 or count < n:
        return []
    words = runs = _in_lanes(digests)
    low = int.from_bytes(_LOW_HALF * count, "little")
    length = 1
    for bit in f"{n:b}"[1:]:  # each run of so many words is joined with the next one: 5 is 1, 2, 4 and one more
        runs = (runs * pow(_BASE, length, _RANGE) + (runs >> _LANE * length)) & low
        length *= 2
        if bit == "1":
            runs = (runs * _BASE + (words >> _LANE * length)) & low
            length += 1
    return _out_of_lanes(runs, count)[: count - n + 1].tolist()


def _in_lanes(digests: Sequence[int]) -> int:
    """Return digests as one number, the first in its lowest lane."""
    lanes = array("Q", bytes(_LANE // 8 * len(digests)))
    lanes[::2] = array("Q", digests)
    if sys.byteorder == "big":
        lanes.byteswap()
    return int.from_bytes(lanes.tobytes(), "little")


def _out_of_lanes(lanes: int, count: int) -> "array[int]":
    """Return the lower halves of lanes, as signed numbers."""
    halves = array("q", lanes.to_bytes(_LANE // 8 * count, "little"))
    if sys.byteorder == "big":
        halves.byteswap()
    return halves[::2]


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


def hash_terms(digests: Sequence[int], common: AbstractSet[int]) -> Iterable[int]:
    """Return the distinct signed hashes of single words and of word pairs, apart from the common words.

    A single word that is common, and a pair of two common words, is left out. The lowest bit tells the two apart:
    0 for a word, 1 for a pair, so that one table can hold both (see ``is_pair``).

    Args:
        digests: Of the words, unsigned; see ``hash_word``.
        common: Digests of the common words.
    """
    if not digests:
        return ()
    count = len(digests)
    own = [digest not in common for digest in digests]
    words = _in_lanes(digests)
    low, ones = int.from_bytes(_LOW_HALF * count, "little"), int.from_bytes(_LOWEST_BIT * count, "little")
    singles = _out_of_lanes(words & (low ^ ones), count)
    pairs = _out_of_lanes((words * _BASE + (words >> _LANE)) & low | ones, count)
    return dict.fromkeys(chain(compress(singles, own), compress(pairs, map(or_, own, own[1:]))))


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
