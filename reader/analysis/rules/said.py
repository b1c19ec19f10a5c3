"""Reporting verbs with their subject: which verb reports, whose it is, and on which side the content stands."""

from reader.analysis.clauses.behind import MARKED, STRONG, TOPICAL, Behind, Opening, read_behind
from reader.analysis.clauses.contents import content_behind
from reader.analysis.clauses.contents_before import run_on
from reader.analysis.clauses.reading import Reading, Unit
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import body_before, name_inside, subject_before, subject_before_quotation
from reader.analysis.clauses.verbs import (
    agrees,
    follows_determiner,
    has_learned,
    is_naming,
    is_passive,
    is_plain_enough,
    is_progressive,
    is_reporting_verb,
)
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import REACH, clause_limit, is_finite, title_before, verb_group_start
from reader.analysis.rules.asides import read_aside
from reader.analysis.rules.denials import colon_behind_denial
from reader.analysis.rules.figures import read_put
from reader.analysis.rules.noun_cues import before_main_verb
from reader.analysis.rules.said_after import read_after, read_inverted
from reader.analysis.rules.shared import fronted_source, governed_source, participle_source, shared_source
from reader.analysis.tokens import Passage
from reader.lexicon.cues import PLAIN, Cue, Form, cue_verbs, words
from reader.lexicon.offices import acting_bodies, documents

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


