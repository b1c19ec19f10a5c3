"""Drift of attributions: who is said to have said it — changed, made anonymous, put in or left out — and lost credits.

Rests on the attributions of the analysis. Sources are compared by the words of their names, outlets by their whole name
(«observers» are not the Observer); a pronoun stands for whoever spoke before, so that it neither keeps nor changes a
source. One that is named becomes another, or nameless; two nameless ones are others only if the lexicon knows them for
different people: «officials» and «commanders» may be the same. Each such change is told once, at its first place.
"""

import re
from collections.abc import Iterable

from reader.lexicon.speakers import are_other_people
from reader.model.chain import Drift, DriftType, Relation
from reader.text.shingles import split_words
from reader.text.spans import Span
from reader.tracing.drift.changes import Side, make_drift, quoted_spans
from reader.tracing.drift.offices import office_words
from reader.tracing.drift.said import Said, credited_outlets, is_mentioned, read_said
from reader.tracing.identity import is_short_form, outlet_key
from reader.tracing.reuse.alignment import Alignment, content_stems
from reader.tracing.reuse.spelling import plain_letters

_COUNTERPART = 0.22
_TOLD_AGAIN = 0.2
"""Share of what is attributed, by weight, that a counterpart must have, if the attribution is to be missed there."""
_FACELESS = re.compile(
    r"\b(?:observers?|sources?|analysts?|experts?|reports?|people|some|many|critics|others|commentators|insiders)\b",
    re.IGNORECASE,
)
"""Sources that name nobody: a named source that becomes one of these is lost, not changed."""
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
_WHOLE_TEXT = (Relation.WIRE, Relation.REPUBLISHED_FROM)
_PREFIX = 4
"""Words before an outlet's name in a source («the weekly magazine Quay»)."""
_HEARER_NEAR = 40
"""Characters behind «told» in which the hearer stands."""
_TOLD = re.compile(r"\b(?:told|tells|informed)\s+(?:the\s+)?", re.IGNORECASE)
_TOLD_NAME = re.compile(
    r"\b(?:told|tells|informed)\s+(?:the\s+)?(?P<name>[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w’'.-]*)*)"
)
_HEARER = re.compile(
    r"\b(?:told|tells|informed)\s+(?:an?|local)\s(?:\w+\s){0,2}?"
    r"(?:reporters?|journalists?|(?:news)?papers?|media|press|agency|magazine|broadcaster|station)\b",
    re.IGNORECASE,
)
"""Words told to somebody of the press who is not named."""


