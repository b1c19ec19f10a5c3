"""Quotations without a cue of their own: those that go on in the next paragraph, and those that stand alone."""

from collections.abc import Sequence

from reader.analysis.draft import Draft, Range
from reader.analysis.sources import main_subject
from reader.analysis.tokens import Passage

_SHORTEST = 9
"""Tokens: a shorter line in quotation marks is a heading or a title."""


def add_continuations(passages: Sequence[Passage], found: Sequence[list[Draft]]) -> None:
    """Add, in place, an attribution to each paragraph that is a quotation and says not whose.

    The source is that of the paragraph before: of the quotation that was left open there, of the words before its
    closing colon, or of its last attribution.
    """
    last: tuple[Passage, Range] | None = None
    for number, passage in enumerate(passages):
        drafts = found[number]
        before = passages[number - 1] if number else None
        content = _whole_quotation(passage) if before is not None and not drafts else []
        if before is None or not content:
            last = _last_source(passage, drafts)
            continue
        if before.low and before.low[-1] == ":" and before.sentences:
            subject = main_subject(before, len(before), before.sentences[-1][0])
            last = (before, subject) if subject is not None else last
        if last is not None:
            goes_on = bool(before.marks) and not before.marks[-1].closed
            rule = "quotation-goes-on" if goes_on else "quotation-alone"
            drafts.append(Draft(rule, [], last[1], content, elsewhere=last[0]))


def _last_source(passage: Passage, drafts: Sequence[Draft]) -> tuple[Passage, Range] | None:
    """Return the source of the last attribution of a passage."""
    if not drafts:
        return None
    last = max(drafts, key=lambda draft: draft.verb)
    return (passage, last.source) if last.source is not None else None


def _whole_quotation(passage: Passage) -> list[Range]:
    """Return the quotations of a passage that is nothing but quotation, else ``[]``."""
    if not passage.quotations or passage.quotations[0][0] > 0 or passage.marks[0].mark == "—":
        return []
    if passage.titled or len(passage) < _SHORTEST:
        return []
    outside = [i for i, q in enumerate(passage.quote_of) if q < 0 and passage.is_word(i)]
    return [] if outside else list(passage.quotations)
