"""Sources: the noun phrase in front of a reporting verb or behind it, found without a parser."""

from reader.analysis.draft import Range
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import Form, cue_verbs, words

REACH = 60
"""Most tokens that are looked at on either side of a cue: keeps the whole linear."""

_BREAKS = frozenset({";", ":", "—", "–", "―", "-", "(", "[", "...", "…", "?", "!", "|", "<", ">", "--"})
_COORDINATORS = frozenset({"and", "but", "or", "nor", "yet", "so"})
_SUBORDINATORS = frozenset(
    {
        "that", "because", "when", "while", "although", "though", "unless", "whereas", "whether", "if", "than",
        "after", "before", "until", "since", "where", "how", "why", "what", "as", "once",
    }
)  # fmt: skip
_LEADS = frozenset(
    {
        "and", "but", "yet", "so", "still", "or", "meanwhile", "however", "then", "now", "earlier", "later", "instead",
        "also", "today", "yesterday", "nevertheless", "nonetheless", "indeed", "moreover", "furthermore", "thus",
        "hence", "besides", "otherwise", "perhaps", "maybe", "even", "again", "afterward", "afterwards", "plus",
        "nor", "therefore", "elsewhere", "first", "second", "finally", "overall", "separately", "likewise", "rather",
    }
)  # fmt: skip
_QUANTIFIERS = frozenset({"outside", "inside", "about", "over", "under", "following", "near"})
"""Prepositions that can also stand in front of a noun («outside experts», «about forty residents»)."""
_NP_PREPOSITIONS = frozenset({"of", "for", "from", "with", "to", "by"})


def is_verb_group(passage: Passage, index: int) -> bool:
    """Tell whether a token can stand between a subject and its verb (auxiliary, negation, adverb)."""
    word = passage.low[index]
    if word in words("auxiliaries negations adverbs"):
        return True
    return word.endswith("ly") and len(word) > 4 and not passage.is_capital(index)


def is_finite(passage: Passage, index: int) -> bool:
    """Guess whether a token is a finite verb."""
    word = passage.low[index]
    if word in words("auxiliaries negations common_verbs"):
        return True
    cue = cue_verbs().get(word)
    if cue is not None:
        return cue.form is Form.PAST
    return word.endswith("ed") and len(word) > 4 and not passage.is_capital(index)


def verb_group_start(passage: Passage, verb: int, low: int) -> int:
    """Return the first token of the verb group that ends with ``verb``."""
    start = verb
    while start > low:
        if is_verb_group(passage, start - 1):
            start -= 1
        elif passage.low[start - 1] in words("time_nouns") and start - 2 > low:
            # «Trump this week said», «the ministry late last month said»
            if passage.low[start - 2] not in {"this", "last", "earlier"}:
                break
            start -= 2
        elif passage.low[start - 1] in words("days") and start - 1 > low:
            start -= 2 if passage.low[start - 2] == "on" else 1
        else:
            break
    return max(start, low)


def subject_before(passage: Passage, verb: int, low: int) -> Range | None:
    """Return the subject that ends right before the verb group of ``verb``; ``low`` is the first token to look at."""
    end = verb_group_start(passage, verb, low)
    low = max(low, end - REACH)
    while end > low and passage.low[end - 1] in {"'", "’"}:
        end -= 1
    if end <= low:
        return None
    last = passage.low[end - 1]
    if last in words("subject_pronouns") or last in {"which", "that"}:
        return (end - 1, end)
    if last == ",":
        return _subject_with_insertion(passage, low, end)
    if last in {"—", "–", "―", "--", "-"}:
        opened = next((i for i in range(end - 2, low, -1) if passage.low[i] == last), None)
        if opened is None:
            return None
        phrase = strip_lead(passage, _walk_left(passage, low, opened), opened)
        return (phrase[0], end) if phrase is not None else None
    if last in QUOTE_MARKS or last in _BREAKS or last in _COORDINATORS or last in _SUBORDINATORS:
        return None
    if last in words("prepositions") or last == "to":
        return None
    start = _behind_verb(passage, _walk_left(passage, low, end), end)
    return strip_lead(passage, start, end)


def _walk_left(passage: Passage, low: int, end: int) -> int:
    """Return where the noun phrase that ends before ``end`` begins, without looking past ``low``."""
    index = end
    words_low = passage.low
    while index > low:
        word = words_low[index - 1]
        if word == ")":
            opened = _opening(passage, index - 1, low)
            if opened is None:
                return index
            index = opened
            continue
        if word == ",":
            if not _is_list_comma(passage, index - 1, low, end):
                return index
        elif word in QUOTE_MARKS or word in _BREAKS:
            return index
        elif word in _SUBORDINATORS:
            if word == "as" and index >= 2 and words_low[index - 2] in {"such", "well"}:
                index -= 2
                continue
            return index
        elif word in {"and", "or", "but"}:
            if word == "but" or _is_clause_border(passage, index - 1, low, end):
                return index
        elif word in {"who", "whom", "whose", "which"}:
            pass
        elif index < end and _is_reporting(passage, index - 1):
            return index
        index -= 1
    return index


