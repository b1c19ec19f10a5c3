"""Stories: who derives from whom among documents that hang together.

Credits come before time. Copies that carry the credit of one absent outlet hang side by side under a placeholder for
it (``absent``); what remains is ordered by time, and says so; then come the outlets that are only cited (``citing``)
and the lines between siblings.
"""

from collections.abc import Iterable, Mapping, Sequence

from reader.model.chain import Basis, Derivation, DerivationKind
from reader.tracing.links.pairs import Links
from reader.tracing.links.sources import CreditedOutlet
from reader.tracing.reuse.evidence import shared_evidence
from reader.tracing.reuse.kinds import judge_kind
from reader.tracing.reuse.overlap import ReuseMeter
from reader.tracing.reuse.profile import Profile
from reader.tracing.story.absent import hang_under_absent_sources
from reader.tracing.story.citing import add_citations, named_between
from reader.tracing.story.confidence import edge_confidence, sibling_confidence
from reader.tracing.story.graph import AT_ONCE, NEAR_COPY, StoryGraph

LARGEST = 24
"""Documents of one story whose pairs are all looked at; of larger ones only the measured pairs."""


def trace_stories(
    stories: Iterable[Sequence[str]], profiles: Mapping[str, Profile], links: Links, meter: ReuseMeter
) -> list[Derivation]:
    """Return the edges of some of the stories among documents, siblings included.

    Args:
        stories: The keys of each story, as ``Links.components`` has them.
        profiles: All documents by key, also those that are only cited.
        links: The links among them.
        meter: By which they were found.
    """
    edges: list[Derivation] = []
    for keys in stories:
        story = StoryGraph([profiles[key] for key in keys], links, meter)
        _follow_credits(story)
        _hang_digests(story)
        hang_under_absent_sources(story)
        _hang_by_time(story)
        add_citations(story)
        _list_siblings(story)
        edges += story.edges.values()
    return edges


def _follow_credits(story: StoryGraph) -> None:
    """Hang each document under the stored document that it credits, or under a copy of that which is closer.

    What it credits through another stored document («the Dispatch reports, citing the Lantern») is a further parent
    that is only cited, however much of its text came along.
    """
    credited = sorted(
        (
            pair
            for pair in story.links.credited.items()
            if pair[0][1] in story.profiles and pair[0][0] in story.profiles
        ),
        key=lambda pair: -story.closeness(pair[0][1], pair[0][0]),
    )
    passed_on = {(parent, child) for (parent, child), outlet in credited if _came_through(story, parent, child, outlet)}
    for (parent, child), outlet in credited:
        if (parent, child) not in passed_on:
            nearer = _inherited_from(story, parent, child, outlet)
            story.add(nearer, child, Basis.CREDIT if nearer == parent else Basis.TEXT, credit=outlet)
    for (parent, child), outlet in credited:
        if (parent, child) in passed_on:
            story.add(parent, child, Basis.CREDIT, credit=outlet, kind=DerivationKind.CITES)


def _came_through(story: StoryGraph, parent: str, child: str, outlet: CreditedOutlet) -> bool:
    """Tell whether a credited document reached ``child`` through another one that ``child`` credits for its matter."""
    through = named_between(story, outlet, child)
    if through is None:
        return False
    between = (k for (k, c), o in story.links.credited.items() if c == child and k != parent and o.key == through.key)
    return any(
        (parent, key) in story.links.credited
        or (parent, key) in story.links.cited
        or any(o.key == outlet.key for o in story.sources[key])
        for key in between
        if key in story.profiles
    )


def _inherited_from(story: StoryGraph, parent: str, child: str, outlet: CreditedOutlet) -> str:
    """Return the copy of ``parent`` from which ``child`` has its text and, with it, the credit; else ``parent``."""
    best, best_cover = parent, story.closeness(child, parent)
    for key in story.order:
        delay = story.delay(key, child)
        if key in (child, parent) or delay is None or delay < AT_ONCE:
            continue
        if any(o.key == outlet.key for o in story.sources[key]) and story.closeness(child, key) > best_cover + 0.01:
            best, best_cover = key, story.closeness(child, key)
    return best


