"""Quotations: stretches in quotation marks of any style, closed or not, nested to two levels.

Known marks: curly, straight, low, double prime, full width, ``''`` for both sides, guillemets in both directions,
single curly and straight ones (told from apostrophes), dialogue dashes at the start of a paragraph, hyphens there if
they take turns. A mark that is never closed reaches to the end of its paragraph (news style opens each paragraph of a
long quotation anew). Linear time.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reader.text.spans import Span, trim

_DOUBLE = re.compile("""[“”„‟"«»‹›″＂❝❞〝〞`'](?:(?<=[^`'])|(?<=`)`|(?<=')')""")
"""It begins with a set of characters, not with a choice, so that the search runs twice as fast."""
_ANY = re.compile("""[“”„‟"«»‹›″＂❝❞〝〞`'‘—–―-]""")
"""Any mark that a quotation can begin with: two paragraphs in five have none."""
_OPENERS = frozenset({"“", "``", "„", "❝", "〝"})
_CLOSERS = frozenset({"”", "❞", "〞"})
_TURNED = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_BEFORE_SINGLE = frozenset('([—–“"«-')
"""Beside white space: what may stand before a single opening mark; behind a letter it is an apostrophe."""
_SINGLE_OPEN = r"['‘](?=[^\s'’])"
_SINGLE_CLOSE = r"(?<=[^\s])['’](?![\w'’])"
_ELISION = r"(?i)['‘](?:\d\ds?\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|n\b|bout\b|round\b)"
_DASH_START = r"\s*([—–―])\s*(?=[\w\"“«])"
_DASH_TURN = r"[,.!?…]?\s*([—–―])\s+"
_HYPHEN_START = r"\s*(-)\s+(?=[\w\"“«])"
_HYPHEN_TURN = r"[,.!?…]\s+(-)\s+"
_compiled = cache(re.compile)
"""A pattern of these, compiled on first use: it takes a millisecond for all, and few texts need each."""


class Quotation(NamedTuple):
    """A stretch in quotation marks."""

    span: Span
    """With the marks."""
    inner: Span
    """Without the marks, trimmed."""
    closed: bool
    """False: there is no closing mark, the quotation was taken to reach to the end of its paragraph."""
    mark: str
    """The opening mark; ``—`` for dialogue dashes."""
    depth: int = 0
    """0: outermost; 1: a quotation inside a quotation."""


def find_quotations(text: str, start: int = 0, end: int | None = None, *, wrapped: bool = False) -> list[Quotation]:
    """Return the quotations of ``text[start:end]`` in order of their start, outer ones before inner ones.

    A line break ends a paragraph, unless ``wrapped`` (then the whole stretch counts as one paragraph).
    """
    start, stop = max(start, 0), len(text) if end is None else min(end, len(text))
    if wrapped:
        return _in_paragraph(text, Span(start, stop))
    found: list[Quotation] = []
    while start < stop:
        line_end = text.find("\n", start, stop)
        line_end = stop if line_end < 0 else line_end
        if line_end > start:
            found.extend(_in_paragraph(text, Span(start, line_end)))
        start = line_end + 1
    return found


def _in_paragraph(text: str, paragraph: Span) -> list[Quotation]:
    if not _ANY.search(text, paragraph.start, paragraph.end):
        return []
    double = _double_quotations(text, paragraph)
    apart = text.find("'", *paragraph) >= 0 or text.find("‘", *paragraph) >= 0
    single = _single_quotations(text, paragraph) if apart else []
    dashes = [] if double else _dash_quotations(text, paragraph)
    if not single and not dashes:
        return double
    return _nest(double + single + dashes)


def _nest(quotations: list[Quotation]) -> list[Quotation]:
    """Give each quotation its depth; leave out those that cross the border of another one."""
    quotations.sort(key=lambda q: (q.span.start, -q.span.end))
    kept: list[Quotation] = []
    outer_end = inner_end = -1
    for q in quotations:
        if q.span.start >= outer_end:
            kept.append(q)
            outer_end = q.span.end
        elif q.span.end <= outer_end and q.span.start >= inner_end:
            kept.append(Quotation(q.span, q.inner, q.closed, q.mark, 1))
            inner_end = q.span.end
    return kept


