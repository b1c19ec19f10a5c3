"""Dates as feeds write them -> aware UTC times.

Read are RFC 822 with its many bendings, ISO 8601 and RFC 3339 (whole or cut short), the ctime form, American
``m/d/y`` times, seconds since 1970, and month names of the larger European languages. What cannot be read, and
what no feed can mean (before 1900: the empty date of several programs is the year 1), is None, never a guess;
dates in the future are kept: whoever shows them knows the time, this room does not.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2200
_RFC: Final = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))? "
    r"(?:GMT|UTC|Z|([+-])(\d\d)(\d\d))"
)
_ISO: Final = re.compile(
    r"([12]\d{3}|0\d{3})(?:-?(\d{2})(?:-?(\d{2}))?)?"
    r"(?:(?:[Tt_]|\s+|,\s*)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9})\d*)?)?)?\s*(\S.*)?"
)
_TIME: Final = re.compile(r"(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)\s*([AaPp]\.?[Mm]\.?(?![a-z]))?")
_OFFSET: Final = re.compile(r"(?:UTC|GMT|Z)?\s*([+\-−])\s*(\d{1,2}):?(\d{2})?(?::\d{2})?(?!\d)", re.IGNORECASE)
_ZONE: Final = re.compile(r"\b([A-Za-z]{1,5})\b\.?")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DAY_YEAR: Final = re.compile(r"(?<![\d:+\-])(\d{1,4})(?![\d:])")
_SLASHED: Final = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:-|\s*[年년]\s*)(\d{1,2})(?:-|\s*[月월]\s*)(\d{1,2})(?!\d)")
_SECONDS: Final = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?")
_LIMIT: Final = 120

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan janv ene gen januar januari leden sty sijec янв янва січ січн ιαν oca",
            "feb févr fév fevr febr febbr fev lut únor şub фев февр лют лютого φεβ feb",
            "mar mär märz maerz mrz mars mrt marz březen бер берез мар марта μαρ maa",
            "apr avr abr kwi duben апр кві квіт απρ nis",
            "may mai mag mei maj maio květ май мая трав μάι μαϊ mayıs",
            "jun juin juni giu junho czerw červen июн июня чер черв ιουν ιούν haz",
            "jul juil juli lug julho lip červenec июл июля лип липн ιουλ ιούλ tem",
            "aug août aout ago srp sierp ağu авг авгу сер серп αυγ αύγ elo",
            "sep sept set wrz září сен сент вер верес σεπ eyl syys",
            "oct okt ott out paź říjen окт октя жов жовт οκτ eki loka",
            "nov lis listopad list ноя нояб лис листоп νοε νοέ kas marras",
            "dec dez déc dic gru pros prosinec дек дека гру груд δεκ ara joulu",
        ),
        start=1,
    )
    for name in names.split()
}
_ZONES: Final = {
    name: hours
    for hours, names in {
        0: "UT UTC GMT Z WET",
        1: "CET MEZ BST WEST MET",
        2: "CEST MESZ EET SAST MEST",
        3: "EEST MSK",
        5.5: "IST",
        8: "HKT SGT AWST",
        9: "JST KST",
        10: "AEST",
        11: "AEDT",
        12: "NZST",
        13: "NZDT",
        -3: "ADT BRT ART",
        -4: "EDT AST",
        -5: "EST CDT ET",
        -6: "CST MDT CT",
        -7: "MST PDT MT",
        -8: "PST AKDT PT",
        -9: "AKST",
        -10: "HST",
    }.items()
    for name in names.split()
}


@lru_cache(maxsize=512)  # the entries of a feed often share their dates, and each comes in two or three elements
def parse_date(text: str) -> datetime | None:
    """Return the time that a date names, in UTC (also where it names no zone); None if it cannot be read."""
    text = " ".join(text[:_LIMIT].split())
    if not text:
        return None
    try:
        found = _parse_rfc(text) or _parse_iso(text) or _parse_loose(text)
        return found.astimezone(UTC) if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None
    except (ValueError, OverflowError):
        return None


def _parse_rfc(text: str) -> datetime | None:
    """Return the time of a date in the form most feeds use (RFC 2822 without its liberties); None if it is another."""
    match = _RFC.fullmatch(text)
    month = _MONTHS.get(match[2].lower()) if match else None
    if match is None or month is None:
        return None
    sign, hours, minutes = match[7] or "+", int(match[8] or 0), int(match[9] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    local = datetime(int(match[3]), month, int(match[1]), int(match[4]), int(match[5]), int(match[6] or 0), tzinfo=UTC)
    return local + offset if sign == "-" else local - offset


def _parse_iso(text: str) -> datetime | None:
    """Return the time of an ISO 8601 date, whole or cut short; None if it is another form."""
    match = _ISO.fullmatch(text)
    if match is None or (match[2] is None and match[4] is not None):
        return None
    year, month, day, hour, minute, second, fraction, rest = match.groups()
    afternoon = None
    if rest and (clock := re.match(r"([AaPp])\.?[Mm]\.?\s*", rest)):
        afternoon, rest = clock[1] in "Pp", rest[clock.end() :]
    zone = _zone(rest or "")
    if rest and zone is None:
        return None
    moment = _moment(int(year), int(month or 1), int(day or 1), hour, minute, second, afternoon)
    return moment.replace(microsecond=int((fraction or "0").ljust(6, "0")[:6]), tzinfo=zone or UTC)


def _parse_loose(text: str) -> datetime | None:
    """Return the time of a date whose parts stand in some order, with a month name or slashes; None if parts lack."""
    if match := _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC)
    clock = _TIME.search(text)
    hour, minute, second, half = clock.groups() if clock else (None, None, None, None)
    date = text[: clock.start()] + " " + text[clock.end() :] if clock else text
    zone = _zone(text[clock.end() :] if clock else "")
    if match := _YEAR_FIRST.search(date):
        year, month, day = (int(number) for number in match.groups())
    elif match := _SLASHED.search(date):
        year, month, day = _slashed(*match.groups())
    else:
        month = next((m for m in map(_month, _WORD.findall(date)) if m), 0)
        numbers = _DAY_YEAR.findall(re.sub(r"[+\-]\d{4}\b", " ", date) if clock else date.replace("-", " "))
        if clock and len(numbers) < 2:  # 05-Jan-2004
            numbers = _DAY_YEAR.findall(text[: clock.start()].replace("-", " "))
        if not month or len(numbers) < 2:
            return None
        day, year = _day_and_year(numbers[0], numbers[1])
    afternoon = half[0] in "Pp" if half else (True if "오후" in text or "下午" in text else None)
    return _moment(year, month, day, hour, minute, second, afternoon).replace(tzinfo=zone or UTC)


def _moment(
    year: int, month: int, day: int, hour: str | None, minute: str | None, second: str | None, afternoon: bool | None
) -> datetime:
    """Return the time without a zone; a leap second and 24:00 are taken as what they mean.

    Raises:
        ValueError: if there is no such day or hour.
    """
    hours = int(hour or 0)
    if afternoon is not None and hours <= 12:
        hours = hours % 12 + 12 * afternoon
    later = timedelta(days=hours == 24)
    return (
        datetime(year, month, day, hours % 24 if hours == 24 else hours, int(minute or 0), min(int(second or 0), 59))
        + later
    )


def _month(word: str) -> int:
    """Return the number of the month that a word names, in full or by its beginning; 0 if it names none."""
    word = word.lower()
    return next((_MONTHS[word[:size]] for size in range(min(len(word), 8), 2, -1) if word[:size] in _MONTHS), 0)


def _day_and_year(first: str, second: str) -> tuple[int, int]:
    """Return day and year of two numbers, the day first unless the other cannot be one."""
    day, year = (second, first) if len(first) == 4 or int(first) > 31 else (first, second)
    return int(day), _century(year)


def _slashed(a: str, b: str, c: str) -> tuple[int, int, int]:
    """Return year, month and day of ``y/m/d``, ``m/d/y`` or, where it can only be that, ``d/m/y``."""
    if len(a) == 4:
        return int(a), int(b), int(c)
    month, day = (int(b), int(a)) if int(a) > 12 else (int(a), int(b))
    return _century(c), month, day


def _century(year: str) -> int:
    """Return a year in full; two digits count from 1970 to 2069 (RFC 2822 has 1950 to 2049, before feeds were)."""
    number = int(year)
    return number + (2000 if number < 70 else 1900) if len(year) <= 2 else number


def _zone(text: str) -> timezone | None:
    """Return the zone that stands in the rest of a date, by name or as an offset; None if there is none."""
    if match := _OFFSET.search(text):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes < 24 * 60:
            return timezone(timedelta(minutes=-minutes if match[1] in "-−" else minutes))
    for name in _ZONE.findall(text):
        if name.upper() in _ZONES:
            return timezone(timedelta(hours=_ZONES[name.upper()]))
    return None
