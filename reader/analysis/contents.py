"""Contents: how far the attributed words reach, behind a cue and in front of one."""

from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.draft import Range
from reader.analysis.sources import REACH, is_finite
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import Cue, Form, cue_verbs, words
from reader.lexicon.offices import organisation_words

LONGEST = 300
"""Most tokens of one indirect content: keeps the whole linear."""


class Opening(StrEnum):
    """How the content behind a cue begins."""

    NONE = "none"
    THAT = "that"
    CLAUSE = "clause"
    QUOTE = "quote"
    COLON = "colon"
    WH = "wh"
    INFINITIVE = "to"
    NOUN = "noun"
    PREPOSITION = "preposition"


@dataclass(slots=True)
class Behind:
    """What stands behind a cue."""

    opening: Opening
    start: int
    """First token of the content."""
    cue_end: int
    """Token behind the cue with its particle («pointed out», «called for»)."""


_PARTICLES = {
    "point": {"out"},
    "call": {"out"},
    "lash": {"out"},
    "spell": {"out"},
    "speak": {"out"},
    "write": {"back"},
    "shout": {"back", "out"},
    "chime": {"in"},
    "fire": {"back"},
    "cry": {"out"},
    "cite": set(),
}
_SURE = frozenset({"say", "tell", "write", "add", "note", "claim", "argue", "insist", "warn", "assert", "contend", "allege"})
"""Verbs that hardly ever take a bare noun phrase: a clause is believed even where no finite verb is recognised."""
_MEDIA = frozenset({"newspaper", "newspapers", "website", "daily", "weekly", "broadcaster", "reporter", "reporters", "host"})
_SETTINGS = frozenset(
    {
        "statement", "interview", "tweet", "email", "e-mail", "release", "conference", "briefing", "speech", "post",
        "letter", "memo", "testimony", "rally", "debate", "hearing", "tweets", "remarks", "message", "filing", "report",
    }
)  # fmt: skip
_AFTERTHOUGHTS = frozenset(
    {
        "move", "claim", "charge", "assertion", "comment", "reference", "statement", "suggestion", "position",
        "sentiment", "view", "decision", "stance", "remark", "notion", "idea", "accusation", "allegation", "step",
        "prospect", "shift", "recommendation", "figure", "number", "fact", "phrase", "term", "theme", "message", "line", "reversal", "contention", "description", "characterization",
    }
)  # fmt: skip


def read_behind(passage: Passage, verb: int, cue: Cue, high: int) -> Behind:
    """Tell what kind of content, if any, stands behind a verb; nothing at or past ``high`` is looked at."""
    low = passage.low
    index = verb + 1
    if index < high and low[index] in _PARTICLES.get(cue.lemma, ()):
        index += 1
    cue_end = index
    takes = cue.takes
    if "object" in takes:
        index = _behind_object(passage, index, high)
    place = _behind_adjuncts(passage, index, high)
    return _classify(passage, index, place, cue, cue_end, high)


def _classify(passage: Passage, index: int, place: int, cue: Cue, cue_end: int, high: int) -> Behind:
    low, takes = passage.low, cue.takes
    speaks = not takes.isdisjoint({"clause", "that", "quote", "object", "open"})
    for at in (index, place):
        if at >= high:
            continue
        quote = _quotation_from(passage, at, high)
        if quote is not None and (speaks or at == cue_end):
            return Behind(Opening.QUOTE, quote, cue_end)
        word = low[at]
        if word == "that" and not takes.isdisjoint({"clause", "that"}) and at + 1 < high:
            if low[at + 1] in words("auxiliaries negations"):
                return Behind(Opening.CLAUSE, at, cue_end)
            return Behind(Opening.THAT, at + 1, cue_end)
        if word == ":" and speaks and at + 1 < high:
            return Behind(Opening.COLON, at + 1, cue_end)
        if word in words("wh") and "wh" in takes and at + 2 < high:
            return Behind(Opening.WH, at, cue_end)
        if word == "to" and "to" in takes and at + 1 < high and low[at + 1] not in words("determiners pronouns"):
            if not passage.is_capital(at + 1) and not low[at + 1].endswith("ing"):
                return Behind(Opening.INFINITIVE, at, cue_end)
    if index + 1 < high and low[index] in takes and low[index] != "to":
        return Behind(Opening.PREPOSITION, index + 1, index + 1)
    if index + 1 < high and low[index] == "to" and "toward" in takes:
        return Behind(Opening.PREPOSITION, index + 1, index + 1)
    if "clause" in takes:
        if place < high and _starts_clause(passage, place, high, cue.lemma in _SURE):
            return Behind(Opening.CLAUSE, place, cue_end)
    if "evidence" in takes and place < high and _starts_clause(passage, place, high, False):
        return Behind(Opening.CLAUSE, place, cue_end)
    if not takes.isdisjoint({"noun", "named"}) and index < high and (
        _starts_noun(passage, index) or (low[index] == "what" and "named" in takes)
    ):
        return Behind(Opening.NOUN, index, cue_end)
    return Behind(Opening.NONE, place, cue_end)


