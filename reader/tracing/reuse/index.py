"""The reuse index in memory: the same questions that the library's tables answer, for a corpus in a file.

Three posting lists as in the library: the rarest terms of each document, its winnowed shingles and its quotations.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from reader.model.chain import Fingerprint
from reader.text.shingles import is_pair
from reader.tracing.document import TracedDocument

RARE_WORDS = 32
"""Single words kept per document, rarest first: what a reworded text shares with its source."""
RARE_PAIRS = 16
"""Word pairs kept per document."""
LONGEST_LIST = 500
"""Postings of one hash that are looked at: a hash in more documents tells nothing."""
PER_TABLE = 50
"""Candidates that each of the three tables may name."""


def rarest_terms(fingerprint: Fingerprint, frequency: Callable[[int], int]) -> list[int]:
    """Return the terms of a fingerprint that stand in the fewest documents, but in more than one if possible.

    Terms of this document alone can never find another; they come last. Terms in about as many documents count as
    equally rare, and every document takes those with the smallest hashes: else two copies would keep what they alone
    have, and nobody would find them by the rest.
    """
    found: list[int] = []
    for terms, most in (
        ((t for t in fingerprint.terms if not is_pair(t)), RARE_WORDS),
        (filter(is_pair, fingerprint.terms), RARE_PAIRS),
    ):
        found += sorted(terms, key=lambda t: (frequency(t) < 2, frequency(t).bit_length(), t))[:most]
    return found


class MemoryIndex:
    """Finds the documents that may share matter with one of them."""

    def __init__(self, documents: Sequence[TracedDocument]) -> None:
        self.documents = len(documents)
        self.frequency: Counter[int] = Counter(t for d in documents for t in d.fingerprint.terms)
        self._tables: tuple[dict[int, list[str]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
        for document in documents:
            for table, hashes in zip(self._tables, self._hashes(document.fingerprint), strict=True):
                for value in hashes:
                    table[value].append(document.key)

    def _hashes(self, fingerprint: Fingerprint) -> tuple[Iterable[int], ...]:
        rare = rarest_terms(fingerprint, self.frequency.__getitem__)
        return rare, fingerprint.shingles, fingerprint.quotes

    def candidates(self, document: TracedDocument, limit: int = PER_TABLE) -> list[str]:
        """Return the keys of up to three times ``limit`` documents that share the rarest matter, best first."""
        found: dict[str, None] = {}
        for table, hashes in zip(self._tables, self._hashes(document.fingerprint), strict=True):
            hits: defaultdict[str, float] = defaultdict(float)
            for value in hashes:
                keys = table.get(value, ())
                if 1 < len(keys) <= LONGEST_LIST:
                    weight = math.log(1 + self.documents / len(keys))
                    for key in keys:
                        hits[key] += weight
            hits.pop(document.key, None)
            found.update(dict.fromkeys(sorted(hits, key=lambda key: (-hits[key], key))[:limit]))
        return list(found)
