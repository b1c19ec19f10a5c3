"""The imprint of a loose text: the lines at its head that say who published it and when.

«Harbour Gazette, 20 November 2026», «20 Nov 2026 | Harbour Gazette», «Published: 20 November 2026», «By A. Writer,
Harbour Gazette», and a name alone beside a line with the date. A name before a comma and a date may also be a place, a
person or a headline («Campaign Assessment, 20 November 2026»): it is an outlet's only if its words say so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.byline import is_byline, is_signature, parse_byline
from reader.articles.dateline import find_dateline
from reader.articles.lines import word_set
from reader.articles.role_cues import FULL_DATE, WEEKDAY, is_date_line
from reader.lexicon.offices import given_names, places, sites
from reader.lexicon.outlets import fold, known_outlets
from reader.lexicon.sections import read_sections
from reader.model.article import Article, Paragraph, Role
from reader.text.safety import clean_line

_LOOKED_AT = 8
_LONGEST = 160
_NAME_WORDS = range(1, 8)
_DATE = (
    rf"(?:{WEEKDAY},?\s)?(?P<date>{FULL_DATE}|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?P<time>,?\s(?:at\s)?\d{1,2}:\d\d\b[^|,]{0,12})?"
)
_PARTING = r"\s*(?P<mark>[|·•–—/,-])\s*"
_LABEL = re.compile(r"(?i)(?:(?:first\s)?(?:published|posted)(?:\s?:|\sby\b:?|\son\b)\s*)")
_DATED = re.compile(rf"(?i)(?P<name>\S.{{0,90}}?){_PARTING}(?:published:?\s)?{_DATE}")
_DATE_FIRST = re.compile(rf"(?i){_DATE}{_PARTING}(?P<name>\S.{{0,90}})")
_LABEL_DATE_BY = re.compile(rf"(?i){_DATE}\sby\s(?P<name>\S.{{0,90}})")
_DATE_ALONE = re.compile(rf"(?i)(?:(?:updated|date)\b:?\s*)?{_DATE}")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+){1,3}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LISTED = 3
"""Lines with a date each, under different words, that make a list of titles."""
_SMALL = word_set("of the and for on in at de der des die das del di du la le les y e")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the head of a text says of its publication; empty parts are not said there."""

    outlet: str = ""
    """One clean line."""
    date: str = ""
    """As it stands there, with the time if one is given."""


def find_imprint(article: Article, *, sure: bool = False) -> Imprint:
    """Return what the head of an article says: of each part the first source line that does, else its dateline's date.

    Args:
        article: A loose text.
        sure: An outlet that no list knows has to be one by its form, since something else tells who published it.
    """
    head = article.paragraphs[:_LOOKED_AT]
    if _is_list([p.span.of(article.text) for p in head]):
        return Imprint()
    lines = [p.span.of(article.text) for p in head if p.role is Role.SOURCE_LINE]
    read = [_read(line) for line in lines]
    outlets = (one.outlet for one in read if one.outlet and (not sure or _names_outlet(one.outlet, sure=True)))
    alone = (clean_line(line) for line in lines if _names_outlet(line, sure=True))
    return Imprint(
        next(outlets, "") or next(alone, ""),
        next((one.date for one in read if one.date), "") or _filed(article),
    )


