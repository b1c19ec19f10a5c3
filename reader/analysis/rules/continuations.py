"""Quotations without a cue of their own: those that go on in the next paragraph, and those that stand alone."""

from collections.abc import Collection, Sequence
from itertools import islice

from reader.analysis.clauses.sources import main_subject
from reader.analysis.draft import Draft, Range
from reader.analysis.phrases import is_finite
from reader.analysis.tokens import Passage

_SHORTEST = 9
"""Tokens: a shorter line in quotation marks is a heading or a title."""


def add_continuations(passages: Sequence[Passage], found: Sequence[list[Draft]]) -> None:
    """Add, in place, an attribution to each paragraph that is a quotation and says not whose.

    The source is that of the paragraph before: of the quotation that was left open there, of the words before its
    closing colon, or of its last attribution.
    """
    last: tuple[Passage, Range] | None = None
    owners = _owners_behind(passages, found)
    for number, passage in enumerate(passages):
        drafts = [draft for draft in found[number] if not draft.inner]
        before = passages[number - 1] if number else None
        goes_on = before is not None and _is_left_open(before)
        content: list[Range] = []
        if passage.quotations and not drafts and (before is not None or number in owners):
            content = _whole_quotation(passage, 1 if goes_on or number in owners else _SHORTEST)
        last = owners.get(number, last)
        if before is not None and not drafts and _is_dialogue(passage):
            if _is_dialogue(before) and passage.low[-1] == "?":
                continue  # the question of somebody else: the answer is that of the speaker before it
            content = content if _is_dialogue(before) else []  # else a list with dashes
        if not content:
            for draft in drafts:
                if draft.rule == "quotation-beside" and draft.source is None and last is not None:
                    draft.source, draft.elsewhere = last[1], last[0]
            last = _last_source(passage, drafts)
            continue
        if before is not None and number not in owners and before.low and before.low[-1] == ":" and before.sentences:
            subject = main_subject(before, len(before), before.sentences[-1][0])
            last = (before, subject) if subject is not None else last
        if last is not None:
            rule = "quotation-goes-on" if goes_on or number in owners else "quotation-alone"
            found[number].append(Draft(rule, [], last[1], content, elsewhere=last[0]))


def _is_left_open(passage: Passage) -> bool:
    """Tell whether the quotation with which a passage ends goes on in the next one."""
    return bool(passage.marks) and not passage.marks[-1].closed and passage.marks[-1].mark != "—"


def _owners_behind(passages: Sequence[Passage], found: Sequence[list[Draft]]) -> dict[int, tuple[Passage, Range]]:
    """Return whose the quotations are that are left open and told only where they end: passage number -> source."""
    owners: dict[int, tuple[Passage, Range]] = {}
    for number in range(len(passages) - 2, -1, -1):
        passage, behind = passages[number], passages[number + 1]
        if not _is_left_open(passage) or not behind.marks or passage.marks[0].mark != behind.marks[0].mark:
            continue
        if any(not draft.inner for draft in found[number]) or not _whole_quotation(passage, 1):
            continue
        if number + 1 in owners:
            owners[number] = owners[number + 1]
            continue
        for draft in found[number + 1]:
            if not draft.inner and draft.source is not None and draft.content and draft.content[0][0] == 0:
                if behind.quote_of[0] == 0 and draft.cue:
                    owners[number] = (draft.elsewhere or behind, draft.source)
                break
    return owners


def _last_source(passage: Passage, drafts: Sequence[Draft]) -> tuple[Passage, Range] | None:
    """Return the source of the last attribution of a passage."""
    if not drafts:
        return None
    last = max(drafts, key=lambda draft: draft.verb)
    return (last.elsewhere or passage, last.source) if last.source is not None else None


def _is_dialogue(passage: Passage) -> bool:
    """Tell whether a passage begins with the dash of a dialogue."""
    return bool(passage.marks) and passage.marks[0].mark == "—"


def _whole_quotation(passage: Passage, shortest: int) -> list[Range]:
    """Return the quotations of a passage of ``shortest`` tokens or more that is nothing but quotation, else ``[]``."""
    if not passage.quotations or passage.quotations[0][0] > 0:
        return []
    if passage.titled or passage.size < shortest or passage.low[1:2] == ["("]:
        return []
    outside = [word for word, quote in zip(passage.low, passage.quote_of, strict=True) if quote < 0]
    return [] if any(word[0].isalnum() for word in outside) else list(passage.quotations)


def add_repeats(passages: Sequence[Passage], found: Sequence[list[Draft]], speakers: Collection[str]) -> None:
    """Add, in place, an attribution without a source to each headline quotation that the text gives in full elsewhere.

    «'Not a brochure'» above «"This is not a brochure," Brill said». ``speakers``: words (small letters) of the sources
    that the article names: one of them behind a colon is the source («'Not a brochure': Brill hits back»).
    """
    lines = [number for number, passage in enumerate(passages) if _may_repeat(passage)]
    if not lines:
        return
    given: list[tuple[int, frozenset[str]]] | None = None
    for number in lines:
        passage = passages[number]
        covered = {passage.quote_of[i] for draft in found[number] for a, b in draft.content for i in range(a, b)}
        for which, (start, end) in enumerate(passage.quotations):
            said = _words(passage, start, end)
            if which in covered or len(said) < _SHORTEST_REPEAT:
                continue
            if end - start < passage.size and not any(is_finite(passage, i) for i in range(start, end)):
                continue
            given = _given(passages, found) if given is None else given
            if any(n != number and len(said & whole) >= _SHARE * len(said) for n, whole in given):
                found[number].append(
                    Draft("quotation-again", [], _named_behind(passage, end, speakers), [(start, end)])
                )


def _given(passages: Sequence[Passage], found: Sequence[list[Draft]]) -> list[tuple[int, frozenset[str]]]:
    """Return the words of the quotations in paragraphs that attribute, each with the number of its paragraph."""
    told = ((number, passage) for number, passage in enumerate(passages) if found[number])
    given = ((number, _words(passage, *quotation)) for number, passage in told for quotation in passage.quotations)
    return list(islice((some for some in given if len(some[1]) >= _SHORTEST_REPEAT), _MOST_GIVEN))


def _may_repeat(passage: Passage) -> bool:
    """Tell whether a passage is a headline with a quotation."""
    return bool(passage.quotations) and passage.size <= _LONGEST_LINE and {".", ","}.isdisjoint(passage.low[-2:])


def _named_behind(passage: Passage, end: int, speakers: Collection[str]) -> Range | None:
    """Return the speaker whose name, with what leads to it, stands behind the colon after a headline quotation."""
    if end >= passage.size or passage.low[end] not in {":", "-", "–", "—"}:
        return None
    first = end + 1
    last = first
    for index in range(first, min(passage.size, first + _LONGEST_SOURCE)):
        if not passage.is_capital(index) or passage.quote_of[index] >= 0:
            break
        last = index + 1 if passage.low[index] in speakers else last
    return (first, last) if last > first else None


_LONGEST_SOURCE = 6
_SHORTEST_REPEAT = 3
_LONGEST_LINE = 30
"""Tokens of a headline or heading."""
_MOST_GIVEN = 200
_SHARE = 0.75
"""Share of the words of a headline quotation that stand in one quotation of the text."""


def _words(passage: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset([word for word in passage.low[start:end] if word[0].isalnum()])
