"""Bylines: «By A. Writer and B. Other, Example Agency» -> people and outlets, with spans.

Which part is an outlet is told by its words (News, Press, Agency ...), its form (capitals, a domain) or its place
(behind «for», «of», «|», «/», in brackets); the credits room asks its lexicon about the rest.
"""

import re
from dataclasses import dataclass

from reader.articles.lines import word_set
from reader.lexicon.outlets import known_outlets
from reader.text.spans import Span, trim

_LEAD = re.compile(
    r"(?i)\s*(?:(?:story|text|report(?:ing)?|written|posted|published|words|analysis)\s+)?(?:by|von|par|por|di|door)[\s:]+"
    r"|\s*special\s+(?:to|for)\s+"
)
_SPLIT = re.compile(
    r"(?P<mark>\s*(?:\||/|•|·|—|–|\(|\)|;)\s*|\s+(?i:for|of|with|at|via|für|pour)\s+|\s+(?i:special\s+(?:to|for))\s+)"
    r"|(?P<plain>\s*,\s*(?:(?i:and|und|et|y)\s+)?|\s+(?i:and|und|et|y|&)\s+|\n+)"
)
_OUTLET_WORD = re.compile(
    r"(?i)\b(?:news|press|post|times|herald|journal|tribune|gazette|agency|wire|service|network|radio|tv|television|"
    r"media|magazine|daily|weekly|observer|guardian|chronicle|bulletin|review|report|reports|today|broadcasting|"
    r"corporation|agence|agentur|agencia|zeitung|presse|staff|wires|agencies|bureau|reuters|bloomberg|examiner|"
    r"inquirer|sentinel|dispatch|courier|ledger|globe|mail|telegraph|independent|sun|star|mirror)\b"
)
_NOT_OUTLET = re.compile(r"(?i)^(?:our\s+)?(?:staff|staff\s+(?:writers?|reporters?)|wire\s+reports?|news\s+staff)$")
_JOB = re.compile(
    r"(?i)\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|producers?|chief|intern|fellow|"
    r"updated|published|posted|min(?:ute)?s?\s+read|photographer|analyst|author)\b"
)
_RANKS = word_set(
    "staff senior chief political national foreign news sports deputy managing associate assistant executive special "
    "contributing guest business science health legal diplomatic defence defense economics city night online our the"
)
_PERSON_WORD = re.compile(r"(?:[^\W\d_][\w.'’\-]*)$")
_DOMAIN = re.compile(
    r"(?i)^(?:www\.)?[\w\-]{2,40}(?:\.[\w\-]{2,40}){0,2}\.(?:com|org|net|info|co|uk|de|fr|au|ca|in|ua|news|tv)$"
)
_DATED = re.compile(
    r"(?i)[\s,|•·–—\-]*(?:\b(?:published|updated|posted|on)\b:?\s*)?(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2},?\s\d{4}\b.{0,80}$"
)
"""A date behind the names, with all that follows it."""
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a byline names; spans count in the byline's own text."""

    people: tuple[Span, ...] = ()
    outlets: tuple[Span, ...] = ()


def parse_byline(text: str) -> Byline:
    """Return the people and outlets that a byline names, in reading order; parts that are neither are left out."""
    text = _DATED.sub("", text[:_LONGEST])
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    people: list[Span] = []
    outlets: list[Span] = []
    for span, marked in _parts(text, start):
        person, outlet = _glued(text, span)
        if outlet is not None:
            people.append(person)
            outlets.append(outlet)
        elif _is_outlet(span.of(text), marked=marked):
            outlets.append(span)
        elif _is_person(span.of(text)):
            people.append(span)
    return Byline(tuple(people), tuple(outlets))


_BYLINE_LINE = re.compile(r"(?:By|BY|Von|VON|Par|Por)\s+(?=[A-ZÀ-Þ\"“])")
_AGENCY_BYLINE = re.compile(r"(?:The\s)?[A-Z][\w.'’ ]{2,40}\s[—–\-]\sBy\s[A-Z]")
_AGENCY_LINE = re.compile(
    r"(?i)(?:from\s+)?(?:the\s+)?(?:associated press|reuters|agence france[- ]presse|afp|ap|dpa)$"
)


