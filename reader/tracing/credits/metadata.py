"""Byline and metadata of an article: values of its page or feed that credit another outlet.

Precise and nearly absent: of 568 pages measured 4 had a canonical address on a foreign host, 3 an agency as publisher.
"""

import re
from collections.abc import Iterator

from reader.lexicon.outlets import OutletLexicon, fold
from reader.model.article import Article
from reader.model.chain import Relation
from reader.text.spans import Span
from reader.text.urls import host
from reader.tracing.credits.bylines import byline_outlets
from reader.tracing.credits.found import Found, named, relation_of_text
from reader.tracing.credits.outlet_forms import Likeness, words_of
from reader.tracing.credits.outlet_names import find_names
from reader.tracing.credits.own_outlet import OwnOutlet, host_core, meta_key

_LONGEST_VALUE = 400
_LONGEST_NAME = 6
"""Words up to which a value can be an outlet's name."""
_HAT_TIP = re.compile(r"^\s*(?:h/t|hat[\s-]tip(?:\sto)?|via|source|credit|ht)\s*:?\s*", re.IGNORECASE)
_HAT_TIP_ITEM = re.compile(r"[^,;|/&]+(?:/t[^,;|/&]*)?")


def meta_outlets(article: Article, lexicon: OutletLexicon, own: OwnOutlet) -> Iterator[Found]:
    """Yield the outlets that the byline and the metadata of an article credit."""
    if article.byline:
        yield from byline_outlets(article.byline, "byline", 0, lexicon, own)
    for key, values in article.metadata.items():
        where = key if key.startswith("feed.") else f"meta.{key}"
        for value in values:
            if value.strip() and len(value) <= _LONGEST_VALUE:
                yield from _value_outlets(article, fold(meta_key(key)), value, where, lexicon, own)


def _value_outlets(
    article: Article, key: str, value: str, where: str, lexicon: OutletLexicon, own: OwnOutlet
) -> Iterator[Found]:
    """Yield the outlets that one value credits, by what its key stands for."""
    if key in words_of("byline", "metadata_keys"):
        if not value.startswith(("http:", "https:")):
            # a name without form in such a field is a person's
            known = (
                f for f in byline_outlets(value, where, 0, lexicon, own) if f.outlet or f.relation is Relation.WIRE
            )
            yield from known
    elif key in words_of("hat-tip", "metadata_keys"):
        yield from _hat_tips(value, where, lexicon)
    elif key in words_of("canonical", "metadata_keys"):
        yield from _canonical(article, value, where, lexicon)
    elif key in words_of("source publisher", "metadata_keys"):
        yield from _source(value, where, lexicon, publisher=key in words_of("publisher", "metadata_keys"))


def _hat_tips(value: str, where: str, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the outlets of a field that says whom the matter is owed to («h/t X, Y», an address)."""
    if value.startswith(("http:", "https:")):
        yield from (f._replace(relation=Relation.AGGREGATED_SUMMARY) for f in _source(value, where, lexicon))
        return
    for match in _HAT_TIP_ITEM.finditer(value):
        words = _HAT_TIP.sub("", match.group()).strip(" .()")
        names = find_names(words, lexicon)
        if not names or len(words.split()) >= _LONGEST_NAME or names[0].likeness is Likeness.REFUSED:
            continue
        start = match.start() + match.group().index(words)
        name, outlet = named(words, lexicon)
        yield Found(name, outlet, Relation.AGGREGATED_SUMMARY, where, Span(start, start + len(words)), "hat-tip")


def _canonical(article: Article, value: str, where: str, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the outlet of a canonical address on a foreign host."""
    there, here = host(value), host(article.url)
    theirs, ours = host_core(there), host_core(here)
    if not theirs or not ours or theirs == ours:
        return
    outlet = lexicon.by_host(there)
    if outlet is None and (theirs in ours or ours in theirs):
        return
    end = value.casefold().find(there) + len(there) if there in value.casefold() else len(value)
    name = outlet.name if outlet else there.removeprefix("www.")
    yield Found(name, outlet, Relation.REPUBLISHED_FROM, where, Span(0, end), "canonical")


def _source(value: str, where: str, lexicon: OutletLexicon, *, publisher: bool = False) -> Iterator[Found]:
    """Yield the outlet that a source or publisher value names, as a name or as an address."""
    words = value.strip()
    address = host(words) if words.startswith(("http:", "https:")) else ""
    outlet = lexicon.by_host(address) if address else lexicon.find(words)
    if outlet is None and not address:
        names = find_names(words, lexicon)
        if len(words.split()) > _LONGEST_NAME or not any(m.likeness >= Likeness.HINT for m in names):
            return
    if publisher and not (outlet and outlet.agency):
        return
    name = outlet.name if outlet else address.removeprefix("www.") or words
    start = value.index(words)
    yield Found(name, outlet, relation_of_text(name, outlet), where, Span(start, start + len(words)), "metadata")
