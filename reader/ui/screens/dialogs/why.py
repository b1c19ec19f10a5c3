"""Why something is marked: source, cue, rule in plain words; and what else this speaker says in the library."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.model.chain import Chain, Derivation, Independent
from reader.model.claim import Analysis, Claim
from reader.model.labels import node_words, outlet_words
from reader.model.wording import (
    KIND_WORDS,
    basis_words,
    confidence_words,
    derivation_words,
    percent_words,
    quoted,
    rule_words,
)
from reader.pipeline.enrich import OpenEntry
from reader.text.bare import bare_words
from reader.ui.bindings import bindings_for
from reader.ui.content import joined, line
from reader.ui.screens.dialogs.base import NoticeDialog, Overlay
from reader.ui.widgets.claim_rows import claim_row, span_words, speaker_words
from reader.ui.widgets.hung_rows import HungRows
from reader.ui.widgets.row_list import RowList, TextRows

OTHERS_SHOWN = 50
"""Other claims of a speaker shown at once."""
LABEL = 9
"""Columns of what a reason is about."""


class WhyDialog(Overlay[Claim]):
    """Explains one claim, then its neighbours; the result is another claim of the same speaker to open."""

    BINDINGS: ClassVar[list[BindingType]] = [*Overlay.BINDINGS, *bindings_for("why")]

    def __init__(
        self,
        opened: OpenEntry,
        index: int,
        said_by: Callable[[str], tuple[Claim, ...]],
        step_claim: Callable[[int], int | None],
    ) -> None:
        """Explain claim ``index``; ``step_claim`` goes to the next (1) or previous (-1) and returns its index."""
        super().__init__()
        self._opened, self._index, self._said_by, self._step_claim = opened, index, said_by, step_claim
        self._others: list[Claim] = []

    def compose(self) -> Iterator[Widget]:
        """Lay out the reasons and the list of other claims."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Why this is marked"
            box.border_subtitle = self.named(
                "{app.help} help · {move.open} opens · "
                "{article.next-claim}/{article.previous-claim} next/previous claim · "
                "{article.why} or {screen.close} closes"
            )
            with Vertical(id="reasons", classes="scrolled"):
                yield HungRows(hang=" " * LABEL, id="reasons-rows")
            yield Static(Content(""), id="others-head")
            yield TextRows(id="others")

    def on_mount(self) -> None:
        """Explain the claim."""
        self._explain()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands this dialog answers to."""
        return {
            **super().handlers(),
            "article.why": self.close_overlay,
            "article.next-claim": lambda: self._go_on(1),
            "article.previous-claim": lambda: self._go_on(-1),
        }

    def _go_on(self, step: int) -> None:
        """Explain the next or previous claim of the article."""
        index = self._step_claim(step)
        if index is not None:
            self._index = index
            self._explain()

    def _explain(self) -> None:
        """Show the reasons, and read what else the speaker said (in the background)."""
        self.query_one(HungRows).show(claim_reasons(self._opened, self._index))
        self.query_one("#reasons").scroll_home(animate=False)
        self._others = []
        speaker = self._opened.analysis.attributions[self._index].speaker
        self.query_one("#others").display = self.query_one("#others-head").display = False
        if speaker:
            index = self._index

            def work() -> None:
                claims = self._said_by(speaker)
                self.app.call_from_thread(self._show_others, index, speaker, claims)

            self.run_worker(work, thread=True, exclusive=True, group="others", exit_on_error=False)

    def _show_others(self, index: int, speaker: str, claims: tuple[Claim, ...]) -> None:
        """Show the other claims, unless another claim is looked at by now; the same words once."""
        if not self.is_attached or index != self._index:
            return
        here = (self._opened.stored.id, index)
        claim = self._opened.analysis.attributions[index]
        others = [claim for claim in claims if (claim.entry_id, claim.index) != here]
        others.sort(key=lambda claim: claim.entry_id != here[0])  # those of this article first
        self._others = distinct_claims(
            others, (self._opened.stored.outlet, span_words(self._opened.article.text, claim.content))
        )
        self._others = self._others[:OTHERS_SHOWN]
        if not self._others:
            return
        number = sum(claim.entry_id == here[0] for claim in self._others)
        where = [
            f"{number} in this article" if number else "",
            f"{len(self._others) - number} elsewhere in the library",
        ]
        head = joined("Also said by ", line(speaker, "bold $official"), ": ", ", ".join(filter(None, where)))
        self.query_one("#others-head", Static).update(head)
        self.query_one("#others-head").display = True
        rows = self.query_one("#others", TextRows)
        rows.display = True
        rows.show_rows([claim_row(claim, here[0]) for claim in self._others], hangs=["    "] * len(self._others))
        rows.focus()

    @on(RowList.Selected)
    def _chosen(self, event: RowList.Selected) -> None:
        """Return the claim to open."""
        event.stop()
        if event.index < len(self._others):
            self.dismiss(self._others[event.index])


def distinct_claims(claims: Sequence[Claim], explained: tuple[str, str]) -> list[Claim]:
    """Return the claims without what an outlet says again in the same words; the first of them is kept.

    Args:
        claims: what somebody said, in order.
        explained: outlet and words of the claim that is explained, which need not be said again either.
    """
    seen = {(explained[0], bare_words(explained[1]))}
    kept: list[Claim] = []
    for claim in claims:
        if (said := (claim.outlet, bare_words(claim.content))) not in seen:
            seen.add(said)
            kept.append(claim)
    return kept


def claim_reasons(opened: OpenEntry, index: int) -> list[Content]:
    """Return the lines that say why a claim is marked."""
    text, analysis = opened.article.text, opened.analysis
    claim = analysis.attributions[index]
    source = span_words(text, claim.source)
    rows = [
        _row("Claim", line(span_words(text, claim.content))),
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


class LinkDialog(NoticeDialog):
    """The reasons for a link; the key that asks why closes it too."""

    BINDINGS: ClassVar[list[BindingType]] = [*Overlay.BINDINGS, *bindings_for("why")]

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands this dialog answers to."""
        return {**super().handlers(), "article.why": self.close_overlay}


