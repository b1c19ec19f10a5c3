"""Reporting verbs with their subject: which verb reports, whose it is, and on which side the content stands."""

from reader.analysis.asides import read_aside
from reader.analysis.behind import STRONG, Behind, Opening, read_behind
from reader.analysis.contents import content_behind
from reader.analysis.contents_before import run_on
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import clause_limit, verb_group_start
from reader.analysis.said_after import read_after, read_inverted
from reader.analysis.shared import governed_source, participle_source, shared_source
from reader.analysis.sources import subject_before, subject_before_quotation
from reader.analysis.tokens import Passage
from reader.analysis.verbs import agrees, is_passive, is_plain_enough, is_progressive, is_reporting_verb
from reader.lexicon.cues import Cue, Form, cue_verbs, words
from reader.lexicon.offices import acting_bodies

_NAMES = {
    Opening.QUOTE: "said-before-quotation",
    Opening.COLON: "said-before-quotation",
    Opening.THAT: "said-before-that",
    Opening.CLAUSE: "said-before-clause",
    Opening.WH: "said-before-question",
    Opening.INFINITIVE: "said-before-infinitive",
    Opening.NOUN: "said-before-noun",
    Opening.PREPOSITION: "said-before-topic",
}


def read_said(passage: Passage, units: list[Range], number: int, verb: int, earlier: list[Draft]) -> Draft | None:
    """Return the attribution that the reporting verb at ``verb`` makes in a unit.

    ``earlier``: those that verbs in front of it make in the same unit.
    """
    cue = cue_verbs()[passage.low[verb]]
    start, end = units[number]
    low = _clause_start(passage, start, verb)
    group = verb_group_start(passage, verb, low)
    if not is_reporting_verb(passage, verb, group, low, cue) or is_passive(passage, verb, group, cue):
        return None
    if "it" in cue.takes and passage.low[verb + 1 : verb + 2] != ["it"]:
        return None
    behind = read_behind(passage, verb, cue, end)
    inverted = read_inverted(passage, units, number, verb, cue, group, earlier)
    if inverted is not None:
        return inverted
    source, borrowed = _source(passage, verb, low, start, cue, group, behind, earlier)
    if source is None:
        return None
    if (
        borrowed
        and cue.form in {Form.BASE, Form.PRESENT}
        and not earlier
        and not is_plain_enough(passage, verb, cue, (verb, verb + 1))
    ):
        return None
    if not borrowed:
        if not _is_evidence(passage, cue, source) and not (
            agrees(passage, verb, group, cue, source) and is_plain_enough(passage, verb, cue, source)
        ):
            return None
        aside = read_aside(passage, start, end, verb, behind, source)
        if aside is not None or "it" in cue.takes:
            return aside
        after = read_after(passage, units, number, verb, behind, source, earlier)
        if after is not None:
            return after
    if behind.opening is Opening.NONE:
        return None
    if _is_weak(passage, verb, cue, behind, source, earlier):
        return None
    content, stop = content_behind(passage, behind, clause_limit(passage, source, behind.start, start, end), cue)
    if not content:
        return None
    draft = Draft(
        "shared-subject" if borrowed else _NAMES[behind.opening], [(verb, behind.cue_end)], source, content, verb
    )
    if stop >= end - 1 and not borrowed:
        draft.content += run_on(passage, units, number)
    return draft


def _source(
    passage: Passage, verb: int, low: int, start: int, cue: Cue, group: int, behind: Behind, earlier: list[Draft]
) -> tuple[Range | None, bool]:
    """Return the source and whether it was borrowed from elsewhere in the sentence."""
    before = passage.low[group - 1] if group > low else ""
    if before == "as" and cue.form is Form.GERUND:
        return None, True
    if cue.form is Form.GERUND and not is_progressive(passage, verb, group):
        return participle_source(passage, verb, start, before, behind, earlier), True
    if before in {"and", "but", "or"} or (
        before == "," and group - 1 > low and passage.low[group - 2] in {"and", "but"}
    ):
        return shared_source(passage, verb, start, earlier), True
    if before == "to":
        return governed_source(passage, group, low, sure=behind.opening in STRONG), True
    source = subject_before(passage, verb, low)
    if source is None and group == low and low > start:
        source = subject_before_quotation(passage, start, low)
    if source is None and before in {",", "then"}:
        return shared_source(passage, verb, start, earlier), True
    return source, False


def _clause_start(passage: Passage, start: int, verb: int) -> int:
    """Return the first token behind the last quotation before a verb, or the start of the unit."""
    for index in range(verb - 1, max(start, verb - 60) - 1, -1):
        if passage.quote_of[index] >= 0:
            return index + 1
    return start


def _is_evidence(passage: Passage, cue: Cue, source: Range) -> bool:
    """Tell whether a document or study is said to show something."""
    return "evidence" in cue.takes and not words("evidence_nouns").isdisjoint(passage.low[source[0] : source[1]])


def _is_weak(passage: Passage, verb: int, cue: Cue, behind: Behind, source: Range, earlier: list[Draft]) -> bool:
    """Tell whether a cue has too little to show for it: a noun behind a noun-like form, or inside another claim."""
    if "evidence" in cue.takes and behind.opening is not Opening.THAT and not _is_evidence(passage, cue, source):
        return True
    inside = any(start <= verb < end for draft in earlier for start, end in draft.content)
    if inside and (behind.opening not in STRONG or cue.takes.isdisjoint({"clause", "object"})):
        return True
    if inside and cue.form is Form.GERUND:
        return True
    if behind.opening is Opening.NOUN and passage.titled and cue.lemma in words("noun_first"):
        return True
    if behind.opening in {Opening.NOUN, Opening.PREPOSITION, Opening.INFINITIVE}:
        return cue.form in {Form.BASE, Form.PRESENT} and not (
            passage.is_capital(source[0])
            or passage.low[source[1] - 1] in words("subject_pronouns")
            or passage.low[source[1] - 1] in acting_bodies()
        )
    return False
