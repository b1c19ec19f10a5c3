"""Changes: what the drift modules share — the two sides of an edge, and the making of one drift item."""

from dataclasses import dataclass

from reader.model.article import Article
from reader.model.chain import Drift, DriftType
from reader.text.numbers import Number, find_numbers
from reader.text.quotations import find_quotations
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.reading import Reading


@dataclass(frozen=True, slots=True)
class Side:
    """One document of an edge, with its text taken apart."""

    document: TracedDocument
    reading: Reading

    @property
    def key(self) -> str:
        """Key of the document."""
        return self.document.key

    @property
    def article(self) -> Article:
        """The document's article."""
        return self.document.article

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.article.text


def quoted_spans(reading: Reading) -> tuple[Span, ...]:
    """Return what stands between quotation marks, for ``Reading.once``."""
    return tuple(q.inner for q in find_quotations(reading.text))


def sentence_numbers(reading: Reading) -> dict[Span, list[Number]]:
    """Return the numbers of each sentence that is compared, for ``Reading.once``."""
    return {sentence: find_numbers(reading.text, *sentence) for sentence in reading.compared}


def make_drift(a: Side, b: Side, kind: DriftType, a_span: Span | None, b_span: Span | None) -> Drift:
    """Return one change with its words on both sides."""
    return Drift(
        a.key,
        b.key,
        kind,
        a_span,
        b_span,
        a_span.of(a.text) if a_span else "",
        b_span.of(b.text) if b_span else "",
    )
