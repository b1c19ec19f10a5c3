"""Credits, derivations, chains and drift: where an article came from and what changed on the way."""

from array import array
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from reader.model.entry import EntryId
from reader.text.spans import Span


class Relation(StrEnum):
    """What an article owes to the outlet it credits."""

    REPUBLISHED_FROM = "republished-from"
    """The text itself comes from the outlet."""
    WIRE = "wire"
    """An agency's text or contribution."""
    FIRST_REPORTED_BY = "first-reported-by"
    CITES_REPORT = "cites-report"
    """A fact, quotation, interview or broadcast is taken from the outlet."""
    AGGREGATED_SUMMARY = "aggregated-summary"
    """Via, hat tip, source list or digest."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher or agency as the lexicon knows it."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    """Broadcasts and columns that stand for the outlet («State of the Union»)."""
    agency: bool = False
    """A wire service: its text is carried by others under agreement."""
    owner: str = ""
    generic: bool = False
    """Not one outlet but a kind («Ukrainian state media»)."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The words by which an article names where it, or a part of it, is from."""

    outlet: str
    """Name as it is shown: the lexicon's where known, else the article's words without the leading article."""
    relation: Relation
    where: str
    """``text``, ``byline``, ``title``, ``meta.<key>`` or ``feed.<element>``: the place in which ``span`` counts."""
    span: Span
    """The crediting words with the outlet's name («the Kyiv Post reported Thursday»)."""
    rule: str = ""
    """Identifier of the rule that found it."""
    generic: bool = False
    """Names a kind of outlet, not one («Ukrainian state media»)."""
    via: int | None = None
    """Index of the credit through whose outlet this one reached the article (nested attributions); None: directly."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What the reuse index keeps of one article: signed 64-bit hashes, furniture paragraphs left out."""

    terms: tuple[int, ...] = ()
    """All distinct content words and word pairs; the index keeps the rarest of them."""
    shingles: tuple[int, ...] = ()
    """Winnowed word n-grams."""
    quotes: tuple[int, ...] = ()
    """All word 4-grams inside quotation marks."""

    def __getstate__(self) -> tuple[bytes, bytes, bytes]:
        """Return the hashes packed, for the way between processes: pickle spends ten bytes and an operation on each."""
        terms, shingles, quotes = (array("q", some).tobytes() for some in (self.terms, self.shingles, self.quotes))
        return terms, shingles, quotes

    def __setstate__(self, state: tuple[bytes, bytes, bytes]) -> None:
        """Take over packed hashes."""
        for name, packed in zip(("terms", "shingles", "quotes"), state, strict=True):
            object.__setattr__(self, name, tuple(array("q", packed)))


class DerivationKind(StrEnum):
    """How one article's text relates to that of its source."""

    COPY = "copy"
    PARTIAL = "partial"
    REWRITE = "rewrite"
    SUMMARY = "summary"
    QUOTE = "quote"
    """Only quotations are shared."""
    CITES = "cites"
    """Credited, no text taken."""


ABSENT: Final = "ext:"
"""What the key of a source that is not stored begins with."""


class Basis(StrEnum):
    """What the direction of an edge rests on, strongest first."""

    CREDIT = "credit"
    TEXT = "text"
    TIME = "time"


class Ground(StrEnum):
    """What exactly an edge rests on: its basis told apart by what the proving words say."""

    NAMED_SOURCE = "named-source"
    """``dst`` names the outlet of ``src`` as where its text is from."""
    CITED = "cited"
    """``dst`` cites it."""
    NAMED = "named"
    """``dst`` names it, in words that are no credit, and tells matter of its report."""
    COMMON_CREDIT = "common-credit"
    """``dst`` names a third outlet, whose text ``src`` carries too."""
    REPORTED_THROUGH = "reported-through"
    """An article names ``src`` inside what it has from ``dst``."""
    IN_COPY = "in-copy"
    """An article that carries the text of ``dst`` cites ``src``."""
    INFERRED = "inferred"
    """An article cites both; that the one came through the other is not said."""
    COPY_NAMES = "copy-names"
    """Another article with the same text names ``src``."""
    RELATIVE_NAMES = "relative-names"
    """Another article with much the same matter names ``src``."""
    NEAREST_TEXT = "nearest-text"
    """Both name one source, and of the texts that have it from there that of ``src`` is the nearest."""
    LIKELIER_TEXT = "likelier-text"
    """No times are known; the texts make this direction the likelier."""
    TEXT = "text"
    TIME = "time"
    RECEIVED = "received"
    """``src``, which has no date, was received before ``dst`` was published."""


