"""Attributions of one passage: the conductor over the groups of rules."""

from functools import cache

from reader.analysis.clauses.reading import Unit
from reader.analysis.draft import Draft, Range
from reader.analysis.rules.according_to import read_according_to, read_in_words
from reader.analysis.rules.denials import read_said_beside
from reader.analysis.rules.gapped import split_gapped
from reader.analysis.rules.hedges import read_hedge
from reader.analysis.rules.inner import find_inner
from reader.analysis.rules.noun_cues import read_noun_cue
from reader.analysis.rules.passive import read_passive
from reader.analysis.rules.quoted import QUOTING, read_quoted, read_quoting
from reader.analysis.rules.referring import read_referring
from reader.analysis.rules.relays import read_relay
from reader.analysis.rules.said import read_said
from reader.analysis.rules.uncovered import find_uncovered
from reader.analysis.tokens import Passage
from reader.lexicon.cues import cue_verbs, words


@cache
def _triggers() -> frozenset[str]:
    """Return all words that can make an attribution."""
    return frozenset(cue_verbs()) | words("hedges rumours claim_nouns") | {"according", "per", "words", "reference"}


def units_of(passage: Passage) -> list[Range]:
    """Return the sentences as token ranges, those that end inside a quotation joined with what follows."""
    if not passage.quotations:
        return [unit for unit in passage.sentences if unit[0] < unit[1]]
    units: list[Range] = []
    open_start: int | None = None
    for start, end in passage.sentences:
        begin = start if open_start is None else open_start
        quote = passage.quote_of[end - 1] if end > start else -1
        if quote >= 0 and passage.quotations[quote][1] > end:
            open_start = begin
            continue
        open_start = None
        if end > begin:
            units.append((begin, end))
    if open_start is not None and passage.sentences[-1][1] > open_start:
        units.append((open_start, passage.sentences[-1][1]))
    return units


def find_drafts(passage: Passage) -> list[Draft]:
    """Return all attributions of one passage, in the order of their cues, those inside quotations behind them."""
    found = _find_said(passage)
    if not passage.quotations:
        return found
    return [*found, *find_inner(passage, _find_said), *find_uncovered(passage, found)]


def _find_said(passage: Passage) -> list[Draft]:
    """Return the attributions whose cue stands outside quotation marks."""
    candidates = passage.places_of(_triggers())
    if passage.quotations:
        candidates = [i for i in candidates if passage.quote_of[i] < 0]
    if not candidates:
        return []
    units = units_of(passage)
    drafts: list[Draft] = []
    said: list[Draft] = []
    relays: list[tuple[Unit, int]] = []
    unit = Unit(passage, units, 0, *units[0])
    for index in candidates:
        if unit.end <= index:
            number = next((n for n in range(unit.number + 1, len(units)) if units[n][1] > index), None)
            if number is None:
                break
            unit, said = Unit(passage, units, number, *units[number]), []
        if passage.low[index] in _RELAYING:
            relays.append((unit, index))
        draft = _read(unit, index, said)
        if draft is None:
            continue
        weak = draft.rule in _WEAK and draft.source is not None
        if not (weak and (_is_inside(draft, said) or _is_tail(draft, drafts))):
            drafts.append(draft)
    for unit, index in relays[:_MOST_RELAYS]:
        _relay(unit, index, drafts)
    if not drafts:
        return drafts
    drafts += [draft for told in drafts if (draft := split_gapped(passage, told)) is not None]
    drafts += [draft for told in drafts if (draft := read_said_beside(passage, told)) is not None]
    return [draft for draft in drafts if draft.tidy()]


def _relay(unit: Unit, index: int, drafts: list[Draft]) -> None:
    """Put the attribution to whom a reporter cites in the place of one about the citing."""
    near = [d for d in drafts if unit.start <= d.verb < unit.end]
    draft = read_relay(unit.passage, unit.start, unit.end, index, near[-_MEMORY:])
    if draft is not None:
        drafts[:] = [d for d in drafts if d.verb != index]
        drafts.append(draft)


_MOST_RELAYS = 40
"""Cited sources of one paragraph that are looked at: keeps the whole linear."""
_RELAYING = frozenset({"citing", "quoting", "reference", "cited", "cites", "quoted", "quotes"})
_WEAK = frozenset({"noun-cue", "passive-by"})
"""Rules that are not believed inside what a verb already attributes."""


_MEMORY = 12
"""Earlier attributions of a sentence that a further one looks at: keeps the whole linear."""


def _is_inside(draft: Draft, said: list[Draft]) -> bool:
    return any(start <= draft.verb < end for outer in said[-_MEMORY:] for start, end in outer.content)


def _is_tail(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a content is the end of what a noun claims («Brill's claim that C was rejected by Orlo»)."""
    claims = (claim for claim in drafts[-_MEMORY:] if claim.rule == "noun-cue" and claim is not draft)
    return any(claim.content[-1][1] == draft.content[-1][1] for claim in claims)


def _read(unit: Unit, index: int, said: list[Draft]) -> Draft | None:
    passage, start, end = unit.passage, unit.start, unit.end
    word = passage.low[index]
    cue = cue_verbs().get(word)
    if cue is not None:
        draft = read_quoting(passage, start, end, index) if word in QUOTING else None
        draft = draft or read_referring(passage, start, end, index, cue)
        if draft is None and "hearsay" not in cue.takes:
            draft = read_said(unit, index, cue, said[-_MEMORY:])
        draft = draft or read_quoted(passage, start, end, index) or read_passive(passage, start, end, index)
        if draft is not None:
            said.append(draft)
            return draft
    if word == "words":
        return read_in_words(passage, start, end, index)
    if word in {"according", "per"}:
        return read_according_to(passage, start, end, index)
    if word in words("hedges rumours"):
        return read_hedge(passage, start, end, index)
    if word in words("claim_nouns"):
        return read_noun_cue(passage, start, end, index)
    return None
