"""Drift of names: one name spelt in two ways in the same place («Sasha» -> «Sascha»).

A name of one text that the other lacks is compared with each name that only the other has; they are one if their
letters are nearly the same, or their consonants once transliterations are made equal («Pishchane», «Pischenye»), and
if they stand in sentences that say the same among the same words. Inflected and derived forms are no respelling.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
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
    ("dzh|dj|zh|ž|j", "J"),
    ("ts|tz|c(?=[ei]|$)|z", "Z"),
    ("ph|v|w|f", "F"),
    ("ck|q|x|c|k", "K"),
)
_LETTERS = str.maketrans(
    {"đ": "dj", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
)
"""Letters that are no plain one with a mark; names come folded in case."""
_VOWELS = re.compile("[aeiouy'’]+")
_MOST_LONGER = 3
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
    beside: frozenset[str]
    """The capitalised words next to it: a first name, most often."""


def find_name_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the respelt names, each once, at its first place."""
    a_words = [find_words(a.text, *sentence) for sentence in alignment.a_spans]
    b_words = [find_words(b.text, *sentence) for sentence in alignment.b_spans]
    theirs, ours = _names(a.text, a_words), _names(b.text, b_words)
    known_a = {word for words in a_words for word, _ in words}
    known_b = {word for words in b_words for word, _ in words}
    lost = _by_word(n for n in theirs if n.word not in known_b)
    gained = _by_word(n for n in ours if n.word not in known_a)
    best: dict[str, tuple[float, str]] = {}
    for old, new in _respelt(lost, gained):
        for there in lost[old]:
            for here in gained[new]:
                near = alignment.matrix[there.sentence][here.sentence]
                shared = len(set(there.around) & set(here.around))
                accents = plain_letters(old) == plain_letters(new)
                sure = accents or shared > 1 or there.beside & here.beside or (shared and near >= _LEAST_SIMILAR)
                if sure and near + shared >= best.get(old, (0.0, ""))[0]:
                    best[old] = (near + shared, new)
    pairs = {new: old for old, (_, new) in sorted(best.items(), key=lambda item: item[1][0])}
    found = [make_drift(a, b, DriftType.NAME, lost[old][0].span, gained[new][0].span) for new, old in pairs.items()]
    return found + _changed_tails(a, b, theirs, b_words, alignment)


def _by_word(names: Iterable[_Name]) -> dict[str, list[_Name]]:
    found: dict[str, list[_Name]] = {}
    for name in names:
        found.setdefault(name.word, []).append(name)
    return found


def without_respelt(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the folded names that stand among the others in no spelling."""
    mine, known = list(names), frozenset(others)
    lost = [n for n in mine if n not in known]
    found = {old for old, _ in _respelt(lost, known)}
    return [n for n in lost if n not in found]


def _respelt(lost: Iterable[str], gained: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that may be spellings of one name; they begin with the same letter."""
    by_letter: dict[str, list[str]] = {}
    for word in gained:
        for letter in _beginnings(word):
            by_letter.setdefault(letter, []).append(word)
    for old in lost:
        near = dict.fromkeys(new for letter in _beginnings(old) for new in by_letter.get(letter, ()))
        for new in near:
            if abs(len(old) - len(new)) <= _MOST_LONGER and is_respelt(old, new):
                yield old, new


def _is_name(text: str, word: str, span: Span) -> bool:
    return text[span.start].isupper() and word not in COMMON_WORDS


def _beginnings(word: str) -> set[str]:
    """Return the first letter of a word, and its sound: «Chorba» and «Tchorba» begin alike."""
    plain = plain_letters(word)
    return {plain[:1], _skeleton(plain)[:1]}


def _names(text: str, sentences: Sequence[Sequence[tuple[str, Span]]]) -> list[_Name]:
    names: list[_Name] = []
    for index, found in enumerate(sentences):
        words = [w for w, _ in found]
        for at, (word, span) in enumerate(found):
            if text[span.start].isupper() and len(word) >= _LEAST_LETTERS and word not in COMMON_WORDS:
                around = (*words[max(0, at - _WINDOW) : at], *words[at + 1 : at + 1 + _WINDOW])
                beside = frozenset(
                    w for w, s in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]) if _is_name(text, w, s)
                )
                stems = tuple(stem(w) for w in around if w not in COMMON_WORDS)
                names.append(_Name(word, span, index, stems, beside))
    return names


def plain_letters(word: str) -> str:
    """Return a word without accents and other marks on its letters."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def is_respelt(one: str, other: str) -> bool:
    """Tell whether two different words are spellings of one name."""
    first, second = plain_letters(one), plain_letters(other)
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if _is_inflected(short, long):
        return False
    if min(len(first), len(second)) < _LEAST_LETTERS:
        return False
    skeleton = _skeleton(first)
    if len(skeleton) >= 3 and skeleton == _skeleton(second) and abs(len(first) - len(second)) <= _MOST_LONGER:
        return True
    if first[0] != second[0]:
        return False
    cut = _common_start(first, second)
    tails = first[cut:], second[cut:]
    if all(tail in _ENDINGS for tail in tails) and cut >= 4 and set(tails) != {"i", "y"}:
        return False
    allowed = 1 if len(short) < 8 else 2
    return edit_distance(first, second, allowed) <= allowed


def _is_inflected(short: str, long: str) -> bool:
    """Tell whether ``long`` is a form of ``short`` or derived from it («Ukraine», «Ukrainian»)."""
    if long[len(short) - 1 :] in ("yi", "iy"):
        return False  # two ways to write one Slavic ending
    for trunk in {short, short.rstrip("aeiouy")}:
        ending = long[len(trunk) :]
        derived = ending in _ENDINGS and (trunk == short or len(ending) > 1)
        if len(trunk) >= _LEAST_LETTERS - 1 and long.startswith(trunk) and derived:
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


def _changed_tails(
    a: Side, b: Side, names: Sequence[_Name], b_words: Sequence[Sequence[tuple[str, Span]]], alignment: Alignment
) -> list[Drift]:
    """Find names whose last word changed its form behind the same words («Harbour Group» -> «Harbour grouping»)."""
    phrases: dict[str, list[tuple[_Name, _Name]]] = {}
    for first, last in pairwise(names):
        if first.sentence == last.sentence and last.span.start - first.span.end == 1:
            phrases.setdefault(first.word, []).append((first, last))
    found: dict[str, Drift] = {}
    for index, words in enumerate(b_words):
        for (word, span), (behind, end) in pairwise(words):
            # «Norland» and «Norlanders» are two words; a name that goes on in small letters lost a part
            if word not in phrases or not (b.text[span.start].isupper() and b.text[end.start].islower()):
                continue
            for first, last in phrases[word]:
                if _is_other_form(last.word, behind) and alignment.matrix[first.sentence][index] >= _LEAST_SIMILAR:
                    whole = Span(first.span.start, last.span.end)
                    found.setdefault(last.word, make_drift(a, b, DriftType.NAME, whole, Span(span.start, end.end)))
    return list(found.values())


def _is_other_form(tail: str, other: str) -> bool:
    common = _common_start(tail, other)
    return common >= 4 and common == len(tail) and 2 < len(other) - common <= 4
