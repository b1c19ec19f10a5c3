"""Numbers in their places: what each counts or measures, within which bound, and whether two of them say the same."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.text.commonwords import COMMON_WORDS
from reader.text.measures import CURRENCIES, MEASURES
from reader.text.numbers import Number
from reader.text.shingles import fold_word
from reader.text.spans import Span
from reader.tracing.drift.changes import sentence_numbers
from reader.tracing.reuse.alignment import stem
from reader.tracing.reuse.reading import Reading

MOST_NUMBERS = 400
"""Numbers of one text that are compared, since the work grows with the product of both: a report has some dozens, and
what goes beyond is a table of results, whose rows are not told on one by one."""
_SAME = 1e-6
"""Relative difference up to which two values are one; what is rounded reads as another number further on."""
_WINDOW = 5
"""Words on each side that tell what a number is about."""
_CURRENCIES = ("£", *dict.fromkeys(CURRENCIES.values()))
"""Amounts in two currencies are compared like lengths in two measures: they are seldom converted without a change."""
_BOUNDS = {
    "above": "more than|over|above|upwards of|upward of|in excess of|exceeding",
    "least": "at least|no fewer than|no less than|not fewer than|not less than|a minimum of",
    "most": "up to|as many as|as much as|at most|no more than|not more than|a maximum of",
    "almost": "nearly|almost|close to|not quite|short of|shy of|just under|just below|a little less than",
    "below": "less than|fewer than|under|below",
    "within": "within",
}
"""Bound -> the words before a number that set it; «about» and the like set none."""
_BOUND_OF = {phrase: bound for bound, phrases in _BOUNDS.items() for phrase in phrases.split("|")}
_BOUND_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_BOUND_OF, key=len, reverse=True))})\b")
_PLACED = frozenset({"over", "under", "above", "below"})
"""Bounds that are words for a place too."""
_BEFORE_PLACE = re.compile(
    r"\b(?:rows?|disputes?|concerns?|anger|fears?|doubts?|worries|debates?|talks|fights?|battles?|clash(?:es|ed)?|strikes?|"
    r"protests?|quarrels?|votes?|warnings?|outcry|questions?|control|flew|fly|flying|flown|jump(?:ed|ing)?|climb(?:ed|ing)?|"
    r"dr[io]ven?|driving|pass(?:ed|ing)?|spread|presided?|argu(?:ed|ing)|ruled|lived|served|worked|trapped|buried|hidden|"
    r"fell|fallen|hand(?:ed|ing)?|took|taken|take|found|left|parked|stood|hung)\s+\Z",
    re.IGNORECASE,
)
"""Words behind which these are such: «a row over 400 jobs», «lived under five kings»."""
_LONGEST_BEFORE = 12
"""Characters of the longest of them, with the space behind it."""
_ROUGH = frozenset({"about", "around", "roughly", "approximately", "some", "estimated", "circa", "something", "region"})
_THINGS = (
    "home house household flat apartment dwelling",
    "employee worker staff staffer",
    "dead death killed fatality died toll body bodies",
    "injured wounded hurt casualty",
    "soldier troop serviceman fighter",
    "vehicle car van truck lorry",
    "child kid youngster pupil student",
    "game match",
    "people person resident inhabitant villager",
    "firm company business",
    "visitor guest spectator",
    "ship vessel boat",
    "plane aircraft jet",
    "prisoner inmate captive detainee",
    "job post position",
    "tree trunk",
    "times occasions",
)
"""Words for one thing that is counted, as one report takes them for the other's."""
_SAME_THING = {stem(word): words.split()[0] for words in _THINGS for word in words.split()}
_TAIL = 4
"""Letters of a noun that is the end of another («hives», «beehives»)."""
_VAGUE = {
    "dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "ten": 10.0,
    "several": 2.0, "many": 3.0, "some": 2.0,
}  # fmt: skip
_TEN = 10.0
"""Smaller numbers differ by a nought too often by chance."""
_NEAR_ROUNDED = 0.9
_NEAR_BOUND = 0.8
"""Share of the larger value from which one may be the other rounded; behind «more than» more may be cut off."""
_LABEL = "label"
_NAMING = frozenset({"year", "ordinal", _LABEL})
"""Dimensions of numbers that name one of a row; they are compared only where everything else agrees."""
_MAY_LACK_UNIT = frozenset({"years", *_CURRENCIES})
"""Units that are left out too («57», «57-year-old»; «4.5m», «€4.5m»)."""
_BEHIND = re.compile(
    r"(?P<above>-odd\b|\+)|(?:\s+\w+){0,2}?\s+or\s+(?:(?P<least>more|longer|older|higher|above|over)|fewer|less|below)\b"
)
"""Words behind a number, or behind what it counts, that set a bound too."""
_OR_SO = re.compile(r"(?:\s+\w+){0,2}?\s+or (?:so|thereabouts)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b[^\W\d_a-z][\w’'.]*\s+\Z")
"""A capitalised word before a figure that counts nothing: «Route 66», «Channel 4»."""


