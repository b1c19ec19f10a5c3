"""Reporting verbs behind their content: «"C," S said», «"C," said S», «C, S said, C»."""

from reader.analysis.bodies import ARTICLES, is_plural
from reader.analysis.clauses.adjuncts import behind_adjuncts
from reader.analysis.clauses.behind import Behind, Opening
from reader.analysis.clauses.contents import clause_end, content_behind
from reader.analysis.clauses.contents_before import content_before, run_on
from reader.analysis.clauses.reading import Reading, Unit
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import subject_before
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import FRONTED, is_finite, is_title
from reader.analysis.rules.shared import can_speak
from reader.analysis.tokens import Passage
from reader.lexicon.cues import FINITE, Form, cue_verbs, words

_INVERTIBLE = frozenset({"say", "write", "report", "add"})
"""Verbs that stand before their subject even where no quotation precedes («The road is open, said Brill»)."""
_TELLING = _INVERTIBLE | frozenset(
    {"tell", "confirm", "warn", "announce", "explain", "claim", "insist", "argue", "note", "inform", "state"}
)
"""Verbs in front of which a sentence is believed to be told even if no verb of it is recognised."""
_ANSWERING = _INVERTIBLE | {"ask", "answer", "reply"}
_SHORTEST = 7
"""Tokens of an answer that need be no clause («From the shore, he said.»)."""
LONGEST_LINE = 30
"""Tokens of a headline."""
_ADVERBIALS = FRONTED | {"during", "despite", "following", "until", "to", "asked", "pressed", "questioned"}
"""Words that open an adverbial: «After the vote, Brill left» says nothing in front of the comma."""


def read_inverted(reading: Reading) -> Draft | None:
    """Read «"C," said S»."""
    passage, start, end, verb, cue = reading.passage, reading.start, reading.end, reading.verb, reading.cue
    if reading.group != verb or cue.takes.isdisjoint({"clause", "quote", "open"}) or cue.form is Form.GERUND:
        return None
    quoted = _is_quoted(passage, verb, start)
    if not quoted and (verb == start or passage.low[verb - 1] != "," or "clause" not in cue.takes):
        return None
    line = passage.low[-1] not in {".", "?", "!"} and passage.size < LONGEST_LINE
    if cue.form is Form.BASE and not (line and cue.lemma in _INVERTIBLE | {"warn"}):
        source = subject_after(passage, verb, end) if quoted else None
        if source is None or not is_plural(passage, source):
            return None  # «"C", admit the bosses»
    source = subject_after(passage, verb, end)
    if (
        not quoted
        and cue.lemma not in _INVERTIBLE
        and (source is None or (source[1] < end - 1 and passage.low[source[1]] != ";"))
    ):
        return None
    if source is None or (source[1] < end and is_finite(passage, source[1])):
        return None
    source = _with_setting(passage, source, verb, start, end) if not quoted else source
    amid = not quoted and source[1] + 1 < end and passage.low[source[1]] == "," and is_finite(passage, source[1] + 1)
    named = passage.is_capital(source[0]) and source[1] >= end - 1 and cue.lemma in _INVERTIBLE
    named &= _is_speaker(passage, source)
    headline = cue.form is Form.PRESENT and passage.low[-1] not in {".", "?", "!"}
    named |= headline and line and source[1] == end
    tagged = not quoted and not amid and _is_tag(reading, source)
    if not quoted and not amid and not named and not tagged and subject_before(passage, verb, start):
        return None
    last_cue = _last_cue(reading, source) if not tagged else -1
    content = content_before(passage, start, verb, last_cue, loose=amid or headline or tagged)
    if not content:
        return None
    if amid:
        content.append((source[1] + 1, clause_end(passage, source[1] + 1, end)))
    _truncate(reading.earlier, content[0][0], content[-1][1])
    draft = Draft("said-inverted", [(verb, verb + 1)], source, content, verb)
    _extend(reading.unit, draft, source[1])
    return draft


def _is_tag(reading: Reading, source: Range) -> bool:
    """Tell whether «, said S» ends a sentence: «Orbis backs the plan, said clerk Ana Brill», whatever stands before.

    A comma that closes an insertion («Orlo, a clerk, said yes») needs one that opens it, and no person said behind it.
    """
    passage, end = reading.passage, reading.end
    if reading.cue.lemma not in _INVERTIBLE or reading.verb - reading.start < _SHORTEST_TOLD:
        return False
    if passage.low[reading.start] in _ADVERBIALS and passage.low.index(",", reading.start) == reading.verb - 1:
        return False
    if not _is_speaker(passage, source):
        return False
    last = behind_adjuncts(passage, source[1], end)
    return last >= end - 1 or (passage.low[last] == "," and passage.low[last + 1].endswith("ing"))