def read_said(unit: Unit, verb: int, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """Return the attribution that the reporting verb at ``verb``, a form of ``cue``, makes in a unit.

    ``earlier``: those that verbs in front of it make in the same unit.
    """
    passage, start, end = unit.passage, unit.start, unit.end
    if follows_determiner(passage, verb, start):
        return None
    low = _clause_start(passage, start, verb)
    group = verb_group_start(passage, verb, low)
    if not is_reporting_verb(passage, verb, group, low, cue) or is_passive(passage, verb, group, cue):
        return None
    if "it" in cue.takes and passage.low[verb + 1 : verb + 2] != ["it"]:
        return read_put(passage, verb, low, end)
    behind = read_behind(passage, verb, cue, _participle_end(passage, start, end, verb, cue))
    if _is_empty(passage, group, verb, behind):
        return None
    before = passage.low[group - 1] if group > low else ""
    reading = Reading(unit, passage, start, end, verb, cue, low, group, behind, earlier, before)
    inverted = read_inverted(reading)
    if inverted is not None:
        return inverted
    fronted = _read_fronted(reading)
    if fronted is not None:
        return fronted
    borrows = _is_borrower(reading)
    source = _borrowed_source(reading, borrows=borrows) if cue.lemma != "hear" else None
    if source is not None:
        if cue.lemma == "read" and not _is_read(reading, source):
            return None
        plain = cue.form not in PLAIN or earlier or is_plain_enough(passage, verb, cue, (verb, verb + 1))
        return _said_before(reading, source, "shared-subject") if plain else None
    source = _own_source(reading) if not borrows else None
    if source is None or not _is_subject_of(reading, source):
        return None
    aside = read_aside(reading, source)
    if aside is not None or "it" in cue.takes:
        return aside
    draft = (
        read_after(reading, source)
        or _said_before(reading, source, _NAMES.get(behind.opening, ""))
        or _said_in_next_sentence(reading, source)
    )
    if draft is not None:
        # who hears is not who says
        heard = cue.lemma == "hear" or _is_told(reading)
        draft.source = None if heard else body_before(passage, source, low) or source
    return draft


def _is_told(reading: Reading) -> bool:
    """Tell whether a headline ends with who was told («Mill is lost, councillors told»)."""
    passage = reading.passage
    return passage.low[reading.verb] == "told" and reading.verb == passage.size - 1


def _participle_end(passage: Passage, start: int, end: int, verb: int, cue: Cue) -> int:
    """Return the comma behind a participle with which a sentence begins («Writing in the Lantern, Brill argued»)."""
    if verb != start or cue.form is not Form.GERUND:
        return end
    return next((i for i in range(verb + 1, end) if passage.low[i] == "," and passage.quote_of[i] < 0), end)


def _is_empty(passage: Passage, group: int, verb: int, behind: Behind) -> bool:
    """Tell whether a verb reports nothing here: «did not comment on X», «accused of X», «you can tell by X: C»."""
    low, word = passage.low, passage.low[verb]
    if word == "ask" and low[group] == "don't" and (group == 0 or low[group - 1] in {",", "."}):
        return True  # «And please, don't ask me to pay»
    unsaid = behind.opening is Opening.WH or (behind.opening is Opening.INFINITIVE and word.startswith("claim"))
    if unsaid and not words("negations").isdisjoint(low[group:verb]):
        return True
    if word.startswith("quot") and behind.opening is Opening.NOUN:
        return max(passage.quote_of[behind.start : behind.start + 12], default=-1) < 0  # «quoted critics like Orlo»
    if word == "comment" and not words("negations").isdisjoint(low[group:verb]):
        return True
    if word == "accused" and low[verb + 1 : verb + 2] == ["of"]:
        return {"who", "whom"}.isdisjoint(low[max(0, verb - 4) : verb])
    if (
        word == "asked"
        and low[verb - 1] == ","
        and low[verb + 1 : verb + 2]
        and (low[verb + 1] == "to" or low[verb + 1] in words("wh"))
    ):
        return "," in low[verb + 1 : _sentence_end(passage, verb)]  # «Orlo, asked whether C, said no»
    if word.startswith("ask") and low[verb + 1 : verb + 2] and low[verb + 1].endswith(("self", "selves")):
        return True
    if word == "tell" and behind.opening is Opening.COLON:
        return verb + 1 < passage.size and low[verb + 1] in words("prepositions")
    if word not in {"call", "called", "calling"} or behind.opening is not Opening.NOUN:
        return False
    indefinite = low[verb + 1 : verb + 2] in (["a"], ["an"])
    return indefinite and "as" not in low[verb : verb + 12] and max(passage.quote_of[verb : verb + 12]) < 0


def _sentence_end(passage: Passage, index: int) -> int:
    return passage.sentences[passage.sentence_of[index]][1]


_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
"""Subjects of what was not said."""
_HARDLY_ANYBODY = frozenset({"not", "few", "no", "hardly"})
"""Words that begin a subject most of which did not say it."""
_HARDLY_SAID = _NOBODY | _HARDLY_ANYBODY
_LONGEST_FRONT = 40


def _read_fronted(reading: Reading) -> Draft | None:
    """Read «Warning that C, S left» and «Said S, "C"»."""
    passage, verb, end, low = reading.passage, reading.verb, reading.end, reading.passage.low
    lead = verb == reading.start or (verb == reading.start + 1 and low[verb - 1] in words("leading_prepositions"))
    if not lead or reading.cue.takes.isdisjoint({"clause", "quote"}):
        return None
    if reading.cue.form is Form.PAST and verb == reading.start:
        source = subject_after(passage, verb, end, fronted=True)
        if source is None or source[1] + 1 >= end or low[source[1]] not in {",", ":"}:
            return None
        if low[source[1]] == "," and passage.quote_of[source[1] + 1] < 0:
            colon = next((i for i in range(source[1], min(end - 1, source[1] + _LONGEST_FRONT)) if low[i] == ":"), None)
            if colon is None or any(is_finite(passage, i) for i in range(source[1] + 1, colon)):
                return None
            source = (source[0], colon)  # «Said Ana Brill, a clerk: "C"»
        quote = passage.quote_of[source[1] + 1]
        if quote < 0:
            return None
        content = [passage.quotations[quote], *run_on(reading.unit)]
        return Draft("said-inverted", [(verb, verb + 1)], source, content, verb)
    begin = reading.behind.start
    if reading.cue.form is not Form.GERUND or reading.behind.opening is Opening.NONE:
        return None
    for comma in range(begin + 1, min(end - 2, begin + _LONGEST_FRONT)):
        if low[comma] == "," and passage.quote_of[comma] < 0:
            source = fronted_source(reading, comma + 1)
            if source is not None and source[0] == comma + 1:
                return Draft("shared-subject", [reading.cue_range], source, [(begin, comma)], verb)
    return None


def _said_before(reading: Reading, source: Range, rule: str) -> Draft | None:
    """Read what stands behind the verb as its content."""
    passage, behind = reading.passage, reading.behind
    if behind.opening is Opening.NONE or _is_weak(reading, source) or is_naming(passage, reading.verb, behind.start):
        return None
    limit = clause_limit(passage, source, behind.start, reading.start, reading.end)
    behind = _behind_cleft(reading, source) or behind
    if passage.low[source[0]] == "who" and behind.opening in {Opening.THAT, Opening.CLAUSE}:
        # «the engineer who said C has left»
        opens = not any(is_finite(passage, i) for i in range(reading.start, source[0]))
        limit = before_main_verb(passage, behind.start, limit) if opens else limit
    gap = source[0] > reading.start and passage.low[source[0] - 1] in {"that", "which", "who"}
    if gap and behind.opening is Opening.CLAUSE and is_finite(passage, behind.start):
        # «a message that Brill said came from May, told C»: the clause around goes on at the comma
        limit = next(
            (i for i in range(behind.start, limit) if passage.low[i] == "," and passage.quote_of[i] < 0), limit
        )
    marked = behind.opening in MARKED
    colon = colon_behind_denial(passage, reading.verb, behind.start, limit) if not marked else None
    content, stop = content_behind(passage, behind, limit if colon is None else colon, reading.cue)
    if not content:
        return None
    draft = Draft(rule, [reading.cue_range], source, content, reading.verb)
    if colon is not None:
        return draft
    draft.content += _quotation_behind_colon(passage, stop, limit)
    relative = passage.low[source[0]] in {"who", "which", "that"}
    if stop >= reading.end - 1 and rule != "shared-subject" and not relative and behind.opening not in TOPICAL:
        draft.content += run_on(reading.unit)
    return draft


def _behind_cleft(reading: Reading, source: Range) -> Behind | None:
    """Read «what she said in May was that C»."""
    low = reading.passage.low
    if source[0] <= reading.start or low[source[0] - 1] != "what":
        return None
    high = min(reading.end - 2, reading.verb + 10)
    that = next((i for i in range(reading.verb + 1, high) if low[i] in {"was", "is"} and low[i + 1] == "that"), None)
    return Behind(Opening.THAT, that + 2, reading.behind.cue_end) if that is not None else None


def _said_in_next_sentence(reading: Reading, source: Range) -> Draft | None:
    """Read «Brill said in a statement. "We regret it."»: a full stop where a colon should stand."""
    silent = reading.behind.opening is Opening.NONE and reading.behind.start >= reading.end - 1
    if not silent or reading.cue.takes.isdisjoint({"clause", "quote"}):
        return None
    content = run_on(reading.unit)
    return Draft("said-before-quotation", [reading.cue_range], source, content, reading.verb) if content else None


def _quotation_behind_colon(passage: Passage, start: int, end: int) -> list[Range]:
    """Return the quotation with which a sentence ends behind a colon («confirmed the talks in a statement: "..."»)."""
    if not passage.quotations:
        return []
    for index in range(start, min(end, start + 25) - 1):
        if passage.low[index] in cue_verbs():
            break
        if passage.low[index] == ":" and passage.quote_of[index + 1] >= 0:
            return [passage.quotations[passage.quote_of[index + 1]]]
    return []


def _is_borrower(reading: Reading) -> bool:
    """Tell whether the verb has no subject of its own: a participle, an infinitive, a coordinated verb."""
    before, low = reading.before, reading.passage.low
    if reading.cue.form is Form.GERUND and not is_progressive(reading.passage, reading.verb, reading.group):
        return True
    if before in {"and", "but", "or", "to"}:
        return True
    return before == "," and reading.group - 1 > reading.low and low[reading.group - 2] in {"and", "but"}


def _borrowed_source(reading: Reading, *, borrows: bool) -> Range | None:
    """Return the source that the verb shares with another one of the sentence."""
    before = reading.before
    if not borrows:
        bare = before in {",", "then"} and _own_source(reading) is None
        return shared_source(reading) if bare else None
    if reading.cue.form is Form.GERUND and not is_progressive(reading.passage, reading.verb, reading.group):
        return participle_source(reading) if before not in {"as", "like"} else None
    return governed_source(reading) if before == "to" else shared_source(reading)


def _own_source(reading: Reading) -> Range | None:
    source = subject_before(reading.passage, reading.verb, reading.low, reading.group)
    if source is not None and source[0] == reading.start and reading.behind.opening is Opening.NONE:
        source = name_inside(reading.passage, *source) or source
    words_between = reading.group - reading.low
    behind = words_between == 0 or (words_between == 1 and reading.passage.low[reading.low] == ",")
    if source is None and behind and reading.low > reading.start:
        source = subject_before_quotation(reading.passage, reading.start, reading.low)
    return source


def _is_subject_of(reading: Reading, source: Range) -> bool:
    """Tell whether verb and subject go together."""
    passage, verb, cue = reading.passage, reading.verb, reading.cue
    if passage.low[source[0]] in _NOBODY and source[1] - source[0] < 3:
        return False
    if passage.low[source[0]] in _HARDLY_SAID and reading.behind.opening is Opening.WH:
        return False  # «not all of them said where they had it from»
    if passage.low[max(0, source[0] - 1)] == "nor" and reading.behind.opening is Opening.WH:
        return False  # «neither the union nor the mayor would say whether C»
    if _is_evidence(passage, cue, source):
        return cue.form is not Form.BASE or agrees(passage, verb, reading.group, cue, source)
    if cue.form in PLAIN and cue.lemma in words("nounish") and _holds_verb(passage, source):
        return False  # «a group that met to discuss document requests»
    if passage.low[source[1] - 1] in {"who", "that", "which"} and passage.low[source[0] - 1] in _ANYBODY:
        return False  # «anything that says it is from the bank»
    if cue.lemma == "read" and (reading.behind.opening is Opening.THAT or not _is_read(reading, source)):
        return False  # «you may have read that»
    if cue.lemma == "hear" and cue.form is Form.GERUND:
        return False
    if cue.lemma == "hear" and passage.low[source[1] - 1] not in words("hearers"):
        return False
    if cue.lemma == "learn" and not has_learned(passage, verb, reading.group, source):
        return False
    return agrees(passage, verb, reading.group, cue, source) and is_plain_enough(passage, verb, cue, source)


def _is_read(reading: Reading, source: Range) -> bool:
    """Tell whether a subject is something in writing: «the sign reads NO HATS», «one reads: "C"»."""
    low, head = reading.passage.low, reading.passage.low[source[1] - 1]
    if reading.behind.opening in MARKED:
        return head in {"it", "they", "who"} or head not in words("subject_pronouns")
    written = words("evidence_nouns notices writings setting_nouns") | documents()
    return head in {"it", "they", "which", "that"} or not written.isdisjoint(low[source[0] : source[1]])


_ANYBODY = frozenset({"anything", "anyone", "anybody", "everything", "everyone", "everybody", "whoever"})
"""Words that mean nobody in particular."""


def _holds_verb(passage: Passage, source: Range) -> bool:
    """Tell whether a phrase is a clause: it has a verb, and that is not the verb of a relative clause."""
    first = next((i for i in range(*source) if is_finite(passage, i)), None)
    return first is not None and {"who", "which", "that", "whose"}.isdisjoint(passage.low[source[0] : first])


def _clause_start(passage: Passage, start: int, verb: int) -> int:
    """Return the first token behind the last quotation before a verb, or the start of the unit."""
    index, low = verb, max(start, verb - REACH)
    if not passage.quotations or max(passage.quote_of[low:verb], default=-1) < 0:
        return start
    while index > low:
        if passage.quote_of[index - 1] < 0:
            index -= 1
            continue
        title = title_before(passage, index, low)
        if title is None:
            return index
        index = title
    return start


def _is_evidence(passage: Passage, cue: Cue, source: Range) -> bool:
    """Tell whether a document or study is said to show something."""
    return "evidence" in cue.takes and not words("evidence_nouns").isdisjoint(passage.low[source[0] : source[1]])


def _is_weak(reading: Reading, source: Range) -> bool:
    """Tell whether a cue has too little to show for it: a noun behind a noun-like form, or inside another claim."""
    passage, cue, opening = reading.passage, reading.cue, reading.behind.opening
    if "evidence" in cue.takes and opening is not Opening.THAT and not _is_evidence(passage, cue, source):
        return True
    if reading.earlier and _is_inside(reading) and (cue.form is Form.GERUND or _is_weak_inside(reading)):
        return True
    if opening not in _PHRASES:
        return False
    if (
        opening is Opening.NOUN
        and passage.titled
        and (cue.lemma in words("noun_first") or reading.end - reading.behind.start == 1)
    ):
        return True
    if cue.form in PLAIN:
        head = passage.low[source[1] - 1]
        return not (
            passage.is_capital(source[0])
            or passage.is_capital(source[1] - 1)
            or head in words("subject_pronouns")
            or head in acting_bodies()
        )
    return False


_PHRASES = TOPICAL | {Opening.INFINITIVE}
"""A cue with these is a verb only if its subject looks like one."""


def _is_inside(reading: Reading) -> bool:
    """Tell whether a verb stands in what an earlier one of the sentence attributes."""
    return any(start <= reading.verb < end for draft in reading.earlier for start, end in draft.content)


def _is_weak_inside(reading: Reading) -> bool:
    """Tell whether what a verb takes is too little for a claim inside another claim."""
    cue, opening = reading.cue, reading.behind.opening
    if opening is Opening.PREPOSITION and reading.passage.quote_of[reading.behind.start] >= 0:
        return False
    if opening is Opening.INFINITIVE and "object" in cue.takes and cue.form is Form.PAST:
        return False
    return opening not in STRONG or cue.takes.isdisjoint({"clause", "object"})
