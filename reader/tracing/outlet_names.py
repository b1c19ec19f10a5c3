"""Names in a text that may be those of outlets: known by the lexicon, or by their form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.lexicon.outlets import Entry, OutletLexicon, fold
from reader.model.chain import Outlet
from reader.text.spans import Span
from reader.tracing.outlet_forms import DOMAIN, Likeness, likeness_of, words_of

_WORD = re.compile(r"[^\W_]+(?:[.][^\W_]+)*")
_JOINTS = frozenset((" ", "\u00a0", "-", "–", "’", "'", " & ", "! ", ". "))
"""What may stand between two words of one name."""
_POSSESSIVE = re.compile(r"(?:['’´`]s?\b|['’](?=\s))")
_QUOTES = "\"'“”„«»‘’‚‹›*_"
_HYPHENED = re.compile(r"(?:[A-Za-z0-9]+-)+$")
_LONGEST_RUN = 9
_FOLDED_ARTICLES = frozenset({"the", "der", "die", "das", "dem", "den", "le", "la", "les"})
_ARTICLES = frozenset({"The", "Der", "Die", "Das", "Le", "La", "Les", "El", "Il", "De", "Het"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that may be that of an outlet."""

    span: Span
    """The name alone: without article, quotation marks and possessive."""
    name: str
    """As it is shown: the lexicon's name, else the words."""
    likeness: Likeness
    outlet: Outlet | None = None
    quoted: bool = False
    """Stands alone in quotation marks."""
    possessive: int = 0
    """Number of characters of a possessive ending behind the name."""
    article: bool = False
    """A definite article stands before it."""
    near: tuple[str, ...] = ()
    """The three words before it, folded."""
    after: str = ""
    """The word behind it, folded."""
    titled: bool = False
    """Its article has a capital in mid-sentence, as titles have («according to The Assembly»)."""

    @property
    def left(self) -> int:
        """Offset at which the words before it end (before quotation marks)."""
        return self.span.start - (1 if self.quoted else 0)

    @property
    def right(self) -> int:
        """Offset at which the words behind it begin (behind possessive and quotation marks)."""
        return self.span.end + self.possessive + (1 if self.quoted else 0)


@dataclass(slots=True)
class _Words:
    """The words of a text, side by side: offsets, as written, folded."""

    text: str
    spans: list[tuple[int, int]]
    words: list[str]
    folded: list[str]

    def joined(self, index: int) -> bool:
        """Tell whether word ``index`` may belong to the same name as the word before it."""
        if index >= len(self.words):
            return False
        gap = self.text[self.spans[index - 1][1] : self.spans[index][0]]
        before = self.words[index - 1]
        return gap in _JOINTS and (gap != ". " or len(before) <= 2 or "." in before)


def find_names(text: str, lexicon: OutletLexicon) -> list[Mention]:
    """Return the capitalised names and host names of a text in reading order, each with its likeness."""
    matches = list(_WORD.finditer(text))
    spans = [match.span() for match in matches]
    words = [match.group() for match in matches]
    folded = [fold(word) for word in words]
    table = _Words(text, spans, words, folded)
    found: list[Mention] = []
    end = 0
    small = lexicon.small_names
    for index, word in enumerate(words):
        if index < end or (word.islower() and word not in small and "." not in word):
            continue
        if word[0].isupper() or (word[0].isdigit() and not word.isdigit()):
            end = _read_run(table, index, lexicon, found)
        elif folded[index] in small or word.isdigit():
            end = _read_small(table, index, lexicon, found)
        elif "." in word and DOMAIN.fullmatch(word):
            found.append(_domain(table, index, lexicon))
    return found


def _read_small(table: _Words, index: int, lexicon: OutletLexicon, found: list[Mention]) -> int:
    """Read a name that begins with a small letter or a figure («dpa», «60 Minutes»), if the lexicon has one here."""
    match = _longest(table, index, lexicon)
    if match is None:
        return index + 1
    entry, end = match
    found.append(_mention(table, index, end, entry.outlet.name, _known(entry), entry.outlet))
    return end


def _run_end(table: _Words, index: int) -> int:
    """Return the index behind the last word of the capitalised run that begins at ``index``."""
    end = index + 1
    while end - index < _LONGEST_RUN and table.joined(end):
        word = table.words[end]
        if word[0].isupper() or word[0].isdigit():
            # a possessive ends a name: «Howard Stern's Sirius XM»
            end += 1
        elif word in words_of("connector") and end + 1 < len(table.words) and table.words[end + 1][0].isupper():
            titles = words_of("noun weak head")
            abroad = end - index == 2 and table.folded[index] in words_of("article-abroad")
            if (table.folded[end - 1] not in titles and not abroad) or not table.joined(end + 1):
                break
            end += 2
        elif table.folded[end - 1] in words_of("of-title") and word == "of":
            step = end + 2 if end + 1 < len(table.words) and table.words[end + 1] == "the" else end + 1
            if step < len(table.words) and table.words[step][0].isupper() and table.joined(step):
                end = step + 1
            else:
                break
        else:
            break
    return end


