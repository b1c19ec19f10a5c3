"""Drift of attributions: who is said to have said it — changed, put in or left out — and credits that were dropped.

Rests on the attributions of the analysis. Sources are compared by the words of their names, outlets by their whole name
(«observers» are not the Observer); a pronoun stands for whoever spoke before, so that it neither keeps nor changes a
source.
"""

import re
from dataclasses import dataclass

from reader.model.chain import Drift, DriftType
from reader.model.claim import Attribution
from reader.text.commonwords import COMMON_WORDS
from reader.text.quotations import find_quotations
from reader.text.shingles import fold_word, split_words
from reader.text.spans import Span, hull
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.drift.spelling import is_respelt, plain_letters
from reader.tracing.identity import outlet_key
from reader.tracing.reuse.alignment import Alignment, content_stems, stem
from reader.tracing.reuse.reading import Reading

_COUNTERPART = 0.22
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "i", "you", "who", "that", "this", "his", "her", "their", "one", "another"]
)
_FACELESS = re.compile(
    r"\b(?:observers?|sources?|analysts?|experts?|reports?|media|people|some|many|critics|others|commentators|insiders)\b",
    re.IGNORECASE,
)
"""Sources that name nobody: a named source that becomes one of these is lost, not changed."""
_HEAD_END = re.compile(r",|\s(?:of|for|from|at|in|with|who|which)\s")
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’']*")
_NATION = re.compile(r"(?:ian|ans?|ish|ese|ch|i)(?:[’']s)?$")
_PAPER = re.compile(
    r"\b(?:the|that|this)\s+(?:\w+\s)?(?:news)?(?:paper|agency|magazine|broadcaster|station|channel|outlet|(?:web)?site|"
    r"newsletter|programme|program)\Z",
    re.IGNORECASE,
)
"""Sources that stand for an outlet named before."""
_NEARLY_BEST = 0.8
"""Share of the best counterpart's similarity from which another sentence is one too."""
_KEPT = 0.6
"""Share of a quotation's words that one of the earlier text has, if it is to count as kept."""
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
    head: str
    """Stem of the word that names the source: «staff» of «Norland's General Staff», the last name of a person."""
    words: tuple[str, ...]
    """Folded words of the source."""
    names: frozenset[str]
    """Capitalised words of the source, without those of nations («Ukrainian»), accents off."""
    is_outlet: bool = False
    """Credited by name: it is never the common noun that its last word is."""

    def is_same(self, other: "_Said") -> bool:
        """Tell whether two sources may be one, or the other is a pronoun."""
        pronoun = other.source is not None and not other.stems
        if pronoun or self.words == other.words or self.names & other.names:
            return True
        if self.head == other.head and not self.is_outlet:
            return True
        return any(is_respelt(mine, theirs) for mine in self.names for theirs in other.names)


