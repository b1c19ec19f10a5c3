"""Speakers: whom each source stands for, resolved over the whole article; None rather than a guess."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.analysis.bodies import LINKS, body_name, head_noun, is_plural
from reader.analysis.directory import Directory
from reader.analysis.draft import Draft, Range
from reader.analysis.officials import Person
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, documents, office_heads, organisation_words, places
from reader.text.names import word_key

_GENDERS = {"he": "masculine", "his": "masculine", "him": "masculine", "she": "feminine", "her": "feminine"}
_RELATIVES = frozenset({"who", "which", "that"})
_PASSAGES_BACK = 3
"""How far a pronoun looks back, in paragraphs."""
_SAID_BACK = 8
"""How far a source looks back, in attributions."""


@dataclass(slots=True)
class Said:
    """One resolved attribution, as far as later sources need it."""

    passage: int
    token: int
    person: Person | None = None
    speaker: str | None = None
    plural: bool = False
    named: bool = False
    """The source is one capitalised word («Orlo»): most likely a person whose full name is not given."""


class Resolver:
    """Goes through the attributions of an article in reading order and remembers who has spoken."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.memory: list[Said] = []
        """Resolved attributions, the last one last."""
        self.bodies: dict[str, str] = {}
        """Bodies by their words in small letters -> their words at the first mention."""
        self.heads: dict[str, str] = {}
        """Head noun -> words of the last body with it, for «the ministry»."""

    def resolve(self, number: int, draft: Draft) -> Said:
        """Return who speaks in a draft of the passage ``number``, and remember it."""
        place = draft.cue[0][0] if draft.cue else draft.content[0][0]
        if draft.elsewhere is not None:
            last = self.memory[-1] if self.memory else None
            said = Said(number, place, last.person, last.speaker, last.plural) if last else Said(number, place)
        elif draft.source is None:
            said = Said(number, place)
        else:
            said = self._source(number, draft.source, place)
        if said.speaker is not None:
            self.memory = [*self.memory[1 - _SAID_BACK :], said]
        return said

    def _source(self, number: int, source: Range, place: int) -> Said:
        passage = self.directory.passages[number]
        start, end = source
        word = passage.low[start]
        if end - start > 1:
            return self._named(number, source, place)
        if word in _GENDERS:
            person = self._person_meant(number, start, _GENDERS[word])
            if person is None and self._surname_meant(number, start):
                return replace(self.memory[-1], passage=number, token=place)
            return Said(number, place, person, person.full_name if person else None)
        if word in {"they", "their", "it", "its"}:
            return self._body_meant(number, place, plural=word in {"they", "their"})
        if word in _RELATIVES:
            return self._antecedent(number, start, place)
        if word in words("pronouns"):
            return Said(number, place)
        return self._named(number, source, place)

    def _named(self, number: int, source: Range, place: int) -> Said:
        passage = self.directory.passages[number]
        person = person_in(self.directory, number, source) or self._office_holder(passage, source)
        if person is not None:
            return Said(number, place, person, person.full_name)
        name = body_name(passage, source)
        head = head_noun(passage, source)
        key = name.lower().replace("’", "'")
        definite = passage.low[source[0]] == "the" and source[1] - source[0] == 2
        if definite and head in self.heads:
            return Said(number, place, None, self.heads[head], is_plural(passage, source))
        name = self.bodies.setdefault(key, name)
        if source[1] - source[0] == 1 and passage.is_capital(source[0]) and not self._is_body(key):
            return Said(number, place, None, name, named=True)
        if head in acting_bodies() or head in organisation_words():
            self.heads[head] = name
        return Said(number, place, None, name or None, is_plural(passage, source))

    @staticmethod
    def _is_body(word: str) -> bool:
        return word in acting_bodies() or word in organisation_words() or word in places() or word in documents()

    def _surname_meant(self, number: int, token: int) -> bool:
        """Tell whether «he» can only mean the bare surname that spoke last: nobody else was named in between."""
        if not self.memory or not self.memory[-1].named or number - self.memory[-1].passage > 1:
            return False
        last = self.memory[-1]
        for at in range(last.passage, number + 1):
            start = last.token + 1 if at == last.passage else 0
            end = token if at == number else len(self.directory.passages[at])
            if self.directory.inside(at, start, end):
                return False
        return True

    def _office_holder(self, passage: Passage, source: Range) -> Person | None:
        """Return whom «the minister», «the spokesman» means: the one with that office, or the last of them to speak."""
        start, end = source
        low = passage.low
        if low[start] != "the" or not 1 < end - start < 5 or low[end - 1] not in office_heads():
            return None
        wanted = set(low[start + 1 : end])
        holders = [p for p in self.directory.people if wanted <= self.directory.offices[id(p)]]
        if len(holders) == 1:
            return holders[0]
        return next((s.person for s in reversed(self.memory) if any(s.person is p for p in holders)), None)

    def _person_meant(self, number: int, token: int, gender: str) -> Person | None:
        """Return whom «he» or «she» means: the last speaker, unless another one of that gender came in between."""
        fits = self.directory.fits
        subject = self._subject_before(number, token)
        if subject is not None and fits(subject, gender):
            return subject
        last = next((s for s in reversed(self.memory) if s.person is not None and fits(s.person, gender)), None)
        if last is not None and number - last.passage > _PASSAGES_BACK:
            last = None
        first, behind = (last.passage, last.token + 1) if last is not None else (max(0, number - 1), 0)
        sentence = self.directory.passages[number].sentence_of[token]
        rivals: list[Person] = []
        for at in range(first, number + 1):
            start = behind if at == first else 0
            end = token if at == number else len(self.directory.passages[at])
            for tokens, person in self.directory.inside(at, max(start, end - _FARTHEST), end):
                near = at == number and self.directory.passages[at].sentence_of[tokens[0]] == sentence
                if fits(person, gender) and (near or _can_be_subject(self.directory.passages[at], tokens)):
                    rivals.append(person)
        if last is None:
            return rivals[0] if rivals and all(p is rivals[0] for p in rivals) else None
        return last.person if all(p is last.person for p in rivals) else None

    def _subject_before(self, number: int, token: int) -> Person | None:
        """Return the person with whom the sentence before a pronoun begins, if the pronoun begins its own."""
        passage = self.directory.passages[number]
        sentence = passage.sentence_of[token]
        if passage.sentences[sentence][0] != token:
            return None
        if not sentence:
            if not number:
                return None
            number, passage = number - 1, self.directory.passages[number - 1]
            sentence = len(passage.sentences)
        if not sentence:
            return None
        start = passage.sentences[sentence - 1][0]
        return next((person for _, person in self.directory.inside(number, start, start + 3)), None)

    def _body_meant(self, number: int, place: int, *, plural: bool) -> Said:
        last = next((s for s in reversed(self.memory) if s.person is None and s.plural == plural), None)
        close = last is not None and number - last.passage < _PASSAGES_BACK
        return Said(number, place, None, last.speaker if last is not None and close else None, plural)

    def _antecedent(self, number: int, token: int, place: int) -> Said:
        """Return whom a relative pronoun means: the name or phrase right before it."""
        passage = self.directory.passages[number]
        end = token - 1 if token and passage.low[token - 1] == "," else token
        for tokens, person in self.directory.inside(number, end - 4, end):
            if tokens[1] in {end, end + 1}:
                return Said(number, place, person, person.full_name)
        start = end
        while start > max(0, end - 6) and passage.is_word(start - 1):
            if passage.low[start - 1] in words("auxiliaries prepositions"):
                break
            start -= 1
            if passage.low[start] in words("determiners"):
                who = passage.low[token] == "who" and head_noun(passage, (start, end)) in organisation_words()
                return Said(number, place) if who else self._named(number, (start, end), place)
        return Said(number, place)


