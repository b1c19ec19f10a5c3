"""Links: which pairs of documents belong to one derivation, before anybody asks which way it went.

A wrong link joins two stories, so that each kind of proof has its own bar: much common text needs nothing else; a
reworded text must hold little that the other lacks and must have no better relative; a credit to the other's outlet
lowers the bar; a shared quotation counts where no third party has it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from reader.model.chain import Relation
from reader.tracing.identity import outlet_key
from reader.tracing.kinds import VERBATIM
from reader.tracing.profile import Profile
from reader.tracing.reuse import Reuse, ReuseMeter
from reader.tracing.sources import WINDOW, CreditedOutlet, credited_outlets, delay_between, in_window, is_before

SCREEN = 0.05
"""Word pair containment below which only a credit makes a pair worth measuring."""
STRONG_PAIRS = 0.3
"""Word pair containment that no two independent reports of the development data reach (highest: .25)."""
STRONG_COVER = 0.3
LESSER = 0.75
"""A link is kept if the text has at least this share of what it has from its best source."""
BRIEF = 80
"""Words of a text so short that any report of the event has most of them; half of its matter must be in the source."""
QUOTED_LATER = timedelta(hours=12)
QUOTED_GRAMS = 5
"""Word 4-grams inside quotation marks that two texts must share: a quotation of 8 words has five."""
LONG_QUOTE = 8
"""Words of the longest quotation that they share."""
ONLY_QUOTED = 0.8
"""Share of the common words that stand in quotation marks, if quotations are all that was taken."""
QUOTED_PART = 0.12
"""Share of the text that the quotation makes up: what is built round it, not every report that has it too."""
WEAK = 0.6
"""Probability from which a reworded text counts as derived."""


@dataclass(slots=True)
class Links:
    """The links among some documents; keys are document keys."""

    text: dict[frozenset[str], Reuse] = field(default_factory=dict)
    """Derivations by common text, undirected, measured from the side that is contained more."""
    credited: dict[tuple[str, str], CreditedOutlet] = field(default_factory=dict)
    """(parent, child) -> the child's credit for the parent's outlet, backed by common matter."""
    cited: dict[tuple[str, str], CreditedOutlet] = field(default_factory=dict)
    """(parent, child) likewise, where nothing but the fact was taken."""

    def components(self, keys: Iterable[str]) -> list[list[str]]:
        """Return the documents that hang together, in the order of ``keys``; a document without links stands alone."""
        parent = {key: key for key in keys}

        def find(key: str) -> str:
            while parent[key] != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for pair in (*self.text, *self.credited):
            one, other = tuple(pair)
            parent[find(one)] = find(other)
        groups: dict[str, list[str]] = defaultdict(list)
        for key in parent:
            groups[find(key)].append(key)
        return list(groups.values())


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
    _drop_lesser(links, profiles, meter)
    _add_credited(links, profiles, near, meter)
    _add_weak(links, weak, profiles, meter)
    _add_quoted(links, profiles, near, meter)
    return links


def is_strong(reuse: Reuse) -> bool:
    """Tell whether the common text alone proves a derivation."""
    unquoted = reuse.covered * (1 - reuse.quoted)
    return (reuse.pairs >= STRONG_PAIRS and reuse.probability >= 0.5) or unquoted >= STRONG_COVER


def _drop_lesser(links: Links, profiles: Mapping[str, Profile], meter: ReuseMeter) -> None:
    """Drop the links of a text to those from which it can only have a lesser part of what it has from its best source.

    An agency's news in brief shares paragraphs with many of its stories; that does not make them one story.
    """
    best: dict[str, float] = defaultdict(float)
    for pair in links.text:
        one, other = (profiles[key] for key in pair)
        best[one.key] = max(best[one.key], meter.measure(one, other).taken)
        best[other.key] = max(best[other.key], meter.measure(other, one).taken)
    for pair, reuse in list(links.text.items()):
        if reuse.taken < LESSER * best[reuse.child]:
            del links.text[pair]


def _weak_directions(one: Profile, other: Profile, meter: ReuseMeter) -> Iterator[tuple[float, str, str]]:
    for child, parent in ((one, other), (other, one)):
        if is_before(child.document, parent.document):
            continue
        reuse = meter.measure(child, parent)
        if (
            reuse.probability >= WEAK
            and not _has_own_matter(reuse)
            and reuse.pairs >= meter.measure(parent, child).pairs
        ):
            yield reuse.probability, child.key, parent.key


def _has_own_matter(reuse: Reuse) -> bool:
    """Tell whether a reworded text holds too much that the other lacks to be made of it."""
    if reuse.foreign_names > 3 and reuse.names < 0.75:
        return True
    return reuse.length < BRIEF and reuse.words + 0.1 * min(reuse.figures, 3) < 0.5


def _add_weak(
    links: Links, weak: list[tuple[float, str, str]], profiles: Mapping[str, Profile], meter: ReuseMeter
) -> None:
    """Give each reworded text its best parent, unless it has a surer relative already."""
    has_source = {key for pair in links.text for key in pair if len(pair) == 2}
    has_source |= {child for _, child in links.credited} | {child for _, child in links.cited}
    for _, child, parent in sorted(weak, reverse=True):
        if child not in has_source:
            has_source.add(child)
            links.text[frozenset((child, parent))] = meter.measure(profiles[child], profiles[parent])


def _add_credited(
    links: Links, profiles: Mapping[str, Profile], near: Mapping[str, list[str]], meter: ReuseMeter
) -> None:
    carried = {key: {o.key for o in credited_outlets(p.document) if o.is_text} for key, p in profiles.items()}
    for key, child in profiles.items():
        for outlet in credited_outlets(child.document):
            best: tuple[float, str] | None = None
            for other_key in near[key]:
                other = profiles[other_key]
                if is_before(child.document, other.document) or not in_window(child.document, other.document):
                    continue
                own = outlet_key(other.article.outlet) == outlet.key
                if not own and (outlet.is_text or outlet.key not in carried[other_key]):
                    continue
                reuse = meter.measure(child, other)
                if _backs(reuse, outlet, own=own) and (best is None or reuse.words > best[0]):
                    best = (reuse.words, other_key)
            if best is not None:
                reuse = meter.measure(child, profiles[best[1]])
                table = links.credited if _took_text(reuse, outlet) else links.cited
                table[(best[1], key)] = outlet


def _add_quoted(
    links: Links, profiles: Mapping[str, Profile], near: Mapping[str, list[str]], meter: ReuseMeter
) -> None:
    """Link a text that shares nothing but a quotation with the only story that has it.

    A report of the same day has a statement from where everybody has it; so the text must be later by half a day.
    """
    story = {key: number for number, keys in enumerate(links.components(profiles)) for key in keys}
    holders: dict[int, set[int]] = defaultdict(set)
    for key, profile in profiles.items():
        for gram in profile.document.fingerprint.quotes:
            holders[gram].add(story[key])
    found: dict[str, tuple[int, str, Reuse]] = {}
    for key, child in profiles.items():
        grams = frozenset(child.document.fingerprint.quotes)
        for other in near[key] if grams else ():
            parent = profiles[other]
            delay = delay_between(parent.document, child.document)
            shared = grams.intersection(parent.document.fingerprint.quotes)
            if story[key] == story[other] or delay is None or not QUOTED_LATER <= delay <= WINDOW:
                continue
            if len(shared) < QUOTED_GRAMS or any(len(holders[gram]) > 2 for gram in shared):
                continue
            reuse = meter.measure(child, parent)
            if reuse.quoted >= ONLY_QUOTED and reuse.longest_quote >= LONG_QUOTE and reuse.covered >= QUOTED_PART:
                found[key] = max(found.get(key, (0, "", reuse)), (len(shared), other, reuse), key=lambda f: f[0])
    for key, (_, other, reuse) in found.items():
        links.text[frozenset((key, other))] = reuse


def _backs(reuse: Reuse, outlet: CreditedOutlet, *, own: bool) -> bool:
    """Tell whether the common matter is enough to take the credited document for the source."""
    if not own:
        # a near copy of an agency's text stands beside the other copies, not below one of them
        little_else = reuse.words >= 0.35 and reuse.foreign_names <= 2
        return (reuse.probability >= 0.3 or little_else) and reuse.covered < VERBATIM
    if outlet.relation in (Relation.CITES_REPORT, Relation.FIRST_REPORTED_BY):
        return reuse.words >= 0.4 or reuse.pairs >= 0.15
    return reuse.words >= 0.25 or reuse.pairs >= 0.08


def _took_text(reuse: Reuse, outlet: CreditedOutlet) -> bool:
    """Tell a derivation from a mere citation: a text that took its matter has little of its own besides."""
    if outlet.relation is not Relation.CITES_REPORT and outlet.relation is not Relation.FIRST_REPORTED_BY:
        return True
    return is_strong(reuse) or reuse.foreign_names <= 3 or reuse.names >= 0.8