def _behind_verb(passage: Passage, start: int, end: int) -> int:
    """Return where a phrase begins behind a finite verb that cannot belong to it («is the third time | the union»)."""
    low = passage.low
    for index in range(end - 1, start, -1):
        if low[index] in {"who", "which", "that", "whose", "whom"}:
            return start
        if low[index] in words("auxiliaries negations") and low[index] not in {"be", "been", "being", "having", "'s", "'d"}:
            if any(low[i] in {"who", "which", "that", "whose", "whom"} for i in range(start, index)):
                return start
            return index + 1
    return start


def _is_reporting(passage: Passage, index: int) -> bool:
    cue = cue_verbs().get(passage.low[index])
    return cue is not None and cue.form in {Form.PAST, Form.PRESENT} and "clause" in cue.takes


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


def _is_clause_border(passage: Passage, conjunction: int, low: int, end: int) -> bool:
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


def strip_lead(passage: Passage, start: int, end: int) -> Range | None:
    """Return a noun phrase without the adverbial that a sentence begins with («On Monday», «But», «Last week»)."""
    low = passage.low
    while start < end:
        word = low[start]
        if word in _LEADS and end - start > 1 or word == "," or word == "." or word in QUOTE_MARKS:
            start += 1
        elif word in {"last", "this", "next", "earlier", "late", "early"} and _time_behind(passage, start, end):
            start = _time_behind(passage, start, end)
        elif word.endswith("ly") and len(word) > 4 and start + 1 < end:
            start += 1
        elif word in words("days") and start + 1 < end and low[start + 1] not in {"'s", "and"}:
            start += 1
        elif word in words("prepositions"):
            behind = _behind_adverbial(passage, start, end)
            if behind is None:
                if word in _QUANTIFIERS and end - start < 5:
                    break
                return None
            start = behind
        else:
            break
    if start >= end:
        return None
    return _without_article_clash(passage, start, end)


def _time_behind(passage: Passage, start: int, end: int) -> int:
    """Return the token behind «last week», «this Monday», «earlier this month»; 0 if there is none."""
    for index in range(start + 1, min(end, start + 4)):
        if passage.low[index] in words("time_nouns days months") and index + 1 < end:
            return index + 1
    return 0


def _behind_adverbial(passage: Passage, start: int, end: int) -> int | None:
    """Return where the phrase behind a fronted prepositional phrase begins."""
    low = passage.low
    for index in range(start + 1, end):
        word = low[index]
        if word in words("days months time_nouns setting_nouns") or (word.isdigit() and len(word) == 4):
            index += 1
            while index < end and (low[index].isdigit() or low[index] in words("days time_nouns") or low[index] == ","):
                index += 1
            return index if index < end else None
        if index > start + 1 and word in words("subject_pronouns"):
            return index
        if index > start + 1 and word in {"the", "a", "an"} and low[index - 1] not in words("prepositions"):
            return index
    for index in range(start + 2, end):
        if passage.is_capital(index) and not passage.is_capital(index - 1) and low[index - 1] not in words(
            "prepositions determiners"
        ):
            return index
    return None


def _without_article_clash(passage: Passage, start: int, end: int) -> Range:
    """Cut «a history | Ukrainian officials» (say): one singular article cannot go with a plural head."""
    low = passage.low
    head = low[end - 1]
    if low[start] in {"a", "an"} and head in {"police", "officials", "critics", "experts", "prosecutors", "authorities"} and end - start == 3:
        return (end - 1, end)
    if low[start] in {"a", "an"} and head.endswith("s") and not head.endswith("ss") and "of" not in low[start:end]:
        for index in range(start + 2, end):
            if passage.is_capital(index) and not passage.is_capital(index - 1):
                return (index, end)
    return (start, end)


def _subject_with_insertion(passage: Passage, low: int, end: int) -> Range | None:
    """Read «S, head of X, said»: the subject is the first stretch between commas that can be a noun phrase."""
    comma = end - 1
    first = _segment_start(passage, low, comma)
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
            return (phrase[0], end - 1)
        start = stop + 1
    return None


def subject_before_quotation(passage: Passage, low: int, end: int) -> Range | None:
    """Read «S, citing "X," said»: a quotation stands inside the insertion between subject and verb."""
    comma = next((i for i in range(low, end) if passage.low[i] == "," and passage.quote_of[i] < 0), None)
    if comma is None or comma == low or comma + 1 >= end or passage.quote_of[comma + 1] >= 0:
        return None
    return _plain_phrase(passage, low, comma)


def _segment_start(passage: Passage, low: int, comma: int) -> int:
    """Return the start of the clause that holds an insertion: behind the last strong break before it."""
    for index in range(comma - 1, low - 1, -1):
        word = passage.low[index]
        if word in QUOTE_MARKS or word in {";", ":", "—", "–"}:
            return index + 1
        if word == "that" and index > low and _is_reporting(passage, index - 1):
            return index + 1
    return low


