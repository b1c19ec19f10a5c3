"""Opened entry -> what the library has on the same matter that is no part of its chain, and why not."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reader.model.chain import ChainNode, Independent
from reader.model.entry import EntryFilter, EntryId
from reader.pipeline.enrich import OpenEntry
from reader.pipeline.progress import Cancelled, never
from reader.pipeline.services import Services
from reader.pipeline.trace import read_document
from reader.pipeline.tracing_jobs import apart_job, fingerprints_job
from reader.pipeline.workers import WorkError
from reader.text.bare import bare_words
from reader.text.commonwords import COMMON_WORDS
from reader.tracing.document import TracedDocument

CANDIDATES = 24
"""Stored articles that are looked at: so many that share the rarest matter, and so many with a like headline."""
DAYS = timedelta(days=3)
"""How far apart reports with a like headline are looked for."""
WORDS = 12
"""Words of the headline that are looked for."""
SHOWN = 6
"""Of these, how many are told of."""
_log = logging.getLogger(__name__)


def find_independent(services: Services, opened: OpenEntry, *, cancelled: Cancelled = never) -> tuple[Independent, ...]:
    """Return the stored articles that are similar to an opened one but independent of it, the most similar first."""
    reuse = services.library.reuse
    known = {key for node in opened.chain.nodes for key in (node.key, *node.copies)}
    focus = read_document(services, opened.stored.id)
    if focus is None:
        return ()
    try:
        (fingerprint,) = services.workers.run(fingerprints_job, [focus.article], cancelled=cancelled)
        around = focus.article.published_at
        near = reuse.candidates(fingerprint, exclude=opened.stored.id, around=around, limit=CANDIDATES)
        keys = dict.fromkeys((*near, *_same_headline(services, opened)))
        others = [document for key in keys if str(key) not in known and (document := read_document(services, key))]
        if not others:
            return ()
        apart = _apart(services, replace(focus, fingerprint=fingerprint), others, cancelled)
    except WorkError as error:
        _log.info("what is similar to entry %s: %s", opened.stored.id, error)
        return ()
    return tuple(Independent(_node(services, EntryId(int(key))), reasons) for key, reasons in apart[:SHOWN])


def why_apart(services: Services, a: EntryId, b: EntryId) -> tuple[str, ...]:
    """Return why two entries without a link are held to be independent; empty if they tell of different matters."""
    focus, other = read_document(services, a), read_document(services, b)
    if focus is None or other is None:
        return ()
    try:
        (fingerprint,) = services.workers.run(fingerprints_job, [focus.article])
        apart = _apart(services, replace(focus, fingerprint=fingerprint), [other], never)
    except WorkError as error:
        _log.info("what joins entries %s and %s: %s", a, b, error)
        return ()
    return apart[0][1] if apart else ()


def _apart(
    services: Services, focus: TracedDocument, others: Sequence[TracedDocument], cancelled: Cancelled
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return those of some documents that are similar to one but independent, by key, with the reasons."""
    reuse = services.library.reuse
    prints = services.workers.run(fingerprints_job, [other.article for other in others], False, cancelled=cancelled)
    others = [replace(other, fingerprint=found) for other, found in zip(others, prints, strict=True)]
    terms = {term for document in (focus, *others) for term in document.fingerprint.terms}
    frequency = reuse.document_frequency(sorted(terms))
    return services.workers.run(apart_job, focus, others, frequency, reuse.counted(), cancelled=cancelled)


def _same_headline(services: Services, opened: OpenEntry) -> tuple[EntryId, ...]:
    """Return entries of the same days whose headlines share a word: independent reports need share no rare matter."""
    words = [w for w in bare_words(opened.stored.entry.title).split() if len(w) > 3 and w not in COMMON_WORDS]
    if not words:
        return ()
    moment = opened.stored.dated_at
    days = f"after:{moment - DAYS:%Y-%m-%d} before:{moment + DAYS:%Y-%m-%d} "
    wanted = EntryFilter(search=days + " OR ".join(f'title:"{word}"' for word in words[:WORDS]))
    return tuple(summary.id for summary in services.library.entries.first(wanted, CANDIDATES))


def _node(services: Services, number: EntryId) -> ChainNode:
    """Return an entry as the node it would be in a chain."""
    return services.library.chains.nodes([str(number)]).get(str(number)) or ChainNode(str(number), "", number)
