"""Reporting verbs with their subject: «S said that C», «"C," S said», «"C," said S», coordinated and participial ones."""

from reader.analysis.contents import Behind, Opening, clause_end, content_before, content_behind, is_title, read_behind, run_on
from reader.analysis.draft import Draft, Range
from reader.analysis.sources import (
    is_finite,
    main_subject,
    subject_after,
    subject_before,
    subject_before_quotation,
    verb_group_start,
)
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.analysis.verbs import agrees, is_passive, is_plain_enough, is_progressive, is_reporting_verb
from reader.lexicon.cues import Cue, Form, cue_verbs, words

_STRONG = {Opening.THAT, Opening.QUOTE, Opening.CLAUSE, Opening.COLON, Opening.WH}
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
    inverted = _inverted(passage, units, number, verb, cue, group, earlier)
    if inverted is not None:
        return inverted
    source, borrowed = _source(passage, verb, low, start, cue, group, behind, earlier)
    if source is None:
        return None
    if not borrowed:
        if not _is_evidence(passage, cue, source) and not (
            agrees(passage, verb, group, cue, source) and is_plain_enough(passage, verb, cue, source)
        ):
            return None
        aside = _as_said(passage, start, end, verb, behind, source)
        if aside is not None or "it" in cue.takes:
            return aside
        after = _said_after(passage, units, number, verb, behind, source, earlier)
        if after is not None:
            return after
    if behind.opening is Opening.NONE:
        return None
    if _is_weak(passage, verb, cue, behind, source, earlier):
        return None
    content, stop = content_behind(passage, behind, _clause_limit(passage, source, behind, start, end), cue)
    if not content:
        return None
    draft = Draft("shared-subject" if borrowed else _NAMES[behind.opening], [(verb, behind.cue_end)], source, content, verb)
    if stop >= end - 1 and not borrowed:
        draft.content += run_on(passage, units, number)
    return draft


_FRONTED = frozenset(
    {"while", "although", "though", "when", "after", "before", "as", "since", "if", "because", "once", "whereas"}
)


def _clause_limit(passage: Passage, source: Range, behind: Behind, start: int, end: int) -> int:
    """Return where the clause of a cue ends at the latest, if it is a fronted or relative clause of the sentence."""
    low = passage.low
    relative = low[source[1] - 1] in {"who", "which", "that"}
    fronted = any(low[i] in _FRONTED for i in (source[0] - 1, start, start + 1) if start <= i < source[0]) and source[0] - start < 12
    if not relative and not fronted:
        return end
    for index in range(behind.start + 1, min(end, behind.start + 80) - 1):
        if low[index] != "," or passage.quote_of[index] >= 0:
            continue
        following = low[index + 1]
        if relative and is_finite(passage, index + 1):
            return index
        if fronted and (following in words("clause_starts") or passage.is_capital(index + 1)):
            return index
    return end


def _is_evidence(passage: Passage, cue: Cue, source: Range) -> bool:
    """Tell whether a document or study is said to show something."""
    return "evidence" in cue.takes and not words("evidence_nouns").isdisjoint(passage.low[source[0] : source[1]])


def _as_said(passage: Passage, start: int, end: int, verb: int, behind: Behind, source: Range) -> Draft | None:
    """Read «C, as S noted» and «as S put it, C»."""
    low = passage.low
    at = source[0] - 1
    if at < start or low[at] != "as":
        return None
    cue = cue_verbs()[low[verb]]
    told = behind.start >= end or low[behind.start] in {",", ".", "—", ":"} or passage.quote_of[behind.start] >= 0
    if "it" not in cue.takes and ("clause" not in cue.takes or behind.opening not in {Opening.NONE, Opening.QUOTE} or not told):
        return None
    stop = verb + 2 if low[verb + 1 : verb + 2] == ["it"] else behind.cue_end
    while stop < end and low[stop] not in {",", ".", ":", "—"} and passage.quote_of[stop] < 0 and stop < verb + 12:
        stop += 1
    content: list[Range] = []
    if at > start and low[at - 1] in {",", "—"}:
        content.append((start, at - 1))
    elif at > start:
        return None
    if stop < end - 1 and low[stop] in {",", ":", "—"}:
        rest = clause_end(passage, stop + 1, end)
        if rest > stop + 1:
            content.append((stop + 1, rest))
    return Draft("as-said", [(verb, behind.cue_end)], source, content, verb) if content else None


def _is_weak(passage: Passage, verb: int, cue: Cue, behind: Behind, source: Range, earlier: list[Draft]) -> bool:
    """Tell whether a cue has too little to show for it: a noun behind a noun-like form, or inside another claim."""
    if "evidence" in cue.takes and behind.opening is not Opening.THAT and not _is_evidence(passage, cue, source):
        return True
    inside = any(start <= verb < end for draft in earlier for start, end in draft.content)
    if inside and (behind.opening not in _STRONG or cue.takes.isdisjoint({"clause", "object"})):
        return True
    if inside and cue.form is Form.GERUND:
        return True
    if behind.opening in {Opening.NOUN, Opening.PREPOSITION, Opening.INFINITIVE}:
        return cue.form in {Form.BASE, Form.PRESENT} and not (
            passage.is_capital(source[0]) or passage.low[source[1] - 1] in words("subject_pronouns")
        )
    return False