def _quotation_from(passage: Passage, index: int, high: int) -> int | None:
    """Return the first token of a quotation that begins here, at most a comma or colon away."""
    at = index
    while at < high and at < index + 2 and passage.low[at] in {",", ":"}:
        at += 1
    if at < high and passage.quote_of[at] >= 0 and passage.quotations[passage.quote_of[at]][0] == at:
        return at
    return None


def _behind_object(passage: Passage, index: int, high: int) -> int:
    """Return the token behind the person told («reporters», «The Daily Globe», «CNN's Ana Brill»)."""
    low = passage.low
    if index >= high or low[index] == "that" or passage.quote_of[index] >= 0:
        return index
    if low[index] in words("object_pronouns"):
        return index + 1
    at = index
    if low[at] in words("determiners") and low[at] not in {"this", "that", "these", "those"}:
        at += 1
    begin = at
    capital = at < high and passage.is_capital(at)
    limit = min(high, at + 20)
    while at < limit:
        word = low[at]
        if passage.quote_of[at] >= 0 or word in {",", ":", ";", "that", "to", "—", "–"} or word in words("wh"):
            break
        if at > begin and word in words("days prepositions subject_pronouns"):
            if word != "of" and not (word == "for" and passage.is_capital(at - 1)):
                break
        if at > begin and word in words("determiners") and low[at - 1] not in {"of", "'s"}:
            break
        if at > begin and capital and not passage.is_capital(at) and word not in {"of", "'s", "and", "for", "the"}:
            if not (low[at - 1].endswith("'s") or at == begin + 1 or word in organisation_words() or word in _MEDIA):
                break
        if at > begin and not capital and passage.is_capital(at):
            if low[at - 1] not in {"of"}:
                break
        if at > begin and is_finite(passage, at):
            return index
        at += 1
    return at


def _behind_adjuncts(passage: Passage, index: int, high: int) -> int:
    """Return the token behind what tells when and where something was said («Thursday», «in a statement»)."""
    low = passage.low
    limit = min(high, index + REACH)
    while index < limit:
        word = low[index]
        if passage.quote_of[index] >= 0:
            break
        if word in words("days adverbs") and word not in {"all", "both", "one", "only", "even", "just"}:
            index += 1
        elif word.endswith("ly") and len(word) > 4 and not passage.is_capital(index):
            index += 1
        elif word in {"last", "this", "earlier", "next", "late", "early"} and _names_time(passage, index, limit):
            index += 2
            if index < limit and low[index] in words("time_nouns"):
                index += 1
        elif word in words("months") and index + 1 < limit and passage.is_capital(index):
            index += 1
            while index < limit and (low[index].isdigit() or low[index] == "."):
                index += 1
        elif word in words("prepositions"):
            behind = _behind_phrase(passage, index, limit)
            if behind is None:
                break
            index = behind
        elif word == "," and low[index + 2 : index + 3] == [","] and low[index + 1] in {"however", "too", "meanwhile"}:
            index += 3
        elif word == "," and low[index + 1 : index + 4] in (["for", "example", ","], ["for", "instance", ","], ["in", "part", ","]):
            index += 4
        else:
            break
    return min(index, high)


def _names_time(passage: Passage, index: int, limit: int) -> bool:
    return any(
        passage.low[i] in words("time_nouns days months") for i in range(index + 1, min(limit, index + 3))
    )


