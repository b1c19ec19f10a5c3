"""Bylines and datelines: «By Jane Doe, Harbour News Agency», «AFP, MANILA», «By X | Y», «NEW YORK (AP) —»."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.lexicon.outlets import OutletLexicon, fold
from reader.model.chain import Outlet, Relation
from reader.text.spans import Span
from reader.tracing.credits.bare_names import given_names
from reader.tracing.credits.found import Found, is_agency, relation_of_text
from reader.tracing.credits.mentions import Mention
from reader.tracing.credits.outlet_forms import Likeness, words_of
from reader.tracing.credits.outlet_names import find_names
from reader.tracing.credits.own_outlet import OwnOutlet

BYLINE_START = re.compile(
    r"\s*(?:by|from|von|par|written\sby|story\sby|автор:|special\sto(?:\sthe)?|text:)\s", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s*(?:[|/;·•,()]|\s[-–—]\s|(?<=\w{3})\.\s|\s(?:for|via|of|from|with|and|und|mit|et|avec|та|і|з)\s)\s*"
)
_AND = re.compile(r"\b(?:and|und|et|та|і)\s+$", re.IGNORECASE)
_FOR = re.compile(r"\sfor\s(.+)$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|columnist|contributor|staff|bureau|producer|author|professor|analyst|"
    r"director|photographer|md|phd|redaktion|redakteur\w*|intern|fellow|specialist|desk|team)\b",
    re.IGNORECASE,
)
_ACRONYM_BYLINE = re.compile(r"[A-Z]{2,5}(?:\s?[,/]\s[A-Z]{3,}(?:\s[A-Z]+)?)?")
"""An acronym alone, or with a place in capitals: «AFP, MANILA»."""
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_LONGEST_PART = 60

_BRACKETS = re.compile(r"[(\[](?P<name>[^()\[\]\n]{2,40})[)\]]\s?(?P<dash>[—–―-]{1,2}|:)?")
_PLACE_BEFORE = re.compile(r"(?:^|\s)[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’,/ \-–—À-ÿ()]{1,70}$")
_SENTENCE = re.compile(r"[.!?]\s[A-Z]\w{3,}\s\w+\s")
_SLASHED = re.compile(r"^[A-ZÄÖÜ][\w .äöüß-]{1,30}/(?P<name>[A-Za-z]{2,10})\s?[—–-]\s")
_DOTTED = re.compile(r"^[A-ZА-ЯІЇЄҐ-]{3,}\.\s\d{1,2}\s\w+\.\s(?P<name>[^.\n]{2,20})\.")
"""A Ukrainian dateline: «КИЇВ. 3 березня. УНН.»."""
_BETWEEN_SLASHES = re.compile(r"^[A-ZА-ЯІЇЄҐ][A-ZА-ЯІЇЄҐ-]{2,}[^/\n]{0,30}/(?P<name>[^/\n]{2,20})/")
"""Another: «КИЇВ, 3 березня /УНН/.»."""
_DATED = re.compile(r"[A-ZÀ-ÞА-ЯІЇЄҐ][A-ZÀ-ÞА-ЯІЇЄҐ .'-]+,\s(?:\w+\.?\s\d{1,2}|\d{1,2}\.?\s\w+)[\s,]*(?:\d{4})?\s*")
"""A place in capitals with its date: no dash need follow the agency."""
_DATELINE_REACH = 90
_DATELINE_WORDS = 9


class _Part(NamedTuple):
    words: str
    start: int


def byline_outlets(text: str, where: str, shift: int, lexicon: OutletLexicon, own: OwnOutlet) -> Iterator[Found]:
    """Yield the outlets of a byline; spans are moved by ``shift``.

    «X for Y» is a byline of Y: where Y is the article's own outlet, X is no credit.
    """
    written_for = _FOR.search(text)
    if written_for and own.named(written_for[1].strip(), lexicon.find(written_for[1].strip())):
        return
    parts = _parts(text)
    for number, part in enumerate(parts):
        if not part.words or len(part.words) > _LONGEST_PART:
            continue
        span = Span(shift + part.start, shift + part.start + len(part.words))
        if number == 0 and _ACRONYM_BYLINE.fullmatch(text[part.start :].strip()) and not lexicon.find(part.words):
            yield Found(part.words, None, Relation.WIRE, where, span, "byline")
            return
        named = _named(parts, number, text, lexicon)
        if named is not None:
            yield Found(named[0], named[1], named[2], where, span, "byline")


def _parts(text: str) -> list[_Part]:
    """Return the parts of a byline between commas, bars and small words, without «By»."""
    edges = [(0, 0), *(match.span() for match in _SPLIT.finditer(text)), (len(text), len(text))]
    parts = []
    for (_, start), (end, _) in pairwise(edges):
        raw = text[start:end]
        cue = BYLINE_START.match(raw)
        words = raw[cue.end() if cue else 0 :]
        at = start + len(raw) - len(words.lstrip())
        parts.append(_Part(words.strip(), at))
    return parts


def _named(
    parts: list[_Part], number: int, text: str, lexicon: OutletLexicon
) -> tuple[str, Outlet | None, Relation] | None:
    """Return the outlet that one part of a byline is, with its relation; None for a person, a place or a role."""
    words = parts[number].words
    if known := lexicon.find(words):
        return known.name, known, relation_of_text(known.name, known)
    names = find_names(words, lexicon)
    if not names:
        return None
    best = max(names, key=lambda m: m.likeness)
    if writer := _writer_before(best):
        return _named([_Part(best.name[writer:], 0)], 0, best.name[writer:], lexicon)
    if best.likeness >= Likeness.HINT and best.name.casefold() != "wire" and is_agency(best.name, best.outlet):
        return best.name, best.outlet, Relation.WIRE
    if _is_surname(parts, number, text, best):
        return None
    role = _ROLE.search(words) is not None
    if best.likeness >= Likeness.FORM and not (role and (best.span.start or not best.outlet)):
        if best.outlet is None and len(best.name.split()) < len(words.split()) - 1:
            return None
        return best.name, best.outlet, relation_of_text(best.name, best.outlet)
    if number == 0 or role:
        return None
    if _ACRONYM.fullmatch(words) and fold(words) not in words_of("no-agency"):
        return words, None, Relation.WIRE
    name = best.name if best.quoted else words
    return (name, None, relation_of_text(name, None)) if _workplace(parts, words, best, text) else None


_WRITER = re.compile(r"(?P<given>[A-ZÀ-Þ]\w+)\s(?:[A-ZÀ-Þ]\.\s)?[A-ZÀ-Þ][\w'’-]+\s(?=[A-ZÀ-Þ]\w+[\s-][A-ZÀ-Þ])")


def _writer_before(mention: Mention) -> int:
    """Return the length of the person's name with which a name begins that no mark parts («Jane Doe Harbour Times»)."""
    match = _WRITER.match(mention.name) if mention.outlet is None and mention.likeness >= Likeness.HINT else None
    return match.end() if match and fold(match["given"]) in given_names() else 0


