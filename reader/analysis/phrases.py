"""Phrases: verb groups, finite verbs, and noun phrases without the adverbial in front; guessed without a tagger."""

from functools import lru_cache

from reader.analysis.draft import Range
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import FINITE, Form, cue_verbs, words

WORDS_KEPT = 4096
"""Word forms whose class is kept once it is known."""
REACH = 60
"""Most tokens that are looked at on either side of a cue: keeps the whole linear."""
BREAKS = frozenset({";", ":", "—", "–", "―", "-", "(", "[", "...", "…", "?", "!", "|", "<", ">", "--"})
COORDINATORS = frozenset({"and", "but", "or", "nor", "yet", "so"})
SUBORDINATORS = frozenset(
    {
        "that", "because", "when", "while", "although", "though", "unless", "whereas", "whether", "if", "than",
        "after", "before", "until", "since", "where", "how", "why", "what", "as", "once",
    }
)  # fmt: skip
FRONTED = frozenset(
    {"while", "although", "though", "when", "after", "before", "as", "since", "if", "because", "once", "whereas"}
)
LEADS = frozenset(
    {
        "and", "but", "yet", "so", "still", "or", "meanwhile", "however", "then", "now", "earlier", "later", "instead",
        "also", "today", "yesterday", "nevertheless", "nonetheless", "indeed", "moreover", "furthermore", "thus",
        "hence", "besides", "otherwise", "perhaps", "maybe", "even", "again", "afterward", "afterwards", "plus",
        "nor", "therefore", "elsewhere", "first", "second", "finally", "overall", "separately", "likewise", "rather",
    }
)  # fmt: skip
_QUANTIFIERS = frozenset({"outside", "inside", "about", "over", "under", "following", "near"})
"""Prepositions that can also stand in front of a noun («outside experts», «about forty residents»)."""


_LONGEST_GROUP = 16
"""Most tokens between a subject and its verb that are looked at."""


def is_verb_group(passage: Passage, index: int) -> bool:
    """Tell whether a token can stand between a subject and its verb (auxiliary, negation, adverb)."""
    found = _is_group_form(passage.low[index])
    return not passage.is_capital(index) if found is None else found


@lru_cache(maxsize=WORDS_KEPT)
def _is_group_form(word: str) -> bool | None:
    """Tell whether a word stands in verb groups; None: it does in small letters."""
    if word in words("auxiliaries negations adverbs"):
        return True
    return None if word.endswith("ly") and len(word) > 4 and word not in words("ly_nouns") else False


def is_finite(passage: Passage, index: int) -> bool:
    """Guess whether a token is a finite verb."""
    found = _is_finite_form(passage.low[index])
    return not passage.is_capital(index) if found is None else found


@lru_cache(maxsize=WORDS_KEPT)
def _is_finite_form(word: str) -> bool | None:
    """Tell whether a word is a finite verb; None: it is in small letters."""
    if word in words("auxiliaries negations common_verbs"):
        return True
    cue = cue_verbs().get(word)
    if cue is not None:
        return cue.form is Form.PAST
    return None if word.endswith("ed") and len(word) > 3 and word not in words("not_past") else False


def is_reporting(passage: Passage, index: int) -> bool:
    """Tell whether a token is a finite verb that takes a reported clause."""
    cue = cue_verbs().get(passage.low[index])
    reports = cue is not None and cue.form in FINITE and "clause" in cue.takes
    return reports and (passage.titled or not passage.is_capital(index))


def verb_group_start(passage: Passage, verb: int, low: int) -> int:
    """Return the first token of the verb group that ends with ``verb``."""
    start = verb
    low = max(low, verb - _LONGEST_GROUP)
    while start > low:
        if is_verb_group(passage, start - 1):
            start -= 1
        elif passage.low[start - 1] not in words("time_nouns days"):
            break
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


def clause_limit(passage: Passage, subject: Range, begin: int, start: int, end: int) -> int:
    """Return where a clause ends at the latest, if it is a fronted or a relative clause of its sentence.

    ``subject``: the subject of the clause; ``begin``: the first token of its content; ``start`` and ``end``: the unit.
    """
    low = passage.low
    relative = low[subject[1] - 1] in {"who", "which", "that"}
    leads = (subject[0] - 1, start, start + 1)
    fronted = subject[0] - start < 12 and any(low[i] in FRONTED for i in leads if start <= i < subject[0])
    fronted |= low[start] == "despite" and low[subject[0] - 1] == "what"
    fronted |= start + 1 < subject[0] and low[subject[0] - 2] in {"and", "but"} and low[subject[0] - 1] in FRONTED
    if not relative and not fronted:
        return end
    for index in range(begin + 1, min(end, begin + 80) - 1):
        if low[index] != "," or passage.quote_of[index] >= 0:
            continue
        if relative and is_finite(passage, index + 1):
            return index
        if fronted and (low[index + 1].split("'")[0] in words("clause_starts") or passage.is_capital(index + 1)):
            return index
        if fronted and _has_subject(passage, index + 1, end):
            return index
        if fronted and low[index + 1] in words("prepositions"):
            ahead = low[index + 2 : min(end, index + 10)]
            if not words("subject_pronouns").isdisjoint(ahead):
                return index
    return end


