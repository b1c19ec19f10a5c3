"""Absent sources: copies that carry the credit of one outlet which is not stored hang side by side under it.

So does a text that holds better matter than the reworked copy it resembles: both come from what was reworked.
"""

from collections.abc import Sequence

from reader.model.chain import Basis, DerivationKind, Relation
from reader.tracing.betterment import has_better_matter
from reader.tracing.identity import outlet_key
from reader.tracing.kinds import judge_kind
from reader.tracing.sources import CreditedOutlet, is_before
from reader.tracing.story_graph import NEAR_COPY, StoryGraph

EXCERPT = 0.25
"""A copy with less than this share of the words of its typical sibling is an excerpt."""


def hang_under_absent_sources(story: StoryGraph) -> None:
    """Hang the documents without a stored parent under the absent outlets whose text they carry."""
    carriers: dict[str, list[tuple[str, CreditedOutlet]]] = {}
    stored = {outlet_key(p.article.outlet) for p in story.profiles.values()}
    for key in story.order:
        outlet = next((o for o in story.sources[key] if o.may_be_text and o.key not in stored), None)
        if outlet is not None:
            carriers.setdefault(outlet.key, []).append((key, outlet))
    for some in sorted(carriers.values(), key=len, reverse=True):
        free = [(key, outlet) for key, outlet in some if key not in story.parents]
        if free and _carry_one_text(story, some):
            _hang_carriers(story, free)
        elif free and free[0][1].relation is Relation.REPUBLISHED_FROM:
            _hang_reworked(story, *free[0])


def _carry_one_text(story: StoryGraph, carriers: list[tuple[str, CreditedOutlet]]) -> bool:
    """Tell whether documents that credit one absent outlet have its text, not each a report of their own.

    Two of them that are copies of each other do; so does a lone one that a copy precedes: that copy cannot have
    the text from it.
    """
    keys = [key for key, _ in carriers]
    if len(keys) >= 2:
        stated = any(outlet.is_text for _, outlet in carriers)
        return any(story.is_near_copy(k, [o for o in keys if o != k]) for k in keys) or stated
    first = story.profiles[keys[0]].document
    return carriers[0][1].is_text and any(
        is_before(story.profiles[k].document, first) and story.is_near_copy(k, keys)
        for k in story.order
        if k != keys[0] and k not in story.parents
    )


def _hang_carriers(story: StoryGraph, carriers: list[tuple[str, CreditedOutlet]]) -> None:
    """Hang copies that carry one credit, and their near copies without a credit, under the absent outlet."""
    outlet = carriers[0][1]
    keys = [key for key, _ in carriers]
    near = [k for k in story.order if k not in story.parents and k not in keys and story.is_near_copy(k, keys)]
    for key in keys + near:
        others = [k for k in story.order if k != key and story.is_linked(k, key)]
        basis, sure = (Basis.CREDIT, 0.95) if key in keys else (Basis.TEXT, 0.9)
        story.add_absent(outlet, key, _kind_beside(story, key, others), basis, sure)


def _kind_beside(story: StoryGraph, key: str, others: Sequence[str]) -> DerivationKind:
    """Return the kind of a copy whose source is absent, judged by its siblings: the typical one stands for it."""
    if not others:
        return DerivationKind.COPY
    reuses = [(story.reuse(key, o), o) for o in others]
    reuse, closest = max(reuses, key=lambda r: r[0].covered * r[0].length)
    typical = sorted(r.parent_length for r, _ in reuses)[len(reuses) // 2]
    taken = max(reuse.covered * reuse.length, 1.0)
    if reuse.covered < 0.3 and reuse.parent_covered < 0.3:
        return judge_kind(story.profiles[key], story.profiles[closest], reuse)
    return DerivationKind.PARTIAL if taken < EXCERPT * typical else DerivationKind.COPY


def _hang_reworked(story: StoryGraph, key: str, outlet: CreditedOutlet) -> None:
    """Hang a lone reworking of an absent text under it, with each text that holds better matter than it."""
    relatives = [
        other
        for other in story.order
        if other not in story.parents
        and other != key
        and story.is_linked(key, other)
        and story.is_before(other, key) is not True
        and has_better_matter(story.profiles[other], story.profiles[key])
    ]
    if not relatives:
        return
    reuse = story.meter.closest(story.profiles[key], story.profiles[relatives[0]])
    reworked = DerivationKind.REWRITE if reuse.covered < NEAR_COPY else DerivationKind.COPY
    story.add_absent(outlet, key, reworked, Basis.CREDIT, 0.9)
    for other in relatives:
        here, there = story.profiles[other], story.profiles[key]
        kind = judge_kind(here, there, story.meter.measure(here, there))
        story.add_absent(outlet, other, kind, Basis.TEXT, 0.6)