_FARTHEST = 200
"""Tokens of one paragraph that a pronoun looks back over."""


def _can_be_subject(passage: Passage, tokens: Range) -> bool:
    """Tell whether a mention stands where a subject can stand: not behind a preposition, not as a possessor."""
    before = passage.low[tokens[0] - 1] if tokens[0] else ""
    return before not in words("prepositions") and not passage.low[tokens[1] - 1].endswith("'s")


def person_in(directory: Directory, number: int, source: Range) -> Person | None:
    """Return the person named at the head of a source, not one in a phrase behind it («a spokesman for Ana Brill»)."""
    passage = directory.passages[number]
    low = passage.low
    for tokens, person in directory.inside(number, *source):
        if tokens[1] > source[1] or low[tokens[1] - 1].endswith("'s"):
            continue
        front = low[source[0] : tokens[0]]
        if "," not in front and not LINKS.isdisjoint(front):
            return None
        if tokens[1] < source[1] and passage.is_word(tokens[1]) and low[tokens[1]] not in LINKS | {"who", "and", "jr"}:
            return None  # «the Brill campaign»: a body with a person's name
        return person
    names = [i for i in range(*source) if passage.is_word(i)]
    if len(names) == 1 and passage.is_capital(names[0]):
        owners = directory.by_surname.get(word_key(passage.words[names[0]].removesuffix("'s").removesuffix("’s")), [])
        return owners[0] if len(owners) == 1 else None
    return None


def resolve_speakers(directory: Directory, drafts: Sequence[tuple[int, Draft]]) -> list[Said]:
    """Return who speaks in each draft; ``drafts`` are (passage number, draft) in reading order."""
    resolver = Resolver(directory)
    return [resolver.resolve(number, draft) for number, draft in drafts]
