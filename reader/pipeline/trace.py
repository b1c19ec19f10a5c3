"""Entry -> its chain, from the edges that are kept."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from reader.model.chain import Chain, Derivation, Fingerprint
from reader.model.claim import Analysis
from reader.model.entry import EntryId
from reader.model.lineage import without_related_siblings
from reader.pipeline.link import link_entries
from reader.pipeline.process import process_entry
from reader.pipeline.progress import never, silent
from reader.pipeline.services import Services
from reader.pipeline.tracing_jobs import chain_job
from reader.pipeline.workers import WorkError
from reader.tracing.document import TracedDocument

NEIGHBOURS = 80
"""Stored entries that are shown in one chain, the nearest ones."""
WITH_TEXT = 12
"""Of these, how many are read with their texts, to compare them; more if so many lie on the way to the open one."""
_log = logging.getLogger(__name__)


def trace_entry(services: Services, entry_id: EntryId) -> Chain:
    """Return the chain of an entry; analyses and links it first where that was not done.

    Raises:
        LookupError: there is no such entry.
    """
    library = services.library
    if library.claims.get(entry_id) is None:
        stored = library.entries.get(entry_id)
        if stored is None:
            raise LookupError(f"there is no entry {entry_id}")
        process_entry(services, stored)
    if not library.chains.is_traced(entry_id):
        link_entries(services, [entry_id], report=silent, cancelled=never)
    members = dict.fromkeys(library.chains.component(entry_id)[:NEIGHBOURS])
    edges = library.chains.derivations(members, siblings_of=entry_id if len(members) > WITH_TEXT else None)
    for key in dict.fromkeys(key for edge in edges for key in (edge.src, edge.dst)):
        if key.isdecimal() and len(members) < NEIGHBOURS:
            members.setdefault(EntryId(int(key)))
    near = _nearest(str(entry_id), edges)
    read = (read_document(services, number, bare=str(number) not in near) for number in members)
    documents = [document for document in read if document is not None]
    try:
        chain = services.workers.run(chain_job, str(entry_id), documents, edges, library.chains.origins(entry_id))
    except WorkError as error:
        _log.warning("the chain of entry %s: %s", entry_id, error)
        chain = _bare_chain(services, entry_id, edges)
    known = library.chains.followed({node.outlet for node in chain.nodes if node.entry_id is None})
    followed = (replace(n, followed=n.entry_id is None and n.outlet in known) for n in chain.nodes)
    return replace(chain, nodes=tuple(followed))


def read_document(services: Services, number: EntryId, *, bare: bool = False) -> TracedDocument | None:
    """Return an entry as a document for display; its fingerprint is not needed for that. None where it is gone.

    A ``bare`` one comes without its text and what was found in it.
    """
    library = services.library
    article = library.entries.article(number)
    if article is None:
        return None
    if bare:
        article = replace(article, text="", paragraphs=(), dateline=None, links=(), emphasis=(), metadata={})
    analysis = (None if bare else library.claims.get(number)) or Analysis()
    return TracedDocument(str(number), article, analysis, library.chains.credits(number), Fingerprint(), number)


def _nearest(focus: str, edges: Sequence[Derivation]) -> set[str]:
    """Return the entries whose texts a chain needs: those above one, next to it, and witnesses of absent sources."""
    near = {focus: None}
    while more := [e.src for e in edges if e.dst in near and e.main and not e.sibling and e.src not in near]:
        near.update(dict.fromkeys(more))
    most = max(WITH_TEXT, len(near))
    witnesses = {e.src: proof.node for e in reversed(edges) if not e.src.isdecimal() for proof in e.evidence[:1]}
    beside = sorted((e for e in edges if focus in (e.src, e.dst)), key=lambda e: (e.sibling, -e.confidence))
    others = dict.fromkeys((*near, *(key for e in beside for key in (e.src, e.dst))))
    return {*[key for key in others if key.isdecimal()][:most], *witnesses.values()}


def _bare_chain(services: Services, entry_id: EntryId, edges: tuple[Derivation, ...]) -> Chain:
    """Return the chain as it is kept, without what would have to be worked out."""
    keys = dict.fromkeys([str(entry_id), *(key for edge in edges for key in (edge.src, edge.dst))])
    nodes = services.library.chains.nodes(list(keys))
    remark = "what changed along the chain could not be worked out"
    return Chain(str(entry_id), tuple(nodes.values()), tuple(without_related_siblings(edges)), remarks=(remark,))
