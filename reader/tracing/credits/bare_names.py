"""What speaks against a name without form being an outlet: given names, places, bodies, the people of the article.

«told Openfield» credits an outlet, «told Johnson», «told Congress» and «told Moscow» do not.
"""

import re
from collections.abc import Sequence
from functools import cache

from reader.lexicon.outlets import fold
from reader.model.article import Article
from reader.model.claim import Analysis
from reader.tracing.credits.mentions import Mention
from reader.tracing.credits.outlet_forms import Likeness, words_of

_TITLE_BEFORE = re.compile(r"(?<![^\W_])([^\W_]+)\.?\s$")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+")
_DIGIT_INSIDE = re.compile(r"[^\W\d_]\d[^\W\d_]")
"""A figure within a word: «Nine2Fix» is one name."""
_PERSON_BEHIND = re.compile(r"(?:,\s\d{2},|,\s(?:who|a|an|the\s\w+'s|his|her)\s|\s\((?:R|D|I)[,-])")


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names of the lexicon."""
    return words_of("masculine feminine", "given_names")


@cache
def _places() -> frozenset[str]:
    return words_of("places adjectives", "places") | words_of("metonym firm")


def describes_only(mention: Mention) -> bool:
    """Tell whether a name is none: only words that describe outlets («told *German* magazine X»)."""
    words = [fold(w) for w in _WORD.findall(mention.name)]
    if words and words[-1] in words_of("noun weak") and mention.article:
        return False  # «the Independent»
    return all(w in words_of("descriptor") or w in words_of("adjectives", "places") for w in words)


def is_no_outlet(name: str) -> bool:
    """Tell whether a name without form is a person's with a given name, a place's, a body's or a firm's."""
    words = [fold(w) for w in (_TOKEN if _DIGIT_INSIDE.search(name) else _WORD).findall(name)]
    if len(words) > 1 and words[0] in words_of("article-abroad"):
        del words[0]
    if not words or words[0] in given_names() or words[0] in words_of("starter title month"):
        return True
    if any(w in _places() or w.removesuffix("s") in _places() or w in words_of("body-acronym") for w in words):
        return True
    return words[-1] in words_of("not body")


_FULL_NAME = re.compile(r"(?<![^\W_])([A-ZÀ-Þ][a-zß-ÿ]+)((?:\s(?:[A-ZÀ-Þ]\.\s)?[A-ZÀ-Þ][\w'’-]+){1,3})")
_IN_BRACKETS = re.compile(r"\(([A-Z]{3,6})\)")
"""An acronym behind what may be its words: «Citizens for a Clean River (CCR)»."""
_BEFORE_BRACKETS = re.compile(r"(?:[\w'’-]+\s){2,9}$")
_WORDS_REACH = 120
"""Characters before an acronym in brackets among which its words are looked for."""
_MISSPELT = 7
"""Letters from which a name that begins like a person's and is nearly as long is the same one, misspelt."""
_OFTEN = 3
"""Mentions from which a bare name is someone the story is about, rather than an outlet it cites."""


class People:
    """The surnames of the people an article speaks of, as far as names and titles show them."""

    def __init__(self, article: Article, analysis: Analysis, names: Sequence[Mention]) -> None:
        self._people: set[str] = set()
        """Last names that stood with a title or a given name."""
        self._surnames: set[str] = set()
        """Last words of all names of two and three words: one of them alone is rather a person than an outlet."""
        self._bodies: set[str] = set()
        """Acronyms that the article explains by words of which none says that it is an outlet."""
        self._counts: dict[str, int] = {}
        self._gathered = False
        self._sources = (article, analysis, names)

    def _gather(self) -> None:
        """Collect the names, once and only where a bare name stands beside words of crediting."""
        if self._gathered:
            return
        self._gathered = True
        article, analysis, names = self._sources
        text, given = article.text, given_names()
        for mention in names:
            words = [fold(w) for w in _WORD.findall(mention.name)]
            if not words or mention.outlet is not None:
                continue
            self._counts[mention.name] = self._counts.get(mention.name, 0) + 1
            if len(words) in (2, 3) and mention.likeness is Likeness.BARE:
                self._surnames.add(words[-1])
            title = _TITLE_BEFORE.search(text, max(0, mention.span.start - 16), mention.span.start)
            titled = title is not None and fold(title[1]) in words_of("title")
            if titled or (words[0] in words_of("title") and len(words) > 1):
                self._people.update(words[1:] or words)
            elif len(words) in (2, 3) and (words[0] in given or _PERSON_BEHIND.match(text, mention.span.end)):
                self._people.add(words[-1])
        for full in (*(o.full_name for o in analysis.officials), *(a.speaker or "" for a in analysis.attributions)):
            words = [fold(w) for w in _WORD.findall(full)]
            if 2 <= len(words) <= 4 and words[0] in given:
                self._people.add(words[-1])
        for match in _FULL_NAME.finditer(text):
            if fold(match[1]) in given:
                self._people.update(fold(w) for w in _WORD.findall(match[2])[:1])
        for match in _IN_BRACKETS.finditer(text):
            words_before = _BEFORE_BRACKETS.search(text, max(0, match.start() - _WORDS_REACH), match.start())
            if words_before and _explains(words_before.group().split(), match[1]):
                self._bodies.add(match[1])
        writer = re.split(r"[,|/;•·]|\s[-–—]\s", article.byline)[0]
        self._people.update(fold(w) for w in _WORD.findall(writer)[1:4])

    def is_body(self, mention: Mention) -> bool:
        """Tell whether a name is an acronym that the article explains as a body's."""
        if not mention.name.isupper() or mention.outlet is not None:
            return False
        self._gather()
        return mention.name in self._bodies

    def is_person(self, mention: Mention) -> bool:
        """Tell whether a name of several words begins with a given name."""
        words = _WORD.findall(mention.name)
        return len(words) > 1 and fold(words[0]) in given_names() and mention.outlet is None

    def speaks_against(self, mention: Mention) -> bool:
        """Tell whether a name is that of a person, a place or a body, as far as can be told."""
        self._gather()
        words = [fold(w) for w in _WORD.findall(mention.name)]
        if not words or len(words) > 3 or any(c.isdigit() for c in mention.name[:1]):
            return True
        if self._counts.get(mention.name, 0) > _OFTEN or (len(words) == 1 and words[0] in self._surnames):
            return True
        if any(_is_same_misspelt(words[0], person) for person in self._people):
            return True
        if words[-1] in self._people or (mention.near and mention.near[-1] in words_of("title")):
            return True
        return is_no_outlet(mention.name)


def _explains(words: Sequence[str], acronym: str) -> bool:
    """Tell whether the last of some words have an acronym's initials, and none of them says that it is an outlet."""
    initials = [word for word in words if word[0].isupper()][-len(acronym) :]
    media = words_of("noun weak head kind")
    return "".join(w[0] for w in initials) == acronym and not any(fold(w) in media for w in initials)


def _is_same_misspelt(word: str, person: str) -> bool:
    """Tell whether a word is a person's name with a slip of the pen («Stephanopolous»)."""
    alike = min(len(word), len(person)) >= _MISSPELT and abs(len(word) - len(person)) <= 1
    return alike and word != person and word[:5] == person[:5] and word[-1] == person[-1]
