"""A chain -> PROV-JSON (W3C PROV-DM, member submission PROV-JSON of 2013), evidence as Web Annotation selectors.

Articles are entities, outlets agents; an edge is ``wasDerivedFrom`` (with the subtype ``prov:Quotation`` or
``prov:PrimarySource`` where only words or facts were taken), siblings are ``alternateOf`` each other. The evidence of
an edge is a set of ``oa:SpecificResource`` entities named by the edge's ``nr:evidence``; each has a TextQuoteSelector
and a TextPositionSelector (W3C Web Annotation Data Model, 4.2.4 and 4.2.5; positions count Unicode code points). The
selectors are entities of their own, since an attribute in PROV-JSON cannot hold an object.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.model.chain import Chain, ChainNode, Derivation, DerivationKind, Evidence

_PREFIXES = {
    "nr": "urn:newsreader:",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
}
_SUBTYPES = {DerivationKind.QUOTE: "prov:Quotation", DerivationKind.CITES: "prov:PrimarySource"}
_CONTEXT = 32
"""Characters of prefix and suffix of a quotation, as the recommendation's examples use."""

_Group = dict[str, dict[str, Any]]


@dataclass(slots=True)
class _Document:
    """The record groups of a document while it is written."""

    texts: Mapping[str, str]
    nodes: dict[str, str]
    entities: _Group = field(default_factory=dict)
    agents: _Group = field(default_factory=dict)
    attributed: _Group = field(default_factory=dict)
    derived: _Group = field(default_factory=dict)
    alternates: _Group = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    evidence: int = 0


def chain_prov(chain: Chain, texts: Mapping[str, str] | None = None) -> str:
    """Return a chain as PROV-JSON text.

    Args:
        chain: The chain; edges to nodes that it does not hold are left out.
        texts: Article texts by node key, for the prefix and suffix of quotation selectors.
    """
    nodes = {node.key: f"nr:article-{number}" for number, node in enumerate(chain.nodes, 1)}
    document = _Document(texts or {}, nodes)
    for node in chain.nodes:
        _add_node(document, node, focus=node.key == chain.focus)
    for derivation in chain.derivations:
        if derivation.src in nodes and derivation.dst in nodes:
            _add_edge(document, derivation)
    groups = {
        "prefix": _PREFIXES,
        "entity": document.entities,
        "agent": document.agents,
        "wasAttributedTo": document.attributed,
        "wasDerivedFrom": document.derived,
        "alternateOf": document.alternates,
    }
    return json.dumps({name: group for name, group in groups.items() if group}, ensure_ascii=False, indent=2)


def _add_node(document: _Document, node: ChainNode, *, focus: bool) -> None:
    """Add an article and the outlet it is attributed to."""
    name = document.nodes[node.key]
    record: dict[str, Any] = {
        "prov:type": _name("schema:NewsArticle"),
        "prov:label": node.headline or node.what or node.outlet or "unknown",
        "nr:key": node.key,
        "nr:stored": _typed("true" if node.entry_id is not None else "false", "xsd:boolean"),
    }
    if focus:
        record["nr:open"] = _typed("true", "xsd:boolean")
    if node.published_at:
        record["schema:datePublished"] = _typed(node.published_at.isoformat(), "xsd:dateTime")
    if node.copies:
        record["nr:copies"] = list(node.copies)
    document.entities[name] = record
    if not node.outlet:
        return
    agent = document.outlets.setdefault(node.outlet, f"nr:outlet-{len(document.outlets) + 1}")
    document.agents[agent] = {"prov:type": _name("prov:Organization"), "prov:label": node.outlet}
    document.attributed[f"_:by{len(document.attributed) + 1}"] = {"prov:entity": name, "prov:agent": agent}


def _add_edge(document: _Document, derivation: Derivation) -> None:
    """Add a derivation or a pair of siblings, with its evidence."""
    source, target = document.nodes[derivation.src], document.nodes[derivation.dst]
    if derivation.sibling:
        name = f"_:same{len(document.alternates) + 1}"
        document.alternates[name] = {"prov:alternate1": target, "prov:alternate2": source}
        return
    record: dict[str, Any] = {
        "prov:generatedEntity": target,
        "prov:usedEntity": source,
        "nr:kind": derivation.kind.value,
        "nr:confidence": _typed(f"{derivation.confidence:.4f}", "xsd:double"),
        "nr:basis": derivation.basis.value,
    }
    if derivation.kind in _SUBTYPES:
        record["prov:type"] = _name(_SUBTYPES[derivation.kind])
    found = [_name(_add_evidence(document, e)) for e in derivation.evidence if e.node in document.nodes]
    if found:
        record["nr:evidence"] = found
    document.derived[f"_:from{len(document.derived) + 1}"] = record


def _add_evidence(document: _Document, evidence: Evidence) -> str:
    """Add words that prove an edge, with their selectors; return their name."""
    document.evidence += 1
    name = f"nr:evidence-{document.evidence}"
    quote: dict[str, Any] = {"prov:type": _name("oa:TextQuoteSelector"), "oa:exact": evidence.words}
    text = document.texts.get(evidence.node, "") if evidence.where == "text" else ""
    if text:
        start, end = evidence.span
        quote["oa:prefix"] = text[max(0, start - _CONTEXT) : start]
        quote["oa:suffix"] = text[end : end + _CONTEXT]
    document.entities[f"{name}-quote"] = quote
    document.entities[f"{name}-position"] = {
        "prov:type": _name("oa:TextPositionSelector"),
        "oa:start": _typed(str(evidence.span.start), "xsd:nonNegativeInteger"),
        "oa:end": _typed(str(evidence.span.end), "xsd:nonNegativeInteger"),
    }
    document.entities[name] = {
        "prov:type": _name("oa:SpecificResource"),
        "oa:hasSource": _name(document.nodes[evidence.node]),
        "oa:hasSelector": [_name(f"{name}-quote"), _name(f"{name}-position")],
        "nr:where": evidence.where,
        "nr:reason": evidence.reason,
    }
    return name


def _name(value: str) -> dict[str, str]:
    """Return a qualified name as PROV-JSON writes it as a value."""
    return {"$": value, "type": "prov:QUALIFIED_NAME"}


def _typed(value: str, datatype: str) -> dict[str, str]:
    """Return a literal with its XML Schema type."""
    return {"$": value, "type": datatype}
