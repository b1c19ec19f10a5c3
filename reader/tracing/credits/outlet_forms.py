"""The forms by which an outlet is recognised that no list knows: «Harbour Gazette», «Radio X», «WXYZ», «x.news».

Written against the finding that a method bound to a list falls from .63 to .28 F1 on outlets it has never seen: the
form of a name and the words of crediting beside it must suffice.
"""

import re
from enum import IntEnum
from functools import cache, lru_cache

from reader.lexicon.outlets import fold
from reader.lexicon.sections import read_sections


class Likeness(IntEnum):
    """How much a name, taken alone, looks like that of an outlet."""

    REFUSED = -1
    """A person with a title, a body, a firm, a platform."""
    BARE = 0
    """A capitalised name like any other: a person's, a place's, a body's for all one knows."""
    OPEN = 1
    """A name without form against which nothing speaks: no given name, no place, no body, no one in the article."""
    HINT = 2
    """A name that is also a word, or ends in a noun with other uses («Harbour Star»)."""
    FORM = 3
    """Has the form of an outlet's name («Harbour Gazette», «WXYZ», «harbour.news»)."""
    KNOWN = 4
    """Stands in the lexicon, and is no common word."""


@cache
def words_of(sections: str, table: str = "outlet_words") -> frozenset[str]:
    """Return the folded words of sections (parted by spaces) of a word list of the lexicon; empty where it has none."""
    lists = read_sections(f"{table}.txt")
    return frozenset(fold(word) for section in sections.split() for word in lists.get(section, ()))


TOP_LEVELS = (
    "com|org|net|info|news|de|at|ch|fr|be|nl|uk|ie|ua|ru|eu|us|ca|au|nz|za|in|it|es|pl|cz|sk|hu|ro|bg|gr|tr|il|jp|kr|cn|"
    "hk|tw|sg|my|ph|id|br|mx|ar|cl|pe|ng|ke|gh|tv|fm|io|me|co|press|media|today|report|online|radio|live|agency|md|by|lt|"
    "lv|ee|fi|se|no|dk|pt|lu|world|city|local|post|daily"
)
DOMAIN = re.compile(rf"(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+){{0,2}}\.(?:{TOP_LEVELS})", re.IGNORECASE)
"""A host name in running text."""
_CALL_SIGN = re.compile(r"[KWC][A-Z]{2,3}")
CALL_SIGN_ABROAD = re.compile(r"d[w-z][A-Z]{2}|D[XYZ][A-Z]{2}|X[EH][A-Z]{2,4}")
"""Call signs of the Philippines and of Mexico."""
_MORPHEME = re.compile(
    r"(?i:news|post|times|press|daily|wire|report|today|watch|insider|herald|gazette|buzz|zeitung|online|radio|tribune|"
    r"journal|courier|feed|podcast|pravda|novosti|info)|(?:TV|FM)$"
)


@lru_cache(maxsize=1 << 13)
def likeness_of(
    words: tuple[str, ...], folded: tuple[str, ...], *, article: bool, hyphenated: bool = False
) -> tuple[Likeness, int]:
    """Return how much a run of capitalised words looks like an outlet, and how many of the words make its name.

    Args:
        words: The run as written, at least one word.
        folded: The same words, folded.
        article: A definite article stands before it.
        hyphenated: The last two words are joined by a hyphen («Register-Guard»).
    """
    count = len(words)
    if count == 1:
        return _single(words[0], folded[0]), 1
    media = words_of("noun weak")
    if _CALL_SIGN.fullmatch(words[0]) and hyphenated and folded[1] in words_of("noun"):
        return Likeness.FORM, count
    if count == 2 and hyphenated and not folded[1].isdigit() and (folded[0] in media or folded[1] in media):
        return (Likeness.FORM if article else Likeness.HINT), count
    if _refused(folded):
        return Likeness.REFUSED, count
    if _is_wire(folded):
        return Likeness.FORM, count
    if is_compound(folded[-1]):
        return (Likeness.FORM if article else Likeness.HINT), count
    return _by_head(words, folded, article=article) or _by_last(words, folded, article=article)


def _refused(folded: tuple[str, ...]) -> bool:
    """Tell whether a run is a body, a firm, a platform or a person with a title."""
    if folded[0] in words_of("journal") or "journal" in folded[:2]:
        return False  # «Annals of Surgery»
    if folded[-1] in words_of("not") and folded[-1] not in words_of("noun"):
        return not _is_wire(folded)
    if folded[0] in words_of("social"):
        return True
    return folded[0] in words_of("title") or (folded[-1] == "leader" and folded[-2] in words_of("leader-of"))


