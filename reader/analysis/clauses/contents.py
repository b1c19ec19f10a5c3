"""Contents behind a cue: how far the attributed words reach."""

from reader.analysis.clauses.behind import MARKED, TOPICAL, Behind, Opening
from reader.analysis.draft import Range
from reader.analysis.phrases import is_finite, is_reporting
from reader.analysis.tokens import Passage
from reader.lexicon.cues import FINITE, Cue, Form, cue_verbs, words

LONGEST = 160
"""Most tokens of one indirect content: keeps the whole linear."""
_SETTINGS = frozenset(
    {
        "statement", "interview", "tweet", "email", "e-mail", "release", "conference", "briefing", "speech", "post",
        "letter", "memo", "testimony", "rally", "debate", "hearing", "tweets", "remarks", "message", "filing", "report",
    }
)  # fmt: skip
_TURNS = frozenset({"declined", "refused", "stopped", "took", "did", "didn't", "has", "hasn't", "later", "then"})
"""Words that, behind «but», go on with what the source did, not with what it said."""
_DASHES = frozenset({"—", "–", "-", "--"})
_ARTICLE = (["a"], ["an"])
"""Behind a dash: an afterthought of the reporter («— a move that surprised the house»)."""
_ADJUNCTS = frozenset({"during", "since", "when", "while", "before", "because", "amid", "despite", "until"})


def content_behind(passage: Passage, behind: Behind, high: int, cue: Cue | None) -> tuple[list[Range], int]:
    """Return the content behind a cue and the token at which it stops."""
    start, low = behind.start, passage.low
    while start < high and low[start] == ",":
        start += 1
    quote = passage.quote_of[start] if start < passage.size else -1
    if quote >= 0 and behind.opening in MARKED and passage.quotations[quote][0] == start:
        end = passage.quotations[quote][1]
        if not _quotation_goes_on(passage, start, end, high):
            return [(start, end)], end
    topical = behind.opening in TOPICAL
    end = clause_end(passage, start, high, short=topical)
    if topical and cue is not None:
        end = _noun_end(passage, start, end, cue)
    elif behind.opening is Opening.INFINITIVE:
        end = _infinitive_end(passage, start, end)
    if cue is not None and cue.form is Form.GERUND:
        end = _before_participle(passage, start, end)
    while end - 1 > start and low[end - 1] == "," and passage.quote_of[end - 1] < 0:
        end -= 1
    return ([(start, end)], end) if end > start else ([], end)


def _before_participle(passage: Passage, start: int, end: int) -> int:
    """Return where a content behind a participle ends: before the next one («saying X and calling Y»)."""
    for at in range(start + 1, end - 1):
        if passage.low[at] == "and" and passage.quote_of[at] < 0:
            verb = at + 1
            while verb < min(end - 1, at + 4) and passage.is_capital(verb):
                verb += 1  # «and Brill calling it Y»
            cue = cue_verbs().get(passage.low[verb])
            if cue is not None and cue.form is Form.GERUND and not passage.is_capital(verb):
                return at - (passage.low[at - 1] == ",")
    return end


def _infinitive_end(passage: Passage, start: int, end: int) -> int:
    """Return where «to resign» ends: before a new clause."""
    low = passage.low
    for at in range(start + 2, end):
        if passage.quote_of[at] >= 0:
            continue
        if low[at] == "so" and low[at + 1 : at + 2] not in (["that"], ["as"]):
            return at
        if (
            low[at] == ","
            and low[at + 1 : at + 2]
            and low[at + 1] in {"and", "but", "although", "though", "while", "which", "who"}
        ):
            return at
    return end


def _noun_end(passage: Passage, start: int, end: int, cue: Cue) -> int:
    """Return where the noun phrase behind «criticised» ends: before when, where and why it was said."""
    low = passage.low
    for at in range(start + 1, end):
        word = low[at]
        if passage.quote_of[at] >= 0:
            continue
        if word == "as" and low[at + 1 : at + 2] and low[at + 1].endswith("ing"):
            return end  # «quoted a source as saying C»
        if word in _ADJUNCTS or (word == "as" and "as" not in cue.takes and low[at - 1] != "such"):
            return at
        if word in {"in", "on", "at"} and at + 1 < end:
            nearby = low[at + 1 : at + 5]
            if any(w in words("setting_nouns days months") for w in nearby):
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


