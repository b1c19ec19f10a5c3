"""Sources in front of a reporting verb: its subject, found without a parser."""

from functools import cache

from reader.analysis.draft import Range
from reader.analysis.phrases import (
    BREAKS,
    COORDINATORS,
    LEADS,
    REACH,
    SUBORDINATORS,
    is_finite,
    is_reporting,
    strip_lead,
    title_before,
    verb_group_start,
)
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import cue_verbs, words
from reader.lexicon.offices import acting_bodies, documents, organisation_words

_SAID = frozenset({"said", "says", "reported", "added", "claimed", "announced", "warned", "noted", "argued", "stated"})
"""Verbs behind which a new clause may begin without «that»."""


def subject_before(passage: Passage, verb: int, low: int, group: int | None = None) -> Range | None:
    """Return the subject that ends right before the verb group of ``verb``; ``low`` is the first token to look at.

    ``group``: the first token of the verb group, where it is known.
    """
    end = verb_group_start(passage, verb, low) if group is None else group
    low = max(low, end - REACH)
    while end > low and passage.low[end - 1] in {"'", "’"}:
        end -= 1
    if end <= low:
        return None
    last = passage.low[end - 1]
    if last in words("subject_pronouns contracted_subjects") or last in {"which", "that"}:
        return (end - 1, end)
    if last == ",":
        return _subject_with_insertion(passage, low, end)
    if last in {"—", "–", "―", "--", "-"}:
        opened = next((i for i in range(end - 2, low, -1) if passage.low[i] == last), None)
        if opened is None:
            return None
        phrase = strip_lead(passage, _walk_left(passage, low, opened), opened)
        return (phrase[0], end) if phrase is not None else None
    if last in QUOTE_MARKS and title_before(passage, end, low) is None:
        return None
    if last in BREAKS or last in COORDINATORS or last in SUBORDINATORS:
        return None
    if last in words("prepositions") or last == "to":
        return None
    if last.endswith("ed") and end < verb and passage.low[end] in words("days") and not passage.is_capital(end - 1):
        end += 1  # «a poll released Friday»: the day belongs to the participle, not to the saying
    start = _behind_verb(passage, _walk_left(passage, low, end), end)
    return strip_lead(passage, _named_before(passage, start, low), end)


def _walk_left(passage: Passage, low: int, end: int) -> int:
    """Return where the noun phrase that ends before ``end`` begins, without looking past ``low``."""
    index = end
    words_low = passage.low
    while index > low:
        word = words_low[index - 1]
        if word not in _MAY_STOP and passage.quote_of[index - 1] < 0:
            if index < end and is_reporting(passage, index - 1):
                return index
            index -= 1
            continue
        if word == ")":
            opened = _opening(passage, index - 1, low)
            if opened is None:
                return index
            index = opened
            continue
        if word == ",":
            if not _is_list_comma(passage, index - 1, low, end):
                return index
        elif passage.quote_of[index - 1] >= 0 and (title := title_before(passage, index, low)) is not None:
            index = title
            continue
        elif word in QUOTE_MARKS or word in BREAKS or (word == "'" and passage.quote_of[index - 1] >= 0):
            return index
        elif word == "that" and _is_relative(passage, index - 1, low):
            pass
        elif word in SUBORDINATORS:
            if word == "as" and index >= 2 and words_low[index - 2] in {"such", "well"}:
                index -= 2
                continue
            return index
        elif word == "but" and words_low[index] == "not":
            pass  # «an official told of the case but not allowed to speak»
        elif word in {"and", "or", "but"}:
            if word == "but" or _is_clause_border(passage, index - 1, low):
                return index
        elif word == "which" and index - 2 >= low and words_low[index - 2] in words("prepositions"):
            return index
        elif word in {"who", "whom", "whose", "which"}:
            pass
        elif index < end and is_reporting(passage, index - 1):
            return index
        index -= 1
    return index


_MAY_STOP = QUOTE_MARKS | BREAKS | SUBORDINATORS | {")", ",", "'", "and", "or", "but", "who", "whom", "whose", "which"}
"""Words and marks that may end a noun phrase, beside reporting verbs; all others belong to it."""


def _is_relative(passage: Passage, that: int, low: int) -> bool:
    """Tell whether «that» has a verb right behind it and a noun in front («the company that runs the lake»)."""
    if that <= low or that + 1 >= passage.size or not passage.is_word(that - 1):
        return False
    before, behind = passage.low[that - 1], passage.low[that + 1]
    after = passage.low[that + 2] if that + 2 < passage.size else ""
    present = behind.endswith("s") and (after == "to" or after in words("determiners prepositions"))
    verb = is_finite(passage, that + 1) or (present and behind not in words("determiners pronouns"))
    return verb and before not in cue_verbs() and before not in words("pronouns adverbs")


