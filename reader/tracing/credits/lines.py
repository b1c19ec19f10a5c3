"""Lines that credit as a whole: bylines in the text, stamps, source lines and lists, copyright lines, app prompts."""

import re
from collections.abc import Iterator, Sequence

from reader.lexicon.outlets import OutletLexicon
from reader.model.chain import Relation
from reader.text.spans import Span
from reader.tracing.credits.bare_names import is_no_outlet
from reader.tracing.credits.bylines import BYLINE_START, byline_outlets
from reader.tracing.credits.found import Found, found_mention, named, relation_of_text
from reader.tracing.credits.mentions import Mention, names_within
from reader.tracing.credits.not_credits import is_photo, is_poll
from reader.tracing.credits.outlet_forms import Likeness, words_of
from reader.tracing.credits.own_outlet import OwnOutlet

_SOURCE = re.compile(
    r"\s*[/(\[]?\s?(?P<cue>(?:original\s(?:article\s|story\s)?source|originally\s(?:published|appeared|posted)"
    r"(?:\s(?:by|in|on|at))?|originalquelle|article\soriginal|original(?:artikel|beitrag|text)|оригінал|першоджерело|передрук\w*)|"
    r"(?:sources?|quellen?|джерел[ао]|за\sматеріалами|источник|via|h/t|hat\stip|credit|full\s(?:story|article|report))\s?:|"
    r"(?:h/t|via|hat\stip\sto|source:|from)\s|(?:with\s)?thanks\sto\s)",
    re.IGNORECASE,
)
_INLINE_SOURCE = re.compile(r"[.!?…”\"»)]\s+(?P<cue>(?:Sources?|Quellen?|Джерел[оа])\s?:)\s")
"""A source line at the end of a paragraph."""
_ORIGINAL = re.compile(r"original", re.IGNORECASE)
_SOURCE_LINE_LENGTH = 300
_LIST_HEAD = re.compile(
    r"\s*(?:sources?|quellen?|références?|references?|джерела|источники|via)\s*:?\s*", re.IGNORECASE
)
_LIST_GAP = re.compile(r"[\s,;/&|+.()\[\]„“«»\"]*(?:(?:and|und|et|та|і|the)\s+)*[„«\"]?", re.IGNORECASE)
_LISTED = 8
_READ_AT = re.compile(
    r"\s*(?:click\shere\sto\s)?(?:read|see|view|more|continue\sreading|find|get)\s(?:the\s)?"
    r"(?:full|whole|original|entire|rest|more)?\s?(?:of\s)?(?:the\s)?(?:story|article|report|piece|interview|post|it)?\s?"
    r"(?:here\s)?(?:at|on|in|from|via)\s(?:the\s)?|"
    r"\s*to\sread\sthe\s(?:full|rest\sof\sthe|whole|original)\s\w+(?:\s\w+)?,?\s(?:visit|go\sto|see|click)\s(?:the\s)?|"
    r"\s*(?:lire|retrouvez|voir)\s(?:aussi\s)?(?:la\ssuite|l['’]intégralité|l['’]article|l['’]entretien|l['’]enquête|le\sreportage|plus)"
    r"(?:\s[\w’'-]+){0,3}\s(?:sur|dans|chez)\s|"
    r"\s*(?:mehr|weiterlesen|weiter|zum\soriginal\w*|zum\s(?:ganzen\s)?(?:artikel|beitrag|text)|den\s(?:ganzen|vollständigen)\s\w+\slesen)"
    r"(?:\s[\w-]+){0,3}\s(?:bei|in|im|auf|von)\s(?:der\s|dem\s)?[„«]?|"
    r"\s*(?:читати|читайте|читать|детальніше|повн\w+\s(?:текст|версі\w+))(?:\s\w+){0,3}\s(?:на|у|в)\s(?:сайті\s)?«?",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"\s*(?:read\s)?more\son\s", re.IGNORECASE)
