"""One claim -> plain text to be quoted elsewhere: the words as they stand, who said them, and where they stand."""

from reader.model.article import Article
from reader.model.claim import Attribution
from reader.model.entry import StoredEntry
from reader.text.spans import hull


def cite_claim(claim: Attribution, article: Article, stored: StoredEntry) -> str:
    """Return a claim with its source as the article words it, and under it outlet, headline, day and address.

    A speaker whom the claim's own words do not name («he said», a quotation that goes on) stands before them.
    """
    words = " ".join(hull((*claim.content, *claim.cue, *(claim.source or ()))).of(article.text).split())
    if claim.speaker and claim.speaker not in words:
        words = f"{claim.speaker}: {words}"
    headline = article.headline or stored.entry.title
    day = "" if stored.entry.published_at is None else f"{stored.entry.published_at:%Y-%m-%d}"
    place = ", ".join(filter(None, (stored.outlet, f"“{headline}”" if headline else "", day, stored.entry.url)))
    return f"{words}\n— {place}\n"
