"""Tokens: the words and marks of one paragraph, with the sentence and the quotation each stands in."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import ne

from reader.text.quotations import Quotation, find_quotations
from reader.text.sentences import split_sentences
from reader.text.spans import Span

_TOKEN = re.compile(
    r"""((?=\S)(?:  # so that the search passes over a gap without trying each of the choices
        [^\W\d_]\w*(?:[.’'&\-‑/@]\w+)*  # a word with what belongs to it: U.S, Orlo's, well-known, AT&T
      | ''|``                             # old quotation marks
      | \d+(?:[.,:/]\d+)+%?               # 1,000 and 3.5% and 24/7
      | [^\W_]\w*(?:[.’'&\-‑/@]\w+)*     # 9th, 20-year
      | [#@]\w+ | --+ | [^\w\s] | _+
      ))""",
    re.VERBOSE,
)
"""A token: every character but white space belongs to one, so that the lengths of gaps and tokens, which ``split``
returns in turns, add up to the offsets."""
_LONGEST_HEADLINE = 40
_LONGEST_LINE = 30
"""Tokens of a headline or caption."""
QUOTE_MARKS = frozenset('“”„‟"«»‹›″＂❝❞〝〞‘') | {"''", "``"}
_MAY_QUOTE = QUOTE_MARKS | frozenset("'—–―")
"""Tokens without any of which a paragraph holds no quotation."""

_ENDS = frozenset(".?!:…") | QUOTE_MARKS


@dataclass(slots=True)
class Passage:
    """One paragraph, taken apart once; ``words`` to ``quote_of`` run parallel, one item a token."""

    text: str
    """The whole article; all offsets count in it."""
    span: Span
    words: list[str]
    low: list[str]
    """The words in small letters, typographic apostrophes made straight."""
    starts: list[int]
    ends: list[int]
    capitals: list[int]
    """Indices of the tokens that begin with a capital letter (this list does not run parallel)."""
    sentence_of: list[int]
    """Index into ``sentences``."""
    quote_of: list[int]
    """Index into ``quotations``, marks included; -1 outside."""
    sentences: list[tuple[int, int]]
    """Half-open token ranges."""
    quotations: list[tuple[int, int]]
    """Half-open token ranges of the outermost quotations, marks included."""
    marks: list[Quotation]
    inner: list[tuple[int, int]]
    """Half-open token ranges of the quotations inside quotations."""
    titled: bool
    """Set like a headline: (nearly) every longer word begins with a capital letter."""
    size: int
    """Number of tokens; kept, as every step of every rule asks for it."""

    def __len__(self) -> int:
        return self.size

    def span_of(self, start: int, end: int) -> Span:
        """Return the character span of the tokens ``start`` to ``end`` (half open, not empty)."""
        return Span(self.starts[start], self.ends[end - 1])

    def spans_of(self, ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the character spans of some token ranges."""
        starts, ends = self.starts, self.ends
        return tuple([Span(starts[start], ends[end - 1]) for start, end in ranges])

    def text_of(self, start: int, end: int) -> str:
        """Return the text from the token ``start`` to before ``end``, as it is written."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def places_of(self, some: frozenset[str]) -> list[int]:
        """Return the indices of the tokens that are one of some words in small letters."""
        if some.isdisjoint(self.low):
            return []  # most paragraphs: a tenth of the time of looking for places
        return list(compress(count(), map(some.__contains__, self.low)))

    def capitals_in(self, start: int, end: int) -> list[int]:
        """Return the indices of the tokens of a half-open range that begin with a capital letter."""
        first = bisect_left(self.capitals, start)
        return self.capitals[first : bisect_left(self.capitals, end, first)]

    def is_capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.words[index][0].isupper()

    def is_word(self, index: int) -> bool:
        """Tell whether a token is a word or a number."""
        return self.words[index][0].isalnum()


def is_line(passage: Passage) -> bool:
    """Tell whether a paragraph is a headline or caption, not running text."""
    return passage.size < _LONGEST_LINE and passage.low[-1] not in _ENDS


def read_passage(text: str, span: Span) -> Passage:
    """Take one paragraph apart."""
    start, end = span
    piece = text[start:end]
    parts = _TOKEN.split(piece)
    places = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    size = len(words)
    starts, ends = places[1:-1:2], places[2::2]
    low = list(map(str.lower, words))
    capitals = [i for i in compress(count(), map(ne, words, low)) if words[i][0].isupper()]
    if "’" in piece:
        low = [w.replace("’", "'") if "’" in w else w for w in low]
    marks: list[Quotation] = []
    inner: list[tuple[int, int]] = []
    quotations: list[tuple[int, int]] = []
    quote_of = [-1] * size
    if not _MAY_QUOTE.isdisjoint(words) or words[:1] == ["-"]:
        quoted = find_quotations(text, start, end, wrapped=True)
        marks = [q for q in quoted if q.depth == 0]
        if len(marks) < len(quoted):
            inner = _place(starts, [q.span for q in quoted if q.depth > 0], size)[0]
        quotations, quote_of = _place(starts, [q.span for q in marks], size)
        _close_before_source(words, low, marks, quotations, quote_of)
    spans = split_sentences(text, start, end, wrapped=True)
    sentences, sentence_of = _place(starts, spans, size) if len(spans) > 1 else ([(0, size)], [0] * size)
    titled = size < _LONGEST_HEADLINE and _is_titled(words, capitals)
    return Passage(
        text,
        span,
        words,
        low,
        starts,
        ends,
        capitals,
        sentence_of,
        quote_of,
        sentences,
        quotations,
        marks,
        inner,
        titled,
        size,
    )


def _is_titled(words: list[str], capitals: list[int]) -> bool:
    if len(capitals) < 3:
        return False
    named = len([i for i in capitals if len(words[i]) > 3])
    if named < 3:
        return False
    small = 0
    for word in words:
        if len(word) > 3 and word[0].isalpha() and not word[0].isupper():
            small += 1
            if small > named / 4:
                return False  # running text: at its third or fourth longer word
    return True


_SAID = frozenset({"said", "says", "added", "wrote", "told", "asked", "replied", "explained", "insisted", "warned"})


def _close_before_source(
    words: list[str], low: list[str], marks: list[Quotation], quotations: list[tuple[int, int]], quote_of: list[int]
) -> None:
    """End, in place, each quotation without a closing mark before «, said Ana Brill» or «, she said»."""
    for number, mark in enumerate(marks):
        if mark.closed:
            continue
        start, end = quotations[number]
        for comma in range(start + 1, end - 2):
            if low[comma] not in {",", "?", "!"}:
                continue
            behind = low[comma + 1 : min(end, comma + 7)]
            verb = next((i for i, word in enumerate(behind) if word in _SAID), None)
            named = (words[comma + 1][0].isupper() and low[comma + 1][:2] not in {"i", "i'"}) or low[comma + 1] in {
                "he",
                "she",
                "they",
                "the",
                "a",
            }
            inverted = (
                verb == 0 and comma + 2 < end and (words[comma + 2][0].isupper() or low[comma + 2] in {"the", "a"})
            )
            if inverted or (verb and named and "," not in behind[:verb]):
                quotations[number] = (start, comma + 1)
                quote_of[comma + 1 : end] = [-1] * (end - comma - 1)
                break


def _place(starts: list[int], spans: list[Span], count: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the token range of each span, and for each token the index of its span (-1: none)."""
    if not spans:
        return [], [-1] * count
    ranges: list[tuple[int, int]] = []
    place = [-1] * count
    first = 0
    for number, (start, end) in enumerate(spans):
        first = bisect_left(starts, start, first)
        last = bisect_left(starts, end, first)
        ranges.append((first, last))
        place[first:last] = [number] * (last - first)
        first = last
    return ranges, place
