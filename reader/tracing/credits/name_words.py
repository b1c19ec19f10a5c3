"""The words of a text side by side, and the runs of capitalised words that can be one name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.lexicon.outlets import Entry, OutletLexicon, fold
from reader.tracing.credits.outlet_forms import words_of

_WORD = re.compile(r"[^\W_]+(?:[.][^\W_]+)*")
JOINTS = frozenset((" ", "\u00a0", "-", "–", "’", "'", " & ", "! ", ". "))
"""What may stand between two words of one name."""
_LONGEST_RUN = 9
FOLDED_ARTICLES = frozenset({"the", "der", "die", "das", "dem", "den", "le", "la", "les", "l", "du", "au"})
_SHORTEST = 3
"""Letters from which a common word with a capital may be a name."""
_INNER_ARTICLES = frozenset({"la", "las", "los", "les", "l"})


@dataclass(slots=True)
class NameWords:
    """The words of a text: offsets, as written, folded."""

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
        return gap in JOINTS and (gap != ". " or len(before) <= 2 or "." in before)


def name_words(text: str) -> NameWords:
    """Return the words of a text."""
    matches = list(_WORD.finditer(text))
    words = [match.group() for match in matches]
    return NameWords(text, [match.span() for match in matches], words, [fold(word) for word in words])


def run_end(table: NameWords, index: int) -> int:
    """Return the index behind the last word of the capitalised run that begins at ``index``."""
    end = index + 1
    while end - index < _LONGEST_RUN and table.joined(end):
        word = table.words[end]
        if table.folded[end] in words_of("work") and table.text[table.spans[end][0] - 1] == "-":
            break  # «NDR-Informationen»
        if word[0].isupper() or word[0].isdigit():
            # a possessive ends a name: «Howard Stern's Sirius XM»
            end += 1
        elif word in words_of("connector") and end + 1 < len(table.words) and table.words[end + 1][0].isupper():
            if end == index + 1 and table.folded[index] in words_of("person"):
                break  # «einem Reporter des Moorkuriers»
            titles = words_of("noun weak head")
            abroad = end - index == 2 and table.folded[index] in words_of("article-abroad")
            if (table.folded[end - 1] not in titles and not abroad) or not table.joined(end + 1):
                break
            end += 2
        elif word in words_of("connector") and _article_joins(table, end + 1):
            if table.folded[end - 1] not in words_of("noun weak head") and end - index != 2:
                break
            end += 3  # «El Diario de la Vega»
        elif "а" <= word[0] <= "ґ" and table.folded[end] in words_of("noun"):
            return end + 1  # «Лиманський вісник»
        elif table.folded[end - 1] in words_of("of-title") and word == "of":
            step = end + 2 if end + 1 < len(table.words) and table.words[end + 1] == "the" else end + 1
            if step < len(table.words) and table.words[step][0].isupper() and table.joined(step):
                end = step + 1
            else:
                break
        else:
            break
    return end


def _article_joins(table: NameWords, index: int) -> bool:
    """Tell whether an article in the middle of a name leads to its last word («de *la* Vega»)."""
    words = table.words
    return (
        index + 1 < len(words)
        and words[index] in _INNER_ARTICLES
        and words[index + 1][0].isupper()
        and table.joined(index)
        and table.joined(index + 1)
    )


def mid_sentence(table: NameWords, index: int) -> bool:
    """Tell whether a word stands inside a sentence, so that its capital is its own."""
    if not index:
        return False
    gap = table.text[table.spans[index - 1][1] : table.spans[index][0]]
    return gap.strip(" \u00a0“”\"'‘’,(:") == "" and len(gap) < 4


def named_mid_sentence(table: NameWords, index: int) -> bool:
    """Tell whether a common word has a capital that only a name explains: «told *Tomorrow*», «told *Seven* Tonnes».

    Articles, days and titles have capitals of their own.
    """
    if not index or len(table.words[index]) < _SHORTEST or not table.words[index][1:].islower():
        return False
    if table.text[table.spans[index - 1][1] : table.spans[index][0]] not in (" ", "\u00a0"):
        return False
    word = table.folded[index]
    plain = word in FOLDED_ARTICLES or word in words_of("month title article-abroad")
    return table.words[index - 1].islower() and not plain


def article_before(table: NameWords, index: int) -> bool:
    """Tell whether a definite article stands before a word."""
    return index > 0 and table.folded[index - 1] in FOLDED_ARTICLES


def longest_name(table: NameWords, index: int, lexicon: OutletLexicon) -> tuple[Entry, int] | None:
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
