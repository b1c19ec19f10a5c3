"""Through whom a credit reached the article: nested attributions, and the outlet from which the text itself comes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.model.article import Article
from reader.model.chain import Credit, Relation
from reader.model.claim import Analysis

_TEXT_FROM = (Relation.REPUBLISHED_FROM, Relation.WIRE)
_CARRIED = re.compile(r"\b(?:carried|aired|broadcast|televised|streamed|shown|relayed)\b", re.IGNORECASE)
_LEDE = 0.3
"""Share of the text in which an outlet must be credited for the whole story to be its report."""


def with_via(article: Article, analysis: Analysis, credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """Return the credits with ``via`` set: the credit through whose outlet each one reached the article.

    A credit in the running text came through the outlet whose report holds it (by nested attributions, or because a
    statement «carried by X» stands in a story told after one other outlet's report); what is left came through the
    outlet from which the whole text is. Never a circle: the wider credit has no ``via`` that leads back.
    """
    whole = next((i for i, c in enumerate(credits) if c.relation in _TEXT_FROM), None)
    found: list[Credit] = []
    for index, credit in enumerate(credits):
        via: int | None = None
        if credit.where == "text" and credit.relation not in _TEXT_FROM:
            via = _by_nesting(analysis, credits, index)
            if via is None:
                via = _by_carriage(article, credits, index)
            if via is None:
                via = whole
        found.append(replace(credit, via=via) if via != index else credit)
    return tuple(_without_circles(found))


def _by_nesting(analysis: Analysis, credits: Sequence[Credit], index: int) -> int | None:
    """Return the credit whose attribution holds this one's attribution in its content."""
    attributions = analysis.attributions
    span = credits[index].span
    inner = next((a for a in attributions if any(s.overlaps(span) for s in (*(a.source or ()), *a.cue))), None)
    steps = 0
    while inner is not None and inner.parent is not None and steps < len(attributions):
        if not 0 <= inner.parent < len(attributions):
            return None
        inner = attributions[inner.parent]
        steps += 1
        for other, credit in enumerate(credits):
            if other == index or credit.where != "text" or credit.span == span:
                continue
            if any(s.overlaps(credit.span) for s in (*(inner.source or ()), *inner.cue)):
                return other
    return None


def _by_carriage(article: Article, credits: Sequence[Credit], index: int) -> int | None:
    """Return the one outlet whose report the story follows, for words that another outlet only carried."""
    credit = credits[index]
    words = credit.span.of(article.text)
    if not (credit.generic or _CARRIED.search(words)):
        return None
    reports = [
        i
        for i, c in enumerate(credits)
        if i != index and c.where == "text" and not c.generic and c.relation not in _TEXT_FROM
    ]
    leading = [i for i in reports if credits[i].span.start <= min(credit.span.start, _LEDE * len(article.text))]
    candidates = leading or (reports if len(reports) == 1 else [])
    return candidates[0] if len({credits[i].outlet for i in candidates}) == 1 else None


def _without_circles(credits: list[Credit]) -> list[Credit]:
    """Return the credits, a ``via`` that leads back to its own credit taken out."""
    for index, credit in enumerate(credits):
        seen = {index}
        step = credit.via
        while step is not None and step not in seen:
            seen.add(step)
            step = credits[step].via
        if step is not None:
            credits[index] = replace(credit, via=None)
    return credits
