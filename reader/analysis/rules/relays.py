"""Relays: «the Lantern reported C, citing officials» reports C as said by the Lantern and by the officials."""

from reader.analysis.bodies import head_noun
from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.draft import Draft, Range
from reader.analysis.tokens import Passage
from reader.lexicon.cues import words
from reader.lexicon.offices import acting_bodies, documents, media, office_heads

_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"cited", "cites", "quoted", "quotes"})
"""Behind «which» they cite for what the sentence reports: «according to the Lantern, which cited two officials»."""
_SHOWING = frozenset({"as", "that", "which", "showing", "saying"})
"""Words behind what is cited that tell what it says itself."""


def read_relay(passage: Passage, start: int, end: int, index: int, drafts: list[Draft]) -> Draft | None:
    """Return the attribution to whom the reporter cites at ``index`` in the unit ``start`` to ``end``.

    ``drafts``: the attributions found in the unit; without one by a reporter there is nothing to relay.
    """
    low = passage.low
    if low[index] in _CITING:
        cue: Range = (index, index + 1)
    elif low[index] in _CITED and low[index - 1] in {"which", "who"}:
        cue = (index, index + 1)
    elif low[index] == "reference" and low[index - 1] == "with" and low[index + 1 : index + 2] == ["to"]:
        cue = (index - 1, index + 2)
    else:
        return None
    told = subject_after(passage, cue[1] - 1, end, fronted=True)
    end_of_told = told[1] + (low[index] != "reference") if told is not None else 0
    if told is None or not _can_tell(passage, told) or not _SHOWING.isdisjoint(low[index:end_of_told]):
        return None
    own = [d for d in drafts if d.verb != index and d.source is not None and start <= d.verb < end]
    reporter = next((d for d in reversed(own) if d.verb < index), next((d for d in own if d.verb > index), None))
    if reporter is None or reporter.verb > index + 25:
        return None
    content = [part for part in reporter.content if part[1] <= index or part[0] >= told[1]]
    content += [(a, cue[0]) for a, b in reporter.content if a < cue[0] < b]
    return Draft("citing", [cue], told, content, index) if content else None


def _can_tell(passage: Passage, source: Range) -> bool:
    """Tell whether a phrase names somebody or something that tells: a person, a body, a document, an outlet."""
    head = head_noun(passage, source)
    if head in documents() and passage.low[source[0]] == "the" and not passage.is_capital(source[1] - 1):
        return False
    if head in acting_bodies() or head in documents() or head in media() or head in office_heads():
        return True
    if passage.is_capital(source[1] - 1) and not (media() | acting_bodies()).isdisjoint(passage.low[slice(*source)]):
        return True  # «the news agency KCNA»
    return head in words("tellers") or all(passage.is_capital(i) for i in range(*source) if len(passage.low[i]) > 3)
