"""Drift of offices: somebody who is one thing in one text and another in the next («head of the committee», «mayor»).

Two wordings of one office are none: they share the word for it,
or the body, or both only say that somebody leads or belongs to it.
"""

import re

from reader.model.chain import Drift, DriftType
from reader.model.claim import Official
from reader.text.names import same_person
from reader.text.spans import Span, hull
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.reuse.alignment import Alignment, content_stems, stem

_GENERAL = frozenset(
    stem(word)
    for word in (
        *("head", "chief", "leader", "chair", "chairman", "chairwoman", "director", "president", "boss", "manager"),
        *("officer", "official", "member", "executive", "politician", "representative"),
    )
)
"""Offices that say nothing without their body."""
_PLACES = frozenset(stem(word) for word in ("town", "city", "village", "state", "country", "region", "county"))
"""Words that offices have in common by chance."""
_LONGEST = 120
"""Characters of an office with its body; what is longer has the name in between."""
_COMPLEMENT = re.compile(r"\s(?:of|for|at|in|with)\s")


def find_office_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the people who are given another office."""
    found = []
    for there in a.document.analysis.officials:
        for here in b.document.analysis.officials:
            before, after = _office(a, there), _office(b, here)
            if before is None or after is None or not same_person(there.full_name, here.full_name):
                continue
            known = content_stems(_sentence(a.text, alignment.a_spans, there.name))
            told = content_stems(_sentence(b.text, alignment.b_spans, here.name))
            if _differ(before.of(a.text), after.of(b.text), known, told):
                found.append(make_drift(a, b, DriftType.OFFICE_CHANGED, before, after))
    return found


def _differ(one: str, other: str, known: frozenset[str], told: frozenset[str]) -> bool:
    first, second = _head(one), _head(other)
    if first in told or second in known or {first, second} <= _GENERAL:
        return False
    return not (content_stems(one) & content_stems(other)) - _PLACES


def _head(office: str) -> str:
    words = _COMPLEMENT.split(office, maxsplit=1)[0].split()
    return stem(words[-1].casefold()) if words else ""


def _office(side: Side, official: Official) -> Span | None:
    """Return the words that give somebody an office and a body, None for a mere form of address («Mr»)."""
    if official.office is None or not official.office.of(side.text).islower():
        return None
    parts = [official.office, *([official.organisation] if official.organisation else [])]
    whole = hull(parts)
    return whole if whole.length < _LONGEST else official.office


def office_words(side: Side, official: Official) -> str:
    """Return all words for what somebody is: the office and the body; empty where none is stated."""
    return " ".join(part.of(side.text) for part in (official.office, official.organisation) if part)


def _sentence(text: str, sentences: list[Span], at: Span) -> str:
    return next((s.of(text) for s in sentences if s.contains(at)), "")
