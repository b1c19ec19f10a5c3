"""Changes of names, put together: other spellings, another name in the place of one, a hyphen more or less.

What stands where, tells that two unlike names are one: beside the same name in a list («Kentucky and Georgia»,
«Kentucky and Tennessee»), or between the same two words of sentences that say the same. Neither name may stand anywhere
in the other text. Days and months are dates, and a name of several words is not taken apart.
"""

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import pairwise

from reader.lexicon.offices import office_heads, office_modifiers, organisation_words, ranks
from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.spans import Span, hull
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.drift.names import find_name_drift
from reader.tracing.reuse.alignment import ALIGNED, Alignment
from reader.tracing.reuse.reading import Reading
from reader.tracing.reuse.spelling import is_respelt

_PLAINLY_SAME = 0.6
"""Similarity of sentences that are one, but for the name."""
_LEAST_LETTERS = 3
_JOINING = frozenset({"and", "or"})
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_DATES = frozenset(f"{_DAYS} {_MONTHS}".split())

_Frame = tuple[str, str, str, str]
"""The words around a name: two before it and two behind it, those that do not matter empty."""


def find_name_changes(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the names that are respelt, exchanged, or got or lost a hyphen; what touches in both texts is one."""
    respelt = [(d.a_span, d.b_span) for d in find_name_drift(a, b, alignment) if d.a_span and d.b_span]
    found: list[tuple[Span, Span]] = []
    for there, here in sorted([*respelt, *_exchanged(a, b, alignment), *_changed_hyphens(a, b)]):
        if found and _touch(found[-1][0], there) and _touch(found[-1][1], here):
            found[-1] = hull((found[-1][0], there)), hull((found[-1][1], here))
        else:
            found.append((there, here))
    return [make_drift(a, b, DriftType.NAME, there, here) for there, here in found]


def _touch(one: Span, other: Span) -> bool:
    """Tell whether two stretches overlap or follow each other, a space or a hyphen between them."""
    return other.start <= one.end + 1 and one.start <= other.end + 1


def _exchanged(a: Side, b: Side, alignment: Alignment) -> list[tuple[Span, Span]]:
    """Return the names of ``a`` alone in whose place one of ``b`` alone stands, each once."""
    theirs: dict[_Frame, tuple[str, Span]] = {}
    for frame, name, there in _frames(a.reading, b.reading.vocabulary):
        theirs.setdefault(frame, (name, there))
    found: dict[str, tuple[Span, Span]] = {}
    for frame, name, here in _frames(b.reading, a.reading.vocabulary):
        old, there = theirs.get(frame, (name, here))
        least = ALIGNED if _JOINING & {*frame} else _PLAINLY_SAME
        if old != name and not is_respelt(old, name) and alignment.similarity(there, here) >= least:
            found.setdefault(name, (there, here))
    return list(found.values())


def _frames(reading: Reading, known: Container[str]) -> Iterator[tuple[_Frame, str, Span]]:
    """Yield what stands around each name of one word that is not known: in a list, and in its sentence."""
    text = reading.text
    for sentence in reading.compared:
        words = [("", Span(sentence.start, sentence.start))] * 2 + reading.words[sentence]
        words += [("", Span(sentence.end, sentence.end))] * 2
        for at in range(2, len(words) - 2):
            name, span = words[at]
            if name in known or name in _DATES or len(name) < _LEAST_LETTERS or not text[span.start].isupper():
                continue
            (second, _), (first, before), _, (behind, after), (last, _) = words[at - 2 : at + 3]
            if (first and text[before.start].isupper()) or (behind and text[after.start].isupper()):
                continue
            if first in _JOINING and _is_name(text, words[at - 2]):
                yield (second, first, "", ""), name, span
            if behind in _JOINING and _is_name(text, words[at + 2]):
                yield ("", "", behind, last), name, span
            if first and behind:
                yield ("", first, behind, ""), name, span


def _is_name(text: str, word: tuple[str, Span]) -> bool:
    return word[0] not in COMMON_WORDS and text[word[1].start : word[1].start + 1].isupper()


def _changed_hyphens(a: Side, b: Side) -> list[tuple[Span, Span]]:
    """Return two words of a name that one text always joins by a hyphen and the other never («Amaku-Derre»)."""
    theirs, ours = a.reading.once(_name_pairs), b.reading.once(_name_pairs)
    found = []
    for words, there in theirs.items():
        here = ours.get(words, {})
        if len(there) == len(here) == 1 and there.keys() != here.keys() and _ordinary().isdisjoint(words):
            found.append((next(iter(there.values())), next(iter(here.values()))))
    return found


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Return words that are written with a capital in offices, bodies and regions («Vice-President», «North-East»)."""
    offices = office_heads() | office_modifiers() | ranks() | organisation_words()
    return offices | {"north", "south", "east", "west"}


def _name_pairs(reading: Reading) -> dict[tuple[str, str], dict[str, Span]]:
    """Return each two capitalised words that a space or a hyphen joins -> that mark -> their first place."""
    text, found = reading.text, dict[tuple[str, str], dict[str, Span]]()
    for sentence in reading.compared:
        for (first, start), (second, end) in pairwise(reading.words[sentence]):
            mark = text[start.end : end.start]
            if mark not in (" ", "-") or {first, second} & COMMON_WORDS:
                continue
            if text[start.start].isupper() and text[end.start].isupper():
                found.setdefault((first, second), {}).setdefault(mark, Span(start.start, end.end))
    return found
