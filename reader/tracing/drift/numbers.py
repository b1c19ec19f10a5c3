"""Drift of numbers: another value for the same thing, in figures or in words («a few dozen» -> «several dozen»).

All numbers of both texts are set against each other, the surest pairs first: equal ones, and different ones that stand
in sentences that say the same and count or measure the same, by unit, by the noun they count or by the words around
them. What is left in one pair then differs, unless the other text has the value too in a place of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.model.chain import Drift, DriftType
from reader.tracing.drift.changes import Side, make_drift, quoted_spans
from reader.tracing.drift.number_places import (
    PlacedNumber,
    counts_same,
    is_misprint,
    is_near,
    is_rough,
    is_rounded,
    is_same_number,
    may_be_vague,
    place_numbers,
)
from reader.tracing.reuse.alignment import Alignment

_LEAST_SIMILAR = 0.15
_SAME_MATTER = 0.1
_SAME_SENTENCE = 0.5
"""Similarity of sentences in which one common neighbour is proof enough."""
_NEAR = 0.6
"""Share of the larger value from which two are near each other."""
_NEAR_OTHER_NOUN = 0.75
"""The same for numbers that count things with unlike names."""
_SAME_ROW = 0.4
"""Similarity of sentences that plainly say the same: there years and ordinals are compared, and values far apart."""
_EVERYTHING = frozenset({"people", "times", "time", "other", "part", "thing", "way"})
"""What is counted everywhere: that it is the only one of the text proves nothing."""
_TELLING = frozenset({"m", "kg", "m2", "m3", "m/s", "money"})
"""Dimensions that are rare enough for near values to be one; durations and parts of a whole are not."""
_LEAST_NEAR = 0.2
"""The share of the larger below which only sentences that plainly say the same make one of two values."""
_PLAINLY_SAME = 0.6
"""Similarity of two sentences that are one, but for the number: what else is said of its old value is a notice."""
_MOST_PARTS = 6
"""Numbers of one sentence that may be parts of a sum."""
_SAME_THEME = 0.05
"""Similarity of sentences that have at least one word besides in common."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers that may be one, as indices."""

    score: float
    a: int
    b: int
    same: bool


