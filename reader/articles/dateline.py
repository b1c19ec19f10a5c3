"""Datelines: «NEW YORK (AP) —», «PARIS/LONDON, Jan 5 (Reuters) -», «Berlin (dpa) –» at the start of a paragraph.

Forms as in the AP Stylebook (entry "datelines") and the house styles of Reuters, AFP and dpa: a place in capitals with
or without region and date, or a place in any case with the agency in brackets; then a dash. A place in capitals
before a colon is the habit of Indian and Pakistani papers.
"""

import re
from dataclasses import dataclass

from reader.articles.lines import word_set
from reader.lexicon.outlets import known_outlets
from reader.text.spans import Span, trim

_MONTH = (
    r"(?:Jan(?:uary|uar|\.)?|Feb(?:ruary|ruar|\.)?|Mar(?:ch|\.)?|März|Apr(?:il|\.)?|May|Mai|June?|Juni|July?|Juli|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|O[ck]t(?:ober|\.)?|Nov(?:ember|\.)?|De[cz](?:ember|\.)?)"
)
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\.?\s{_MONTH})(?:,?\s\d{{4}})?"
_CAPITAL_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][A-ZÀ-ÖØ-ÞĀ-ŽА-Я.'’\-]{1,24})"
_CAPITALS = rf"{_CAPITAL_WORD}(?:\s{_CAPITAL_WORD}){{0,4}}"
_TITLE_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’\-]{1,24})"
_SMALL = r"(?:of|the|de|da|do|del|der|am|an|on|im|la|le|al|upon)"
_TITLE = rf"{_TITLE_WORD}(?:\s(?:{_SMALL}\s)?{_TITLE_WORD}){{0,3}}"
_REGION = rf"(?:,\s(?!{_MONTH}\s\d)(?:{_TITLE}|[A-Z][A-Za-z.]{{1,10}}))"
_AGENCY = r"\((?P<agency>[A-Za-z][\w.&'’/\- ]{1,39})\)"
_DASH = r"(?:—|–|―|--|(?<=\s)-(?=\s)|-(?=\s))"

_WITH_CAPITALS = re.compile(
    rf"(?P<places>{_CAPITALS}{_REGION}{{0,2}}(?:\s?/\s?{_CAPITALS}{_REGION}{{0,1}}){{0,3}})"
    rf"(?:,?\s(?P<date>{_DATE}))?(?:,?\s?{_AGENCY})?\s?(?:{_DASH}(?=[\s\w\"“‘«„])|(?P<colon>:)(?=\s))"
)
_WITH_AGENCY = re.compile(
    rf"(?P<places>{_TITLE}{_REGION}{{0,2}}(?:\s?/\s?{_TITLE}){{0,3}})(?:,?\s(?P<date>{_DATE}))?,?\s?{_AGENCY}\s?{_DASH}?"
)
_AGENCY_ALONE = re.compile(rf"(?:{_AGENCY})\s?(?P<dash>{_DASH})?")
_NO_PLACE = word_set(
    "EXCLUSIVE UPDATE UPDATED BREAKING OPINION WATCH VIDEO ANALYSIS EDITORIAL READ LIVE CORRECTION NOTE EDITOR "
    "FILE PHOTO LISTEN MORE RELATED ALSO SOURCE FACT CLAIM VERDICT WARNING ADVISORY SUMMARY TIMELINE EXPLAINER "
    "FACTBOX INSIGHT FEATURE COLUMN COMMENTARY SPOILER PODCAST REPORT DEVELOPING ALERT BYLINE DEAR THE LE LA DER "
    "DIE DAS WHAT WHY HOW WHO WHEN WHERE THIS THAT"
)
_COLON_CITIES = word_set(
    "ISLAMABAD KARACHI LAHORE PESHAWAR QUETTA RAWALPINDI MUMBAI DELHI NEW KOLKATA CHENNAI BENGALURU BANGALORE "
    "HYDERABAD LUCKNOW SRINAGAR PUNE AHMEDABAD JAIPUR PATNA DHAKA COLOMBO KATHMANDU KABUL KUALA PUTRAJAYA KUCHING "
    "KOTA GEORGE SINGAPORE JAKARTA MANILA BANGKOK HANOI BEIJING HONG SHANGHAI TAIPEI TOKYO SEOUL PYONGYANG SYDNEY "
    "MELBOURNE CANBERRA LONDON PARIS BERLIN BRUSSELS GENEVA VIENNA ROME MADRID MOSCOW KYIV KIEV WARSAW ANKARA "
    "ISTANBUL WASHINGTON OTTAWA CAIRO TEHRAN BAGHDAD DAMASCUS BEIRUT JERUSALEM AMMAN RIYADH DUBAI DOHA NAIROBI "
    "LAGOS ABUJA ACCRA JOHANNESBURG"
)
"""First words of cities that papers in South and South-East Asia put before a colon; without such a list a speaker of a
transcript («J. DOE:») could not be told from a place."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by which agency a report was filed; spans count in the text that was searched."""

    span: Span
    """From the place to the dash or colon."""
    places: tuple[Span, ...] = ()
    """One for each place, with its region («KYIV, Ukraine»)."""
    agency: Span | None = None
    """The words in brackets («AP»), brackets not included."""
    date: Span | None = None


