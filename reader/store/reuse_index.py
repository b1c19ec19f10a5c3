"""The reuse index: which entries may share text with a given one, found by rare terms, runs of words, quotations.

Which terms are kept. 24 single words and 8 word pairs of an entry, the rarest of each by document frequency; asked for
are three times as many, since the other side chose among other neighbours. Measured on the 223 gold pairs of the
development set among 497 documents, 20 candidates, three orders of arrival: with the 32 rarest terms of whatever kind
(nearly all pairs that stand nowhere else) the rare table alone finds 75 % of the pairs and all three tables 99 %
(summaries 88 %); with 24 and 8 it is 97 % and 100 %.

How terms are counted. An article has some 600 terms, most of them pairs that never come again. Counting them one
article at a time would touch 600 pages of a large table for each; so they are set aside and added in sorted batches,
and a term that stands in one entry only is forgotten after ``FORGET`` further entries ("lossy counting", Manku and
Motwani, VLDB 2002). Frequencies therefore lag behind by at most ``BATCH`` entries.

What it costs. 10,000 made-up documents of 650 terms, 127 shingles and 74 quotation hashes: 6 ms of processor time to
index one, 4.6 ms to find its candidates (p95 5.6 ms); on disk 568 bytes a document for rare terms, 2,245 for shingles,
1,308 for quotations and, until the first terms are forgotten, 2,512 for frequencies.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from reader.model.chain import Fingerprint
from reader.model.entry import EntryId
from reader.store.database import Database
from reader.store.packing import to_json, to_stamp
from reader.text.shingles import is_pair

RARE_WORDS = 24
"""Single words of an entry that are indexed: the rarest by document frequency."""
RARE_PAIRS = 8
"""Word pairs of an entry that are indexed."""
ASKED = 3
"""So many times as many are asked for."""
CAP = 500
"""Entries of one term that are looked at, the newest."""
WINDOW = timedelta(days=30)
"""How far apart in time two entries may be."""
BATCH = 128
"""Entries whose terms are counted together (fewer while the library is small)."""
FORGET = 8192
"""A term that stands in one entry only is forgotten after so many further entries."""

_TABLES = ("rare", "shingle", "quote")


class ReuseIndex:
    """Postings of rare terms, shingles and quotation n-grams, and the document frequency of all terms."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def documents(self) -> int:
        """Return how many entries are indexed."""
        row = self._db.row("SELECT count(*) FROM indexed")
        return 0 if row is None else int(row[0])

    def document_frequency(self, terms: Sequence[int]) -> dict[int, int]:
        """Return in how many indexed entries each term stands; terms that are in none are left out."""
        return dict(
            self._db.read(
                "SELECT term, n FROM df WHERE term IN (SELECT value FROM json_each(?))", (to_json(list(terms)),)
            )
        )

    def add(self, entry_id: EntryId, fingerprint: Fingerprint) -> None:
        """Index an entry; a second time only adds what its new text has (verification sees what it lost)."""
        with self._db.transaction(durable=False):
            if self._db.row("SELECT 1 FROM indexed WHERE doc = ?", (entry_id,)) is None:
                self._db.write("INSERT INTO indexed(doc) VALUES (?)", (entry_id,))
                self._db.write(
                    "INSERT OR REPLACE INTO uncounted(doc, terms) VALUES (?, ?)",
                    (entry_id, array("q", set(fingerprint.terms)).tobytes()),
                )
                self._count_terms()
            hashes = (self._rarest(fingerprint, 1), fingerprint.shingles, fingerprint.quotes)
            for table, values in zip(_TABLES, hashes, strict=True):
                self._db.write(
                    f"INSERT OR IGNORE INTO {table}(term, doc) SELECT value, ? FROM json_each(?)",
                    (entry_id, to_json(sorted(set(values)))),
                )

    def _rarest(self, fingerprint: Fingerprint, times: int) -> list[int]:
        """Return the rarest words and pairs; of equally rare ones every text takes those with the smallest hash."""
        frequency = self.document_frequency(fingerprint.terms)
        ordered = sorted(set(fingerprint.terms), key=lambda term: (frequency.get(term, 0), term))
        words = [term for term in ordered if not is_pair(term)][: RARE_WORDS * times]
        return words + [term for term in ordered if is_pair(term)][: RARE_PAIRS * times]

    def _count_terms(self) -> None:
        """Add the terms that are set aside to the frequencies, once there are enough of them."""
        total = self.documents()
        waiting = self._db.row("SELECT count(*) FROM uncounted")
        if waiting is None or waiting[0] < min(BATCH, max(1, total // 16)):
            return
        terms = array("q")
        for (blob,) in self._db.read("SELECT terms FROM uncounted"):
            terms.frombytes(blob)
        self._db.write_many(
            "INSERT INTO df(term, n) VALUES (?, 1) ON CONFLICT(term) DO UPDATE SET n = n + 1",
            ((term,) for term in sorted(terms)),
        )
        self._db.write("DELETE FROM uncounted")
        width = 2**64 // FORGET
        for number in range(total - int(waiting[0]), total):
            start = -(2**63) + (number % FORGET) * width
            self._db.write("DELETE FROM df WHERE n = 1 AND term BETWEEN ? AND ?", (start, start + width - 1))

    def candidates(
        self, fingerprint: Fingerprint, *, exclude: int, around: datetime | None, limit: int
    ) -> tuple[EntryId, ...]:
        """Return the entries that may share text with a fingerprint, the likeliest first.

        Each hit weighs the more the fewer entries it leads to; each of the three tables counts relative to its best
        entry, so that a shared quotation is not drowned by shared phrases.
        """
        total = max(2, self.documents())
        newest = self._newest(around)
        hashes = (self._rarest(fingerprint, ASKED), fingerprint.shingles, fingerprint.quotes)
        score: dict[int, float] = defaultdict(float)
        for table, values in zip(_TABLES, hashes, strict=True):
            hits = self._hits(table, values, newest, total)
            hits.pop(exclude, None)
            best = max(hits.values(), default=0.0)
            for doc, weight in hits.items():
                score[doc] += weight / best
        ranked = sorted(score, key=lambda doc: (-score[doc], -doc))
        return self._within(ranked, around, limit)

    def _hits(self, table: str, values: Sequence[int], newest: int, total: int) -> dict[int, float]:
        hits: dict[int, float] = defaultdict(float)
        for docs in self._db.read_each(
            f"SELECT doc FROM {table} WHERE term = ? AND doc <= ? ORDER BY doc DESC LIMIT ?",
            ((value, newest, CAP) for value in sorted(set(values))),
        ):
            if docs:
                weight = math.log(1 + total / len(docs))
                for (doc,) in docs:
                    hits[doc] += weight
        return hits

    def _newest(self, around: datetime | None) -> int:
        """Return the highest number that may lie in the time window: numbers grow with the time of reception."""
        if around is not None:
            row = self._db.row(
                "SELECT max(id) FROM entries INDEXED BY entries_newest WHERE hidden IN (0, 1) "
                "AND dated_at BETWEEN ? AND ?",
                _window(around),
            )
            if row is not None and row[0] is not None:
                return int(row[0])
        return 2**63 - 1

    def _within(self, ranked: list[int], around: datetime | None, limit: int) -> tuple[EntryId, ...]:
        """Return the best entries that still exist and lie in the time window."""
        pool = ranked[: 10 * limit]
        low, high = -(2**63), 2**63 - 1
        if around is not None:
            low, high = _window(around)
        there = {
            row[0]
            for row in self._db.read(
                "SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?)) AND dated_at BETWEEN ? AND ?",
                (to_json(pool), low, high),
            )
        }
        return tuple(EntryId(doc) for doc in pool if doc in there)[: max(0, limit)]


def _window(around: datetime) -> tuple[int, int]:
    """Return the stamps of the first and last moment that lie near a time; they may lie outside what a date can be."""
    centre, reach = to_stamp(around), WINDOW // timedelta(microseconds=1)
    return centre - reach, centre + reach
