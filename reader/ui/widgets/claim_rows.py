"""The rows of the list of claims: speakers with what they said.

Apart from the list, since they are needed only once an article is open.
"""

from typing import TYPE_CHECKING

from textual.content import Content

from reader.model.claim import Analysis, Attribution, Claim
from reader.model.entry import EntryId
from reader.text.spans import Span
from reader.ui.content import HELD, held, joined, line, long_time
from reader.ui.widgets.article_text import claim_order

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry


def span_words(text: str, spans: tuple[Span, ...] | None) -> str:
    """Return the words under some spans, joined with an ellipsis where they are apart."""
    return " … ".join(span.of(text) for span in spans or ())


def speaker_words(text: str, attribution: Attribution) -> str:
    """Return who is given as source: the resolved speaker, else the article's words, else that nobody is."""
    return attribution.speaker or span_words(text, attribution.source) or "no source named"


def claim_rows(opened: "OpenEntry", *, grouped: bool = True) -> tuple[list[Content], list[int | None]]:
    """Return a row for each claim of an entry, and the index of the claim in each, None for what is none.

    Grouped they stand under their speakers; else in the order of the article, each with its speaker.
    """
    rows: list[Content] = []
    places: list[int | None] = []
    text, analysis = opened.article.text, opened.analysis
    if not grouped and analysis.attributions:
        order = claim_order(analysis)
        return [_claim_row(text, analysis.attributions[index], named=True) for index in order], list(order)
    for speaker, indices in _by_speaker(text, analysis).items():
        rows.append(joined(line(speaker, "bold $official"), _office(opened, speaker)))
        places.append(None)
        for index in indices:
            rows.append(_claim_row(text, analysis.attributions[index]))
            places.append(index)
    if not rows:
        return [Content.styled("No attributed claims were found.", "$muted")], [None]
    return rows, places


def _by_speaker(text: str, analysis: Analysis) -> dict[str, list[int]]:
    """Return the claims of each speaker."""
    groups: dict[str, list[int]] = {}
    for index in claim_order(analysis):
        groups.setdefault(speaker_words(text, analysis.attributions[index]), []).append(index)
    return groups


def _office(opened: "OpenEntry", speaker: str) -> Content:
    """Return the office of an official, as the article words it."""
    for official in opened.analysis.officials:
        if official.full_name == speaker:
            words = [span.of(opened.article.text) for span in official.told]
            return line(", " + ", ".join(words), "$muted") if words else Content("")
    return Content("")


def _claim_row(text: str, attribution: Attribution, *, named: bool = False) -> Content:
    """Return the row of one claim: its words, and the cue; before them the speaker, if that is wanted."""
    cue = span_words(text, attribution.cue)
    parts: list[Content | str] = ["" if named else "  "]
    if named:
        parts += [line(speaker_words(text, attribution), "bold $official"), ": "]
    parts.append(line(span_words(text, attribution.content)))
    if cue:
        parts += [Content.styled(f"  ←{HELD}", "$muted"), line(cue, "italic $muted")]
    return joined(*parts)


def claim_row(claim: Claim, here: EntryId | None = None) -> Content:
    """Return one claim with its day, cue and outlet; one of the article that is open, ``here``, says that instead."""
    is_here = claim.entry_id == here
    return joined(
        Content.styled(held("here " if is_here else f"{long_time(claim.dated_at).split(',')[0]} ") + " ", "$muted"),
        line(claim.content),
        *((Content.styled(f"  ←{HELD}", "$muted"), line(claim.cue, "italic $muted")) if claim.cue else ()),
        line("" if is_here else f"  {claim.outlet}", "$credit"),
    )
