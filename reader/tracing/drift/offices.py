"""Drift of offices: somebody who is one thing in one text and another in the next («head of the committee», «mayor»).

Two wordings of one office are none: they share the word for it, or the body, or both only say that somebody leads or
belongs to it. One word for it at two levels is a change («chief engineer», «engineer»; «deputy mayor», «mayor»).
"""

import re

from reader.lexicon.offices import office_class
from reader.model.chain import Drift, DriftType
from reader.model.claim import Official
from reader.text.names import given_name, same_person, surname
from reader.text.spans import Span, hull
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.reuse.alignment import Alignment, content_stems, stem
from reader.tracing.reuse.spelling import is_respelt

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
            if before is None or after is None or not _is_one_person(there.full_name, here.full_name):
                continue
            known = content_stems(_sentence(a.text, alignment.a_spans, there.name))
            told = content_stems(_sentence(b.text, alignment.b_spans, here.name))
            if _differ(before.of(a.text), after.of(b.text), known, told):
                found.append(make_drift(a, b, DriftType.OFFICE_CHANGED, before, after))
    return found


def _is_one_person(one: str, other: str) -> bool:
    """Tell whether two names are one person's, who may be spelt in two ways behind one given name."""
    if same_person(one, other):
        return True
    given, last, name = given_name(one).casefold(), surname(one).casefold(), surname(other).casefold()
    return bool(given) and given == given_name(other).casefold() and is_respelt(last, name)


def _differ(one: str, other: str, known: frozenset[str], told: frozenset[str]) -> bool:
    first, second = _head(one), _head(other)
    if first == second:
        return bool(_levels(one) - told or _levels(other) - known)
    if first in told or second in known or {first, second} <= _GENERAL:
        return False
    return not (content_stems(one) & content_stems(other)) - _PLACES


def _head(office: str) -> str:
    words = _title(office)
    return stem(words[-1]) if words else ""


def _levels(office: str) -> frozenset[str]:
    """Return the stems of the words before an office that tell its level, or that it is held no more."""
    return frozenset(stem(word) for word in _title(office)[:-1] if word == "former" or word in office_class("levels"))


def _title(office: str) -> list[str]:
    """Return the folded words of an office, those of its body left out."""
    return _COMPLEMENT.split(office, maxsplit=1)[0].casefold().split()


def _office(side: Side, official: Official) -> Span | None:
    """Return the words that give somebody an office and a body, None for a mere form of address or a rank («Mr»)."""
    if official.office is None:
        return None
    words = official.office.of(side.text)
    if not words.islower() and words.casefold() not in office_class("local"):
        return None
    parts = [official.office, *([official.organisation] if official.organisation else [])]
    whole = hull(parts)
    return whole if whole.length < _LONGEST else official.office


def office_words(side: Side, official: Official) -> str:
    """Return all words for what somebody is: the office and the body; empty where none is stated."""
    return " ".join(part.of(side.text) for part in (official.office, official.organisation) if part)


def _sentence(text: str, sentences: list[Span], at: Span) -> str:
    return next((s.of(text) for s in sentences if s.contains(at)), "")
