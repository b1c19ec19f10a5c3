"""People: names of persons in the text, with the office and the organisation that stand beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.analysis.draft import Range
from reader.analysis.offices.complements import PREPOSITIONS, begin_of_name
from reader.analysis.offices.phrases import Post, office_after, office_in_front, organisation_after
from reader.analysis.offices.titles import office_before
from reader.analysis.offices.words import is_head, is_modifier
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
    sites,
)
from reader.text.commonwords import COMMON_WORDS
from reader.text.names import is_particle

_HONORIFICS = {"mr": "masculine", "mrs": "feminine", "ms": "feminine", "miss": "feminine", "sir": "masculine",
               "lord": "masculine", "lady": "feminine", "dame": "feminine", "mx": ""}  # fmt: skip
_POSTNOMINALS = frozenset({"kc", "qc", "mp", "mep", "msp", "mla", "td"})
"""Letters behind a name that tell an office."""
_LONGEST = 5
_TRAILING = frozenset({"in", "the", "on", "at", "for", "by", "and", "a", "but", "with"})
"""Small words that a new heading or sentence puts behind a name without a mark between."""


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
    """Return the names of persons in one passage; single words only where an office or honorific stands before them."""
    found: list[Mention] = []
    end = 0
    for index in passage.capitals:
        if index >= end:
            end = _run_end(passage, index)
            if end == index + 1 and not _is_introduced(passage, index):
                continue
            found.extend(_read_run(passage, number, index, end))
    return found


def without_shouted(passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without those on lines in capitals whose words no other line writes as names."""
    shouted = {number for number in {m.passage for m in mentions} if _is_shouted(passages[number])}
    if not shouted:
        return list(mentions)
    written = {word for p in passages for word in p.words if not word.isupper() and word[0].isupper()}
    known = {word.lower().removesuffix("'s").removesuffix("’s") for word in written}
    return [m for m in mentions if m.passage not in shouted or known.issuperset(m.name.lower().split())]


def _is_shouted(passage: Passage) -> bool:
    """Tell whether a passage is set in capitals throughout («MAYOR WARNS»)."""
    return len(passage) > 2 and not any(char.islower() for word in passage.words for char in word)


def _is_introduced(passage: Passage, index: int) -> bool:
    """Tell whether an office, an honorific or a possessor stands right before a single capitalised word."""
    before = passage.low[index - 1] if index else ""
    return before in {".", "'"} or before in _HONORIFICS or before.endswith("'s") or is_head(before)


def _run_end(passage: Passage, start: int) -> int:
    """Return the end of the capitalised run that begins at ``start``; a possessive ending closes it."""
    low = passage.low
    for index in range(start, len(low)):
        if passage.words[index][0].isupper():
            if low[index].endswith("'s"):
                return index + 1
        elif not _joins(passage, start, index):
            return index
    return len(low)


def _joins(passage: Passage, start: int, index: int) -> bool:
    """Tell whether a token in small letters goes on with the name that began at ``start`` («van», «al-Amin», «J.»)."""
    word = passage.low[index]
    if word != "." and not is_particle(word):
        return word[:3] in {"al-", "el-"} and passage.words[index][3:4].isupper()
    following = index + 2 if is_particle(passage.low[min(index + 1, len(passage) - 1)]) else index + 1
    if following >= len(passage) or not passage.words[following][0].isupper():
        return False
    if word == ".":
        before = passage.low[index - 1]
        initials = all(len(part) < 2 for part in before.split("."))
        return initials or before in ranks() or before in _HONORIFICS or before in {"jr", "sr", "st"}
    return index - start < 3 or word not in {"e", "y", "do", "ten", "la", "le"}


def _read_run(passage: Passage, number: int, start: int, end: int) -> list[Mention]:
    low = passage.low
    gender, honoured = "", False
    letters: Post | None = None
    if end - start > 2 and low[end - 1] in _POSTNOMINALS:
        letters = Post((end - 1, end), None)
        end -= 1
    name_start = start = begin_of_name(passage, start, end)
    for index in range(_title_reach(passage, start, end) - 1, start - 1, -1):
        word = low[index]
        if is_head(word) or word in _HONORIFICS or word in ranks() or word in {"mr.", "dr."}:
            gender = _HONORIFICS.get(word, "")
            honoured = word in _HONORIFICS
            name_start = index + 1
            break
    while name_start < end and low[name_start] == ".":
        name_start += 1
    begins = start == passage.sentences[passage.sentence_of[start]][0]
    governed = start > 0 and low[start - 1] in PREPOSITIONS  # «(MP) for North Tarn»
    while not governed and name_start < end and name_start == start and _is_lead(low[name_start], begins):
        name_start = start = start + 1
    name_end = end
    while name_end > name_start and (
        low[name_end - 1] == "." or (low[name_end - 1] in _TRAILING and name_end - name_start > 1)
    ):
        name_end -= 1
    if name_end - name_start < 1 or name_end - name_start > _LONGEST + 2:
        return []
    mention = _mention(passage, number, (name_start, name_end), gender, honoured)
    if mention is not None and mention.post is None and letters is not None:
        mention.post, mention.sure = letters, True
    return [mention] if mention is not None else []


