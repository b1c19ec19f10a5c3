"""Bylines: «By A. Writer and B. Other, Example Agency» -> people and outlets, with spans.

Which part is an outlet is told by its words (News, Press, Agency ...), its form (capitals, a domain) or its place
(behind «for», «of», «|», «/», in brackets); the credits room asks its lexicon about the rest.
"""

import re
from dataclasses import dataclass

from reader.text.spans import Span, trim

_LEAD = re.compile(
    r"(?i)\s*(?:(?:story|text|report(?:ing)?|written|posted|published|words|analysis)\s+)?(?:by|von|par|por|di|door)[\s:]+"
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
_PERSON_WORD = re.compile(r"(?:[^\W\d_][\w.'’\-]*)$")
_DOMAIN = re.compile(
    r"(?i)^(?:www\.)?[\w\-]{2,40}(?:\.[\w\-]{2,40}){0,2}\.(?:com|org|net|info|co|uk|de|fr|au|ca|in|ua|news|tv)$"
)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a byline names; spans count in the byline's own text."""

    people: tuple[Span, ...] = ()
    outlets: tuple[Span, ...] = ()


def parse_byline(text: str) -> Byline:
    """Return the people and outlets that a byline names, in reading order; parts that are neither are left out."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    people: list[Span] = []
    outlets: list[Span] = []
    for span, marked in _parts(text[:_LONGEST], start):
        words = span.of(text)
        if _is_outlet(words, marked=marked):
            outlets.append(span)
        elif _is_person(words):
            people.append(span)
    return Byline(tuple(people), tuple(outlets))


_BYLINE_LINE = re.compile(r"(?:By|BY|Von|VON|Par|Por)\s+(?=[A-ZÀ-Þ\"“])")
_AGENCY_LINE = re.compile(
    r"(?i)(?:from\s+)?(?:the\s+)?(?:associated press|reuters|agence france[- ]presse|afp|ap|dpa)$"
)


def is_byline(line: str) -> bool:
    """Tell whether a line at the head of a text is a byline: «By» with names, or an agency's name alone."""
    line = line.strip()
    if len(line) > 160 or (line.endswith((".", "?", "!", ":")) and not re.search(r"\b[A-Z]\.$|\b(?:Jr|Sr)\.$", line)):
        return False
    if _AGENCY_LINE.match(line):
        return True
    lead = _BYLINE_LINE.match(line)
    if not lead:
        return False
    found = parse_byline(line)
    return bool(found.people or found.outlets) and len(line.split()) <= 24


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


def _is_outlet(words: str, *, marked: bool) -> bool:
    """Tell whether a part of a byline is an outlet or agency."""
    if _NOT_OUTLET.match(words) or not any(c.isalpha() for c in words):
        return False
    if _DOMAIN.match(words):
        return True
    if _JOB.search(words) and not _OUTLET_WORD.search(words):
        return False
    letters = words.replace(".", "").replace(" ", "")
    acronym = 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper() and " " not in words
    named = words.startswith(("The ", "the ")) or bool(_OUTLET_WORD.search(words)) or words == "dpa"
    return acronym or named or (marked and words[:1].isupper() and len(words.split()) <= 5)


def _is_person(words: str) -> bool:
    """Tell whether a part of a byline has the shape of a person's name."""
    parts = words.split()
    if not 1 < len(parts) <= 6 or _JOB.search(words) or any(c.isdigit() for c in words):
        return False
    capitals = [p for p in parts if p[0].isupper()]
    return all(_PERSON_WORD.match(p) for p in parts) and len(capitals) >= max(2, len(parts) - 2)