def is_byline(line: str) -> bool:
    """Tell whether a line at the head of a text is a byline: «By» with names, or an agency's name alone."""
    line = line.strip()
    if len(line) > 160 or (line.endswith((".", "?", "!", ":")) and not re.search(r"\b[A-Z]\.$|\b(?:Jr|Sr)\.$", line)):
        return False
    if _AGENCY_LINE.match(line) or _AGENCY_BYLINE.match(line):
        return True
    lead = _BYLINE_LINE.match(line)
    if not lead:
        return False
    found = parse_byline(line)
    return bool(found.people or found.outlets) and len(line.split()) <= 24


def is_signature(line: str) -> bool:
    """Tell whether a line is names and a known outlet and nothing else («Ann Writer, Associated Press»).

    A photographer's credit looks the same: only the head of a text tells.
    """
    line = line.strip()
    if len(line) > 120 or len(line.split()) > 14 or line.endswith((".", "?", "!", ":")):
        return False
    found = parse_byline(line)
    known = any(known_outlets().find(o.of(line)) is not None for o in found.outlets)
    named = sum(s.length for s in (*found.people, *found.outlets))
    return bool(found.people) and known and named >= 0.75 * len(line)


def _parts(text: str, start: int) -> list[tuple[Span, bool]]:
    """Return the parts of a byline, each with whether a mark that announces an outlet stands before it."""
    parts: list[tuple[Span, bool]] = []
    marked = False
    for match in [*_SPLIT.finditer(text, start), None]:
        stop = match.start() if match else len(text)
        span = trim(text, Span(start, max(start, stop)))
        if span.length:
            parts.append((span, marked))
        if match:
            marked = match["mark"] is not None
            start = match.end()
    return parts


def _glued(text: str, span: Span) -> tuple[Span, Span | None]:
    """Return person and outlet of a part that names both without a mark («ANN WRITER Associated Press»)."""
    starts = [span.start + m.start() + 1 for m in re.finditer(r"\s(?=\S)", span.of(text))]
    for start in starts[1:5]:
        outlet, person = Span(start, span.end), trim(text, Span(span.start, start))
        if known_outlets().find(outlet.of(text)) is not None and _is_person(person.of(text)):
            return person, outlet
    return span, None


def _is_outlet(words: str, *, marked: bool) -> bool:
    """Tell whether a part of a byline is an outlet or agency."""
    if _NOT_OUTLET.match(words) or not any(c.isalpha() for c in words):
        return False
    if _DOMAIN.match(words) or known_outlets().find(words) is not None:
        return True
    if _is_job(words) and not _OUTLET_WORD.search(words):
        return False
    letters = words.replace(".", "").replace(" ", "")
    acronym = 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper() and " " not in words
    named = words.startswith(("The ", "the ")) or bool(_OUTLET_WORD.search(words)) or words == "dpa"
    return acronym or named or (marked and words[:1].isupper() and len(words.split()) <= 5)


def _is_person(words: str) -> bool:
    """Tell whether a part of a byline has the shape of a person's name."""
    parts = words.split()
    if not 1 < len(parts) <= 6 or _is_job(words) or any(c.isdigit() for c in words):
        return False
    capitals = [p for p in parts if p[0].isupper() or re.match(r"[a-z]{1,2}['’][A-ZÀ-Þ]", p)]
    return all(_PERSON_WORD.match(p) for p in parts) and len(capitals) >= max(2, len(parts) - 2)


def _is_job(words: str) -> bool:
    """Tell whether a part is what somebody does («staff writer»), not a person called so («A. Writer»)."""
    found = _JOB.search(words)
    if not found:
        return False
    parts = words.split()
    if found[0].islower() or len(parts) == 1:
        return True
    initials = any(re.fullmatch(r"[A-Z]\.?", part) for part in parts)
    return not initials and (len(parts) > 2 or parts[0].casefold() in _RANKS)
