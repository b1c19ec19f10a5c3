"""Drift of numbers: another value for the same thing, in figures or in words («a few dozen» -> «several dozen»).

Two numbers are compared if they stand in sentences that say the same and count or measure the same: by unit, by the
noun they count, or by the words around them. A value that the other text has too is no change.
"""

from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.numbers import Number, find_numbers
from reader.text.shingles import find_words
from reader.text.spans import Span
from reader.tracing.alignment import Alignment, stem
from reader.tracing.changes import Side, make_drift

_SAME = 1e-9
"""Relative difference up to which two values are one; what is rounded reads as another number further on."""
_WINDOW = 5
"""Words on each side that tell what a number is about."""
_LEAST_SIMILAR = 0.15
_CURRENCIES = ("$", "€", "£", "¥", "₴", "₹")
"""Amounts in two currencies are compared like lengths in two measures: they are seldom converted without a change."""
_NEAR_MEASURE = 0.6
_NEAR_COUNT = 0.6
_SAME_MATTER = 0.1
_SAME_SENTENCE = 0.5
"""Similarity of sentences in which one common neighbour is proof enough."""
_MEASURED = {
    "mile": ("m", 1609.344), "kilometer": ("m", 1000.0), "meter": ("m", 1.0), "foot": ("m", 0.3048),
    "inch": ("m", 0.0254), "pound": ("kg", 0.45359), "lb": ("kg", 0.45359), "ton": ("kg", 1000.0),
    "tonne": ("kg", 1000.0), "kg": ("kg", 1.0), "kilogram": ("kg", 1.0), "ounce": ("kg", 0.02835),
    "gram": ("kg", 0.001), "acre": ("ha", 0.40469), "hectare": ("ha", 1.0), "gallon": ("l", 3.7854),
    "liter": ("l", 1.0), "second": ("s", 1.0), "minute": ("s", 60.0), "hour": ("s", 3600.0), "day": ("s", 86400.0),
    "week": ("s", 604800.0), "month": ("s", 2629800.0), "years": ("s", 31557600.0), "decades": ("s", 315576000.0),
}  # fmt: skip
"""Unit -> what it measures, and how many of the base unit it is."""

_BOUNDS = {
    "more than": "above", "over": "above", "upwards of": "above", "at least": "least", "no fewer than": "least",
    "no less than": "least", "up to": "most", "as many as": "most", "as much as": "most", "at most": "most",
    "no more than": "most", "nearly": "almost", "almost": "almost", "close to": "almost", "less than": "below",
    "fewer than": "below", "under": "below", "within": "below",
}  # fmt: skip
"""Words before a number -> the bound that they set; «about» and the like set none."""
_THINGS = (
    "home house household flat apartment dwelling",
    "employee worker staff staffer",
    "dead death killed fatality died",
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
)
"""Words for one thing that is counted, as one report takes them for the other's."""
_SAME_THING = {stem(word): words.split()[0] for words in _THINGS for word in words.split()}
_EVERYTHING = frozenset({"people", "times", "time", "other", "part", "thing", "way"})
"""What is counted everywhere: that it is the only one of the text proves nothing."""
_SAME_THEME = 0.05
"""Similarity of sentences that have at least one word besides in common."""
_TAIL = 4
"""Letters of a noun that is the end of another («hives», «beehives»)."""
_VAGUE = {"dozen": 12.0, "score": 20.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "ten": 10.0}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A number with its sentence and what stands around it."""

    number: Number
    sentence: int
    counted: frozenset[str]
    around: frozenset[str]
    next_to: frozenset[str]
    """Stems directly before and behind it."""
    nouns: tuple[str, ...] = ()
    """The words that it counts, in the singular."""
    bound: str = ""
    """See ``_BOUNDS``."""


def find_number_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the numbers that changed, each number of ``b`` at most once."""
    theirs = _place(a.text, alignment.a_spans)
    ours = _place(b.text, alignment.b_spans)
    new = [here for here in ours if not any(_is_kept(there, here, alignment) for there in theirs)]
    pairs: list[tuple[float, int, int]] = []
    for index, there in enumerate(theirs):
        for at, here in enumerate(new):
            alike = _alike(there, here, alignment.matrix[there.sentence][here.sentence])
            alike = alike or _alike_anywhere(there, here) or _only_ones(there, here, theirs, ours, alignment)
            if alike and not any(_is_kept(there, other, alignment) for other in _compared(ours, there, here)):
                pairs.append((alike + _nearness(there.number, here.number), index, at))
    changed: dict[int, int] = {}
    for _, index, at in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if at not in changed and index not in changed.values():
            changed[at] = index
    return [
        make_drift(a, b, DriftType.NUMBER, theirs[changed[at]].number.whole, new[at].number.whole)
        for at in sorted(changed)
    ]


def _alike_anywhere(there: _Placed, here: _Placed) -> float:
    """Return a low score for two numbers that may be one though their sentences are worded too differently to tell.

    They must measure the same and be near each other, or count what has one name and be near.
    """
    one, other = there.number, here.number
    if not one.value or not other.value or _base(one)[0] != _base(other)[0]:
        return 0.0
    first, second = _base(one)[1] or 0.0, _base(other)[1] or 0.0
    near = min(first, second) / max(first, second) if first and second else 0.0
    same_noun = _counts_same(there, here) or bool(there.around & here.around)
    if one.unit and other.unit:
        return 0.3 if near >= _NEAR_MEASURE else 0.0
    if (first < 1) != (second < 1):
        return 0.0
    return 0.3 if same_noun and near >= _NEAR_COUNT else 0.0


