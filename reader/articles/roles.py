"""What each paragraph is for: body, heading, caption, related headline, promotion, source line.

Markup decides where there is any; for the rest the words and the neighbours do. Being wrong towards BODY is cheap,
hiding real text is not: each rule asks for two signs, of form and of place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.articles.byline import is_byline
from reader.articles.captions import is_caption
from reader.articles.lines import content_stems, ends_sentence, has_words, is_title_case, looks_like_clause, word_count
from reader.articles.role_cues import is_date_line, is_list_header, is_promotion, is_source_line
from reader.model.article import FURNITURE, Link, Paragraph, Role

_RELATED_WORDS = range(7, 26)
_LINKED_WORDS = range(4, 26)
_LIST_LENGTH = 8
_HEADING_WORDS = 8
_NEAR = 12
"""Furniture that may stand between a line and the running text around it."""
_ASKING_WORDS = 12
_LEDE_WORDS = 12
"""Words of a sentence that shows that the running text has begun: a headline before it is the article's own."""
_GOES_ON = re.compile(
    r"(?i:but|and|so|or|yet|because|then|seriously|well|yes|no|its?|he|she|they|this|these|those|we|i)\b"
    r"|How is (?:that|this|it)\b"
    r"|[A-Z][A-Z.’' \-]{2,30}:|\W*[QA]:"
    r"|.*\w{3}[.!?]\s+[\"“]?[A-Z]|.*\b(?:that|this|it)\?$|.*(?:[A-Z][a-z]+){3}|.*[a-z]{3}[A-Z][a-z]{3}"
)
"""Begins like a sentence of the running text, or holds more than one (``U.S.`` and initials aside)."""
_NAMED = re.compile(r"(?:[A-Z][\w.'’\-]+\s){1,4}[A-Z][\w.'’\-]+(?:,\s\S.*|\sof\s.*)?$")
"""A person, with or without office: the speaker of the quotation above."""


def assign_roles(text: str, paragraphs: Sequence[Paragraph], *, links: Sequence[Link] = ()) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the role of each; roles other than BODY stay, but a heading may be a prompt.

    Args:
        text: The article's text.
        paragraphs: In reading order.
        links: Links of the text: a headline that is one link from end to end leads away from the article.
    """
    lines = [p.span.of(text) for p in paragraphs]
    roles = [_by_words(paragraph, line) for paragraph, line in zip(paragraphs, lines, strict=True)]
    linked = _whole_links(paragraphs, links)
    _mark_lists_of_headlines(lines, roles, linked)
    _mark_short_lines(lines, paragraphs, roles, linked)
    _mark_captions(lines, paragraphs, roles)
    return tuple(p if p.role is r else replace(p, role=r) for p, r in zip(paragraphs, roles, strict=True))


def _by_words(paragraph: Paragraph, line: str) -> Role:
    """Return the role that a paragraph's own words give it."""
    if paragraph.role not in (Role.BODY, Role.HEADING):
        return paragraph.role
    if paragraph.role is Role.HEADING and paragraph.level == 1:
        return Role.HEADING
    if is_source_line(line) or (paragraph.role is Role.BODY and (is_byline(line) or is_date_line(line))):
        return Role.SOURCE_LINE
    if is_promotion(line):
        return Role.PROMOTION
    if paragraph.role is Role.BODY and not paragraph.quoted and is_caption(line):
        return Role.CAPTION
    return paragraph.role


def _whole_links(paragraphs: Sequence[Paragraph], links: Sequence[Link]) -> frozenset[int]:
    """Return the indexes of paragraphs that are one link from end to end."""
    spans = {link.span for link in links}
    return frozenset(i for i, p in enumerate(paragraphs) if p.span in spans)


def _mark_lists_of_headlines(lines: Sequence[str], roles: list[Role], linked: frozenset[int]) -> None:
    """Find the headlines below «Related stories» and the like: short lines, or links, up to the next sentence."""
    left = 0
    for index, line in enumerate(lines):
        if roles[index] in (Role.PROMOTION, Role.HEADING) and is_list_header(line):
            left = _LIST_LENGTH
            roles[index] = Role.PROMOTION
        elif (
            left
            and roles[index] is Role.BODY
            and word_count(line) in _LINKED_WORDS
            and (index in linked or (_is_short(line) and word_count(line) in _RELATED_WORDS))
        ):
            roles[index] = Role.RELATED_HEADLINE
            left -= 1
        else:
            left = 0


