"""Sources that a cue shares with another one: coordinated verbs, participles, «went on to say»."""

from functools import cache

from reader.analysis.bodies import ARTICLES, head_noun
from reader.analysis.clauses.behind import STRONG, Opening
from reader.analysis.clauses.reading import Reading
from reader.analysis.clauses.sources import main_subject, name_before_present, subject_before
from reader.analysis.draft import Range
from reader.analysis.phrases import FRONTED, is_finite
from reader.analysis.tokens import Passage
from reader.lexicon.cues import Form, cue_verbs, words
from reader.lexicon.offices import acting_bodies, bodies, documents, media, office_heads

_GOING_ON = frozenset({"went", "goes", "continues", "continued", "began"})
_CIRCUMSTANCES = frozenset({"by", "after", "before", "while", "in", "upon", "despite"})
"""Prepositions whose participle tells a saying of the sentence's subject («by saying that C»)."""


def governed_source(reading: Reading) -> Range | None:
    """Return the subject of «went on to say», «continues to insist».

    Without a clause or quotation behind, only verbs of going on count.
    """
    low = reading.passage.low
    caused = _caused_source(reading) if reading.behind.opening in STRONG else None
    if caused is not None:
        return caused
    governors = words("governors") if reading.behind.opening in STRONG else _GOING_ON
    for index in range(reading.group - 2, max(reading.low, reading.group - 7) - 1, -1):
        if low[index] in governors or (
            low[index] in words("hearsay") and low[index - 1] in {"is", "was", "are", "were"}
        ):
            return subject_before(reading.passage, index, reading.low)
        if low[index] in {",", ";", ":"}:
            break
    timed = reading.behind.opening is Opening.WH and low[reading.behind.start] in {"when", "where", "who", "which"}
    return _purposeful_source(reading) if reading.behind.opening in STRONG and not timed else None


_CAUSING = frozenset({"prompting", "leading", "forcing", "pushing"})
"""Participles that tell what came of it («..., prompting S to say C»)."""
_LONGEST_CAUSED = 8


def _caused_source(reading: Reading) -> Range | None:
    """Return who is brought to say something («prompting some bloggers to concede that C»)."""
    passage = reading.passage
    for index in range(reading.group - 3, max(reading.low, reading.group - _LONGEST_CAUSED) - 1, -1):
        if passage.low[index] in _CAUSING:
            return (index + 1, reading.group - 1) if passage.quote_of[index] < 0 else None
        if not passage.is_word(index) or is_finite(passage, index):
            return None
    return None


_PURPOSE_REACH = 25


def _purposeful_source(reading: Reading) -> Range | None:
    """Return the subject of «took the stage to say that C», «issued a statement to warn that C».

    None where the verb in front does not tell that it was said («refused to say»), or tells that somebody else was to.
    """
    passage, low = reading.passage, reading.passage.low
    for index in range(reading.group - 2, max(reading.low, reading.group - _PURPOSE_REACH), -1):
        if low[index] in _BORDERS or low[index] in words("unsaid"):
            return None
        if is_finite(passage, index):
            perfect = low[index] in {"has", "have", "had"} and low[index + 1] in cue_verbs()
            if not perfect and (low[index] in words("auxiliaries negations") or low[index] in cue_verbs()):
                return None
            source = subject_before(passage, index, reading.low)
            whole = source is not None and low[source[1] - 1] not in words("determiners")
            return source if whole else None
    return None


_BORDERS = frozenset({";", ":", "that", "which", "who", "if", "whether"})


def participle_source(reading: Reading) -> Range | None:
    """Return whose saying a participle tells: the subject of the sentence («..., adding that C»)."""
    before = reading.before
    own = _absolute_source(reading)
    if own is not None:
        return own
    if before not in _CIRCUMSTANCES:
        if before in words("prepositions"):
            return None
        if before in {",", "", "and", "—", "–"}:
            return shared_source(reading)
    return shared_source(reading) if reading.behind.opening in STRONG else None


