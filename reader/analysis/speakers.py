"""Speakers: whom each source stands for, resolved over the whole article; None rather than a guess."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.draft import Draft, Range
from reader.analysis.officials import Person
from reader.analysis.people import Mention
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, documents, gender_of, office_heads, organisation_words
from reader.text.names import word_key

_ARTICLES = frozenset({"the", "a", "an"})
_HE = {"he": "masculine", "his": "masculine", "him": "masculine", "she": "feminine", "her": "feminine"}
_LINKS = frozenset(
    {"for", "of", "to", "with", "by", "from", "at", "in", "about", "on", "close", "behind", "against", "near"}
)
_MEMORY = 3
"""Passages that a pronoun looks back over."""


@dataclass(slots=True)
class Directory:
    """Who has been named in an article, for looking sources up."""

    passages: Sequence[Passage]
    people: Sequence[Person]
    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    at: dict[int, list[tuple[Range, Person]]] = field(default_factory=dict)
    """Mentions by passage, in order."""

    def __post_init__(self) -> None:
        for person in self.people:
            for key in {word_key(m.name.split()[-1]) for m in person.mentions if m.name.split()}:
                self.by_surname.setdefault(key, []).append(person)
            for mention in person.mentions:
                self.at.setdefault(mention.passage, []).append((mention.tokens, person))
            for number, token in person.bare:
                self.at.setdefault(number, []).append(((token, token + 1), person))
        for mentions in self.at.values():
            mentions.sort(key=lambda m: m[0])


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


@dataclass(slots=True)
class _Said:
    """One earlier attribution, as far as later sources need it."""

    passage: int
    token: int
    person: Person | None
    speaker: str | None
    plural: bool


def resolve_speakers(directory: Directory, drafts: Sequence[tuple[int, Draft]]) -> list[str | None]:
    """Return the speaker of each draft; ``drafts`` are (passage, draft) in reading order."""
    memory: list[_Said] = []
    bodies: dict[str, str] = {}
    speakers: list[str | None] = []
    for number, draft in drafts:
        said = _resolve(directory, number, draft, memory[-8:], bodies)
        speakers.append(said.speaker)
        if said.speaker is not None:
            memory.append(said)
    return speakers


def _resolve(directory: Directory, number: int, draft: Draft, memory: list[_Said], bodies: dict[str, str]) -> _Said:
    place = draft.cue[0][0] if draft.cue else draft.content[0][0]
    nobody = _Said(number, place, None, None, False)
    if draft.elsewhere is not None:
        return memory[-1] if memory else nobody
    if draft.source is None:
        return nobody
    passage = directory.passages[number]
    start, end = draft.source
    word = passage.low[start]
    if end - start == 1 and word in _HE:
        person = _he(directory, number, start, _HE[word], memory)
        return _Said(number, place, person, person.full_name if person else None, False)
    if end - start == 1 and word in {"they", "their", "it", "its"}:
        plural = word in {"they", "their"}
        last = next((s for s in reversed(memory) if s.person is None and s.plural == plural), None)
        close = last is not None and number - last.passage <= _MEMORY - 1
        return _Said(number, place, None, last.speaker if last is not None and close else None, plural)
    if end - start == 1 and word in {"who", "which", "that"}:
        return _antecedent(directory, number, start, place, bodies)
    if word in words("pronouns") and end - start == 1:
        return nobody
    return _named(directory, number, draft.source, place, memory, bodies)


def _named(
    directory: Directory, number: int, source: Range, place: int, memory: list[_Said], bodies: dict[str, str]
) -> _Said:
    passage = directory.passages[number]
    person = _person_in(directory, number, source) or _office_holder(directory, passage, source, memory)
    if person is not None:
        return _Said(number, place, person, person.full_name, False)
    name = _body_name(passage, source)
    head = _head(passage, source)
    key = name.lower().replace("’", "'")
    if passage.low[source[0]] == "the" and source[1] - source[0] == 2 and head in bodies:
        name = bodies[head]
    elif key in bodies:
        name = bodies[key]
    else:
        bodies[key] = name
        if head in acting_bodies() or head in organisation_words():
            bodies[head] = name
    plural = head.endswith("s") or head == "police" or "and" in passage.low[source[0] : source[1]]
    return _Said(number, place, None, name or None, plural)


def _person_in(directory: Directory, number: int, source: Range) -> Person | None:
    """Return the person named at the head of a source, not one in a phrase behind it («a spokesman for Ana Brill»)."""
    passage = directory.passages[number]
    for tokens, person in directory.at.get(number, ()):
        if tokens[0] < source[0] or tokens[1] > source[1]:
            continue
        if (
            any(passage.low[i] in _LINKS for i in range(source[0], tokens[0]))
            and "," not in passage.low[source[0] : tokens[0]]
        ):
            return None
        if passage.low[tokens[1] - 1].endswith("'s"):
            continue
        if (
            tokens[1] < source[1]
            and passage.is_word(tokens[1])
            and passage.low[tokens[1]] not in _LINKS | {"who", "and", "jr"}
        ):
            # «the Brill campaign»: a body with a person's name
            return None
        return person
    names = [i for i in range(*source) if passage.is_word(i)]
    if len(names) == 1 and passage.is_capital(names[0]):
        owners = directory.by_surname.get(word_key(passage.words[names[0]].removesuffix("'s").removesuffix("’s")), [])
        return owners[0] if len(owners) == 1 else None
    return None


def _office_holder(directory: Directory, passage: Passage, source: Range, memory: list[_Said]) -> Person | None:
    """Return whom «the minister», «the spokesman» means: the last person with that office, if only one has it."""
    start, end = source
    low = passage.low
    if low[start] != "the" or not 1 < end - start < 5 or low[end - 1] not in office_heads():
        return None
    wanted = set(low[start + 1 : end])
    holders = []
    for person in directory.people:
        offices = _office_words(directory, person)
        if low[end - 1] in offices and wanted <= offices:
            holders.append(person)
    if len(holders) == 1:
        return holders[0]
    return next((s.person for s in reversed(memory) if s.person in holders), None)


def _office_words(directory: Directory, person: Person) -> set[str]:
    found: set[str] = set()
    for mention in person.mentions:
        if mention.post is not None and mention.post.office is not None:
            found.update(directory.passages[mention.passage].low[slice(*mention.post.office)])
    return found


def _he(directory: Directory, number: int, token: int, gender: str, memory: list[_Said]) -> Person | None:
    """Return whom «he» or «she» means: the last speaker, unless somebody else of that gender came in between."""
    last = next((s for s in reversed(memory) if s.person is not None and _fits(directory, s.person, gender)), None)
    if last is not None and number - last.passage > _MEMORY:
        last = None
    since = (last.passage, last.token) if last is not None else (number - 1, 0)
    rivals: list[Person] = []
    for at in range(max(since[0], number - _MEMORY), number + 1):
        for tokens, person in directory.at.get(at, ()):
            if (at, tokens[0]) <= since or (at, tokens[0]) >= (number, token) or person in rivals:
                continue
            if _fits(directory, person, gender) and _is_subject(directory.passages[at], tokens):
                rivals.append(person)
    if last is None:
        return rivals[0] if len(rivals) == 1 else None
    return last.person if not [p for p in rivals if p is not last.person] else None


def _fits(directory: Directory, person: Person, gender: str) -> bool:
    known = person.gender
    if not known:
        known = gender_of("", " ".join(_office_words(directory, person)))
    return known in {"", gender}


def _is_subject(passage: Passage, tokens: Range) -> bool:
    """Tell whether a mention stands where a subject can stand: not behind a preposition, not as a possessor."""
    before = passage.low[tokens[0] - 1] if tokens[0] else ""
    return before not in words("prepositions") and not passage.low[tokens[1] - 1].endswith("'s")


def _antecedent(directory: Directory, number: int, token: int, place: int, bodies: dict[str, str]) -> _Said:
    """Return whom a relative pronoun means: the name or phrase right before it."""
    passage = directory.passages[number]
    end = token - 1 if token and passage.low[token - 1] == "," else token
    for tokens, person in directory.at.get(number, ()):
        if tokens[1] in {end, end + 1} or (
            tokens[1] <= end
            and not any(passage.low[i] in {",", "."} for i in range(tokens[1], end))
            and end - tokens[1] < 2
        ):
            return _Said(number, place, person, person.full_name, False)
    start = end
    while (
        start > 0
        and passage.is_word(start - 1)
        and end - start < 6
        and passage.low[start - 1] not in words("auxiliaries prepositions")
    ):
        start -= 1
        if passage.low[start] in words("determiners"):
            break
    if start >= end or passage.low[start] not in words("determiners"):
        return _Said(number, place, None, None, False)
    return _named(directory, number, (start, end), place, [], bodies)


def _head(passage: Passage, source: Range) -> str:
    """Return the head noun of a source, in small letters."""
    head = passage.low[source[0]]
    for index in range(*source):
        word = passage.low[index]
        if index > source[0] and (word in _LINKS or word in {",", "(", "who", "which", "that", "—", "–"}):
            break
        if passage.is_word(index):
            head = word
    return head.removesuffix("'s")


def _body_name(passage: Passage, source: Range) -> str:
    """Return the words of a source without its leading article and without what stands behind a comma."""
    start, end = source
    while start < end - 1 and passage.low[start] in _ARTICLES:
        start += 1
    stop = next((i for i in range(start + 1, end) if passage.low[i] in {",", "(", "who", "which", "—", "–"}), end)
    return " ".join(passage.span_of(start, stop).of(passage.text).split())


def find_collectives(directory: Directory, drafts: Sequence[tuple[int, Draft]]) -> list[tuple[int, Range]]:
    """Return the bodies that speak as officials, each at its first mention as a source: (passage, tokens)."""
    seen: set[str] = set()
    found: list[tuple[int, Range]] = []
    for number, draft in drafts:
        if draft.source is None or draft.elsewhere is not None:
            continue
        passage = directory.passages[number]
        head = _head(passage, draft.source)
        if passage.low[draft.source[0]] in words("pronouns") or _person_in(directory, number, draft.source) is not None:
            continue
        name = _body_name(passage, draft.source).lower()
        official = head in acting_bodies() or (head in organisation_words() and head not in documents())
        if official and head not in documents() and name not in seen:
            seen.add(name)
            found.append((number, draft.source))
    return found


def likely_people(found: Sequence[list[Mention]]) -> list[Mention]:
    """Return the mentions that are certainly people, and the names of several words that may be."""
    return [m for mentions in found for m in mentions if m.sure or m.length > 1]