def _double_quotations(text: str, paragraph: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    marks = list(_DOUBLE.finditer(text, paragraph.start, paragraph.end))
    odd = len(marks) % 2 == 1
    last_straight = text.rfind('"', *paragraph)
    nested = 0
    for number, match in enumerate(marks):
        mark = match.group()
        if opened is None:
            turned = mark in _CLOSERS and _opens_turned(text, match, paragraph) and number + 1 < len(marks)
            if turned or (mark not in _CLOSERS and not (odd and _only_closes(text, match, paragraph))):
                opened, nested = match, 0
        elif opened.group() == '"' and mark == "“" and last_straight > _start(marks, number + 1):
            nested += 1
        elif nested and mark == "”":
            nested -= 1
        elif mark == opened.group() and _reopens(text, opened, match, paragraph, odd=odd):
            # «"They left, she said. "They came back."»: the first mark was never closed
            found.append(_quotation(text, opened, match.start(), match.start(), closed=False))
            opened = match
        elif _closes(opened.group(), mark):
            found.append(_quotation(text, opened, match.start(), match.end(), closed=True))
            opened = None
    if opened is not None:
        end = trim(text, paragraph).end
        if end > opened.end():
            found.append(_quotation(text, opened, end, end, closed=False))
    return found


def _start(marks: Sequence[re.Match[str]], number: int) -> float:
    """Return where a mark stands, behind everything if there is none of that number."""
    return marks[number].start() if number < len(marks) else math.inf


def _opens_turned(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a closing mark stands where an opening one should («”We stay,” she said»)."""
    start = not text[paragraph.start : match.start()].strip()
    after = text[match.end()] if match.end() < paragraph.end else " "
    return start or (text[match.start() - 1].isspace() and after.isalnum())


def _closes(opening: str, mark: str) -> bool:
    if opening in _TURNED:
        return mark == _TURNED[opening]
    if opening in {"“", "❝", "〝", "``"}:
        return mark in _CLOSERS or mark in {'"', "''", "″", "＂"}
    if opening == "„":
        return mark in _CLOSERS or mark in {"“", '"'}
    return mark == opening or mark in _CLOSERS


def _only_closes(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a two-sided mark outside any quotation can only be a closing one (inches, a lost opening mark)."""
    if match.group() in _OPENERS or match.group() in _TURNED:
        return False
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return not before.isspace() and before not in "([—–-:" and (after.isspace() or after in ",.;:!?)]")


def _reopens(text: str, opened: re.Match[str], match: re.Match[str], paragraph: Span, *, odd: bool) -> bool:
    """Tell whether a mark inside an open quotation begins a new one, because the first was never closed."""
    if match.group() not in _OPENERS and not (odd and _only_opens(text, match, paragraph)):
        return False
    return _ended_before(text, opened, match)


def _only_opens(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a mark can only be an opening one: white space before it, a word behind it."""
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return before.isspace() and after.isalnum()


def _ended_before(text: str, opened: re.Match[str], match: re.Match[str]) -> bool:
    """Tell whether a sentence ended right before an opening mark that comes inside an open quotation."""
    before = text[max(opened.end(), match.start() - 3) : match.start()].rstrip()
    return before[-1:] in {".", "!", "?", "…"}


def _quotation(text: str, opened: re.Match[str], inner_end: int, end: int, *, closed: bool) -> Quotation:
    start, begin = opened.span()
    span = trim(text, Span(start, end))
    return Quotation(span, trim(text, Span(begin, max(begin, inner_end))), closed, text[start:begin])


def _single_quotations(text: str, paragraph: Span) -> list[Quotation]:
    openers = [
        m.start()
        for m in _compiled(_SINGLE_OPEN).finditer(text, paragraph.start, paragraph.end)
        if _may_open(text, m.start(), paragraph)
    ]
    if not openers:
        return []
    closers = [m.start() for m in _compiled(_SINGLE_CLOSE).finditer(text, paragraph.start, paragraph.end)]
    found: list[Quotation] = []
    done = paragraph.start
    for number, opener in enumerate(openers):
        if opener < done:
            continue
        limit = openers[number + 1] if number + 1 < len(openers) else paragraph.end
        here = closers[bisect_left(closers, opener + 2) : bisect_left(closers, limit)]
        closer = _single_closer(text, here)
        if closer is not None:
            inner = trim(text, Span(opener + 1, closer))
            found.append(Quotation(Span(opener, closer + 1), inner, True, text[opener]))
            done = closer + 1
    return found


def _may_open(text: str, at: int, paragraph: Span) -> bool:
    """Tell whether a single mark can open a quotation: no letter before it, no elision («'90s», «'em») behind it."""
    if at > paragraph.start and not (text[at - 1].isspace() or text[at - 1] in _BEFORE_SINGLE):
        return False
    return not _compiled(_ELISION).match(text, at, paragraph.end)


def _single_closer(text: str, closers: list[int]) -> int | None:
    """Choose the mark that closes: not the apostrophe of a plural («the farmers' union») if a better one follows."""
    for closer in closers:
        possessive = text[closer - 1] in "sS" and text[closer + 1 : closer + 2].isspace()
        if not possessive or text[closer + 2 : closer + 3].isupper():
            return closer
    return closers[0] if closers else None


def _dash_quotations(text: str, paragraph: Span) -> list[Quotation]:
    """Read «— We stay, — said the mayor. — We have no choice.»: speech and report take turns at the dashes."""
    start, turns = _compiled(_DASH_START).match(text, paragraph.start, paragraph.end), _compiled(_DASH_TURN)
    if start is None:
        # a hyphen can be the point of a list: only the second one, behind a comma, makes a dialogue
        start, turns = _compiled(_HYPHEN_START).match(text, paragraph.start, paragraph.end), _compiled(_HYPHEN_TURN)
        second = turns.search(text, start.end(), paragraph.end) if start is not None else None
        if start is None or second is None or second.group()[0] not in ",!?":
            return []
    found: list[Quotation] = []
    begin, inner, speech = start.start(1), start.end(), True
    for turn in turns.finditer(text, start.end(), paragraph.end):
        if turn.start(1) == turn.start():
            continue  # no space and no mark before it: a dash inside a word
        mark_end = turn.start() + (turn.group()[0] in ",.!?…")
        if speech and mark_end > inner:
            found.append(Quotation(Span(begin, mark_end), trim(text, Span(inner, mark_end)), True, "—"))
        speech = not speech
        begin, inner = turn.start(1), turn.end()
    end = trim(text, paragraph).end
    if speech and end > inner:
        found.append(Quotation(Span(begin, end), trim(text, Span(inner, end)), bool(found), "—"))
    return found
