"""Absent sources: copies that carry the credit of one outlet which is not stored hang side by side under it.

So does a text that holds better matter than the reworked copy it resembles: both come from what was reworked.
"""

from collections.abc import Sequence
from datetime import timedelta

from reader.model.chain import Basis, DerivationKind
from reader.tracing.identity import outlet_key, same_owner
from reader.tracing.links.sources import CreditedOutlet
from reader.tracing.reuse.kinds import judge_kind
from reader.tracing.story.confidence import BETTER_SIBLING, CARRIES_CREDIT, COPY_OF_CARRIER, REWORKED
from reader.tracing.story.graph import NEAR_COPY, StoryGraph

SENT_WITHIN = timedelta(hours=1)
"""Time in which a copy without a credit follows the one that names the agency, if both have it from there."""
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
        copies = _with_its_text(story, some)
        free = [(key, outlet) for key, outlet in copies if key not in story.parents]
        if free and _came_from_it(story, copies):
            _hang_carriers(story, free)
        elif free and free[0][1].is_text:
            _hang_reworked(story, *free[0])


def _with_its_text(story: StoryGraph, carriers: list[tuple[str, CreditedOutlet]]) -> list[tuple[str, CreditedOutlet]]:
    """Return the documents that have an outlet's text, and not only matter of it: copies of something in the story."""
    copies = [(key, o) for key, o in carriers if story.is_near_copy(key, [k for k in story.order if k != key])]
    stated = [(key, o) for key, o in copies if o.is_text] or [(key, o) for key, o in carriers if o.is_text]
    return copies if len(copies) > 1 else stated[:1]


def _came_from_it(story: StoryGraph, carriers: list[tuple[str, CreditedOutlet]]) -> bool:
    """Tell whether common text bears out that documents come from the one absent outlet that they credit.

    That of two of them does; so does a lone one whose copy came out before it or soon after: an agency sends its text
    to all at once.
    """
    if len(carriers) > 1:
        return True
    alone, outlet = carriers[0]
    others = [k for k in story.order if k != alone and k not in story.parents]
    return any(_has_it_too(story, k, alone, outlet) for k in others)


def _has_it_too(story: StoryGraph, key: str, carrier: str, outlet: CreditedOutlet) -> bool:
    """Tell whether a copy without a credit has its text from the absent outlet, not from the one copy that names it.

    So it has if it came out before that copy or soon after, or if its paper belongs to the outlet's house.
    """
    if not story.is_near_copy(key, [carrier]):
        return False
    delay = story.delay(carrier, key)
    soon = delay is not None and delay <= SENT_WITHIN
    return soon or same_owner(story.profiles[key].article.outlet, outlet.name)


def _hang_carriers(story: StoryGraph, carriers: list[tuple[str, CreditedOutlet]]) -> None:
    """Hang copies that carry one credit, and their near copies without a credit, under the absent outlet."""
    outlet = carriers[0][1]
    keys = [key for key, _ in carriers]
    near: list[str] = []
    for key in story.order:  # versions of a running report resemble each other only from one to the next
        if key not in story.parents and key not in keys and story.is_near_copy(key, keys + near):
            near.append(key)
    if len(keys) == 1:
        near = [k for k in near if _has_it_too(story, k, keys[0], outlet)]
    for key in keys + near:
        others = [k for k in story.order if k != key and story.is_linked(k, key)]
        basis, sure = (Basis.CREDIT, CARRIES_CREDIT) if key in keys else (Basis.TEXT, COPY_OF_CARRIER)
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
        return judge_kind(story.profiles[key], story.profiles[closest], story.meter)
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
        and story.is_better(other, key, earlier=story.is_before(key, other) is True)
    ]
    if not relatives:
        return
    reuse = story.meter.closest(story.profiles[key], story.profiles[relatives[0]])
    reworked = DerivationKind.REWRITE if reuse.covered < NEAR_COPY else DerivationKind.COPY
    story.add_absent(outlet, key, reworked, Basis.CREDIT, REWORKED)
    for other in relatives:
        here, there = story.profiles[other], story.profiles[key]
        reuse = story.meter.measure(here, there)
        # the absent text held what the reworking has and, besides, what only this one has
        held = reuse.parent_length + round((1 - reuse.words) * reuse.length)
        kind = judge_kind(here, there, story.meter, held)
        story.add_absent(outlet, other, kind, Basis.TEXT, BETTER_SIBLING)
