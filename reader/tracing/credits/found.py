"""What a rule of crediting finds, before self references are taken out and one credit is made for each outlet."""

from typing import NamedTuple

from reader.lexicon.outlets import OutletLexicon
from reader.model.chain import Outlet, Relation
from reader.text.spans import Span
from reader.tracing.credits.mentions import Mention

_AGENCY_WORDS = (
    *("agency", "wire", "news service", "press service", "wire service", "agentur", "agence", "agencia", "agenzia"),
    *("агентство", "інформ", "информ"),
)


class Found(NamedTuple):
    """An outlet that words, a line or a value name."""

    name: str
    """The lexicon's name, else the words."""
    outlet: Outlet | None
    relation: Relation
    where: str
    """As in ``Credit.where``."""
    span: Span
    rule: str


def found_mention(mention: Mention, relation: Relation, span: Span, rule: str) -> Found:
    """Return what a name in the text credits."""
    return Found(mention.name, mention.outlet, relation, "text", span, rule)


def is_agency(name: str, outlet: Outlet | None) -> bool:
    """Tell whether an outlet is a wire service, by the lexicon or by its name («Harbour News Agency»)."""
    if outlet is not None:
        return outlet.agency
    folded = name.casefold()
    return any(word in folded for word in _AGENCY_WORDS)


def relation_of_text(name: str, outlet: Outlet | None) -> Relation:
    """Return the relation of an article whose text is an outlet's: an agency's is wire copy."""
    return Relation.WIRE if is_agency(name, outlet) else Relation.REPUBLISHED_FROM


def named(words: str, lexicon: OutletLexicon) -> tuple[str, Outlet | None]:
    """Return the name to show for some words, and the outlet the lexicon knows by them."""
    outlet = lexicon.find(words)
    return (outlet.name if outlet else words), outlet
