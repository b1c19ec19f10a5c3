"""Two articles side by side as lines, and what changed between them."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.cli.chain_page import changes_lines
from reader.cli.output import Paper, fit
from reader.model.wording import COMMON_SOURCE, apart_words
from reader.pipeline.word_marks import pair_sign
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.pipeline.compare import Comparison

MARKS = "= same words, ≈ changed, − only in the earlier, + only in the later"
"""What the signs between the columns mean."""


def comparison_lines(comparison: "Comparison", paper: Paper) -> Iterator[str]:
    """Yield the lines of a comparison: two columns of sentences, then the changes."""
    width = (paper.width - 5) // 2
    sides = (comparison.a, comparison.b)
    heads = [f"{clean_line(side.stored.outlet) or 'unknown outlet'} ({side.stored.id})" for side in sides]
    yield paper.style(f"{fit(heads[0], width)} │ {fit(heads[1], width).rstrip()}", "bold")
    yield paper.style(f"The earlier is on the left: {_order_words(comparison)}.", "dim")
    if comparison.apart or not comparison.is_alike:
        yield from paper.wrap(f"{apart_words(comparison.apart)}.")
    if not comparison.is_alike:
        return
    yield paper.style(f"{MARKS}.", "dim")
    yield f"{'─' * width}──┼──{'─' * width}"
    for words in _pairs(comparison):
        mark = pair_sign(*words)
        columns = [paper.wrap(text, width=width) if text else [] for text in words]
        for left, right in zip_longest(*columns, fillvalue=""):
            yield f"{fit(left, width)} {mark}│  {right}".rstrip()
            mark = " "
        yield f"{' ' * width}  │"
    if not comparison.drift:
        yield "Nothing was found to have changed in quotations, numbers, names or attributions."
        return
    yield paper.style("What changed", "bold")
    yield from changes_lines(comparison.drift, paper)


def _pairs(comparison: "Comparison") -> Iterator[tuple[str, str]]:
    """Yield what stands side by side: the headlines, then the sentences; one of two may be empty."""
    sides = (comparison.a, comparison.b)
    heads = tuple(clean_line(side.stored.entry.title) for side in sides)
    if any(heads):
        yield heads[0], heads[1]
    for spans in comparison.aligned:
        left, right = (
            "" if span is None or (words := clean_line(span.of(side.article.text), 20_000)) == head else words
            for span, side, head in zip(spans, sides, heads, strict=True)
        )
        if left or right:
            yield left, right


def _order_words(comparison: "Comparison") -> str:
    """Return why one article is taken as the earlier: by the chain of either, else by the times."""
    keys = [str(side.stored.id) for side in (comparison.a, comparison.b)]
    if any(edge.src in keys for edge in comparison.b.chain.path(keys[1])):
        return "the other came through it"
    source, link = comparison.common_source, comparison.link
    if source is not None:
        return f"by the times, since both came through {clean_line(source.outlet, 60) or 'one source'}"
    if link is not None:
        return f"by the times, since both are {COMMON_SOURCE}" if link.sibling else "the other drew on it"
    return "by the times alone, since no chain joins them"
