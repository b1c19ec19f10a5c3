"""Drift of names: one name in two forms in the same place («Sasha» -> «Sascha», «Anna Brill» -> «Hannah Brill»).

A name of one text that the other lacks is compared with each name that only the other has; they are one if they are
two spellings (see ``spelling``) and stand in sentences that say the same, among the same words or beside the same name.
Beside one surname, another given name is a change too, unless it is a short form or an initial. Words that follow each
other in both texts make one change.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.lexicon.offices import given_names
from reader.model.chain import Drift, DriftType
from reader.text.commonwords import COMMON_WORDS
from reader.text.names import same_person
from reader.text.shingles import find_words
from reader.text.spans import Span
from reader.tracing.drift.changes import Side, make_drift
from reader.tracing.reuse.alignment import Alignment, stem
from reader.tracing.reuse.reading import Reading
from reader.tracing.reuse.spelling import (
    common_start,
    has_added_s,
    is_plainly_respelt,
    is_slip,
    plain_letters,
    respelt_words,
)

_LEAST_LETTERS = 3
_LEAST_JOINED = 5
_WINDOW = 4
_HANDLES = ("@", "#")
"""Marks before the name of an account or a tag."""
_LEAST_SIMILAR = 0.18
_SAME_SENTENCE = 0.3
"""Similarity of sentences in which one surname with two given names is one person."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One capitalised word in its place."""

    word: str
    span: Span
    sentence: int
    text: str
    words: Sequence[tuple[str, Span]]
    """All of its sentence."""
    at: int
    """Its index among them."""

    @property
    def around(self) -> frozenset[str]:
        """Stems of the words before and behind it."""
        near = (*self.words[max(0, self.at - _WINDOW) : self.at], *self.words[self.at + 1 : self.at + 1 + _WINDOW])
        return frozenset(stem(w) for w, _ in near if w not in COMMON_WORDS)

    @property
    def beside(self) -> frozenset[str]:
        """The capitalised words next to it: a first name, most often."""
        near = (*self.words[max(0, self.at - 1) : self.at], *self.words[self.at + 1 : self.at + 2])
        return frozenset(w for w, s in near if _is_name(self.text, w, s))

    @property
    def owns(self) -> bool:
        """Tell whether it has the mark of a possessive behind it («Keller’s»)."""
        return self.text[self.span.start : self.span.end + 2].endswith(("'s", "’s", "´s", "s'", "s’"))


_Names = dict[str, list[_Name]]
"""Folded word -> its places."""
_Found = tuple[_Name, _Name]
"""A name of ``a`` and what it is in ``b``."""


def find_name_drift(a: Side, b: Side, alignment: Alignment) -> list[Drift]:
    """Return the names that changed, each once, at its first place."""
    theirs, ours = a.reading.once(_names), b.reading.once(_names)
    lost = _by_word(n for n in theirs if n.word not in b.reading.vocabulary)
    gained = _by_word(n for n in ours if n.word not in a.reading.vocabulary)
    pairs = _respelt_names(lost, gained, alignment)
    people = _surnames(a) | _surnames(b)
    pairs |= _other_given_names(lost, gained, alignment, {*pairs, *pairs.values()}, people)
    found = [
        make_drift(a, b, DriftType.NAME, there, here) for there, here in _joined(pairs, theirs, ours, lost, gained)
    ]
    found += [make_drift(a, b, DriftType.NAME, *spans) for spans in _run_together(a.reading, gained)]
    found += [make_drift(a, b, DriftType.NAME, there, here) for here, there in _run_together(b.reading, lost)]
    return found + _changed_tails(a, b, theirs, alignment)


def _run_together(reading: Reading, names: _Names) -> list[tuple[Span, Span]]:
    """Return the two words that are one name of the other text («Wei-ting», «Weiting»), and that name; each once."""
    whole = {plain_letters(word): places[0].span for word, places in names.items() if len(word) >= _LEAST_JOINED}
    text, found = reading.text, dict[Span, Span]()
    for sentence in reading.compared if whole else ():
        for (first, start), (second, end) in pairwise(reading.words[sentence]):
            if end.start - start.end == 1 and text[start.start].isupper():
                name = whole.get(plain_letters(first + second))
                if name is not None:
                    found.setdefault(name, Span(start.start, end.end))
    return [(two, one) for one, two in found.items()]


def _respelt_names(lost: _Names, gained: _Names, alignment: Alignment) -> dict[str, str]:
    """Return new word -> old word of the names that were spelt in another way."""
    best: dict[str, tuple[float, str]] = {}
    for old, new in respelt_words(lost, gained):
        plainly = is_plainly_respelt(old, new)
        for there in lost[old]:
            for here in gained[new]:
                near = alignment.matrix[there.sentence][here.sentence]
                shared = len(there.around & here.around)
                sure = plainly or shared > 1 or there.beside & here.beside or (shared and near >= _LEAST_SIMILAR)
                if sure and near + shared >= best.get(old, (0.0, ""))[0]:
                    best[old] = (near + shared, new)
    return {new: old for old, (_, new) in sorted(best.items(), key=lambda item: item[1][0])}