_JOINING = frozenset({"and", "but"})
_CONTRACTED = ("n't", "'s", "'re", "'ll")


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
        if low[at] in _MAY_END and _ends_content(passage, start, at, limit, short):
            end = at
            break
        at += 1
    while (
        end > start
        and passage.quote_of[end - 1] < 0
        and not (passage.is_word(end - 1) or low[end - 1] in {")", "]", "%", "'", "$"})
    ):
        end -= 1
    return end


def _ends_content(passage: Passage, start: int, at: int, limit: int, short: bool) -> bool:
    """Tell whether an indirect content that begins at ``start`` ends at the word or mark at ``at``."""
    low = passage.low
    word = low[at]
    return (
        (word == "," and _comma_ends(passage, at, limit, short))
        or (word in _JOINING and _cue_follows(passage, at + 1, limit) and not _reports(passage, start, at))
        or (short and word in {"and", "but"} and at + 1 < limit and _verb_follows(passage, at + 1))
        or (word == "but" and at + 1 < limit and low[at + 1] in _TURNS)
        or (word in {"and", "but"} and low[at + 1 : at + 2] in _PREDICATES and not _says(passage, start, at))
        or (short and word == ":" and at + 1 < limit and passage.quote_of[at + 1] < 0)
        or (word == "according" and at + 1 < limit and low[at + 1] == "to")
        or (word == "when" and at + 1 < limit and low[at + 1] == "asked")
        or (word in {"in", "during", "on"} and _setting_ends(passage, at, limit))
        or word == ";"
        or (word in _DASHES and (short or (low[at + 1 : at + 2] in _ARTICLE and word not in low[at + 1 : limit])))
    )


_MAY_END = _DASHES | {",", ";", ":", "and", "but", "according", "when", "in", "during", "on"}
"""Words and marks at which a content may end."""
_PREDICATES = (["was"], ["were"], ["did"], ["didn't"], ["had"])
"""Behind «and», and words without a verb, they go on with what the source did («the opposite and was ...»)."""


