"""Pages with marked credits as people write them -> the gold of the credit scorer.

A file is a head, the text, and a list of what the marks mean, parted by lines of ``===``::

    outlet: Harnsey Lantern
    title: Bridge to close
    byline: ⟦c1|Sable Wire⟧
    meta.dc.source: ⟦c1|Sable Wire⟧
    ===
    The bridge will close, ⟦c2|the Tamar Mail and Kestrel FM reported⟧.
    ===
    c1 wire Sable Wire
    c2 cites-report/first-reported-by Tamar Mail
    c2 cites-report Kestrel FM optional

Marks are those of ``markup.py`` and may stand in the title, the byline and the metadata too; a mark that comes again is
more evidence for the same credit, and one mark can be evidence for two outlets. A credit has a relation (behind ``/``
others that are as good), an outlet, and ``optional`` if it is neither asked for nor held against a prediction. A page
without a credit that is asked for says why: ``negative: photo``.
"""

import re
from pathlib import Path
from typing import Any

from tests.evaluation.markup import strip_marks

Record = dict[str, Any]
"""A line of the scorer's gold: what a page gives (text, outlet, byline, meta ...), its ``credits``, ``negative``."""

RELATIONS = ("republished-from", "wire", "first-reported-by", "cites-report", "aggregated-summary")
NEGATIVES = ("none", "self", "subject", "photo", "poll", "social", "company", "unnamed", "related", "journal")
_CREDIT = re.compile(r"(c\d+) ([a-z/-]+) (.+?)( optional)?")


def read_page(path: Path) -> Record:
    """Return the gold record of a page.

    Raises:
        ValueError: a line that cannot be read, a mark without a line or a line without a mark; it names the file.
    """
    parts = re.split(r"^===\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    try:
        if len(parts) != 3:
            raise ValueError(f"a page has three parts, this one {len(parts)}")
        fields, evidence = _places(parts[0], parts[1].strip("\n"))
        negative, credits = _listing(parts[2], evidence)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None
    meta = {key.removeprefix("meta."): [value] for key, value in fields.items() if key.startswith("meta.")}
    plain = {key: value for key, value in fields.items() if not key.startswith("meta.")}
    return {"id": path.stem, **plain, "meta": meta, "credits": credits, "negative": negative}


def _places(head: str, body: str) -> tuple[dict[str, str], dict[str, list[Record]]]:
    """Return the fields of a page without marks, and for each mark where it stands."""
    marked = dict(line.split(": ", 1) for line in head.splitlines() if line) | {"text": body}
    fields: dict[str, str] = {}
    evidence: dict[str, list[Record]] = {}
    for key, words in marked.items():
        fields[key], spans = strip_marks(words)
        for tag, found in spans.items():
            places = [{"where": key, "start": start, "end": end} for start, end in found]
            evidence.setdefault(tag, []).extend(places)
    return fields, evidence


def _listing(listing: str, evidence: dict[str, list[Record]]) -> tuple[str | None, list[Record]]:
    """Return why a page has no required credit (None: it has one), and its credits."""
    negative = None
    credits: list[Record] = []
    described = set()
    for line in filter(None, map(str.strip, listing.splitlines())):
        if line.startswith("negative: "):
            negative = line.partition(": ")[2]
            continue
        match = _CREDIT.fullmatch(line)
        if match is None or match[1] not in evidence:
            raise ValueError(f"no credit, or no mark for it: {line!r}")
        described.add(match[1])
        relation, *also = match[2].split("/")
        if not {relation, *also} <= set(RELATIONS):
            raise ValueError(f"no relation: {match[2]}")
        credit: Record = {"outlet": match[3], "relation": relation, "evidence": evidence[match[1]]}
        credits.append(credit | ({"also": also} if also else {}) | ({"optional": True} if match[4] else {}))
    if set(evidence) != described:
        raise ValueError(f"the marks {sorted(set(evidence) - described)} have no line in the list")
    if (negative in NEGATIVES) == any(not credit.get("optional") for credit in credits):
        raise ValueError("a page has either a required credit or a reason for having none")
    return negative, credits
