"""People: names of persons in the text, with the office and the organisation that stand beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.analysis.draft import Range
from reader.analysis.offices.complements import PREPOSITIONS
from reader.analysis.offices.phrases import Post, office_after, office_in_front, organisation_after
from reader.analysis.offices.runs import Run, is_given, is_land, read_run, run_end
from reader.analysis.offices.titles import before_styles, office_before
from reader.analysis.offices.words import is_head, plural_heads
from reader.analysis.phrases import WORDS_KEPT
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import (
    gender_of,
    given_names,
    nationalities,
    office_class,
    office_modifiers,
    organisation_words,
    places,
    sites,
)
from reader.text.names import is_particle

_SMALL = frozenset({"on", "in", "at", "to", "by", "of", "as", "is", "or"})
"""Small words that only a line with capitals throughout would have inside a name."""


@dataclass(slots=True)
class Mention:
    """A person's name at one place."""

    passage: int
    """Index of the passage."""
    tokens: Range
    name: str
    """As written, without possessive ending."""
    length: int
    """Number of words of the name."""
    gender: str = ""
    """By the honorific only: ``masculine``, ``feminine`` or ``""``."""
    post: Post | None = None
    sure: bool = False
    """Certainly a person: an office, an honorific or a given name says so."""


def find_mentions(passage: Passage, number: int) -> list[Mention]:
    """Return the names of persons in one passage; single words only where an office or honorific stands before them.

    Lines in capitals are left to ``shouted``.
    """
    found: list[Mention] = []
    end = 0
    if is_shouted(passage):
        return found
    for index in passage.capitals:
        if index >= end:
            end = run_end(passage, index)
            if end == index + 1 and not _is_introduced(passage, index):
                continue
            run = read_run(passage, index, end)
            mention = read_mention(passage, number, run) if run is not None else None
            if mention is not None:
                found.append(mention)
    return found


def _is_introduced(passage: Passage, index: int) -> bool:
    """Tell whether an office, an honorific or a possessor stands right before a single capitalised word."""
    return index > 0 and _introduces(passage.low[index - 1])


@lru_cache(maxsize=WORDS_KEPT)
def _introduces(word: str) -> bool:
    return word in {".", "'"} or word in office_class("styles honours") or word.endswith("'s") or is_head(word)


def is_shouted(passage: Passage) -> bool:
    """Tell whether a passage is set in capitals throughout («MAYOR WARNS»)."""
    if passage.size < 3 or 2 * len(passage.capitals) < passage.size:
        return False
    return not any(char.islower() for word in passage.words for char in word)


def read_mention(passage: Passage, number: int, run: Run) -> Mention | None:
    """Return the name in a run with what the text says of its bearer; None if it is no name of a person."""
    start, end = run.name
    honoured = run.honorific != ""
    low = passage.low
    name_words = [w for w in low[start:end] if w != "."]
    full = len(name_words) > 1
    if any(map(_is_no_name, name_words[:-1] if full else name_words)):
        return None
    last = passage.words[end - 1].removesuffix("'s").removesuffix("’s")
    if len(last) > 1 and last.isupper() and last.isalpha() and not passage.words[start].isupper():
        return None
    joined = " ".join(name_words).removesuffix("'s")
    if joined in places() or joined in nationalities() or (len(name_words) == 1 and name_words[0] in words("no_names")):
        return None
    if name_words[0] in nationalities() or name_words[0] in words("days traders"):
        return None
    post = _post(passage, start, end, full)
    titled = full and (honoured or (post is not None and post.adjacent and passage.is_capital(start - 1)))
    titled = titled and not (is_land(name_words[0]) or name_words[0] in office_modifiers())
    if name_words[0] in words("months") and not (titled or _begins_with_name(passage, start, post)):
        return None
    if passage.titled and not _SMALL.isdisjoint(name_words):
        return None
    if full and _is_no_name(name_words[-1]) and not _ends_in_surname(name_words, post, titled):
        return None
    if start and low[start - 1] == "the" and not honoured and not (post is not None and post.adjacent):
        return None
    given = full and (name_words[0] in given_names() or len(name_words[0]) == 1)
    sure = post is not None or run.letters is not None or honoured or given
    if not sure and name_words[-1].removesuffix("'s") in sites():
        return None
    checked = name_words[:-1] if titled else name_words
    if not given and any(is_land(w) or w in office_modifiers() for w in checked):
        return None
    if not full and not _is_surname_alone(passage, start, post, honoured=honoured):
        return None
    told = given or honoured or post is None or post.office is not None
    if not told and (name_words[0] in words("time_nouns") or _is_shortened(passage, name_words, post)):
        return None
    span = passage.span_of(start, end)
    name = " ".join(span.of(passage.text).split())
    if name[-2:].lower() in {"'s", "’s"}:
        name = name[:-2]
    if post is None and run.letters is not None:
        post = Post(run.letters, None)
    return Mention(number, run.name, name, len(name_words), gender_of("", run.honorific), post, sure)


