"""Contents in front of a cue, and quotations that run on in the sentences behind it."""

from reader.analysis.clauses.contents import LONGEST
from reader.analysis.clauses.reading import Unit
from reader.analysis.draft import Range
from reader.analysis.phrases import is_finite, is_title
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import cue_verbs, words

_FARTHEST = 2 * LONGEST
"""Most tokens of a sentence in front of a cue that are taken into its content."""


def content_before(passage: Passage, low: int, end: int, last_cue: int = -1, *, loose: bool = False) -> list[Range]:
    """Return the content that ends before ``end`` (a subject or an inverted verb), ``[]`` if there is none.

    A quotation that ends here, with the words of the sentence before it if it is only a part of one; else the clause
    in front of the comma. ``last_cue``: end of the last cue that already has a content in this sentence; ``loose``: the
    sentence goes on behind the cue, so that what stands in front need not be a clause.
    """
    low = max(low, end - _FARTHEST)
    at = end - 1
    while at >= low and passage.low[at] in {",", "—", "–", "-", "--"} and passage.quote_of[at] < 0:
        at -= 1
    if at < low:
        return []
    quote = passage.quote_of[at]
    if quote >= 0 and passage.quotations[quote][1] == at + 1:
        if at == end - 1 and not _is_finished(passage, at):
            return []
        start = passage.quotations[quote][0]
        if start > low and last_cue < low and _is_part(passage, start, low):
            return [(_skip_lead(passage, low, start), at + 1)]
        return [(start, at + 1)]
    if passage.low[end - 1] not in {",", "—", "–"} or at < low or last_cue >= low:
        return []
    start = _skip_lead(passage, low, at)
    clause = any(
        is_finite(passage, i) or passage.low[i].endswith("n't") for i in range(start, min(at + 1, start + LONGEST))
    )
    return [(start, at + 1)] if loose or (clause and at - low >= 2) else []


def _is_finished(passage: Passage, closing: int) -> bool:
    """Tell whether a quotation ends as speech ends (comma, full stop ...), not as a word in quotation marks does."""
    last = closing
    while last > 0 and passage.low[last] in QUOTE_MARKS | {"'", "’"}:
        last -= 1
    return last == closing or passage.low[last] in {",", ".", "?", "!", "…", "—", "–", "-", "--", "..."}


def _is_part(passage: Passage, start: int, low: int) -> bool:
    """Tell whether a quotation that begins at ``start`` is only part of the sentence that began at ``low``."""
    stop = passage.quotations[passage.quote_of[start]][1]
    if passage.low[start - 1] in {",", ":"} and start + 1 < passage.size and passage.is_capital(start + 1):
        return is_title(passage, start, stop)
    return any(passage.is_word(i) for i in range(low, min(start, low + 10)))


def _skip_lead(passage: Passage, low: int, end: int) -> int:
    at = low
    if at + 2 < end and passage.low[at + 1] == ":" and passage.low[at] in words("labels"):
        at += 2
    while at < end and (passage.low[at] in {"but", "and", ",", "yet"} or passage.low[at] in {".", "—", "-"}):
        at += 1
    return at if at < end else low


_LONGEST_LEAD = 7


def _behind_lead(passage: Passage, start: int, end: int) -> int:
    """Return the quotation behind «Then, after a pause:», else ``start``."""
    for at in range(start, min(end - 1, start + _LONGEST_LEAD)):
        verb = is_finite(passage, at) or passage.low[at] in cue_verbs()
        if verb or passage.quote_of[at] >= 0 or passage.is_capital(at) != (at == start):
            return start
        if passage.low[at] == ":" and passage.quote_of[at + 1] >= 0:
            return at + 1
    return start


def run_on(unit: Unit) -> list[Range]:
    """Return the quotations that go on in the sentences behind a unit: each is a quotation and little more."""
    passage = unit.passage
    found: list[Range] = []
    if not passage.quotations:
        return found
    for number in range(unit.number + 1, len(unit.units)):
        start, end = unit.units[number]
        start = _behind_lead(passage, start, end)
        quote = passage.quote_of[start]
        if quote < 0 or passage.quotations[quote][0] != start:
            break
        stop = passage.quotations[quote][1]
        rest = [i for i in range(stop, end) if passage.quote_of[i] < 0 and passage.is_word(i)]
        if len(rest) > 12 or any(passage.low[i] in cue_verbs() for i in rest):
            break
        found.append((start, rest[-1] + 1 if rest else stop))
    return found
