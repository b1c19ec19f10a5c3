"""The claims of the open article, speaker by speaker, and what changed in them along the chain."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from reader.model.chain import Chain, Drift
from reader.model.claim import Analysis, Attribution, Claim
from reader.text.spans import Span
from reader.ui.content import joined, line, long_time
from reader.ui.widgets.article_text import claim_order
from reader.ui.widgets.row_list import TextRows
from reader.ui.widgets.wording import DRIFT_WORDS, quoted

if TYPE_CHECKING:
    from reader.pipeline.enrich import OpenEntry


def span_words(text: str, spans: tuple[Span, ...] | None) -> str:
    """Return the words under some spans, joined with an ellipsis where they are apart."""
    return " … ".join(span.of(text) for span in spans or ())


def speaker_words(text: str, attribution: Attribution) -> str:
    """Return who is given as source: the resolved speaker, else the article's words, else that nobody is."""
    return attribution.speaker or span_words(text, attribution.source) or "no source named"


class ClaimList(TextRows):
    """Claims under their speakers, in reading order of the first claim of each."""

    @dataclass
    class ClaimChosen(Message):
        """A claim was chosen."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._indices: list[int | None] = []

    def show_claims(self, opened: "OpenEntry | None") -> None:
        """Show the claims of another entry."""
        rows: list[Content] = []
        self._indices = []
        if opened is not None:
            text, analysis = opened.article.text, opened.analysis
            for speaker, indices in _by_speaker(text, analysis).items():
                rows.append(joined(line(speaker, "bold $official"), _office(opened, speaker)))
                self._indices.append(None)
                for index in indices:
                    rows.append(_claim_row(text, analysis.attributions[index]))
                    self._indices.append(index)
            if not rows:
                rows, self._indices = [Content.styled("No attributed claims were found.", "$muted")], [None]
        headings = {i for i, index in enumerate(self._indices) if index is None}
        self.show_rows(rows, headings=headings, hangs=["  "] * len(rows))

    def go_to_claim(self, index: int) -> None:
        """Put the cursor on a claim."""
        if index in self._indices:
            self.rows_changed(self._indices.index(index))

    def choose(self) -> None:
        """Choose the claim under the cursor."""
        index = self._indices[self.cursor] if self.cursor < len(self._indices) else None
        if index is not None:
            self.post_message(self.ClaimChosen(index))


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
            words = [span.of(opened.article.text) for span in (official.office, official.organisation) if span]
            return line(", " + ", ".join(words), "$muted") if words else Content("")
    return Content("")


def _claim_row(text: str, attribution: Attribution) -> Content:
    """Return the row of one claim: its words, and the cue."""
    content = span_words(text, attribution.content)
    cue = span_words(text, attribution.cue)
    parts: list[Content | str] = ["  ", line(content)]
    if cue:
        parts += [Content.styled("  ← ", "$muted"), line(cue, "italic $muted")]
    return joined(*parts)


class ChangeList(TextRows):
    """What changed from link to link, along the way to the open article and beside it."""

    @dataclass
    class ChangeChosen(Message):
        """A change was chosen."""

        drift: Drift

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drifts: list[Drift | None] = []

    def show_changes(self, chain: Chain | None) -> None:
        """Show the changes along another chain; those into the open article come first."""
        rows: list[Content] = []
        self._drifts = []
        groups: dict[tuple[str, str], list[Drift]] = {}
        for drift in chain.drift if chain else ():
            groups.setdefault((drift.a, drift.b), []).append(drift)
        focus = chain.focus if chain else ""
        for (a, b), drifts in sorted(groups.items(), key=lambda item: (item[0][1] != focus, item[0][0] != focus)):
            rows.append(joined(line(_outlet(chain, a), "bold"), " → ", line(_outlet(chain, b), "bold")))
            self._drifts.append(None)
            for drift in drifts:
                rows.append(change_row(drift))
                self._drifts.append(drift)
        if not rows:
            rows, self._drifts = [Content.styled("No changes are known along this chain.", "$muted")], [None]
        headings = {i for i, drift in enumerate(self._drifts) if drift is None}
        self.show_rows(rows, headings=headings, hangs=["    "] * len(rows))

    def choose(self) -> None:
        """Choose the change under the cursor."""
        drift = self._drifts[self.cursor] if self.cursor < len(self._drifts) else None
        if drift is not None:
            self.post_message(self.ChangeChosen(drift))


def change_row(drift: Drift) -> Content:
    """Return one change: what kind, the words before and after."""
    parts: list[Content | str] = [
        "  ",
        Content.styled(DRIFT_WORDS.get(drift.type, str(drift.type)), "bold $drift"),
        ": ",
    ]
    before, after = line(quoted(drift.a_words)), line(quoted(drift.b_words))
    if drift.a_words and drift.b_words:
        parts += [before, " → ", after]
    elif drift.a_words:
        parts += [before, " → (nothing)"]
    else:
        parts += ["(nothing) → ", after]
    return joined(*parts)


def _outlet(chain: Chain | None, key: str) -> str:
    """Return the outlet's name of a node."""
    node = chain.node(key) if chain else None
    return node.outlet if node is not None and node.outlet else key


def claim_row(claim: Claim) -> Content:
    """Return one claim with its day, cue and outlet."""
    return joined(
        line(f"{long_time(claim.dated_at).split(',')[0]}  ", "$muted"),
        line(claim.content),
        line(f"  ← {claim.cue}" if claim.cue else "", "italic $muted"),
        line(f"  {claim.outlet}", "$credit"),
    )