def _title_reach(passage: Passage, start: int, end: int) -> int:
    """Return the end of the words of a run that can be an office; «Howard Dean» and «Mayor Tedra Judge» end in none."""
    low, last = passage.low, end - 1
    if last <= start or not is_head(low[last].removesuffix("'s")):
        return end
    first = last - 1 - (low[last - 1] == "." and last - 2 > start)  # «Ana B. King»
    while first > start and len(low[first]) == 1:
        first -= 1 + (low[first - 1] == ".")
    if _is_given(low[first]) and not is_head(low[first]):
        return first
    office = next((i for i in range(first - 1, start - 1, -1) if is_head(low[i]) or low[i] in ranks()), None)
    if office is None or any(_is_no_part(passage, i) for i in range(office + 1, last)):
        return end
    return office + 1


def _is_no_part(passage: Passage, index: int) -> bool:
    """Tell whether a word between an office and a surname tells of a second office, not of a name."""
    word = passage.low[index]
    return is_head(word) or is_modifier(passage, index) or word in organisation_words() or _is_land(word)


def _is_given(word: str) -> bool:
    """Tell whether a word is a given name that is no place and no other word too."""
    return word in given_names() and word not in ambiguous_names() and word not in places()


def _is_land(word: str) -> bool:
    return word in places() or word in nationalities()


@lru_cache(maxsize=WORDS_KEPT)
def _is_lead(word: str, begins: bool) -> bool:
    """Tell whether a capitalised word is no part of the name behind it: «But Orlo», «Given Orlo's age»."""
    common = begins and word in COMMON_WORDS and word not in given_names() and not is_particle(word)
    _, hyphen, part = word.rpartition("-")
    # «Pan-democrat Orlo», «Ex-Liberal Nix»: what somebody is, by the last part of the word
    return common or part in words("no_names") or word in LEADS or (hyphen != "" and part in office_modifiers())


def _mention(passage: Passage, number: int, tokens: Range, gender: str, honoured: bool) -> Mention | None:
    start, end = tokens
    low = passage.low
    name_words = [w for w in low[start:end] if w != "."]
    full = len(name_words) > 1
    if any(_is_no_name(w) for w in (name_words[:-1] if full else name_words)):
        return None
    last = passage.words[end - 1].removesuffix("'s").removesuffix("’s")
    if len(last) > 1 and last.isupper() and last.isalpha() and not passage.words[start].isupper():
        return None
    joined = " ".join(name_words).removesuffix("'s")
    if joined in places() or joined in nationalities() or (len(name_words) == 1 and name_words[0] in words("no_names")):
        return None
    if name_words[0] in nationalities() or name_words[0] in words("days"):
        return None
    post = _post(passage, start, end, full)
    titled = full and (honoured or (post is not None and post.adjacent and passage.is_capital(start - 1)))
    titled = titled and not (_is_land(name_words[0]) or name_words[0] in office_modifiers())
    if name_words[0] in words("months") and not (titled or _begins_with_name(passage, start, post)):
        return None
    if full and _is_no_name(name_words[-1]) and not _ends_in_surname(name_words, post, titled):
        return None
    if start and low[start - 1] == "the" and not honoured and not (post is not None and post.adjacent):
        return None
    given = full and (name_words[0] in given_names() or len(name_words[0]) == 1)
    sure = post is not None or honoured or given
    if not sure and name_words[-1].removesuffix("'s") in sites():
        return None
    checked = name_words[:-1] if titled else name_words
    if not given and any(_is_land(w) or w in office_modifiers() for w in checked):
        return None
    if len(name_words) == 1 and not (honoured or (post is not None and post.adjacent)):
        return None
    if len(name_words) == 1 and not passage.words[start][0].isupper():
        return None
    name = " ".join(passage.text_of(start, end).split())
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    return Mention(number, tokens, name, len(name_words), gender, post, sure)


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
    return len(name_words) == 2 and _is_given(name_words[0])


def _post(passage: Passage, start: int, end: int, full: bool) -> Post | None:
    """Return what the text says the person is; what stands behind the name tells more than a mere rank before it."""
    before = office_before(passage, start)
    behind = office_after(passage, end) if full or before is None else None
    if before is not None and before.office is not None:
        ranked = all(w in office_class("full_ranks ranks") or w == "." for w in passage.low[slice(*before.office)])
        if ranked and (behind is None or behind.office is None):
            # «the spokesman of the ministry, Major General Ana Brill»: the post stands in front of the rank
            front = office_in_front(passage, before.office[0])
            if front is not None and front.office is not None:
                return Post(front.office, front.organisation, before.adjacent)
        if behind is None:
            organisation = before.organisation or (organisation_after(passage, end) if full else None)
            return Post(before.office, organisation, before.adjacent)
        if behind.office is None or not ranked:
            return Post(before.office, before.organisation or behind.organisation, before.adjacent)
        return Post(behind.office, behind.organisation, before.adjacent)
    if behind is None or behind.office is None:
        front = office_in_front(passage, start)
        if front is not None:
            behind = Post(front.office, front.organisation or (behind.organisation if behind is not None else None))
    if behind is not None and behind.office is not None and before is not None and behind.organisation is None:
        return Post(behind.office, before.organisation)
    return behind if behind is not None and behind.office is not None else before or behind


@cache
def _no_name_words() -> frozenset[str]:
    small = words("determiners prepositions negations wh stops")
    return organisation_words() | words("days") | {w for w in small if len(w) > 2 and not is_particle(w)}


@lru_cache(maxsize=WORDS_KEPT)
def _is_no_name(word: str) -> bool:
    return word.removesuffix("'s") in _no_name_words() or (not word.isalpha() and any(c.isdigit() for c in word))
