"""Stories: who derives from whom among documents that hang together.

Credits come before time. Copies that carry the credit of one absent outlet hang side by side under a placeholder for
it; so does a text that holds better matter than the copy it resembles. What remains is ordered by time, and says so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from reader.model.chain import Basis, Derivation, DerivationKind, Relation
from reader.tracing.betterment import has_better_matter
from reader.tracing.confidence import edge_confidence
from reader.tracing.evidence import credit_evidence, shared_evidence
from reader.tracing.identity import outlet_key
from reader.tracing.kinds import judge_kind
from reader.tracing.links import Links
from reader.tracing.profile import Profile
from reader.tracing.reuse import ReuseMeter
from reader.tracing.sources import CreditedOutlet, credited_outlets, delay_between, is_before

NEAR_COPY = 0.5
"""Share of the shorter text in common 5-grams from which two texts count as copies of one."""
_SAME_TEXT = frozenset({DerivationKind.COPY, DerivationKind.PARTIAL})
EXCERPT = 0.25
"""A copy with less than this share of the words of its typical sibling is an excerpt."""
AT_ONCE = timedelta(minutes=10)
"""Copies that come out within this time of each other were sent to both outlets, not taken from one by the other."""
LARGEST = 80
"""Documents of one story whose pairs are all listed; of larger ones only the measured pairs."""


def placeholder_key(outlet: str, story: str) -> str:
    """Return the key of a node that is not stored: ``ext:<outlet>:<story>``."""
    return f"ext:{outlet.replace(':', ' ').strip()}:{re.sub(r'[^0-9A-Za-z_-]+', '-', story).strip('-')}"


class Story:
    """Documents that hang together, and the edges found among them."""

    def __init__(self, profiles: Sequence[Profile], links: Links, meter: ReuseMeter) -> None:
        self.meter = meter
        self.links = links
        self.profiles: dict[str, Profile] = {p.key: p for p in sorted(profiles, key=_age)}
        self.order = list(self.profiles)
        self.key = self.order[0]
        self.sources = {key: credited_outlets(p.document) for key, p in self.profiles.items()}
        self.parents: dict[str, str] = {}
        self.edges: dict[tuple[str, str], Derivation] = {}

    def trace(self) -> list[Derivation]:
        """Return the edges, siblings included."""
        self._follow_credits()
        self._hang_copies_under_absent_sources()
        self._hang_by_time()
        self._cite()
        self._list_siblings()
        return list(self.edges.values())

    # -- edges ------------------------------------------------------------------------------------------------------

    def _is_above(self, key: str, other: str) -> bool:
        """Tell whether ``key`` is ``other`` or one of its ancestors."""
        seen = set()
        while other not in seen:
            if other == key:
                return True
            seen.add(other)
            other = self.parents.get(other, other)
        return False

    def _add(self, parent: str, child: str, basis: Basis, *, credit: CreditedOutlet | None = None) -> bool:
        """Make ``parent`` (a stored document) the main parent of ``child``; False where that would close a circle."""
        if child in self.parents or self._is_above(child, parent):
            return False
        here, there = self.profiles[child], self.profiles[parent]
        reuse = self.meter.measure(here, there)
        evidence = credit_evidence(here.document, credit.credits) if credit else ()
        self.parents[child] = parent
        self.edges[(parent, child)] = Derivation(
            parent,
            child,
            judge_kind(here, there, reuse),
            edge_confidence(reuse, basis),
            basis,
            evidence + shared_evidence(here, there),
            delay=delay_between(there.document, here.document),
        )
        return True

    def _add_absent(self, outlet: CreditedOutlet, child: str, kind: DerivationKind, basis: Basis, sure: float) -> str:
        """Hang ``child`` under a placeholder for ``outlet``; return the placeholder's key."""
        key = placeholder_key(outlet.name, self.key)
        own = next((o for o in self.sources[child] if o.key == outlet.key), None)
        evidence = credit_evidence(self.profiles[child].document, own.credits) if own else ()
        main = child not in self.parents
        if main and kind is not DerivationKind.CITES:
            self.parents[child] = key
        self.edges.setdefault((key, child), Derivation(key, child, kind, sure, basis, evidence, main=main))
        return key

    # -- steps ------------------------------------------------------------------------------------------------------

    def _follow_credits(self) -> None:
        """Hang each document under the stored document that it credits, or under a copy of that which is closer."""
        for (parent, child), outlet in self.links.credited.items():
            if child not in self.profiles or parent not in self.profiles:
                continue
            nearer = self._inherited_from(parent, child, outlet)
            self._add(nearer, child, Basis.CREDIT if nearer == parent else Basis.TEXT, credit=outlet)

    def _inherited_from(self, parent: str, child: str, outlet: CreditedOutlet) -> str:
        """Return the copy of ``parent`` from which ``child`` has its text and, with it, the credit; else ``parent``."""
        best, best_cover = parent, self._closeness(child, parent)
        for key in self.order:
            delay = delay_between(self.profiles[key].document, self.profiles[child].document)
            if key in (child, parent) or delay is None or delay < AT_ONCE:
                continue
            if any(o.key == outlet.key for o in self.sources[key]) and self._closeness(child, key) > best_cover + 0.01:
                best, best_cover = key, self._closeness(child, key)
        return best

    def _closeness(self, child: str, parent: str) -> float:
        here, there = self.profiles[child], self.profiles[parent]
        reuse = self.meter.measure(here, there)
        # of two sources that explain a text equally well, the one that holds little else is the nearer
        return reuse.covered + 0.5 * reuse.pairs + 0.1 * reuse.parent_covered + 0.05 * here.verbatim_in(there)

    def _hang_copies_under_absent_sources(self) -> None:
        carriers: dict[str, list[tuple[str, CreditedOutlet]]] = {}
        stored = {outlet_key(p.article.outlet) for p in self.profiles.values()}
        for key in self.order:
            outlet = next((o for o in self.sources[key] if o.may_be_text and o.key not in stored), None)
            if outlet is not None:
                carriers.setdefault(outlet.key, []).append((key, outlet))
        for some in sorted(carriers.values(), key=len, reverse=True):
            free = [(key, outlet) for key, outlet in some if key not in self.parents]
            if free and self._carry_one_text(some):
                self._hang_carriers(free)
            elif free and free[0][1].relation is Relation.REPUBLISHED_FROM:
                self._hang_reworked(*free[0])

    def _carry_one_text(self, carriers: list[tuple[str, CreditedOutlet]]) -> bool:
        """Tell whether documents that credit one absent outlet have its text, not each a report of their own.

        Two of them that are copies of each other do; so does a lone one that a copy precedes: that copy cannot have
        the text from it.
        """
        keys = [key for key, _ in carriers]
        if len(keys) >= 2:
            stated = any(outlet.is_text for _, outlet in carriers)
            return any(self._is_near_copy(k, [o for o in keys if o != k]) for k in keys) or stated
        first = self.profiles[keys[0]].document
        return carriers[0][1].is_text and any(
            is_before(self.profiles[k].document, first) and self._is_near_copy(k, keys)
            for k in self.order
            if k != keys[0] and k not in self.parents
        )

    def _hang_carriers(self, carriers: list[tuple[str, CreditedOutlet]]) -> None:
        """Hang copies that carry one credit, and their near copies without a credit, under the absent outlet."""
        outlet = carriers[0][1]
        keys = [key for key, _ in carriers]
        near = [k for k in self.order if k not in self.parents and k not in keys and self._is_near_copy(k, keys)]
        for key in keys + near:
            others = [k for k in self.order if k != key and frozenset((k, key)) in self.links.text]
            basis, sure = (Basis.CREDIT, 0.95) if key in keys else (Basis.TEXT, 0.9)
            self._add_absent(outlet, key, self._kind_beside(key, others), basis, sure)

    def _is_near_copy(self, key: str, others: Iterable[str]) -> bool:
        for other in others:
            one = self.meter.measure(self.profiles[key], self.profiles[other])
            if max(one.covered, one.parent_covered) >= NEAR_COPY and one.probability >= 0.5:
                return True
        return False

    def _kind_beside(self, key: str, others: Sequence[str]) -> DerivationKind:
        """Return the kind of a copy whose source is absent, judged by its siblings: the typical one stands for it."""
        if not others:
            return DerivationKind.COPY
        reuses = [(self.meter.measure(self.profiles[key], self.profiles[o]), o) for o in others]
        reuse, closest = max(reuses, key=lambda r: r[0].covered * r[0].length)
        typical = sorted(r.parent_length for r, _ in reuses)[len(reuses) // 2]
        taken = max(reuse.covered * reuse.length, 1.0)
        if reuse.covered < 0.3 and reuse.parent_covered < 0.3:
            return judge_kind(self.profiles[key], self.profiles[closest], reuse)
        return DerivationKind.PARTIAL if taken < EXCERPT * typical else DerivationKind.COPY

    def _hang_reworked(self, key: str, outlet: CreditedOutlet) -> None:
        """Hang a lone reworking of an absent text under it, with each text that holds better matter than it."""
        relatives = [
            other
            for other in self.order
            if other not in self.parents
            and other != key
            and frozenset((key, other)) in self.links.text
            and is_before(self.profiles[other].document, self.profiles[key].document) is not True
            and has_better_matter(self.profiles[other], self.profiles[key])
        ]
        if not relatives:
            return
        reuse = self.meter.closest(self.profiles[key], self.profiles[relatives[0]])
        reworked = DerivationKind.REWRITE if reuse.covered < NEAR_COPY else DerivationKind.COPY
        self._add_absent(outlet, key, reworked, Basis.CREDIT, 0.9)
        for other in relatives:
            here, there = self.profiles[other], self.profiles[key]
            kind = judge_kind(here, there, self.meter.measure(here, there))
            self._add_absent(outlet, other, kind, Basis.TEXT, 0.6)

    def _hang_by_time(self) -> None:
        """Hang what has no parent yet under its closest earlier relative; the first document stays an origin."""
        for index, child in enumerate(self.order):
            if child in self.parents:
                continue
            known = [k for k in self.order if k != child and frozenset((k, child)) in self.links.text]
            earlier = [k for k in known if self._may_precede(k, child, index)]
            if any(self._came_at_once(k, child) for k in earlier):
                continue  # nobody copies within minutes: both have the text from somewhere else
            for parent in sorted(earlier, key=lambda k: (-round(self._closeness(child, k), 3), self.order.index(k))):
                timed = is_before(self.profiles[parent].document, self.profiles[child].document)
                if self._add(parent, child, Basis.TIME if timed else Basis.TEXT):
                    break

    def _came_at_once(self, one: str, other: str) -> bool:
        """Tell whether two copies of one text came out within minutes in two outlets."""
        delay = delay_between(self.profiles[one].document, self.profiles[other].document)
        return delay is not None and abs(delay) < AT_ONCE and self._is_near_copy(one, [other])

    def _may_precede(self, parent: str, child: str, index: int) -> bool:
        before = is_before(self.profiles[parent].document, self.profiles[child].document)
        if before is None:
            here = self.meter.measure(self.profiles[child], self.profiles[parent])
            back = self.meter.measure(self.profiles[parent], self.profiles[child])
            if abs(here.pairs - back.pairs) > 0.05:
                return here.pairs > back.pairs
            return self.order.index(parent) < index
        return before

    def _cite(self) -> None:
        """Add the outlets that are credited without text of theirs: stored ones, else placeholders."""
        for (parent, child), outlet in self.links.cited.items():
            if child in self.profiles and (parent, child) not in self.edges:
                evidence = credit_evidence(self.profiles[child].document, outlet.credits)
                edge = Derivation(parent, child, DerivationKind.CITES, 0.8, Basis.CREDIT, evidence)
                self.edges[(parent, child)] = replace(edge, main=child not in self.parents)
        nodes = self._stored_answers()
        for child in self.order:
            for outlet in self.sources[child]:
                if (child, outlet.key) not in nodes:
                    self._cite_absent(outlet, child, nodes)

    def _stored_answers(self) -> dict[tuple[str, str], str]:
        """Return which stored document stands for an outlet that a document credits."""
        credited = (*self.links.credited.items(), *self.links.cited.items())
        return {(child, outlet.key): parent for (parent, child), outlet in credited}

    def _cite_absent(self, outlet: CreditedOutlet, child: str, nodes: Mapping[tuple[str, str], str]) -> None:
        """Add an absent outlet where its report entered: above the outlet through which it came, else above ``child``.

        What a copy of an absent text cites was cited by that text already.
        """
        source = placeholder_key(outlet.name, self.key)
        target = self._came_through(outlet, child, nodes)
        if target == source or (source, target) in self.edges or self._is_above(target, source):
            return
        evidence = credit_evidence(self.profiles[child].document, outlet.credits)
        main = target not in self.parents and target not in self.profiles
        if main:
            self.parents[target] = source
        sure = 0.9 if target == child else 0.7
        self.edges[(source, target)] = Derivation(
            source, target, DerivationKind.CITES, sure, Basis.CREDIT, evidence, main=main or target not in self.parents
        )

    def _came_through(self, outlet: CreditedOutlet, child: str, nodes: Mapping[tuple[str, str], str]) -> str:
        credits = self.profiles[child].document.credits
        through = next((c.via for c in outlet.credits if c.via is not None and c.via < len(credits)), None)
        if through is not None:
            key = outlet_key(credits[through].outlet)
            if key and key != outlet.key and key != outlet_key(self.profiles[child].article.outlet):
                return nodes.get((child, key), placeholder_key(credits[through].outlet, self.key))
        parent = self.parents.get(child, "")
        copied = (parent, child) in self.edges and self.edges[(parent, child)].kind in _SAME_TEXT
        return parent if copied and parent not in self.profiles else child

    def _list_siblings(self) -> None:
        """Add a line for every two documents of one derivation that are not parent and child."""
        for index, one in enumerate(self.order):
            for other in self.order[index + 1 :]:
                if (one, other) in self.edges or (other, one) in self.edges:
                    continue
                here, there = self.profiles[other], self.profiles[one]
                reuse = self.meter.measure(here, there)
                if len(self.order) > LARGEST and frozenset((one, other)) not in self.links.text:
                    continue
                self.edges[(one, other)] = Derivation(
                    one,
                    other,
                    judge_kind(here, there, reuse),
                    round(max(0.5, reuse.probability), 3),
                    Basis.TEXT,
                    main=False,
                    sibling=True,
                    delay=delay_between(there.document, here.document),
                )


def _age(profile: Profile) -> tuple[bool, float, str]:
    published = profile.article.published_at
    return published is None, published.timestamp() if published else 0.0, profile.key


def trace_stories(profiles: Mapping[str, Profile], links: Links, meter: ReuseMeter) -> list[Derivation]:
    """Return the edges of all stories among some documents."""
    edges: list[Derivation] = []
    for keys in links.components(profiles):
        edges += Story([profiles[key] for key in keys], links, meter).trace()
    return edges
