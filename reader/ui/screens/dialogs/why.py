"""Why something is marked: source, cue, rule in plain words; and what else this speaker says in the library."""

from collections.abc import Callable, Iterator

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.model.chain import Chain, Derivation
from reader.model.claim import Analysis, Claim
from reader.pipeline.enrich import OpenEntry
from reader.ui.content import joined, line
from reader.ui.screens.dialogs.base import NoticeDialog, Overlay
from reader.ui.widgets.claim_rows import claim_row, span_words, speaker_words
from reader.ui.widgets.row_list import RowList, TextRows
from reader.ui.widgets.wording import BASIS_WORDS, KIND_WORDS, confidence_words, derivation_words, quoted, rule_words

OTHERS_SHOWN = 50
"""Other claims of a speaker shown at once."""


class WhyDialog(Overlay[Claim]):
    """Explains one claim; the result is another claim of the same speaker to open."""

    def __init__(self, opened: OpenEntry, index: int, said_by: Callable[[str], tuple[Claim, ...]]) -> None:
        super().__init__()
        self._opened, self._index, self._said_by = opened, index, said_by
        self._others: list[Claim] = []

    def compose(self) -> Iterator[Widget]:
        """Lay out the reasons and the list of other claims."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Why this is marked"
            box.border_subtitle = "Esc closes"
            for row in claim_reasons(self._opened, self._index):
                yield Static(row)
            yield Static(Content(""), id="others-head")
            yield TextRows(id="others")

    def on_mount(self) -> None:
        """Read what else the speaker said (in the background)."""
        speaker = self._opened.analysis.attributions[self._index].speaker
        self.query_one("#others").display = self.query_one("#others-head").display = False
        if speaker:

            def work() -> None:
                claims = self._said_by(speaker)
                self.app.call_from_thread(self._show_others, speaker, claims)

            self.run_worker(work, thread=True, exclusive=True, group="others", exit_on_error=False)

    def _show_others(self, speaker: str, claims: tuple[Claim, ...]) -> None:
        """Show the other claims."""
        here = (self._opened.stored.id, self._index)
        self._others = [claim for claim in claims if (claim.entry_id, claim.index) != here][:OTHERS_SHOWN]
        if not self.is_attached or not self._others:
            return
        head = joined("Also said by ", line(speaker, "bold $official"), " in the library (Enter opens):")
        self.query_one("#others-head", Static).update(head)
        self.query_one("#others-head").display = True
        rows = self.query_one("#others", TextRows)
        rows.display = True
        rows.show_rows([claim_row(claim) for claim in self._others], hangs=["    "] * len(self._others))
        rows.focus()

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        """Return the claim to open."""
        event.stop()
        if event.index < len(self._others):
            self.dismiss(self._others[event.index])


def claim_reasons(opened: OpenEntry, index: int) -> list[Content]:
    """Return the lines that say why a claim is marked."""
    text, analysis = opened.article.text, opened.analysis
    claim = analysis.attributions[index]
    source = span_words(text, claim.source)
    rows = [
        _row("Said", line(quoted(span_words(text, claim.content)))),
        _row("Source", line(source, "bold") if source else Content("no source is named")),
        _row(
            "Cue", line(span_words(text, claim.cue), "italic") if claim.cue else Content("none: it runs on from before")
        ),
        _row("Kind", Content(KIND_WORDS[claim.kind])),
    ]
    if claim.speaker and claim.speaker != source:
        rows.append(_row("Speaker", line(claim.speaker, "bold $official")))
    rows += _office_rows(text, analysis, speaker_words(text, claim))
    if claim.parent is not None and claim.parent < len(analysis.attributions):
        outer = analysis.attributions[claim.parent]
        words = f"what {speaker_words(text, outer)} {span_words(text, outer.cue)}".rstrip()
        rows.append(_row("Inside", line(words)))
    if claim.rule:
        rows.append(_row("Rule", line(rule_words(claim.rule))))
    return rows


def explain_link(chain: Chain, edge: Derivation) -> NoticeDialog:
    """Return the dialog that explains one link of a chain."""
    source, target = chain.node(edge.src), chain.node(edge.dst)
    names = [node.outlet if node else key for node, key in ((source, edge.src), (target, edge.dst))]
    rows = [
        joined(line(names[0], "bold"), " → ", line(names[1], "bold")),
        _row("What", Content(derivation_words(edge))),
        _row("Sure", Content(f"{confidence_words(edge.confidence)} ({edge.confidence:.0%})")),
        _row("Basis", Content(BASIS_WORDS[edge.basis])),
    ]
    if edge.sibling:
        rows.append(_row("Note", Content("neither took it from the other: both come from a common source")))
    for piece in edge.evidence:
        node = chain.node(piece.node)
        where = "" if piece.where == "text" else f", {piece.where}"
        rows.append(
            _row(
                piece.reason.capitalize(), line(f"{quoted(piece.words)} ({node.outlet if node else piece.node}{where})")
            )
        )
    return NoticeDialog("Why this link", rows)


def _office_rows(text: str, analysis: Analysis, speaker: str) -> list[Content]:
    """Return the office of a speaker, as the article words it."""
    for official in analysis.officials:
        if official.full_name == speaker:
            words = [span.of(text) for span in (official.office, official.organisation) if span]
            return [_row("Office", line(", ".join(words)))] if words else []
    return []


def _row(label: str, words: Content) -> Content:
    """Return one line of reasons."""
    return joined(line(f"{label:<8} ", "$muted"), words)
