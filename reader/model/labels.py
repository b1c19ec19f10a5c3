"""Labels: what a node of a chain, and the time between two, are called where people read them."""

from datetime import UTC

from reader.model.chain import Chain, ChainNode, Derivation
from reader.model.claim import OfficialRecord
from reader.model.entry import StoredEntry
from reader.model.moments import delay_words, is_day


def outlet_words(node: ChainNode) -> str:
    """Return the outlet of a node; «unknown outlet» with the number of its entry where it is not known."""
    if node.outlet:
        return node.outlet
    if node.entry_id is not None:
        return f"unknown outlet (entry {node.entry_id})"
    return f"unknown outlet ({node.key})" if node.key else "unknown outlet"


def stored_words(stored: StoredEntry) -> str:
    """Return the outlet of a stored entry; «unknown outlet» with its number where it is not known."""
    return outlet_words(ChainNode(str(stored.id), stored.outlet, stored.id))


def node_words(chain: Chain, key: str) -> str:
    """Return the outlet of the node with a key, which need not be in the chain."""
    return outlet_words(chain.node(key) or ChainNode(key, ""))


def absence_words(node: ChainNode) -> str:
    """Return what is missing of a node that is not stored: the outlet itself, or only its article."""
    return "no article of it found" if node.followed else "not in the library"


def between_words(chain: Chain | None, edge: Derivation) -> str:
    """Return the time between the two articles of an edge, empty where it is not known.

    Of two articles, one of which is known by its day alone, only the days tell: «the same day», «2 days later».
    """
    if edge.delay is None:
        return ""
    nodes = [chain.node(key) for key in (edge.src, edge.dst)] if chain is not None else []
    moments = [node.published_at.astimezone(UTC) for node in nodes if node is not None and node.published_at]
    if len(moments) < 2 or not any(is_day(moment) for moment in moments):
        return delay_words(edge.delay)
    days = (moments[1].date() - moments[0].date()).days
    if not days:
        return "the same day"
    return f"{abs(days)} day{'s' if abs(days) > 1 else ''} {'later' if days > 0 else 'earlier'}"


def office_words(official: OfficialRecord) -> str:
    """Return the office of an official with organisation and country, and that other articles give another one."""
    told = (official.office, official.organisation)
    country = official.country if not any(official.country in part for part in told) else ""
    office = ", ".join(part for part in (*told, country) if part)
    return f"{office} (elsewhere {'; '.join(official.other_offices)})" if official.other_offices else office