def find_attribution_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the attributions that changed between counterparts, and the credits that ``b`` leaves out."""
    theirs = _read(a, alignment.a_spans)
    ours = _read(b, alignment.b_spans)
    found = _told_outlet(a, b, theirs, ours, alignment)
    settled = {d.a_span for d in found}
    for said in theirs:
        if said.stems and said.span not in settled and said.sentence not in alignment.a_kept:
            found += _lost(a, b, said, ours, alignment)
    changed = {d.b_span for d in found}
    for said in ours:
        if said.stems and said.span not in changed and said.sentence not in alignment.b_kept:
            found += _gained(a, b, said, theirs, alignment)
    return found + _credits_dropped(a, b, found)


def _read(side: Side, sentences: list[Span]) -> list[_Said]:
    found = []
    outlets = _credited(side)
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
        whole = whole if whole.length < 200 else parts[0]
        head, names = (_head(words), _names(words)) if stems else ("", frozenset[str]())
        is_outlet = bool(names) and outlet_key(words) in outlets
        said = _Said(attribution, index, whole, source, stems, head, tuple(split_words(words)), names, is_outlet)
        found.append(said)
    return found


def _head(source: str) -> str:
    words = split_words(_HEAD_END.split(source, maxsplit=1)[0]) or split_words(source)
    return stem(words[-1]) if words else ""


def _names(words: str) -> frozenset[str]:
    capitals = [m.group() for m in _CAPITAL.finditer(words)]
    folded = frozenset(plain_letters(fold_word(w)) for w in capitals if not _NATION.search(w))
    return folded - COMMON_WORDS


def _lost(a: Side, b: Side, said: _Said, ours: list[_Said], alignment: Alignment) -> list[Drift]:
    """Return what became of one attribution of ``a``: nothing, another source, or none."""
    others = alignment.counterparts_of_a(said.sentence, _COUNTERPART)[:2]
    if not others:
        return _outlet_lost(a, b, said)
    row = alignment.matrix[said.sentence]
    near = [j for j in others if row[j] >= _NEARLY_BEST * row[others[0]]]
    if any(_is_mentioned(said, b.text, alignment.b_spans[j]) for j in near):
        return []
    here = [o for o in ours if o.sentence == others[0]]
    if any(said.is_same(o) for o in here):
        return []
    named = [o for o in here if o.stems]
    if not named:
        return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, alignment.b_spans[others[0]])]
    if _is_faceless(b.text, named[0]) and not _is_faceless(a.text, said):
        return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, named[0].span)]
    free = [o for o in named if not _is_mentioned(o, a.text, alignment.a_spans[said.sentence])]
    if not free:
        return [make_drift(a, b, DriftType.ATTRIBUTION_DROPPED, said.span, None)]
    return [make_drift(a, b, DriftType.ATTRIBUTION_CHANGED, said.span, free[0].span)]


def _is_mentioned(said: _Said, text: str, sentence: Span) -> bool:
    """Tell whether a sentence of the other text names a source by its head or by one of its names."""
    words = sentence.of(text)
    if said.names:
        if said.is_outlet:
            return bool(said.names & _names(words))
        return bool(said.names & {plain_letters(w) for w in split_words(words)})
    return said.head in content_stems(words)


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


def _is_in_kept_quotation(a: Side, b: Side, said: _Said) -> bool:
    """Tell whether a quoted speaker says so, in a quotation that ``a`` has too: a change in it is told as its own."""
    quoted = next((q for q in b.reading.once(_quoted) if q.contains(said.span)), None)
    if quoted is None:
        return False
    stems = content_stems(quoted.of(b.text))
    return any(len(stems & content_stems(q.of(a.text))) >= _KEPT * len(stems) for q in a.reading.once(_quoted))


def _quoted(reading: Reading) -> list[Span]:
    """Return what stands between quotation marks."""
    return [q.inner for q in find_quotations(reading.text)]


def _gained(a: Side, b: Side, said: _Said, theirs: list[_Said], alignment: Alignment) -> list[Drift]:
    others = alignment.counterparts_of_b(said.sentence, _COUNTERPART)[:2]
    if not others or any(said.is_same(t) for t in theirs if t.sentence in others):
        return []
    if _is_in_kept_quotation(a, b, said):
        return []
    words = said.source.of(b.text).casefold() if said.source else ""
    if _PAPER.search(words) or outlet_key(words) in {outlet_key(a.article.outlet), *_credited(a)}:
        return []  # names where the text is from
    there = [alignment.a_spans[i] for i in others]
    if any(words in s.of(a.text).casefold() or (said.names and _is_mentioned(said, a.text, s)) for s in there):
        return []
    return [make_drift(a, b, DriftType.ATTRIBUTION_ADDED, None, said.span)]


def _credited(side: Side) -> set[str]:
    return {outlet_key(credit.outlet) for credit in side.document.credits}


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


def _credits_dropped(a: Side, b: Side, told: list[Drift]) -> list[Drift]:
    """Return the credits whose outlet ``b`` neither credits nor names, and whose loss is not told as a speaker's."""
    kept = _credited(b) | {outlet_key(b.article.outlet)}
    found: dict[str, Drift] = {}
    for credit in a.document.credits:
        key = outlet_key(credit.outlet)
        if credit.where != "text" or credit.generic or key in kept | set(found):
            continue
        if any(d.a_span and d.a_span.overlaps(credit.span) for d in told):
            continue
        if plain_letters(credit.outlet.casefold()) not in plain_letters(b.text.casefold()):
            found[key] = make_drift(a, b, DriftType.CREDIT_DROPPED, credit.span, None)
    return list(found.values())
