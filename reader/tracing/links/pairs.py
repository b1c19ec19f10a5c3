"""Links: which pairs of documents belong to one derivation, before anybody asks which way it went.

A wrong link joins two stories, so that each kind of proof has its own bar: much common text needs nothing else; a
reworded text must tell the other's facts in their order, or hold little that it lacks, and have no better relative; a
credit to the other's outlet lowers the bar; a shared quotation counts where no third party has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reader.tracing.identity import same_outlet
from reader.tracing.links.credits import add_credited
from reader.tracing.links.digests import add_digests
from reader.tracing.links.quotes import add_quoted
from reader.tracing.links.sources import in_window, is_before
from reader.tracing.links.table import LESSER, STRONG_PAIRS, Links, is_strong
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile
from reader.tracing.reuse.spelling import without_respelt

__all__ = ["Links", "find_links", "is_strong"]

SCREEN = 0.05
"""Word pair containment below which only a credit makes a pair worth measuring."""
BRIEF = 80
"""Words of a text so short that any report of the event has most of them; half of its matter must be in the source."""
FREE = 0.45
"""The same for one whose names are nearly all the other's."""
SOME_WORDS = 0.12
"""Share of its words, by weight, that a retold text has in common with its source."""
RETOLD = 0.93
"""Probability by its facts from which a text counts as retold. From .8 to .95 nothing changes in the own groups; below
.93 an agency's running stories of one day are linked in the development data."""
WEAK = 0.6
"""Probability by its words from which a reworded text counts as derived."""


def find_links(profiles: Mapping[str, Profile], pairs: Iterable[tuple[str, str]], meter: ReuseMeter) -> Links:
    """Return the links among the candidate pairs."""
    links = Links()
    weak: list[tuple[float, str, str]] = []
    near: dict[str, list[str]] = defaultdict(list)
    for one_key, other_key in pairs:
        one, other = profiles[one_key], profiles[other_key]
        near[one_key].append(other_key)
        near[other_key].append(one_key)
        if meter.screen(one, other) < SCREEN:
            continue
        reuse = meter.closest(one, other)
        if is_strong(reuse):
            links.text[frozenset((one_key, other_key))] = reuse
        elif in_window(one.document, other.document):
            weak += _weak_directions(one, other, meter)
    dropped = _drop_lesser(links, profiles, meter)
    add_credited(links, profiles, near, meter)
    add_digests(links, profiles, near, meter)
    _add_weak(links, weak, profiles, meter)
    add_quoted(links, profiles, near, meter)
    _restore_inside(links, dropped, profiles)
    return links


def _drop_lesser(links: Links, profiles: Mapping[str, Profile], meter: ReuseMeter) -> dict[frozenset[str], Reuse]:
    """Drop the links of a text to those from which it can only have a lesser part of what it has from its best source.

    Returns what was dropped.

    An agency's news in brief shares paragraphs with many of its stories; that does not make them one story.
    """
    best: dict[str, float] = defaultdict(float)
    for pair in links.text:
        one, other = (profiles[key] for key in pair)
        best[one.key] = max(best[one.key], meter.measure(one, other).taken)
        best[other.key] = max(best[other.key], meter.measure(other, one).taken)
    dropped: dict[frozenset[str], Reuse] = {}
    for pair, reuse in list(links.text.items()):
        one, other = (profiles[key] for key in pair)
        # an outlet's next version of its own report may keep little of the first
        next_version = same_outlet(one.article.outlet, other.article.outlet) and reuse.pairs >= STRONG_PAIRS
        if reuse.taken < LESSER * best[reuse.child] and not next_version:
            dropped[pair] = links.text.pop(pair)
    return dropped


def _restore_inside(links: Links, dropped: Mapping[frozenset[str], Reuse], keys: Iterable[str]) -> None:
    """Take back those dropped links whose two ends hang together anyway: they join nothing, and may be the nearest."""
    story_of = {key: number for number, story in enumerate(links.components(keys)) for key in story}
    for pair, reuse in dropped.items():
        if len({story_of[key] for key in pair}) == 1:
            links.text[pair] = reuse


def _weak_directions(one: Profile, other: Profile, meter: ReuseMeter) -> Iterator[tuple[float, str, str]]:
    for child, parent in ((one, other), (other, one)):
        if is_before(child.document, parent.document):
            continue
        reuse = meter.measure(child, parent)
        if reuse.words >= SOME_WORDS:
            account = meter.account(child, parent)
            if account.probability >= RETOLD:
                yield account.probability, child.key, parent.key
                continue
        if (
            (reuse.probability >= WEAK or _has_nothing_else(reuse))
            and not _has_own_matter(child, parent, reuse)
            and reuse.pairs >= _backwards(child, parent) * meter.measure(parent, child).pairs
        ):
            yield reuse.probability, child.key, parent.key


def _backwards(child: Profile, parent: Profile) -> float:
    """Return how much more of the child than of the parent must be common: times that are known tell the way."""
    return 0.75 if is_before(parent.document, child.document) else 1.0


def _has_nothing_else(reuse: Reuse) -> bool:
    """Tell whether a freely reworded text has the other's names and hardly any besides."""
    return reuse.probability >= FREE and reuse.foreign_names <= 2 and reuse.names >= 0.6


def _has_own_matter(child: Profile, parent: Profile, reuse: Reuse) -> bool:
    """Tell whether a reworded text holds too much that the other lacks to be made of it (respelt names are not new)."""
    if reuse.foreign_names > 3 and reuse.names < 0.75 and len(without_respelt(child.proper, parent.proper)) > 3:
        return True
    return reuse.length < BRIEF and reuse.words + 0.1 * min(reuse.figures, 3) < 0.5


def _add_weak(
    links: Links, weak: list[tuple[float, str, str]], profiles: Mapping[str, Profile], meter: ReuseMeter
) -> None:
    """Give each reworded text its best parent, unless it has a surer relative already."""
    has_source = {key for pair in links.text for key in _not_earlier(pair, profiles)}
    has_source |= {child for _, child in (*links.credited, *links.digests)}
    for _, child, parent in sorted(weak, reverse=True):
        if child not in has_source and (parent, child) not in links.cited:
            has_source.add(child)
            links.text[frozenset((child, parent))] = meter.measure(profiles[child], profiles[parent])


def _not_earlier(pair: frozenset[str], profiles: Mapping[str, Profile]) -> list[str]:
    """Return those of two linked documents that may be made of the other."""
    one, other = pair
    if is_before(profiles[one].document, profiles[other].document):
        return [other]
    return [one] if is_before(profiles[other].document, profiles[one].document) else [one, other]