def _is_surname(parts: list[_Part], number: int, text: str, mention: Mention) -> bool:
    """Tell whether a name with the form of an outlet's is a person's: «By Rupert Post», «and Ann Herald»."""
    words = mention.name.split()
    if len(words) != 2 or mention.outlet or mention.article or fold(words[0]) not in given_names():
        return False
    return number == 0 or _AND.search(text[: parts[number].start]) is not None


def _workplace(parts: list[_Part], words: str, mention: Mention, text: str) -> bool:
    """Tell whether a name without form, behind a person's name, is where the person writes."""
    if len([part for part in parts if part.words]) != 2:
        return False
    if mention.quoted and mention.likeness is not Likeness.REFUSED:
        return True
    barred = "|" in text[: parts[1].start]
    person = len(parts[0].words.split())
    if mention.likeness >= Likeness.HINT:
        return person >= 2 and (" " not in words or barred)
    bare = words.isalpha() and not words.isupper()
    return person in (2, 3) and bare and mention.likeness is not Likeness.REFUSED


def dateline_outlets(text: str, start: int, end: int, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the agency of the dateline with which the paragraph ``text[start:end]`` begins, if it has one."""
    stop = min(end, start + _DATELINE_REACH)
    for match in _BRACKETS.finditer(text, start, stop):
        place = text[start : match.start()]
        signed = not place.strip() and _is_agency_name(match["name"], lexicon)  # «(dpa) The road ...»
        if not (signed or _is_dateline(place, dashed=bool(match["dash"]))):
            continue
        span = Span(start, match.end())
        names = [part.strip() for part in match["name"].split("/")]
        known = [outlet for name in names if (outlet := lexicon.find(name))]
        marked = match["dash"] or _DATED.fullmatch(place)
        if not known and not (marked and _may_be_agency(names[0], place.split(",")[0].strip(), lexicon)):
            # the nearest bracket before the dash is the agency: «Nagpur (India) (AFP) –»
            continue
        for outlet in known:
            yield Found(outlet.name, outlet, Relation.WIRE, "text", span, "dateline")
        if not known:
            yield Found(names[0], None, Relation.WIRE, "text", span, "dateline")
        return
    opening = text[start:stop]
    slashed = _SLASHED.match(opening) or _DOTTED.match(opening) or _BETWEEN_SLASHES.match(opening)
    agency = lexicon.find(slashed["name"]) if slashed else None
    if slashed and agency and is_agency(agency.name, agency):
        yield Found(agency.name, agency, Relation.WIRE, "text", Span(start, start + slashed.end()), "dateline")


def _is_agency_name(words: str, lexicon: OutletLexicon) -> bool:
    """Tell whether the first of some words parted by slashes is a known agency's name."""
    known = lexicon.find(words.split("/")[0].strip())
    return known is not None and known.agency


def _is_dateline(place: str, *, dashed: bool) -> bool:
    """Tell whether the words before a bracket can be the place (and date) of a dateline."""
    bare = place.strip(" ,–—")
    if place.lstrip()[:1] in tuple("–—-•*"):
        return False  # an item of a list
    if place and not _PLACE_BEFORE.search(place.rstrip()):
        return False
    if len(place.split()) > _DATELINE_WORDS or _SENTENCE.search(place):
        return False
    return dashed or bool(bare and (place.upper() == place or len(place.split()) <= 4))


def _may_be_agency(name: str, place: str, lexicon: OutletLexicon) -> bool:
    """Tell whether bracketed words before the dash of a dateline can be an agency that no list knows."""
    if any(c.isdigit() for c in name) or len(name.split()) > 4:
        return False
    if name.isupper() and 2 <= len(name) <= 8:
        return True
    if " " not in name and place.isupper() and name[:1].isupper() and fold(name) not in words_of("month no-agency"):
        return True
    return any(m.likeness >= Likeness.HINT for m in find_names(name, lexicon))
