"""Passives: «asked whether C», «C was first reported by S», «it was reported that C», «as reported by S»."""

from functools import cache

from reader.analysis.bodies import head_noun
from reader.analysis.clauses.behind import Opening, read_behind
from reader.analysis.clauses.contents import clause_end, content_behind
from reader.analysis.clauses.contents_before import content_before
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import body_before, subject_before
from reader.analysis.clauses.verbs import is_passive
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import verb_group_start
from reader.analysis.tokens import Passage
from reader.lexicon.cues import PERFECT, Cue, cue_verbs, words
from reader.lexicon.offices import acting_bodies, office_heads, organisation_words

_NOT_SAID_BY = frozenset(
    {"quote", "tell", "inform", "assure", "ask", "remind", "notify", "accuse", "defend", "maintain", "write"}
)
"""Verbs whose subject in the passive is who was told, or what was done («is maintained by the port»)."""


def read_passive(passage: Passage, start: int, end: int, verb: int) -> Draft | None:
    """Return the attribution by the passive at ``verb`` in the unit ``start`` to ``end``."""
    if verb + 1 >= end:
        return None
    if passage.low[verb] == "asked":
        return _asked(passage, start, end, verb)
    low = passage.low
    form = cue_verbs()[low[verb]]
    if form.form not in PERFECT and low[verb + 1] != "by":
        return None
    group = verb_group_start(passage, verb, start)
    if low[verb + 1] == "by" and group > start and low[group - 1] == "as":
        return _as_reported_by(passage, start, end, verb, group)
    if not is_passive(passage, verb, group, form):
        return None
    if form.lemma == "hear":
        return None
    if form.lemma == "understand":
        return _hearsay(passage, start, end, verb, group)
    if (
        low[verb + 1] == "by"
        and form.lemma not in _NOT_SAID_BY
        and words("hedges").isdisjoint(low[group:verb])
        and not form.takes.isdisjoint({"clause", "noun", "named", "that"})
    ):
        source = subject_after(passage, verb + 1, end)
        subject = subject_before(passage, verb, start)
        if source is not None and subject is not None and subject[1] <= group:
            return Draft("passive-by", [(group, verb + 2)], source, [subject], verb)
        return None
    return _hearsay(passage, start, end, verb, group)


def _amid(passage: Passage, start: int, end: int, verb: int, group: int) -> Draft | None:
    """Read «C, it was stated on Friday» and «who, it is said, C»."""
    if verb + 2 < end and passage.low[verb + 1] == ",":
        content = [(verb + 2, clause_end(passage, verb + 2, end))]
    else:
        content = content_before(passage, start, group - 1)
    at = next((i for i in range(verb + 1, min(end - 2, verb + _NEAR)) if passage.low[i : i + 2] == ["at", "the"]), None)
    teller = subject_after(passage, at, end) if at is not None else None
    return Draft("said-amid-clause", [(group, verb + 1)], teller, content, verb) if content else None


def _says_what(form: Cue, opening: Opening) -> bool:
    if "object" in form.takes and opening is Opening.COLON:
        return True
    return opening is Opening.THAT or (form.lemma == "tell" and opening is Opening.CLAUSE)


