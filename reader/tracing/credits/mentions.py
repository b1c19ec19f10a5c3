"""Mentions: names in a text that may be those of outlets, with all that the rules of crediting ask of them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.lexicon.outlets import Entry, OutletLexicon
from reader.model.chain import Outlet
from reader.text.spans import Span
from reader.tracing.credits.name_words import FOLDED_ARTICLES, NameWords
from reader.tracing.credits.outlet_forms import Likeness, words_of

_POSSESSIVE = re.compile(r"(?:['’´`]s?\b|['’](?=\s))")
_QUOTES = "\"'“”„«»‘’‚‹›*_"
_ADJECTIVE = re.compile(r"-(?:owned|run|backed|affiliated|funded|controlled|aligned|friendly|style|like|era)\b")
_HYPHENED = re.compile(r"(?:[A-Za-z0-9]+-)+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that may be that of an outlet."""

    span: Span
    """The name alone: without article, quotation marks and possessive."""
    name: str
    """As it is shown: the lexicon's name, else the words."""
    likeness: Likeness
    outlet: Outlet | None = None
    quoted: bool = False
    """Stands alone in quotation marks."""
    possessive: int = 0
    """Number of characters of a possessive ending behind the name."""
    article: bool = False
    """A definite article stands before it."""
    near: tuple[str, ...] = ()
    """The three words before it, folded."""
    after: str = ""
    """The word behind it, folded."""
    titled: bool = False
    """Its article has a capital in mid-sentence, as titles have («according to The Assembly»)."""

    @property
    def left(self) -> int:
        """Offset at which the words before it end (before quotation marks)."""
        return self.span.start - (1 if self.quoted else 0)

    @property
    def right(self) -> int:
        """Offset at which the words behind it begin (behind possessive and quotation marks)."""
        return self.span.end + self.possessive + (1 if self.quoted else 0)


def names_within(names: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return the names that begin inside a stretch; ``names`` stand in reading order."""
    first = bisect_left(names, span.start, key=lambda m: m.span.start)
    return names[first : bisect_left(names, span.end, lo=first, key=lambda m: m.span.start)]


def make_mention(
    table: NameWords,
    start: int,
    end: int,
    name: str,
    likeness: Likeness,
    outlet: Outlet | None,
    article: bool = False,
) -> Mention:
    """Return the mention that the words ``start`` to ``end`` are."""
    text = table.text
    span = Span(table.spans[start][0], table.spans[end - 1][1])
    led = span.start and text[span.start - 1] in "@#"
    if led or (text[span.end : span.end + 1] == "-" and _ADJECTIVE.match(text, span.end)):
        likeness = Likeness.REFUSED
    quoted = span.start > 0 and text[span.start - 1] in _QUOTES and text[span.end : span.end + 1] in tuple(_QUOTES)
    ending = None if quoted else _POSSESSIVE.match(text, span.end)
    possessive = ending.end() - ending.start() if ending else 0
    near = tuple(table.folded[start - 3 if start > 3 else 0 : start])
    behind = end + 1 if possessive > 1 else end
    after = table.folded[behind] if behind < len(table.folded) else ""
    article = article or (bool(near) and near[-1] in FOLDED_ARTICLES)
    return Mention(span, name, likeness, outlet, quoted, possessive, article, near, after)


def host_mention(table: NameWords, index: int, lexicon: OutletLexicon) -> Mention:
    """Return the mention that a host name is."""
    start = table.spans[index][0]
    if hyphens := _HYPHENED.search(table.text, max(0, start - 40), start):
        start = hyphens.start()  # «evenlode-mercury.com»
        table.spans[index] = (start, table.spans[index][1])
    word = table.text[start : table.spans[index][1]].removeprefix("www.")
    outlet = lexicon.by_host(word)
    social = word.casefold().split(".")[0] in words_of("social")
    likeness = Likeness.REFUSED if social else Likeness.KNOWN if outlet else Likeness.FORM
    return make_mention(table, index, index + 1, outlet.name if outlet else word, likeness, outlet)


def known_likeness(entry: Entry) -> Likeness:
    """Return how sure a name of the lexicon is, taken alone."""
    return Likeness.HINT if entry.wordlike else Likeness.KNOWN
