"""Sources: the outlets that a document credits, and the stored documents that each of them may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from reader.lexicon.outlets import known_outlets
from reader.model.chain import Credit, Relation
from reader.tracing.document import TracedDocument
from reader.tracing.identity import full_name, is_short_form, outlet_key

TEXT_RELATIONS = frozenset({Relation.REPUBLISHED_FROM, Relation.WIRE})
"""Relations that say the text itself is the outlet's."""
WINDOW = timedelta(days=30)
"""Reuse is looked for this far back; a text that resurfaces later is not today's news chain."""
_PRIORITY = {
    Relation.REPUBLISHED_FROM: 0,
    Relation.WIRE: 1,
    Relation.AGGREGATED_SUMMARY: 2,
    Relation.FIRST_REPORTED_BY: 3,
    Relation.CITES_REPORT: 4,
}


@dataclass(frozen=True, slots=True)
class CreditedOutlet:
    """One outlet that a document credits: the strongest relation, and every credit that says so."""

    key: str
    """See ``outlet_key``."""
    name: str
    relation: Relation
    credits: tuple[Credit, ...]
    """At least one, in the order of the document's credits."""
    generic: bool = False

    @property
    def is_text(self) -> bool:
        """Tell whether the text itself is said to be the outlet's."""
        return self.relation in TEXT_RELATIONS

    @property
    def may_be_text(self) -> bool:
        """Tell whether the text may be the outlet's: it is said to be, or «via» it."""
        return self.is_text or self.relation is Relation.AGGREGATED_SUMMARY


def credited_outlets(document: TracedDocument, others: Iterable[str] = ()) -> tuple[CreditedOutlet, ...]:
    """Return the outlets that a document credits besides itself, strongest relation first.

    Args:
        document: Any document.
        others: Names of outlets for which the document may use short forms («the Lantern» for «Harnsey Lantern»).
    """
    own = outlet_key(document.article.outlet)
    within = [document.article.outlet, *(c.outlet for c in document.credits)]
    beside = list(others)
    grouped: dict[str, list[tuple[str, Credit]]] = {}
    for credit in document.credits:
        if not credit.generic and is_short_form(credit.outlet, document.article.outlet):
            continue
        name = credit.outlet if credit.generic else full_name(credit.outlet, within)
        if name == credit.outlet and not credit.generic and known_outlets().find(name) is None:
            name = full_name(name, beside)
        key = outlet_key(name)
        if key and key != own:
            grouped.setdefault(key, []).append((name, credit))
    found = []
    for key, some in grouped.items():
        name, best = min(some, key=lambda pair: _PRIORITY[pair[1].relation])
        name = max((n for n, _ in some), key=len) if all(n[:1].isupper() for n, _ in some) else name
        found.append(CreditedOutlet(key, name, best.relation, tuple(c for _, c in some), best.generic))
    return tuple(sorted(found, key=lambda o: _PRIORITY[o.relation]))


def is_before(one: TracedDocument, other: TracedDocument, by: timedelta = timedelta(0)) -> bool | None:
    """Tell whether ``one`` was published more than ``by`` before ``other``; None where neither was, or nobody knows.

    A text without a date was published before it was received, nobody knows how long.
    """
    if _is_surely_before(one, other, by):
        return True
    return False if _is_surely_before(other, one, by) else None


def _is_surely_before(one: TracedDocument, other: TracedDocument, by: timedelta) -> bool:
    """Tell whether ``one`` was published more than ``by`` before ``other``, however late it may have been."""
    last, first = one.latest_at, other.article.published_at
    return last is not None and first is not None and first - last > by


def in_window(one: TracedDocument, other: TracedDocument) -> bool:
    """Tell whether two documents are near enough in time for one news chain, as far as their times are known."""
    return not (_is_surely_before(one, other, WINDOW) or _is_surely_before(other, one, WINDOW))


def delay_between(parent: TracedDocument, child: TracedDocument) -> timedelta | None:
    """Return the publication time of the child minus that of the parent, where both are known.

    What is known of a text without a date is no publication time.
    """
    first, second = parent.article.published_at, child.article.published_at
    return None if first is None or second is None else second - first
