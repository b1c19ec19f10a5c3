"""Kinds: whether an article copies, shortens, rewords, sums up or only quotes its source."""

from reader.model.chain import DerivationKind, Relation
from reader.tracing.reuse.overlap import Reuse
from reader.tracing.reuse.profile import Profile

SAME_TEXT = frozenset({DerivationKind.COPY, DerivationKind.PARTIAL})
"""The kinds of an edge along which sentences were taken as they stood."""
VERBATIM = 0.45
"""A child with at least this share of its words in common 5-grams took the text itself."""
SHORT = 0.6
"""A verbatim child with less than this share of the source's words is an excerpt or a digest."""
SUMMED_UP = 0.45
"""A reworded child with less than this share of the source's length sums it up."""
TOLD = 0.365
"""Share of the source's words, by their stems, that a reworded child must tell again; with less it sums up, however
long it is by what it adds. On the development groups and half of the project's own, reworded texts have .30 to .80
(three of 34 lie below), summaries .10 to .49 (two of 22 above)."""
ONLY_QUOTED = 0.28
"""A child whose common words stand in quotations, and which tells less than this of the rest, took only them."""
OF_ITS_OWN = 0.36
"""Share of its own words, by their stems and outside quotation marks, that such a child may have from its source."""
QUOTED_RUN = 5
"""Words of the longest quotation that both must have."""
DIGEST = 0.9
"""The same for a text that lists its sources, as digests do («Source: ...», «via ...»)."""
REWORDED_PER_100 = 2.0
"""Changes inside sentences per 100 words taken over, from which on a verbatim text counts as reworded."""
FAITHFUL = 0.8
"""Share of words in common 5-grams from which a text keeps its source's sentences."""
EDITED = 6
"""Changes that such a text may have less than and still be a copy, however short it is."""
SPUN_PER_100 = 1.55
"""Changes per 100 words from which such a text counts as reworded."""
_SMALL_GAP = 4


def judge_kind(child: Profile, parent: Profile, reuse: Reuse) -> DerivationKind:
    """Return how ``child`` relates to ``parent``, if it derives from it."""
    if reuse.covered >= VERBATIM or (reuse.parent_covered >= SHORT and reuse.covered >= VERBATIM / 2):
        return _verbatim_kind(child, parent, reuse)
    quotes = reuse.quoted >= 0.8 and reuse.figures <= 3 and reuse.longest_quote >= QUOTED_RUN
    own = quotes and _share(child.told_stems, parent.stems) < OF_ITS_OWN
    if own and _share(parent.told_stems, child.told_stems) < ONLY_QUOTED:
        return DerivationKind.QUOTE
    if _share(parent.stems, child.stems) < TOLD:
        return DerivationKind.SUMMARY
    says_so = any(c.relation is Relation.AGGREGATED_SUMMARY for c in child.document.credits)
    if reuse.length < (DIGEST if says_so else SUMMED_UP) * reuse.parent_length:
        return DerivationKind.SUMMARY
    return DerivationKind.REWRITE


def _share(stems: frozenset[str], others: frozenset[str]) -> float:
    return len(stems & others) / max(1, len(stems))


def _verbatim_kind(child: Profile, parent: Profile, reuse: Reuse) -> DerivationKind:
    taken = child.covered_by(parent)
    if reuse.parent_covered < SHORT and reuse.length < SHORT * reuse.parent_length:
        return DerivationKind.PARTIAL if _is_contiguous(parent.covered_by(child)) else DerivationKind.SUMMARY
    return DerivationKind.REWRITE if _is_reworded(reuse, _small_gaps(taken), sum(taken)) else DerivationKind.COPY


def _is_reworded(reuse: Reuse, changes: int, words: int) -> bool:
    """Tell whether the changes inside sentences are too many for an editor's; a few are found in every copy."""
    if reuse.covered >= FAITHFUL:
        return changes >= EDITED and 100 * changes >= SPUN_PER_100 * words
    return 100 * changes >= REWORDED_PER_100 * words


def _is_contiguous(flags: bytearray) -> bool:
    """Tell whether most of what was taken stands in one stretch of the source."""
    runs = [len(run) for run in bytes(flags).split(b"\0") if run]
    return bool(runs) and max(runs) >= 0.85 * sum(runs)


def _small_gaps(flags: bytearray) -> int:
    """Count the gaps of a few words between words that were taken over: reworded places, not inserted lines."""
    gaps = bytes(flags).strip(b"\0").split(b"\x01")
    return sum(1 for gap in gaps if 0 < len(gap) <= _SMALL_GAP)
