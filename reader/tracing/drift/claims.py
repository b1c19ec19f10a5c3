"""Drift of claims: statements of one text that the other has nowhere.

A statement is a whole sentence without a counterpart, or the part of a sentence behind a conjunction whose words the
other text lacks. The same matter in other words keeps little more than a name or a figure: two sentences that are most
like each other of all, be it faintly, tell one thing, and a first sentence tells what stands all over the other text.
What an outlet tells its readers about itself («Readers can write to the Ledger») is none.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.shingles import split_words
from reader.text.spans import Span, trim
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.reuse.alignment import Alignment, content_stems

_ALONE = 0.18
"""Similarity below which a sentence has no counterpart."""
_TOLD = 0.3
"""Similarity from which a sentence has one, however much of it is new."""
_KNOWN = 0.45
"""Share of a sentence's weight that the other text as a whole may have, if it is to count as new."""
_KNOWN_OF_FIRST = 0.3
"""The same of the first sentence, which sums up what the other text tells in many."""
_FAINT = 0.1
"""Similarity from which two sentences tell one thing, if neither has one that is more like it.

On the odd groups 165 pairs of sentences are each other's best, 161 of them from here on; 24 of 32 read were reworded.
"""
_LEAST_STEMS = 4
_QUOTED = frozenset('“"„«')
_CLAUSE = re.compile(r",?\s+(?:and that|but that|and|but|while|although|because|after|with)\s+|[;—–]\s+")
_TO_READERS = re.compile(
    r"(?:our |the )?(?:readers|listeners|viewers)\b[^.;]{0,30}?\b(?:can|may|are (?:invited|asked|welcome))\b"
    r"[^.;]{0,30}?\b(?:write|send|submit|contact|e-?mail|call|reply|subscribe|sign up)\b"
    r"|(?:our |the )?(?:readers|listeners|viewers|subscribers)\b[^.;]{0,40}?\b(?:receive|get)\b"
    r"[^.;]{0,30}?\bnewsletters?\b"
    r"|(?:(?:to|please|if you|you (?:can|may))\b[^.;]{0,30}?)?\b(?:contact|e-?mail|write to|follow|send|subscribe to|"
    r"sign up for|unsubscribe from)\b[^.;]{0,30}?(?:\b(?:(?-i:us|our)|newsroom|newsdesk|editors?|newsletters?)\b|@)",
    re.IGNORECASE,
)
"""A sentence in which an outlet addresses its readers: how to write to it, to subscribe, to get its newsletter."""


def find_claim_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the statements that were dropped and those that were added."""
    theirs, ours = _Statements(alignment.a_stems, alignment.matrix), _Statements(alignment.b_stems, alignment.columns)
    found = []
    for i, span in enumerate(alignment.a_spans):
        if span.of(a.text)[:1] in _QUOTED or _TO_READERS.match(a.text, *span):
            continue  # a quotation that is left out is told as such
        if theirs.is_new(i, ours, alignment):
            found.append(make_drift(a, b, DriftType.CLAIM_DROPPED, span, None))
    for j, span in enumerate(alignment.b_spans):
        if _TO_READERS.match(b.text, *span):
            continue
        if ours.is_new(j, theirs, alignment):
            found.append(make_drift(a, b, DriftType.CLAIM_ADDED, None, span))
        else:
            clauses = _new_clauses(b.text, span, theirs.known)
            found += [make_drift(a, b, DriftType.CLAIM_ADDED, None, clause) for clause in clauses]
    return found


class _Statements:
    """The sentences of one text, and which of the other each is most like."""

    def __init__(self, stems: Sequence[frozenset[str]], similar: Sequence[Sequence[float]]) -> None:
        self._stems = stems
        self._best = [max(((s, -k) for k, s in enumerate(row)), default=(0.0, 0)) for row in similar]
        self.known = frozenset[str]().union(*stems)

    def is_new(self, index: int, others: "_Statements", alignment: Alignment) -> bool:
        """Tell whether the other text says nothing of what a sentence says."""
        stems, (best, at) = self._stems[index], self._best[index]
        if len(stems) < _LEAST_STEMS or best >= _TOLD or (best >= _FAINT and others._best[-at][1] == -index):
            return False
        known = alignment.weight(stems & others.known) / alignment.weight(stems)
        if index == 0 and known >= _KNOWN_OF_FIRST:
            return False
        return best < _ALONE or known < _KNOWN


def _new_clauses(text: str, sentence: Span, known: frozenset[str]) -> list[Span]:
    """Return the clauses of a sentence none of whose words the other text has."""
    cuts = [m.start() for m in _CLAUSE.finditer(text, *sentence)]
    found = []
    for start, end in pairwise([*cuts, sentence.end]):
        clause = trim(text, Span(start, end), " ,;—–.")
        stems = content_stems(clause.of(text))
        says_something = not COMMON_WORDS.issuperset(split_words(clause.of(text)))
        if len(stems) >= _LEAST_STEMS and says_something and not stems & known:
            found.append(clause)
    return found
