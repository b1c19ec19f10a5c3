"""A reading takes its article apart once."""

from reader.model.article import Article
from reader.tracing.reuse.reading import MOST_SENTENCES, Reading


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
