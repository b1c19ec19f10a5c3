"""Passives: «asked about C», «C was first reported by S», «it was reported that C», «as reported by S»."""

from reader.analysis.contents import clause_end
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import verb_group_start
from reader.analysis.source_behind import subject_after
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage
from reader.analysis.verbs import is_passive
from reader.lexicon.cues import cue_verbs, words


def read_passive(passage: Passage, start: int, end: int, verb: int) -> Draft | None:
    """Return the attribution by the passive at ``verb`` in the unit ``start`` to ``end``."""
    if verb + 1 >= end:
        return None
    if passage.low[verb] == "asked":
        return _asked(passage, start, end, verb)
    form = cue_verbs()[passage.low[verb]]
    group = verb_group_start(passage, verb, start)
    low = passage.low
    if low[verb + 1] == "by" and group > start and low[group - 1] == "as":
        return _as_reported_by(passage, start, end, verb, group)
    if not is_passive(passage, verb, group, form):
        return None
    if (
        low[verb + 1] == "by"
        and form.lemma != "quote"
        and not form.takes.isdisjoint({"clause", "noun", "named", "that"})
    ):
        source = subject_after(passage, verb + 1, end)
        subject = subject_before(passage, verb, start)
        if source is not None and subject is not None and subject[1] <= group:
            return Draft("passive-by", [(group, verb + 2)], source, [subject], verb)
        return None
    that = verb + 1
    while that + 1 < end and low[that] in words("adverbs days"):
        that += 1
    impersonal = group > start and low[group - 1] == "it"
    if low[that] == "that" and "clause" in form.takes and that + 1 < end and (impersonal or "object" in form.takes):
        stop = clause_end(passage, that + 1, end)
        return Draft("passive-that", [(group, verb + 1)], None, [(that + 1, stop)], verb)
    return None


def _as_reported_by(passage: Passage, start: int, end: int, verb: int, group: int) -> Draft | None:
    """Read «as first reported by S, C» and «C, as reported by S»."""
    source = subject_after(passage, verb + 1, end, fronted=True)
    if source is None:
        return None
    content: list[Range] = []
    if group - 2 > start and passage.low[group - 2] == ",":
        content.append((start, group - 2))
    if source[1] + 2 < end and passage.low[source[1]] == ",":
        content.append((source[1] + 1, clause_end(passage, source[1] + 1, end)))
    return Draft("as-said", [(group, verb + 2)], source, content, verb) if content else None


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
