"""Identity of outlets: one key for «The Hill», «thehill.com» and «Hill»."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.lexicon.outlets import known_outlets, name_key
from reader.text.shingles import split_words
from reader.text.spans import Span

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SERVICE = re.compile(r"(?:news|press)?(?:agency|service|wire)$")
"""What is left out when an agency is named for short («Interport» for «Interport News Agency»)."""
_SHORTEST_TRUNK = 4
_ARTICLE = re.compile(r"^(?:the|il|la|le|les|el|los|las|der|die|das|het|os|gli|lo)\s+(?=\w)", re.IGNORECASE)
_SHORTEST_SHORT = 4
"""Letters of a short form that is taken for a longer name («the Echo» is, «the Bee» is not)."""
_SHORTEST_NAME = 2
_REMARK = re.compile(r"\s*\([^()]{1,80}\)\s*$")
"""What is added to a name and is none of it: «(English pages)», «(blog)»."""
_INITIALS = re.compile(r"[A-Z]{2,6}")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "at", "in", "de", "la", "le", "du", "des", "del", "der", "die"})
"""Words of a name that may have no letter in its initials."""
_LEADS_TO_NAME = re.compile(r"(?:\b[Tt]he|['’]s)\s+\Z")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov"})


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """Return the key under which two names, hosts or addresses of one outlet are equal; empty for no name.

    Outlets of the lexicon have one key for all their aliases and domains; an unknown host is taken by its own label
    («northgateherald.com» is «Northgate Herald»).
    """
    words = _REMARK.sub("", re.sub(r"^https?://", "", name.strip()).split("/")[0].strip())
    known = known_outlets().find(words)
    if known is not None:
        return name_key(known.name)
    if _HOST.fullmatch(words) and not words.endswith("."):
        labels = words.casefold().removeprefix("www.").split(".")
        label = labels[-2] if labels[-2] not in _SECOND_LEVEL or len(labels) < 3 else labels[-3]
        label = label.removeprefix("the") if len(label) > 6 else label
        return name_key(label.replace("-", " "))
    key = name_key(_ARTICLE.sub("", words))
    trunk = _SERVICE.sub("", key)
    return trunk if len(trunk) >= _SHORTEST_TRUNK else key


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two names stand for one outlet; two empty names do not."""
    key = outlet_key(one)
    return bool(key) and key == outlet_key(other)


def full_name(short: str, names: Iterable[str]) -> str:
    """Return the one outlet of ``names`` for which ``short`` stands («Lantern» for «Harnsey Lantern»), else ``short``.

    A short form is the beginning or the end of the longer name, word for word; where two outlets could be meant, it is
    left as it is.
    """
    key = outlet_key(short)
    known = known_outlets()
    if known.find(short) is not None and not known.is_wordlike(short):
        return short
    found: dict[str, str] = {}
    for name in names:
        if is_short_form(short, name) and outlet_key(name) != key:
            found.setdefault(outlet_key(name), name)
    return next(iter(found.values())) if len(found) == 1 else short


def is_short_form(short: str, outlet: str) -> bool:
    """Tell whether a name is the beginning or the end of an outlet's longer name («the Blaze», «The Daily Blaze»).

    Or its initials («NFA» for «North Fjord Agency»).
    """
    if _INITIALS.fullmatch(short.strip()):
        return short.strip().casefold() in _initials_of(outlet)
    words, longer = _words_of(short), _words_of(outlet)
    fits = words in (longer[: len(words)], longer[-len(words) :])
    return fits and len(longer) > len(words) and sum(map(len, words)) >= _SHORTEST_SHORT


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    words = _REMARK.sub("", name.strip())
    return tuple(split_words(_ARTICLE.sub("", words))) if not _HOST.fullmatch(words) else ()


@lru_cache(maxsize=4096)
def _initials_of(name: str) -> frozenset[str]:
    """Return the folded initials of a name, with and without those of its small words."""
    words = split_words(_REMARK.sub("", name.strip()))
    every = "".join(word[0] for word in words)
    return frozenset({every, "".join(word[0] for word in words if word not in _SMALL_WORDS)})


def same_owner(one: str, other: str) -> bool:
    """Tell whether two outlets belong to one house, as far as the lexicon knows; sister papers share their texts."""
    first, second = (known_outlets().find(name.strip()) for name in (one, other))
    return first is not None and second is not None and bool(first.owner) and first.owner == second.owner


def find_outlet_name(text: str, outlet: str) -> Span | None:
    """Return the last place in which an outlet is named, in any spelling that the lexicon knows; None: nowhere.

    The last, because texts name their sources at the end; a host is looked for by the name that belongs to it, and a
    name of a few small letters is no name.
    """
    known = known_outlets().find(outlet)
    names = {outlet} if known is None else {outlet, known.name, *known.aliases}
    best: Span | None = None
    for name in names:
        plain = _REMARK.sub("", name.strip()).removeprefix("The ").removeprefix("the ")
        if plain not in text:
            continue
        if len(plain) < _SHORTEST_NAME or not plain[0].isupper() or _HOST.fullmatch(plain):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text):
            if best is None or match.end() > best.end:
                best = Span(*match.span())
    return best


def find_short_name(text: str, outlet: str) -> Span | None:
    """Return the first place in which an outlet is named by the end of its name («Wednesday’s Herald»).

    A capital before or behind makes it part of another name («the Evening Herald», «Herald Square»).
    """
    words = _REMARK.sub("", outlet).split()
    for first in range(1, len(words)):
        short = " ".join(words[first:])
        if len(short) < _SHORTEST_SHORT or not short[0].isupper() or short not in text:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)(?!\s+[A-Z])", text):
            if _LEADS_TO_NAME.search(text, max(0, match.start() - 40), match.start()):
                return Span(*match.span())
    return None
