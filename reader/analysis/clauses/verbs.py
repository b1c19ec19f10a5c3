"""Verbs: whether a word form that may report really is the verb of a clause here."""

from reader.analysis.draft import Range
from reader.analysis.phrases import is_title
from reader.analysis.tokens import Passage
from reader.lexicon.cues import PERFECT, PLAIN, Cue, Form, words
from reader.lexicon.offices import office_heads

_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "whose", "these"}
)
_BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "am", "'s", "'re", "get", "got", "gets"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "'d", "hasn't", "haven't", "hadn't"})
_MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "must", "should", "shall", "did", "do", "does", "to", "'d", "'ll",
     "didn't", "don't", "doesn't", "wouldn't", "won't", "couldn't", "can't", "cannot"}
)  # fmt: skip
_HELPING = _BE | _MODALS
_PERFECT = _HAVE | _BE


def has_learned(passage: Passage, verb: int, group: int, source: Range) -> bool:
    """Tell whether a named outlet «has learned» something: so it words its own findings."""
    return not {"has", "have"}.isdisjoint(passage.low[group:verb]) and passage.is_capital(source[1] - 1)


def is_plain_enough(passage: Passage, verb: int, cue: Cue, source: Range) -> bool:
    """Tell whether a present or base form that may be a noun («states», «claims») has a subject that speaks."""
    if cue.lemma not in words("nounish") or cue.form not in PLAIN:
        return True
    head = passage.low[source[1] - 1]
    if head in {"that", "those", "these", "this", "which"} and cue.form is Form.BASE:
        return False
    if head in words("subject_pronouns") or head == "which":
        return True
    if cue.lemma == "state" and not (head in words("speaking_nouns") and cue.form is Form.PRESENT):
        return False
    behind = passage.low[verb + 1] if verb + 1 < passage.size else ""
    if behind in {"the", "a", "an", "his", "her", "its", "their", "this", "these"}:
        return cue.form is Form.PRESENT or head.endswith("s") or head in words("plural_subjects")
    if cue.form is Form.BASE:
        joined = "and" in passage.low[source[0] : source[1]] and not passage.titled
        joined &= all(passage.is_capital(i) or passage.low[i] == "and" for i in range(*source))
        return (
            joined
            or verb > source[1]
            or (head.endswith("s") and source[0] < source[1] - 1)
            or head in words("plural_subjects")
        )
    speaks = head in words("speaking_nouns persons") or head in office_heads()
    return (passage.is_capital(source[1] - 1) and not head.endswith("s'")) or speaks


def follows_determiner(passage: Passage, verb: int, low: int) -> bool:
    """Tell whether a form stands behind «the», «his» and the like, so that it is a noun."""
    return verb > low and passage.quote_of[verb - 1] < 0 and passage.low[verb - 1] in _DETERMINERS


def is_reporting_verb(passage: Passage, verb: int, group: int, low: int, cue: Cue) -> bool:
    """Tell whether the form at ``verb`` stands where a verb stands; ``group`` is the first token of its verb group."""
    before = passage.low[verb - 1] if verb > low else ""
    if verb > low and not passage.titled and passage.is_capital(verb):
        return False
    if before in _DETERMINERS or (
        before.endswith("'s") and before != "that's" and before not in words("contracted_subjects")
    ):
        return False
    if cue.lemma == "add" and passage.low[verb + 1 : verb + 2] == ["up"]:
        return False
    if cue.form in PLAIN and cue.lemma in words("nounish") and _is_noun(passage, verb, before, cue):
        return False
    if cue.form is Form.PAST:
        # «ignored repeated warnings»: behind another past form it is an adjective
        past = before.endswith("ed") and group == verb and before not in words("not_past")
        past = past and not passage.is_capital(verb - 1)
        return before not in words("prepositions") and not (past and not _ends_phrase(passage, verb - 1, low))
    if cue.form is Form.BASE:
        return (before == "to" or before not in words("prepositions")) and _BE.isdisjoint(passage.low[group:verb])
    if cue.form is Form.PRESENT:
        return group == verb or _HELPING.isdisjoint(passage.low[group:verb])
    return cue.form is Form.GERUND or not _PERFECT.isdisjoint(passage.low[group:verb])


