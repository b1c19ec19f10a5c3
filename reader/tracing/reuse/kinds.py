"""Kinds: whether an article copies, shortens, rewords, sums up or only quotes its source."""

import math
import re

from reader.model.chain import DerivationKind, Relation
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile

SAME_TEXT = frozenset({DerivationKind.COPY, DerivationKind.PARTIAL})
"""The kinds of an edge along which sentences were taken as they stood."""
VERBATIM = 0.45
"""A child with at least this share of its words in common 5-grams took the text itself."""
SHORT = 0.6
"""A verbatim child with less than this share of the source's words is an excerpt or a digest."""
MOST_OF_IT = 2 / 3
"""Share of the source that a copy keeps."""
ABRIDGED = 0.75
"""Share of the source's length from which on a verbatim child with less of it was changed rather than shortened."""
HALF_OF_IT = 0.5
"""The same share of the source where the child is longer, by what it has of its own."""
FRAMED = 0.8
"""Share of its words that scattered sentences of the source make up in a digest; with less it is a text round them."""
PASSAGE = 2
"""Sentences that the stretches of a digest have at the most on the average: with more of them they are passages. Of the
extracts of the development groups none has more, of the excerpts from several places none has less than 3."""
BLOCK = 40
"""Words in a row by which a text with other news repeats a part of an older one, its background most often."""
WHOLE = 0.8
"""Share of a sentence's words from which it was taken over."""
ONLY_BLOCK = 0.6
"""Share of what it has of the older text at all that it then has word for word."""
RETOLD = (-7.41, 10.93, 2.24, 1.77, 1.51)
"""Logistic regression of reworded against summed up, on the 86 such edges of the development groups and the odd half of
the project's own: 88 % of them are told apart, and 82 % of the 60 of the even half, which nobody looked at."""
_MIDDLING = 250
"""Words of a source up to which that holds. Of a longer one a rewording keeps fewer of the same words, so that what it
keeps speaks louder, by the logarithm: in the odd half of the groups derived from real pages all 22 such edges are told
apart with it, and 20 without."""
ONLY_QUOTED = 0.28
"""A child whose common words stand in quotations, and which tells less than this of the rest, took only them."""
OF_ITS_OWN = 0.36
"""Share of its own words, by their stems and outside quotation marks, that such a child may have from its source."""
QUOTED_RUN = 5
"""Words of the longest quotation that both must have."""
DIGEST = 0.9
"""Share of the source's length below which a text that lists its sources («Source: ...», «via ...») sums it up."""
REWORDED_PER_100 = 2.0
"""Changes inside sentences per 100 words taken over, from which on a verbatim text counts as reworded."""
FAITHFUL = 0.8
"""Share of words in common 5-grams from which a text keeps its source's sentences."""
EDITED = 6
"""Changes that such a text may have less than and still be a copy, however short it is."""
SPUN_PER_100 = 1.55
"""Changes per 100 words from which such a text counts as reworded."""
_SMALL_GAP = 4
_CHANGED = re.compile(rb"(?<=\x01)\0{1,6}(?=\x01)")
"""A few words that differ between words that were taken over."""