def _clause_start(passage: Passage, start: int, verb: int) -> int:
    """Return the first token behind the last quotation before a verb, or the start of the unit."""
    for index in range(verb - 1, max(start, verb - 60) - 1, -1):
        if passage.quote_of[index] >= 0:
            return index + 1
    return start


def _is_quoted(passage: Passage, at: int, start: int) -> bool:
    """Tell whether a quotation ends right before ``at``, at most a comma or dash away."""
    if at > start and passage.low[at - 1] in {",", "—", "–", "-", "--"}:
        at -= 1
    return at > start and passage.quote_of[at - 1] >= 0


def _inverted(
    passage: Passage, units: list[Range], number: int, verb: int, cue: Cue, group: int, earlier: list[Draft]
) -> Draft | None:
    """Read «"C," said S»."""
    start, end = units[number]
    if cue.takes.isdisjoint({"clause", "quote", "open"}) or group != verb or cue.form in {Form.GERUND, Form.BASE}:
        return None
    quoted = _is_quoted(passage, verb, start)
    if not quoted and (verb == start or passage.low[verb - 1] != "," or cue.lemma not in {"say", "write", "report", "add"}):
        return None
    source = subject_after(passage, verb, end)
    if source is None:
        return None
    amid = not quoted and source[1] + 1 < end and passage.low[source[1]] == "," and is_finite(passage, source[1] + 1)
    if not quoted and not amid and subject_before(passage, verb, start):
        return None
    if source[1] < end and is_finite(passage, source[1]):
        return None
    last = -1 if _is_other(passage, source, earlier) else _last_cue(earlier)
    content = content_before(passage, start, verb, last, loose=amid)
    if not content:
        return None
    if amid:
        content.append((source[1] + 1, clause_end(passage, source[1] + 1, end)))
    _truncate(earlier, content[0][0], content[-1][1])
    draft = Draft("said-inverted", [(verb, verb + 1)], source, content, verb)
    _extend(passage, units, number, draft, source[1])
    return draft


def _is_other(passage: Passage, source: Range, earlier: list[Draft]) -> bool:
    """Tell whether a source is somebody else than those before it in the sentence, so that it may report them."""
    if passage.low[source[0]] in words("subject_pronouns"):
        return False
    return all(
        d.source is None or passage.low[d.source[1] - 1] != passage.low[source[1] - 1] for d in earlier
    )


def _truncate(earlier: list[Draft], start: int, end: int) -> None:
    """End the contents of cues that lie inside a content where that content ends."""
    for draft in earlier:
        if start <= draft.verb < end:
            draft.content = [(a, min(b, end)) for a, b in draft.content if a < end] or draft.content


def _last_cue(earlier: list[Draft]) -> int:
    return max((draft.cue[-1][1] for draft in earlier), default=-1)


def _extend(passage: Passage, units: list[Range], number: int, draft: Draft, at: int) -> None:
    """Add the second half of a split quotation and the quotations that run on behind it."""
    end = units[number][1]
    index = at
    while index < end and index < at + 40 and passage.quote_of[index] < 0:
        index += 1
    joined = passage.low[index - 1] in {"but", "and", "that", "because"} and passage.low[at : at + 1] == [","] and index - at < 4
    if index < end and joined and passage.quote_of[index] >= 0:
        draft.content.append((index - 1, clause_end(passage, index - 1, end)))
        index = end
    elif index < end and passage.quote_of[index] >= 0 and passage.low[index - 1] in {",", ":", ".", ";"}:
        quote = passage.quotations[passage.quote_of[index]]
        if quote[0] == index and not any(passage.low[i] in cue_verbs() for i in range(at, index)):
            draft.content.append(quote)
            index = quote[1]
    draft.content += run_on(passage, units, number)


def _source(
    passage: Passage, verb: int, low: int, start: int, cue: Cue, group: int, behind: Behind, earlier: list[Draft]
) -> tuple[Range | None, bool]:
    """Return the source and whether it was borrowed from elsewhere in the sentence."""
    before = passage.low[group - 1] if group > low else ""
    if before == "as" and cue.form is Form.GERUND:
        return None, True
    if cue.form is Form.GERUND and not is_progressive(passage, verb, group):
        return _participle_source(passage, verb, start, before, behind, earlier), True
    if before in {"and", "but", "or"} or (before == "," and group - 1 > low and passage.low[group - 2] in {"and", "but"}):
        return _shared(passage, verb, start, earlier), True
    if before == "to":
        return _governed_source(passage, group, low, sure=behind.opening in _STRONG), False
    source = subject_before(passage, verb, low)
    if source is None and group == low and low > start:
        source = subject_before_quotation(passage, start, low)
    if source is None and before in {",", "then"}:
        return _shared(passage, verb, start, earlier), True
    return source, False


_GOVERNORS = frozenset(
    """went goes going go continues continued continue began begins seemed seems appeared appears managed tried tries
    took takes used uses wants wanted declined refused failed came rose""".split()
)