def _behind_phrase(passage: Passage, index: int, limit: int) -> int | None:
    """Return the token behind a prepositional phrase after a verb of saying, None if it is no setting."""
    low = passage.low
    that = None
    for at in range(index + 1, limit):
        word = low[at]
        if passage.quote_of[at] >= 0:
            return at if at > index + 1 and low[at - 1] in {",", ":"} else None
        if word == "that":
            that = at
            break
        if word == ":":
            return at
        if word in {";", ".", ","} or word in cue_verbs() or (word in words("auxiliaries subject_pronouns") and word != "'s"):
            break
    if that is not None:
        return that
    for at in range(index + 1, min(limit, index + 8)):
        word = low[at]
        if word in words("setting_nouns") or (word in words("days time_nouns") or (word.isdigit() and at == index + 2)):
            at += 1
            while at < limit and (low[at] in words("setting_nouns") or low[at].isdigit()):
                at += 1
            return at
        if word in {",", "and"} or word in words("subject_pronouns"):
            return None
    return None


def _starts_clause(passage: Passage, index: int, high: int, sure: bool) -> bool:
    """Tell whether a bare clause begins here: a noun-like start and a finite verb behind it."""
    low = passage.low
    word = low[index]
    if not passage.is_word(index) and passage.quote_of[index] < 0 and word not in {"$", "#", "@"}:
        return False
    if word in words("prepositions") and word not in {"under", "despite", "in", "at", "after", "with", "for", "about"}:
        return False
    if word in {"and", "or", "but", "to", "as", "than"}:
        return False
    if word.split("'")[0] in {"he", "she", "they", "we", "i", "there"} or ("'" in word and word.split("'")[0] in {"it", "that", "you"}):
        return True
    limit = min(high, index + 40)
    for at in range(index + 1, limit):
        if is_finite(passage, at) or low[at].endswith(("n't", "'s", "'re", "'ll")):
            return True
        if low[at] in {"who", "which"} and not sure:
            return False
        if low[at] == ";":
            break
    return sure and limit - index > 4


def _starts_noun(passage: Passage, index: int) -> bool:
    word = passage.low[index]
    if passage.quote_of[index] >= 0:
        return True
    if word in words("prepositions wh adverbs") or word in {"and", "or", "but", "to", "as", "than", "that"}:
        return False
    return passage.is_word(index)


def content_behind(passage: Passage, behind: Behind, high: int, cue: Cue | None) -> tuple[list[Range], int]:
    """Return the content behind a cue and the token at which it stops."""
    start = behind.start
    quote = passage.quote_of[start] if start < len(passage) else -1
    if quote >= 0 and behind.opening in {Opening.QUOTE, Opening.COLON} and passage.quotations[quote][0] == start:
        end = passage.quotations[quote][1]
        if not _quotation_goes_on(passage, start, end, high):
            return [(start, end)], end
    end = clause_end(passage, start, high, short=behind.opening in {Opening.NOUN, Opening.PREPOSITION})
    if behind.opening in {Opening.NOUN, Opening.PREPOSITION} and cue is not None:
        end = _noun_end(passage, start, end, cue)
    elif behind.opening is Opening.INFINITIVE:
        end = _infinitive_end(passage, start, end)
    return ([(start, end)], end) if end > start else ([], end)


_TURNS = frozenset({"declined", "refused", "stopped", "took", "did", "didn't", "has", "hasn't", "later", "then"})
"""Words that, behind «but», go on with what the source did, not with what it said."""
_ADJUNCTS = frozenset({"during", "since", "when", "while", "after", "before", "because", "amid", "despite", "until"})


def _infinitive_end(passage: Passage, start: int, end: int) -> int:
    """Return where «to resign» ends: before a new clause or an adjunct of time."""
    low = passage.low
    for at in range(start + 2, end):
        if passage.quote_of[at] >= 0:
            continue
        if low[at] in _ADJUNCTS or (low[at] == "so" and low[at + 1 : at + 2] not in (["that"], ["as"])):
            return at
        if low[at] == "," and low[at + 1 : at + 2] and low[at + 1] in {"and", "but", "although", "though", "while", "which", "who"}:
            return at
    return end


def _noun_end(passage: Passage, start: int, end: int, cue: Cue) -> int:
    """Return where the noun phrase behind «criticised» ends: before when, where and why it was said."""
    low = passage.low
    for at in range(start + 1, end):
        word = low[at]
        if passage.quote_of[at] >= 0:
            continue
        if word in _ADJUNCTS or (word == "as" and "as" not in cue.takes and low[at - 1] != "such"):
            return at
        if word in {"in", "on", "at"} and at + 1 < end:
            nearby = low[at + 1 : at + 5]
            if any(w in words("setting_nouns days months") for w in nearby):
                return at
        if word == "to" and at + 1 < end and low[at + 1] in {"help", "make", "show", "give", "get"}:
            return at
    return end


