"""Plain text -> Article. The text stays exactly as it was given; only spans are laid over it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from reader.articles.masthead import find_masthead
from reader.articles.roles import assign_roles
from reader.model.article import Article, Paragraph
from reader.text.safety import clean_line
from reader.text.spans import Span, trim

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[•‣◦▪●∙·*–—\-]|\d{1,2}[.)])\s+(?=\S)")
_WRAP_WIDTH = range(50, 100)
"""Columns at which mail programs and agencies' plain text break lines."""


def article_from_text(
    text: str,
    *,
    headline: str = "",
    outlet: str = "",
    url: str = "",
    published_at: datetime | None = None,
    byline: str = "",
    language: str = "",
    metadata: Mapping[str, Sequence[str]] | None = None,
) -> Article:
    """Return the article that a plain text is; ``Article.text`` is ``text``, character for character.

    Args:
        text: One paragraph a line, or paragraphs of wrapped lines between empty ones; the caller has masked what is
            hostile in it (``text.safety.mask_text``), since nothing is changed here.
        headline: One line; else the first line that can be one.
        outlet: Who published it.
        url: Address of the article.
        published_at: Aware time in UTC.
        byline: As given; else a byline below the headline.
        language: As given.
        metadata: See ``Article.metadata``; kept as it is, since credits count in the values.
    """
    head = find_masthead(text, split_paragraphs(text), headline=clean_line(headline), byline=byline)
    return Article(
        text=text,
        paragraphs=assign_roles(text, head.paragraphs),
        headline=head.headline,
        outlet=clean_line(outlet),
        url=url,
        byline=head.byline,
        dateline=head.dateline,
        published_at=published_at,
        language=language,
        metadata={key: tuple(values) for key, values in (metadata or {}).items()},
    )


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain text, without the white space around them; bullets stay inside."""
    blocks = _blocks(text)
    wrapped = _is_wrapped(text, blocks)
    paragraphs: list[Paragraph] = []
    for block in blocks:
        spans = [Span(block[0].start, block[-1].end)] if wrapped and _flows(text, block) else block
        for span in spans:
            listed = bool(_BULLET.match(text, span.start, span.end))
            paragraphs.append(replace(Paragraph(span), listed=listed, level=int(listed)))
    return tuple(paragraphs)


def _blocks(text: str) -> list[list[Span]]:
    """Return the lines that are not empty, grouped by the empty lines between them."""
    blocks: list[list[Span]] = [[]]
    start = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        line = trim(text, Span(start, end))
        if line.length:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
        start = match.end() if match else end
    return [block for block in blocks if block]


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Tell whether lines are broken at a column: nearly all inner lines of blocks have that width."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 3 or len(blocks) < 2:
        return False
    fitting = sum(line.length in _WRAP_WIDTH for line in inner)
    unfinished = sum(text[line.end - 1] not in '.!?:”"' for line in inner)
    return fitting >= 0.8 * len(inner) and unfinished >= 0.6 * len(inner)


def _flows(text: str, block: list[Span]) -> bool:
    """Tell whether the lines of a block run on: no line but the last is short or begins a list item."""
    return all(line.length in _WRAP_WIDTH for line in block[:-1]) and not any(
        _BULLET.match(text, line.start, line.end) for line in block[1:]
    )
