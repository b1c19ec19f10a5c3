"""Aliases: the short forms under which an article goes on to name a body («the ministry», «Ardenian ministry»)."""

import re
from collections.abc import Iterable
from itertools import islice

from reader.lexicon.offices import bodies, documents, media

_SMALL = frozenset({"the", "of", "for", "and", "a", "an", "in", "on"})
_WORD = re.compile(r"[^\W_]+")
_MOST = 300
"""Names that are compared; keeps long lists cheap."""
_TRADERS = frozenset(
    {"company", "firm", "retailer", "operator", "airline", "manufacturer", "maker", "startup", "business"}
)
"""Nouns for a body whose name does not tell what it is («Kestrel», «the company»)."""
_PAPERS = frozenset({"newspaper", "paper", "outlet", "magazine", "broadcaster", "daily", "site", "website"})


def _content_words(name: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(name.lower()) if w not in _SMALL and w != "s")


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _tells_no_kind(words: frozenset[str]) -> bool:
    return bodies().isdisjoint(words) and media().isdisjoint(words) and documents().isdisjoint(words)


class Aliases:
    """The names of the bodies of one article, for finding the one that a short form means."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name: _content_words(name) for name in islice(names, _MOST)}

    def full(self, name: str) -> str:
        """Return the only longer name that holds all words of a name or whose initials it is, else the name itself."""
        if name.isupper() and name.isalpha() and len(name) > 1:
            spelt = [other for other in self._names if _initials(other) == name]
            return spelt[0] if len(spelt) == 1 else name
        words = _content_words(name)
        longer = [other for other, theirs in self._names.items() if words < theirs]
        longest = max(longer, key=lambda other: len(self._names[other]), default=name)
        return longest if all(self._names[other] <= self._names[longest] for other in longer) else name

    def of_kind(self, noun: str) -> str | None:
        """Return the only body that «the» and a noun can mean; None if there is none or several."""
        if noun in _TRADERS:
            found = [name for name, words in self._names.items() if noun in words or _tells_no_kind(words)]
        elif noun in _PAPERS:
            found = [name for name, words in self._names.items() if not media().isdisjoint(words)]
        else:
            found = [name for name, words in self._names.items() if noun in words]
        longest = max(found, key=lambda name: len(self._names[name]), default=None)
        if longest is None or any(not self._names[name] <= self._names[longest] for name in found):
            return None
        return longest
