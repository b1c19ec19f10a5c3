"""Links by quotation: essays and comments that are built round the words of one story."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from reader.tracing.links.sources import delay_between
from reader.tracing.links.table import Links
from reader.tracing.reuse.overlap import Reuse, ReuseMeter
from reader.tracing.reuse.profile import Profile

QUOTED_LATER = timedelta(hours=12)
REMEMBERED = timedelta(days=730)
"""A remark is quoted long after the news of which it was part."""
QUOTED_GRAMS = 5
"""Word 4-grams inside quotation marks that two texts must share: a quotation of 8 words has five."""
ELSEWHERE = 0.3
"""Share of these that third parties may have: a phrase of four words comes up by chance."""
LONG_QUOTE = 6
"""Words of the longest quotation that they share."""
ONLY_QUOTED = 0.8
"""Share of the common words that stand in quotation marks, if quotations are all that was taken."""
QUOTED_PART = 0.08
"""Share of the text that the quotation makes up: what is built round it, not every report that has it too."""


def add_quoted(links: Links, profiles: Mapping[str, Profile], near: Mapping[str, list[str]], meter: ReuseMeter) -> None:
    """Link a text that shares nothing but a quotation with the only story that had it at first.

    A report of the same day has a statement from where everybody has it; so the text must be later by half a day.
    """
    story = {key: number for number, keys in enumerate(links.components(profiles)) for key in keys}
    holders: dict[int, list[str]] = defaultdict(list)
    for key, profile in profiles.items():
        for gram in profile.document.fingerprint.quotes:
            holders[gram].append(key)
    found: dict[str, tuple[int, str, Reuse]] = {}
    for key, child in profiles.items():
        grams = frozenset(child.document.fingerprint.quotes)
        for other in near[key] if grams else ():
            parent = profiles[other]
            delay = delay_between(parent.document, child.document)
            shared = grams.intersection(parent.document.fingerprint.quotes)
            if story[key] == story[other] or delay is None or not QUOTED_LATER <= delay <= REMEMBERED:
                continue
            own = (story[key], story[other])
            third = [[k for k in holders[gram] if story[k] not in own] for gram in shared]
            elsewhere = sum(map(bool, third))
            if len(shared) < QUOTED_GRAMS or elsewhere > ELSEWHERE * len(shared):
                continue
            reuse = meter.measure(child, parent)
            if reuse.quoted >= ONLY_QUOTED and reuse.longest_quote >= LONG_QUOTE and reuse.covered >= QUOTED_PART:
                found[key] = max(found.get(key, (0, "", reuse)), (len(shared), other, reuse), key=lambda f: f[0])
    for key, (_, other, reuse) in found.items():
        links.text[frozenset((key, other))] = reuse
