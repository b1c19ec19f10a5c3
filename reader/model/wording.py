"""Kinds, strengths and changes in plain words: what the screen and the command line call what the model knows."""

from collections.abc import Iterable, Mapping
from math import floor
from typing import Final

from reader.model.chain import (
    Basis,
    Chain,
    ChainNode,
    Derivation,
    DerivationKind,
    DriftType,
    Evidence,
    Ground,
    Relation,
)
from reader.model.claim import Kind
from reader.model.labels import between_words, node_words

DERIVATION_WORDS: Final[Mapping[DerivationKind, str]] = {
    DerivationKind.COPY: "copied",
    DerivationKind.PARTIAL: "copied in part",
    DerivationKind.REWRITE: "reworded",
    DerivationKind.SUMMARY: "summed up",
    DerivationKind.QUOTE: "same quotations",
    DerivationKind.CITES: "cited",
}
GROUND_WORDS: Final[Mapping[Ground, str]] = {
    Ground.NAMED_SOURCE: "the article names it as its source",
    Ground.CITED: "the article cites it",
    Ground.NAMED: "the article names it and tells matter of its report",
    Ground.COMMON_CREDIT: "the article names a source whose text this outlet carries too",
    Ground.REPORTED_THROUGH: "an article names the one inside what it has from the other",
    Ground.IN_COPY: "an article with this text cites it",
    Ground.INFERRED: "an article cites both; that the one had it from the other is inferred",
    Ground.COPY_NAMES: "another article with the same text names this source",
    Ground.RELATIVE_NAMES: "another article with much the same matter names this source",
    Ground.NEAREST_TEXT: "both name the same source, and no other text from there is nearer",
    Ground.LIKELIER_TEXT: "the times are not known; by the texts this direction is the likelier",
    Ground.TEXT: "the texts show who had it first",
    Ground.TIME: "only the times tell who had it first",
    Ground.RECEIVED: "it was received before the other was published",
}
"""What is said of each ground, ``src`` first: no more than is known."""
BETTER_NAME: Final = "better name"
BETTER_NUMBER: Final = "exact number"
BETTER_QUOTATION: Final = "better quotation"
WORSE: Final = "in its place"
"""Reasons of the evidence that an article has something which it cannot have from the one it resembles, and of what
stands for it there; see ``better_words``."""
COMMON_SOURCE: Final = "from a common source"
COMMON_SOURCE_UNNAMED: Final = "from a common source, which this article does not name"
ORIGIN_ITSELF: Final = "one origin known: this article, which names no source"
_CARRIERS_SHOWN = 6
_CITED_SHOWN = 2
"""Outlets that are named where an article only cites some."""
BY_TIME_ONLY: Final = "by time only"
"""What stands beside a link whose direction nothing but the times tells."""
RECEIVED_FIRST: Final = "received first"
"""The same where the earlier article has no date: it was in the library before the other was published."""
_BETTER_SHOWN = 5
_BETTER_LONGEST = 60
"""Characters of each."""
RELATION_WORDS: Final[Mapping[Relation, str]] = {
    Relation.REPUBLISHED_FROM: "republished from",
    Relation.WIRE: "agency text of",
    Relation.FIRST_REPORTED_BY: "first reported by",
    Relation.CITES_REPORT: "cites",
    Relation.AGGREGATED_SUMMARY: "summary of",
}
KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.DIRECT: "a direct quotation",
    Kind.INDIRECT: "told in the article's own words",
    Kind.MIXED: "partly quoted, partly in the article's own words",
}
DRIFT_WORDS: Final[Mapping[DriftType, str]] = {
    DriftType.QUOTE: "quotation reworded",
    DriftType.NUMBER: "number changed",
    DriftType.NAME: "name changed",
    DriftType.QUOTE_DROPPED: "quotation dropped",
    DriftType.QUOTE_CUT: "quotation cut short",
    DriftType.QUOTE_TO_PARAPHRASE: "quotation turned into own words",
    DriftType.ATTRIBUTION_DROPPED: "speaker dropped",
    DriftType.ATTRIBUTION_ADDED: "speaker added",
    DriftType.ATTRIBUTION_CHANGED: "speaker changed",
    DriftType.OUTLET_DROPPED: "outlet no longer named",
    DriftType.ANONYMISED: "speaker made anonymous",
    DriftType.OFFICE_CHANGED: "office changed",
    DriftType.HEDGE_DROPPED: "doubt dropped",
    DriftType.HEDGE_ADDED: "doubt added",
    DriftType.DEGREE: "stronger or weaker",
    DriftType.FREQUENCY_DROPPED: "how often: dropped",
    DriftType.DATE_DROPPED: "date dropped",
    DriftType.DATE_CHANGED: "date changed",
    DriftType.CLAIM_ADDED: "claim added",
    DriftType.CLAIM_DROPPED: "claim dropped",
    DriftType.CREDIT_DROPPED: "credit dropped",
}


