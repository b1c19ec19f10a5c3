"""A reading takes its article apart once."""

from reader.model.article import Article, Paragraph, Role
from reader.text.spans import Span
from reader.tracing.reuse.alignment import align
from reader.tracing.reuse.reading import MOST_SENTENCES, Reading, read_article


def test_sentences_are_those_with_words_and_words_have_their_places() -> None:
    reading = Reading(Article("The ferry sank.\n\n***\n\nNobody was hurt."))
    assert [sentence.of(reading.text) for sentence in reading.sentences] == ["The ferry sank.", "Nobody was hurt."]
    assert all(
        span.of(reading.text).casefold() == word and sentence.contains(span)
        for sentence, words in reading.words.items()
        for word, span in words
    )
    assert reading.vocabulary == {"the", "ferry", "sank", "nobody", "was", "hurt"}


def test_no_more_sentences_are_compared_than_the_limit() -> None:
    reading = Reading(Article("The ferry sank. " * (MOST_SENTENCES + 3)))
    assert len(reading.sentences) == MOST_SENTENCES + 3
    assert reading.compared == reading.sentences[:MOST_SENTENCES]


def test_each_thing_is_made_once_for_a_reading() -> None:
    asked: list[Reading] = []

    def count_sentences(reading: Reading) -> int:
        asked.append(reading)
        return len(reading.sentences)

    one, other = Reading(Article("One. Two.")), Reading(Article("One."))
    assert [one.once(count_sentences), one.once(count_sentences), other.once(count_sentences)] == [2, 2, 1]
    assert asked == [one, other]


def test_a_text_is_taken_apart_once_for_all_jobs_but_not_with_other_paragraphs() -> None:
    text = "The ferry sank.\n\nA photo of the ferry."
    whole = read_article(Article(text, headline="Ferry sinks"))
    assert read_article(Article(text, headline="Ferry lost")) is whole
    paragraphs = Paragraph(Span(0, 15)), Paragraph(Span(17, len(text)), Role.CAPTION)
    body = read_article(Article(text, paragraphs))
    assert [len(whole.sentences), len(body.sentences)] == [2, 1]


def test_a_very_long_text_is_not_kept() -> None:
    article = Article("The ferry sank. " * 2000)
    assert read_article(article) is not read_article(article)


def test_two_readings_are_aligned_once_in_each_direction() -> None:
    one, other = Reading(Article("The ferry sank. Nobody was hurt.")), Reading(Article("Nobody was hurt."))
    there, back = align(one, other), align(other, one)
    assert there is align(one, other)
    assert back is align(other, one)
    assert [there.a_kept, back.a_kept] == [{1}, {0}]