def _is_speaker(passage: Passage, source: Range) -> bool:
    """Tell whether a phrase, as far as its first comma, is who may speak: not «Karsk needs rain»."""
    core = (source[0], next((i for i in range(*source) if passage.low[i] == ","), source[1]))
    return (
        can_speak(passage, core)
        and passage.low[core[0]] != "no"
        and not any(is_finite(passage, i) for i in range(*core))
    )


_SHORTEST_TOLD = 4
"""Tokens in front of «said S», comma included, that can be a sentence («Ships need docks, said Brill»)."""


def _with_setting(passage: Passage, source: Range, verb: int, start: int, end: int) -> Range:
    """Return the source as far as the comma: «The urchins, writes the team in the journal Reef, eat at night»."""
    comma = next((i for i in range(source[1], min(end - 2, source[1] + 8)) if passage.low[i] == ","), None)
    phrase = not any(is_finite(passage, i) for i in range(max(start, verb - LONGEST_LINE), verb - 1))
    if comma is None or not phrase or passage.low[source[1]] not in words("prepositions"):
        return source
    return source if any(is_finite(passage, i) for i in range(source[1], comma)) else (source[0], comma)


def read_after(reading: Reading, source: Range) -> Draft | None:
    """Read «"C," S said», «C, S said» and «C, S said, C»."""
    afterthought = _afterthought(reading, source)
    if afterthought is not None or reading.cue.takes.isdisjoint({"clause", "quote", "open", "evidence"}):
        return afterthought
    behind, at = reading.behind, source[0]
    linked = behind.opening is Opening.THAT and reading.passage.low[behind.cue_end] == "that"
    if _is_quoted(reading.passage, at, reading.start) and not linked:
        return _after_quotation(reading, source)
    passage, number = reading.passage, reading.unit.number
    if at == reading.start and number and behind.opening is Opening.NONE and passage.quote_of[at - 1] >= 0:
        # «"Are you sure?" Brill asked.»: the sentence seemed to end with the quotation
        content = [passage.quotations[passage.quote_of[at - 1]]]
        draft = Draft("said-after-quotation", [reading.cue_range], source, content, reading.verb)
        _extend(reading.unit, draft, behind.cue_end)
        return draft
    if at == reading.start or passage.low[at - 1] not in {",", "—", "–"} or "open" in reading.cue.takes:
        return None
    return _after_clause(reading, source)


def _afterthought(reading: Reading, source: Range) -> Draft | None:
    """Read «..., a figure the ministry confirmed»: the noun stands for what was said before it."""
    passage, noun = reading.passage, source[0] - 1
    start = noun - 1
    if start <= reading.start or passage.low[noun] not in words("afterthoughts") or passage.low[start] not in ARTICLES:
        return None
    opened = passage.low[start - 1] in {",", "—", "–", "-", "--"}
    if not opened or reading.behind.opening is not Opening.NONE or _says_more(reading):
        return None
    content: list[Range] = [(start, source[0])]
    if passage.low[noun] in words("claim_nouns"):
        content = [*content_before(passage, reading.start, start, loose=True), *content]
    return Draft("said-after-clause", [reading.cue_range], source, content, reading.verb)


def _after_quotation(reading: Reading, source: Range) -> Draft | None:
    passage = reading.passage
    before = content_before(passage, reading.start, source[0], _last_cue(reading, source))
    if not before:
        return None
    quotation = passage.quotations[passage.quote_of[before[-1][1] - 1]]
    split = reading.behind.opening is Opening.QUOTE and quotation[0] == reading.start
    if "open" in reading.cue.takes and before[0][0] != quotation[0]:
        return None  # «Known as "the Hammer", Orlo laughed»
    if is_title(passage, *quotation) and reading.behind.opening is not Opening.NONE and not split:
        return None
    _truncate(reading.earlier, before[0][0], before[-1][1])
    draft = Draft("said-after-quotation", [reading.cue_range], source, before, reading.verb)
    _extend(reading.unit, draft, reading.behind.cue_end)
    return draft


def _after_clause(reading: Reading, source: Range) -> Draft | None:
    passage, start, end, behind = reading.passage, reading.start, reading.end, reading.behind
    at = source[0]
    if passage.low[at] in {"which", "whom", "whose", "what", "who"} and (source[1] - at > 1 or behind.start < end - 3):
        return None
    comma = _parenthesis_end(passage, behind, end)
    if comma is None and passage.low[start] in _ADVERBIALS and "," not in passage.low[start : at - 1]:
        return None
    if comma is None and (behind.opening is not Opening.NONE or _says_more(reading)):
        return None
    opened = passage.low[start].endswith("ing") and not passage.is_capital(start + 1)
    plain = (
        reading.cue.lemma in _TELLING
        and not opened
        and passage.low[start] not in words("prepositions")
        and at - start > 5
    )
    plain |= reading.cue.lemma in _ANSWERING and behind.start >= end - 1 and at - start < _SHORTEST
    before = content_before(passage, start, at, _last_cue(reading, source), loose=plain or comma is not None)
    if not before:
        return None
    _truncate(reading.earlier, before[0][0], before[-1][1])
    draft = Draft("said-after-clause", [reading.cue_range], source, before, reading.verb)
    if comma is not None:
        draft.rule = "said-amid-clause"
        draft.content += content_behind(passage, Behind(Opening.CLAUSE, comma + 1, behind.cue_end), end, None)[0]
    draft.content += run_on(reading.unit)
    return draft