def _hearsay(passage: Passage, start: int, end: int, verb: int, group: int) -> Draft | None:
    """Read «it was reported on Friday that C», «they were told that C» and «Brill is said to have left»."""
    low = passage.low
    form = cue_verbs()[low[verb]]
    impersonal = group > start and low[group - 1] == "it"
    behind = read_behind(passage, verb, form, end)
    if low[verb + 1] == "by" and "object" in form.takes and not impersonal:
        told = _told_to(passage, start, end, verb, group)
        if told is not None and told.source is not None:
            return told
    if (
        "clause" in form.takes
        and (impersonal or "object" in form.takes)
        and (
            _says_what(form, behind.opening)
            or (impersonal and behind.opening is Opening.CLAUSE and low[verb] in words("hearsay"))
        )
    ):
        stop = clause_end(passage, behind.start, end)
        teller = subject_after(passage, verb + 1, behind.start) if low[verb + 1] == "by" else None
        teller = teller or (body_before(passage, (group - 1, group), start) if impersonal else None)
        return Draft("passive-that", [(group, verb + 1)], teller, [(behind.start, stop)], verb)
    if behind.opening is Opening.INFINITIVE and "object" in form.takes and not impersonal:
        return _told_to(passage, start, end, verb, group)
    if behind.opening is Opening.PREPOSITION and {"object", "of"} <= form.takes:
        topic = content_behind(passage, behind, end, form)[0]  # «were warned about a crack»
        return Draft("passive-that", [(group, behind.cue_end)], None, topic, verb) if topic else None
    if "clause" in form.takes and (low[verb] in words("hearsay") or low[verb] in _STATED):
        comma = next((i for i in range(verb + 1, min(end - 2, verb + 6)) if low[i] == ","), None)
        if group - 1 == start and low[start] == "as" and comma is not None:
            content = [(comma + 1, clause_end(passage, comma + 1, end))]
            return Draft("as-said", [(group, verb + 1)], None, content, verb)
        if impersonal and group - 2 > start and low[group - 2] == "," and behind.opening is Opening.NONE:
            return _amid(passage, start, end, verb, group)
    present = low[group] in {"is", "are", "was", "were"} and low[verb] in words("hearsay")
    if not present or verb + 2 >= end or low[verb + 1] != "to" or impersonal:
        return None
    subject = subject_before(passage, verb, start)
    if subject is None or low[subject[1] - 1] in {"who", "which", "that"}:
        return None
    return Draft(
        "passive-to", [(group, verb + 1)], None, [subject, (verb + 1, clause_end(passage, verb + 1, end))], verb
    )


def _told_to(passage: Passage, start: int, end: int, verb: int, group: int) -> Draft | None:
    """Read «staff were told to leave» and «drivers were urged to turn back»: who is to act is part of what is urged.

    Who told them stands behind «by», before or after what they were told.
    """
    low, told = passage.low, cue_verbs()[passage.low[verb]].lemma == "tell"
    teller = _teller(passage, verb + 1, end) if low[verb + 1] == "by" else None
    behind = teller[1] if teller is not None else verb + 1
    to = next((i for i in range(behind, min(end - 1, behind + _NEAR)) if low[i] == "to"), None)
    subject = subject_before(passage, verb, start)
    if to is None or (subject is None and not told) or not words("negations").isdisjoint(low[group:verb]):
        return None
    begin = to - (low[to - 1] == "not")
    stop = clause_end(passage, begin, end)
    if teller is None:
        by = next((i for i in range(to + 2, stop - 1) if low[i] == "by" and passage.quote_of[i] < 0), stop)
        teller = _teller(passage, by, stop) if by < stop else None
        stop = by if teller is not None else stop
    content = [subject, (begin, stop)] if subject is not None and not told else [(begin, stop)]
    return Draft("passive-that", [(group, verb + 1)], teller, content, verb)


def _teller(passage: Passage, by: int, end: int) -> Range | None:
    """Return who told it behind «by»; None if a time or a means stands there («by Friday», «by the back door»)."""
    phrase = subject_after(passage, by, end)
    if phrase is None:
        return None
    head = head_noun(passage, phrase)
    named = passage.is_capital(phrase[0]) and passage.low[phrase[0]] not in words("days months")
    return phrase if named or not _tellers().isdisjoint((head, head.removesuffix("s"))) else None


@cache
def _tellers() -> frozenset[str]:
    return acting_bodies() | organisation_words() | office_heads() | words("persons tellers")


_STATED = frozenset({"stated", "announced", "noted"})
"""Verbs that tell hearsay only behind «as» and «it was»."""


_NEAR = 6


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
    """Read «Asked whether C, S said ...» and «when asked whether C»."""
    low = passage.low
    group = verb_group_start(passage, verb, start)
    fronted = verb == start or low[verb - 1] in {"when", "if", ","}
    denied = not words("negations").isdisjoint(low[group:verb])
    if not fronted and (denied or not is_passive(passage, verb, group, cue_verbs()["asked"])):
        return None
    at = verb + 1
    source = None
    if low[at] == "by":
        source = subject_after(passage, at, end)
        at = source[1] if source is not None else at
    while at < end and (low[at] in words("adverbs days") or low[at].endswith("ly")):
        at += 1
    if at + 1 >= end or low[at] not in {"whether", "if", "to", "why", "how", "what", "who", "when"}:
        return None
    begin = at
    stop = begin + 1
    while stop < end and not (low[stop] == "," or passage.quote_of[stop] >= 0 or low[stop] in {".", "?", ";", "—"}):
        stop += 1
    return Draft("asked", [(verb, verb + 1)], source, [(begin, stop)], verb)
