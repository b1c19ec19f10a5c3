"""Entries -> edges to the stored articles they share matter with, and to the outlets they credit; kept.

Entries are linked in batches: each text is taken apart once and each pair measured once, which is many times faster
than asking entry by entry. What an entry is linked with is then looked at as a whole story, so that an entry which
arrives late (its feed was added after those that copied it) takes the place of the outlet that was only cited, and
the edges of its copies are drawn anew.
"""

import logging
from collections import OrderedDict
from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import replace

from reader.model.article import Article
from reader.model.chain import ChainNode, Derivation, Fingerprint
from reader.model.claim import Analysis
from reader.model.entry import EntryId
from reader.pipeline.progress import Cancelled, Progress, Report
from reader.pipeline.services import Services
from reader.pipeline.tracing_jobs import LinkedStory, fingerprints_job, link_job
from reader.pipeline.workers import WorkError
from reader.tracing.document import TracedDocument

BATCH = 48
"""Entries that are linked together."""
CANDIDATES = 12
"""Stored articles that an entry is measured against. On the development corpora (497 articles) 12 and 32 find the same
pairs (F1 .99); linked one by one in a library, 12 give directed edges of .916 F1 and 16 of .913."""
NEAR = 12
"""Entries of one kept story whose edges are drawn anew when one is linked with it. To a larger story it is only added,
with its edges from and to those it was measured against: a 61st copy changes nothing between the others."""
_CACHED = 400
_LINK_SECONDS = 30.0
_log = logging.getLogger(__name__)


def link_entries(services: Services, ids: Sequence[EntryId], *, report: Report, cancelled: Cancelled) -> int:
    """Link entries that are analysed already; return how many were."""
    linker = _Linker(services, ids, cancelled)
    left = {str(number) for number in ids}
    done = 0
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        left.difference_update(str(number) for number in batch)
        try:
            linker.link(batch, left=left)
        except WorkError:  # stopped
            break
        done += len(batch)
        report(Progress(done, len(ids), "tracing"))
    return done


