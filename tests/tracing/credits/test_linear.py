"""The time that credits take grows with the text, not with its square."""

import time

import pytest

from reader.articles.plain import article_from_text
from reader.tracing.credits.article import find_credits

ROWS = {
    "an unlisted paper by its last word": "The Post reported it, so did the Courant. The Northgate Courant said so. ",
    "a listed name by its alias": "The Times reported it. The Northgate Times said so too, according to the Times. ",
    "letters without a space": "ก" * 80,
    "capitals without a space": "Q" * 80,
    "acronyms in brackets": "reported by Mill Haven Regional News (MHRN) ",
    "bare names with cues": "according to Harle, told Harle, ",
    "names in a row": "Northgate Courant, ",
}


def _seconds(text: str) -> float:
    article = article_from_text(f"The Millhaven Star reported it first. {text}")
    taken = []
    for _ in range(3):
        start = time.process_time()
        find_credits(article)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_four_times_the_text_takes_about_four_times_as_long(row: str) -> None:
    short = _seconds(row * (8_000 // len(row)))
    # 4 if linear, 16 if quadratic; the allowance is for the clock of a busy machine
    assert _seconds(row * (32_000 // len(row))) < 10 * short + 0.05
