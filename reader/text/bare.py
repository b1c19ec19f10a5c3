"""Words without what the eye passes over, to tell whether two stretches of text say the same."""

import re

_WORD = re.compile(r"\w+")


def bare_words(text: str) -> str:
    """Return a text without case, marks and breaks: «“We can,” she said.» and «we can she said» become the same."""
    return " ".join(_WORD.findall(text.casefold()))
