"""Spelling: whether two different words are one name, written by two hands.

Letters are nearly the same, or consonants are once transliterations are made equal («Pishchane», «Pischenye»).
Inflected and derived forms («Norland», «Norlandish») are no respelling.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_KEPT = 1 << 14
"""Words whose sounds are kept: names come again in every pair of articles that is compared."""
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
_CYRILLIC = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch y ' ' e iu ia"
_GREEK = "a v g d e z i th i k l m n x o p r s t y f ch ps o s"
_LETTERS = str.maketrans(
    {"đ": "dj", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
    | dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщыьъэюя", _CYRILLIC.split(), strict=True))
    | dict(zip("αβγδεζηθικλμνξοπρστυφχψως", _GREEK.split(), strict=True))
)
"""Letters that are no plain one with a mark, and those of other alphabets; names come folded in case."""
_VOWELS = re.compile("[aeiouy'’]+")
MOST_LONGER = 3
"""Letters that one spelling may have more than the other."""
_PLAIN_LETTERS = 7
_PLAIN_SOUNDS = 4
_SLIP_LETTERS = 3
_DERIVING = frozenset("sniy")


@lru_cache(maxsize=_KEPT)
def plain_letters(word: str) -> str:
    """Return a word without accents and other marks on its letters."""
    if word.isascii():
        return word
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
    if abs(len(first) - len(second)) <= MOST_LONGER and any(len(s) >= 3 for s in _sounds(first) & _sounds(second)):
        return True
    if first[0] != second[0]:
        return False
    cut = common_start(first, second)
    tails = first[cut:], second[cut:]
    if all(tail in _ENDINGS for tail in tails) and cut >= 4 and set(tails) != {"i", "y"}:
        return False
    allowed = 1 if len(short) < 8 else 2
    return edit_distance(first, second, allowed) <= allowed


@lru_cache(maxsize=_KEPT)
def _sounds(word: str) -> frozenset[str]:
    """Return the skeletons of a word; an initial «y» may be a consonant or none («Yelena», «Jelena», «Elena»)."""
    return frozenset({skeleton(word), skeleton("j" + word[1:])} if word[0] == "y" else {skeleton(word)})


def _is_inflected(short: str, long: str) -> bool:
    """Tell whether ``long`` is a form of ``short`` or derived from it («Ukraine», «Ukrainian»)."""
    if long[len(short) - 1 :] in ("yi", "iy"):
        return False  # two ways to write one Slavic ending
    if long == f"{short}s" and short.endswith("s"):
        return False  # no form of «Brandeis» has one more
    for trunk in {short, short.rstrip("aeiouy")}:
        ending = long[len(trunk) :]
        derived = ending in _ENDINGS and (trunk == short or len(ending) > 1)
        if len(trunk) >= _LEAST_LETTERS - 1 and long.startswith(trunk) and derived:
            return True
    return False


def common_start(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    length = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        length += 1
    return length


def is_plainly_respelt(one: str, other: str) -> bool:
    """Tell whether two spellings are so near, and so long, that they need no further proof.

    The marks alone differ, or of many letters one, or nothing but what transliterations differ in.
    """
    first, second = plain_letters(one), plain_letters(other)
    if first == second:
        return True
    if min(len(first), len(second)) < _PLAIN_LETTERS or first[0] != second[0]:
        return False
    sounds = skeleton(first)
    alike = len(sounds) >= _PLAIN_SOUNDS and sounds == skeleton(second)
    return alike or edit_distance(first, second, 1) <= 1


def is_slip(one: str, other: str) -> bool:
    """Tell whether two names that stand beside the same name differ in one letter («Wen», «Wenn»; «Halvar», «Halvard»).

    A letter at the end that makes an adjective or a plural of a name («Prussia», «Prussian») is none.
    """
    first, second = sorted((plain_letters(one), plain_letters(other)), key=len)
    if len(first) < _SLIP_LETTERS or first[0] != second[0] or edit_distance(first, second, 1) > 1:
        return False
    return not (second.startswith(first) and second[-1] in _DERIVING)


def has_added_s(one: str, other: str) -> bool:
    """Tell whether one name is the other with an «s» behind it: a slip in a surname, in most other names a form."""
    short, long = sorted((plain_letters(one), plain_letters(other)), key=len)
    return len(short) >= _LEAST_LETTERS and long == f"{short}s"


@lru_cache(maxsize=_KEPT)
def skeleton(word: str) -> str:
    """Return the consonants of a folded name, those made equal that transliterations take for each other."""
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


def without_respelt(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return the folded names that stand among the others in no spelling."""
    mine, known = list(names), frozenset(others)
    lost = [n for n in mine if n not in known]
    found = {old for old, _ in respelt_words(lost, known)}
    return [n for n in lost if n not in found]


def respelt_words(lost: Iterable[str], gained: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that may be spellings of one name; they begin with the same letter or sound."""
    by_letter: dict[str, list[str]] = {}
    for word in gained:
        for letter in _beginnings(word):
            by_letter.setdefault(letter, []).append(word)
    for old in lost:
        near = dict.fromkeys(new for letter in _beginnings(old) for new in by_letter.get(letter, ()))
        for new in near:
            if abs(len(old) - len(new)) <= MOST_LONGER and is_respelt(old, new):
                yield old, new


@lru_cache(maxsize=_KEPT)
def _beginnings(word: str) -> frozenset[str]:
    """Return the first letter of a word, and its sound: «Chorba» and «Tchorba» begin alike."""
    plain = plain_letters(word)
    return frozenset({plain[:1], skeleton(plain)[:1], plain[:1].replace("y", "j")})
