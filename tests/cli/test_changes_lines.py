"""Changes as lines: each under what it is, of whole statements only the first."""

from io import StringIO

from reader.cli.chain_page import changes_lines
from reader.cli.output import Paper
from reader.model.chain import Drift, DriftType
from reader.text.spans import Span


def test_of_many_dropped_statements_the_first_are_shown_and_the_rest_counted() -> None:
    number = Drift("a", "b", DriftType.NUMBER, Span(0, 2), Span(0, 2), "14", "41")
    dropped = [Drift("a", "b", DriftType.CLAIM_DROPPED, Span(i, i + 1), None, f"statement {i}") for i in range(5)]
    lines = [line.strip() for line in changes_lines([number, number, *dropped], Paper(StringIO()))]
    assert lines == [
        *("number changed", "− 14", "+ 41") * 2,
        *("claim dropped", "− statement 0", "− statement 1", "− statement 2", "and 2 more"),
    ]
