"""A library of made articles, as full as a benchmark wants it, with the costs of its reuse index."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.config import Settings
from reader.model.article import Article
from reader.model.chain import Fingerprint
from reader.model.entry import Entry, EntryId
from reader.pipeline.jobs import process_article
from reader.pipeline.link import link_entries
from reader.pipeline.process import keep_processed
from reader.pipeline.progress import never, silent
from reader.pipeline.services import Services
from reader.pipeline.trace import trace_entry
from reader.pipeline.workers import Workers
from reader.store.library import Library
from reader.store.packing import pack_article
from reader.text.shingles import is_pair
from reader.tracing.reuse.fingerprint import make_fingerprint
from tests.bench.made_texts import TextMaker
from tests.pipeline.kit import FakeWeb

START = datetime(2026, 3, 1, tzinfo=UTC)
WITHIN = timedelta(days=25)
"""All articles are dated within the time window of tracing: no candidate is dismissed for its date."""
POOL = 20_000
"""Fillers that are written out and taken apart; fingerprints of further ones are shuffled from theirs."""
BATCH = 16
"""Entries indexed in one transaction, as the pipeline does it."""


@dataclass
class Costs:
    """What indexing cost in all."""

    documents: int = 0
    fingerprints: int = 0
    fingerprint_seconds: float = 0.0
    """Of processor time, as the next."""
    index_seconds: float = 0.0
    bytes: int = 0


class TracingLibrary:
    """A library on disk that is filled step by step."""

    def __init__(self, folder: Path, maker: TextMaker) -> None:
        self.costs = Costs()
        self.library = Library.open(folder / "library.db", now=lambda: START + WITHIN)
        self._services = Services(self.library, FakeWeb(), Workers(), lambda: START + WITHIN, Settings())
        self._maker = maker
        self._rng = random.Random(5)
        self._feed = self.library.feeds.add("https://courier.example/feed").id
        self._pool: list[tuple[Fingerprint, bytes]] = []
        self._count = 0

    def close(self) -> None:
        """End the children and close the file."""
        self._services.close()

    def fill(self, count: int) -> None:
        """Add articles from which nobody took anything until there are so many."""
        while self._count < count:
            some = [self._filler() for _ in range(min(2000, count - self._count))]
            entries = [self._entry("Filler", START + WITHIN * self._rng.random()) for _ in some]
            ids = self.library.entries.keep(self._feed, "Courier", entries).new
            with self.library.transaction():  # not by the store's own functions: the search needs no words of theirs
                self.library._db.write_many(
                    "INSERT INTO articles(id, parts) VALUES (?, ?)",
                    [(number, parts) for number, (_, parts) in zip(ids, some, strict=True)],
                )
                self.library._db.write("UPDATE entries SET claims = 0, traced = 1 WHERE id >= ?", (ids[0],))
            self._index([(number, fingerprint) for number, (fingerprint, _) in zip(ids, some, strict=True)])

    def add(self, text: str, outlet: str, published_at: datetime) -> EntryId:
        """Keep an article as the pipeline does once it is analysed; it waits for its tracing."""
        (number,) = self.library.entries.keep(self._feed, outlet, [self._entry(outlet, published_at)]).new
        stored = self.library.entries.get(number)
        assert stored is not None
        article = Article(text, headline=outlet, outlet=outlet, published_at=published_at)
        keep_processed(self._services, stored, process_article(article), made=True)
        return number

    def candidates(self, number: EntryId, limit: int) -> tuple[tuple[EntryId, ...], float]:
        """Return the candidates of an entry, and the milliseconds of processor time that it took to find them."""
        article = self.library.entries.article(number)
        assert article is not None
        fingerprint = make_fingerprint(article)
        began = time.process_time()
        found = self.library.reuse.candidates(fingerprint, exclude=number, around=article.published_at, limit=limit)
        return found, 1000 * (time.process_time() - began)

    def trace(self, number: EntryId) -> tuple[float, float]:
        """Link an entry and build its chain; return the milliseconds of processor time of both, children included."""
        began = self._processor_ms()
        link_entries(self._services, [number], report=silent, cancelled=never)
        linked = self._processor_ms()
        trace_entry(self._services, number)
        return linked - began, self._processor_ms() - linked

    def _processor_ms(self) -> float:
        """Return the processor time that this process and its children have used (Linux), in milliseconds."""
        spent = time.process_time_ns()
        for task in Path("/proc/self/task").iterdir():
            for child in (task / "children").read_text().split():
                spent += int(Path(f"/proc/{child}/schedstat").read_text().split()[0])
        return spent / 1e6

    def _entry(self, title: str, published_at: datetime) -> Entry:
        self._count += 1
        return Entry(f"guid {self._count}", title, published_at=published_at)

    def _index(self, prints: Sequence[tuple[EntryId, Fingerprint]]) -> None:
        """Index entries as the pipeline does, and note what it cost."""
        before, began = self._bytes(), time.process_time()
        for start in range(0, len(prints), BATCH):
            with self.library.transaction():
                for number, fingerprint in prints[start : start + BATCH]:
                    self.library.reuse.add(number, fingerprint)
        self.costs.index_seconds += time.process_time() - began
        self.costs.bytes += self._bytes() - before
        self.costs.documents += len(prints)

    def _bytes(self) -> int:
        """Return how many bytes of the file are in use."""
        sql = "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, "
        row = self.library._db.row(sql + "pragma_page_size")
        return 0 if row is None else int(row[0])

    def _filler(self) -> tuple[Fingerprint, bytes]:
        if len(self._pool) >= POOL:
            return self._shuffled(*self._rng.sample(self._pool, 2))
        article = Article(self._maker.text(), outlet="Courier")
        began = time.process_time()
        fingerprint = make_fingerprint(article)
        self.costs.fingerprint_seconds += time.process_time() - began
        self.costs.fingerprints += 1
        self._pool.append((fingerprint, pack_article(article)))
        return self._pool[-1]

    def _shuffled(self, one: tuple[Fingerprint, bytes], other: tuple[Fingerprint, bytes]) -> tuple[Fingerprint, bytes]:
        """Return the words of one filler with word pairs of two, and runs of words that stand nowhere else."""
        pairs = [term for term in one[0].terms if is_pair(term)][::2] + [t for t in other[0].terms if is_pair(t)][::2]
        words = [term for term in one[0].terms if not is_pair(term)]
        new = tuple(self._rng.getrandbits(64) - 2**63 for _ in (*one[0].shingles, *one[0].quotes))
        cut = len(one[0].shingles)
        return Fingerprint((*words, *pairs), new[:cut], new[cut:]), one[1]
