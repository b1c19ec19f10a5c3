"""Reporting verbs with their subject: «S said that C», «"C," S said», «"C," said S», coordinated and participial ones."""

from reader.analysis.contents import Behind, Opening, content_before, content_behind, read_behind, run_on
from reader.analysis.draft import Draft, Range
from reader.analysis.sources import is_verb_group, main_subject, subject_after, subject_before, verb_group_start
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import Cue, Form, cue_verbs, words


def find_said(passage: Passage, units: list[Range], number: int) -> list[Draft]:
    """Return the attributions that a reporting verb makes in one unit."""
    start, end = units[number]
    cues = cue_verbs()
    drafts: list[Draft] = []
    for verb in range(start, end):
        if passage.low[verb] in cues and passage.quote_of[verb] < 0:
            draft = _read(passage, units, number, verb, cues[passage.low[verb]], drafts)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _read(
    passage: Passage, units: list[Range], number: int, verb: int, cue: Cue, earlier: list[Draft]
) -> Draft | None:
    start, end = units[number]
    low = _clause_start(passage, start, verb)
    group = verb_group_start(passage, verb, low)
    if not _is_verb(passage, verb, group, low, cue):
        return None
    if _is_passive(passage, verb, group, cue):
        return None
    behind = read_behind(passage, verb, cue, end)
    inverted = _inverted(passage, units, number, verb, cue, group)
    if inverted is not None:
        return inverted
    source, borrowed = _source(passage, verb, low, start, cue, group, earlier)
    if source is None:
        return None
    before = _before(passage, units, number, source, behind, borrowed)
    if before:
        return _said_after(passage, units, number, verb, behind, source, before)
    content, stop = content_behind(passage, behind, end) if behind.opening is not Opening.NONE else ([], end)
    if not content:
        return None
    rule = {Opening.QUOTE: "said-before-quotation", Opening.COLON: "said-before-quotation"}.get(
        behind.opening, f"said-before-{behind.opening.value}"
    )
    if borrowed:
        rule = "shared-subject"
    draft = Draft(rule, [(verb, behind.cue_end)], source, content, verb)
    if stop >= end - 1 and passage.quote_of[content[-1][1] - 1] >= 0:
        draft.content += run_on(passage, units, number)
    return draft


def _clause_start(passage: Passage, start: int, verb: int) -> int:
    """Return the first token behind the last quotation before a verb, or the start of the unit."""
    for index in range(verb - 1, max(start, verb - 60) - 1, -1):
        if passage.quote_of[index] >= 0:
            return index + 1
    return start


def _is_verb(passage: Passage, verb: int, group: int, low: int, cue: Cue) -> bool:
    """Tell whether a form that may be a noun («report», «claims») stands where a verb stands."""
    if passage.is_capital(verb) and verb > low:
        return False
    before = passage.low[verb - 1] if verb > low else ""
    if cue.form is Form.BASE:
        if before == "to":
            return False
        if group == verb and (before in words("determiners prepositions") or before.endswith("'s")):
            return False
    if cue.form is Form.PRESENT and before in words("determiners prepositions") and before not in words("subject_pronouns"):
        return False
    if cue.form is Form.PRESENT and before.endswith("'s") and "noun" in cue.takes:
        return False
    return True


def _is_passive(passage: Passage, verb: int, group: int, cue: Cue) -> bool:
    if cue.form not in {Form.PAST, Form.PARTICIPLE}:
        return False
    auxiliaries = set(passage.low[group:verb])
    return not auxiliaries.isdisjoint({"was", "were", "is", "are", "been", "being", "be"})


