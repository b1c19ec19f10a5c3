"""Bodies as sources: ministries, police, officials, reports, outlets; their name and head noun, and the collectives."""

from collections.abc import Iterable

from reader.analysis.draft import Range
from reader.analysis.tokens import Passage
from reader.lexicon.offices import acting_bodies, documents, media, organisation_words

_ARTICLES = frozenset({"the", "a", "an"})
LINKS = frozenset(
    {"for", "of", "to", "with", "by", "from", "at", "in", "about", "on", "close", "behind", "against", "near"}
)
"""Words behind a head noun: what follows them is not the head («a spokesman for Ana Brill»)."""


def head_noun(passage: Passage, source: Range) -> str:
    """Return the head noun of a source, in small letters."""
    head = passage.low[source[0]]
    for index in range(*source):
        word = passage.low[index]
        if index > source[0] and (word in LINKS or word in {",", "(", "who", "which", "that", "—", "–"}):
            break
        if passage.is_word(index):
            head = word
    return head.removesuffix("'s")


def body_name(passage: Passage, source: Range) -> str:
    """Return the words of a source without its leading article and without what stands behind a comma."""
    start, end = source
    while start < end - 1 and passage.low[start] in _ARTICLES:
        start += 1
    stop = next((i for i in range(start + 1, end) if passage.low[i] in {",", "(", "who", "which", "—", "–"}), end)
    name = " ".join(passage.span_of(start, stop).of(passage.text).split())
    return name.removesuffix("'s").removesuffix("’s")


def is_plural(passage: Passage, source: Range) -> bool:
    """Tell whether «they» can mean a source."""
    head = head_noun(passage, source)
    return head.endswith("s") or head in {"police", "people", "media"} or "and" in passage.low[source[0] : source[1]]


def find_collectives(sources: Iterable[tuple[int, Passage, Range]]) -> list[tuple[int, Range]]:
    """Return the bodies that speak as officials, each at its first mention: (passage number, tokens).

    ``sources``: in reading order, those of persons and pronouns left out.
    """
    seen: set[str] = set()
    found: list[tuple[int, Range]] = []
    for number, passage, source in sources:
        head = head_noun(passage, source)
        news_agency = head == "agency" and "news" in passage.low[source[0] : source[1]]
        if (
            head in documents()
            or head in media()
            or news_agency
            or not (head in acting_bodies() or head in organisation_words())
        ):
            continue
        name = body_name(passage, source).lower()
        if name not in seen:
            seen.add(name)
            start, end = source
            end = next(
                (i for i in range(start + 1, end) if passage.low[i] in {",", "(", "—", "–", "who", "which"}), end
            )
            found.append((number, (start, end)))
    return found
