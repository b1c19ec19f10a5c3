"""Confidence: the probability that an edge is right (both ends and the direction), by the proof that it rests on.

A table by proof, lowered by how sure the two texts are related at all. Set on the development groups and the odd half
of the project's own; nobody looked into the even half. The last column counts an edge only if its kind is right too.
Passing citations count as wrong in the own groups, whose gold lists all; that of the development groups does not.

========== ===== ==== ===== ===== ==== ===== ===== ==== ===== ====
shown      edges mean right edges mean right edges mean right kind
           odd              even             development
========== ================ ================ =====================
0.9 to 1      51 0.92  1.00    56 0.92  1.00   110 0.95  0.95 0.95
0.8 to 0.9    11 0.84  0.91     6 0.83  0.50    45 0.85  0.98 0.93
0.7 to 0.8    29 0.72  1.00    26 0.73  0.85    22 0.73  0.77 0.77
below 0.7     13 0.65  0.77    12 0.65  0.50
========== ===== ==== ===== ===== ==== ===== ===== ==== ===== ====

Of the own groups' 107 edges from 0.9 on, 81 % have their kind right too. ``tests/evaluation`` holds the table to them.
"""

from reader.model.chain import Basis, DerivationKind
from reader.tracing.reuse.kinds import SAME_TEXT
from reader.tracing.reuse.overlap import Reuse

_BASIS = {Basis.CREDIT: 0.97, Basis.TEXT: 0.9, Basis.TIME: 0.83}
TWIN = 0.72
"""A copy that only time directs: another copy may be what it was made of."""
LINKED = 0.85
"""Least probability that two texts are related which passed a bar of ``links``, however little they share."""
CREDITED = 0.94
"""The same where the one credits the other's outlet."""
CARRIES_CREDIT = 0.95
"""Confidence of a copy under the absent outlet that it credits for its text."""
COPY_OF_CARRIER = 0.87
"""The same for a copy without a credit beside one that has it."""
REWORKED = 0.9
"""A reworking under the absent outlet that it names."""
BETTER_SIBLING = 0.6
"""A text with better matter than the reworking, under the same outlet, which it does not name."""
TIED_BY_STORY = 0.85
"""Two documents of one story that share little themselves."""
CITED = 0.85
"""An outlet of the lexicon that is credited for a fact."""
CITED_UNKNOWN = 0.65
"""The same of a name that only the article tells: it may be a programme, or the reporter."""
CITED_THROUGH = 0.7
"""An outlet that another one is said to have cited."""
CITED_BESIDE = 0.6
"""The same where nobody says that: words which one outlet carried, in a story told after the report of another."""
CITED_STORED = 0.8
"""A stored report that is taken for the one which is cited."""


def edge_confidence(reuse: Reuse, basis: Basis, kind: DerivationKind) -> float:
    """Return the confidence of an edge between two stored documents, 0 to 1."""
    related = max(reuse.probability, CREDITED if basis is Basis.CREDIT else LINKED)
    directed = TWIN if basis is Basis.TIME and kind in SAME_TEXT else _BASIS[basis]
    return round(related * directed, 3)


def sibling_confidence(reuse: Reuse) -> float:
    """Return the confidence that two documents of one story are siblings."""
    return round(max(TIED_BY_STORY, reuse.probability), 3)
