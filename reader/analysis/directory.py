"""The directory of an article: who is named in it, by surname and by place."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.draft import Range
from reader.analysis.officials import Person
from reader.analysis.tokens import Passage
from reader.lexicon.offices import gender_of
from reader.text.names import word_key


@dataclass(slots=True)
class Directory:
    """All people of an article, for looking sources up."""

    passages: Sequence[Passage]
    people: Sequence[Person]
    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    at: dict[int, list[tuple[Range, Person]]] = field(default_factory=dict)
    """Mentions by passage, in order."""
    offices: dict[int, frozenset[str]] = field(default_factory=dict)
    """The words of all offices that the text gives a person, by ``id`` of the person."""

    def __post_init__(self) -> None:
        for person in self.people:
            for key in {word_key(m.name.split()[-1]) for m in person.mentions if m.name.split()}:
                self.by_surname.setdefault(key, []).append(person)
            office_words: set[str] = set()
            for mention in person.mentions:
                self.at.setdefault(mention.passage, []).append((mention.tokens, person))
                if mention.post is not None and mention.post.office is not None:
                    office_words.update(self.passages[mention.passage].low[slice(*mention.post.office)])
            for number, token in person.bare:
                self.at.setdefault(number, []).append(((token, token + 1), person))
            self.offices[id(person)] = frozenset(office_words)
        for mentions in self.at.values():
            mentions.sort(key=_begin)

    def inside(self, number: int, start: int, end: int) -> list[tuple[Range, Person]]:
        """Return the mentions of one passage that begin inside a token range."""
        mentions = self.at.get(number, [])
        first = bisect_left(mentions, start, key=_begin)
        return mentions[first : bisect_left(mentions, end, first, key=_begin)]

    def fits(self, person: Person, gender: str) -> bool:
        """Tell whether a person can be meant by a pronoun of that gender (unknown fits both)."""
        known = person.gender or gender_of("", " ".join(self.offices[id(person)]))
        return known in {"", gender}


def _begin(mention: tuple[Range, Person]) -> int:
    return mention[0][0]


def add_bare_surnames(passages: Sequence[Passage], people: Sequence[Person]) -> None:
    """Give each person the places where only the surname stands, if nobody else has that surname."""
    owners: dict[str, list[Person]] = {}
    for person in people:
        words_ = person.full_name.split()
        if len(words_) > 1:
            owners.setdefault(words_[-1].lower(), []).append(person)
    single = {name: some[0] for name, some in owners.items() if len(some) == 1}
    taken = {(m.passage, i) for p in people for m in p.mentions for i in range(*m.tokens)}
    for number, passage in enumerate(passages):
        low = passage.low
        for index in passage.capitals:
            owner = single.get(low[index].removesuffix("'s"))
            if owner is not None and (number, index) not in taken:
                owner.bare.append((number, index))
