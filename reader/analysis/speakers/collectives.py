"""Collectives: the bodies of an article that speak or act, each at its first mention in running text."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from reader.analysis.bodies import ARTICLES, CUTTING, body_name, is_acting, is_told_body, named_apposition
from reader.analysis.draft import Range
from reader.analysis.phrases import is_finite, is_verb_group
from reader.analysis.tokens import Passage, is_line
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, bodies, documents, media, organisation_words
from reader.text.spans import Span

_NAME_ENDS = frozenset({",", "(", "—", "–", "who", "which"})
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall"})
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_HAVING = frozenset({"has", "have", "had"})
_STATES = frozenset(
    {"became", "remains", "remained", "seems", "appears", "needs", "owns", "includes", "included", "holds", "stood",
     "lay", "employs", "employed", "consists"}
)  # fmt: skip
"""Verbs behind a body that tell a state, not a deed."""
_GENERAL = frozenset({"company", "firm", "agency", "team", "service"})
"""Nouns that mostly stand for a body named elsewhere."""
_LINKING = frozenset({"of", "for", "the"})
_LONGEST_PHRASE = 8
_LONGEST_NAME = 40
"""Tokens of a name behind the noun of its body; far more than a body has, so that only rows of names are cut."""
_MOST_SOUGHT = 100
"""Bodies whose first mention is looked for; keeps long lists cheap."""

Found = tuple[int, Range]
"""Passage number and tokens."""


def find_collectives(
    passages: Sequence[Passage],
    sources: Iterable[tuple[int, Range, str]],
    named: Collection[str] = (),
    taken: Collection[Span] = (),
    persons: Collection[Span] = (),
) -> list[Found]:
    """Return the bodies that speak or act as officials, each at its first mention.

    Args:
        passages: the article.
        sources: (passage number, tokens, whom it stands for) in reading order, those of persons and pronouns left out.
        named: organisations of the article's officials, in small letters.
        taken: where these organisations stand beside their officials; there they do not count as mentioned.
        persons: where persons are named; what ends in a person's name is no body.
    """
    heard = list(sources)
    speaking = [
        (number, *_named(passages[number], source, speaker))
        for number, source, speaker in heard
        if _is_body(passages[number], source, named)
    ]
    spoken = {(number, source[1]) for number, source, _ in heard}
    acting = [
        (number, source, body_name(passage, source).lower())
        for number, passage in enumerate(passages)
        if not is_line(passage)
        for source in _acting_subjects(passage)
        if (number, source[1]) not in spoken
    ]
    seen: set[str] = set()
    parts: set[str] = set()
    found: list[Found] = []
    for number, source, name in sorted([*speaking, *acting]):
        if name not in seen and name not in parts:  # «the ministry» behind «the Ministry of Health»
            sought = len(seen) < _MOST_SOUGHT
            found.append(_first_mention(passages, number, source, name, taken) if sought else (number, source))
        seen.add(name)
        parts.update(name.split())
    return sorted(c for c in set(found) if not _is_person(passages[c[0]].span_of(*c[1]), persons))


def _is_person(span: Span, persons: Collection[Span]) -> bool:
    """Tell whether a person's name ends a span; «Mayor Ana Brill's office» is a body."""
    return any(span.overlaps(person) and person.end >= span.end for person in persons)


def _is_body(passage: Passage, source: Range, named: Collection[str]) -> bool:
    if is_line(passage) or passage.quote_of[source[0]] >= 0:
        return False
    if source[1] - source[0] == 2 and passage.low[source[0]] == "the" and passage.low[source[1] - 1] in _GENERAL:
        return False
    return (
        is_acting(passage, source)
        or body_name(passage, source).lower() in named
        or is_told_body(passage, source)
        or named_apposition(passage, source) != source
    )


def _named(passage: Passage, source: Range, speaker: str) -> tuple[Range, str]:
    """Return the tokens of a source that are the body, and its name in small letters."""
    low = passage.low
    start, end = named_apposition(passage, source)
    cuts = (i for i in range(start + 1, end) if low[i] in CUTTING and passage.is_capital(i - 1))
    stops = (i for i in range(start + 1, end) if low[i] in _NAME_ENDS)
    end = min(next(cuts, end), next(stops, end))
    return (start, end), speaker.lower() or body_name(passage, (start, end)).lower()


def _acting_subjects(passage: Passage) -> Iterator[Range]:
    """Yield the bodies of a passage that stand before the verb of a deed («the county council will decide»)."""
    low, last = passage.low, passage.size - 1
    for head in passage.places_of(_nouns()):
        if head == last or passage.quote_of[head] >= 0 or (low[head] == "who" and passage.words[head] != "WHO"):
            continue
        named = head > 0 and passage.is_capital(head) and passage.is_capital(head - 1)
        if not named and (low[head] not in acting_bodies() or low[head] in _GENERAL):
            continue
        end = _name_end(passage, head + 1)
        start = _phrase_start(passage, head) if _does(passage, end) else None
        if start is not None:
            yield (start, end)


@cache
def _nouns() -> frozenset[str]:
    return bodies() - documents() - media() - words("private_groups")


def _name_end(passage: Passage, end: int) -> int:
    """Return where a name ends that goes on behind the noun of its body: «Weather Service of Karsk».

    A row of names is followed no further than the longest name there is.
    """
    low, last = passage.low, min(passage.size - 1, end + _LONGEST_NAME)
    while end < last and (
        (passage.is_capital(end) and (passage.is_capital(end - 1) or low[end - 1] in _LINKING))
        or (low[end] in _LINKING and passage.is_capital(end + 1))
    ):
        end += 1
    return end


def _does(passage: Passage, verb: int) -> bool:
    """Tell whether the verb of a deed begins at a token: «will decide», «reportedly saved», «has written»."""
    low, size = passage.low, passage.size
    first = verb
    while verb < size - 1 and is_verb_group(passage, verb):
        verb += 1
    helpers = low[first:verb]
    if verb >= size or not passage.is_word(verb) or not words("negations").isdisjoint(helpers):
        return False
    if not _MODALS.isdisjoint(helpers):
        return "be" not in helpers and low[verb] not in words("determiners prepositions")
    if not _BEING.isdisjoint(helpers):
        return False
    if not _HAVING.isdisjoint(helpers):
        return low[verb].endswith(("ed", "en")) or is_finite(passage, verb)
    return is_finite(passage, verb) and low[verb] not in _STATES


def _phrase_start(passage: Passage, head: int) -> int | None:
    """Return where the noun phrase of a subject begins; None if it is the object of a preposition."""
    low = passage.low
    begin = passage.sentences[passage.sentence_of[head]][0]
    start = head
    while start > begin and head - start < _LONGEST_PHRASE:
        word = low[start - 1]
        if word in words("determiners") and word not in {"that", "this"}:
            start -= 1
            break
        if word in words("trades"):
            break
        name = word in {"of", "for", "and"} and passage.is_capital(start) and start - 1 > begin
        inner = name and passage.is_capital(start - 2) and low[start - 2] in organisation_words()
        stop = word in words("prepositions stops pronouns wh") or not passage.is_word(start - 1)
        if not inner and (stop or is_finite(passage, start - 1) or word == "and"):
            break
        start -= 1
    before = low[start - 1] if start > begin else ""
    return None if before in words("prepositions") or before in words("pronouns") else start


def _first_mention(
    passages: Sequence[Passage], number: int, source: Range, name: str, taken: Collection[Span]
) -> Found:
    """Return the first place in running text where a name stands by itself, the given one at the latest."""
    wanted = name.replace("’", "'").split()
    for at, passage in enumerate(passages[: number + 1]):
        if is_line(passage) or not wanted or wanted[0] not in passage.low:
            continue
        for index in _places(passage.low, wanted):
            if (at, index) >= (number, source[0]):
                return number, source
            if _stands_alone(passage, index, len(wanted)):
                start = index - (index > 0 and passage.low[index - 1] in ARTICLES)
                span = passage.span_of(start, index + len(wanted))
                if not any(span.overlaps(other) for other in taken):
                    return at, (start, index + len(wanted))
    return number, source


def _places(low: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Yield where some words stand one behind the other."""
    index = -1
    for _ in range(low.count(wanted[0])):
        index = low.index(wanted[0], index + 1)
        if low[index : index + len(wanted)] == wanted:
            yield index


def _stands_alone(passage: Passage, index: int, length: int) -> bool:
    """Tell whether words are a whole name, not a part of a longer one («police» in «Karsk police chief»)."""
    low, end = passage.low, index + length
    if end < passage.size and (passage.is_capital(end) and low[end] not in words("days months")):
        return False
    if passage.quote_of[index] >= 0 or (end < passage.size and low[end] in bodies()):
        return False
    before = low[index - 1] if index else "."
    alone = before in words("determiners prepositions stops auxiliaries") or not passage.is_word(index - 1)
    return not index or alone or is_finite(passage, index - 1)