CREDIT: Final = "credit"
"""Reason of evidence whose words name the outlet of ``src``; the following tell more of such words."""
NAME_ONLY: Final = "name"
COMMON_CREDIT: Final = "credit of both"
NESTED_CREDIT: Final = "credit within another"
COPIED_CREDIT: Final = "credit in a copy"
CREDIT_BESIDE: Final = "credit beside another"
_CREDIT_GROUNDS = {
    NAME_ONLY: Ground.NAMED,
    COMMON_CREDIT: Ground.COMMON_CREDIT,
    NESTED_CREDIT: Ground.REPORTED_THROUGH,
    COPIED_CREDIT: Ground.IN_COPY,
    CREDIT_BESIDE: Ground.INFERRED,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that prove a link."""

    node: str
    """Key of the node in which the words stand."""
    where: str
    """As in ``Credit.where``."""
    span: Span
    words: str
    """The words themselves, so that they can be shown without opening the article."""
    reason: str
    """What they show, in plain words: ``credit``, ``shared sentence``, ``shared quotation``, ``better spelling`` ..."""

    @property
    def is_credit(self) -> bool:
        """Whether the words name an outlet."""
        return self.reason == CREDIT or self.reason in _CREDIT_GROUNDS


@dataclass(frozen=True, slots=True)
class Derivation:
    """One edge of a chain: ``dst`` took matter from ``src``."""

    src: str
    """Key of a node: an entry's number as text, or ``ext:<outlet>:<story>`` for a source that is not stored."""
    dst: str
    kind: DerivationKind
    confidence: float
    """Probability that the edge is right, 0 to 1."""
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    main: bool = True
    """The main parent of ``dst``; further parents are shown beside it."""
    sibling: bool = False
    """Not parent and child: both come from a common source."""
    delay: timedelta | None = None
    """Publication time of ``dst`` minus that of ``src``, where both are known."""

    @property
    def is_from_absent(self) -> bool:
        """Whether ``src`` is not stored."""
        return self.src.startswith(ABSENT)

    @property
    def ground(self) -> Ground:
        """What exactly the edge rests on."""
        credit = next((piece for piece in self.evidence if piece.is_credit), None)
        if self.basis is Basis.TIME:
            return Ground.RECEIVED if self.delay is None else Ground.TIME
        if self.basis is Basis.CREDIT:
            if credit is not None and credit.reason in _CREDIT_GROUNDS:
                return _CREDIT_GROUNDS[credit.reason]
            if credit is not None and credit.node != self.dst:  # as kept before the reasons told more
                return Ground.INFERRED
            return Ground.CITED if self.kind is DerivationKind.CITES else Ground.NAMED_SOURCE
        if self.is_from_absent:
            same = self.kind in (DerivationKind.COPY, DerivationKind.PARTIAL)
            return Ground.COPY_NAMES if same else Ground.RELATIVE_NAMES
        if credit is not None:
            return Ground.NEAREST_TEXT
        return Ground.TEXT if self.delay is not None else Ground.LIKELIER_TEXT


class DriftType(StrEnum):
    """What changed between a source and what was made of it."""

    QUOTE = "quote"
    NUMBER = "number"
    NAME = "name"
    QUOTE_DROPPED = "quote-dropped"
    QUOTE_CUT = "quote-cut"
    """A quoted sentence lost its end or its beginning, and stands as if it were whole."""
    QUOTE_TO_PARAPHRASE = "quote-to-paraphrase"
    ATTRIBUTION_DROPPED = "attribution-dropped"
    ATTRIBUTION_ADDED = "attribution-added"
    ATTRIBUTION_CHANGED = "attribution-changed"
    OUTLET_DROPPED = "outlet-dropped"
    """What another outlet was said to report is told without it."""
    ANONYMISED = "anonymised"
    """Somebody who was named became «a spokeswoman», «a newspaper»."""
    OFFICE_CHANGED = "office-changed"
    """The same speaker was given another office."""
    HEDGE_DROPPED = "hedge-dropped"
    HEDGE_ADDED = "hedge-added"
    DEGREE = "degree"
    FREQUENCY_DROPPED = "frequency-dropped"
    DATE_DROPPED = "date-dropped"
    """Gone, or vaguer."""
    DATE_CHANGED = "date-changed"
    """Another day, month or year."""
    CLAIM_ADDED = "claim-added"
    CLAIM_DROPPED = "claim-dropped"
    CREDIT_DROPPED = "credit-dropped"

    @property
    def broad(self) -> "DriftType":
        """The type by which the interchange formats call it: theirs are fewer."""
        return _BROAD.get(self, self)

    @property
    def is_claim(self) -> bool:
        """Whether a statement is there in one text only: the most frequent of changes, and the least."""
        return self in (DriftType.CLAIM_ADDED, DriftType.CLAIM_DROPPED)

    @property
    def rank(self) -> int:
        """Its place among the changes of one link, 0 the weightiest: what is made untrue before what is left out."""
        return _WEIGHTIEST_FIRST.index(self)


_BROAD = {
    DriftType.QUOTE_CUT: DriftType.QUOTE_DROPPED,
    DriftType.OUTLET_DROPPED: DriftType.ATTRIBUTION_DROPPED,
    DriftType.ANONYMISED: DriftType.ATTRIBUTION_CHANGED,
    DriftType.OFFICE_CHANGED: DriftType.ATTRIBUTION_CHANGED,
    DriftType.DATE_CHANGED: DriftType.DATE_DROPPED,
}
_WEIGHTIEST_FIRST = (
    *(DriftType.QUOTE, DriftType.QUOTE_CUT, DriftType.NUMBER, DriftType.NAME),
    *(DriftType.ATTRIBUTION_CHANGED, DriftType.ANONYMISED, DriftType.OFFICE_CHANGED, DriftType.ATTRIBUTION_DROPPED),
    *(DriftType.ATTRIBUTION_ADDED, DriftType.OUTLET_DROPPED, DriftType.CREDIT_DROPPED, DriftType.HEDGE_DROPPED),
    *(DriftType.HEDGE_ADDED, DriftType.DEGREE, DriftType.DATE_CHANGED, DriftType.QUOTE_TO_PARAPHRASE),
    *(DriftType.QUOTE_DROPPED, DriftType.DATE_DROPPED, DriftType.FREQUENCY_DROPPED),
    *(DriftType.CLAIM_ADDED, DriftType.CLAIM_DROPPED),
)


@dataclass(frozen=True, slots=True)
class Drift:
    """One change between two articles, ``a`` the earlier."""

    a: str
    b: str
    type: DriftType
    a_span: Span | None = None
    """The words in ``a``; None where something was added."""
    b_span: Span | None = None
    """The words in ``b``; None where something was dropped."""
    a_words: str = ""
    b_words: str = ""


@dataclass(frozen=True, slots=True)
class ChainNode:
    """An outlet's article in a chain: stored, or only cited."""

    key: str
    """The entry's number as text (for loose corpora: the given id), or ``ext:<outlet>:<story>``."""
    outlet: str
    entry_id: EntryId | None = None
    """None: not in the library."""
    headline: str = ""
    published_at: datetime | None = None
    generic: bool = False
    """A kind of outlet, not one («Ukrainian state media»)."""
    what: str = ""
    """What was cited, in the article's words («televised briefing»), where it says so."""
    copies: tuple[str, ...] = ()
    """Keys of further stored copies of the same agency text that are folded into this node."""
    copied_by: tuple[str, ...] = ()
    """Outlets of these copies, in the same order; empty words where one is not known."""
    followed: bool = False
    """Of what is not stored: whether the library has other articles of the outlet."""


@dataclass(frozen=True, slots=True)
class Independent:
    """A stored article that tells of the same matter as another and yet took nothing from it, and why that is held."""

    node: ChainNode
    reasons: tuple[str, ...]
    """In plain words: ``no shared quotation``, ``different numbers`` ..."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of one story through the outlets, as far as the evidence shows."""

    focus: str
    """Key of the node that is open."""
    nodes: tuple[ChainNode, ...] = ()
    """Origins first; every node before those that derive from it."""
    derivations: tuple[Derivation, ...] = ()
    drift: tuple[Drift, ...] = ()
    """Along the stored edges of the chain."""
    origins: int = 0
    """How many independent origins are known; 0: unknown."""
    remarks: tuple[str, ...] = field(default=())
    """What the reader should know of the whole («no origin known»); what is to be known of a link stands with it."""

    def node(self, key: str) -> ChainNode | None:
        """Return the node with this key."""
        return next((n for n in self.nodes if n.key == key), None)

    def parents(self, key: str) -> tuple[Derivation, ...]:
        """Return the edges into a node, the main one first; sibling edges are left out."""
        edges = [d for d in self.derivations if d.dst == key and not d.sibling]
        return tuple(sorted(edges, key=lambda d: (not d.main, -d.confidence)))

    def path(self, key: str) -> tuple[Derivation, ...]:
        """Return the main edges from the farthest origin down to a node."""
        edges: list[Derivation] = []
        seen = {key}
        while parents := self.parents(key):
            edge = parents[0]
            if edge.src in seen:
                break
            edges.append(edge)
            key = edge.src
            seen.add(key)
        return tuple(reversed(edges))