def explain_link(chain: Chain, edge: Derivation) -> LinkDialog:
    """Return the dialog that explains one link of a chain."""
    names = [node_words(chain, key) for key in (edge.src, edge.dst)]
    rows = [
        joined(line(names[0], "bold"), " → ", line(names[1], "bold")),
        _row("What", Content(derivation_words(edge, chain))),
        _row("Sure", Content(f"{confidence_words(edge.confidence)} ({percent_words(edge.confidence)})")),
        _row("Basis", Content(basis_words(edge))),
    ]
    if edge.sibling:
        rows.append(_row("Note", Content("neither took it from the other: both come from a common source")))
    for words, places in _proofs(chain, edge).items():
        rows.append(_row("Proof", line(f"{words} ({' and '.join(places)})")))
    return LinkDialog("Why this link", rows, told="{article.why} or {screen.close} closes", hang=" " * LABEL)


def explain_apart(outlet: str, apart: Independent) -> LinkDialog:
    """Return the dialog that says why an article of the same matter has no part in the chain of an outlet's."""
    rows = [
        joined(line(outlet_words(apart.node), "bold"), " and ", line(outlet, "bold")),
        _row("What", Content("similar, but independent: no link between the two")),
    ]
    rows += [_row("Why not", line(reason)) for reason in apart.reasons]
    return LinkDialog("Why there is no link", rows, told="{article.why} or {screen.close} closes", hang=" " * LABEL)


def _proofs(chain: Chain, edge: Derivation) -> dict[str, list[str]]:
    """Return the words that prove a link, each once, with the outlets in whose articles they stand."""
    found: dict[str, list[str]] = {}
    for piece in edge.evidence:
        place = node_words(chain, piece.node) + ("" if piece.where == "text" else f", {piece.where}")
        places = found.setdefault(f"{piece.reason}: {quoted(piece.words)}", [])
        if place not in places:
            places.append(place)
    return found


def _office_rows(text: str, analysis: Analysis, speaker: str) -> list[Content]:
    """Return the office of a speaker, as the article words it."""
    for official in analysis.officials:
        if official.full_name == speaker:
            words = [span.of(text) for span in official.told]
            return [_row("Office", line(", ".join(words)))] if words else []
    return []


def _row(label: str, words: Content) -> Content:
    """Return one line of reasons."""
    return joined(line(f"{label:<{LABEL}}", "$muted"), words)