def _quotation_goes_on(passage: Passage, start: int, end: int, high: int) -> bool:
    """Tell whether a sentence runs on behind a quotation («the "worst" storm in years»)."""
    if end >= high or passage.low[end] in {",", ".", ";", "—", "–", "?", "!"}:
        return False
    if passage.low[end - 2] in {",", ".", "?", "!"} and end - 2 > start:
        return False
    first = start + 1
    return not (passage.is_capital(first) and passage.low[end] in words("prepositions days"))


def clause_end(passage: Passage, start: int, high: int, *, short: bool = False) -> int:
    """Return where an indirect content that begins at ``start`` ends; ``short``: it is a noun phrase."""
    low = passage.low
    limit = min(high, start + LONGEST)
    at = start + 1
    end = limit
    while at < limit:
        quote = passage.quote_of[at]
        if quote >= 0:
            at = passage.quotations[quote][1]
            if at < limit and low[at - 2] == "," and _comma_ends(passage, at - 1, limit, short):
                end = at
                break
            continue
        word = low[at]
        if (
            (word == "," and _comma_ends(passage, at, limit, short))
            or (word in {"and", "but", ";"} and _cue_follows(passage, at + 1, limit))
            or (short and word in {"and", "but"} and at + 1 < limit and is_finite(passage, at + 1))
            or (word == "but" and at + 1 < limit and low[at + 1] in _TURNS)
            or (short and word == "," and limit - at > at - start and low[at + 1 : at + 2] not in (["including"], ["such"], ["the"]))
            or (short and word == ":" and at + 1 < limit and passage.quote_of[at + 1] < 0)
            or (word == "according" and at + 1 < limit and low[at + 1] == "to")
            or (word == "when" and at + 1 < limit and low[at + 1] == "asked")
            or (word in {"in", "during", "on"} and _setting_ends(passage, at, limit))
            or (word == ";" and short)
            or (short and word in {"—", "–"})
        ):
            end = at
            break
        at += 1
    while end > start and passage.quote_of[end - 1] < 0 and not (
        passage.is_word(end - 1) or low[end - 1] in {")", "]", "%", "'", "$"}
    ):
        end -= 1
    return end


def _comma_ends(passage: Passage, comma: int, limit: int, short: bool) -> bool:
    low = passage.low
    at = comma + 1
    if at >= limit or passage.quote_of[at] >= 0:
        return False
    word = low[at]
    cue = cue_verbs().get(word)
    if word in {"according", "citing", "referring"} or (cue is not None and cue.form is Form.GERUND):
        return True
    if word == "when" and at + 1 < limit and low[at + 1] == "asked":
        return True
    if word in {"a", "an", "the"} and any(low[i] in _AFTERTHOUGHTS for i in range(at + 1, min(limit, at + 4))):
        return True
    if word in {"in", "during"} and any(low[i] in _SETTINGS for i in range(at + 1, min(limit, at + 5))):
        return True
    if word in {"and", "but", "while", "though", "although"} and _cue_follows(passage, at + 1, limit):
        return True
    if word == "but" and at + 1 < limit and low[at + 1] in words("subject_pronouns"):
        return True
    if short and is_finite(passage, at):
        return True
    return short and (word in {"and", "but", "which", "who", "while", "as", "even", "after", "when", "although", "though"}
                      or (word.endswith("ing") and word != "including"))


def _cue_follows(passage: Passage, index: int, limit: int) -> bool:
    """Tell whether another attribution begins here («and warned ...», «but he also said ...», «and the mayor said»)."""
    low = passage.low
    for at in range(index, min(limit, index + 12)):
        if passage.quote_of[at] >= 0 or low[at] in {"that", "to", "and", "but", ";", ":", "if", "because"}:
            return False
        cue = cue_verbs().get(low[at])
        finite = cue is not None and cue.form in {Form.PAST, Form.PRESENT}
        if finite and not passage.is_capital(at):
            assert cue is not None
            near = at <= index + 3 and not cue.takes.isdisjoint({"clause", "named", "noun", "object"})
            return near or cue.lemma in {"say", "tell", "add", "note", "argue", "warn", "write", "insist", "claim"}
        if is_finite(passage, at) and low[at] not in {"has", "have", "had"}:
            return False
    return False


