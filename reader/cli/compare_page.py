"""Two articles side by side as lines, and what changed between them."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.cli.chain_page import change_lines
from reader.cli.output import Paper, fit
from reader.model.wording import COMMON_SOURCE, apart_words
from reader.text.safety import clean_line

if TYPE_CHECKING:
    from reader.pipeline.compare import Comparison


def comparison_lines(comparison: "Comparison", paper: Paper) -> Iterator[str]:
    """Yield the lines of a comparison: two columns of sentences, then the changes."""
    width = (paper.width - 3) // 2
    sides = (comparison.a, comparison.b)
    heads = [f"{clean_line(side.stored.outlet) or 'unknown outlet'} ({side.stored.id})" for side in sides]
    yield paper.style(f"{fit(heads[0], width)} │ {fit(heads[1], width).rstrip()}", "bold")
    yield paper.style(f"The earlier is on the left: {_order_words(comparison)}.", "dim")
    if comparison.apart or not comparison.is_alike:
        yield from paper.wrap(f"{apart_words(comparison.apart)}.")
    if not comparison.is_alike:
        return
    yield f"{'─' * width}─┼─{'─' * width}"
    for spans in comparison.aligned:
        words = [
            clean_line(span.of(side.article.text), 20_000) if span is not None else ""
            for span, side in zip(spans, sides, strict=True)
        ]
        columns = [paper.wrap(text, width=width) if text else [] for text in words]
        for left, right in zip_longest(*columns, fillvalue=""):
            yield f"{fit(left, width)} │ {right}".rstrip()
        yield f"{' ' * width} │"
    if not comparison.drift:
        yield "Nothing was found to have changed in quotations, numbers, names or attributions."
        return
    yield paper.style("What changed", "bold")
    for drift in comparison.drift:
        yield from change_lines(drift, paper)


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