def _by_head(words: tuple[str, ...], folded: tuple[str, ...], *, article: bool) -> tuple[Likeness, int] | None:
    """Return what the first words make of a run: «Radio X», «La Voix du X», «the Daily X», «KXQZ 7», «Annals of X»."""
    count = len(words)
    lead = 1 if folded[0] in words_of("article-abroad") else 0
    if lead + 1 < count and folded[lead] in words_of("noun weak head") and folded[lead + 1] in words_of("connector"):
        return Likeness.FORM, count
    if folded[0] in words_of("head journal of-head") or "journal" in folded[:2]:
        return Likeness.FORM, count
    if folded[0] in words_of("head-adjective") and folded[-1] not in words_of("noun weak"):
        return (Likeness.FORM if article else Likeness.HINT), count
    if is_broadcast_compound(folded[0]) and folded[0] not in words_of("kind"):
        return Likeness.HINT, count
    call_sign = _CALL_SIGN.fullmatch(words[0]) and folded[0] not in words_of("no-call-sign")
    if call_sign and (folded[1] in words_of("noun") or folded[1].isdigit()):
        return Likeness.FORM, 2
    media = words_of("noun weak head")
    for index in range(1, count):
        if folded[index].isdigit() and folded[index - 1] in media:
            return Likeness.FORM, index + 1 if call_sign else count  # «KXQZ Channel 7», «News 12 Harbour»
    return None


def _by_last(words: tuple[str, ...], folded: tuple[str, ...], *, article: bool) -> tuple[Likeness, int]:
    """Return what the last media noun makes of a run: «Harbour Gazette», «the Harbour Star», «Harbour News Agency»."""
    count, nouns, media = len(words), words_of("noun"), words_of("noun weak")
    last = max((i for i, word in enumerate(folded) if word in media), default=-1)
    if last >= 1 and folded[last] in words_of("of-place") and _is_of_place(folded[:last]):
        return Likeness.BARE, last + 1
    if last == count - 1 or (last >= 1 and folded[last + 1] in words_of("person")):
        if folded[last] in nouns or any(word in nouns for word in folded[1:last]):
            return Likeness.FORM, last + 1
        if folded[last] in words_of("body-last"):
            return (Likeness.FORM if folded[last - 1] in words_of("newsy") else Likeness.BARE), last + 1
        return (Likeness.FORM if article else Likeness.HINT), last + 1
    if any(word in words_of("inner") for word in folded[1:-1]):
        return Likeness.FORM, count
    if any(DOMAIN.fullmatch(word) for word in words) or _single(words[-1], folded[-1]) is Likeness.FORM:
        return Likeness.FORM, count
    return Likeness.BARE, count


def _is_of_place(folded: tuple[str, ...]) -> bool:
    """Tell whether words name a state or a people: «Central African (Republic)», «Wisconsin (Republican)»."""
    places = words_of("places adjectives", "places") | words_of("state-adjective metonym")
    return folded[-1] in places


_LONG_KIND = 8
_CYRILLIC_KIND = re.compile(
    r"(?:газет|видан|журнал|канал|телеканал|радіостанц|агентств|агенці|інформагент\w*|сайт|портал|тижневик|щоденник|часопис|ресурс|издани)\w{0,4}"
)


@cache
def _german_kinds() -> re.Pattern[str]:
    """Return the pattern of German nouns whose last part says that they are outlets («Fachportal», «Heimatblattes»)."""
    return re.compile(rf"\w{{3,}}(?:{'|'.join(sorted(words_of('kind-compound')))})(?:e?s|n)?")


@lru_cache(maxsize=1 << 14)
def is_kind(word: str) -> bool:
    """Tell whether a folded word is a noun for an outlet, in any of its cases."""
    if word in words_of("kind") or (len(word) > _LONG_KIND and _german_kinds().fullmatch(word)):
        return True
    return word[:1] > "а" and _CYRILLIC_KIND.fullmatch(word) is not None


def _is_wire(folded: tuple[str, ...]) -> bool:
    """Tell whether a run is a wire service by its last words: «Harbour News Service», «Norddeutsche Presseagentur»."""
    if folded[-1] in words_of("wire-house"):
        return folded[-2] in words_of("wire-of")
    return folded[-1] in words_of("wire-last")


def is_broadcast_compound(folded: str) -> bool:
    """Tell whether a folded word is a German one for a station, as whose name's head it stands («Stadtradio X»)."""
    return any(len(folded) > len(end) + 2 and folded.endswith(end) for end in words_of("head-compound"))


def is_compound(folded: str) -> bool:
    """Tell whether a folded word is a German, Dutch or Scandinavian outlet's name in one piece («Deichkurier»)."""
    if folded in words_of("kind compound-not"):
        return False
    return any(len(folded) > len(end) + 2 and folded.endswith(end) for end in words_of("compound"))


def _single(word: str, folded: str) -> Likeness:
    """Return how much one capitalised word looks like an outlet."""
    if folded in words_of("social") or folded in words_of("month") or folded in words_of("title"):
        return Likeness.REFUSED
    if "." in word and DOMAIN.fullmatch(word):
        host = word.casefold().removeprefix("www.").split(".")[0]
        return Likeness.REFUSED if host in words_of("social") else Likeness.FORM
    if _CALL_SIGN.fullmatch(word) and folded not in words_of("no-call-sign"):
        return Likeness.FORM if word[0] in "KW" else Likeness.HINT
    if CALL_SIGN_ABROAD.fullmatch(word):
        return Likeness.FORM
    if folded in words_of("body"):
        return Likeness.BARE
    if folded in words_of("noun") or folded in words_of("weak") or is_compound(folded):
        return Likeness.HINT
    if len(word) > 5 and not word[1:].islower() and _MORPHEME.search(word) and any(c.isupper() for c in word[1:]):
        return Likeness.FORM
    return Likeness.REFUSED if folded in words_of("not") else Likeness.BARE
