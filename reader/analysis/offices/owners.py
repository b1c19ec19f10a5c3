"""Owners: the body that «its» means in «Its chairwoman, Ana Brill»."""

from collections.abc import Sequence

from reader.analysis.bodies import named_apposition
from reader.analysis.clauses.sources import main_subject
from reader.analysis.draft import Range
from reader.analysis.offices.people import Mention
from reader.analysis.offices.words import ARTICLES
from reader.analysis.tokens import Passage
from reader.text.spans import Span


def owner_before(passages: Sequence[Passage], mention: Mention) -> Span | None:
    """Return the named body with which the sentence before begins, if the office of a mention is said to be «its»."""
    post = mention.post
    passage = passages[mention.passage]
    if post is None or post.office is None or not post.office[0] or passage.low[post.office[0] - 1] != "its":
        return None
    owned = post.office[0] - 1
    sentence = passage.sentence_of[owned]
    inside = _named_subject(passage, passage.sentences[sentence][0], owned)
    if inside is not None:
        return inside
    if sentence:
        return _named_subject(passage, *passage.sentences[sentence - 1])
    if not mention.passage or not passages[mention.passage - 1].sentences:
        return None
    return _named_subject(passages[mention.passage - 1], *passages[mention.passage - 1].sentences[-1])


def _named_subject(passage: Passage, start: int, end: int) -> Span | None:
    """Return the subject of a sentence without article and apposition, if it is a name."""
    subject: Range | None = main_subject(passage, end, start)
    if subject is None:
        return None
    first, last = named_apposition(passage, subject)
    last = next((i for i in range(first + 1, last) if passage.low[i] in {",", "(", "who", "which"}), last)
    while first < last - 1 and passage.low[first] in ARTICLES:
        first += 1
    return passage.span_of(first, last) if passage.is_capital(first) and passage.is_capital(last - 1) else None
