"""Quoting somebody: «S was quoted by the Lantern as saying C», «the Lantern quoted S as saying C»."""

from reader.analysis.contents import clause_end
from reader.analysis.contents_before import content_before
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_finite, verb_group_start
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage
from reader.analysis.verbs import is_passive
from reader.lexicon.cues import cue_verbs

SAYING = frozenset({"saying", "telling", "arguing", "claiming", "calling", "describing", "suggesting", "warning"})
"""Participles behind «quoted as»."""
_QUOTING = frozenset(
    {"quoted", "quoting", "quotes", "quote", "cited", "citing", "cites", "cite", "recorded", "heard", "reported"}
)
_REACH = 14


def read_quoted(passage: Passage, start: int, end: int, saying: int) -> Draft | None:
    """Return the attribution by «as saying» (``saying``: its participle) in the unit ``start`` to ``end``."""
    low = passage.low
    if low[saying] not in SAYING or saying - 2 < start or low[saying - 1] != "as":
        return None
    verb = _governor(passage, max(start, saying - _REACH), saying - 1)
    if verb is None:
        return None
    begin = saying + 1
    if begin < end and low[begin] in {"that", ":", ","}:
        begin += 1
    if begin < end and low[begin] == "by":
        begin = end  # «C, she was quoted as saying by the Lantern»
    content = [(begin, clause_end(passage, begin, end))] if begin < end and _says_something(passage, begin, end) else []
    group = verb_group_start(passage, verb, start)
    if not is_passive(passage, verb, group, cue_verbs().get(low[verb], cue_verbs()["quoted"])):
        source: Range = (verb + 1, saying - 1)
        cue = [(saying - 1, saying + 1)]
        return Draft("quoted-as-saying", cue, source, content, saying) if source[0] < source[1] and content else None
    subject = subject_before(passage, verb, start)
    if subject is not None and not content:
        content = content_before(passage, start, subject[0])
    if not content:
        return None
    cue = [(group, verb + 1), (saying - 1, saying + 1)] if saying - 1 > verb + 1 else [(group, saying + 1)]
    return Draft("quoted-as-saying", cue, subject, content, saying)


def _governor(passage: Passage, start: int, end: int) -> int | None:
    """Return the verb of quoting in front of «as saying»."""
    for index in range(end - 1, start - 1, -1):
        if passage.low[index] in _QUOTING:
            return index
        if is_finite(passage, index) or passage.low[index] in {".", ";", ":"}:
            return None
    return None


def _says_something(passage: Passage, begin: int, end: int) -> bool:
    return any(passage.is_word(index) for index in range(begin, min(end, begin + 3)))
