"""Names in a text that may be those of outlets: known by the lexicon, or by their form."""

import re
from dataclasses import replace

from reader.lexicon.outlets import OutletLexicon
from reader.text.spans import Span
from reader.tracing.credits.mentions import Mention, host_mention, known_likeness, make_mention
from reader.tracing.credits.name_words import (
    NameWords,
    article_before,
    longest_name,
    mid_sentence,
    name_words,
    named_mid_sentence,
    run_end,
)
from reader.tracing.credits.outlet_forms import (
    CALL_SIGN_ABROAD,
    DOMAIN,
    Likeness,
    is_compound,
    is_kind,
    likeness_of,
    words_of,
)
from reader.tracing.credits.quoted_names import quoted_programme, quoted_title

_ARTICLES = frozenset({"The", "Der", "Die", "Das", "Le", "La", "Les", "El", "Il", "De", "Het"})
_NAMED_ARTICLES = frozenset({"Le", "La", "Les", "L", "El", "Los", "Las", "Il", "Lo"})
"""Articles with which the papers of their languages write their names."""
_CONTINUES = frozenset({"de", "del", "della", "delle", "dei", "di", "da", "do", "dos", "du"})
"""Small words with which a name goes on to its place."""
_INFLECTED = re.compile(r"(?:(?<=^)|(?<=\s))([A-ZÄÖÜ]\w+e)n(?=\s[A-ZÄÖÜ])|(?<=Allgemeine)n$|(?<=Neueste)n$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GENITIVE = 5
"""Letters above which a German case ending is looked for («des Ostmark-Kuriers»)."""
_CASE_ENDINGS = {"des": ("s", "es", "n"), "eines": ("s", "es", "n"), "dem": ("n",), "den": ("n",)}
"""German article -> endings of the nouns behind it («des Boten»: a weak noun)."""


def find_names(text: str, lexicon: OutletLexicon) -> list[Mention]:
    """Return the capitalised names and host names of a text in reading order, each with its likeness."""
    table = name_words(text)
    found: list[Mention] = []
    end = 0
    small = lexicon.small_names
    for index, word in enumerate(table.words):
        if index < end or (word.islower() and word not in small and "." not in word):
            continue
        if word[0].isupper() or (word[0].isdigit() and not word.isdigit()) or CALL_SIGN_ABROAD.fullmatch(word):
            end = _read_run(table, index, lexicon, found)
        elif table.folded[index] in small or word.isdigit():
            end = _read_small(table, index, lexicon, found)
        elif "." in word and DOMAIN.fullmatch(word):
            found.append(host_mention(table, index, lexicon))
    return found


def _read_small(table: NameWords, index: int, lexicon: OutletLexicon, found: list[Mention]) -> int:
    """Read a name that begins with a small letter or a figure («dpa», «60 Minutes»), if the lexicon has one here."""
    match = longest_name(table, index, lexicon)
    if match is None:
        return index + 1
    entry, end = match
    found.append(make_mention(table, index, end, entry.outlet.name, known_likeness(entry), entry.outlet))
    return end


def _read_run(table: NameWords, index: int, lexicon: OutletLexicon, found: list[Mention]) -> int:
    """Read one run of capitalised words; append the names in it; return the index behind it."""
    end = run_end(table, index)
    start, article, titled = index, False, False
    starters, first = words_of("starter"), lexicon.first_words
    if end == index + 1 and table.folded[index] in starters and table.folded[index] not in first:
        likeness = Likeness.OPEN if named_mid_sentence(table, index) else Likeness.BARE
        if likeness or _names_kind(table, index):
            found.append(make_mention(table, index, end, table.words[index], likeness, None))
        return end
    while start < end:
        match = longest_name(table, start, lexicon) if table.folded[start] in first else None
        if match and (not match[0].wordlike or match[1] >= end or match[1] - start > 1):
            break
        if table.words[start].isdigit() and start > index:
            start += 1  # «Copyright 2018 The X»
            continue
        if table.folded[start] not in starters or (start + 1 >= end and table.folded[start] in words_of("noun")):
            break
        if named_mid_sentence(table, start) or _quoted_whole(table, start, end):
            break
        if _weekday_leads(table, start, end, article=article):
            break
        article = table.words[start] in _ARTICLES
        titled = article and mid_sentence(table, start)
        if titled and table.words[start] != "The" and start + 1 < end:
            # «Der», «Le» with a capital in mid-sentence belong to the name
            break
        start += 1
    if start + 1 < end and is_kind(table.folded[start]) and _kind_only(table, start):
        start += 1
        while start + 1 < end and table.words[start].islower():
            start += 1  # «Podcast der Marschpost»
    months = words_of("month")
    stop = end
    while stop > start + 1 and (table.folded[stop - 1] in months or _YEAR.fullmatch(table.words[stop - 1])):
        stop -= 1
    if start >= stop:
        return end
    article = article or article_before(table, start)
    before = len(found)
    if not _read_known(table, start, stop, lexicon, found, article):
        _read_form(table, start, stop, lexicon, found, article)
        if start > index and len(found) > before:
            found[before] = _with_article(table, start - 1, found[before])
    if titled and len(found) > before:
        found[before] = replace(found[before], titled=True)
    return max(end, index + 1)


def _with_article(table: NameWords, index: int, mention: Mention) -> Mention:
    """Return a name with the Romance article before it, which belongs to a paper's name («La Gazette de X»)."""
    word = table.words[index]
    plain = mention.outlet is None and " " in mention.name and mention.likeness >= Likeness.HINT
    if not plain or word not in _NAMED_ARTICLES or mention.span.start != table.spans[index + 1][0]:
        return mention
    start = table.spans[index][0]
    name = table.text[start : mention.span.start] + mention.name
    return replace(mention, name=name, span=Span(start, mention.span.end))


def _weekday_leads(table: NameWords, start: int, end: int, *, article: bool) -> bool:
    """Tell whether a day is a paper's first word: «the Sunday Clarion», but not «on Sunday Clarion Books»."""
    leads = table.folded[start] in words_of("head-adjective") and (article or article_before(table, start))
    return leads and start + 1 < end and table.folded[start + 1] in words_of("noun weak")


def _quoted_whole(table: NameWords, start: int, end: int) -> bool:
    """Tell whether a run fills quotation marks, with an article of another language before it: «„Die Schleuse“»."""
    at, behind = table.spans[start][0], table.spans[end - 1][1]
    if table.words[start] not in _ARTICLES - {"The"} or start + 1 >= end:
        return False
    return table.text[max(0, at - 2) : at].strip() in tuple("„«“‚‹»") and table.text[behind:].lstrip()[:1] in tuple(
        "“»”‘›«"
    )


def _names_kind(table: NameWords, index: int) -> bool:
    """Tell whether a common word is a name in front of the noun for an outlet: «told Now magazine»."""
    behind = table.words[index + 1] if table.joined(index + 1) else ""
    return behind in words_of("named-kind") and mid_sentence(table, index)


def _kind_only(table: NameWords, start: int) -> bool:
    """Tell whether the first noun of a run only says what follows: «Sender Kanal 7», not «Journal Sentinel»."""
    words = table.folded
    if words[start] in words_of("head") or words[start] in words_of("head-adjective"):
        return False
    follows = words[start + 1]
    if follows == "of":
        return False
    return follows in words_of("head") or follows not in words_of("noun weak journal of-title")


def _read_known(
    table: NameWords, start: int, stop: int, lexicon: OutletLexicon, found: list[Mention], article: bool
) -> bool:
    """Append the lexicon's names inside a run; False if there are none that can stand in it."""
    position, any_found = start, False
    refused, nouns, media = words_of("not"), words_of("noun"), words_of("noun weak head-adjective")
    first = lexicon.first_words
    while position < stop:
        match = longest_name(table, position, lexicon) if table.folded[position] in first else None
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
        if after and table.folded[end] in _CONTINUES:
            position += 1  # «La Gazette de X» is not the paper that is called «La Gazette» alone
            continue
        if entry.wordlike and table.folded[end : end + 1] and table.folded[end] in words_of("landscape"):
            position += 1  # «the Atlantic coast»
            continue
        if entry.wordlike and table.folded[end : end + 1] == ["of"] and table.joined(end):
            position += 1  # «the Nation of Islam»
            continue
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
        found.append(make_mention(table, position, end, entry.outlet.name, known_likeness(entry), entry.outlet, led))
        any_found, position = True, end
    return any_found


def _apart(table: NameWords, start: int, position: int) -> bool:
    """Tell whether the words before a word-like name are not part of it (days, titles)."""
    return all(w in words_of("month") or w in words_of("starter") for w in table.folded[start:position])


def _read_form(
    table: NameWords, start: int, stop: int, lexicon: OutletLexicon, found: list[Mention], article: bool
) -> None:
    """Append the run as a name by its form."""
    words, folded = table.words[start:stop], table.folded[start:stop]
    if len(words) == 1 and "." in words[0] and DOMAIN.fullmatch(words[0]):
        found.append(host_mention(table, start, lexicon))
        return
    hyphenated = len(words) > 1 and table.text[table.spans[stop - 2][1] : table.spans[stop - 1][0]] in ("-", "–")
    if programme := quoted_programme(table, start, stop, lexicon):
        found.append(programme)
        return
    if quoted_end := quoted_title(table, start, stop):
        stop = quoted_end
        words, folded = table.words[start:stop], table.folded[start:stop]
    elif nominative := _nominative(table, start, stop):
        folded[-1] = nominative
    likeness, count = likeness_of(tuple(words), tuple(folded), article=article, hyphenated=hyphenated)
    end = start + count
    name = " ".join(table.text[table.spans[start][0] : table.spans[end - 1][1]].split())
    if end == stop and (cut := len(table.folded[stop - 1]) - len(folded[-1])) > 0:
        name = name[:-cut]
    if article and end - start > 1 and _in_dative(table, start):
        # «der Kleinen Zeitung» is the «Kleine Zeitung»
        name = _INFLECTED.sub(r"\1", name)
        if known := lexicon.entry(name):
            outlet = known.outlet
            found.append(make_mention(table, start, end, outlet.name, known_likeness(known), outlet, article))
            return
    if quoted_end:
        end = quoted_end
        name = " ".join(table.text[table.spans[start][0] : table.spans[end - 1][1]].split())
    found.append(make_mention(table, start, end, name, likeness, None, article))


def _in_dative(table: NameWords, start: int) -> bool:
    """Tell whether a German article before a name puts its adjective in another case."""
    return start > 0 and table.folded[start - 1] in ("der", "dem", "den", "des")


def _nominative(table: NameWords, start: int, stop: int) -> str:
    """Return the last word of a name without its German case ending («des Nordkuriers», «dem Saarboten»); else ""."""
    word = table.folded[stop - 1]
    article = table.folded[start - 1] if start else ""
    if len(word) <= _GENITIVE:
        return ""
    for ending in _CASE_ENDINGS.get(article, ()):
        plain = word.removesuffix(ending)
        if plain != word and (plain in words_of("noun") or is_compound(plain)):
            return plain
    return ""
