"""Digests and signatures: outlets at the ends of paragraphs, and at their beginnings where item after item has one.

An article is a digest if three items and more name something so, one of them surely an outlet; then names without any
form count too. Elsewhere what stands in brackets must be an outlet for sure, and an agency signs the article's end.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.lexicon.outlets import OutletLexicon, name_key
from reader.model.chain import Relation
from reader.text.spans import Span
from reader.tracing.credits.bare_names import is_no_outlet
from reader.tracing.credits.found import Found, is_agency, named
from reader.tracing.credits.outlet_forms import Likeness
from reader.tracing.credits.outlet_names import find_names

_CLOSING = re.compile(
    r"(?P<end>[.!?»”\"…]\s*|^|\s)(?:[(\[](?P<bracket>[^()\[\]\n]{2,60})[)\]]|[—–-]\s?(?P<dash>[^()\n.—–]{2,30}))[.\s]*$"
)
_OPENING = re.compile(
    r"[\s•*·–—-]*(?:[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){1,2}\s/\s)?(?P<name>[^:\n/]{2,40}?)\*{0,2}:\*{0,2}\s+(?=\S)"
)
"""The beginning of an item: «Harbour Gazette: ...», «Jane Doe / Harbour Gazette: ...»."""
_PART = re.compile(r"(?:(?<=^)|(?<=[/,&]))\s*(?:(?:via|from|source:|quelle:|mit|with|avec)\s)?(?P<name>[^/,&]+)")
_NOTE = re.compile(r"\s\|\s[^/&]*$|(?:\s[-–—]|,)\s(?!(?:via|from|and|und|et|mit|with|avec)\s)[a-zß-ÿ][^/&]*$")
"""What a digest remarks on a source behind its name: «(X - in Italian)», «(X, subscription required)»."""
_ITEMS = 3
"""Items that name an outlet from which an article is a digest."""
_SURE = 2
"""Of those that name it at their beginning, how many must be outlets for sure: people and topics stand there too."""
_LONGEST_NAME = 4
_PARAGRAPH = 60
"""Characters from which a paragraph can end with an outlet in brackets; in a digest items may be shorter."""
_SHORTEST = 25
_ABROAD = re.compile(r"\b(?:der|die|das|und|ist|wurde|nach|le|les|est|des|une|pour)\b")


class Digest(NamedTuple):
    """How an article names the outlets of its items, if it is a digest."""

    closing: bool = False
    """In brackets, or behind a dash, at their ends."""
    opening: bool = False
    """Before a colon at their beginnings."""


def is_abroad(words: str) -> bool:
    """Tell whether a line is German or French, where papers sign an agency's text «(dpa)» and captions say «Foto:»."""
    return len(_ABROAD.findall(words)) > 1


def digest_of(text: str, lines: Sequence[Span], lexicon: OutletLexicon) -> Digest:
    """Return how an article's items name outlets: paragraph after paragraph, and some of them surely outlets."""
    found = [match for line in lines if (match := _closing(text, line, _SHORTEST))]
    ends, behind = (
        [_NOTE.sub("", m["bracket"]) for m in found if m["bracket"]],
        [m["dash"].strip() for m in found if m["dash"]],
    )
    closing = [part["name"].strip() for words in ends for part in _PART.finditer(words)]
    heads = [match["name"].strip() for line in lines if (match := _OPENING.match(text, line.start, line.end))]
    return Digest(
        (len(ends) >= _ITEMS and _outlets_among(closing, lexicon) > 0)
        or (len(behind) >= _ITEMS and _outlets_among(behind, lexicon) >= _SURE),
        _are_items(heads, lexicon),
    )


def _are_items(heads: Sequence[str], lexicon: OutletLexicon) -> bool:
    """Tell whether names before colons are the outlets of items, rather than people who talk or topics."""
    different = {name_key(head) for head in heads}
    sure = _outlets_among(heads, lexicon)
    return len(heads) < 2 * len(different) and len(different) >= _ITEMS and sure >= max(_SURE, len(different) / 2)


def item_outlets(text: str, line: Span, lexicon: OutletLexicon, *, last: bool, digest: Digest) -> Iterator[Found]:
    """Yield the outlets that a paragraph names at its end («… he said. (dpa)») or, in a digest, at its beginning."""
    if digest.opening and (match := _OPENING.match(text, line.start, line.end)):
        words = match["name"].strip()
        if _may_be_outlet(words, lexicon):
            name, outlet = named(words, lexicon)
            span = Span(match.start("name"), match.end("name"))
            yield Found(name, outlet, Relation.AGGREGATED_SUMMARY, "text", span, "digest-item")
    match = _closing(text, line, _SHORTEST if digest.closing else _PARAGRAPH)
    if match is None or not (digest.closing or match["end"].strip() or not match["end"]):
        return
    group = "bracket" if match["bracket"] else "dash"
    start, words = match.start(group), _NOTE.sub("", match[group])
    for part in _PART.finditer(words):
        words = part["name"].strip()
        name, outlet = named(words, lexicon)
        agency = is_agency(name, outlet)
        span = Span(start + part.start("name"), start + part.end("name"))
        if last and agency:
            yield Found(name, outlet, Relation.WIRE, "text", span, "signature")
        elif (digest.closing and _may_be_outlet(name, lexicon)) or (
            group == "bracket" and not agency and _is_outlet(words, lexicon)
        ):
            yield Found(name, outlet, Relation.AGGREGATED_SUMMARY, "text", span, "digest-item")


def _closing(text: str, line: Span, least: int) -> re.Match[str] | None:
    """Return the brackets (or dash) with a name at the end of a paragraph."""
    return _CLOSING.search(text, max(line.start, line.end - 80), line.end) if line.length >= least else None


def _outlets_among(names: Sequence[str], lexicon: OutletLexicon) -> int:
    """Return how many different names are outlets for sure."""
    return len({name_key(name) for name in names if _is_outlet(name, lexicon)})


def _is_outlet(words: str, lexicon: OutletLexicon) -> bool:
    """Tell whether words alone in brackets are an outlet: known and no common word, or by their form."""
    if lexicon.find(words):
        return not lexicon.is_wordlike(words)
    names = find_names(words, lexicon)
    whole = len(names) == 1 and names[0].span.end == len(words)
    return whole and names[0].likeness >= (Likeness.HINT if words.startswith("The ") else Likeness.FORM)


def _may_be_outlet(words: str, lexicon: OutletLexicon) -> bool:
    """Tell whether words in brackets, where a digest names its outlets, are a name that nothing speaks against."""
    if lexicon.find(words):
        return True
    names = find_names(words, lexicon)
    count = len(words.split())
    if len(names) != 1 or names[0].span.end - names[0].span.start < len(words.removeprefix("The ")):
        return False
    return names[0].likeness >= Likeness.HINT or (
        names[0].likeness is Likeness.BARE and count <= _LONGEST_NAME and not is_no_outlet(words)
    )
