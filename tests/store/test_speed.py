"""What the library costs: run with ``pytest -m bench -s tests/store``; times are printed, none of them fails."""

import random
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from reader.model.chain import Fingerprint
from reader.model.claim import Analysis, Attribution, Official
from reader.model.entry import Entry, EntryFilter, EntryId
from reader.store.library import Library
from reader.text.spans import Span
from tests.store.kit import START

FEEDS, EACH = 100, 200
"""20,000 entries of 3,000 characters; five times as many take the published figures."""


def timed(name: str, act: Callable[[], object], times: int = 7) -> None:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{name:40} {sorted(taken)[times // 2]:9.2f} ms")  # noqa: T201 - the figures are what it is for


@pytest.mark.bench
def test_a_large_library(library: Library) -> None:
    rng = random.Random(7)
    words = ["".join(rng.choices("bdfgklmnprst", k=2)) + rng.choice("aeiou") * 2 + str(n) for n in range(9000)]
    weights = [1 / (n + 3) for n in range(len(words))]
    pool = rng.choices(words, weights=weights, k=200_000)
    spent = 0.0
    for number in range(FEEDS):
        feed = library.feeds.add(f"https://e{number}.example/feed", title=f"Feed {number}")
        entries, texts = [], {}
        for each in range(EACH):
            at = rng.randrange(len(pool) - 500)
            text = " ".join(pool[at : at + 470]) + (" everysecond" if each % 2 else "")
            dated = START - timedelta(minutes=rng.randrange(500_000))
            entries.append(Entry(f"g{each}", text[:60], published_at=dated, html=f"<p>{text}</p>"))
            texts[f"g{each}"] = text
        start = time.perf_counter()
        library.entries.keep(feed.id, feed.title, entries, texts=texts)
        spent += time.perf_counter() - start
    total = FEEDS * EACH
    print(f"\n{total} entries kept in {spent:.1f} s, {library.path.stat().st_size / 2**20:.0f} MiB")  # noqa: T201 - the figures are what it is for
    for search in ("", "everysecond", words[8000], words[3][:2] + "*", "-everysecond", "feed:12 after:90d"):
        wanted = EntryFilter(search=search)
        timed(f"first 50 of «{search}»", lambda wanted=wanted: library.entries.first(wanted, 50))  # type: ignore[misc]
        timed(f"all numbers of «{search}»", lambda wanted=wanted: library.entries.ids(wanted))  # type: ignore[misc]
    timed("counts", library.feeds.counts)
    assert library.entries.count(EntryFilter(search="everysecond")) == total // 2


@pytest.mark.bench
def test_a_large_reuse_index(library: Library) -> None:
    rng = random.Random(7)
    feed = library.feeds.add("https://courier.example/feed")
    entries = [Entry(f"g{n}", "t", published_at=START) for n in range(5_000)]

    def some(count: int) -> tuple[int, ...]:
        return tuple(rng.getrandbits(64) - 2**63 for _ in range(count))

    common = some(20_000)
    prints: dict[EntryId, Fingerprint] = {}
    for number in library.entries.keep(feed.id, "Courier", entries).new:
        prints[number] = Fingerprint(some(350) + tuple(rng.choices(common, k=250)), some(125), some(74))
    start = time.perf_counter()
    for number, fingerprint in prints.items():
        library.reuse.add(number, fingerprint)
    print(f"\n{(time.perf_counter() - start) / len(prints) * 1000:.2f} ms to index an entry")  # noqa: T201 - the figures are what it is for
    number, fingerprint = next(iter(prints.items()))
    ask = library.reuse.candidates
    timed("candidates", lambda: ask(fingerprint, exclude=EntryId(0), around=START))
    assert ask(fingerprint, exclude=EntryId(0), around=START)[0] == number


@pytest.mark.bench
def test_a_large_list_of_people(library: Library) -> None:
    rng = random.Random(7)
    given = ["".join(rng.choices("bdfgklmnprst", k=2)).title() + rng.choice("aeiou") for _ in range(300)]
    surnames = [
        "".join(rng.choice("Bdfgklmnprst") + rng.choice("aeiou") for _ in range(4)).title() for _ in range(8_000)
    ]
    names = [f"{rng.choice(given)} {rng.choice(surnames)}" for _ in range(11_000)]
    feed = library.feeds.add("https://courier.example/feed")
    entries = [Entry(f"g{n}", "t", published_at=START - timedelta(minutes=n)) for n in range(4_000)]
    ids = library.entries.keep(feed.id, "Courier", entries).new
    asked = library.claims
    with library.transaction():
        for place, number in enumerate(ids):
            speakers = [names[(3 * place + n) % len(names)] for n in range(3)] + rng.choices(names[:800], k=3)
            analysis = Analysis(
                tuple(Attribution((Span(0, 1),), speaker=name) for name in speakers),
                tuple(Official(Span(0, 1), name) for name in speakers[::2]),
            )
            asked.keep(number, analysis)
    timed("people, joined for the first time", lambda: asked.officials(limit=20_000), times=1)
    timed("people, the list as it was kept", lambda: asked.officials(limit=20_000))
    for number in ids[:200]:
        asked.keep(number, asked.get(number) or Analysis())
    timed("people, after 200 articles came", lambda: asked.officials(limit=20_000), times=1)
    timed("what one person said", lambda: asked.said_by(names[5]))
    timed("people, none of it kept", lambda: asked.officials(limit=20_000, among=ids), times=3)
    assert asked.officials(limit=20_000) == asked.officials(limit=20_000, among=ids)
