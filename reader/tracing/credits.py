"""Credits: the words by which an article names where it, or a part of it, is from.

``find_credits`` reads the article by zone: lines that credit as a whole (``credit_zones``), names with words of
crediting beside them (``credit_cues`` over ``outlet_names``), kinds of outlets («Ukrainian state media»), byline and
metadata; self references fall out (``credit_self``); one credit is kept for each outlet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.lexicon.outlets import OutletLexicon, known_outlets, name_key
from reader.model.article import Article, Role
from reader.model.chain import Credit, Outlet, Relation
from reader.model.claim import Analysis
from reader.text.spans import Span
from reader.tracing.bare_names import People, describes_only
from reader.tracing.credit_cues import (
    Before,
    Cue,
    before,
    described_behind,
    is_poll_or_photo,
    left_cue,
    programme_cue,
    right_cue,
    wie_cue,
)
from reader.tracing.credit_generic import generic_credits
from reader.tracing.credit_self import OwnOutlet, own_outlet
from reader.tracing.credit_via import with_via
from reader.tracing.credit_zones import RIGHTS_LINE, Found, dateline_outlets, line_outlets, listed_outlets, meta_outlets
from reader.tracing.outlet_forms import Likeness
from reader.tracing.outlet_names import Mention, find_names

_RANK = (
    Relation.REPUBLISHED_FROM,
    Relation.WIRE,
    Relation.FIRST_REPORTED_BY,
    Relation.AGGREGATED_SUMMARY,
    Relation.CITES_REPORT,
)
"""Of several relations to one outlet the first of these is kept."""
_NO_ANALYSIS = Analysis()
_DATELINE_LINES = 14
_TOGETHER = re.compile(
    r"(?:['’]s?)?(?:,?\s(?:and|und|et|і|та|и|as\swell\sas|or)\s|,\s|/|,?\s&\s|-)(?:both\s)?(?:the\s|der\s|die\s|le\s|la\s)?[\"“„«]?"
)
_LINE = re.compile(r"[^\n\r]+")


def find_credits(
    article: Article,
    analysis: Analysis = _NO_ANALYSIS,
    lexicon: OutletLexicon | None = None,
) -> tuple[Credit, ...]:
    """Return the credits of an article, in the order text, byline, metadata; one for each outlet.

    Args:
        article: Any article; paragraphs, byline and metadata may be missing.
        analysis: Its attributions, for what came through whom; may be empty.
        lexicon: The known outlets; by default those that come with the program.
    """
    known = known_outlets() if lexicon is None else lexicon
    own = own_outlet(article, known)
    found = [*_text_outlets(article, analysis, known, own), *meta_outlets(article, known, own)]
    kept = _one_each([f for f in found if not own.named(f.name, f.outlet)])
    credits = [
        Credit(_shown(f), f.relation, f.where, f.span, f.rule, f.outlet.generic if f.outlet else False) for f in kept
    ]
    credits.extend(generic_credits(article))
    credits.sort(key=lambda c: (c.where != "text", c.where != "byline", c.where, c.span))
    return with_via(article, analysis, credits)


def _shown(found: Found) -> str:
    """Return the name as it is shown: without the leading article."""
    name = found.name
    if found.outlet is None and name.casefold().startswith("the ") and len(name) > 4:
        return name[4:]
    return name


def _lines(article: Article) -> list[tuple[Span, Role]]:
    """Return the lines of an article with the role of the paragraph in which each begins."""
    if article.paragraphs:
        return [(p.span, p.role) for p in article.paragraphs if p.span.end > p.span.start]
    return [(Span(*m.span()), Role.BODY) for m in _LINE.finditer(article.text) if m.group().strip()]


def _text_outlets(article: Article, analysis: Analysis, lexicon: OutletLexicon, own: OwnOutlet) -> Iterator[Found]:
    """Yield what the text credits, line by line."""
    text = article.text
    names = find_names(text, lexicon)
    people = People(article, analysis, names)
    lines = _lines(article)
    yield from listed_outlets(text, [span for span, _ in lines], names)
    position = 0
    for number, (span, role) in enumerate(lines):
        while position < len(names) and names[position].span.start < span.start:
            position += 1
        last = position
        while last < len(names) and names[last].span.start < span.end:
            last += 1
        inside = names[position:last]
        position = last
        if not inside or (role is Role.CAPTION and not RIGHTS_LINE.match(text, span.start)):
            continue
        line = list(line_outlets(text, span, number, lexicon, inside, own))
        if number < _DATELINE_LINES:
            line.extend(dateline_outlets(text, span.start, span.end, lexicon))
        yield from line
        if role is not Role.RELATED_HEADLINE:
            yield from _cued(article, span, inside, people)


def _cued(article: Article, line: Span, names: Sequence[Mention], people: People) -> Iterator[Found]:
    """Yield the names in a line that stand beside words of crediting; names side by side share them."""
    text = article.text
    for group in _groups(text, [m for i, m in enumerate(names) if not (i and _programme_of(names[i - 1], m))]):
        first, last = group[0], group[-1]
        context = before(text, first.left, line.start)
        cue = left_cue(context, last.span.end)
        behind = right_cue(text, last, first.span.start)
        for mention in group:
            near = context if mention is first else before(text, mention.left, line.start)
            options = [cue, behind]
            if mention is not first:
                options.append(left_cue(near, mention.span.end))
            if mention is not last:
                options.append(right_cue(text, mention, mention.span.start))
            options.append(wie_cue(text, mention.right, near, mention.span.start))
            options.append(programme_cue(text, mention.right, near, mention.span.start))
            if not any(options):
                continue
            likeness = _likeness(mention, near, text, people, article)
            best = min(
                (c for c in options if c and _fits(c, likeness, mention, text)),
                key=lambda c: _RANK.index(c.relation),
                default=None,
            )
            if best and not is_poll_or_photo(text, near, mention.right):
                span = Span(min(best.start, mention.span.start), max(best.end, mention.span.end))
                yield Found(mention.name, mention.outlet, best.relation, "text", span, best.rule)


def _programme_of(owner: Mention, mention: Mention) -> bool:
    """Tell whether a name is that of a broadcast: «NBC's Today»."""
    near = mention.left - owner.right <= 2
    return bool(near and owner.possessive and owner.likeness >= Likeness.HINT and mention.likeness <= Likeness.HINT)


