"""Drift of quotations: words changed inside the marks, quotations dropped or turned into paraphrase.

A quotation is looked for in the run of all that the other text has in quotation marks, so that one split by «he said»
is found again where it is given whole, and the other way round. What a quotation merely leaves out at its ends, or at
marks of omission, is no change; words in brackets are an editor's and are not compared. A sentence that is cut and
closed as if it were whole is told as cut; of a quotation that is kept in part, each sentence that is gone as dropped.
What is told of the earlier text is always the sentence it printed, whole.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.numbers import read_number_words
from reader.text.quotations import Quotation
from reader.text.sentences import split_sentences
from reader.text.shingles import find_words
from reader.text.spans import Span, hull, trim
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.reuse.alignment import ALIGNED, Alignment, content_stems
from reader.tracing.reuse.reading import Reading

LEAST_WORDS = 4
"""Shorter quotations are single expressions, not statements."""
MOST_QUOTATIONS = 80
"""Quotations of one text that are compared; an interview of a book's length has more."""
_FOUND = 0.55
"""Share of a quotation's words that its counterpart must have in the same order."""
_PLAIN_WORDS = 6
_PLAIN_SHARE = 0.75
"""Words, and share of the words, that a statement in the commonest words must have in the same order."""
_EXPRESSION = 7
"""Words up to which a quotation may be too short to be known again by its words alone."""
_DROPPED_WORDS = 5
_OMISSION = re.compile(r"\[[^\]\n]{0,80}\]|^[^\[\]\n]{1,80}\]|\.(?:\s?\.){2,}|…")
"""Marks of an omission, and what an editor put in; a quotation may begin inside a bracket."""
_ENDS = frozenset(".,;:!?…—–-")
_PARAPHRASED = 0.4
"""Share of a quotation's own words, by weight, that a sentence must have to be its paraphrase."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    """The words of all quotations of one article, in order."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    places: Mapping[str, Sequence[int]]
    """Word -> the indices at which it stands."""
    quotations: tuple[tuple[Quotation, int, int], ...]
    """Each with the index of its first word and behind its last."""
    cuts: frozenset[int]
    """Indices of words before which something is marked as left out."""
    open_ends: frozenset[int]
    """Indices of first words that do not begin a sentence, and those behind last ones that end none."""

    def are_one(self, first: Span, second: Span) -> bool:
        """Tell whether two stretches follow each other in one quotation."""
        whole = (Span(start, end) for _, start, end in self.quotations)
        return first.end == second.start and any(q.contains(first) and q.contains(second) for q in whole)

    def find(self, words: Sequence[str]) -> Span | None:
        """Return the first place in which the words stand just so, as indices."""
        length = len(words)
        for at in self.places.get(words[0], ()):
            if self.words[at : at + length] == tuple(words):
                return Span(at, at + length)
        return None


def _read(reading: Reading) -> _Quoted:
    article = reading.article
    words: list[str] = []
    spans: list[Span] = []
    quotations = []
    cuts: set[int] = set()
    open_ends: set[int] = set()
    for quotation in reading.quotations:
        if quotation.depth:
            continue
        found, omitted = _own_words(article.text, quotation.inner)
        cuts.update(len(words) + index for index in omitted)
        inner = quotation.inner.of(article.text)
        if inner[:1].islower():
            open_ends.add(len(words))
        if inner and inner[-1] not in _ENDS:
            open_ends.add(len(words) + len(found))
        quotations.append((quotation, len(words), len(words) + len(found)))
        words += [w for w, _ in found]
        spans += [s for _, s in found]
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        places.setdefault(word, []).append(index)
    kept = tuple(quotations[:MOST_QUOTATIONS])
    return _Quoted(tuple(words), tuple(spans), places, kept, frozenset(cuts), frozenset(open_ends))


def _sentences(reading: Reading) -> tuple[Span, ...]:
    """Return the sentences of all quotations as indices of words, for ``Reading.once``."""
    quoted = reading.once(_read)
    found = []
    for quotation, first, last in quoted.quotations:
        start = first
        for sentence in split_sentences(reading.text, *quotation.inner):
            end = start + sum(span.start < sentence.end for span in quoted.spans[start:last])
            if end > start:
                found.append(Span(start, end))
            start = end
    return tuple(found)


def _whole(side: Side, stretch: Span) -> Span:
    """Return a stretch with all of the sentences that it has words of, as indices within their quotations."""
    around = [sentence for sentence in side.reading.once(_sentences) if sentence.overlaps(stretch)]
    return hull([stretch, *around])


def _own_words(text: str, inner: Span) -> tuple[list[tuple[str, Span]], list[int]]:
    """Return the speaker's words of a quotation, and the indices of those before which something was left out."""
    marks = [Span(inner.start + m.start(), inner.start + m.end()) for m in _OMISSION.finditer(inner.of(text))]
    found = [
        (word, span)
        for word, span in find_words(text, inner.start, inner.end)
        if not (word == "s" and text[span.start - 1] == "´") and not any(mark.contains(span) for mark in marks)
    ]
    return found, [sum(span.start < mark.start for _, span in found) for mark in marks]


