"""Model objects -> the records of the interchange formats (JSON Lines): their field names are promises.

All offsets are characters, half-open; times are ISO 8601 in UTC; an absent value is null, never left out.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from reader.model.article import Article
from reader.model.chain import Chain, ChainNode, Credit, Derivation, Drift, Evidence, Independent
from reader.model.claim import Analysis, Attribution, Claim, Official, OfficialRecord
from reader.model.entry import EntrySummary, StoredEntry
from reader.model.feed import FeedCounts, Subscription
from reader.model.journey import Journey, follow_changes
from reader.text.spans import Span

Record = dict[str, Any]
"""A JSON object."""


def analysis_record(identifier: str, analysis: Analysis, credits: Sequence[Credit]) -> Record:
    """Return the line that ``analyze --jsonl`` writes for one article."""
    return {
        "id": identifier,
        "attributions": [_attribution(a) for a in analysis.attributions],
        "officials": [_official(o) for o in analysis.officials],
        "collectives": _pairs(analysis.collectives),
        "credits": [credit_record(c) for c in credits],
    }


def credit_record(credit: Credit) -> Record:
    """Return a credit; ``start`` and ``end`` count in the place that ``where`` names."""
    return {
        "outlet": credit.outlet,
        "relation": credit.relation.value,
        "where": credit.where,
        "start": credit.span.start,
        "end": credit.span.end,
    }


def derivation_record(derivation: Derivation) -> Record:
    """Return the line that ``trace-corpus`` writes for one edge; ``ground`` tells its ``basis`` more exactly."""
    return {
        "src": derivation.src,
        "dst": derivation.dst,
        "kind": derivation.kind.value,
        "confidence": round(derivation.confidence, 4),
        "basis": derivation.basis.value,
        "sibling": derivation.sibling,
        "evidence": [_evidence(e) for e in derivation.evidence],
        "ground": derivation.ground.value,
    }


def drift_record(drift: Drift) -> Record:
    """Return the line that ``trace-corpus`` writes for one change.

    ``type`` is one of the format's; ``detail`` says what it is more exactly, where the program knows: ``date-changed``
    of what the format calls ``date-dropped``, ``anonymised`` and ``office-changed`` of ``attribution-changed``,
    ``outlet-dropped`` of ``attribution-dropped``, ``quote-cut`` of ``quote-dropped``.
    """
    return {
        "a": drift.a,
        "b": drift.b,
        "type": drift.type.broad.value,
        "a_span": _pair(drift.a_span),
        "b_span": _pair(drift.b_span),
        "detail": None if drift.type is drift.type.broad else drift.type.value,
    }


def entry_record(entry: EntrySummary | StoredEntry) -> Record:
    """Return an entry as ``list --json`` and ``show --json`` name its parts; without a date of its own it has none."""
    if isinstance(entry, EntrySummary):
        return {
            "id": int(entry.id),
            "title": entry.title,
            "outlet": entry.outlet,
            "url": entry.url,
            "date": _time(entry.published_at),
            "received": _time(entry.received_at),
            "read": entry.read,
            "bookmarked": entry.bookmarked,
            "feed": entry.feed_id,
            "via": entry.via or None,
            "more": entry.more,
            "claims": entry.claims,
        }
    return {
        "id": int(entry.id),
        "title": entry.entry.title,
        "outlet": entry.outlet,
        "url": entry.entry.url,
        "date": _time(entry.entry.published_at),
        "read": entry.status.read,
        "bookmarked": entry.status.bookmarked,
        "feed": entry.feed_id,
        "byline": entry.entry.author,
        "updated": _time(entry.entry.updated_at),
        "received": _time(entry.received_at),
        "tags": list(entry.status.tags),
        "note": entry.status.note,
        "categories": list(entry.entry.categories),
        "text_origin": entry.text_origin.value,
    }


def article_record(article: Article) -> Record:
    """Return an article with the role of each paragraph; spans count in ``text``."""
    return {
        "text": article.text,
        "title": article.headline,
        "outlet": article.outlet,
        "url": article.url,
        "date": _time(article.published_at),
        "byline": article.byline,
        "dateline": _pair(article.dateline),
        "language": article.language,
        "meta": {key: list(values) for key, values in article.metadata.items()},
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "role": p.role.value} for p in article.paragraphs],
        "links": [{"start": n.span.start, "end": n.span.end, "url": n.url} for n in article.links],
    }


def chain_record(chain: Chain, beside: Sequence[Independent] | None = None) -> Record:
    """Return a chain as ``trace --json`` writes it: nodes from origin to the open article, edges, changes.

    ``independent`` is what lies ``beside`` it: similar articles that took nothing from it, and why that is held; null
    where none were looked for.
    """
    return {
        "focus": chain.focus,
        "origins": chain.origins or None,
        "nodes": [_node(n) for n in chain.nodes],
        "edges": [_edge(d) for d in chain.derivations],
        "drift": [{**drift_record(d), "a_words": d.a_words, "b_words": d.b_words} for d in chain.drift],
        "journeys": [_journey(j) for j in follow_changes(chain)],
        "remarks": list(chain.remarks),
        "independent": None if beside is None else [{**_node(i.node), "reasons": list(i.reasons)} for i in beside],
    }


def _journey(journey: Journey) -> Record:
    """Return one thing followed along the chain: its wordings from first to last, empty words where it is lost."""
    return {
        "type": journey.type.broad.value,
        "wordings": [{"id": w.node, "words": w.words, "span": _pair(w.span)} for w in journey.wordings],
    }


def officials_record(official: OfficialRecord) -> Record:
    """Return one person or collective as ``officials --json`` writes it."""
    return {
        "full_name": official.full_name,
        "office": official.office or None,
        "organisation": official.organisation or None,
        "country": official.country or None,
        "claims": official.claims,
        "articles": official.articles,
        "last_seen": _time(official.last_seen_at),
        "other_offices": list(official.other_offices),
    }


def claim_record(claim: Claim) -> Record:
    """Return one claim of the library with its place."""
    return {
        "id": int(claim.entry_id),
        "index": claim.index,
        "speaker": claim.speaker,
        "cue": claim.cue,
        "content": claim.content,
        "kind": claim.kind.value,
        "outlet": claim.outlet,
        "title": claim.headline,
        "date": _time(claim.dated_at),
    }


def feed_record(subscription: Subscription, counts: FeedCounts | None = None) -> Record:
    """Return one subscription with its health as ``feeds --json`` writes it."""
    counts = counts or FeedCounts()
    state = subscription.state
    return {
        "feed": int(subscription.id),
        "title": subscription.title,
        "url": subscription.url,
        "site_url": subscription.site_url,
        "folder": subscription.folder,
        "full_text": subscription.full_text,
        "unread": counts.unread,
        "total": counts.total,
        "checked": _time(state.checked_at),
        "changed": _time(state.changed_at),
        "due": _time(state.due_at),
        "failures": state.failures,
        "error": state.error or None,
        "remarks": list(state.remarks),
        "gone": state.gone,
    }


def _attribution(attribution: Attribution) -> Record:
    return {
        "source": None if attribution.source is None else _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "kind": attribution.kind.value,
        "parent": attribution.parent,
        "speaker": attribution.speaker,
    }


def _official(official: Official) -> Record:
    return {
        "name": _pair(official.name),
        "office": _pair(official.office),
        "organisation": _pair(official.organisation),
        "country": _pair(official.country),
        "full_name": official.full_name,
        "mentions": _pairs(official.mentions),
    }


def _evidence(evidence: Evidence) -> Record:
    return {
        "node": evidence.node,
        "where": evidence.where,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "words": evidence.words,
        "reason": evidence.reason,
    }


def _node(node: ChainNode) -> Record:
    return {
        "id": node.key,
        "outlet": node.outlet,
        "stored": node.entry_id is not None,
        "entry": None if node.entry_id is None else int(node.entry_id),
        "title": node.headline,
        "date": _time(node.published_at),
        "generic": node.generic,
        "what": node.what or None,
        "copies": list(node.copies),
        "copied_by": list(node.copied_by),
    }


def _edge(derivation: Derivation) -> Record:
    delay = None if derivation.delay is None else round(derivation.delay.total_seconds())
    return {**derivation_record(derivation), "main": derivation.main, "delay_seconds": delay}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _time(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()