def _only_ones(
    there: _Placed, here: _Placed, theirs: list[_Placed], ours: list[_Placed], alignment: Alignment
) -> float:
    """Return a low score for two numbers if each is its text's only number of one thing that is counted."""
    if there.number.unit or here.number.unit or not _counts_same(there, here) or _EVERYTHING & there.counted:
        return 0.0
    alone = not any(o is not there and _counts_same(o, there) for o in theirs)
    alone = alone and not any(o is not here and _counts_same(o, here) for o in ours)
    return 0.2 if alone and alignment.matrix[there.sentence][here.sentence] >= _SAME_THEME else 0.0


def _nearness(one: Number, other: Number) -> float:
    """Return 0.5 for equal values, less the farther they are apart: of two numbers alike the nearer was changed."""
    if not one.value or not other.value:
        return 0.0
    first, second = sorted((abs(one.value), abs(other.value)))
    return 0.5 * first / second


def _place(text: str, sentences: list[Span]) -> list[_Placed]:
    placed = []
    for index, sentence in enumerate(sentences):
        words = find_words(text, sentence.start, sentence.end)
        for number in find_numbers(text, sentence.start, sentence.end):
            if not number.is_quantity or number.unit == "ordinal":
                continue
            before = [w for w, s in words if s.end <= number.span.start][-_WINDOW:]
            behind = [w for w, s in words if s.start >= number.span.end][:_WINDOW]
            around = frozenset(stem(w) for w in (*before, *behind) if w not in COMMON_WORDS)
            near = frozenset(stem(w) for w in (*before[-1:], *behind[:1]))
            counted = frozenset(_SAME_THING.get(stem(w), stem(w)) for w in number.counted)
            nouns = tuple(w.rstrip("s") for w in number.counted)
            placed.append(_Placed(number, index, counted, around, near, nouns, _bound(text, number)))
    return placed


def _bound(text: str, number: Number) -> str:
    words = " ".join(number.qualifier.of(text).casefold().split()) if number.qualifier else ""
    return next((bound for phrase, bound in _BOUNDS.items() if words.startswith(phrase) or words.endswith(phrase)), "")


def _counts_same(there: _Placed, here: _Placed) -> bool:
    """Tell whether two numbers count one thing, by the noun or by its last part («hives», «beehives»)."""
    if there.counted & here.counted:
        return True
    return any(
        min(len(x), len(y)) >= _TAIL and (x.endswith(y) or y.endswith(x)) for x in there.nouns for y in here.nouns
    )


def _may_be_vague(one: Number, other: Number) -> bool:
    """Tell whether of two numbers one may be a vague word for the other («40», «dozens»)."""
    vague, exact = (one, other) if one.vague else (other, one)
    least = _VAGUE.get(vague.vague.split()[-1], 0.0)
    return exact.value is not None and bool(least) and least <= exact.value < 20 * least


def _base(number: Number) -> tuple[str, float | None]:
    money = number.unit.endswith(_CURRENCIES)
    dimension, factor = ("money", 1.0) if money else _MEASURED.get(number.unit, (number.unit, 1.0))
    return dimension, None if number.value is None else number.value * factor


def _same_value(one: Number, other: Number) -> bool:
    """Tell whether two numbers say the same: equal or rounded values of one unit, or the same vague words."""
    if one.vague or other.vague:
        return one.vague == other.vague
    first, second = _base(one), _base(other)
    if first[1] is None or second[1] is None:
        return False
    if one.unit != other.unit and one.unit in _MEASURED and other.unit in _MEASURED:
        # a converted measure is shown: it is seldom converted without a change
        return False
    return abs(first[1] - second[1]) <= _SAME * max(abs(first[1]), abs(second[1]))


def _compared(ours: list[_Placed], there: _Placed, here: _Placed) -> list[_Placed]:
    """Return the numbers among which one of ``a`` may be found again; a vague one only in the sentence in question."""
    return [o for o in ours if o.sentence == here.sentence] if there.number.vague else ours


def _is_kept(there: _Placed, here: _Placed, alignment: Alignment) -> bool:
    """Tell whether two numbers are the same number: one value, and not of things that have nothing in common."""
    if not _same_value(there.number, here.number) or there.bound != here.bound:
        return False
    if there.number.unit or there.number.vague or there.around & here.around:
        return True
    return alignment.matrix[there.sentence][here.sentence] >= _SAME_MATTER


def _alike(there: _Placed, here: _Placed, similarity: float) -> float:
    """Return how surely two numbers are about the same thing, 0 if they are not."""
    if similarity < _LEAST_SIMILAR:
        return 0.0
    one, other = there.number, here.number
    if bool(one.vague) != bool(other.vague):
        same = _may_be_vague(one, other) and _counts_same(there, here)
        return 1.0 + similarity if same else 0.0
    if _base(one)[0] != _base(other)[0]:
        return 0.0
    if not one.unit and one.value and other.value and (one.value < 1) != (other.value < 1):
        return 0.0  # a part is no count
    shared = len(there.around & here.around)
    counted = _counts_same(there, here) or bool(there.counted & here.around) or bool(here.counted & there.around)
    if one.unit and one.unit != "%" and _base(one)[0] != "money":
        proof = 1.0 if shared >= 1 else 0.0
    elif one.unit:
        proof = 1.0 if shared >= 1 or similarity >= 0.5 else 0.0
    else:
        placed = similarity >= _SAME_SENTENCE and (shared >= 1 or bool(there.next_to & here.next_to))
        proof = 1.0 if counted or shared >= 2 or placed or (one.vague and similarity >= 0.3) else 0.0
    return proof and proof + similarity + 0.3 * shared + (0.5 if counted else 0.0)
