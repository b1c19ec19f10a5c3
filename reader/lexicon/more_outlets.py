"""The outlets that a library adds to those that come with the program: a user's own table, and its feeds'.

They travel to the child processes as plain rows (``MoreOutlets``); the lexicon with them is built there, once for each
set. The user's own go before those of the program, so that they can correct it; the feeds' come last.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from reader.lexicon.feed_titles import outlet_of_title
from reader.lexicon.outlets import OutletLexicon, Row, fold, known_outlets, name_key
from reader.lexicon.sections import read_sections
from reader.model.chain import Outlet
from reader.text.commonwords import COMMON_WORDS
from reader.text.urls import host

_SHORT = 2
"""Words up to which a feed's title may as well be words of the language («World News», «Berlin»)."""
_LEAST_SHARED = 4
"""Letters that a short title and its site's host must share."""


class MoreOutlets(NamedTuple):
    """What a library adds; two equal values stand for one lexicon."""

    own: tuple[Row, ...] = ()
    """The user's own table, in its order."""
    feeds: tuple[Row, ...] = ()


@lru_cache(maxsize=4)
def lexicon_with(more: MoreOutlets) -> OutletLexicon:
    """Return the lexicon of the program with what a library adds."""
    lexicon = known_outlets()
    if more.own:
        lexicon = lexicon.extended(more.own, over=True)
    return lexicon.extended(more.feeds) if more.feeds else lexicon


def feed_rows(feeds: Iterable[tuple[str, str]]) -> tuple[Row, ...]:
    """Return the outlets that feeds are from; each is given as its title and the address of its site.

    A title of one or two words counts only if the site's host has it too («Openfield» at openfield.org); one of one
    word is word-like. A domain counts where one outlet alone has it and the site is not a page on somebody else's host.
    """
    named: dict[str, tuple[str, str]] = {}
    for title, address in feeds:
        name, site = outlet_of_title(title), host(address).casefold().removeprefix("www.")
        if name_key(name) and _may_name(name, site):
            named.setdefault(name_key(name), (name, site if _is_own_host(site, address) else ""))
    shared = Counter(site for _, site in named.values())
    rows = []
    for name, site in named.values():
        outlet = Outlet(name, domains=(site,) if site and shared[site] == 1 else ())
        rows.append(Row(outlet, frozenset({name} if " " not in name else ())))
    return tuple(rows)


def _may_name(name: str, site: str) -> bool:
    """Tell whether a feed's title is the name of an outlet rather than words on what it brings."""
    words = [fold(word) for word in name.split()]
    if len(words) > _SHORT:
        return name[:1].isupper()
    if len(words) == 1 and (words[0] in COMMON_WORDS or words[0] in _no_names()):
        return False
    key = name_key(name)
    labels = [name_key(label.replace("-", " ")) for label in site.split(".")[:-1]]
    return any(len(label) >= min(_LEAST_SHARED, len(key)) and (key in label or label in key) for label in labels)


@cache
def _no_names() -> frozenset[str]:
    """Return single words that name a place, a platform or only the kind of what a feed brings."""
    places, words = read_sections("places.txt"), read_sections("outlet_words.txt")
    named = places["countries"] | places["places"] | places["adjectives"]
    return named | words["metonym"] | words["social"] | words["noun"] | words["kind"]


def _is_own_host(site: str, address: str) -> bool:
    """Tell whether a site has its host to itself."""
    path = address.partition("://")[2].partition("/")[2].strip("/")
    return bool(site) and not path and not set(site.split(".")[-2:]) & read_sections("outlet_words.txt")["social"]
