"""Drift of names: one name spelt in two ways in the same place («Sasha» -> «Sascha»).

A name of one text that the other lacks is compared with each name that only the other has; they are one if their
letters are nearly the same, or their consonants once transliterations are made equal («Pishchane», «Pischenye»), and
if they stand in sentences that say the same among the same words. Inflected and derived forms are no respelling.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.shingles import find_words
from reader.text.spans import Span
from reader.tracing.alignment import Alignment, stem
from reader.tracing.changes import Side, make_drift

_LEAST_LETTERS = 4
_ENDINGS = frozenset(
    (
        *("s", "es", "n", "an", "ian", "ans", "ians", "ish", "ese", "i", "is", "ic", "er", "ers", "ed", "ing", "ism"),
        *("ist", "ists", "y", "ly", "d", "r", "al", "ns", "ness", "ship", "ite", "ites", "born", "based"),
    )
)
_CLASSES = (
    ("shch|szcz|schtsch|sch|sh|sz|š|ş", "S"),
    ("tch|tsch|ch|cz|č|ç", "C"),
    ("kh|h", "H"),
    ("zh|ž|j", "J"),
    ("ts|tz|c(?=[ei])|z", "Z"),
    ("ph|v|w|f", "F"),
    ("ck|q|x|c|k", "K"),
)
_VOWELS = re.compile("[aeiouy'’]+")
_WINDOW = 4
_LEAST_SIMILAR = 0.18


@dataclass(frozen=True, slots=True)
class _Name:
    """One capitalised word in its place."""

    word: str
    span: Span
    sentence: int
    around: tuple[str, ...]
    """Stems of the words before and behind it."""


def find_name_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the respelt names, each once, at its first place."""
    theirs, their_words = _names(a.text, alignment.a_spans)
    ours, our_words = _names(b.text, alignment.b_spans)
    lost = [n for n in theirs if n.word not in our_words]
    gained = [n for n in ours if n.word not in their_words]
    best: dict[str, tuple[float, _Name, _Name]] = {}
    for there in lost:
        for here in gained:
            near = alignment.matrix[there.sentence][here.sentence]
            if near < _LEAST_SIMILAR or not _is_respelt(there.word, here.word):
                continue
            shared = len(set(there.around) & set(here.around))
            if shared and (there.word not in best or near + shared > best[there.word][0]):
                best[there.word] = (near + shared, there, here)
    pairs = {here.word: there.word for _, there, here in sorted(best.values(), key=lambda x: x[0])}
    first_a = {n.word: n.span for n in reversed(theirs)}
    first_b = {n.word: n.span for n in reversed(ours)}
    found = [make_drift(a, b, DriftType.NAME, first_a[old], first_b[new]) for new, old in pairs.items()]
    return found + _changed_tails(a, b, theirs, alignment)


def _names(text: str, sentences: list[Span]) -> tuple[list[_Name], set[str]]:
    names: list[_Name] = []
    every: set[str] = set()
    for index, sentence in enumerate(sentences):
        found = find_words(text, sentence.start, sentence.end)
        words = [w for w, _ in found]
        every.update(words)
        for at, (word, span) in enumerate(found):
            if text[span.start].isupper() and len(word) >= _LEAST_LETTERS and word not in COMMON_WORDS:
                around = (*words[max(0, at - _WINDOW) : at], *words[at + 1 : at + 1 + _WINDOW])
                names.append(_Name(word, span, index, tuple(stem(w) for w in around if w not in COMMON_WORDS)))
    return names, every


def plain_letters(word: str) -> str:
    """Return a word without accents and other marks on its letters."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _is_respelt(one: str, other: str) -> bool:
    """Tell whether two different words are spellings of one name."""
    first, second = plain_letters(one), plain_letters(other)
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if _is_inflected(short, long):
        return False
    if first[0] != second[0] or min(len(first), len(second)) < _LEAST_LETTERS:
        return False
    cut = _common_start(first, second)
    if first[cut:] in _ENDINGS and second[cut:] in _ENDINGS and cut >= 4:
        return False
    allowed = 1 if len(short) < 8 else 2
    if edit_distance(first, second, allowed) <= allowed:
        return True
    skeleton = _skeleton(first)
    return len(skeleton) >= 3 and skeleton == _skeleton(second) and abs(len(first) - len(second)) <= 3


def _is_inflected(short: str, long: str) -> bool:
    """Tell whether ``long`` is a form of ``short`` or derived from it («Ukraine», «Ukrainian»)."""
    for trunk in {short, short.rstrip("aeiouy")}:
        if len(trunk) >= _LEAST_LETTERS - 1 and long.startswith(trunk) and long[len(trunk) :] in _ENDINGS:
            return True
    return False


def _common_start(one: str, other: str) -> int:
    length = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        length += 1
    return length


def _skeleton(word: str) -> str:
    for pattern, letter in _CLASSES:
        word = re.sub(pattern, letter, word)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return the Levenshtein distance with swaps of neighbours as one step; ``limit`` + 1 if it is larger."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, x in enumerate(one, start=1):
        above, row = row, [i]
        for j, y in enumerate(other, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
            if i > 1 and j > 1 and x == other[j - 2] and one[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = above
    return min(row[-1], limit + 1)


def _changed_tails(a: Side, b: Side, names: list[_Name], alignment: Alignment) -> list[Drift]:
    """Find names whose last word changed its form behind the same words («Harbour Group» -> «Harbour grouping»)."""
    phrases: dict[tuple[str, str], tuple[_Name, _Name]] = {}
    for first, last in pairwise(names):
        if first.sentence == last.sentence and last.span.start - first.span.end == 1:
            phrases.setdefault((first.word, last.word), (first, last))
    found = []
    for (lead, tail), (first, last) in phrases.items():
        for index, sentence in enumerate(alignment.b_spans):
            if alignment.matrix[first.sentence][index] < _LEAST_SIMILAR:
                continue
            words = find_words(b.text, sentence.start, sentence.end)
            for (word, span), (behind, end) in pairwise(words):
                # «Norland» and «Norlanders» are two words; a name that goes on in small letters lost a part
                named = b.text[span.start].isupper() and b.text[end.start].islower()
                if word == lead and named and _is_other_form(tail, behind):
                    whole = Span(first.span.start, last.span.end)
                    found.append(make_drift(a, b, DriftType.NAME, whole, Span(span.start, end.end)))
    return found[:1] if len({d.a_span for d in found}) <= 1 else list({d.a_span: d for d in found}.values())


def _is_other_form(tail: str, other: str) -> bool:
    common = _common_start(tail, other)
    return common >= 4 and common == len(tail) and 2 < len(other) - common <= 4