"""Words that lead to more about a subject: «More on Openfield»."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s:]*(?:©\s*)?(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s|the\s)*",
    re.IGNORECASE,
)
_PICTURE_LINE = re.compile(r"\s*(?:[^\n©.!?]{1,90}[.!?]?\s)?©\s?(?!\s?\d{4})[^\n\d]{2,40}$")
"""A line of «©» and a name without a year, behind a caption or alone: a picture's, unless it is the last one."""
RIGHTS_LINE = re.compile(r"\s*(?:©|\(c\)|copyright\b)[^\n]{0,60}(?:rights\sreserved|\d{4})", re.IGNORECASE)
"""A copyright line: credits the text even where it was taken for a caption."""
_PROMPT = re.compile(
    r"\s*(?:read|watch|listen|continue|view|open|see)\b[^.!?\n]{0,40}\b(?:on|in|to|at|with)\s(?:the|our)\s"
    r"(?P<name>[A-Z][^.!?\n]{1,40}?)\s(?:app|mobile\sapp)\s*[.!>»›]*\s*$",
    re.IGNORECASE,
)
"""A line that is nothing but a prompt: the name in it needs no form."""
_APP = re.compile(
    r"(?:read|watch|open|view|download|get|install|try|continue|listen|available|find)\b[^.!?\n]{0,60}\b(?:the|our)\s"
    r"(?P<name>[^.!?\n]{2,40}?)\s(?:app|mobile\sapp|application)\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\s?(?:posted|published|updated|\||\d{1,2}[ :./]|/|•|·|[-–—]\s|,?\s?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"\s?(?:posted|published)\b", re.IGNORECASE)
_WITH_REPORT = re.compile(
    r"[^\w\n]*with\s(?:an?\s|additional\s|further\s)?(?:reports?|reporting|inputs?)\s(?:from|by)\s(?=[^\n]{4,80}$)",
    re.IGNORECASE,
)
"""The beginning of a line of thanks: «—with a report from Jane Doe, X»."""
_REPORTING_BY = re.compile(r"\((?:additional\s)?reporting\sby\s", re.IGNORECASE)
_FOR_BEFORE = re.compile(r"\s(?:for|of)\s(?:the\s)?$", re.IGNORECASE)
_NAME_AND_OUTLET = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]+\s){1,3}[A-ZÀ-Þ][\w.'’-]+,\s(?:the\s)?[A-Z][^,.!?:;]{1,40}")
"""A byline without «By»: «Jane Doe, Harbour Gazette»."""
_SIGN_OFF = re.compile(r"(?:(?<=\n)|(?<=[.!?…”\"»)]\s))\s*(?P<dash>—|–|--?)\s?(?P<name>[^.!?:;\n—–]{2,60}?)\s*$")
_QUOTATION = re.compile(r"\s*[“\"„«][^“”\"„«»]+[”\"“»]\s*")
"""A line that is one quotation: a name behind a dash says who spoke."""
_HEAD_LINES = 9
"""Lines from the top among which a byline or a stamp is looked for."""
_SLUG = 2
"""Hyphens above which the path of an address is an article's."""
_SHORT = 110
"""Characters up to which a line can be a byline, a stamp, an address or an item of a list."""


def line_outlets(
    text: str, line: Span, number: int, lexicon: OutletLexicon, names: Sequence[Mention], own: OwnOutlet
) -> Iterator[Found]:
    """Yield the outlets that one line credits as a line.

    Args:
        text: The article's text.
        line: The line.
        number: Its place among the lines, from 0.
        lexicon: The known outlets.
        names: The names in the line.
        own: The article's own outlet.
    """
    words = line.of(text)
    if ("app" in words or "APP" in words) and (match := _PROMPT.match(words) or _APP.search(words)):
        yield from _app_prompt(match, line.start, lexicon, names, alone=match.re is _PROMPT)
    picture = _PICTURE_LINE.match(words) is not None and line.end < len(text.rstrip())
    if not picture and ("©" in words or "opyright" in words or "(c)" in words):
        yield from _copyright(words, line.start, names)
    if match := _READ_AT.match(words):
        at = line.start + match.end()
        for mention in names:
            ends = mention.right >= line.end - 2 and mention.likeness >= Likeness.BARE
            topic = _TOPIC.match(words) is not None
            whole = ends and not topic and ("original" in words or not is_no_outlet(mention.name))
            if mention.span.start == at and (whole or mention.quoted or mention.likeness >= Likeness.HINT):
                span = Span(line.start, mention.span.end)
                yield found_mention(mention, Relation.AGGREGATED_SUMMARY, span, "read-at")
    if "eporting by" in words and _REPORTING_BY.search(words):
        for mention in names:
            if mention.likeness >= Likeness.FORM and _FOR_BEFORE.search(text[: mention.left][-12:]):
                relation = relation_of_text(mention.name, mention.outlet)
                yield found_mention(mention, relation, mention.span, "reporting-by")
    if match := _WITH_REPORT.match(words):
        yield from byline_outlets(words[match.end() :], "text", line.start + match.end(), lexicon, own)
    if match := _SOURCE.match(words):
        yield from _source_line(text, line, line.start + match.end(), bool(_ORIGINAL.search(match["cue"])), names)
    elif inline := _INLINE_SOURCE.search(words):
        at = line.start + inline.end()
        yield from _source_line(text, Span(line.start + inline.start("cue"), line.end), at, False, names)
    if line.end >= len(text.rstrip()):
        yield from _sign_off(text, line, lexicon, names, own)
    if number < _HEAD_LINES and _under_byline(text, line):
        yield from _outlet_line(text, line, names)
    elif number < _HEAD_LINES and len(words) <= _SHORT:
        yield from _head_line(text, line, lexicon, names, own)
    elif len(words) <= _SHORT or ("/" in words and " " not in words.strip()):
        yield from _bare_line(text, line, names, head=False)


def listed_outlets(text: str, lines: Sequence[Span], names: Sequence[Mention]) -> Iterator[Found]:
    """Yield the outlets in the lines below a line that only says «Sources:», up to the first longer line."""
    for index, line in enumerate(lines):
        if line.length > _SHORT or not _LIST_HEAD.fullmatch(line.of(text)):
            continue
        for below in lines[index + 1 : index + 1 + _LISTED]:
            inside = [m for m in names_within(names, below) if m.likeness >= Likeness.HINT]
            if below.length > _SHORT or not inside:
                break
            first = inside[0]
            if not text[below.start : first.left].strip(" -•*·1234567890.)w") or "/" in below.of(text):
                yield found_mention(first, Relation.AGGREGATED_SUMMARY, first.span, "source-list")


def _app_prompt(
    match: re.Match[str], shift: int, lexicon: OutletLexicon, names: Sequence[Mention], *, alone: bool
) -> Iterator[Found]:
    """Yield the outlet of an app prompt: the text was lifted from its page, prompts and all."""
    span = Span(shift + match.start(), shift + match.end())
    name, outlet = named(match["name"].title() if match["name"].isupper() else match["name"], lexicon)
    social = any(word.casefold() in words_of("social") for word in name.split())
    likely = any(_is_of_app(m, alone=alone) and span.contains(m.span) for m in names)
    if outlet or (likely and not social):
        yield Found(name, outlet, Relation.REPUBLISHED_FROM, "text", span, "app-prompt")


def _is_of_app(mention: Mention, *, alone: bool) -> bool:
    """Tell whether a name can be the outlet whose app a prompt names; beside other words it needs a media noun.

    «the Mail app» and «the Hello World app» are programs of other kinds.
    """
    words = mention.name.casefold().split()
    titled = len(words) > 1 and any(word in words_of("noun") for word in words)
    return mention.likeness >= (Likeness.BARE if alone else Likeness.HINT) and (alone or titled)


def _copyright(words: str, shift: int, names: Sequence[Mention]) -> Iterator[Found]:
    """Yield the outlets that hold the copyright."""
    for match in _COPYRIGHT.finditer(words):
        start, at = shift + match.start(), shift + match.end()
        for mention in names:
            beside = start <= mention.span.start <= at + 2 and mention.span.end > at
            if beside and mention.likeness >= Likeness.HINT:
                relation = relation_of_text(mention.name, mention.outlet)
                yield found_mention(mention, relation, Span(start, mention.span.end), "copyright")


def _source_line(text: str, line: Span, at: int, original: bool, names: Sequence[Mention]) -> Iterator[Found]:
    """Yield the outlets of a source line.

    ``at`` is where its list begins; ``original``: it names the origin of the whole text.
    """
    if line.length > _SOURCE_LINE_LENGTH and not original:
        return
    listed = _is_list(text, Span(at, line.end), names)
    for mention in names:
        rest = text[mention.right : line.end].strip(" .)/")
        if mention.span.start < at - 1 or is_poll(text, mention.right):
            continue
        if rest.startswith("to "):
            continue  # «From Harbour to Bridge», a heading
        if original and len(text[at : mention.span.start].split()) + len(rest.split()) > 3:
            continue  # the original's title, not its outlet
        least = Likeness.HINT if original or mention.span.start <= at + 8 else Likeness.FORM
        alone = mention.span.start <= at + 4 and len(rest) < 2 and len(mention.name.split()) <= 2 and not original
        alone = alone and (mention.outlet is not None or not is_no_outlet(mention.name))
        bare = mention.likeness is Likeness.BARE and listed and not is_no_outlet(mention.name)
        if mention.likeness < least and not bare and not (alone and mention.likeness is not Likeness.REFUSED):
            continue
        relation = Relation.REPUBLISHED_FROM if original else Relation.AGGREGATED_SUMMARY
        if mention.outlet and mention.outlet.agency and not original and not rest:
            relation = Relation.WIRE  # «Source: Associated Press», nothing else
        yield found_mention(mention, relation, Span(line.start, mention.span.end), "source-line")


def _is_list(text: str, rest: Span, names: Sequence[Mention]) -> bool:
    """Tell whether the rest of a line is names and what parts them, one of them surely an outlet's."""
    inside = [m for m in names if m.span.start >= rest.start]
    if not any(m.likeness >= Likeness.FORM for m in inside):
        return False
    edges = [rest.start, *(edge for m in inside for edge in (m.span.start, m.span.end)), rest.end]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return all(_LIST_GAP.fullmatch(gap) for gap in gaps)


def _head_line(
    text: str, line: Span, lexicon: OutletLexicon, names: Sequence[Mention], own: OwnOutlet
) -> Iterator[Found]:
    """Yield the outlets of a byline or stamp near the top: «By The Associated Press», «AP June 1, 2018», «/ AP»."""
    words = line.of(text)
    count = len(words.split())
    byline = BYLINE_START.match(words) and count <= 14 and words.rstrip()[-1:] not in ".?!:"
    barred = "|" in words and count <= 10 and any(m.likeness >= Likeness.HINT for m in names)
    if byline or barred or _NAME_AND_OUTLET.fullmatch(words.strip()):
        yield from byline_outlets(words, "text", line.start, lexicon, own)
    else:
        yield from _bare_line(text, line, names, head=True)


def _sign_off(
    text: str, line: Span, lexicon: OutletLexicon, names: Sequence[Mention], own: OwnOutlet
) -> Iterator[Found]:
    """Yield the outlet behind the dash with which an article ends, alone or behind its writer's name."""
    match = _SIGN_OFF.search(text, line.start, line.end)
    if match is None or _QUOTATION.fullmatch(text[: match.start("dash")].rstrip().rpartition("\n")[2]):
        return
    signed = Span(*match.span("name"))
    if _NAME_AND_OUTLET.fullmatch(match["name"]):
        yield from byline_outlets(match["name"], "text", signed.start, lexicon, own)
    for mention in names:
        lead = text[signed.start : mention.span.start].casefold()
        if lead in ("", "the ") and mention.right == signed.end and mention.likeness >= Likeness.FORM:
            relation = relation_of_text(mention.name, mention.outlet)
            yield found_mention(mention, relation, mention.span, "sign-off")


def _under_byline(text: str, line: Span) -> bool:
    """Tell whether the line before a line is a byline of people."""
    above = text[: line.start].rstrip().rpartition("\n")[2]
    return BYLINE_START.match(above) is not None and len(above) <= _SHORT and above.rstrip()[-1:] not in ".?!:"


def _outlet_line(text: str, line: Span, names: Sequence[Mention]) -> Iterator[Found]:
    """Yield the outlet that is all of a line under a byline: where its people write."""
    for mention in names:
        lead = text[line.start : mention.span.start].strip().casefold()
        rest = text[mention.right : line.end].strip()
        if lead in ("", "the", "for", "for the") and not rest and mention.likeness >= Likeness.HINT:
            relation = relation_of_text(mention.name, mention.outlet)
            yield found_mention(mention, relation, mention.span, "under-byline")


def _bare_line(text: str, line: Span, names: Sequence[Mention], *, head: bool) -> Iterator[Found]:
    """Yield the outlet that a line consists of, alone or with a stamp: «(AFP)», «AFP Published 4:57», an address."""
    for mention in names:
        lead = text[line.start : mention.span.start].strip(" (/–—-|•").casefold()
        if lead not in ("", "the", "by", "from") or mention.likeness < Likeness.FORM:
            continue
        if is_photo(text, mention.right):
            return
        rest = text[mention.right : line.end].strip(" )–—-|.")
        relation = relation_of_text(mention.name, mention.outlet)
        if "." in mention.span.of(text) and text[mention.span.end : mention.span.end + 1] == "/":
            path = text[mention.span.end : line.end]
            alone = not re.search(r"\s", path.strip())
            if mention.outlet or (alone and (path.count("/") > 1 or path.count("-") > _SLUG)):
                yield found_mention(mention, Relation.AGGREGATED_SUMMARY, mention.span, "address")
        elif mention.likeness is not Likeness.KNOWN:
            if head and rest == "•":
                yield found_mention(mention, relation, mention.span, "stamp")
            return
        elif not rest and head and relation is Relation.WIRE:
            yield found_mention(mention, relation, mention.span, "line")
        elif rest and len(rest.split()) <= 9 and (_STAMP if head else _POSTED).match(text, mention.right):
            yield found_mention(mention, relation, mention.span, "stamp")
        return
