"""Bodies as sources: ministries, police, officials, reports, outlets; their name and head noun, and the collectives."""

from reader.analysis.draft import Range
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, documents, media, organisation_words

ARTICLES = frozenset({"the", "a", "an"})
LINKS = frozenset(
    {"for", "of", "to", "with", "by", "from", "at", "in", "about", "on", "close", "behind", "against", "near"}
)
"""Words behind a head noun: what follows them is not the head («a spokesman for Ana Brill»)."""

_BEHIND_NOUN = frozenset({",", "(", "who", "which", "that", "—", "–", "there", "here"})


def named_apposition(passage: Passage, source: Range) -> Range:
    """Return the name in «the operator, Karsk Lines», «Operator Karsk Lines» and «startup Orbis», else the source."""
    start, end = source
    if (
        passage.low[start] in words("trades traders")
        and end - start > 1
        and all(map(passage.is_capital, range(start + 1, end)))
    ):
        return (start + 1, end)
    title = passage.quote_of[end - 1]
    begin, stop = passage.quotations[title] if title >= 0 else (start, end)
    if begin > start and stop == end and LINKS.isdisjoint(passage.low[start:begin]):
        return (begin + 1, end - 1)  # «the publication «Red Lantern»»
    if "," not in passage.low[start + 1 : end - 1]:
        return source
    comma = passage.low.index(",", start + 1)
    if any(passage.is_capital(i) for i in range(start + 1, comma)):
        return source
    named = all(passage.is_capital(i) for i in range(comma + 1, end) if passage.is_word(i))
    return (comma + 1, end) if named and passage.low[start] in {"the", "its"} else source


CUTTING = frozenset({"in", "on", "at", "with", "after", "before", "during"})
"""Prepositions behind a name that tell where or when it speaks."""


def head_noun(passage: Passage, source: Range) -> str:
    """Return the head noun of a source, in small letters."""
    head = passage.low[source[0]]
    for word in passage.low[source[0] + 1 : source[1]]:
        if word in LINKS or word in _BEHIND_NOUN:
            break
        if word[0].isalnum():
            head = word
    return head.removesuffix("'s")


def body_name(passage: Passage, source: Range) -> str:
    """Return the words of a source without its leading article and what stands behind a comma or its own setting."""
    start, end = source
    low = passage.low
    while start < end - 1 and low[start] in ARTICLES:
        start += 1
    stop = end
    for i in range(start + 1, end):
        word = low[i]
        if word in {",", "(", "who", "which", "—", "–"}:
            stop = i
            break
        # «the General Staff in its evening report»
        if word in CUTTING and passage.is_capital(i - 1) and not passage.is_capital(i + 1):
            stop = i
            break
    name = " ".join(passage.text_of(start, stop).split())
    return name.removesuffix("'s").removesuffix("’s")


def is_plural(passage: Passage, source: Range) -> bool:
    """Tell whether «they» can mean a source."""
    head = head_noun(passage, source)
    if head.endswith("s") or head in {"police", "people", "media"}:
        return True
    phrase = passage.low[slice(*source)]
    return "and" in phrase and _ASIDE.isdisjoint(phrase[1 : phrase.index("and")])


_ASIDE = frozenset({",", "who", "which"})


def is_acting(passage: Passage, source: Range) -> bool:
    """Tell whether the head noun of a source is that of a body, not of a document or an outlet."""
    head = head_noun(passage, source)
    news_agency = head == "agency" and "news" in passage.low[source[0] : source[1]]
    if head in documents() or head in media() or news_agency or head in words("private_groups"):
        return False
    return head in acting_bodies() or head in organisation_words()


def is_told_body(passage: Passage, source: Range) -> bool:
    """Tell whether an apposition says that a name is a body («the Red Lantern, a local aid group»)."""
    start, end = source
    if "," not in passage.low[start + 1 : end - 2]:
        return False
    comma = passage.low.index(",", start + 1)
    if not passage.is_capital(comma - 1) or passage.low[comma + 1] not in ARTICLES:
        return False
    return is_acting(passage, (comma + 1, end))
