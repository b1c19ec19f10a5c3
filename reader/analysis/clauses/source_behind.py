"""Sources behind a cue: «said Ana Brill, head of the office», «according to a report by the ministry»."""

from reader.analysis.draft import Range
from reader.analysis.phrases import BREAKS, COORDINATORS, LEADS, REACH, SUBORDINATORS, is_finite, is_title
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words

_NP_PREPOSITIONS = frozenset({"of", "for", "from", "with", "to", "by"})


_RELATIVE = (["which"],)
"""Behind a phrase in commas it shows that it is the subject of the clause, not an apposition."""


def subject_after(passage: Passage, verb: int, high: int, *, fronted: bool = False) -> Range | None:
    """Return the subject behind an inverted verb («said Ana Brill, head of the office»), not past ``high``.

    ``fronted``: a clause follows («According to Ana Brill, the bridge ...»), so that commas are read more narrowly.
    """
    low = passage.low
    start = verb + 1
    high = min(high, start + REACH)
    if start >= high:
        return None
    if low[start] in words("subject_pronouns"):
        return (start, start + 1)
    if not passage.is_word(start):
        return None
    if low[start] in words("prepositions days wh") or low[start] in SUBORDINATORS or low[start] in LEADS:
        return None
    end = _phrase_end(passage, start, high)
    while end < high and low[end] == "," and _continues(passage, start, end, high):
        stop = _apposition_end(passage, end + 1, high)
        if _holds_clause(passage, end + 1, stop) or (fronted and passage.is_capital(end + 1)):
            break
        relative = low[end + 1] in {"who", "which", "whose"}
        if fronted and not relative and (stop >= high or low[stop] != "," or low[stop + 1 : stop + 2] in _RELATIVE):
            break
        end = stop
    while end > start and not (
        passage.is_word(end - 1) or low[end - 1] in {")", "'"} or passage.quote_of[end - 1] >= 0
    ):
        end -= 1
    return (start, end) if end > start else None


_BREAKS = BREAKS - {"(", "-"}


def _phrase_end(passage: Passage, start: int, high: int) -> int:
    """Return the end of the core phrase that starts at ``start``."""
    low = passage.low
    named = passage.is_capital(start)
    related = False
    index = start
    while index < high:
        word = low[index]
        if index > start and passage.quote_of[index] >= 0 and (stop := _title_end(passage, index)) is not None:
            index = stop
            continue
        if word == "with" and low[index + 1 : index + 2] == ["reference"]:
            break
        if word in QUOTE_MARKS or word in _BREAKS or word == ",":
            break
        if index > start:
            if word == "(":
                closing = next((i for i in range(index, min(high, index + 10)) if low[i] == ")"), None)
                if closing is None:
                    break
                index = closing + 1
                continue
            if word in SUBORDINATORS or (word in words("days") and low[index + 1 : index + 2] != ["by"]):
                break
            related |= word == "who"
            inside = related or word in {"'s", "both", "all", "first", "back"}
            if word in words("adverbs auxiliaries negations") and not inside:
                break
            if word in words("prepositions") and word not in _NP_PREPOSITIONS:
                if _names_day(passage, index):
                    break
                into_name = index + 1 < high and (passage.is_capital(index + 1) or low[index + 1] == "the")
                if not into_name or (named and not _has_common_noun(passage, start, index)):
                    break
            if (word == "to" and low[index - 1] != "close" and not related) or (
                word.endswith("ing")
                and not passage.is_capital(index)
                and word != "king"
                and word not in words("setting_nouns evidence_nouns")
            ):
                break
        index += 1
    return index


def _names_day(passage: Passage, index: int) -> bool:
    """Tell whether «on Tuesday» stands at a token: when it was said, not «a report on Monday by Brill»."""
    low = passage.low
    dated = low[index] == "on" and index + 1 < passage.size and low[index + 1] in words("days")
    return dated and low[index + 2 : index + 3] != ["by"]


def _title_end(passage: Passage, index: int) -> int | None:
    """Return where the title in quotation marks that begins at a token ends («the publication «Red Lantern»»)."""
    begin, end = passage.quotations[passage.quote_of[index]]
    named = begin == index and passage.is_word(index - 1) and not passage.is_capital(index - 1) and not passage.titled
    return end if named and is_title(passage, begin, end) and passage.is_word(end - 2) else None


def _has_common_noun(passage: Passage, start: int, end: int) -> bool:
    return any(not passage.is_capital(i) and passage.is_word(i) and len(passage.low[i]) > 3 for i in range(start, end))


_JOINING = SUBORDINATORS | COORDINATORS


def _continues(passage: Passage, start: int, comma: int, high: int) -> bool:
    """Tell whether what follows a comma still belongs to the subject (apposition, relative clause, age, party)."""
    if comma + 1 >= high:
        return False
    word = passage.low[comma + 1]
    if word in QUOTE_MARKS or word in {"adding", "citing", "noting", "saying"} or word in _JOINING:
        return False
    if word.endswith("ing") or (word in words("prepositions adverbs subject_pronouns") and word != "who"):
        return False
    if word in {"his", "her", "its"} and passage.low[start] in words("subject_pronouns"):
        return False
    if is_finite(passage, comma + 1) and passage.low[comma + 1] not in words("auxiliaries"):
        return False
    if word[0].isdigit() and comma + 2 < high and passage.is_word(comma + 2):
        return False  # «according to the port, 40 boats left»: no age
    return passage.is_word(comma + 1)


def _holds_clause(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a stretch behind a comma is a clause of its own, not an apposition."""
    low = passage.low
    for index in range(start, end):
        if low[index] in {"who", "which", "whose", "that", "where"}:
            return False
        if index > start and is_finite(passage, index):
            reduced = low[index].endswith("ed") and index + 1 < end and low[index + 1] in words("prepositions")
            if not reduced:
                return True
    return False


def _apposition_end(passage: Passage, start: int, high: int) -> int:
    low = passage.low
    index = start
    while index < high:
        word = low[index]
        if index > start and passage.quote_of[index] >= 0 and (stop := _title_end(passage, index)) is not None:
            index = stop
            continue
        if word == "with" and low[index + 1 : index + 2] == ["reference"]:
            break
        if word in QUOTE_MARKS or word in {";", ":", "—", "–", ","}:
            break
        if index > start and word in {"when", "while", "after", "before", "during", "because"}:
            break
        if index > start and _names_day(passage, index):
            break
        index += 1
    return index
