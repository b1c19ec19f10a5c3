"""Writing the open article with its claims and its chain to a file."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from reader.pipeline.enrich import OpenEntry
from reader.ui.content import joined, line
from reader.ui.screens.reading.desk import Desk


def _markdown(opened: OpenEntry) -> str:
    from reader.export.markdown import citation_markdown

    return citation_markdown(opened.article, stored=opened.stored, analysis=opened.analysis, chain=opened.chain)


def _json(opened: OpenEntry) -> str:
    from reader.export.records import analysis_record, article_record, chain_record, entry_record

    record = {
        "entry": entry_record(opened.stored),
        "article": article_record(opened.article),
        "analysis": analysis_record(str(opened.stored.id), opened.analysis, opened.credits),
        "chain": chain_record(opened.chain),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _mermaid(opened: OpenEntry) -> str:
    from reader.export.mermaid import chain_mermaid

    return chain_mermaid(opened.chain)


def _prov(opened: OpenEntry) -> str:
    from reader.export.prov import chain_prov

    return chain_prov(opened.chain, {opened.chain.focus: opened.article.text})


FORMATS: Final[tuple[tuple[str, str, str, Callable[[OpenEntry], str]], ...]] = (
    ("Markdown", "md", "the article, its claims, the chain with its evidence", _markdown),
    ("JSON", "json", "everything, for other programs", _json),
    ("Mermaid", "mmd", "the chain as a diagram", _mermaid),
    ("PROV", "prov.json", "the chain in W3C PROV-JSON", _prov),
)
"""Name, file ending, what it holds, and what writes it."""


class Exporting:
    """Export of the open article."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask_format(self) -> None:
        """Ask for the format, then for the file."""
        opened = self._desk.article_view.opened
        if opened is None:
            return
        from reader.ui.screens.dialogs.base import ChoiceDialog

        rows = [joined(line(name, "bold"), "  ", line(words, "$muted")) for name, _, words, _ in FORMATS]

        def answer(chosen: int | None) -> None:
            if chosen is not None:
                self._ask_file(opened, chosen)

        self._desk.show_over(ChoiceDialog("Export as", rows), answer)

    def _ask_file(self, opened: OpenEntry, chosen: int) -> None:
        """Ask where to; nothing that exists is overwritten."""
        from reader.ui.screens.dialogs.base import TextDialog

        _, ending, _, write = FORMATS[chosen]
        path = free_path(Path.cwd(), opened.article.headline or opened.stored.entry.title, ending)

        def answer(name: str | None) -> None:
            if name:
                self._write(opened, Path(name).expanduser(), write)

        self._desk.show_over(TextDialog("Write to which file?", str(path)), answer)

    def _write(self, opened: OpenEntry, path: Path, write: Callable[[OpenEntry], str]) -> None:
        """Write the file (in the background)."""

        def work() -> None:
            try:
                with path.open("x", encoding="utf-8") as file:
                    file.write(write(opened))
            except FileExistsError:
                words, alarm = f"{path} exists already; nothing was written", True
            except OSError as error:
                words, alarm = f"{path}: {error.strerror}", True
            else:
                words, alarm = f"Written: {path}", False
            self._desk.app.call_from_thread(self._desk.tell, words, alarm=alarm)

        self._desk.in_background("export", work, exclusive=False)


def free_path(folder: Path, title: str, ending: str) -> Path:
    """Return a file name in ``folder`` made from letters and figures of a foreign title; one that is still free."""
    stem = re.sub(r"[^\w]+", "-", title.lower()).strip("-")[:60].strip("-") or "article"
    path = folder / f"{stem}.{ending}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.{ending}"
        number += 1
    return path
