"""The graph of one story while it is traced: documents in the order of time, their parents and the edges so far."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from reader.model.chain import COMMON_CREDIT, CREDIT, NAME_ONLY, Basis, Derivation, DerivationKind, Evidence
from reader.tracing.identity import outlet_key
from reader.tracing.links.names import NAMES_STORED
from reader.tracing.links.pairs import Links
from reader.tracing.links.sources import CreditedOutlet, credited_outlets, delay_between, is_before
from reader.tracing.reuse.evidence import credit_evidence, shared_evidence
from reader.tracing.reuse.kinds import judge_kind
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile
from reader.tracing.story.betterment import better_matter
from reader.tracing.story.confidence import edge_confidence

NEAR_COPY = 0.5
"""Share of the shorter text in common 5-grams from which two texts count as copies of one."""
AT_ONCE = timedelta(minutes=10)
"""Copies that come out within this time of each other were sent to both outlets, not taken from one by the other."""


def placeholder_key(outlet: str, story: str) -> str:
    """Return the key of a node that is not stored: ``ext:<outlet>:<story>``."""
    return f"ext:{outlet.replace(':', ' ').strip()}:{re.sub(r'[^0-9A-Za-z_-]+', '-', story).strip('-')}"


class StoryGraph:
    """Documents that hang together, and the edges found among them."""

    def __init__(self, profiles: Sequence[Profile], links: Links, meter: ReuseMeter) -> None:
        self.meter = meter
        self.links = links
        self.profiles: dict[str, Profile] = {p.key: p for p in sorted(profiles, key=_age)}
        self.order = list(self.profiles)
        """Keys, by the latest moment at which each can have been published; those of which nothing is known last."""
        self.key = self.order[0]
        """Key of the earliest document: the story's name in placeholders."""
        names = [n for p in profiles for n in (p.article.outlet, *(c.outlet for c in p.document.credits))]
        self.sources = {key: credited_outlets(p.document, names) for key, p in self.profiles.items()}
        self.parents: dict[str, str] = {}
        """Node -> its main parent."""
        self.edges: dict[tuple[str, str], Derivation] = {}
        self.unsourced: set[frozenset[str]] = set()
        """Pairs that have their text from one source which is neither stored nor named."""
        self.better: dict[frozenset[str], tuple[Evidence, ...]] = {}
        """Pairs of which one has facts in a form that it cannot have from the other -> these facts."""

    def reuse(self, child: str, parent: str) -> Reuse:
        """Return what one document shares with another, as seen from the child."""
        return self.meter.measure(self.profiles[child], self.profiles[parent])

    def is_linked(self, one: str, other: str) -> bool:
        """Tell whether common text ties two documents."""
        return frozenset((one, other)) in self.links.text

    def is_before(self, one: str, other: str) -> bool | None:
        """Tell whether a document is older than another; None where that is not known."""
        return is_before(self.profiles[one].document, self.profiles[other].document)

    def delay(self, parent: str, child: str) -> timedelta | None:
        """Return the time from one document to another, where both are known."""
        return delay_between(self.profiles[parent].document, self.profiles[child].document)

    def root(self, key: str) -> str:
        """Return the node at the end of the main parents above a document."""
        while key in self.parents:
            key = self.parents[key]
        return key

    def is_above(self, key: str, other: str) -> bool:
        """Tell whether ``key`` is ``other`` or one of its ancestors."""
        seen = set()
        while other not in seen:
            if other == key:
                return True
            seen.add(other)
            other = self.parents.get(other, other)
        return False

    def add(
        self,
        parent: str,
        child: str,
        basis: Basis,
        *,
        credit: CreditedOutlet | None = None,
        kind: DerivationKind | None = None,
    ) -> bool:
        """Make ``parent`` (a stored document) the parent of ``child``: the main one if it is the first.

        Args:
            parent: Key of the source.
            child: Key of what derives from it.
            basis: What the direction rests on.
            credit: The child's credit for the parent's outlet.
            kind: How the child relates to the parent; judged by their texts if it is not given.

        Returns:
            False where that would close a circle, or where the edge is there.
        """
        if (parent, child) in self.edges or self.is_above(child, parent):
            return False
        main = child not in self.parents
        here, there = self.profiles[child], self.profiles[parent]
        reuse = self.meter.measure(here, there)
        reason = _reason(credit, there) if credit else ""
        evidence = credit_evidence(here.document, credit.credits, reason) if credit else ()
        kind = kind or judge_kind(here, there, self.meter)
        if main:
            self.parents[child] = parent
        self.edges[(parent, child)] = Derivation(
            parent,
            child,
            kind,
            edge_confidence(reuse, Basis.TEXT if reason == COMMON_CREDIT else basis, kind),
            basis,
            evidence + shared_evidence(here, there),
            main=main,
            delay=delay_between(there.document, here.document),
        )
        return True

    def is_better(self, child: str, parent: str, *, earlier: bool) -> bool:
        """Tell whether a document has facts that it cannot have from another, and remember them; ``better_matter``."""
        found = better_matter(self.profiles[child], self.profiles[parent], earlier=earlier)
        if found:
            self.better[frozenset((child, parent))] = found
        return bool(found)

    def add_absent(self, outlet: CreditedOutlet, child: str, kind: DerivationKind, basis: Basis, sure: float) -> str:
        """Hang ``child`` under a placeholder for ``outlet``; return the placeholder's key."""
        key = placeholder_key(outlet.name, self.key)
        own = next((o for o in self.sources[child] if o.key == outlet.key), None)
        evidence = credit_evidence(self.profiles[child].document, own.credits) if own else self._sister_evidence(child)
        main = child not in self.parents
        if main and kind is not DerivationKind.CITES:
            self.parents[child] = key
        self.edges.setdefault((key, child), Derivation(key, child, kind, sure, basis, evidence, main=main))
        return key

    def closeness(self, child: str, parent: str) -> float:
        """Return how well a document explains another: 1.65 for one that is the same to the letter."""
        here, there = self.profiles[child], self.profiles[parent]
        reuse = self.meter.measure(here, there)
        # of two sources that explain a text equally well, the one that holds little else is the nearer
        return reuse.covered + 0.5 * reuse.pairs + 0.1 * reuse.parent_covered + 0.05 * here.verbatim_in(there)

    def _sister_evidence(self, child: str) -> tuple[Evidence, ...]:
        """Return what a document shares with its closest relative, where no credit tells of the text both are from."""
        sisters = [key for key in self.order if key != child and self.is_linked(key, child)]
        if not sisters:
            return ()
        closest = max(sisters, key=lambda key: self.closeness(child, key))
        better = self.better.get(frozenset((child, closest)), ())
        mine = better if better and better[0].node == child else ()
        return (*mine, *shared_evidence(self.profiles[child], self.profiles[closest]))

    def is_near_copy(self, key: str, others: Iterable[str]) -> bool:
        """Tell whether a document and one of the others are copies of one text, whole or in part."""
        for other in others:
            one = self.meter.closest(self.profiles[key], self.profiles[other])
            if max(one.covered, one.parent_covered) >= NEAR_COPY and one.probability >= 0.5:
                return True
        return False


def _reason(credit: CreditedOutlet, parent: Profile) -> str:
    """Return what a credit shows of a stored source: it names that outlet, or one whose text that outlet carries."""
    if credit.key != outlet_key(parent.article.outlet):
        return COMMON_CREDIT
    return NAME_ONLY if all(c.rule == NAMES_STORED for c in credit.credits) else CREDIT


def _age(profile: Profile) -> tuple[bool, float, bool, str]:
    latest = profile.document.latest_at
    undated = profile.article.published_at is None
    return latest is None, latest.timestamp() if latest else 0.0, undated, profile.key