def _named_before(passage: Passage, start: int, low: int) -> int:
    """Take in the name before an apposition whose second comma is missing («Ana Brill, the mayor of Karsk said»)."""
    comma = start - 1
    if (
        comma < low + 2
        or passage.low[comma] != ","
        or passage.low[start] not in {"the", "a", "an", "his", "her", "former"}
    ):
        return start
    name = range(low, comma)
    return low if len(name) < 5 and all(passage.is_capital(i) for i in name) else start


def _behind_verb(passage: Passage, start: int, end: int) -> int:
    """Return where a phrase begins behind a finite verb that cannot belong to it («is the third time | the union»)."""
    low = passage.low
    for index in range(end - 1, start, -1):
        if low[index] in {"who", "which", "that", "whose", "whom"}:
            return start
        if low[index] in words("auxiliaries negations") and low[index] not in {
            "be",
            "been",
            "being",
            "having",
            "'s",
            "'d",
        }:
            if any(low[i] in {"who", "which", "that", "whose", "whom"} for i in range(start, index)):
                return start
            return index + 1
    return start


def _opening(passage: Passage, closing: int, low: int) -> int | None:
    for index in range(closing - 1, max(low, closing - 12) - 1, -1):
        if passage.low[index] == "(":
            return index
    return None


def _is_list_comma(passage: Passage, comma: int, low: int, end: int) -> bool:
    """Tell whether a comma joins items («A, B and C») or a place to its state («Reno, Nevada») inside one phrase."""
    if "and" not in passage.low[comma + 1 : end]:
        return False
    return comma > low and passage.is_capital(comma - 1) and passage.is_capital(comma + 1)


def _is_clause_border(passage: Passage, conjunction: int, low: int) -> bool:
    """Tell whether «and» joins two clauses rather than two nouns: a finite verb stands before it."""
    if passage.low[conjunction + 1] in words("subject_pronouns") or conjunction <= low:
        return True
    if passage.low[conjunction - 1] == ",":
        return not passage.is_capital(conjunction + 1)
    first = max(low, conjunction - 25)
    for index in range(conjunction - 1, first - 1, -1):
        if passage.low[index] in {";", ":", "that", ","} or passage.low[index] in QUOTE_MARKS:
            break
        if is_finite(passage, index) and not (index and passage.low[index - 1] in words("determiners")):
            return True
    return False


def _subject_with_insertion(passage: Passage, low: int, end: int) -> Range | None:
    """Read «S, head of X, said»: the subject is the first stretch between commas that can be a noun phrase."""
    comma = end - 1
    first = _segment_start(passage, low, comma)
    first += passage.low[first] == "as"  # «as the coach, Ana Brill, put it»
    start = first
    while start < comma:
        stop = start
        while stop < comma and passage.low[stop] != ",":
            if passage.low[stop] == "(":
                while stop < comma and passage.low[stop] != ")":
                    stop += 1
            stop += 1
        if stop >= comma:
            break
        phrase = _plain_phrase(passage, start, stop)
        if phrase is not None:
            inserted = passage.low[stop + 1]
            aside = inserted.endswith("ing") or inserted in words("prepositions") or inserted in LEADS | _ASKED
            return phrase if aside else (phrase[0], end - 1)
        start = stop + 1
    # «The firm, has said»: a lost or superfluous comma
    return _plain_phrase(passage, first, comma) if start == first and first < comma else None


def name_inside(passage: Passage, start: int, end: int) -> Range | None:
    """Return the name with an apposition that ends a phrase, if the words before it can be a clause of their own.

    «Boats drift past the pier, Karl Orlo, a lawyer, told reporters»: nothing tells that «drift» is a verb.
    """
    for comma in range(start + 2, end - 2):
        if passage.low[comma] != "," or passage.quote_of[comma] >= 0:
            continue
        stop = comma + 1
        while stop < end and passage.is_capital(stop):
            stop += 1
        if stop > comma + 2 and stop + 1 < end and passage.low[stop] == ",":
            return (comma + 1, end)
    return None


_ASKED = frozenset({"asked", "pressed", "questioned", "when"})
"""Words behind a subject that open what it answers («Orlo, asked whether C, said D»)."""


def subject_before_quotation(passage: Passage, low: int, end: int) -> Range | None:
    """Read «S, citing "X," said»: a quotation stands inside the insertion between subject and verb."""
    limit = min(end, low + REACH)
    comma = next((i for i in range(low, limit) if passage.low[i] == "," and passage.quote_of[i] < 0), None)
    if comma is None or comma == low or comma + 1 >= end:
        return None
    return _plain_phrase(passage, low, comma)