def _mark_short_lines(
    lines: Sequence[str], paragraphs: Sequence[Paragraph], roles: list[Role], linked: frozenset[int]
) -> None:
    """Tell headings and related headlines apart among lines that end no sentence."""
    begun = False
    for index, line in enumerate(lines):
        begun = begun or (roles[index] is Role.BODY and word_count(line) >= _LEDE_WORDS and ends_sentence(line))
        if roles[index] is not Role.BODY or paragraphs[index].quoted or paragraphs[index].listed:
            continue
        if not _is_short(line) or not _stands_between(lines, roles, index, linked=index in linked):
            continue
        words = word_count(line)
        asks = line.endswith("?")
        parted = index > 0 and not has_words(lines[index - 1])
        if begun and not parted and _leads_away(line, _behind(lines, roles, index), asks=asks, linked=index in linked):
            roles[index] = Role.RELATED_HEADLINE
        elif words <= (_ASKING_WORDS if asks or parted else _HEADING_WORDS) and _introduces(lines, roles, index):
            roles[index] = Role.HEADING


def _leads_away(line: str, following: str, *, asks: bool, linked: bool) -> bool:
    """Tell whether a line is the headline of another article: a clause, or one link, that is not about what follows."""
    if word_count(line) not in (_LINKED_WORDS if linked else _RELATED_WORDS):
        return False
    clause = looks_like_clause(line) and (not asks or is_title_case(line))
    return (clause or linked) and not _announces(line, following)


def _is_short(line: str) -> bool:
    """Tell whether a line has the form of a headline: no end of sentence, no speech, begins like one."""
    if "\n" in line or len(line) > 200 or (ends_sentence(line) and not line.endswith("?")):
        return False
    if line.endswith((":", ",", ";", "—", "–", "-", "…", "...", "|")) or line[0] in '"“«„#@' or _GOES_ON.match(line):
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in "'‘’"


def _behind(lines: Sequence[str], roles: Sequence[Role], index: int) -> str:
    """Return the next line that is no furniture."""
    near = range(index + 1, min(len(lines), index + 1 + _NEAR))
    return next((lines[i] for i in near if roles[i] not in FURNITURE and has_words(lines[i])), "")


def _announces(line: str, following: str) -> bool:
    """Tell whether a headline is that of the text behind it: they share at least two, and two fifths, of its words."""
    stems = content_stems(line)
    shared = stems & content_stems(following[:400])
    return len(shared) >= 2 and len(shared) >= 0.4 * len(stems)


def _stands_between(lines: Sequence[str], roles: Sequence[Role], index: int, *, linked: bool) -> bool:
    """Tell whether the running text around a line is whole without it: a sentence ends before, one begins behind.

    Before a line that is one link, any end but an opening one (a colon) will do: a list or table may stand there.
    """
    nearest = range(index - 1, max(-1, index - 1 - _NEAR), -1)
    before = next((i for i in nearest if roles[i] not in FURNITURE and has_words(lines[i])), None)
    following = _behind(lines, roles, index)
    if before is None or not following:
        return False
    whole = not lines[before].endswith((":", ",", "—", "–")) if linked else ends_sentence(lines[before])
    if roles[before] is Role.BODY and not whole:
        return False
    if _names_speaker(lines[before], lines[index]):
        return False
    return ends_sentence(following) and not following[0].islower()


def _names_speaker(quotation: str, line: str) -> bool:
    """Tell whether a line names who said the quotation above it: with an office, or below nothing but speech."""
    if not quotation.endswith(('"', "”", "»", "“")) or line.isupper() or not _NAMED.match(line):
        return False
    return "," in line or " of " in line or quotation[0] in '"“«„'


def _introduces(lines: Sequence[str], roles: Sequence[Role], index: int) -> bool:
    """Tell whether running text follows a line at once."""
    return (
        has_words(lines[index])
        and index + 1 < len(lines)
        and roles[index + 1] in (Role.BODY, Role.CAPTION)
        and word_count(lines[index + 1]) > 8
    )


def _mark_captions(lines: Sequence[str], paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Find captions that only their place beside other furniture shows."""
    for index, line in enumerate(lines):
        if roles[index] is not Role.BODY or paragraphs[index].quoted or paragraphs[index].listed:
            continue
        beside = index > 0 and roles[index - 1] in (Role.RELATED_HEADLINE, Role.CAPTION)
        if beside and is_caption(line, beside_furniture=True):
            roles[index] = Role.CAPTION
