"""Words of office phrases: which tokens name an office, modify one, or are a place."""

from reader.analysis.tokens import Passage
from reader.lexicon.offices import nationalities, office_heads, office_modifiers, places

DEPARTMENTS = frozenset(
    {"state", "defense", "defence", "affairs", "staff", "treasury", "war", "homeland", "intelligence", "parliament",
     "commerce", "agriculture", "operations", "transportation", "veterans", "urban", "housing", "health", "education",
     "justice", "energy", "labor", "labour", "interior", "culture", "finance", "police", "foreign", "trade",
     "transport"}
)  # fmt: skip
"""What a secretary or minister is «of», as part of the office."""

_SUBJECT_OFFICES = frozenset(
    {"instructor", "professor", "lecturer", "expert", "specialist", "teacher", "reader", "fellow"}
)

STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", ".", "-", "--", "|"})

ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "one"})


_TRADES = ("ologist", "iatrist", "iatrician", "ographer")
"""Endings of learned trades («geologist», «paediatrician»)."""


def is_head(word: str) -> bool:
    """Tell whether a word is the noun of an office («minister», «co-chair»)."""
    plain = word.rsplit("-", 1)[-1]
    return plain in office_heads() or (plain.endswith(_TRADES) and len(plain) > 8)


def is_modifier(passage: Passage, index: int) -> bool:
    """Tell whether a token can stand before the noun of an office («deputy», «foreign»)."""
    word = passage.low[index]
    if word == "house" and index and passage.low[index - 1] == "white":
        return False
    return word in office_modifiers() or word.split("-")[0] in office_modifiers()


def is_place(passage: Passage, start: int, end: int) -> bool:
    """Tell whether tokens are only a place or a nationality."""
    plain = [w.removesuffix("'s") for w in passage.low[start:end] if w not in {"the", "'", "."}]
    return " ".join(plain) in places() or all(w in places() or w in nationalities() for w in plain)


def is_field(preposition: str, office: str, field: str) -> bool:
    """Tell whether «of State», «in English» says what an office is for."""
    if preposition == "in":
        return office in _SUBJECT_OFFICES and field in nationalities()
    return preposition == "of" and field in DEPARTMENTS
