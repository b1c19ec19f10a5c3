"""Why-not: articles that tell of the same matter and yet took nothing from each other, and what speaks for that.

Whoever counts outlets must know which of them are sources of their own, so that it is said what was looked at: shared
quotations, shared wording, numbers and names.
"""

from reader.tracing.links.sources import in_window
from reader.tracing.reuse.alignment import content_stems
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile

ALIKE = 0.1
"""Share of the weighted words from which two texts tell of one matter. Of 600 pairs of the development pool that tell
of different events none passes this and the next two bounds; of 600 about one large event (a summit) 23 do.
"""
HALF_ALIKE = 0.03
"""The same where the headlines have ``HEADLINE`` words of meaning in common."""
HEADLINE = 2
LEAST = 40
"""Words of running text below which nothing can be said."""
WORDING = 0.03
"""Share of the text in common runs of words below which no wording is shared."""
FEW = 0.5
"""Share of the smaller side's numbers, or of the text's names, below which they are others."""


def reasons_apart(one: Profile, other: Profile, meter: ReuseMeter) -> tuple[str, ...]:
    """Return why two articles without a link are held to be independent, in plain words.

    Empty if they do not tell of the same matter, so that nobody would ask.
    """
    if min(len(one.words), len(other.words)) < LEAST or not in_window(one.document, other.document):
        return ()
    reuse = meter.closest(one, other)
    headline = content_stems(one.article.headline) & content_stems(other.article.headline)
    if reuse.words < (HALF_ALIKE if len(headline) >= HEADLINE else ALIKE):
        return ()
    return tuple(filter(None, (_quotations(one, other), _wording(reuse), _numbers(one, other), _names(reuse))))


def _quotations(one: Profile, other: Profile) -> str:
    common = frozenset(one.document.fingerprint.quotes) & frozenset(other.document.fingerprint.quotes)
    if any(one.quoted) and any(other.quoted) and not common:
        return "no shared quotation"
    return ""


def _wording(reuse: Reuse) -> str:
    return "no shared wording" if reuse.covered < WORDING else "little shared wording"


def _numbers(one: Profile, other: Profile) -> str:
    if not one.figures or not other.figures:
        return ""
    shared = len(one.figures & other.figures) / min(len(one.figures), len(other.figures))
    return "different numbers" if not shared else "mostly different numbers" if shared < FEW else ""


def _names(reuse: Reuse) -> str:
    return "mostly different names" if reuse.foreign_names and reuse.names < FEW else ""
