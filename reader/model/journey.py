"""Journeys: one number, name or quotation followed along a chain, from its first wording to what became of it.

Drift is told link by link; a journey joins the changes of one thing on the way from the origin to the open article.
"""

from dataclasses import dataclass

from reader.model.chain import Chain, Drift, DriftType
from reader.text.spans import Span

_FAMILIES: tuple[frozenset[DriftType], ...] = (
    frozenset({DriftType.NUMBER}),
    frozenset({DriftType.NAME}),
    frozenset({DriftType.QUOTE, DriftType.QUOTE_CUT, DriftType.QUOTE_TO_PARAPHRASE, DriftType.QUOTE_DROPPED}),
    frozenset({DriftType.DEGREE, DriftType.FREQUENCY_DROPPED}),
    frozenset(
        (
            *(DriftType.ATTRIBUTION_CHANGED, DriftType.ANONYMISED),
            *(DriftType.ATTRIBUTION_DROPPED, DriftType.OUTLET_DROPPED),
        )
    ),
    frozenset({DriftType.OFFICE_CHANGED}),
    frozenset({DriftType.DATE_CHANGED, DriftType.DATE_DROPPED}),
)
"""Kinds of change that one thing can go through, one after the other."""
_SAME_WORDS = 0.7
"""Share of the words of the shorter wording that the other has too, where a link in between changed nothing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one article of the chain has."""

    node: str
    """Key of the node in which it stands."""
    words: str
    """Empty: the article has it no more."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class Journey:
    """One thing that changed on the way, in all its wordings; a link that left it as it was adds none."""

    wordings: tuple[Wording, ...]
    """The first wording, then that of each article which changed it, in the order of the chain."""
    changes: tuple[Drift, ...]
    """The change that led to each wording but the first."""

    @property
    def type(self) -> DriftType:
        """What happened to it first."""
        return self.changes[0].type

    @property
    def is_long(self) -> bool:
        """Whether it was changed on more than one link: only then it tells more than the changes link by link."""
        return len(self.changes) > 1


def follow_changes(chain: Chain) -> tuple[Journey, ...]:
    """Return what changed between the origin and the open article, each thing once, the earliest change first."""
    changes: dict[tuple[str, str], list[Drift]] = {}
    for drift in chain.drift:
        changes.setdefault((drift.a, drift.b), []).append(drift)
    journeys: list[Journey] = []
    for edge in chain.path(chain.focus):
        for drift in changes.get((edge.src, edge.dst), ()):
            after = _after(drift)
            at = next((i for i, journey in enumerate(journeys) if _goes_on(journey, drift)), None)
            if at is not None:
                so_far = journeys[at]
                journeys[at] = Journey((*so_far.wordings, after), (*so_far.changes, drift))
            elif drift.a_span and any(drift.type in family for family in _FAMILIES):
                journeys.append(Journey((Wording(drift.a, drift.a_words, drift.a_span), after), (drift,)))
    return tuple(journeys)


def _after(drift: Drift) -> Wording:
    """Return what became of a thing; of a speaker that is dropped, the sentence that now stands alone says nothing."""
    alone = drift.type.broad is DriftType.ATTRIBUTION_DROPPED and drift.b_words.rstrip("\"'”’»")[-1:] in (".", "!", "?")
    return Wording(drift.b, "", None) if alone else Wording(drift.b, drift.b_words, drift.b_span)


def _goes_on(journey: Journey, drift: Drift) -> bool:
    """Tell whether a change happens to the thing whose journey it is."""
    last = journey.wordings[-1]
    if drift.a_span is None or last.span is None:
        return False
    if not any(journey.type in family and drift.type in family for family in _FAMILIES):
        return False
    if last.node == drift.a:
        return last.span.overlaps(drift.a_span)
    before, now = (frozenset(words.casefold().split()) for words in (last.words, drift.a_words))
    return len(before & now) >= _SAME_WORDS * min(len(before), len(now))
