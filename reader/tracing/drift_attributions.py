"""Drift of attributions: who is said to have said it — changed, put in or left out — and credits that were dropped.

Rests on the attributions of the analysis. Sources are compared by the words of their names; a pronoun stands for
whoever spoke before, so that it neither keeps nor changes a source.
"""

import re
from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.model.claim import Attribution
from reader.text.shingles import split_words
from reader.text.spans import Span, hull
from reader.tracing.alignment import Alignment, content_stems
from reader.tracing.changes import Side, make_drift
from reader.tracing.identity import outlet_key
from reader.tracing.sources import TEXT_RELATIONS

_COUNTERPART = 0.22
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "that", "this", "his", "her", "their", "one", "another"]
)
_FACELESS = re.compile(
    r"\b(?:observers?|sources?|analysts?|experts?|reports?|media|people|some|many|critics|others|commentators|insiders)\b",
    re.IGNORECASE,
)
"""Sources that name nobody: a named source that becomes one of these is lost, not changed."""
_TOLD = re.compile(r"\b(?:told|tells|informed)\s+(?:the\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """One attribution with its sentence."""

    attribution: Attribution
    sentence: int
    span: Span
    """Source and cue, as far as they stand together."""
    source: Span | None
    stems: frozenset[str]
    """Stems of the source's words; empty for a pronoun or no source."""


def find_attribution_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the attributions that changed between counterparts, and the credits that ``b`` leaves out."""
    theirs = _read(a, alignment.a_spans)
    ours = _read(b, alignment.b_spans)
    found = _told_outlet(a, b, theirs, ours, alignment)
    settled = {d.a_span for d in found}
    for said in theirs:
        if said.stems and said.span not in settled:
            found += _lost(a, b, said, ours, alignment)
    changed = {d.b_span for d in found}
    for said in ours:
        if said.stems and said.span not in changed:
            found += _gained(a, b, said, theirs, alignment)
    return found + _credits_dropped(a, b)


def _read(side: Side, sentences: list[Span]) -> list[_Said]:
    found = []
    for attribution in side.document.analysis.attributions:
        parts = [*(attribution.source or ()), *attribution.cue]
        if not parts:
            continue
        whole = hull(parts)
        index = next((i for i, s in enumerate(sentences) if s.start <= whole.start < s.end), None)
        if index is None:
            continue
        source = hull(attribution.source) if attribution.source else None
        words = source.of(side.text) if source else ""
        stems = content_stems(words) if words and not set(split_words(words)) <= _PRONOUNS else frozenset()
        found.append(_Said(attribution, index, whole if whole.length < 200 else parts[0], source, stems))
    return found


def _counterparts(alignment: Alignment, index: int) -> list[int]:
    similar = alignment.counterparts_of_a(index, _COUNTERPART)
    return similar[:2]


def _same_source(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other)


def _lost(a: Side, b: Side, said: _Said, ours: list[_Said], alignment: Alignment) -> list[Drift]:
    """Return what became of one attribution of ``a``: nothing, another source, or none."""
    others = _counterparts(alignment, said.sentence)
    if not others:
        return _outlet_lost(a, b, said)
    if any(_mentions(alignment, b, j, said.stems) for j in others):
        return []
    here = [o for o in ours if o.sentence == others[0]]
    if any(not o.stems and o.source for o in here):
        return []
    named = [o for o in here if o.stems]
    if not named:
        return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, alignment.b_spans[others[0]])]
    if _is_faceless(b.text, named[0]) and not _is_faceless(a.text, said):
        return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, named[0].span)]
    free = [o for o in named if not _is_known(o, said.sentence, alignment)]
    if not free:
        return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, None)]
    return [make_drift(a, b, DriftType.ATTRIBUTION_CHANGED, said.span, free[0].span)]


def _mentions(alignment: Alignment, b: Side, index: int, stems: frozenset[str]) -> bool:
    del b
    return bool(stems & alignment.b_stems[index])


def _is_known(said: _Said, sentence: int, alignment: Alignment) -> bool:
    """Tell whether the source of an attribution of ``b`` is named in a sentence of ``a``."""
    return bool(said.stems & alignment.a_stems[sentence])


def _is_faceless(text: str, said: _Said) -> bool:
    words = said.source.of(text) if said.source else ""
    return bool(_FACELESS.search(words)) and not re.search(r"(?<!^)\b[A-Z]", words)


def _outlet_lost(a: Side, b: Side, said: _Said) -> list[Drift]:
    """Return the loss of an outlet or report that ``b`` names nowhere, though the sentence has no counterpart."""
    words = said.source.of(a.text) if said.source else ""
    outlets = {outlet_key(c.outlet) for c in a.document.credits}
    is_outlet = outlet_key(words) in outlets or re.search(r"\breport\b", words)
    if not is_outlet or any(s in content_stems(b.text) for s in said.stems):
        return []
    return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, None)]


def _gained(a: Side, b: Side, said: _Said, theirs: list[_Said], alignment: Alignment) -> list[Drift]:
    others = alignment.counterparts_of_b(said.sentence, _COUNTERPART)[:2]
    if not others or any(said.stems & alignment.a_stems[i] for i in others):
        return []
    there = [t for t in theirs if t.sentence in others]
    if any(not t.stems and t.source for t in there):
        return []
    return [make_drift(a, b, DriftType.ATTRIBUTION_ADDED, alignment.a_spans[others[0]], said.span)]


def _told_outlet(a: Side, b: Side, theirs: list[_Said], ours: list[_Said], alignment: Alignment) -> list[Drift]:
    """Find reports on what somebody said that became words told to the outlet.

    «The Post reported that officials said X» is not «officials told the Post X».
    """
    found = []
    outlets = {outlet_key(c.outlet): c.outlet for c in a.document.credits}
    for said in ours:
        told = _TOLD.search(b.text, said.span.start, alignment.b_spans[said.sentence].end)
        if told is None:
            continue
        name = next((n for n in outlets.values() if b.text[told.end() :].casefold().startswith(n.casefold())), None)
        if name is None:
            continue
        stems = content_stems(name)
        for there in theirs:
            near = alignment.matrix[there.sentence][said.sentence] >= _COUNTERPART
            if near and stems <= there.stems and not _TOLD.search(a.text, *alignment.a_spans[there.sentence]):
                span = Span(said.span.start, min(len(b.text), told.end() + len(name)))
                found.append(make_drift(a, b, DriftType.ATTRIBUTION_CHANGED, there.span, span))
                break
    return found


def _credits_dropped(a: Side, b: Side) -> list[Drift]:
    """Return the credits for the text itself whose outlet ``b`` neither credits nor names."""
    kept = {outlet_key(c.outlet) for c in b.document.credits} | {outlet_key(b.article.outlet)}
    found: dict[str, Drift] = {}
    for credit in a.document.credits:
        key = outlet_key(credit.outlet)
        if credit.where != "text" or credit.relation not in TEXT_RELATIONS or key in kept | set(found):
            continue
        if credit.outlet.casefold() not in b.text.casefold():
            found[key] = make_drift(a, b, DriftType.CREDIT_DROPPED, credit.span, None)
    return list(found.values())
