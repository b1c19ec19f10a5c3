"""Work grows with the length of hostile input, not with its square: calls are counted, not seconds."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from reader.articles.extract import article_from_feed_html
from reader.articles.fragment import fragment_to_markdown
from reader.articles.plain import article_from_text

HOSTILE = {
    "deep": "<div>",
    "inline": "<i>a</i> ",
    "open": "<b>a",
    "breaks": "x<br>",
    "blank breaks": "<br> <i> </i>",
    "links": '<a href="/x">y</a> ',
    "cells": "<td> <td>x",
    "rows": "<tr><td>x",
    "pictures": '<img alt="a b c d"> <i> </i>',
    "lists": "<ul><li>x",
    "quotes": "<blockquote>x</blockquote>",
    "figures": "<figure><figcaption>a b</figcaption></figure>",
    "marks": "*_`[",
    "entities": "&amp;&#27;",
}
LINES = {
    "prompts": "Share\n",
    "headlines": "Ferry company wins licence after long dispute over the pier\n",
    "both": "The ferry left at noon after a long wait for it, she said.\nFerry wins licence after a dispute with men\n",
    "captions": "A boat. (AP Photo/Ben Other)\n",
    "bylines": "By Ann Example\n",
    "brackets": "(" * 40 + "\n",
    "dots": "a. " * 30 + "\n",
    "capitals": "NEW YORK " * 8 + "\n",
}


def calls(work: Callable[[], object]) -> int:
    """Return how many functions, Python's and C's, were called."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", HOSTILE)
def test_markup_costs_its_length(name: str) -> None:
    unit = HOSTILE[name]
    article_from_feed_html(unit)
    few = calls(lambda: article_from_feed_html(unit * 150))
    many = calls(lambda: article_from_feed_html(unit * 600))
    assert many <= 4.6 * few + 2_000


@pytest.mark.parametrize("name", LINES)
def test_lines_cost_their_number(name: str) -> None:
    unit = LINES[name]
    article_from_text(unit)
    few = calls(lambda: article_from_text(unit * 200))
    many = calls(lambda: article_from_text(unit * 800))
    assert many <= 4.6 * few + 2_000


def test_joining_runs_copies_each_character_once() -> None:
    """A quadratic join is one call; it shows in what is written instead: nothing is written twice."""
    markdown = fragment_to_markdown("<p>" + "<span>ab</span> " * 5_000).markdown
    assert len(markdown) == 3 * 5_000 - 1
