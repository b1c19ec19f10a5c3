"""«This was reported by S», «S said this on Monday», «About this writes S»: what was said stands before.

Common in news translated from Ukrainian and Russian.
"""

from collections.abc import Sequence

from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import subject_before
from reader.analysis.clauses.verbs import is_passive
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_reporting, verb_group_start
from reader.analysis.tokens import Passage, is_line
from reader.lexicon.cues import Cue, Form, words


def read_referring(passage: Passage, start: int, end: int, verb: int, cue: Cue) -> Draft | None:
    """Return the attribution of the sentence before the one of ``start`` to ``end`` in whose place «this» stands."""
    low = passage.low
    fronted = start + (low[start] == "about")
    if "clause" not in cue.takes or (low[fronted] != "this" and low[verb + 1 : verb + 2] != ["this"]):
        return None
    content = _sentence_before(passage, start) if start else _this(passage, fronted, verb)
    if content is None:
        return None
    if low[verb + 1 : verb + 2] == ["this"]:
        alone = verb + 2 >= end or not passage.is_word(verb + 2) or low[verb + 2] in words("prepositions days")
        source = subject_before(passage, verb, start) if alone and cue.form in {Form.PAST, Form.PRESENT} else None
        return Draft("said-after-clause", [(verb, verb + 1)], source, [content], verb) if source is not None else None
    group = verb_group_start(passage, verb, start)
    if group != fronted + 1 or fronted == start:
        by = verb + 1 < end and low[verb + 1] == "by" and is_passive(passage, verb, group, cue)
        if not by or group != fronted + 1:
            return None
        source = subject_after(passage, verb + 1, end)
        return Draft("passive-by", [(group, verb + 2)], source, [content], verb) if source is not None else None
    source = subject_after(passage, verb, end)
    return Draft("said-inverted", [(verb, verb + 1)], source, [content], verb) if source is not None else None


_THIS = ["this"]


def add_referred(passages: Sequence[Passage], found: Sequence[list[Draft]]) -> None:
    """Move, in place, what is said of «this» in the first sentence of a paragraph to the end of the one before it.

    It is dropped where the paragraph before is told by somebody itself.
    """
    for number, drafts in enumerate(found):
        for draft in [d for d in drafts if len(d.content) == 1 and passages[number].low[slice(*d.content[0])] == _THIS]:
            drafts.remove(draft)
            before = passages[number - 1] if number else None
            if before is None or is_line(before) or not before.sentences or found[number - 1]:
                continue
            content = _without_stop(before, *before.sentences[-1])
            found[number - 1].append(Draft(draft.rule, [], draft.source, [content], elsewhere=passages[number]))


def _this(passage: Passage, fronted: int, verb: int) -> Range:
    at = fronted if passage.low[fronted] == "this" else verb + 1
    return (at, at + 1)


def _without_stop(passage: Passage, first: int, last: int) -> Range:
    while last > first + 1 and not passage.is_word(last - 1) and passage.quote_of[last - 1] < 0:
        last -= 1
    return (first, last)


def _sentence_before(passage: Passage, start: int) -> Range | None:
    """Return the sentence that ends at a token, without its full stop; None if it tells itself whose it is."""
    number = passage.sentence_of[start]
    if number == 0:
        return None
    first, last = passage.sentences[number - 1]
    if any(is_reporting(passage, i) or passage.low[i] == "according" for i in range(first, last)):
        return None
    return _without_stop(passage, first, last)