class _Linker:
    """Links batches of entries; remembers the documents it has read, since those of one run are about the same."""

    def __init__(self, services: Services, ids: Iterable[EntryId], cancelled: Cancelled) -> None:
        self._searched = frozenset(map(str, ids))
        """All entries that are linked: the index is searched for what is like them; others are only compared."""
        self._library = services.library
        self._workers = services.workers
        self._cancelled = cancelled
        self._known: OrderedDict[str, TracedDocument] = OrderedDict()
        self._asked: set[int] = set()
        """Terms whose frequencies are known, for the batch that is linked."""
        self._common: dict[int, int] = {}
        """In how many entries each of them stands, where in more than one."""

    def link(self, ids: Sequence[EntryId], *, left: set[str]) -> None:
        """Find and keep the edges of some entries; a batch that overruns its limits is halved.

        What is ``left`` for another batch, or not traced yet, may be joined already, but its own edges are left to its
        own turn, in which it has its own candidates.

        Raises:
            WorkError: the work was stopped.
        """
        try:
            stories = self._find(ids)
        except WorkError as error:
            if error.reason == "stopped":
                raise
            if len(ids) > 1:
                half = len(ids) // 2
                self.link(ids[:half], left=left | {str(number) for number in ids[half:]})
                self.link(ids[half:], left=left)
                return
            _log.warning("entry %s: tracing it %s", ids[0], error)
            stories = [LinkedStory((str(ids[0]),), ())]
        self._keep(stories, ids, left)

    def _find(self, ids: Sequence[EntryId]) -> list[LinkedStory]:
        """Return the stories in which the entries are, with whole stories around what they are linked with."""
        self._asked.clear()
        self._common.clear()
        new = self._documents(ids)
        pairs: set[tuple[str, str]] = set()
        for key, document in new.items():
            assert document.entry_id is not None
            moment = document.article.published_at
            near = self._library.reuse.candidates(
                document.fingerprint, exclude=document.entry_id, around=moment, limit=CANDIDATES
            )
            pairs.update(_pair(key, str(number)) for number in near)
        documents = new | self._documents(EntryId(int(key)) for pair in pairs for key in pair if key not in new)
        stored = self._links(documents)
        found: list[LinkedStory] = []
        again: set[str] = set()
        for story in self._run(documents, new, pairs | _within(stored, documents)):
            most = NEAR + len(new.keys() & set(story.keys))
            whole = self._whole(story.keys, stored, most)
            if documents.keys() >= whole:
                found.append(story)
            elif len(whole) > most:
                found.append(_joined(story, new, stored))
            else:
                again |= whole
        if not again:
            return found
        more = self._documents(EntryId(int(key)) for key in sorted(again))
        inside = _within(pairs | self._links(more), more)
        return found + list(self._run(more, new, inside))

    def _links(self, documents: Iterable[str]) -> set[tuple[str, str]]:
        """Return the pairs of nodes between which an edge is kept that touches one of the documents."""
        return self._library.chains.links([EntryId(int(key)) for key in documents])

    def _whole(self, keys: Iterable[str], stored: set[tuple[str, str]], most: int) -> set[str]:
        """Return the entries of the kept stories around some; where that are more than ``most``, some of them."""
        whole = set(keys)
        fresh, links = whole, stored
        while fresh and len(whole) <= most:
            fresh = {key for pair in links if not whole.isdisjoint(pair) for key in pair if key.isdecimal()} - whole
            whole |= fresh
            links = self._links(fresh) if fresh else set()
        return whole

    def _run(
        self, documents: dict[str, TracedDocument], wanted: Iterable[str], pairs: Iterable[tuple[str, str]]
    ) -> tuple[LinkedStory, ...]:
        """Return the stories among documents in which some are wanted; see ``link_job``."""
        terms = set().union(*(document.fingerprint.terms for document in documents.values())) - self._asked
        if terms:
            self._asked |= terms
            self._common.update(self._library.reuse.document_frequency(sorted(terms), least=2))
        total = self._library.reuse.counted()
        return self._workers.run(
            link_job,
            list(documents.values()),
            frozenset(wanted),
            sorted(pairs),
            self._common,
            total,
            timeout=_LINK_SECONDS,
            cancelled=self._cancelled,
        )

    def _documents(self, ids: Iterable[EntryId]) -> dict[str, TracedDocument]:
        """Return entries as documents by key; those that are gone or not analysed yet are left out."""
        wanted = list(dict.fromkeys(ids))
        missing: dict[bool, list[tuple[EntryId, Article]]] = {True: [], False: []}
        for number in wanted:
            if str(number) not in self._known and (article := self._library.entries.article(number)) is not None:
                missing[str(number) in self._searched].append((number, article))
        for searched, some in missing.items():
            articles = [article for _, article in some]
            prints = self._fingerprints(articles, searched) if some else ()
            for (number, article), fingerprint in zip(some, prints, strict=True):
                self._known[str(number)] = self._document(number, article, fingerprint)
        found = {str(number): self._known[str(number)] for number in wanted if str(number) in self._known}
        for key in found:
            self._known.move_to_end(key)
        while len(self._known) > max(_CACHED, len(found)):
            self._known.popitem(last=False)
        return found

    def _fingerprints(self, articles: Sequence[Article], searched: bool) -> tuple[Fingerprint, ...]:
        return self._workers.run(fingerprints_job, articles, searched, timeout=_LINK_SECONDS, cancelled=self._cancelled)

    def _document(self, number: EntryId, article: Article, fingerprint: Fingerprint) -> TracedDocument:
        """Return one entry as a document."""
        return TracedDocument(
            key=str(number),
            article=article,
            analysis=Analysis(),  # only drift reads it
            credits=self._library.chains.credits(number),
            fingerprint=fingerprint,
            entry_id=number,
            received_at=None if article.published_at else self._library.entries.received(number),
        )

    def _keep(self, stories: Sequence[LinkedStory], linked: Iterable[EntryId], left: Set[str]) -> None:
        """Keep the edges of stories, and what is known of the outlets in them that are not stored."""
        chains = self._library.chains
        with self._library.transaction(durable=False):
            untraced = chains.untraced_among(EntryId(int(key)) for story in stories for key in story.keys)
            waiting = {str(number) for number in untraced.difference(linked)} | left
            for story in stories:
                chains.keep_nodes(self._cited_nodes(story))
                for key in story.keys:
                    if key in waiting:
                        continue
                    below = [e for e in story.edges if e.src == key and e.dst.isdecimal() and e.dst not in story.keys]
                    chains.keep_derivations(EntryId(int(key)), _edges_above(key, story.edges) + below)

    def _cited_nodes(self, story: LinkedStory) -> list[ChainNode]:
        """Return the outlets of a story that are not stored, as the crediting words name them."""
        nodes: dict[str, ChainNode] = {}
        for edge in story.edges:
            document = self._known.get(edge.dst)
            for credit in document.credits if document is not None else ():
                if edge.src.startswith(f"ext:{credit.outlet.replace(':', ' ').strip()}:"):
                    nodes[edge.src] = ChainNode(edge.src, credit.outlet, generic=credit.generic)
        return list(nodes.values())


def _edges_above(key: str, edges: Sequence[Derivation]) -> list[Derivation]:
    """Return the edges into an entry, and those above it between outlets that are only cited: kept with the entry."""
    above: list[Derivation] = []
    reached, seen = [key], {key}
    while reached:
        target = reached.pop()
        into = [edge for edge in edges if edge.dst == target]
        above += into
        cited = {edge.src for edge in into if not edge.src.isdecimal()} - seen
        seen |= cited
        reached += sorted(cited)
    return above


def _within(pairs: Iterable[tuple[str, str]], keys: Container[str]) -> set[tuple[str, str]]:
    """Return the pairs of which both are among some keys, in the order in which pairs are written."""
    return {_pair(one, other) for one, other in pairs if one in keys and other in keys and one != other}


def _joined(story: LinkedStory, new: Container[str], stored: Iterable[tuple[str, str]]) -> LinkedStory:
    """Return what new entries add to a large story; sources that are not stored keep the names they have there."""
    there = {_outlet_of(src): src for src, dst in stored if dst in story.keys and not src.isdecimal()}

    def named(key: str) -> str:
        return key if key.isdecimal() else there.get(_outlet_of(key), key)

    edges = tuple(replace(edge, src=named(edge.src), dst=named(edge.dst)) for edge in story.edges)
    return LinkedStory(tuple(key for key in story.keys if key in new), edges)


def _outlet_of(key: str) -> str:
    """Return the outlet in the key of a source that is not stored: ``ext:<outlet>:<story>``."""
    return key.rpartition(":")[0]


def _pair(one: str, other: str) -> tuple[str, str]:
    """Return two keys in the one order in which a pair is written."""
    return (one, other) if int(one) < int(other) else (other, one)
