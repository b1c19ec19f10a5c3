"""Betterment: whether a text holds matter that its supposed source lacks, so that both must have it from elsewhere."""

from reader.tracing.alignment import Alignment
from reader.tracing.changes import Side
from reader.tracing.drift_names import find_name_drift
from reader.tracing.drift_quotes import find_quote_drift
from reader.tracing.profile import Profile

LEAST_DIFFERENCES = 3
"""Names and quotations that must stand differently: one may be a slip of the later text."""


def has_better_matter(child: Profile, parent: Profile) -> bool:
    """Tell whether ``child`` has names and quotations in a form that it can hardly have from ``parent``.

    Asked only where ``parent`` is itself a reworking of a text that is not stored: then the words that the two do not
    share were changed on the way to the one or to the other, and a text that nobody credits is the nearer guess.
    """
    one, other = Side(parent.document, parent.reading), Side(child.document, child.reading)
    alignment = Alignment(parent.reading, child.reading)
    names = find_name_drift(one, other, alignment)
    quotes = [d for d in find_quote_drift(one, other, alignment) if d.b_span and d.type.value == "quote"]
    return len(names) + len(quotes) >= LEAST_DIFFERENCES