def judge_kind(child: Profile, parent: Profile, meter: ReuseMeter, held: int = 0) -> DerivationKind:
    """Return how ``child`` relates to ``parent``, if it derives from it.

    Args:
        child: What was made of it.
        parent: The source, or a reworking of it.
        meter: Measures the two.
        held: Words of the source, if ``parent`` stands for one that is not at hand.
    """
    reuse = meter.measure(child, parent)
    source = held or reuse.parent_length
    if reuse.covered >= VERBATIM or (reuse.parent_covered >= SHORT and reuse.covered >= VERBATIM / 2):
        return _verbatim_kind(child, parent, reuse, source)
    quotes = reuse.quoted >= 0.8 and reuse.figures <= 5 and reuse.longest_quote >= QUOTED_RUN
    own = quotes and _share(child.told_stems, parent.stems) < OF_ITS_OWN
    if own and _share(parent.told_stems, child.told_stems) < ONLY_QUOTED:
        return DerivationKind.QUOTE
    account = meter.account(child, parent)
    if _repeats_a_block(child, parent, reuse, account.told):
        return DerivationKind.PARTIAL
    says_so = any(c.relation is Relation.AGGREGATED_SUMMARY for c in child.document.credits)
    if says_so and reuse.length < DIGEST * source:
        return DerivationKind.SUMMARY
    scale = reuse.parent_length / max(1, source)
    again = _share(parent.stems, child.stems) * scale
    taken = min(1.0, account.told * reuse.length / max(1, source))
    features = (1.0, again, account.told, account.kept * scale, taken)
    retold = sum(a * b for a, b in zip(RETOLD, features, strict=True)) + math.log(max(1.0, source / _MIDDLING))
    return DerivationKind.REWRITE if retold >= 0 else DerivationKind.SUMMARY


def _share(stems: frozenset[str], others: frozenset[str]) -> float:
    return len(stems & others) / max(1, len(stems))


def _repeats_a_block(child: Profile, parent: Profile, reuse: Reuse, told: float) -> bool:
    """Tell whether a text has one long stretch of another as it stood, and hardly more of it."""
    if reuse.length * reuse.covered < BLOCK or reuse.covered < ONLY_BLOCK * told or reuse.quoted > 1 - ONLY_BLOCK:
        return False
    return max(_runs(parent.covered_by(child)), default=0) >= BLOCK and _is_contiguous(parent.covered_by(child))


def _verbatim_kind(child: Profile, parent: Profile, reuse: Reuse, source: int) -> DerivationKind:
    taken, left = child.covered_by(parent), parent.covered_by(child)
    kept = _CHANGED.sub(lambda gap: b"\1" * len(gap[0]), bytes(left)).count(1) / max(1, source)
    length = reuse.length / max(1, source)
    if kept < MOST_OF_IT and (length < ABRIDGED or kept < HALF_OF_IT):
        scattered = length < SHORT and reuse.covered >= FRAMED and not _is_contiguous(left)
        scattered = scattered and _sentences_in_a_row(parent, left) <= PASSAGE
        return DerivationKind.SUMMARY if scattered else DerivationKind.PARTIAL
    return DerivationKind.REWRITE if _is_reworded(reuse, _small_gaps(taken), sum(taken)) else DerivationKind.COPY


def _is_reworded(reuse: Reuse, changes: int, words: int) -> bool:
    """Tell whether the changes inside sentences are too many for an editor's; a few are found in every copy."""
    if reuse.covered >= FAITHFUL:
        return changes >= EDITED and 100 * changes >= SPUN_PER_100 * words
    return 100 * changes >= REWORDED_PER_100 * words


def _is_contiguous(flags: bytearray) -> bool:
    """Tell whether most of what was taken stands in one stretch of the source."""
    runs = _runs(flags)
    return bool(runs) and max(runs) >= 0.85 * sum(runs)


def _sentences_in_a_row(parent: Profile, left: bytearray) -> float:
    """Return how many sentences of the source follow each other where they were taken, on the average."""
    whole = bytes(sum(left[s.first : s.last]) >= WHOLE * (s.last - s.first) for s in parent.sentences)
    runs = _runs(bytearray(whole))
    return sum(runs) / max(1, len(runs))


def _runs(flags: bytearray) -> list[int]:
    """Return the lengths of the stretches that were taken."""
    return [len(run) for run in bytes(flags).split(b"\0") if run]


def _small_gaps(flags: bytearray) -> int:
    """Count the gaps of a few words between words that were taken over: reworded places, not inserted lines."""
    gaps = bytes(flags).strip(b"\0").split(b"\x01")
    return sum(1 for gap in gaps if 0 < len(gap) <= _SMALL_GAP)
