"""Drift of one edge: what each kind of change finds between two documents, put together."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from reader.model.chain import Derivation, DerivationKind, Drift, DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.attributions import find_attribution_drift
from reader.tracing.drift.changes import Side
from reader.tracing.drift.claims import find_claim_drift
from reader.tracing.drift.name_changes import find_name_changes
from reader.tracing.drift.numbers import find_number_drift
from reader.tracing.drift.offices import find_office_drift
from reader.tracing.drift.quotes import find_quote_drift
from reader.tracing.drift.wording import find_wording_drift
from reader.tracing.reuse.alignment import Alignment, align
from reader.tracing.reuse.reading import read_article

_FINDERS = (
    find_quote_drift,
    find_number_drift,
    find_name_changes,
    find_attribution_drift,
    find_office_drift,
    find_wording_drift,
    find_claim_drift,
)

_IN_QUOTATIONS = frozenset(
    (
        *(DriftType.QUOTE, DriftType.QUOTE_CUT, DriftType.NAME, DriftType.NUMBER, DriftType.HEDGE_DROPPED),
        *(DriftType.ATTRIBUTION_CHANGED, DriftType.ANONYMISED),
    )
)
"""What can change in and beside a quotation where nothing else was taken."""
_PASSAGES = frozenset({DerivationKind.QUOTE, DerivationKind.PARTIAL})
"""Kinds of an edge along which passages were taken; what else the child tells it has from elsewhere."""
_MOSTLY_TOLD = 0.5
"""Share of the child's sentences with a counterpart from which it is no text of its own, whatever its kind."""
_SAID_BY_NOBODY = frozenset({"it is said", "reportedly", "allegedly", "purportedly", "is said to", "are said to"})
"""Doubts that stand where a speaker stood."""
_WITHIN = 0.4
"""Similarity of two sentences from which they stand in a passage that was taken."""
_TAKEN = frozenset({DerivationKind.REWRITE, DerivationKind.SUMMARY, DerivationKind.COPY, DerivationKind.PARTIAL})


def take_side(document: TracedDocument) -> Side:
    """Return a document as one side of edges; one for all its edges, since its text is taken apart once."""
    return Side(document, read_article(document.article))


def measure_drift(a: TracedDocument, b: TracedDocument) -> tuple[Drift, ...]:
    """Return the changes between two documents of one derivation, ``a`` the earlier, the weightiest kinds first."""
    one, other = take_side(a), take_side(b)
    return _compare(one, other, align(one.reading, other.reading))


def _compare(a: Side, b: Side, alignment: Alignment, *, passages: bool = False) -> tuple[Drift, ...]:
    if a.text == b.text:
        return ()
    changes = dict.fromkeys(drift for finder in _FINDERS for drift in finder(a, b, alignment))
    found = sorted(_nameless_once(list(changes), alignment), key=lambda d: d.type.rank)
    if not passages or alignment.told >= _MOSTLY_TOLD:
        return tuple(found)
    return tuple(d for d in found if d.type is not DriftType.NUMBER or _is_within(d, alignment))


def _nameless_once(found: Sequence[Drift], alignment: Alignment) -> list[Drift]:
    """Return changes, a lost speaker and «it is said» in the same sentence as one: somebody who became nameless."""
    doubts = [d for d in found if d.type is DriftType.HEDGE_ADDED and d.b_words.casefold() in _SAID_BY_NOBODY]
    again, told = set[Drift](), list[Drift]()
    for d in found:
        for doubt in doubts if d.type is DriftType.ATTRIBUTION_DROPPED else ():
            places = [s for s in alignment.b_spans if doubt.b_span and d.b_span and s.contains(doubt.b_span)]
            if any(d.b_span and s.overlaps(d.b_span) for s in places):
                again.add(doubt)
                d = replace(d, type=DriftType.ANONYMISED, b_span=doubt.b_span, b_words=doubt.b_words)
                break
        told.append(d)
    return [d for d in told if d not in again]


def _is_within(drift: Drift, alignment: Alignment) -> bool:
    """Tell whether both sides of a change stand in sentences that say the same."""
    return (
        drift.a_span is not None
        and drift.b_span is not None
        and alignment.similarity(drift.a_span, drift.b_span) >= _WITHIN
    )


def drift_of_edge(edge: Derivation, a: Side, b: Side, alignment: Alignment) -> tuple[Drift, ...]:
    """Return the changes along one edge; where only passages were taken, those in them, and of quotations no claims."""
    if edge.kind is DerivationKind.CITES:
        return ()
    found = _compare(a, b, alignment, passages=edge.kind in _PASSAGES)
    return tuple(d for d in found if edge.kind is not DerivationKind.QUOTE or d.type in _IN_QUOTATIONS)


def compared_edges(edges: Iterable[Derivation], stored: Container[str]) -> list[Derivation]:
    """Return the edges along which drift is told, each pair of documents once.

    These are the edges between stored documents, and the siblings that both have one absent text, or are both copies of
    one text: what differs between them was changed on the way to one of the two.
    """
    known = list(edges)
    sources: dict[str, set[str]] = {}
    for edge in known:
        taken = edge.kind in _TAKEN and (edge.src not in stored or edge.kind is DerivationKind.COPY)
        if taken and not edge.sibling:
            sources.setdefault(edge.dst, set()).add(edge.src)
    found: dict[tuple[str, str], Derivation] = {}
    for edge in known:
        if edge.src not in stored or edge.dst not in stored or edge.kind is DerivationKind.CITES:
            continue
        if edge.sibling and sources.get(edge.src, set()).isdisjoint(sources.get(edge.dst, ())):
            continue
        found.setdefault((edge.src, edge.dst), edge)
    return list(found.values())
