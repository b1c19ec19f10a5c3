"""The directory of an article: who is named in it, by surname and by place."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.bodies import LINKS
from reader.analysis.draft import Range
from reader.analysis.offices.officials import Person, told_behind
from reader.analysis.offices.people import Mention
from reader.analysis.tokens import Passage
from reader.lexicon.offices import ambiguous_names, gender_of, office_heads
from reader.text.names import given_name, word_key


@dataclass(slots=True)
class Directory:
    """All people of an article, for looking sources up."""

    passages: Sequence[Passage]
    people: Sequence[Person]
    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    at: dict[int, list[tuple[Range, Person]]] = field(default_factory=dict)
    """Mentions by passage, in order."""
    by_given_name: dict[str, list[Person]] = field(default_factory=dict)
    offices: dict[int, frozenset[str]] = field(default_factory=dict)
    """The words of all offices that the text gives a person, by ``id`` of the person."""
    begins: dict[int, list[int]] = field(default_factory=dict)
    """First tokens of the mentions in ``at``, by passage."""
    heads: dict[tuple[int, Range], Person | None] = field(default_factory=dict)
    """Sources that were looked up, by passage: four steps of the analysis ask for each."""

    def __post_init__(self) -> None:
        for person in self.people:
            for key in {word_key(m.name.split()[-1]) for m in person.mentions if m.name.split()}:
                self.by_surname.setdefault(key, []).append(person)
            self.by_given_name.setdefault(word_key(given_name(person.full_name)), []).append(person)
            office_words: set[str] = set()
            for mention in person.mentions:
                self.at.setdefault(mention.passage, []).append((mention.tokens, person))
                if mention.post is not None and mention.post.office is not None:
                    office_words.update(self.passages[mention.passage].low[slice(*mention.post.office)])
            for number, token in person.bare:
                self.at.setdefault(number, []).append(((token, token + 1), person))
            self.offices[id(person)] = frozenset(office_words)
        for number, mentions in self.at.items():
            mentions.sort(key=_begin)
            self.begins[number] = [tokens[0] for tokens, _ in mentions]

    def inside(self, number: int, start: int, end: int) -> list[tuple[Range, Person]]:
        """Return the mentions of one passage that begin inside a token range."""
        begins = self.begins.get(number)
        if begins is None:
            return []
        first = bisect_left(begins, start)
        return self.at[number][first : bisect_left(begins, end, first)]

    def called(self, word: str) -> Person | None:
        """Return the only person whom one word means: surname, given name, or a surname misspelt by a letter."""
        key = word_key(word)
        owners = self.by_surname.get(key) or self.by_given_name.get(key)
        if owners is None and len(key) >= _SHORTEST_MISSPELT and len(self.by_surname) < _MOST_COMPARED:
            near = (people for name, people in self.by_surname.items() if _differ_by_a_letter(key, name))
            owners = [person for people in near for person in people if " " in person.full_name]
        return owners[0] if owners and len(owners) == 1 else None

    def is_called(self, person: Person, noun: str) -> bool:
        """Tell whether the text says a noun of a person: in an office, right before the name, or right behind it."""
        offices = self.offices[id(person)]
        if noun in offices or (noun in _GENERAL and offices):
            return True
        for mention in person.mentions:
            low, (start, end) = self.passages[mention.passage].low, mention.tokens
            told = end < len(low) and low[end] in _TELLING
            if noun in low[max(0, start - _LONGEST_TITLE) : start] or (told and noun in low[end : end + _REACH]):
                return True
        return False

    def fits(self, person: Person, gender: str) -> bool:
        """Tell whether a person can be meant by a pronoun of that gender (unknown fits all)."""
        known = person.gender or gender_of("", " ".join(self.offices[id(person)]))
        return not gender or known in {"", gender}


_GENERAL = frozenset({"officer", "official", "politician", "leader"})
"""Nouns for anybody who has an office."""
_TELLING = frozenset({",", "(", "is", "was", "who", "—", "–"})
"""What stands between a name and what is told of its bearer."""
_LONGEST_TITLE = 4
_REACH = 14
"""Tokens of an apposition."""


_BEHIND_NAME = LINKS | {"who", "and", "jr"}


def person_in(directory: Directory, number: int, source: Range) -> Person | None:
    """Return the person named at the head of a source, not one in a phrase behind it («a spokesman for Ana Brill»)."""
    place = (number, source)
    if place not in directory.heads:
        directory.heads[place] = _person_in(directory, number, source)
    return directory.heads[place]


def _person_in(directory: Directory, number: int, source: Range) -> Person | None:
    passage = directory.passages[number]
    low = passage.low
    for tokens, person in directory.inside(number, *source):
        if tokens[1] > source[1] or low[tokens[1] - 1].endswith("'s"):
            continue
        front = low[source[0] : tokens[0]]
        if "," not in front and not LINKS.isdisjoint(front) and not _is_titled(person, number, tokens):
            return None
        if tokens[1] < source[1] and passage.is_word(tokens[1]):
            letters = passage.words[tokens[1]].isupper() and low[tokens[1]] in office_heads()  # «Karl Orlo KC»
            if low[tokens[1]] not in _BEHIND_NAME and not letters:
                return None  # «the Brill campaign»: a body with a person's name
        return person
    names = passage.capitals_in(*source)
    if len(names) == 1 and not any(passage.is_word(i) for i in range(*source) if i != names[0]):
        return directory.called(passage.words[names[0]].removesuffix("'s").removesuffix("’s"))
    return None


def _is_titled(person: Person, number: int, tokens: Range) -> bool:
    """Tell whether an office reads on into a mention: «the head of the district Ana Brill»."""
    mention = next((m for m in person.mentions if m.passage == number and m.tokens == tokens), None)
    return mention is not None and mention.post is not None and mention.post.adjacent


_SHORTEST_MISSPELT = 5
_MOST_COMPARED = 300


def _differ_by_a_letter(one: str, other: str) -> bool:
    """Tell whether one letter more, less or other makes two words one, the first being equal."""
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1 or len(other) < _SHORTEST_MISSPELT:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + (len(one) >= len(other)) :] == other[same + (len(other) >= len(one)) :]


def _begin(mention: tuple[Range, Person]) -> int:
    return mention[0][0]


def add_bare_surnames(passages: Sequence[Passage], people: Sequence[Person]) -> None:
    """Give each person the places where only surname or given name stands, if nobody else has that name.

    A surname is found in other spellings too («Zelensky», «Zelenskyy»), unless somebody else is spelt so.
    """
    owners: dict[str, list[Person]] = {}
    given: set[str] = set()
    for person in people:
        words_ = person.full_name.lower().split()
        if len(words_) > 1:
            owners.setdefault(words_[-1], []).append(person)
            if len(words_[0]) >= _SHORTEST_GIVEN and words_[0] != words_[-1] and any(m.sure for m in person.mentions):
                owners.setdefault(words_[0], []).append(person)
                given.add(words_[0])
    single = _respelt(passages, {name: some for name, some in owners.items() if name not in given})
    single |= {form: some[0] for name, some in owners.items() if len(some) == 1 for form in (name, f"{name}'s")}
    forms = frozenset(single)
    taken = {(m.passage, i) for p in people for m in p.mentions for i in range(*m.tokens)}
    for number, passage in enumerate(passages):
        low = passage.low
        for index in passage.places_of(forms):
            if not passage.is_capital(index) or (number, index) in taken or (index and low[index - 1] == "the"):
                continue
            owner = single[low[index]]
            if low[index].removesuffix("'s") not in given or _stands_alone(passage, index):
                post = told_behind(passage, owner, index)
                if post is None:
                    owner.bare.append((number, index))
                else:
                    owner.add(Mention(number, (index, index + 1), passage.words[index], 1, post=post, sure=True))


def _respelt(passages: Sequence[Passage], owners: Mapping[str, list[Person]]) -> dict[str, Person]:
    """Return the words that are another spelling of a surname, if only one person can be meant."""
    names = [name for name in owners if len(name) >= _SHORTEST_RESPELT]
    if not names:
        return {}
    by_key: dict[str, list[Person]] = {}
    for name in names:
        by_key.setdefault(word_key(name), []).extend(owners[name])
    initials, kept = {_initial(name) for name in names}, {_CHANGING.sub("", name) for name in names}
    found: dict[str, Person] = {}
    forms = {form for passage in passages for form in map(passage.low.__getitem__, passage.capitals)}
    for form in forms:
        word = form.removesuffix("'s")
        if len(word) < _SHORTEST_RESPELT or word in owners or _INITIALS.get(word[0], word[0]) not in initials:
            continue
        some = by_key.get(word_key(word), ()) if _CHANGING.sub("", word) in kept else ()
        if len(some) == 1:
            found[form] = some[0]
    return found


def _initial(word: str) -> str:
    """Return one letter for the beginnings that are spelt for each other («Khan», «Han»; «Yulin», «Iulin»)."""
    return _INITIALS.get(word[0], word[0])


_INITIALS = {
    letter: group[0] for group in ("chkqstxz", "ijye", "vw", "fp", "oöóøu", "lł", "dđ", "aä") for letter in group
}
_CHANGING = re.compile(r"[^bgm]+")
"""What spellings of one name can differ in; with the initials a cheap sieve before the key is made."""
_SHORTEST_RESPELT = 5
_SHORTEST_GIVEN = 3


def _stands_alone(passage: Passage, index: int) -> bool:
    """Tell whether no capitalised word stands on either side of a given name, and no sentence begins with it."""
    before = index and passage.is_capital(index - 1)
    behind = index + 1 < passage.size and passage.is_capital(index + 1)
    common = passage.low[index].removesuffix("'s") in ambiguous_names()
    return not (before or behind or common)