def _segment_start(passage: Passage, low: int, comma: int) -> int:
    """Return the start of the clause that holds an insertion: behind the last strong break before it."""
    for index in range(comma - 1, low - 1, -1):
        word = passage.low[index]
        if word not in _BORDERS:
            continue
        if word in QUOTE_MARKS or word in {";", ":", "—", "–"}:
            return index + 1
        if word == "that" and index > low and is_reporting(passage, index - 1):
            return index + 1
        if word in _SAID and {"who", "which", "as"}.isdisjoint(passage.low[max(low, index - 6) : index]):
            return index + 1
    return low


_BORDERS = QUOTE_MARKS | _SAID | {";", ":", "—", "–", "that"}
"""Words and marks that may end the clause before the one that holds an insertion."""
_OPENING = frozenset({"after", "when", "before", "because", "while", "although", "though", "since", "that", "if"})
"""Words amid a stretch behind which the subject of a subordinate clause begins («it closed after Brill, the head,»)."""


def _plain_phrase(passage: Passage, start: int, stop: int) -> Range | None:
    """Return the stretch without its lead if it can be a subject: no verb, no subordinator, a noun-like start."""
    start = next((i + 1 for i in range(stop - 2, start, -1) if passage.low[i] in _OPENING), start)
    for index in range(start, stop):
        word = passage.low[index]
        if word == "as" and index > start:
            continue
        if word in SUBORDINATORS or word in words("auxiliaries negations"):
            return None
        if index > start and is_reporting(passage, index):
            return None
        if index > start and word.endswith("ed") and is_finite(passage, index):
            follows = passage.low[index + 1] if index + 1 < stop else ""
            if follows == "to" or follows in words("determiners object_pronouns"):
                return None  # «tried to», «included six»
    begin = passage.low[start]
    if begin.endswith(("ing", "ed")) and start + 1 < stop and not passage.is_capital(start + 1):
        return None
    phrase = strip_lead(passage, start, stop)
    if phrase is None:
        return None
    word = passage.low[phrase[0]]
    if word in words("days time_nouns") or word in LEADS or not passage.is_word(phrase[0]):
        return None
    if phrase[1] - phrase[0] == 1 and not passage.is_capital(phrase[0]) and not word.endswith("s"):
        return phrase if word in words("subject_pronouns") or word in {"police", "one", "some", "many"} else None
    return phrase


def main_subject(passage: Passage, verb: int, low: int) -> Range | None:
    """Return the subject of the sentence's main clause: that of its first finite verb that has one."""
    for index in range(low + 1, min(verb, low + REACH)):
        if not is_finite(passage, index) or passage.quote_of[index] >= 0:
            continue
        phrase = subject_before(passage, index, low)
        if phrase is not None and passage.low[phrase[1] - 1] not in {"who", "which", "that"}:
            return phrase
    return None


def name_before_present(passage: Passage, verb: int, low: int) -> Range | None:
    """Return the name with which a sentence begins, if a present tense of any verb follows («Orlo smiles»)."""
    stop = low
    if passage.low[low] in words("wh determiners prepositions") or passage.low[low] in LEADS | SUBORDINATORS:
        return None
    while stop < verb - 1 and passage.is_capital(stop):
        stop += 1
    if passage.low[low] in words("third_persons"):
        while stop < verb - 1 and passage.low[stop] in words("adverbs"):
            stop += 1
        return (low, low + 1) if stop < verb - 1 and passage.low[stop].endswith("s") else None
    word = passage.low[stop] if low < stop < passage.size else ""
    present = word.endswith("s") and not word.endswith(("ss", "'s", "s'")) and word not in words("determiners pronouns")
    return (low, stop) if present and stop - low < _LONGEST_NAME and passage.is_word(stop - 1) else None


_LONGEST_NAME = 5


def body_before(passage: Passage, subject: Range | None, low: int) -> Range | None:
    """Return the body that speaks in «In the ministry they say», «In the summary it is said»; else None."""
    if subject is None or subject[1] - subject[0] != 1 or passage.low[subject[0]] not in {"they", "it"}:
        return None
    for index in range(subject[0] - 1, max(low, subject[0] - _LONGEST_BODY) - 1, -1):
        word = passage.low[index]
        if word in {"in", "at"}:
            inside = passage.low[index + 1 : subject[0]]
            speaks = not _speakers().isdisjoint(inside)
            fronted = index == low or passage.low[index - 1] in COORDINATORS or passage.low[index - 1] == ","
            return (index + 1, subject[0]) if inside[:1] == ["the"] and speaks and fronted else None
        if not passage.is_word(index):
            return None
    return None


@cache
def _speakers() -> frozenset[str]:
    return acting_bodies() | documents() | organisation_words() | words("writings")


_LONGEST_BODY = 8