def _other_given_names(
    lost: _Names, gained: _Names, alignment: Alignment, known: frozenset[str] | set[str], people: frozenset[str]
) -> dict[str, str]:
    """Return new word -> old word of the given names that became others before the same surname.

    With them go slips of one letter that are too short or too like an ending to be told by their letters alone: they
    must stand beside the same name. An added «s» must be a person's («Ada Kellers»), and on neither side the mark of
    a possessive or of a plural («the Kellers»), for which no name stands beside it.
    """
    names = given_names()
    found: dict[str, str] = {}
    beside = _by_word_beside(gained)
    for old, places in lost.items():
        for there in places:
            for given, here in ((word, h) for word in sorted(there.beside) for h in beside.get(word, ())):
                near = alignment.matrix[there.sentence][here.sentence] >= _SAME_SENTENCE
                if not near or known & {old, here.word} or here.word in found or old in found.values():
                    continue
                other = old in names and here.word in names and not same_person(f"{old} x", f"{here.word} x")
                added = has_added_s(old, here.word) and not (there.owns or here.owns)
                if other or is_slip(old, here.word) or (added and (given in names or people & {old, here.word})):
                    found[here.word] = old
    return found


def _surnames(side: Side) -> frozenset[str]:
    """Return the folded last words of the people whom the analysis of a text knows by more than one name."""
    analysis = side.document.analysis
    names = (*(o.full_name for o in analysis.officials), *(a.speaker or "" for a in analysis.attributions))
    people = (words for name in names if len(words := find_words(name, 0, len(name))) > 1 and name[:1].isupper())
    return frozenset(words[-1][0] for words in people)


def _by_word_beside(names: _Names) -> _Names:
    found: _Names = {}
    for places in names.values():
        for name in places:
            for word in name.beside:
                found.setdefault(word, []).append(name)
    return found


def _joined(
    pairs: dict[str, str], theirs: Sequence[_Name], ours: Sequence[_Name], lost: _Names, gained: _Names
) -> Iterator[tuple[Span, Span]]:
    """Yield the places of the changes; words that follow each other on both sides («Jürgen Döhler») as one."""
    a_next, b_next = _neighbours(theirs), _neighbours(ours)
    done: set[str] = set()
    for new, old in sorted(pairs.items(), key=lambda pair: lost[pair[1]][0].span.start):
        if new in done:
            continue
        there, here = lost[old][0].span, gained[new][0].span
        for (first, second), (one, other) in b_next.items():
            before = a_next.get((pairs.get(first, ""), pairs.get(second, "")))
            if first == new and before is not None:
                there = Span(before[0].span.start, before[1].span.end)
                here = Span(one.span.start, other.span.end)
                done.add(second)
                break
        yield there, here


def _neighbours(names: Sequence[_Name]) -> dict[tuple[str, str], _Found]:
    """Return the first place of each two names that follow each other."""
    found: dict[tuple[str, str], _Found] = {}
    for first, second in pairwise(names):
        if second.span.start - first.span.end == 1 and first.sentence == second.sentence:
            found.setdefault((first.word, second.word), (first, second))
    return found


def _by_word(names: Iterable[_Name]) -> _Names:
    found: _Names = {}
    for name in names:
        found.setdefault(name.word, []).append(name)
    return found


def _is_name(text: str, word: str, span: Span) -> bool:
    return text[span.start].isupper() and word not in COMMON_WORDS


def _names(reading: Reading) -> list[_Name]:
    text, names = reading.text, list[_Name]()
    for index, words in enumerate(reading.words[sentence] for sentence in reading.compared):
        for at, (word, span) in enumerate(words):
            handle = text[span.start - 1 : span.start] in _HANDLES
            if text[span.start].isupper() and len(word) >= _LEAST_LETTERS and word not in COMMON_WORDS and not handle:
                names.append(_Name(word, span, index, text, words, at))
    return names


def _changed_tails(a: Side, b: Side, names: Sequence[_Name], alignment: Alignment) -> list[Drift]:
    """Find names whose last word changed its form behind the same words («Harbour Group» -> «Harbour grouping»)."""
    phrases: dict[str, list[_Found]] = {}
    for first, last in pairwise(names):
        if first.sentence == last.sentence and last.span.start - first.span.end == 1:
            phrases.setdefault(first.word, []).append((first, last))
    found: dict[str, Drift] = {}
    for index, sentence in enumerate(alignment.b_spans if phrases else ()):
        for (word, span), (behind, end) in pairwise(b.reading.words[sentence]):
            # «Norland» and «Norlanders» are two words; a name that goes on in small letters lost a part
            if word not in phrases or not (b.text[span.start].isupper() and b.text[end.start].islower()):
                continue
            for first, last in phrases[word]:
                if _is_other_form(last.word, behind) and alignment.matrix[first.sentence][index] >= _LEAST_SIMILAR:
                    whole = Span(first.span.start, last.span.end)
                    found.setdefault(last.word, make_drift(a, b, DriftType.NAME, whole, Span(span.start, end.end)))
    return list(found.values())


def _is_other_form(tail: str, other: str) -> bool:
    common = common_start(tail, other)
    return common >= 4 and common == len(tail) and 2 < len(other) - common <= 4
