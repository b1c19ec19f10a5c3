"""Pronouns: whom «he» and «she» mean, as far as the text leaves no doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from reader.analysis.clauses.sources import main_subject
from reader.analysis.draft import Range
from reader.analysis.offices.officials import Person
from reader.analysis.offices.words import is_head
from reader.analysis.speakers.directory import Directory, person_in
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words

_SENTENCES_BACK = 8
"""How many quoted sentences are passed over."""
PASSAGES_BACK = 3
"""How far a pronoun looks back, in paragraphs."""
_FARTHEST = 200
"""Tokens of one paragraph that a pronoun looks back over."""

_MOST_REMEMBERED = 100
"""Resolved attributions that a pronoun looks back over."""


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
    proper: bool = False
    """The source is the name of a body, so that both «it» and «they» can mean it."""


class Pronoun(NamedTuple):
    """Where a pronoun (or «the officer») stands as a source."""

    passage: int
    token: int
    content: Sequence[Range] = ()
    """What is attributed to it."""


def person_meant(directory: Directory, memory: Sequence[Said], pronoun: Pronoun, gender: str) -> Person | None:
    """Return whom «he» or «she» means: the subject just before, else the last speaker if there is no rival."""
    fits, number, token = directory.fits, pronoun.passage, pronoun.token
    subject = _subject_inside(directory, number, token, gender)
    if subject is None:
        phrase = subject_before(directory, pronoun)
        subject = person_in(directory, *phrase) if phrase is not None else None
    if subject is not None and fits(subject, gender):
        return subject
    recent = islice(reversed(memory), _MOST_REMEMBERED)
    last = next((s for s in recent if s.person is not None and fits(s.person, gender)), None)
    if last is not None and number - last.passage > PASSAGES_BACK:
        last = None
    first, behind = (last.passage, last.token + 1) if last is not None else (max(0, number - 1), 0)
    sentence = directory.passages[number].sentence_of[token]
    rivals: list[Person] = []
    for at in range(first, number + 1):
        start = behind if at == first else 0
        end = token if at == number else len(directory.passages[at])
        for tokens, person in directory.inside(at, max(start, end - _FARTHEST), end):
            near = at == number and directory.passages[at].sentence_of[tokens[0]] == sentence
            if fits(person, gender) and (near or _can_be_subject(directory.passages[at], tokens)):
                rivals.append(person)
    if last is None:
        return rivals[0] if rivals and all(p is rivals[0] for p in rivals) else None
    return last.person if all(p is last.person for p in rivals) else None


def _subject_inside(directory: Directory, number: int, token: int, gender: str) -> Person | None:
    """Return the only person of a gender who is a subject earlier in the pronoun's own sentence."""
    passage = directory.passages[number]
    start = passage.sentences[passage.sentence_of[token]][0]
    people = [
        person
        for tokens, person in directory.inside(number, max(start, token - _FARTHEST), token)
        if passage.quote_of[tokens[0]] < 0 and directory.fits(person, gender) and _begins_clause(passage, tokens)
    ]
    return people[0] if people and all(p is people[0] for p in people) else None


def subject_before(directory: Directory, pronoun: Pronoun) -> tuple[int, Range] | None:
    """Return the subject of the sentence before that of a pronoun: passage number, tokens.

    None if words stand before the pronoun that are neither quoted nor its content; quoted sentences are passed over.
    """
    number, token = pronoun.passage, pronoun.token
    passage = directory.passages[number]
    sentence = passage.sentence_of[token]
    lead = passage.sentences[sentence][0]
    own = [range(*part) for part in pronoun.content]
    if token - lead > _FARTHEST or any(
        passage.quote_of[i] < 0 and passage.is_word(i) and not any(i in part for part in own)
        for i in range(lead, token)
    ):
        return None
    for at in range(number, max(-1, number - 2), -1):
        passage = directory.passages[at]
        last = sentence if at == number else len(passage.sentences)
        for start, end in reversed(passage.sentences[max(0, last - _SENTENCES_BACK) : last]):
            if passage.quote_of[start] < 0 and passage.is_word(start):
                subject = main_subject(passage, end, start)
                named = (tokens for tokens, _ in directory.inside(at, start, end) if _begins_clause(passage, tokens))
                if subject is not None and person_in(directory, at, subject) is not None:
                    return at, subject
                first = next(named, None)
                return (at, first) if first is not None else (at, subject) if subject is not None else None
    return None


def surname_meant(directory: Directory, memory: Sequence[Said], number: int, token: int) -> bool:
    """Tell whether «he» can only mean the bare surname that spoke last: nobody else was named in between."""
    if not memory or not memory[-1].named or number - memory[-1].passage > 1:
        return False
    last = memory[-1]
    for at in range(last.passage, number + 1):
        start = last.token + 1 if at == last.passage else 0
        end = token if at == number else len(directory.passages[at])
        if directory.inside(at, start, end):
            return False
    return True


def _can_be_subject(passage: Passage, tokens: Range) -> bool:
    """Tell whether a mention stands where a subject can stand: not behind a preposition, not as a possessor."""
    before = passage.low[tokens[0] - 1] if tokens[0] else ""
    return before not in words("prepositions") and not passage.low[tokens[1] - 1].endswith("'s")


def _begins_clause(passage: Passage, tokens: Range) -> bool:
    """Tell whether a mention begins a clause, or stands behind an office that does."""
    if passage.low[tokens[1] - 1].endswith("'s"):
        return False
    start = tokens[0]
    while start and (is_head(passage.low[start - 1]) or passage.low[start - 1] in _TITLES):
        start -= 1
    before = passage.low[start - 1] if start else "."
    begins = passage.sentences[passage.sentence_of[start]][0] == start
    return begins or before in _CLAUSE_STARTS or before.endswith("'s")


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "the"})
_CLAUSE_STARTS = frozenset({",", "and", "but", "that", "as", "when", "while", "if", "because", "after", "before"})
