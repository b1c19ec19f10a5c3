"""Officials: one record for each person of an article to whom the text gives an office or an organisation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.draft import Range
from reader.analysis.offices.countries import country_of
from reader.analysis.offices.owners import owner_before
from reader.analysis.offices.people import Mention
from reader.analysis.offices.phrases import Post, office_after
from reader.analysis.offices.words import is_head, singular
from reader.analysis.tokens import Passage, is_line
from reader.lexicon.offices import gender_of, given_names, office_class, ranks
from reader.model.claim import Official
from reader.text.names import given_name, same_person, surname, word_key
from reader.text.spans import Span


@dataclass(slots=True)
class Person:
    """All mentions of one person."""

    full_name: str
    """The name with the most words, of several the first."""
    length: int
    """Number of words of the full name."""
    mentions: list[Mention] = field(default_factory=list)
    bare: list[tuple[int, int]] = field(default_factory=list)
    """Further places where only the surname stands: passage and token."""
    honoured: str = ""
    """Gender that the first honorific tells; kept, as each mention of a long text asks for it."""

    def add(self, mention: Mention) -> None:
        """Take in one more mention."""
        self.mentions.append(mention)
        self.honoured = self.honoured or mention.gender
        if mention.length > self.length:
            self.full_name, self.length = mention.name, mention.length

    @property
    def gender(self) -> str:
        """``masculine``, ``feminine`` or ``""`` where nothing tells it."""
        return self.honoured or gender_of(given_name(self.full_name))


def group_people(mentions: Sequence[Mention]) -> list[Person]:
    """Join the mentions of one person; a bare surname joins the last full name that fits."""
    people: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    for mention in (m for m in mentions if m.length > 1):
        key = word_key(surname(mention.name))
        known = by_surname.setdefault(key, [])
        person = next((p for p in known if p.full_name == mention.name or same_person(p.full_name, mention.name)), None)
        if person is None:
            person = Person(mention.name, mention.length)
            people.append(person)
            known.append(person)
        person.add(mention)
    for mention in (m for m in mentions if m.length == 1):
        fitting = [p for p in by_surname.get(word_key(mention.name), ()) if _agree(p, mention)]
        if len(fitting) == 1:
            fitting[0].add(mention)
        elif not fitting:
            person = Person(mention.name, 1)
            person.add(mention)
            people.append(person)
            by_surname.setdefault(word_key(mention.name), []).append(person)
    return people


def _agree(person: Person, mention: Mention) -> bool:
    gender = person.gender
    return not (mention.gender and gender and mention.gender != gender)


def told_behind(passage: Passage, person: Person, index: int) -> Post | None:
    """Return the office behind a bare surname («Brill, head of the Water Board,») of one whose office is not known."""
    known = any(m.post is not None for m in person.mentions) or not any(m.sure for m in person.mentions)
    if known or passage.low[index + 1 : index + 2] != [","] or passage.quote_of[index] >= 0:
        return None
    post = office_after(passage, index + 1)
    return post if post is not None and post.office is not None else None


def make_officials(passages: Sequence[Passage], people: Sequence[Person]) -> tuple[Official, ...]:
    """Return the people with an office or organisation, in the order of their fullest mention."""
    surnames = {word_key(surname(p.full_name)) for p in people if any(m.sure for m in p.mentions)}
    officials = [o for person in people if (o := _official(passages, person, surnames)) is not None]
    return tuple(sorted(officials, key=lambda o: o.name.start))


def _official(passages: Sequence[Passage], person: Person, surnames: set[str]) -> Official | None:
    posts = [m for m in person.mentions if m.post is not None]
    if not posts:
        return None

    def rank(mention: Mention) -> tuple[bool, bool, int, int]:
        office = mention.post.office if mention.post is not None else None
        told = (office is not None) + (mention.post is not None and mention.post.organisation is not None)
        length = office[1] - office[0] if office is not None else 0
        return (mention.length < person.length, is_line(passages[mention.passage]), -told, -length)

    best = min(person.mentions, key=rank)
    stated = [best, *(m for m in posts if m is not best)]
    office = next((_span(passages, m, m.post.office) for m in stated if m.post and m.post.office), None)
    organisation = next(
        (_span(passages, m, m.post.organisation) for m in stated if m.post and m.post.organisation), None
    )
    if organisation is not None:
        owner = organisation.of(passages[0].text)
        if word_key(owner) in surnames or (office is not None and owner.lower() in given_names()):
            organisation = None  # «Brill's spokesman»
    elif office is not None:
        owners = (owner_before(passages, m) for m in stated)
        known = (o for o in owners if o is not None and word_key(surname(o.of(passages[0].text))) not in surnames)
        organisation = next(known, None)
    if organisation is None and (office is None or _is_trade(office.of(passages[0].text))):
        return None
    name = _span(passages, best, best.tokens)
    others = {_span(passages, m, m.tokens) for m in person.mentions} | {
        _possessed(passages[number], passages[number].span_of(token, token + 1)) for number, token in person.bare
    }
    others = {s for s in others if not s.overlaps(name)}
    country = country_of(passages, stated)
    return Official(name, person.full_name, office, organisation, tuple(sorted(others)), country)


def _is_trade(office: str) -> bool:
    """Tell whether an office is only an occupation («pilot», «candidate»): it speaks for nobody.

    A trade in the service of the public is an office («harbour pilot»); a lawyer has one on somebody's side, but not in
    a branch of the law («immigration barrister»).
    """
    own = _FIELD.split(office.lower())[0]  # «candidate for president»
    held = [singular(word) for word in re.findall(r"[\w-]+", own)]
    heads = [word for word in held if is_head(word)]
    if not office_class("public").isdisjoint(held):
        return bool(heads) and all(word in office_class("candidates players") for word in heads)
    branch = len(held) > 1 and office_class("branches").issuperset(held[:-1])
    trades = office_class("candidates trades players lawyers" if branch else "candidates trades players")
    return bool(heads) and trades.issuperset(heads)


_FIELD = re.compile(r" (?:for|of|on|to) ")


def _span(passages: Sequence[Passage], mention: Mention, tokens: Range) -> Span:
    passage = passages[mention.passage]
    start, end = tokens
    while end > start + 1 and not passage.is_word(end - 1) and passage.low[end - 2] not in ranks():
        end -= 1
    return _possessed(passage, passage.span_of(start, end))


def _possessed(passage: Passage, span: Span) -> Span:
    """Return a span without a possessive ending."""
    words = span.of(passage.text)
    return Span(span.start, span.end - 2) if words[-2:].lower() in {"'s", "’s"} and len(words) > 2 else span
