"""Evidence: the words on both sides that prove a link, kept with their spans so that the screen can open them."""

from reader.model.chain import CREDIT, Credit, Evidence
from reader.text.spans import Span
from reader.tracing.document import TracedDocument
from reader.tracing.reuse.alignment import align
from reader.tracing.reuse.fingerprint import SHINGLE_WORDS
from reader.tracing.reuse.profile import Profile

_LONGEST = 240
"""Characters of a shared stretch that are kept with an edge."""
_SHARED = 2
"""Shared stretches kept per side."""


def credit_evidence(
    document: TracedDocument, credits: tuple[Credit, ...], reason: str = CREDIT
) -> tuple[Evidence, ...]:
    """Return the crediting words of a document, at most three of them; the ``reason`` tells what they say."""
    return tuple(
        Evidence(document.key, credit.where, credit.span, words_of_credit(document, credit), reason)
        for credit in credits[:3]
    )


def words_of_credit(document: TracedDocument, credit: Credit) -> str:
    """Return the words of a credit from the place in which they stand; empty where the place is not at hand."""
    article = document.article
    places = {"text": article.text, "byline": article.byline, "title": article.headline}
    if credit.where in places:
        return credit.span.of(places[credit.where])
    values = article.metadata.get(credit.where.removeprefix("meta."), ()) or article.metadata.get(credit.where, ())
    fitting = (v for v in values if len(v) >= credit.span.end and credit.outlet.casefold() in v.casefold())
    value = next(fitting, values[0] if values else "")
    return credit.span.of(value)


def shared_evidence(child: Profile, parent: Profile) -> tuple[Evidence, ...]:
    """Return the longest stretches that both have word for word, each with its place on both sides."""
    positions = parent.gram_places
    runs: list[tuple[int, int, int]] = []
    index = 0
    grams = child.gram_list
    while index < len(grams):
        at = positions.get(grams[index])
        if at is None:
            index += 1
            continue
        length = 1
        while (
            index + length < len(grams)
            and at + length < len(parent.gram_list)
            and grams[index + length] == parent.gram_list[at + length]
        ):
            length += 1
        runs.append((length, index, at))
        index += length
    found = []
    for length, here, there in sorted(runs, key=lambda run: (-run[0], run[1]))[:_SHARED]:
        words = length + SHINGLE_WORDS - 1
        reason = "shared quotation" if all(child.quoted[here : here + words]) else "shared words"
        found += [_stretch(child, here, words, reason), _stretch(parent, there, words, reason)]
    return tuple(found) or _reworded_evidence(child, parent)


def _reworded_evidence(child: Profile, parent: Profile) -> tuple[Evidence, ...]:
    """Return the two sentences that say most alike, for texts that share no stretch word for word."""
    alignment = align(parent.reading, child.reading)
    pairs = alignment.pairs
    if not pairs:
        return ()
    theirs, ours = max(pairs, key=lambda pair: alignment.matrix[pair[0]][pair[1]])
    return tuple(
        Evidence(profile.key, "text", span, span.of(profile.article.text), "same matter in other words")
        for profile, span in (
            (child, _shortened(alignment.b_spans[ours])),
            (parent, _shortened(alignment.a_spans[theirs])),
        )
    )


def _shortened(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _LONGEST))


def _stretch(profile: Profile, first: int, words: int, reason: str) -> Evidence:
    text = profile.article.text
    span = Span(profile.spans[first].start, profile.spans[first + words - 1].end)
    while span.length > _LONGEST and words > SHINGLE_WORDS:
        words -= max(1, words // 8)
        span = Span(span.start, profile.spans[first + words - 1].end)
    return Evidence(profile.key, "text", span, span.of(text), reason)