def _hang_digests(story: StoryGraph) -> None:
    """Hang each digest under all reports that its items are made of."""
    for parent, child in story.links.digests:
        if child in story.profiles:
            summed_up = story.reuse(child, parent).covered < NEAR_COPY
            story.add(parent, child, Basis.TEXT, kind=DerivationKind.SUMMARY if summed_up else None)


def _hang_by_time(story: StoryGraph) -> None:
    """Hang what has no parent yet under its closest earlier relative; the first document stays an origin.

    So does one that holds facts in a better form than that relative: both are from a source that nobody names.
    """
    for index, child in enumerate(story.order):
        if child in story.parents:
            continue
        known = [k for k in story.order if k != child and story.is_linked(k, child)]
        earlier = [k for k in known if _may_precede(story, k, child, index)]
        if any(_came_at_once(story, k, child) for k in earlier):
            continue  # nobody copies within minutes: both have the text from somewhere else
        if earlier and len(story.order) <= LARGEST:
            # an interview says without quotation marks what others quote, so that only these are linked
            least = max(story.closeness(child, k) for k in earlier)
            beside = [k for k in story.order if k not in known and story.is_before(k, child)]
            earlier += [k for k in beside if story.closeness(child, k) > least]
        for parent in sorted(earlier, key=lambda k: (-round(story.closeness(child, k), 3), story.order.index(k))):
            timed = story.is_before(parent, child)
            if timed and story.is_better(child, parent, earlier=True):
                story.unsourced.add(frozenset((parent, child)))
                break
            if story.add(parent, child, Basis.TIME if timed else Basis.TEXT):
                break


def _came_at_once(story: StoryGraph, one: str, other: str) -> bool:
    """Tell whether two copies of one text came out within minutes in two outlets."""
    delay = story.delay(one, other)
    return delay is not None and abs(delay) < AT_ONCE and story.is_near_copy(one, [other])


def _may_precede(story: StoryGraph, parent: str, child: str, index: int) -> bool:
    before = story.is_before(parent, child)
    if before is None:
        here = story.reuse(child, parent)
        back = story.reuse(parent, child)
        if abs(here.pairs - back.pairs) > 0.05:
            return here.pairs > back.pairs
        return story.order.index(parent) < index
    return before


def _list_siblings(story: StoryGraph) -> None:
    """Add a line for every two documents of one derivation that are not parent and child, and for further parents."""
    group = _groups(story)
    for index, one in enumerate(story.order):
        for other in story.order[index + 1 :]:
            linked = story.is_linked(one, other)
            if (one, other) in story.edges or (other, one) in story.edges:
                continue
            sibling = group[one] == group[other]
            if not linked and (not sibling or len(story.order) > LARGEST):
                continue
            reuse = story.reuse(other, one)
            # text that two unrelated sources share with a third is no kinship of theirs
            basis = Basis.TEXT if sibling or story.is_before(one, other) is None else Basis.TIME
            kind = judge_kind(story.profiles[other], story.profiles[one], story.meter)
            story.edges[(one, other)] = Derivation(
                one,
                other,
                kind,
                sibling_confidence(reuse) if sibling else edge_confidence(reuse, basis, kind),
                basis,
                (
                    *story.better.get(frozenset((one, other)), ()),
                    *shared_evidence(story.profiles[other], story.profiles[one]),
                ),
                main=False,
                sibling=sibling,
                delay=story.delay(one, other),
            )


def _groups(story: StoryGraph) -> dict[str, str]:
    """Return for each document the farthest node it goes back to, one for texts of an unknown common source."""
    roots = {key: story.root(key) for key in story.order}
    merged: dict[str, str] = {}

    def find(key: str) -> str:
        while key in merged:
            key = merged[key]
        return key

    for one in story.order:
        for other in story.order:
            if one < other and roots[one] != roots[other] and story.is_linked(one, other):
                first, second = find(roots[one]), find(roots[other])
                if first != second and (_came_at_once(story, one, other) or frozenset((one, other)) in story.unsourced):
                    merged[first] = second
    return {key: find(root) for key, root in roots.items()}
