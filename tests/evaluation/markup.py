"""Annotated articles as people write them: the text with marks in it -> text, attributions, officials.

A file is a head, the text, and a list of what the marks mean, parted by lines of ``===``::

    outlet: Harnsey Lantern
    title: Bridge to close
    ===
    ⟦x1|“It should not carry lorries,”⟧ ⟦s1,n1|Odile Marrick⟧, ⟦o1|chief engineer⟧ of the ⟦g1|port⟧, ⟦c1|said⟧.
    ===
    1 direct speaker=Odile Marrick
    n1 Odile Marrick

A mark is ``⟦tags|words⟧``; marks may stand inside marks. Tags are a letter and a number: ``s`` source, ``c`` cue,
``x`` content of that attribution (twice for a split one); ``n`` name, ``o`` office, ``g`` organisation, ``m`` later
mention of that official; ``k`` a collective. The list has a line for each attribution (number, kind, then ``speaker=``,
``parent=`` with the number of the outer one, ``class=other``, ``optional``) and one for each official with the full
name.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

Record = dict[str, Any]
"""A line of the scorer's gold: ``id``, ``text``, ``attributions``, ``officials``, ``collectives``."""

_OPEN = re.compile(r"⟦([a-z]\d+(?:,[a-z]\d+)*)\|")
_FIELD = re.compile(r"\b(speaker|parent|class)=(.*?)(?=\s+(?:speaker|parent|class)=|\s+optional\b|$)")
KINDS = ("direct", "indirect", "mixed")


def read_annotated(path: Path) -> Record:
    """Return the gold record of an annotated file.

    Raises:
        ValueError: a mark that is not closed, a number without a line or a line without a mark; it names the file.
    """
    parts = re.split(r"^===\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if len(parts) != 3:
        raise ValueError(f"{path.name}: a file has three parts, this one {len(parts)}")
    head = dict(line.split(": ", 1) for line in parts[0].splitlines() if line)
    try:
        text, spans = strip_marks(parts[1].rstrip("\n"))
        attributions, officials = _records(parts[2], spans)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None
    collectives = [span for tag, found in sorted(spans.items()) if tag[0] == "k" for span in found]
    return {"id": path.stem, "text": text, **head} | {
        "attributions": attributions,
        "officials": officials,
        "collectives": sorted(collectives),
    }


def strip_marks(marked: str) -> tuple[str, dict[str, list[list[int]]]]:
    """Return the text without its marks, and the spans of each tag in it (half-open, in characters)."""
    pieces: list[str] = []
    spans: dict[str, list[list[int]]] = defaultdict(list)
    stack: list[tuple[str, int]] = []
    at = length = 0
    for match in re.finditer(r"⟦[^|⟦⟧]*\||⟧", marked):
        piece = marked[at : match.start()]
        pieces.append(piece)
        length += len(piece)
        at = match.end()
        if match[0] == "⟧":
            if not stack:
                raise ValueError(f"a mark is closed that was not open: {marked[match.start() - 30 : match.end()]!r}")
            tags, start = stack.pop()
            for tag in tags.split(","):
                spans[tag].append([start, length])
        else:
            opened = _OPEN.fullmatch(match[0])
            if opened is None:
                raise ValueError(f"no tag in {match[0]!r}")
            stack.append((opened[1], length))
    if stack:
        raise ValueError(f"the mark {stack[-1][0]} is never closed")
    pieces.append(marked[at:])
    for found in spans.values():
        found.sort()
    return "".join(pieces), dict(spans)


def _records(listing: str, spans: dict[str, list[list[int]]]) -> tuple[list[Record], list[Record]]:
    """Return the attributions and officials that the list describes, with the spans of their marks."""
    attributions: dict[str, Record] = {}
    officials: list[Record] = []
    for line in filter(None, map(str.strip, listing.splitlines())):
        key, _, rest = line.partition(" ")
        if key.startswith("n"):
            officials.append(_official(key[1:], rest.strip(), spans))
        else:
            attributions[key] = _attribution(key, rest, spans)
    described = set(attributions) | {o["number"] for o in officials}
    for tag in spans:
        if tag[0] != "k" and tag[1:] not in described:
            raise ValueError(f"the mark {tag} has no line in the list")
    order = sorted(attributions, key=lambda number: (attributions[number]["content"][0][0], int(number)))
    place = {number: index for index, number in enumerate(order)}
    for record in attributions.values():
        if "parent" in record:
            record["parent"] = place[record["parent"]]
    for official in officials:
        del official["number"]
    return [attributions[number] for number in order], officials


def _attribution(number: str, rest: str, spans: dict[str, list[list[int]]]) -> Record:
    """Return one attribution."""
    kind = rest.split(" ", 1)[0]
    content = spans.get(f"x{number}")
    if kind not in KINDS or not content:
        raise ValueError(f"attribution {number} needs a kind and a content")
    fields = {match[1]: match[2].strip() for match in _FIELD.finditer(rest)}
    record: Record = {
        "source": spans.get(f"s{number}"),
        "cue": spans.get(f"c{number}", []),
        "content": content,
        "kind": kind,
        "speaker": fields.get("speaker"),
        "class": fields.get("class", "speech"),
    }
    if "parent" in fields:
        record["parent"] = fields["parent"]
    if re.search(r"(?:^|\s)optional(?:\s|$)", rest):
        record["optional"] = True
    return record


def _official(number: str, full_name: str, spans: dict[str, list[list[int]]]) -> Record:
    """Return one official."""
    name = spans.get(f"n{number}")
    if not name or not full_name:
        raise ValueError(f"official n{number} needs a mark and a full name")
    return {
        "number": number,
        "name": name[0],
        "office": next(iter(spans.get(f"o{number}", ())), None),
        "organisation": next(iter(spans.get(f"g{number}", ())), None),
        "full_name": full_name,
        "mentions": spans.get(f"m{number}", []),
    }