def _is_noun(passage: Passage, verb: int, before: str, cue: Cue) -> bool:
    """Tell whether a form that may be a noun is one: «at some point», «the agency's vow», «which states should»."""
    behind = passage.low[verb + 1] if verb + 1 < passage.size else ""
    if behind in {"for", "of", "by", "against", "from"} and behind not in cue.takes:
        return True
    return before in {"some", "any", "no", "every", "'", "’"} or behind in words("auxiliaries")


def _ends_phrase(passage: Passage, index: int, low: int) -> bool:
    """Tell whether a word in -ed can end a noun phrase («those surveyed», «the people affected»)."""
    start = max(low, index - 6)
    return any(
        passage.low[i] in {"those", "people", "poll", "survey", "study", "report", "who"} for i in range(start, index)
    )


def is_passive(passage: Passage, verb: int, group: int, cue: Cue) -> bool:
    """Tell whether the verb is in the passive («was told», «is described»)."""
    if cue.form not in PERFECT:
        return False
    return not _BE.isdisjoint(passage.low[group:verb])


def is_naming(passage: Passage, verb: int, behind: int) -> bool:
    """Tell whether a name is given, not an opinion: «a man called Dub», «a blog, called "The Feed"»."""
    if passage.low[verb] not in {"called", "dubbed", "branded", "call"} or behind != verb + 1:
        return False
    if verb and passage.low[verb - 1] == "," and passage.quote_of[behind] >= 0:
        return True  # «Orlo, dubbed "the Hammer" by fans»
    if verb and passage.quote_of[behind] >= 0 and not passage.is_capital(verb - 1) and not passage.titled:
        start, stop = passage.quotations[passage.quote_of[behind]]
        if stop - start > 4 and is_title(passage, start, stop) and passage.is_word(stop - 2):
            return True  # «a print called "Boats at Karsk"»
    if passage.low[verb] == "call" and passage.is_capital(behind):
        end = next((i for i in range(behind, passage.size) if not passage.is_capital(i)), passage.size)
        return end == passage.size or passage.low[end] in {",", "."}  # «the climb they call Stygg»
    first = max(0, verb - 5)
    if {"a", "an", "there"}.isdisjoint(w.split("'")[0] for w in passage.low[first:verb]):
        return False
    if passage.quote_of[behind] >= 0 or passage.low[behind] == "the":
        at = behind + (passage.low[behind] == "the")
        return at < passage.size and passage.quote_of[at] >= 0
    end = behind
    while end < passage.size and passage.is_capital(end):
        end += 1
    return end > behind and (end == passage.size or (passage.quote_of[end] < 0 and passage.low[end] not in {"a", "an"}))


def is_progressive(passage: Passage, verb: int, group: int) -> bool:
    """Tell whether a form in -ing is a finite verb with its auxiliary («was saying»)."""
    drawn = group > 0 and passage.low[group - 1] in words("contracted_subjects")
    return not _BE.isdisjoint(passage.low[group:verb]) or drawn


def agrees(passage: Passage, verb: int, group: int, cue: Cue, source: Range) -> bool:
    """Tell whether subject and verb agree in number; a base form without a modal needs a plural subject."""
    if cue.form not in PLAIN:
        return True
    head = passage.low[source[1] - 1]
    if cue.form is Form.PRESENT:
        return head not in {"they", "we", "i", "you"} and head not in {"officials", "critics", "experts", "people"}
    if not _MODALS.isdisjoint(passage.low[group:verb]):
        return True
    phrase = passage.low[source[0] : source[1]]
    if phrase[0] == "the" and head in words("figures"):
        return True
    if head in words("plural_subjects") or "and" in phrase or "," in phrase or "who" in phrase:
        return True
    plural = [w for w in phrase if w.endswith("s") and not w.endswith(("ss", "'s")) and len(w) > 3]
    plural += [
        w for w in phrase[:1] if w in words("plural_subjects") - words("subject_pronouns")
    ]  # «data from a survey»
    if passage.is_capital(source[1] - 1) and len(phrase) <= 3 and not plural:
        return False
    return bool(plural) or phrase[0] in words("plural_determiners figures")