@dataclass(frozen=True, slots=True)
class PlacedNumber:
    """A number with its sentence and what stands around it."""

    number: Number
    sentence: int
    counted: frozenset[str]
    """Stems of the words that it counts, words for one thing made equal."""
    around: frozenset[str]
    next_to: frozenset[str]
    """Stems directly before and behind it."""
    nouns: tuple[str, ...]
    """The words that it counts, in the singular."""
    bound: str
    """See ``_BOUNDS``; empty for none."""
    dimension: str
    """What it measures: ``m``, ``s``, ``money``, ``part`` (of a whole) ...; empty: a plain count."""
    value: float | None
    """In the base unit of the dimension; None where it is vague."""
    quoted: bool
    """Stands in a quotation: what changes there is a change of the quotation."""

    @property
    def names_one(self) -> bool:
        """Tell whether it is a year, an ordinal or the number in a name."""
        return self.dimension in _NAMING


def place_numbers(reading: Reading) -> list[PlacedNumber]:
    """Return the first ``MOST_NUMBERS`` quantities, years and ordinals of the sentences that are compared, in order."""
    text, placed, found = reading.text, list[PlacedNumber](), reading.once(sentence_numbers)
    quotations = [q.inner for q in reading.quotations if not q.depth]
    for index, sentence in enumerate(reading.compared):
        numbers = [n for n in found[sentence] if n.is_quantity or n.unit == "year"]
        numbers = numbers[: MOST_NUMBERS - len(placed)]
        if not numbers:
            continue
        words = reading.words[sentence]
        starts, ends = [s.start for _, s in words], [s.end for _, s in words]
        for number in numbers:
            last, first = bisect_right(ends, number.span.start), bisect_left(starts, number.span.end)
            before = [w for w, _ in words[max(0, last - _WINDOW) : last]]
            behind = [w for w, _ in words[first : first + _WINDOW]]
            dimension, value = (_LABEL, number.value) if _is_label(text, number, sentence) else _base(number)
            placed.append(
                PlacedNumber(
                    number,
                    index,
                    frozenset(_SAME_THING.get(stem(w), stem(w)) for w in number.counted),
                    frozenset(stem(w) for w in (*before, *behind) if w not in COMMON_WORDS),
                    frozenset(stem(w) for w in (*before[-1:], *behind[:1])),
                    tuple(w.rstrip("s") for w in number.counted),
                    _bound(text, number),
                    dimension,
                    value,
                    any(q.contains(number.span) for q in quotations),
                )
            )
    return placed


def _bound(text: str, number: Number) -> str:
    words = " ".join(number.qualifier.of(text).casefold().split()) if number.qualifier else ""
    if words == "over" and MEASURES.get(number.unit, ("", 0))[0] == "s":
        return ""  # «over 18 months»: in their course
    if number.qualifier and words in _PLACED:
        start = number.qualifier.start
        if _BEFORE_PLACE.search(text, max(0, start - _LONGEST_BEFORE), start):
            return ""
    set_by = _BOUND_WORDS.search(words)
    before = _BOUND_OF[set_by.group()] if set_by else ""
    behind = _BEHIND.match(text, number.span.end)
    if before or behind is None:
        return before
    return next((name for name in ("above", "least") if behind[name]), "most")


def _is_label(text: str, number: Number, sentence: Span) -> bool:
    if number.unit or number.counted or number.qualifier or not text[number.span.start].isdecimal():
        return False
    before = _NAMED.search(text, max(sentence.start, number.span.start - 30), number.span.start)
    return before is not None and fold_word(before.group().strip()) not in COMMON_WORDS


def _base(number: Number) -> tuple[str, float | None]:
    value = number.value
    if number.unit.endswith(_CURRENCIES):
        return "money", value
    if number.unit == "%":
        return "part", None if value is None else value / 100
    if not number.unit and value is not None and 0 < value < 1:
        return "part", value
    dimension, factor = MEASURES.get(number.unit, (number.unit, 1.0))
    return dimension, None if value is None else value * factor


