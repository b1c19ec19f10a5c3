"""Drift of claims: statements of one text that the other has nowhere.

A statement is a whole sentence without a counterpart, or the part of a sentence behind a conjunction whose words the
other text lacks. What an outlet tells its readers about itself («Readers can write to the Ledger») is none.
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
    a_known = frozenset().union(*alignment.a_stems) if alignment.a_stems else frozenset()
    b_known = frozenset().union(*alignment.b_stems) if alignment.b_stems else frozenset()
    found = []
    for i, span in enumerate(alignment.a_spans):
        if span.of(a.text)[:1] in _QUOTED or _TO_READERS.match(a.text, *span):
            continue  # a quotation that is left out is told as such
        if _is_new(alignment, alignment.a_stems[i], alignment.matrix[i], b_known):
            found.append(make_drift(a, b, DriftType.CLAIM_DROPPED, span, None))
    for j, span in enumerate(alignment.b_spans):
        if _TO_READERS.match(b.text, *span):
            continue
        column = [row[j] for row in alignment.matrix]
        if _is_new(alignment, alignment.b_stems[j], column, a_known):
            found.append(make_drift(a, b, DriftType.CLAIM_ADDED, None, span))
        else:
            found += [
                make_drift(a, b, DriftType.CLAIM_ADDED, None, clause) for clause in _new_clauses(b.text, span, a_known)
            ]
    return found


def _is_new(alignment: Alignment, stems: frozenset[str], similar: Sequence[float], known: frozenset[str]) -> bool:
    best = max(similar, default=0.0)
    if len(stems) < _LEAST_STEMS or best >= _TOLD:
        return False
    if best < _ALONE:
        return True
    return alignment.weight(stems & known) < _KNOWN * alignment.weight(stems)


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