def find_dateline(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """Return the dateline with which the paragraph ``text[start:end]`` begins, or None."""
    stop = min(len(text) if end is None else end, start + _LONGEST)
    match = _WITH_CAPITALS.match(text, start, stop)
    if match and not _is_place(match):
        return None
    match = match or _WITH_AGENCY.match(text, start, stop)
    if match:
        if match.re is _WITH_AGENCY and not _is_agency(match["agency"], dashed=match[0].rstrip()[-1:] != ")"):
            return None
        return Dateline(trim(text, Span(*match.span())), _places(match), _group(match, "agency"), _group(match, "date"))
    match = _AGENCY_ALONE.match(text, start, stop)
    if match and _is_agency(match["agency"], dashed=bool(match["dash"])):
        return Dateline(trim(text, Span(*match.span())), (), _group(match, "agency"))
    return None


def _is_place(match: re.Match[str]) -> bool:
    """Tell whether words in capitals can be a place: not «BREAKING:» and not a speaker of a transcript."""
    words = match["places"].replace(",", " ").replace("/", " ").split()
    if len(words) > 8 or any(len(part.split()) > 4 for part in re.split("[,/]", match["places"])):
        return False
    if words[0].strip(".'’-") in _NO_PLACE:
        return False
    if match["agency"] or match["date"] or "," in match["places"]:
        return not match["agency"] or _is_agency(match["agency"], dashed=True)
    if match["colon"]:
        return len(words) <= 3 and words[0] in _COLON_CITIES
    behind = match.string[match.end() :].lstrip()[:1]
    return len(words) <= 3 and any(len(w) > 2 for w in words) and (behind in "\"“‘«„'" or not behind.islower())


def _is_agency(words: str, *, dashed: bool) -> bool:
    """Tell whether bracketed words are an agency: one the lexicon knows, or before a dash any short name."""
    words = words.strip()
    letters = re.sub(r"[.&/'’\s\-]", "", words)
    if dashed:
        return letters.isalpha() and len(words.split()) <= 4 and not re.fullmatch(r"[DR]-[A-Z].*|[LRC]", words)
    return known_outlets().find(words) is not None and words not in ("L", "R")


def _places(match: re.Match[str]) -> tuple[Span, ...]:
    """Return the places of a match, split at slashes."""
    start, end = match.span("places")
    spans = []
    for part in re.finditer(r"[^/\s](?:[^/]*[^/\s])?", match.string[start:end]):
        spans.append(Span(start + part.start(), start + part.end()))
    return tuple(spans)


def _group(match: re.Match[str], name: str) -> Span | None:
    """Return the span of a named group, or None where it took no part."""
    return Span(*match.span(name)) if match[name] is not None else None
