"""Reporting verbs behind their content: «"C," S said», «"C," said S», «C, S said, C»."""

from reader.analysis.behind import Behind, Opening
from reader.analysis.contents import clause_end, content_behind
from reader.analysis.contents_before import content_before, is_title, run_on
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import FRONTED, is_finite
from reader.analysis.source_behind import subject_after
from reader.analysis.sources import subject_before
from reader.analysis.tokens import Passage
from reader.lexicon.cues import Cue, Form, cue_verbs, words


def read_inverted(
    passage: Passage, units: list[Range], number: int, verb: int, cue: Cue, group: int, earlier: list[Draft]
) -> Draft | None:
    """Read «"C," said S»."""
    start, end = units[number]
    if cue.takes.isdisjoint({"clause", "quote", "open"}) or group != verb or cue.form in {Form.GERUND, Form.BASE}:
        return None
    quoted = _is_quoted(passage, verb, start)
    if not quoted and (
        verb == start or passage.low[verb - 1] != "," or cue.lemma not in {"say", "write", "report", "add"}
    ):
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


def read_after(
    passage: Passage, units: list[Range], number: int, verb: int, behind: Behind, source: Range, earlier: list[Draft]
) -> Draft | None:
    """Read «"C," S said», «C, S said» and «C, S said, C»."""
    start, end = units[number]
    if cue_verbs()[passage.low[verb]].takes.isdisjoint({"clause", "quote", "open", "that"}):
        return None
    at = source[0]
    cue = [(verb, behind.cue_end)]
    last = -1 if _is_other(passage, source, earlier) else _last_cue(earlier)
    if _is_quoted(passage, at, start) and not (
        behind.opening is Opening.THAT and passage.low[behind.cue_end] == "that"
    ):
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
    only_adverbial = passage.low[start] in FRONTED | {"during", "despite", "following", "until"}
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


def _is_quoted(passage: Passage, at: int, start: int) -> bool:
    """Tell whether a quotation ends right before ``at``, at most a comma or dash away."""
    if at > start and passage.low[at - 1] in {",", "—", "–", "-", "--"}:
        at -= 1
    return at > start and passage.quote_of[at - 1] >= 0


def _is_other(passage: Passage, source: Range, earlier: list[Draft]) -> bool:
    """Tell whether a source is somebody else than those before it in the sentence, so that it may report them."""
    if passage.low[source[0]] in words("subject_pronouns"):
        return False
    return all(d.source is None or passage.low[d.source[1] - 1] != passage.low[source[1] - 1] for d in earlier)


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
    joined = (
        passage.low[index - 1] in {"but", "and", "that", "because"}
        and passage.low[at : at + 1] == [","]
        and index - at < 4
    )
    if index < end and joined and passage.quote_of[index] >= 0:
        draft.content.append((index - 1, clause_end(passage, index - 1, end)))
        index = end
    elif index < end and passage.quote_of[index] >= 0 and passage.low[index - 1] in {",", ":", ".", ";"}:
        quote = passage.quotations[passage.quote_of[index]]
        if quote[0] == index and not any(passage.low[i] in cue_verbs() for i in range(at, index)):
            draft.content.append(quote)
            index = quote[1]
    draft.content += run_on(passage, units, number)
