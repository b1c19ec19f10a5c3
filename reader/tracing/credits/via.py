"""Through whom a credit reached the article: nested attributions, and the outlet from which the text itself comes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.model.article import Article
from reader.model.chain import Credit, Relation
from reader.model.claim import Analysis

_TEXT_FROM = (Relation.REPUBLISHED_FROM, Relation.WIRE)
_CARRIED = re.compile(r"\b(?:carried|aired|broadcast|televised|streamed|shown|relayed)\b", re.IGNORECASE)
_CITING = re.compile(
    r"\b(?:citing|quoting|referencing|(?:referring|with reference) to)\s+(?:an? |the )?", re.IGNORECASE
)
_CITING_LENGTH = 24
"""Characters in front of an outlet's name in which the word that cites it may stand."""
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]?\s+[“\"A-Z]")
_LEDE = 0.3
"""Share of the text in which an outlet must be credited for the whole story to be its report."""


def with_via(article: Article, analysis: Analysis, credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """Return the credits with ``via`` set: the credit through whose outlet each one reached the article.

    A credit in the running text came through the outlet whose report holds it (by nested attributions, or because a
    statement «carried by X» stands in a story told after one other outlet's report); what is left came through the
    outlet from which the whole text is. Never a circle: the wider credit has no ``via`` that leads back.
    """
    whole = next((i for i, c in enumerate(credits) if c.relation in _TEXT_FROM), None)
    told = [i for i, c in enumerate(credits) if c.where == "text" and c.relation not in _TEXT_FROM]
    found = [replace(credit, via=None) for credit in credits]
    for steps in (_by_nesting, _by_citing, _by_carriage):
        for index in told:
            if found[index].via is None and (via := steps(article, analysis, found, index)) is not None:
                found[index] = replace(found[index], via=via)
    for index in told:
        if found[index].via is None and whole is not None and whole != index:
            found[index] = replace(found[index], via=whole)
    return tuple(_without_circles(found))


def is_of_text(credits: Sequence[Credit], credit: Credit) -> bool:
    """Tell whether a credit came with the text: through the outlet from which the whole article is."""
    return credit.via is not None and credit.via < len(credits) and credits[credit.via].relation in _TEXT_FROM


def is_only_carried(article: Article, credit: Credit) -> bool:
    """Tell whether a credit names an outlet that carried words, and no report that cites it."""
    if credit.where != "text" or _is_cited(article.text, credit):
        return False
    return credit.generic or _CARRIED.search(credit.span.of(article.text)) is not None


def _is_cited(text: str, credit: Credit) -> bool:
    return _CITING.search(text, max(0, credit.span.start - _CITING_LENGTH), credit.span.end) is not None


def _by_nesting(_: Article, analysis: Analysis, credits: Sequence[Credit], index: int) -> int | None:
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


def _by_citing(article: Article, _: Analysis, credits: Sequence[Credit], index: int) -> int | None:
    """Return the outlet of the same sentence that cites this one («X reported, citing Y, that ...»)."""
    text, span = article.text, credits[index].span
    if not _is_cited(text, credits[index]):
        return None
    before = [
        (credit.span.end, other)
        for other, credit in enumerate(credits)
        if credit.where == "text" and credit.span.end <= span.start and credit.outlet != credits[index].outlet
    ]
    if not before:
        return None
    end, other = max(before)
    return None if _SENTENCE_END.search(text, end, span.start) else other


def _by_carriage(article: Article, _: Analysis, credits: Sequence[Credit], index: int) -> int | None:
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
    if len({credits[i].outlet for i in candidates}) == 1:
        return candidates[0]
    # of reports that lead to each other, the one that all the others passed on
    return next((i for i in candidates if set(candidates) <= set(_way(credits, i))), None)


def _way(credits: Sequence[Credit], index: int) -> list[int]:
    """Return a credit and those through which it came, nearest first."""
    way = [index]
    while (via := credits[way[-1]].via) is not None and via not in way:
        way.append(via)
    return way


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