def _says_more(reading: Reading) -> bool:
    """Tell whether words stand behind a verb that are neither whom it was told nor when and where («said enough»)."""
    passage, at = reading.passage, reading.behind.start
    if at >= reading.end or not passage.is_word(at):
        return False
    return passage.low[at] not in _PLACES or reading.cue.lemma not in _TELLING


_PLACES = frozenset({"on", "in", "at", "during", "from", "via", "after", "before"})
"""Prepositions of where and when something was said."""


def _parenthesis_end(passage: Passage, behind: Behind, end: int) -> int | None:
    """Return the comma behind which the sentence goes on after «, S said from the stage,»."""
    at = behind.start if behind.opening is Opening.NONE else behind.cue_end
    if at < end and passage.low[at] != "," and behind.opening is Opening.NONE:
        comma = next((i for i in range(at, min(end - 1, at + 9)) if passage.low[i] == ","), None)
        if comma is None or not is_finite(passage, comma + 1) or any(is_finite(passage, i) for i in range(at, comma)):
            return None
        return comma
    return at if _goes_on(passage, at, end) else None


_REPORTERS = frozenset(
    {"according", "citing", "as", "after", "before", "when", "while", "during", "in", "at", "on", "amid"}
)
"""Words that open the reporter's own clause behind «, S said,»."""


def _goes_on(passage: Passage, at: int, end: int) -> bool:
    """Tell whether the content goes on behind a comma at ``at``."""
    if at + 2 >= end or passage.low[at] != ",":
        return False
    following = passage.low[at + 1]
    if passage.quote_of[at + 1] >= 0 and passage.is_capital(at + 2):
        return False
    cue = cue_verbs().get(following)
    return following not in _REPORTERS and (cue is None or cue.form is not Form.GERUND)


def _is_quoted(passage: Passage, at: int, start: int) -> bool:
    """Tell whether a quotation ends right before ``at``, at most a comma or dash away."""
    if not passage.quotations:
        return False
    for _ in range(2):
        if at > start and passage.low[at - 1] in {",", "—", "–", "-", "--"}:
            at -= 1
    return at > start and passage.quote_of[at - 1] >= 0


def _last_cue(reading: Reading, source: Range) -> int:
    """Return where the last cue before this one ends; -1 if there is none, or if this source may report that one.

    Somebody else than the sources before it in the sentence may report them («Orlo said no, the Lantern reported»).
    """
    low = reading.passage.low
    earlier = [draft for draft in reading.earlier if draft.cue[-1][1] != source[0] - 1]  # «The papers show, he said, C»
    others = all(d.source is None or low[d.source[1] - 1] != low[source[1] - 1] for d in earlier)
    if others and low[source[0]] not in words("subject_pronouns"):
        return -1
    return max((draft.cue[-1][1] for draft in earlier), default=-1)


def _truncate(earlier: list[Draft], start: int, end: int) -> None:
    """End the contents of cues that lie inside a content where that content ends."""
    for draft in earlier:
        if start <= draft.verb < end:
            draft.content = [(a, min(b, end)) for a, b in draft.content if a < end] or draft.content


def _has_own_cue(passage: Passage, start: int, end: int) -> bool:
    """Tell whether another reporting verb stands in a stretch: finite, or a participle at its end («adding: "C"»)."""
    last = cue_verbs().get(passage.low[end - 2]) if end - 2 >= start else None
    if last is not None and last.form is Form.GERUND and not last.takes.isdisjoint({"clause", "quote"}):
        return True
    cues = (cue_verbs().get(word) for word in passage.low[start:end])
    return any(cue is not None and cue.form in FINITE for cue in cues)


def _extend(unit: Unit, draft: Draft, at: int) -> None:
    """Add the second half of a split quotation and the quotations that run on behind it."""
    passage, end = unit.passage, unit.end
    if not passage.quotations:
        return
    index = at
    while index < min(end, at + 40) and passage.quote_of[index] < 0:
        index += 1
    if index < end and passage.quote_of[index] >= 0:
        linked = passage.low[index - 1] in {"but", "and", "that", "because"} and passage.low[at] == ","
        quote = passage.quotations[passage.quote_of[index]]
        if linked and index - at < 4:
            draft.content.append((index - 1, clause_end(passage, index - 1, end)))
        elif passage.low[index - 1] in {",", ":", ".", ";"} and not _has_own_cue(passage, at, index):
            draft.content.append(quote)
    draft.content += run_on(unit)
