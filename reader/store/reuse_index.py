"""The reuse index: which entries may share text with a given one, found by rare terms, runs of words, quotations.

Which terms are kept. 24 single words and 8 word pairs of an entry, the rarest of each by document frequency; asked for
are more, since the other side chose among other neighbours. Measured on the 223 gold pairs of the development set among
497 documents, 20 candidates, three orders of arrival, three times as many asked for: with the 32 rarest terms of
whatever kind (nearly all pairs that stand nowhere else) the rare terms alone find 75 % of the pairs and all three kinds
of hash 99 % (summaries 88 %); with 24 and 8 it is 97 % and 100 %. Asked for twice as many, with the limits below, all
181 gold pairs of that set and of the own groups are among 16 candidates of the later text, 100,000 made articles beside
them.

Where they are kept. As words of 40-bit hashes in a full-text table that keeps nothing but its index. Rows of a B-tree
(term, entry) lie 25 bytes apart and each of the 230 of an entry changes another page; FTS5 writes them in sorted runs
that it merges by and by: 9 bytes and 1.3 µs each instead of 12 µs (150 postings, 40,000 entries). Each run is asked by
itself, so a question takes 40 µs instead of 12. Runs are the fewer the more entries come together; so entries wait in
a table of their own until there are ``TOGETHER`` of them.

How terms are counted. In every entry of a young library, in one of ``SAMPLE`` of a grown one: what matters is how rare
terms are, not their number. An article has some 600 terms, most of them pairs that never come again; counted one
article at a time they would touch 600 pages of a large table. So they are set aside and added in sorted batches, and
a term that stands in one entry only is forgotten after ``FORGET`` further counted entries ("lossy counting", Manku and
Motwani, VLDB 2002). Frequencies therefore lag behind.

What it costs is measured by ``tests/bench/test_tracing_scale.py``.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from heapq import nlargest

from reader.model.chain import Fingerprint
from reader.model.entry import EntryId
from reader.store.database import Database
from reader.store.packing import to_json, to_stamp
from reader.store.schema import EMPTY_INDEX
from reader.text.shingles import part_terms

RARE_WORDS = 24
"""Single words of an entry that are indexed: the rarest by document frequency."""
RARE_PAIRS = 8
"""Word pairs of an entry that are indexed."""
PAIRS_WEIGHED = 4
"""They are the rarest of so many times as many, those with the smallest hashes: nearly all pairs are rare."""
ASKED = 2
"""So many times as many are asked for."""
MOST_ASKED = 48
"""Shingles and quotation n-grams, of each, that are asked for; of a longer text they are taken at equal distances."""
ENOUGH = 0.02
"""Share of what is asked for of one kind, by weight, that an entry must have: of a long text a single hit is chance.
Measured on 649 articles of the development data and the own groups among 10,000 made ones: of the 16 best candidates
seven in ten have less, of the 872 that are linked none (the least .023, 1 in 100 below .038)."""
FEWEST = 8
"""Hashes of one kind that count as asked for, where there are fewer."""
CAP = 128
"""Entries of one hash that are looked at, the newest."""
WINDOW = timedelta(days=30)
"""How far apart in time two entries may be, as far as that is known."""
TOGETHER = 32
"""Entries that enter the index together."""
YOUNG = 2048
"""Entries in which all terms are counted."""
SAMPLE = 8
"""In a library with more of them one entry of so many is counted."""
BATCH = 64
"""Counted entries whose terms are added together (fewer while the library is small)."""
FORGET = 2048
"""A term that stands in one entry only is forgotten after so many further counted entries."""

_HASH = (1 << 40) - 1
_RARE, _SHINGLE, _QUOTE = (kind << 40 for kind in (1, 2, 3))
"""What a posting stands for is its first digit: all three kinds are kept in one table."""


class ReuseIndex:
    """Postings of rare terms, shingles and quotation n-grams, and the document frequency of terms."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def counted(self) -> int:
        """Return in how many entries terms were counted."""
        row = self._db.row("SELECT counted FROM reuse_state")
        return 0 if row is None else int(row[0])

    def document_frequency(self, terms: Sequence[int], *, least: int = 1) -> dict[int, int]:
        """Return in how many counted entries each term stands; terms that are in fewer than ``least`` are left out."""
        sql = "SELECT term, n FROM json_each(?) CROSS JOIN df ON term = value WHERE n >= ?"
        return dict(self._db.read(sql, (to_json(list(terms)), least)))

    def add(self, entry_id: EntryId, fingerprint: Fingerprint) -> None:
        """Index an entry; a second time only adds what its new text has (verification sees what it lost)."""
        with self._db.transaction(durable=False):
            known = self._db.row("SELECT 1 FROM indexed WHERE doc = ?", (entry_id,)) is not None
            rare = self._rarest(fingerprint, 1)
            postings = {*_postings(_RARE, rare), *_postings(_SHINGLE, fingerprint.shingles)}
            postings.update(_postings(_QUOTE, fingerprint.quotes))
            self._db.write(
                "INSERT INTO unmerged(doc, postings) VALUES (?1, ?2) "
                "ON CONFLICT(doc) DO UPDATE SET postings = CAST(postings || excluded.postings AS BLOB)",
                (entry_id, array("q", postings).tobytes()),
            )
            if not known:
                self._db.write("INSERT INTO indexed(doc) VALUES (?)", (entry_id,))
                self._count(entry_id, fingerprint.terms)
            self._merge()

    def missing(self, limit: int) -> tuple[EntryId, ...]:
        """Return analysed entries that have to be indexed anew (the index was emptied), newest first."""
        rows = self._db.read(
            "SELECT id FROM entries WHERE id < (SELECT below FROM reuse_state) AND claims IS NOT NULL "
            "AND id NOT IN (SELECT doc FROM indexed) ORDER BY id DESC LIMIT ?",
            (limit,),
        )
        return tuple(EntryId(row[0]) for row in rows)

    def add_missing(self, prints: Sequence[tuple[EntryId, Fingerprint]]) -> None:
        """Index the entries that ``missing`` returned, in the same order."""
        with self._db.transaction(durable=False):
            for entry_id, fingerprint in reversed(prints):
                self.add(entry_id, fingerprint)
            if prints:
                self._db.write("UPDATE reuse_state SET below = ?", (prints[-1][0],))

    def _rarest(self, fingerprint: Fingerprint, times: int) -> list[int]:
        """Return the rarest words and pairs; of equally rare ones every text takes those with the smallest hash."""
        words, pairs = part_terms(fingerprint.terms)
        pairs = sorted(pairs)[: RARE_PAIRS * PAIRS_WEIGHED * times]
        frequency = self.document_frequency([*words, *pairs])
        rare: list[int] = []
        for terms, most in ((words, RARE_WORDS), (pairs, RARE_PAIRS)):
            rare += [term for _, term in sorted((frequency.get(term, 0), term) for term in terms)[: most * times]]
        return rare

    def _merge(self) -> None:
        """Move the postings that wait into the index, once there are enough of them."""
        waiting = self._db.row("SELECT count(*) FROM unmerged")
        if waiting is None or waiting[0] < TOGETHER:
            return
        rows = self._db.read("SELECT doc, postings FROM unmerged ORDER BY doc")
        self._db.write_many(
            "INSERT INTO reuse(rowid, postings) VALUES (?, ?)",
            ((doc, " ".join([f"{posting:x}" for posting in _unpack(blob)])) for doc, blob in rows),
        )
        self._db.write("DELETE FROM unmerged")

    def _count(self, entry_id: int, terms: Iterable[int]) -> None:
        """Set the terms of a new entry aside, and add those that wait to the frequencies once there are enough."""
        total = self.counted()
        if total >= YOUNG and entry_id % SAMPLE:
            return
        blob = array("q", set(terms)).tobytes()
        self._db.write("INSERT OR REPLACE INTO uncounted(doc, terms) VALUES (?, ?)", (entry_id, blob))
        rows = self._db.read("SELECT terms FROM uncounted")
        if len(rows) < min(BATCH, max(1, total // 16)):
            return
        self._db.write_many(
            "INSERT INTO df(term, n) VALUES (?, 1) ON CONFLICT(term) DO UPDATE SET n = n + 1",
            ((term,) for term in sorted(term for (blob,) in rows for term in _unpack(blob))),
        )
        self._db.write("DELETE FROM uncounted")
        self._db.write("UPDATE reuse_state SET counted = counted + ?", (len(rows),))
        width = 2**64 // FORGET
        for number in range(total, total + len(rows)):
            start = -(2**63) + (number % FORGET) * width
            self._db.write("DELETE FROM df WHERE n = 1 AND term BETWEEN ? AND ?", (start, start + width - 1))

    def candidates(
        self, fingerprint: Fingerprint, *, exclude: int, around: datetime | None = None, limit: int = 50
    ) -> tuple[EntryId, ...]:
        """Return the entries that may share text with a fingerprint, the likeliest first.

        Each hit weighs the more the fewer entries it leads to; each of the three kinds counts relative to its best
        entry, so that a shared quotation is not drowned by shared phrases.
        """
        waiting = [(doc, frozenset(_unpack(blob))) for doc, blob in self._db.read("SELECT doc, postings FROM unmerged")]
        asked = (
            _postings(_RARE, self._rarest(fingerprint, ASKED)),
            _postings(_SHINGLE, _spread(fingerprint.shingles)),
            _postings(_QUOTE, _spread(fingerprint.quotes)),
        )
        row = self._db.row("SELECT max(doc) FROM indexed")
        total = max(2, row[0] or 0) if row else 2
        score: dict[int, float] = defaultdict(float)
        enough: set[int] = set()
        for postings in asked:
            hits = self._hits(postings, total, waiting)
            hits.pop(exclude, None)
            best = max(hits.values(), default=0.0)
            least = ENOUGH * max(FEWEST, len(postings)) * math.log(1 + total)
            for doc, weight in hits.items():
                score[doc] += weight / best
                if weight >= least:
                    enough.add(doc)
        best_of_all = nlargest(10 * limit, ((score[doc], doc) for doc in enough))
        return self._within([doc for _, doc in best_of_all], around, limit)

    def _hits(
        self, postings: Sequence[int], total: int, waiting: Sequence[tuple[int, frozenset[int]]]
    ) -> dict[int, float]:
        """Return the weight of the postings that each of ``total`` entries shares."""
        found = self._db.read_each(
            "SELECT rowid FROM reuse WHERE reuse MATCH ? ORDER BY rowid DESC LIMIT ?",
            ((f'"{posting:x}"', CAP) for posting in postings),
        )
        hits: dict[int, float] = defaultdict(float)
        for posting, docs in zip(postings, found, strict=True):
            numbers = {doc for (doc,) in docs}
            numbers.update(doc for doc, own in waiting if posting in own)
            if numbers:
                weight = math.log(1 + total / len(numbers))
                for doc in numbers:
                    hits[doc] += weight
        return hits

    def _within(self, pool: Sequence[int], around: datetime | None, limit: int) -> tuple[EntryId, ...]:
        """Return the best entries that still exist and may lie in the time window."""
        low, high = -(2**63), 2**63 - 1
        if around is not None:
            low, high = _window(around)
        there = {
            row[0]
            for row in self._db.read(
                # without a date an entry may be much older than the day on which it was received, but never younger
                "SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?1)) AND dated_at >= ?2 "
                "AND (dated_at <= ?3 OR published_at IS NULL)",
                (to_json(list(pool)), low, high),
            )
        }
        return tuple(EntryId(doc) for doc in pool if doc in there)[: max(0, limit)]


def empty_reuse_index(database: Database) -> None:
    """Take everything out of the index; all entries are to be indexed anew."""
    database.write("INSERT INTO reuse(reuse) VALUES ('delete-all')")
    for table in ("unmerged", "indexed", "df", "uncounted", "reuse_state"):
        database.write(f"DELETE FROM {table}")
    database.write(EMPTY_INDEX)


def _postings(kind: int, hashes: Iterable[int]) -> list[int]:
    """Return the distinct postings of some hashes, in order."""
    return list(dict.fromkeys([kind | value & _HASH for value in hashes]))


def _unpack(blob: bytes) -> "array[int]":
    """Return the numbers in a column of them."""
    numbers = array("q")
    numbers.frombytes(blob)
    return numbers


def _spread(hashes: Sequence[int]) -> Sequence[int]:
    """Return at most ``MOST_ASKED`` of some hashes, at equal distances."""
    step = -(-len(hashes) // MOST_ASKED) or 1
    return hashes[::step]


def _window(around: datetime) -> tuple[int, int]:
    """Return the stamps of the first and last moment that lie near a time; they may lie outside what a date can be."""
    centre, reach = to_stamp(around), WINDOW // timedelta(microseconds=1)
    return centre - reach, centre + reach
