"""Inner quotations: «"They told us: 'Count people,'" she said» reports them inside what she says."""

from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import verb_group_start
from reader.analysis.source_behind import subject_after
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage
from reader.analysis.verbs import is_reporting_verb
from reader.lexicon.cues import Form, cue_verbs

_REACH = 6
_SHORTEST = 4
"""Tokens of an inner quotation, marks included; fewer are a word in quotation marks."""


def find_inner(passage: Passage) -> list[Draft]:
    """Return the attributions of quotations that stand inside quotations and have a reporting verb beside them."""
    found: list[Draft] = []
    for start, end in passage.inner:
        if end - start < _SHORTEST or passage.quote_of[start] < 0:
            continue
        low, high = passage.quotations[passage.quote_of[start]]
        low = max(low, passage.sentences[passage.sentence_of[start]][0] - 1)
        draft = _behind_verb(passage, low + 1, (start, end)) or _before_verb(passage, high - 1, (start, end))
        if draft is not None:
            found.append(draft)
    return found


def _verb(passage: Passage, index: int, low: int) -> bool:
    cue = cue_verbs().get(passage.low[index])
    if (
        cue is None
        or cue.lemma == "call"
        or cue.form not in {Form.PAST, Form.PRESENT}
        or cue.takes.isdisjoint({"clause", "quote", "object"})
    ):
        return False
    return is_reporting_verb(passage, index, verb_group_start(passage, index, low), low, cue)


def _behind_verb(passage: Passage, low: int, content: Range) -> Draft | None:
    """Read «they said: 'C'» and «he told me, 'C'»."""
    at = content[0] - 1
    while at > low and passage.low[at] in {",", ":"}:
        at -= 1
    for verb in range(at, max(low, at - _REACH), -1):
        if _verb(passage, verb, low):
            source = subject_before(passage, verb, low)
            return Draft("said-before-quotation", [(verb, verb + 1)], source, [content], verb) if source else None
        if passage.low[verb] in {".", "?", "!", ";"}:
            break
    return None


def _before_verb(passage: Passage, high: int, content: Range) -> Draft | None:
    """Read «'C,' they said» and «'C,' said Brill»."""
    begin = content[1]
    while begin < high and passage.low[begin] == ",":
        begin += 1
    for verb in range(begin, min(high, begin + _REACH)):
        if passage.low[verb] in {".", "?", "!", ";", ","}:
            break
        if _verb(passage, verb, begin):
            source = subject_before(passage, verb, begin) if verb > begin else subject_after(passage, verb, high)
            return Draft("said-after-quotation", [(verb, verb + 1)], source, [content], verb) if source else None
    return None
