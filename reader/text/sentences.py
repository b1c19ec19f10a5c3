"""Sentences: where one ends and the next begins, for news English with its abbreviations, initials and quotations.

The text is read once from left to right (linear time): candidates are marks of the end of a sentence; each is judged by
the word before it and the character behind it. Offsets are those of the text handed in.
"""

import re
from functools import cache

from reader.text.spans import Span

_TITLES = (
    "mr mrs ms mx dr prof sr sra hon rev fr msgr st ste mt ft gen lt col cmdr maj capt sgt cpl pvt adm brig cdr insp "
    "supt det sen rep gov pres sec amb atty messrs mmes vs v cf fig figs art nos vol pp ed eds approx ca est dept"
)
"""Abbreviations that stand before what they belong to: they never end a sentence."""

_LOOSE = (
    "inc corp co ltd llc plc bros jr esq etc al jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu "
    "thur thurs fri sat sun ave blvd rd no u.s u.k u.n e.u d.c a.m p.m ph.d m.d b.a m.a i.e e.g u.s.a l.a n.y "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo w.va n.c s.c n.d s.d n.h n.j n.m r.i"
)
"""Abbreviations that may end a sentence: they do if a word follows that commonly begins one."""

_STARTERS = (
    "the a an he she it they we you this that these those there his her its their our my in on at for but and as "
    "if when while after before since although though however according what who why how both many most some"
)
"""Words that begin a sentence far more often than they follow an abbreviation with a capital letter."""

_ENDS = re.compile(
    r"""[.!?…。！？](?:(?<![。！？])[.!?…]+)?  # the mark, or a row of marks
        (?:[")\]}'”’»›″]|\'\')*    # closing marks that belong to the sentence
        (?=\s|$|["“‘«(\[])        # white space, or an opening mark without a space before it
    """,
    re.VERBOSE,
)
"""It begins with a set of characters, not with a choice, so that the search runs seven times as fast."""
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_WORD_BEFORE = re.compile(r"[\w.’'-]+\Z")
_NEXT_WORD = re.compile(r"[\s\"“‘'«(\[—–-]*([\w’']+)")
_LONGEST_WORD = 24
_ABBREVIATED = 1 + max(len(word) for word in f"{_TITLES} {_LOOSE}".split())
"""Letters in a row that no abbreviation above has."""


@cache
def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def split_sentences(text: str, start: int = 0, end: int | None = None, *, wrapped: bool = False) -> list[Span]:
    """Return the sentences of ``text[start:end]`` in order, trimmed, without empty ones.

    A line break ends a sentence, unless ``wrapped`` (then only a blank line does: for text broken at a fixed width).
    """
    stop = len(text) if end is None else min(end, len(text))
    sentences: list[Span] = []
    for begin, line_end in _lines(text, max(start, 0), stop, wrapped):
        for match in _ENDS.finditer(text, begin, line_end):
            mark_end = match.end()
            if mark_end < line_end and _is_end(text, match, line_end):
                _keep(text, begin, mark_end, sentences)
                begin = mark_end
        _keep(text, begin, line_end, sentences)
    return sentences


def _keep(text: str, start: int, end: int, sentences: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        sentences.append(Span(start, end))


def _lines(text: str, start: int, end: int, wrapped: bool) -> list[tuple[int, int]]:
    """Return the stretches between line breaks (between blank lines if ``wrapped``)."""
    if text.find("\n", start, end) < 0:
        return [(start, end)]
    lines = []
    for match in _BREAK.finditer(text, start, end):
        if wrapped and match.group().count("\n") < 2:
            continue
        lines.append((start, match.start()))
        start = match.end()
    lines.append((start, end))
    return lines


def _is_end(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether a mark ends its sentence, by the word before and the word behind it."""
    first, behind = match.span()
    if text[behind] == " " and text[behind + 1 : behind + 2].isupper() and text[first - _ABBREVIATED : first].isalpha():
        return True  # the usual case at little cost: a long word, a mark, a capital letter
    follows = _NEXT_WORD.match(text, behind, min(end, behind + 60))
    following = follows.group(1) if follows else ""
    mark = match.group()
    if following[:1].islower():
        # «"Why?" he asked», «Yahoo! said»: a small letter goes on with the sentence
        return False
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, first - _LONGEST_WORD), first)
    return mark != "." or not before or not _is_abbreviated(before.group(), following)


def _is_abbreviated(word: str, following: str) -> bool:
    """Tell whether the full stop behind ``word`` belongs to it, not to the sentence."""
    lower = word.lower()
    if lower in _words(_TITLES) or (lower == "no" and following[:1].isdigit()):
        return True
    single = len(word) == 1 and word.isalpha()
    dotted = "." in word and all(len(part) <= 2 and not part[:1].isdigit() for part in word.split("."))
    # «sat.», «ill.» in small letters are words; «Sat.», «Ill.» may be abbreviations
    if not single and not dotted and (lower not in _words(_LOOSE) or lower == "no" or word.islower()):
        return False
    if following[:1].isdigit():
        return not dotted
    return bool(following) and (single or following.lower() not in _words(_STARTERS))