_LONGEST_NAME = 10


def _absolute_source(reading: Reading) -> Range | None:
    """Return the subject of a participle that has one of its own («with Ana Brill calling it "absurd"»)."""
    passage, start = reading.passage, reading.group
    while start > max(reading.low, reading.group - _LONGEST_NAME) and (
        passage.is_capital(start - 1) or passage.low[start - 1] in {".", "the", "of"}
    ):
        start -= 1
    named = start < reading.group and passage.is_capital(reading.group - 1)
    before = passage.low[start - 1] if start > reading.low else ""
    if named and before in _OPENING:
        return (start, reading.group)
    if reading.behind.opening not in _SAID:
        return None
    if named and passage.low[start] == "of" and before in words("recordings"):
        return (start + 1, reading.group)  # «footage of Ana Brill asking: "C"»
    return _with_body(reading)


_OPENING = frozenset({"with", "and", ",", "—", "–", "--", "-"})
"""In front of the subject of a participle."""
_SAID = STRONG - {Opening.WH}


def _with_body(reading: Reading) -> Range | None:
    """Return the subject of a participle behind «with» («with the Post reporting that C»)."""
    passage, low = reading.passage, reading.passage.low
    if reading.before in words("prepositions") and reading.before != "over":
        return None  # «with laws against claiming»
    for index in range(reading.group - 2, max(reading.low, reading.group - _LONGEST_CAUSED) - 1, -1):
        if low[index] == "with":
            head = head_noun(passage, (index + 1, reading.group))
            speaks = head in _speakers() or head in words("tellers persons")
            return (index + 1, reading.group) if speaks or passage.words[reading.group - 1].islower() else None
        governed = low[index] in words("prepositions") and low[index] != "of"
        if governed or not passage.is_word(index) or is_finite(passage, index):
            return None
    return None


def fronted_source(reading: Reading, begin: int) -> Range | None:
    """Return the subject of the main clause that begins at ``begin`` («Warning that C, S left»)."""
    for index in range(begin + 1, min(reading.end, begin + _PURPOSE_REACH)):
        if is_finite(reading.passage, index) and reading.passage.quote_of[index] < 0:
            return subject_before(reading.passage, index, begin)
    return None


def shared_source(reading: Reading) -> Range | None:
    """Return the subject that a coordinated or participial cue shares with what stands before it."""
    for draft in reversed(reading.earlier):
        if draft.source is not None and draft.cue[0][0] < reading.verb:
            return draft.source
    passage, start, verb = reading.passage, reading.start, reading.verb
    subject = main_subject(passage, verb, start) or name_before_present(passage, verb, start)
    if subject is None or reading.cue.form is not Form.GERUND or can_speak(passage, subject):
        return subject
    return _nearer_subject(passage, subject[1], verb) or subject


def can_speak(passage: Passage, subject: Range) -> bool:
    """Tell whether a subject may say something: a name, a pronoun, a body, a person, a document."""
    head = head_noun(passage, subject)
    if passage.is_capital(subject[1] - 1) or head in words("subject_pronouns pronouns contracted_subjects wh"):
        return True
    nouns, begin = _speaking_nouns(), passage.low[subject[0]]
    owned = begin in words("determiners") and begin not in ARTICLES
    return owned or head in nouns or head.removesuffix("s") in nouns


@cache
def _speakers() -> frozenset[str]:
    return acting_bodies() | media() | documents() | office_heads()


@cache
def _speaking_nouns() -> frozenset[str]:
    return bodies() | _speakers() | words("tellers persons notices writings evidence_nouns")


def _nearer_subject(passage: Passage, start: int, verb: int) -> Range | None:
    """Return the subject of the nearest clause behind «after», «when» («The row came after S left, saying C»)."""
    for opening in range(verb - 3, start, -1):
        if passage.low[opening] in FRONTED:
            subject = main_subject(passage, verb, opening + 1)
            return subject if subject is not None and can_speak(passage, subject) else None
    return None
