"""Accounts: which sentences of one text another one accounts for, in which order, and what that makes of the pair.

A free rewording keeps hardly a phrase. What it keeps are the facts, sentence by sentence, mostly in the order of its
source; two reporters of one event share facts too, but tell them in orders of their own and beside others.
"""

import math
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.tracing.reuse.alignment import stem
from reader.tracing.reuse.profile import Profile
from reader.tracing.reuse.spelling import respelt_words

TOLD = 0.3
"""Share of a sentence's matter, by weight, that must stand in few sentences of the source, one behind the other."""
NEAR = 2
"""How many sentences before and behind the closest one count with it: rewriting joins and parts them."""
_LEAST_FACTS = 2
"""Stems and figures that a sentence must share with its closest one."""
_FIGURE_WEIGHTS = 1.0, 2.0
"""Of a figure of one digit, and of a longer one: it is known by its value, however rare it is."""
_IN_ORDER = 6
"""Sentences from which their order counts in full: of two or three it is chance."""


@dataclass(frozen=True, slots=True)
class Account:
    """What of one article (the child) another (the parent) accounts for; shares are 0 to 1."""

    sources: tuple[int, ...]
    """For each sentence of the child the sentence of the parent that says most of it; -1 where none does."""
    told: float
    """Share of the child's words that stand in sentences with a source."""
    kept: float
    """Share of the parent's words that stand in the sources."""
    order: float
    """How far the sources come in the order of the sentences: 1 in the same, 0 in any, -1 backwards."""
    figures: int
    """Figures that both have."""
    foreign_names: int
    """Names of the child that the parent lacks in every spelling."""

    probability: float = 0.0
    """That the child was made of the parent, by these and how much of its wording it shares."""

    @property
    def sentences(self) -> int:
        """How many sentences have a source."""
        return sum(source >= 0 for source in self.sources)

    @property
    def in_order(self) -> float:
        """How much their order speaks for derivation, 0 to 1."""
        return max(0.0, self.order) * min(self.sentences, _IN_ORDER) / _IN_ORDER


def account_for(child: Profile, parent: Profile, weights: Mapping[int, float], pairs: float) -> Account:
    """Return what ``parent`` accounts for in ``child``.

    Args:
        child: The later text.
        parent: Its supposed source.
        weights: Of the terms of fingerprints.
        pairs: Share of the child's word pairs, by weight, that the parent has too.
    """
    lost = child.proper - parent.proper - parent.vocabulary
    respelt = dict(respelt_words(lost, parent.proper)) if lost else {}
    same = {stem(old): stem(new) for old, new in respelt.items()}
    sources = [_source(facts, parent.fact_places, same, weights) for facts in child.facts]
    lengths = [s.last - s.first for s in child.sentences]
    told = sum(length for length, source in zip(lengths, sources, strict=True) if source >= 0)
    places = [s for s in sources if s >= 0]
    kept = sum(parent.sentences[place].last - parent.sentences[place].first for place in set(places))
    account = Account(
        tuple(sources),
        told / max(1, len(child.words)),
        kept / max(1, len(parent.words)),
        order_of(places),
        len(child.figures & parent.figures),
        len(lost) - len(respelt),
    )
    return replace(account, probability=_probability(account, pairs, len(child.words)))


_FIT = (-2.09, 5.55, 6.58, 3.05, -0.82, 1.31, -2.72)
"""Logistic regression of derived against rival pairs, of the development groups with their pool and the odd half of the
project's own: those that share .08 of their words and have no ``is_strong`` link. Of such pairs of the even half, which
nobody looked at, 92 % of those at 0.7 or above are derived if no other text competes, and they are 77 % of the derived
ones."""


def _probability(account: Account, pairs: float, length: int) -> float:
    features = (
        1.0,
        account.kept,
        account.in_order,
        math.log1p(account.figures),
        math.log1p(account.foreign_names),
        math.log(pairs + 0.02),
        math.log(max(length, 1) / 100),
    )
    z = sum(a * b for a, b in zip(_FIT, features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


def _source(
    facts: Mapping[str, int], places: Mapping[str, list[int]], same: Mapping[str, str], weights: Mapping[int, float]
) -> int:
    """Return the sentence that says most of what a sentence says, if it says enough; else -1."""
    total = 0.0
    shared: list[tuple[float, list[int]]] = []
    hits: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    for fact, term in facts.items():
        weight = weights[term] if term else _FIGURE_WEIGHTS[len(fact) > 2]
        total += weight
        found = places.get(fact) or places.get(same.get(fact, ""))
        if found:
            shared.append((weight, found))
            for place in found:
                hits[place] += weight
                counts[place] += 1
    if not hits:
        return -1
    best = max(hits, key=lambda place: (hits[place], -place))
    if counts[best] < _LEAST_FACTS:
        return -1
    near = sum(weight for weight, found in shared if any(abs(place - best) <= NEAR for place in found))
    return best if near >= TOLD * total else -1


def order_of(places: Sequence[int]) -> float:
    """Return how many pairs stand in order, less those that stand in reverse, as a share of all pairs."""
    before: list[int] = []
    order = 0
    for place in places:
        order += bisect_left(before, place) - (len(before) - bisect_right(before, place))
        insort(before, place)
    pairs = len(places) * (len(places) - 1) // 2
    return order / pairs if pairs else 0.0