def find_attribution_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the attributions that changed between counterparts, and the credits that ``b`` leaves out."""
    theirs = read_said(a, alignment.a_spans)
    ours = read_said(b, alignment.b_spans)
    found = _told_outlet(a, b, theirs, ours, alignment) + _hearers_lost(a, b, theirs, ours, alignment)
    settled = {d.a_span for d in found}
    for said in theirs:
        told = said.stems and said.span not in settled and not said.is_denied
        if told and said.sentence not in alignment.a_kept:
            found += _lost(a, b, said, theirs, ours, alignment)
    changed = {d.b_span for d in found}
    for said in ours:
        told = said.stems and said.span not in changed and not said.is_denied
        if told and said.sentence not in alignment.b_kept:
            found += _gained(a, b, said, theirs, ours, alignment)
    found = list({(d.type, _who(theirs, d.a_span), _who(ours, d.b_span)): d for d in reversed(found)}.values())[::-1]
    found = _once_by_name(found, theirs)
    return found + _credits_dropped(a, b, found)


def _once_by_name(found: Iterable[Drift], theirs: Iterable[Said]) -> list[Drift]:
    """Return changes without the loss of a nameless source that is told of the same one by name.

    A headline has «minister admits», the text below it «Water Minister Ada Orlo said».
    """
    said_at = {said.span: said for said in theirs}
    lost = [(d, said_at.get(d.a_span) if d.a_span else None) for d in found]
    named = [said.stems for d, said in lost if said and said.names and d.type is DriftType.ATTRIBUTION_DROPPED]
    return [
        d
        for d, said in lost
        if d.type is not DriftType.ATTRIBUTION_DROPPED or not said or not any(said.stems < stems for stems in named)
    ]


def _who(said: Iterable[Said], span: Span | None) -> object:
    """Return the words of the source that a change tells of; where it is none of them, its place."""
    return next((one.words for one in said if one.span == span and one.words), span)


def _saying(said: Iterable[Said], index: int, sentence: Span) -> list[Said]:
    """Return the attributions that stand in a sentence, then those by which most of it is attributed."""
    found, around = [], []
    for one in said:
        if one.sentence == index:
            found.append(one)
        elif sum(_common(span, sentence) for span in one.content) * 2 > sentence.length:
            around.append(one)
    return found + around


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _lost(a: Side, b: Side, said: Said, theirs: list[Said], ours: list[Said], alignment: Alignment) -> list[Drift]:
    """Return what became of one attribution of ``a``: nothing, another source, or none."""
    row = alignment.matrix[said.sentence]
    counterparts = alignment.counterparts_of_a(said.sentence, _COUNTERPART)[:2]
    others = [j for j in counterparts if j not in alignment.b_kept and _is_told(said, alignment.b_stems[j], alignment)]
    if not others:
        return _outlet_lost(a, b, said)
    near = [j for j in others if row[j] >= _NEARLY_BEST * row[others[0]]]
    if any(is_mentioned(said, b.text, alignment.b_spans[j]) for j in near):
        return []
    here = _saying(ours, others[0], alignment.b_spans[others[0]])
    if any(said.is_same(o) for o in here):
        return []
    if _PAPER.search(_words(a, said)):
        return []  # an outlet that was named before: its loss is told with its name
    dropped = DriftType.OUTLET_DROPPED if said.is_outlet else DriftType.ATTRIBUTION_DROPPED
    named = [o for o in here if o.stems]
    if not named:
        return [make_drift(a, b, dropped, said.span, alignment.b_spans[others[0]])]
    if _is_faceless(b.text, named[0]) and not _is_faceless(a.text, said):
        return [make_drift(a, b, dropped, said.span, named[0].span)]
    there = _saying(theirs, said.sentence, alignment.a_spans[said.sentence])
    free = [o for o in named if not _is_origin(a, b, o) and not any(o.is_same(t) for t in there if t is not said)]
    if not free:
        return [make_drift(a, b, dropped, said.span, None)]
    kind = _change(a, b, said, free[0])
    return [make_drift(a, b, kind, said.span, free[0].span)] if kind else []


def _is_told(said: Said, stems: frozenset[str], alignment: Alignment) -> bool:
    """Tell whether a sentence of the other text tells what is attributed, and not only of the same matter."""
    return alignment.contained(said.matter, stems) >= _TOLD_AGAIN


def _change(a: Side, b: Side, said: Said, other: Said) -> DriftType | None:
    """Return how one source differs from another; None where they may be the same people in other words.

    Somebody whom the later text names elsewhere is not made anonymous.
    """
    if _is_by_office(a, b, said, other) or _is_by_office(a, b, other, said):
        return None
    if are_other_people(said.head, other.head) or (said.names and other.names):
        return DriftType.ATTRIBUTION_CHANGED
    if not said.names or is_mentioned(said, b.text, Span(0, len(b.text))):
        return None
    return DriftType.ANONYMISED


def _is_by_office(a: Side, b: Side, named: Said, described: Said) -> bool:
    """Tell whether one source is called by the office («the harbour secretary») that a text gives to the other."""
    words = {stem for stem in described.stems if len(stem) > 1}  # «U.S.» is none
    if not named.names or not words:
        return False
    return any(
        words <= content_stems(office_words(side, official))
        and named.names & {plain_letters(word) for word in split_words(official.full_name)}
        for side in (a, b)
        for official in side.document.analysis.officials
    )


def _is_origin(a: Side, b: Side, said: Said) -> bool:
    """Tell whether a source of ``b`` names where its text is from: the earlier outlet, or one that both go back to."""
    words = _words(b, said)
    if _PAPER.search(words):
        return True
    keys = {outlet_key(a.article.outlet), *credited_outlets(a)}
    keys |= {outlet_key(c.outlet) for c in b.document.credits if c.relation in _WHOLE_TEXT}
    return any(outlet_key(" ".join(words.split()[at:])) in keys for at in range(min(_PREFIX, len(words.split()))))


def _words(side: Side, said: Said) -> str:
    return said.source.of(side.text) if said.source else ""


def _is_faceless(text: str, said: Said) -> bool:
    words = said.source.of(text) if said.source else ""
    return bool(_FACELESS.search(words)) and not re.search(r"(?<!^)\b[A-Z]", words)


def _outlet_lost(a: Side, b: Side, said: Said) -> list[Drift]:
    """Return the loss of an outlet or report that ``b`` names nowhere, though the sentence has no counterpart."""
    words = _words(a, said)
    is_outlet = outlet_key(words) in credited_outlets(a) or re.search(r"\breport\b", words)
    if not is_outlet or any(s in content_stems(b.text) for s in said.stems):
        return []
    kind = DriftType.OUTLET_DROPPED if said.is_outlet else DriftType.ATTRIBUTION_DROPPED
    return [make_drift(a, b, kind, said.span, None)]


def _is_in_kept_quotation(a: Side, b: Side, said: Said) -> bool:
    """Tell whether a quoted speaker says so, in a quotation that ``a`` has too: a change in it is told as its own."""
    quoted = next((q for q in b.reading.once(quoted_spans) if q.contains(said.span)), None)
    if quoted is None:
        return False
    stems = content_stems(quoted.of(b.text))
    return any(len(stems & content_stems(q.of(a.text))) >= _KEPT * len(stems) for q in a.reading.once(quoted_spans))


def _gained(a: Side, b: Side, said: Said, theirs: list[Said], ours: list[Said], alignment: Alignment) -> list[Drift]:
    counterparts = alignment.counterparts_of_b(said.sentence, _COUNTERPART)[:2]
    others = [i for i in counterparts if i not in alignment.a_kept and _is_told(said, alignment.a_stems[i], alignment)]
    if not others or any(said.is_same(t) for t in theirs if t.sentence in others):
        return []
    there = _saying(theirs, others[0], alignment.a_spans[others[0]])
    beside = [o for o in ours if o.sentence == said.sentence and o is not said]
    end = alignment.b_spans[said.sentence].end
    told = Span(said.span.end, min(end, said.span.end + _HEARER_NEAR))
    if any(not any(t.is_same(o) for o in beside) and not (t.names and is_mentioned(t, b.text, told)) for t in there):
        return []  # it has a source already, which is neither another one of the sentence nor who is told
    if _is_in_kept_quotation(a, b, said) or _is_origin(a, b, said):
        return []
    words = _words(b, said).casefold()
    near = [alignment.a_spans[i] for i in others]
    if any(words in s.of(a.text).casefold() or (said.names and is_mentioned(said, a.text, s)) for s in near):
        return []
    return [make_drift(a, b, DriftType.ATTRIBUTION_ADDED, None, said.span)]


def _told_outlet(a: Side, b: Side, theirs: list[Said], ours: list[Said], alignment: Alignment) -> list[Drift]:
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


def _hearers_lost(a: Side, b: Side, theirs: list[Said], ours: list[Said], alignment: Alignment) -> list[Drift]:
    """Find words told to an outlet that is named, and further on to «a newspaper» or «reporters»."""
    found = []
    outlets = [*(c.outlet for c in a.document.credits), a.article.outlet]
    for said in ours:
        vague = _HEARER.search(b.text, said.span.start, alignment.b_spans[said.sentence].end)
        if vague is None:
            continue
        for there in theirs:
            told = _TOLD_NAME.search(a.text, there.span.start, alignment.a_spans[there.sentence].end)
            near = alignment.matrix[there.sentence][said.sentence] >= _COUNTERPART and there.is_same(said)
            to_outlet = told and any(_names_outlet(told["name"], outlet) for outlet in outlets)
            if told and to_outlet and (near or there.is_one_speaker(said)):
                spans = Span(there.span.start, told.end()), Span(said.span.start, vague.end())
                found.append(make_drift(a, b, DriftType.ANONYMISED, *spans))
                break
    return found


def _names_outlet(name: str, outlet: str) -> bool:
    """Tell whether a name is an outlet's, in full or short; its beginning alone is mostly that of the town."""
    key, whole = outlet_key(name), outlet_key(outlet)
    return bool(key) and (key == whole or (is_short_form(name, outlet) and not whole.startswith(key)))


def _credits_dropped(a: Side, b: Side, told: list[Drift]) -> list[Drift]:
    """Return the credits whose outlet ``b`` neither credits nor names, and whose loss is not told as a speaker's."""
    kept = credited_outlets(b) | {outlet_key(b.article.outlet)}
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