def _read_run(table: _Words, index: int, lexicon: OutletLexicon, found: list[Mention]) -> int:
    """Read one run of capitalised words; append the names in it; return the index behind it."""
    end = _run_end(table, index)
    start, article, titled = index, False, False
    starters, first = words_of("starter"), lexicon.first_words
    if end == index + 1 and table.folded[index] in starters and table.folded[index] not in first:
        return end
    while start < end:
        match = _longest(table, start, lexicon) if table.folded[start] in first else None
        if match and (not match[0].wordlike or match[1] >= end or match[1] - start > 1):
            break
        if table.words[start].isdigit() and start > index:
            start += 1  # «Copyright 2018 The X»
            continue
        if table.folded[start] not in starters or (start + 1 >= end and table.folded[start] in words_of("noun")):
            break
        article = table.words[start] in _ARTICLES
        titled = article and _mid_sentence(table, start)
        if titled and table.words[start] != "The" and start + 1 < end:
            # «Der», «Le» with a capital in mid-sentence belong to the name
            break
        start += 1
    if start + 1 < end and table.folded[start] in words_of("kind") and _kind_only(table, start):
        start += 1
    months = words_of("month")
    stop = end
    while stop > start + 1 and table.folded[stop - 1] in months:
        stop -= 1
    if start >= stop:
        return end
    article = article or _article_before(table, start)
    before = len(found)
    if not _read_known(table, start, stop, lexicon, found, article):
        _read_form(table, start, stop, lexicon, found, article)
    if titled and len(found) > before:
        found[before] = replace(found[before], titled=True)
    return max(end, index + 1)


def _kind_only(table: _Words, start: int) -> bool:
    """Tell whether the first noun of a run only says what follows: «Sender Kanal 7», not «Journal Sentinel»."""
    words = table.folded
    if words[start] in words_of("head") or words[start] in words_of("head-adjective"):
        return False
    follows = words[start + 1]
    if follows == "of":
        return False
    return follows in words_of("head") or follows not in words_of("noun weak")


def _mid_sentence(table: _Words, index: int) -> bool:
    """Tell whether a word stands inside a sentence, so that its capital is its own."""
    if not index:
        return False
    gap = table.text[table.spans[index - 1][1] : table.spans[index][0]]
    return gap.strip(" \u00a0“”\"'‘’,(:") == "" and len(gap) < 4


def _read_known(
    table: _Words, start: int, stop: int, lexicon: OutletLexicon, found: list[Mention], article: bool
) -> bool:
    """Append the lexicon's names inside a run; False if there are none that can stand in it."""
    position, any_found = start, False
    refused, nouns, media = words_of("not"), words_of("noun"), words_of("noun weak head-adjective")
    first = lexicon.first_words
    while position < stop:
        match = _longest(table, position, lexicon) if table.folded[position] in first else None
        if match is None:
            position += 1
            continue
        entry, end = match
        before, after = position > start, end < stop
        if before and end > stop:
            position += 1  # «Corriden Sun on Sunday» is not the «Sun on Sunday»
            continue
        if after and table.folded[end] in refused:
            return any_found
        common = entry.wordlike or (before and all(w in media for w in entry.words))
        if (before or after) and common and not (before and not after and _apart(table, start, position)):
            position += 1
            continue
        if after and end == stop - 1 and table.folded[end] in nouns and not before and entry.wordlike:
            position += 1
            continue
        if before and table.folded[stop - 1] in nouns and end == stop and end - position == 1 and entry.wordlike:
            return any_found
        led = (article and not before) or (entry.words[0] == "the" and len(entry.words) > 1)
        found.append(_mention(table, position, end, entry.outlet.name, _known(entry), entry.outlet, led))
        any_found, position = True, end
    return any_found


def _apart(table: _Words, start: int, position: int) -> bool:
    """Tell whether the words before a word-like name are not part of it (days, titles)."""
    return all(w in words_of("month") or w in words_of("starter") for w in table.folded[start:position])


def _read_form(
    table: _Words, start: int, stop: int, lexicon: OutletLexicon, found: list[Mention], article: bool
) -> None:
    """Append the run as a name by its form."""
    words, folded = table.words[start:stop], table.folded[start:stop]
    if len(words) == 1 and "." in words[0] and DOMAIN.fullmatch(words[0]):
        found.append(_domain(table, start, lexicon))
        return
    hyphenated = len(words) > 1 and table.text[table.spans[stop - 2][1] : table.spans[stop - 1][0]] in ("-", "–")
    if programme := _quoted_programme(table, start, stop, lexicon):
        found.append(programme)
        return
    if quoted_end := _quoted_title(table, start, stop):
        stop = quoted_end
        words, folded = table.words[start:stop], table.folded[start:stop]
    elif len(folded[-1]) > _GENITIVE and folded[-1][:-1] in words_of("noun") and _genitive(table, start, stop):
        folded[-1] = folded[-1][:-1]
    likeness, count = likeness_of(tuple(words), tuple(folded), article=article, hyphenated=hyphenated)
    end = start + count
    name = " ".join(table.text[table.spans[start][0] : table.spans[end - 1][1]].split())
    if folded[-1] != table.folded[stop - 1]:
        name = name[:-1]
    if quoted_end:
        end, name = quoted_end, " ".join(words)
    found.append(_mention(table, start, end, name, likeness, None, article))