def imprint_lines(text: str, paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return which of the first paragraphs are an imprint: outlet with date, or an outlet's name beside such a line."""
    lines = [p.span.of(text) for p in paragraphs[:_LOOKED_AT]]
    if _is_list(lines):
        return frozenset()
    dated = {i for i, line in enumerate(lines) if is_imprint(line)}
    beside = {i for i, line in enumerate(lines) if i in dated or is_date_line(line) or is_byline(line)}
    alone = {i for i, line in enumerate(lines) if beside & {i - 1, i + 1} and _names_outlet(line, sure=True)}
    return frozenset(dated | alone)


def is_imprint(line: str) -> bool:
    """Tell whether a line is the name of an outlet, a person or a place with a full date, or «Published by» a name."""
    return not is_byline(line) and not is_signature(line) and _read(line) != Imprint()


def _read(line: str) -> Imprint:
    """Return outlet and date of one line; nothing for a line that holds more than those and its writers."""
    line = line.strip().strip("()[]*_ ")
    if len(line) > _LONGEST:
        return Imprint()
    if label := _LABEL.match(line):
        line = line[label.end() :]
    if match := _DATE_ALONE.fullmatch(line):
        return Imprint("", _date(match))
    if label and (match := _LABEL_DATE_BY.fullmatch(line)):
        return Imprint(clean_line(match["name"]) if _names_outlet(match["name"], sure=False) else "", _date(match))
    match = _DATED.fullmatch(line) or _DATE_FIRST.fullmatch(line)
    name, date = (match["name"], _date(match)) if match else (line, "")
    if is_byline(name) or is_signature(name):
        return Imprint(_writers_outlet(name), date)
    if match is None:
        return Imprint(clean_line(name) if label and _names_outlet(name, sure=True) else "")
    if _names_outlet(name, sure=match["mark"] == ","):
        return Imprint(clean_line(name), date)
    said = _is_person(name) or _is_place(name) or _is_stamp([fold(part) for part in name.split()])
    return Imprint("", date) if said else Imprint()


def _is_list(lines: Sequence[str]) -> bool:
    """Tell whether the lines are titles with a date each."""
    names = set()
    for line in lines:
        match = _DATED.fullmatch(line) if len(line) <= _LONGEST else None
        if match and not is_byline(line) and not _LABEL.match(line):
            names.add(match["name"])
    return len(names) >= _LISTED


def _filed(article: Article) -> str:
    """Return the date of the first paragraph's dateline if it gives the year."""
    body = next((p for p in article.paragraphs[:_LOOKED_AT] if p.role is Role.BODY), None)
    dateline = find_dateline(article.text, *body.span) if body else None
    date = clean_line(dateline.date.of(article.text)) if dateline and dateline.date else ""
    return date if _YEAR.search(date) else ""


def _date(match: re.Match[str]) -> str:
    """Return the words of the date and the time."""
    return clean_line(match["date"] + (match["time"] or ""))


def _writers_outlet(byline: str) -> str:
    """Return the outlet for which a byline's people write; an agency's text is mostly printed by somebody else."""
    outlets = [clean_line(span.of(byline)) for span in parse_byline(byline).outlets]
    known = ((name, known_outlets().find(name)) for name in outlets)
    return next((name for name, outlet in known if outlet is None or not outlet.agency), "")


def _names_outlet(words: str, *, sure: bool) -> bool:
    """Tell whether words are the name of an outlet: one that is known, or by its form.

    Args:
        words: The words.
        sure: The form has to say so; else any name of two words that is no person's or place's will do.
    """
    words = words.strip()
    parts = words.split()
    if len(parts) not in _NAME_WORDS or words[-1:] in ".!?:;" or re.search(r"[!?:;|]|\.\s", words):
        return False
    if known_outlets().find(words) is not None or _DOMAIN.fullmatch(words):
        return True
    if any(not (part[0].isupper() or part[0].isdigit() or part in _SMALL) for part in parts):
        return False
    kinds = read_sections("outlet_words.txt")
    folded = [fold(part) for part in parts]
    if _is_stamp(folded):
        return False
    if folded[-1] in kinds["noun"] | kinds["weak"] and len(parts) > 1:
        return True
    return not sure and len(parts) > 1 and not _is_person(words) and " ".join(folded) not in places()


def _is_person(words: str) -> bool:
    """Tell whether words begin with a given name and have the length of a person's."""
    parts = words.split()
    return len(parts) in range(2, 5) and fold(parts[0]) in given_names() and all(part[0].isupper() for part in parts)


def _is_place(words: str) -> bool:
    """Tell whether words can be the place before a date: a known one, one by its last word, or any capitalised word."""
    folded = [fold(part) for part in words.split()]
    if " ".join(folded) in places() or (words[:1].isupper() and folded[-1] in sites() and len(folded) < 4):
        return True
    return words.isalpha() and words[0].isupper()


def _is_stamp(folded: Sequence[str]) -> bool:
    """Tell whether folded words are those of a section, stamp or banner of a page («Read Time 5», «War Update»)."""
    kinds = read_sections("outlet_words.txt")
    said = [word.strip(":") for word in folded]
    return said[-1] in kinds["stamp-last"] or all(word in kinds["stamp"] or word.isdigit() for word in said)