def find_number_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the numbers that changed, each number of ``b`` at most once."""
    matching = _Matching(a.reading.once(place_numbers), b.reading.once(place_numbers), alignment)
    pairs = matching.pairs()
    found = [
        make_drift(a, b, DriftType.NUMBER, there.number.whole, here.number.whole)
        for there, here in pairs
        if not is_same_number(there, here)
        and not (there.quoted and here.quoted)
        and not (there.value == here.value and here.quoted)
        and (there.value != here.value or not there.quoted or _is_beside_quotation(b, here))
        and not _is_sum(there, here, a.reading.once(place_numbers))
        and not _is_sum(here, there, b.reading.once(place_numbers))
    ]
    return found + _approximations(a, b, pairs)


def _is_beside_quotation(side: Side, number: PlacedNumber) -> bool:
    """Tell whether a sentence quotes something besides its number: the rest of a quotation that the number stood in."""
    sentence = side.reading.compared[number.sentence]
    return any(quoted.overlaps(sentence) for quoted in side.reading.once(quoted_spans))


def _is_sum(part: PlacedNumber, total: PlacedNumber, numbers: Sequence[PlacedNumber]) -> bool:
    """Tell whether a number adds up one and others of its sentence («four and two», «six»), which the text may part.

    Args:
        part: One of the numbers that are added up.
        total: What they may come to, in the other text.
        numbers: All of the text in which the parts stand.
    """
    if part.value is None or total.value is None or part.number.unit != total.number.unit or part.names_one:
        return False
    beside = [
        other.value
        for other in numbers
        if other is not part
        and other.sentence == part.sentence
        and other.value is not None
        and (other.dimension, other.number.unit) == (part.dimension, part.number.unit)
    ]
    rest = total.value - part.value
    return any(sum(some) == rest for size in (1, 2, 3) for some in combinations(beside[:_MOST_PARTS], size))


def _approximations(a: Side, b: Side, pairs: Sequence[tuple[PlacedNumber, PlacedNumber]]) -> list[Drift]:
    """Return the equal numbers that lost or got an «about»: hedges of their own kind."""
    found = []
    for there, here in pairs:
        if not is_same_number(there, here) or there.number.vague or there.quoted or here.quoted:
            continue
        rough = is_rough(a.text, there), is_rough(b.text, here)
        if rough in ((True, False), (False, True)):
            kind = DriftType.HEDGE_DROPPED if rough[0] else DriftType.HEDGE_ADDED
            found.append(make_drift(a, b, kind, there.number.whole, here.number.whole))
    return found


class _Matching:
    """The numbers of two texts set against each other."""

    def __init__(self, theirs: Sequence[PlacedNumber], ours: Sequence[PlacedNumber], alignment: Alignment) -> None:
        self._theirs, self._ours, self._alignment = theirs, ours, alignment
        self._same_as_a: dict[int, list[int]] = {}
        self._same_as_b: dict[int, list[int]] = {}
        for i, there in enumerate(theirs):
            for j, here in enumerate(ours):
                if self._is_kept(there, here):
                    self._same_as_a.setdefault(i, []).append(j)
                    self._same_as_b.setdefault(j, []).append(i)
        self._left_over = self._find_left_over()

    def pairs(self) -> list[tuple[PlacedNumber, PlacedNumber]]:
        """Return the pairs that are one number, changed or not, in the order of ``b``."""
        of_a: dict[int, _Pair] = {}
        of_b: dict[int, _Pair] = {}
        for pair in sorted(self._candidates(), key=lambda p: (-p.score, p.a, p.b)):
            if pair.a in of_a or pair.b in of_b:
                continue
            of_b[pair.b] = pair
            # the same vague words elsewhere («a few dozen») may well be another number
            if not (pair.same and self._theirs[pair.a].number.vague):
                of_a[pair.a] = pair
        found = []
        for j, pair in sorted(of_b.items()):
            # a value that the other text has in a place of its own is no change
            twins = (i for i in self._same_as_b.get(j, ()) if i not in of_a or self._stands_elsewhere(of_a[i]))
            kept = any(self._may_be(i, pair) for i in twins)
            kept = kept or any(k not in of_b or of_b[k].same for k in self._found_again(pair))
            if pair.same or not kept:
                found.append((self._theirs[pair.a], self._ours[j]))
        return found

    def _stands_elsewhere(self, pair: _Pair) -> bool:
        """Tell whether a number of ``a`` is found as it was, but in no quotation that both have: it belongs there."""
        return pair.same and not (self._theirs[pair.a].quoted and self._ours[pair.b].quoted)

    def _may_be(self, i: int, pair: _Pair) -> bool:
        """Tell whether a number of ``a`` may be the one of ``b`` in a pair though it is found in another place too.

        It is not where the sentences of the pair say the same, and its own has little to do with that of ``b``.
        """
        here = self._ours[pair.b]
        likeness = self._similarity(self._theirs[pair.a], here)
        return likeness < _SAME_ROW or self._similarity(self._theirs[i], here) > likeness / 2

    def _found_again(self, pair: _Pair) -> list[int]:
        """Return the numbers of ``b`` that equal the one of ``a``; vague words only in the sentence in question.

        Where that sentence is plainly the same, an equal number in a sentence that ``a`` has nothing like is none: a
        notice of a correction repeats the old value.
        """
        equal, there, here = self._same_as_a.get(pair.a, []), self._theirs[pair.a], self._ours[pair.b]
        if there.number.vague:
            return [j for j in equal if self._ours[j].sentence == here.sentence]
        if self._similarity(there, here) < _PLAINLY_SAME:
            return equal
        return [j for j in equal if self._ours[j].sentence == here.sentence or self._has_counterpart(self._ours[j])]

    def _has_counterpart(self, here: PlacedNumber) -> bool:
        """Tell whether ``a`` has a sentence like that in which a number of ``b`` stands."""
        return any(row[here.sentence] >= _SAME_ROW for row in self._alignment.matrix)

    def _candidates(self) -> list[_Pair]:
        """Return the pairs that may be one number; of different ones only such as measure the same can be."""
        found = []
        by_dimension: dict[str, list[int]] = {}
        for j, here in enumerate(self._ours):
            by_dimension.setdefault(here.dimension, []).append(j)
        for i, there in enumerate(self._theirs):
            equal = self._same_as_a.get(i, [])
            found += [_Pair(self._context(there, self._ours[j]) + 1.5, i, j, True) for j in equal]
            for j in by_dimension.get(there.dimension, ()):
                here = self._ours[j]
                if j in equal or is_same_number(there, here) or self._swapped(i, j):
                    continue
                if sure := self._alike(i, j):
                    found.append(_Pair(sure + 0.5 * is_near(there, here), i, j, False))
        return found

    def _swapped(self, i: int, j: int) -> bool:
        """Tell whether the sentences of two numbers have both values («from five to eight», «to eight from five»)."""
        there, here = self._theirs[i], self._ours[j]
        return (
            any(self._ours[k].sentence == here.sentence for k in self._same_as_a.get(i, ()))
            and any(self._theirs[k].sentence == there.sentence for k in self._same_as_b.get(j, ()))
            and not counts_same(there, here)
        )

    def _similarity(self, there: PlacedNumber, here: PlacedNumber) -> float:
        return self._alignment.matrix[there.sentence][here.sentence]

    def _is_kept(self, there: PlacedNumber, here: PlacedNumber) -> bool:
        """Tell whether two numbers are the same number: one value, and not of things that have nothing in common."""
        if not is_same_number(there, here):
            return False
        measured = there.number.unit and there.dimension == here.dimension
        if measured or there.number.vague or there.around & here.around:
            return True
        return self._similarity(there, here) >= _SAME_MATTER

    def _context(self, there: PlacedNumber, here: PlacedNumber) -> float:
        """Return how much speaks for two numbers being about one thing, their values apart."""
        shared = len(there.around & here.around)
        return self._similarity(there, here) + 0.3 * shared + 0.5 * counts_same(there, here)

    def _alike(self, i: int, j: int) -> float:
        """Return how surely two numbers of one dimension are about the same thing, 0 if they are not."""
        there, here = self._theirs[i], self._ours[j]
        if there.names_one:
            return self._alike_in_row(there, here)
        similarity, near = self._similarity(there, here), is_near(there, here)
        if there.number.vague or here.number.vague:
            if not (there.number.vague and here.number.vague) and not may_be_vague(there, here):
                return 0.0
        elif similarity < _SAME_THEME and near < _NEAR:
            return 0.0  # most pairs: none of the proofs below holds for them
        far = there.value and here.value and near < _LEAST_NEAR and not is_misprint(there, here)
        if far and similarity < _SAME_ROW:
            return 0.0
        if self._says_the_same(there, here) or (there.sentence, here.sentence, i, j) in self._left_over:
            return 1.0 + self._context(there, here)
        return self._alike_anywhere(there, here) or self._only_ones(there, here)

    def _says_the_same(self, there: PlacedNumber, here: PlacedNumber) -> bool:
        """Tell whether the words around two numbers and their sentences show that they are about one thing."""
        similarity = self._similarity(there, here)
        shared = len(there.around & here.around)
        if there.number.vague or here.number.vague:
            if counts_same(there, here):
                return bool(shared) or similarity >= _SAME_MATTER
            both = bool(there.number.vague and here.number.vague) and similarity >= _LEAST_SIMILAR
            return both and (shared >= 2 or similarity >= 2 * _LEAST_SIMILAR)
        if similarity < _LEAST_SIMILAR:
            return False
        if is_misprint(there, here) or is_rounded(there, here):
            return True  # «46», «64»; «nearly a million», «over a million»
        if there.number.unit and there.dimension not in ("part", "money"):
            return shared >= 1
        if there.number.unit:
            return shared >= 1 or similarity >= _SAME_SENTENCE
        counted = counts_same(there, here) or there.counted & here.around or here.counted & there.around
        placed = similarity >= _SAME_SENTENCE and (shared >= 1 or there.next_to & here.next_to)
        return bool(counted or shared >= 2 or placed)

    def _alike_in_row(self, there: PlacedNumber, here: PlacedNumber) -> float:
        """Return how surely two years, or two ordinals of one noun, are one; only in sentences that say the same."""
        similarity = self._similarity(there, here)
        if similarity < _SAME_ROW:
            return 0.0
        if there.dimension == "ordinal" and not there.counted & here.counted:
            return 0.0
        return 1.0 + similarity if there.around & here.around else 0.0

    def _alike_anywhere(self, there: PlacedNumber, here: PlacedNumber) -> float:
        """Return a low score for two numbers that may be one though their sentences are worded too differently to tell.

        They must measure the same and be near each other, or count what has one name and be near.
        """
        if is_near(there, here) < _NEAR:
            return 0.0
        if there.dimension in _TELLING and (
            self._similarity(there, here) >= _SAME_THEME or is_rounded(there, here) or self._measure_alone(there, here)
        ):
            return 0.3
        if is_rounded(there, here) and self._similarity(there, here) >= _SAME_MATTER:
            return 0.3
        return 0.3 if counts_same(there, here) or there.around & here.around else 0.0

    def _measure_alone(self, there: PlacedNumber, here: PlacedNumber) -> bool:
        """Tell whether neither text has another number of what two numbers measure."""
        return not any(
            other.dimension == there.dimension and other is not there and other is not here
            for other in (*self._theirs, *self._ours)
        )

    def _only_ones(self, there: PlacedNumber, here: PlacedNumber) -> float:
        """Return a low score for two numbers if each is its text's only number of one thing that is counted."""
        if there.dimension or not counts_same(there, here) or _EVERYTHING & there.counted:
            return 0.0
        alone = not any(o is not there and counts_same(o, there) for o in self._theirs)
        alone = alone and not any(o is not here and counts_same(o, here) for o in self._ours)
        return 0.2 if alone and self._similarity(there, here) >= _SAME_THEME else 0.0

    def _find_left_over(self) -> set[tuple[int, int, int, int]]:
        """Return the (sentences, numbers) that alone of their kind are left in two sentences that say one thing.

        Their values must be near; nearer where what they count goes by two names.
        """
        theirs = _by_sentence(self._theirs, self._same_as_a)
        ours = _by_sentence(self._ours, self._same_as_b)
        found = set()
        for pair in self._alignment.pairs:
            for dimension, mine in theirs.get(pair[0], {}).items():
                others = ours.get(pair[1], {}).get(dimension, [])
                if len(mine) == len(others) == 1 and _may_be_one(self._theirs[mine[0]], self._ours[others[0]]):
                    found.add((*pair, mine[0], others[0]))
        return found


def _by_sentence(numbers: Sequence[PlacedNumber], kept: dict[int, list[int]]) -> dict[int, dict[str, list[int]]]:
    """Return sentence -> dimension -> indices of the numbers whose value the other text has nowhere."""
    found: dict[int, dict[str, list[int]]] = {}
    for index, placed in enumerate(numbers):
        if index not in kept and not placed.names_one:
            found.setdefault(placed.sentence, {}).setdefault(placed.dimension, []).append(index)
    return found


def _may_be_one(there: PlacedNumber, here: PlacedNumber) -> bool:
    if there.value is not None and there.value == here.value:
        return False  # a bound alone is too little to go by
    if may_be_vague(there, here) or is_misprint(there, here):
        return True
    unlike = there.nouns and here.nouns and not counts_same(there, here)
    return is_near(there, here) >= (_NEAR_OTHER_NOUN if unlike else _NEAR)