_QUOTED_PROGRAMME = re.compile(r"([^“”\"„«»'\n]{2,40}?)[,.]?[”\"“»']")


def _quoted_programme(table: _Words, start: int, stop: int, lexicon: OutletLexicon) -> Mention | None:
    """Return the mention of an outlet by the quoted title of its programme: «on "Morning Harbor"»; else None."""
    at = table.spans[start][0]
    if not at or table.text[at - 1] not in "“\"„«'":
        return None
    title = _QUOTED_PROGRAMME.match(table.text, at)
    outlet = lexicon.programme(title[1]) if title else None
    if title is None or outlet is None:
        return None
    mention = _mention(table, start, stop, outlet.name, Likeness.FORM, outlet)
    return replace(mention, span=Span(at, at + len(title[1])), quoted=True)


_GENITIVE = 5
"""Letters from which a German genitive is looked for («des Ostmark-Kuriers»)."""
_CLOSING = {"«": "»", "„": "“", "“": "”"}
_TITLE_WORDS = 5


def _genitive(table: _Words, start: int, stop: int) -> bool:
    """Tell whether a name stands in the German genitive."""
    return table.folded[stop - 1].endswith("s") and start > 0 and table.folded[start - 1] in ("des", "eines")


def _quoted_title(table: _Words, start: int, stop: int) -> int:
    """Return the index behind a quoted Cyrillic title with small letters in it («Лиманський вісник»); else 0."""
    at = table.spans[start][0]
    closing = _CLOSING.get(table.text[at - 1 : at], "")
    if not closing or not "а" <= table.folded[start][0] <= "ґ":
        return 0
    for end in range(stop, min(stop + _TITLE_WORDS, len(table.words)) + 1):
        behind = table.spans[end - 1][1]
        if table.text[behind : behind + 1] == closing:
            return end
        if end < len(table.words) and table.text[behind : table.spans[end][0]] not in _JOINTS:
            return 0
    return 0


def _longest(table: _Words, index: int, lexicon: OutletLexicon) -> tuple[Entry, int] | None:
    """Return the longest name of the lexicon that begins at a word, with the index behind it."""
    for entry in lexicon.starting(table.folded[index]):
        end = index + len(entry.words)
        if end > len(table.words) or tuple(table.folded[index:end]) != entry.words:
            continue
        if all(table.joined(i) for i in range(index + 1, end)) and _same_case(entry, table.words[index:end]):
            return entry, end
    return None


def _same_case(entry: Entry, words: Sequence[str]) -> bool:
    """Tell whether a name is written as names are: with the capitals that the lexicon gives it."""
    written = entry.written
    if len(written) <= 5 and written.isupper():
        return words[0].isupper()
    return all(
        not ours[0].isupper() or theirs[0].isupper()
        for ours, theirs in zip(_WORD.findall(written), words, strict=False)
    )


def _known(entry: Entry) -> Likeness:
    return Likeness.HINT if entry.wordlike else Likeness.KNOWN


def _article_before(table: _Words, index: int) -> bool:
    return index > 0 and table.folded[index - 1] in _FOLDED_ARTICLES


def _domain(table: _Words, index: int, lexicon: OutletLexicon) -> Mention:
    """Return the mention that a host name is."""
    start = table.spans[index][0]
    if hyphens := _HYPHENED.search(table.text, max(0, start - 40), start):
        start = hyphens.start()  # «evenlode-mercury.com»
        table.spans[index] = (start, table.spans[index][1])
    word = table.text[start : table.spans[index][1]].removeprefix("www.")
    outlet = lexicon.by_host(word)
    social = word.casefold().split(".")[0] in words_of("social")
    likeness = Likeness.REFUSED if social else Likeness.KNOWN if outlet else Likeness.FORM
    return _mention(table, index, index + 1, outlet.name if outlet else word, likeness, outlet)


def _mention(
    table: _Words,
    start: int,
    end: int,
    name: str,
    likeness: Likeness,
    outlet: Outlet | None,
    article: bool = False,
) -> Mention:
    text = table.text
    span = Span(table.spans[start][0], table.spans[end - 1][1])
    if span.start and text[span.start - 1] in "@#":
        likeness = Likeness.REFUSED
    quoted = span.start > 0 and text[span.start - 1] in _QUOTES and text[span.end : span.end + 1] in tuple(_QUOTES)
    ending = None if quoted else _POSSESSIVE.match(text, span.end)
    possessive = ending.end() - ending.start() if ending else 0
    near = tuple(table.folded[start - 3 if start > 3 else 0 : start])
    behind = end + 1 if possessive > 1 else end
    after = table.folded[behind] if behind < len(table.folded) else ""
    article = article or (bool(near) and near[-1] in _FOLDED_ARTICLES)
    return Mention(span, name, likeness, outlet, quoted, possessive, article, near, after)
