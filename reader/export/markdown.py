"""Article, claims and chain -> one Markdown document that can be cited: each link of the chain with its proof.

Foreign text is escaped, so that it can be nothing but text; addresses stand in angle brackets.
"""

import re
from collections.abc import Sequence

from reader.export.escaping import escape, escape_line, link
from reader.model.article import FURNITURE, Article, Paragraph, Role
from reader.model.chain import Chain, ChainNode, Derivation, Drift, Independent
from reader.model.claim import Analysis, Attribution
from reader.model.entry import StoredEntry
from reader.model.journey import Journey, follow_changes
from reader.model.labels import absence_words, node_words, outlet_words
from reader.model.moments import moment_words
from reader.model.wording import (
    ALONG_CHAIN,
    DRIFT_WORDS,
    INDEPENDENT,
    KIND_WORDS,
    basis_words,
    better_words,
    carriers_words,
    derivation_words,
    origins_words,
    percent_words,
)
from reader.text.bare import bare_words


def citation_markdown(
    article: Article,
    *,
    stored: StoredEntry | None = None,
    analysis: Analysis | None = None,
    chain: Chain | None = None,
) -> str:
    """Return an article with its claims and its chain as a document of its own."""
    parts = [_head(article, stored), *article_blocks(article)]
    if analysis and analysis.attributions:
        parts += ["## Claims", _claims(article, analysis)]
    if chain and chain.nodes:
        parts += ["## Where it comes from", chain_markdown(chain).rstrip("\n")]
    return "\n\n".join(part for part in parts if part) + "\n"


def chain_markdown(chain: Chain, beside: Sequence[Independent] = ()) -> str:
    """Return a chain: its outlets from the origin down, then each edge with kind, confidence, basis and evidence.

    Last comes what is ``beside`` it: articles that are similar and independent, and why that is held.
    """
    numbers = {node.key: number for number, node in enumerate(chain.nodes, 1)}
    parts = ["\n".join(_node(node, numbers[node.key], chain.focus) for node in chain.nodes)]
    edges = [_edge(chain, derivation) for derivation in chain.derivations]
    if edges:
        parts.append("\n\n".join(edges))
    if chain.drift:
        parts.append("### What changed\n\n" + "\n".join(_drift(chain, drift) for drift in chain.drift))
    journeys = [_journey(chain, journey) for journey in follow_changes(chain) if journey.is_long]
    if journeys:
        parts.append(f"### {ALONG_CHAIN}\n\n" + "\n".join(journeys))
    if origins := origins_words(chain):
        parts.append(f"{escape(origins[:1].upper() + origins[1:])}.")
    parts += [f"Note: {escape(remark)}" for remark in chain.remarks]
    if beside:
        lines = (_independent(other) for other in beside)
        parts.append(f"### {INDEPENDENT.capitalize()}\n\n" + "\n".join(lines))
    return "\n\n".join(part for part in parts if part) + "\n"


def article_blocks(article: Article) -> list[str]:
    """Return the paragraphs of an article as Markdown blocks, without furniture and what repeats headline or byline."""
    blocks = []
    for paragraph in article.paragraphs:
        words = paragraph.span.of(article.text)
        above = {Role.HEADING: article.headline, Role.SOURCE_LINE: article.byline}.get(paragraph.role, "")
        if paragraph.role in FURNITURE or (above and bare_words(words) == bare_words(above)):
            continue
        blocks.append(_block(article, paragraph))
    return blocks


def _block(article: Article, paragraph: Paragraph) -> str:
    """Return one paragraph with its links."""
    pieces: list[str] = []
    position = paragraph.span.start
    for item in sorted(article.links, key=lambda n: n.span):
        if paragraph.span.contains(item.span) and item.span.start >= position:
            pieces.append(escape(article.text[position : item.span.start]))
            pieces.append(link(item.span.of(article.text), item.url))
            position = item.span.end
    pieces.append(escape(article.text[position : paragraph.span.end]))
    lines = [escape_line(line) for line in "".join(pieces).split("\n")]
    if paragraph.role is Role.HEADING:
        return "#" * min(6, max(2, paragraph.level)) + " " + " ".join(lines)
    mark = "> " if paragraph.quoted else ""
    if paragraph.listed:
        lines[0] = "- " + re.sub(r"^(?:\\[-*+]|[•‣◦▪])\s+", "", lines[0])
        return "\\\n  ".join(lines)
    return ("\\\n" + mark).join([mark + lines[0], *lines[1:]])