def counts_same(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Tell whether two numbers count one thing, by the noun or by its last part («hives», «beehives»)."""
    if one.counted & other.counted:
        return True
    return any(
        min(len(x), len(y)) >= _TAIL and (x.endswith(y) or y.endswith(x)) for x in one.nouns for y in other.nouns
    )


def is_same_number(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Tell whether two numbers say the same: one value within one bound, or the same vague words.

    A converted measure is the same only where it is exactly so («48 hours», «two days»); in another currency none is.
    """
    first, second = one.number, other.number
    if first.vague or second.vague:
        return first.vague == second.vague
    if one.value is None or other.value is None or not _is_same_bound(one.bound, other.bound):
        return False
    if one.dimension != other.dimension:
        return _lacks_unit(one, other) or _lacks_unit(other, one)
    if one.dimension == "money" == other.dimension and first.unit != second.unit:
        return False
    return abs(one.value - other.value) <= _SAME * max(abs(one.value), abs(other.value))


def _is_same_bound(one: str, other: str) -> bool:
    """Tell whether two bounds are one; «within two hours» may be «in two hours» as well as «in less than two»."""
    return one == other or ("within" in (one, other) and {one, other} <= {"within", "below", ""})


def _lacks_unit(bare: PlacedNumber, other: PlacedNumber) -> bool:
    """Tell whether a number is that of another without its unit («4.5», «€4.5»); what counts something lacks none."""
    plain = not bare.dimension and not bare.counted and other.number.unit in _MAY_LACK_UNIT
    return plain and bare.value == other.number.value


def is_rough(text: str, placed: PlacedNumber) -> bool:
    """Tell whether a number is said to be an estimate («about», «some», «an estimated», «40 or so»)."""
    qualifier = placed.number.qualifier
    if qualifier is not None and not _ROUGH.isdisjoint(qualifier.of(text).casefold().split()):
        return True
    return _OR_SO.match(text, placed.number.span.end) is not None


def is_near(one: PlacedNumber, other: PlacedNumber) -> float:
    """Return the smaller of two values as a share of the larger, 0 where one has none."""
    if not one.value or not other.value:
        return 0.0
    smaller, larger = sorted((abs(one.value), abs(other.value)))
    return smaller / larger


def is_rounded(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Tell whether one of two values is the other, rounded («890», «nearly 900») or in another bound («up to six»).

    What both count must not have two names; small counts are too common to be told by their value.
    """
    if one.value is None or other.value is None or one.dimension != other.dimension or one.names_one or other.names_one:
        return False
    if not one.dimension and (min(one.value, other.value) < _TEN or _are_unlike(one, other)):
        return False
    near = is_near(one, other)
    if near < _NEAR_BOUND:
        return False
    finer, rounder = sorted((one, other), key=lambda placed: -_digits(placed))
    least = _NEAR_BOUND if rounder.bound == "above" else _NEAR_ROUNDED
    if near < least or rounder.value is None or finer.value is None:
        return False
    over = finer.value - rounder.value
    if not over:
        return bool(one.dimension) and one.bound != other.bound
    return {"above": over > 0, "least": over > 0, "almost": over < 0, "below": over < 0, "most": over < 0}.get(
        rounder.bound, _digits(finer) > _digits(rounder)
    )


def _digits(placed: PlacedNumber) -> int:
    """Return how many digits of a number are no noughts at its end: the fewer, the rounder it is."""
    value = placed.number.value or 0.0
    return len(f"{abs(value):.6g}".partition("e")[0].replace(".", "").strip("0"))


def _are_unlike(one: PlacedNumber, other: PlacedNumber) -> bool:
    return bool(one.nouns and other.nouns) and not counts_same(one, other)


def is_misprint(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Tell whether two different values have the same digits, swapped or with noughts more or less («46», «64»)."""
    if not one.number.value or not other.number.value or one.number.value == other.number.value:
        return False
    digits = [f"{p.number.value:.6g}".replace(".", "").strip("0") for p in (one, other)]
    if digits[0] == digits[1]:
        return min(one.number.value, other.number.value) >= _TEN
    return len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1])


def may_be_vague(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Tell whether of two counts exactly one is vague, and may be the word for the other («40», «dozens»)."""
    if bool(one.number.vague) == bool(other.number.vague) or one.dimension or other.dimension:
        return False
    vague, exact = (one, other) if one.number.vague else (other, one)
    least = _VAGUE.get(vague.number.vague.split()[-1], 0.0)
    return exact.value is not None and bool(least) and least <= exact.value < 20 * least
