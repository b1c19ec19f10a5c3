"""The credits of one article, zone by zone.

Lines that credit as a whole (``lines``, ``bylines``), items of digests (``digests``), names with words of crediting
beside them (``body``: ``outlet_names`` x ``cues``), kinds of outlets (``generic``), byline and metadata (``metadata``);
self references fall out (``own_outlet``), one credit is kept for each outlet, and ``via`` says through whom each came.

Documents (decision): a chain's nodes are outlets, so a court file, an indictment, a memo or an office's report is no
credit, however it is named; it is the source of an attributed claim, which the analysis finds. A document counts where
it is itself published as papers are: a named journal («in the journal X», «Annals of X») is credited. The development
data label the same way: journals are optional there, and no document of a court, firm or office is labelled at all.
"""

import re
from collections.abc import Iterator, Sequence

from reader.lexicon.outlets import OutletLexicon, known_outlets, name_key
from reader.model.article import Article, Role
from reader.model.chain import Credit
from reader.model.claim import Analysis
from reader.text.spans import Span
from reader.text.urls import host
from reader.tracing.credits.bare_names import People
from reader.tracing.credits.body import RANK, cued_outlets
from reader.tracing.credits.bylines import dateline_outlets
from reader.tracing.credits.digests import digest_of, is_abroad, item_outlets
from reader.tracing.credits.found import Found
from reader.tracing.credits.full_names import FullNames
from reader.tracing.credits.generic import generic_credits
from reader.tracing.credits.lines import RIGHTS_LINE, line_outlets, listed_outlets
from reader.tracing.credits.mentions import Mention, names_within
from reader.tracing.credits.metadata import meta_outlets
from reader.tracing.credits.outlet_forms import DOMAIN, Likeness, words_of
from reader.tracing.credits.outlet_names import find_names
from reader.tracing.credits.own_outlet import OwnOutlet, bare_key, host_core, own_outlet
from reader.tracing.credits.via import with_via

_NO_ANALYSIS = Analysis()
_DATELINE_LINES = 14
"""Lines from the top among which a dateline is looked for (pages put stamps, shares and captions before it)."""
_LINE = re.compile(r"[^\n\r]+")
_HEADLINE_REACH = 600


def find_credits(
    article: Article, analysis: Analysis = _NO_ANALYSIS, lexicon: OutletLexicon | None = None
) -> tuple[Credit, ...]:
    """Return the credits of an article: one for each outlet, in the order text, byline, headline, metadata.

    Args:
        article: Any article; paragraphs, byline and metadata may be missing.
        analysis: Its attributions and officials, for what came through whom and who is a person; may be empty.
        lexicon: The known outlets; by default those that come with the program (``known_outlets().extended(...)`` adds
            a user's own).
    """
    known = known_outlets() if lexicon is None else lexicon
    own = own_outlet(article, known)
    found = [
        *_text_outlets(article, analysis, known, own),
        *_headline_outlets(article, analysis, known),
        *meta_outlets(article, known, own),
    ]
    full = FullNames(article, known)
    found = _unshortened([full.of(f) for f in found], own)
    kept = _one_each([f for f in found if not own.named(f.name, f.outlet)])
    credits = [
        Credit(_shown(f), f.relation, f.where, f.span, f.rule, f.outlet is not None and f.outlet.generic) for f in kept
    ]
    credits.extend(generic_credits(article))
    credits.sort(key=lambda c: (_place(c.where), c.where, c.span))
    return with_via(article, analysis, credits)


def _unshortened(found: Sequence[Found], own: OwnOutlet) -> list[Found]:
    """Return the findings with «the Times» taken for the one outlet before it whose name ends so; the own one goes."""
    longer: dict[str, Found] = {}
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (_place(f.where), f.span.start)):
        words = item.name.casefold().removeprefix("the ").split()
        if len(words) == 1 and (item.outlet is None or words[0] in words_of("noun weak")):
            if full := longer.get(words[0]):
                kept.append(item._replace(name=full.name, outlet=full.outlet))
                continue
            if words[0] in words_of("noun weak") and any(
                len(key) > len(words[0]) and key.endswith(words[0]) for key in own.keys
            ):
                continue
        elif words:
            longer.setdefault(words[-1], item)
        kept.append(item)
    return kept


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
    marks = _marks(article, names)
    lines = _lines(article)
    yield from listed_outlets(text, [span for span, _ in lines], names)
    digest = digest_of(text, [span for span, _ in lines], lexicon)
    last_line = max((i for i, (_, role) in enumerate(lines) if role is Role.BODY), default=-1)
    for number, (span, role) in enumerate(lines):
        inside = names_within(names, span)
        if number == len(lines) - 1 and role is Role.CAPTION:
            yield from item_outlets(text, span, lexicon, last=is_abroad(span.of(text)), digest=digest)
        if not inside or (role is Role.CAPTION and not RIGHTS_LINE.match(text, span.start)):
            continue
        yield from line_outlets(text, span, number, lexicon, inside, own)
        yield from item_outlets(text, span, lexicon, last=number == last_line, digest=digest)
        if number < _DATELINE_LINES:
            yield from dateline_outlets(text, span.start, span.end, lexicon)
        if role is not Role.RELATED_HEADLINE:
            yield from cued_outlets(text, span, inside, people, marks)


def _marks(article: Article, names: Sequence[Mention]) -> dict[Span, Likeness]:
    """Return the names that are set in italics as titles are, or linked with a site of their name."""
    marks = {span: Likeness.HINT for span, _ in article.emphasis}
    for link in article.links:
        core = host_core(host(link.url))
        for mention in names_within(names, link.span) if len(core) > 1 else ():
            if core in (key := name_key(mention.name), f"the{key}"):
                marks[mention.span] = Likeness.FORM
    return marks


def _headline_outlets(article: Article, analysis: Analysis, lexicon: OutletLexicon) -> Iterator[Found]:
    """Yield what the headline credits, where it does not stand in the text."""
    headline = article.headline
    if not headline or headline in article.text[:_HEADLINE_REACH]:
        return
    names = find_names(headline, lexicon)
    people = People(article, analysis, names)
    for found in cued_outlets(headline, Span(0, len(headline)), names, people):
        yield found._replace(where="title")


def _place(where: str) -> int:
    """Return the rank of a place: what stands in the text is the best evidence."""
    return {"text": 0, "byline": 1, "title": 2}.get(where, 3)


def _one_each(found: Sequence[Found]) -> list[Found]:
    """Return one finding for each outlet: the strongest relation, text before byline before metadata, words first."""
    best: dict[str, Found] = {}
    for item in found:
        key = _merge_key(item)
        held = best.get(key)
        if held is None or _order(item) < _order(held):
            best[key] = item
    return list(best.values())


def _merge_key(found: Found) -> str:
    """Return the key of an outlet's names: with and without a foreign article, as a domain and in words."""
    if found.outlet is not None:
        return name_key(found.outlet.name)
    return host_core(found.name) if DOMAIN.fullmatch(found.name) else bare_key(found.name)


def _order(item: Found) -> tuple[int, int, bool]:
    return RANK.index(item.relation), _place(item.where), item.rule == "byline"
