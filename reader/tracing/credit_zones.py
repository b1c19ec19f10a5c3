"""Lines that credit as a whole: datelines, bylines, source lines, copyright lines, app prompts, and metadata values."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.lexicon.outlets import OutletLexicon, fold
from reader.model.article import Article
from reader.model.chain import Outlet, Relation
from reader.text.spans import Span
from reader.text.urls import host
from reader.tracing.credit_self import OwnOutlet, host_core, meta_key
from reader.tracing.outlet_forms import Likeness, words_of
from reader.tracing.outlet_names import Mention, find_names


class Found(NamedTuple):
    """An outlet that a line or value names, before self references are taken out."""

    name: str
    outlet: Outlet | None
    relation: Relation
    where: str
    span: Span
    rule: str


_AGENCY_IN_BRACKETS = re.compile(r"[(\[](?P<name>[^()\[\]\n]{2,40})[)\]]\s?(?P<dash>[—–―-]{1,2}|:)?")
_PLACE_BEFORE = re.compile(r"(?:^|\s)[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’,/ \-À-ÿ()]{1,70}$")
_SLASH_AGENCY = re.compile(r"^[A-ZÄÖÜ][\w .äöüß-]{1,30}/(?P<name>[A-Za-z]{2,10})\s?[—–-]\s")
_DATELINE_REACH = 90

_TAIL = re.compile(
    r"\s*/?\s?(?P<cue>(?:original\s(?:article\s|story\s)?source|originally\s(?:published|appeared|posted)(?:\s(?:by|in|on|at))?|"
    r"originalquelle|article\soriginal)|(?:sources?|quellen?|джерел[ао]|источник|via|h/t|hat\stip|credit)\s?:|"
    r"\(?(?:h/t|via|hat\stip\sto|source:|from)\s)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"original|article\soriginal", re.IGNORECASE)
_READ_AT = re.compile(
    r"\s*(?:click\shere\sto\s)?(?:read|see|view|more|continue\sreading|find|get)\s(?:the\s)?(?:full|whole|original|entire|rest|more)?\s?"
    r"(?:of\s)?(?:the\s)?(?:story|article|report|piece|interview|post|it)?\s?(?:here\s)?(?:at|on|in|from|via)\s(?:the\s)?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s:]*(?:©\s*)?(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s|the\s)*",
    re.IGNORECASE,
)
RIGHTS_LINE = re.compile(r"\s*(?:©|\(c\)|copyright\b)[^\n]{0,60}(?:rights\sreserved|\d{4})", re.IGNORECASE)
"""A copyright line: credits the text even where it was taken for a caption."""
_APP = re.compile(
    r"(?:read|watch|open|view|download|get|install|try|continue|listen|available|find)\b[^.!?\n]{0,60}?\b(?:the|our)\s"
    r"(?P<name>[^.!?\n]{2,40}?)\s(?:app|mobile\sapp|application)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\s*(?:by|from|von|par|written\sby|story\sby|text:)\s", re.IGNORECASE)
_STAMP = re.compile(
    r"\s?(?:posted|published|updated|\||\d{1,2}[ :./]|/|•|·|[-–—]\s|,?\s?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d)",
    re.IGNORECASE,
)
_REPORTING_BY = re.compile(r"\((?:additional\s)?reporting\sby\s", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|columnist|contributor|staff|bureau|producer|author|professor|analyst|"
    r"director|photographer|md|phd|redaktion|redakteur\w*|intern|fellow|specialist|desk|team)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[|/;·•,]|\s[-–—]\s|(?<=\w{3})\.\s|\s(?:for|via|of|from|with|and|und|et)\s)\s*")
_ACRONYM_BYLINE = re.compile(r"[A-Z]{2,5}(?:\s?[,/]\s[A-Z]{3,}(?:\s[A-Z]+)?)?")
"""An acronym alone, or with a place in capitals: «AFP, MANILA»."""
_ACRONYM_PART = re.compile(r"[A-Z]{3,5}")
_HEAD_LINES = 9
_SHORT = 110


def byline_outlets(text: str, where: str, shift: int, lexicon: OutletLexicon, *, own: OwnOutlet) -> Iterator[Found]:
    """Yield the outlets of a byline («Jane Doe, Harbour News Agency», «AFP», «By X | Y»).

    «X for Y» is a byline of Y: where Y is the article's own outlet, X is no credit.
    """
    parts: list[tuple[str, int]] = []
    position = 0
    for match in _SPLIT.finditer(text):
        parts.append((text[position : match.start()], position))
        position = match.end()
    parts.append((text[position:], position))
    own_for = re.search(r"\sfor\s(.+)$", text, re.IGNORECASE)
    if own_for and own.named(own_for[1].strip(), lexicon.find(own_for[1].strip())):
        return
    for number, (part, start) in enumerate(parts):
        cue = _BYLINE.match(part)
        begin = cue.end() if cue else 0
        words = part[begin:].strip()
        if not words or (len(words) > 60):
            continue
        offset = start + begin + part[begin:].index(words[0])
        known = lexicon.find(words)
        mentions = [] if known else find_names(words, lexicon)
        best = max(mentions, key=lambda m: m.likeness, default=None)
        if known:
            name = known.name
        elif (
            best
            and best.likeness >= Likeness.FORM
            and not (_ROLE.search(words) and (best.span.start or not best.outlet))
        ):
            name, known = best.name, best.outlet
            if known is None and len(name.split()) < len(words.split()) - 1:
                continue
        elif best and number > 0 and _ACRONYM_PART.fullmatch(words) and fold(words) not in words_of("no-agency"):
            yield Found(words, None, Relation.WIRE, where, Span(shift + offset, shift + offset + len(words)), "byline")
            continue
        elif (
            number == 0 and best and best.likeness >= Likeness.BARE and _ACRONYM_BYLINE.fullmatch(text[begin:].strip())
        ):
            yield Found(words, None, Relation.WIRE, where, Span(shift + offset, shift + offset + len(words)), "byline")
            return
        elif number > 0 and best and _stands_for_outlet(words, best, parts):
            name = words
        else:
            continue
        relation = Relation.WIRE if (known.agency if known else _agency_form(name)) else Relation.REPUBLISHED_FROM
        yield Found(name, known, relation, where, Span(shift + offset, shift + offset + len(words)), "byline")


def _stands_for_outlet(words: str, mention: Mention, parts: list[tuple[str, int]]) -> bool:
    """Tell whether one unknown word behind a person's name in a byline is where the person writes."""
    return (
        mention.likeness >= Likeness.HINT
        and len(words.split()) == 1
        and len(parts) == 2
        and len(parts[0][0].split()) >= 2
        and not _ROLE.search(words)
    ) or (
        len(parts) == 2
        and len(words.split()) == 1
        and mention.likeness in (Likeness.BARE, Likeness.OPEN)
        and 2 <= len(parts[0][0].removeprefix("By ").split()) <= 3
        and words.isalpha()
        and not words.isupper()
        and not _ROLE.search(words)
    )


