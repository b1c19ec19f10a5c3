"""Titles of feeds -> the name of the outlet that publishes them."""

import re
from typing import Final

from reader.lexicon.outlets import known_outlets

_REMARK: Final = re.compile(r"\s*[(\[][^()\[\]]{1,40}[)\]]\s*$")
_PARTING: Final = re.compile(r"\s+[|»>·•:–—-]+\s+|:\s+")


def outlet_of_title(title: str) -> str:
    """Return the outlet that a feed's title names; the title itself where it names no more than that.

    A remark in brackets at the end goes («Harnsey Lantern (sample)»). Of a title in parts («World news | The
    Guardian», «BBC News - Home») the one part that the lexicon knows is the outlet; if it knows none or several,
    nothing is guessed.
    """
    name = _REMARK.sub("", title).strip() or title
    if known_outlets().find(name) is not None:
        return name
    known = {outlet.name for part in _PARTING.split(name) if (outlet := known_outlets().find(part.strip()))}
    return known.pop() if len(known) == 1 else name
