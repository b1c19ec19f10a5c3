"""Passives: «S was quoted as saying C», «asked about C», «C was first reported by S»."""

from reader.analysis.contents import clause_end
from reader.analysis.draft import Draft
from reader.analysis.phrases import verb_group_start
from reader.analysis.source_behind import subject_after
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage
from reader.analysis.verbs import is_passive
from reader.lexicon.cues import cue_verbs, words

_SAYING = frozenset({"saying", "telling", "arguing", "claiming", "calling", "describing"})


def read_passive(passage: Passage, start: int, end: int, verb: int) -> Draft | None:
    """Return the attribution by the passive at ``verb`` in the unit ``start`` to ``end``."""
    if verb + 1 >= end:
        return None
    if passage.low[verb] == "asked":
        return _asked(passage, start, end, verb)
    form = cue_verbs()[passage.low[verb]]
    group = verb_group_start(passage, verb, start)
    if not is_passive(passage, verb, group, form):
        return None
    low = passage.low
    if low[verb] in {"quoted", "cited", "recorded", "heard"}:
        said = next(
            (i for i in range(verb + 1, min(end - 2, verb + 12)) if low[i] == "as" and low[i + 1] in _SAYING), None
        )
        if said is None:
            return None
        begin = said + 3 if low[said + 2] in {"that", ":", ","} else said + 2
        cue = [(group, verb + 1), (said, said + 2)] if said > verb + 1 else [(group, said + 2)]
        source = subject_before(passage, verb, start)
        return Draft("quoted-as-saying", cue, source, [(begin, clause_end(passage, begin, end))], verb)
    if low[verb + 1] == "by" and not form.takes.isdisjoint({"clause", "noun", "named", "that"}):
        source = subject_after(passage, verb + 1, end)
        subject = subject_before(passage, verb, start)
        if source is not None and subject is not None and subject[1] <= group:
            return Draft("passive-by", [(group, verb + 2)], source, [subject], verb)
        return None
    if low[verb + 1] == "that" and "clause" in form.takes and verb + 2 < end:
        impersonal = low[group - 1 : group] == ["it"] if group > start else False
        source = None
        stop = clause_end(passage, verb + 2, end)
        if impersonal or "object" in form.takes:
            return Draft("passive-that", [(group, verb + 1)], source, [(verb + 2, stop)], verb)
    return None


def _asked(passage: Passage, start: int, end: int, verb: int) -> Draft | None:
    """Read «Asked about C, S said ...» and «when asked whether C»."""
    low = passage.low
    group = verb_group_start(passage, verb, start)
    fronted = verb == start or low[verb - 1] in {"when", "if", ","}
    if not fronted and not is_passive(passage, verb, group, cue_verbs()["asked"]):
        return None
    at = verb + 1
    source = None
    if low[at] == "by":
        source = subject_after(passage, at, end)
        at = source[1] if source is not None else at
    while at < end and (low[at] in words("adverbs days") or low[at].endswith("ly")):
        at += 1
    if at + 1 >= end or low[at] not in {"about", "whether", "if", "to", "why", "how", "what", "who", "when"}:
        return None
    begin = at + 1 if low[at] == "about" else at
    stop = begin + 1
    while stop < end and not (low[stop] == "," or passage.quote_of[stop] >= 0 or low[stop] in {".", "?", ";", "—"}):
        stop += 1
    return Draft("asked", [(verb, begin if low[at] == "about" else verb + 1)], source, [(begin, stop)], verb)