ALONG_CHAIN: Final = "Along the whole chain"
"""What stands over the things that changed on more than one link."""
NOTHING_IN_COMMON: Final = "These two have nothing in common"
"""What is said of two articles of which no sentence answers to another."""
INDEPENDENT: Final = "similar, but independent"
"""What stands over the articles that tell of the same matter and took nothing from each other."""
LEFT_OUT: Final = "left out"
"""What stands in place of words that an article has no more."""


def apart_words(reasons: Iterable[str]) -> str:
    """Return what is said of two articles without a link: why they are independent, or that they have nothing."""
    because = ", ".join(reasons)
    return f"{INDEPENDENT.capitalize()}: {because}" if because else NOTHING_IN_COMMON


def confidence_words(confidence: float) -> str:
    """Return a probability in words, by the percentage that is shown with it."""
    for least, words in ((90, "almost certain"), (80, "very likely"), (60, "likely"), (40, "perhaps")):
        if _percent(confidence) >= least:
            return words
    return "a guess"


def percent_words(confidence: float) -> str:
    """Return a probability as whole per cent, never more than it is: ``89%`` of .899."""
    return f"{_percent(confidence)}%"


def _percent(confidence: float) -> int:
    return floor(round(confidence * 100, 6))


def derivation_words(edge: Derivation, chain: Chain | None = None) -> str:
    """Return how ``dst`` relates to ``src``: «reworded, very likely, 2 h later», «cited ×3, almost certain».

    A direction that rests on the times alone is said to: «copied, likely, 5 min later, by time only»; where the earlier
    one has no date: «copied, likely, received first». Of a sibling no
    kind is said, since neither took it from the other: «from a common source, likely, 5 min later». The ``chain`` tells
    of which articles no more than the day is known.
    """
    words = DERIVATION_WORDS.get(edge.kind, str(edge.kind))
    if edge.sibling:
        words = COMMON_SOURCE
    elif edge.kind is DerivationKind.CITES:
        places = sum(1 for piece in edge.evidence if piece.is_credit)
        words += f" ×{places}" if places > 1 else ""
    parts = [words, confidence_words(edge.confidence)]
    if (between := between_words(chain, edge)) and edge.kind is not DerivationKind.CITES:
        parts.append(between)
    if edge.basis is Basis.TIME and not edge.sibling:
        parts.append(RECEIVED_FIRST if edge.delay is None else BY_TIME_ONLY)
    return ", ".join(parts)


def basis_words(edge: Derivation) -> str:
    """Return what an edge rests on: exactly what the proving words say."""
    return GROUND_WORDS[edge.ground]


def better_words(evidence: Iterable[Evidence]) -> str:
    """Return what an article has that the one which it resembles lacks; empty if the evidence names nothing.

    «has the better “Pishchane”, “several dozen”, which the other lacks: both have it from a text that is not stored».
    """
    better = (BETTER_NAME, BETTER_NUMBER, BETTER_QUOTATION)
    words = dict.fromkeys(_short(piece.words) for piece in evidence if piece.reason in better)
    if not words:
        return ""
    named = ", ".join(quoted(some) for some in list(words)[:_BETTER_SHOWN])
    more = f" and {len(words) - _BETTER_SHOWN} more" if len(words) > _BETTER_SHOWN else ""
    return f"has the better {named}{more}, which the other lacks: both are from a text that is not stored"


def _short(words: str) -> str:
    """Return words on one line, cut where they are long."""
    words = " ".join(words.split())
    return words if len(words) <= _BETTER_LONGEST else f"{words[:_BETTER_LONGEST].rstrip()} …"


