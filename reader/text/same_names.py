"""Names over many texts: which full names are spellings of one person's, and which only share a surname.

Transliterations are joined («Zelensky», «Zelenskyy»); middle names and «Jr.» must not contradict each other, and an
initial joins the only full name that it fits. Short forms («Bill») are left apart: over many texts there are a William
and a Bill of one surname.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reader.text.names import is_particle, name_words, person_key, word_key

_GENERATIONS = {"jr": "junior", "sr": "senior", "ii": "second", "iii": "third", "iv": "fourth"}


@dataclass(frozen=True, slots=True)
class _Name:
    """A full name, taken apart once."""

    written: str
    given: str
    middle: str
    """Initials of the names between."""
    surname: str
    generation: str

    @property
    def initial(self) -> bool:
        return len(self.given) < 2

    def agrees(self, other: "_Name") -> bool:
        """Tell whether middle names and «Jr.» allow two names to be one person's."""
        a, b = self.middle, other.middle
        generations = not self.generation or not other.generation or self.generation == other.generation
        return generations and (a.startswith(b) or b.startswith(a))


def _read(name: str) -> _Name:
    words = name_words(name)
    middle = "".join(word[0].casefold() for word in words[1:-1] if not is_particle(word)) if len(words) > 2 else ""
    generation = _GENERATIONS.get(name.rpartition(" ")[2].strip(".,").casefold(), "")
    return _Name(name, words[0] if len(words) > 1 else "", middle, words[-1] if words else "", generation)


def join_names(names: Iterable[str]) -> dict[str, str]:
    """Return each full name -> the first of those names that are the same person's.

    Args:
        names: full names of two words and more, the preferred spelling of a person before the others.
    """
    read = [_read(name) for name in dict.fromkeys(names)]
    leaders: dict[str, str] = {}
    by_key: dict[str, list[_Name]] = defaultdict(list)
    by_surname: dict[str, list[_Name]] = defaultdict(list)
    for name in sorted((n for n in read if not n.initial), key=lambda n: not n.middle):  # middle names come first
        known = by_key[person_key(f"{name.given} {name.surname}", short_forms=False)]
        fitting = [leader for leader in known if leader.agrees(name)]
        if len(fitting) == 1:
            leaders[name.written] = fitting[0].written
        else:
            leaders[name.written] = name.written
            known.append(name)
            by_surname[word_key(name.surname)].append(name)
    for name in (n for n in read if n.initial):
        same = by_surname.get(word_key(name.surname), ())
        fitting = [n for n in same if n.given[0].casefold() == name.given[:1].casefold() and n.agrees(name)]
        leaders[name.written] = fitting[0].written if len(fitting) == 1 else name.written
    first: dict[str, str] = {}
    for name in read:
        if not name.initial or leaders[name.written] == name.written:
            first.setdefault(leaders[name.written], name.written)
    return {name.written: first[leaders[name.written]] for name in read}
