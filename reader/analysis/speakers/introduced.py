"""Names of bodies that an article brings in anywhere: ministries, firms by their trade, outlets by their mastheads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reader.analysis.draft import Range
from reader.analysis.phrases import WORDS_KEPT
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import cue_verbs, words
from reader.lexicon.offices import media, organisation_words
from reader.lexicon.sections import read_sections
from reader.text.commonwords import COMMON_WORDS

_LINKS = frozenset({"of", "for", "the", "and", "&"})
_LONGEST = 8
_MOST = 200
_SHORTEST_COMPOUND = 8
"""Letters of a name in one word that ends so («DroidLedger»), less one."""


@dataclass(slots=True)
class Introduced:
    """The names of bodies that stand anywhere in an article, each once, in the order of the text."""

    bodies: dict[str, None] = field(default_factory=dict)
    """Names that hold the noun of a body («Karsk Ministry of Health»)."""
    traders: dict[str, str] = field(default_factory=dict)
    """Names behind a trade, each with the noun of the first («phone maker Orbis»: Orbis, maker)."""
    papers: dict[str, None] = field(default_factory=dict)
    """Names of outlets, by their last word or behind «the newspaper»."""


def find_introduced(passages: Sequence[Passage]) -> Introduced:
    """Return the names of bodies in the passages of an article."""
    found = Introduced()
    papers, traders = words("papers"), words("traders")
    for passage in passages:
        if passage.titled:
            continue
        low = passage.low
        for start, end in _runs(passage):
            before = start - 1 - (start > 1 and low[start - 1] in QUOTE_MARKS)
            noun = low[before] if before >= 0 else ""
            kinds: list[dict[str, None]] = []
            if noun in papers or is_masthead(low[end - 1].removesuffix("'s")):
                kinds += [] if _is_first(passage, start) and not _speaks(passage, start, end) else [found.papers]
            elif end - start > 1 and not organisation_words().isdisjoint(low[start:end]):
                kinds.append(found.bodies)
            if not kinds and noun not in traders:
                continue
            name = " ".join(passage.span_of(start, end).of(passage.text).split())
            name = name.removesuffix("'s").removesuffix("’s")
            if noun in traders and len(found.traders) < _MOST:
                found.traders.setdefault(name, noun)
            for kind in kinds:
                if len(kind) < _MOST:
                    kind[name] = None
    return found


def _is_first(passage: Passage, start: int) -> bool:
    """Tell whether a sentence begins with the name at ``start``, a quotation mark before it or not."""
    first = passage.sentences[passage.sentence_of[start]][0]
    return start == first + (passage.low[first] in QUOTE_MARKS)


def _runs(passage: Passage) -> list[Range]:
    """Return the stretches of capitalised words of a passage, small words inside them included."""
    done, low, leads = 0, passage.low, _leads()
    runs: list[Range] = []
    capitals = set(passage.capitals)
    for start in passage.capitals:
        if start < done:
            continue
        done, longest = start + 1, start + _LONGEST
        while done < longest and (done in capitals or (done + 1 in capitals and low[done] in _LINKS)):
            done += 1
        while start < done - 1 and low[start] in leads:
            start += 1  # «Operator Karsk Lines», «The Karsk Council»
        runs.append((start, done))
    return runs


def _speaks(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a name with which a sentence begins reports, so that its capital is its own.

    «Sometimes the river floods» and «Good News came» begin with a capital only because a sentence does.
    """
    low = passage.low
    if all(word in COMMON_WORDS for word in low[start : end - 1]) and end - start > 1:
        return False
    at = end
    while at < passage.size and low[at] in words("auxiliaries adverbs negations"):
        at += 1
    return at < passage.size and low[at] in cue_verbs()


@cache
def _leads() -> frozenset[str]:
    return words("traders trades no_names")


@lru_cache(maxsize=WORDS_KEPT)
def is_masthead(word: str) -> bool:
    """Tell whether the last word of a name, in small letters, makes it that of an outlet («Post», «DroidLedger»)."""
    return word in _mastheads() or (len(word) > _SHORTEST_COMPOUND and word.endswith(_endings()))


@cache
def _mastheads() -> frozenset[str]:
    return read_sections("outlet_words.txt")["noun"] | (media() - {"press", "network", "outlet", "outlets"})


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(read_sections("outlet_words.txt")["masthead-ending"]))