def _inverted(
    passage: Passage, units: list[Range], number: int, verb: int, cue: Cue, group: int
) -> Draft | None:
    """Read «"C," said S»."""
    start, end = units[number]
    if cue.takes.isdisjoint({"clause", "quote", "open"}) or group != verb or cue.form is Form.GERUND:
        return None
    before = passage.low[verb - 1] if verb > start else ""
    quoted = before in QUOTE_MARKS or (before in {",", "—"} and verb > start + 1 and passage.low[verb - 2] in QUOTE_MARKS)
    if not quoted and before != ",":
        return None
    source = subject_after(passage, verb, end)
    if source is None:
        return None
    content = content_before(passage, start, verb)
    if not content:
        return None
    if not quoted and (cue.lemma not in {"say", "write", "report", "add"} or subject_before(passage, verb, start)):
        return None
    draft = Draft("said-inverted", [(verb, verb + 1)], source, content, verb)
    _extend(passage, units, number, draft, source[1])
    return draft


def _extend(passage: Passage, units: list[Range], number: int, draft: Draft, at: int) -> None:
    """Add the second half of a split quotation and the quotations that run on behind it."""
    end = units[number][1]
    index = at
    while index < end and index < at + 40 and passage.quote_of[index] < 0:
        index += 1
    if index < end and passage.quote_of[index] >= 0 and passage.low[index - 1] in {",", ":", ".", ";"}:
        quote = passage.quotations[passage.quote_of[index]]
        if quote[0] == index and not any(passage.low[i] in cue_verbs() for i in range(at, index)):
            draft.content.append(quote)
            index = quote[1]
    if passage.quote_of[draft.content[0][1] - 1] >= 0:
        draft.content += run_on(passage, units, number)


def _source(
    passage: Passage, verb: int, low: int, start: int, cue: Cue, group: int, earlier: list[Draft]
) -> tuple[Range | None, bool]:
    """Return the source and whether it was borrowed from elsewhere in the sentence."""
    before = passage.low[group - 1] if group > low else ""
    if cue.form is Form.GERUND and not _progressive(passage, group, verb):
        return _shared(passage, verb, start, earlier), True
    if before in {"and", "but", "or"} or (before == "," and group - 1 > low and passage.low[group - 2] in {"and", "but"}):
        return _shared(passage, verb, start, earlier), True
    source = subject_before(passage, verb, low)
    if source is None and before in {",", "then"}:
        return _shared(passage, verb, start, earlier), True
    return source, False


def _progressive(passage: Passage, group: int, verb: int) -> bool:
    return any(passage.low[i] in {"was", "were", "is", "are", "been", "be", "'s", "'re"} for i in range(group, verb))


def _shared(passage: Passage, verb: int, start: int, earlier: list[Draft]) -> Range | None:
    """Return the subject that a coordinated or participial cue shares with what stands before it."""
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue[0][0] < verb:
            return draft.source
    return main_subject(passage, verb, start)


def _before(
    passage: Passage, units: list[Range], number: int, source: Range, behind: Behind, borrowed: bool
) -> list[Range]:
    """Return the content in front of «S said», if that is where it stands."""
    start = units[number][0]
    if borrowed:
        return []
    at = source[0]
    quoted = at > start and (
        passage.low[at - 1] in QUOTE_MARKS or (passage.low[at - 1] in {",", "—"} and at - 2 >= start and passage.low[at - 2] in QUOTE_MARKS)
    )
    if quoted and behind.opening is not Opening.THAT:
        return content_before(passage, start, at)
    if behind.opening is Opening.NONE or (behind.opening is Opening.QUOTE and passage.low[at - 1] == "," and at > start):
        if at == start and number and passage.low[at - 1] in QUOTE_MARKS:
            quote = passage.quotations[passage.quote_of[at - 1]]
            return [quote]
        return content_before(passage, start, at)
    return []


def _said_after(
    passage: Passage, units: list[Range], number: int, verb: int, behind: Behind, source: Range, before: list[Range]
) -> Draft:
    draft = Draft("said-after-content", [(verb, behind.cue_end)], source, before, verb)
    _extend(passage, units, number, draft, behind.cue_end)
    return draft