def _setting_ends(passage: Passage, index: int, limit: int) -> bool:
    """Tell whether the sentence ends with the setting of the saying («in a statement on Friday»)."""
    low = passage.low
    if index + 1 >= limit or low[index + 1] not in {"a", "an", "his", "her", "their", "its"}:
        return False
    noun = next((i for i in range(index + 2, min(limit, index + 6)) if low[i] in _SETTINGS), None)
    if noun is None or limit - noun > 12:
        return False
    return not any(is_finite(passage, i) for i in range(noun + 1, limit))


def content_before(passage: Passage, low: int, end: int, last_cue: int = -1, *, loose: bool = False) -> list[Range]:
    """Return the content that ends before ``end`` (a subject or an inverted verb), ``[]`` if there is none.

    A quotation that ends here, with the words of the sentence before it if it is only a part of one; else the clause
    in front of the comma. ``last_cue``: end of the last cue that already has a content in this sentence; ``loose``: the
    sentence goes on behind the cue, so that what stands in front need not be a clause.
    """
    at = end - 1
    while at >= low and passage.low[at] in {",", "—", "–", "-", "--"} and passage.quote_of[at] < 0:
        at -= 1
    if at < low:
        return []
    quote = passage.quote_of[at]
    if quote >= 0 and passage.quotations[quote][1] == at + 1:
        if at == end - 1 and not _is_finished(passage, at):
            return []
        start = passage.quotations[quote][0]
        if start > low and last_cue < low and _is_part(passage, start, low):
            return [(_skip_lead(passage, low, start), at + 1)]
        return [(start, at + 1)]
    if passage.low[end - 1] not in {",", "—", "–"} or at < low or last_cue >= low:
        return []
    start = _skip_lead(passage, low, at)
    clause = any(is_finite(passage, i) or passage.low[i].endswith("n't") for i in range(start, min(at + 1, start + LONGEST)))
    return [(start, at + 1)] if loose or (clause and at - low >= 2) else []


def _is_finished(passage: Passage, closing: int) -> bool:
    """Tell whether a quotation ends as speech ends (comma, full stop ...), not as a word in quotation marks does."""
    last = closing
    while last > 0 and passage.low[last] in QUOTE_MARKS | {"'", "’"}:
        last -= 1
    return last == closing or passage.low[last] in {",", ".", "?", "!", "…", "—", "–", "-", "--", "..."}


def _is_part(passage: Passage, start: int, low: int) -> bool:
    """Tell whether a quotation that begins at ``start`` is only part of the sentence that began at ``low``."""
    stop = passage.quotations[passage.quote_of[start]][1]
    if passage.low[start - 1] in {",", ":"} and start + 1 < len(passage) and passage.is_capital(start + 1):
        return is_title(passage, start, stop)
    return any(passage.is_word(i) for i in range(low, min(start, low + 10)))


def is_title(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a quotation looks like the title of a work or a broadcast: a few words, all capitalised."""
    names = [i for i in range(start, end) if passage.is_word(i)]
    return 0 < len(names) <= 6 and all(passage.is_capital(i) or len(passage.low[i]) <= 3 for i in names)


def _skip_lead(passage: Passage, low: int, end: int) -> int:
    at = low
    while at < end and (passage.low[at] in {"but", "and", ",", "yet"} or (passage.low[at] in {".", "—"})):
        at += 1
    return at if at < end else low


def run_on(passage: Passage, units: list[Range], unit: int) -> list[Range]:
    """Return the quotations that go on in the sentences behind ``unit``: each unit is a quotation and little more."""
    found: list[Range] = []
    for start, end in units[unit + 1 :]:
        quote = passage.quote_of[start]
        if quote < 0 or passage.quotations[quote][0] != start:
            break
        stop = passage.quotations[quote][1]
        rest = [i for i in range(stop, end) if passage.quote_of[i] < 0 and passage.is_word(i)]
        if len(rest) > 12 or any(passage.low[i] in cue_verbs() for i in rest):
            break
        found.append((start, rest[-1] + 1 if rest else stop))
    return found
