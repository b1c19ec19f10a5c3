"""Citations: outlets from which a document has a fact, a quotation or a broadcast, but no text."""

from collections.abc import Mapping
from dataclasses import replace

from reader.lexicon.outlets import known_outlets
from reader.model.chain import COPIED_CREDIT, CREDIT, CREDIT_BESIDE, NESTED_CREDIT, Basis, Derivation, DerivationKind
from reader.tracing.credits.via import is_of_text, is_only_carried
from reader.tracing.links.sources import CreditedOutlet
from reader.tracing.reuse.evidence import credit_evidence
from reader.tracing.reuse.kinds import SAME_TEXT
from reader.tracing.story.confidence import CITED, CITED_BESIDE, CITED_STORED, CITED_THROUGH, CITED_UNKNOWN
from reader.tracing.story.graph import StoryGraph, placeholder_key

OF_COPIES = 1 / 3
"""Share of the other copies that must cite an outlet too if the text that they copy cited it: some are shortened."""


def add_citations(story: StoryGraph) -> None:
    """Add the outlets that are credited without text of theirs: stored ones, else placeholders."""
    for (parent, child), outlet in story.links.cited.items():
        if child in story.profiles and (parent, child) not in story.edges:
            evidence = credit_evidence(story.profiles[child].document, outlet.credits)
            edge = Derivation(parent, child, DerivationKind.CITES, CITED_STORED, Basis.CREDIT, evidence)
            story.edges[(parent, child)] = replace(edge, main=child not in story.parents)
    nodes = _stored_answers(story)
    for child in story.order:
        for outlet in story.sources[child]:
            if (child, outlet.key) not in nodes:
                _cite_absent(story, outlet, child, nodes)


def _stored_answers(story: StoryGraph) -> dict[tuple[str, str], str]:
    """Return which stored document stands for an outlet that a document credits."""
    found = {}
    for (parent, child), outlet in (*story.links.credited.items(), *story.links.cited.items()):
        found[(child, outlet.key)] = parent
        if child in story.profiles:  # among other documents a short form may have been taken for another name
            own = [o.key for o in story.sources[child] if set(o.credits) & set(outlet.credits)]
            found.update(dict.fromkeys(((child, key) for key in own), parent))
    return found


def _cite_absent(story: StoryGraph, outlet: CreditedOutlet, child: str, nodes: Mapping[tuple[str, str], str]) -> None:
    """Add an absent outlet where its report entered: above the outlet through which it came, else above ``child``.

    What the copies of an absent text cite was cited by that text already; what few of many cite, they added themselves.
    """
    source = placeholder_key(outlet.name, story.key)
    target = _came_through(story, outlet, child, nodes)
    if target == source or (source, target) in story.edges or story.is_above(target, source):
        return
    reason = CREDIT if target == child else _reason_between(story, outlet, child)
    evidence = credit_evidence(story.profiles[child].document, outlet.credits, reason)
    main = target not in story.parents and target not in story.profiles
    if main:
        story.parents[target] = source
    named = CITED if outlet.generic or known_outlets().find(outlet.name) is not None else CITED_UNKNOWN
    sure = min(named, CITED if target == child else CITED_BESIDE if reason == CREDIT_BESIDE else CITED_THROUGH)
    story.edges[(source, target)] = Derivation(
        source, target, DerivationKind.CITES, sure, Basis.CREDIT, evidence, main=main or target not in story.parents
    )


def _came_through(story: StoryGraph, outlet: CreditedOutlet, child: str, nodes: Mapping[tuple[str, str], str]) -> str:
    """Return the node that cited an outlet: the one which the credit names, the text that was copied, or ``child``."""
    parent = story.parents.get(child, "")
    copied = parent not in story.profiles and _is_copy(story, parent, child)
    through = named_between(story, outlet, child)
    if through is not None:
        node = nodes.get((child, through.key), placeholder_key(through.name, story.key))
    else:
        node = parent if copied else child
    if not copied or node != parent:
        return node
    others = [k for k in story.order if k != child and _is_copy(story, parent, k)]
    telling = sum(any(o.key == outlet.key for o in story.sources[k]) for k in others)
    return node if telling >= OF_COPIES * len(others) else child


def _reason_between(story: StoryGraph, outlet: CreditedOutlet, child: str) -> str:
    """Return what a document shows of an outlet that stands above another one which it credits, or above its text."""
    document = story.profiles[child].document
    told = [c for c in outlet.credits if c.via is not None]
    if not told or all(is_of_text(document.credits, c) for c in told):
        return COPIED_CREDIT
    return CREDIT_BESIDE if all(is_only_carried(document.article, c) for c in told) else NESTED_CREDIT


def named_between(story: StoryGraph, outlet: CreditedOutlet, child: str) -> CreditedOutlet | None:
    """Return the outlet through whose report another one reached a document, if its credits say so."""
    credits = story.profiles[child].document.credits
    through = next((c.via for c in outlet.credits if c.via is not None and c.via < len(credits)), None)
    if through is None:
        return None
    return next((o for o in story.sources[child] if credits[through] in o.credits and o.key != outlet.key), None)


def _is_copy(story: StoryGraph, parent: str, child: str) -> bool:
    edge = story.edges.get((parent, child))
    return edge is not None and edge.kind in SAME_TEXT
