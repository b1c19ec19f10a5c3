"""A chain -> a Mermaid flowchart.

Labels are foreign text: everything but letters, figures and harmless marks is written as a Mermaid entity code
(``#35;``), since quotation marks would end the label, ``%%{`` anywhere begins a directive, and a back quote turns the
label into Markdown (Mermaid documentation, "Flowcharts": special characters and entity codes).
"""

from reader.model.chain import Chain, ChainNode, Derivation, DerivationKind
from reader.model.labels import absence_words, outlet_words
from reader.model.moments import moment_words
from reader.model.wording import COMMON_SOURCE, copies_words, derivation_words

_HARMLESS = frozenset(" .,:!?'()-–—/·’‘")
_LABEL_LENGTH = 80


def chain_mermaid(chain: Chain) -> str:
    """Return a flowchart from the origins (top) to the open article; one statement a line."""
    names = {node.key: f"n{number}" for number, node in enumerate(chain.nodes)}
    lines = ["flowchart TD"]
    for node in chain.nodes:
        lines.append(f'    {names[node.key]}["{_node_label(node)}"]:::{_node_class(node, chain.focus)}')
    for derivation in chain.derivations:
        if derivation.src in names and derivation.dst in names:
            lines.append(f"    {names[derivation.src]} {_arrow(chain, derivation)} {names[derivation.dst]}")
    lines.append("    classDef absent stroke-dasharray: 5 5")
    lines.append("    classDef stored stroke-width: 1px")
    lines.append("    classDef open stroke-width: 3px")
    return "\n".join(lines) + "\n"


def escape_label(text: str, limit: int = _LABEL_LENGTH) -> str:
    """Return foreign text as the inside of a quoted Mermaid label, one line, cut at ``limit`` characters."""
    text = " ".join(text.split())
    if len(text) > limit:
        text = text[: limit - 1] + "…"
    return "".join(c if c.isalnum() or c in _HARMLESS or c == "…" else f"#{ord(c)};" for c in text)


def _node_label(node: ChainNode) -> str:
    """Return the label of a node: outlet, headline or what was cited, date, folded copies."""
    parts = [escape_label(outlet_words(node))]
    if node.headline or node.what:
        parts.append(escape_label(node.headline or node.what))
    if node.published_at:
        parts.append(escape_label(moment_words(node.published_at, plain=True)))
    if node.entry_id is None:
        parts.append(absence_words(node))
    if node.copies:
        parts.append(copies_words(len(node.copies)))
    return "<br>".join(parts)


def _node_class(node: ChainNode, focus: str) -> str:
    if node.key == focus:
        return "open"
    return "absent" if node.entry_id is None else "stored"


def _arrow(chain: Chain, derivation: Derivation) -> str:
    """Return the arrow of an edge: dotted where no text was taken, without head between siblings."""
    if derivation.sibling:
        return f'-.-|"{COMMON_SOURCE}"|'
    label = f'"{derivation_words(derivation, chain)}"'
    return f"-.->|{label}|" if derivation.kind is DerivationKind.CITES else f"-->|{label}|"