def _head(article: Article, stored: StoredEntry | None) -> str:
    """Return headline, outlet, date, byline, address, and what the user noted."""
    title = article.headline or (stored.entry.title if stored else "") or "Untitled"
    outlet = (stored.outlet if stored else "") or article.outlet
    facts = [escape(outlet), _date(article, stored), escape(article.byline)]
    lines = ["# " + escape(" ".join(title.split()))]
    if any(facts):
        lines.append(" · ".join(fact for fact in facts if fact))
    url = article.url or (stored.entry.url if stored else "")
    if url:
        lines.append(link(url, url))
    if stored and stored.status.bookmarked:
        tags = ", ".join(escape(tag) for tag in stored.status.tags)
        lines.append("Bookmarked" + (f": {tags}" if tags else ""))
    if stored and stored.status.note:
        lines.append("\n".join("> " + escape_line(escape(line)) for line in stored.status.note.splitlines()))
    return "\n\n".join(lines)


def _date(article: Article, stored: StoredEntry | None) -> str:
    """Return when an article was published, else when it came into the library, saying so; empty if unknown."""
    time = article.published_at or (stored.entry.published_at if stored else None)
    if time is not None:
        return moment_words(time, plain=True)
    if stored is None:
        return ""
    return f"{'saved' if stored.feed_id is None else 'received'} {stored.received_at:%Y-%m-%d %H:%M} UTC"


def _claims(article: Article, analysis: Analysis) -> str:
    """Return the attributions in reading order: speaker, cue, content, kind."""
    return "\n".join(
        f"{number}. {_claim(article.text, attribution)}" for number, attribution in enumerate(analysis.attributions, 1)
    )


def _claim(text: str, attribution: Attribution) -> str:
    source = " … ".join(_flat(s.of(text)) for s in attribution.source or ())
    speaker = attribution.speaker or source or "no source named"
    cue = " … ".join(_flat(s.of(text)) for s in attribution.cue)
    content = " … ".join(_flat(s.of(text)) for s in attribution.content)
    within = f", inside claim {attribution.parent + 1}" if attribution.parent is not None else ""
    said = f" ({escape(cue)}{within})" if cue or within else ""
    return f"**{escape(speaker)}**{said}, {KIND_WORDS[attribution.kind]}: {escape(content)}"


def _node(node: ChainNode, number: int, focus: str) -> str:
    """Return one outlet of the chain as a numbered line."""
    state = "open now" if node.key == focus else f"entry {node.entry_id}" if node.entry_id else absence_words(node)
    facts = [
        escape(node.headline),
        escape(node.what and f"cited: {node.what}"),
        moment_words(node.published_at, plain=True) if node.published_at else "",
        state,
        escape(carriers_words(node)) if node.copies else "",
    ]
    return f"{number}. **{escape(outlet_words(node))}** — " + ", ".join(fact for fact in facts if fact)


def _independent(other: Independent) -> str:
    """Return an article that has no part in the chain as a list item, and why not."""
    node = other.node
    facts = [escape(node.headline), f"entry {node.entry_id}" if node.entry_id else ""]
    about = ", ".join(fact for fact in facts if fact)
    return f"- **{escape(outlet_words(node))}** — {about}: {escape(', '.join(other.reasons))}"


def _edge(chain: Chain, derivation: Derivation) -> str:
    """Return one edge with its evidence as a list below it."""
    source, target = _outlet(chain, derivation.src), _outlet(chain, derivation.dst)
    first = f"**{source} {'—' if derivation.sibling else '→'} {target}**: {derivation_words(derivation, chain)}"
    first += f" ({percent_words(derivation.confidence)})"
    if not derivation.sibling:
        first += f"; {basis_words(derivation)}"
    if better := better_words(derivation.evidence):
        first += f"; {_outlet(chain, derivation.evidence[0].node)} {escape(better)}"
    lines = [first, ""] if derivation.evidence else [first]
    for item in derivation.evidence:
        words = escape(_flat(item.words))
        lines.append(
            f"- {escape(item.reason)}: “{words}” — {_outlet(chain, item.node)}, {escape(item.where)}, "
            f"characters {item.span.start}–{item.span.end}"
        )
    return "\n".join(lines)


def _drift(chain: Chain, drift: Drift) -> str:
    """Return one change as a list item."""
    return (
        f"- {DRIFT_WORDS[drift.type]}: {_said(chain, drift.a, drift.a_words)} → {_said(chain, drift.b, drift.b_words)}"
    )


def _said(chain: Chain, key: str, words: str) -> str:
    """Return the words of one article with its outlet."""
    return f"{f'“{escape(_flat(words))}”' if words else '—'} ({_outlet(chain, key)})"


def _journey(chain: Chain, journey: Journey) -> str:
    """Return all wordings of one thing as a list item."""
    steps = " → ".join(_said(chain, wording.node, wording.words) for wording in journey.wordings)
    return f"- {DRIFT_WORDS[journey.type]}: {steps}"


def _outlet(chain: Chain, key: str) -> str:
    return escape(node_words(chain, key))


def _flat(words: str) -> str:
    return " ".join(words.split())
