"""Identity of outlets: one key for «The Hill», «thehill.com» and «Hill»."""

import re
from functools import lru_cache

from reader.lexicon.outlets import known_outlets, name_key

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov"})


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """Return the key under which two names, hosts or addresses of one outlet are equal; empty for no name.

    Outlets of the lexicon have one key for all their aliases and domains; an unknown host is taken by its own label
    («northgateherald.com» is «Northgate Herald»).
    """
    words = re.sub(r"^https?://", "", name.strip()).split("/")[0].strip()
    known = known_outlets().find(words)
    if known is not None:
        return name_key(known.name)
    if _HOST.fullmatch(words) and not words.endswith("."):
        labels = words.casefold().removeprefix("www.").split(".")
        label = labels[-2] if labels[-2] not in _SECOND_LEVEL or len(labels) < 3 else labels[-3]
        label = label.removeprefix("the") if len(label) > 6 else label
        return name_key(label.replace("-", " "))
    return name_key(words)


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two names stand for one outlet; two empty names do not."""
    key = outlet_key(one)
    return bool(key) and key == outlet_key(other)
