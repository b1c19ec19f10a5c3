"""The rows of the list of changes: each thing that changed more than once in all its wordings, then link by link.

Apart from the list, since they are needed only once an article is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from reader.model.chain import Chain, Drift
from reader.model.journey import Journey, Wording, follow_changes
from reader.model.labels import node_words
from reader.model.wording import ALONG_CHAIN, DRIFT_WORDS, LEFT_OUT, quoted
from reader.pipeline.word_marks import differing_words
from reader.ui.content import EMPTY, held, joined, line, styled

STEP_PAIRS: Final = 40_000
"""Pairs of words of two steps that are compared: 200 words each; there are many steps, and they are drawn at once."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row of the list."""

    content: Content
    change: Drift | None = None
    """What the row is about; None: a heading."""
    is_step: bool = False
    """Whether it is one wording of a thing that is followed along the chain."""


def change_rows(chain: Chain | None) -> list[ChangeRow]:
    """Return the rows: what changed on more than one link of the way, then all changes by their links.

    Changes into the open article come first.
    """
    if chain is None or not chain.drift:
        return [ChangeRow(Content.styled("No changes are known along this chain.", "$muted"))]
    return [*_along_chain(chain), *_by_link(chain)]


def _along_chain(chain: Chain) -> Iterator[ChangeRow]:
    """Yield each thing that changed more than once; nothing where the way has no two links that were compared.

    What is told in few words comes first: a number takes a line, and would be far below quotations that take twenty.
    """
    journeys = sorted((journey for journey in follow_changes(chain) if journey.is_long), key=_length)
    compared = [edge for edge in chain.path(chain.focus) if _is_stored(chain, edge.src) and _is_stored(chain, edge.dst)]
    if not journeys and len(compared) < 2:
        return
    yield ChangeRow(Content.styled(ALONG_CHAIN, "$muted"))
    for journey in journeys:
        yield ChangeRow(joined(" ", line(DRIFT_WORDS[journey.type], "bold $drift")))
        yield from _steps(chain, journey)
    if not journeys:
        yield ChangeRow(Content.styled("  Nothing changed on more than one link.", "italic $muted"))
    yield ChangeRow(EMPTY)
    yield ChangeRow(Content.styled("Link by link", "$muted"))


def _length(journey: Journey) -> int:
    """Return the characters of all wordings of a thing."""
    return sum(len(wording.words) for wording in journey.wordings)


def _steps(chain: Chain, journey: Journey) -> Iterator[ChangeRow]:
    """Yield the wordings of one thing, each with its outlet; the first belongs to the change that follows it."""
    first, *others = journey.wordings
    yield ChangeRow(_step("  ", chain, first, ""), journey.changes[0], is_step=True)
    before = first
    for wording, change in zip(others, journey.changes, strict=True):
        yield ChangeRow(_step("  → ", chain, wording, before.words), change, is_step=True)
        before = wording


def _step(sign: str, chain: Chain, wording: Wording, before: str) -> Content:
    """Return one wording; words that differ from the wording before are marked as in the comparison."""
    marks = differing_words(before, wording.words, STEP_PAIRS)[1] if before else []
    words = quoted(wording.words)
    brought = words.index(wording.words)
    shown = styled(words, [(brought + start, brought + end, "bold underline $drift") for start, end in marks])
    said = shown if wording.words else Content.styled(held(LEFT_OUT), "italic")
    return joined(sign, line(_outlet(chain, wording.node), "bold"), ": ", said)


def _by_link(chain: Chain) -> Iterator[ChangeRow]:
    """Yield each link with its changes."""
    groups: dict[tuple[str, str], list[Drift]] = {}
    for drift in chain.drift:
        groups.setdefault((drift.a, drift.b), []).append(drift)
    focus = chain.focus
    for (a, b), drifts in sorted(groups.items(), key=lambda item: (item[0][1] != focus, item[0][0] != focus)):
        yield ChangeRow(joined(line(_outlet(chain, a), "bold"), " → ", line(_outlet(chain, b), "bold")))
        for drift in drifts:
            yield ChangeRow(change_row(drift), drift)


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


def _is_stored(chain: Chain, key: str) -> bool:
    """Tell whether the article of a node stands in the library."""
    node = chain.node(key)
    return node is not None and node.entry_id is not None


def _outlet(chain: Chain, key: str) -> str:
    """Return the outlet's name of a node."""
    return node_words(chain, key)