def _agency_form(name: str) -> bool:
    low = name.casefold()
    return any(w in low for w in ("agency", "wire", "news service", "agentur", "agence", "агентство", "press service"))


def dateline_outlets(text: str, start: int, end: int, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the agency of the dateline with which the paragraph ``text[start:end]`` begins, if it has one."""
    stop = min(end, start + _DATELINE_REACH)
    for match in _AGENCY_IN_BRACKETS.finditer(text, start, stop):
        place = text[start : match.start()]
        name = match["name"].strip()
        known = lexicon.find(name)
        if match.start() > start and not _PLACE_BEFORE.search(place.rstrip()):
            continue
        if len(place.split()) > 9 or re.search(r"[.!?]\s[A-Z]\w{3,}\s\w+\s", place):
            continue
        dashed = bool(match["dash"])
        if known is None and not (dashed and _bracket_name(name, place.strip().split(",")[0], lexicon)):
            continue
        if not dashed and not (place.strip(" ,") and (place.upper() == place or len(place.split()) <= 4)):
            continue
        if not dashed and match.start() == start:
            continue
        # the nearest bracket before the dash is the agency: «Nagpur (India) (AFP) –»
        yield Found(known.name if known else name, known, Relation.WIRE, "text", Span(start, match.end()), "dateline")
        return
    slashed = _SLASH_AGENCY.match(text[start:stop])
    agency = lexicon.find(slashed["name"]) if slashed else None
    if slashed and agency:
        yield Found(agency.name, agency, Relation.WIRE, "text", Span(start, start + slashed.end()), "dateline")


def _bracket_name(name: str, place: str, lexicon: OutletLexicon) -> bool:
    """Tell whether bracketed words before the dash of a dateline can be an agency that no list knows."""
    if any(c.isdigit() for c in name) or len(name.split()) > 4:
        return False
    if name.isupper() and 2 <= len(name) <= 8:
        return True
    if " " not in name and place.isupper() and name[:1].isupper() and fold(name) not in words_of("month"):
        return True
    return any(m.likeness >= Likeness.HINT for m in find_names(name, lexicon))


def line_outlets(
    text: str, span: Span, number: int, lexicon: OutletLexicon, names: list[Mention], own: OwnOutlet
) -> Iterator[Found]:
    """Yield the outlets that one line credits as a line: byline, stamp, source line, copyright, app prompt.

    Args:
        text: The article's text.
        span: The line.
        number: Its place among the lines, from 0.
        lexicon: The known outlets.
        names: The names in the line.
        own: The article's own outlet.
    """
    start, end = span
    line = text[start:end]
    if match := _APP.search(line):
        yield from _whole(match["name"], start + match.start(), start + match.end(), lexicon, "app-prompt", names)
    for match in _COPYRIGHT.finditer(line):
        at = start + match.end()
        for mention in names:
            if (
                start + match.start() <= mention.span.start <= at + 2
                and mention.span.end > at
                and mention.likeness >= Likeness.HINT
            ):
                relation = _text_relation(mention)
                yield Found(
                    mention.name,
                    mention.outlet,
                    relation,
                    "text",
                    Span(start + match.start(), mention.span.end),
                    "copyright",
                )
    if match := _READ_AT.match(line):
        for mention in names:
            if start + match.end() == mention.span.start and mention.likeness >= Likeness.HINT:
                yield Found(
                    mention.name,
                    mention.outlet,
                    Relation.AGGREGATED_SUMMARY,
                    "text",
                    Span(start, mention.span.end),
                    "read-at",
                )
    if _REPORTING_BY.search(line):
        for mention in names:
            if mention.likeness >= Likeness.FORM and re.search(
                r"\s(?:for|of)\s(?:the\s)?$", text[: mention.left][-12:]
            ):
                yield Found(
                    mention.name,
                    mention.outlet,
                    _text_relation(mention),
                    "text",
                    Span(mention.span.start, mention.span.end),
                    "reporting-by",
                )
    if match := _TAIL.match(line):
        yield from _source_line(text, span, start + match.end(), match["cue"], names)
    if number < _HEAD_LINES and len(line) <= _SHORT:
        yield from _head_line(text, span, lexicon, names, own)
    elif len(line) <= _SHORT or (names and "/" in line and " " not in line.strip()):
        yield from _bare_line(text, span, names)


_LIST_HEAD = re.compile(
    r"\s*(?:sources?|quellen?|références?|references?|джерела|источники|via)\s*:?\s*", re.IGNORECASE
)
_LISTED = 8


def listed_outlets(text: str, lines: Sequence[Span], names: Sequence[Mention]) -> Iterator[Found]:
    """Yield the outlets in the lines below a line that only says «Sources:», up to the first longer line."""
    for index, line in enumerate(lines):
        if line.length > _SHORT or not _LIST_HEAD.fullmatch(line.of(text)):
            continue
        for below in lines[index + 1 : index + 1 + _LISTED]:
            inside = [m for m in names if below.start <= m.span.start < below.end and m.likeness >= Likeness.HINT]
            if below.length > _SHORT or not inside:
                break
            first = inside[0]
            if not text[below.start : first.left].strip(" -•*·1234567890.)w") or "/" in below.of(text):
                yield Found(first.name, first.outlet, Relation.AGGREGATED_SUMMARY, "text", first.span, "source-list")


def _text_relation(mention: Mention) -> Relation:
    agency = mention.outlet.agency if mention.outlet else _agency_form(mention.name)
    return Relation.WIRE if agency else Relation.REPUBLISHED_FROM


def _whole(name: str, start: int, end: int, lexicon: OutletLexicon, rule: str, names: list[Mention]) -> Iterator[Found]:
    """Yield the outlet of an app prompt: its name is what stands before «app»."""
    known = lexicon.find(name)
    social = any(w.casefold() in words_of("social") for w in name.split())
    likely = any(start <= m.span.start < end and m.likeness >= Likeness.HINT for m in names)
    if known or (likely and not social):
        yield Found(known.name if known else name, known, Relation.REPUBLISHED_FROM, "text", Span(start, end), rule)


def _source_line(text: str, span: Span, at: int, cue: str, names: list[Mention]) -> Iterator[Found]:
    """Yield the outlets that a source line lists."""
    original = bool(_ORIGINAL.search(cue))
    if span.end - span.start > 300 and not original:
        return
    for mention in names:
        if mention.span.start < at - 1:
            continue
        if original and len(text[at : mention.span.start].split()) + len(text[mention.right : span.end].split()) > 3:
            continue
        least = Likeness.HINT if mention.span.start <= at + 8 or original else Likeness.FORM
        bare = (
            mention.likeness in (Likeness.BARE, Likeness.OPEN)
            and mention.span.start <= at + 4
            and mention.span.end >= span.end - 2
        )
        if mention.likeness < least and not (bare and len(mention.name.split()) <= 2 and not original):
            continue
        relation = Relation.REPUBLISHED_FROM if original else Relation.AGGREGATED_SUMMARY
        if (
            mention.outlet
            and mention.outlet.agency
            and not original
            and text[mention.right : span.end].strip(" .)/") == ""
        ):
            relation = Relation.WIRE  # «Source: Associated Press», nothing else
        yield Found(mention.name, mention.outlet, relation, "text", Span(span.start, mention.span.end), "source-line")


def _head_line(text: str, span: Span, lexicon: OutletLexicon, names: list[Mention], own: OwnOutlet) -> Iterator[Found]:
    """Yield the outlets of a byline or stamp near the top: «By The Associated Press», «AP June 1, 2018», «/ AP»."""
    line = text[span.start : span.end]
    if _BYLINE.match(line) and len(line.split()) <= 14 and line.rstrip()[-1:] not in ".?!:":
        yield from byline_outlets(line, "text", span.start, lexicon, own=own)
        return
    if "|" in line and len(line.split()) <= 10 and any(m.likeness >= Likeness.HINT for m in names):
        yield from byline_outlets(line, "text", span.start, lexicon, own=own)
        return
    yield from _bare_line(text, span, names, head=True)


def _bare_line(text: str, span: Span, names: list[Mention], *, head: bool = False) -> Iterator[Found]:
    """Yield the outlet that a line consists of, alone or with a stamp: «(AFP)», «AFP Published 4:57», an address."""
    line = text[span.start : span.end]
    for mention in names:
        lead = text[span.start : mention.span.start].strip(" (/–—-|•").casefold()
        if lead not in ("", "the", "by", "from") or mention.likeness < Likeness.FORM:
            continue
        rest = text[mention.right : span.end].strip(" )–—-|.")
        if "." in mention.span.of(text) and text[mention.span.end : mention.span.end + 1] == "/":
            yield Found(mention.name, mention.outlet, Relation.AGGREGATED_SUMMARY, "text", mention.span, "address")
        elif not rest and mention.likeness == Likeness.KNOWN and (head or line.lstrip()[:1] == "("):
            relation = _text_relation(mention) if head else Relation.AGGREGATED_SUMMARY
            if head and mention.outlet and not mention.outlet.agency:
                continue
            yield Found(mention.name, mention.outlet, relation, "text", mention.span, "line")
        elif _STAMP.match(text, mention.right) and rest and len(rest.split()) <= 9 and mention.outlet:
            if mention.likeness == Likeness.KNOWN:
                yield Found(mention.name, mention.outlet, _text_relation(mention), "text", mention.span, "stamp")
        return


_BYLINE_KEYS = frozenset(
    "author byl byline creator dc.creator dcterms.creator ld.author ld.creator sailthru.author creditline "
    "parsely-author feed.author feed.creator ld.creditText".casefold().split()
)
_SOURCE_KEYS = frozenset(
    "dc.source source syndication-source original-source news_source ld.isbasedon isbasedon "
    "ld.sourceorganization sourceorganization feed.source feed.via ld.provider provider ld.publisher "
    "feed.publisher ld.contributor".casefold().split()
)
_HAT_TIP_KEYS = frozenset(["credit", "via", "hat-tip", "h/t"])
"""A bare «credit» field of a page says whom the matter is owed to; a «creditline» says whose text it is."""
_CANONICAL_KEYS = frozenset(["link.canonical", "canonical"])


def meta_outlets(article: Article, lexicon: OutletLexicon, own: OwnOutlet) -> Iterator[Found]:
    """Yield the outlets that byline and metadata credit: precise and nearly absent.

    (Of 568 pages measured 4 had a canonical address on a foreign host.)
    """
    if article.byline:
        yield from byline_outlets(article.byline, "byline", 0, lexicon, own=own)
    for key, values in article.metadata.items():
        plain = meta_key(key)
        where = key if key.startswith("feed.") else f"meta.{key}"
        for value in values:
            if not value or len(value) > 400:
                continue
            if plain in _BYLINE_KEYS and not value.startswith("http"):
                for found in byline_outlets(value, where, 0, lexicon, own=own):
                    if found.outlet is not None or found.relation is Relation.WIRE:
                        yield found
            elif plain in _HAT_TIP_KEYS:
                yield from _hat_tips(value, where, lexicon)
            elif plain in _CANONICAL_KEYS:
                yield from _canonical(article, value, where, lexicon)
            elif plain in _SOURCE_KEYS:
                yield from _source_value(value, plain, where, lexicon)


def _hat_tips(value: str, where: str, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the outlets of a field that says whom the matter is owed to («h/t X, Y»)."""
    for match in re.finditer(r"[^,;|/&]+(?:/t[^,;|/&]*)?", value):
        words = _HAT_TIP_WORDS.sub("", match.group()).strip(" .()")
        if not words or len(words.split()) > 5:
            continue
        start = match.start() + match.group().index(words)
        known = lexicon.find(words)
        names = find_names(words, lexicon)
        if known or (names and names[0].likeness > Likeness.REFUSED):
            name = known.name if known else words
            yield Found(name, known, Relation.AGGREGATED_SUMMARY, where, Span(start, start + len(words)), "hat-tip")


_HAT_TIP_WORDS = re.compile(r"^\s*(?:h/t|hat[\s-]tip(?:\sto)?|via|source|credit|ht)\s*:?\s*", re.IGNORECASE)


def _canonical(article: Article, value: str, where: str, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the outlet of a canonical address on a foreign host."""
    there, here = host(value), host(article.url)
    if not there or not here or host_core(there) == host_core(here):
        return
    outlet = lexicon.by_host(there)
    core = host_core(there)
    if outlet is None and (core in host_core(here) or host_core(here) in core):
        return
    name = outlet.name if outlet else there.removeprefix("www.")
    end = value.find(there) + len(there) if there in value else len(value)
    yield Found(name, outlet, Relation.REPUBLISHED_FROM, where, Span(0, end), "canonical")


def _source_value(value: str, key: str, where: str, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield the outlet that a source or publisher value names, as a name or as an address."""
    address = host(value) if value.startswith(("http:", "https:")) else ""
    outlet = lexicon.by_host(address) if address else lexicon.find(value.strip())
    publisher = key in (
        "ld.publisher",
        "feed.publisher",
        "ld.provider",
        "provider",
        "ld.sourceorganization",
        "sourceorganization",
    )
    if publisher and not (outlet and outlet.agency):
        return
    if outlet is None and not address and len(value.split()) > 6:
        return
    name = outlet.name if outlet else (address.removeprefix("www.") if address else value.strip())
    if outlet is None and not address and not any(m.likeness >= Likeness.HINT for m in find_names(value, lexicon)):
        return
    relation = Relation.REPUBLISHED_FROM
    if outlet and outlet.agency:
        relation = Relation.WIRE
    elif key == "feed.via":
        relation = Relation.AGGREGATED_SUMMARY
    start = len(value) - len(value.lstrip())
    yield Found(name, outlet, relation, where, Span(start, max(start + 1, len(value.rstrip()))), "metadata")