_GOING_ON = frozenset({"went", "goes", "continues", "continued", "began"})


def _governed_source(passage: Passage, group: int, low: int, *, sure: bool) -> Range | None:
    """Return the subject of «went on to say», «continues to insist»; without a clause behind, only of verbs of going on."""
    for index in range(group - 2, max(low, group - 7) - 1, -1):
        if passage.low[index] in (_GOVERNORS if sure else _GOING_ON):
            return subject_before(passage, index, low)
        if passage.low[index] in {",", ";", ":"}:
            break
    return None


def _participle_source(
    passage: Passage, verb: int, start: int, before: str, behind: Behind, earlier: list[Draft]
) -> Range | None:
    """Return whose saying a participle tells: the subject of the sentence («..., adding that C»)."""
    if before in words("prepositions") and (before not in {"by", "after", "before", "while", "in"} or behind.opening not in _STRONG):
        return None
    if before not in {",", "", "and", "—", "–"} and behind.opening not in _STRONG:
        return None
    return _shared(passage, verb, start, earlier)


def _shared(passage: Passage, verb: int, start: int, earlier: list[Draft]) -> Range | None:
    """Return the subject that a coordinated or participial cue shares with what stands before it."""
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue[0][0] < verb:
            return draft.source
    return main_subject(passage, verb, start)


def _said_after(
    passage: Passage, units: list[Range], number: int, verb: int, behind: Behind, source: Range, earlier: list[Draft]
) -> Draft | None:
    """Read «"C," S said», «C, S said» and «C, S said, C»."""
    start, end = units[number]
    if cue_verbs()[passage.low[verb]].takes.isdisjoint({"clause", "quote", "open", "that"}):
        return None
    at = source[0]
    cue = [(verb, behind.cue_end)]
    last = -1 if _is_other(passage, source, earlier) else _last_cue(earlier)
    if _is_quoted(passage, at, start) and not (behind.opening is Opening.THAT and passage.low[behind.cue_end] == "that"):
        before = content_before(passage, start, at, last)
        titled = before and is_title(passage, *passage.quotations[passage.quote_of[before[-1][1] - 1]])
        if before and not (behind.opening is not Opening.NONE and titled):
            _truncate(earlier, before[0][0], before[-1][1])
            draft = Draft("said-after-quotation", cue, source, before, verb)
            _extend(passage, units, number, draft, behind.cue_end)
            return draft
        return None
    if at == start and number and behind.opening is Opening.NONE and passage.quote_of[at - 1] >= 0:
        draft = Draft("said-after-quotation", cue, source, [passage.quotations[passage.quote_of[at - 1]]], verb)
        _extend(passage, units, number, draft, behind.cue_end)
        return draft
    if at == start or passage.low[at - 1] not in {",", "—", "–"}:
        return None
    if passage.low[at] in {"which", "whom", "whose", "what"} and source[1] - at > 1:
        return None
    only_adverbial = passage.low[start] in _FRONTED | {"during", "despite", "following", "until"}
    if only_adverbial and "," not in passage.low[start : at - 1]:
        return None
    if behind.opening is not Opening.NONE and not _is_parenthesis(passage, behind, end):
        return None
    before = content_before(passage, start, at, last, loose=_is_parenthesis(passage, behind, end))
    if not before:
        return None
    _truncate(earlier, before[0][0], before[-1][1])
    draft = Draft("said-after-clause", cue, source, before, verb)
    comma = _parenthesis_end(passage, behind, end)
    if comma is not None:
        rest = content_behind(passage, Behind(Opening.CLAUSE, comma + 1, behind.cue_end), end, None)[0]
        draft.content += rest
        draft.rule = "said-amid-clause"
    draft.content += run_on(passage, units, number)
    return draft


def _is_parenthesis(passage: Passage, behind: Behind, end: int) -> bool:
    """Tell whether the sentence goes on behind «, S said,»."""
    return _parenthesis_end(passage, behind, end) is not None


def _parenthesis_end(passage: Passage, behind: Behind, end: int) -> int | None:
    """Return the comma behind which the sentence goes on after «, S said from the stage,»."""
    at = behind.start if behind.opening is Opening.NONE else behind.cue_end
    if at < end and passage.low[at] != "," and behind.opening is Opening.NONE:
        comma = next((i for i in range(at, min(end - 1, at + 9)) if passage.low[i] == ","), None)
        if comma is None or not is_finite(passage, comma + 1) or any(is_finite(passage, i) for i in range(at, comma)):
            return None
        return comma
    return at if _goes_on(passage, at, end) else None


def _goes_on(passage: Passage, at: int, end: int) -> bool:
    """Tell whether the content goes on behind a comma at ``at``."""
    if at + 2 >= end or passage.low[at] != ",":
        return False
    following = passage.low[at + 1]
    if passage.quote_of[at + 1] >= 0 and at + 2 < end and passage.is_capital(at + 2):
        return False
    cue = cue_verbs().get(following)
    return following not in {"according", "citing"} and (cue is None or cue.form is not Form.GERUND)