def _is_title_of_things(passage: Passage, index: int) -> bool:
    """Tell whether a word that can be an office as often stands before another noun («PC World», «Executive Order»)."""
    word, behind = passage.low[index], passage.low[index + 1]
    return word == "executive" or word in office_class("capital_ranks") or behind in plural_heads()


def _is_surname_alone(passage: Passage, start: int, post: Post | None, *, honoured: bool) -> bool:
    """Tell whether a single word behind an office or an honorific is the surname of a person."""
    if not passage.is_capital(start) or _is_title_of_things(passage, start - 1):
        return False
    return honoured if post is None else honoured or (post.adjacent and not _is_rest_of_body(passage, post, start))


def _is_rest_of_body(passage: Passage, post: Post, start: int) -> bool:
    """Tell whether one word goes on with the body before it: «chairman of the House | Ways and Means Committee»."""
    if post.office is None or post.organisation is None or post.organisation[1] != start:
        return False
    return passage.low[post.office[1]] in PREPOSITIONS


def _is_shortened(passage: Passage, name_words: Sequence[str], post: Post | None) -> bool:
    """Tell whether letters in brackets are short for the words before them: «Investment Partnership (TIP)»."""
    letters = post.organisation if post is not None else None
    short = passage.text_of(*letters).lower() if letters is not None else ""
    return len(short) > 1 and short.endswith("".join(word[0] for word in name_words))


def _begins_with_name(passage: Passage, start: int, post: Post | None) -> bool:
    """Tell whether a month is a given name («Jan Holt said»), not a date («in June Orlo said»)."""
    dated = start > 0 and passage.low[start - 1] in words("prepositions")
    told = post is not None and post.office is not None
    return not dated and (told or passage.low[start] in given_names())


def _ends_in_surname(name_words: Sequence[str], post: Post | None, titled: bool) -> bool:
    """Tell whether the noun of a body is a surname («Mayor Ana Court»); days and small words are none."""
    last = name_words[-1].removesuffix("'s")
    if last not in organisation_words() or last in words("days"):
        return False
    if titled or (post is not None and post.office is not None):
        return name_words[0] in given_names()
    return len(name_words) == 2 and is_given(name_words[0])


def _post(passage: Passage, start: int, end: int, full: bool) -> Post | None:
    """Return what the text says the person is; what stands behind the name tells more than a mere rank before it."""
    before = office_before(passage, start)
    behind = office_after(passage, end) if full or before is None else None
    if before is not None and before.office is not None:
        ranked = all(w in office_class("full_ranks ranks") or w == "." for w in passage.low[slice(*before.office)])
        if ranked and (behind is None or behind.office is None):
            # «the spokesman of the ministry, Major General Ana Brill»: the post stands in front of the rank
            styled = before_styles(passage, before.office[0])
            styled -= styled > 1 and passage.low[styled - 2 : styled] == [",", "the"]  # «, the Rt Rev Karl Orlo»
            front = office_in_front(passage, styled)
            if front is not None and front.office is not None:
                return Post(front.office, front.organisation, before.adjacent)
        if behind is None:
            organisation = before.organisation or (organisation_after(passage, end) if full else None)
            return Post(before.office, organisation, before.adjacent)
        if behind.office is None or not ranked:
            return Post(before.office, _better_named(passage, before, behind), before.adjacent)
        return Post(behind.office, behind.organisation, before.adjacent)
    if behind is None or behind.office is None:
        front = office_in_front(passage, before_styles(passage, start))
        if front is not None:
            behind = Post(front.office, front.organisation or (behind.organisation if behind is not None else None))
    if behind is None or before is None:
        return before or behind
    organisation = _better_named(passage, before, behind)
    return Post(behind.office, behind.organisation or organisation) if behind.office else Post(None, organisation)


def _better_named(passage: Passage, before: Post, behind: Post) -> Range | None:
    """Return the organisation before a name, or the one behind it if only that has a name of its own.

    «The northern camp's Ana Brill of the Water Party».
    """
    first, second = before.organisation, behind.organisation
    if first is None or second is None:
        return first or second
    return second if passage.is_capital(second[1] - 1) and not passage.is_capital(first[1] - 1) else first


@cache
def _no_name_words() -> frozenset[str]:
    small = words("determiners prepositions negations wh stops")
    return organisation_words() | words("days") | {w for w in small if len(w) > 2 and not is_particle(w)}


@lru_cache(maxsize=WORDS_KEPT)
def _is_no_name(word: str) -> bool:
    return word.removesuffix("'s") in _no_name_words() or (not word.isalpha() and any(c.isdigit() for c in word))
