"""The reuse index: which entries may share text with a given one, found by rare terms, runs of words, quotations."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from reader.model.chain import Fingerprint
from reader.model.entry import EntryId
from reader.store.database import Database
from reader.store.packing import to_json, to_stamp

RARE = 32
"""Terms of an entry that are indexed: the rarest by document frequency."""
ASKED = 96
"""Terms of an entry that are asked for: three times as many, since the other side chose among other neighbours."""
CAP = 500
"""Entries of one term that are looked at, the newest."""
WINDOW = timedelta(days=30)
"""How far apart in time two entries may be."""
FORGET = 8192
"""A term that stands in one entry only is forgotten after so many further entries (lossy counting)."""


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
        """Index an entry; a second time only adds what its new text has (what it lost is told by verification)."""
        terms = sorted(set(fingerprint.terms))
        with self._db.transaction(durable=False):
            known = self._db.row("SELECT 1 FROM indexed WHERE doc = ?", (entry_id,))
            frequency = self.document_frequency(terms)
            if known is None:
                self._db.write("INSERT INTO indexed(doc) VALUES (?)", (entry_id,))
                self._db.write_many(
                    "INSERT INTO df(term, n) VALUES (?, 1) ON CONFLICT(term) DO UPDATE SET n = n + 1",
                    [(term,) for term in terms],
                )
                self._forget(entry_id)
            for table, hashes in (
                # of equally rare ones both sides of a pair take those with the smallest hash
                ("rare", sorted(terms, key=lambda t: (frequency.get(t, 0), t))[:RARE]),
                ("shingle", fingerprint.shingles),
                ("quote", fingerprint.quotes),
            ):
                self._db.write_many(
                    f"INSERT OR IGNORE INTO {table}(term, doc) VALUES (?, ?)",
                    [(value, entry_id) for value in sorted(set(hashes))],
                )

    def _forget(self, entry_id: int) -> None:
        """Drop one slice of the terms that were seen only once, so that the table is bounded."""
        width = 2**64 // FORGET
        start = -(2**63) + (entry_id % FORGET) * width
        self._db.write("DELETE FROM df WHERE n = 1 AND term >= ? AND term < ?", (start, start + width - 1))

    def candidates(
        self, fingerprint: Fingerprint, *, exclude: int, around: datetime | None, limit: int
    ) -> tuple[EntryId, ...]:
        """Return the entries that may share text with a fingerprint, the likeliest first.

        Each hit weighs the more the fewer entries it leads to; each of the three tables counts relative to its best
        entry, so that a shared quotation is not drowned by shared phrases.
        """
        total = max(2, self.documents())
        newest = self._newest(around)
        frequency = self.document_frequency(fingerprint.terms)
        rarest = sorted(set(fingerprint.terms), key=lambda t: (frequency.get(t, 0), t))[:ASKED]
        score: dict[int, float] = defaultdict(float)
        for table, hashes in (("rare", rarest), ("shingle", fingerprint.shingles), ("quote", fingerprint.quotes)):
            hits = self._hits(table, hashes, newest, total)
            hits.pop(exclude, None)
            best = max(hits.values(), default=0.0)
            for doc, weight in hits.items():
                score[doc] += weight / best
        ranked = sorted(score, key=lambda doc: (-score[doc], -doc))
        return self._within(ranked, around, limit)

    def _hits(self, table: str, hashes: Sequence[int], newest: int, total: int) -> Counter[int] | dict[int, float]:
        hits: dict[int, float] = defaultdict(float)
        for value in set(hashes):
            docs = self._db.read(
                f"SELECT doc FROM {table} WHERE term = ? AND doc <= ? ORDER BY doc DESC LIMIT ?", (value, newest, CAP)
            )
            if docs:
                weight = math.log(1 + total / len(docs))
                for (doc,) in docs:
                    hits[doc] += weight
        return hits

    def _newest(self, around: datetime | None) -> int:
        """Return the highest number that may lie in the time window: numbers grow with the time of reception."""
        if around is not None:
            row = self._db.row(
                "SELECT max(id) FROM entries WHERE received_at >= 0 AND hidden IN (0, 1) AND dated_at BETWEEN ? AND ?",
                (to_stamp(around - WINDOW), to_stamp(around + WINDOW)),
            )
            if row is not None and row[0] is not None:
                return int(row[0])
        return 2**63 - 1

    def _within(self, ranked: list[int], around: datetime | None, limit: int) -> tuple[EntryId, ...]:
        """Return the best entries that still exist and lie in the time window."""
        pool = ranked[: 10 * limit]
        low, high = (-(2**63), 2**63 - 1)
        if around is not None:
            low, high = to_stamp(around - WINDOW), to_stamp(around + WINDOW)
        there = {
            row[0]
            for row in self._db.read(
                "SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?)) AND dated_at BETWEEN ? AND ?",
                (to_json(pool), low, high),
            )
        }
        return tuple(EntryId(doc) for doc in pool if doc in there)[:limit]
