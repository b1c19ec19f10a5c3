"""Betterment: whether a text holds matter that its supposed source lacks, so that both must have it from elsewhere.

What counts is the same fact in a better form: a name or a quotation that stands otherwise, an exact number for a vague
one, the words themselves for a paraphrase. Facts that only the later text has prove nothing: a follow-up adds them to
what it copies.
"""

from collections.abc import Iterable

from reader.model.chain import Drift, DriftType
from reader.text.numbers import find_numbers
from reader.tracing.drift.changes import Side
from reader.tracing.drift.names import find_name_drift
from reader.tracing.drift.numbers import find_number_drift
from reader.tracing.drift.quotes import find_quote_drift
from reader.tracing.reuse.alignment import Alignment
from reader.tracing.reuse.profile import Profile

LEAST_DIFFERENCES = 3
"""Facts that must stand differently: one may be a slip of the later text."""


def has_better_matter(child: Profile, parent: Profile, *, earlier: bool = False) -> bool:
    """Tell whether ``child`` has facts in a form that it can hardly have from ``parent``.

    Args:
        child: The text that may have been made of the other.
        parent: Its supposed source.
        earlier: Whether ``parent`` is known to be the earlier. Then names and quotations that differ may have been
            spoilt in ``child``, so that something must also be better in it beyond doubt: a number that is exact, words
            that are quoted. Without it they suffice, and a text that nobody credits is the nearer guess.
    """
    one, other = Side(parent.document, parent.reading), Side(child.document, child.reading)
    alignment = Alignment(parent.reading, child.reading)
    differing = len(find_name_drift(one, other, alignment))
    differing += _count(find_quote_drift(one, other, alignment), DriftType.QUOTE)
    exact = sum(_is_vague(d.a_words) and not _is_vague(d.b_words) for d in find_number_drift(one, other, alignment))
    if not differing + exact:
        return False  # who quotes what the other only reports may have asked the speaker
    lost = find_quote_drift(other, one, Alignment(child.reading, parent.reading))  # on the way back from the child
    better = exact + _count(lost, DriftType.QUOTE_TO_PARAPHRASE)
    more = _count(lost, DriftType.QUOTE_DROPPED)
    return differing + better >= LEAST_DIFFERENCES and (not earlier or better + more > 0)


def _count(found: Iterable[Drift], kind: DriftType) -> int:
    return sum(drift.type is kind for drift in found)


def _is_vague(words: str) -> bool:
    return any(number.vague for number in find_numbers(words, 0, len(words)))
