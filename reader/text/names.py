"""Names of persons as text: surname, spelling variants, and whether two names can be one person.

Spellings of one name differ between outlets: accents, apostrophes for soft signs, and the ways Cyrillic and Arabic are
written in Latin letters («Zelensky», «Zelenskyy», «Zelenskiy»). The key folds those; it is for comparing only.
"""

import re
import unicodedata
from functools import lru_cache

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "el", "al", "bin", "ibn", "ben",
     "abu", "dos", "das", "do", "ter", "ten", "zu", "af", "av", "y", "e"}
)  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_FOLDS = (
    (r"shch", "sc"),
    (r"sch", "s"),
    (r"kh|ch(?=[aou]?l)", "h"),
    (r"tz|ts|cz", "c"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"ou|oo", "u"),
    (r"dj|dzh", "j"),
    (r"(?:i|y|j)+(?=[aeou])", "i"),
    (r"[iyj]+\b|[iyj]{2,}|ij|y", "i"),
    (r"i?e(?=v\b)", "e"),
    (r"(.)\1+", r"\1"),
)
"""Patterns of spellings and what they are folded to, in order."""
_SPELLINGS = (
    "alexander aleksandr aleksander oleksandr alexandr aliaksandr",
    "vladimir volodymyr uladzimir",
    "dmitry dmitri dmytro dimitri dmitriy",
    "sergei sergey serhii serhiy sergiy",
    "andrei andrey andrii andriy andrew",
    "nikolai nikolay mykola",
    "michael mikhail mykhailo",
    "alexei alexey aleksei oleksii oleksiy",
    "yuri yuriy yurii yury",
    "viktor victor",
    "oleg oleh",
    "igor ihor",
    "pavel pavlo paul",
    "peter petro pyotr",
    "evgeny yevgeny yevhen eugene",
    "mohammed muhammad mohamed mohammad mehmet",
    "ahmed ahmad",
    "joseph yusuf youssef yosef",
)
"""Spellings of one given name in the languages of the news, a group a line."""
_SHORT_FORMS = (
    "alexander alex",
    "michael mike mick",
    "peter pete",
    "joseph joe",
    "william bill will billy",
    "robert bob bobby rob",
    "james jim jimmy",
    "edward ed ted eddie",
    "thomas tom tommy",
    "richard rick dick",
    "charles charlie chuck",
    "john jack johnny jon",
    "elizabeth liz beth betsy",
    "catherine kate kathy katherine kathryn",
    "margaret maggie peggy",
    "daniel dan danny",
    "david dave",
    "stephen steven steve",
    "anthony tony",
    "benjamin ben",
    "samuel sam",
    "kenneth ken",
    "ronald ron",
    "donald don",
    "gregory greg",
    "jeffrey jeff",
    "matthew matt",
    "patrick pat",
    "timothy tim",
    "christopher chris",
    "nicholas nick",
    "jennifer jen jenny",
    "susan sue",
    "deborah debbie",
)
"""Given names with their short forms, a group a line."""


def name_words(name: str) -> list[str]:
    """Return the words of a name without suffixes («Jr.») and without possessive endings."""
    if "'" in name or "’" in name:
        name = _POSSESSIVE.sub("", name)
    words = [w.strip(".,") for w in name.split()]
    return [w for w in words if w and w.lower() not in _SUFFIXES]


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """Return the last word of a name («Brill» for «Ana M. Brill Jr.»); ``""`` for an empty name."""
    words = name_words(name)
    return words[-1] if words else ""


@lru_cache(maxsize=4096)
def given_name(name: str) -> str:
    """Return the first word of a name of several words, else ``""``."""
    words = name_words(name)
    return words[0] if len(words) > 1 else ""


@lru_cache(maxsize=4096)
def is_particle(word: str) -> bool:
    """Tell whether a small word can stand inside a name («van», «de», «bin»)."""
    return word.lower() in _PARTICLES


@lru_cache(maxsize=1)
def _folds() -> tuple[tuple[re.Pattern[str], str], ...]:
    # compiled on first use: most articles are read without comparing names
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _FOLDS)


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """Return one key for the spellings of one word of a name: no case, no accents, transliterations folded."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    key = "".join(c for c in decomposed if c.isalnum())
    if not key.isascii():
        return key
    for pattern, replacement in _folds():
        key = pattern.sub(replacement, key)
    return key


def spelling_key(name: str) -> str:
    """Return one key for the spellings of all words of a name of a person or body."""
    return " ".join(word_key(word) for word in name.split())


def person_key(name: str, *, short_forms: bool = True) -> str:
    """Return one key for the spellings of a full name: the keys of given name and surname, middle names left out.

    Args:
        name: the full name.
        short_forms: take «Bill» and «William» for one name too, not only «Volodymyr» and «Vladimir».
    """
    words = name_words(name)
    if not words:
        return ""
    return word_key(words[0]) if len(words) == 1 else f"{_given_key(words[0], short_forms)} {word_key(words[-1])}"


@lru_cache(maxsize=4096)
def _given_key(word: str, short_forms: bool = True) -> str:
    key = word_key(word)
    if short_forms:
        key = _first_of(_SHORT_FORMS).get(key, key)
    return _first_of(_SPELLINGS).get(key, key)


@lru_cache(maxsize=2)
def _first_of(groups: tuple[str, ...]) -> dict[str, str]:
    """Return the key of every name in the groups -> the key of the first name of its group."""
    return {word_key(name): word_key(group.split()[0]) for group in reversed(groups) for name in group.split()}


def same_person(one: str, other: str) -> bool:
    """Tell whether two names can be one person: equal surnames and given names that do not contradict each other.

    A bare surname agrees with any given name, an initial with every name that begins with it, «Bill» with «William».
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    if word_key(first[-1]) != word_key(second[-1]):
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    a, b = first[0], second[0]
    if len(a.strip(".")) == 1 or len(b.strip(".")) == 1:
        return a[0].casefold() == b[0].casefold()
    return _given_key(a) == _given_key(b)
