"""Uncovered quotations: speech in quotation marks that no reporting verb claims, with a speaker close by."""

from collections.abc import Sequence

from reader.analysis.clauses.source_behind import subject_after
from reader.analysis.clauses.sources import main_subject, subject_before
from reader.analysis.draft import Draft
from reader.analysis.phrases import is_finite, is_title, is_verb_group
from reader.analysis.rules.colons import is_person, owner_of_words, read_colon
from reader.analysis.tokens import Passage
from reader.lexicon.cues import Form, cue_verbs, words

_SHORTEST = 4
"""Words of a quotation that can be speech without a verb that says so."""
_SHORTEST_SENTENCE = 3
"""Words of one that ends as a sentence ends."""
_REACH = 9
"""Most tokens of «Brill chuckled» behind a quotation."""
_FARTHEST = 40
"""Most tokens of the sentence in front of a quotation that are looked at."""
_MARKS = frozenset({":", "-", "–", "—"})
"""Behind a quotation in a headline: «"It was a foul": gaffer blasts ref»."""
_ENDS = frozenset({".", "?", "!", "…"})


def find_uncovered(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return attributions of the quotations of a passage that lie in no content of ``drafts``."""
    if not passage.quotations:
        return []
    covered = _covered(passage, drafts)
    found: list[Draft] = []
    for number, (start, end) in enumerate(passage.quotations):
        if number in covered:
            continue
        draft = _identified(passage, start, end)
        if draft is None and _is_speech(passage, start, end):
            draft = _verb_behind(passage, start, end) or read_colon(passage, start, end)
            draft = draft or _sentence_before(passage, start, end)
        if draft is None:
            continue
        if draft.source is None:
            said = [d for d in drafts if d.source is not None and d.elsewhere is None and d.verb < start]
            draft.source = max(said, key=lambda d: d.verb).source if said else None
        if draft.rule in _SPLIT:
            _extend(passage, draft, number + 1, covered)
        found.append(draft)
    return found


_SPLIT = frozenset({"said-after-quotation", "said-inverted"})
"""Rules whose quotation may go on behind the speaker."""


def _extend(passage: Passage, draft: Draft, following: int, covered: set[int]) -> None:
    """Add, in place, the quotation that makes up the next sentence («"C," Brill chuckled. "C."»)."""
    if following in covered or following >= len(passage.quotations):
        return
    start, end = passage.quotations[following]
    sentence = passage.sentence_of[draft.verb]
    behind = sentence + 1 < len(passage.sentences) and passage.sentences[sentence + 1][0] == start
    alone = end == len(passage) or passage.sentences[passage.sentence_of[end - 1]][1] <= end
    if behind and alone:
        draft.content.append((start, end))
        covered.add(following)


def _covered(passage: Passage, drafts: Sequence[Draft]) -> set[int]:
    """Return the indices of the quotations that lie in some content; each token is looked at once."""
    covered: set[int] = set()
    reached = 0
    for start, end in sorted([part for draft in drafts for part in draft.content]):
        if end > reached:
            covered.update(passage.quote_of[max(start, reached) : end])
            reached = end
    return covered


def _is_speech(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a quotation can be speech, not a title or words that are only set apart."""
    said = [i for i in range(start, end) if passage.is_word(i)]
    if not said or not passage.is_capital(said[0]) or passage.marks[passage.quote_of[start]].mark == "—":
        return False
    if passage.titled and end < passage.size and passage.low[end] == ":":
        return len(said) >= _SHORTEST_SENTENCE  # «"WE WERE ROBBED": ORLO BLASTS REF»
    whole = _last_mark(passage, start, end) in _ENDS
    shortest = _SHORTEST if not whole else 2 if start and passage.low[start - 1] == ":" else _SHORTEST_SENTENCE
    return len(said) >= shortest and not (is_title(passage, start, end) and not whole)


def _last_mark(passage: Passage, start: int, end: int) -> str:
    """Return the last token inside the marks of a quotation."""
    closed = passage.marks[passage.quote_of[start]].closed
    return passage.low[end - 2] if closed and end - start > 2 else passage.low[end - 1]


def _unit_end(passage: Passage, end: int) -> int:
    """Return where the sentence that goes on behind a quotation ends."""
    return passage.sentences[passage.sentence_of[end]][1] if end < passage.size else end


def _identified(passage: Passage, start: int, end: int) -> Draft | None:
    """Read «"C" is how Brill described it», «"C," is all Brill would say» and «"C" was Brill's answer»."""
    low = passage.low
    verb = end + (end < passage.size and low[end] == ",")
    if verb + 2 >= passage.size or low[verb] not in {"is", "was"}:
        return None
    high = min(_unit_end(passage, verb), verb + _REACH)
    if low[verb + 1] in {"how", "what", "all"}:
        for said in range(verb + 3, high):
            if low[said] in cue_verbs() or _is_past(passage, said):
                source = subject_before(passage, said, verb + 2)
                whole = source is not None and source[0] == verb + 2
                return (
                    Draft("said-after-quotation", [(said, said + 1)], source, [(start, end)], said) if whole else None
                )
        return None
    noun = next((i for i in range(verb + 1, high) if low[i] in words("replies")), None)
    owner = owner_of_words(passage, noun, verb + 1) if noun is not None else None
    return Draft("said-after-quotation", [(verb, verb + 1)], owner, [(start, end)], verb) if owner is not None else None


def _verb_behind(passage: Passage, start: int, end: int) -> Draft | None:
    """Read «"C," Brill chuckled.»: any verb in the past, right behind a quotation that ends as speech does."""
    last = _last_mark(passage, start, end)
    comma = end < passage.size and passage.low[end] == ","
    line = end < passage.size and passage.low[end] in _MARKS and passage.low[-1] not in _ENDS and last != "."
    if last not in {",", "?", "!"} and not comma and not line:
        return None
    begin = end + (comma or line)
    high = min(_unit_end(passage, begin), begin + _REACH)
    for verb in range(begin, high):
        if passage.quote_of[verb] >= 0 or passage.low[verb] in {",", ";", ":"}:
            return None
        cue = cue_verbs().get(passage.low[verb]) if line else None
        if not _is_past(passage, verb) and (cue is None or cue.form is not Form.PRESENT):
            continue
        source = subject_before(passage, verb, begin) if verb > begin else subject_after(passage, verb, high)
        if source is None or (verb > begin and source[0] != begin):
            return None
        rule = "said-after-quotation" if verb > begin else "said-inverted"
        return Draft(rule, [(verb, verb + 1)], source, [(start, end)], verb)
    return None


def _is_past(passage: Passage, index: int) -> bool:
    return is_finite(passage, index) and not is_verb_group(passage, index)


def _sentence_before(passage: Passage, start: int, end: int) -> Draft | None:
    """Read «Brill laughed. "C."»: a sentence of nothing but quotation behind one that tells of its speaker."""
    sentence = passage.sentence_of[start]
    first, stop = passage.sentences[sentence]
    alone = first == start and _last_mark(passage, start, end) in _ENDS and (end == passage.size or stop <= end)
    if not alone or not sentence:
        return None
    begin, stop = passage.sentences[sentence - 1]
    verbs = (v for v in range(stop - 1, max(begin, stop - _FARTHEST), -1) if passage.quote_of[v] < 0)
    subjects = (subject_before(passage, v, begin) for v in verbs if _is_past(passage, v))
    for source in (*subjects, main_subject(passage, stop, begin)):
        if source is not None and passage.quote_of[source[0]] < 0 and is_person(passage, source):
            return Draft("quotation-beside", [], source, [(start, end)])
    return None
