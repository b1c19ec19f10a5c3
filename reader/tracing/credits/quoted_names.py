"""Names in quotation marks: programmes that stand for their outlet, and titles with small letters in them."""

import re
from dataclasses import replace

from reader.lexicon.outlets import OutletLexicon
from reader.text.spans import Span
from reader.tracing.credits.mentions import Mention, make_mention
from reader.tracing.credits.name_words import JOINTS, NameWords
from reader.tracing.credits.outlet_forms import Likeness

_QUOTED_PROGRAMME = re.compile(r"([^“”\"„«»'\n]{2,40}?)[,.]?[”\"“»']")
_CLOSING = {"«": "»", "„": "“", "“": "”"}
_TITLE_WORDS = 5


def quoted_programme(table: NameWords, start: int, stop: int, lexicon: OutletLexicon) -> Mention | None:
    """Return the mention of an outlet by the quoted title of its programme: «on "Morning Harbor"»; else None."""
    at = table.spans[start][0]
    if not at or table.text[at - 1] not in "“\"„«'":
        return None
    title = _QUOTED_PROGRAMME.match(table.text, at)
    outlet = lexicon.programme(title[1]) if title else None
    if title is None or outlet is None:
        return None
    mention = make_mention(table, start, stop, outlet.name, Likeness.FORM, outlet)
    return replace(mention, span=Span(at, at + len(title[1])), quoted=True)


def quoted_title(table: NameWords, start: int, stop: int) -> int:
    """Return the index behind a quoted Cyrillic title with small letters in it («Лиманський вісник»); else 0."""
    at = table.spans[start][0]
    closing = _CLOSING.get(table.text[at - 1 : at], "")
    if not closing or not "а" <= table.folded[start][0] <= "ґ":
        return 0
    for end in range(stop, min(stop + _TITLE_WORDS, len(table.words)) + 1):
        behind = table.spans[end - 1][1]
        if table.text[behind : behind + 1] == closing:
            return end
        if end < len(table.words) and table.text[behind : table.spans[end][0]] not in JOINTS:
            return 0
    return 0
