"""The reuse index in memory: the same questions that the library's tables answer, for a corpus in a file.

Three posting lists as in the library: the rarest terms of each document, its winnowed shingles and its quotations.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from reader.model.chain import Fingerprint
from reader.tracing.document import TracedDocument

RARE_TERMS = 48
"""Terms kept per document, rarest first."""
LONGEST_LIST = 500
"""Postings of one hash that are looked at: a hash in more documents tells nothing."""
PER_TABLE = 50
"""Candidates that each of the three tables may name."""


def rarest_terms(fingerprint: Fingerprint, frequency: Callable[[int], int], limit: int = RARE_TERMS) -> list[int]:
    """Return the terms of a fingerprint that stand in the fewest documents, but in more than one if possible.

    Terms of this document alone can never find another; they come last.
    """
    return sorted(fingerprint.terms, key=lambda t: (frequency(t) < 2, frequency(t), t))[:limit]


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
            hits: Counter[str] = Counter()
            for value in hashes:
                keys = table.get(value, ())
                if 1 < len(keys) <= LONGEST_LIST:
                    for key in keys:
                        hits[key] += 1
            del hits[document.key]
            found.update(dict.fromkeys(key for key, _ in hits.most_common(limit)))
        return list(found)