RULE_WORDS: Final[Mapping[str, str]] = {
    "according-to-first": "«according to» and a source stand before what is told",
    "according-to-last": "«according to» and a source follow what is told",
    "as-said": "«as … said» is put into the sentence",
    "asked": "somebody is asked, and what is asked",
    "hedge": "a word that says it is only told («reportedly»), with no source",
    "transcript": "a name and a colon, as in an interview",
    "headline-name-first": "a headline that begins with who says it",
    "headline-name-last": "a headline that ends with who says it",
    "noun-cue": "a noun of saying («claim», «statement») with what it holds",
    "passive-by": "a verb of saying in the passive, the source behind «by»",
    "passive-that": "a verb of saying in the passive; who says it is left open",
    "quotation-alone": "a quotation that stands alone and belongs to the speaker before it",
    "quotation-goes-on": "the quotation of the paragraph before goes on",
    "quoted-as-saying": "«was quoted as saying»",
    "said-after-clause": "source and verb of saying follow what is told",
    "said-after-quotation": "source and verb of saying follow the quotation",
    "said-amid-clause": "source and verb of saying stand in the middle of what is told",
    "said-before-clause": "source and verb of saying, then what is told",
    "said-before-infinitive": "a verb of saying with an infinitive («asked them to …»)",
    "said-before-noun": "a verb of saying with what it names",
    "said-before-question": "a verb of saying with an indirect question",
    "said-before-quotation": "source and verb of saying, then the quotation",
    "said-before-that": "source and verb of saying, then «that …»",
    "said-before-topic": "a verb of saying with what it is about",
    "said-inverted": "the verb of saying stands before its source",
    "shared-subject": "a second verb of saying with the same source",
    "signed-quotation": "a quotation with a name under it",
    "citing": "a source is cited for what somebody else reports in the same sentence",
    "in-words": "«in ... words» names the source, the clause follows",
    "passive-to": "somebody is said, alleged or understood to have done it; no source is named",
    "quotation-again": "a line quotes words that the article gives in quotation marks elsewhere",
    "quotation-beside": "a sentence of nothing but quotation follows one that tells of its speaker",
}
"""Every value of ``Attribution.rule``, as the screen explains it."""


def rule_words(rule: str) -> str:
    """Return a rule in plain words; one that is not known here by its own, telling name."""
    return RULE_WORDS.get(rule) or rule.replace("-", " ").replace("_", " ").replace(".", ": ")


def copies_words(copies: int) -> str:
    """Return how many further articles are folded into an outlet because they carry its very text."""
    return "1 more carries the same text" if copies == 1 else f"{copies} more carry the same text"


def carriers_words(node: ChainNode) -> str:
    """Return the same with the names of their outlets: «2 more carry the same text: Tide Daily, Harbour Post»."""
    names = list(dict.fromkeys(name for name in node.copied_by if name))
    more = f" and {len(names) - _CARRIERS_SHOWN} more" if len(names) > _CARRIERS_SHOWN else ""
    named = f": {', '.join(names[:_CARRIERS_SHOWN])}{more}" if names else ""
    return copies_words(len(node.copies)) + named


def origins_words(chain: Chain) -> str:
    """Return what is known of where an article is from; empty where nothing is and a remark tells of that.

    What it only cites is no origin of it: «cites Eastmoor Radio». One from which others have their text, and which
    names no source, is the known origin itself.
    """
    parents = chain.parents(chain.focus)
    if parents and all(edge.kind is DerivationKind.CITES for edge in parents):
        names = list(dict.fromkeys(node_words(chain, edge.src) for edge in parents))
        more = f" and {len(names) - _CITED_SHOWN} more" if len(names) > _CITED_SHOWN else ""
        return f"cites {', '.join(names[:_CITED_SHOWN])}{more}"
    if not parents and chain.origins == 1:
        beside = any(edge.sibling and chain.focus in (edge.src, edge.dst) for edge in chain.derivations)
        return COMMON_SOURCE_UNNAMED if beside else ORIGIN_ITSELF
    if chain.origins <= 0:
        return "" if chain.remarks else "origin unknown"
    return "one origin known" if chain.origins == 1 else f"{chain.origins} independent origins known"


def quoted(words: str) -> str:
    """Return foreign words between quotation marks, unless they bring their own."""
    return words if words.startswith(("“", '"', "«", "„", "‘", "'")) else f"“{words}”"