def find_quote_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the changed, dropped and paraphrased quotations."""
    found = {here: there for there, here in (*_expressions(a, b, alignment), *_found_again(a, b))}
    pairs = [(found[here], here) for here in sorted(found)]
    return [*_changed_ones(a, b, pairs), *_cut_short(a, b, pairs), *_dropped(a, b, pairs, alignment)]


def find_changed_quotations(a: Side, b: Side) -> list[Drift]:
    """Return the changed quotations only; no alignment is needed for them."""
    return _changed_ones(a, b, _found_again(a, b))


def _found_again(a: Side, b: Side) -> list[tuple[Span, Span]]:
    """Return the quotations of ``b`` that ``a`` has too, changed or not: (there, here) as indices of words."""
    theirs, ours = a.reading.once(_read), b.reading.once(_read)
    found = []
    for _, first, last in ours.quotations:
        if last - first >= LEAST_WORDS and (match := _locate(ours.words[first:last], theirs)) is not None:
            found.append((match, Span(first, last)))
    return found


def _changed_ones(a: Side, b: Side, found: Sequence[tuple[Span, Span]]) -> list[Drift]:
    theirs, ours = a.reading.once(_read), b.reading.once(_read)
    changed = [(there, here) for there, here in found if _changed(ours, here, theirs, there)]
    return [
        make_drift(a, b, DriftType.QUOTE, hull(theirs.spans[slice(*_whole(a, there))]), hull(ours.spans[slice(*here)]))
        for there, here in _whole_statements(changed, theirs)
    ]


def _whole_statements(changed: Sequence[tuple[Span, Span]], theirs: _Quoted) -> list[tuple[Span, Span]]:
    """Return changes, as indices, with the halves of one quotation that the speaker's tag now parts made one."""
    found: list[tuple[Span, Span]] = []
    for there, here in changed:
        before = found[-1] if found else None
        if before and before[1].end == here.start and theirs.are_one(before[0], there):
            found[-1] = (Span(before[0].start, there.end), Span(before[1].start, here.end))
        else:
            found.append((there, here))
    return found


def _expressions(a: Side, b: Side, alignment: Alignment) -> list[tuple[Span, Span]]:
    """Return the short quotations that ``a`` has with a word more, less or changed, as indices.

    They are too short to be known by their words alone, so that their sentences must say the same; the words at both
    ends stay («never been informed», «never informed»).
    """
    theirs, ours = a.reading.once(_read), b.reading.once(_read)
    found = []
    for _, start, end in ours.quotations:
        words = ours.words[start:end]
        if not 1 < len(words) <= _EXPRESSION or theirs.find(words):
            continue
        for _, first, last in theirs.quotations:
            near = _is_one_word_off(words, theirs.words[first:last])
            if near and alignment.similarity(theirs.spans[first], ours.spans[start]) >= ALIGNED:
                found.append((Span(first, last), Span(start, end)))
                break
    return found