def _plain_phrase(passage: Passage, start: int, stop: int) -> Range | None:
    """Return the stretch without its lead if it can be a subject: no verb, no subordinator, a noun-like start."""
    for index in range(start, stop):
        word = passage.low[index]
        if word in _SUBORDINATORS or word in words("auxiliaries negations") or (index > start and _is_reporting(passage, index)):
            if index == start or word != "as":
                return None
    begin = passage.low[start]
    if begin.endswith(("ing", "ed")) and start + 1 < stop and not passage.is_capital(start + 1):
        return None
    phrase = strip_lead(passage, start, stop)
    if phrase is None:
        return None
    word = passage.low[phrase[0]]
    if word in words("days time_nouns") or word in _LEADS or not passage.is_word(phrase[0]):
        return None
    if phrase[1] - phrase[0] == 1 and not passage.is_capital(phrase[0]) and not word.endswith("s"):
        return phrase if word in words("subject_pronouns") or word in {"police", "one", "some", "many"} else None
    return phrase


def main_subject(passage: Passage, verb: int, low: int) -> Range | None:
    """Return the subject of the sentence's main clause: the first plain phrase before its first finite verb."""
    limit = min(verb, low + REACH)
    start = low
    for index in range(low, limit):
        word = passage.low[index]
        if word == ",":
            if _plain_phrase(passage, start, index) is not None and _apposition_follows(passage, index):
                continue
            if not any(is_finite(passage, i) for i in range(start, index)):
                start = index + 1
                continue
            start = index + 1
        elif is_finite(passage, index) and index > start and passage.low[start] not in _SUBORDINATORS:
            end = index
            while end > start and (is_verb_group(passage, end - 1) or passage.low[end - 1] == ","):
                end -= 1
            if end <= start:
                continue
            phrase = strip_lead(passage, start, end)
            if phrase is not None and passage.low[phrase[1] - 1] not in {"who", "which", "that"}:
                return phrase
    return None


def _apposition_follows(passage: Passage, comma: int) -> bool:
    following = passage.low[comma + 1] if comma + 1 < len(passage) else ""
    return following in words("determiners") or following in {"who", "which", "whose", "former", "head", "chief"}


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
    if low[start] in words("prepositions days wh") or low[start] in _SUBORDINATORS or low[start] in _LEADS:
        return None
    end = _phrase_end(passage, start, high)
    while end < high and low[end] == "," and _continues(passage, start, end, high):
        stop = _apposition_end(passage, end + 1, high)
        if _holds_clause(passage, end + 1, stop) or (fronted and passage.is_capital(end + 1)):
            break
        end = stop
    while end > start and not (passage.is_word(end - 1) or low[end - 1] in {")", "'"}):
        end -= 1
    return (start, end) if end > start else None


def _phrase_end(passage: Passage, start: int, high: int) -> int:
    """Return the end of the core phrase that starts at ``start``."""
    low = passage.low
    named = passage.is_capital(start)
    index = start
    while index < high:
        word = low[index]
        if word in QUOTE_MARKS or word in _BREAKS - {"(", "-"} or word == ",":
            break
        if index > start:
            if word == "(":
                closing = next((i for i in range(index, min(high, index + 10)) if low[i] == ")"), None)
                if closing is None:
                    break
                index = closing + 1
                continue
            if word in _SUBORDINATORS or word in words("days"):
                break
            if word in words("adverbs auxiliaries negations") and word not in {"'s", "both", "all", "first", "back"}:
                break
            if word in words("prepositions") and word not in _NP_PREPOSITIONS:
                into_name = index + 1 < high and (passage.is_capital(index + 1) or low[index + 1] == "the")
                if not into_name or (named and not _has_common_noun(passage, start, index)):
                    break
            if word == "to" or (word.endswith("ing") and not passage.is_capital(index) and word not in {"king"}):
                break
        index += 1
    return index


def _has_common_noun(passage: Passage, start: int, end: int) -> bool:
    return any(not passage.is_capital(i) and passage.is_word(i) and len(passage.low[i]) > 3 for i in range(start, end))


def _continues(passage: Passage, start: int, comma: int, high: int) -> bool:
    """Tell whether what follows a comma still belongs to the subject (apposition, relative clause, age, party)."""
    if comma + 1 >= high:
        return False
    word = passage.low[comma + 1]
    if word in QUOTE_MARKS or word in {"adding", "citing", "noting", "saying"} or word in _SUBORDINATORS | _COORDINATORS:
        return False
    if word.endswith("ing") or word in words("prepositions adverbs subject_pronouns") and word != "who":
        return False
    if word in {"his", "her", "its"} and passage.low[start] in words("subject_pronouns"):
        return False
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
        if word in QUOTE_MARKS or word in {";", ":", "—", "–", ","}:
            break
        if index > start and word in {"when", "while", "after", "before", "during", "because"}:
            break
        index += 1
    return index
