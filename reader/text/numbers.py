"""Numbers: figures and number words with their value, their unit and what they count.

Known forms: «27,000», «1.5 million», «$12.9bn», «HK$176», «USD 3.2 billion», «2.8 per cent», «6th», «two-thirds»,
«one hundred and twenty-three», «one in four», «every eighth», «tenfold», «twice», «two hours and 38 minutes», «half an
hour», and the vague ones of news prose («a few dozen», «several hundred», «dozens», «several times»). Dates, years and
times of day are found too and say so by their unit, so that nobody counts them among the quantities. Digits of a name,
a path or an address («F-16», «2018/07/15») are no number. English words only; figures wherever digits are ASCII.
"""

import re
from dataclasses import dataclass, replace

from reader.text.commonwords import COMMON_WORDS
from reader.text.measures import CURRENCY_CODES, MEASURE_WORDS, MEASURES, POWERS, UNIT_OF, currency_behind
from reader.text.shingles import fold_word
from reader.text.spans import Span
from reader.text.vague import VAGUE_NUMBER, VAGUE_WORDS, first_letters


def _listed(words: str) -> list[str]:
    return words.split()


_ONES: dict[str, int] = {
    word: value
    for value, word in enumerate(
        _listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_TENS: dict[str, int] = {
    word: 10 * ten for ten, word in enumerate(_listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        _listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "eighth": 1 / 8,
    "tenth": 0.1,
}
_FOLDS = {"halv": 0.5, "doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0}
"""How verbs begin that say by how much something grew -> how many times it is then."""
_TIMES = {"twice": 2.0, "thrice": 3.0}
_MONTHS = (
    "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|"
    "Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
)
_SMALL = "|".join([*_ONES, *_TENS])
_BIG = "|".join(_SCALES)
_CODES = "|".join(map(re.escape, CURRENCY_CODES))
_PERIOD = "hour|minute|week|fortnight|month|year|decade"
_FIGURE = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_OTHER_WORDS = _listed(f"every jan feb mar apr may jun jul aug sep oct nov dec {' '.join(CURRENCY_CODES).lower()}")
_FIRST_LETTERS = first_letters(
    *(_ONES, _TENS, _ORDINALS, _SCALES, _FRACTIONS, _FOLDS, _TIMES, VAGUE_WORDS, _OTHER_WORDS)
)
"""Of all words with which one of the kinds below can begin, apart from «a»."""
_NUMBER = re.compile(
    rf"""
    (?:(?<!\w)|(?=[$€£¥₴₹]))  # none begins inside a word: most places are dismissed by this alone,
    (?=\d|[$€£¥₴₹]|[a-z]{{1,2}}[$€£¥₴₹]|an?[\s-]|{_FIRST_LETTERS})  # and nine words in ten by their first letters
    (?:(?P<date>\b(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:1[6-9]|20)\d\d\b)?|
             \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\b(?:,?\s+(?:1[6-9]|20)\d\d\b)?|\b\d{{4}}-\d\d-\d\d\b)
    |(?P<time>\b\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b)|\b\d{{1,2}}:\d\d\b)
    |(?P<decade>\b(?:1[6-9]|20)\d0s\b)
    |(?P<vague>{VAGUE_NUMBER})
    |(?P<ratio>\b(?:one\s+[a-z]+|{_SMALL}|\d{{1,2}})[\s-](?:in|out\s+of)[\s-](?:every\s+)?(?:{_SMALL}|a\s+hundred|\d{{1,3}})\b
        (?!\s+(?:{_PERIOD}|day)s?\b))
    |(?P<nth>\bevery\s+(?:{"|".join(list(_ORDINALS)[2:])})\b(?!\s+(?:{_PERIOD}|day|night|time)s?\b))
    |(?P<figure>(?:(?P<currency>(?:\b[A-Z]{{1,2}})?[$€£¥₴₹]|\b(?-i:{_CODES})(?=\.?[\s\d]))\.?\s?
            |(?<![\w.,/])(?:(?<![^\W\d_]-)|(?<=(?-i:[a-z])-)(?=\d{{1,3}}\.\d)))(?>{_FIGURE})(?!/\d)
        (?:(?P<ordinal>st|nd|rd|th)\b
          |[\s-]?(?P<scale>(?:{_BIG})s?\b)
          |(?P<short>(?:k|mn?|mln|bn?|trn|tn)\b))?
        (?P<percent>\s?(?:%|percent\b|per\s?cent\b|percentage\s+points?\b))?)
    |(?P<century>\b(?:(?:a\s+)?quarter\s+of\s+a|half\s+a)\s+century\b)
    |(?P<fold>\b(?:halv|doubl|trebl|tripl|quadrupl)(?:ed|ing)\b|\b(?:{_SMALL}|hundred)-?fold\b)
    |(?P<times>\b(?:twice|thrice)\b)
    |(?P<couple>\ba\s+couple\s+of\b)
    |(?P<single>\b(?:an?|one)\s+(?:{_PERIOD})\b(?!-))
    |(?P<fraction>\b(?:one|two|three|four|five|seven|nine|a)[\s-](?:{"|".join(_FRACTIONS)})s?\b(?!-)
        |\bhalf\b(?!\s+an?\s+(?:{_BIG})))
    |(?P<words>\b(?:(?:a|half\s+a)\s+)?(?:{_SMALL}|{_BIG})(?:(?:[\s-]|\s+and\s+)(?:{_SMALL}|{_BIG}))*\b
        (?P<wpercent>\s?(?:%|percent\b|per\s?cent\b|percentage\s+points?\b))?)
    |(?P<wordinal>\b(?:{"|".join(_ORDINALS)})\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FOLLOWING = re.compile(r"[\s-]*(?:of\s+(?:the\s+)?)?([^\W\d_]+(?:['’][^\W\d_]+)?)")
_BEFORE = re.compile(
    r"(?:\b(about|around|roughly|approximately|some|nearly|almost|more than|over|at least|up to|less than|fewer than|"
    r"under|only|just|as many as|as much as|only about|estimated|well|a little|no fewer than|no less than|no more than|"
    r"at most|close to|upwards? of|within|in excess of|exceeding|above|below|not (?:more|less|fewer) than|not quite|"
    r"(?:just )?short of|(?:just )?shy of|a (?:minimum|maximum) of|circa|something like|in the region of)\s+)+\Z",
    re.IGNORECASE,
)
_UNIT_BETWEEN = re.compile(r"[\s-]*[a-z]+(?:,?\s+and|,)?\s+", re.IGNORECASE)
"""Between «two» and «38» of «two hours and 38 minutes»."""
_RANGE = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|all)\s+)?|\s?[-–]\s?|\s+(?:to|and|or)\s+")
_LASTING = re.compile(r"\b(?:for|in|by|than|about|nearly|almost|after|within|lasted|took)\s+\Z", re.IGNORECASE)
_APART = re.compile(r"\s+(?:late|later|ago|earlier|early)\b", re.IGNORECASE)
"""What shows that «a week» is a length of time: words before it, and behind it."""
_OF_A = re.compile(r"(?:\s+of)?\s+an?\s+([a-z]+)\b")
"""Behind «half», «a quarter»: the measure, or the scale, that they are parts of."""
_GOES_TO = re.compile(r"(?:[\s-]*[a-z]+)?\s+(?:from|to|against|versus)\s+", re.IGNORECASE)
"""Between «eight» and «five» of «to eight kilometres from five»."""
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b(?!-)", re.IGNORECASE)
_COMPARED = re.compile(r"\s+(?:as|the|that|its|their|his|her)\b")
_TIMES_AS = re.compile(r"\s+times\s+(?:as|the|more|that)\b", re.IGNORECASE)
_COUNTABLE = frozenset(("people", "times", "parts", "others", "things", "men", "women"))
"""Common words that can be what a number counts."""


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity, an ordinal, a date, a year or a time of day in a text."""

    span: Span
    """The number with its currency sign, scale and percent sign, without the words before and behind it."""
    value: float | None
    """None: vague («dozens») or a date."""
    unit: str
    """``$``, ``%``, ``mile``, ``years``, ``fold`` («doubled») ..., and
    ``ordinal``, ``date``, ``year``, ``time``, ``decade``; empty: a plain count."""
    counted: tuple[str, ...] = ()
    """Up to three folded content words behind it: what it counts («animal», «cases»)."""
    vague: str = ""
    """Folded words of a vague quantity («few dozen»)."""
    qualifier: Span | None = None
    """«more than», «about», «only» before it."""

    @property
    def is_quantity(self) -> bool:
        """Tell whether it counts or measures something (no date, year, time, decade)."""
        return self.unit not in _MOMENTS

    @property
    def whole(self) -> Span:
        """The number with its qualifier."""
        return Span(self.qualifier.start, self.span.end) if self.qualifier else self.span


_MOMENTS = frozenset({"date", "year", "time", "decade"})


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the numbers of ``text[start:end]`` in order, without overlap."""
    stop = len(text) if end is None else min(end, len(text))
    found: list[Number] = []
    for match in _NUMBER.finditer(text, max(start, 0), stop):
        if found and match.start() < found[-1].span.end:
            continue  # the «half» of «two and a half»
        number = _read(text, match, stop)
        if number is None:
            continue
        joined = _join(text, found[-1], number) if found else None
        if joined:
            found[-1:] = [joined]
        else:
            number = _measured_alike(text, found[-1:], number)
            found[-1:] = [*_in_range(text, found[-1:], number), number]
    return found


def _in_range(text: str, before: list[Number], number: Number) -> list[Number]:
    """Return the number before with the unit of the next where both are the ends of one range («10 to 12 weeks»)."""
    if not before or before[0].unit or before[0].counted or not number.is_quantity:
        return before
    if not _RANGE.fullmatch(text, before[0].span.end, number.span.start):
        return before
    return [replace(before[0], unit=number.unit, counted=number.counted)]


def _measured_alike(text: str, before: list[Number], number: Number) -> Number:
    """Return a number with the unit of the one before where a change leads from one to the other."""
    if number.unit or number.counted or number.vague or number.value is None:
        return number
    if not before or not before[0].unit or not before[0].is_quantity or before[0].unit in ("ordinal", "fold"):
        return number
    if not _GOES_TO.fullmatch(text, before[0].span.end, (number.qualifier or number.span).start):
        return number
    return replace(number, unit=before[0].unit)


def _join(text: str, one: Number, other: Number) -> Number | None:
    """Return «two hours» and «38 minutes» as one duration, in the unit of the first; None if they are two numbers."""
    first, second = MEASURES.get(one.unit), MEASURES.get(other.unit)
    if first is None or second is None or first[0] != second[0] or first[1] <= second[1]:
        return None
    if one.value is None or other.value is None or not _UNIT_BETWEEN.fullmatch(text, one.span.end, other.span.start):
        return None
    value = one.value + other.value * second[1] / first[1]
    return replace(one, span=Span(one.span.start, other.span.end), value=value, counted=other.counted)


def _read(text: str, match: re.Match[str], stop: int) -> Number | None:
    words = match.group()
    span = Span(match.end() - len(words.lstrip()), match.end())
    kind = match.lastgroup
    for unit in _MOMENTS:
        if unit != "year" and match[unit]:
            return Number(span, None, unit, (fold_date(words),))
    if kind == "vague" or match["vague"]:
        vague = " ".join(w.rstrip("s") for w in fold_word(words).split() if w not in ("a", "of"))
        return _with_context(text, span, stop, None, "", vague)
    if match["century"]:
        years = 50.0 if words.casefold().startswith("half") else 25.0
        return replace(_with_context(text, span, stop, years, "years", ""), counted=())
    if match["fold"]:
        grown = next((times for verb, times in _FOLDS.items() if words.casefold().startswith(verb)), None)
        return Number(span, grown or read_number_words(re.sub("-?fold", "", words.casefold())), "fold")
    if match["times"]:
        unit = "fold" if _COMPARED.match(text, span.end, stop) else ""
        return replace(_with_context(text, span, stop, _TIMES[words.casefold()], unit, ""), counted=("times",))
    if match["couple"]:
        return _with_context(text, span, stop, 2.0, "", "")
    if match["single"]:
        return _one_period(text, span, stop)
    if match["ratio"]:
        return _ratio(text, span, stop)
    if match["nth"]:
        return _with_context(text, span, stop, 1 / _ORDINALS[words.casefold().split()[1]], "", "")
    if match["fraction"]:
        ordinal = words.casefold().startswith("a ") and words.casefold().split()[1] in _ORDINALS
        if ordinal and not _ends_phrase(text, span.end, stop):
            words = words[2:].lstrip()  # «a third blackout»
            return Number(
                Span(span.end - len(words), span.end),
                float(_ORDINALS[words.casefold()]),
                "ordinal",
                _counted(text, span.end, stop),
            )
        return _part(text, span, stop, _fraction(words))
    if match["wordinal"]:
        return Number(span, float(_ORDINALS[words.casefold()]), "ordinal", _counted(text, span.end, stop))
    if match["words"]:
        plain = words[: len(words) - len(match["wpercent"])] if match["wpercent"] else words
        value = read_number_words(plain)
        if value is None or (plain.casefold() in ("a", "one") and not match["wpercent"]):
            return None
        return _with_context(text, span, stop, value, "%" if match["wpercent"] else "", "")
    return _figure(text, match, span, stop)


def _part(text: str, span: Span, stop: int, value: float) -> Number:
    """Return a fraction, as the length, weight or count that it is where it is a part of one («half an hour»)."""
    whole = _OF_A.match(text, span.end, stop)
    if whole and whole[1] in MEASURE_WORDS:
        return Number(Span(span.start, whole.end()), value, _unit(whole[1]))
    if whole and whole[1] in _SCALES:
        return _with_context(text, Span(span.start, whole.end()), stop, value * _SCALES[whole[1]], "", "")
    return _with_context(text, span, stop, value, "", "")


def _one_period(text: str, span: Span, stop: int) -> Number | None:
    """Return «a week», «a year and a half» as a length of time, None where it is a rate («$5 a week»)."""
    lasts = _LASTING.search(text, max(0, span.start - 12), span.start) or _APART.match(text, span.end, stop)
    article, period = span.of(text).casefold().split()
    if article != "one" and not lasts:
        return None
    half = _AND_A_HALF.match(text, span.end, stop)
    whole = Span(span.start, half.end()) if half else span
    return Number(whole, 1.5 if half else 1.0, UNIT_OF.get(period, period))


def _figure(text: str, match: re.Match[str], span: Span, stop: int) -> Number | None:
    digits = re.search(_FIGURE, match.group())
    if digits is None or len(digits.group()) > 24:
        return None
    value = float(digits.group().replace(",", ""))
    if match["scale"]:
        value *= _SCALES[match["scale"].casefold().rstrip("s")]
    elif match["short"]:
        value *= _SHORT_SCALES[match["short"].casefold()]
    if match["ordinal"]:
        return Number(span, value, "ordinal", _counted(text, span.end, stop))
    bare = digits.group() == match.group().strip()
    if bare and re.fullmatch(r"(?:1[6-9]|20)\d\d", digits.group()):
        return Number(span, value, "year")
    currency = match["currency"] or ""
    unit = "%" if match["percent"] else CURRENCY_CODES.get(currency, currency)
    return _with_context(text, span, stop, value, unit, "")


def _with_context(text: str, span: Span, stop: int, value: float | None, unit: str, vague: str) -> Number:
    half = _AND_A_HALF.match(text, span.end, stop)
    if half and value is not None:
        span, value = Span(span.start, half.end()), value + 0.5
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    qualifier = Span(before.start(), before.end()) if before else None
    unit = unit or currency_behind(text, span.end, stop, value)
    counted = _counted(text, span.end, stop)
    if not unit and counted[:1] == ("times",) and _TIMES_AS.match(text, span.end, stop):
        unit = "fold"
    power = POWERS.get(counted[0], "") if not unit and len(counted) > 1 else ""
    measure = counted[1:] if power else counted
    if not unit and measure and measure[0] in MEASURE_WORDS:
        unit = f"{power} {_unit(measure[0])}".lstrip()
        counted = measure[1:]
    return Number(span, value, unit, counted, vague, qualifier)


def _unit(word: str) -> str:
    """Return the one form of a word for a measure."""
    singular = word.rstrip("s") if word != "feet" else "foot"
    return UNIT_OF.get(word, UNIT_OF.get(singular, singular))


def _counted(text: str, at: int, stop: int) -> tuple[str, ...]:
    counted: list[str] = []
    for _ in range(4):
        following = _FOLLOWING.match(text, at, stop)
        if following is None or len(counted) == 3:
            break
        word = fold_word(following[1])
        if word in COMMON_WORDS and word not in MEASURE_WORDS and word not in _COUNTABLE:
            break
        counted.append(word)
        at = following.end()
    return tuple(counted)


def _ends_phrase(text: str, at: int, stop: int) -> bool:
    """Tell whether no word of its own meaning follows at once, so that «a third» is a part."""
    following = _FOLLOWING.match(text, at, stop)
    return following is None or text[at:stop].lstrip()[:2] == "of" or fold_word(following[1]) in COMMON_WORDS


def _ratio(text: str, span: Span, stop: int) -> Number | None:
    """Return «one in four» as the part it is, None where it is none («two in one»)."""
    ends = re.split(r"[\s-](?:in|out\s+of)[\s-](?:every\s+)?", span.of(text), flags=re.I)
    first, *noun = ends[0].split()
    part, whole = read_count(first), read_count(ends[1])
    if not part or not whole or part >= whole or (noun and not _ends_phrase(text, span.end, stop)):
        return None
    return _with_context(text, span, stop, part / whole, "", "")


def read_count(words: str) -> float | None:
    """Return the value of a whole number in figures or words, None if it is none."""
    return float(words) if words.isdecimal() else read_number_words(words)


def _fraction(words: str) -> float:
    parts = re.split(r"[\s-]", words.casefold())
    times = 1 if parts[0] in ("a", "half") else _ONES[parts[0]]
    return times * _FRACTIONS[parts[-1].rstrip("s")]


def read_number_words(words: str) -> float | None:
    """Return the value of number words («one hundred and twenty-three»), None if they are none."""
    total, group, seen = 0.0, 0.0, False
    for word in words.casefold().replace("-", " ").split():
        if word in ("and", "a"):
            continue
        if word == "half":
            group += 0.5
        elif word in _ONES:
            group += _ONES[word]
        elif word in _TENS:
            group += _TENS[word]
        elif word in ("hundred", "dozen"):
            group = (group or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (group or 1) * _SCALES[word]
            group = 0.0
        else:
            return None
        seen = True
    return total + group if seen else None


def fold_date(words: str) -> str:
    """Return a date in a form in which «December 24», «Dec. 24th» and «24 December» are equal; others lower-cased."""
    month = re.search(_MONTHS, words, re.IGNORECASE)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)
    if month is None or day is None:
        return " ".join(words.casefold().split())
    year = re.search(r"\b(?:1[6-9]|20)\d\d\b", words)
    return f"{month.group()[:3].lower()} {int(day[1])}" + (f" {year.group()}" if year else "")