def _is_one_word_off(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two expressions differ in one word within them, and share one that carries meaning."""
    if abs(len(words) - len(others)) > 1 or words[0] != others[0] or words[-1] != others[-1]:
        return False
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks) == max(len(words), len(others)) - 1 and not COMMON_WORDS.issuperset(
        {*words} & {*others}
    )


def _locate(words: Sequence[str], quoted: _Quoted) -> Span | None:
    """Return the stretch of the quoted words (as indices) that has most of ``words`` in order, None if none has."""
    exact = quoted.find(words)
    if exact is not None:
        return exact
    needed = _FOUND * len(words)
    best: tuple[int, Span] | None = None
    for index, (_, first, _) in enumerate(quoted.quotations):
        # up to three quotations in a row: a statement that «he said» parts
        for _, _, last in quoted.quotations[index : index + 3]:
            window = frozenset(quoted.words[first:last])
            if sum(w in window for w in words) < needed:
                continue
            span = _fit(words, quoted.words, first, last)
            if span and (best is None or span[0] > best[0]):
                best = span
    return best[1] if best else None


def _fit(words: Sequence[str], stream: Sequence[str], first: int, last: int) -> tuple[int, Span] | None:
    matcher = SequenceMatcher(None, words, stream[first:last], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    matched = sum(b.size for b in blocks)
    content = sum(1 for b in blocks for w in words[b.a : b.a + b.size] if w not in COMMON_WORDS)
    plain = matched >= _PLAIN_WORDS and matched >= _PLAIN_SHARE * len(words)
    if matched < max(3, _FOUND * len(words)) or (content < 2 and not plain):
        return None
    start, end = first + blocks[0].b, first + blocks[-1].b + blocks[-1].size
    if end - start > 2.2 * len(words) + 6:
        return None
    # a changed word at either end belongs to the statement too
    start = max(first, start - blocks[0].a)
    end = min(last, end + len(words) - blocks[-1].a - blocks[-1].size)
    return 10 * matched - (end - start), Span(start, end)


def _changed(ours: _Quoted, here: Span, theirs: _Quoted, there: Span) -> bool:
    """Tell whether words were exchanged, put in or left out inside a statement; both stretches are indices of words."""
    words, source = ours.words[here.start : here.end], theirs.words[there.start : there.end]
    if _joined(words) == _joined(source):
        return False
    matcher = SequenceMatcher(None, source, words, autojunk=False)
    operations = matcher.get_opcodes()
    while operations and _is_cut(operations[0], theirs, there.start):
        operations = operations[1:]
    while operations and _is_cut(operations[-1], theirs, there.end):
        operations = operations[:-1]
    return any(
        tag != "equal"
        and not (tag == "delete" and here.start + k in ours.cuts)
        and not (tag == "insert" and there.start + i in theirs.cuts)
        and _joined(source[i:j]) != _joined(words[k:m])
        for tag, i, j, k, m in operations
    )


def _is_cut(operation: tuple[str, int, int, int, int], theirs: _Quoted, end: int) -> bool:
    """Tell whether what differs at one end of a statement is only that one text quotes more of it."""
    return operation[0] == "delete" or (operation[0] == "insert" and end in theirs.open_ends)


def _joined(words: Sequence[str]) -> str:
    """Return words without what hyphens part, figures for number words."""
    values = (read_number_words(w) if w != "a" else None for w in words)
    return "".join(w if v is None else f"{v:g}" for w, v in zip(words, values, strict=True))


def _cut_short(a: Side, b: Side, found: Sequence[tuple[Span, Span]]) -> list[Drift]:
    """Return the sentences of which ``b`` quotes a part in the same words, and closes it as if it were the whole."""
    theirs, ours = a.reading.once(_read), b.reading.once(_read)
    kept = {index for there, _ in found for index in range(*there)}
    cut = []
    for there, here in found:
        if _changed(ours, here, theirs, there):
            continue
        whole = _whole(a, there)
        behind, before = Span(there.end, whole.end), Span(whole.start, there.start)
        ends = _is_lost(behind, kept) and here.end not in ours.open_ends | ours.cuts
        goes_on = ours.words[here.end : here.end + behind.length] == theirs.words[slice(*behind)]
        begins = _is_lost(before, kept) and here.start not in ours.open_ends | ours.cuts
        tells = not COMMON_WORDS.issuperset(theirs.words[slice(*before)])
        if (ends and not goes_on) or (begins and tells):
            spans = hull(theirs.spans[slice(*whole)]), hull(ours.spans[slice(*here)])
            cut.append(make_drift(a, b, DriftType.QUOTE_CUT, *spans))
    return cut


def _is_lost(rest: Span, kept: Set[int]) -> bool:
    """Tell whether there are words in a rest, and none of them stands in another quotation."""
    return rest.length > 0 and kept.isdisjoint(range(*rest))


def _dropped(a: Side, b: Side, again: Sequence[tuple[Span, Span]], alignment: Alignment) -> list[Drift]:
    """Return the quotations of which ``b`` has nothing, and the sentences that are gone of those it has in part."""
    theirs, ours = a.reading.once(_read), b.reading.once(_read)
    kept = {index for there, _ in again for index in range(*there)}
    found = []
    for quotation, first, last in theirs.quotations:
        whole = Span(first, last)
        if kept.isdisjoint(range(*whole)):
            gone = [(whole, quotation.inner)]
        else:
            inside = [s for s in a.reading.once(_sentences) if whole.contains(s) and kept.isdisjoint(range(*s))]
            gone = [(s, hull(theirs.spans[slice(*s)])) for s in inside]
        for words, place in gone:
            if words.length >= _DROPPED_WORDS and not _locate(theirs.words[slice(*words)], ours):
                found.append(_told_otherwise(a, b, trim(a.text, place, " ,;"), alignment))
    return found


def _told_otherwise(a: Side, b: Side, statement: Span, alignment: Alignment) -> Drift:
    """Return what became of a statement that is quoted no more: it is told in other words, or dropped."""
    stems = content_stems(statement.of(a.text))
    told = max(
        range(len(alignment.b_stems)), key=lambda j: alignment.contained(stems, alignment.b_stems[j]), default=-1
    )
    if told >= 0 and alignment.contained(stems, alignment.b_stems[told]) >= _PARAPHRASED:
        return make_drift(a, b, DriftType.QUOTE_TO_PARAPHRASE, statement, alignment.b_spans[told])
    return make_drift(a, b, DriftType.QUOTE_DROPPED, statement, None)
