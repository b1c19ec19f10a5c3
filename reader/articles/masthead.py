"""The head of a text: headline, byline and dateline where they stand in its first paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.articles.byline import is_byline, is_signature
from reader.articles.captions import is_caption
from reader.articles.dateline import find_dateline
from reader.articles.imprint import imprint_lines
from reader.articles.lines import ends_sentence, is_title_case
from reader.articles.role_cues import is_date_line, is_promotion, is_source_line
from reader.model.article import Paragraph, Role
from reader.text.bare import bare_words
from reader.text.safety import clean_line
from reader.text.spans import Span

_LOOKED_AT = 8
"""Paragraphs in which a headline, byline or dateline is looked for."""
_HEADLINE_WORDS = range(2, 31)
_HEADLINE_LENGTH = 220
_OUTLET_TAIL = 40
"""Characters by which two forms of one headline may differ at their end («- The Samphire Courier»)."""
_TERSE_WORDS = range(4, 15)
_NOT_TERSE = re.compile(
    r"(?i)\b(?:the|an?|said|was|were|i|we|he|she|it|you|they|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)\b"
    r"|[.!?]\s+[A-Z]"
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the running text."""

    paragraphs: tuple[Paragraph, ...]
    """All paragraphs, those of the head with their roles."""
    headline: str = ""
    """One clean line."""
    byline: str = ""
    dateline: Span | None = None


def find_masthead(text: str, paragraphs: Sequence[Paragraph], *, headline: str = "", byline: str = "") -> Masthead:
    """Return headline, byline and dateline of a text.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs; headings found by markup have their role already.
        headline: What it is known to be; then the paragraph that repeats it is marked and no other.
        byline: What it is known to be; a byline in the text is marked all the same.
    """
    marked = list(paragraphs)
    for index in imprint_lines(text, marked):
        if marked[index].role is Role.BODY:
            marked[index] = replace(marked[index], role=Role.SOURCE_LINE)
    at = _repeated(text, marked, headline) if headline else _headline_at(text, marked)
    found = ""
    if at is not None:
        marked[at] = replace(marked[at], role=Role.HEADING, level=1)
        found = clean_line(marked[at].span.of(text))
    start = 0 if at is None else at + 1
    line = ""
    for index in range(start, min(start + 4, len(marked))):
        words = marked[index].span.of(text)
        if marked[index].role is Role.SOURCE_LINE:
            line = line or (clean_line(words) if is_byline(words) else "")
            continue
        if is_byline(words) or (marked[index].role is Role.BODY and is_signature(words) and not is_caption(words)):
            line = line or clean_line(words)
        elif not is_date_line(words):
            if marked[index].role is Role.BODY and (ends_sentence(words) or index - start > 1):
                break
            continue
        marked[index] = replace(marked[index], role=Role.SOURCE_LINE)
    return Masthead(tuple(marked), headline or found, byline or line, _dateline(text, marked))


def _dateline(text: str, paragraphs: Sequence[Paragraph]) -> Span | None:
    """Return the dateline of the first paragraphs of running text."""
    body = [p for p in paragraphs[:_LOOKED_AT] if p.role is Role.BODY]
    for paragraph in body[:3]:
        found = find_dateline(text, *paragraph.span)
        if found:
            return found.span
    return None


def _repeated(text: str, paragraphs: Sequence[Paragraph], headline: str) -> int | None:
    """Return the index of the paragraph that repeats a known headline (an outlet's name may stand behind it)."""
    wanted = bare_words(headline)
    for index, paragraph in enumerate(paragraphs[:_LOOKED_AT]):
        words = paragraph.span.of(text)
        if len(words) > 2 * _HEADLINE_LENGTH:
            continue
        line = bare_words(words)
        shorter, longer = sorted((line, wanted), key=len)
        alike = len(shorter) >= 20 and longer.startswith(shorter) and len(longer) <= len(shorter) + _OUTLET_TAIL
        if line and (line == wanted or alike):
            return index
    return None


def _headline_at(text: str, paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the index of the headline.

    A heading of the markup, else the first line if it can be one, else a line below a short abstract: such a line has
    title case, and is set off from what follows more than from what stands before it.
    """
    first = paragraphs[:_LOOKED_AT]
    headings = [i for i, p in enumerate(first[:4]) if p.role is Role.HEADING]
    for index in headings:
        if paragraphs[index].level == 1:
            return index
    if headings[:1] == [0]:
        return 0
    if len(paragraphs) < 2 or headings:
        return None
    start = next((i for i, p in enumerate(first) if not _is_furniture(text, p)), 0)
    opening = first[start].span.of(text)
    if start + 1 < len(paragraphs) and (_can_be_headline(opening) or _is_terse(opening)):
        return start
    for index in range(start + 1, min(6, len(first) - 1)):
        words = first[index].span.of(text)
        if not _can_be_headline(words) or ends_sentence(words) or len(words.split()) < 5:
            continue
        before = text.count("\n", first[index - 1].span.end, first[index].span.start)
        after = text.count("\n", first[index].span.end, first[index + 1].span.start)
        following = first[index + 1].span.of(text)
        announced = is_byline(following) or is_date_line(following) or after > before
        return index if announced and is_title_case(words) else None
    return start if _is_one_word_title(text, first[start:]) else None


def _is_one_word_title(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the first of the paragraphs is one capitalised word above running text."""
    words = [p.span.of(text) for p in paragraphs[:2]]
    if len(words) < 2 or not words[0].isalpha() or not words[0][0].isupper():
        return False
    return ends_sentence(words[1]) and len(words[1].split()) > _TERSE_WORDS[0]


def _is_furniture(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a line at the head of a text belongs to the page around it."""
    words = paragraph.span.of(text)
    return (
        paragraph.role is Role.SOURCE_LINE
        or is_byline(words)
        or is_date_line(words)
        or is_promotion(words)
        or is_source_line(words)
        or is_caption(words)
        or len(words) < 4
    )


def _is_terse(words: str) -> bool:
    """Tell whether a sentence at the head is in headline style though it has a full stop (as archives add one).

    Headlines leave out articles, and do not say on which day; archives also end a line with a semicolon.
    """
    if len(words.split()) not in _TERSE_WORDS or "\n" in words or words[:1] in '"“«„':
        return False
    return not _NOT_TERSE.search(words) and words.rstrip().endswith((".", ";"))


def _can_be_headline(words: str) -> bool:
    """Tell whether a line can be a headline: short, one sentence, without a full stop unless in title case."""
    count = len(words.split())
    if count not in _HEADLINE_WORDS or len(words) > _HEADLINE_LENGTH or "\n" in words:
        return False
    if find_dateline(words):
        return False
    if words[:1] in '"“«„' and words.rstrip()[-1:] in '"”»“':
        return False
    if words.rstrip().endswith((":", ",", ";")):
        return False
    return not ends_sentence(words) or words.rstrip().endswith(("?", "!")) or (count >= 4 and is_title_case(words))
