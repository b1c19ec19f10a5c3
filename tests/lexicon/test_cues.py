"""Reporting cues and word classes."""

from reader.lexicon.cues import Form, cue_verbs, words
from reader.lexicon.sections import read_sections


def test_forms_of_a_verb() -> None:
    cues = cue_verbs()
    assert cues["said"].lemma == "say"
    assert cues["said"].form is Form.PAST
    assert cues["says"].form is Form.PRESENT
    assert cues["saying"].form is Form.GERUND
    assert cues["denied"].lemma == "deny"
    assert cues["admitting"].lemma == "admit"
    assert cues["wrote"].form is Form.PAST
    assert cues["written"].form is Form.PARTICIPLE
    assert cues["condemns"].form is Form.PRESENT


def test_what_a_verb_takes() -> None:
    cues = cue_verbs()
    assert "object" in cues["told"].takes
    assert "clause" in cues["said"].takes
    assert "clause" not in cues["criticised"].takes
    assert "for" in cues["called"].takes


def test_every_cue_is_a_word_that_takes_something() -> None:
    for form, cue in cue_verbs().items():
        assert form == form.lower()
        assert form.isalpha()
        assert cue.takes, cue.lemma


def test_word_classes_can_be_joined() -> None:
    assert words("days months") == words("days") | words("months")
    assert "he" in words("subject_pronouns")


def test_sections_hold_words_and_names() -> None:
    places = read_sections("places.txt")
    assert "new zealand" in places["country_pairs"]
    assert "ukraine" in places["countries"]
