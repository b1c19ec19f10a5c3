"""Countries of officials: «Ukraine» in «Ukraine's General Staff», «French» in «the French interior minister»."""

from collections.abc import Sequence

from reader.analysis.draft import Range
from reader.analysis.offices.people import Mention
from reader.analysis.tokens import Passage
from reader.lexicon.offices import countries, country_adjectives
from reader.text.spans import Span

_LETTERS = frozenset({"us", "u.s", "uk", "u.k"})
"""Countries in letters; «us» in small ones is a pronoun."""
_AWAY = frozenset({"to", "for", "in", "with", "against"})
"""Words before a country to which an office is turned, not whose it is."""


def country_of(passages: Sequence[Passage], stated: Sequence[Mention]) -> Span | None:
    """Return the country that a person's organisation or office holds or has right before it, without possessive.

    The first mention that tells one counts. Where an envoy is sent «to» and what a minister is «for» is none.
    """
    for mention in stated:
        passage = passages[mention.passage]
        for part in (mention.post.organisation, mention.post.office) if mention.post is not None else ():
            found = _country_in(passage, part) if part is not None else None
            if found is not None:
                span = passage.span_of(*found)
                owned = span.of(passage.text)[-2:].lower() in {"'s", "’s"}
                return Span(span.start, span.end - 2) if owned else span
    return None


def _country_in(passage: Passage, part: Range) -> Range | None:
    """Return the last name or adjective of a country in an office or organisation, or right before it."""
    low = passage.low
    for index in range(part[1] - 1, max(0, part[0] - 1) - 1, -1):
        word = low[index].removesuffix("'s")
        if not passage.is_capital(index) or (word in _LETTERS and not passage.words[index][:2].isupper()):
            continue
        before = low[index - 1] if index else ""
        pair = f"{before} {word}" in countries() or (before in {"north", "south"} and word == "korean")
        if pair or word in countries() or word in country_adjectives():
            first = index - pair
            owner = low[first - 1 - (low[first - 1] == "the")] if first > part[0] else ""
            if owner not in _AWAY:
                return (first, index + 1)
    return None
