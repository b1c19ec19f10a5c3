"""Full names: what an article itself calls the outlet that it credits by the last word of its name."""

import re
from functools import cached_property

from reader.lexicon.outlets import OutletLexicon, name_key
from reader.model.article import Article
from reader.model.chain import Outlet
from reader.text.commonwords import COMMON_WORDS
from reader.tracing.credits.found import Found
from reader.tracing.credits.mentions import Mention
from reader.tracing.credits.outlet_forms import Likeness, words_of
from reader.tracing.credits.outlet_names import find_names


class FullNames:
    """The full names of one article; each word is looked up once, however often the article credits it."""

    def __init__(self, article: Article, lexicon: OutletLexicon) -> None:
        self._article = article
        self._lexicon = lexicon
        self._known: dict[str, Mention | None] = {}
        self._longer: dict[str, list[str]] = {}

    def of(self, found: Found) -> Found:
        """Return a finding with the name that the article gives in full, where the lexicon took its last word alone.

        «The Courant» is the «Northgate Courant» in an article that names or is printed in that one, and not the paper
        for which the word stands elsewhere. «The Post» that no list knows is the one paper that the article names so.
        """
        if found.where != "text":
            return found
        if found.outlet is None:
            full = self._only_name(found.name.split()[-1]) if name_key(found.name) in words_of("noun weak") else None
            return found._replace(name=full.name, outlet=full.outlet) if full else found
        name = self._other_outlet(found.outlet, found.span.of(self._article.text))
        return found._replace(name=name, outlet=None) if name else found

    @cached_property
    def _by_last_word(self) -> dict[str, dict[str, Mention]]:
        """The outlets named in several words: last word -> name -> where it stands last."""
        names: dict[str, dict[str, Mention]] = {}
        for mention in find_names(self._article.text, self._lexicon):
            if " " in mention.name:
                names.setdefault(mention.name.split(" ")[-1], {})[mention.name] = mention
        return names

    def _only_name(self, word: str) -> Mention | None:
        """Return the only outlet whose full name the article gives and which ends in a word."""
        if word not in self._known:
            sure = [m for m in self._by_last_word.get(word, {}).values() if m.likeness >= Likeness.FORM]
            self._known[word] = sure[0] if len(sure) == 1 else None
        return self._known[word]

    def _other_outlet(self, outlet: Outlet, words: str) -> str | None:
        """Return the longer name of another outlet that ends in the alias by which one was found."""
        if outlet.name in words:
            return None
        alias = next((a for a in outlet.aliases if a.isalpha() and re.search(rf"\b{a}\b", words)), None)
        if alias is None or not alias[0].isupper() or alias.isupper():
            return None
        own = {name_key(name) for name in (outlet.name, *outlet.aliases)}
        return next((name for name in self._longer_names(alias) if name_key(name) not in own), None)

    def _longer_names(self, alias: str) -> list[str]:
        """Return the names in text and outlet that end in an alias, each once."""
        if alias not in self._longer:
            longer = re.compile(rf"(?<!\w)(?!The\b)[A-Z][\w-]+(?: [A-Z][\w-]+)? {alias}\b")
            found = dict.fromkeys(longer.findall(f"{self._article.outlet}\n{self._article.text}"))
            self._longer[alias] = [name for name in found if name.split()[0].casefold() not in COMMON_WORDS]
        return self._longer[alias]
