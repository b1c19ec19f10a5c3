"""The people and bodies of a whole library: the names of one person joined, what is no name left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, bodies, documents, media, named_bodies, office_heads, places
from reader.lexicon.outlets import known_outlets
from reader.store.office_wordings import Wording, other_offices, shown_office
from reader.text.names import is_particle, surname, word_key
from reader.text.same_names import join_names

ARTICLES = ("the ", "a ", "an ")
OTHER_OFFICES = 3
"""Offices besides the one shown that are kept of one person."""


@dataclass(slots=True)
class Person:
    """What is gathered of one name: of a person, a collective or whatever else said something."""

    full_name: str = ""
    offices: dict[Wording, tuple[int, int]] = field(default_factory=dict)
    """Every wording of an office that an article gives the name -> times of the first and the latest that do."""
    claims: int = 0
    entries: set[str] = field(default_factory=set)
    """Numbers of the entries that hold the name: one that writes it in two ways is one article."""
    country: str = ""
    """In the latest wording that names one."""
    country_stamp: int = -1
    """Time of the entry that does."""
    last_stamp: int = -1
    """Time of the latest entry."""
    collective: bool = False
    official: bool = False
    """Some article gives the name an office or organisation, or takes it for a body that acts."""

    @property
    def articles(self) -> int:
        """How many articles hold the name."""
        return len(self.entries)

    @property
    def office(self) -> Wording:
        """The office that is shown, with its organisation; empty where no article gives one."""
        return shown_office(self.offices)

    @property
    def other_offices(self) -> tuple[str, ...]:
        """Offices that are not the one shown in other words, the latest of them first."""
        return tuple(", ".join(filter(None, wording)) for wording in other_offices(self.offices)[:OTHER_OFFICES])

    def note_office(self, wording: Wording, first: int, last: int) -> None:
        """Note that articles of that time give the name an office."""
        before = self.offices.get(wording, (first, last))
        self.offices[wording] = (min(first, before[0]), max(last, before[1]))

    def add(self, other: "Person") -> None:
        """Count another name of the same person to this one."""
        self.claims += other.claims
        self.entries |= other.entries
        for wording, times in other.offices.items():
            self.note_office(wording, *times)
        if other.country_stamp > self.country_stamp:
            self.country, self.country_stamp = other.country, other.country_stamp
        self.last_stamp = max(self.last_stamp, other.last_stamp)
        self.official = self.official or other.official


def last_word(key: str) -> str:
    """Return the last word of a folded name: the surname."""
    return key.rpartition(" ")[2]


@lru_cache(maxsize=1 << 14)
def surname_key(key: str) -> str:
    """Return what all spellings of a folded name share: the key of its surname. Only names that share it are joined."""
    return word_key(surname(bare(key)))


def bare(key: str) -> str:
    """Return a folded name without its leading article, its apostrophes straight («the growers' association»)."""
    key = key.replace("’", "'")
    for article in ARTICLES:
        if key.startswith(article) and len(key) > len(article):
            return key[len(article) :]
    return key


def is_person(name: str) -> bool:
    """Tell whether a name looks like a person's: its words begin with capital letters, none is a body's or outlet's."""
    parts = name.split()
    if not parts or not all(w[0].isupper() or is_particle(w) or w[:3] in {"al-", "el-"} for w in parts):
        return False
    low = name.lower().removesuffix("'s").split()
    return (
        _no_names().isdisjoint(low)
        and name.lower() not in places()
        and not (len(low) == 1 and low[0] in office_heads())
    )


@cache
def _no_names() -> frozenset[str]:
    return bodies() | media() | documents() | words("tellers persons private_groups writings no_names determiners")


def is_named(name: str) -> bool:
    """Tell whether a body goes by a name of its own, not by a common noun («council», «Inspectors», «port authority»).

    The first word says nothing where it begins a sentence, so a capital further on is asked for, or a known name.
    """
    first, *rest = name.split() or [""]
    return any(word[:1].isupper() for word in rest) or first.lower() in named_bodies()


def is_listed(person: Person) -> bool:
    """Tell whether a name belongs in the list of people and bodies: no known outlet, document or common noun does.

    A body without a name of its own, which may be another one in each article, is listed for what it said.
    """
    if is_surely_listed(person):
        return True
    name = person.full_name
    if known_outlets().entry(name) is not None:
        return False
    if person.collective:
        return person.claims > 0 or is_named(name)
    if is_person(name):
        return True
    noun = last_word(bare(name.lower()).partition(" of ")[0].partition(" at ")[0].partition(" for ")[0])
    return noun in acting_bodies() and noun not in words("private_groups")


def is_surely_listed(person: Person) -> bool:
    """Tell whether a name is that of a person of whom an article gives the office, even if an outlet has it too."""
    return person.official and not person.collective


def is_common(person: Person) -> bool:
    """Tell whether somebody goes by a common noun («police»)."""
    if is_surely_listed(person) and person.full_name[:1].isupper():
        return False
    return not (is_person(person.full_name) or is_named(person.full_name))


def join_people(people: dict[str, Person]) -> None:
    """Join, in place, the names of one person: articles, spellings, and surnames that only one full name ends in."""
    by_surname: dict[str, dict[str, Person]] = defaultdict(dict)
    for key, person in people.items():
        by_surname[surname_key(key)][key] = person
    for alike in by_surname.values():
        before = list(alike)
        _join_alike(alike)
        if list(alike) != before:
            for key in before:
                del people[key]
            people.update(alike)


def _join_alike(people: dict[str, Person]) -> None:
    """Join, in place, those of the names of one surname that are one person's."""
    for key in [key for key in people if bare(key) != key]:
        other = people.setdefault(bare(key), Person(collective=people[key].collective))
        person = people.pop(key)
        other.full_name = other.full_name or _capital(person.full_name)
        other.add(person)
    if len(people) < 2:
        return
    frequent = sorted(people.items(), key=lambda item: (-item[1].articles, -item[1].last_stamp, item[0]))
    for key, leader in _leaders({key: p.full_name for key, p in frequent if not p.collective}).items():
        if leader != key:
            people[leader].add(people.pop(key))
    for key in [key for key in people if " " not in key]:
        full = only_full_name(people, key)
        if full is not None:
            people[full].add(people.pop(key))


def _capital(name: str) -> str:
    """Return the words of a body without their article."""
    first, _, rest = name.partition(" ")
    return rest if f"{first.lower()} " in ARTICLES and rest else name


def _leaders(names: Mapping[str, str]) -> dict[str, str]:
    """Return the key of each full name -> the key of the name under which the person is kept."""
    written = {name: key for key, name in names.items() if " " in key and is_person(name)}
    return {written[name]: written[leader] for name, leader in join_names(written).items()}


def only_full_name(people: Mapping[str, Person], single_name: str) -> str | None:
    """Return the one full name among those of one surname; None if there are several, or if it is no surname.

    Collectives have none, and a word that is written small (``police``) is none.
    """
    single = people.get(single_name)
    if single is not None and (single.collective or not single.full_name[:1].isupper()):
        return None
    full = [key for key, p in people.items() if " " in key and not p.collective and is_person(p.full_name)]
    return full[0] if len(full) == 1 else None


def names_of(key: str, people: Iterable[tuple[str, str, bool]]) -> set[str]:
    """Return the folded names under which the claims of a person or body are kept.

    Args:
        key: the folded name that is asked for.
        people: (folded name, name, whether a collective) of all whose ``surname_key`` is that of ``key``.
    """
    near = {k: Person(name, collective=body) for k, name, body in people}
    near.setdefault(key, Person(key.title()))
    leaders = _leaders({k: p.full_name for k, p in near.items() if not p.collective})
    full = {leaders.get(k, k): near[k] for k in near if k == leaders.get(k, k)}
    leader = leaders.get(key, key)
    if " " not in key:
        leader = only_full_name(full, key) or key
    singles = {k for k in near if " " not in k and only_full_name(full, k) == leader}
    same = {k for k, first in leaders.items() if first == leader}
    found = {key, leader, *same, *singles} if " " in leader else {key}
    alike = {bare(k) for k in found}
    return found | {k for k in near if bare(k) in alike}
