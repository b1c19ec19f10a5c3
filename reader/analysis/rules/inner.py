"""Inner speech: «"The mayor says it is safe," Brill said» reports the mayor inside what Brill says."""

from collections.abc import Callable
from functools import cache

from reader.analysis.clauses.contents import LONGEST
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage, read_passage
from reader.lexicon.cues import Form, cue_verbs, words
from reader.text.spans import Span

_SHORTEST = 4
"""Tokens of a quotation in which somebody can be reported."""
_MOST_FRAGMENTS = 20
"""Quoted parts of sentences in one paragraph that are read with what stands around them: keeps the whole linear."""
_RULES = frozenset(
    {"said-before-that", "said-before-clause", "said-before-quotation", "said-after-quotation", "said-inverted",
     "said-after-clause", "said-before-question", "said-before-infinitive"}
)  # fmt: skip


def find_inner(passage: Passage, read: Callable[[Passage], list[Draft]]) -> list[Draft]:
    """Return the attributions inside quotations; ``read`` finds those of a passage.

    Each quotation in which a reporting verb stands is read as a passage of its own. Only third persons are believed:
    what «I» and «you» say in a quotation is rarely a report.
    """
    found: list[Draft] = []
    fragments = 0
    for (first, last), mark in zip(passage.quotations, passage.marks, strict=True):
        words_inside = passage.low[first:last]
        forms = _all_forms() if "that" in words_inside else _reporting_forms()
        if last - first < _SHORTEST or forms.isdisjoint(words_inside):
            continue
        inside = read_passage(passage.text, mark.inner)
        offset = next((i for i in range(first, last) if passage.starts[i] >= mark.inner.start), first)
        if inside.words != passage.words[offset : offset + len(inside)]:
            continue
        found += [_shifted(draft, offset) for draft in read(inside) if _is_report(inside, draft)]
        amid = first > 0 and mark.closed and passage.is_word(first - 1) and passage.words[offset][0].islower()
        if amid and fragments < _MOST_FRAGMENTS:
            fragments += 1
            found += _read_fragment(passage, (first, last), mark.span, read)
    return found


def _read_fragment(passage: Passage, quote: Range, marks: Span, read: Callable[[Passage], list[Draft]]) -> list[Draft]:
    """Return what the verbs in a quoted part of a sentence report of a subject outside («he "told us that C"»).

    The sentence is read once more without these marks, each a space, so that every word keeps its place.
    """
    first, last = passage.sentences[passage.sentence_of[quote[0]]]
    last = max(last, quote[1])
    if last - first > 2 * LONGEST:
        return []
    start, end = passage.starts[first], passage.ends[last - 1]
    text = passage.text
    plain = f"{text[start : marks.start]} {text[marks.start + 1 : marks.end - 1]} {text[marks.end : end]}"
    view = read_passage(plain, Span(0, len(plain)))
    places = {passage.starts[index] - start: index for index in range(first, last)}
    inside = range(marks.start - start, marks.end - start)

    def moved(part: Range) -> Range:
        return places[view.starts[part[0]]], places[view.starts[part[1] - 1]] + 1

    return [
        Draft(draft.rule, [*map(moved, draft.cue)], moved(draft.source), [*map(moved, draft.content)], inner=True)
        for draft in read(view)
        if draft.source is not None
        and view.starts[draft.source[0]] < inside.start
        and view.starts[draft.verb] in inside
        and _is_report(view, draft)
        and places.keys()
        >= {view.starts[i] for part in (*draft.cue, *draft.content, draft.source) for i in range(*part)}
    ]


@cache
def _reporting_forms() -> frozenset[str]:
    """Return the finite forms of the verbs that are believed inside a quotation."""
    return frozenset(
        word
        for word, cue in cue_verbs().items()
        if cue.form in {Form.PAST, Form.PRESENT, Form.BASE} and cue.lemma in _SAYING
    )


@cache
def _all_forms() -> frozenset[str]:
    """Return the forms of the verbs that are believed before «that»."""
    return frozenset(word for word, cue in cue_verbs().items() if not cue.takes.isdisjoint({"clause", "that"}))


_SAYING = frozenset(
    {"say", "tell", "ask", "write", "claim", "announce", "report", "warn", "whisper", "shout", "insist"}
)


_UNREAL = frozenset({"if", "whether", "what", "when", "than", "as", "no"})
"""Words in front of the subject of what is only supposed, or told for its time."""
_MODALS = frozenset({"will", "would", "could", "can", "may", "might", "should", "must", "do", "does", "did", "to"})
_CONTRACTED = ("n't", "'s", "'re", "'ll", "'ve", "'d")


_BEFORE_THAT = frozenset({"said-before-that", "shared-subject"})


def _is_report(passage: Passage, draft: Draft) -> bool:
    """Tell whether an attribution reports what was said: by a third person, in a main clause, as a fact."""
    if draft.source is None:
        return False
    that = passage.low[draft.content[0][0] - 1] == "that" and draft.rule in _BEFORE_THAT
    if not that and (draft.rule not in _RULES or passage.low[draft.verb] not in _reporting_forms()):
        return False
    start, verb = draft.source[0], draft.verb
    if (start > 0 and passage.low[start - 1] in _UNREAL) or not _MODALS.isdisjoint(passage.low[draft.source[1] : verb]):
        return False
    said = draft.content[0][0]
    clause = any(
        is_finite(passage, i) or passage.low[i].endswith(_CONTRACTED) for a, b in draft.content for i in range(a, b)
    )
    urged = draft.rule == "said-before-infinitive"
    if not (clause or urged) and not passage.is_capital(said) and passage.quote_of[said] < 0:
        return False
    head = passage.low[draft.source[1] - 1]
    if head in words("subject_pronouns"):
        return head in words("third_persons")
    return head not in {"that", "which", "who", "this", "one", "everyone", "somebody", "someone", "nobody", "people"}


def _shifted(draft: Draft, offset: int) -> Draft:
    """Return a draft whose tokens are counted from ``offset``."""
    assert draft.source is not None
    return Draft(
        draft.rule,
        [_moved(part, offset) for part in draft.cue],
        _moved(draft.source, offset),
        [_moved(part, offset) for part in draft.content],
        draft.verb + offset,
        inner=True,
    )


def _moved(part: Range, offset: int) -> Range:
    return part[0] + offset, part[1] + offset
