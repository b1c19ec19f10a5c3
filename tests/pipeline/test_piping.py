"""A text handed to a command."""

import sys

import pytest

from reader.pipeline.piping import ANSWER_BYTES, pipe_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="commands of a POSIX shell")


def test_a_command_gets_the_text_and_answers() -> None:
    said = pipe_text("one two\nthrée\n", "wc -w; cat >&2 <&0")
    assert (said.text.split(), said.code) == (["3"], 0)
    assert pipe_text("thrée", "cat").text == "thrée"


def test_nothing_of_the_text_reaches_the_shell() -> None:
    said = pipe_text("$(echo pwned) `echo pwned` ; echo pwned\n", "cat")
    assert said.text == "$(echo pwned) `echo pwned` ; echo pwned\n"


def test_what_goes_wrong_is_in_the_answer() -> None:
    said = pipe_text("", "no-such-command-here")
    assert said.code == 127
    assert "no-such-command-here" in said.text


def test_a_command_that_takes_too_long_is_ended_with_what_it_began() -> None:
    said = pipe_text("", "echo begun; sleep 60 | sleep 60", seconds=0.3)
    assert (said.text, said.code) == ("begun\n", None)


def test_a_command_that_says_too_much_is_ended() -> None:
    said = pipe_text("", "yes")
    assert (len(said.text), said.code) == (ANSWER_BYTES, None)


def test_a_command_that_is_not_wanted_any_more_is_ended() -> None:
    assert pipe_text("", "sleep 60", cancelled=lambda: True).code is None
