"""Speakers: whom each source stands for, resolved over the whole article; None rather than a guess."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from reader.analysis.bodies import LINKS, body_name, head_noun, is_plural, named_apposition
from reader.analysis.draft import Draft, Range
from reader.analysis.offices.officials import Person
from reader.analysis.speakers.aliases import Aliases
from reader.analysis.speakers.directory import Directory, person_in
from reader.analysis.speakers.owned import owner_of_document
from reader.analysis.speakers.pronouns import PASSAGES_BACK, Pronoun, Said, person_meant, subject_before, surname_meant
from reader.analysis.speakers.unnamed import alias_of, gender_of_noun, is_unnamed
from reader.analysis.tokens import Passage, is_line
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, bodies, documents, office_heads, organisation_words, places

_GENDERS = {"he": "masculine", "his": "masculine", "him": "masculine", "she": "feminine", "her": "feminine"}
_RELATIVES = frozenset({"who", "which", "that"})
_AHEAD = 12
"""Most paragraphs of one quotation."""
_SAID_BACK = 8
"""How far a source looks back, in attributions."""


class Resolver:
    """Goes through the attributions of an article in reading order and remembers who has spoken."""

    def __init__(self, directory: Directory, aliases: Aliases) -> None:
        self.directory = directory
        self.aliases = aliases
        self.memory: list[Said] = []
        """Resolved attributions, the last one last."""
        self.content: Sequence[Range] = ()
        """The content of the draft that is being resolved."""
        self.bodies: dict[str, str] = {}
        """Bodies by their words in small letters -> their words at the first mention."""
        self.heads: dict[str, str] = {}
        """Head noun -> words of the last body with it, for «the ministry»."""

    def resolve(self, number: int, draft: Draft) -> Said:
        """Return who speaks in a draft of the passage ``number``, and remember it."""
        place = draft.cue[0][0] if draft.cue else draft.content[0][0]
        self.content = draft.content
        if draft.elsewhere is not None and draft.source is not None and (ahead := self._ahead(number, draft.elsewhere)):
            said = self._source(ahead, draft.source, draft.source[0])
        elif draft.elsewhere is not None:
            last = self.memory[-1] if self.memory else None
            said = Said(number, place, last.person, last.speaker, last.plural) if last else Said(number, place)
        elif draft.source is None:
            said = Said(number, place)
        else:
            said = self._source(number, draft.source, place)
        if said.speaker is not None and not self._is_quoted(number, draft):
            self.memory = [*self.memory[1 - _SAID_BACK :], said]
        return said

    def _ahead(self, number: int, passage: Passage) -> int:
        """Return the number of a passage a few behind ``number`` in which a quotation is told whose it is, else 0."""
        passages = self.directory.passages
        return next((n for n in range(number + 1, min(len(passages), number + _AHEAD)) if passages[n] is passage), 0)

    def _is_quoted(self, number: int, draft: Draft) -> bool:
        """Tell whether a source is named inside a quotation, so that no later pronoun outside means it."""
        if draft.source is None or draft.elsewhere is not None:
            return False
        return self.directory.passages[number].quote_of[draft.source[0]] >= 0

    def _source(self, number: int, source: Range, place: int) -> Said:
        passage = self.directory.passages[number]
        start, end = source
        word = passage.low[start]
        if end - start > 1:
            return self._named(number, source, place)
        if word in words("contracted_subjects"):
            word = word.partition("'")[0]
        if word in _GENDERS:
            return self._person_meant(number, start, _GENDERS[word], place)
        if word in {"they", "their", "it", "its"}:
            return self._body_meant(number, start, place, plural=word in {"they", "their"})
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
        source = named_apposition(passage, source)
        if is_unnamed(passage, source):
            alias = alias_of(passage, source)
            if alias is not None:
                return Said(number, place, None, alias)
            return self._noun_meant(number, source, place)
        owner = owner_of_document(passage, source)
        if owner is not None and owner != source:
            return self._source(number, owner, place)
        name = body_name(passage, source)
        head = head_noun(passage, source)
        definite = passage.low[source[0]] == "the" and source[1] - source[0] == 2
        if definite:
            meant = self.heads.get(head) or self.aliases.of_kind(head)
            if meant is not None:
                return Said(number, place, None, meant, is_plural(passage, source), proper=True)
        key = name.lower().replace("’", "'")
        name = self.aliases.full(self.bodies.setdefault(key, name))
        if source[1] - source[0] == 1 and passage.is_capital(source[0]) and not self._is_body(key):
            return Said(number, place, None, name, named=True, proper=True)
        if head in acting_bodies() or head in organisation_words():
            self.heads[head] = name
        plural = is_plural(passage, source)
        either = name[:1].isupper() or (head in bodies() and not plural)  # «the team ... they»
        return Said(number, place, None, name or None, plural, proper=either)

    def _speaks(self, passage: Passage, subject: Range) -> bool:
        """Tell whether a subject is a body or document that can be said to say something."""
        head = head_noun(passage, subject)
        owned = passage.low[subject[0]] in {"its", "their"}
        return subject[1] - subject[0] > 1 and not owned and self._is_body(head) and head not in places()

    @staticmethod
    def _is_body(word: str) -> bool:
        return word in acting_bodies() or word in organisation_words() or word in places() or word in documents()

    def _person_meant(self, number: int, token: int, gender: str, place: int) -> Said:
        person = person_meant(self.directory, self.memory, Pronoun(number, token, self.content), gender)
        if person is None and surname_meant(self.directory, self.memory, number, token):
            return replace(self.memory[-1], passage=number, token=place)
        return Said(number, place, person, person.full_name if person else None)

    def _noun_meant(self, number: int, source: Range, place: int) -> Said:
        """Return whom «the officer», «the widow» means: who has just spoken and is called so, if anybody."""
        passage = self.directory.passages[number]
        last = self.memory[-1] if self.memory else None
        if passage.low[source[0]] != "the" or last is None or last.person is None or number - last.passage > 1:
            return Said(number, place)
        stop = next((i for i in range(*source) if passage.low[i] == ","), source[1])
        if not LINKS.isdisjoint(passage.low[source[0] : stop]):
            return Said(number, place)
        gender = gender_of_noun(passage, source)
        person = person_meant(self.directory, self.memory, Pronoun(number, source[0]), gender)
        noun = head_noun(passage, source)
        told = gender and noun.split("-")[0] in words("persons")  # «the widow» needs no telling
        if person is None or not (told or self.directory.is_called(person, noun)):
            return Said(number, place)
        return Said(number, place, person, person.full_name)

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

    def _body_meant(self, number: int, token: int, place: int, *, plural: bool) -> Said:
        """Return which body or document «it» or «they» means: the subject just before, else the last to speak."""
        before = subject_before(self.directory, Pronoun(number, token, self.content))
        if before is not None:
            passage, subject = self.directory.passages[before[0]], before[1]
            several = is_plural(passage, subject) or (plural and head_noun(passage, subject) in bodies())
            if several == plural and self._speaks(passage, subject):
                return self._named(*before, place)
        fitting = (s for s in reversed(self.memory) if s.person is None and (s.plural == plural or s.proper))
        last = next(fitting, None)
        close = last is not None and number - last.passage < PASSAGES_BACK
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


def resolve_speakers(directory: Directory, aliases: Aliases, drafts: Sequence[tuple[int, Draft]]) -> list[Said]:
    """Return who speaks in each draft; ``drafts`` are (passage number, draft) in reading order."""
    resolver = Resolver(directory, aliases)
    said = [resolver.resolve(number, draft) for number, draft in drafts]
    for index, (number, draft) in enumerate(drafts):
        if draft.inner and _is_pronoun(directory.passages[number], draft) and not _is_other(drafts, said, index):
            said[index] = Said(number, said[index].token)
    reports = [i for i, (n, draft) in enumerate(drafts) if _is_some_report(directory.passages[n], draft, said[i])]
    for index in reports[:_MOST_HEADLINES]:
        said[index] = replace(said[index], speaker=_outlet_meant(aliases, said, index) or said[index].speaker)
    headlines = (
        index
        for index, (number, draft) in enumerate(drafts)
        if draft.source is None
        and not draft.cue
        and said[index].speaker is None
        and is_line(directory.passages[number])
    )
    for index in islice(headlines, _MOST_HEADLINES):
        number, draft = drafts[index]
        headline = _content_words(directory.passages[number], draft)
        echo = (
            who
            for who, (at, other) in zip(said, drafts, strict=True)
            if who.speaker and _echoes(headline, _content_words(directory.passages[at], other))
        )
        said[index] = next(echo, said[index])
    return said


def _outlet_meant(aliases: Aliases, said: Sequence[Said], index: int) -> str | None:
    """Return whose «a report» is: the next outlet to speak close behind it, else the only one of the article."""
    outlets = [who for who in said if who.speaker and aliases.is_outlet(who.speaker, sure=who.person is not None)]
    close = range(said[index].passage, said[index].passage + PASSAGES_BACK)
    behind = (who.speaker for who in outlets if who.passage in close and who.passage > said[index].passage)
    names = {who.speaker for who in outlets}
    return next(behind, None) or (names.pop() if len(names) == 1 else None)


def _is_some_report(passage: Passage, draft: Draft, who: Said) -> bool:
    """Tell whether a source is a report of which it is not said whose: «a new report», «Report: C»."""
    if draft.source is None or draft.elsewhere is not None or who.person is not None:
        return False
    start, end = draft.source
    some = end - start == 1 or (end - start < 4 and passage.low[start] == "a")
    return some and passage.low[end - 1] in {"report", "investigation"}


_NEAREST = 12
"""Attributions on either side of one that may be told around it."""


def _is_pronoun(passage: Passage, draft: Draft) -> bool:
    """Tell whether the source of a draft is a pronoun in a quotation."""
    start, end = draft.source or (0, 0)
    return end - start == 1 and passage.low[start] in words("pronouns") and passage.quote_of[start] >= 0


def _is_other(drafts: Sequence[tuple[int, Draft]], said: Sequence[Said], index: int) -> bool:
    """Tell whether the pronoun in a quotation («"He told us C," Brill said») means a person, not the one who speaks."""
    number, draft = drafts[index]
    near = range(max(0, index - _NEAREST), min(len(drafts), index + _NEAREST))
    around = (
        said[other].person
        for other in near
        if drafts[other][0] == number and any(a <= draft.verb < b for a, b in drafts[other][1].content)
    )
    return said[index].person is not None and all(person is not said[index].person for person in around)


_MOST_HEADLINES = 5
_SHORTEST_ECHO = 3
"""Words of a quoted headline that is looked for in the text below it."""


def _content_words(passage: Passage, draft: Draft) -> frozenset[str]:
    return frozenset(passage.low[i] for part in draft.content for i in range(*part) if passage.is_word(i))


def _echoes(headline: frozenset[str], content: frozenset[str]) -> bool:
    """Tell whether a quoted headline takes its words from a content."""
    return len(headline) >= _SHORTEST_ECHO and len(headline & content) >= 0.75 * len(headline)
