"""Betterment: whether a text holds matter that its supposed source lacks, so that both must have it from elsewhere.

What counts is the same fact in a better form: a name or a quotation that stands otherwise, an exact number for a vague
one, the words themselves for a paraphrase. Facts that only the later text has prove nothing: a follow-up adds them to
what it copies.
"""

from collections.abc import Iterable

from reader.model.chain import Drift, DriftType, Evidence
from reader.model.wording import BETTER_NAME, BETTER_NUMBER, BETTER_QUOTATION, WORSE
from reader.text.numbers import find_numbers
from reader.text.spans import Span
from reader.text.vague import has_vague_number
from reader.tracing.drift.changes import Side
from reader.tracing.drift.names import find_name_drift
from reader.tracing.drift.numbers import find_number_drift
from reader.tracing.drift.quotes import find_changed_quotations, find_quote_drift
from reader.tracing.reuse.alignment import align
from reader.tracing.reuse.profile import Profile

LEAST_DIFFERENCES = 3
"""Facts that must stand differently: one may be a slip of the later text."""
_NAMED = 3
"""Facts of each kind that are kept as evidence."""


def better_matter(child: Profile, parent: Profile, *, earlier: bool = False) -> tuple[Evidence, ...]:
    """Return the facts that ``child`` has in a form which it can hardly have from ``parent``; empty if it may.

    Each is the child's words, then what stands for them in the parent, where it has something.

    Args:
        child: The text that may have been made of the other.
        parent: Its supposed source.
        earlier: Whether ``parent`` is known to be the earlier. Then names and quotations that differ may have been
            spoilt in ``child``, so that something must also be better in it beyond doubt: a number that is exact, words
            that are quoted. Without it they suffice, and a text that nobody credits is the nearer guess.
    """
    one, other = Side(parent.document, parent.reading), Side(child.document, child.reading)
    alignment = align(parent.reading, child.reading)
    names = find_name_drift(one, other, alignment)
    quotes = find_changed_quotations(one, other)
    numbers: list[Drift] = []
    if has_vague_number(one.text):  # seldom; numbers take the longest to compare
        changed = find_number_drift(one, other, alignment)
        numbers = [d for d in changed if _is_vague(d.a_words) and not _is_vague(d.b_words)]
    if not (names or quotes or numbers):
        return ()  # who quotes what the other only reports may have asked the speaker
    lost = find_quote_drift(other, one, align(child.reading, parent.reading))  # on the way back from the child
    retold, unknown = _of(lost, DriftType.QUOTE_TO_PARAPHRASE), _of(lost, DriftType.QUOTE_DROPPED)
    enough = len(names) + len(quotes) + len(numbers) + len(retold) >= LEAST_DIFFERENCES
    if not enough or (earlier and not (numbers or retold or unknown)):
        return ()
    found: list[Evidence] = []
    for drifts, reason in ((names, BETTER_NAME), (numbers, BETTER_NUMBER), (quotes, BETTER_QUOTATION)):
        named = [d for d in drifts if reason != BETTER_NAME or all(w[:1].isupper() for w in d.b_words.split())]
        for drift in named[:_NAMED]:
            found += _pair(other, one, drift.b_span, drift.a_span, reason)
    for drift in (*retold, *(unknown if earlier else ()))[:_NAMED]:
        found += _pair(other, one, drift.a_span, drift.b_span, BETTER_QUOTATION)
    return tuple(found)


def _of(found: Iterable[Drift], kind: DriftType) -> list[Drift]:
    return [drift for drift in found if drift.type is kind]


def _pair(child: Side, parent: Side, better: Span | None, worse: Span | None, reason: str) -> list[Evidence]:
    """Return the words of both sides as evidence, those of the child first."""
    places = ((child, better, reason), (parent, worse, WORSE))
    return [Evidence(side.key, "text", span, span.of(side.text), why) for side, span, why in places if span]


def _is_vague(words: str) -> bool:
    return any(number.vague for number in find_numbers(words, 0, len(words)))
