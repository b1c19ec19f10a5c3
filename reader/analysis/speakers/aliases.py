"""Aliases: the short forms under which an article goes on to name a body («the ministry», «Ardenian ministry»)."""

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from reader.analysis.speakers.introduced import Introduced, is_masthead
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, bodies, documents, media

_SMALL = frozenset({"the", "of", "for", "and", "a", "an", "in", "on", "s"})
_WORD = re.compile(r"[^\W_]+")
_ANY_TRADE = frozenset({"company", "firm", "business"})
"""Nouns that fit a body of any trade."""
_MOST = 300
"""Names that are compared; keeps long lists cheap."""


def _content_words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.lower())) - _SMALL


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _tells_no_kind(own: frozenset[str]) -> bool:
    return bodies().isdisjoint(own) and media().isdisjoint(own) and documents().isdisjoint(own)


def _may_be_firm(name: str) -> bool:
    """Tell whether the last word of a name is not that of an authority, an outlet or a document («Karsk Foods»)."""
    last = name.split()[-1].lower()
    return last not in acting_bodies() and last not in media() and last not in documents()


def _owning(name: str) -> tuple[str, str]:
    """Return how names begin that are those of what a body owns («Karsk's news agency» is not Karsk)."""
    return (f"{name}'s ", f"{name}’s ")


def _longest(names: Mapping[str, frozenset[str]], name: str) -> str:
    """Return the only longer name that holds all words of a name, else the name itself."""
    own = _content_words(name)
    longer = [other for other, theirs in names.items() if own < theirs and not other.startswith(_owning(name))]
    if not longer:
        return name
    longest = max(longer, key=lambda other: len(names[other]))
    return longest if all(names[other] <= names[longest] for other in longer) else name


class Aliases:
    """The names of the bodies of one article, for finding the one that a short form means."""

    def __init__(self, names: Iterable[str], introduced: Introduced | None = None, unknown: Iterable[str] = ()) -> None:
        """Take the names of those who speak or have an office, and those that the text only brings in.

        ``unknown``: names of speakers that may be those of firms as well as of persons.
        """
        self._names = {name: _content_words(name) for name in islice(names, _MOST)}
        self._introduced = introduced or Introduced()
        self._unknown = [name for name in islice(unknown, _MOST) if name not in self._names]
        self._others = {name: _content_words(name) for name in self._introduced.bodies}

    def full(self, name: str) -> str:
        """Return the only longer name that holds all words of a name or whose initials it is, else the name itself."""
        if name.isupper() and name.isalpha() and len(name) > 1:
            spelt = {other for other in (*self._names, *self._others) if _initials(other) == name}
            return spelt.pop() if len(spelt) == 1 else name
        full = _longest(self._names, name)
        return full if full != name else _longest(self._others, name)

    def of_kind(self, noun: str) -> str | None:
        """Return the only body that «the» and a noun can mean; None if there is none or several."""
        if noun in words("traders"):
            found = self._traders(noun)
        elif noun in words("papers"):
            found = [name for name, own in self._names.items() if not media().isdisjoint(own)]
            found = found or list(self._introduced.papers)
        else:
            found = [name for name, own in self._names.items() if noun in own]
            found = found or [name for name, own in self._others.items() if noun in own]
        longest = max(found, key=lambda name: len(_content_words(name)), default=None)
        if longest is None or any(not _content_words(name) <= _content_words(longest) for name in found):
            return None
        return longest

    def _traders(self, noun: str) -> list[str]:
        """Return the bodies that «the company», «the airline» can mean: those called so, else all it may fit."""
        traders = self._introduced.traders
        found = [name for name, trade in traders.items() if trade == noun]
        if found:
            return found
        found = [name for name, own in self._names.items() if noun in own or _tells_no_kind(own)]
        fitting = [name for name, trade in traders.items() if noun in _ANY_TRADE or trade in _ANY_TRADE]
        rivals = [name for name in (*self._names, *self._unknown) if _may_be_firm(name)]
        return [*found, *fitting, *rivals] if fitting else found

    def is_outlet(self, name: str, *, sure: bool = False) -> bool:
        """Tell whether a name is that of an outlet by what the text calls it or, unless ``sure``, by its last word."""
        masthead = not sure and name[:1].isupper() and is_masthead(name.split()[-1].lower())
        return name in self._introduced.papers or masthead
