"""Reporting cues: which word forms attribute, what each verb takes, and the small word classes around them.

The verbs stand in ``cue_verbs.txt`` beside this file. Their choice follows word counts in news text that were made for
this project (precision of a form as a cue outside quotation marks >= 0.5 at four or more uses), widened by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reader.lexicon.sections import read_lines, read_sections


class Form(StrEnum):
    """Inflection of a cue."""

    BASE = "base"
    PRESENT = "present"
    """Third person singular («says»)."""
    PAST = "past"
    PARTICIPLE = "participle"
    """A past participle that differs from the past («written», «shown»)."""
    GERUND = "gerund"
    """«saying»."""


FINITE = frozenset({Form.PAST, Form.PRESENT})
PLAIN = frozenset({Form.BASE, Form.PRESENT})
"""Forms that may be those of a noun too («claim», «states»)."""
PERFECT = frozenset({Form.PAST, Form.PARTICIPLE})
"""Forms behind «was» and «has»."""


@dataclass(slots=True, eq=False)
class Cue:
    """A word form that can attribute; nobody changes it (frozen, it would take a millisecond more to load them all)."""

    lemma: str
    form: Form
    takes: frozenset[str]
    """What follows it: ``clause``, ``that``, ``quote``, ``object``, ``wh``, ``to``, ``noun``, ``as``, ``named``,
    ``open``, ``evidence`` or prepositions; see the head of ``cue_verbs.txt``."""


_IRREGULAR: Mapping[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "put": ("put", "put"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "read": ("read", "read"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "sing": ("sang", "sung"),
    "begin": ("began", "begun"),
    "forecast": ("forecast", "forecast"),
    "sneer": ("sneered", "sneered"),
    "refer": ("referred", "referred"),
    "admit": ("admitted", "admitted"),
    "rebut": ("rebutted", "rebutted"),
    "rebuff": ("rebuffed", "rebuffed"),
    "rebuke": ("rebuked", "rebuked"),
    "slam": ("slammed", "slammed"),
    "quip": ("quipped", "quipped"),
    "brag": ("bragged", "bragged"),
    "beg": ("begged", "begged"),
    "dub": ("dubbed", "dubbed"),
    "pan": ("panned", "panned"),
    "hit": ("hit", "hit"),
    "understand": ("understood", "understood"),
    "hear": ("heard", "heard"),
    "grin": ("grinned", "grinned"),
    "shrug": ("shrugged", "shrugged"),
    "sob": ("sobbed", "sobbed"),
    "sum": ("summed", "summed"),
    "snap": ("snapped", "snapped"),
    "blog": ("blogged", "blogged"),
    "chat": ("chatted", "chatted"),
}
_DOUBLED = {lemma: past[:-2] for lemma, (past, _) in _IRREGULAR.items() if past == lemma + lemma[-1] + "ed"}
_VOWELS = "aeiou"


def _inflect(lemma: str) -> list[tuple[str, Form]]:
    """Return the forms of a verb; two of one spelling are given once, the finite one."""
    consonant_y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    if consonant_y:
        present, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
        past = lemma + ("d" if lemma.endswith("e") else "ed")
    stem = _DOUBLED.get(lemma, lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma)
    past, participle = _IRREGULAR.get(lemma, (past, past))
    forms = {lemma: Form.BASE, stem + "ing": Form.GERUND, present: Form.PRESENT, participle: Form.PARTICIPLE}
    forms[past] = Form.PAST
    return list(forms.items())


@cache
def cue_verbs() -> Mapping[str, Cue]:
    """Return every reporting word form, in small letters."""
    cues: dict[str, Cue] = {}
    for line in read_lines("cue_verbs.txt"):
        lemma, *words_behind = line.split()
        takes = frozenset(words_behind)
        for spelling, form in _inflect(lemma):
            if spelling not in cues:
                cues[spelling] = Cue(lemma, form, takes)
    return cues


@cache
def words(names: str) -> frozenset[str]:
    """Return the words of the classes called ``names`` (several separated by a space) in ``word_classes.txt``."""
    classes = read_sections("word_classes.txt")
    return frozenset[str]().union(*(classes[name] for name in names.split()))
