"""Cited works: what of an outlet an article cites («a televised briefing», «an interview»), in the article's words."""

import re

from reader.text.spans import Span

_WORK = (
    "briefing|interview|report|statement|broadcast|address|speech|documentary|podcast|article|column|op-ed|post|letter|"
    "study|filing|conference|investigation|analysis|survey|video|recording|appearance|programme|program|editorial|essay"
)
_BEFORE = re.compile(
    rf"\b(?:an?|the|its|his|her|their)\s+((?:[\w’'-]+\s+){{0,3}}?(?:{_WORK}))\s*,?\s*(?:that\s+was\s+)?\Z", re.I
)
_INSIDE = re.compile(rf"\b(?:an?|the)\s+((?:[\w’'-]+\s+){{0,2}}?(?:{_WORK}))\s+(?:by|in|from|on|with|for)\b", re.I)
_REACH = 80


def cited_work(text: str, credit: Span) -> str:
    """Return the words for the work that stand before or inside a credit; empty where it names none."""
    before = _BEFORE.search(text, max(0, credit.start - _REACH), credit.start)
    if before:
        return before[1]
    inside = _INSIDE.search(text, credit.start, credit.end)
    return inside[1] if inside else ""
