"""Fingerprints: what enters the index, and what never does."""

from dataclasses import replace

from reader.model.article import Article, Paragraph, Role
from reader.text.spans import Span
from reader.tracing.reuse.fingerprint import body_spans, make_fingerprint

BODY = "Lifeboats from Grebe Island reached the stranded ferry before noon and took off everyone aboard."
PROMPT = "Download our app and never miss a story from the harbour again, wherever you happen to be."


def _article(role: Role) -> Article:
    text = f"{BODY}\n{PROMPT}"
    spans = Span(0, len(BODY)), Span(len(BODY) + 1, len(text))
    return Article(text, (Paragraph(spans[0]), Paragraph(spans[1], role)))


def test_furniture_and_source_lines_never_enter() -> None:
    alone = make_fingerprint(Article(BODY))
    for role in (Role.CAPTION, Role.PROMOTION, Role.RELATED_HEADLINE, Role.SOURCE_LINE):
        assert make_fingerprint(_article(role)) == alone
    assert make_fingerprint(_article(Role.BODY)) != alone


def test_text_without_paragraphs_is_taken_whole() -> None:
    assert list(body_spans(Article(BODY))) == [Span(0, len(BODY))]


def test_quotation_grams_survive_rewording_around_them() -> None:
    one = make_fingerprint(Article("She said: “We had no rudder and no time, and the current did the rest.”"))
    other = make_fingerprint(Article("“We had no rudder and no time,” the captain told a reporter in the evening."))
    assert set(one.quotes) & set(other.quotes)
    assert not set(one.shingles) & set(other.shingles)


def test_the_headline_is_not_part_of_it() -> None:
    article = Article(BODY)
    assert make_fingerprint(replace(article, headline="Ferry runs aground")) == make_fingerprint(article)


def test_hashes_fit_a_signed_64_bit_column() -> None:
    prints = make_fingerprint(Article(BODY * 20))
    assert all(-(1 << 63) <= h < 1 << 63 for h in (*prints.terms, *prints.shingles, *prints.quotes))


def test_an_empty_article_has_an_empty_fingerprint() -> None:
    assert make_fingerprint(Article("")).terms == ()


def test_what_is_only_compared_has_no_shingles_and_all_the_rest() -> None:
    article = Article(BODY + " “We had no rudder and no time,” the captain said.")
    searched = make_fingerprint(article)
    assert searched.shingles
    assert searched.quotes
    assert make_fingerprint(article, searched=False) == replace(searched, shingles=())
