"""What a cue is made of: its words, the relation it shows, and how much a name must look like an outlet beside it."""

import re
from typing import NamedTuple

from reader.model.chain import Relation
from reader.tracing.credits.outlet_forms import Likeness

CITES, FIRST, WHOLE = Relation.CITES_REPORT, Relation.FIRST_REPORTED_BY, Relation.REPUBLISHED_FROM
VIA, WIRE = Relation.AGGREGATED_SUMMARY, Relation.WIRE
OPEN, HINT, FORM, KNOWN = Likeness.OPEN, Likeness.HINT, Likeness.FORM, Likeness.KNOWN

GAP = r"(?:\s[\w'’,-]+)"
"""One word between two parts of a cue."""


class Cue(NamedTuple):
    """Words of crediting beside a name."""

    rule: str
    relation: Relation
    least: Likeness
    """The least likeness of the name."""
    start: int
    """Offset in the text at which the crediting words begin (before or at the name)."""
    end: int
    """Offset behind them."""


class Rule(NamedTuple):
    """One kind of cue."""

    rule: str
    relation: Relation
    least: Likeness
    pattern: re.Pattern[str]
    """Matches up to the name (cues before it) or from behind the name on (cues behind it)."""
    last_words: tuple[str, ...] = ()
    """The words with which a cue before a name can end."""


def left(words: str, rule: str, relation: Relation, least: Likeness, pattern: str) -> Rule:
    """Return a cue that stands before a name and ends with one of ``words``."""
    return Rule(rule, relation, least, re.compile(rf"(?:{pattern})\s*$", re.IGNORECASE), tuple(words.split()))


def right(rule: str, relation: Relation, least: Likeness, pattern: str) -> Rule:
    """Return a cue that stands behind a name."""
    return Rule(rule, relation, least, re.compile(pattern, re.IGNORECASE))
