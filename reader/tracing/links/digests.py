"""Links of digests: newsletters and news in brief whose items are each made of another report.

A digest shares too little with each of its sources to pass any bar for whole texts. What gives it away is where the
common matter stands: all that it has of one source in one item, all that it has of another, unrelated one in the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.text.shingles import digest_words, hash_terms
from reader.tracing.links.names import is_built_on_quotation
from reader.tracing.links.sources import in_window, is_before
from reader.tracing.links.table import Links
from reader.tracing.reuse.fingerprint import COMMON_DIGESTS, body_spans
from reader.tracing.reuse.overlap import ReuseMeter
from reader.tracing.reuse.profile import Profile

ITEM_WEIGHT = 12.0
"""Weight of the common words from which an item is told after a source: five to ten that few texts have."""
ITEM_WORDS = 5
ITEM_SHARE = 0.3
"""Share of an item, by weight, that the source must have too."""
ELSEWHERE = 0.1
"""Share that it may have of the item of another source."""
UNRELATED = 0.1
"""Share of the words of the one source that the other may have, if they tell of different things."""
MOST_ITEMS = 60
"""Paragraphs that are looked at."""


class _Item(NamedTuple):
    terms: frozenset[int]
    weight: float


@dataclass(frozen=True, slots=True)
class _Source:
    """A report and what the items of a digest share with it."""

    profile: Profile
    shares: Sequence[float]
    """By item: share of its weight that the report has."""
    taken: Mapping[int, float]
    """Item that is told after the report -> weight of the common words."""


def add_digests(
    links: Links, profiles: Mapping[str, Profile], near: Mapping[str, Sequence[str]], meter: ReuseMeter
) -> None:
    """Link each digest that has no other relative with the fewest reports that account for its items."""
    related = {key for pair in links.text for key in pair}
    for key, child in profiles.items():
        if key in related:
            continue
        earlier = [profiles[other] for other in near[key] if _is_earlier(profiles[other], child)]
        items = _items_of(child, meter) if len(earlier) > 1 else []
        sources = [source for other in earlier if (source := _measure(child, other, items, meter)).taken]
        sources = [s for s in sources if not is_built_on_quotation(meter.measure(child, s.profile))]
        if _tell_of_different_things(sources, meter):
            for source in _fewest(sources):
                if (source.profile.key, key) in links.credited:
                    continue
                links.digests[(source.profile.key, key)] = meter.measure(child, source.profile)


def _is_earlier(other: Profile, child: Profile) -> bool:
    return in_window(other.document, child.document) and is_before(child.document, other.document) is not True


def _items_of(child: Profile, meter: ReuseMeter) -> list[_Item]:
    text = child.article.text
    found = []
    for paragraph in list(body_spans(child.article))[:MOST_ITEMS]:
        words = hash_terms(digest_words(paragraph.of(text)), COMMON_DIGESTS)
        terms = frozenset(words) & child.singles
        if len(terms) >= ITEM_WORDS:
            found.append(_Item(terms, meter.weight(terms)))
    return found


def _measure(child: Profile, other: Profile, items: Sequence[_Item], meter: ReuseMeter) -> _Source:
    shares: list[float] = []
    taken: dict[int, float] = {}
    shared = child.singles & other.singles
    for index, item in enumerate(items):
        common = item.terms & shared
        weight = meter.weight(common)
        shares.append(weight / item.weight if item.weight else 0.0)
        if len(common) >= ITEM_WORDS and weight >= ITEM_WEIGHT and shares[-1] >= ITEM_SHARE:
            taken[index] = weight
    return _Source(other, shares, taken)


def _tell_of_different_things(sources: Sequence[_Source], meter: ReuseMeter) -> bool:
    """Tell whether two unrelated reports stand each behind an item of its own."""
    for place, one in enumerate(sources):
        for other in sources[place + 1 :]:
            ours = any(other.shares[i] <= ELSEWHERE for i in one.taken)
            theirs = any(one.shares[i] <= ELSEWHERE for i in other.taken)
            if ours and theirs and meter.common_words(one.profile, other.profile) <= UNRELATED:
                return True
    return False


def _fewest(sources: Sequence[_Source]) -> list[_Source]:
    """Return sources that account for all items, the one that accounts for most first."""
    chosen: list[_Source] = []
    left = {index for source in sources for index in source.taken}
    while left:
        best = max(sources, key=lambda s: sum(w for i, w in s.taken.items() if i in left))
        chosen.append(best)
        left -= set(best.taken)
    return chosen
