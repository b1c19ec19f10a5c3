"""Groups of derived articles as people write them -> the gold of the tracing scorer.

A file is one group. It begins with ``about:`` (one line), then come documents, absent sources, edges and drift::

    about: a local report, its agency copy, a summary
    == lantern
    outlet: Harnsey Lantern
    date: 2026-11-16T18:40:00Z
    title: Cracks found in bridge
    byline: Runa Teague

    The text of the article, paragraph by paragraph.
    == edges
    ext:Sable Wire -> lantern copy
    lantern -> courier rewrite
    lantern -> scroll cites optional
    courier -> scroll summary any_of:parent
    == ignore
    scroll echo
    == drift
    lantern | courier | number | 14 of the 62 | more than a dozen
    lantern | courier | quote-dropped | “We were told twice” |

The words of a drift stand once in their article; ``~2 words`` means their second place. An empty side is what was added
or dropped. Of the edges with one ``any_of`` name one is enough. A pair under ``ignore`` shares words for another reason
than reuse (one statement, one interview): it is not scored.

A document that is a page of the shared data has the page's id behind ``of:`` and the digest of its text behind
``sha:``; the others take passages of it, by characters: ``⟪0-15⟫``.
"""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from tests.evaluation.offsets import text_digest

Group = dict[str, Any]
"""A line of the scorer's gold: ``group``, ``nodes``, ``edges``, ``drift``, and the pairs to ``ignore``."""

_SECTION = re.compile(r"^== (\S+)\n", re.MULTILINE)
_EDGE = re.compile(
    r"(ext:[^>]+?|\S+) -> (ext:[^>]+?|\S+) (copy|partial|rewrite|summary|quote|cites)( optional| any_of:\S+)?"
)
_INSERT = re.compile(r"⟪(\d+)-(\d+)⟫")
_PLACE = re.compile(r"~(\d+) (.*)", re.DOTALL)


def read_group(path: Path, pages: Mapping[str, Mapping[str, Any]] | None = None) -> Group:
    """Return the gold record of a group file; ``pages`` are those it can be derived from, by their ids.

    Raises:
        ValueError: an edge or drift that cannot be read, or words that are not there; it names the file.
        KeyError: the page that the group is derived from is not among ``pages``.
    """
    pieces = _SECTION.split(path.read_text(encoding="utf-8"))
    sections = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    name = path.stem
    try:
        edges = [_edge(line, name) for line in _lines(sections.pop("edges", ""))]
        drift_lines = _lines(sections.pop("drift", ""))
        ignore = [[_key(name, end) for end in line.split()] for line in _lines(sections.pop("ignore", ""))]
        nodes = [_document(name, key, body) for key, body in sections.items()]
        _fill_in(nodes, pages or {})
        texts = {node["id"]: node["text"] for node in nodes}
        absent = sorted({end for edge in edges for end in (edge["src"], edge["dst"]) if end.startswith("ext:")})
        unknown = {end for edge in edges for end in (edge["src"], edge["dst"])} - set(texts) - set(absent)
        if unknown:
            raise ValueError(f"an edge names {sorted(unknown)}, which is no document")
        if not all(len(pair) == 2 and set(pair) <= set(texts) for pair in ignore):
            raise ValueError("a pair to ignore names two documents")
        nodes += [{"id": key, "outlet": key.split(":")[1], "placeholder": True} for key in absent]
        drift = [_drift(line, name, texts) for line in drift_lines]
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None
    return {"group": name, "about": pieces[0].removeprefix("about:").strip(), "nodes": nodes} | {
        "edges": edges,
        "drift": drift,
        "ignore": ignore,
    }


def _lines(text: str) -> list[str]:
    """Return the lines that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _key(group: str, end: str) -> str:
    """Return the id of a document, or of an absent source with its story."""
    return f"{end}:{group}" if end.startswith("ext:") else f"{group}:{end}"


def _document(group: str, key: str, body: str) -> dict[str, Any]:
    """Return one document with its head."""
    head, _, text = body.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in _lines(head))
    return {"id": _key(group, key), "text": text.strip("\n"), **fields}


def _fill_in(nodes: list[dict[str, Any]], pages: Mapping[str, Mapping[str, Any]]) -> None:
    """Give the document that is a page its text and head, and the others the passages they have of it.

    Raises:
        ValueError: the page is not the one the group was derived from, or a passage of it is none.
    """
    for original in [node for node in nodes if "of" in node]:
        page = pages[original.pop("of")]
        if original.pop("sha", "") != text_digest(page["text"]):
            raise ValueError(f"the text of {original['id']} is not the one the group was derived from")
        original |= {key: page[key] for key in ("outlet", "date", "title", "byline", "text") if page[key]}
        for node in nodes:
            node["text"] = _INSERT.sub(partial(_passage, original["text"]), node["text"])


def _passage(text: str, insert: re.Match[str]) -> str:
    """Return the passage of a text that is taken over: not empty, inside it, of whole words."""
    start, end = int(insert[1]), int(insert[2])
    if not 0 <= start < end <= len(text) or any(_is_inside_word(text, place) for place in (start, end)):
        raise ValueError(f"{insert[0]} is no passage of whole words")
    return text[start:end]


def _is_inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def derived_from(path: Path) -> str | None:
    """Return the id of the page that a group file is derived from."""
    match = re.search(r"^of: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return match and match[1]


def _edge(line: str, group: str) -> dict[str, Any]:
    """Return one edge."""
    match = _EDGE.fullmatch(line)
    if match is None:
        raise ValueError(f"no edge: {line!r}")
    edge: dict[str, Any] = {"src": _key(group, match[1]), "dst": _key(group, match[2]), "kind": match[3]}
    if not match[4]:
        return edge
    return {**edge, "optional": True} if match[4] == " optional" else {**edge, "any_of": match[4].partition(":")[2]}


def _drift(line: str, group: str, texts: dict[str, str]) -> dict[str, Any]:
    """Return one change with its spans."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 5:
        raise ValueError(f"a change has five parts: {line!r}")
    a, b = _key(group, parts[0]), _key(group, parts[1])
    return {"a": a, "b": b, "type": parts[2], "a_text": parts[3] or None, "b_text": parts[4] or None} | {
        "a_span": _span(parts[3], texts.get(a), a),
        "b_span": _span(parts[4], texts.get(b), b),
    }


def _span(words: str, text: str | None, key: str) -> list[int] | None:
    """Return where words stand in a text; None for no words."""
    if not words:
        return None
    if text is None:
        raise ValueError(f"{key} is no document")
    place = _PLACE.fullmatch(words)
    words, number = (place[2], int(place[1])) if place else (words, 1)
    if not place and text.count(words) > 1:
        raise ValueError(f"{words!r} stands {text.count(words)} times in {key}")
    start = -1
    for _ in range(number):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"{words!r} does not stand in {key}")
    return [start, start + len(words)]
