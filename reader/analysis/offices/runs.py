"""Runs of capitalised words: where in «Former Health Minister Ana Brill MP» the name begins and ends."""

from functools import lru_cache
from typing import NamedTuple

from reader.analysis.draft import Range
from reader.analysis.offices.complements import PREPOSITIONS, begin_of_name
from reader.analysis.offices.words import is_head, is_modifier, is_rank, plural_heads
from reader.analysis.phrases import LEADS, WORDS_KEPT
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import (
    ambiguous_names,
    given_names,
    nationalities,
    office_class,
    office_modifiers,
    organisation_words,
    places,
    ranks,
)
from reader.text.commonwords import COMMON_WORDS
from reader.text.names import is_particle

_LISTING = frozenset({",", "and", "&", "of", "from", "("})
"""What can stand behind the first name of a list."""
_TRAILING = frozenset({"in", "the", "on", "at", "for", "by", "and", "a", "but", "with"})
"""Small words that a new heading or sentence puts behind a name without a mark between."""


class Run(NamedTuple):
    """A name inside a run of capitalised words."""

    name: Range
    honorific: str = ""
    """The honorific before the name («mr»), in small letters."""
    letters: Range | None = None
    """Letters behind the name that tell an office («MP»)."""


def run_end(passage: Passage, start: int) -> int:
    """Return the end of the capitalised run that begins at ``start``; a possessive ending closes it."""
    size, low = passage.size, passage.low
    index = start
    while index < size:
        word = low[index]
        if passage.words[index][0].isupper():
            index += 1
            if word.endswith("'s"):
                return index
        elif index == start or not (_may_join(word) and _joins(passage, start, index)):
            break
        else:
            index += 1
    return index


@lru_cache(maxsize=WORDS_KEPT)
def _may_join(word: str) -> bool:
    """Tell whether a token in small letters can go on with a name; few can, and one stands behind each name."""
    return word == "." or word[:3] in {"al-", "el-"} or is_particle(word)


def _joins(passage: Passage, start: int, index: int) -> bool:
    """Tell whether a token in small letters goes on with the name that began at ``start`` («van», «al-Amin», «J.»)."""
    word = passage.low[index]
    if word[:3] in {"al-", "el-"}:
        return passage.words[index][3:4].isupper()
    following = index + 2 if is_particle(passage.low[min(index + 1, passage.size - 1)]) else index + 1
    if following >= passage.size or not passage.words[following][0].isupper():
        return False
    if word == ".":
        before = passage.low[index - 1]
        initials = all(len(part) < 2 for part in before.split("."))
        return (
            initials
            or before in ranks()
            or before in office_class("styles honours")
            or before in {"jr", "sr", "st", "ch", "rt"}
        )
    return index - start < 3 or word not in {"e", "y", "do", "ten", "la", "le"}


def read_run(passage: Passage, start: int, end: int) -> Run | None:
    """Return the name in a capitalised run; None if nothing of it is left for one."""
    low = passage.low
    end, letters = _without_letters(passage, start, end)
    first = start = begin_of_name(passage, start, end)
    honorific = ""
    listing = end < len(low) and low[end] in _LISTING
    for index in range(_title_reach(passage, start, end) - 1, start - 1, -1):
        word = low[index]
        listed = listing and word in plural_heads()  # «Senators Ana Brill and ...»
        if listed or _is_title(word) or (passage.words[index].isupper() and is_rank(passage, index)):
            honorific = word if word in office_class("styles honours") else ""
            first = index + 1
            break
    while first < end and low[first] == ".":
        first += 1
    begins = start == passage.sentences[passage.sentence_of[start]][0]
    governed = start > 0 and low[start - 1] in PREPOSITIONS  # «(MP) for North Tarn»
    while not governed and first < end and first == start and _is_lead(low[first], begins):
        first = start = start + 1
    last = end
    while last > first and _is_trailing(passage, first, last - 1, titled=first > start):
        last -= 1
    return Run((first, last), honorific, letters) if 0 < last - first <= _LONGEST + 2 else None


@lru_cache(maxsize=WORDS_KEPT)
def _is_title(word: str) -> bool:
    """Tell whether a word before a name is an office, a style, an honour or a rank."""
    return is_head(word) or word in office_class("styles honours") or word in ranks()


_LONGEST_LETTERS = 6
_LONGEST = 5
"""Words of the longest name."""


def _without_letters(passage: Passage, start: int, end: int) -> tuple[int, Range | None]:
    """Return where a run ends without letters behind the name («MP», «PhD»), and those of them that tell an office."""
    letters = None
    while end - start > 2 and len(passage.low[end - 1]) < _LONGEST_LETTERS:
        word = passage.low[end - 1].replace(".", "")
        if word in office_class("post_nominals"):
            letters = (end - 1, end)
        elif word not in office_class("degrees"):
            break
        end -= 1
    return end, letters


def _is_trailing(passage: Passage, first: int, index: int, *, titled: bool) -> bool:
    """Tell whether the last token of a run is no part of the name: «Orlo. In», «President Orlo Friday», «March 3»."""
    word = passage.low[index]
    if word == "." or index == first:
        return word == "."
    dated = word in words("days") or (
        word in words("months") and index + 1 < passage.size and passage.low[index + 1][0].isdigit()
    )
    return word in _TRAILING or (dated and (titled or index - first > 1))


def _title_reach(passage: Passage, start: int, end: int) -> int:
    """Return the end of the words of a run that can be an office; «Howard Dean» and «Mayor Tedra Judge» end in none."""
    low, last = passage.low, end - 1
    if last <= start or not is_head(low[last].removesuffix("'s")):
        return end
    first = last - 1 - (low[last - 1] == "." and last - 2 > start)  # «Ana B. King»
    while first > start and len(low[first]) == 1:
        first -= 1 + (low[first - 1] == ".")
    if is_given(low[first]) and not is_head(low[first]):
        return first
    office = next((i for i in range(first - 1, start - 1, -1) if is_head(low[i]) or low[i] in ranks()), None)
    if office is None or any(_is_no_part(passage, i) for i in range(office + 1, last)):
        return end
    return office + 1


def _is_no_part(passage: Passage, index: int) -> bool:
    """Tell whether a word between an office and a surname tells of a second office, not of a name."""
    word = passage.low[index]
    return is_head(word) or is_modifier(passage, index) or word in organisation_words() or is_land(word)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name that is no place and no other word too."""
    return word in given_names() and word not in ambiguous_names() and word not in places()


def is_land(word: str) -> bool:
    """Tell whether a word is a place or a nationality."""
    return word in places() or word in nationalities()


@lru_cache(maxsize=WORDS_KEPT)
def _is_lead(word: str, begins: bool) -> bool:
    """Tell whether a capitalised word is no part of the name behind it: «But Orlo», «Given Orlo's age»."""
    common = begins and word in COMMON_WORDS and word not in given_names() and not is_particle(word)
    _, hyphen, part = word.rpartition("-")
    # «Pan-democrat Orlo», «Ex-Liberal Nix»: what somebody is, by the last part of the word
    return common or part in words("no_names") or word in LEADS or (hyphen != "" and part in office_modifiers())
