"""Scales and speakers: the data files are read, and what they order is ordered."""

import pytest

from reader.lexicon.scales import Step, same_phrases, scale_phrases
from reader.lexicon.speakers import are_other_people


def _steps(phrase: str) -> tuple[Step, ...]:
    words = tuple(phrase.split())
    return next(steps for known, steps in scale_phrases()[words[0]] if known == words)


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("some", "many"),
        ("sometimes", "always"),
        ("advised to", "forced to"),
        ("slightly", "fully"),
        ("fell", "plunged"),
    ],
)
def test_a_scale_goes_from_weak_to_strong(weak: str, strong: str) -> None:
    (one,), (other,) = _steps(weak), _steps(strong)
    assert one.scale == other.scale
    assert one.height < other.height


def test_no_phrase_stands_twice_on_one_scale() -> None:
    for phrases in scale_phrases().values():
        for words, steps in phrases:
            assert words
            assert len({step.scale for step in steps}) == len(steps), words


def test_phrases_of_one_step_say_the_same() -> None:
    assert {"every day", "each day", "daily"} <= same_phrases("every day")
    assert "weekly" not in same_phrases("every day")
    assert same_phrases("nightly") == {"nightly"}


def test_the_longest_phrase_comes_first() -> None:
    for phrases in scale_phrases().values():
        lengths = [len(words) for words, _ in phrases]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("police", "prosecutors", True),
        ("residents", "locals", False),
        ("authorities", "police", False),
        ("families", "doctors", True),
    ],
)
def test_speakers_of_different_kinds_are_other_people(one: str, other: str, differ: bool) -> None:
    assert are_other_people(one, other) is differ