def _has_subject(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a clause with a bare noun as its subject begins («..., engineers warned»)."""
    if is_finite(passage, start) or _opens_no_clause(passage.low[start]):
        return False
    for index in range(start + 1, min(end, start + 4)):
        if not passage.is_word(index) or passage.low[index] in COORDINATORS:
            return False
        if is_finite(passage, index):
            return passage.is_word(start)
    return False


def _opens_no_clause(word: str) -> bool:
    return word in words("prepositions wh") or word in COORDINATORS or word in SUBORDINATORS


def strip_lead(passage: Passage, start: int, end: int) -> Range | None:
    """Return a noun phrase without the adverbial that a sentence begins with («On Monday», «But», «Last week»)."""
    low = passage.low
    if "according" in low[start:end]:
        return None
    while start < end:
        word = low[start]
        if (word in LEADS and end - start > 1) or word == "," or word == "." or word in QUOTE_MARKS:
            start += 1
        elif word in {"last", "this", "next", "earlier", "late", "early"} and _time_behind(passage, start, end):
            start = _time_behind(passage, start, end)
        elif start + 1 < end and _is_opener(word, low[start + 1]):
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


def _is_opener(word: str, following: str) -> bool:
    """Tell whether a sentence adverb or a day stands in front of a phrase («Recently», «Monday»)."""
    if word in words("days"):
        return following not in {"'s", "and"}
    return word.endswith("ly") and len(word) > 4


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
        if (
            passage.is_capital(index)
            and not passage.is_capital(index - 1)
            and low[index - 1] not in words("prepositions determiners")
        ):
            return index
    return None


_LINKS = frozenset({"of", "for", "from", "at", "with", "in", "on", "by", "to"})
"""Prepositions behind which a plural does not clash with the article in front of the phrase."""


def _without_article_clash(passage: Passage, start: int, end: int) -> Range:
    """Cut «a history | Ukrainian officials» (say): one singular article cannot go with a plural head."""
    low = passage.low
    head = low[end - 1]
    if (
        low[start] in words("determiners")
        and start + 2 < end
        and low[start + 1] in words("afterthoughts")
        and low[start + 2] not in _LINKS
    ):
        return (start + 2, end)
    if (
        low[start] in {"a", "an"}
        and head in {"police", "officials", "critics", "experts", "prosecutors", "authorities"}
        and end - start == 3
    ):
        return (end - 1, end)
    if (
        low[start] in {"a", "an"}
        and head.endswith("s")
        and not head.endswith("ss")
        and _LINKS.isdisjoint(low[start:end])
    ):
        for index in range(start + 2, end):
            if passage.is_capital(index) and not passage.is_capital(index - 1):
                return (index, end)
    return (start, end)


def is_title(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a quotation is the title of a work or an outlet: a few words, all capitalised, no sentence."""
    names, ended = 0, False
    for index in range(start, end):
        word = passage.low[index]
        if word[0].isalnum():
            names += 1
            if names > _LONGEST_TITLE or ended or not (len(word) < 4 or passage.is_capital(index)):
                return False  # most speech: at its second or third word
        elif names and word in _SENTENCE_ENDS:
            ended = True
    return names > 0


_LONGEST_TITLE = 6
"""Words of the title of a work or an outlet."""
_SENTENCE_ENDS = frozenset({".", "?", "!"})


def title_before(passage: Passage, end: int, low: int) -> int | None:
    """Return where the title in quotation marks that ends before ``end`` begins, None if none does.

    What ends with a comma or a full stop is speech: «"Never," Brill said».
    """
    quote = passage.quote_of[end - 1] if end > low else -1
    if quote < 0:
        return None
    start, stop = passage.quotations[quote]
    titled = stop == end and start > low and not passage.titled and is_title(passage, start, stop)
    return start if titled and passage.is_word(stop - 2) and passage.is_word(start - 1) else None
