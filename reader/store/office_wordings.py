"""The offices that articles give one person: which of the wordings is shown, and which say something else.

An office changes in months; within a few days it is retold. Copies and rewordings of one report leave the «chief» of an
engineer out, or take a councillor for the mayor. Of the wordings of the last days the first one is therefore taken, and
of those that it agrees with the fullest. Somebody with a new office is shown with it as soon as the old one is no
longer written, a week later at most; until then the new one stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TypeAlias

from reader.lexicon.cues import words
from reader.lexicon.offices import office_class
from reader.text.bare import bare_words

Wording: TypeAlias = tuple[str, str]
"""Office and organisation, as an article writes them; one of them may be empty."""
RETOLD_WITHIN = timedelta(days=7) // timedelta(microseconds=1)
"""Time in which a report is retold, in units of a stamp."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a wording that say something."""

    office: frozenset[str]
    organisation: frozenset[str]
    standing: frozenset[str]
    """Those of the office that tell its level or time: «deputy», «former»."""


def shown_office(stamps: Mapping[Wording, tuple[int, int]]) -> Wording:
    """Return the wording under which somebody is listed; two empty words where no article gives one.

    Args:
        stamps: every wording -> time of the first and of the last article that has it.
    """
    held = {wording: times for wording, times in stamps.items() if wording[0]} or stamps
    if not held:
        return "", ""
    since = max(last for _, last in held.values()) - RETOLD_WITHIN
    now = {wording: (max(first, since), -last) for wording, (first, last) in held.items() if last >= since}
    earliest = min(now, key=lambda wording: (now[wording], -_length(wording), wording))
    alike = [wording for wording in now if is_same_office(wording, earliest)]
    return min(alike, key=lambda wording: (-_length(wording), now[wording], wording))


def other_offices(stamps: Mapping[Wording, tuple[int, int]]) -> tuple[Wording, ...]:
    """Return the wordings that are another office than the one shown and than each other, the latest of them first."""
    told = [shown_office(stamps)]
    for wording in sorted(stamps, key=lambda wording: (-stamps[wording][1], wording)):
        if wording[0] and not any(is_same_office(wording, other) for other in told):
            told.append(wording)
    return tuple(told[1:])


def is_same_office(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings can be one office: one says no more than the other («mayor», «mayor of Harnsey»).

    Another level or time makes another office («deputy mayor»), and so does another organisation.
    """
    a, b = _words(one), _words(other)
    if not a.office or not b.office or a.standing != b.standing or not _is_within(a.office, b.office):
        return one == other
    common = a.office & b.office
    return _is_within((a.office | a.organisation) - common, (b.office | b.organisation) - common)


def _is_within(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


@lru_cache(maxsize=1 << 12)
def _words(wording: Wording) -> _Words:
    """Return the words that say something."""
    office, organisation = (
        frozenset(bare_words(part).split()) - words("determiners office_links") - office_class("presents")
        for part in wording
    )
    return _Words(office, organisation, office & office_class("levels tenures"))


def _length(wording: Wording) -> int:
    """Return how many words that say something a wording has."""
    said = _words(wording)
    return len(said.office | said.organisation)
