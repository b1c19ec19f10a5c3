"""Quoting somebody: «S was quoted by the Lantern as saying C», «the Lantern quoted S as saying C»."""

from reader.analysis.clauses.contents import clause_end
from reader.analysis.clauses.contents_before import content_before
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import subject_before
from reader.analysis.clauses.verbs import is_passive
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_finite, verb_group_start
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs

SAYING = frozenset({"saying", "telling", "arguing", "claiming", "calling", "describing", "suggesting", "warning"})
"""Participles behind «quoted as»."""
QUOTING = frozenset(
    {"quoted", "quoting", "quotes", "quote", "cited", "citing", "cites", "cite", "recorded", "heard", "reported"}
)
_REACH = 14


def read_quoted(passage: Passage, start: int, end: int, saying: int) -> Draft | None:
    """Return the attribution to whom «as saying» quotes (``saying``: its participle) in a unit."""
    if passage.low[saying] not in SAYING or not _is_saying(passage, start, saying):
        return None
    verb = _governor(passage, max(start, saying - _REACH), saying)
    if verb is None:
        return None
    group = verb_group_start(passage, verb, start)
    subject = subject_before(passage, verb, start)
    content = _content(passage, start, end, saying, subject)
    if not content:
        return None
    if _is_quoted(passage, verb, group):
        cue = [(group, verb + 1), (saying - 1, saying + 1)] if saying - 1 > verb + 1 else [(group, saying + 1)]
        return Draft("quoted-as-saying", cue, subject, content, saying)
    source: Range = (verb + 1, saying - 1 - (passage.low[saying - 2] == ","))
    return (
        Draft("quoted-as-saying", [(saying - 1, saying + 1)], source, content, saying) if verb + 1 < source[1] else None
    )


def read_quoting(passage: Passage, start: int, end: int, verb: int) -> Draft | None:
    """Return the attribution to whom the verb of quoting at ``verb`` makes the reporter; None if none is named."""
    if "as" not in passage.low[verb : verb + _REACH]:
        return None
    saying = next((i for i in range(verb + 2, min(end, verb + _REACH)) if _is_saying(passage, start, i)), None)
    if saying is None or _governor(passage, verb, saying) != verb:
        return None
    group = verb_group_start(passage, verb, start)
    subject = subject_before(passage, verb, start)
    reporter, cue = subject, (verb, verb + 1)
    if _is_quoted(passage, verb, group):
        reporter = subject_after(passage, verb + 1, saying - 1) if passage.low[verb + 1] == "by" else None
        cue = (group, verb + 2)
    content = _content(passage, start, end, saying, subject)
    if content and cue[1] <= saying < content[0][0] and reporter == subject:
        content = [(cue[1], content[-1][1])]  # that of the reporter holds the whole of «S as saying C»
    return Draft("quoted-as-saying", [cue], reporter, content, verb) if reporter is not None and content else None


def _is_saying(passage: Passage, start: int, index: int) -> bool:
    return passage.low[index] in SAYING and index - 2 >= start and passage.low[index - 1] == "as"


def _is_quoted(passage: Passage, verb: int, group: int) -> bool:
    """Tell whether the subject of a verb of quoting is the one quoted: it is in the passive."""
    return is_passive(passage, verb, group, cue_verbs().get(passage.low[verb], cue_verbs()["quoted"]))


def _content(passage: Passage, start: int, end: int, saying: int, subject: Range | None) -> list[Range]:
    """Return what stands behind «as saying», else what stands in front of the subject."""
    low = passage.low
    begin = saying + 1
    if begin < end and low[begin] in {"that", ":", ","}:
        begin += 1
    by = begin < end and low[begin] == "by"  # «C, she was quoted as saying by the Lantern»
    if begin < end and not by and _says_something(passage, begin, end):
        return [(begin, clause_end(passage, begin, end))]
    return content_before(passage, start, subject[0]) if subject is not None else []


def _governor(passage: Passage, start: int, saying: int) -> int | None:
    """Return the verb of quoting in front of «as saying»."""
    for index in range(saying - 2, start - 1, -1):
        if passage.low[index] in QUOTING:
            return index
        if is_finite(passage, index) or passage.low[index] in {".", ";", ":"}:
            return None
    return None


def _says_something(passage: Passage, begin: int, end: int) -> bool:
    return any(passage.is_word(index) for index in range(begin, min(end, begin + 3)))