def _groups(text: str, names: Sequence[Mention]) -> list[list[Mention]]:
    """Return the names of a line, those that stand side by side together («NBC News and ABC News both»)."""
    groups: list[list[Mention]] = []
    for mention in names:
        if mention.likeness < Likeness.HINT:
            groups.append([mention])
            continue
        if groups and groups[-1][-1].likeness >= Likeness.HINT:
            gap = text[groups[-1][-1].right - groups[-1][-1].possessive : mention.left]
            if _TOGETHER.fullmatch(gap):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return groups


def _likeness(mention: Mention, near: Before, text: str, people: People, article: Article) -> Likeness:
    """Return how much a name looks like an outlet, with what stands beside it taken into account."""
    likeness = mention.likeness
    if likeness is Likeness.REFUSED and mention.outlet is None and described_behind(text, mention.right, near):
        return Likeness.HINT
    if likeness is Likeness.REFUSED or (mention.outlet is None and describes_only(mention)):
        return Likeness.REFUSED
    if likeness is Likeness.BARE and people.is_person(mention):
        return likeness
    if near.described or described_behind(text, mention.right, near):
        return max(likeness, Likeness.FORM)
    if likeness is Likeness.HINT and (mention.article or mention.quoted):
        return Likeness.FORM
    if likeness is Likeness.BARE and not people.speaks_against(mention, text):
        set_off = mention.titled or mention.quoted or any(s == mention.span for s, _ in article.emphasis)
        return Likeness.HINT if set_off else Likeness.OPEN
    return likeness


def _stands_alone(cue: Cue, mention: Mention, text: str) -> bool:
    """Tell whether a bare name is the whole of what a cue names: not «told G7 leaders», not a reporter of two names."""
    if cue.rule == "reported-that":
        return " " not in mention.name and not mention.possessive
    return cue.rule not in _TOLD or bool(mention.possessive) or _AFTER_TOLD.match(text, mention.right) is not None


_TOLD = frozenset({"told", "said-to", "on-air"})
_AFTER_TOLD = re.compile(
    r"\W*$|\s?[^\w\s]|\s[A-ZÀ-ÞА-Я0-9]|\s(?:that|on|in|at|last|this|earlier|during|he|she|it|they|we|there|the|his|her|their|"
    r"about|via|by|after|before|for|when|while|and|as|a|an|what|how|why|if|following|of|from|is|was|were|are|would|will|"
    r"had|has|yesterday|today|recently|exclusively|not|no|some|all|both|daß|dass|am|im|bei|que)\b"
)
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_BROADCAST_RULES = frozenset({"on-air", "interview-with", "said-to", "on-programme"})
_JOURNALIST_OF = re.compile(r"\s(?:[a-z]+\s)?[A-ZÀ-Þ][\w.’'-]+\s[A-ZÀ-Þ]\w+")


def _fits(cue: Cue, likeness: Likeness, mention: Mention, text: str) -> bool:
    """Tell whether a cue makes a credit of a name; an acronym is enough on the air, or with its journalist behind it."""
    if likeness is Likeness.OPEN and not _stands_alone(cue, mention, text):
        return False
    if likeness >= cue.least:
        return True
    if likeness is not Likeness.OPEN or not _ACRONYM.fullmatch(mention.name):
        return False
    if cue.rule in _BROADCAST_RULES:
        return True
    return bool(cue.rule == "according-to" and mention.possessive and _JOURNALIST_OF.match(text, mention.right))


def _one_each(found: Sequence[Found]) -> list[Found]:
    """Return one finding for each outlet: the strongest relation, text before byline before metadata, first place."""
    best: dict[str, Found] = {}
    for item in found:
        key = name_key(item.outlet.name if item.outlet else item.name)
        held = best.get(key)
        if held is None or _order(item) < _order(held):
            best[key] = item
    return list(best.values())


def _order(item: Found) -> tuple[int, int]:
    where = 0 if item.where == "text" else 1 if item.where == "byline" else 2
    return _RANK.index(item.relation), where


def outlet_of(credit: Credit, lexicon: OutletLexicon | None = None) -> Outlet:
    """Return the outlet a credit names: the lexicon's, else one with that name alone."""
    known = known_outlets() if lexicon is None else lexicon
    return known.find(credit.outlet) or replace(Outlet(credit.outlet), generic=credit.generic)