def _says(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a stretch holds a verb, so that it is a clause."""
    return any(is_finite(passage, i) or passage.low[i].endswith(_CONTRACTED) for i in range(start, end))


def _reports(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a content itself reports somebody: a verb behind «and» then goes on with what that one says."""
    verbs = (i for i in range(start + 1, end) if passage.quote_of[i] < 0 and is_reporting(passage, i))
    return any(passage.low[i - 1] not in words("determiners") | _BEING for i in verbs)


_BEING = frozenset({"be", "been", "being"})
"""In front of a verb: somebody else says it («had been informed»)."""


def _verb_follows(passage: Passage, index: int) -> bool:
    """Tell whether a finite verb or a reporting participle goes on behind «and»."""
    cue = cue_verbs().get(passage.low[index])
    if cue is not None and cue.form is Form.BASE and index + 1 < passage.size:
        return passage.low[index + 1] in words(
            "articles possessives object_pronouns"
        )  # «call it X and describe it as Y»
    return is_finite(passage, index) or (cue is not None and cue.form is Form.GERUND and "clause" in cue.takes)


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
    if word in {"a", "an", "the"} and any(low[i] in words("afterthoughts") for i in range(at + 1, min(limit, at + 4))):
        return True
    if word in {"in", "during"} and any(low[i] in _SETTINGS for i in range(at + 1, min(limit, at + 5))):
        return True
    if word == "which" and _cue_follows(passage, at + 1, min(limit, at + 6)):
        return not _comes_back(passage, at + 1, limit)
    if word in _REPORTERS_OWN or (word == "as" and _is_aside(passage, at + 1, limit)):
        return not _comes_back(passage, at + 1, limit)
    if word in {"and", "but", "while", "though", "although"} and _cue_follows(passage, at + 1, limit):
        return True
    if word == "but" and at + 1 < limit and low[at + 1] in words("subject_pronouns"):
        return True
    if (word == "it" or word in words("third_persons")) and at + 2 < limit and _said_last(passage, at + 1, limit):
        return True
    if short and is_finite(passage, at):
        return True
    if short and word == "and" and _is_infinitive(passage, at + 1, limit):
        return False  # «plans to close the mill, and sell the land»
    return short and (
        word in {"and", "but", "which", "who", "while", "as", "even", "after", "when", "although", "though"}
        or (word.endswith("ing") and word != "including")
    )


def _is_infinitive(passage: Passage, index: int, limit: int) -> bool:
    """Tell whether a word is a verb without a subject, as what stands behind it shows («and determine whether»)."""
    if index + 1 >= limit or not passage.is_word(index) or passage.is_capital(index) or is_finite(passage, index):
        return False
    nominal = words("determiners subject_pronouns prepositions adverbs wh")
    word, behind = passage.low[index], passage.low[index + 1]
    return word not in nominal and behind in words("determiners wh") and behind not in {"all", "both"}


_REPORTERS_OWN = frozenset({"though", "although", "whereas", "while", "who", "whose", "whom"})
"""Words behind a comma that mostly begin the reporter's own words (three of four such clauses in news text)."""


def _said_last(passage: Passage, verb: int, limit: int) -> bool:
    """Tell whether a pronoun and its reporting verb end a sentence («..., it said.»)."""
    cue = cue_verbs().get(passage.low[verb])
    said = cue is not None and cue.form in FINITE and "clause" in cue.takes
    return said and not any(passage.is_word(i) for i in range(verb + 1, limit))


def _comes_back(passage: Passage, start: int, limit: int) -> bool:
    """Tell whether a clause between commas is followed by the rest of the one around it («X, who was there, left»)."""
    for at in range(start + 1, min(limit - 1, start + 40)):
        if passage.low[at] == "," and passage.quote_of[at] < 0:
            return is_finite(passage, at + 1) or not any(is_finite(passage, i) for i in range(start, at))
    return False


def _is_aside(passage: Passage, start: int, limit: int) -> bool:
    """Tell whether «as she put it», «as several observers noted» or «as it had the year before» begins behind «as»."""
    low = passage.low
    if start < limit and low[start] in words("subject_pronouns"):
        return True
    for at in range(start + 1, min(limit, start + 8)):
        if low[at] == "," or passage.quote_of[at] >= 0:
            return False
        if is_reporting(passage, at):
            return True
    return False


def _cue_follows(passage: Passage, index: int, limit: int) -> bool:
    """Tell whether another attribution begins here («and warned ...», «but he also said ...», «and the mayor said»)."""
    low = passage.low
    relative = next((i for i in range(index + 2, min(limit, index + 8)) if low[i] == ","), None)
    if relative is not None and low[relative + 1 : relative + 2] in (["who"], ["which"], ["whose"]):
        # «and a captain, who would not be named, spoke of "seventy"»
        behind = next((i for i in range(relative + 1, min(limit, relative + 30)) if low[i] == ","), None)
        cue = cue_verbs().get(low[behind + 1]) if behind is not None and behind + 1 < limit else None
        if cue is not None and cue.form is Form.PAST:
            return True
    for at in range(index, min(limit, index + 12)):
        if passage.quote_of[at] >= 0 or low[at] in {"that", "to", "and", "but", ";", ":", "if", "because"}:
            return False
        cue = cue_verbs().get(low[at])
        finite = cue is not None and cue.form in FINITE
        finite |= cue is not None and cue.form is Form.BASE and index < at < index + 4 and low[at - 1].endswith("s")
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
    if index + 1 >= limit or not (low[index + 1] in {"a", "an"} or low[index + 1] in words("possessives")):
        return False
    noun = next((i for i in range(index + 2, min(limit, index + 6)) if low[i] in _SETTINGS), None)
    if noun is None or limit - noun > 12:
        return False
    return not any(is_finite(passage, i) for i in range(noun + 1, limit))
