"""Lines that attribute with a mark, not a verb: «Name: claim», «Claim: report», transcripts, signed quotations."""

import re
from collections.abc import Collection

from reader.analysis.draft import Draft, Range
from reader.analysis.tokens import QUOTE_MARKS, Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import given_names, places
from reader.text.commonwords import COMMON_WORDS

_LONGEST_NAME = 7
_DASHES = frozenset({"—", "–", "―", "-", "--"})
_MARKS = _DASHES | {":"}
"""Marks without any of which no rule of this file finds anything."""
_SURNAME = re.compile(r"[^\W\d_][\w’'-]+")


def find_headline(passage: Passage, speakers: Collection[str]) -> list[Draft]:
    """Return the attribution by a mark in a line, if there is one.

    ``speakers``: words (small letters) of the sources that the article names elsewhere; they tell «Orlo: we stay» from
    «Budget talks: what to know».
    """
    if _MARKS.isdisjoint(passage.low):
        return []
    for rule in (_transcript, _name_first, _name_last, _signature):
        draft = rule(passage, speakers)
        if draft is not None:
            return [draft]
    return []


def _line_end(passage: Passage) -> int:
    end = passage.size
    while end and not passage.is_word(end - 1) and passage.low[end - 1] not in QUOTE_MARKS:
        if passage.low[end - 1] == "'" and passage.quote_of[end - 1] >= 0:
            break
        end -= 1
    return end


def _colon(passage: Passage, start: int) -> int | None:
    """Return the colon behind a name of a few words that begins at ``start``."""
    if ":" not in passage.low[start : start + _LONGEST_NAME + 1]:
        return None
    for index in range(start, min(passage.size, start + _LONGEST_NAME + 1)):
        if passage.low[index] == ":":
            return index if index > start else None
        if passage.low[index] in {",", ";", "?", "!"}:
            return None
    return None


def _transcript(passage: Passage, _: Collection[str]) -> Draft | None:
    """Read «BRILL: We have no choice.»: a name in capitals before what was said."""
    start = 1 if passage.low and passage.low[0] in QUOTE_MARKS else 0
    colon = _colon(passage, start)
    if colon is None or (passage.titled and passage.size < 20):
        return None
    name = [w for w in passage.words[start:colon] if w[0].isalpha()]
    if not name or not all(w.isupper() for w in name) or max(map(len, name)) < 3:
        return None
    if any(w.lower() in words("labels") for w in name):
        return None
    end = _line_end(passage)
    if start and passage.low[end - 1] in QUOTE_MARKS:
        end -= 1
    if end <= colon + 2:
        return None
    return Draft("transcript", [(colon, colon + 1)], (start, colon), [(colon + 1, end)], colon)


def _name_first(passage: Passage, speakers: Collection[str]) -> Draft | None:
    """Read «Brill: Talks have failed»."""
    colon = _colon(passage, 0)
    end = _line_end(passage)
    if colon is None or end - colon < 3:
        return None
    setting = _setting(passage, colon)
    name = passage.low[: setting or colon]
    if any(word in words("labels") for word in name) and not any(word in words("headline_bodies") for word in name):
        return None
    body = name[-1] in words("headline_bodies")
    last = len(name)
    named = all(passage.is_capital(i) or not passage.is_word(i) or len(name[i]) < 4 for i in range(last))
    known = (last > 1 and name[0] in given_names()) or setting > 0
    known |= name[-1] in speakers and _SURNAME.fullmatch(passage.words[last - 1]) is not None
    known |= last < 4 and not passage.titled and _is_own_words(passage, colon, end)
    quoted = colon + 1 < end and passage.quote_of[colon + 1] >= 0
    named |= quoted and passage.is_capital(0) and passage.is_capital(last - 1)
    if not (body or (named and (known or quoted))) or (passage.size > 40 and not (quoted and named)):
        return None
    if not passage.titled and passage.low[passage.size - 1] == "." and not quoted and not setting:
        return None
    return Draft("headline-name-first", [(colon, colon + 1)], (0, last), [(colon + 1, end)], colon)


_OURSELVES = frozenset({"we", "i", "our", "us", "my", "we'll", "we're", "we've", "i'll", "i'm", "i've"})


def _is_own_words(passage: Passage, colon: int, end: int) -> bool:
    """Tell whether what follows an unknown name and a colon is in somebody's own words («Brusk: we need boats»)."""
    common = words("wh determiners prepositions no_names")
    if passage.low[0] in common or passage.low[colon + 1] in words("wh"):
        return False  # «Storm Orlo: what we know»
    if colon == 1 and (passage.low[0] in COMMON_WORDS | places() or passage.low[0] in words("rubrics")):
        return False  # «Weather: we expect rain»
    named = all(passage.is_capital(i) for i in range(colon))
    return named and not _OURSELVES.isdisjoint(passage.low[colon:end])


def _setting(passage: Passage, colon: int) -> int:
    """Return where «on Telegram», «in the Lantern» begins between a name and the colon, 0 if nothing of it does."""
    at = next((i for i in range(1, colon) if passage.low[i] in {"on", "via"}), 0)
    place = at + 1 + (at + 1 < colon and passage.low[at + 1] in words("articles possessives"))
    named = at > 0 and all(passage.is_capital(i) for i in range(at))
    return at if named and colon - place == 1 and passage.low[place] in words("setting_nouns") else 0


def _name_last(passage: Passage, speakers: Collection[str]) -> Draft | None:
    """Read «Talks have failed: Brill» and «Bridge was unsafe - report»."""
    end = _line_end(passage)
    if passage.size > 40 or passage.low[-1:] == ["."]:
        return None
    for mark in range(end - 1, max(2, end - 5) - 1, -1):
        if passage.low[mark] == ":" or (passage.low[mark] in _DASHES and mark < end - 1):
            name = passage.low[mark + 1 : end]
            if not name or not (
                (name[-1] in words("headline_bodies") and name[-1] not in {"sources", "source"})
                or (name[-1] in speakers and len(name) < 3)
            ):
                return None
            return Draft("headline-name-last", [(mark, mark + 1)], (mark + 1, end), [(0, mark)], mark)
    return None


def _signature(passage: Passage, _: Collection[str]) -> Draft | None:
    """Read «"We stay." ― Ana Brill»: the quotation is signed."""
    if not passage.quotations or passage.quotations[0][0] > 1:
        return None
    stop = passage.quotations[-1][1]
    end = _line_end(passage)
    dash = stop
    if passage.marks[-1].closed is False:
        dash = next((i for i in range(end - 1, max(0, end - 10), -1) if passage.low[i] in _DASHES), end)
        stop = dash
    if dash >= end - 1 or passage.low[dash] not in _DASHES or end - dash > 14:
        return None
    name: Range = (dash + 1, end)
    if not passage.is_capital(name[0]):
        return None
    return Draft("signed-quotation", [(dash, dash + 1)], name, [(passage.quotations[0][0], stop)], dash)
